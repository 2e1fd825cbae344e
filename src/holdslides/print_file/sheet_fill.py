"""Words that a line to write on follows, as a piece of a page. Lengths in pt."""

from __future__ import annotations

from holdslides import worksheet as ws
from holdslides.print_file.flow import Piece
from holdslides.print_file.page import Page
from holdslides.print_file.setting import BLACK
from holdslides.print_file.sheet_parts import LINE_GROWTH, Place, ruled
from holdslides.records import replace

_SHORT_LINE = 70.0


def fill(part: ws.Fill, at: Place) -> Piece:
    """The words and the line on one row where there is room, else the line below them."""
    setter, step = at.setter, at.setter.sizes.step
    label = setter.style(setter.sizes.heading, BLACK)
    words = setter.widest(part.text, label) + 10
    after = setter.style(setter.sizes.text)
    behind = [setter.widest(replace(part.after, paragraphs=(p,)), after) + 20 for p in part.after.paragraphs]
    blanks = len(behind) * _SHORT_LINE + sum(behind)
    if at.width - words < (blanks if behind else 2 * _SHORT_LINE):
        return _fill_below(part, at)
    label_lines = setter.broken(part.text, label, words + 2)
    line = _SHORT_LINE if behind else at.width - words
    # of several blanks the first one, for a word or two, takes the room that the others leave
    first = _SHORT_LINE + (at.width - words - blanks if len(behind) > 1 else 0.0) if behind else line

    def draw(page: Page, top: float, height: float) -> None:
        own = height / (part.lines + 1)
        baseline = top + own - 5
        page.runs(at.x, baseline, label_lines.runs, label, words + 2, 2)
        x = at.x + words
        for i, width in enumerate(behind or [0.0]):
            blank = line if i else first
            page.line(x, top + own - 1, x + blank, top + own - 1)
            if behind:
                page.runs(x + blank + 10, baseline, (part.after.paragraphs[i],), after, width)
            x += blank + width
        ruled(page, at.x, top + own, at.width, part.lines, own)

    return Piece((part.lines + 1) * step, draw, 10, (part.lines + 1) * LINE_GROWTH)


def _fill_below(part: ws.Fill, at: Place) -> Piece:
    """The words on lines of their own, the line below them, and what comes after it behind short ones."""
    setter, step = at.setter, at.setter.sizes.step
    lines = setter.broken(part.text, setter.style(setter.sizes.heading, BLACK), at.width)
    style = setter.style(setter.sizes.text)
    short = part.after.paragraphs
    count = part.lines + (0 if short else 1)
    line = _SHORT_LINE * at.scale

    def draw(page: Page, top: float, height: float) -> None:
        lines.draw(page, at.x, top, heading=2)
        y = top + lines.height
        for paragraph in short:
            y += step
            page.line(at.x, y - 1, at.x + line, y - 1)
            page.runs(at.x + line + 10, y - 5, (paragraph,), style, at.width - line)
        ruled(page, at.x, y, at.width, count, step)

    return Piece(lines.height + (count + len(short)) * step, draw, 10)
