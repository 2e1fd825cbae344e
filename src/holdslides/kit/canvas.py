"""The canvas figures draw on: a stack of transforms and groups over the neutral shapes of drawing.py.

Lengths are pt at scale 1, angles degrees (clockwise, as y points down).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from holdslides.drawing import (
    Align,
    Colour,
    Command,
    Drawing,
    Ellipse,
    Group,
    Label,
    Line,
    Mix,
    Path,
    Point,
    Polygon,
    Rectangle,
    Shape,
    Stroke,
)
from holdslides.kit import paths

Matrix = tuple[float, float, float, float, float, float]


def darker(colour: Colour, share: float = 0.18) -> Colour:
    """The second flat tone that gives depth: the colour moved towards ink."""
    return Mix(colour, "ink", share)


def mixed(colour: Colour, other: str, share: float) -> Colour:
    """The colour moved towards another by `share` (0-1)."""
    return Mix(colour, other, share)


class Canvas:
    """Collects shapes. `canvas.at(x, y, scale, rotation, flip)` moves the pen, `canvas.group(name)` groups."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._matrix: Matrix = (1, 0, 0, 1, 0, 0)
        self._open: list[list[Shape]] = [[]]
        self._flat: Colour | None = None

    # ---- frames -------------------------------------------------------------------------------------------
    @contextmanager
    def at(
        self,
        x: float,
        y: float,
        scale: float = 1,
        rotation: float = 0,
        flip: bool = False,
        squeeze: float = 1,
    ) -> Iterator[Canvas]:
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
    def group(self, name: str) -> Iterator[Canvas]:
        """Shapes drawn inside become one named group; a group that stays empty is left out."""
        self._open.append([])
        try:
            yield self
        finally:
            shapes = self._open.pop()
            if shapes:
                self._open[-1].append(Group(name, tuple(shapes)))

    @contextmanager
    def silhouette(self, colour: Colour) -> Iterator[Canvas]:
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

    def drawing(self, alt: str, under_footer: str | None = None) -> Drawing:
        """What has been drawn, with the sentence that describes it."""
        return Drawing(self.width, self.height, tuple(self._open[0]), alt, under_footer)

    def place(self, drawing: Drawing) -> None:
        """Adds another drawing's shapes at the current frame's origin, unscaled (labels keep their size)."""
        dx, dy = self.point(0, 0)
        self._open[-1].extend(moved(shape, dx, dy) for shape in drawing.shapes)

    # ---- shapes -------------------------------------------------------------------------------------------
    def path(
        self,
        commands: str | Sequence[Command],
        fill: Colour | None = None,
        stroke: Colour | None = None,
        width: float = 1,
        dash: tuple[float, ...] = (),
        round_ends: bool = True,
    ) -> None:
        """Any path, as commands or as SVG path data."""
        if isinstance(commands, str):
            commands = paths.parse(commands)
        self._add(
            Path(self._moved(commands), self._fill(fill), self._stroke(stroke, width, dash, round_ends))
        )

    def rectangle(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: Colour | None,
        radius: float = 0,
        stroke: Colour | None = None,
        width: float = 1,
    ) -> None:
        """A rectangle; stays a real rectangle unless the frame is turned."""
        if not self._upright:
            self.path(paths.rectangle(x, y, w, h, radius), fill, stroke, width)
            return
        (x0, y0), (x1, y1) = self.point(x, y), self.point(x + w, y + h)
        self._add(
            Rectangle(
                min(x0, x1),
                min(y0, y1),
                abs(x1 - x0),
                abs(y1 - y0),
                self._fill(fill),
                radius * self.scale,
                self._stroke(stroke, width),
            )
        )

    def ellipse(
        self,
        cx: float,
        cy: float,
        rx: float,
        ry: float | None = None,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        width: float = 1,
    ) -> None:
        """An ellipse, or a circle when `ry` is left out."""
        ry = rx if ry is None else ry
        a, _, _, d, _, _ = self._matrix
        if self._upright or (rx == ry and math.isclose(self._stretch, 1, abs_tol=1e-6)):
            x, y = self.point(cx, cy)
            kx, ky = (abs(a), abs(d)) if self._upright else (self.scale, self.scale)
            self._add(Ellipse(x, y, rx * kx, ry * ky, self._fill(fill), self._stroke(stroke, width)))
        else:
            self.path(paths.ellipse(cx, cy, rx, ry), fill, stroke, width)

    @property
    def _stretch(self) -> float:
        a, b, c, d, _, _ = self._matrix
        return math.hypot(a, b) / (math.hypot(c, d) or 1e-9)

    def polygon(
        self,
        points: Sequence[tuple[float, ...]],
        fill: Colour | None,
        radius: float = 0,
        stroke: Colour | None = None,
        width: float = 1,
    ) -> None:
        """A polygon; with rounded corners when `radius` or a point's third value says so."""
        if radius or any(len(p) > 2 and p[2] for p in points):
            self.path(paths.rounded(points, radius), fill, stroke, width)
        else:
            moved_points = tuple(self.point(p[0], p[1]) for p in points)
            self._add(Polygon(moved_points, self._fill(fill), self._stroke(stroke, width)))

    def blob(self, points: Sequence[tuple[float, ...]], fill: Colour, tension: float = 1.0) -> None:
        """A smooth closed shape through the points."""
        self.path(paths.smooth(points, True, tension), fill)

    def curve(
        self,
        points: Sequence[tuple[float, ...]],
        stroke: Colour,
        width: float = 2,
        dash: tuple[float, ...] = (),
    ) -> None:
        """A smooth open line through the points."""
        self.path(paths.smooth(points, False), None, stroke, width, dash)

    def capsule(self, x0: float, y0: float, r0: float, x1: float, y1: float, r1: float, fill: Colour) -> None:
        """A tapered capsule between two circles."""
        self.path(paths.capsule(x0, y0, r0, x1, y1, r1), fill)

    def tube(self, points: Sequence[tuple[float, float, float]], fill: Colour) -> None:
        """A smooth tapered tube through points (x, y, radius)."""
        self.path(paths.tube(points), fill)

    def arc(
        self,
        cx: float,
        cy: float,
        r: float,
        start: float,
        end: float,
        stroke: Colour,
        width: float = 2,
        ry: float | None = None,
    ) -> None:
        """Part of a circle or ellipse as a line, from `start` to `end` degrees."""
        first, cubics = paths.arc(cx, cy, r, start, end, ry)
        self.path([("M", *first), *cubics], None, stroke, width)

    def pie(self, cx: float, cy: float, r: float, start: float, end: float, fill: Colour) -> None:
        """A filled slice of a circle."""
        first, cubics = paths.arc(cx, cy, r, start, end)
        self.path([("M", cx, cy), ("L", *first), *cubics, ("Z",)], fill)

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        stroke: Colour,
        width: float = 2,
        dash: tuple[float, ...] = (),
        arrow: bool = False,
        round_ends: bool = True,
    ) -> None:
        """A straight line."""
        made = self._stroke(stroke, width, dash, round_ends)
        assert made is not None
        self._add(Line(*self.point(x1, y1), *self.point(x2, y2), made, arrow))

    def label(
        self,
        x: float,
        baseline: float,
        text: str | Sequence[str],
        size: float,
        room: float,
        colour: Colour = "ink",
        bold: bool = True,
        align: Align = "middle",
        leading: float = 1.16,
    ) -> None:
        """Text at a place of the current frame. Its size is pt on the page: text does not scale with the frame."""
        lines = (text,) if isinstance(text, str) else tuple(text)
        px, py = self.point(x, baseline)
        self._add(Label(px, py, lines, size, room, colour, bold, align, leading))

    # ---- inner --------------------------------------------------------------------------------------------
    def _add(self, shape: Shape) -> None:
        self._open[-1].append(shape)

    def _fill(self, fill: Colour | None) -> Colour | None:
        return self._flat if self._flat and fill else fill

    def _stroke(
        self, colour: Colour | None, width: float, dash: tuple[float, ...] = (), round_ends: bool = True
    ) -> Stroke | None:
        if colour is None:
            return None
        k = self.scale
        return Stroke(self._flat or colour, width * k, tuple(v * k for v in dash), round_ends)

    def _moved(self, commands: Sequence[Command]) -> tuple[Command, ...]:
        a, b, c, d, e, f = self._matrix
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
            shifted = Canvas(0, 0)
            with shifted.at(dx, dy):
                return replace(shape, commands=shifted._moved(shape.commands))
