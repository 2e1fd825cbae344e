"""A deck's slides as pages: the same placed text, figures and furniture that the PowerPoint writer uses. Lengths in pt.

One page per slide, for a PDF, for previews, and for the page that projects without PowerPoint.
"""

from __future__ import annotations

from collections.abc import Sequence

from holdslides.fit import Measured
from holdslides.furniture import Piece, bubble, call_bar, number_disc, plain_panel, title_rule
from holdslides.pages import Deck, OwnSlide, Run, SectionSlide, SummarySlide, TableSlide, TitleSlide
from holdslides.placing import PlacedBox, PlacedSlide
from holdslides.print_file.page import Page, Style, document
from holdslides.table_fit import CELL_PAD, PlacedTable
from holdslides.theme import Layouts, Theme
from holdslides.type_metrics import LINE, first_baseline, line_height

FONT = "Arimo"  # has Arial's widths, and comes with us


def slide_pages(deck: Deck, layouts: Layouts, theme: Theme, measured: Measured | None = None) -> list[Page]:
    """Every slide of the deck as a page."""
    measured = measured or Measured(layouts, theme)
    return [slide_page(placed, layouts, theme, measured) for placed in measured.place_deck(deck)]


def deck_source(deck: Deck, layouts: Layouts, theme: Theme, measured: Measured | None = None) -> str:
    """The typst source of the deck, one page per slide."""
    return document(slide_pages(deck, layouts, theme, measured), deck.title)


def three_up_source(deck: Deck, layouts: Layouts, theme: Theme, measured: Measured | None = None) -> str:
    """The typst source of a handout on A4: three slides a page, with lines to write on beside each."""
    slides = slide_pages(deck, layouts, theme, measured)
    sheets = [_three_up(deck, slides[i : i + 3], i + 1, theme) for i in range(0, len(slides), 3)]
    return document(sheets, f"{deck.title} – til noter")


def _three_up(deck: Deck, slides: Sequence[Page], first: int, theme: Theme) -> Page:
    sheet = Page(595, 842, theme, "white")
    scale = 300 / 960
    for i, slide in enumerate(slides):
        y = 60 + i * 246
        body = f"#box(width: 960pt, height: 540pt, clip: true, fill: rgb(\"{theme.hex(slide.ground)}\"))[{slide.markup}]"
        sheet.raw(
            f"#place(top + left, dx: 36pt, dy: {y}pt)[#scale({scale * 100:.3f}%, origin: top + left, reflow: true)"
            f"[{body}]]"
        )
        sheet.rectangle(36, y, 300, 540 * scale, None, rule="rule")
        for k in range(6):
            sheet.line(356, y + 22 + k * 28, 559, y + 22 + k * 28)
        sheet.words(36, y + 540 * scale + 18, (f"{first + i}",), Style(12, 700), 40)
    sheet.words(36, 812, (deck.clinic,), Style(12, 700), 300)
    return sheet


def slide_page(placed: PlacedSlide, layouts: Layouts, theme: Theme, measured: Measured) -> Page:
    """One slide, laid out, as a page."""
    page = Page(layouts.width, layouts.height, theme, placed.layout.ground)
    for piece in _ground(placed):
        page.shapes(piece.shapes, FONT)
    drawing, box = measured.drawing_of(placed.slide), placed.layout.boxes.get("picture")
    behind = isinstance(placed.slide, TitleSlide | SectionSlide)
    if drawing and box and behind:  # a picture as large as the slide lies behind its words
        page.figure(drawing, box.x, box.y, font=FONT)
    for name, words in placed.boxes.items():
        _words(page, words, heading=1 if name == "title" else 0)
        if name == "title" and placed.badge:
            page.shapes(placed.badge.shapes, FONT)
    if placed.table and isinstance(placed.slide, TableSlide):
        _table(page, placed.table, placed.slide)
    if drawing and box and not behind:
        page.figure(drawing, box.x, box.y, font=FONT)
    if isinstance(placed.slide, OwnSlide):  # how it looks is only known to the presentation it comes from
        words = f"Klinikkens eget slide: {placed.slide.file.name}, nr. {placed.slide.number}"
        page.words(48, 470, (words,), Style(20, 400, "petrol2", font=FONT), 860)
    for footer in (placed.footer_number, placed.footer):
        if footer:
            _words(page, footer)
    return page


def _ground(placed: PlacedSlide) -> list[Piece]:
    layout, slide = placed.layout, placed.slide
    pieces = [plain_panel(panel) for panel in layout.panels]
    if layout.bubble:
        pieces.append(bubble(layout.bubble))
    if layout.bar:
        pieces.append(call_bar(layout.bar))
    if isinstance(slide, SummarySlide):
        pieces += [number_disc(disc, n) for n, disc in enumerate(layout.numbers[: len(slide.points)], 1)]
    above, below = placed.boxes.get("title"), placed.boxes.get("subtitle")
    if isinstance(slide, TitleSlide) and above and below:
        pieces.append(title_rule(below.x, (above.text_top + above.text_height + below.text_top) / 2))
    return pieces


def _words(page: Page, placed: PlacedBox, heading: int = 0) -> None:
    style = Style(placed.size, 700 if placed.bold else 400, placed.colour, LINE * placed.leading, font=FONT)
    lines = [line.runs for line in placed.lines]
    if placed.baselines:
        page.runs(placed.x, placed.baselines[0], lines, style, placed.width + 40, heading)


def _table(page: Page, placed: PlacedTable, slide: TableSlide) -> None:
    y = placed.y
    for number, (cells, height) in enumerate(zip(placed.cells, placed.row_heights, strict=True)):
        fill = "petrol7" if number == 0 else ("sand0" if number % 2 else "sand2")
        page.rectangle(placed.x, y, placed.width, height, fill)
        x = placed.x
        for lines, width in zip(cells, placed.column_widths, strict=False):
            step = line_height(placed.size, placed.leading)
            top = y + (height - len(lines) * step) / 2
            style = Style(
                placed.size,
                700 if number == 0 else 400,
                "sand0" if number == 0 else placed.colour,
                LINE * placed.leading,
                font=FONT,
            )
            runs: list[tuple[Run, ...]] = [line.runs for line in lines]
            baseline = top + first_baseline(placed.size, placed.leading)
            page.runs(x + CELL_PAD, baseline, runs, style, width)
            x += width
        y += height
