"""How a table slide is laid out: columns as wide as they need, rows as high as their words. Lengths in pt."""

from __future__ import annotations

from collections.abc import Sequence

from holdslides.lines import CAREFUL, Line, MeasuredText
from holdslides.pages import TableSlide
from holdslides.records import dataclass
from holdslides.texts import Text
from holdslides.theme import Box
from holdslides.type_metrics import line_height

CELL_PAD = 12.0  # left and right of a cell's words
CELL_GAP = 6.0  # above and below them
_AIR = 26.0  # what a row may grow by when there is room
_WIDE = 10_000.0

Cells = list[list[MeasuredText]]


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table in its place. `cells` are the lines of each cell, CELL_PAD in from its sides, header row first.

    The header is bold. Words stand in the middle of a row's height. `fits` is false when even the smallest
    size is too large.
    """

    x: float
    y: float
    column_widths: tuple[float, ...]
    row_heights: tuple[float, ...]
    size: float
    leading: float
    colour: str
    cells: tuple[tuple[tuple[Line, ...], ...], ...]
    fits: bool = True

    @property
    def width(self) -> float:
        """All columns together."""
        return sum(self.column_widths)

    @property
    def height(self) -> float:
        """All rows together."""
        return sum(self.row_heights)


def place_table(slide: TableSlide, box: Box, font: str, colour: str) -> PlacedTable:
    """The table in the largest of the box's sizes that fits; even columns unless wider ones save height."""
    cells = measured_cells(slide, font)
    for size in box.sizes:
        widths = _columns(cells, box, size)
        if fits := table_fits(cells, box, size, widths):
            break
    heights = _row_heights(cells, widths, size, box.leading)
    spare = max(0.0, box.height - sum(heights))
    air = min(_AIR, spare / len(heights))
    return PlacedTable(
        x=box.x,
        y=box.y,
        column_widths=widths,
        row_heights=tuple(height + air for height in heights),
        size=size,
        leading=box.leading,
        colour=colour,
        cells=tuple(
            tuple(cell.lines(size, _inner(width)) for cell, width in zip(row, widths, strict=True))
            for row in cells
        ),
        fits=fits,
    )


def measured_cells(slide: TableSlide, font: str) -> Cells:
    """Every cell measured, rows padded with empty cells to the header's length."""
    columns = len(slide.header)
    return [
        [MeasuredText(text, number == 0, font) for text in _padded(row, columns, slide)]
        for number, row in enumerate((slide.header, *slide.rows))
    ]


def _padded(row: Sequence[Text], columns: int, slide: TableSlide) -> list[Text]:
    empty = Text(((),), slide.place)
    return [*row[:columns], *[empty] * (columns - len(row))]


def table_fits(cells: Cells, box: Box, size: float, widths: Sequence[float]) -> bool:
    """Whether the rows are low enough together, no cell has too many lines, and no word is cut."""
    for row in cells:
        for cell, width in zip(row, widths, strict=True):
            room = _inner(width) * CAREFUL
            if cell.count(size, room) > box.lines or cell.too_wide(size, room):
                return False
    return sum(_row_heights(cells, widths, size, box.leading)) <= box.height


def smallest(slide: TableSlide, box: Box, font: str) -> tuple[Cells, tuple[float, ...], float]:
    """The cells, columns and height of the table at the box's smallest size: what a report is made from."""
    cells = measured_cells(slide, font)
    widths = _columns(cells, box, box.sizes[-1])
    return cells, widths, sum(_row_heights(cells, widths, box.sizes[-1], box.leading))


def _columns(cells: Cells, box: Box, size: float) -> tuple[float, ...]:
    even, content = _even(cells, box), _by_content(cells, box, size)
    cut = any(c.too_wide(size, _inner(w) * CAREFUL) for row in cells for c, w in zip(row, even, strict=True))
    saved = sum(_row_heights(cells, even, size, box.leading)) - sum(
        _row_heights(cells, content, size, box.leading)
    )
    return content if cut or saved > 0 else even


def _even(cells: Cells, box: Box) -> tuple[float, ...]:
    columns = len(cells[0])
    return (box.width / columns,) * columns


def _by_content(cells: Cells, box: Box, size: float) -> tuple[float, ...]:
    """Every column as wide as its longest word, and what is left shared by how much more each would like."""
    columns = list(zip(*cells, strict=True))
    least = [max(_longest_word(cell, size) for cell in column) + 2 * CELL_PAD for column in columns]
    wanted = [max(_unbroken(cell, size) for cell in column) + 2 * CELL_PAD for column in columns]
    left = box.width - sum(least)
    if left <= 0:
        return tuple(width * box.width / sum(least) for width in least)
    more = [want - floor for want, floor in zip(wanted, least, strict=True)]
    shares = [m / sum(more) if sum(more) else 1 / len(more) for m in more]
    return tuple(floor + left * share for floor, share in zip(least, shares, strict=True))


def _longest_word(cell: MeasuredText, size: float) -> float:
    return max((over for _, over in cell.too_wide(size, 0)), default=0.0) / CAREFUL + 1


def _unbroken(cell: MeasuredText, size: float) -> float:
    return max(line.width for line in cell.lines(size, _WIDE))


def _row_heights(cells: Cells, widths: Sequence[float], size: float, leading: float) -> list[float]:
    return [
        max(cell.count(size, _inner(width)) for cell, width in zip(row, widths, strict=True))
        * line_height(size, leading)
        + 2 * CELL_GAP
        for row in cells
    ]


def _inner(width: float) -> float:
    return width - 2 * CELL_PAD
