"""Our layouts on a clinic's template: its title and text where it has them, our pictures and cards below.

What a template knows nothing of (questions, three points, signs with whom to call) stands on a card of ours
in the room under the title, so it can be read on any background. Lengths in pt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from holdslides.pptx_file.template_layouts import Holder, Offered, Rect, has_picture_room
from holdslides.theme import Box, Layout, Layouts, NumberDisc, Panel

_LINE = 1.2  # of the font size
_MARGIN, _GAP = 48.0, 10.0
_SMALLEST_TITLE, _SMALLEST_TEXT = 28.0, 24.0
_ONE_LINE = 50.0  # what a headline of one line needs
_FOOTER_ROOM = 8.0
_PAD = 10.0  # inside a card
_LEAST_ROOM = (420.0, 230.0)  # what must be left under the title
_OUR_ROOM: dict[str, Rect] = {  # what of our own layout goes onto the card
    "wide": Rect(0, 92, 960, 448),
    "question": Rect(32, 32, 928, 470),
    "exercise": Rect(32, 36, 900, 450),
    "columns": Rect(48, 146, 864, 340),
    "table": Rect(48, 150, 864, 330),
    "summary": Rect(40, 100, 880, 398),
    "safety": Rect(40, 100, 880, 398),
}
_CARDS = ("wide", "question", "exercise", "summary", "safety")


class NoRoom(Exception):
    """A template's layout that leaves no room under its title: its name."""


def fitted(layouts: Layouts, chosen: Mapping[str, Offered]) -> Layouts:
    """Our layouts with the boxes they get on the template. Raises NoRoom."""
    plain = next(iter(chosen.values()))
    number, footer = chosen["statement"].number or plain.number, chosen["statement"].footer or plain.footer
    number_box = _moved(layouts.footer_number, number)
    return replace(
        layouts,
        footer_number=number_box,
        footer_text=_stretched(_moved(layouts.footer_text, footer), number_box, chosen["statement"]),
        by_id={id_: _fitted(layout, chosen[id_], layouts) for id_, layout in layouts.by_id.items()},
    )


def holder_of(layout_id: str, box: str, offered: Offered) -> Holder | None:
    """The template's placeholder that a box of ours takes after; None for what stands on a card of ours."""
    if box == "title":
        return offered.title
    match layout_id:
        case "title":
            return offered.body("subTitle", "body", "obj")
        case "section":
            return offered.body("body", "obj", "subTitle")
        case "statement" | "side":
            return offered.body("body", "obj")
        case _:
            return None


def _moved(box: Box, holder: Holder | None) -> Box:
    if holder is None:
        return box
    rect, size = holder.rect, max(12.0, min(holder.size, 16.0))
    height = max(rect.height, size * _LINE)
    return replace(
        box, x=rect.x, y=rect.y, width=rect.width, height=height, sizes=(size,), anchor=holder.anchor
    )


def _stretched(box: Box, number: Box, offered: Offered) -> Box:
    """The footer as wide as it can be beside the number: ours says both clinic and topic."""
    title = offered.title
    left = min(box.x, title.rect.x) if title else box.x
    right = max(box.x + box.width, title.rect.right if title else 0)
    if number.x > box.x:
        right = min(right, number.x - _GAP)
    elif number.x + number.width > left:
        left = number.x + number.width + _GAP
    return replace(box, x=left, width=right - left)


def _fitted(layout: Layout, offered: Offered, layouts: Layouts) -> Layout:
    bare = replace(layout, panels=(), numbers=(), bar=None, bubble=None)
    match layout.id:
        case "title":
            return replace(bare, boxes=_front(layout, offered, layouts))
        case "section":
            return replace(bare, boxes=_section(layout, offered))
        case "statement":
            title = _title(layout, offered)
            text = holder_of(layout.id, "body", offered)
            room = text.rect if text else _room(title, offered, layouts)
            return replace(bare, boxes={"title": title, "body": _text(layout.boxes["body"], room, text)})
        case "side":
            return replace(bare, boxes=_side(layout, offered, layouts))
        case _:
            return _on_card(layout, offered, layouts)


# ---- layouts a template has too ---------------------------------------------------------------------------
def _title(layout: Layout, offered: Offered, room: Rect | None = None, largest: float = 60) -> Box:
    holder = offered.title
    assert holder is not None  # match_layouts chooses none without
    rect, ours = room or holder.rect, layout.boxes["title"]
    first = max(_SMALLEST_TITLE, min(holder.size, largest))
    sizes = tuple(size for size in _steps(first, _SMALLEST_TITLE, 4))
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
        lines=max(1, min(4, int(rect.height / (sizes[-1] * _LINE * holder.leading)))),
        below="",
        colour="",
    )


