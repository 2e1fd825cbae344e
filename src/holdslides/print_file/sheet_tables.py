"""Forms, tables of minutes and rated lines as pieces of a page. Lengths in pt."""

from __future__ import annotations

from collections.abc import Sequence

from holdslides import worksheet as ws
from holdslides.print_file.flow import Piece
from holdslides.print_file.marks import mark_shapes, ring
from holdslides.print_file.page import Page
from holdslides.print_file.setting import BLACK, BOLD, Lines
from holdslides.print_file.sheet_parts import MARK_ROOM, Place, numbered
from holdslides.problems import Problem
from holdslides.texts import Text

_PAD = 8.0
_LEAST_ROW = 58.0
_CIRCLES = 5


# ---- forms ------------------------------------------------------------------------------------------------
def form(part: ws.Form, at: Place) -> list[Piece]:
    """A heading row and a row for each name; no row breaks, and the headings come again on a new page."""
    setter = at.setter
    widths = _column_widths(part, at)
    head_style = setter.style(
        setter.sizes.small + 0.5 if at.scale == 1 else setter.sizes.text, BOLD, leading=1.16
    )
    heads = [
        setter.broken(column.heading, head_style, width - _PAD)
        for column, width in zip(part.columns, widths, strict=True)
    ]
    header = _form_header(heads, widths, at)
    rows = [_form_row(name, part, widths, at, header) for name in part.rows]
    return [header, *rows]


def _column_widths(part: ws.Form, at: Place) -> list[float]:
    setter = at.setter
    style, head = setter.style(setter.sizes.text), setter.style(setter.sizes.small + 0.5, BOLD)
    fixed: list[float | None] = []
    words = []
    for i, column in enumerate(part.columns):
        word = max((setter.width(w, head) for w in column.heading.plain.split()), default=0.0) + 2 * _PAD
        words.append(word)
        if i == 0:
            strong = setter.style(setter.sizes.strong, BOLD)
            fixed.append(max([word, *(setter.widest(name, strong) + _PAD + 6 for name in part.rows)]))
        elif column.options:
            options = (setter.widest(o.text, style) for o in column.options)
            fixed.append(max(word, max(options) + MARK_ROOM * at.scale + _PAD + 8))
        else:
            fixed.append(None)
    taken = [word if width is None else width for word, width in zip(words, fixed, strict=True)]
    room = at.width - sum(taken)
    shares = sum(c.width for c, width in zip(part.columns, fixed, strict=True) if width is None) or 1.0
    if room < 0:
        setter.problems.append(
            Problem(f"skemaet er {-room:.0f} pt for bredt til arket", part.columns[0].heading.place)
        )
    return [
        own + max(0.0, room) * column.width / shares if width is None else own
        for column, own, width in zip(part.columns, taken, fixed, strict=True)
    ]


def _form_header(heads: Sequence[Lines], widths: Sequence[float], at: Place) -> Piece:
    height = max(lines.height for lines in heads) + 14

    def draw(page: Page, top: float, given: float) -> None:
        page.rectangle(at.x, top, at.width, given, "paper")
        _uprights(page, at, widths, top, given)
        x = at.x
        for lines, width in zip(heads, widths, strict=True):
            lines.draw(page, x + (6 if x == at.x else _PAD), top + (given - lines.height) / 2)
            x += width

    return Piece(height, draw, 12, keeps_next=True)


def _form_row(name: Text, part: ws.Form, widths: Sequence[float], at: Place, header: Piece) -> Piece:
    setter = at.setter
    style = setter.style(setter.sizes.text)
    step = 1.28 * style.size
    most = max((len(column.options) for column in part.columns), default=0)
    height = max(_LEAST_ROW, most * step + 4)
    own = setter.broken(name, setter.style(setter.sizes.strong, BOLD), widths[0] - 6)

    def draw(page: Page, top: float, given: float) -> None:
        _uprights(page, at, widths, top, given)
        page.line(at.x, top + given, at.x + at.width, top + given, "ink", 1)
        own.draw(page, at.x + 6, top + 8)
        x, first = at.x, top + (given - most * step) / 2
        for column, width in zip(part.columns, widths, strict=True):
            for i, option in enumerate(column.options):
                middle = first + (i + 0.5) * step
                page.shapes(mark_shapes(option.mark, x + 16 * at.scale, middle, at.scale))
                words = Lines(option.text.paragraphs, style, width)
                words.draw(page, x + (8 + MARK_ROOM) * at.scale, middle - words.step / 2)
            x += width

    return Piece(height, draw, 0, 14, header=header)


