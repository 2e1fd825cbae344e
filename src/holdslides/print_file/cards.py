"""Eight cards on A4, to be cut along dashed lines: picture, words, answers to tick, no key. pt."""

from __future__ import annotations

from dataclasses import replace

from holdslides import worksheet as ws
from holdslides.figures import Area
from holdslides.kit.canvas import Canvas
from holdslides.kit.outlines import scissors
from holdslides.models_sheet import Mark
from holdslides.print_file.marks import dashed, mark_shapes
from holdslides.print_file.page import Page
from holdslides.print_file.setting import BLACK, BOLD, Setter
from holdslides.print_file.sheet_drawn import drawn
from holdslides.texts import Text

_WIDTH, _HEIGHT, _MARGIN, _TOP, _FOOT = 595.28, 841.89, 36.0, 40.0, 62.0
_ROWS, _COLUMNS = 4, 2
_SIZES = (22.0, 21.0, 20.0)
_LEADING = 1.1


def card_page(sheet: ws.Sheet, body: ws.Cards, setter: Setter) -> Page:
    """The page of cards."""
    page = Page(_WIDTH, _HEIGHT, setter.theme, "white")
    width = (_WIDTH - 2 * _MARGIN) / _COLUMNS
    height = (_HEIGHT - _TOP - _FOOT) / _ROWS
    _knife_lines(page, width, height)
    for i, card in enumerate(body.cards[: _ROWS * _COLUMNS]):
        x, y = _MARGIN + (i % _COLUMNS) * width, _TOP + (i // _COLUMNS) * height
        _card(page, setter, card, body.answers, (x, y, width, height), i + 1)
    _foot(page, sheet, setter)
    return page


def _card(
    page: Page,
    setter: Setter,
    card: ws.Card,
    answers: tuple[Text, ...],
    box: tuple[float, float, float, float],
    number: int,
) -> None:
    x, y, width, height = box
    page.words(
        x + 14, y + 12 + setter.sizes.text, (str(number),), setter.style(setter.sizes.text + 1, BOLD), 40
    )
    style = setter.style(_SIZES[0], BLACK, align="center", leading=_LEADING)
    widest = setter.widest(card.text, style)
    size = next((s for s in _SIZES if widest * s / _SIZES[0] <= width - 24), _SIZES[-1])
    words = setter.broken(card.text, replace(style, size=size), width - 24)
    answer = max(24.0, 1.5 * setter.sizes.text)
    room = height - 20 - words.height - answer - 12
    if room < 50:
        setter.too_high(f"kort {number}", 50 - room, card.text.place, "skriv kortere")
    if card.figure:
        wide = width - 120
        page.figure(drawn(card.figure, Area(wide, room)), x + (width - wide) / 2, y + 12)
    words.draw(page, x + width / 2, y + 18 + room)
    _answers(page, setter, answers, x + width / 2, y + height - answer / 2 - 8)


def _answers(page: Page, setter: Setter, answers: tuple[Text, ...], x: float, y: float) -> None:
    style = setter.style(setter.sizes.text)
    widths = [setter.widest(answer, style) + 24 for answer in answers]
    left = x - (sum(widths) + 34 * (len(widths) - 1)) / 2
    for answer, width in zip(answers, widths, strict=True):
        page.shapes(mark_shapes(Mark.BOX, left + 7, y))
        page.runs(left + 21, y + style.size * 0.33, answer.paragraphs, style, width)
        left += width + 34


def _knife_lines(page: Page, width: float, height: float) -> None:
    right, bottom = _MARGIN + _COLUMNS * width, _TOP + _ROWS * height
    for i in range(_ROWS + 1):
        page.shapes(dashed(_MARGIN - 14, _TOP + i * height, right + 14, _TOP + i * height))
    for i in range(_COLUMNS + 1):
        page.shapes(dashed(_MARGIN + i * width, _TOP - 14, _MARGIN + i * width, bottom + 14))
    canvas = Canvas(0, 0)
    with canvas.at(_MARGIN + width * 0.2, _TOP):
        scissors(canvas)
    page.shapes(canvas.drawing("").shapes)


def _foot(page: Page, sheet: ws.Sheet, setter: Setter) -> None:
    right, own = setter.style(setter.sizes.small, align="right"), setter.style(setter.sizes.small, BOLD)
    words = setter.widest(sheet.foot, right)
    name = setter.width(sheet.clinic, own)
    room = _WIDTH - 2 * _MARGIN
    page.runs(_WIDTH - _MARGIN, _HEIGHT - 26, sheet.foot.paragraphs, right, words + 6)
    if name + words + 16 <= room:
        page.words(_MARGIN, _HEIGHT - 26, (sheet.clinic,), own, name + 6)
