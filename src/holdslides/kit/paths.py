"""Paths out of points: rounded polygons, blobs, tapered capsules and tubes, arcs. Lengths in pt, angles in degrees."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from holdslides.drawing import Command, CurveTo, Point

CIRCLE = 0.5522847498  # control length of a quarter circle drawn as one cubic
_ARC = 90  # degrees one cubic may bend: off the circle by 0.03 % of its radius, which nobody sees
_TOKEN = re.compile(r"[MLHVCSZmlhvcsz]|-?\d*\.?\d+")


@lru_cache(maxsize=2048)
def parse(text: str) -> tuple[Command, ...]:
    """The commands of a path written as SVG path data (M L H V C S Z, absolute or relative)."""
    return tuple(_Reader(_TOKEN.findall(text)).commands())


class _Reader:
    """Reads SVG path data; keeps the pen's place and the last control point for the smooth curve `S`."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.at = 0
        self.x = self.y = 0.0
        self.start: Point = (0.0, 0.0)
        self.control: Point | None = None

    def number(self) -> float:
        self.at += 1
        return float(self.tokens[self.at - 1])

    def point(self, relative: bool) -> Point:
        dx, dy = (self.x, self.y) if relative else (0.0, 0.0)
        return self.number() + dx, self.number() + dy

    def commands(self) -> Iterator[Command]:
        letter = "M"
        while self.at < len(self.tokens):
            if self.tokens[self.at].isalpha():
                letter = self.tokens[self.at]
                self.at += 1
            yield self.command(letter)
            if letter in "Mm":
                letter = "L" if letter == "M" else "l"

    def command(self, letter: str) -> Command:
        relative, kind = letter.islower(), letter.upper()
        if kind == "Z":
            self.x, self.y = self.start
            return ("Z",)
        if kind in "CS":
            return self.curve(kind, relative)
        self.control = None
        if kind == "H":
            self.x = self.number() + (self.x if relative else 0)
        elif kind == "V":
            self.y = self.number() + (self.y if relative else 0)
        else:
            self.x, self.y = self.point(relative)
        if kind == "M":
            self.start = (self.x, self.y)
            return ("M", self.x, self.y)
        return ("L", self.x, self.y)

    def curve(self, kind: str, relative: bool) -> CurveTo:
        if kind == "C":
            first = self.point(relative)
        elif self.control:
            first = (2 * self.x - self.control[0], 2 * self.y - self.control[1])
        else:
            first = (self.x, self.y)
        second = self.point(relative)
        self.x, self.y = self.point(relative)
        self.control = second
        return ("C", *first, *second, self.x, self.y)


def ellipse(cx: float, cy: float, rx: float, ry: float) -> list[Command]:
    """An ellipse as four cubics."""
    kx, ky = rx * CIRCLE, ry * CIRCLE
    return [
        ("M", cx + rx, cy),
        ("C", cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry),
        ("C", cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy),
        ("C", cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry),
        ("C", cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy),
        ("Z",),
    ]


def rectangle(x: float, y: float, w: float, h: float, radius: float = 0) -> list[Command]:
    """An upright rectangle, corners rounded by `radius`."""
    return rounded([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], radius)


def rounded(points: Sequence[tuple[float, ...]], radius: float = 0) -> list[Command]:
    """A closed polygon with rounded corners; a point (x, y, r) has a radius of its own."""
    out: list[Command] = []
    for i, corner in enumerate(points):
        r = corner[2] if len(corner) > 2 else radius
        out.extend(_corner(points[i - 1], corner, points[(i + 1) % len(points)], r, first=not out))
    out.append(("Z",))
    return out


def _corner(
    before: Sequence[float], corner: Sequence[float], after: Sequence[float], radius: float, first: bool
) -> list[Command]:
    px, py = corner[0], corner[1]
    ax, ay = before[0] - px, before[1] - py
    bx, by = after[0] - px, after[1] - py
    la, lb = math.hypot(ax, ay) or 1e-9, math.hypot(bx, by) or 1e-9
    ax, ay, bx, by = ax / la, ay / la, bx / lb, by / lb
    angle = math.acos(max(-1.0, min(1.0, ax * bx + ay * by)))
    if radius <= 0 or angle > math.pi - 1e-3:
        return [("M", px, py) if first else ("L", px, py)]
    cut = min(radius / math.tan(angle / 2), la * 0.499, lb * 0.499)
    handle = 4 / 3 * math.tan((math.pi - angle) / 4) * cut * math.tan(angle / 2)
    x0, y0, x1, y1 = px + ax * cut, py + ay * cut, px + bx * cut, py + by * cut
    return [
        ("M", x0, y0) if first else ("L", x0, y0),
        ("C", x0 - ax * handle, y0 - ay * handle, x1 - bx * handle, y1 - by * handle, x1, y1),
    ]


