"""Rest, writing and the telephone: bed, book, handset and other things of a home. Unit 1 pt at scale 1."""

from __future__ import annotations

from holdslides.drawing import Colour
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST, looking
from holdslides.kit.faces import head


def sleeper(canvas: Canvas, who: str = "inger", duvet: Colour = "coral") -> None:
    """Somebody asleep in a bed seen from the side; ground at y 0, 432 wide, 250 high."""
    spots = (
        (-46, -136), (4, -146), (54, -146), (104, -138), (152, -124),
        (-20, -104), (32, -110), (82, -108), (132, -100), (176, -92),
    )  # fmt: skip
    with canvas.group(CAST[who].name):
        canvas.rectangle(-214, -190, 22, 190, "wood", 8)
        canvas.rectangle(196, -120, 22, 120, "wood", 8)
        canvas.rectangle(-200, -74, 400, 26, "wood", 6)
        canvas.rectangle(-194, -112, 392, 46, "sand0", 14)
        canvas.path(
            "M -190 -112 C -196 -150 -176 -168 -140 -166 L -92 -160 C -66 -156 -62 -124 -76 -112 Z", "sand0"
        )
        head(canvas, -120, -166, looking(who, eyes="shut", glasses=None, cap=None), tilt=-62)
        canvas.path(
            "M -86 -70 C -104 -110 -84 -168 -30 -172 C 40 -176 110 -160 160 -150 C 196 -144 204 -110 200 "
            "-62 Z",
            duvet,
        )
        for x, y in spots:
            canvas.ellipse(x, y, 8, fill="coral3")
        canvas.path(
            "M -96 -78 C -104 -110 -92 -150 -56 -168 C -44 -170 -34 -172 -28 -172 C -62 -150 -70 -110 "
            "-58 -72 Z",
            "sand2",
        )


def open_book(canvas: Canvas, signs: tuple[str, ...] = ("leaf", "amber", "leaf", "coral", "leaf")) -> None:
    """An open diary seen at a slant, 416 wide; origin at the middle of its far edge, 150 deep.

    Each line on the left page starts with a sign: leaf a circle, amber a triangle, coral a square.
    """
    with canvas.group("Dagbog"):
        canvas.polygon([(-184, -6), (184, -6), (208, 142), (-208, 142)], "coral7", 6)
        canvas.polygon([(-172, -10), (0, -4), (0, 132), (-196, 126)], "sand0", 3)
        canvas.polygon([(172, -10), (0, -4), (0, 132), (196, 126)], "sand0", 3)
        canvas.polygon([(0, -4), (10, -4), (14, 132), (0, 132)], "sand2")
        for i, colour in enumerate(signs):
            x, y = -146 - 2.6 * i, 12 + 24 * i
            if colour == "leaf":
                canvas.ellipse(x, y, 9, 7.6, colour)
            elif colour == "amber":
                canvas.polygon([(x, y - 9), (x + 11, y + 7), (x - 11, y + 7)], colour, 2)
            else:
                canvas.rectangle(x - 8.5, y - 7, 17, 14, colour, 2)
            canvas.rectangle(x + 22, y - 3, (96, 74, 104, 60, 88)[i % 5], 6, "petrol7", 3)
        for i, width in enumerate((110, 86, 40)):
            canvas.rectangle(30 + 2 * i, 9 + 24 * i, width, 6, "petrol7", 3)


def pencil(canvas: Canvas) -> None:
    """A pencil with its point at the origin, 74 long, leaning left."""
    with canvas.group("Blyant"):
        canvas.capsule(-30, -64, 4.5, -4, -8, 4.5, "amber")
        canvas.capsule(-5, -10, 4, 0, 0, 1.5, "ink")


def handset(canvas: Canvas, colour: Colour = "sand0") -> None:
    """A telephone's handset, 76 wide, lying at a slant; origin at its middle."""
    with canvas.group("Telefon"), canvas.at(0, 0, 1, -38):
        canvas.tube([(-26, -2, 6), (-12, -13, 6.5), (12, -13, 6.5), (26, -2, 6)], colour)
        for side in (-1, 1):
            canvas.rectangle(side * 27 - 11, -4, 22, 20, colour, 6)


def heart(canvas: Canvas, colour: Colour = "coral", shade: Colour | None = None) -> None:
    """A heart, 100 wide and 90 high; origin at its middle."""
    with canvas.group("Hjerte"):
        left = "M 0 46 C -22 26 -50 8 -50 -18 C -50 -36 -36 -46 -24 -46 C -12 -46 -4 -40 0 -30"
        canvas.path(f"{left} C 4 -40 12 -46 24 -46 C 36 -46 50 -36 50 -18 C 50 8 22 26 0 46 Z", colour)
        if shade:
            canvas.path("M 0 46 C 22 26 50 8 50 -18 C 50 -30 44 -39 36 -43 C 44 -10 20 20 0 46 Z", shade)


def walking_shoe(canvas: Canvas, colour: Colour = "petrol7", sole: Colour = "coral") -> None:
    """One walking shoe from the side, toe to the right, 120 wide; origin at its sole's middle."""
    with canvas.group("Sko"):
        canvas.path(
            "M -58 -12 C -62 -40 -58 -56 -58 -74 C -44 -64 -26 -64 -14 -78 C 2 -46 26 -36 46 -32 C 60 "
            "-29 64 -18 60 -10 Z",
            colour,
        )
        canvas.rectangle(-60, -14, 122, 15, sole, 7)
        for x, y in ((-6, -56), (6, -46), (19, -38)):
            canvas.line(x - 8, y + 8, x + 5, y - 5, "sand0", 5)
        canvas.path("M -58 -74 C -44 -64 -26 -64 -14 -78 L -9 -68 C -24 -54 -44 -54 -59 -62 Z", "sand0")


def flag(canvas: Canvas, colour: Colour = "coral") -> None:
    """A flag on a pole; origin at the pole's foot, 110 high."""
    with canvas.group("Flag"):
        canvas.rectangle(-3, -110, 6, 110, "wood", 3)
        canvas.path("M 3 -108 C 24 -118 40 -98 66 -104 L 60 -66 C 40 -60 24 -80 3 -70 Z", colour)
