"""Gentle movements side by side: breathe seated, stretch overhead, bend to the side, bend forward."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Colour, Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._movements import MOVEMENTS
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.lettering import wrapped
from holdslides.kit.sentences import listed, sentence
from holdslides.records import dataclass


@dataclass(frozen=True)
class Values:
    movements: tuple[str, ...] = key(
        "bevaegelser",
        default=("aande", "strække", "side", "frem"),
        doc="Op til fem: aande, strække, side, frem, laene, gaa, paa_stedet, rejse, loefte",
    )
    words: tuple[str, ...] = key(
        "ord",
        default=(),
        doc="Ordene under hver bevægelse; tom, hvis der ingen skal stå. En lodret streg deler linjen.",
    )
    ground: str = key("bund", default="amber", doc="amber (aktivitet) eller sand1")


def faults(values: Values) -> Iterable[Fault]:
    if not 1 <= len(values.movements) <= 5:
        yield Fault("bevaegelser", f"der kan vises 1-5 bevægelser, her er {len(values.movements)}")
    for name in values.movements:
        if name not in MOVEMENTS:
            yield Fault("bevaegelser", f"'{name}' findes ikke", f"vælg mellem {', '.join(MOVEMENTS)}")
    if values.words and len(values.words) != len(values.movements):
        yield Fault("ord", f"{len(values.movements)} bevægelser, men {len(values.words)} ord")
    if values.ground not in _SHADOW:
        yield Fault("bund", f"'{values.ground}' kan ikke bruges", "vælg amber eller sand1")


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    n = len(values.movements)
    floor = area.height - (50 if area.is_wide else 0.12 * area.height)
    step = (area.width - 96) / n
    size = 1.15 * area.label
    lines = [tuple(w.split("|")) if "|" in w else wrapped(w, size, step - 16) for w in values.words]
    if lines:  # the words stand above the footer
        floor -= 1.15 * size * max(map(len, lines)) + 12
    shown = [MOVEMENTS[name] for name in values.movements]
    scale = min((floor - 6) / max(m.height for m in shown), step / 460)
    for i, movement in enumerate(shown):
        x = 48 + step * (i + 0.5)
        canvas.ellipse(x, floor + 2, min(92.0, step * 0.42), 13, _SHADOW[values.ground])
        with canvas.at(x + movement.shift * scale, floor, scale):
            movement.draw(canvas, _ECHO[values.ground])
    for i, rows in enumerate(lines):
        middle = 48 + step * (i + 0.5)
        canvas.label(middle, floor + 17 + size, rows, size, step - 8, leading=1.15)
    said = listed([movement.words for movement in shown])
    return canvas.drawing(sentence("Mennesker bevæger sig roligt:", said))


_SHADOW: dict[str, Colour] = {"amber": "amber3", "sand1": "sand2"}
_ECHO: dict[str, Colour] = {"amber": "amber3", "sand1": "sand3"}
FIGURE = Figure(id="oevelse", name="Rolige bevægelser", values=Values, draw=draw, faults=faults)
