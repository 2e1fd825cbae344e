"""Somebody writes in a diary at home: rows that begin with a circle, a triangle or a square."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.bodies import Gesture, Sleeve, arm, collar, neck
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.cast import CAST
from holdslides.kit.faces import head
from holdslides.kit.furniture import lamp, window
from holdslides.kit.sentences import sentence
from holdslides.kit.things import mug, signal
from holdslides.records import dataclass

_SIGNS: dict[str, tuple[str, Literal["circle", "triangle", "square"]]] = {
    "groen": ("leaf", "circle"),
    "gul": ("amber", "triangle"),
    "roed": ("coral", "square"),
}


@dataclass(frozen=True)
class Values:
    rows: tuple[str, ...] = key(
        "raekker", default=("groen", "gul", "groen", "roed", "groen"), doc="Op til fem: groen, gul, roed"
    )
    who: str = key("hvem", default="birthe", doc="Hvem der skriver")


def faults(values: Values) -> Iterable[Fault]:
    if len(values.rows) > 5:
        yield Fault("raekker", f"dagbogen har plads til fem rækker, her er {len(values.rows)}")
    for row in values.rows:
        if row not in _SIGNS:
            yield Fault("raekker", f"'{row}' findes ikke", "vælg mellem groen, gul og roed")
    yield from not_in_cast(hvem=values.who)


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 560 x 540; other areas show the same room, the table reaching across."""
    canvas = Canvas(area.width, area.height)
    k = min(area.width / 560, area.height / 540)
    left, table = area.width / 2 - 280 * k, 366 * k + (area.height - 540 * k)
    canvas.rectangle(0, 0, area.width, area.height, "petrol2")
    with canvas.at(left, table - 366 * k, k):
        with canvas.at(44, 70):
            window(canvas)
        with canvas.at(458, 0, 1.05):
            lamp(canvas, 110)
        with canvas.group(CAST[values.who].name):
            _writer(canvas, values.who, behind=True)
    canvas.rectangle(0, table - 2, area.width, area.height - table + 2, "wood")
    canvas.rectangle(0, table - 2, area.width, 10, darker("wood", 0.25))
    with canvas.at(left, table - 366 * k, k):
        with canvas.at(296, 388):
            _diary(canvas, values.rows)
        _writer(canvas, values.who, behind=False)
        with canvas.at(66, 424, 1.6):
            mug(canvas, "petrol7")
    return canvas.drawing(
        sentence(f"{CAST[values.who].seen_as} sidder hjemme ved et bord og skriver i sin dagbog"), "wood"
    )


def _writer(canvas: Canvas, who: str, behind: bool) -> None:
    look, clothes = CAST[who].look, CAST[who].clothes
    top = "coral7"
    with canvas.at(290, 116):
        if not behind:
            pen_hand = Gesture((-104, 226), (-10, 286), 18, "fist")
            arm(canvas, (-52, 114), pen_hand, Sleeve(darker(top, 0.15), look.skin))
            canvas.capsule(10, 262, 4, 38, 318, 3, "amber")
            canvas.capsule(36, 314, 3, 40, 322, 1.5, "ink")
            return
        resting = Gesture((116, 206), (150, 262), 96)
        arm(canvas, (48, 112), resting, Sleeve(darker(top, 0.26), look.skin, (22, 18, 13)))
        canvas.blob(
            [
                (-16, 70), (-48, 80), (-64, 104), (-70, 170), (-72, 250, 0),
                (72, 250, 0), (66, 170), (62, 104), (46, 80), (16, 70),
            ],
            top,
        )  # fmt: skip
        neck(canvas, (4, 78), (24, 4), look.skin, 1)
        collar(canvas, 6, 82, clothes.collar or "sand0")
        head(canvas, 26, 8, look, tilt=20)


def _diary(canvas: Canvas, rows: tuple[str, ...]) -> None:
    """An open book lying on the table, 416 wide; origin at the fold's far end."""
    with canvas.group("Dagbog"):
        canvas.polygon([(-184, -6), (184, -6), (208, 142), (-208, 142)], "coral7", 6)
        canvas.polygon([(-172, -10), (0, -4), (0, 132), (-196, 126)], "sand0", 3)
        canvas.polygon([(172, -10), (0, -4), (0, 132), (196, 126)], "sand0", 3)
        canvas.polygon([(0, -4), (10, -4), (14, 132), (0, 132)], "sand2")
        for i, row in enumerate(rows):
            y, x = 14 + i * 24, -146 - i * 2.6
            colour, shape = _SIGNS[row]
            with canvas.at(x, y):
                signal(canvas, 8.5, colour, shape)
            canvas.rectangle(x + 22, y - 3, (96, 74, 104, 60, 88)[i], 6, "petrol7", 3)
        for i, length in enumerate((110, 86, 40)):
            canvas.rectangle(30 + i * 2, 11 + i * 24, length, 6, "petrol7", 3)


FIGURE = Figure(id="dagbog", name="Skriver dagbog", values=Values, draw=draw, faults=faults)
