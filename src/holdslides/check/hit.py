"""Which colour lies under a point of a drawing: geometry enough to see whether a label can be read (pt)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

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

STEPS = 8  # straight pieces a curve is cut into


def grounds(drawing: Drawing) -> Iterator[tuple[Label, Colour | None]]:
    """Every label and the fill of the topmost shape below its middle; None where nothing is painted."""
    flat = list(_flat(drawing.shapes))
    for i, shape in enumerate(flat):
        if isinstance(shape, Label):
            point = _middle(shape)
            below = (fill for s in reversed(flat[:i]) if (fill := _fill_at(s, point)) is not None)
            yield shape, next(below, None)


def _flat(shapes: Sequence[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _middle(label: Label) -> Point:
    """The middle of the label's first line, at half the height of its small letters."""
    widest = len(label.lines[0]) * label.size * 0.5 if label.lines else 0.0
    shift = {"left": widest / 2, "middle": 0.0, "right": -widest / 2}[label.align]
    return label.x + shift, label.baseline - label.size * 0.3


def _fill_at(shape: Shape, point: Point) -> Colour | None:
    x, y = point
    match shape:
        case Rectangle():
            inside = shape.x <= x <= shape.x + shape.width and shape.y <= y <= shape.y + shape.height
        case Ellipse():
            inside = bool(shape.rx and shape.ry)
            inside = inside and ((x - shape.cx) / shape.rx) ** 2 + ((y - shape.cy) / shape.ry) ** 2 <= 1
        case Polygon():
            inside = _is_inside(point, [shape.points])
        case Path():
            inside = (
                shape.fill is not None
                and _is_near(point, shape)
                and _is_inside(point, list(_outlines(shape)))
            )
        case Line() | Label() | Group():
            return None  # a line covers next to nothing; groups were opened
        case _:
            assert_never(shape)
    return shape.fill if inside else None


def _is_near(point: Point, path: Path) -> bool:
    """Whether the point lies within the reach of the path's points; a curve never leaves them."""
    numbers = [command[1:] for command in path.commands]
    xs = [n for row in numbers for n in row[::2]]
    ys = [n for row in numbers for n in row[1::2]]
    return bool(xs) and min(xs) <= point[0] <= max(xs) and min(ys) <= point[1] <= max(ys)


def _outlines(path: Path) -> Iterator[list[Point]]:
    points: list[Point] = []
    for command in path.commands:
        match command:
            case ("M", x, y):
                if points:
                    yield points
                points = [(x, y)]
            case ("L", x, y):
                points.append((x, y))
            case ("C", x1, y1, x2, y2, x, y):
                points += _curve(points[-1], (x1, y1), (x2, y2), (x, y))
            case ("Z",):
                pass  # an outline is closed when it is judged
            case _:
                assert_never(command)
    if points:
        yield points


def _curve(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    found = []
    for i in range(1, STEPS + 1):
        t = i / STEPS
        u = 1 - t
        w = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        found.append((sum(k * p[0] for k, p in zip(w, (a, b, c, d), strict=True)),
                      sum(k * p[1] for k, p in zip(w, (a, b, c, d), strict=True))))  # fmt: skip
    return found


def _is_inside(point: Point, outlines: Sequence[Sequence[Point]]) -> bool:
    """Whether a ray from the point crosses the outlines an odd number of times."""
    x, y = point
    inside = False
    for outline in outlines:
        for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside
