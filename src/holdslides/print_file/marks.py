"""The marks on sheets, as neutral shapes: what is ticked, the three signals, the three answers.

Lengths in pt.
"""

from __future__ import annotations

import math
from typing import assert_never

from holdslides.drawing import Colour, Shape
from holdslides.kit.canvas import Canvas
from holdslides.models_sheet import Mark

WIDTH = 16.0  # of a mark at scale 1
_FIRM = 2.6


def mark_shapes(mark: Mark, x: float, y: float, scale: float = 1) -> tuple[Shape, ...]:
    """A mark round (x, y): an outline to tick or colour, or a firm sign. No two differ by colour alone."""
    canvas = Canvas(0, 0)
    ink: Colour = "ink"
    with canvas.at(x, y, scale):
        match mark:
            case Mark.RING | Mark.GREEN:
                canvas.ellipse(0, 0, 7.5, fill="white", stroke=ink, width=1.25)
            case Mark.BOX:
                canvas.rectangle(-7, -7, 14, 14, "white", 3, ink, 1.25)
            case Mark.YELLOW:
                canvas.polygon([(0, -8.4), (8.8, 6.6), (-8.8, 6.6)], "white", 1.5, ink, 1.3)
            case Mark.RED:
                canvas.rectangle(-7, -7, 14, 14, "white", 1.5, ink, 1.3)
            case Mark.CROSS:
                canvas.line(-5.6, -5.6, 5.6, 5.6, ink, _FIRM)
                canvas.line(-5.6, 5.6, 5.6, -5.6, ink, _FIRM)
            case Mark.WAVE:
                canvas.path("M -8 2 C -4.8 -7.2 -1.6 -5.6 0 0 C 1.6 5.6 4.8 7.2 8 -2", None, ink, _FIRM)
            case Mark.TICK:
                canvas.path("M -6.4 1 L -1.6 5.6 L 7.2 -5.6", None, ink, _FIRM)
            case _:
                assert_never(mark)
    return canvas.drawing("").shapes


def ring(x: float, y: float, radius: float, width: float = 1.2) -> tuple[Shape, ...]:
    """An open circle."""
    canvas = Canvas(0, 0)
    canvas.ellipse(x, y, radius, fill="white", stroke="ink", width=width)
    return canvas.drawing("").shapes


def disc(x: float, y: float, radius: float) -> tuple[Shape, ...]:
    """A solid disc, for a number to stand in."""
    canvas = Canvas(0, 0)
    canvas.ellipse(x, y, radius, fill="ink")
    return canvas.drawing("").shapes


def dashed(x1: float, y1: float, x2: float, y2: float) -> tuple[Shape, ...]:
    """A line to cut or fold along."""
    canvas = Canvas(0, 0)
    canvas.line(x1, y1, x2, y2, "rule", 1, dash=(5, 5), round_ends=False)
    return canvas.drawing("").shapes


def dotted(x: float, y1: float, y2: float) -> tuple[Shape, ...]:
    """An upright row of dots: a road."""
    canvas = Canvas(0, 0)
    for i in range(max(0, math.floor((y2 - y1) / 7)) + 1):
        canvas.ellipse(x, y1 + 7 * i, 1.1, fill="ink")
    return canvas.drawing("").shapes
