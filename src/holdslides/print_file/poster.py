"""Posters: one definition from A4 to A0, laid out on A3 and scaled; type sized by the reading distance.

Lengths are pt on the A3 layout of 842 x 1191; distances metres. The rule for type is 5 mm of capital height per metre
of reading distance for the headline, and for the body from half that distance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from holdslides.drawing import Drawing
from holdslides.figures import Area, load_figure
from holdslides.models_paper import PosterLayout
from holdslides.pages import FigureUse, Text
from holdslides.paper import A_SIZES_MM, DISTANCE_M, PT_PER_MM, Poster
from holdslides.print_file.page import CAP_HEIGHT, Page, Style
from holdslides.problems import Place, Problem
from holdslides.theme import Theme
from holdslides.widths import text_width

WIDTH, HEIGHT, MARGIN = 842.0, 1191.0, 60.0
ROOM = WIDTH - 2 * MARGIN
HEADLINE_SIZES = (120, 112, 104, 96, 88, 80, 72)
BODY_SIZES = (38, 36, 34, 32)
SECOND_SIZES = (32, 30, 28)
LABEL_SIZE = 30
_HEADLINE_LEADING, _LEADING = 0.94, 1.22
_DARK = {"petrol7", "ink", "petrol8"}


@dataclass
class Layout:
    """A poster being laid out: the page, and what does not fit."""

    poster: Poster
    theme: Theme
    headline_least: float
    body_least: float
    page: Page
    problems: list[Problem] = field(default_factory=list)

    @property
    def font(self) -> str:
        return self.theme.print_font

    def fitting(
        self, text: Text, sizes: tuple[int, ...], weight: int, room: float, what: str, least: float = 0
    ) -> float:
        """The largest of the sizes at which every line is narrower than the room; a Problem when none is."""
        lines = text.plain.split("\n")
        widest = max(text_width(line, 100, weight=weight, font=self.font) for line in lines) if lines else 0
        size = next((s for s in sizes if widest * s / 100 <= room), None)
        if size is None:
            over = widest * sizes[-1] / 100 - room
            self.problems.append(
                Problem(
                    f'{what} er {over:.0f} pt bredere end plakaten ved {sizes[-1]} pt: "{max(lines, key=len)}"',
                    text.place,
                    "del linjen, eller brug et kortere ord",
                )
            )
            return sizes[-1]
        if size < least - 0.05:
            self.problems.append(_too_small(what, size, least, text.place, self.poster.id))
        return size


def _too_small(what: str, size: float, least: float, place: Place, poster: str) -> Problem:
    return Problem(
        f"{what} på plakaten {poster} kan ikke læses på den afstand: {size:.0f} pt, men der skal {least:.0f} pt til",
        place,
        "vælg et større papir (--size) eller en kortere afstand (--distance)",
    )


def lay_out(poster: Poster, theme: Theme, size: str, distance: float | None = None) -> tuple[Page, list[Problem]]:
    """The poster's page on the A3 layout, and everything that does not fit or cannot be read from `distance` metres."""
    scale = page_scale(size)
    metres = distance or DISTANCE_M[size]
    headline_least = 5 * metres * PT_PER_MM / CAP_HEIGHT / scale
    layout = Layout(
        poster, theme, headline_least, headline_least / 2, Page(WIDTH, HEIGHT, theme, _ground(poster))
    )
    match poster.layout:
        case PosterLayout.PICTURE_FIRST:
            _picture_first(layout)
        case PosterLayout.WORDS_FIRST:
            _words_first(layout)
        case PosterLayout.BANDS:
            _bands(layout)
        case PosterLayout.NOTICE:
            _notice(layout)
        case PosterLayout.TABLE:
            _table(layout)
        case _:
            assert_never(poster.layout)
    _footer(layout)
    return layout.page, layout.problems


def page_scale(size: str) -> float:
    """How much larger than A3 a size is. Raises KeyError for a size that is none."""
    return A_SIZES_MM[size][0] / A_SIZES_MM["a3"][0]


