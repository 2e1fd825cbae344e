"""Roads and the signs that show which way they go. Lengths in pt of the frame."""

from __future__ import annotations

import math
from collections.abc import Sequence

from holdslides.drawing import Colour, Point
from holdslides.kit.canvas import Canvas


def chevron(canvas: Canvas, x: float, y: float, angle: float, size: float, colour: Colour = "sand0") -> None:
    """An arrowhead painted on a road: a broad V about `size` pt across that points along `angle` degrees."""
    h = size / 2
    with canvas.at(x, y, 1, angle):
        canvas.polygon(
            [(-0.7 * h, -h), (-0.05 * h, -h), (0.75 * h, 0), (-0.05 * h, h), (-0.7 * h, h), (0.1 * h, 0)],
            colour,
            0.08 * h,
        )


def ring_road(
    canvas: Canvas,
    centre: Point,
    radii: Point,
    width: float,
    colour: Colour = "petrol7",
    inside: Colour = "sand1",
) -> None:
    """A road that runs round in an ellipse; `radii` lead to its middle line."""
    (cx, cy), (rx, ry), half = centre, radii, width / 2
    canvas.ellipse(cx, cy, rx + half, ry + half, colour)
    canvas.ellipse(cx, cy, rx - half, ry - half, inside)


def ring_point(centre: Point, radii: Point, angle: float) -> tuple[float, float, float]:
    """A point of an ellipse at `angle` (0 right, 90 down), and the way clockwise there, degrees."""
    a = math.radians(angle)
    heading = math.degrees(math.atan2(radii[1] * math.cos(a), -radii[0] * math.sin(a)))
    return centre[0] + radii[0] * math.cos(a), centre[1] + radii[1] * math.sin(a), heading


def signpost(
    canvas: Canvas, x: float, ground: float, lines: Sequence[str], size: float, width: float, height: float,
    fill: Colour = "amber",
) -> None:  # fmt: skip
    """A post with a board that points right, its lower edge `height` pt up. For unscaled frames only."""
    board = len(lines) * 1.16 * size + 0.7 * size
    top, tip = ground - height - board, 0.42 * board
    with canvas.group("Vejviser"):
        canvas.rectangle(x - 5, top + 10, 10, ground - top - 10, "wood", 3)
        left, right = x - width / 2 - tip * 0.4, x + width / 2 - tip * 0.4
        canvas.polygon(
            [
                (left, top),
                (right, top),
                (right + tip, top + board / 2),
                (right, top + board),
                (left, top + board),
            ],
            fill,
            6,
        )
        canvas.label((left + right) / 2 + 4, top + 1.2 * size, tuple(lines), size, width - 6)
