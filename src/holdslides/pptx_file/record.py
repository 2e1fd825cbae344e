"""What is kept of a deck that was just written: what every slide means, and the look."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from holdslides.pages import Deck
from holdslides.pptx_file.heritage import Heritage
from holdslides.pptx_file.lists import FIRST_SLIDE_ID
from holdslides.pptx_file.looks import as_kept, read_look
from holdslides.pptx_file.meaning import slide_meaning
from holdslides.pptx_file.opened import Opened
from holdslides.pptx_file.state import SlideRecord, State, as_json


def record(deck: Deck, parts: Mapping[str, bytes], part: str) -> State:
    """The state of a deck's parts (zip names and bytes), to be kept in `part`."""
    package = Opened(dict(parts))
    heritages: dict[str, Heritage] = {}
    short = set(deck.short_show)
    slides: list[SlideRecord] = []
    numbered = enumerate(((block, slide) for block in deck.blocks for slide in block.slides), 1)
    for number, (block, slide) in numbered:
        name = f"ppt/slides/slide{number}.xml"
        layout = package.related(name, "slideLayout")[0]
        if layout not in heritages:
            heritages[layout] = Heritage(package, layout)
        said = as_json(slide_meaning(package, name, heritages[layout]))
        slides.append(
            SlideRecord(
                id=slide.id,
                number=FIRST_SLIDE_ID + number - 1,
                section=block.title,
                title=" ".join(slide.headline.plain.split()),
                short=slide.id in short,
                content=content_of(said),
                said=said,
            )
        )
    state = State(part, {}, deck=deck.name, look=as_kept(read_look(package)), slides=tuple(slides))
    return state.of_parts(parts)


def content_of(said: str) -> str:
    """The fingerprint of a meaning."""
    return hashlib.blake2b(said.encode(), digest_size=8).hexdigest()
