"""The drawn parts of a sheet as pieces of a page: body, cup, stair, road, picture. Lengths in pt."""

from __future__ import annotations

from itertools import pairwise

from holdslides import worksheet as ws
from holdslides.drawing import Drawing, Shape
from holdslides.figure_values import drawn
from holdslides.figures import Area
from holdslides.kit import outlines
from holdslides.kit.canvas import Canvas
from holdslides.kit.vignettes import VIGNETTES
from holdslides.print_file.flow import Piece
from holdslides.print_file.marks import dotted, mark_shapes, ring
from holdslides.print_file.page import Page
from holdslides.print_file.setting import BLACK, BOLD, Setter
from holdslides.print_file.sheet_parts import Place, question_words, ruled
from holdslides.records import replace

_BODIES_HEIGHT = 392.0
_STAIR_STEP = 15.0  # from one step to the next
_DOTS = 5
_RAIL = 56.0
_SLIDE_MARGIN, _SLIDE_FOOT = 32.0, 36.0
_FIGURE_MARGIN = 48.0  # what a figure of things side by side leaves free at each end
_MARK_HEIGHT = 18.0


# ---- own body ---------------------------------------------------------------------------------------------
def bodies(at: Place) -> Piece:
    """Two outlines side by side on a tint, their sides named as the person's own."""
    gap = 8.0
    width = (at.width - gap) / 2

    def draw(page: Page, top: float, height: float) -> None:
        for i, (name, left, right) in enumerate(_SIDES):
            x = at.x + i * (width + gap)
            page.rectangle(x, top, width, height, "paper", 12)
            small, bold = at.setter.style(at.setter.sizes.small), at.setter.style(at.setter.sizes.text, BOLD)
            page.words(x + 10, top + 10 + small.size, (left,), small, width / 2)
            page.words(
                x + width - 10, top + 10 + small.size, (right,), replace(small, align="right"), width / 2
            )
            room = height - 3.1 * small.size - 10
            page.figure(_body(i == 1, width, room), x, top + 1.9 * small.size)
            page.words(x + width / 2, top + height - 9, (name,), replace(bold, align="center"), width)

    return Piece(_BODIES_HEIGHT, draw, 0, 24)


_SIDES = (("Forfra", "højre", "venstre"), ("Bagfra", "venstre", "højre"))


def _body(from_behind: bool, width: float, height: float) -> Drawing:
    canvas = Canvas(width, height)
    scale = min((height - 4) / outlines.BODY_HEIGHT, (width - 8) / (outlines.BODY_WIDTH + 4))
    with canvas.at(width / 2, (height - scale * outlines.BODY_HEIGHT) / 2, scale):
        outlines.body(canvas, from_behind)
    return canvas.drawing(
        f"Omrids af en krop {'bagfra' if from_behind else 'forfra'} til at sætte krydser på."
    )


# ---- cup --------------------------------------------------------------------------------------------------
def cup(part: ws.Cup, at: Place) -> Piece:
    """An empty cup under a pipe with taps, over each tap a box to write in."""
    height = 316.0

    def draw(page: Page, top: float, given: float) -> None:
        canvas = Canvas(at.width, given)
        middle, step = at.width / 2 - 21, min(95.0, (at.width - 20) / part.taps)
        box = min(62.0, step - 3.4)
        canvas.rectangle(0.6, 79, at.width - 1.2, 10, "white", 0, "ink", 1.2)
        for i in range(part.taps):
            x = middle + step * (i - (part.taps - 1) / 2)
            canvas.rectangle(x - step / 2 + 1.7, 0.8, step - 3.4, box, "white", 8, "ink", 1.2)
            canvas.line(x, box + 1, x, 79, "ink", 1.2)
            with canvas.at(x, 84):
                outlines.tap(canvas)
            canvas.ellipse(x + 33, 108, 12, fill="white", stroke="ink", width=1.2)  # room for a mark
        scale = min(1.05, (given - 180) / 194)
        with canvas.at(middle, 178, scale):
            outlines.cup(canvas)
        page.figure(
            canvas.drawing(
                f"En tom kop under {part.taps} haner. Ved hver hane er der plads til et ord og et mærke."
            ),
            at.x,
            top,
        )

    return Piece(height, draw, 8, 80)