def smooth(points: Sequence[tuple[float, ...]], closed: bool = True, tension: float = 1.0) -> list[Command]:
    """A Catmull-Rom curve through the points; a point (x, y, 0) is a corner."""
    n = len(points)

    def tangent(i: int) -> Point:
        p = points[i % n]
        if (len(p) > 2 and p[2] == 0) or (not closed and i in (0, n - 1)):
            return (0.0, 0.0)
        a, b = points[(i - 1) % n], points[(i + 1) % n]
        return ((b[0] - a[0]) / 6 * tension, (b[1] - a[1]) / 6 * tension)

    out: list[Command] = [("M", points[0][0], points[0][1])]
    for i in range(n if closed else n - 1):
        p, q = points[i], points[(i + 1) % n]
        reach = math.hypot(q[0] - p[0], q[1] - p[1]) * 0.55
        t, u = _clamp(tangent(i), reach), _clamp(tangent((i + 1) % n if closed else i + 1), reach)
        out.append(("C", p[0] + t[0], p[1] + t[1], q[0] - u[0], q[1] - u[1], q[0], q[1]))
    if closed:
        out.append(("Z",))
    return out


def _clamp(vector: Point, reach: float) -> Point:
    length = math.hypot(*vector)
    if length <= reach or length == 0:
        return vector
    return (vector[0] * reach / length, vector[1] * reach / length)


def arc(
    cx: float, cy: float, r: float, start: float, end: float, ry: float | None = None
) -> tuple[Point, list[CurveTo]]:
    """An arc's first point and its cubics, from `start` to `end` degrees (0 = right, 90 = down)."""
    ry = r if ry is None else ry
    n = max(1, math.ceil(abs(end - start) / _ARC - 1e-9))
    step, a = math.radians((end - start) / n), math.radians(start)
    handle = 4 / 3 * math.tan(step / 4)
    x, y = cx + r * math.cos(a), cy + ry * math.sin(a)
    first, out = (x, y), []
    for _ in range(n):
        b = a + step
        qx, qy = cx + r * math.cos(b), cy + ry * math.sin(b)
        cubic: CurveTo = (
            "C",
            x - handle * r * math.sin(a),
            y + handle * ry * math.cos(a),
            qx + handle * r * math.sin(b),
            qy - handle * ry * math.cos(b),
            qx,
            qy,
        )
        out.append(cubic)
        a, x, y = b, qx, qy
    return first, out


@lru_cache(maxsize=1024)
def capsule(x0: float, y0: float, r0: float, x1: float, y1: float, r1: float) -> tuple[Command, ...]:
    """A tapered capsule: the hull of two circles. The limb of every person, so the same ones come again and again."""
    dx, dy = x1 - x0, y1 - y0
    d = math.hypot(dx, dy)
    if d <= abs(r0 - r1) + 1e-6:
        return tuple(ellipse(x0, y0, r0, r0) if r0 > r1 else ellipse(x1, y1, r1, r1))
    along = math.degrees(math.atan2(dy, dx))
    spread = math.degrees(math.acos(max(-1.0, min(1.0, (r0 - r1) / d))))
    p0, cap0 = arc(x0, y0, r0, along + spread, along + 360 - spread)
    p1, cap1 = arc(x1, y1, r1, along - spread, along + spread)
    return (("M", *p0), *cap0, ("L", *p1), *cap1, ("Z",))


def tube(points: Sequence[tuple[float, float, float]], steps: int = 4) -> list[Command]:
    """A smooth tapered tube through points (x, y, radius), with round ends."""
    spine = _spine(points, steps)
    left, right = [], []
    for i, (x, y, r) in enumerate(spine):
        a, b = spine[max(0, i - 1)], spine[min(len(spine) - 1, i + 1)]
        dx, dy = b[0] - a[0], b[1] - a[1]
        length = math.hypot(dx, dy) or 1
        left.append((x - dy / length * r, y + dx / length * r))
        right.append((x + dy / length * r, y - dx / length * r))

    def heading(i: int, j: int) -> float:
        return math.degrees(math.atan2(spine[j][1] - spine[i][1], spine[j][0] - spine[i][0]))

    end, begin = heading(-2, -1), heading(0, 1)
    out: list[Command] = [("M", *left[0]), *smooth(left, closed=False)[1:]]
    out += arc(*spine[-1], end + 90, end - 90)[1]
    out += smooth(right[::-1], closed=False)[1:]
    out += arc(*spine[0], begin - 90, begin - 270)[1]
    out.append(("Z",))
    return out


def _spine(points: Sequence[tuple[float, float, float]], steps: int) -> list[tuple[float, float, float]]:
    last = len(points) - 1
    out = []
    for i in range(last):
        p0, p1, p2, p3 = (points[max(0, min(last, i + k))] for k in (-1, 0, 1, 2))
        for k in range(steps):
            t = k / steps
            x, y, r = (
                0.5
                * (
                    2 * p1[j]
                    + (-p0[j] + p2[j]) * t
                    + (2 * p0[j] - 5 * p1[j] + 4 * p2[j] - p3[j]) * t * t
                    + (-p0[j] + 3 * p1[j] - 3 * p2[j] + p3[j]) * t**3
                )
                for j in range(3)
            )
            out.append((x, y, r))
    out.append(points[-1])
    return out
