"""Sluices: somebody turns a wheel in the brain. Low threat closes the gate for the signals, high opens it."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Colour, Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.brains import BrainColours, brain
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed, looking
from holdslides.kit.furniture import panel
from holdslides.kit.lettering import wrapped
from holdslides.kit.locks import Lock, gate, quay, water
from holdslides.kit.panels import Box, pair
from holdslides.kit.people import person
from holdslides.kit.poses import Pose, Step
from holdslides.records import dataclass

_BRAIN = BrainColours("sand0", "coral3", "sand2", "sand3")


@dataclass(frozen=True)
class Values:
    titles: tuple[str, ...] = key(
        "titler", default=("Lav trussel", "Høj trussel"), doc="Overskrifterne: lukket, åben"
    )
    out: tuple[str, ...] = key(
        "ud", default=("mindre smerte", "mere smerte"), doc="Ordene ved det, der slipper ud: lukket, åben"
    )
    signals: str = key("signaler", default="signaler", doc="Ordet i vandet")
    who: str = key("hvem", default="lone", doc="Hvem der drejer hjulet")


def faults(values: Values) -> Iterable[Fault]:
    for name, words in (("titler", values.titles), ("ud", values.out)):
        if len(words) != 2:
            yield Fault(name, f"der skal være to: lukket og åben, her er {len(words)}")
        for word in words:
            if not 1 <= len(word) <= 16:
                yield Fault(name, f"'{word}' skal være på 1-16 tegn")
    if not 1 <= len(values.signals) <= 10:
        yield Fault("signaler", f"'{values.signals}' skal være på 1-10 tegn")
    yield from not_in_cast(hvem=values.who)


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    grounds: tuple[Colour, ...] = ("petrol2", "coral2")
    for i, box in enumerate(pair(area.width, area.height, area.label)):
        panel(canvas, box.x, box.y, box.width, box.height, grounds[i])
        _sluice(canvas, box, values, is_open=i == 1)
        _words(canvas, box, values.titles[i], values.out[i], values.signals, area.label)
    low, high = values.titles
    return canvas.drawing(
        f"Et menneske i hjernen drejer på hjulet til en sluse: Ved »{low}« er porten lukket, og der kommer "
        f"{values.out[0]}, ved »{high}« er den åben, og der kommer {values.out[1]}."
    )


def _scene(box: Box) -> Lock:
    """The lock in a panel: all lengths follow the panel's height, the gate leaves room for the words."""
    k = box.height / 338
    return Lock(box, k, box.x + min(252 * k, 0.62 * box.width))


def _sluice(canvas: Canvas, box: Box, values: Values, is_open: bool) -> None:
    lock = _scene(box)
    k, quay_y = lock.scale, lock.level - 18 * lock.scale
    with canvas.group("Sluse åben" if is_open else "Sluse lukket"):
        brain(canvas, lock.gate - 142 * k, box.y + 118 * k, 102 * k, 104 * k, _BRAIN, 0.6)
        water(canvas, lock, is_open)
        gate(canvas, lock, is_open)
        quay(canvas, lock, is_open)
    with canvas.at(lock.gate - (150 if is_open else 158) * k, quay_y + 2 * k, 0.318 * k):
        _keeper(canvas, values.who, is_open)


def _keeper(canvas: Canvas, who: str, is_open: bool) -> None:
    clothes = dressed(who, top="coral7", trousers="petrol8", dress=False, details=())
    if is_open:
        hauling = Pose(
            Gesture((40, 190), (150, 200), 0, "fist"),
            Gesture((100, 170), (190, 178), 0, "fist"),
            (Step((-50, 430), (-96, 566), 6), Step((50, 436), (54, 570))),
            lean=14,
        )
        person(canvas, who, hauling, clothes, looking(who, mouth="o"))
    else:
        at_ease = Pose("hip", Gesture((104, 192), (206, 262), 10, "fist"), tilt=0)
        person(canvas, who, at_ease, clothes, looking(who, eyes="happy"))


def _words(canvas: Canvas, box: Box, title: str, out: str, signals: str, label: float) -> None:
    lock = _scene(box)
    k = lock.scale
    right = box.right - 24
    room = right - lock.gate - 50 * k
    canvas.label(right, box.y + 14 + 1.2 * label, title, 1.2 * label, 0.5 * box.width, align="right")
    lines = wrapped(out, label, room)
    first = lock.level - 40 * k - 1.14 * label * len(lines) + label
    canvas.label(right, first, lines, label, room, align="right", leading=1.14)
    canvas.label(
        box.x + 32 * k, box.bottom - 20 * k, signals, label, lock.gate - box.x - 60 * k, "sand0", align="left"
    )


FIGURE = Figure(id="sluser", name="Sluserne i hjernen", values=Values, draw=draw, faults=faults)
