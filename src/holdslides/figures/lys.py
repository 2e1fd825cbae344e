"""One lamp of the traffic light on its own: its colour and, for those who do not see it, its shape."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit import paths
from holdslides.kit.canvas import Canvas
from holdslides.kit.things import LIGHTS, Shape, signal
from holdslides.records import dataclass

_BY_NAME: dict[str, tuple[Shape, str, str]] = {
    "groen": (*LIGHTS[0], "Et grønt lys med en cirkel."),
    "gul": (*LIGHTS[1], "Et gult lys med en trekant."),
    "roed": (*LIGHTS[2], "Et rødt lys med en firkant."),
}


@dataclass(frozen=True)
class Values:
    colour: str = key("farve", default="groen", doc="groen, gul eller roed")


def faults(values: Values) -> Iterable[Fault]:
    if values.colour not in _BY_NAME:
        yield Fault("farve", f"'{values.colour}' findes ikke", f"vælg mellem {', '.join(_BY_NAME)}")


def draw(values: Values, area: Area) -> Drawing:
    """The lamp as large as the area allows, in the middle of it."""
    canvas = Canvas(area.width, area.height)
    shape, colour, alt = _BY_NAME[values.colour]
    r = min(0.4 * area.height, 0.36 * area.width)
    x, y = area.width / 2, area.height / 2
    with canvas.group("Lampe"):
        side = 2.34 * r
        canvas.rectangle(x - side / 2, y - side / 2, side, side, "petrol8", 0.42 * r)
        canvas.ellipse(x, y + 0.04 * r, 0.98 * r, fill="ink")
        start, hood = paths.arc(x, y + 0.04 * r, 1.02 * r, 196, 344)
        back, under = paths.arc(x, y - 0.1 * r, 1.07 * r, 342, 198)
        canvas.path([("M", *start), *hood, ("L", *back), *under, ("Z",)], "petrol5")
        with canvas.at(x, y + 0.1 * r):
            signal(canvas, 0.6 * r if shape != "triangle" else 0.58 * r, colour, shape)
    return canvas.drawing(alt)


FIGURE = Figure(id="lys", name="Et lys", values=Values, draw=draw, faults=faults)
