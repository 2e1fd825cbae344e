"""Where a figure's shapes lie, and which of them is seen at a point: for the tests that look at figures."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from holdslides.drawing import (
    Colour,
    Drawing,
    Ellipse,
    Group,
    Label,
    Line,
    Path,
    Point,
    Polygon,
    Rectangle,
    Shape,
)

SAMPLES = 12  # straight pieces of a curve


def leaves(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Group):
            assert shape.name.strip()
            yield from leaves(shape.shapes)
        else:
            yield shape


def outlines(path: Path) -> list[list[Point]]:
    """The path's sub-paths as points, curves in short straight pieces."""
    found: list[list[Point]] = []
    for command in path.commands:
        if command[0] == "M":
            found.append([(command[1], command[2])])
        elif command[0] == "L":
            found[-1].append((command[1], command[2]))
        elif command[0] == "C":
            (x, y), (a, b, c, d, e, f) = found[-1][-1], command[1:]
            for t in (i / SAMPLES for i in range(1, SAMPLES + 1)):
                w = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                found[-1].append(
                    (w[0] * x + w[1] * a + w[2] * c + w[3] * e, w[0] * y + w[1] * b + w[2] * d + w[3] * f)
                )
    return found


def corners(shape: Shape) -> Iterator[Point]:
    """Points a shape passes through; a curve's handles may lie outside of what is seen."""
    match shape:
        case Rectangle(x=x, y=y, width=width, height=height):
            yield from ((x, y), (x + width, y + height))
        case Ellipse(cx=cx, cy=cy, rx=rx, ry=ry):
            yield from ((cx - rx, cy - ry), (cx + rx, cy + ry))
        case Polygon(points=points):
            yield from points
        case Path():
            for points in outlines(shape):
                yield from points
        case Line(x1=x1, y1=y1, x2=x2, y2=y2):
            yield from ((x1, y1), (x2, y2))


def winding(points: list[Point], x: float, y: float) -> int:
    """How often the closed outline runs round the point."""
    turns = 0
    for (x1, y1), (x2, y2) in pairwise([*points, points[0]]):
        if (y1 <= y) != (y2 <= y) and x1 + (y - y1) / (y2 - y1) * (x2 - x1) > x:
            turns += 1 if y2 > y1 else -1
    return turns


def near(points: list[Point], x: float, y: float, reach: float) -> bool:
    """Whether the point is that near to the line through the points."""
    for (x1, y1), (x2, y2) in pairwise(points):
        length = (x2 - x1) ** 2 + (y2 - y1) ** 2
        share = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) if length else 0.0
        if math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1)) <= reach:
            return True
    return False


def painted(shape: Shape, x: float, y: float) -> Colour | None:
    """The colour that the shape alone gives the point; None outside it (a round corner counts as inside)."""
    match shape:
        case Rectangle():
            inside = shape.x <= x <= shape.x + shape.width and shape.y <= y <= shape.y + shape.height
            return shape.fill if inside else None
        case Ellipse(cx=cx, cy=cy, rx=rx, ry=ry):
            return shape.fill if ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1 else None
        case Polygon(points=points):
            return shape.fill if winding(list(points), x, y) else None
        case Line(x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke):
            return stroke.colour if near([(x1, y1), (x2, y2)], x, y, stroke.width / 2) else None
        case Path(stroke=stroke):
            lines = outlines(shape)
            if stroke and any(near(points, x, y, stroke.width / 2) for points in lines):
                return stroke.colour
            return shape.fill if sum(winding(points, x, y) for points in lines) else None
        case _:
            return None


def band(drawing: Drawing, top: float, bottom: float) -> Drawing:
    """The drawing with only those shapes that reach into the band, groups opened."""
    kept = []
    for shape in leaves(drawing.shapes):
        match shape:
            case Path():
                ys = [y for points in outlines(shape) for _, y in points]
                wide = shape.stroke.width if shape.stroke else 0.0
            case Rectangle(y=y, height=height):
                ys, wide = [y, y + height], 0.0
            case _:
                ys, wide = [top, bottom], 0.0
        if min(ys) - wide <= bottom and max(ys) + wide >= top:
            kept.append(shape)
    return Drawing(drawing.width, drawing.height, tuple(kept), drawing.alt, drawing.under_footer)


def on_top(drawing: Drawing, x: float, y: float) -> Colour | None:
    """The colour seen at a point of the figure; None where nothing is painted."""
    for shape in reversed(list(leaves(drawing.shapes))):
        if not isinstance(shape, Label) and (colour := painted(shape, x, y)):
            return colour
    return None
