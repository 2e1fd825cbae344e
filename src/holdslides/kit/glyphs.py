"""Small signs that stand for an activity: flat, one dark colour, readable at 40 pt."""

from __future__ import annotations

from collections.abc import Callable

from holdslides.drawing import Colour
from holdslides.kit.canvas import Canvas


def shoe_sign(canvas: Canvas, colour: Colour = "petrol7") -> None:
    """A walking shoe, 72 wide."""
    with canvas.group("Sko"):
        canvas.path(
            "M -34 12 L -34 -22 C -26 -16 -14 -16 -8 -24 C 2 -8 16 -2 28 0 C 36 2 38 8 36 14 L -34 14 Z",
            colour,
        )
        for x, y in ((0, -8), (9, -3), (18, 0)):
            canvas.capsule(x - 4, y + 6, 1.8, x + 1, y - 3, 1.8, "sand0")
        canvas.rectangle(-35, 10, 72, 9, "coral", 4)


def bicycle_sign(canvas: Canvas, colour: Colour = "petrol7") -> None:
    """A bicycle, 78 wide."""
    with canvas.group("Cykel"):
        for x in (-23, 23):
            canvas.ellipse(x, 4, 14, 14, None, colour, 5)
        tubes = (
            (-23, 4, -8, -17), (-8, -17, 14, -17), (14, -17, 0, 4), (0, 4, -8, -17), (-23, 4, 0, 4),
            (23, 4, 13, -25), (13, -25, 4, -27),
        )  # fmt: skip
        for x0, y0, x1, y1 in tubes:
            canvas.capsule(x0, y0, 2.4, x1, y1, 2.4, colour)
        canvas.capsule(-17, -22, 3, -3, -22, 3, "coral")


def dumbbell_sign(canvas: Canvas, colour: Colour = "petrol7") -> None:
    """A dumbbell, 78 wide."""
    with canvas.group("Håndvægt"):
        canvas.rectangle(-24, -4.5, 48, 9, "coral", 3)
        for side in (-1, 1):
            canvas.rectangle(side * 23 - 7, -20, 14, 40, colour, 4)
            canvas.rectangle(side * 34.5 - 4.5, -13, 9, 26, colour, 3)


def cup_sign(canvas: Canvas, colour: Colour = "petrol7") -> None:
    """A steaming cup: a day of rest, 60 wide."""
    with canvas.group("Kop"):
        canvas.path("M 16 -2 C 34 -6 34 14 14 12", None, colour, 6)
        canvas.path("M -24 -8 L 20 -8 L 16 16 C 15 20 12 22 8 22 L -12 22 C -16 22 -19 20 -20 16 Z", colour)
        for x in (-10, 4):
            canvas.curve([(x, -14), (x + 4, -19), (x, -24), (x + 3, -29)], "coral", 3.6)


def swim_sign(canvas: Canvas, colour: Colour = "petrol7") -> None:
    """A swimmer's head and arm over waves, 76 wide."""
    with canvas.group("Svømmer"):
        canvas.ellipse(22, -8, 9, fill="coral")
        canvas.tube([(-26, 2, 4), (-8, -16, 6), (6, -12, 5), (18, 2, 4)], colour)
        for y in (10, 21):
            canvas.curve(
                [(-36, y), (-24, y - 5), (-12, y), (0, y - 5), (12, y), (24, y - 5), (36, y)], colour, 5
            )


ACTIVITIES: dict[str, Callable[[Canvas], None]] = {
    "gaa": shoe_sign,
    "cykle": bicycle_sign,
    "loefte": dumbbell_sign,
    "svoemme": swim_sign,
    "hvile": cup_sign,
}


def handset(canvas: Canvas, colour: Colour = "ink") -> None:
    """A telephone receiver lying on its side, 76 wide; the sign for ringing."""
    with canvas.group("Telefonrør"), canvas.at(0, 0, 1, -38):
        canvas.tube([(-26, -2, 6), (-12, -13, 6.5), (12, -13, 6.5), (26, -2, 6)], colour)
        for side in (-1, 1):
            canvas.rectangle(side * 27 - 11, -4, 22, 20, colour, 6)
