"""Table signs on A4, one a page, folded three times: a name for the others, a question for the one behind
it. pt.
"""

from __future__ import annotations

from holdslides import worksheet as ws
from holdslides.figure_values import drawn
from holdslides.figures import Area
from holdslides.print_file.marks import dashed
from holdslides.print_file.page import A4_HEIGHT, A4_WIDTH, Page, Style
from holdslides.print_file.setting import BLACK, BOLD, MEDIUM, REGULAR, Setter, plain
from holdslides.print_file.shapes import number
from holdslides.records import replace
from holdslides.texts import Text

_MARGIN = 36.0
_FOOT = 72.0  # the flaps the sign stands on
_FACE = A4_HEIGHT / 2 - _FOOT
_ROOM = A4_WIDTH - 2 * _MARGIN
_NAME_SIZES = (84.0, 80.0, 76.0, 72.0, 68.0, 64.0, 60.0)


def sign_pages(sheet: ws.Sheet, body: ws.Signs, setter: Setter) -> list[Page]:
    """A page for each sign."""
    pages = []
    for i, sign in enumerate(body.signs, 1):
        page = Page(A4_WIDTH, A4_HEIGHT, setter.theme, "white")
        _front(page, sign, setter)
        _folds(page, setter)
        _back(page, sign, body, setter)
        _edge(page, f"{sheet.foot.plain} {i} af {len(body.signs)}", sheet, setter)
        pages.append(page)
    return pages


def _folds(page: Page, setter: Setter) -> None:
    style = setter.style(setter.sizes.small, colour="rule")
    for y in (_FOOT, A4_HEIGHT / 2, A4_HEIGHT - _FOOT):
        page.shapes(dashed(_MARGIN - 20, y, _MARGIN + 60, y))
        page.shapes(dashed(A4_WIDTH - _MARGIN - 60, y, A4_WIDTH - _MARGIN + 20, y))
        page.words(_MARGIN - 18, y - 6, ("fold",), style, 80)


def _front(page: Page, sign: ws.Sign, setter: Setter) -> None:
    """The half that faces the room: the picture over the name."""
    top = A4_HEIGHT / 2
    style = setter.style(_NAME_SIZES[0], BLACK, align="center", leading=0.95)
    widest = setter.widest(sign.name, style)
    size = next((s for s in _NAME_SIZES if widest * s / _NAME_SIZES[0] <= _ROOM + 12), _NAME_SIZES[-1])
    words = setter.broken(sign.name, replace(style, size=size, tracking=-0.012), _ROOM + 12)
    picture = _FACE - words.height - 46
    if sign.figure:
        page.figure(drawn(sign.figure, Area(_ROOM, picture)), _MARGIN, top + 14)
    words.draw(page, A4_WIDTH / 2, top + 22 + picture, heading=1)


def _back(page: Page, sign: ws.Sign, body: ws.Signs, setter: Setter) -> None:
    """The half that faces the holder, upside down on the sheet."""
    half = Page(A4_WIDTH, _FACE, setter.theme, "white")
    you_are = f"{body.you_are.plain} {_one_line(sign.name)}"
    rows: list[tuple[Text, Style]] = [
        (plain(you_are, sign.name.place), setter.style(24, BOLD, align="center")),
        (body.heading, setter.style(40, BLACK, align="center", leading=1.2)),
        (sign.question, setter.style(30, MEDIUM, align="center", leading=1.2)),
        (body.task, setter.style(22, REGULAR, align="center")),
    ]
    lines = [setter.broken(text, style, _ROOM) for text, style in rows]
    over = sum(line.height for line in lines) + 3 * 12 - _FACE
    if over > 0:
        setter.too_high("bagsiden af skiltet", over, sign.question.place, "skriv kortere")
    gap = min(22.0, 12 - over / 6)
    y = (_FACE - sum(line.height for line in lines) - 3 * gap) / 2
    for line in lines:
        line.draw(half, A4_WIDTH / 2, y)
        y += line.height + gap
    page.raw(
        f"#place(top + left, dy: {number(_FOOT)}pt)[#rotate(180deg)[#box(width: {number(A4_WIDTH)}pt, "
        f"height: {number(_FACE)}pt)[{half.markup}]]]"
    )


def _one_line(name: Text) -> str:
    """A name of two lines as one, a word divided between them whole again."""
    return name.plain.replace("-\n", "").replace("\n", " ")


def _edge(page: Page, words: str, sheet: ws.Sheet, setter: Setter) -> None:
    style = setter.style(setter.sizes.small, align="center")
    whole = f"{sheet.clinic}  ·  {words}"
    shown = whole if setter.width(whole, style) <= _ROOM else words
    page.words(A4_WIDTH / 2, A4_HEIGHT - 26, (shown,), style, _ROOM)
