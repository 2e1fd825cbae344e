"""Change position: the same person sits, rises and walks.

In a wide area on one round track whose footprints lead back to the chair; in a high one side by side, numbered.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST, Clothes, dressed
from holdslides.kit.furniture import chair
from holdslides.kit.people import person
from holdslides.kit.seated import sitter
from holdslides.kit.sentences import sentence
from holdslides.records import dataclass


@dataclass(frozen=True)
class Values:
    who: str = key("hvem", default="grace", doc="Hvem der skifter stilling")


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(hvem=values.who)


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 960 x 400 and for 842 x 620; other areas show the one that fills them better."""
    canvas = Canvas(area.width, area.height)
    if area.width < 1.7 * area.height:
        _on_path(canvas, values.who)
        return canvas.drawing(
            sentence(f"{CAST[values.who].seen_as} sidder på en stol, rejser sig og går videre: en, to, tre"),
            "leaf",
        )
    k = min(area.width / 960, area.height / 400)
    with canvas.at(area.width / 2, area.height - 400 * k + 270 * k, k):
        _track(canvas)
        _positions(canvas, values.who)
    return canvas.drawing(
        sentence(
            f"{CAST[values.who].seen_as} sidder på en stol, rejser sig og går rundt,",
            "og sporene fører tilbage til stolen",
        )
    )


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
                _footprint(canvas)


def _footprint(canvas: Canvas) -> None:
    canvas.ellipse(-11, 0, 5.5, 4, "leaf7")
    canvas.path("M -3 -4 C 4 -7 16 -6 17 0 C 16 5 4 5 -3 4 Z", "leaf7")


def _clothes(who: str) -> Clothes:
    return dressed(who, top="coral7", trousers="petrol7", shoes="ink", dress=False, details=())


def _positions(canvas: Canvas, who: str) -> None:
    clothes = _clothes(who)
    with canvas.at(-270, -18, 0.375):
        sitter(canvas, who, "resting", clothes)
    with canvas.at(-10, -46, 0.35):
        _rising(canvas, who)
    with canvas.at(270, -12, 0.375):
        person(canvas, who, "walking", clothes)


def _rising(canvas: Canvas, who: str) -> None:
    with canvas.at(-84, 0):
        chair(canvas)
    sitter(canvas, who, "rising", _clothes(who), on=None)


def _on_path(canvas: Canvas, who: str) -> None:
    """Three positions side by side on level ground, numbered in the order they are done; footprints lead on."""
    w, h = canvas.width, canvas.height
    k = min(w / 842, h / 560)
    ground = h - 150 * k
    with canvas.group("Sti"):
        canvas.rectangle(0, ground, w, h - ground, "leaf3")
        canvas.rectangle(0, ground, w, 8 * k, "leaf")
        for i in range(9):
            with canvas.at(w / 2 + (i - 4) * 92 * k, ground + (34 if i % 2 else 22) * k, 1.5 * k):
                _footprint(canvas)
    size = 46 * k
    for i, (far, who_does) in enumerate(((-276, _sits), (-4, _rises), (268, _walks)), 1):
        with canvas.at(w / 2 + far * k, ground + 4 * k, 0.58 * k):
            who_does(canvas, who)
        x, y = w / 2 + (far - 4) * k, ground + 94 * k
        canvas.ellipse(x, y, 36 * k, fill="ink")
        canvas.label(x, y + 0.34 * size, str(i), size, 60 * k, "sand0")


def _sits(canvas: Canvas, who: str) -> None:
    sitter(canvas, who, "resting", _clothes(who))


def _rises(canvas: Canvas, who: str) -> None:
    _rising(canvas, who)


def _walks(canvas: Canvas, who: str) -> None:
    person(canvas, who, "walking", _clothes(who))


FIGURE = Figure(id="stillinger", name="Skift stilling", values=Values, draw=draw, faults=faults)
