"""Small things people use and carry, each round its own origin. Unit 1 pt at scale 1."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal, TypeAlias

from holdslides.drawing import Colour
from holdslides.kit.canvas import Canvas, darker

Shape: TypeAlias = Literal["circle", "triangle", "square"]
LIGHTS: tuple[tuple[Shape, str], ...] = (("circle", "leaf"), ("triangle", "amber"), ("square", "coral"))


def mug(canvas: Canvas, colour: Colour = "coral") -> None:
    """A coffee mug; origin at its foot, 38 high."""
    with canvas.group("Krus"):
        canvas.path("M 14 -26 C 32 -30 32 -6 13 -8", None, colour, 6)
        canvas.path("M -17 -34 L 17 -34 L 15 -6 C 14 -1 11 0 7 0 L -7 0 C -11 0 -14 -1 -15 -6 Z", colour)
        canvas.ellipse(0, -34, 17, 4, darker(colour, 0.4))


def coffee_pot(canvas: Canvas, colour: Colour = "amber", trim: Colour = "ink") -> None:
    """A coffee pot, spout to the left; origin at its foot, 79 high."""
    with canvas.group("Kaffekande"):
        canvas.path("M 22 -52 C 50 -56 50 -14 24 -16", None, trim, 7)
        canvas.path("M -24 -44 L -44 -58 L -36 -62 L -20 -54 Z", colour)
        canvas.path(
            "M -22 -62 L 22 -62 L 28 -8 C 28 -2 24 0 20 0 L -20 0 C -24 0 -28 -2 -28 -8 Z",
            colour,
        )
        canvas.rectangle(-24, -70, 48, 10, trim, 4)
        canvas.ellipse(0, -73, 6, 5, trim)


def crate(canvas: Canvas) -> None:
    """A wooden crate of vegetables, to be carried; origin at its rim, 156 wide from x -46, 62 high."""
    with canvas.group("Kasse med grønt"):
        canvas.path("M -20 0 C -34 -60 -10 -84 -2 -112 C 12 -84 26 -56 8 0 Z", "leaf")
        canvas.path("M 10 0 C 6 -60 40 -74 50 -98 C 58 -70 56 -40 34 0 Z", "leaf7")
        canvas.ellipse(74, -10, 26, fill="amber")
        canvas.ellipse(40, -6, 22, fill="coral")
        canvas.rectangle(-46, -2, 156, 30, "wood", 5)
        canvas.rectangle(-46, 32, 156, 30, "wood", 5)
        canvas.rectangle(-40, 0, 12, 60, darker("wood", 0.3))
        canvas.rectangle(92, 0, 12, 60, darker("wood", 0.3))


def parcels(canvas: Canvas, count: int = 4) -> None:
    """A stack of boxes held in front of the body; origin at the lower left corner, 116 wide, 44 each."""
    with canvas.group("Kasser"):
        for i in range(count):
            canvas.rectangle(0, -44 * (i + 1), 116, 44, "sand4" if i % 2 else "wood", 5)
            canvas.rectangle(48, -44 * (i + 1), 20, 44, "sand3")


def basket(canvas: Canvas) -> None:
    """A shopping basket with fruit; origin at the middle of its handle, 116 wide, 120 high."""
    with canvas.group("Kurv"), canvas.at(-54, -166):
        canvas.path("M 10 226 C 10 160 96 160 96 226", None, "wood", 9)
        for x, y, r, colour in ((34, 224, 18, "coral"), (66, 220, 20, "amber"), (88, 226, 13, "leaf")):
            canvas.ellipse(x, y, r, fill=colour)
        canvas.path("M 0 224 L 108 224 L 96 286 L 12 286 Z", "wood")
        canvas.rectangle(-4, 218, 116, 16, "sand4", 6)


def rucksack(canvas: Canvas, colour: Colour = "petrol5") -> None:
    """A rucksack on a standing person's back, in the upper body's frame: hold it in the middle."""
    with canvas.group("Rygsæk"):
        canvas.path("M -44 96 C -84 92 -98 130 -96 180 C -96 214 -84 224 -52 222 Z", colour)
        canvas.tube([(-20, 92, 6), (-8, 130, 6), (-30, 200, 6)], colour)


def dumbbell(canvas: Canvas, colour: Colour = "ink") -> None:
    """A dumbbell, 112 long; origin at the middle of its handle."""
    with canvas.group("Håndvægt"):
        canvas.rectangle(-40, -5, 80, 10, "wood", 3)
        for side in (-1, 1):
            canvas.rectangle(side * 34 - 9, -26, 18, 52, colour, 6)
            canvas.rectangle(side * 50 - 6, -18, 12, 36, colour, 5)


def bicycle(canvas: Canvas, frame: Colour = "coral7", tyre: Colour = "ink") -> None:
    """A bicycle facing right; ground at y 0, wheels of radius 90 at x -138 and 138, saddle at (-70, -280)."""
    tubes = (
        ((-138, -90), (-14, -100)), ((-138, -90), (-48, -236)), ((-62, -262), (-14, -100)),
        ((-48, -222), (92, -240)), ((-14, -100), (96, -228)), ((86, -290), (138, -90)),
    )  # fmt: skip
    with canvas.group("Cykel"):
        for x in (-138, 138):
            canvas.ellipse(x, -90, 84, 84, None, tyre, 13)
            canvas.ellipse(x, -90, 10, fill=tyre)
        for a, b in tubes:
            canvas.capsule(*a, 6.5, *b, 6.5, frame)
        canvas.capsule(84, -300, 6, 60, -312, 6, tyre)
        canvas.capsule(60, -312, 8, 34, -308, 8, "wood")
        canvas.path(
            "M -108 -276 C -90 -284 -50 -282 -34 -272 C -36 -262 -56 -258 -72 -258 C -90 -258 -108 -264 "
            "-108 -276 Z",
            tyre,
        )
        canvas.ellipse(-14, -100, 22, fill=tyre)


def walking_stick(canvas: Canvas) -> None:
    """A walking stick, its tip at the origin, the handle at (-26, -310)."""
    with canvas.group("Stok"):
        canvas.capsule(-20, -308, 6, 0, 0, 5.5, "wood")
        canvas.path("M -54 -306 C -54 -330 -20 -332 -17 -306", None, "wood", 12)


def clipboard(canvas: Canvas) -> None:
    """A clipboard with three ticked lines, 76 wide, 104 high, origin left of its middle."""
    with canvas.group("Plan"):
        canvas.rectangle(0, -60, 76, 104, "wood", 6)
        canvas.rectangle(7, -50, 62, 88, "sand0", 2)
        canvas.rectangle(24, -68, 28, 16, "ink", 4)
        for i in range(3):
            y = -34 + i * 26
            canvas.path([("M", 13, y), ("L", 18, y + 6), ("L", 27, y - 6)], None, "leaf7", 5)
            canvas.rectangle(34, y - 2, 30, 6, "petrol7", 3)


def clock(canvas: Canvas, minutes: float = 15, face: Colour = "sand0", share: Colour = "amber") -> None:
    """A clock face of radius 30 whose first `minutes` are filled."""
    with canvas.group("Ur"):
        canvas.ellipse(0, 0, 30, fill="ink")
        canvas.ellipse(0, 0, 26, fill=face)
        if minutes > 0:
            canvas.pie(0, 0, 22, -90, -90 + 6 * min(minutes, 59.9), share)
        for turn in range(0, 360, 90):
            x, y = math.cos(math.radians(turn)), math.sin(math.radians(turn))
            canvas.line(x * 19, y * 19, x * 23, y * 23, "ink", 3)
        canvas.ellipse(0, 0, 3, fill="ink")


def knob(canvas: Canvas, value: float = 0.2, radius: float = 100) -> None:
    """A knob turned to `value` (0-1 over 270 degrees), ringed by growing dots; origin in its middle."""
    r = radius
    with canvas.group("Drejeknap"):
        for i in range(11):
            share, a = i / 10, math.radians(135 + 27 * i)
            size, far = 4 + 6.5 * share, r + 22
            canvas.ellipse(
                far * math.cos(a), far * math.sin(a), size, fill="petrol7" if share < 0.5 else "coral7"
            )
        for i in range(20):
            a = math.radians(18 * i)
            canvas.ellipse(r * 0.95 * math.cos(a), r * 0.95 * math.sin(a), r * 0.075, fill="ink")
        canvas.ellipse(0, 0, r * 0.96, fill="ink")
        canvas.ellipse(0, 0, r * 0.86, fill="petrol7")
        canvas.ellipse(0, 0, r * 0.62, fill="petrol8")
        a = math.radians(135 + 270 * value)
        x, y = math.cos(a) * r, math.sin(a) * r
        canvas.capsule(x * 0.3, y * 0.3, r * 0.09, x * 0.74, y * 0.74, r * 0.09, "amber")


def thought_bubble(canvas: Canvas, colour: Colour = "sand0") -> None:
    """A thought bubble about 100 wide, its small bubbles to the lower left."""
    with canvas.group("Tanke"):
        for x, y, r in (
            (-30, 0, 20),
            (-8, -14, 24),
            (20, -8, 22),
            (34, 6, 16),
            (4, 8, 24),
            (-24, 36, 8),
            (-32, 54, 5),
        ):
            canvas.ellipse(x, y, r, fill=colour)


def sign(
    canvas: Canvas,
    x: float,
    y: float,
    lines: Sequence[str],
    size: float,
    width: float,
    fill: Colour = "sand0",
    foot: Colour | None = None,
) -> float:
    """A name sign with the middle of its lower edge at (x, y), `width` pt wide; returns its height.

    `foot` stands it on a table. Sizes are pt: call it in an unscaled frame.
    """
    height = len(lines) * size * 1.14 + size * 0.72
    with canvas.group("Skilt"):
        if foot is not None:
            canvas.polygon(
                [
                    (x - width / 2 + 4, y),
                    (x + width / 2 - 4, y),
                    (x + width / 2 + 7, y + 8),
                    (x - width / 2 - 7, y + 8),
                ],
                foot,
                2,
            )
        canvas.rectangle(x - width / 2, y - height, width, height, fill, 6)
        canvas.label(x, y - height + size * 1.2, tuple(lines), size, width - size * 0.5, leading=1.14)
    return height


def tick(canvas: Canvas, colour: Colour = "leaf7", size: float = 20) -> None:
    """A tick mark as a filled shape, `size` wide, origin at its middle."""
    k = size / 20
    canvas.polygon(
        [
            (-10 * k, 0),
            (-6.5 * k, -3.5 * k),
            (-2.5 * k, 0.5 * k),
            (6.5 * k, -8.5 * k),
            (10 * k, -5 * k),
            (-2.5 * k, 7.5 * k),
        ],
        colour,
        1,
    )


def signal(canvas: Canvas, radius: float, fill: Colour, shape: Shape) -> None:
    """One sign of the traffic light on its own: circle, triangle or square, so colour never stands alone."""
    r = radius
    if shape == "circle":
        canvas.ellipse(0, 0, r, fill=fill)
    elif shape == "triangle":
        canvas.polygon([(0, -1.16 * r), (1.2 * r, 0.88 * r), (-1.2 * r, 0.88 * r)], fill, 0.2 * r)
    else:
        canvas.rectangle(-0.88 * r, -0.88 * r, 1.76 * r, 1.76 * r, fill, 0.2 * r)
