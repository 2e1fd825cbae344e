"""The canvas figures draw on: the neutral shapes of drawing.py, moved by the frame they are drawn in.

Lengths are pt at scale 1, angles degrees (clockwise, as y points down).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from holdslides.drawing import (
    Align,
    Colour,
    Command,
    Drawing,
    Ellipse,
    Label,
    Line,
    Mix,
    Path,
    Polygon,
    Rectangle,
    Stroke,
)
from holdslides.kit import paths
from holdslides.kit.frames import Frames, moved, transformed


def darker(colour: Colour, share: float = 0.18) -> Colour:
    """The second flat tone that gives depth: the colour moved towards ink."""
    return Mix(colour, "ink", share)


def mixed(colour: Colour, other: str, share: float) -> Colour:
    """The colour moved towards another by `share` (0-1)."""
    return Mix(colour, other, share)


class Canvas(Frames):
    """Collects shapes, each drawn in the current frame."""

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
            Path(
                transformed(commands, self._matrix),
                self._fill(fill),
                self._stroke(stroke, width, dash, round_ends),
            )
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
    def _fill(self, fill: Colour | None) -> Colour | None:
        return self._flat if self._flat and fill else fill

    def _stroke(
        self, colour: Colour | None, width: float, dash: tuple[float, ...] = (), round_ends: bool = True
    ) -> Stroke | None:
        if colour is None:
            return None
        k = self.scale
        return Stroke(self._flat or colour, width * k, tuple(v * k for v in dash), round_ends)
