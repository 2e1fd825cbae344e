"""What is kept of a deck that was written: its parts without what is bulky, and later what they mean.

When a deck is written its parts are only kept: that takes 15 ms. What they mean is worked out when the deck
is to be brought up to date, by the same reader that then reads the edited file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from holdslides.pages import Deck
from holdslides.pptx_file.heritage import Heritage
from holdslides.pptx_file.lists import FIRST_SLIDE_ID
from holdslides.pptx_file.looks import as_kept, read_look
from holdslides.pptx_file.markup import DECORATIVE
from holdslides.pptx_file.meaning import KEPT, fingerprint, slide_meaning
from holdslides.pptx_file.opened import TYPES_NAME, Opened
from holdslides.pptx_file.state import SlideRecord, State, as_json, digest

_LEFT_OUT = ("customXml/", "docProps/", "ppt/tags/", "ppt/viewProps", "ppt/presProps")
_NO_THINGS = ("slideLayout", "notesSlide", "tags", "hyperlink", "slide")
_CURVES, _AFTER_CURVES = b"<a:pathLst>", b"</a:pathLst>"


def record(deck: Deck, parts: Mapping[str, bytes], part: str, contents: Mapping[str, str]) -> State:
    """The state of a deck's parts (zip names and bytes), to be kept in `part`.

    `contents` are the fingerprints of the slides by id, without the pictures and charts on them.
    """
    short = set(deck.short_show)
    package = Opened(dict(parts))
    numbered = enumerate(((block, slide) for block in deck.blocks for slide in block.slides), 1)
    slides = tuple(
        SlideRecord(
            id=slide.id,
            number=number + FIRST_SLIDE_ID - 1,
            section=block.title,
            title=" ".join(slide.headline.plain.split()),
            short=slide.id in short,
            content=_with_things(package, f"ppt/slides/slide{number}.xml", contents[slide.id]),
        )
        for number, (block, slide) in numbered
    )
    return State(part, {}, deck=deck.name, base=_base(parts), slides=slides).of_parts(parts)


def _with_things(package: Opened, slide: str, content: str) -> str:
    """A slide's fingerprint with those of its pictures, charts and what else it shows."""
    seen = {slide}
    waiting = [r.target for r in package.relations(slide) if r.kind not in _NO_THINGS and not r.outside]
    found: list[str] = []
    while waiting:
        name = waiting.pop()
        if name in seen or name not in package.parts:
            continue
        seen.add(name)
        found.append(digest(package.parts[name]))
        waiting += [r.target for r in package.relations(name) if not r.outside]
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


def settled(state: State) -> State:
    """The state with what every slide and the look means, worked out from the parts that were kept.

    Raises Unreadable when the kept parts are broken.
    """
    if not state.base:
        return state
    package = Opened(dict(state.base))
    slides = package.slides()
    heritages: dict[str, Heritage] = {}
    records: list[SlideRecord] = []
    for slide in state.slides:
        name = slides[slide.number]
        layout = package.related(name, "slideLayout")[0]
        if layout not in heritages:
            heritages[layout] = Heritage(package, layout)
        records.append(replace(slide, said=as_json(slide_meaning(package, name, heritages[layout]))))
    return replace(state, base={}, look=as_kept(read_look(package)), slides=tuple(records))
