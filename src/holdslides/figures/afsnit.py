"""The picture of a section: one object in front of discs that bleed off the upper right corner."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._section_objects import OBJECTS
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.sentences import sentence
from holdslides.records import dataclass

_DISCS = ((400, "petrol8"), (310, "petrol7"), (204, "coral"), (158, "amber"))


@dataclass(frozen=True)
class Values:
    thing: str = key(
        "genstand", default="alarm", doc=f"Hvad der står i skiverne: {', '.join(sorted(OBJECTS))}."
    )


def faults(values: Values) -> Iterable[Fault]:
    if values.thing not in OBJECTS:
        yield Fault("genstand", f"'{values.thing}' findes ikke", f"vælg mellem {', '.join(sorted(OBJECTS))}")


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    unit = min(area.width / 960, area.height / 540) if area.is_wide else area.width / 560
    # The inner discs stay clear of the words below and to the left: nothing is written on coral or amber.
    x, y = (area.width - 180 * unit, 122 * unit) if area.is_wide else (area.width / 2, area.height / 2)
    shown = OBJECTS[values.thing]
    with canvas.group("Skiver"):
        for radius, colour in _DISCS:
            canvas.ellipse(x, y, radius * unit, fill=colour)
    with canvas.group("Genstand"), canvas.at(x, 0 if shown.hangs and area.is_wide else y, unit):
        shown.draw(canvas)
    return canvas.drawing(sentence(f"{shown.seen} midt i store farvede cirkler"))


FIGURE = Figure(id="afsnit", name="Afsnit", values=Values, draw=draw, faults=faults)