def _text(ours: Box, rect: Rect, holder: Holder | None = None, first: float = 30) -> Box:
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
        lines=max(1, int(rect.height / (sizes[-1] * _LINE * leading))),
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


def _front(layout: Layout, offered: Offered, layouts: Layouts) -> dict[str, Box]:
    title = _title(layout, offered)
    holder = holder_of(layout.id, "subtitle", offered)
    line = 30.0
    if holder is not None:
        rect = holder.rect
    else:
        top = title.y + title.height + _GAP
        rect = Rect(title.x, top, title.width, max(3 * line + 40, min(140.0, layouts.height - top - 60)))
    above = Rect(rect.x, rect.y, rect.width, max(60.0, rect.height - line - 4))
    below = Rect(rect.x, above.bottom + 4, rect.width, line)
    clinic = _text(layout.boxes["clinic"], below, holder)
    subtitle = _text(layout.boxes["subtitle"], above, holder, first=28)
    return {
        "title": title,
        "subtitle": replace(subtitle, anchor="top"),
        "clinic": replace(clinic, sizes=(20.0, 18.0, 16.0), lines=1, bold=True, anchor="top"),
    }


def _section(layout: Layout, offered: Offered) -> dict[str, Box]:
    title = _title(layout, offered)
    holder = holder_of(layout.id, "number", offered)
    rect = holder.rect if holder else Rect(title.x, max(12.0, title.y - 44), title.width, 40)
    return {"number": _text(layout.boxes["number"], rect, holder, first=28), "title": title}


def _side(layout: Layout, offered: Offered, layouts: Layouts) -> dict[str, Box]:
    ours = layout.boxes
    if has_picture_room(offered):
        picture, words = offered.body("pic"), offered.body("body", "obj")
        assert picture is not None
        assert words is not None
        return {
            "title": _title(layout, offered, largest=40),
            "body": _text(ours["body"], words.rect, words, first=28),
            "picture": _placed(ours["picture"], picture.rect),
        }
    whole = _title(layout, offered)
    room = _room(whole, offered, layouts, from_title=True)
    left = Rect(room.x, room.y, room.width * 0.42, room.height)
    high = min(210.0, left.height * 0.52)
    title = _title(layout, offered, Rect(left.x, left.y, left.width, high), largest=40)
    text = Rect(left.x, left.y + high + _GAP, left.width, left.height - high - _GAP)
    return {
        "title": replace(title, anchor="bottom"),
        "body": _text(ours["body"], text, offered.body("body", "obj"), first=28),
        "picture": _placed(
            ours["picture"], Rect(left.right + 24, room.y, room.right - left.right - 24, room.height)
        ),
    }


def _placed(box: Box, rect: Rect) -> Box:
    return replace(box, x=rect.x, y=rect.y, width=rect.width, height=rect.height, below="")


# ---- layouts of ours alone --------------------------------------------------------------------------------
def _room(title: Box, offered: Offered, layouts: Layouts, *, from_title: bool = False) -> Rect:
    """What is left under the title, down to the footers; with `from_title` the title's own place too."""
    edges = [holder.rect.y for holder in (offered.footer, offered.number) if holder is not None]
    low = [y for y in edges if y > layouts.height * 0.75]
    bottom = min([*low, layouts.height - 34]) - _FOOTER_ROOM
    top = title.y if from_title else title.y + title.height + _GAP
    left = min(max(title.x, 24.0), _MARGIN * 2)
    right = min(layouts.width - 24, max(title.x + title.width, layouts.width - _MARGIN * 2))
    room = Rect(left, top, right - left, bottom - top)
    if room.width < _LEAST_ROOM[0] or room.height < _LEAST_ROOM[1]:
        raise NoRoom(offered.name)
    return room


