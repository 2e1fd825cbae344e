"""What every case begins with: whole files to spoil, made once."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import lru_cache
from io import StringIO
from pathlib import Path

from zips import without_dates

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests"))  # for edits, templates and presentations as therapists make them


@dataclass
class Case:
    """Files by their path below the case's folder, and the arguments of a command that is run beside them.

    `built_in` is a file of content/ to be read in place of ours (in process only).
    """

    number: int
    kind: str
    arguments: tuple[str, ...]
    files: dict[str, bytes] = field(default_factory=dict)
    built_in: tuple[str, bytes] | None = None


@dataclass
class Bases:
    """Whole PowerPoint files to spoil, made once: a deck of ours, templates, a clinic's presentation, a logo."""

    deck: bytes
    edited: tuple[bytes, ...]
    templates: tuple[bytes, ...]
    own: bytes
    logo: bytes


@lru_cache(maxsize=1)
def bases(folder: Path) -> Bases:
    """Makes them in `folder`."""
    import deck_edits as edits
    from own_presentations import picture, presentation
    from own_templates import template

    from holdslides.cli.app import run

    with redirect_stdout(StringIO()):
        code = run(
            ["deck", "laenderyg", "--setting", "traening", "--session", "1", "--out", str(folder / "base")]
        )
    if code:
        raise RuntimeError("the built-in deck cannot be made")
    deck = next((folder / "base").rglob("*.pptx")).read_bytes()
    dark = {"font": "Georgia", "ground": "10243A", "text": "FFFFFF", "band": "C0392B"}
    paths = (
        template(folder / "lys.pptx"),
        template(folder / "moerk.pptx", **dark),
        presentation(folder / "egne.pptx"),
    )
    light, dressed, own = (without_dates(path.read_bytes()) for path in paths)
    edited = tuple(map(without_dates, _edited(edits, deck)))
    return Bases(deck, edited, (light, dressed, deck), own, picture(300, 120).getvalue())


def _edited(edits: object, deck: bytes) -> list[bytes]:
    """The deck as a therapist may have left it."""
    found = []
    for several in (
        ("change_text", "add_picture", "move_shape"),
        ("add_chart", "add_table", "hide"),
        ("change_notes",),
    ):
        presentation = edits.opened(deck)  # type: ignore[attr-defined]
        for number, name in enumerate(several):
            getattr(edits, name)(presentation.slides[number])
        if "hide" in several:
            edits.own_slide(presentation, 1)  # type: ignore[attr-defined]
            edits.delete(presentation, 2)  # type: ignore[attr-defined]
        if "change_notes" in several:
            edits.strip_tags(presentation)  # type: ignore[attr-defined]
        found.append(edits.saved(presentation))  # type: ignore[attr-defined]
    return found
