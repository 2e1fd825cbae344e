"""Where the pen stands: a stack of transforms, and the groups that shapes are collected in.

Lengths are pt at scale 1, angles degrees (clockwise, as y points down).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Self

from holdslides.drawing import (
    Colour,
    Command,
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
from holdslides.records import replace

Matrix = tuple[float, float, float, float, float, float]


class Frames:
    """`at(x, y, scale, rotation, flip)` moves the pen, `group(name)` groups what is drawn inside."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._matrix: Matrix = (1, 0, 0, 1, 0, 0)
        self._open: list[list[Shape]] = [[]]
        self._flat: Colour | None = None

    @contextmanager
    def at(
        self,
        x: float,
        y: float,
        scale: float = 1,
        rotation: float = 0,
        flip: bool = False,
        squeeze: float = 1,
    ) -> Iterator[Self]:
        """A frame with its origin at (x, y); `flip` mirrors left-right, `squeeze` narrows only across."""
        before = self._matrix
        a, b, c, d, e, f = before
        s, t = math.sin(math.radians(rotation)), math.cos(math.radians(rotation))
        kx, ky = (-scale if flip else scale) * squeeze, scale
        self._matrix = (
            (a * t + c * s) * kx,
            (b * t + d * s) * kx,
            (c * t - a * s) * ky,
            (d * t - b * s) * ky,
            a * x + c * y + e,
            b * x + d * y + f,
        )
        try:
            yield self
        finally:
            self._matrix = before

    @contextmanager
    def group(self, name: str) -> Iterator[Self]:
        """Shapes drawn inside become one named group; a group that stays empty is left out."""
        self._open.append([])
        try:
            yield self
        finally:
            shapes = self._open.pop()
            if shapes:
                self._open[-1].append(Group(name, tuple(shapes)))

    @contextmanager
    def silhouette(self, colour: Colour) -> Iterator[Self]:
        """Everything drawn inside gets this one colour: crowds, echoes of a movement."""
        before, self._flat = self._flat, colour
        try:
            yield self
        finally:
            self._flat = before

    def point(self, x: float, y: float) -> Point:
        """A point of the current frame in the drawing's own coordinates."""
        a, b, c, d, e, f = self._matrix
        return (a * x + c * y + e, b * x + d * y + f)

    @property
    def scale(self) -> float:
        """How many pt one unit of the current frame is."""
        a, b, c, d, _, _ = self._matrix
        return math.sqrt(abs(a * d - b * c))

    @property
    def _upright(self) -> bool:
        _, b, c, _, _, _ = self._matrix
        return abs(b) < 1e-9 and abs(c) < 1e-9

    def _add(self, shape: Shape) -> None:
        self._open[-1].append(shape)


def transformed(commands: Sequence[Command], matrix: Matrix) -> tuple[Command, ...]:
    """The path as the matrix moves it."""
    a, b, c, d, e, f = matrix
    out: list[Command] = []
    add = out.append
    for command in commands:  # a deck moves some 40,000 of them: told apart by length, the fastest way
        if len(command) == 7:
            _, x1, y1, x2, y2, x, y = command
            add(
                (
                    "C",
                    a * x1 + c * y1 + e,
                    b * x1 + d * y1 + f,
                    a * x2 + c * y2 + e,
                    b * x2 + d * y2 + f,
                    a * x + c * y + e,
                    b * x + d * y + f,
                )
            )
        elif len(command) == 3:
            kind, x, y = command
            add((kind, a * x + c * y + e, b * x + d * y + f))  # type: ignore[arg-type]
        else:
            add(command)
    return tuple(out)


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    """The same shape at another place."""
    match shape:
        case Rectangle():
            return replace(shape, x=shape.x + dx, y=shape.y + dy)
        case Ellipse():
            return replace(shape, cx=shape.cx + dx, cy=shape.cy + dy)
        case Polygon():
            return replace(shape, points=tuple((x + dx, y + dy) for x, y in shape.points))
        case Line():
            return replace(shape, x1=shape.x1 + dx, y1=shape.y1 + dy, x2=shape.x2 + dx, y2=shape.y2 + dy)
        case Label():
            return replace(shape, x=shape.x + dx, baseline=shape.baseline + dy)
        case Group():
            return Group(shape.name, tuple(moved(s, dx, dy) for s in shape.shapes))
        case Path():
            return replace(shape, commands=transformed(shape.commands, (1, 0, 0, 1, dx, dy)))
