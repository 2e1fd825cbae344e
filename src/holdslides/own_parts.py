"""The clinic's own slides as a part of a programme: which they are, and what they are called."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from holdslides.ids import folded
from holdslides.library import Library
from holdslides.models import OwnSlidesEntry
from holdslides.models_condition import BlockEntry
from holdslides.pages import Notes, OwnSlide
from holdslides.problems import ContentError, Place, Problem
from holdslides.texts import Run, Text

if TYPE_CHECKING:
    from holdslides.own_deck import OwnDeck, OwnPage

MODULE = "egne-slides"
_TITLE = "Klinikkens egne slides"

_HAIR = 18_000  # EMU, half a millimetre: what PowerPoint rounds when centimetres are typed


def own_key(entry: OwnSlidesEntry) -> str:
    """What a block of the clinic's own slides goes by: egne-slides/velkomst-1."""
    return f"{MODULE}/{_name(entry)}-{entry.slides[0] if entry.slides else 'alle'}"


def own_title(entry: BlockEntry) -> str:
    """What the block is called in sections and run sheet."""
    return entry.title or _TITLE


def own_slides(
    entry: OwnSlidesEntry, place: Place, library: Library, problems: list[Problem]
) -> tuple[tuple[OwnSlide, ...], tuple[str, ...]]:
    """The slides, and remarks (Danish) on what they had to leave behind.

    What is wrong is added to `problems`.
    """
    try:
        deck = library.own_deck(entry.file, place)
    except ContentError as error:
        problems.extend(error.problems)
        return (), ()
    problems.extend(_problems(entry, deck, place))
    chosen = set(entry.slides)
    by_number = {page.number: page for page in deck.pages}
    pages = [by_number[n] for n in dict.fromkeys(entry.slides) if n in by_number]
    if not chosen:
        pages = [page for page in deck.pages if not page.is_hidden]
    remarks = tuple(_left_behind(page, deck) for page in pages if page.left_behind)
    return tuple(_slide(page, deck, entry, place) for page in pages), remarks


def _problems(entry: OwnSlidesEntry, deck: OwnDeck, place: Place) -> list[Problem]:
    from holdslides.own_deck import WIDE_SCREEN

    found = []
    if any(abs(side - wanted) > _HAIR for side, wanted in zip(deck.size, WIDE_SCREEN, strict=True)):
        hint = "åbn den, og vælg Design, Slidestørrelse, Widescreen (33,87 x 19,05 cm)"
        found.append(Problem(f'præsentationen "{deck.path.name}" har en anden slidestørrelse', place, hint))
    for number in dict.fromkeys(n for n in entry.slides if not 1 <= n <= len(deck.pages)):
        message = f'præsentationen "{deck.path.name}" har ikke noget slide {number}'
        found.append(Problem(message, place, f"der er slide 1 til {len(deck.pages)}"))
    return found


def _slide(page: OwnPage, deck: OwnDeck, entry: OwnSlidesEntry, place: Place) -> OwnSlide:
    title = page.title or f"{PurePath(entry.file).stem}, slide {page.number}"
    return OwnSlide(
        id=f"{MODULE}/{_name(entry)}-{page.number}",
        place=place,
        headline=Text(((Run(title),),), place),
        notes=Notes(page.notes, (), (), place),
        file=deck.path,
        number=page.number,
        droppable=False,
    )


def _left_behind(page: OwnPage, deck: OwnDeck) -> str:
    what = ", ".join(page.left_behind)
    return f"Slide {page.number} fra {deck.path.name} kunne ikke få alt med: {what}"


def _name(entry: OwnSlidesEntry) -> str:
    """The file's name as a part of an id."""
    words = re.split(r"[\W_]+", PurePath(entry.file.replace("\\", "/")).with_suffix("").as_posix())
    return "-".join(filter(None, map(folded, words))) or "fil"
