"""Change position: the same person sits, rises and walks on one round track whose footprints lead back to the chair."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST, dressed
from holdslides.kit.furniture import chair
from holdslides.kit.people import person
from holdslides.kit.seated import sitter


@dataclass(frozen=True)
class Values:
    who: str = key("hvem", default="grace", doc="Hvem der skifter stilling")


def faults(values: Values) -> Iterable[Fault]:
    if values.who not in CAST:
        yield Fault("hvem", f"'{values.who}' findes ikke", f"vælg mellem {', '.join(sorted(CAST))}")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 960 x 400; other areas show the same track, scaled to their width."""
    canvas = Canvas(area.width, area.height)
    k = min(area.width / 960, area.height / 400)
    with canvas.at(area.width / 2, area.height - 400 * k + 270 * k, k):
        _track(canvas)
        _positions(canvas, values.who)
    return canvas.drawing("En kvinde sidder på en stol, rejser sig og går rundt, og sporene fører tilbage til stolen.")


def _track(canvas: Canvas) -> None:
    rx, ry = 392, 76
    with canvas.group("Rundgang"):
        canvas.ellipse(0, 6, rx, ry, "leaf")
        canvas.ellipse(0, 0, rx, ry, "leaf3")
        canvas.ellipse(0, 2, rx - 96, ry - 30, "leaf")
        canvas.ellipse(0, 6, rx - 96, ry - 30, "sand1")
        for i in range(15):
            a = math.radians(20 + i * 10)
            x = (rx - 46) * math.cos(a)
            y = (ry - 13) * math.sin(a) + (6 if i % 2 else -6)
            along = math.degrees(math.atan2((ry - 13) * math.cos(a), -(rx - 46) * math.sin(a)))
            with canvas.at(x, y, 1.25, along):
                canvas.ellipse(-11, 0, 5.5, 4, "leaf7")
                canvas.path("M -3 -4 C 4 -7 16 -6 17 0 C 16 5 4 5 -3 4 Z", "leaf7")


def _positions(canvas: Canvas, who: str) -> None:
    clothes = dressed(who, top="coral7", trousers="petrol7", shoes="ink", dress=False, details=())
    with canvas.at(-270, -18, 0.375):
        sitter(canvas, who, "resting", clothes)
    with canvas.at(-10, -46, 0.35):
        with canvas.at(-84, 0):
            chair(canvas)
        sitter(canvas, who, "rising", clothes, on=None)
    with canvas.at(270, -12, 0.375):
        person(canvas, who, "walking", clothes)


FIGURE = Figure(id="stillinger", name="Skift stilling", values=Values, draw=draw, faults=faults)
