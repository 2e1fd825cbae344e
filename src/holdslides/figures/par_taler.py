"""Two people talk at a small table: one tells, the other listens."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed
from holdslides.kit.furniture import cafe_table
from holdslides.kit.seated import Chair, sitter
from holdslides.kit.sentences import sentence
from holdslides.kit.things import mug
from holdslides.records import dataclass


@dataclass(frozen=True)
class Values:
    teller: str = key("fortaeller", default="poul", doc="Hvem der fortæller (til venstre).")
    listener: str = key("lytter", default="lone", doc="Hvem der lytter (til højre).")


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(fortaeller=values.teller, lytter=values.listener)
    if values.teller == values.listener:
        yield Fault("lytter", "den, der lytter, kan ikke være den, der fortæller")


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    unit = min(area.width / 490, area.height / 480)
    if area.is_wide:
        unit = area.height / 440
    with canvas.at(area.width / 2, area.height - 52 * unit, unit):
        with canvas.group("Tæppe"):
            canvas.ellipse(0, 4, 226, 38, "coral7")
            canvas.ellipse(0, 3, 196, 30, "coral")
        for who, x, turned, seat in (
            (values.teller, -134, False, "telling"),
            (values.listener, 134, True, "listening"),
        ):
            clothes = dressed(who, top="petrol7" if turned else "leaf7", trousers="ink", dress=False)
            with canvas.at(x, 2, 0.66, flip=turned):
                sitter(canvas, who, seat, clothes, on=Chair("petrol8", "ink"))
        with canvas.at(0, 10, 0.62):
            cafe_table(canvas, 176, 200)
        with canvas.at(-22, -99, 0.86, flip=True):
            mug(canvas, "coral7")
        with canvas.at(24, -99, 0.86):
            mug(canvas, "petrol7")
    return canvas.drawing(
        sentence("To mennesker sidder ved et lille bord: den ene fortæller, den anden lytter")
    )


FIGURE = Figure(id="par_taler", name="To taler sammen", values=Values, draw=draw, faults=faults)