# ---- stair ------------------------------------------------------------------------------------------------
def stair(part: ws.Stair, at: Place) -> Piece:
    """A stair week by week with its minutes, five dots on each step, and somebody on the first."""
    setter, count = at.setter, len(part.minutes)
    width = at.width / count
    beside = _above_stair(part, at)
    foot = 44 + 1.1 * setter.sizes.small + setter.sizes.text * 2.4
    first = foot + 22
    height = max(beside.height + first + 34, first + 114, first + (count - 1) * _STAIR_STEP)

    def draw(page: Page, top: float, given: float) -> None:
        base = top + given
        tops = [base - first - i * _STAIR_STEP for i in range(count)]
        beside.draw(page, top, beside.height)
        _outline(page, at.x, base, tops, width)
        page.figure(_walker(width, 100), at.x, tops[0] - 100)
        for i, minutes in enumerate(part.minutes):
            _own_step(page, setter, at.x + (i + 0.5) * width, tops[i], base, width, str(minutes), i)

    return Piece(height, draw, 10, 16)


def _above_stair(part: ws.Stair, at: Place) -> Piece:
    """The heading and what to do, over the lower steps."""
    setter = at.setter
    indent = 92.0
    heading = setter.broken(part.heading, setter.style(setter.sizes.heading + 1, BLACK), at.width - indent)
    words = setter.broken(part.text, setter.style(setter.sizes.text), at.width - indent - 120)

    def draw(page: Page, top: float, _: float) -> None:
        heading.draw(page, at.x + indent, top, heading=2)
        words.draw(page, at.x + indent, top + heading.height)

    return Piece(heading.height + words.height, draw)


def _outline(page: Page, x: float, base: float, tops: list[float], width: float) -> None:
    canvas = Canvas(0, 0)
    points = [(x, base)]
    for i, y in enumerate(tops):
        points += [(x + i * width, y), (x + (i + 1) * width, y)]
    canvas.polygon([*points, (x + len(tops) * width, base)], "white", 0, "ink", 1.6)
    for i, y in enumerate(tops):
        canvas.rectangle(x + i * width, y, width, 6, "ink")
    for i, (before, _) in enumerate(pairwise(tops), 1):
        canvas.line(x + i * width, before, x + i * width, base, "rule", 0.9)
    page.shapes(canvas.drawing("").shapes)


def _own_step(
    page: Page, setter: Setter, x: float, top: float, base: float, width: float, minutes: str, i: int
) -> None:
    small = setter.style(setter.sizes.small, align="center")
    number = setter.style(setter.sizes.text * 2, BLACK, align="center")
    page.words(x, top + 10 + number.size * 0.9, (minutes,), number, width)
    page.words(x, top + 10 + number.size * 0.9 + small.size * 1.15, ("min",), small, width)
    page.words(x, base - 28, (f"uge {i + 1}",), small, width)
    for k in range(_DOTS):
        page.shapes(ring(x + (k - (_DOTS - 1) / 2) * min(13, width / 6), base - 14, 4.8, 1))


def _walker(width: float, height: float) -> Drawing:
    canvas = Canvas(width, height)
    vignette = VIGNETTES["trin"]
    with canvas.at(width / 2, height, height / vignette.height):
        vignette.draw(canvas)
    return canvas.drawing("En kvinde på vej op ad en trappe.")


# ---- road -------------------------------------------------------------------------------------------------
def road(part: ws.Road, at: Place) -> list[Piece]:
    """Questions with lines; beside them a dotted road from stop to stop, with a flag at the first."""
    last = len(part.questions) - 1
    return [_stop(question, i == 0, i == last, at) for i, question in enumerate(part.questions)]


