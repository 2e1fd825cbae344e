"""A brain from the side, facing right: it bulges between its furrows, cerebellum and stem lie below.

Given by its middle and its two radii in pt, so that it can be a small sign or the stage of a meeting.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from holdslides.drawing import Colour, Command, Point
from holdslides.kit.canvas import Canvas, mixed
from holdslides.records import dataclass

# Where the furrows meet the outline, in shares of the radii, from the back over the top to the front.
_NOTCHES: tuple[Point, ...] = (
    (-0.84, 0.46), (-0.97, 0.14), (-0.97, -0.22), (-0.84, -0.56), (-0.58, -0.82), (-0.24, -0.96),
    (0.12, -0.98), (0.46, -0.9), (0.75, -0.68), (0.93, -0.36), (0.98, 0.0), (0.9, 0.32), (0.66, 0.54),
    (0.42, 0.6), (0.3, 0.82), (0.02, 0.92), (-0.28, 0.88), (-0.54, 0.74),
)  # fmt: skip
# Furrows that run inwards, each from a notch or from another furrow.
_FURROWS: tuple[tuple[Point, ...], ...] = (
    ((0.66, 0.54), (0.4, 0.44), (0.12, 0.36), (-0.16, 0.22), (-0.36, 0.22)),
    ((0.12, -0.98), (0.2, -0.74), (0.06, -0.5), (0.16, -0.24), (0.06, -0.02)),
    ((-0.24, -0.96), (-0.14, -0.7), (-0.26, -0.46), (-0.16, -0.2)),
    ((-0.58, -0.82), (-0.44, -0.62), (-0.5, -0.38), (-0.38, -0.14)),
    ((-0.84, -0.56), (-0.66, -0.44), (-0.72, -0.2), (-0.56, 0.02)),
    ((-0.97, -0.22), (-0.84, -0.1)),
    ((-0.97, 0.14), (-0.76, 0.22), (-0.6, 0.38), (-0.36, 0.42), (-0.2, 0.58)),
    ((0.46, -0.9), (0.42, -0.66), (0.54, -0.44), (0.4, -0.16), (0.48, 0.08)),
    ((0.75, -0.68), (0.68, -0.48), (0.78, -0.26)),
    ((0.93, -0.36), (0.76, -0.1), (0.8, 0.14), (0.66, 0.24)),
    ((0.3, 0.82), (0.12, 0.68), (-0.04, 0.72)),
    ((-0.28, 0.88), (-0.34, 0.74)),
)


@dataclass(frozen=True, slots=True)
class BrainColours:
    """The brain, its furrows, and what lies below it."""

    fill: Colour
    furrow: Colour
    below: Colour
    stripe: Colour | None = None  # of the cerebellum; the furrows' colour unless given


PINK = BrainColours("coral3", "coral7", mixed("coral3", "coral", 0.5), mixed("coral3", "coral7", 0.8))
STAGE = BrainColours("coral3", mixed("coral3", "coral", 0.5), mixed("coral3", "coral", 0.3), "coral3")


def brain(
    canvas: Canvas, cx: float, cy: float, rx: float, ry: float, colours: BrainColours | None = None,
    depth: float = 1,
) -> None:  # fmt: skip
    """A brain about (cx, cy). `depth` below 1 keeps the furrows near the rim, to leave its middle free."""
    colours = colours or PINK

    def at(p: Point) -> Point:
        return cx + p[0] * rx, cy + p[1] * ry

    thick = 0.022 * math.sqrt(rx * ry)
    with canvas.group("Hjerne"):
        _below(canvas, at, rx, ry, colours)
        canvas.path(_outline([at(p) for p in _NOTCHES]), colours.fill)
        for furrow in _FURROWS:
            points = [at(p) for p in _near_the_rim(furrow, depth)]
            last = len(points) - 1
            radii = [thick * (0.6 if i == 0 else 1 - 0.5 * i / last) for i in range(last + 1)]
            canvas.tube([(x, y, r) for (x, y), r in zip(points, radii, strict=True)], colours.furrow)


def _near_the_rim(furrow: tuple[Point, ...], depth: float) -> list[Point]:
    """The furrow cut off where it comes nearer to the middle than `1 - depth`."""
    kept = [p for p in furrow if math.hypot(*p) >= 1 - depth]
    return kept if len(kept) > 1 else list(furrow[:2])


def _outline(notches: list[Point]) -> list[Command]:
    out: list[Command] = [("M", *notches[0])]
    for (x0, y0), (x1, y1) in zip(notches, [*notches[1:], notches[0]], strict=True):
        dx, dy = x1 - x0, y1 - y0
        # Outwards is to the left of the way round; the bulge grows with the distance between two furrows.
        nx, ny = dy * 0.26, -dx * 0.26
        out.append(
            ("C", x0 + dx * 0.08 + nx, y0 + dy * 0.08 + ny, x1 - dx * 0.08 + nx, y1 - dy * 0.08 + ny, x1, y1)
        )
    out.append(("Z",))
    return out


def _below(canvas: Canvas, at: Callable[[Point], Point], rx: float, ry: float, colours: BrainColours) -> None:
    (sx, sy), (ex, ey) = at((-0.26, 0.7)), at((-0.18, 0.86 + 0.3 * min(1.0, ry / rx)))
    canvas.capsule(sx, sy, 0.13 * rx, ex, ey, 0.085 * rx, colours.below)
    x, y = at((-0.58, 0.74))
    canvas.ellipse(x, y, 0.3 * rx, 0.3 * ry, colours.below)
    for i in range(3):
        r = (0.24 - 0.07 * i) * rx
        canvas.arc(x, y - 0.04 * ry, r, 20, 150, colours.stripe or colours.furrow, 0.028 * rx, r * ry / rx)
