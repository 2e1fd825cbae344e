"""Gentle movements side by side: breathe seated, arms out, bend to the side, bend forward."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from holdslides.drawing import Colour, Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed, looking
from holdslides.kit.lettering import wrapped
from holdslides.kit.people import HEIGHT, person
from holdslides.kit.seated import Chair, sitter
from holdslides.kit.sentences import listed, sentence
from holdslides.records import dataclass


@dataclass(frozen=True)
class Values:
    movements: tuple[str, ...] = key(
        "bevaegelser",
        default=("aande", "strække", "side", "frem"),
        doc="Op til fem: aande, strække, side, frem, gaa, rejse, loefte",
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
        if name not in _MOVERS:
            yield Fault("bevaegelser", f"'{name}' findes ikke", f"vælg mellem {', '.join(_MOVERS)}")
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
    scale = min((floor - 6) / 700, step / 460)
    for i, name in enumerate(values.movements):
        x = 48 + step * (i + 0.5)
        canvas.ellipse(x, floor + 2, min(92.0, step * 0.42), 13, _SHADOW[values.ground])
        shift, mover, _ = _MOVERS[name]
        with canvas.at(x + shift * scale, floor, scale):
            mover(canvas)
    for i, rows in enumerate(lines):
        middle = 48 + step * (i + 0.5)
        canvas.label(middle, floor + 17 + size, rows, size, step - 8, leading=1.15)
    shown = listed([_MOVERS[m][2] for m in values.movements])
    return canvas.drawing(sentence("Mennesker bevæger sig roligt:", shown))


def _breathe(canvas: Canvas) -> None:
    look = looking("inger", eyes="shut")
    clothes = dressed("inger", top="petrol7", trousers="ink", shoes="coral7")
    sitter(canvas, "inger", "breathing", clothes, look, on=Chair("coral7", "ink"))


def _reach(canvas: Canvas) -> None:
    person(canvas, "amina", "arms_out")


def _side(canvas: Canvas) -> None:
    person(canvas, "samir", "side_bend", dressed("samir", trousers="ink"))


def _forward(canvas: Canvas) -> None:
    person(canvas, "kaj", "bending", dressed("kaj", trousers="petrol8"))


def _walk(canvas: Canvas) -> None:
    person(canvas, "birthe", "walking", dressed("birthe", top="petrol7", trousers="ink"))


def _rise(canvas: Canvas) -> None:
    clothes = dressed("grace", top="coral7", trousers="ink", shoes="ink")
    sitter(canvas, "grace", "rising", clothes, on=None)


def _lift(canvas: Canvas) -> None:
    from holdslides.kit.people import Holding
    from holdslides.kit.things import crate

    def box(c: Canvas) -> None:
        with c.at(84, 250):
            crate(c)

    person(canvas, "poul", "carrying", dressed("poul", top="petrol7"), holding=Holding(middle=box))


_MOVERS: dict[str, tuple[float, Callable[[Canvas], None], str]] = {
    "aande": (-44, _breathe, "en ånder dybt på en stol"),
    "strække": (0, _reach, "en strækker armene ud"),
    "side": (0, _side, "en bøjer sig til siden"),
    "frem": (-56, _forward, "en bøjer sig frem"),
    "gaa": (0, _walk, "en går"),
    "rejse": (-40, _rise, "en rejser sig"),
    "loefte": (0, _lift, "en løfter en kasse"),
}
_SHADOW: dict[str, Colour] = {"amber": "amber3", "sand1": "sand2"}
assert HEIGHT < 700  # the floor leaves room for a person and a raised hand
FIGURE = Figure(id="oevelse", name="Rolige bevægelser", values=Values, draw=draw, faults=faults)
