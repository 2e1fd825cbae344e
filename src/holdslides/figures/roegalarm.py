"""The smoke alarm that howls without a fire: a burnt steak, a small insect, or a candle."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit import alarms
from holdslides.kit.canvas import Canvas
from holdslides.kit.furniture import cooker, table_top
from holdslides.kit.sentences import listed, sentence
from holdslides.records import dataclass

_CAUSES = {"flue": "en lille flue", "lys": "et stearinlys", "boef": "en bøf, der ryger på panden"}


@dataclass(frozen=True)
class Values:
    causes: tuple[str, ...] = key(
        "aarsager", default=("boef", "flue"), doc="Hvad der sætter alarmen i gang: boef, flue, lys."
    )
    howling: bool = key("hyler", default=True, doc="Om alarmen hyler.")


def faults(values: Values) -> Iterable[Fault]:
    for cause in values.causes:
        if cause not in _CAUSES:
            yield Fault("aarsager", f"'{cause}' findes ikke", f"vælg mellem {', '.join(_CAUSES)}")
    if "boef" in values.causes and "lys" in values.causes:
        yield Fault("aarsager", "der er kun plads til enten bøffen eller lyset på komfuret")


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    unit = min(h / 540, w / 560)
    middle = w / 2
    canvas.rectangle(0, 0, w, h, "petrol7")
    _cooker_and_causes(canvas, values, middle, h, unit)
    with canvas.at(middle, 0, 1.2 * unit):
        if values.howling:
            alarms.waves(canvas, "amber", alarms.Waves(3, 136, 28, 10, -4, 41, 44))
        alarms.alarm(canvas, led="coral" if values.howling else "leaf")
    if "flue" in values.causes:
        _fly(canvas, middle, unit)
    alt = f"En røgalarm {'hyler' if values.howling else 'er stille'}, uden at det brænder"
    if values.causes:
        alt = f"En røgalarm {'hyler over' if values.howling else 'er stille over'} {_named(values.causes)}"
    return canvas.drawing(sentence(alt), "petrol7")


def _named(causes: tuple[str, ...]) -> str:
    return listed([words for cause, words in _CAUSES.items() if cause in causes])


def _cooker_and_causes(canvas: Canvas, values: Values, middle: float, h: float, unit: float) -> None:
    if "boef" in values.causes:
        with canvas.at(middle, h - 116 * unit, unit):
            cooker(canvas, 420, 104)
        with canvas.at(middle - 26 * unit, h - 166 * unit, 0.93 * unit):
            alarms.smoke(canvas)
        with canvas.at(middle - 24 * unit, h - 168 * unit, 0.95 * unit):
            alarms.pan(canvas)
            alarms.steak(canvas)
    if "lys" in values.causes:
        table_top(canvas, middle - 230 * unit, h - 116 * unit, 460 * unit, 116 * unit, "petrol8")
        with canvas.at(middle, h - 114 * unit, 1.5 * unit):
            alarms.candle(canvas, 60)


def _fly(canvas: Canvas, middle: float, unit: float) -> None:
    with canvas.at(middle, 0, unit):
        with canvas.group("Fluens vej"):
            canvas.curve(
                [
                    (256, 352), (226, 318), (194, 330), (166, 306), (172, 268),
                    (144, 246), (120, 222), (108, 194),
                ],
                "petrol3", 3.6, (0.1, 9.5),
            )  # fmt: skip
        with canvas.at(88, 166, 1.25):
            alarms.fly(canvas)


FIGURE = Figure(id="roegalarm", name="Røgalarm uden brand", values=Values, draw=draw, faults=faults)
