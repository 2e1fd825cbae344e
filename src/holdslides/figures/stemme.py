"""One voice at the meeting in the brain, as a sign for a table card."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.sentences import sentence
from holdslides.kit.voices import VOICES
from holdslides.records import dataclass

_SIZE = 190.0  # width and height of the widest sign


@dataclass(frozen=True)
class Values:
    voice: str = key("stemme", default="krop", doc=f"Hvis skilt det er: {', '.join(VOICES)}")


def faults(values: Values) -> Iterable[Fault]:
    if values.voice not in VOICES:
        yield Fault("stemme", f"'{values.voice}' findes ikke", f"vælg mellem {', '.join(VOICES)}")


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    sign, seen = VOICES[values.voice]
    with canvas.at(area.width / 2, area.height / 2, min(area.width, area.height) / _SIZE):
        sign(canvas)
    return canvas.drawing(sentence(f"Et tegn: {seen}"))


FIGURE = Figure(id="stemme", name="Tegn for en stemme", values=Values, draw=draw, faults=faults)
