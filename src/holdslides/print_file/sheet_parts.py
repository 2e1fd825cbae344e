"""Every part of a sheet as pieces of a page: one exhaustive match, and the parts that are mostly words.

Lengths in pt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from holdslides import worksheet as ws
from holdslides.print_file.flow import Piece, Stack
from holdslides.print_file.marks import disc, mark_shapes
from holdslides.print_file.page import Page, Style
from holdslides.print_file.setting import BLACK, BOLD, REGULAR, Lines, Setter
from holdslides.records import dataclass
from holdslides.texts import Text

PANEL_PAD, PANEL_RADIUS = 16.0, 14.0
LINE_GROWTH = 7.0  # how much further apart writing lines may stand
MARK_ROOM = 24.0  # the width a mark and the gap after it take at scale 1
_LEAST_GAP = 10.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part goes: who sets its words, its left edge and its width."""

    setter: Setter
    x: float
    width: float

    def moved(self, by: float, width: float) -> Place:
        """The place `by` pt further right, `width` pt wide."""
        return Place(self.setter, self.x + by, width)

    @property
    def scale(self) -> float:
        """How large marks are, in proportion to the words."""
        return self.setter.sizes.text / 15


def pieces(part: ws.Part, at: Place) -> list[Piece]:
    """The part as pieces, from top to bottom."""
    from holdslides.print_file import sheet_drawn as drawn
    from holdslides.print_file import sheet_fill as fills
    from holdslides.print_file import sheet_safety as safety
    from holdslides.print_file import sheet_tables as tables

    match part:
        case ws.Paragraph():
            style = at.setter.style(at.setter.sizes.text, BOLD if part.bold else REGULAR)
            return [at.setter.paragraph(part.text, style, at.x, at.width)]
        case ws.Heading():
            style = at.setter.style(at.setter.sizes.heading + 1, BLACK)
            return [at.setter.paragraph(part.text, style, at.x, at.width, 18, heading=2)]
        case ws.Step():
            return [_step(part, at)]
        case ws.Points():
            return [_point(text, at, 8 if i == 0 else 4) for i, text in enumerate(part.texts)]
        case ws.Question():
            return [_question(part, at)]
        case ws.Fill():
            return [fills.fill(part, at)]
        case ws.Choices():
            return _choices(part, at)
        case ws.SafetyLine():
            style = at.setter.style(at.setter.sizes.strong, BOLD)
            return [at.setter.paragraph(part.text, style, at.x, at.width, 12)]
        case ws.SafetyBox():
            return [safety.safety_box(part, at)]
        case ws.Bodies():
            return [drawn.bodies(at)]
        case ws.Cup():
            return [drawn.cup(part, at)]
        case ws.Stair():
            return [drawn.stair(part, at)]
        case ws.Road():
            return drawn.road(part, at)
        case ws.Rated():
            return tables.rated(part, at)
        case ws.Picture():
            return [drawn.picture(part, at)]
        case ws.Form():
            return tables.form(part, at)
        case ws.Stairs():
            return tables.stairs(part, at)
        case ws.Panel():
            return [_panel(part, at)]
        case ws.SideBySide():
            return [_side_by_side(part, at)]
        case _:
            assert_never(part)


def all_pieces(parts: Iterable[ws.Part], at: Place) -> list[Piece]:
    """The pieces of several parts."""
    return [piece for part in parts for piece in pieces(part, at)]


# ---- words ------------------------------------------------------------------------------------------------
def _step(part: ws.Step, at: Place) -> Piece:
    setter, radius = at.setter, 14 * at.scale
    lines = setter.broken(part.text, setter.style(setter.sizes.strong, BOLD), at.width - 38 * at.scale)
    height = max(2 * radius, lines.height)

    def draw(page: Page, top: float, _: float) -> None:
        numbered(page, setter, part.number, at.x + radius, top + height / 2, radius)
        lines.draw(page, at.x + 38 * at.scale, top + (height - lines.height) / 2)

    return Piece(height, draw, 14, keeps_next=True)


def numbered(page: Page, setter: Setter, number: int, x: float, y: float, radius: float) -> None:
    """A number in a solid disc round (x, y)."""
    page.shapes(disc(x, y, radius))
    size = radius * 1.22
    style = setter.style(size, BLACK, "white", "center")
    page.words(x, y + size * 0.33, (str(number),), style, 2 * radius)


def _point(text: Text, at: Place, above: float) -> Piece:
    setter = at.setter
    lines = setter.broken(text, setter.style(setter.sizes.text), at.width - 20)

    def draw(page: Page, top: float, _: float) -> None:
        page.shapes(disc(at.x + 5, top + lines.step / 2 + 0.5, 3.4))
        lines.draw(page, at.x + 20, top)

    return Piece(lines.height, draw, above)


