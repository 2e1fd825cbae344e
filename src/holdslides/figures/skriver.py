"""Somebody sits at a small table and fills in a sheet: your turn to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit import outlines
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST, dressed
from holdslides.kit.furniture import cafe_table
from holdslides.kit.people import Holding
from holdslides.kit.poses import Seat
from holdslides.kit.seated import Chair, sitter
from holdslides.kit.sentences import sentence
from holdslides.kit.things import mug, signal
from holdslides.records import dataclass

_TABLE = 196.0


@dataclass(frozen=True)
class Values:
    who: str = key("hvem", default="samir", doc="Hvem der skriver")
    sheet: str = key("ark", default="farver", doc="Hvad der står på arket: farver, krop eller trappe")


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(hvem=values.who)
    if values.sheet not in _SHEETS:
        yield Fault("ark", f"'{values.sheet}' kan ikke vises", f"vælg mellem {', '.join(_SHEETS)}")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 490 x 480 on the activity ground; other areas show the same, its floor 52 above their foot."""
    canvas = Canvas(area.width, area.height)
    k = min(area.width / 490, area.height / 480)
    with canvas.at(area.width / 2, area.height - 52 * k, k):
        with canvas.group("Tæppe"):
            canvas.ellipse(0, 4, 226, 38, "petrol7")
            canvas.ellipse(0, 3, 196, 30, "petrol5")
        clothes = dressed(values.who, top="coral7", trousers="ink", dress=False, details=())
        writing = Seat(
            Gesture((26, -114), (138, -70), 20, "fist"), Gesture((90, -140), (168, -70), 14), lean=10, tilt=14
        )
        with canvas.at(-112, 2, 0.72):
            sitter(
                canvas, values.who, writing, clothes, on=Chair("petrol8", "ink"), holding=Holding(front=_pen)
            )
        with canvas.at(66, 10, 0.72):
            cafe_table(canvas, _TABLE, 260)
        top = 10 - _TABLE * 0.72
        canvas.polygon([(-6, top - 1), (70, top - 1), (58, top - 9), (4, top - 9)], "petrol3")
        _sheet(canvas, values.sheet)
        with canvas.at(134, top - 2, 0.9):
            mug(canvas, "amber3")
    who, sheet = CAST[values.who].seen_as, _SHEETS[values.sheet][1]
    return canvas.drawing(sentence(f"{who} sidder ved et bord og udfylder et ark{sheet}"))


def _pen(canvas: Canvas) -> None:
    canvas.capsule(148, -114, 5, 176, -54, 4, "sand0")
    canvas.capsule(174, -58, 4, 179, -44, 1.6, "ink")


def _sheet(canvas: Canvas, shows: str) -> None:
    """The sheet hangs in the air above, as large as what is written on it."""
    with canvas.at(126, -362), canvas.group("Ark"):
        canvas.polygon([(-20, 172), (-4, 172), (-42, 214)], "sand0")
        canvas.rectangle(-92, -34, 184, 208, "sand0", 10)
        canvas.rectangle(-72, -12, 92, 12, "ink", 3)
        _SHEETS[shows][0](canvas)


def _colours(canvas: Canvas) -> None:
    for i, (colour, shape) in enumerate((("leaf", "circle"), ("amber", "triangle"), ("coral", "square"))):
        y = 30 + i * 46
        with canvas.at(-58, y):
            signal(canvas, 12, colour, shape)  # type: ignore[arg-type]
        canvas.rectangle(-34, y - 9, (106, 84, 96)[i], 6, "petrol7", 3)
        canvas.rectangle(-34, y + 5, (70, 98, 52)[i], 6, "petrol3", 3)


def _body(canvas: Canvas) -> None:
    """The outline to set crosses on, two of them set, and the lines to write on beside it."""
    with canvas.at(-38, 8, 0.48):
        outlines.body(canvas)
    for x, y in ((-38, 84), (-29, 128)):
        for turn in (-1, 1):
            canvas.line(x - 7, y - 7 * turn, x + 7, y + 7 * turn, "coral7", 4.5)
    for i, width in enumerate((78, 60, 70, 50)):
        canvas.rectangle(6, 22 + i * 36, width, 6, "petrol7" if i % 2 == 0 else "petrol3", 3)


def _stair(canvas: Canvas) -> None:
    """A stair of minutes with a ring round its first step."""
    for i, height in enumerate((34, 52, 72, 94)):
        canvas.rectangle(-68 + 36 * i, 156 - height, 33, height, "amber" if i == 0 else "petrol5")
    canvas.arc(-52, 138, 29, 0, 359.9, "coral7", 5)
    canvas.rectangle(-72, 16, 70, 6, "petrol7", 3)
    canvas.rectangle(-72, 32, 50, 6, "petrol3", 3)


_SHEETS: dict[str, tuple[Callable[[Canvas], None], str]] = {
    "farver": (_colours, ""),
    "krop": (_body, " med en krop og to krydser"),
    "trappe": (_stair, " med en trappe, hvor der er ring om det første trin"),
}
FIGURE = Figure(id="skriver", name="Udfylder et ark", values=Values, draw=draw, faults=faults)