def _stop(question: ws.Question, is_first: bool, is_last: bool, at: Place) -> Piece:
    step, above = at.setter.sizes.step, 20.0
    lines = question_words(question, at.moved(_RAIL, at.width - _RAIL))

    def draw(page: Page, top: float, height: float) -> None:
        x, middle = at.x + 18, top + 0.6 * at.setter.sizes.heading
        if not is_last:
            page.shapes(dotted(x, middle + 16, top + height + above))
        page.shapes(_flag(x, middle) if is_first else ring(x, middle, 9, 2))
        lines.draw(page, top, lines.height)
        own = (height - above - lines.height) / question.lines
        ruled(page, at.x + _RAIL, top + lines.height, at.width - _RAIL, question.lines, own)

    return Piece(lines.height + question.lines * step + above, draw, 0, question.lines * 5 + 4)


def _flag(x: float, y: float) -> tuple[Shape, ...]:
    canvas = Canvas(0, 0)
    canvas.line(x, y + 14, x, y - 22, "ink", 2.6)
    canvas.polygon([(x, y - 22), (x + 26, y - 13), (x, y - 4)], "coral", 1.5)
    return canvas.drawing("").shapes


# ---- picture ----------------------------------------------------------------------------------------------
def picture(part: ws.Picture, at: Place) -> Piece:
    """A figure as wide as the sheet, its texts under the thirds of it; one without has words of its own."""
    if not part.texts:
        return _slide_picture(part, at)
    setter, height = at.setter, 64.0
    share = at.width / len(part.texts)
    style = setter.style(setter.sizes.strong, BOLD, align="center", leading=1.18)
    texts = [setter.broken(text, style, share - 16) for text in part.texts]
    words = max(lines.height for lines in texts)

    def draw(page: Page, top: float, given: float) -> None:
        room = given - words - 8
        # so that pictures as wide as high stand over the middle of their texts
        spare = share - min(share, room)
        area = Area(at.width - spare, room, setter.sizes.text)
        page.figure(drawn(part.figure, area), at.x + spare / 2, top)
        for i, lines in enumerate(texts):
            lines.draw(page, at.x + (i + 0.5) * share, top + room + 8)

    return Piece(height + words + 8, draw, 8, 76)


def _slide_picture(part: ws.Picture, at: Place) -> Piece:
    """A figure that is composed for a slide: the margins it leaves there may lie outside the sheet's room."""
    size = at.setter.sizes.small if at.scale == 1 else at.setter.sizes.text / 1.15

    below = 1.6 * _MARK_HEIGHT * at.scale + size if part.options else 0.0

    def draw(page: Page, top: float, given: float) -> None:
        area = Area(at.width + 2 * _SLIDE_MARGIN, given - below + _SLIDE_FOOT, size)
        page.figure(drawn(part.figure, area), at.x - _SLIDE_MARGIN, top)
        _marks_below(page, part, at, top + given - below, size)

    return Piece((130.0 if below else 160.0) * at.scale + below, draw, 4, 40)


def _marks_below(page: Page, part: ws.Picture, at: Place, top: float, size: float) -> None:
    """The options under each of the things that the picture shows side by side, the word below its mark."""
    if not part.options:
        return
    setter = at.setter
    words = setter.style(size, align="center")
    column = (at.width + 2 * (_SLIDE_MARGIN - _FIGURE_MARGIN)) / part.columns
    apart = min(column / (len(part.options) + 0.7), 2.4 * _MARK_HEIGHT * at.scale)  # so each group is one
    for i in range(part.columns):
        middle = at.x + _FIGURE_MARGIN - _SLIDE_MARGIN + (i + 0.5) * column
        for k, option in enumerate(part.options):
            x = middle + (k - (len(part.options) - 1) / 2) * apart
            page.shapes(mark_shapes(option.mark, x, top + 0.6 * _MARK_HEIGHT * at.scale, 1.1 * at.scale))
            baseline = top + 1.3 * _MARK_HEIGHT * at.scale + 0.8 * size
            page.runs(x, baseline, option.text.paragraphs, words, apart)
