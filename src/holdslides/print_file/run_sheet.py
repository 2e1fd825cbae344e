"""The run sheet on A4, one page or two: when, what, which slides, and a line to say. Lengths in pt."""

from __future__ import annotations

from collections.abc import Iterator

from holdslides.models_sheet import Mark
from holdslides.pages import minutes_text
from holdslides.print_file.flow import Piece, Stack, pages_of
from holdslides.print_file.marks import mark_shapes
from holdslides.print_file.page import A4_HEIGHT, A4_WIDTH, Page
from holdslides.print_file.setting import BLACK, BOLD, NORMAL, REGULAR, Lines, Setter, plain
from holdslides.problems import Problem
from holdslides.run_sheet import RunRow, RunSheet
from holdslides.texts import Run, Text
from holdslides.theme import Theme

_MARGIN = 36.0
_ROOM = A4_WIDTH - 2 * _MARGIN
_BOTTOM, _RULE, _FOOT = 784.0, 796.0, 814.0
_MOST_PAGES = 2
_TEXT, _HEADING = 12.0, 14.0
_COLUMNS = (46.0, 150.0, 48.0)  # when, block, slides; what to say takes the rest
_SAY = _ROOM - sum(_COLUMNS)
_LEADING = 1.22
_JOURNAL_HINT = "Linjen er uden oplysninger om patienten. Skriv selv det til, der gælder den enkelte."


def lay_out_run_sheet(sheet: RunSheet, theme: Theme) -> tuple[list[Page], list[Problem]]:
    """The run sheet's pages, and everything that does not fit on them.

    Where there would be three, what each block needs is left out (it stands in the notes too), then the
    words are smaller.
    """
    for row_materials, size in ((True, _TEXT), (False, _TEXT), (False, _TEXT - 1)):
        writer = _Writer(sheet, Setter(theme, NORMAL), row_materials, size)
        pieces = [*writer.head(), *writer.before(), *writer.table(), *writer.after()]
        stacks = pages_of(pieces, _BOTTOM - _MARGIN, _BOTTOM - _MARGIN, alike=False)
        if len(stacks) <= _MOST_PAGES:
            break
    if len(stacks) > _MOST_PAGES:
        message = f"drejebogen {sheet.name} fylder {len(stacks)} sider; højst {_MOST_PAGES}"
        writer.setter.problems.append(
            Problem(message, sheet.place, "skriv kortere under en_linje og materialer")
        )
    pages = []
    for i, stack in enumerate(stacks, 1):
        page = Page(A4_WIDTH, A4_HEIGHT, theme, "white")
        stack.draw(page, _MARGIN, min(_BOTTOM - _MARGIN, stack.height))
        writer.foot(page, i, len(stacks))
        pages.append(page)
    return pages, writer.setter.problems


