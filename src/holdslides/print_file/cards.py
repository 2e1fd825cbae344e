"""Eight cards on A4 to cut along dashed lines; a page with the answer behind each; slips to lay them under.

The second page is the first one's back, for a printer that turns the paper on its long edge. Lengths in pt.
"""

from __future__ import annotations

from holdslides import worksheet as ws
from holdslides.figure_values import drawn
from holdslides.figures import Area
from holdslides.kit.canvas import Canvas
from holdslides.kit.outlines import scissors
from holdslides.print_file.marks import dashed
from holdslides.print_file.page import A4_HEIGHT, A4_WIDTH, Page
from holdslides.print_file.setting import BLACK, BOLD, Setter, plain
from holdslides.records import replace

_MARGIN, _TOP, _FOOT = 36.0, 40.0, 62.0
_ROWS, _COLUMNS = 4, 2
_SIZES = (22.0, 21.0, 20.0)
_LEADING = 1.1
_CARD_WIDTH = (A4_WIDTH - 2 * _MARGIN) / _COLUMNS
_CARD_HEIGHT = (A4_HEIGHT - _TOP - _FOOT) / _ROWS
_SLIP_SIZE = 190.0

Box = tuple[float, float, float, float]


def card_pages(sheet: ws.Sheet, body: ws.Cards, setter: Setter) -> list[Page]:
    """The cards; their answers where they have some; the slips where there are answers to sort by."""
    pages = [_front(sheet, body, setter)]
    if any(card.answer for card in body.cards):
        pages.append(_back(sheet, body, setter))
    if body.answers:
        pages.append(_slips(sheet, body, setter))
    return pages


def _front(sheet: ws.Sheet, body: ws.Cards, setter: Setter) -> Page:
    page = Page(A4_WIDTH, A4_HEIGHT, setter.theme, "white")
    _knife_lines(page, _CARD_WIDTH, _CARD_HEIGHT, _ROWS, _COLUMNS)
    for i, card in enumerate(body.cards[: _ROWS * _COLUMNS]):
        _card(page, setter, card, _box(i % _COLUMNS, i // _COLUMNS), i + 1)
    _foot(page, sheet, setter)
    return page


def _back(sheet: ws.Sheet, body: ws.Cards, setter: Setter) -> Page:
    """The answers, the columns exchanged so that each comes behind its card."""
    page = Page(A4_WIDTH, A4_HEIGHT, setter.theme, "white")
    for i, card in enumerate(body.cards[: _ROWS * _COLUMNS]):
        _answer(page, setter, card, _box(_COLUMNS - 1 - i % _COLUMNS, i // _COLUMNS), i + 1)
    words = "Bagside: print på begge sider, og vend på den lange led."
    style = setter.style(setter.sizes.small)
    lines = setter.balanced(plain(words, sheet.place), style, A4_WIDTH - 2 * _MARGIN)
    page.runs(_MARGIN, A4_HEIGHT - 26 - (len(lines.runs) - 1) * lines.step, lines.runs, style, lines.width)
    return page


def _box(column: int, row: int) -> Box:
    return _MARGIN + column * _CARD_WIDTH, _TOP + row * _CARD_HEIGHT, _CARD_WIDTH, _CARD_HEIGHT


def _answer(page: Page, setter: Setter, card: ws.Card, box: Box, number: int) -> None:
    x, y, width, height = box
    _number(page, setter, box, number)
    large = setter.style(30, BLACK, align="center")
    answer = setter.broken(card.answer, large, width - 24)
    reason = setter.balanced(card.reason, setter.style(setter.sizes.heading, align="center"), width - 48)
    top = y + (height - answer.height - reason.height - 4) / 2
    if top < y + 8:
        setter.too_high(f"bagsiden af kort {number}", y + 8 - top, card.reason.place, "skriv kortere")
    answer.draw(page, x + width / 2, top)
    reason.draw(page, x + width / 2, top + answer.height + 4)


def _slips(sheet: ws.Sheet, body: ws.Cards, setter: Setter) -> Page:
    """A slip for each answer, its first letter large, one under the other."""
    page = Page(A4_WIDTH, A4_HEIGHT, setter.theme, "white")
    width, height = A4_WIDTH - 2 * _MARGIN, (A4_HEIGHT - _TOP - _FOOT) / len(body.answers)
    _knife_lines(page, width, height, len(body.answers), 1)
    size = min(_SLIP_SIZE, 0.52 * height)
    for i, answer in enumerate(body.answers):
        letter = setter.style(size, BLACK, align="center")
        words = setter.broken(answer, setter.style(30, BOLD, align="center"), width - 24)
        top = _TOP + i * height + (height - size - words.height) / 2
        page.words(A4_WIDTH / 2, top + 0.86 * size, (answer.plain[:1].upper(),), letter, width)
        words.draw(page, A4_WIDTH / 2, top + size)
    _foot(page, sheet, setter)
    return page


def _number(page: Page, setter: Setter, box: Box, number: int) -> None:
    style = setter.style(setter.sizes.text + 1, BOLD)
    page.words(box[0] + 14, box[1] + 12 + setter.sizes.text, (str(number),), style, 40)


def _card(page: Page, setter: Setter, card: ws.Card, box: Box, number: int) -> None:
    x, y, width, height = box
    _number(page, setter, box, number)
    style = setter.style(_SIZES[0], BLACK, align="center", leading=_LEADING)
    widest = setter.widest(card.text, style)
    size = next((s for s in _SIZES if widest * s / _SIZES[0] <= width - 24), _SIZES[-1])
    words = setter.broken(card.text, replace(style, size=size), width - 24)
    room = height - 34 - words.height
    if room < 50:
        setter.too_high(f"kort {number}", 50 - room, card.text.place, "skriv kortere")
    if card.figure:
        wide = width - 120
        page.figure(drawn(card.figure, Area(wide, room)), x + (width - wide) / 2, y + 12)
    words.draw(page, x + width / 2, y + 20 + room)


def _knife_lines(page: Page, width: float, height: float, rows: int, columns: int) -> None:
    right, bottom = _MARGIN + columns * width, _TOP + rows * height
    for i in range(rows + 1):
        page.shapes(dashed(_MARGIN - 14, _TOP + i * height, right + 14, _TOP + i * height))
    for i in range(columns + 1):
        page.shapes(dashed(_MARGIN + i * width, _TOP - 14, _MARGIN + i * width, bottom + 14))
    canvas = Canvas(0, 0)
    with canvas.at(_MARGIN + 52, _TOP):
        scissors(canvas)
    page.shapes(canvas.drawing("").shapes)


def _foot(page: Page, sheet: ws.Sheet, setter: Setter) -> None:
    right, own = setter.style(setter.sizes.small, align="right"), setter.style(setter.sizes.small, BOLD)
    words = setter.widest(sheet.foot, right)
    name = setter.width(sheet.clinic, own)
    room = A4_WIDTH - 2 * _MARGIN
    page.runs(A4_WIDTH - _MARGIN, A4_HEIGHT - 26, sheet.foot.paragraphs, right, words + 6)
    if name + words + 16 <= room:
        page.words(_MARGIN, A4_HEIGHT - 26, (sheet.clinic,), own, name + 6)