def _ground(poster: Poster) -> str:
    return poster.stage if poster.layout is PosterLayout.WORDS_FIRST else poster.foot


def _on(ground: str) -> str:
    return "sand0" if ground in _DARK else "ink"


# ---- parts ------------------------------------------------------------------------------------------------
def _headline(layout: Layout, top: float, ground: str) -> float:
    """The headline with its capitals' top at `top`; returns its last baseline."""
    text = layout.poster.headline
    size = layout.fitting(text, HEADLINE_SIZES, 900, ROOM, "Overskriften", layout.headline_least)
    lines = tuple(text.plain.split("\n"))
    style = Style(size, 900, _on(ground), _HEADLINE_LEADING, tracking=-0.012)
    baseline = top + CAP_HEIGHT * size
    layout.page.words(MARGIN, baseline, lines, style, ROOM + 20, heading=1)
    return baseline + (len(lines) - 1) * size * _HEADLINE_LEADING


def _paragraphs(layout: Layout, baseline: float, ground: str, limit: float = 1104) -> float:
    """Body and second text from a first baseline downwards; returns the last baseline used."""
    last = baseline
    for text, sizes, weight, what in (
        (layout.poster.body, BODY_SIZES, 600, "Teksten"),
        (layout.poster.second, SECOND_SIZES, 400, "Den mindre tekst"),
    ):
        if not text:
            continue
        least = layout.body_least if what == "Teksten" else 0
        size = layout.fitting(text, sizes, weight, ROOM, what, least)
        lines = tuple(text.plain.split("\n"))
        first = baseline if last == baseline else last + size * 1.5
        layout.page.words(MARGIN, first, lines, Style(size, weight, _on(ground), _LEADING), ROOM)
        last = first + (len(lines) - 1) * size * _LEADING + 0.01
    if last > limit:
        layout.problems.append(
            Problem(f"Teksten er {last - limit:.0f} pt for høj til plakaten", layout.poster.body.place, "skriv kortere")
        )
    return last


def _text_height(layout: Layout) -> float:
    """How much room body and second text take from the first capital to the last baseline."""
    height = 0.0
    for text, size in ((layout.poster.body, BODY_SIZES[0]), (layout.poster.second, SECOND_SIZES[0])):
        if text:
            count = text.plain.count("\n") + 1
            height += count * size * _LEADING + (size * 0.28 if height else 0)
    return height


def _label(layout: Layout, y: float, ground: str) -> float:
    """The pill that says for whom the poster holds; returns where the headline may begin."""
    words = layout.poster.label
    if not words:
        return y
    size = 28
    width = text_width(words, size, weight=700, font=layout.font) + 48
    fill, colour = ("sand0", "ink") if ground in _DARK else ("ink", "sand0")
    layout.page.rectangle(MARGIN, y - 14, width, 52, fill, 26)
    layout.page.words(MARGIN + 24, y + 22, (words,), Style(size, 700, colour), width)
    return y + 80


def _footer(layout: Layout) -> None:
    poster, page = layout.poster, layout.page
    ground = poster.foot
    source = ", ".join(dict.fromkeys(s.fact for s in poster.sources if s.shown))
    right = " · ".join(p for p in (f"Kilde: {source}" if source else "", poster.month) if p)
    page.words(MARGIN, 1147, (poster.clinic,), Style(22, 700, _on(ground)), 420)
    page.words(WIDTH - MARGIN, 1147, (right,), Style(14, 400, _on(ground), align="right"), 360)


def draw(use: FigureUse, area: Area) -> Drawing:
    """The figure of a poster or sheet in an area, with its own alt text where the content gives one."""
    drawing = load_figure(use.id).draw(use.values, area)
    if not use.alt:
        return drawing
    return Drawing(drawing.width, drawing.height, drawing.shapes, use.alt, drawing.under_footer)


