"""A relative comes along: two who walk arm in arm on a path in the sun."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST, dressed, looking
from holdslides.kit.nature import dog, tree
from holdslides.kit.people import person
from holdslides.kit.poses import Pose
from holdslides.records import dataclass

_HAND = 438  # where the hand with the lead is, in the scene


@dataclass(frozen=True)
class Values:
    who: str = key("hvem", default="inger", doc="Den, der har smerterne")
    relative: str = key("med", default="samir", doc="Den, der går med")
    with_dog: bool = key("hund", default=True, doc="Om hunden er med")


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(hvem=values.who, med=values.relative)
    if values.who == values.relative:
        yield Fault("med", "man kan ikke være sin egen pårørende")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 560 x 540; fills any area with its own park."""
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    k = min(w / 560, h / 540)
    foot, left = h - 62 * k, (w - 560 * k) / 2
    canvas.rectangle(0, 0, w, h, "petrol2")
    with canvas.at(left, foot, k):
        canvas.ellipse(272, -236, 214, fill="amber")
    _park(canvas, w, h, foot, k)
    with canvas.at(left, foot, k):
        with canvas.at(520, -36, 1.45):
            tree(canvas)
        with canvas.at(64, -52, 1.1):
            tree(canvas)
        with canvas.at(246, 14, 0.68):
            _arm_in_arm(canvas, values.who, values.relative, values.with_dog)
        if values.with_dog:
            with canvas.at(454, 30, 0.78):
                dog(canvas)
            canvas.curve([(_HAND + 2, -240), (_HAND + 34, -150), (494, -34)], "ink", 4)
    return canvas.drawing(
        f"{CAST[values.who].name} og {CAST[values.relative].name} går arm i arm på en sti i solen"
        f"{' med en hund foran' if values.with_dog else ''}.",
        "leaf7",
    )


def _park(canvas: Canvas, w: float, h: float, foot: float, k: float) -> None:
    """Hills in the distance, grass, and the path they walk on, across the whole area."""
    back = foot - 70 * k
    canvas.path(
        [("M", 0, h), ("L", 0, back), ("C", w * 0.3, back - 40 * k, w * 0.7, back + 20 * k, w, back - 20 * k),
         ("L", w, h), ("Z",)],
        "leaf3",
    )  # fmt: skip
    canvas.path(
        [("M", 0, h), ("L", 0, foot - 24 * k), 
         ("C", w * 0.3, foot - 34 * k, w * 0.7, foot - 14 * k, w, foot - 30 * k),
         ("L", w, h), ("Z",)],
        "leaf7",
    )  # fmt: skip
    canvas.path(
        [("M", 0, foot - 2 * k), ("C", w * 0.3, foot - 10 * k, w * 0.7, foot + 4 * k, w, foot - 8 * k),
         ("L", w, foot + 36 * k), ("C", w * 0.7, foot + 44 * k, w * 0.3, foot + 32 * k, 0, foot + 40 * k),
         ("Z",)],
        "sand2",
    )  # fmt: skip


def _arm_in_arm(canvas: Canvas, who: str, relative: str, dog_ahead: bool) -> None:
    offered = Gesture((-74, 210), (24, 236), -4)
    hooked = Gesture((104, 206), (150, 226), -10)
    with canvas.at(142, -8, CAST[relative].stature):
        clothes = dressed(relative, top="leaf7", trousers="petrol8", dress=False)
        person(
            canvas,
            relative,
            Pose(offered, "lead" if dog_ahead else "swing_forward", "walk", lean=2, tilt=3),
            clothes,
        )
    with canvas.at(0, 0, CAST[who].stature):
        clothes = dressed(who, top="coral7", trousers="ink", dress=False, details=())
        pose = Pose("swing_back", hooked, "walk", lean=3, tilt=-2)
        person(
            canvas, who, pose, clothes, looking(who, eyes="happy" if not CAST[who].look.glasses else "open")
        )


FIGURE = Figure(id="paaroerende", name="En pårørende går med", values=Values, draw=draw, faults=faults)
