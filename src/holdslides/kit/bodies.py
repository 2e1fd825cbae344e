"""Limbs, hands, shoes and torsos: the flat shapes a person is put together from.

The unit is that of faces.py: a head is 104 high, a standing adult about 655 with hair. Joints are coinciding
circles, so an elbow or a knee can be moved without anything coming apart.
"""

from __future__ import annotations

import math
from typing import Literal, TypeAlias

from holdslides.drawing import Colour, Point
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.cast import Build
from holdslides.records import dataclass

HandShape: TypeAlias = Literal["relaxed", "open", "fist", "point"]


@dataclass(frozen=True, slots=True)
class Gesture:
    """Where an arm's elbow and hand are, in units of the body's own frame.

    `angle` is where the fingers point, degrees (0 right, 90 down); without it they follow the forearm. The
    thumb is above a hand that points right; `mirror` puts it below.
    """

    elbow: Point
    hand: Point
    angle: float | None = None
    shape: HandShape = "relaxed"
    mirror: bool = False


@dataclass(frozen=True, slots=True)
class Sleeve:
    """An arm's radii at shoulder, elbow and wrist, its colour, and the skin of its hand."""

    colour: Colour
    skin: str
    radii: tuple[float, float, float] = (23, 19, 14)
    short: bool = False


@dataclass(frozen=True, slots=True)
class Trouser:
    """A leg's radii at hip, knee and ankle, its colour and shoe. `tights`: the slimmer leg below a dress."""

    colour: Colour
    shoe: Colour = "ink"
    radii: tuple[float, float, float] = (34, 26, 19)
    tights: bool = False


_RELAXED = (
    "M -10 -11 C -2 -13 8 -13.5 15 -12.5 C 21 -12 27 -11.5 28.6 -9.6 C 30.4 -7.4 29.6 -5.2 27.4 -4.4 "
    "C 32 -4.8 35 -3.6 35.2 -1.4 C 35.4 .6 33.6 1.6 31 1.8 C 33.6 2.2 34.4 3.8 33.6 5.4 C 32.6 7.2 30 "
    "7.4 27.4 7 "
    "C 28.8 8.2 28.4 10.6 25.6 11.4 C 18 13.4 0 13 -10 11 Z"
)
_FINGER_LINES = "M 27.4 -4.4 L 14 -4.6 L 27.6 -5.4 Z M 31 1.8 L 15 1.2 L 31 .8 Z M 27.4 7 L 14 6.6 L 27.6 6 Z"
_OPEN = (
    (-10, -10, 0),
    (8, -13, 3),
    (27, -19, 3.4),
    (29, -12.5, 3.4),
    (17, -7, 0.6),
    (36, -7.6, 3.4),
    (36, -0.8, 3.4),
    (18, -0.6, 0.6),
    (36, 3, 3.2),
    (35, 9.4, 3.2),
    (16, 5.4, 0.6),
    (29, 13.4, 3),
    (25.6, 18.6, 3),
    (8, 13.4, 3),
    (-10, 10, 0),
)
_FIST = "M -10 -11 C 0 -14 16 -15 21 -11 C 26 -6 26 7 21 12 C 16 15 0 14 -10 11 Z"
_POINT = (
    "M -10 -11 C -2 -13 10 -14 16 -12.6 L 36 -11.4 C 40.4 -11 40.4 -4.8 36 -4.6 L 21 -4.4 C 26 -1 25 8 "
    "20 11.6 "
    "C 15 14 0 14 -10 11 Z"
)


def hand(
    canvas: Canvas,
    x: float,
    y: float,
    skin: str,
    angle: float = 0,
    shape: HandShape = "relaxed",
    mirror: bool = False,
) -> None:
    """A hand on a wrist at (x, y): a palm, a thumb, and a hint of fingers, 45 units long."""
    with canvas.at(x, y, 1, angle), canvas.at(0, 0, 1, 180 if mirror else 0, flip=mirror):
        if shape == "open":
            canvas.capsule(-2, -8, 6, 11, -23, 4, skin)
            canvas.polygon(_OPEN, skin)
            return
        if shape == "relaxed":
            canvas.capsule(-1, -7, 6.5, 15, -16, 4.4, skin)
            canvas.path(_RELAXED, skin)
            canvas.path(_FINGER_LINES, darker(skin, 0.22))
        elif shape == "point":
            canvas.path(_POINT, skin)
            canvas.capsule(2, -4, 5, 17, 1, 4.2, darker(skin, 0.1))
        else:
            canvas.path(_FIST, skin)
            canvas.capsule(0, -8, 5.5, 17, -4, 4.6, darker(skin, 0.1))


def limb(
    canvas: Canvas,
    joints: tuple[Point, Point, Point],
    radii: tuple[float, float, float],
    colour: Colour,
) -> None:
    """Two tapered capsules that share their middle joint."""
    a, b, c = joints
    canvas.capsule(*a, radii[0], *b, radii[1], colour)
    canvas.capsule(*b, radii[1], *c, radii[2], colour)


