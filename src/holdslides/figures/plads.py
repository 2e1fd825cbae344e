"""Room for the nerves: the canal of the spine seen from above, once with room enough and once too narrow."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Colour, Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.furniture import panel
from holdslides.kit.lettering import width_of
from holdslides.kit.panels import Box, pair
from holdslides.records import dataclass

_BONE: Colour = "petrol3"
_HIGH = 372.0  # units of a vertebra, from the front of its body to the tip behind
_HALF = 206.0  # units from its middle to the tip of a process
_BODY_END, _NERVE_END = (-128.0, 122.0), (-50.0, 228.0)  # where the lines to the bone and the nerves end
_SQUEEZE = 0.56  # how near each other the nerves lie where the canal is narrow
_NERVES = ((-26, -12), (0, -18), (26, -12), (-14, 8), (14, 8), (-36, 8), (36, 8), (0, 28))


@dataclass(frozen=True)
class Values:
    titles: tuple[str, ...] = key(
        "titler", default=("Plads nok", "For lidt plads"), doc="Overskrifterne på de to billeder"
    )
    words: tuple[str, ...] = key(
        "ord",
        default=("hvirvel", "nerver"),
        doc="Ordene ved knoglen og ved nerverne; tom, hvis de ikke skal stå",
    )


def faults(values: Values) -> Iterable[Fault]:
    if len(values.titles) != 2:
        yield Fault("titler", f"der skal være to overskrifter, her er {len(values.titles)}")
    for title in values.titles:
        if not 1 <= len(title) <= 16:
            yield Fault("titler", f"'{title}' skal være på 1-16 tegn")
    if len(values.words) not in (0, 2):
        yield Fault("ord", f"der er to steder at sætte navn på, men {len(values.words)} ord")
    for word in values.words:
        if not 1 <= len(word) <= 10:
            yield Fault("ord", f"'{word}' skal være på 1-10 tegn")


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    if not area.is_wide:
        canvas.rectangle(0, 0, area.width, area.height, "sand2")
    boxes = pair(area.width, area.height, area.label)
    for box, narrow, title in zip(boxes, (False, True), values.titles, strict=True):
        panel(canvas, box.x, box.y, box.width, box.height, "coral2" if narrow else "leaf2")
        _canal(canvas, box, narrow, title, values.words, area.label)
    return canvas.drawing(
        "Rygmarvskanalen set oppefra to gange: I den ene er der god plads til nerverne, i den anden er "
        "kanalen blevet snæver, så nerverne ligger tæt."
    )


def _canal(canvas: Canvas, box: Box, narrow: bool, title: str, words: tuple[str, ...], label: float) -> None:
    """One vertebra under its title, or right of it where there is room; its words end up on the left."""
    size = 1.2 * label
    beside = box.width > 1.45 * box.height
    room = 0.38 * box.width if beside else box.width - 48
    canvas.label(box.x + 24, box.y + 16 + size, title, size, room, align="left")
    top = 14 if beside else 1.7 * size + 14
    k = min((box.height - top - 14) / _HIGH, (0.38 * box.width - 8) / _HALF)
    x = box.x + 0.62 * box.width
    with canvas.at(x, box.y + top + (box.height - top - 14 - _HIGH * k) / 2, k), canvas.group("Ryghvirvel"):
        _bone(canvas)
        _hole(canvas, narrow)
    for word, (end, level) in zip(words, (_BODY_END, _NERVE_END), strict=False):
        line = box.y + top + (box.height - top - 14 - _HIGH * k) / 2 + level * k
        inner = end * (_SQUEEZE if narrow and level == _NERVE_END[1] else 1)
        canvas.line(box.x + 32 + width_of(word, size), line, x + inner * k, line, "ink", 2.5)
        canvas.label(box.x + 24, line + 0.35 * size, word, size, 0.36 * box.width, align="left")


def _bone(canvas: Canvas) -> None:
    """A vertebra from above: its body in front, the arch and three processes behind."""
    canvas.path("M -30 268 C -26 320 -20 350 0 372 C 20 350 26 320 30 268 Z", darker(_BONE, 0.14))
    for side in (-1, 1):
        canvas.tube([(side * 70, 216, 30), (side * 130, 232, 24), (side * 186, 222, 20)], darker(_BONE, 0.14))
    canvas.ellipse(0, 214, 124, 92, _BONE)
    canvas.blob([(-150, 84), (-96, 10), (0, 0), (96, 10), (150, 84), (96, 160), (0, 172), (-96, 160)], _BONE)
    canvas.blob(
        [(-118, 84), (-76, 32), (0, 24), (76, 32), (118, 84), (76, 136), (0, 144), (-76, 136)], "sand0", 0.9
    )


def _hole(canvas: Canvas, narrow: bool) -> None:
    """The canal with its nerves; narrow, its walls bulge inwards from three sides."""
    wide = [(-84, 206), (-40, 164), (40, 164), (84, 206), (50, 262), (0, 282), (-50, 262)]
    tight = [(-46, 208), (-22, 190), (22, 190), (46, 208), (30, 242), (0, 256), (-30, 242)]
    canvas.blob(wide, "coral" if narrow else "ink")
    if narrow:
        canvas.blob(tight, "ink")
    squeeze, radius = (_SQUEEZE, 7.5) if narrow else (1.0, 10.5)
    for x, y in _NERVES:
        canvas.ellipse(x * squeeze, 220 + y * squeeze, radius, fill="amber")


FIGURE = Figure(id="plads", name="Plads til nerverne", values=Values, draw=draw, faults=faults)
