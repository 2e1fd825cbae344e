"""Outdoors and living things that are no people. Unit 1 pt at scale 1, ground at y 0."""

from __future__ import annotations

import math

from holdslides.drawing import Colour
from holdslides.kit import paths
from holdslides.kit.canvas import Canvas, darker


def tree(canvas: Canvas, colour: Colour = "leaf", shade: Colour = "leaf7", trunk: Colour = "wood") -> None:
    """A tree of three round crowns, 158 high."""
    with canvas.group("Træ"):
        canvas.path("M -7 0 L -5 -70 L 5 -70 L 7 0 Z", trunk)
        canvas.line(0, -60, 18, -84, trunk, 5)
        canvas.line(0, -48, -16, -70, trunk, 5)
        canvas.ellipse(-24, -92, 28, 30, shade)
        canvas.ellipse(24, -100, 30, 32, colour)
        canvas.ellipse(-2, -126, 32, 32, colour)


def pot_plant(canvas: Canvas, pot: Colour = "coral") -> None:
    """A pot with five leaves, 124 high."""
    leaves = ((-58, 62, "leaf7"), (-24, 80, "leaf"), (8, 88, "leaf7"), (34, 76, "leaf"), (62, 58, "leaf7"))
    with canvas.group("Plante"):
        for turn, length, colour in leaves:
            with canvas.at(0, -36, 1, turn):
                n = length
                canvas.path(
                    [
                        ("M", 0, 0),
                        ("C", -16, -n * 0.3, -12, -n * 0.75, 0, -n),
                        ("C", 12, -n * 0.75, 16, -n * 0.3, 0, 0),
                        ("Z",),
                    ],
                    colour,
                )
        flower_pot(canvas, pot)


def wilted_plant(canvas: Canvas, pot: Colour = "coral") -> None:
    """A pot with one flower that hangs its head, 118 high."""
    with canvas.group("Vissen plante"):
        canvas.path("M 0 -40 C -2 -92 6 -118 34 -116 C 52 -114 56 -96 54 -80", None, "leaf7", 7)
        canvas.path("M 54 -86 C 40 -76 38 -50 52 -34 C 68 -48 70 -72 54 -86 Z", "amber")
        canvas.path("M 0 -64 C -26 -84 -46 -66 -48 -40 C -26 -36 -10 -46 0 -64 Z", "leaf")
        canvas.path("M 2 -84 C 20 -88 34 -70 30 -48 C 14 -48 4 -64 2 -84 Z", "leaf7")
        flower_pot(canvas, pot)


def flower_pot(canvas: Canvas, colour: Colour = "coral") -> None:
    """An empty flower pot, 46 high."""
    canvas.path("M -26 -40 L 26 -40 L 20 -4 C 19 -1 17 0 14 0 L -14 0 C -17 0 -19 -1 -20 -4 Z", colour)
    canvas.rectangle(-30, -46, 60, 13, darker(colour, 0.16), 4)


def dog(canvas: Canvas, colour: Colour = "wood", collar: Colour = "coral") -> None:
    """A small dog walking right, 190 long and 134 high; its collar is at about (52, -74)."""
    with canvas.group("Hund"):
        for x, dx in ((-34, 10), (34, -10), (-44, -12), (44, 14)):
            canvas.capsule(x, -50, 9, x + dx, -5, 6, darker(colour, 0.25) if abs(x) == 34 else colour)
        canvas.tube([(-52, -66, 7), (-74, -90, 6), (-72, -112, 4)], colour)
        canvas.path(
            "M -58 -74 C -52 -90 -30 -88 0 -86 C 24 -86 40 -96 54 -92 C 66 -84 62 -52 50 -46 C 20 -38 "
            "-20 -40 -46 -44 "
            "C -60 -48 -62 -64 -58 -74 Z",
            colour,
        )
        canvas.path(
            "M 40 -90 C 44 -124 62 -134 80 -126 C 90 -122 108 -114 112 -104 C 112 -94 98 -92 86 -90 "
            "C 76 -80 56 -74 44 -76 Z",
            colour,
        )
        canvas.path("M 58 -126 C 44 -130 36 -112 42 -94 C 54 -92 64 -108 66 -120 Z", darker(colour, 0.4))
        canvas.ellipse(110, -106, 5, 4.6, "ink")
        canvas.ellipse(84, -112, 3.2, 3.6, "ink")
        canvas.tube([(46, -88, 4), (54, -76, 4), (50, -60, 4)], collar)


def moon(canvas: Canvas, colour: Colour = "amber") -> None:
    """A waning moon, 46 high, its upper tip at the origin."""
    canvas.path(
        "M 0 0 c -14 4 -22 18 -16 32 c 5 12 19 17 30 12 c -8 18 -34 20 -44 2 c -9 -18 4 -44 30 -46 z", colour
    )


def disc_above(canvas: Canvas, x: float, y: float, radius: float, ground: float, colour: Colour) -> None:
    """The part of a disc above a level ground: a sun behind the horizon, the top of a round hill.

    PowerPoint does not cut a picture at its edge, so what lies below must not be drawn. Nothing is drawn of a
    disc that is wholly below.
    """
    if ground >= y + radius:
        canvas.ellipse(x, y, radius, fill=colour)
        return
    if ground <= y - radius:
        return
    turn = math.degrees(math.asin((ground - y) / radius))
    start, cubics = paths.arc(x, y, radius, 180 - turn, 360 + turn)
    canvas.path([("M", *start), *cubics, ("Z",)], colour)
