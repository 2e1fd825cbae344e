"""Our layouts on a clinic's template: its title and text where it has them, our pictures and cards below.

What a template knows nothing of (questions, three points, signs with whom to call) stands on a card of ours
in the room under the title (template_cards.py). Lengths in pt.
"""

from __future__ import annotations

from collections.abc import Mapping

from holdslides.pptx_file.template_cards import on_card
from holdslides.pptx_file.template_layouts import Holder, Offered, Rect, has_picture_room
from holdslides.pptx_file.template_room import GAP, placed, room_under, text_box, title_box
from holdslides.records import replace
from holdslides.theme import Box, Layout, Layouts
from holdslides.type_metrics import LINE

_SPACIOUS = 820.0  # pt
_WHOLE = 320.0  # pt: what is as high as this is the ground of the slide, not of a title


def fitted(layouts: Layouts, chosen: Mapping[str, Offered], *, wide: bool = False) -> Layouts:
    """Our layouts with the boxes they get on the template, whose font may be a `wide` one. Raises NoRoom."""
    plain = next(iter(chosen.values()))
    number, footer = chosen["statement"].number or plain.number, chosen["statement"].footer or plain.footer
    number_box = _moved(layouts.footer_number, number)
    return replace(
        layouts,
        footer_number=number_box,
        footer_text=_stretched(_moved(layouts.footer_text, footer), number_box, chosen["statement"]),
        by_id={id_: _fitted(layout, chosen[id_], layouts, wide) for id_, layout in layouts.by_id.items()},
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
    height = max(rect.height, size * LINE)
    return replace(
        box, x=rect.x, y=rect.y, width=rect.width, height=height, sizes=(size,), anchor=holder.anchor
    )


def _stretched(box: Box, number: Box, offered: Offered) -> Box:
    """The footer as wide as it can be beside the number: ours says both clinic and topic."""
    title = offered.title
    left = min(box.x, title.rect.x) if title else box.x
    right = max(box.x + box.width, title.rect.right if title else 0)
    if number.x > box.x:
        right = min(right, number.x - GAP)
    elif number.x + number.width > left:
        left = number.x + number.width + GAP
    return replace(box, x=left, width=right - left)


def _fitted(layout: Layout, offered: Offered, layouts: Layouts, wide: bool) -> Layout:
    bare = replace(layout, panels=(), numbers=(), bar=None, bubble=None)
    match layout.id:
        case "title":
            return replace(bare, boxes=_front(layout, offered, layouts))
        case "section":
            return replace(bare, boxes=_section(layout, offered))
        case "statement":
            title = title_box(layout, offered)
            text = holder_of(layout.id, "body", offered)
            room = text.rect if text else room_under(title, offered, layouts)
            return replace(bare, boxes={"title": title, "body": text_box(layout.boxes["body"], room, text)})
        case "side":
            return replace(bare, boxes=_side(layout, offered, layouts))
        case _:
            return on_card(layout, offered, layouts, wide=wide)


# ---- layouts a template has too ---------------------------------------------------------------------------
def _front(layout: Layout, offered: Offered, layouts: Layouts) -> dict[str, Box]:
    title = title_box(layout, offered)
    holder = holder_of(layout.id, "subtitle", offered)
    line = 30.0
    if holder is not None:
        rect = holder.rect
    else:
        top = title.y + title.height + GAP
        rect = Rect(title.x, top, title.width, max(3 * line + 40, min(140.0, layouts.height - top - 60)))
    above = Rect(rect.x, rect.y, rect.width, max(60.0, rect.height - line - 4))
    below = Rect(rect.x, above.bottom + 4, rect.width, line)
    clinic = text_box(layout.boxes["clinic"], below, holder)
    subtitle = text_box(layout.boxes["subtitle"], above, holder, first=28)
    return {
        "title": title,
        "subtitle": replace(subtitle, anchor="top"),
        "clinic": replace(clinic, sizes=(20.0, 18.0, 16.0), lines=1, bold=True, anchor="top"),
    }


def _section(layout: Layout, offered: Offered) -> dict[str, Box]:
    title = title_box(layout, offered)
    holder = holder_of(layout.id, "number", offered)
    rect = holder.rect if holder else Rect(title.x, max(12.0, title.y - 44), title.width, 40)
    return {"number": text_box(layout.boxes["number"], rect, holder, first=28), "title": title}


def _side(layout: Layout, offered: Offered, layouts: Layouts) -> dict[str, Box]:
    ours = layout.boxes
    if has_picture_room(offered):
        picture, words = offered.body("pic"), offered.body("body", "obj")
        assert picture is not None
        assert words is not None
        return {
            "title": title_box(layout, offered, largest=40),
            "body": text_box(ours["body"], words.rect, words, first=28),
            "picture": placed(ours["picture"], picture.rect),
        }
    whole = title_box(layout, offered)
    if _stands_on_something(offered):
        return _under_title(layout, offered, room_under(whole, offered, layouts))
    room = room_under(whole, offered, layouts, from_title=True)
    left = Rect(room.x, room.y, room.width * _share(room), room.height)
    high = min(210.0, left.height * 0.52)
    title = title_box(layout, offered, Rect(left.x, left.y, left.width, high), largest=40)
    text = Rect(left.x, left.y + high + GAP, left.width, left.height - high - GAP)
    return {
        "title": replace(title, anchor="bottom"),
        "body": text_box(ours["body"], text, offered.body("body", "obj"), first=28),
        "picture": placed(
            ours["picture"], Rect(left.right + 24, room.y, room.right - left.right - 24, room.height)
        ),
    }


def _stands_on_something(offered: Offered) -> bool:
    """Whether the template draws something behind its title, whose colour may be for that alone."""
    assert offered.title is not None
    title = offered.title.rect
    middle = (title.x + title.width / 2, title.y + title.height / 2)
    return any(
        one.x <= middle[0] <= one.right and one.y <= middle[1] <= one.bottom and one.height < _WHOLE
        for one in offered.drawn
    )


def _share(room: Rect) -> float:
    """How much of the room is for words beside a picture; a picture is not drawn at any width."""
    return 0.42 if room.width >= _SPACIOUS else 0.39


def _under_title(layout: Layout, offered: Offered, room: Rect) -> dict[str, Box]:
    """The title where the template has it, words and picture side by side under it."""
    words = Rect(room.x, room.y + GAP, room.width * _share(room), room.height - GAP)
    left = words.right + 24
    return {
        "title": title_box(layout, offered, largest=40),
        "body": text_box(layout.boxes["body"], words, offered.body("body", "obj"), first=28),
        "picture": placed(layout.boxes["picture"], Rect(left, room.y, room.right - left, room.height)),
    }
