"""What the slides and the look of a deck meant when it was written, read from the parts its state keeps."""

from __future__ import annotations

from holdslides.pptx_file.heritage import Heritage
from holdslides.pptx_file.looks import as_kept, palette, read_look
from holdslides.pptx_file.meaning import slide_meaning
from holdslides.pptx_file.opened import Opened
from holdslides.pptx_file.same_looks import Palette
from holdslides.pptx_file.state import SlideRecord, State, as_json
from holdslides.records import replace


class Settler:
    """Says what slides of a package mean, as the state keeps it.

    A slide on another master than most has colours and fonts that are not those of the deck (`main`): its
    own are then said too.
    """

    def __init__(self, package: Opened, main: Palette) -> None:
        self.package, self.main = package, main
        self._heritages: dict[str, tuple[Heritage, Palette]] = {}

    def said(self, part: str) -> str:
        """The meaning of a slide with all that it inherits (JSON). Raises Unreadable for broken parts."""
        layout = self.package.related(part, "slideLayout")[0]
        if layout not in self._heritages:
            master = self.package.related(layout, "slideMaster")[0]
            self._heritages[layout] = Heritage(self.package, layout), palette(self.package, master)
        heritage, own = self._heritages[layout]
        meaning = slide_meaning(self.package, part, heritage)
        return as_json(meaning if own == self.main else {**meaning, "palette": own})


def settled(state: State) -> State:
    """The state with what every slide and the look means, worked out from the parts that were kept.

    Raises Unreadable when the kept parts are broken.
    """
    if not state.base:
        return state
    package = Opened(dict(state.base))
    slides, look = package.slides(), read_look(package)
    settler = Settler(package, look.palette)
    records: list[SlideRecord] = []
    for slide in state.slides:
        records.append(replace(slide, said=settler.said(slides[slide.number])))
    return replace(state, base={}, look=as_kept(look), slides=tuple(records))
