"""The traffic light for training: green, yellow, red, in that order, each with a shape of its own."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit import paths
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed
from holdslides.kit.furniture import chair
from holdslides.kit.lettering import widest, wrapped
from holdslides.kit.seated import sitter
from holdslides.kit.sentences import sentence
from holdslides.kit.things import LIGHTS, Shape, signal
from holdslides.records import dataclass

_TINTS = ("leaf2", "amber2", "coral2")
_LIGHTS = tuple((*light, tint) for light, tint in zip(LIGHTS, _TINTS, strict=True))


@dataclass(frozen=True)
class Values:
    words: tuple[str, ...] = key(
        "ord",
        default=("Grøn: fortsæt", "Gul: fortsæt roligt", "Rød: stop"),
        doc="Farven, og hvad man gør, i lysets rækkefølge: grøn først.",
    )
    texts: tuple[str, ...] = key(
        "tekster",
        default=(
            "Det gør ikke ondt.",
            "Lidt ondt, men kun kort.",
            "Klart værre, eller værre i lang tid. Gør mindre næste gang.",
        ),
        doc="Hvad hver farve betyder.",
    )
    who: str = key("hvem", default="", doc=("Hvem der prøver en bevægelse; tom, hvis ingen skal være med."))


def faults(values: Values) -> Iterable[Fault]:
    for field, given in (("ord", values.words), ("tekster", values.texts)):
        if len(given) != len(_LIGHTS):
            yield Fault(field, f"trafiklyset har tre farver, men her er {len(given)}")
    if values.who:
        yield from not_in_cast(hvem=values.who)


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    if area.is_wide:
        _lying(canvas, values, area)
    else:
        _in_rows(canvas, values, area)
    said = "; ".join(
        f"{w.lower()} ({t.rstrip('.').replace('. ', ', ').lower()})"
        for w, t in zip(values.words, values.texts, strict=True)
    )
    return canvas.drawing(sentence(f"Et trafiklys med cirkel, trekant og firkant – {said}"))


def _lying(canvas: Canvas, values: Values, area: Area) -> None:
    """The light lies above three cards; somebody gets up from a chair beside it."""
    u, ground = area.height / 400, 0.865 * area.height
    left = 0.05 * area.width + (268 * u if values.who else 0)
    width = 0.95 * area.width - left
    column, lamp_height, top = width / 3, 122 * u, 2.0
    bottom, size = ground - 8 * u, 1.3 * area.label
    word = min(1.6 * area.label, 1.6 * area.label * (column - 28) / widest(values.words, 1.6 * area.label))
    texts = [wrapped(text, size, column - 30) for text in values.texts]
    spare = bottom - top - lamp_height - 1.2 * word - 1.2 * size * max(len(lines) for lines in texts)
    y = top + lamp_height + 0.42 * spare + 0.8 * word
    for i, (_, _, tint) in enumerate(_LIGHTS):
        x, middle = left + i * column, left + (i + 0.5) * column
        with canvas.group(values.words[i]):
            canvas.rectangle(
                x + 6, top + lamp_height / 2, column - 12, bottom - top - lamp_height / 2, tint, 22
            )
            canvas.label(middle, y, values.words[i], word, column - 24)
            canvas.label(
                middle, y + 0.4 * word + 1.1 * size, texts[i], size, column - 20, bold=False, leading=1.2
            )
    with canvas.group("Trafiklys"):
        canvas.rectangle(left, top, width, lamp_height, "petrol8", 34 * u)
        for i, (shape, colour, _) in enumerate(_LIGHTS):
            _lamp(canvas, left + (i + 0.5) * column, top + lamp_height / 2 + 3 * u, 46 * u, shape, colour)
    if values.who:
        _rising(canvas, values.who, 0.05 * area.width + 96 * u, ground, 0.56 * u)
        canvas.rectangle(0.05 * area.width, ground - 1, 236 * u, 3, "ink", 1.5)


def _in_rows(canvas: Canvas, values: Values, area: Area) -> None:
    """One row for each light, each with a lamp of its own: a standing light would have red on top."""
    gap = 0.03 * area.width
    canvas.rectangle(0, 0, area.width, area.height, "petrol7")
    row = (area.height - 4 * gap) / 3
    lamp = min(0.36 * row, 0.13 * area.width)
    for i, (shape, colour, tint) in enumerate(_LIGHTS):
        y, x = gap + i * (row + gap), 1.4 * gap
        with canvas.group(values.words[i]):
            canvas.rectangle(x, y, area.width - 2 * x, row, tint, 26)
            _lamp(canvas, x + 0.5 * gap + 1.25 * lamp, y + row / 2, lamp, shape, colour)
            left = x + gap + 2.6 * lamp
            room, size = area.width - left - x - gap, 1.2 * area.label
            lines = wrapped(values.texts[i], size, room)
            first = y + (row - 1.2 * size * len(lines) - 1.6 * area.label) / 2 + 1.4 * area.label
            word = min(1.0, room / widest(values.words, 1.55 * area.label)) * 1.55 * area.label
            canvas.label(left, first, values.words[i], word, room, align="left")
            canvas.label(left, first + 1.5 * size, lines, size, room, bold=False, align="left", leading=1.2)


def _lamp(canvas: Canvas, x: float, y: float, radius: float, shape: Shape, colour: str) -> None:
    """A lit lamp with a hood; the light has the sign's shape."""
    r = radius
    start, hood = paths.arc(x, y, r * 1.05, 196, 344)
    back, under = paths.arc(x, y - 0.15 * r, r * 1.1, 342, 198)
    canvas.ellipse(x, y, r, fill="ink")
    canvas.path([("M", *start), *hood, ("L", *back), *under, ("Z",)], "petrol5")
    with canvas.at(x, y + 0.04 * r):
        signal(canvas, 0.62 * r if shape != "triangle" else 0.58 * r, colour, shape)


def _rising(canvas: Canvas, who: str, x: float, ground: float, scale: float) -> None:
    clothes = dressed(who, top="leaf7", trousers="petrol8", dress=False)
    with canvas.at(x, ground, scale):
        with canvas.at(-88, 0):
            chair(canvas)
        sitter(canvas, who, "rising", clothes, on=None)


FIGURE = Figure(id="trafiklys", name="Trafiklys", values=Values, draw=draw, faults=faults)
