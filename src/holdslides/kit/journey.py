"""Things met on the way through a plan: book, magnifier, knob on a post, flag, house. Ground at y 0."""

from __future__ import annotations

from holdslides.drawing import Colour
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.things import knob


def book(canvas: Canvas, cover: Colour = "petrol7") -> None:
    """An open book held in two hands, 132 wide; origin at its spine."""
    with canvas.group("Bog"):
        for side in (-1, 1):
            canvas.polygon([(0, -22), (side * 66, -42), (side * 66, 34), (0, 54)], cover, 3)
            canvas.polygon([(0, -28), (side * 60, -46), (side * 60, 26), (0, 46)], "sand0", 2)
            for y in (-18, -2, 14):
                canvas.line(side * 12, y - 3, side * 48, y - 13, "petrol5", 5)


def magnifier(canvas: Canvas) -> None:
    """A magnifying glass; origin at the end of its handle, the glass 120 to the right and below."""
    with canvas.group("Lup"):
        canvas.capsule(0, 0, 9, 50, 46, 9, "wood")
        canvas.ellipse(86, 80, 54, fill="ink")
        canvas.ellipse(86, 80, 42, fill="water2")
        canvas.path("M 58 70 C 62 54 76 46 92 48 L 92 56 C 80 56 70 62 66 74 Z", "sand0")


def footprints(canvas: Canvas, count: int = 4, colour: Colour = "leaf7") -> None:
    """A row of shoe prints to the right on the ground, 62 apart."""
    with canvas.group("Fodspor"):
        for i in range(count):
            x, y = 62 * i, 6 if i % 2 else -6
            canvas.ellipse(x - 20, y, 8, 6, colour)
            canvas.ellipse(x + 6, y, 17, 8, colour)


def knob_on_post(canvas: Canvas, value: float = 0.25) -> None:
    """A knob one can reach, on a post; its middle 330 above the ground."""
    with canvas.group("Knap på stolpe"):
        canvas.rectangle(-12, -320, 24, 320, "wood", 5)
        canvas.ellipse(0, -330, 102, fill="sand0")
        with canvas.at(0, -330):
            knob(canvas, value, 68)


def flag(canvas: Canvas, colour: Colour = "coral") -> None:
    """A flag on a pole, 690 high, waving to the right."""
    with canvas.group("Flag"):
        canvas.rectangle(-7, -690, 14, 690, "wood", 6)
        canvas.path("M 7 -686 C 50 -712 84 -652 140 -680 L 140 -566 C 84 -538 50 -598 7 -572 Z", colour)


def step_stone(canvas: Canvas) -> None:
    """A low block to step up on, 150 wide and 50 high, its left edge at x 48."""
    with canvas.group("Trin"):
        canvas.rectangle(48, -50, 150, 52, "sand4", 8)
        canvas.rectangle(48, -50, 150, 14, "sand3", 7)


def house(canvas: Canvas, walls: Colour = "sand0", roof: Colour = "coral7") -> None:
    """A small house with a lit door, 176 wide and 178 high."""
    with canvas.group("Hus"):
        canvas.rectangle(44, -166, 20, 50, darker(roof, 0.3), 2)
        canvas.rectangle(-72, -104, 144, 104, walls)
        canvas.polygon([(-88, -98), (0, -172), (88, -98)], roof, 5)
        canvas.rectangle(-52, -70, 40, 70, "petrol7", 4)
        canvas.ellipse(-21, -34, 3, fill="amber")
        canvas.rectangle(10, -70, 46, 40, "amber3", 3)
        canvas.rectangle(31, -70, 4, 40, walls)
        canvas.rectangle(10, -52, 46, 4, walls)
