"""Somebody sits at a small table and fills in a sheet: your turn to write."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from holdslides.drawing import Drawing, Point
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
    sheet: str = key(
        "ark", default="farver", doc="Hvad der står på arket: farver, krop, linjer, tidslinje eller trappe"
    )


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(hvem=values.who)
    if values.sheet not in _SHEETS:
        yield Fault("ark", f"'{values.sheet}' kan ikke vises", f"vælg mellem {', '.join(_SHEETS)}")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 490 x 480 on the activity ground, the sheet in the air above the table.

    In a wide area the sheet is larger and stands on the left, so that the footer below it stays free.
    """
    canvas = Canvas(area.width, area.height)
    k = min(area.width / 490, area.height / 480)
    if area.is_wide:
        with canvas.at(0.66 * area.width, area.height - 52 * k, k, flip=True):
            _at_table(canvas, values.who)
        with canvas.at(0.33 * area.width, 0.1 * area.height, 1.72 * k):
            _sheet(canvas, values.sheet, ((84, 96), (84, 124), (142, 132)))
    else:
        with canvas.at(area.width / 2, area.height - 52 * k, k):
            _at_table(canvas, values.who)
            with canvas.at(126, -396):
                _sheet(canvas, values.sheet, ((-20, 206), (-4, 206), (-42, 248)))
    who, sheet = CAST[values.who].seen_as, _SHEETS[values.sheet][1]
    return canvas.drawing(sentence(f"{who} sidder ved et bord og udfylder et ark{sheet}"))


def _pen(canvas: Canvas) -> None:
    canvas.capsule(148, -114, 5, 176, -54, 4, "sand0")
    canvas.capsule(174, -58, 4, 179, -44, 1.6, "ink")


def _at_table(canvas: Canvas, who: str) -> None:
    """On a rug at a small table, the pen on the paper; origin on the floor, 452 wide, 402 high."""
    with canvas.group("Tæppe"):
        canvas.ellipse(0, 4, 226, 38, "petrol7")
        canvas.ellipse(0, 3, 196, 30, "petrol5")
    clothes = dressed(who, top="coral7", trousers="ink", dress=False, details=())
    writing = Seat(
        Gesture((26, -114), (138, -70), 20, "fist"), Gesture((90, -140), (168, -70), 14), lean=10, tilt=14
    )
    with canvas.at(-112, 2, 0.72):
        sitter(canvas, who, writing, clothes, on=Chair("petrol8", "ink"), holding=Holding(front=_pen))
    with canvas.at(66, 10, 0.72):
        cafe_table(canvas, _TABLE, 260)
    top = 10 - _TABLE * 0.72
    canvas.polygon([(-6, top - 1), (70, top - 1), (58, top - 9), (4, top - 9)], "petrol3")
    with canvas.at(134, top - 2, 0.9):
        mug(canvas, "amber3")


def _sheet(canvas: Canvas, shows: str, tail: tuple[Point, Point, Point]) -> None:
    """What is on the sheet, 184 x 208, with a tail to the paper on the table; origin at the middle of its top."""
    with canvas.group("Ark"):
        canvas.polygon(tail, "sand0")
        canvas.rectangle(-92, 0, 184, 208, "sand0", 10)
        canvas.rectangle(-72, 22, 92, 12, "ink", 3)
        with canvas.at(0, 34):
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


def _lines(canvas: Canvas) -> None:
    """A few lines, the last one not yet full."""
    for i, width in enumerate((138, 120, 132, 104, 56)):
        canvas.rectangle(-72, 24 + i * 27, width, 7, "petrol7" if i % 2 == 0 else "petrol3", 3)


def _timeline(canvas: Canvas) -> None:
    """A line from left to right with three marks, a few words at each, and a ring round the last."""
    canvas.line(-72, 84, 74, 84, "ink", 5)
    for i, x in enumerate((-54, 0, 52)):
        canvas.ellipse(x, 84, 11, fill="petrol7")
        up = i % 2 == 0
        for j, width in enumerate((44, 32)):
            canvas.rectangle(x - 22, (36 if up else 110) + 14 * j, width, 6, "petrol5", 3)
    canvas.arc(52, 84, 21, 0, 359.9, "coral7", 5)


_SHEETS: dict[str, tuple[Callable[[Canvas], None], str]] = {
    "farver": (_colours, ""),
    "krop": (_body, " med en krop og to krydser"),
    "linjer": (_lines, " med få linjer"),
    "tidslinje": (_timeline, " med en streg og tre mærker, hvor der er ring om det sidste"),
    "trappe": (_stair, " med en trappe, hvor der er ring om det første trin"),
}
FIGURE = Figure(id="skriver", name="Udfylder et ark", values=Values, draw=draw, faults=faults)
