"""A living room: an armchair, a side table, a desk. Floor at y 0, units of a person."""

from __future__ import annotations

from holdslides.drawing import Colour
from holdslides.kit.canvas import Canvas, darker


def armchair(canvas: Canvas, colour: Colour = "coral", legs: Colour = "wood") -> None:
    """An armchair in profile facing right, for somebody whose seat is 160 high; 250 wide, 372 high."""
    shade = darker(colour, 0.18)
    with canvas.group("Lænestol"):
        for x in (-92, 84):
            canvas.capsule(x, -40, 9, x + (-8 if x < 0 else 8), -5, 6, legs)
        canvas.path(
            "M -118 -60 C -122 -160 -134 -260 -128 -330 C -124 -372 -66 -380 -60 -334 "
            "C -54 -260 -60 -180 -56 -60 Z",
            shade,
        )
        canvas.path("M -70 -212 C -70 -236 90 -240 100 -214 C 106 -196 100 -120 100 -60 L -70 -60 Z", shade)


def armchair_front(canvas: Canvas, colour: Colour = "coral") -> None:
    """The side of the armchair nearest the viewer; draw it after the one who sits there."""
    with canvas.group("Lænestol, forside"):
        canvas.rectangle(-122, -132, 230, 104, colour, 24)
        canvas.rectangle(-122, -60, 230, 36, darker(colour, 0.12), 16)


def side_table(canvas: Canvas, height: float = 150, colour: Colour = "wood") -> None:
    """A small round table on three legs, 150 wide."""
    with canvas.group("Lille bord"):
        for x in (-46, 0, 46):
            canvas.capsule(x * 0.6, -height + 8, 7, x, -5, 5, darker(colour, 0.3 if x else 0.45))
        canvas.rectangle(-75, -height - 6, 150, 16, colour, 8)


def floor_lamp(canvas: Canvas, shade: Colour = "sand0", stand: Colour = "ink") -> None:
    """A floor lamp, 520 high."""
    with canvas.group("Standerlampe"):
        canvas.ellipse(0, -6, 52, 9, stand)
        canvas.rectangle(-5, -430, 10, 426, stand, 4)
        canvas.polygon([(-46, -520), (46, -520), (74, -410), (-74, -410)], shade, 8)
