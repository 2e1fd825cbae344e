"""The objects a section slide may show in its discs. Each is drawn about (0, 0) in a circle of radius 140."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from holdslides.kit import alarms, rest, things, water
from holdslides.kit.bodies import hand
from holdslides.kit.brains import PINK, brain
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed
from holdslides.kit.furniture import chair
from holdslides.kit.nature import pot_plant
from holdslides.kit.people import person
from holdslides.records import dataclass

Draw: TypeAlias = Callable[[Canvas], None]


@dataclass(frozen=True, slots=True)
class SectionObject:
    """What is seen (for the alt text) and how it is drawn. `hangs` puts it under the slide's upper edge."""

    seen: str
    draw: Draw
    hangs: bool = False


def _alarm(canvas: Canvas) -> None:
    with canvas.at(0, 0, 1.3):
        alarms.alarm(canvas)


def _cup(canvas: Canvas) -> None:
    with canvas.at(-16, -78, 0.58):
        water.saucer(canvas)
        water.cup(canvas)
        water.water_in_cup(canvas, 1)
        water.spill(canvas)


def _brain(canvas: Canvas) -> None:
    brain(canvas, 0, -6, 138, 102, PINK)


def _stair(canvas: Canvas) -> None:
    for i in range(4):
        x, height = -132 + 66 * i, 44 + 34 * i
        canvas.rectangle(x, 104 - height, 66.5, height, "petrol7" if i % 2 else "petrol8")
        canvas.rectangle(x, 104 - height, 66, 8, "petrol3")
    with canvas.at(96, -40, 0.66):
        rest.flag(canvas, "coral7")


def _heart(canvas: Canvas) -> None:
    canvas.polygon([(148, 64), (66, 52), (66, 104), (148, 134)], "petrol7")
    canvas.ellipse(66, 78, 26, fill="petrol7")
    with canvas.at(62, 76, 2.5, 188, flip=False):
        hand(canvas, 0, 0, "skin4", 0, "relaxed", mirror=True)
    with canvas.at(-6, -32, 1.5):
        rest.heart(canvas, "coral7")


def _cards(canvas: Canvas) -> None:
    for turn, x, colour in ((-14, -52, "petrol7"), (10, 44, "sand0")):
        with canvas.at(x, 0, 1, turn):
            canvas.rectangle(-58, -84, 116, 160, colour, 14)
            if colour == "sand0":
                canvas.polygon([(-30, -4), (-14, -20), (-4, -10), (24, -40), (38, -26), (-4, 18)], "leaf7", 3)
                canvas.rectangle(-36, 36, 72, 12, "sand3", 6)
            else:
                for dx, dy in ((-24, -42), (24, -42), (0, -4), (-24, 34), (24, 34)):
                    canvas.polygon([(dx, dy - 16), (dx + 14, dy), (dx, dy + 16), (dx - 14, dy)], "petrol3")


def _goal(canvas: Canvas) -> None:
    canvas.path("M -148 116 C -90 50 -40 2 10 0 C 66 -2 100 66 148 116 Z", "leaf7")
    for x, y, rx in ((-84, 106, 21), (-46, 80, 15), (-20, 58, 11), (-4, 40, 8), (6, 26, 6)):
        canvas.ellipse(x, y, rx, rx * 0.36, "sand0")
    with canvas.at(10, 6, 1.05):
        rest.flag(canvas, "coral7")


def _knob(canvas: Canvas) -> None:
    things.knob(canvas, 0.16, 90)


def _light(canvas: Canvas) -> None:
    canvas.rectangle(-150, -56, 300, 112, "petrol8", 34)
    for i, (shape, colour) in enumerate(things.LIGHTS):
        with canvas.at(-94 + 94 * i, 0):
            canvas.ellipse(0, 0, 42, fill="ink")
            things.signal(canvas, 26, colour, shape)


def _diary(canvas: Canvas) -> None:
    with canvas.at(0, -62, 0.72):
        rest.open_book(canvas)
    with canvas.at(70, 4, 1.5):
        rest.pencil(canvas)


def _shoe(canvas: Canvas) -> None:
    with canvas.at(0, 84, 2.1):
        rest.walking_shoe(canvas, "petrol7", "coral7")


def _telephone(canvas: Canvas) -> None:
    canvas.ellipse(0, 0, 108, fill="petrol7")
    with canvas.at(0, 4, 2.6):
        rest.handset(canvas)


def _talk(canvas: Canvas) -> None:
    bubble = (
        "M -62 -46 L 62 -46 C 80 -46 88 -38 88 -22 L 88 26 C 88 42 80 50 62 50 L -16 50 L -48 82 L -44 50 "
    )
    bubble += "L -62 50 C -80 50 -88 42 -88 26 L -88 -22 C -88 -38 -80 -46 -62 -46 Z"
    with canvas.at(46, 30, 0.86, flip=True):
        canvas.path(bubble, "petrol7")
    with canvas.at(-38, -40, 0.92):
        canvas.path(bubble, "sand0")
    for i in range(3):
        canvas.ellipse(-76 + 38 * i, -38, 9, fill="petrol7")


def _chair(canvas: Canvas) -> None:
    with canvas.at(10, 128, 0.74):
        chair(canvas, "petrol7", legs="petrol8")


def _candle(canvas: Canvas) -> None:
    with canvas.at(0, 118, 1.4):
        alarms.candle(canvas, 62)


def _weight(canvas: Canvas) -> None:
    with canvas.at(0, 0, 2.5, -16):
        things.dumbbell(canvas)


def _plant(canvas: Canvas) -> None:
    with canvas.at(0, 104, 1.6):
        pot_plant(canvas, "coral7")


def _body(canvas: Canvas) -> None:
    with canvas.at(-2, 134, 0.375):
        person(canvas, "grace", "arms_out", dressed("grace", top="petrol7", trousers="ink"))


def _board(canvas: Canvas) -> None:
    with canvas.at(-70, 20, 1.84):
        things.clipboard(canvas)


OBJECTS: dict[str, SectionObject] = {
    "alarm": SectionObject("en røgalarm", _alarm, hangs=True),
    "kop": SectionObject("en kop, der løber over", _cup),
    "hjerne": SectionObject("en hjerne", _brain),
    "trappe": SectionObject("en trappe med et flag øverst", _stair),
    "hjerte": SectionObject("et hjerte i en hånd", _heart),
    "kort": SectionObject("to kort", _cards),
    "maal": SectionObject("en bakke med et flag på toppen", _goal),
    "knap": SectionObject("en drejeknap", _knob),
    "trafiklys": SectionObject("et trafiklys", _light),
    "dagbog": SectionObject("en dagbog", _diary),
    "sko": SectionObject("en sko til at gå i", _shoe),
    "telefon": SectionObject("en telefon", _telephone),
    "snak": SectionObject("to talebobler", _talk),
    "stol": SectionObject("en stol", _chair),
    "lys": SectionObject("et stearinlys", _candle),
    "vaegt": SectionObject("en håndvægt", _weight),
    "plante": SectionObject("en plante i en potte", _plant),
    "krop": SectionObject("et menneske med armene ud til siden", _body),
    "plan": SectionObject("en plan med tre flueben", _board),
}
