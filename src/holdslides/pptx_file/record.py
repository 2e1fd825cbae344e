"""What is kept of a deck that was written: its parts, without what is bulky.

What they mean is worked out (`settle`) when the deck is to be brought up to date, by the same reader that
then reads the edited file: a deck that is only written pays 15 ms for it.
"""

from __future__ import annotations

from collections.abc import Mapping

from holdslides.deck import Deck
from holdslides.pptx_file.lists import FIRST_SLIDE_ID
from holdslides.pptx_file.markup import DECORATIVE
from holdslides.pptx_file.package import TYPES_NAME, Part
from holdslides.pptx_file.state import KEPT, SlideRecord, State, digest, fingerprint

_LEFT_OUT = ("customXml/", "docProps/", "ppt/tags/", "ppt/viewProps", "ppt/presProps")
_NO_THINGS = ("slideLayout", "notesSlide", "tags", "hyperlink", "slide")
_CURVES, _AFTER_CURVES = b"<a:pathLst>", b"</a:pathLst>"


def record(deck: Deck, parts: Mapping[str, bytes], part: str, contents: Mapping[str, str]) -> State:
    """The state of a deck's parts (zip names and bytes), to be kept in `part`.

    `contents` are the fingerprints of the slides by id.
    """
    short = set(deck.short_show)
    numbered = enumerate(((block, slide) for block in deck.blocks for slide in block.slides), 1)
    slides = tuple(
        SlideRecord(
            id=slide.id,
            number=number + FIRST_SLIDE_ID - 1,
            section=block.title,
            title=" ".join(slide.headline.plain.split()),
            short=slide.id in short,
            content=contents[slide.id],
        )
        for number, (block, slide) in numbered
    )
    return State(part, {}, deck=deck.name, base=_base(parts), slides=slides).of_parts(parts)


def with_things(content: str, slide: Part) -> str:
    """A slide's fingerprint with those of its pictures, charts and what else it shows."""
    ties = [tie for tie in slide.ties.values() if tie.kind not in _NO_THINGS]
    seen = {slide.name}
    found: list[str] = []
    while ties:
        thing = ties.pop().target
        if isinstance(thing, Part) and thing.name not in seen:
            seen.add(thing.name)
            found.append(digest(thing.content()))
            ties += thing.ties.values()
    return digest("".join((content, *sorted(found))).encode()) if found else content


def _base(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts that say what slides mean; pictures as their fingerprints, figures without their curves."""
    base: dict[str, bytes] = {}
    for name, data in parts.items():
        if name.startswith(_LEFT_OUT):
            continue
        if name == TYPES_NAME or name.endswith((".xml", ".rels")):
            base[name] = _straight(data).replace(DECORATIVE.encode(), b"")
        else:
            base[name] = KEPT + fingerprint(data).encode()
    return base


def _straight(xml: bytes) -> bytes:
    first, *rest = xml.split(_CURVES)
    return first + b"".join(part.partition(_AFTER_CURVES)[2] for part in rest) if rest else xml
