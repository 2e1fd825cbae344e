"""Furniture, kitchen and the plain shapes of a stage. Each round its own origin, unit 1 pt at scale 1."""

from __future__ import annotations

from holdslides.drawing import Colour
from holdslides.kit import paths
from holdslides.kit.canvas import Canvas, darker


def chair(canvas: Canvas, colour: Colour = "wood", seat: float = 150, legs: Colour | None = None) -> None:
    """A wooden chair in profile facing right; soles at y 0, seat centre x 0 and `seat` high, 150 wide."""
    dark = legs or darker(colour, 0.35)
    with canvas.group("Stol"):
        canvas.capsule(-63, -seat + 6, 7, -81, -4, 5, dark)
        canvas.capsule(60, -seat + 6, 7, 69, -4, 5, dark)
        canvas.capsule(-63, -seat, 7, -84, -seat - 170, 6, dark)
        with canvas.at(-75, -seat - 108):
            canvas.path(
                "M 0 0 c -14 -14 -20 -46 -14 -66 c 10 -6 18 0 20 10 c 2 16 6 34 12 48 c 0 10 -10 14 -18 8 z",
                colour,
            )
        canvas.rectangle(-78, -seat - 8, 153, 18, colour, 9)


def bench(canvas: Canvas, colour: Colour = "wood", width: float = 110) -> None:
    """A park bench, ground at y 0, 80 high."""
    w = width
    with canvas.group("Bænk"):
        for side in (-1, 1):
            canvas.capsule(side * w * 0.36, -32, 4, side * w * 0.42, -2, 4, "ink")
        for y in (-40, -62, -76):
            canvas.rectangle(-w / 2, y, w, 9, colour, 4)
        for side in (-1, 1):
            canvas.capsule(side * w * 0.38, -36, 3, side * w * 0.44, -78, 3, "ink")


def stool(canvas: Canvas, colour: Colour = "wood", height: float = 120) -> None:
    """A low stool from the front, ground at y 0, 116 wide and `height` high."""
    dark = darker(colour, 0.35)
    with canvas.group("Skammel"):
        for side in (-1, 1):
            canvas.capsule(side * 40, -height + 8, 7, side * 48, -5, 5, dark)
        canvas.rectangle(-58, -height, 116, 16, colour, 8)


def cafe_table(canvas: Canvas, height: float = 170, width: float = 200) -> None:
    """A small round table on one foot, ground at y 0, its top `height` above."""
    with canvas.group("Bord"):
        canvas.ellipse(0, -3, width * 0.34, 12, "ink")
        canvas.rectangle(-9, -height + 4, 18, height - 8, "ink")
        canvas.ellipse(0, -height + 6, width / 2, 16, "ink")
        canvas.ellipse(0, -height, width / 2, 16, "sand0")


def lamp(canvas: Canvas, drop: float = 90, colour: Colour = "coral") -> None:
    """A Danish pendant lamp; origin on the ceiling, the shade `drop` below it, 132 wide."""
    with canvas.group("Lampe"):
        canvas.line(0, 0, 0, drop, "ink", 2.5)
        with canvas.at(0, drop):
            canvas.rectangle(-7, -4, 14, 14, "ink", 3)
            canvas.path("M -10 8 C -40 12 -62 34 -66 56 L 66 56 C 62 34 40 12 10 8 Z", colour)
            canvas.path(
                "M -66 56 L 66 56 C 66 62 60 64 54 64 L -54 64 C -60 64 -66 62 -66 56 Z", darker(colour, 0.25)
            )


def window(canvas: Canvas, night: bool = False) -> None:
    """A window with a view, 174 wide and 214 high, origin top left; sun over fields, or moon and stars."""
    with canvas.group("Vindue"):
        canvas.rectangle(12, 0, 150, 190, "sand0", 6)
        canvas.rectangle(22, 10, 130, 170, "ink" if night else "amber3")
        if night:
            with canvas.at(130, 28, 1):
                canvas.path(
                    "M 0 0 c -14 4 -22 18 -16 32 c 5 12 19 17 30 12 c -8 18 -34 20 -44 2 c -9 -18 4 -44 "
                    "30 -46 z",
                    "amber",
                )
            for x, y in ((44, 40), (60, 130), (128, 150), (40, 92)):
                canvas.ellipse(x, y, 2.6, fill="sand2")
        else:
            canvas.ellipse(100, 134, 40, fill="amber")
            canvas.path("M 22 180 L 22 144 C 58 126 108 146 152 134 L 152 180 Z", "leaf")
        canvas.rectangle(83, 10, 8, 170, "sand0")
        canvas.rectangle(22, 90, 130, 8, "sand0")
        canvas.rectangle(0, 186, 174, 14, "sand0", 4)


def cooker(canvas: Canvas, width: float = 430, height: float = 150) -> None:
    """A cooker from the front; origin at the middle of its top plate, knobs below."""
    with canvas.group("Komfur"):
        canvas.rectangle(-width / 2, 12, width, height, "sand0")
        canvas.rectangle(-width / 2, 14, width, 12, "sand2")
        canvas.rectangle(-width / 2 - 10, 0, width + 20, 16, "ink", 6)
        for i in range(5):
            x = -width / 2 + 54 + i * (width - 108) / 4
            canvas.ellipse(x, 58, 17, fill="petrol8")
            canvas.capsule(x, 58, 2.5, x + (0 if i == 1 else 7), 58 - (11 if i == 1 else 9), 2.5, "sand0")
        canvas.rectangle(-width / 2 + 30, 96, width - 60, 10, "petrol8", 5)


def table_top(
    canvas: Canvas, x: float, y: float, width: float, height: float, colour: Colour = "petrol7"
) -> None:
    """A table's front as a panel's lower edge: a darker rim 8 high on a plain front."""
    canvas.rectangle(x, y, width, height, colour)
    canvas.rectangle(x, y, width, 8, "ink")


def panel(
    canvas: Canvas, x: float, y: float, width: float, height: float, colour: Colour, radius: float = 28
) -> None:
    """A rounded panel: the stage of one of two states."""
    canvas.rectangle(x, y, width, height, colour, radius)


def arch(canvas: Canvas, x: float, y: float, width: float, height: float, colour: Colour) -> None:
    """An arch, top left of its box at (x, y): half a circle on straight sides."""
    r = width / 2
    _, cubics = paths.arc(x + r, y + r, r, 180, 360)
    canvas.path(
        [("M", x, y + height), ("L", x, y + r), *cubics, ("L", x + width, y + height), ("Z",)], colour
    )


def rounded_below(
    canvas: Canvas, x: float, y: float, width: float, height: float, radius: float, colour: Colour
) -> None:
    """A rectangle with round lower corners only: ground or water inside a rounded panel."""
    corners = [(x, y, 0.0), (x + width, y, 0.0), (x + width, y + height, radius), (x, y + height, radius)]
    canvas.path(paths.rounded(corners), colour)
