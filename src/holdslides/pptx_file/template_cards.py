"""What a clinic's template knows nothing of, on a card in our colours in the room under its title.

Questions, exercises, three points, signs with whom to call: our own arrangement, moved and scaled, so it can
be read on any background. Lengths in pt.
"""

from __future__ import annotations

from holdslides.pptx_file.template_layouts import Offered, Rect
from holdslides.pptx_file.template_room import GAP, placed, room_under, title_box
from holdslides.records import replace
from holdslides.theme import Box, Layout, Layouts, NumberDisc, Panel
from holdslides.type_metrics import LINE

_ONE_LINE = 50.0  # what a headline of one line needs
_TWO_LINES = 70.0  # at the smallest size a headline may have
_PAD = 10.0  # inside a card
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


def on_card(layout: Layout, offered: Offered, layouts: Layouts, *, wide: bool = False) -> Layout:
    """Our own arrangement, moved and scaled into the room under a headline of one line, or two if it is `wide`.

    Raises NoRoom.
    """
    holder = offered.title
    assert holder is not None
    high = _ONE_LINE if layout.boxes["title"].lines == 1 else 2 * _ONE_LINE - 12
    if wide:
        high = max(high, _TWO_LINES)
    middle = holder.rect.y + max(0.0, min(holder.rect.height, 120) - high) / 2
    # not above the template's own title: something may be drawn there
    top = max(14.0, min(middle, max(26.0, holder.rect.y)))
    line = Rect(holder.rect.x, top, holder.rect.width, min(high, holder.rect.height))
    title = title_box(layout, offered, line, largest=38)
    room = room_under(title, offered, layouts)
    source = _OUR_ROOM[layout.id]
    soft = layout.boxes["picture"] if layout.id in ("wide", "summary", "safety") else None
    scale = _Scale(source, room, _PAD if layout.id in _CARDS else 0, soft)
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
    """From a part of our slide to a part of the template's.

    In a lower room the picture (`soft`) gives way, so that the words beside it keep their height.
    """

    def __init__(self, source: Rect, room: Rect, pad: float, soft: Box | None = None) -> None:
        self.source = source
        self.x, self.y = room.x + pad, room.y + pad
        self.across, self.down = (
            (room.width - 2 * pad) / source.width,
            (room.height - 2 * pad) / source.height,
        )
        self.soft = soft if self.down < 1 else None
        self.lost = source.height - (room.height - 2 * pad)

    def rect(self, x: float, y: float, width: float, height: float) -> Rect:
        top = self._down(y)
        return Rect(
            self.x + (x - self.source.x) * self.across,
            top,
            width * self.across,
            self._down(y + height) - top,
        )

    def _down(self, y: float) -> float:
        if self.soft is None:
            return self.y + (y - self.source.y) * self.down
        within = max(0.0, min(1.0, (y - self.soft.y) / self.soft.height))
        return self.y + y - self.source.y - within * self.lost

    def box(self, box: Box) -> Box:
        """The box in its new place, its words in our own colour as they stand on a card of ours."""
        rect = self.rect(box.x, box.y, box.width, box.height)
        if box.sizes:
            high = max(rect.height, box.sizes[-1] * LINE * box.leading + 1 if box.lines == 1 else 0)
            rect = Rect(rect.x, rect.y, rect.width, high)
        return replace(placed(box, rect), colour=box.colour or "ink")

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
    under = top + 48 + GAP
    if "question" in boxes:
        half = room.width * 0.5
        high = room.bottom - under - _PAD
        words = Rect(room.x + 2 * _PAD + 30, under + 20, half - 3 * _PAD - 60, high - 40)
        boxes["question"] = placed(boxes["question"], words)
        picture = Rect(room.x + half, room.y + _PAD, room.width - half, room.height - _PAD)
    else:
        line = boxes["body"]
        boxes["body"] = placed(line, Rect(room.x + 3 * _PAD, under, room.width - 6 * _PAD, 34))
        picture = Rect(room.x, under + 40, room.width, room.bottom - under - 40)
    boxes["picture"] = placed(boxes["picture"], picture)
    return boxes


def _two_lines(boxes: dict[str, Box]) -> dict[str, Box]:
    """The headings of two columns with room for two lines, as another font may be wider than ours."""
    for side in ("left", "right"):
        heading, body = boxes[f"{side}_heading"], boxes[f"{side}_body"]
        high = max(heading.height, 2 * heading.sizes[-1] * LINE * heading.leading + 1)
        top = heading.y + high + GAP
        boxes[f"{side}_heading"] = replace(heading, height=high, lines=2)
        boxes[f"{side}_body"] = replace(body, y=top, height=body.y + body.height - top)
    return boxes


def _bubble(words: Box) -> Panel:
    return Panel(words.x - 30, words.y - 16, words.width + 60, words.height + 32)
