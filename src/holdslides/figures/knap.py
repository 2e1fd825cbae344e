"""Turning the alarm down: somebody pulls the lever of a huge knob towards the quiet end of its scale."""

from __future__ import annotations

import math
from collections.abc import Iterable

from holdslides.drawing import Command, Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.alarms import alarm
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST, dressed
from holdslides.kit.paths import arc
from holdslides.kit.people import person
from holdslides.kit.poses import Pose, Step
from holdslides.kit.sentences import sentence
from holdslides.records import dataclass

_RADIUS = 162.0
_TICKS, _FIRST, _TURN = (
    11,
    150.0,
    240.0,
)  # the scale: how many marks, where it begins, how far it goes (degrees)
_LOUD_MARKS = 2  # marks still lit
_RIBS = 36
_LEAN = -12.0
_NEAR, _FAR = (100.0, 206.0), (140.0, 194.0)


@dataclass(frozen=True)
class Values:
    who: str = key("hvem", default="mette", doc="Hvem der skruer ned")
    words: tuple[str, ...] = key("ord", default=("bremse", "gas"), doc="Ordene ved skalaens to ender")


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(hvem=values.who)
    if len(values.words) != 2:
        yield Fault("ord", f"skalaen har to ender, men her er {len(values.words)} ord")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 842 x 700 on a dark ground that fills any area."""
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    k = min(w / 842, h / 700)
    canvas.rectangle(0, 0, w, h, "ink")
    canvas.rectangle(0, h - 16 * k, w, 16 * k, "petrol8")
    x, y, floor = w / 2 + 100 * k, h - 352 * k, h - 14 * k
    with canvas.at(x, 0, 1.05 * k):
        alarm(canvas, led="leaf3")
    with canvas.at(w / 2 - 306 * k, floor, 0.72 * k):
        hand = _grip(canvas)
    with canvas.at(x, y, k):
        _scale(canvas)
        _knob(canvas, (hand[0] - x) / k, (hand[1] - y) / k)
    with canvas.at(w / 2 - 306 * k, floor, 0.72 * k):
        _puller(canvas, values.who)
    below = y + (_RADIUS + 104) * k
    for word, side in zip(values.words, (-1, 1), strict=True):
        canvas.label(x + side * 186 * k, below, word, 1.5 * area.label, 300 * k, "sand0")
    return canvas.drawing(
        sentence(
            f"{CAST[values.who].seen_as} trækker i armen på en kæmpestor drejeknap og skruer alarmen ned"
        ),
        "ink",
    )


def _grip(canvas: Canvas) -> tuple[float, float]:
    """Where the pulling hands are, in the drawing's coordinates."""
    with canvas.at(0, -592), canvas.at(0, 310, 1, _LEAN), canvas.at(0, -310):
        return canvas.point((_NEAR[0] + _FAR[0]) / 2 + 14, (_NEAR[1] + _FAR[1]) / 2)


def _puller(canvas: Canvas, who: str) -> None:
    pose = Pose(
        Gesture((-8, 214), _NEAR, -14, "fist"),
        Gesture((80, 204), _FAR, -14, "fist"),
        (Step((-64, 436), (-120, 566), 4), Step((56, 424), (78, 570))),
        lean=_LEAN,
        tilt=8,
    )
    clothes = dressed(who, top="coral", trousers="petrol3", shoes="amber")
    person(canvas, who, pose, clothes)


def _scale(canvas: Canvas) -> None:
    """Marks that grow from quiet to loud; those passed are light, the others a tone that shows in grey."""
    with canvas.group("Skala"):
        for i in range(_TICKS):
            share = i / (_TICKS - 1)
            a = math.radians(_FIRST + _TURN * share)
            near, length, half = _RADIUS + 34, 22 + 62 * share, 5.5 + 7.5 * share
            u, v = math.cos(a), math.sin(a)
            lit = i < _LOUD_MARKS
            canvas.capsule(
                u * near, v * near, half, u * (near + length), v * (near + length), half * 1.2,
                "amber" if lit else "petrol5",
            )  # fmt: skip


def _ribbed(radius: float) -> list[Command]:
    """A wheel with ribs for the fingers, as one outline."""
    out: list[Command] = []
    for degrees in range(0, 360, 360 // _RIBS):
        a = math.radians(degrees)
        first, half_round = arc(radius * math.cos(a), radius * math.sin(a), 11, degrees - 90, degrees + 90)
        out += [("L", *first) if out else ("M", *first), *half_round]
    return [*out, ("Z",)]


def _knob(canvas: Canvas, hand_x: float, hand_y: float) -> None:
    r = _RADIUS
    with canvas.group("Drejeknap"):
        canvas.path(_ribbed(r * 0.97), "sand4")
        canvas.ellipse(0, 0, r * 0.82, fill="amber")
        length = math.hypot(hand_x, hand_y)
        u, v = hand_x / length, hand_y / length
        canvas.capsule(-u * 96, -v * 96, 22, hand_x + u * 26, hand_y + v * 26, 12, "sand0")
        canvas.ellipse(0, 0, 20, fill="ink")


FIGURE = Figure(id="knap", name="Skru ned", values=Values, draw=draw, faults=faults)
