"""Sequences of edits and of new content, as a therapist and a new version of ours may make them.

`apply` does the edits to a deck and keeps account of what is hers.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import deck_edits as edits
import decks
from conftest import need
from hypothesis import strategies as st

from holdslides.deck import Deck
from holdslides.folders import Folders
from holdslides.pages import Slide, StatementSlide
from holdslides.pptx_file import Target
from holdslides.pptx_file.plan import UpdatePlan
from holdslides.pptx_file.update import update_files
from holdslides.pptx_file.write import write_deck
from holdslides.theme import load_layouts, load_theme

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
OURS = decks.every_kind()
IDS = [slide.id for slide in OURS]

EDITS: dict[str, Callable[[Any], None]] = {
    "text": lambda s: edits.change_text(s, "Ord, hun selv har skrevet"),
    "notes": lambda s: edits.change_notes(s, "Noter, hun selv har skrevet"),
    "format": edits.make_bold,
    "colour": edits.recolour,
    "size": edits.resize_text,
    "position": lambda s: edits.move_shape(s, 9),
    "hide": edits.hide,
    "picture": edits.add_picture,
    "chart": edits.add_chart,
    "table": edits.add_table,
    "box": edits.add_textbox,
}
WHAT = [*EDITS, *EDITS, "own", "duplicate", "move", "delete"]
STEP = st.tuples(st.sampled_from(WHAT), st.integers(0, 40), st.integers(0, 40))


@dataclass(frozen=True)
class NewContent:
    """What has changed in ours: slides changed, dropped, new (after which), and two that change places."""

    changed: frozenset[int]
    dropped: frozenset[int]
    new: tuple[int, ...]
    swap: int | None

    def deck(self) -> Deck:
        slides: list[Slide] = []
        for number, slide in enumerate(OURS):
            if number in self.changed:
                slide = replace(slide, headline=decks.text(f"Ny overskrift {number}"))
            if number not in self.dropped or number == 0:
                slides.append(slide)
            if number in self.new:
                slides.append(
                    StatementSlide(
                        id=f"proeve/ny{number}",
                        place=decks.PLACE,
                        headline=decks.text(f"Et nyt slide {number}"),
                        notes=decks.notes(),
                        body=decks.text("Noget nyt."),
                    )
                )
        if self.swap is not None and self.swap + 1 < len(slides):
            i = self.swap
            slides[i], slides[i + 1] = slides[i + 1], slides[i]
        return decks.deck(tuple(slides))


NUMBERS = st.integers(0, len(OURS) - 1)
CONTENT = st.builds(
    NewContent,
    changed=st.frozensets(NUMBERS, max_size=5),
    dropped=st.frozensets(NUMBERS, max_size=3),
    new=st.lists(NUMBERS, max_size=3, unique=True).map(tuple),
    swap=st.none() | NUMBERS,
)


@dataclass
class Hers:
    """What she has done, by slide number: which ids she has edited or deleted, which slides are her own."""

    ids: dict[int, str]
    edited: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)
    copied: set[str] = field(default_factory=set)
    own: set[int] = field(default_factory=set)


def written(deck: Deck) -> bytes:
    return write_deck(deck, LAYOUTS, THEME, draw=decks.draw)


@lru_cache(maxsize=4)
def new_deck(content: NewContent) -> tuple[Deck, bytes]:
    deck = content.deck()
    return deck, written(deck)


BASE = written(decks.deck())


def apply(presentation: Any, steps: list[tuple[str, int, int]]) -> Hers:
    """Does the edits and keeps account of them."""
    hers = Hers({slide.slide_id: id_ for slide, id_ in zip(presentation.slides, IDS, strict=True)})
    for what, where, other in steps:
        slides = list(presentation.slides)
        position, to = where % len(slides), other % len(slides)
        slide = slides[position]
        number = slide.slide_id
        id_ = hers.ids.get(number, "")
        if what == "own":
            hers.own.add(edits.own_slide(presentation, to).slide_id)
        elif what == "duplicate":
            hers.own.add(edits.duplicate(presentation, position).slide_id)
            hers.copied.add(id_)
        elif what == "move":
            edits.move(presentation, position, to)
        elif what == "delete":
            # a copy whose original is deleted is the slide itself; that is tried elsewhere
            if len(slides) > 1 and id_ not in hers.copied:
                edits.delete(presentation, position)
                hers.own.discard(number)
                hers.deleted |= {id_} - {""}
        elif edits.texts(slide):
            EDITS[what](slide)
            hers.edited |= {id_} - {""}
    return hers


def update(path: Path, content: NewContent) -> UpdatePlan:
    deck, data = new_deck(content)
    (done,) = update_files([(Target(deck, path), data)])
    assert done.plan is not None
    return done.plan


def through_libreoffice(data: bytes, folder: Path) -> bytes:
    """The deck opened and saved by LibreOffice."""
    need(bool(shutil.which("soffice")), "LibreOffice")
    (folder / "ind").mkdir(exist_ok=True)
    source = folder / "ind" / "laenderyg-1.pptx"
    source.write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to", "pptx"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=240
    )
    return (folder / source.name).read_bytes()
