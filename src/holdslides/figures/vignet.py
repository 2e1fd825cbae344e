"""A small scene without ground: the corner of a sheet, a card."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.sentences import sentence
from holdslides.kit.vignettes import VIGNETTES
from holdslides.records import dataclass


@dataclass(frozen=True)
class Values:
    scene: str = key("motiv", default="hund", doc=f"Hvad der ses: {', '.join(VIGNETTES)}")


def faults(values: Values) -> Iterable[Fault]:
    if values.scene not in VIGNETTES:
        yield Fault("motiv", f"'{values.scene}' findes ikke", f"vælg mellem {', '.join(VIGNETTES)}")


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    vignette = VIGNETTES[values.scene]
    with canvas.at(
        area.width / 2, area.height, min(area.width / vignette.width, area.height / vignette.height)
    ):
        vignette.draw(canvas)
    return canvas.drawing(sentence(f"Tegning af {vignette.seen}"))


FIGURE = Figure(id="vignet", name="Lille tegning", values=Values, draw=draw, faults=faults)
