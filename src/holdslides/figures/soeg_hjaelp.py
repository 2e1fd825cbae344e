"""Seek help: quiet warning pictures on dark panels, side by side or alone."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._warning_pictures import PICTURES
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.furniture import panel
from holdslides.kit.panels import Box
from holdslides.kit.sentences import number, sentence
from holdslides.records import dataclass


@dataclass(frozen=True)
class Values:
    chosen: tuple[str, ...] = key(
        "udvalg", default=("laar", "ben", "toilet"), doc="Billederne i rækkefølge: laar, ben, toilet, telefon"
    )


def faults(values: Values) -> Iterable[Fault]:
    if not 1 <= len(values.chosen) <= 4:
        yield Fault("udvalg", f"der kan vises 1-4 billeder, her er {len(values.chosen)}")
    for name in values.chosen:
        if name not in PICTURES:
            yield Fault("udvalg", f"'{name}' findes ikke", f"vælg mellem {', '.join(PICTURES)}")


def draw(values: Values, area: Area) -> Drawing:
    """In a row with 24 pt between, or below each other where the area is high."""
    canvas = Canvas(area.width, area.height)
    n, gap = len(values.chosen), 24.0
    in_row = area.width / n >= 0.5 * area.height or area.width >= area.height
    for i, name in enumerate(values.chosen):
        if in_row:
            width = (area.width - gap * (n - 1)) / n
            box = Box(i * (width + gap), 0, width, area.height)
        else:
            height = (area.height - gap * (n - 1)) / n
            box = Box(0, i * (height + gap), area.width, height)
        picture, words = PICTURES[name]
        with canvas.group(f"Billede: {words}"):
            panel(
                canvas,
                box.x,
                box.y,
                box.width,
                box.height,
                "petrol7",
                28 if n > 1 else min(28, area.height / 8),
            )
            picture(canvas, box)
    count = "et billede" if n == 1 else f"{number(n)} billeder"
    return canvas.drawing(sentence(f"{count}:", "; ".join(PICTURES[name][1] for name in values.chosen)))


FIGURE = Figure(id="soeg_hjaelp", name="Søg hjælp", values=Values, draw=draw, faults=faults)
