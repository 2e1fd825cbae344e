"""Decks that were edited and brought up to date, judged by three validators that know nothing of each other."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import deck_edits as edits
import pytest
from edit_sequences import BASE, NewContent, apply, through_libreoffice, update
from openxml_audit import OpenXmlValidator

from holdslides.pptx_file.package_check import check_package

Steps = list[tuple[str, int, int]]
NOTHING_NEW = NewContent(frozenset(), frozenset(), (), None)
MUCH_NEW = NewContent(frozenset({2, 4, 8}), frozenset({1, 6}), (5, 9), 3)
MORE = [("table", 1, 0), ("delete", 10, 0), ("move", 9, 4), ("hide", 6, 0), ("notes", 4, 0)]
SEQUENCES: dict[str, tuple[Steps, NewContent]] = {
    "something of everything": (
        [("text", 3, 0), ("own", 2, 2), ("duplicate", 5, 0), ("chart", 7, 0), ("picture", 8, 0), *MORE],
        MUCH_NEW,
    ),
    "copies of copies": ([("duplicate", 3, 0), ("duplicate", 3, 0), ("duplicate", 4, 0)], MUCH_NEW),
    "deleted and added in turn": (
        [("delete", 4, 0), ("own", 0, 4), ("delete", 7, 0), ("own", 0, 0), ("delete", 0, 0), ("own", 0, 9)],
        MUCH_NEW,
    ),
    "charts on charts": (
        [("chart", 2, 0), ("chart", 2, 0), ("duplicate", 2, 0), ("picture", 2, 0), ("picture", 5, 0)],
        MUCH_NEW,
    ),
    "nearly all deleted": ([("delete", 1, 0)] * 9, MUCH_NEW),
    "all moved": ([("move", n, 11 - n) for n in range(0, 12, 2)], NOTHING_NEW),
}

# Those that touch most kinds of parts; each start of the validators is dear, so the others wait for the long run.
USUAL = ("something of everything", "charts on charts", "nearly all deleted")


def faults(path: Path, sdk: Path) -> list[str]:
    """What the two from elsewhere find wrong."""
    tool = sdk.parent.parent / ".bin" / "ooxml-validator"
    done = subprocess.run([str(tool), str(path)], capture_output=True, text=True, timeout=240)
    found: list[Any] = json.loads(done.stdout)["errors"]
    return [str(e) for e in OpenXmlValidator().validate(path).errors] + [str(e) for e in found]


def own_faults(path: Path) -> set[str]:
    """What our own check finds; words without a language are hers."""
    return {found for found in check_package(path) if not found.endswith("has no language")}


@pytest.mark.parametrize(
    ("steps", "content"),
    [
        pytest.param(*sequence, id=name, marks=() if name in USUAL else pytest.mark.full)
        for name, sequence in SEQUENCES.items()
    ],
)
def test_a_merged_deck_is_valid(
    tmp_path: Path, ooxml_validator: Path, steps: Steps, content: NewContent
) -> None:
    presentation = edits.opened(BASE)
    apply(presentation, steps)
    path = tmp_path / "laenderyg-1.pptx"
    path.write_bytes(edits.saved(presentation))
    assert update(path, content).changes or content is NOTHING_NEW
    assert faults(path, ooxml_validator) == []
    assert own_faults(path) == set()


def test_a_deck_that_comes_from_libreoffice_is_made_valid(tmp_path: Path, ooxml_validator: Path) -> None:
    steps, content = SEQUENCES["something of everything"]
    presentation = edits.opened(BASE)
    apply(presentation, steps)
    path = tmp_path / "laenderyg-1.pptx"
    path.write_bytes(through_libreoffice(edits.saved(presentation), tmp_path))
    before = own_faults(path)
    assert faults(path, ooxml_validator) != [], "LibreOffice leaves out what PowerPoint looks for"
    assert update(path, content).changes
    assert faults(path, ooxml_validator) == []
    assert own_faults(path) < before, "what is left stands under slides of hers"
