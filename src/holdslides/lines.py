"""Where lines break, as PowerPoint and LibreOffice break them. Widths in pt; inside, em (of the font size).

Greedy: a line takes all that fits. It may end at a space, after a hyphen or dash inside a word, and at a soft
hyphen; never at a non-breaking space or hyphen. A word wider than the line is cut where the room ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdslides.records import dataclass
from holdslides.texts import Paragraph, Run, Text
from holdslides.widths import BOLD, REGULAR, SOFT_HYPHEN, WidthTable, width_table

_SPACE = " \t\u2002-\u2006\u2008-\u200b"
_CAN_BREAK = re.compile(
    rf"[{_SPACE}]+(?=[^{_SPACE}])"  # spaces stay at the end of the line
    rf"|(?<=[^{_SPACE}])[-\u2010\u2013\u2014](?=[\w(])"
    rf"|{SOFT_HYPHEN}(?=[^{_SPACE}])"
)
_ENDS = " \t\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b"
_HARD_BREAK = re.compile(r"\r\n|[\n\v\r]")
_SLACK = 1e-6  # em: what two ways of adding up the same letters may differ
_ROUNDING = 0.0015  # programs round letters to their own grid, so a line comes out up to this much wider
CAREFUL = 0.995  # of a box's width: what fits in this fits in the box whatever the program rounds or kerns


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is shown: its runs, its width in pt; whether its paragraph begins here, a word was cut."""

    runs: tuple[Run, ...]
    width: float
    starts_paragraph: bool = False
    is_cut: bool = False

    @property
    def plain(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class _Span:
    """A line before it is written out: letters `start` to `end` of the row, in em."""

    start: int
    end: int
    width: float
    is_cut: bool = False


class _Row:
    """What stands between two hard breaks: letters, where each begins in em, and where the row may break."""

    __slots__ = ("_hyphens", "_pieces", "_places", "_runs", "starts_paragraph", "text")

    def __init__(
        self, runs: list[Run], tables: tuple[WidthTable, WidthTable], starts_paragraph: bool
    ) -> None:
        self.text = "".join(run.text for run in runs)
        self.starts_paragraph = starts_paragraph
        self._runs = runs
        self._places = [0.0]
        self._hyphens: dict[int, float] = {}
        for run in runs:
            table = tables[run.bold]
            self._add(run.text, table.places_em(run.text), table)
        self._pieces = list(self._cut_up())

    def _add(self, text: str, places: list[float], table: WidthTable) -> None:
        before, at = self._places[-1], len(self._places) - 1
        self._places += [before + place for place in places[1:]]
        if SOFT_HYPHEN in text:
            width = table.letter_em("-")
            self._hyphens |= {at + i: width for i, letter in enumerate(text) if letter == SOFT_HYPHEN}

    def _cut_up(self) -> Iterator[tuple[int, int, float]]:
        """The pieces that stay whole: first letter, first letter after it and its spaces, right edge."""
        start = 0
        for found in _CAN_BREAK.finditer(self.text):
            yield self._piece(start, found.end())
            start = found.end()
        yield self._piece(start, len(self.text))

    def _piece(self, start: int, after: int) -> tuple[int, int, float]:
        end = start + len(self.text[start:after].rstrip(_ENDS))
        return start, after, self._places[end] + self._hyphens.get(end - 1, 0.0)

    def spans(self, limit: float) -> Iterator[_Span]:
        """The lines when each may be `limit` em wide."""
        places = self._places
        begin, end, edge = 0, 0, 0.0
        for start, after, right in self._pieces:
            if right - places[begin] <= limit + _SLACK or start == begin:
                end, edge = after, right
            else:
                yield _Span(begin, end, edge - places[begin])
                begin, end, edge = start, after, right
            while edge - places[begin] > limit + _SLACK:
                cut = self._last_that_fits(begin, limit)
                yield _Span(begin, cut, places[cut] - places[begin], is_cut=True)
                begin = cut
        yield _Span(begin, end, edge - places[begin])

    def _last_that_fits(self, begin: int, limit: float) -> int:
        cut = begin + 1
        while cut + 1 < len(self._places) and self._places[cut + 1] - self._places[begin] <= limit + _SLACK:
            cut += 1
        return cut

    def too_wide(self, limit: float) -> Iterator[tuple[str, float]]:
        """Each piece wider than `limit` em by itself, and by how much."""
        for start, after, right in self._pieces:
            over = right - self._places[start] - limit
            if over > _SLACK:
                yield self.text[start:after].strip(_ENDS + SOFT_HYPHEN), over

    def line(self, span: _Span, size: float) -> Line:
        """A span written out, its soft hyphens dropped but for one it ends with."""
        end = span.start + len(self.text[span.start : span.end].rstrip(_ENDS))
        shown: list[Run] = []
        at = 0
        for run in self._runs:
            first, last = max(span.start - at, 0), min(end - at, len(run.text))
            if first < last:
                shown.append(Run(self._shown(run.text[first:last], at + last), run.bold, run.link))
            at += len(run.text)
        starts = self.starts_paragraph and span.start == 0
        return Line(tuple(run for run in shown if run.text), span.width * size, starts, span.is_cut)

    def _shown(self, text: str, after: int) -> str:
        if SOFT_HYPHEN not in text:
            return text
        breaks_here = text.endswith(SOFT_HYPHEN) and after < len(self.text)
        return text.replace(SOFT_HYPHEN, "") + ("-" if breaks_here else "")


class MeasuredText:
    """A text measured once, to be broken at any size and width: what fit.py tries sizes with."""

    __slots__ = ("_rows",)

    def __init__(
        self, text: Text, bold: bool = False, font: str = "Arial", *, weight: int | None = None
    ) -> None:
        """`weight` (100-900) goes before `bold`; what is bold in the text is never lighter than bold."""
        usual = weight or (BOLD if bold else REGULAR)
        tables = (width_table(font, usual), width_table(font, max(usual, BOLD)))
        self._rows = [
            _Row(runs, tables, number == 0)
            for paragraph in text.paragraphs or ((),)
            for number, runs in enumerate(_split_at_hard_breaks(paragraph))
        ]

    def count(self, size: float, width: float) -> int:
        """How many lines there are at `size` pt in `width` pt."""
        limit = _limit(size, width)
        return sum(1 for row in self._rows for _ in row.spans(limit))

    def lines(self, size: float, width: float) -> tuple[Line, ...]:
        """The lines at `size` pt in `width` pt."""
        limit = _limit(size, width)
        return tuple(row.line(span, size) for row in self._rows for span in row.spans(limit))

    def too_wide(self, size: float, width: float) -> tuple[tuple[str, float], ...]:
        """Words that are wider than `width` pt by themselves, and by how many pt."""
        limit = _limit(size, width)
        return tuple((word, over * size) for row in self._rows for word, over in row.too_wide(limit))

    def ends_alone(self, size: float, width: float, letters: int = 4) -> bool:
        """Whether a row's last line is one word of fewer than `letters` letters."""
        for row in self._rows:
            last = list(row.spans(_limit(size, width)))[-1]
            word = row.text[last.start : last.end].strip()
            if last.start and sum(map(str.isalnum, word)) < letters and " " not in word:
                return True
        return False


def break_lines(
    text: Text, size: float, width: float, bold: bool = False, font: str = "Arial"
) -> tuple[Line, ...]:
    """The lines of a text at `size` pt in a box `width` pt wide; `bold` makes all of it bold."""
    return MeasuredText(text, bold, font).lines(size, width)


def _limit(size: float, width: float) -> float:
    """The em a line may take."""
    return width * (1 - _ROUNDING) / size


def _split_at_hard_breaks(paragraph: Paragraph) -> list[list[Run]]:
    rows: list[list[Run]] = [[]]
    for run in paragraph:
        first, *rest = _HARD_BREAK.split(run.text)
        rows[-1].append(Run(first, run.bold, run.link))
        rows += [[Run(piece, run.bold, run.link)] for piece in rest]
    return rows