def arm(canvas: Canvas, shoulder: Point, gesture: Gesture, sleeve: Sleeve) -> None:
    """An arm with its hand, from the shoulder to the gesture's hand."""
    (ex, ey), (hx, hy) = gesture.elbow, gesture.hand
    length = math.hypot(hx - ex, hy - ey) or 1
    ux, uy = (hx - ex) / length, (hy - ey) / length
    angle = math.degrees(math.atan2(uy, ux)) if gesture.angle is None else gesture.angle
    hand(canvas, hx + ux * 6, hy + uy * 6, sleeve.skin, angle, gesture.shape, gesture.mirror)
    r = sleeve.radii
    if not sleeve.short:
        limb(canvas, (shoulder, gesture.elbow, gesture.hand), r, sleeve.colour)
        return
    limb(canvas, (shoulder, gesture.elbow, gesture.hand), (r[0] - 3, r[1] - 4, r[2] - 2), sleeve.skin)
    middle = (shoulder[0] + (ex - shoulder[0]) * 0.72, shoulder[1] + (ey - shoulder[1]) * 0.72)
    canvas.capsule(*shoulder, r[0], *middle, r[1] + 2, sleeve.colour)


def shoe(canvas: Canvas, x: float, y: float, colour: Colour, angle: float = 0, scale: float = 1) -> None:
    """A shoe, sole at (x, y), 74 units long, pointing right; positive angles lower the toe."""
    with canvas.at(x, y, scale, angle):
        canvas.path(
            "M -20 -4 C -22 -20 -20 -30 -16 -34 L 14 -34 C 18 -24 30 -20 42 -16 C 52 -12 54 -6 54 0 L "
            "-20 0 Z",
            colour,
        )
        canvas.rectangle(-21, -5, 76, 8, darker(colour, 0.45), 4)


def leg(canvas: Canvas, hip: Point, knee: Point, ankle: Point, trouser: Trouser, foot: float = 0) -> None:
    """A leg with its shoe, the sole 22 units below the ankle; `foot` turns the shoe, degrees."""
    if trouser.tights:
        limb(canvas, (hip, knee, ankle), (26, 20, 13), trouser.colour)
        shoe(canvas, ankle[0], ankle[1] + 22, trouser.shoe, foot)
        return
    shoe(canvas, ankle[0], ankle[1] + 22, trouser.shoe, foot)
    thigh, at_knee, at_ankle = trouser.radii
    canvas.capsule(*hip, thigh, *knee, at_knee, trouser.colour)
    dx, dy = ankle[0] - knee[0], ankle[1] - knee[1]
    length = math.hypot(dx, dy) or 1
    ux, uy = dx / length, dy / length
    px, py = -uy, ux
    hem = (ankle[0] + ux * 2, ankle[1] + uy * 2)
    canvas.polygon(
        [
            (knee[0] + px * at_knee, knee[1] + py * at_knee, 0),
            (knee[0] - px * at_knee, knee[1] - py * at_knee, 0),
            (hem[0] - px * at_ankle, hem[1] - py * at_ankle, 4),
            (hem[0] + px * at_ankle, hem[1] + py * at_ankle, 4),
        ],
        trouser.colour,
    )


@dataclass(frozen=True, slots=True)
class Trunk:
    """Half widths at shoulder, waist and hem, and how much belly (front) and back stand out."""

    shoulder: float
    waist: float
    hem: float
    belly: float = 0
    back: float = 0


TRUNKS: dict[Build, Trunk] = {
    "slim": Trunk(56, 50, 56),
    "medium": Trunk(60, 56, 58),
    "big": Trunk(68, 80, 70, belly=18),
    "old": Trunk(58, 62, 58, belly=6, back=2),
}


def torso(canvas: Canvas, neck: Point, hem: Point, trunk: Trunk, colour: Colour) -> None:
    """A closed smooth body from the base of the neck to the hem."""
    nx, ny = neck
    length = math.hypot(hem[0] - nx, hem[1] - ny)
    ux, uy = (hem[0] - nx) / length, (hem[1] - ny) / length

    def at(share: float, out: float) -> Point:
        return (nx + ux * length * share + uy * out, ny + uy * length * share - ux * out)

    a, w, b = trunk.shoulder, trunk.waist, trunk.hem
    back = [(-0.055, -16.0), (0, -a * 0.72), (0.085, -a), (0.25, -a), (0.6, -(w + trunk.back)), (0.97, -b)]
    front = [(0.97, b), (0.6, w + trunk.belly), (0.25, a), (0.085, a), (0, a * 0.72), (-0.055, 16.0)]
    corners = [(*at(1, 6 - b), 0.0), (*at(1, b - 6), 0.0)]
    canvas.blob([*(at(*p) for p in back), *corners, *(at(*p) for p in front)], colour)


def dress(canvas: Canvas, colour: Colour) -> None:
    """A dress to the calf in a standing person's upper frame (neck at (0, 80))."""
    canvas.blob(
        [
            (-16, 72), (-46, 82), (-60, 104), (-60, 180), (-56, 240), (-72, 330), (-86, 440, 0),
            (82, 440, 0), (68, 330), (52, 240), (58, 180), (58, 104), (44, 82), (16, 72),
        ],
        colour,
    )  # fmt: skip


def neck(canvas: Canvas, base: Point, head_at: Point, skin: str, width: float = 1) -> None:
    """A neck from its base up under the head; 20 units to each side at width 1."""
    x, y = head_at
    canvas.capsule(x - 2, y + 30, 19 * width, base[0], base[1] - 2, 20 * width, darker(skin, 0.14))


def collar(canvas: Canvas, x: float, y: float, colour: Colour, width: float = 27) -> None:
    """A round collar about the base of the neck."""
    w = width
    canvas.path(
        [
            ("M", x - w, y - 2),
            ("C", x - w * 0.5, y + 16, x + w * 0.5, y + 18, x + w + 2, y),
            ("L", x + w * 0.66, y - 14),
            ("C", x + w * 0.3, y - 4, x - w * 0.3, y - 4, x - w * 0.66, y - 14),
            ("Z",),
        ],
        colour,
    )
