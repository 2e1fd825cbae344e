"""A template that is one of our decks, changed: every box where she has put it, and what she has taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pptx.parts.presentation import PresentationPart

from holdslides.pptx_file.markup import EMU, emu
from holdslides.pptx_file.names import PLACEHOLDERS
from holdslides.pptx_file.namespaces import P
from holdslides.problems import Place, Problem
from holdslides.records import replace
from holdslides.theme import Box, Layout, Layouts


def layouts_by_name(presentation: PresentationPart) -> dict[str, Any]:
    """The layout parts of every master, by the names PowerPoint shows."""
    masters = presentation.presentation.slide_masters
    return {layout.name: layout.part for master in masters for layout in master.slide_layouts}


def is_ours(by_name: Mapping[str, Any], layouts: Layouts) -> bool:
    """Whether the template has every one of our layouts, so that hers are used as they are."""
    return all(layout.name in by_name for layout in layouts.by_id.values())


def with_its_places(layouts: Layouts, by_name: Mapping[str, Any]) -> Layouts:
    """Our layouts with every box where the template has it now."""
    return replace(
        layouts,
        by_id={
            id_: replace(one, boxes=_its_boxes(one, by_name[one.name])) for id_, one in layouts.by_id.items()
        },
    )


def _its_boxes(layout: Layout, part: Any) -> dict[str, Box]:
    places = {}
    for shape in part.slide_layout.placeholders:
        if shape.width and shape.height:
            places[shape.placeholder_format.idx] = (shape.left, shape.top, shape.width, shape.height)
    boxes = dict(layout.boxes)
    for name, box in layout.boxes.items():
        which = PLACEHOLDERS.get(name)
        there = places.get(which.idx) if which is not None else None
        ours = tuple(map(emu, (box.x, box.y, box.width, box.height)))
        if there is not None and there != ours and name != "picture":
            x, y, width, height = (value / EMU for value in there)
            boxes[name] = replace(box, x=x, y=y, width=width, height=height)
    return boxes


def why_unusable(
    path: Path, presentation: PresentationPart, by_name: dict[str, Any], layouts: Layouts
) -> Iterator[Problem]:
    """What keeps a template of ours from being used: another size, or places deleted from its layouts."""
    yield from wrong_size(Place(str(path)), presentation, layouts)
    for layout in layouts.by_id.values():
        if missing := list(_missing(by_name[layout.name], layout)):
            message = f'layoutet "{layout.name}" mangler pladsen til: {", ".join(missing)}'
            yield Problem(message, Place(str(path)), "begynd med en præsentation, som holdslides har lavet")


def wrong_size(place: Place, presentation: PresentationPart, layouts: Layouts) -> Iterator[Problem]:
    """What is said of slides of another size than ours, which every box and picture is made for."""
    size = presentation._element.find(f"{P}sldSz")
    if (int(size.get("cx")), int(size.get("cy"))) != (emu(layouts.width), emu(layouts.height)):
        hint = "vælg Design, Slidestørrelse, Widescreen (33,87 x 19,05 cm)"
        yield Problem("skabelonens slides har en anden størrelse", place, hint)


def _missing(part: Any, layout: Layout) -> Iterator[str]:
    known = {str(holder.get("idx", "0")) for holder in part._element.iter(f"{P}ph")}
    for name in layout.boxes:
        which = PLACEHOLDERS.get(name)
        if which is not None and name != "picture" and str(which.idx) not in known:
            yield which.name
