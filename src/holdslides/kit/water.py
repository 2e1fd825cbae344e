"""The cup model: a big cup that fills and runs over, and the taps above it. Unit 1 pt at scale 1.

The cup's origin is the middle of its rim; the rim is 380 wide, the saucer's lower edge at y 248. A tap's
origin is on its pipe, the spout's mouth at y 71.
"""

from __future__ import annotations

import math

from holdslides.drawing import Colour, Command
from holdslides.kit import paths
from holdslides.kit.canvas import Canvas, mixed

_BOWL = "M -190 0 C -188 96 -156 176 -84 210 L 84 210 C 156 176 188 96 190 0 Z"
_DEPTH = 194.0  # of the inside below the rim
_TULIP = "M 0 12 C -16 12 -21 -2 -18 -22 L -8 -10 L 0 -26 L 8 -10 L 18 -22 C 21 -2 16 12 0 12 Z"
_LEAVES = "M 0 40 C -18 38 -22 24 -20 14 C -8 16 -1 26 0 40 Z M 0 40 C 18 38 22 24 20 14 C 8 16 1 26 0 40 Z"
_SPILL = (
    "M -180 -4 C -172 2 -110 4 0 4 C 110 4 172 2 180 -4 C 187 0 190 4 190 8 C 188 22 178 28 172 33 C 164 "
    "40 163 56 "
    "160 78 C 158 92 138 92 137 78 C 136 58 134 48 124 44 C 104 48 84 50 60 52 C 46 54 43 70 42 96 C 41 "
    "130 43 168 "
    "46 212 L 8 212 C 14 166 14 130 12 96 C 11 68 8 55 -6 55 C -30 55 -50 53 -64 51 C -76 51 -80 64 -81 "
    "84 C -82 104 "
    "-106 104 -108 84 C -110 62 -116 46 -132 42 C -160 34 -188 26 -190 8 C -190 4 -187 0 -180 -4 Z"
)


def saucer(canvas: Canvas) -> None:
    """The cup's saucer, in the cup's frame."""
    with canvas.group("Underkop"):
        canvas.ellipse(0, 222, 214, 26, "sand3")
        canvas.ellipse(0, 216, 214, 24, "sand0")


def cup(canvas: Canvas, body: Colour = "petrol7", shade: Colour = "ink") -> None:
    """The cup itself with its tulips and handle, and an empty mouth. Draw `saucer` before it."""
    with canvas.group("Kop"):
        canvas.path("M 166 26 C 250 6 270 70 232 116 C 208 144 166 154 132 152", None, body, 27)
        canvas.path("M -84 209 L 84 209 L 78 219 C 50 226 -50 226 -78 219 Z", shade)
        canvas.path(_BOWL, body)
        for i in range(7):
            _tulip(canvas, (i - 3) / 3, ("amber", "coral", "sand0")[i % 3])
        canvas.ellipse(0, 0, 190, 36, shade)


def _tulip(canvas: Canvas, across: float, colour: Colour) -> None:
    squeeze = 0.6 + 0.4 * math.sqrt(max(0, 1 - (across * 0.93) ** 2))
    with canvas.at(across * 138, 112 - 2 * across * across, squeeze=squeeze):
        canvas.rectangle(-2, 8, 4, 38, "leaf3")
        canvas.path(_LEAVES, "leaf3")
        canvas.path(_TULIP, colour)


def water_in_cup(canvas: Canvas, level: float) -> None:
    """The water seen in the cup's mouth: a surface that sinks and narrows as `level` goes from 1 to 0."""
    if level <= 0:
        return
    drop = 22 * (1 - level)
    half = 178 * math.sqrt(max(0.04, 1 - (drop / 40) ** 2))
    with canvas.group("Vand i koppen"):
        canvas.ellipse(0, -2 + drop * 0.45, half, 31 - drop * 0.75, mixed("water3", "water2", 0.6))


