"""The stair: minutes that grow a little for every step, and somebody on the way up."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from holdslides.drawing import Drawing
from holdslides.figures import MAX_LABELS, Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed
from holdslides.kit.furniture import bench
from holdslides.kit.lettering import width_of
from holdslides.kit.nature import tree
from holdslides.kit.people import HEIGHT, Holding, person
from holdslides.kit.poses import POSES, Pose, Step
from holdslides.kit.sentences import listed, sentence
from holdslides.kit.things import rucksack, sign
from holdslides.records import dataclass

FEWEST_STEPS, MOST_STEPS = 2, 10
LARGEST_RISE = 0.2  # of the minutes, from one step to the next


@dataclass(frozen=True)
class Values:
    minutes: tuple[int, ...] = key(
        "minutter", default=(10, 11, 12, 13, 14, 15, 16), doc="Minutter på hvert trin (2-10 trin, stigende)."
    )
    step: int = key("trin", default=2, doc="Trinnet, hvor der står en; 0, hvis der ikke skal stå nogen.")
    fastest: bool = key("hoejst", default=False, doc="Skriv 'højst' ved trappen: hurtigere bør den ikke gå.")
    who: str = key("hvem", default="birthe", doc="Hvem der går på trappen.")
    weeks: bool = key("uger", default=False, doc="Skriv uge 1, uge 2 … på trinnene under minutterne.")


def faults(values: Values) -> Iterable[Fault]:
    minutes = values.minutes
    if not FEWEST_STEPS <= len(minutes) <= MOST_STEPS:
        yield Fault("minutter", f"trappen skal have {FEWEST_STEPS}-{MOST_STEPS} trin, her er {len(minutes)}")
    if any(m <= 0 for m in minutes):
        yield Fault("minutter", "et trin skal være mindst 1 minut")
    for a, b in pairwise(minutes):
        if b <= a:
            yield Fault("minutter", f"trappen skal stige: {b} kommer efter {a}")
        elif a > 0 and (b - a) / a > LARGEST_RISE and not values.fastest:
            yield Fault(
                "minutter",
                f"fra {a} til {b} er mere end {LARGEST_RISE:.0%} på ét trin".replace("%", " %"),
                "læg mindre til, eller skriv 'hoejst: ja'",
            )
    if not 0 <= values.step <= len(minutes):
        yield Fault("trin", f"der er {len(minutes)} trin, så ingen kan stå på trin {values.step}")
    yield from not_in_cast(hvem=values.who)


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    stair = _Stair.of(values, area)
    if not area.is_wide:
        canvas.rectangle(0, 0, area.width, area.height, "petrol2")
    stair.goal(canvas)
    stair.steps(canvas)
    if values.step:
        stair.walker(canvas)
    shown = [str(m) for m in values.minutes]
    alt = f"En trappe med {len(shown)} trin: {listed(shown)} minutter"
    if values.step:
        alt += f", og en, der går på trinnet med {values.minutes[values.step - 1]} minutter"
    return canvas.drawing(sentence(alt + (", højst så hurtigt" if values.fastest else "")))


@dataclass(frozen=True)
class _Stair:
    """Where the stair stands, pt: left edge, ground, width of a step, and pt for every minute."""

    values: Values
    area: Area
    left: float
    ground: float
    width: float
    per_minute: float

    @classmethod
    def of(cls, values: Values, area: Area) -> _Stair:
        n, most = len(values.minutes), max(values.minutes)
        on = values.minutes[values.step - 1] if values.step else most
        ground = area.height * (0.87 if area.is_wide else 1)
        # The walker needs a good third of the height to be seen; the stair takes what is left above her step.
        free = ground - (0.57 if area.is_wide else 0.46) * area.height
        highest = min(free * most / on, 0.52 * ground)
        margin = 0.05 * area.width if area.is_wide else 0.0
        return cls(values, area, margin, ground, (area.width - 2 * margin) / n, highest / most)

    def top(self, i: int) -> float:
        return self.ground - self.values.minutes[i] * self.per_minute

    @property
    def last(self) -> int:
        return len(self.values.minutes) - 1

    @property
    def unit(self) -> float:
        return self.area.height / (400 if self.area.is_wide else 540)

    def goal(self, canvas: Canvas) -> None:
        """What waits above the last step: the sun, a tree and a bench, and the word 'højst'."""
        u, top = self.unit, self.top(self.last)
        right = self.left + self.width * (self.last + 1)
        radius = min(118 * u, 0.5 * (top + 60 * u))
        x = min(right - radius + 14 * u, self.area.width - radius)
        canvas.ellipse(x, max(radius + 2, top - 66 * u), radius, fill="amber")
        if self.values.step == self.last + 1:
            return  # she stands where the tree would be
        roomy = self.width > 84 * u
        if roomy or not self.values.fastest:
            with canvas.at(min(right - 30 * u, self.area.width - 54 * u), top + 2, 0.92 * u):
                tree(canvas)
        if self.values.fastest:
            width = width_of("højst", self.area.label) + self.area.label
            x = right - (74 * u + width / 2 if roomy else max(self.width, width + 12) / 2)
            canvas.rectangle(x - 3.5 * u, top - 70 * u, 7 * u, 72 * u, "wood")
            sign(canvas, x, top - 50 * u, ("højst",), self.area.label, width)
        elif roomy:
            with canvas.at(right - 78 * u, top + 2, 0.62 * u):
                bench(canvas, width=96)

    def steps(self, canvas: Canvas) -> None:
        with canvas.group("Trappe"):
            for i in range(self.last + 1):
                hot = i == self.values.step - 1
                x, top = self.left + i * self.width, self.top(i)
                colour = "amber" if hot else ("petrol7" if i % 2 == 0 else "petrol8")
                canvas.rectangle(
                    x, top, self.width + (0.6 if i < self.last else 0), self.ground - top, colour
                )
                canvas.rectangle(x, top, self.width, 8 * self.unit, "ink" if hot else "petrol3")
        size = self.number_size
        for i in self.numbered:
            hot = i == self.values.step - 1
            number = str(self.values.minutes[i])
            text: tuple[str, ...] = (number,)
            if i in (0, self.last):
                fits = width_of(f"{number} min", size) < self.width - 8
                text = (f"{number} min",) if fits else (number, "min")
            x = self.left + (i + 0.5) * self.width
            if self.values.weeks:
                text = (*text, f"uge {i + 1}")
            baseline = self.top(i) + 8 * self.unit + 1.15 * size
            canvas.label(x, baseline, text, size, self.width, "ink" if hot else "sand0")

    @property
    def number_size(self) -> float:
        return max(self.area.label, min(1.5 * self.area.label, self.width / 3.3))

    @property
    def numbered(self) -> list[int]:
        """The steps that show their minutes: all of them, or as many as a picture may have labels."""
        n = self.last + 1
        most = MAX_LABELS - (1 if self.values.fastest else 0)
        if n <= most:
            return list(range(n))
        must = {0, self.last, max(0, self.values.step - 1)}
        others = [i for i in range(n) if i not in must]
        left_out = {others[(2 * j + 1) * len(others) // (2 * (n - most))] for j in range(n - most)}
        return [i for i in range(n) if i not in left_out]

    def walker(self, canvas: Canvas) -> None:
        i, who = self.values.step - 1, self.values.who
        free = self.top(i) - 0.02 * self.area.height
        k = min(free / HEIGHT, 0.62 * self.area.height / HEIGHT, self.width * 1.9 / 230)
        x = self.left + (i + 0.5) * self.width
        pose: Pose = POSES["waving"]
        if i < self.last:
            rise = (self.top(i) - self.top(i + 1)) / k
            # The far foot is already on the next step, so the body stands near the edge of this one.
            reach = min(96.0, 0.62 * self.width / k)
            x = self.left + (i + 1) * self.width - (reach - 34) * k
            knee = Step((reach - 8, 430 - 0.75 * rise), (reach, 570 - rise), -2)
            pose = Pose("swing_forward", "swing_back", (Step((-26, 440), (-38, 570)), knee), lean=4)
        x = min(max(x, 110 * k), self.area.width - 160 * k)
        clothes = dressed(who, top="coral7", trousers="petrol8", dress=False)
        with canvas.at(x, self.top(i) + 1, k):
            person(canvas, who, pose, clothes, holding=Holding(middle=rucksack))


FIGURE = Figure(id="trappe", name="Trappe af minutter", values=Values, draw=draw, faults=faults)
