"""The boxes for words on a clinic's template, and the room that is left under its titles. Lengths in pt."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.pptx_file.template_layouts import Holder, Offered, Rect
from holdslides.records import replace
from holdslides.theme import Box, Layout, Layouts
from holdslides.type_metrics import LINE

GAP = 10.0
_MARGIN, _IN_LINE = 48.0, 64.0
_SMALLEST_TITLE, _SMALLEST_TEXT = 28.0, 24.0
_FOOTER_ROOM = 8.0
_GROUND = 0.6  # of width and height: what covers more is what everything stands on
_LEAST_LEFT = 0.7  # of the room, beside what the template draws
_LEAST_ROOM = (420.0, 230.0)  # what must be left under the title


class NoRoom(Exception):
    """A template's layout that leaves no room under its title: its name."""


def title_box(layout: Layout, offered: Offered, room: Rect | None = None, largest: float = 60) -> Box:
    """A title where the template has it, or in `room`; its font no larger than `largest` (pt)."""
    holder = offered.title
    assert holder is not None  # match_layouts chooses none without
    rect, ours = room or holder.rect, layout.boxes["title"]
    first = max(_SMALLEST_TITLE, min(holder.size, largest))
    sizes = _steps(first, _SMALLEST_TITLE, 4)
    return replace(
        ours,
        x=rect.x,
        y=rect.y,
        width=rect.width,
        height=rect.height,
        sizes=sizes,
        bold=holder.bold,
        leading=holder.leading,
        anchor="middle" if room else holder.anchor,
        lines=max(1, min(4, int(rect.height / (sizes[-1] * LINE * holder.leading)))),
        below="",
        colour="",
    )


def text_box(ours: Box, rect: Rect, holder: Holder | None = None, first: float = 30) -> Box:
    """Running text in `rect`, set as the placeholder is; no larger than `first` (pt), no smaller than 24."""
    leading = holder.leading if holder else ours.leading
    largest = max(_SMALLEST_TEXT, min(first, holder.size if holder else first))
    sizes = _steps(largest, _SMALLEST_TEXT, 2)
    return replace(
        ours,
        x=rect.x,
        y=rect.y,
        width=rect.width,
        height=rect.height,
        sizes=sizes,
        leading=leading,
        anchor=holder.anchor if holder else "top",
        lines=max(1, int(rect.height / (sizes[-1] * LINE * leading))),
        bold=holder.bold if holder else ours.bold,
        below="",
        colour="",
    )


def _steps(first: float, last: float, step: float) -> tuple[float, ...]:
    sizes = []
    while first > last:
        sizes.append(first)
        first -= step
    return (*sizes, last)


def placed(box: Box, rect: Rect) -> Box:
    """The box in another place."""
    return replace(box, x=rect.x, y=rect.y, width=rect.width, height=rect.height, below="")


def room_under(title: Box, offered: Offered, layouts: Layouts, *, from_title: bool = False) -> Rect:
    """What is left under the title, down to the footers; with `from_title` the title's own place too.

    Raises NoRoom.
    """
    edges = [holder.rect.y for holder in (offered.footer, offered.number) if holder is not None]
    low = [y for y in edges if y > layouts.height * 0.75]
    bottom = min([*low, layouts.height - 34]) - _FOOTER_ROOM
    top = title.y if from_title else title.y + title.height + GAP
    # in line with the title, or as near the edges as our own slides are
    left = max(title.x, 24.0) if title.x <= _IN_LINE else _MARGIN
    right = min(layouts.width - 24, max(title.x + title.width, layouts.width - _MARGIN))
    room = _beside(offered.drawn, Rect(left, top, right - left, bottom - top), layouts)
    if room.width < _LEAST_ROOM[0] or room.height < _LEAST_ROOM[1]:
        raise NoRoom(offered.name)
    return room


def _beside(drawn: Iterable[Rect], room: Rect, layouts: Layouts) -> Rect:
    """The room without what the template draws along its edges; what stands in its middle is a ground."""
    for one in drawn:
        covers = one.width >= layouts.width * _GROUND and one.height >= layouts.height * _GROUND
        meets = one.x < room.right and one.right > room.x and one.y < room.bottom and one.bottom > room.y
        if covers or not meets:
            continue
        cuts = [
            Rect(room.x, room.y, one.x - GAP - room.x, room.height),
            Rect(one.right + GAP, room.y, room.right - one.right - GAP, room.height),
            Rect(room.x, room.y, room.width, one.y - GAP - room.y),
            Rect(room.x, one.bottom + GAP, room.width, room.bottom - one.bottom - GAP),
        ]
        best = max(cuts, key=lambda cut: max(0.0, cut.width) * max(0.0, cut.height))
        if best.width * best.height >= room.width * room.height * _LEAST_LEFT and best.width > 0:
            room = best
    return room
