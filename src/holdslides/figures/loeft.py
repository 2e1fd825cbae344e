"""The body is strong: a grandfather lifts a laughing child before a large sun."""

from __future__ import annotations

import math
from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST, Clothes, Look, looking
from holdslides.kit.nature import tree
from holdslides.kit.people import ChildPose, Holding, child, person
from holdslides.kit.poses import Pose, Step
from holdslides.kit.sentences import sentence
from holdslides.records import dataclass

_RAYS = 14
_KID = Look("skin2", "bob", "hair2", eyes="happy", mouth="laugh")


@dataclass(frozen=True)
class Values:
    who: str = key("hvem", default="poul", doc="Hvem der løfter barnet")


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(hvem=values.who)


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 560 x 540; fills any area with its own ground."""
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    k = min(w / 560, h / 540)
    middle, foot = w / 2, h - 48 * k
    canvas.rectangle(0, 0, w, h, "leaf3")
    _rays(canvas, middle, foot - 242 * k, 236 * k)
    canvas.ellipse(middle, foot - 242 * k, 216 * k, fill="amber")
    hill = h - 66 * k
    canvas.path(
        [
            ("M", 0, h),
            ("L", 0, hill),
            ("C", w * 0.21, hill - 28 * k, w * 0.71, hill - 34 * k, w, hill - 4 * k),
            ("L", w, h),
            ("Z",),
        ],
        "leaf7",
    )
    with canvas.at(middle + 208 * k, foot - 30 * k, k):
        tree(canvas)
    with canvas.at(middle - 62 * k, foot, 0.64 * k):
        _lifter(canvas, values.who)
    return canvas.drawing(
        sentence(f"{CAST[values.who].seen_as} løfter et leende barn op foran en stor sol"), "leaf7"
    )


def _rays(canvas: Canvas, x: float, y: float, inner: float) -> None:
    """Broad rays from the sun to the area's edges: the lift shines even where amber and green look alike."""
    outer = math.hypot(max(x, canvas.width - x), max(y, canvas.height - y))
    with canvas.group("Stråler"):
        for i in range(_RAYS):
            a, half = math.radians(360 / _RAYS * (i + 0.5)), math.radians(90 / _RAYS)
            if math.sin(a) > 0.8:
                continue  # behind the hill
            ends = [
                _inside(canvas, x, y, a + side * half, r)
                for side, r in ((-1, inner), (1, inner), (1, outer), (0, outer), (-1, outer))
            ]
            canvas.polygon(ends, "leaf2")


def _inside(canvas: Canvas, x: float, y: float, angle: float, radius: float) -> tuple[float, float]:
    """The point so far out in that direction, or where that way leaves the area."""
    u, v = math.cos(angle), math.sin(angle)
    room = [radius]
    if u:
        room.append((canvas.width - x if u > 0 else -x) / u)
    if v:
        room.append((canvas.height - y if v > 0 else -y) / v)
    r = max(min(room), 0.0)
    return (x + r * u, y + r * v)


def _lifter(canvas: Canvas, who: str) -> None:
    pose = Pose(
        Gesture((0, 176), (116, 106), -30, "open"),
        Gesture((96, 150), (176, 86), -30, "open"),
        (Step((-44, 440), (-60, 570)), Step((46, 440), (56, 570))),
        lean=-5,
        tilt=-10,
    )
    clothes = Clothes("petrol7", "ink", "wood")
    person(canvas, who, pose, clothes, looking(who, eyes="happy"), Holding(middle=_braces_and_child))


def _braces_and_child(canvas: Canvas) -> None:
    canvas.tube([(-38, 84, 6), (-34, 180, 6), (-38, 328, 6)], "sand0")
    canvas.tube([(36, 84, 6), (58, 180, 6), (58, 328, 6)], "sand0")
    pose = ChildPose(
        Gesture((-64, 66), (-92, 8), -100, "open", mirror=True),
        Gesture((54, 62), (92, 6), -80, "open"),
        (Step((-20, 214), (-56, 262), 34), Step((20, 216), (40, 274), 14)),
    )
    with canvas.at(140, 236, 1, 4):
        child(canvas, pose, Clothes("coral", "leaf7"), _KID)


FIGURE = Figure(id="loeft", name="Kroppen er stærk", values=Values, draw=draw, faults=faults)
