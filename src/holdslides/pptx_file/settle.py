"""What the slides and the look of a deck meant when it was written, read from the parts its state keeps."""

from __future__ import annotations

from dataclasses import replace

from holdslides.pptx_file.heritage import Heritage
from holdslides.pptx_file.looks import as_kept, read_look
from holdslides.pptx_file.meaning import slide_meaning
from holdslides.pptx_file.opened import Opened
from holdslides.pptx_file.state import SlideRecord, State, as_json


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
