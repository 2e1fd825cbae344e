"""Two ways through a week: much at once and then flat out, or about the same every day with a break."""

from __future__ import annotations

import math
from collections.abc import Iterable

from holdslides.drawing import Colour, Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed, looking
from holdslides.kit.furniture import panel
from holdslides.kit.lettering import width_of
from holdslides.kit.panels import Box, pair
from holdslides.kit.people import HEIGHT, Holding, person
from holdslides.kit.poses import Pose, Seat, Step
from holdslides.kit.seated import Chair, sitter
from holdslides.kit.things import mug, parcels
from holdslides.records import dataclass

_DAYS = 7
_LONGEST_DAY = 8  # letters: two such words fit side by side under the bars
_LYING = 650.0  # units somebody lying needs along


@dataclass(frozen=True)
class Values:
    titles: tuple[str, ...] = key(
        "titler", default=("Op og ned", "Mere jævnt"), doc="Overskrifterne på de to uger"
    )
    up: tuple[int, ...] = key(
        "op_og_ned", default=(70, 100, 20, 15, 20, 20, 75), doc="Hvor meget hver dag, syv tal fra 5 til 100"
    )
    even: tuple[int, ...] = key(
        "jaevnt", default=(55, 60, 55, 60, 55, 60, 55), doc="Hvor meget hver dag, syv tal fra 5 til 100"
    )
    days: tuple[str, ...] = key(
        "dage", default=("mandag", "søndag"), doc="Den første og den sidste dags navn, på højst 8 tegn"
    )
    who: str = key("hvem", default="samir", doc="Hvem ugen handler om")


def faults(values: Values) -> Iterable[Fault]:
    for name, week in (("op_og_ned", values.up), ("jaevnt", values.even)):
        if len(week) != _DAYS:
            yield Fault(name, f"en uge har syv dage, her er {len(week)}")
        for day in week:
            if not 5 <= day <= 100:
                yield Fault(name, f"{day} kan ikke vises", "brug tal fra 5 til 100")
    for name, words, longest in (("titler", values.titles, 16), ("dage", values.days, _LONGEST_DAY)):
        if len(words) != 2:
            yield Fault(name, f"der skal være to, her er {len(words)}")
        for word in words:
            if not 1 <= len(word) <= longest:
                yield Fault(name, f"'{word}' skal være på 1-{longest} tegn")
    yield from not_in_cast(hvem=values.who)


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    first, second = pair(area.width, area.height, area.label)
    for box, colour in ((first, "coral2"), (second, "petrol2")):
        panel(canvas, box.x, box.y, box.width, box.height, colour)
    steps = _Week(first, values.up, area.label)
    steps.draw(canvas, "coral7", values.days)
    _boom_and_bust(canvas, steps, values.who)
    steps = _Week(second, values.even, area.label)
    steps.draw(canvas, "petrol7", values.days)
    _paced(canvas, steps, values.who)
    size = 1.2 * area.label
    canvas.label(first.right - 26, first.y + 14 + size, values.titles[0], size, 10 * size, align="right")
    canvas.label(second.x + 26, second.y + 14 + size, values.titles[1], size, 10 * size, align="left")
    return canvas.drawing(
        f"To uger med det samme menneske: »{values.titles[0]}« har høje søjler med tunge kasser "
        f"og lave med hvile, »{values.titles[1]}« har næsten lige høje søjler med en gåtur og en pause."
    )