def _question(part: ws.Question, at: Place) -> Piece:
    step, asked = at.setter.sizes.step, question_words(part, at)

    def draw(page: Page, top: float, height: float) -> None:
        asked.draw(page, top, asked.height)
        ruled(page, at.x, top + asked.height, at.width, part.lines, (height - asked.height) / part.lines)

    return Piece(asked.height + part.lines * step, draw, 16, part.lines * LINE_GROWTH)


def question_words(part: ws.Question, at: Place) -> Piece:
    """The question, and under it the example of an answer if there is one."""
    setter = at.setter
    lines = setter.broken(part.text, setter.style(setter.sizes.heading, BLACK), at.width)
    example = setter.broken(part.example, setter.style(setter.sizes.small), at.width)

    def draw(page: Page, top: float, _: float) -> None:
        lines.draw(page, at.x, top, heading=2)
        example.draw(page, at.x, top + lines.height)

    return Piece(lines.height + example.height, draw)


def ruled(page: Page, x: float, top: float, width: float, count: int, step: float) -> None:
    """Lines to write on, each at the foot of its own step."""
    for i in range(1, count + 1):
        page.line(x, top + i * step - 1, x + width, top + i * step - 1)


# ---- choices ----------------------------------------------------------------------------------------------
def _choices(part: ws.Choices, at: Place) -> list[Piece]:
    setter = at.setter
    found = []
    if part.question:
        style = setter.style(setter.sizes.heading, BLACK)
        found.append(setter.paragraph(part.question, style, at.x, at.width, 16, heading=2))
    style, room = setter.style(setter.sizes.text), MARK_ROOM * at.scale
    if part.across:
        return [*found, *_across(part.options, at)]
    for option in part.options:
        lines = setter.broken(option.text, style, at.width - room)
        found.append(_option(option, lines, at, 4 if found else 12))
    return found


def _option(option: ws.Option, lines: Lines, at: Place, above: float) -> Piece:
    height = max(lines.height, 21 * at.scale)

    def draw(page: Page, top: float, _: float) -> None:
        page.shapes(mark_shapes(option.mark, at.x + 8 * at.scale, top + lines.step / 2, at.scale))
        lines.draw(page, at.x + MARK_ROOM * at.scale, top)

    return Piece(height, draw, above)


def _across(options: Sequence[ws.Option], at: Place) -> list[Piece]:
    """The options beside one another, on as many rows as they need, in the smaller size where that saves
    one.
    """
    rows: list[list[tuple[ws.Option, float]]] = []
    for size in (at.setter.sizes.text, at.setter.sizes.small):
        style = at.setter.style(size)
        made = _rows(options, style, at)
        if not rows or len(made) < len(rows):
            rows, chosen = made, style
    return [_row(row, chosen, at, 12 if i == 0 else 3) for i, row in enumerate(rows)]


def _rows(options: Sequence[ws.Option], style: Style, at: Place) -> list[list[tuple[ws.Option, float]]]:
    rows: list[list[tuple[ws.Option, float]]] = [[]]
    for option in options:
        width = at.setter.widest(option.text, style) + MARK_ROOM * at.scale
        if rows[-1] and sum(w + _LEAST_GAP for _, w in rows[-1]) + width > at.width:
            rows.append([])
        rows[-1].append((option, width))
    return rows


def _row(row: Sequence[tuple[ws.Option, float]], style: Style, at: Place, above: float) -> Piece:
    gap = min(28.0, (at.width - sum(width for _, width in row)) / max(1, len(row) - 1))
    height = style.size * style.leading

    def draw(page: Page, top: float, _: float) -> None:
        x = at.x
        for option, width in row:
            page.shapes(mark_shapes(option.mark, x + 8 * at.scale, top + height / 2, at.scale))
            Lines(option.text.paragraphs, style, width).draw(page, x + MARK_ROOM * at.scale, top)
            x += width + gap

    return Piece(height, draw, above)


# ---- parts together ---------------------------------------------------------------------------------------
def _panel(part: ws.Panel, at: Place) -> Piece:
    inner = Stack(all_pieces(part.parts, at.moved(PANEL_PAD, at.width - 2 * PANEL_PAD)))

    def draw(page: Page, top: float, height: float) -> None:
        page.rectangle(at.x, top, at.width, height, "paper", PANEL_RADIUS)
        inner.draw(page, top + PANEL_PAD, height - 2 * PANEL_PAD)

    return Piece(inner.height + 2 * PANEL_PAD, draw, 16, sum(piece.stretch for piece in inner.pieces))


def _side_by_side(part: ws.SideBySide, at: Place) -> Piece:
    gap = 16.0
    wide = (at.width - gap) * part.share
    left = Stack(all_pieces(part.left, at.moved(0, wide)))
    right = Stack(all_pieces(part.right, at.moved(wide + gap, at.width - gap - wide)))
    least = max(left.height, right.height)
    # beside a drawing writing lines spread as far as it goes; the drawing itself may grow
    stretch = sum(piece.stretch for piece in left.pieces)

    def draw(page: Page, top: float, height: float) -> None:
        left.draw(page, top, height)
        right.draw(page, top, height)

    return Piece(least, draw, 14, stretch)
