"""What the documents say is so: commands run, examples load, links lead somewhere, pictures are there."""

from __future__ import annotations

import fnmatch
import re
import runpy
from pathlib import Path
from urllib.parse import unquote

import pytest
from conftest import ROOT
from docs_walk import Walk, steps

WALKED = ("README.md", "docs/vejledning.md", "docs/indhold.md")
DOCUMENTS = sorted(p.relative_to(ROOT).as_posix() for p in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")))
MOST_BYTES = 600 * 1024  # of a picture
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@pytest.mark.parametrize("document", WALKED)
def test_every_step_of_the_document_works_for_a_new_user(
    document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    walk = Walk(tmp_path, monkeypatch.chdir, lambda: "".join(capsys.readouterr()))
    taken = 0
    for step in steps(ROOT / document):
        try:
            walk.take(step)
        except (AssertionError, OSError) as error:
            pytest.fail(f"{document}:{step.line}: {step.text}\n{error}")
        taken += 1
    assert taken >= 4


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    path = ROOT / document
    for link in _LINK.findall(path.read_text(encoding="utf-8")):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        name, _, anchor = unquote(link).partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.is_file(), f"{document}: {link}"
        if anchor:
            assert anchor in anchors(target), f"{document}: {link}"


def anchors(path: Path) -> set[str]:
    """The anchors GitHub gives a document's headings."""
    words = _HEADING.findall(path.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", word.lower()).replace(" ", "-") for word in words}


def test_the_page_of_figures_is_up_to_date() -> None:
    tool = ROOT / "tools" / "make_figure_guide.py"
    made = runpy.run_path(str(tool))
    assert (ROOT / "docs" / "figurer.md").read_text(encoding="utf-8") == made["guide"](), (
        f"run: python {tool.name}"
    )


def test_pictures_are_shown_and_small() -> None:
    shown = "".join((ROOT / document).read_text(encoding="utf-8") for document in DOCUMENTS)
    for picture in sorted((ROOT / "docs" / "billeder").iterdir()):
        assert f"billeder/{picture.name}" in shown, f"{picture.name} stands in no document"
        assert picture.stat().st_size <= MOST_BYTES, picture.name


def test_the_map_of_the_code_names_every_module_there_is_and_no_other() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    source = ROOT / "src" / "holdslides"
    named = {Path(name).name for name in re.findall(r"`([\w/*]+\.py)`", told)} - {"test_architecture.py"}
    there = {path.name for path in source.rglob("*.py")}
    example = {"timeglas.py", "make_figure_guide.py", "test_figures_set2.py"}
    assert {name for name in named - example if not fnmatch.filter(there, name)} == set()
    top = {path.name for path in source.glob("[!_]*.py")}
    assert {name for name in top if not any(fnmatch.fnmatch(name, of) for of in named)} == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_nothing_in_a_document_is_of_one_machine(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    assert not re.findall(r"(?<![\w.])/(?:work|tmp|home|root|Users)/", text)
