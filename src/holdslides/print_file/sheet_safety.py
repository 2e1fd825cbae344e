"""The frame of a locked text, which cannot be overlooked, as a piece of a page. Lengths in pt."""

from __future__ import annotations

import re

from holdslides import worksheet as ws
from holdslides.figure_values import drawn
from holdslides.figures import Area, load_figure
from holdslides.kit.canvas import Canvas
from holdslides.print_file.flow import Piece
from holdslides.print_file.notice import PICTURES
from holdslides.print_file.page import Page
from holdslides.print_file.setting import BLACK, MEDIUM
from holdslides.print_file.sheet_parts import Place
from holdslides.records import replace
from holdslides.texts import FigureUse, Run, Text

_PICTURE, _PICTURE_SHAPE = 62.0, 0.55  # a sign's picture: its width, and its height as a share of that


def safety_box(part: ws.SafetyBox, at: Place) -> Piece:
    """A firm frame with the heading on ink, the signs, whom to call and where the numbers stand."""
    setter, pad = at.setter, 18.0
    size = setter.sizes.heading + (3 if part.signs else 1)
    heading = setter.broken(
        _by_sentence(part.heading), setter.style(size, BLACK, "white"), at.width - 2 * pad
    )
    beside = _PICTURE + 16 if part.figure else 22.0
    words, room = setter.style(setter.sizes.strong, MEDIUM), at.width - 2 * pad - beside
    signs = [setter.broken(sign, words, room) for sign in part.signs]
    least = _PICTURE * _PICTURE_SHAPE if part.figure else 0.0
    rows_high = [max(lines.height, least) for lines in signs]
    strong = setter.style(setter.sizes.strong, BLACK)
    call = setter.broken(part.call, strong, at.width - 2 * pad) if part.call else None
    head, phone = heading.height + 20, setter.sizes.step + 4
    rows = _phone_rows(part, at, pad)
    body = sum(height + 7 for height in rows_high) + (call.height + 12 if call else 0) + rows * phone

    def draw(page: Page, top: float, height: float) -> None:
        _frame(page, at.x, top, at.width, height, head)
        heading.draw(page, at.x + pad, top + 10, heading=2)
        spare = (height - head - body - 22) / (len(signs) + 2)
        y = top + head + 11 + spare / 2
        for i, (lines, high) in enumerate(zip(signs, rows_high, strict=True)):
            if part.figure and i < len(PICTURES):
                _warning(page, part.figure, PICTURES[i], at.x + pad, y, high)
            else:
                page.rectangle(at.x + pad + 2, y + lines.step / 2 - 4, 9, 9, "ink", 1)
            lines.draw(page, at.x + pad + beside, y + (high - lines.height) / 2)
            y += high + 7 + spare
        if call:
            page.line(at.x + pad, y, at.x + at.width - pad, y)
            call.draw(page, at.x + pad, y + 8)
            y += call.height + 12
        _phones(page, part, at, pad, y + spare / 2, phone, rows)

    return Piece(head + body + 22, draw, 16, 24)


def _warning(page: Page, use: FigureUse, name: str, x: float, y: float, height: float) -> None:
    """The figure's picture of one sign, as large as a sign's row; the words beside it say what it means."""
    values = load_figure(use.id).values(chosen=(name,))
    page.figure(drawn(FigureUse(use.id, values, use.place), Area(_PICTURE, height)), x, y)


def _by_sentence(text: Text) -> Text:
    """The text with each sentence on a line of its own."""
    parts = re.split(r"(?<=[.?!]) ", text.plain)
    return replace(text, paragraphs=tuple((Run(part),) for part in parts))


def _phone_rows(part: ws.SafetyBox, at: Place, pad: float) -> int:
    """One row where the names and their lines stand side by side, else one for each."""
    style = at.setter.style(at.setter.sizes.strong, MEDIUM)
    share = (at.width - 2 * pad) / max(1, len(part.phones))
    strong = replace(style, weight=BLACK)
    needed = (at.setter.width(n, style) + 26 + (at.setter.width(p, strong) or 90) for n, p in part.phones)
    fits = all(width <= share for width in needed)
    return 1 if fits else len(part.phones)


def _phones(page: Page, part: ws.SafetyBox, at: Place, pad: float, y: float, step: float, rows: int) -> None:
    setter = at.setter
    style = setter.style(setter.sizes.strong, MEDIUM)
    share = (at.width - 2 * pad) / (len(part.phones) if rows == 1 else 1)
    for i, (name, number) in enumerate(part.phones):
        x = at.x + pad + (i * share if rows == 1 else 0)
        baseline = y + (0 if rows == 1 else i * step) + step - 8
        width = setter.width(name, style) + 10
        page.words(x, baseline, (name,), style, share)
        if number:
            page.words(x + width, baseline, (number,), replace(style, weight=BLACK), share - width)
        else:
            page.line(x + width, baseline + 4, x + share - (16 if i == 0 and rows == 1 else 0), baseline + 4)


def _frame(page: Page, x: float, y: float, width: float, height: float, head: float) -> None:
    canvas = Canvas(0, 0)
    canvas.rectangle(x, y, width, height, "white", 14, "ink", 2.4)
    r, k, right = 14.0, 6.4, x + width
    canvas.path(
        f"M {x} {y + head} L {x} {y + r} C {x} {y + k} {x + k} {y} {x + r} {y} L {right - r} {y} "
        f"C {right - k} {y} {right} {y + k} {right} {y + r} L {right} {y + head} Z",
        "ink",
    )
    page.shapes(canvas.drawing("").shapes)