@dataclass(frozen=True)
class _Week:
    """Seven bars in a panel; the tallest leaves room for somebody to stand on it."""

    box: Box
    days: tuple[int, ...]
    label: float

    @property
    def base(self) -> float:
        return self.box.bottom - 14 - 1.5 * self.label  # the days' names stand below the bars

    @property
    def step(self) -> float:
        return (self.box.width - 52) / _DAYS

    @property
    def tallest(self) -> float:
        return max(0.25 * self.box.height, 2.2 * self.label)

    def top(self, day: int) -> float:
        return self.base - self.height(day)

    def height(self, day: int) -> float:
        least = 0.5 * self.label
        return least + (self.tallest - least) * self.days[day] / 100

    def middle(self, day: int) -> float:
        return self.box.x + 26 + self.step * (day + 0.5)

    @property
    def people(self) -> float:
        """The scale at which somebody on the tallest bar keeps below the panel's upper edge."""
        return (self.base - self.tallest - self.box.y - 14) / (HEIGHT + 10)

    def draw(self, canvas: Canvas, colour: Colour, names: tuple[str, ...]) -> None:
        wide = self.step - 8
        high = max(self.days)
        with canvas.group("Ugens syv dage"):
            for day, amount in enumerate(self.days):
                x, fill = self.middle(day) - wide / 2, colour if amount > 0.4 * high else "petrol7"
                canvas.rectangle(x, self.top(day), wide, self.height(day), fill, 3)
                canvas.rectangle(x, self.top(day), wide, 6, "ink" if fill == "coral7" else "petrol3", 3)
        self._axis(canvas, names)

    def _axis(self, canvas: Canvas, names: tuple[str, ...]) -> None:
        """The two names in full with an arrow between them: short ones read as words of their own."""
        size, left, right = self.label, self.box.x + 30, self.box.right - 30
        baseline, middle = self.box.bottom - 14, self.box.bottom - 14 - 0.34 * size
        room = (right - left) / 2
        canvas.label(left, baseline, names[0], size, room, align="left")
        canvas.label(right, baseline, names[1], size, room, align="right")
        start = left + width_of(names[0], size) + 0.6 * size
        end = right - width_of(names[1], size) - 0.6 * size
        if end - start > 2 * size:
            canvas.line(start, middle, end - 0.4 * size, middle, "ink", 4)
            tip = 0.34 * size
            canvas.polygon(
                [(end, middle), (end - 1.6 * tip, middle - tip), (end - 1.6 * tip, middle + tip)], "ink", 2
            )


def _boom_and_bust(canvas: Canvas, week: _Week, who: str) -> None:
    peak = max(range(_DAYS), key=week.days.__getitem__)
    carrying = Pose(
        Gesture((-60, 212), (20, 262), 0), "belly",
        (Step((-30, 436), (-48, 570)), Step((34, 436), (40, 570))), lean=-7, tilt=-2,
    )  # fmt: skip
    clothes = dressed(who, top="leaf7", trousers="ink", dress=False)
    with canvas.at(week.middle(peak) - 2, week.top(peak), week.people):
        person(canvas, who, carrying, clothes, looking(who, eyes="shut"), Holding(middle=_parcels))
    scale = min(week.people, (4 * week.step - 10) / _LYING)
    days, x = _low_days(week, peak, _LYING * scale)
    with canvas.at(x, min(week.top(day) for day in days), scale):
        _flat_out(canvas, who)


def _low_days(week: _Week, peak: int, length: float) -> tuple[range, float]:
    """The lowest days that somebody of that length can lie on beside the peak, and where the head is."""
    span = min(4, math.ceil(length / week.step))
    starts = [s for s in range(_DAYS - span + 1) if not s <= peak < s + span]
    low = min(starts, key=lambda s: (max(week.days[s : s + span]), s)) if starts else 0
    days = range(low, low + span)
    middle = (week.middle(days[0]) + week.middle(days[-1])) / 2
    return days, middle - length / 2


def _parcels(canvas: Canvas) -> None:
    with canvas.at(14, 258):
        parcels(canvas)


def _flat_out(canvas: Canvas, who: str) -> None:
    """On the back, head to the left; origin at the left end on the ground."""
    resting = Pose(
        Gesture((-66, 206), (-56, 300), 100), Gesture((84, 196), (30, 236), 160),
        (Step((-20, 440), (-22, 570)), Step((22, 440), (26, 570))), tilt=-8,
    )  # fmt: skip
    clothes = dressed(who, top="leaf7", trousers="ink", dress=False)
    with canvas.at(_LYING, -78, 1, -90):
        person(canvas, who, resting, clothes, looking(who, eyes="shut"))


def _paced(canvas: Canvas, week: _Week, who: str) -> None:
    clothes = dressed(who, top="leaf7", trousers="ink", dress=False)
    with canvas.at(week.middle(2) - 4, week.top(2), week.people):
        person(canvas, who, "walking", clothes)
    break_ = Seat(Gesture((-20, -140), (60, -178), -10), "knee")
    with canvas.at(week.middle(5) + 2, week.top(5), 1.06 * week.people, flip=True):
        sitter(canvas, who, break_, clothes, looking(who, eyes="happy"), Holding(front=_cup), Chair("coral7"))


def _cup(canvas: Canvas) -> None:
    with canvas.at(84, -168, 1.3):
        mug(canvas, "coral7")


FIGURE = Figure(id="to_moenstre", name="To mønstre", values=Values, draw=draw, faults=faults)