def _uprights(page: Page, at: Place, widths: Sequence[float], top: float, height: float) -> None:
    x = at.x
    for width in widths[:-1]:
        x += width
        page.line(x, top, x, top + height, width=0.8)


# ---- stairs as a table ------------------------------------------------------------------------------------
def stairs(part: ws.Stairs, at: Place) -> list[Piece]:
    """A row of weeks, then each stair's name and its minutes on a bar that ends where the stair does."""
    setter = at.setter
    names = setter.style(setter.sizes.text, BOLD)
    first = max(setter.widest(row.name, names) for row in part.rows) + 34
    weeks = max(len(row.minutes) for row in part.rows)
    step = (at.width - first) / weeks
    small = setter.style(setter.sizes.small)
    centred = setter.style(setter.sizes.small, align="center")
    height = small.size * 1.5

    def draw(page: Page, top: float, _: float) -> None:
        baseline = top + height - 6
        page.words(at.x + 10, baseline, ("minutter i uge",), small, first)
        for week in range(weeks):
            page.words(at.x + first + (week + 0.5) * step, baseline, (str(week + 1),), centred, step)

    header = Piece(height, draw, 4, keeps_next=True)
    rows = [_stair_row(row, first, step, at, header) for row in part.rows]
    return [header, *rows]


def _stair_row(row: ws.StairRow, first: float, step: float, at: Place, header: Piece) -> Piece:
    setter = at.setter
    name = setter.broken(row.name, setter.style(setter.sizes.text, BOLD), first)
    numbers = setter.style(setter.sizes.text + 5, BOLD, align="center")
    height = numbers.size * 1.4

    def draw(page: Page, top: float, given: float) -> None:
        page.rectangle(at.x, top, first + len(row.minutes) * step, given, "paper", 6)
        middle = top + given / 2
        name.draw(page, at.x + 10, middle - name.height / 2)
        for week, minutes in enumerate(row.minutes):
            x = at.x + first + (week + 0.5) * step
            page.words(x, middle + 0.33 * numbers.size, (str(minutes),), numbers, step)

    return Piece(height, draw, 3, 4, header=header)


# ---- rated lines ------------------------------------------------------------------------------------------
def rated(part: ws.Rated, at: Place) -> list[Piece]:
    """Numbered lines to write on, and beside each five circles that grow."""
    circles = 196.0
    head = _rated_header(part, at)
    rows = [_rated_row(i + 1, at, circles, head) for i in range(part.count)]
    setter = at.setter
    words = setter.style(setter.sizes.small)
    right = setter.style(setter.sizes.small, align="right")

    def draw(page: Page, top: float, _: float) -> None:
        edge = at.x + at.width
        beside = setter.widest(part.most, right) + setter.widest(part.least, words) + words.size
        page.runs(edge - max(circles, beside), top + 0.78 * height, part.least.paragraphs, words, circles)
        page.runs(edge, top + 0.78 * height, part.most.paragraphs, right, circles)

    height = words.size * 1.25
    return [head, *rows, Piece(height, draw, 2)]


def _rated_header(part: ws.Rated, at: Place) -> Piece:
    setter = at.setter
    bold = setter.style(setter.sizes.heading, BLACK)
    asked = setter.style(setter.sizes.strong - 1, BOLD, align="right")
    both = setter.widest(part.heading, bold) + setter.widest(part.question, asked) + 16
    is_one_line = both <= at.width
    height = bold.size * 1.25 + (0 if is_one_line else asked.size * 1.3)

    def draw(page: Page, top: float, _: float) -> None:
        page.runs(at.x, top + 0.98 * bold.size, part.heading.paragraphs, bold, at.width, 2)
        page.runs(at.x + at.width, top + height - 0.28 * bold.size, part.question.paragraphs, asked, at.width)

    return Piece(height, draw, 18, keeps_next=True)


def _rated_row(number: int, at: Place, circles: float, header: Piece) -> Piece:
    radius = 14 * at.scale

    def draw(page: Page, top: float, given: float) -> None:
        middle = top + given / 2
        numbered(page, at.setter, number, at.x + radius, middle, radius)
        page.line(at.x + 2 * radius + 12, middle + 11, at.x + at.width - circles - 20, middle + 11)
        for k in range(_CIRCLES):
            x = at.x + at.width - circles + 8 + k * (circles - 25.4) / (_CIRCLES - 1)
            page.shapes(ring(x, middle, 7 + k * 2.6))

    return Piece(42, draw, 4, 8, keeps_next=True, header=header)