def spill(canvas: Canvas, water: Colour = "water3", glint: Colour = "water2") -> None:
    """Water running over the front of the rim down to the saucer; draw it after the cup."""
    with canvas.group("Vand løber over"):
        canvas.blob(
            [(-178, 214), (-120, 224), (-60, 230), (60, 228), (130, 218), (84, 212), (0, 214), (-90, 212)],
            water,
        )
        canvas.path(_SPILL, water)
        canvas.ellipse(0, -3, 178, 31, mixed("water3", "water2", 0.6))
        for points in (
            [(26, 74, 3.2), (25, 110, 3.2), (26, 150, 3.2)],
            [(-95, 60, 3), (-95, 84, 3)],
            [(148, 54, 2.6), (148, 74, 2.6)],
        ):
            canvas.tube([(float(x), float(y), r) for x, y, r in points], glint)


def tap(canvas: Canvas, body: Colour = "ink", handle: Colour = "coral", turn: float = 0) -> None:
    """A tap hanging from a pipe; origin on the pipe, mouth at (0, 71). `turn` tilts the handle, degrees."""
    with canvas.group("Hane"):
        canvas.rectangle(-16, -12, 32, 24, body, 4)
        canvas.rectangle(-13, -6, 26, 30, body, 4)
        canvas.rectangle(-20, 20, 40, 12, body, 5)
        canvas.path("M -13 30 L 13 30 L 11 62 C 11 66 9 68 6 68 L -6 68 C -9 68 -11 66 -11 62 Z", body)
        canvas.rectangle(-14, 62, 28, 9, body, 3)
        with canvas.at(0, 44, 1, turn):
            canvas.capsule(-20, 0, 6, 20, 0, 6, handle)
            canvas.ellipse(0, 0, 10, fill=handle)
            canvas.ellipse(0, 0, 4, fill="sand0")


def jet(canvas: Canvas, x: float, top: float, bottom: float, width: float, water: Colour = "water6") -> None:
    """A jet of water falling from a mouth, with the ring it makes where it lands."""
    with canvas.group("Vandstråle"):
        canvas.ellipse(x, bottom, width * 1.9 + (8 if width > 10 else 2), 4.5 + width * 0.16, "sand0")
        canvas.rectangle(x - width / 2, top, width, bottom - top, water)
        canvas.ellipse(x, bottom, width / 2, 2.6, water)


def drop(canvas: Canvas, x: float, y: float, radius: float, water: Colour = "water6") -> None:
    """One drop, its round part centred at (x, y)."""
    r = radius
    canvas.path(
        [
            ("M", x, y - r * 2),
            ("C", x + r * 0.6, y - r * 0.9, x + r, y - r * 0.4, x + r, y + r * 0.2),
            ("C", x + r, y + r * 1.3, x - r, y + r * 1.3, x - r, y + r * 0.2),
            ("C", x - r, y - r * 0.4, x - r * 0.6, y - r * 0.9, x, y - r * 2),
            ("Z",),
        ],
        water,
    )


def cup_cut_open(canvas: Canvas, level: float, body: Colour = "petrol7") -> None:
    """The cup with its front taken away: one sees how full it is, `level` 0 (empty) to 1 (brimful)."""
    with canvas.group("Kop"):
        canvas.path("M 166 26 C 250 6 270 70 232 116 C 208 144 166 154 132 152", None, body, 27)
        canvas.path("M -84 209 L 84 209 L 78 219 C 50 226 -50 226 -78 219 Z", "ink")
        canvas.path(_BOWL, body)
        canvas.ellipse(0, 0, 190, 36, body)
        canvas.path(_inside(0), "petrol8")
        canvas.ellipse(0, 0, 174, 27, "petrol8")
        if level > 0:
            y = 192 * (1 - level)
            canvas.path(_inside(y), "water3")
            canvas.ellipse(0, y, half_width(y), half_width(y) * 0.16, mixed("water3", "water2", 0.6))


def half_width(y: float) -> float:
    """Half the width of the cup's inside, y below the rim."""
    return 174 - 88 * float((max(0.0, y) / _DEPTH) ** 2.4)


def _inside(top: float) -> list[Command]:
    """The cup's inside from `top` down to the bottom."""
    rows = [top + (_DEPTH - top) * i / 8 for i in range(9)]
    right = [(half_width(y), y) for y in rows]
    left = [(-x, y) for x, y in reversed(right)]
    first, *curves = paths.smooth(right, closed=False)
    _, *up = paths.smooth(left, closed=False)
    return [first, *curves, ("L", *left[0]), *up, ("Z",)]
