"""Sleep: somebody sleeps under an alarm that is quiet, or lies awake under one that howls."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.alarms import Waves, alarm, waves
from holdslides.kit.bedroom import lying
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import looking
from holdslides.kit.furniture import window
from holdslides.kit.rest import sleeper
from holdslides.kit.worries import worry
from holdslides.records import dataclass


@dataclass(frozen=True)
class Values:
    awake: bool = key("vaagen", default=False, doc="Ligger vågen (true) eller sover (false)")
    who: str = key("hvem", default="lone", doc="Hvem der ligger i sengen")


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(hvem=values.who)


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 560 x 540; fills any area with its own bedroom at night."""
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    k = min(w / 560, h / 540)
    floor, left = h - 52 * k, (w - 560 * k) / 2
    canvas.rectangle(0, 0, w, h, "petrol8")
    canvas.rectangle(0, floor, w, h - floor, "ink")
    with canvas.at(left, floor, k):
        with canvas.at(364, -402, 0.9):
            window(canvas, night=True)
        with canvas.at(188, -floor / k, 1.0):
            _alarm(canvas, values.awake)
        with canvas.at(282, 6, 0.78):
            _bed(canvas, values)
    return canvas.drawing(
        "Et menneske ligger vågen i sengen om natten, mens tankerne kører og alarmen hyler."
        if values.awake
        else "Et menneske sover roligt i sengen om natten, og alarmen i loftet er stille.",
        "ink",
    )


def _alarm(canvas: Canvas, howling: bool) -> None:
    if howling:
        waves(canvas, "amber", Waves(3, 128, 26, 10))
    alarm(canvas, led="coral" if howling else "leaf")


def _bed(canvas: Canvas, values: Values) -> None:
    if not values.awake:
        with canvas.at(0, 0, 1.5):
            sleeper(canvas, values.who)
        return
    look = looking(values.who, eyes="open", cap=None)
    lying(canvas, values.who, look, "coral7", "petrol3", propped=18)
    with canvas.at(-126, -352, 1.3):
        worry(canvas)


FIGURE = Figure(id="soevn", name="Søvn og uro", values=Values, draw=draw, faults=faults)