class _Writer:
    """The sheet's pieces in one of the ways it may be set; `size` is that of its words, in pt."""

    def __init__(self, sheet: RunSheet, setter: Setter, row_materials: bool, size: float) -> None:
        self.sheet, self.setter, self.row_materials = sheet, setter, row_materials
        self.size, self.small = size, size - 1

    def text(self, words: str, bold: bool = False) -> Text:
        return plain(words, self.sheet.place, bold)

    def block(
        self, words: Text, size: float = 0, weight: int = REGULAR, above: float = 3, heading: int = 0
    ) -> Piece:
        style = self.setter.style(size or self.size, weight, leading=_LEADING)
        return self.setter.paragraph(words, style, _MARGIN, _ROOM, above, heading)

    def titled(self, title: str, above: float = 12) -> Piece:
        return self.block(self.text(title), _HEADING, BLACK, above, heading=2)

    # ---- before the meeting -------------------------------------------------------------------------------
    def head(self) -> Iterator[Piece]:
        s = self.sheet
        title = self.setter.one_line(
            self.text(f"Drejebog: {s.title}"),
            self.setter.style(28, BLACK, leading=1.1),
            (28, 26, 24, 22),
            _ROOM,
        )
        yield Piece(title.height, lambda page, top, _: title.draw(page, _MARGIN, top, 1), 0, keeps_next=True)
        yield self.block(self.text("  ·  ".join(s.facts)), _HEADING, BOLD, 2)
        yield self.block(self.text(s.service), above=1)
        if s.purpose:
            yield self.block(Text((self._label("Formål", s.purpose),), s.place), above=3)

    def before(self) -> Iterator[Piece]:
        s = self.sheet
        for label, words in (("Tag med", s.materials), ("Print til deltagerne", s.sheets)):
            if words:
                yield self.block(Text((self._label(label, "  ·  ".join(words)),), s.place), above=5)

    def _label(self, label: str, words: str) -> tuple[Run, ...]:
        return Run(f"{label}: ", bold=True), Run(words)

    # ---- the meeting --------------------------------------------------------------------------------------
    def table(self) -> Iterator[Piece]:
        header = self._header()
        yield header
        for i, row in enumerate(self.sheet.rows):
            yield self._row(row, i % 2 == 0, header)
        yield self._end(header)

    def _header(self) -> Piece:
        style = self.setter.style(self.small, BOLD)

        def draw(page: Page, top: float, height: float) -> None:
            x = _MARGIN + 6
            when = "Kl." if ":" in self.sheet.end else "Min"
            for words, width in zip((when, "Blok", "Slides", "Sig"), (*_COLUMNS, _SAY), strict=True):
                page.words(x, top + height - 6, (words,), style, width)
                x += width
            page.line(_MARGIN, top + height - 1, A4_WIDTH - _MARGIN, top + height - 1, "ink", 1.2)

        return Piece(20, draw, 8, keeps_next=True)

    def _row(self, row: RunRow, tinted: bool, header: Piece) -> Piece:
        setter = self.setter
        body = setter.style(self.size, leading=_LEADING)
        small = setter.style(self.small, leading=_LEADING)
        title = setter.broken(
            plain(row.title, row.place), setter.style(self.size, BOLD, leading=_LEADING), _COLUMNS[1] - 10
        )
        under = setter.broken(
            plain(f"{row.activity}, {minutes_text(row.minutes)}", row.place), small, _COLUMNS[1] - 10
        )
        say = setter.broken(plain(row.say, row.place), body, _SAY - 12)
        brings = (
            f"Brug: {' · '.join(_lower(thing) for thing in row.materials)}"
            if row.materials and self.row_materials
            else ""
        )
        bring = setter.broken(plain(brings, row.place), small, _SAY - 12)
        skip = 15.0 if row.may_be_skipped else 0.0
        height = max(title.height + under.height + skip, say.height + bring.height) + 9

        def draw(page: Page, top: float, given: float) -> None:
            if tinted:
                page.rectangle(_MARGIN, top, _ROOM, given, "paper")
            x, y = _MARGIN + 6, top + 5
            Lines(((Run(row.clock),),), setter.style(self.size, BOLD, leading=_LEADING), _COLUMNS[0]).draw(
                page, x, y
            )
            title.draw(page, x + _COLUMNS[0], y, 2)
            under.draw(page, x + _COLUMNS[0], y + title.height)
            if row.may_be_skipped:
                skip_y = y + title.height + under.height
                page.shapes(mark_shapes(Mark.BOX, x + _COLUMNS[0] + 5, skip_y + 7, 0.62))
                page.words(x + _COLUMNS[0] + 14, skip_y + 11, ("kan springes over",), small, _COLUMNS[1])
            Lines(((Run(row.slides),),), body, _COLUMNS[2]).draw(page, x + sum(_COLUMNS[:2]), y)
            say.draw(page, x + sum(_COLUMNS), y)
            bring.draw(page, x + sum(_COLUMNS), y + say.height)

        return Piece(height, draw, 0, header=header)

    def _end(self, header: Piece) -> Piece:
        style = self.setter.style(self.size, BOLD)

        def draw(page: Page, top: float, height: float) -> None:
            page.line(_MARGIN, top + 0.5, A4_WIDTH - _MARGIN, top + 0.5, "ink", 1.2)
            page.words(_MARGIN + 6, top + height - 3, (f"{self.sheet.end}   Slut",), style, _ROOM)

        return Piece(18, draw, 0, header=header)

    # ---- after the meeting --------------------------------------------------------------------------------
    def after(self) -> Iterator[Piece]:
        s = self.sheet
        yield self._panel(list(self._safety()), firm=True)
        yield self._panel(list(self._taking_over()), firm=False)
        yield self.titled("Til journalen")
        yield self.block(self.text(s.journal), above=2)
        yield self.block(self.text(_JOURNAL_HINT), self.small, above=2)

    def _safety(self) -> Iterator[tuple[Text, int]]:
        s = self.sheet
        yield self.text("Husk sikkerheden"), BLACK
        for words, slide in s.locked:
            runs = (Run(f"Slide {slide}: ", bold=True), Run(f"»{words}« Sig det ord for ord."))
            yield Text((runs,), s.place), REGULAR
        for remark in s.remarks:
            yield self.text(f"Bemærk: {remark}" + ("" if remark.endswith((".", "«", "!")) else ".")), REGULAR

    def _taking_over(self) -> Iterator[tuple[Text, int]]:
        yield self.text("Hvis du overtager"), BLACK
        for words in self.sheet.taking_over:
            yield self.text(words), REGULAR

    def _panel(self, lines: list[tuple[Text, int]], firm: bool) -> Piece:
        """Lines in a frame, or on a tint; the first one is its heading."""
        pad, setter = 12.0, self.setter
        inner = [
            setter.paragraph(
                text,
                setter.style(_HEADING if weight == BLACK else self.size, weight, leading=_LEADING),
                _MARGIN + pad,
                _ROOM - 2 * pad,
                3,
                2 if weight == BLACK else 0,
            )
            for text, weight in lines
        ]
        stack = Stack(inner)

        def draw(page: Page, top: float, height: float) -> None:
            page.rectangle(
                _MARGIN, top, _ROOM, height, None if firm else "paper", 10, "ink" if firm else None
            )
            stack.draw(page, top + pad, stack.height)

        return Piece(stack.height + 2 * pad, draw, 12)

    def foot(self, page: Page, number: int, of: int) -> None:
        """The clinic, and which page it is."""
        page.line(_MARGIN, _RULE, A4_WIDTH - _MARGIN, _RULE, "ink", 0.8)
        page.words(_MARGIN, _FOOT, (self.sheet.clinic,), self.setter.style(self.small, BOLD), 380)
        right = self.setter.style(self.small, align="right")
        page.words(A4_WIDTH - _MARGIN, _FOOT, (f"{self.sheet.name}  ·  side {number} af {of}",), right, 220)


def _lower(thing: str) -> str:
    return thing[:1].lower() + thing[1:]
