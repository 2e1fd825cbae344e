"""A deck's slides as pages: the same placed text, figures and furniture that the PowerPoint writer uses.
Lengths in pt.

One page per slide, for a PDF, for previews, and for the page that projects without PowerPoint.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from holdslides.deck import Deck
from holdslides.furniture import Piece, bubble, call_bar, logo_plate, number_disc, plain_panel, title_rule
from holdslides.logo import read_logo
from holdslides.measured import Measured
from holdslides.pages import OwnSlide, SectionSlide, SummarySlide, TitleSlide
from holdslides.placing import PlacedBox, PlacedSlide
from holdslides.print_file.compiler import DECK_FONT
from holdslides.print_file.page import A4_HEIGHT, A4_WIDTH, Page, Style
from holdslides.print_file.shapes import number, quoted
from holdslides.problems import Place
from holdslides.table_fit import CELL_PAD, PlacedTable
from holdslides.texts import Run
from holdslides.theme import Layouts, Theme
from holdslides.type_metrics import LINE, first_baseline, line_height

_MARGIN = 36.0
_SLIDE_WIDTH, _LINES = 340.0, 7
_LOGO_ALT = "Klinikkens logo"


def slide_pages(deck: Deck, layouts: Layouts, theme: Theme, measured: Measured | None = None) -> list[Page]:
    """Every slide of the deck as a page."""
    measured = measured or Measured(layouts, theme)
    return [slide_page(placed, layouts, theme, measured) for placed in measured.place_deck(deck)]


def logo_folder(theme: Theme) -> Path | None:
    """The folder of the clinic's logo, which the compiler must be given to see it."""
    return theme.logo.parent if theme.logo else None


def three_up_pages(deck: Deck, slides: Sequence[Page], theme: Theme) -> list[Page]:
    """A handout on A4: three slides a page, with lines to write on beside each."""
    count = -(-len(slides) // 3)
    return [_three_up(deck, slides, i, count, theme) for i in range(count)]


def _three_up(deck: Deck, all_slides: Sequence[Page], index: int, count: int, theme: Theme) -> Page:
    """Page `index` (from 0) of `count`."""
    slides = all_slides[3 * index : 3 * index + 3]
    sheet = Page(A4_WIDTH, A4_HEIGHT, theme, "white")
    small = Style(11, 400)
    sheet.words(_MARGIN, 50, (deck.title,), Style(16, 900), 360, heading=1)
    sheet.words(A4_WIDTH - _MARGIN, 50, (f"side {index + 1} af {count}",), Style(11, 400, align="right"), 150)
    scale = _SLIDE_WIDTH / slides[0].width
    height = slides[0].height * scale
    for i, slide in enumerate(slides):
        y = 74 + i * 242
        clip = f"clip: true, fill: rgb({quoted(theme.hex(slide.ground))})"
        body = (
            f"#box(width: {slide.width}pt, height: {slide.height}pt, {clip})[{_lower_headings(slide.markup)}]"
        )
        sheet.raw(
            f"#place(top + left, dx: {_MARGIN}pt, dy: {y}pt)"
            f"[#scale({number(scale * 100, 4)}%, origin: top + left, reflow: true)[{body}]]"
        )
        sheet.rectangle(_MARGIN, y, _SLIDE_WIDTH, height, None, rule="rule")
        left = _MARGIN + _SLIDE_WIDTH + 18
        for k in range(_LINES):
            sheet.line(left, y + 27 + k * 27, A4_WIDTH - _MARGIN, y + 27 + k * 27)
        sheet.words(_MARGIN, y + height + 15, (f"Slide {3 * index + i + 1}",), small, 80)
    sheet.words(_MARGIN, 814, (deck.clinic,), Style(11, 700), 400)
    return sheet


def _lower_headings(markup: str) -> str:
    """A slide's title is the second level here: the handout has a title of its own."""
    return markup.replace("#heading(level: 1,", "#heading(level: 2,")


def slide_page(placed: PlacedSlide, layouts: Layouts, theme: Theme, measured: Measured) -> Page:
    """One slide, laid out, as a page."""
    page = Page(layouts.width, layouts.height, theme, placed.layout.ground)
    for piece in _ground(placed):
        page.shapes(piece.shapes, DECK_FONT)
    drawing, box = measured.drawing_of(placed.slide), placed.layout.boxes.get("picture")
    behind = isinstance(placed.slide, TitleSlide | SectionSlide)
    if drawing and box and behind:  # a picture as large as the slide lies behind its words
        page.figure(drawing, box.x, box.y, font=DECK_FONT)
    _logo(page, placed, theme)
    for name, words in placed.boxes.items():
        _words(page, words, heading=1 if name == "title" else 0)
        if name == "title" and placed.badge:
            page.shapes(placed.badge.shapes, DECK_FONT)
    if placed.table:
        _table(page, placed.table)
    if drawing and box and not behind:
        page.figure(drawing, box.x, box.y, font=DECK_FONT)
    if isinstance(placed.slide, OwnSlide):  # how it looks is only known to the presentation it comes from
        told = f"Klinikkens eget slide: {placed.slide.file.name}, nr. {placed.slide.number}"
        page.words(48, 470, (told,), Style(20, 400, "petrol2", font=DECK_FONT), 860)
    for footer in (placed.footer_number, placed.footer):
        if footer:
            _words(page, footer)
    return page


def _logo(page: Page, placed: PlacedSlide, theme: Theme) -> None:
    """The clinic's logo where PowerPoint shows it; a drawing (svg) it does not show."""
    box = placed.layout.boxes.get("logo")
    if box is None or theme.logo is None:
        return
    logo = read_logo(theme.logo, Place(str(theme.logo)))
    if logo.kind == "svg":
        return
    scale = min(box.width / logo.width, box.height / logo.height)
    width, height = logo.width * scale, logo.height * scale
    page.shapes(logo_plate(box.x, box.y, width, height).shapes, DECK_FONT)
    page.image(logo.path.name, _LOGO_ALT, box.x, box.y, width, height)


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
    style = Style(
        placed.size, 700 if placed.bold else 400, placed.colour, LINE * placed.leading, font=DECK_FONT
    )
    lines = [line.runs for line in placed.lines]
    if placed.baselines:
        page.runs(placed.x, placed.baselines[0], lines, style, placed.width + 40, heading)


def _table(page: Page, placed: PlacedTable) -> None:
    y = placed.y
    for row, (cells, height) in enumerate(zip(placed.cells, placed.row_heights, strict=True)):
        is_header = row == 0
        fill = "petrol7" if is_header else ("sand0" if row % 2 else "sand2")
        page.rectangle(placed.x, y, placed.width, height, fill)
        x = placed.x
        for lines, width in zip(cells, placed.column_widths, strict=True):
            step = line_height(placed.size, placed.leading)
            top = y + (height - len(lines) * step) / 2
            style = Style(
                placed.size,
                700 if is_header else 400,
                "sand0" if is_header else placed.colour,
                LINE * placed.leading,
                font=DECK_FONT,
            )
            runs: list[tuple[Run, ...]] = [line.runs for line in lines]
            baseline = top + first_baseline(placed.size, placed.leading)
            page.runs(x + CELL_PAD, baseline, runs, style, width)
            x += width
        y += height
