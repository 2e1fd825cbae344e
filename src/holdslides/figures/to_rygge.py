"""The same film before two backs: one person cheers, the other's back hurts, and the films are alike."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed, looking
from holdslides.kit.people import person
from holdslides.kit.poses import Pose
from holdslides.kit.scans import HEIGHT, WIDTH, scan
from holdslides.records import dataclass

_SORE = Pose(
    Gesture((-122, 198), (-80, 276), 40), Gesture((92, 210), (96, 300), 80), "stand", lean=17, tilt=14
)


@dataclass(frozen=True)
class Values:
    at_ease: str = key("uden", default="grace", doc="Hvem der ikke har ondt")
    sore: str = key("med", default="birthe", doc="Hvem der har ondt")


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(uden=values.at_ease, med=values.sore)


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 842 x 560; two people on the lower edge of any area."""
    canvas = Canvas(area.width, area.height)
    k = min(area.width / 842, area.height / 560)
    foot, middle = area.height + 2 * k, area.width / 2
    canvas.ellipse(middle - 196 * k, foot, 176 * k, 20 * k, "petrol3")
    canvas.ellipse(middle + 206 * k, foot, 176 * k, 20 * k, "petrol3")
    with canvas.at(middle - 200 * k, foot, 0.76 * k):
        clothes = dressed(values.at_ease, top="coral", trousers="petrol8", shoes="ink")
        person(canvas, values.at_ease, "cheering", clothes, looking(values.at_ease, eyes="happy"))
        _film(canvas, 0)
    with canvas.at(middle + 170 * k, foot, 0.88 * k):
        clothes = dressed(values.sore, top="leaf7", trousers="wood", shoes="ink", collar="leaf")
        person(canvas, values.sore, _SORE, clothes, looking(values.sore, eyes="shut"))
        _film(canvas, 34)
    return canvas.drawing(
        "To mennesker med hver sit ens billede af ryggen foran sig: "
        "det ene jubler, det andet holder sig på lænden."
    )


def _film(canvas: Canvas, x: float) -> None:
    """The film held before the belly, in the standing person's frame (soles at y 0)."""
    scale = 0.96
    with canvas.at(x - scale * WIDTH / 2, -448, scale):
        scan(canvas, "ryg")


assert HEIGHT < 300  # so the film ends above the knees
FIGURE = Figure(id="to_rygge", name="To ens billeder", values=Values, draw=draw, faults=faults)