def _on_card(layout: Layout, offered: Offered, layouts: Layouts) -> Layout:
    """Our own arrangement, moved and scaled into the room under a headline of one line."""
    holder = offered.title
    assert holder is not None
    high = _ONE_LINE if layout.boxes["title"].lines == 1 else 2 * _ONE_LINE - 12
    middle = holder.rect.y + max(0.0, min(holder.rect.height, 120) - high) / 2
    line = Rect(holder.rect.x, max(14.0, min(middle, 26.0)), holder.rect.width, min(high, holder.rect.height))
    title = _title(layout, offered, line, largest=38)
    room = _room(title, offered, layouts)
    source = _OUR_ROOM[layout.id]
    scale = _Scale(source, room, _PAD if layout.id in _CARDS else 0)
    boxes = {name: scale.box(box) for name, box in layout.boxes.items() if name not in ("title", "logo")}
    card = (Panel(room.x, room.y, room.width, room.height, layout.ground),) if layout.id in _CARDS else ()
    if layout.id in ("question", "exercise"):
        boxes = _below_badge(boxes, room)
    if layout.id == "wide":
        words = boxes["body"]
        boxes["body"] = replace(words, x=room.x + 2 * _PAD, width=room.width - 4 * _PAD)
    if layout.id == "columns":
        boxes = _two_lines(boxes)
    return replace(
        layout,
        boxes={"title": title, **boxes},
        panels=(*card, *map(scale.panel, layout.panels)),
        numbers=tuple(map(scale.disc, layout.numbers)),
        bar=scale.panel(layout.bar) if layout.bar else None,
        bubble=_bubble(boxes["question"]) if layout.bubble else None,
    )


class _Scale:
    """From a part of our slide to a part of the template's."""

    def __init__(self, source: Rect, room: Rect, pad: float) -> None:
        self.source = source
        self.x, self.y = room.x + pad, room.y + pad
        self.across, self.down = (
            (room.width - 2 * pad) / source.width,
            (room.height - 2 * pad) / source.height,
        )

    def rect(self, x: float, y: float, width: float, height: float) -> Rect:
        return Rect(
            self.x + (x - self.source.x) * self.across,
            self.y + (y - self.source.y) * self.down,
            width * self.across,
            height * self.down,
        )

    def box(self, box: Box) -> Box:
        """The box in its new place, its words in our own colour as they stand on a card of ours."""
        rect = self.rect(box.x, box.y, box.width, box.height)
        if box.sizes:
            high = max(rect.height, box.sizes[-1] * _LINE * box.leading + 1 if box.lines == 1 else 0)
            rect = Rect(rect.x, rect.y, rect.width, high)
        return replace(_placed(box, rect), colour=box.colour or "ink")

    def panel(self, panel: Panel) -> Panel:
        rect = self.rect(panel.x, panel.y, panel.width, panel.height)
        return replace(panel, x=rect.x, y=rect.y, width=rect.width, height=rect.height)

    def disc(self, disc: NumberDisc) -> NumberDisc:
        rect = self.rect(disc.x, disc.y, disc.size, disc.size)
        return NumberDisc(rect.x, rect.y, min(disc.size, rect.width, max(36.0, rect.height)))


def _below_badge(boxes: dict[str, Box], room: Rect) -> dict[str, Box]:
    """A question or an exercise: badge on top of the card, words under it, the picture beside or below."""
    badge = boxes["badge"]
    top = room.y + _PAD
    boxes["badge"] = replace(badge, x=room.x + 2 * _PAD, y=top, width=380, height=48)
    under = top + 48 + _GAP
    if "question" in boxes:
        half = room.width * 0.5
        high = room.bottom - under - _PAD
        words = Rect(room.x + 2 * _PAD + 30, under + 20, half - 3 * _PAD - 60, high - 40)
        boxes["question"] = _placed(boxes["question"], words)
        picture = Rect(room.x + half, room.y + _PAD, room.width - half, room.height - _PAD)
    else:
        line = boxes["body"]
        boxes["body"] = _placed(line, Rect(room.x + 3 * _PAD, under, room.width - 6 * _PAD, 34))
        picture = Rect(room.x, under + 40, room.width, room.bottom - under - 40)
    boxes["picture"] = _placed(boxes["picture"], picture)
    return boxes


def _two_lines(boxes: dict[str, Box]) -> dict[str, Box]:
    """The headings of two columns with room for two lines, as another font may be wider than ours."""
    for side in ("left", "right"):
        heading, body = boxes[f"{side}_heading"], boxes[f"{side}_body"]
        high = max(heading.height, 2 * heading.sizes[-1] * _LINE * heading.leading + 1)
        top = heading.y + high + _GAP
        boxes[f"{side}_heading"] = replace(heading, height=high, lines=2)
        boxes[f"{side}_body"] = replace(body, y=top, height=body.y + body.height - top)
    return boxes


def _bubble(words: Box) -> Panel:
    return Panel(words.x - 30, words.y - 16, words.width + 60, words.height + 32)
