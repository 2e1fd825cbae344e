"""Signs for the seven voices at the meeting in the brain: ink with a touch of amber, so they print in grey.

Each is round its own origin, about 150 high at scale 1.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from holdslides.drawing import Colour
from holdslides.kit.canvas import Canvas

_INK: Colour = "ink"
_SECOND: Colour = "amber"
_PAPER: Colour = "white"


def body_sign(canvas: Canvas) -> None:
    """Somebody with an arm up, and a signal from the hand."""
    with canvas.group("Krop"), canvas.at(-4, 20, 0.66):
        canvas.ellipse(0, -84, 21, 24, _INK)
        canvas.path("M -34 -50 C -20 -58 20 -58 34 -50 L 26 30 L -26 30 Z", _INK)
        for x0, y0, r0, x1, y1, r1 in (
            (-28, -42, 11, -52, 16, 8),
            (-52, 16, 8, -40, 44, 7),
            (28, -42, 11, 60, -64, 8),
            (60, -64, 8, 60, -112, 7),
            (-15, 24, 13, -17, 92, 9),
            (15, 24, 13, 17, 92, 9),
        ):
            canvas.capsule(x0, y0, r0, x1, y1, r1, _INK)
        for radius in (20, 34):
            canvas.arc(60, -122, radius, 200, 340, _SECOND, 6)


def thought_sign(canvas: Canvas) -> None:
    """A thought bubble."""
    with canvas.group("Tanker"):
        for x, y, r in ((-30, -30, 30), (4, -50, 36), (40, -26, 30), (24, 2, 28), (-14, 4, 30), (4, -20, 30)):
            canvas.ellipse(x, y, r, fill=_INK)
        canvas.ellipse(-34, 46, 12, fill=_INK)
        canvas.ellipse(-52, 70, 7, fill=_INK)
        for x in (-22, 4, 30):
            canvas.ellipse(x, -22, 6, fill=_PAPER)


def mood_sign(canvas: Canvas) -> None:
    """Sun and cloud."""
    with canvas.group("Humør"):
        canvas.ellipse(-14, -26, 34, fill=_SECOND, stroke=_INK, width=3)
        for turn in range(0, 360, 45):
            c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
            canvas.capsule(-14 + c * 46, -26 + s * 46, 3.6, -14 + c * 60, -26 + s * 60, 3.6, _INK)
        for x, y, r in ((-14, 34, 24), (14, 18, 30), (46, 32, 26)):
            canvas.ellipse(x, y, r, fill=_INK)
        canvas.rectangle(-38, 30, 110, 28, _INK, 14)


def memory_sign(canvas: Canvas) -> None:
    """Two photographs."""
    with canvas.group("Erfaringer"):
        for turn, colour in ((-12, _INK), (6, _PAPER)):
            with canvas.at(0, 0, 1, turn):
                canvas.rectangle(-58, -62, 116, 124, colour, 6, _INK, 4)
        with canvas.at(0, 0, 1, 6):
            canvas.rectangle(-46, -50, 92, 78, _INK, 3)
            canvas.ellipse(16, -26, 11, fill=_SECOND)
            canvas.path("M -45 27 L -14 -14 L 10 12 L 26 -2 L 45 27 Z", _PAPER)


def gene_sign(canvas: Canvas) -> None:
    """A double helix."""
    with canvas.group("Gener"):
        for i in range(9):
            half = abs(math.sin(i * math.pi / 4)) * 34
            if half > 1:
                canvas.line(-half, -84 + i * 20, half, -84 + i * 20, _INK, 5)
        strand = [(math.sin(i * math.pi / 16) * 34, -84 + i * 5.0) for i in range(33)]
        canvas.curve(strand, _INK, 8)
        canvas.curve([(-x, y) for x, y in strand], _INK, 8)


def culture_sign(canvas: Canvas) -> None:
    """Two houses with light in a window."""
    with canvas.group("Omgivelser"):
        canvas.polygon([(-76, 0), (-36, -38), (4, 0)], _INK, 3)
        canvas.rectangle(-66, -2, 60, 64, _INK)
        canvas.rectangle(-46, 24, 20, 38, _PAPER)
        canvas.polygon([(-10, -22), (36, -72), (82, -22)], _INK, 3)
        canvas.rectangle(2, -24, 68, 86, _INK)
        for x in (14, 42):
            canvas.rectangle(x, -10, 16, 18, _SECOND)
        canvas.rectangle(26, 24, 20, 38, _PAPER)


def brake_sign(canvas: Canvas) -> None:
    """A knob that is turned down."""
    with canvas.group("Knap"), canvas.at(0, 10, 0.92):
        for i in range(9):
            turn, length = math.radians(150 + i * 30), 14 + i * 2.4
            c, s = math.cos(turn), math.sin(turn)
            canvas.capsule(c * 62, s * 62, 4, c * (62 + length), s * (62 + length), 4, _INK)
        canvas.ellipse(0, 0, 48, fill=_INK)
        turn = math.radians(170)
        canvas.capsule(0, 0, 6, math.cos(turn) * 38, math.sin(turn) * 38, 6, _SECOND)


VOICES: dict[str, tuple[Callable[[Canvas], None], str]] = {  # what is drawn, and what is seen
    "krop": (body_sign, "et menneske, der sender et signal"),
    "tanker": (thought_sign, "en tankeboble"),
    "humoer": (mood_sign, "en sol og en sky"),
    "erfaringer": (memory_sign, "to gamle billeder"),
    "gener": (gene_sign, "en arvestreng"),
    "kultur": (culture_sign, "to huse"),
    "regulering": (brake_sign, "en knap, der er skruet ned"),
}