# ---- layouts ----------------------------------------------------------------------------------------------
def _picture_first(layout: Layout) -> None:
    poster, page = layout.poster, layout.page
    count = poster.headline.plain.count("\n") + 1
    stage = 1104 - _text_height(layout) - 46 - count * HEADLINE_SIZES[0] * _HEADLINE_LEADING - 40
    page.rectangle(0, 0, WIDTH, stage, poster.stage)
    if poster.figure:
        page.figure(draw(poster.figure, Area(WIDTH, stage, LABEL_SIZE)), 0, 0)
    _label(layout, 60, poster.stage)
    last = _headline(layout, stage + 46, poster.foot)
    _paragraphs(layout, last + 66, poster.foot)


def _words_first(layout: Layout) -> None:
    poster, page = layout.poster, layout.page
    top = _label(layout, 60, poster.stage)
    last = _headline(layout, top, poster.stage)
    foot = 1191 - 100 - _text_height(layout) - 56
    start = last + 40
    if poster.figure:
        page.figure(draw(poster.figure, Area(WIDTH, foot - start, LABEL_SIZE)), 0, start)
    page.rectangle(0, foot, WIDTH, HEIGHT - foot, poster.foot)
    _paragraphs(layout, foot + 44 + BODY_SIZES[0] * CAP_HEIGHT, poster.foot)


def _bands(layout: Layout) -> None:
    poster, page = layout.poster, layout.page
    last = _headline(layout, _label(layout, 60, poster.foot), poster.foot)
    start, end = last + 44, 1104 - _text_height(layout) - 30
    height = (end - start) / max(1, len(poster.bands))
    for i, band in enumerate(poster.bands):
        y = start + i * height
        page.rectangle(0, y, WIDTH, height, band.colour)
        if band.figure:
            page.figure(draw(band.figure, Area(330, height, LABEL_SIZE)), WIDTH - 360, y)
        size = layout.fitting(band.word, (88, 80, 72, 64), 900, 430, "Ordet i båndet")
        middle = y + height / 2
        has_text = bool(band.text)
        baseline = middle + (0 if has_text else size * CAP_HEIGHT / 2)
        page.words(MARGIN, baseline, (band.word.plain,), Style(size, 900, "ink"), 460, heading=2)
        if has_text:
            small = layout.fitting(band.text, (38, 36, 34, 32), 600, 450, "Teksten i båndet", layout.body_least)
            page.words(MARGIN, middle + 56, (band.text.plain,), Style(small, 600, "ink"), 470)
    _paragraphs(layout, end + 58, poster.foot)


def _notice(layout: Layout) -> None:
    """When to seek help: each sign beside its picture, and whom to call on the amber bar."""
    from holdslides.print_file.notice import lay_out_notice

    page = layout.page
    page.rectangle(0, 0, WIDTH, 330, "ink")
    _headline(layout, _label(layout, 56, "ink"), "ink")
    lay_out_notice(layout)


def _table(layout: Layout) -> None:
    poster, page = layout.poster, layout.page
    stage = 640.0
    page.rectangle(0, 0, WIDTH, stage, poster.stage)
    last = _headline(layout, 70, poster.stage)
    if poster.figure:
        page.figure(draw(poster.figure, Area(WIDTH, stage - last - 20, LABEL_SIZE)), 0, last + 20)
    for i, row in enumerate(poster.rows):
        baseline = stage + 84 + i * 104
        page.words(MARGIN, baseline, (row.name.plain,), Style(38, 700, _on(poster.foot)), 200, heading=2)
        if row.value:
            size = layout.fitting(row.value, (38, 34, 30, 28), 600, ROOM - 220, "Rækken")
            lines = tuple(row.value.plain.split("\n"))
            page.words(MARGIN + 220, baseline, lines, Style(size, 600, _on(poster.foot), 1.12), ROOM - 220)
        else:
            page.line(MARGIN + 220, baseline + 6, WIDTH - MARGIN, baseline + 6, "ink", 1.6)


def used_drawings(poster: Poster) -> Iterator[FigureUse]:
    """Every figure on the poster."""
    if poster.figure:
        yield poster.figure
    yield from (band.figure for band in poster.bands if band.figure)
