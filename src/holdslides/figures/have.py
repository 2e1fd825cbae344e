"""Gentle everyday movement: somebody bends over a bed of young plants with a watering can."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.cast import CAST, dressed
from holdslides.kit.nature import disc_above, tree
from holdslides.kit.people import Holding, person
from holdslides.kit.poses import Pose, Step
from holdslides.kit.sentences import sentence
from holdslides.kit.water import drop
from holdslides.records import dataclass

_LEAN = 52
_LEAVES = ((-58, 50, "leaf7"), (-28, 74, "leaf"), (2, 84, "leaf7"), (30, 70, "leaf"), (58, 48, "leaf7"))


@dataclass(frozen=True)
class Values:
    who: str = key("hvem", default="kaj", doc="Hvem der vander")


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(hvem=values.who)


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 842 x 560; the grass runs across any area. Beside a text the gardener comes nearer."""
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    near = w < 1.2 * h
    k = min(w / 640, h / 560) if near else min(w / 842, h / 560)
    grass, middle = h - (40 if near else 20) * k, w / 2 - (30 * k if near else 0)
    if near:
        canvas.rectangle(0, 0, w, h, "petrol2")
    disc_above(
        canvas,
        middle + (70 if near else 110) * k,
        grass - 40 * k,
        (250 if near else 290) * k,
        grass,
        "amber3",
    )
    canvas.rectangle(0, grass, w, h - grass, "leaf")
    if not near:
        with canvas.at(middle - 330 * k, grass + 1, 2.1 * k):
            tree(canvas)
    for x, size in ((168, 1.5), (268, 1.15), (352, 1.3))[: 2 if near else 3]:
        with canvas.at(middle + x * k, grass + 2, size * k):
            _plant(canvas)
    with canvas.at(middle - 128 * k, grass, 0.9 * k):
        _gardener(canvas, values.who)
    return canvas.drawing(
        sentence(f"{CAST[values.who].seen_as} bøjer sig og vander planterne i sin have"), "leaf"
    )


def _plant(canvas: Canvas) -> None:
    with canvas.group("Plante"):
        for turn, n, colour in _LEAVES:
            with canvas.at(0, 0, 1, turn):
                canvas.path(
                    [
                        ("M", 0, 0),
                        ("C", -15, -n * 0.3, -11, -n * 0.75, 0, -n),
                        ("C", 11, -n * 0.75, 15, -n * 0.3, 0, 0),
                        ("Z",),
                    ],
                    colour,
                )


def _gardener(canvas: Canvas, who: str) -> None:
    near, far = (92, 292), (138, 276)
    pose = Pose(
        Gesture((48, 200), near, 76, "fist"),
        Gesture((100, 196), far, 70, "fist"),
        (Step((-26, 430), (-52, 570)), Step((52, 426), (48, 570))),
        lean=_LEAN,
        tilt=-20,
    )

    def can(c: Canvas) -> None:
        with c.at(*near, 1, -_LEAN):
            _watering_can(c)

    person(canvas, who, pose, dressed(who, trousers="petrol8", details=()), holding=Holding(middle=can))


def _watering_can(canvas: Canvas) -> None:
    """A watering can, its handle's top at the origin, tipped forward, water running from its rose."""
    with canvas.at(0, 0, 1.1, 14), canvas.group("Vandkande"):
        canvas.path("M -6 4 C -40 22 -46 96 -22 112", None, "petrol5", 11)
        canvas.path("M -12 6 C 12 -8 48 -2 58 40", None, "petrol5", 11)
        canvas.polygon([(62, 96), (150, 34), (158, 46), (74, 124)], "petrol5", 3)
        canvas.polygon([(142, 18), (158, 12), (182, 48), (168, 58)], darker("petrol5", 0.3), 3)
        canvas.polygon([(-26, 42), (66, 42), (74, 132), (-34, 132)], "petrol5", 9)
        canvas.ellipse(20, 42, 46, 9, darker("petrol5", 0.35))
    with canvas.group("Vand"):
        for x, y in ((192, 92), (214, 128), (186, 148), (222, 176), (198, 204)):
            drop(canvas, x, y, 7)


FIGURE = Figure(id="have", name="I haven", values=Values, draw=draw, faults=faults)
