"""Line drawings to write and colour on: own body, cup, tap, and the marks before choices. Ink on white, no
solid areas.

Unit 1 pt at scale 1.
"""

from __future__ import annotations

from holdslides.drawing import Colour
from holdslides.kit.canvas import Canvas

_INK: Colour = "ink"
_PAPER: Colour = "white"
_FINE: Colour = "rule"
BODY_WIDTH, BODY_HEIGHT = 124.0, 330.0

_CUP = "M -168 0 C -166 78 -138 142 -74 170 L 74 170 C 138 142 166 78 168 0 Z"
_HANDLE = (
    "M 150 22 C 214 8 232 56 204 92 C 184 116 150 124 122 122 L 132 104 C 152 106 172 98 184 82 "
    "C 202 58 192 34 146 42 Z"
)


def body(canvas: Canvas, from_behind: bool = False) -> None:
    """A body without sex, face or age, 124 wide and 330 high; origin at the middle of the crown."""
    with canvas.group("Krop bagfra" if from_behind else "Krop forfra"):
        for grown, colour in ((1.1, _INK), (-0.1, _PAPER)):
            _silhouette(canvas, grown, colour)
        canvas.line(0, 200, 0, 212, _INK, 1)
        if from_behind:
            canvas.path(
                "M -17 20 C -17 -8 17 -8 17 20 C 16 38 8 43 0 43 C -8 43 -16 38 -17 20 Z", "paper", _INK, 1
            )
            canvas.line(0, 66, 0, 160, _FINE, 1, dash=(3, 4), round_ends=False)
            for side in (-1, 1):
                canvas.curve([(side * 12, 84), (side * 18, 100), (side * 12, 112)], _FINE, 1)
                canvas.arc(side * 14, 178, 13, 20, 160, _FINE, 1)
            return
        canvas.ellipse(0, 146, 1.4, 1.8, _FINE)
        for side in (-1, 1):
            canvas.ellipse(side * 6, 20, 1.3, 1.8, _INK)
            canvas.arc(side * 18, 250, 6, 200, 340, _FINE, 1)
            canvas.arc(side * 16, 80, 15, 50, 130, _FINE, 1)


def _silhouette(canvas: Canvas, e: float, colour: Colour) -> None:
    """The whole body in one colour, `e` larger all round: drawn in ink and then in white it leaves an
    outline.
    """
    canvas.ellipse(0, 22, 17 + e, 22 + e, colour)
    canvas.capsule(0, 36, 8 + e, 0, 56, 9 + e, colour)
    for s in (-1, 1):
        for x0, y0, r0, x1, y1, r1 in (
            (4, 58, 9, 31, 68, 11),
            (32, 69, 11.5, 43, 122, 9),
            (43, 122, 9, 53, 170, 6.6),
            (50, 178, 3, 44, 190, 2.6),
            (15, 172, 18, 18, 244, 12.5),
            (18, 244, 12.5, 17, 312, 7.5),
            (17, 316, 7.5, 27, 323, 5),
        ):
            canvas.capsule(s * x0, y0, r0 + e, s * x1, y1, r1 + e, colour)
        canvas.ellipse(s * 55, 182, 7 + e, 12 + e, colour)
    right = [(34.0 + e, 60.0), (40 + e, 76), (33 + e, 108), (30 + e, 138), (34 + e, 170), (30, 188 + e)]
    left = [(-x, y) for x, y in right]
    top_right, top_left = (12 + e / 2, 52 - e), (-12 - e / 2, 52 - e)
    canvas.blob([top_left, *left, (0, 192 + e), *reversed(right), top_right], colour)


def cup(canvas: Canvas) -> None:
    """An empty cup on its saucer to colour in; origin at the middle of its rim, 440 wide, 194 high below
    it.
    """
    with canvas.group("Kop"):
        canvas.ellipse(0, 176, 204, 17, _PAPER, _INK, 1.3)
        with canvas.at(0, 0, 1, squeeze=1.16):
            canvas.path(_HANDLE, _PAPER, _INK, 1.3)
            canvas.path(_CUP, _PAPER, _INK, 1.4)
        canvas.ellipse(0, 0, 195, 24, _PAPER, _INK, 1.4)
        canvas.ellipse(0, 1, 183, 19, "paper", _INK, 1)


def tap(canvas: Canvas) -> None:
    """A tap on a pipe, its drop below; origin at the pipe's middle, 68 high below it."""
    with canvas.group("Hane"):
        canvas.rectangle(-9, -8, 18, 16, _PAPER, 3, _INK, 1.2)
        canvas.path("M -8 8 L 8 8 L 6 34 L -6 34 Z", _PAPER, _INK, 1.2)
        canvas.capsule(-14, 20, 3.6, 14, 20, 3.6, _INK)
        canvas.ellipse(0, 20, 6, fill=_PAPER, stroke=_INK, width=1.2)
        canvas.rectangle(-9, 33, 18, 5, _PAPER, 2, _INK, 1.2)
        canvas.path("M 0 46 C 3 52 5 55 5 58 C 5 65 -5 65 -5 58 C -5 55 -3 52 0 46 Z", _PAPER, _INK, 1.1)


def scissors(canvas: Canvas) -> None:
    """A pair of scissors lying along a line to cut, blades to the right, 32 long."""
    with canvas.group("Saks"):
        for side in (-1, 1):
            canvas.line(-2, 0, 18, side * 7, _INK, 2.2)
            canvas.ellipse(-9, side * 5.5, 5, 4, None, _INK, 2)
