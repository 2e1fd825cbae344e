"""Your pain is real: one tells with a hand on the heart, another listens with a hand on the arm."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST, Clothes, looking
from holdslides.kit.poses import Seat, Step
from holdslides.kit.seated import Chair, sitter
from holdslides.kit.sentences import sentence
from holdslides.records import dataclass

_CHAIR = Chair("amber", "amber")


@dataclass(frozen=True)
class Values:
    teller: str = key("fortaeller", default="kaj", doc="Den, der fortæller")
    listener: str = key("lytter", default="amina", doc="Den, der lytter")


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(fortaeller=values.teller, lytter=values.listener)
    if values.teller == values.listener:
        yield Fault("lytter", "den samme kan ikke både fortælle og lytte")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 560 x 540; fills any area with its own stage."""
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    k = min(w / 560, h / 540)
    floor = h - 34 * k
    canvas.rectangle(0, 0, w, h, "petrol7")
    canvas.ellipse(w / 2 + 10 * k, floor - 250 * k, 206 * k, fill="petrol8")
    canvas.rectangle(0, floor, w, h - floor, "ink")
    telling = Seat("heart", Gesture((96, -150), (150, -128), 0), lean=8, tilt=10)
    calm = Seat(Gesture((30, -146), (146, -150), 4), Gesture((90, -130), (120, -84), 20), lean=10)
    steps = (Step((96, -26), (92, 138)), Step((112, -32), (108, 138)))
    with canvas.at(w / 2 - 122 * k, floor + 2 * k, 0.7 * k):
        look = looking(values.teller, eyes="shut")
        sitter(canvas, values.teller, telling, Clothes("sand0", "wood"), look, on=_CHAIR)
    with canvas.at(w / 2 + 132 * k, floor + 2 * k, 0.7 * k, flip=True):
        listening = Seat(calm.near, calm.far, calm.lean, calm.tilt, legs=steps)
        sitter(canvas, values.listener, listening, Clothes("coral3", "sand3"), on=_CHAIR)
    return canvas.drawing(
        sentence(
            f"{CAST[values.teller].seen_as} fortæller med hånden på hjertet,",
            f"og {CAST[values.listener].seen_as} lytter med en hånd på den andens arm",
        ),
        "ink",
    )


FIGURE = Figure(id="lytter", name="En, der lytter", values=Values, draw=draw, faults=faults)
