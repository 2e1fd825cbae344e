"""A worksheet on A4: title, what to do, a small picture, the parts one under the other, and the foot.
Lengths in pt.

White paper and ink, one light tint; nothing nearer the edge than an office printer can print.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from holdslides import worksheet as ws
from holdslides.figure_values import drawn
from holdslides.figures import Area
from holdslides.print_file.cards import card_pages
from holdslides.print_file.flow import pages_of
from holdslides.print_file.page import A4_HEIGHT, A4_WIDTH, Page
from holdslides.print_file.setting import BLACK, BOLD, LARGE, NORMAL, Setter, Sizes, plain
from holdslides.print_file.sheet_parts import Place, all_pieces
from holdslides.print_file.signs import sign_pages
from holdslides.problems import ContentError, Problem
from holdslides.records import dataclass, replace
from holdslides.theme import Theme

MARGIN = 36.0  # 12.7 mm; printers need 5
RIGHT = A4_WIDTH - MARGIN
ROOM = RIGHT - MARGIN
BOTTOM, RULE, FOOT = 766.0, 780.0, 804.0
MOST_PAGES_LARGE = 2
_TITLE, _PICTURE_WIDTH, _PICTURE_HEIGHT = 74.0, 86.0, 92.0


def lay_out_sheet(sheet: ws.Sheet, theme: Theme, large: bool = False) -> tuple[list[Page], list[Problem]]:
    """The sheet's pages, and everything that does not fit on them.

    `large` is for weak eyes: 20 pt and more.
    """
    setter = Setter(theme, LARGE if large else NORMAL)
    match sheet.body:
        case ws.Flow():
            pages = _Flowing(sheet, setter, large).pages(sheet.body)
        case ws.Cards():
            pages = card_pages(sheet, sheet.body, setter)
        case ws.Signs():
            pages = sign_pages(sheet, sheet.body, setter)
        case _:
            assert_never(sheet.body)
    return pages, list(dict.fromkeys(setter.problems))


def first_that_fits(
    forms: Iterable[ws.Sheet], theme: Theme, large: bool = False
) -> tuple[ws.Sheet, list[Page]]:
    """The first of a sheet's forms that there is room for, laid out; none after it is even composed.

    Raises ContentError with what does not fit of the last one.
    """
    problems: list[Problem] = []
    for sheet in forms:
        pages, problems = lay_out_sheet(sheet, theme, large)
        if not problems:
            return sheet, pages
    raise ContentError(problems)


@dataclass
class _Flowing:
    """A sheet of parts being laid out."""

    sheet: ws.Sheet
    setter: Setter
    large: bool

    @property
    def sizes(self) -> Sizes:
        return self.setter.sizes

    def pages(self, body: ws.Flow) -> list[Page]:
        page = Page(A4_WIDTH, A4_HEIGHT, self.setter.theme, "white")
        top = self._head(page)
        pieces = all_pieces(body.parts, Place(self.setter, MARGIN, ROOM))
        next_top = MARGIN + 2.6 * self.sizes.heading
        stacks = (
            pages_of(pieces, BOTTOM - top, BOTTOM - next_top) if self.large else pages_of(pieces, 1e9, 1e9)
        )
        made = []
        for i, stack in enumerate(stacks):
            if i:
                page, top = Page(A4_WIDTH, A4_HEIGHT, self.setter.theme, "white"), next_top
                self._running_head(page, i + 1)
            over = stack.height - (BOTTOM - top)
            if over > 0.01:
                hint = "skriv kortere, eller fjern en del"
                self.setter.too_high(f"arket {self.sheet.id}", over, self.sheet.place, hint)
            stack.draw(page, top, BOTTOM - top)
            self._foot(page, is_last=i == len(stacks) - 1)
            made.append(page)
        if len(made) > MOST_PAGES_LARGE:
            message = (
                f"arket {self.sheet.id} fylder {len(made)} sider med stor skrift; højst {MOST_PAGES_LARGE}"
            )
            self.setter.problems.append(
                Problem(message, self.sheet.place, "skriv kortere, eller fjern en del")
            )
        return made

    def _head(self, page: Page) -> float:
        """Title, instruction and picture; returns where the parts may begin."""
        sheet, setter = self.sheet, self.setter
        room = ROOM - (_PICTURE_WIDTH + 4 if sheet.figure else 0)
        title = setter.one_line(sheet.title, setter.style(40, BLACK, leading=1.05), self.sizes.titles, room)
        size = title.style.size
        style = replace(title.style, tracking=-0.012)
        page.runs(MARGIN - size * 0.035, _TITLE, title.runs, style, room + 8, heading=1)
        last = _TITLE + (len(title.runs) - 1) * title.step
        intro = setter.broken(sheet.intro, setter.style(self.sizes.intro, leading=1.24), room)
        intro.draw(page, MARGIN, last + 11)
        if sheet.figure:
            drawing = drawn(sheet.figure, Area(_PICTURE_WIDTH, _PICTURE_HEIGHT))
            page.figure(drawing, RIGHT - _PICTURE_WIDTH, 110 - _PICTURE_HEIGHT)
            page.rectangle(RIGHT - _PICTURE_WIDTH, 110, _PICTURE_WIDTH, 1.6, "ink")
        return max(last + 11 + intro.height + 16, 126 if sheet.figure else 120)

    def _running_head(self, page: Page, number: int) -> None:
        style = self.setter.style(self.sizes.heading, BLACK)
        words = f"{self.sheet.title.plain}, side {number}"
        page.words(MARGIN, MARGIN + style.size, (words,), style, ROOM, heading=1)

    def _foot(self, page: Page, is_last: bool) -> None:
        page.rectangle(MARGIN, RULE, ROOM, 1, "ink")
        setter = self.setter
        own, date = setter.style(self.sizes.small, BOLD), setter.style(self.sizes.small)
        label = setter.width("Dato", date) + 8
        line = 114 if self.sheet.has_date else 0
        room = ROOM - (line + label + 20 if self.sheet.has_date else 0)
        self._sender(page, room)
        if not self.sheet.has_date:
            return
        if is_last:
            page.words(RIGHT - line - label, FOOT, ("Dato",), date, label + 4)
            page.line(RIGHT - line, FOOT + 2, RIGHT, FOOT + 2)
        else:
            page.words(RIGHT, FOOT, ("Vend arket",), replace(own, align="right"), 160)

    def _sender(self, page: Page, room: float) -> None:
        """Who it comes from, on two lines where the name is long."""
        setter = self.setter
        words = " · ".join(p for p in (self.sheet.clinic, self.sheet.foot.plain) if p)
        style = setter.style(self.sizes.small, BOLD, leading=1.15)
        lines = setter.balanced(plain(words, self.sheet.place), style, room)
        if len(lines.runs) > 2:
            over = (len(lines.runs) - 2) * lines.step
            setter.too_high("klinikkens navn", over, self.sheet.place, "brug et kortere navn")
        page.runs(MARGIN, FOOT, lines.runs, style, room + 4)
