"""The cup model: taps fill a cup that may run over, and the three ways out."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures import _ways_out as ways_out
from holdslides.keys import key
from holdslides.kit import water
from holdslides.kit.canvas import Canvas
from holdslides.kit.sentences import listed, number, sentence
from holdslides.records import dataclass, replace

MOST_TAPS = 8
CLOSED, DRIPPING, RUNNING, GUSHING = range(4)
_JET = {RUNNING: 8.0, GUSHING: 18.0}
_USUAL_FLOWS = (RUNNING, GUSHING, DRIPPING, GUSHING, RUNNING, DRIPPING, RUNNING, GUSHING)


@dataclass(frozen=True)
class Values:
    taps: tuple[str, ...] = key(
        "haner",
        default=("arbejde", "krop", "tanker", "søvn", "familie"),
        doc="Hvad der står over hver hane (1-8). Et tomt navn giver et tomt skilt til at tale om.",
    )
    flows: tuple[int, ...] = key(
        "styrke",
        default=(),
        doc="Hvor meget hver hane løber: 0 lukket, 1 drypper, 2 løber, 3 løber stærkt. Ét tal for hver hane.",
    )
    level: float = key("fyldt", default=1.0, doc="Hvor fuld koppen er, fra 0 (tom) til 1 (fuld).")
    overflow: bool = key("loeber_over", default=True, doc="Om en fuld kop løber over.")
    ways_out: bool = key(
        "udveje", default=False, doc="Vis de tre veje i stedet: hæld ud, skru ned, få en større kop."
    )
    ground: bool = key("grund", default=True, doc="Mal en flade bag koppen.")


def faults(values: Values) -> Iterable[Fault]:
    if not values.taps:
        yield Fault("haner", "koppen skal have mindst én hane")
    if len(values.taps) > MOST_TAPS:
        yield Fault("haner", f"koppen kan højst have {MOST_TAPS} haner, her er {len(values.taps)}")
    if values.flows and len(values.flows) != len(values.taps):
        yield Fault("styrke", f"{len(values.taps)} haner, men {len(values.flows)} tal for styrke")
    if any(flow not in range(4) for flow in values.flows):
        yield Fault("styrke", "en hanes styrke er 0, 1, 2 eller 3")
    if not 0 <= values.level <= 1:
        yield Fault("fyldt", f"koppen kan ikke være {values.level:g} fuld", "skriv et tal fra 0 til 1")


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    if values.ways_out:
        return ways_out.draw(canvas, area, values.ground)
    plan = _Plan.beside(values, area) if not area.is_wide else _Plan.under_headline(values, area)
    under_footer = _ground(canvas, area, plan) if values.ground else None
    plan.cup(canvas)
    plan.plumbing(canvas)
    return canvas.drawing(_alt(values), under_footer)


def _ground(canvas: Canvas, area: Area, plan: _Plan) -> str | None:
    with canvas.group("Baggrund"):
        canvas.rectangle(0, 0, area.width, area.height, "coral2")
        table = plan.rim + 186 * plan.scale
        if area.is_wide:
            canvas.rectangle(0, table, area.width, area.height - table, "amber2")
            return "amber2"
        canvas.rectangle(0, table, area.width, area.height - table, "coral3")
    return None


def _alt(values: Values) -> str:
    names = [name for name in values.taps if name]
    taps = f"{number(len(values.taps))} {'haner' if len(values.taps) > 1 else 'hane'}"
    named = f": {listed(names)}" if names else " med tomme skilte"
    if values.level >= 1:
        state = "som løber over" if values.overflow else "som er fyldt til kanten"
    elif values.level > 0:
        state = f"som er {round(values.level * 100)} procent fuld"
    else:
        state = "som er tom"
    return sentence(f"En kop, {state}, under {taps}{named}")


@dataclass(frozen=True)
class _Plan:
    """Where the cup and its taps are, pt: the middle and height of the rim, the height of the pipe."""

    values: Values
    area: Area
    cx: float
    rim: float
    scale: float
    tap_scale: float
    pipe: float

    @classmethod
    def beside(cls, values: Values, area: Area) -> _Plan:
        """For a square or upright area: taps along one pipe, or on pipes from the sides when it is narrow."""
        scale = min(area.width / 538, area.height / 519)
        plan = cls(values, area, 0, 0, scale, 0.94 * scale, 1.25 * area.label + 0.125 * area.height)
        if plan.needs_pipes_from_the_sides:
            scale *= 0.92
            pipe = area.label * 1.5 * plan.pipes_on_each_side + 0.04 * area.height
            plan = replace(plan, scale=scale, pipe=pipe, tap_scale=min(0.8 * scale, plan.step / 46))
        return replace(plan, cx=area.width / 2 - 12 * scale, rim=area.height - 250 * scale)

    @classmethod
    def under_headline(cls, values: Values, area: Area) -> _Plan:
        """For a low, wide area: pipes from both sides with the names on them."""
        plan = cls(values, area, area.width / 2, 0, 0.7, 0.72 * area.height / 400, 0)
        pipe = area.label * 1.5 * plan.pipes_on_each_side
        rim = pipe + 71 * plan.tap_scale + 0.08 * area.height
        plan = replace(plan, rim=rim, scale=(area.height * 0.875 - rim) / 250, pipe=pipe)
        return replace(plan, tap_scale=min(plan.tap_scale, plan.step / 44))

    @property
    def pipes_on_each_side(self) -> int:
        return (len(self.values.taps) + 1) // 2

    @property
    def needs_pipes_from_the_sides(self) -> bool:
        widest = max(len(name) for name in self.values.taps) * 0.56 * self.area.label
        return len(self.values.taps) > 5 or widest > self.step

    @property
    def step(self) -> float:
        """From one tap to the next, so that every jet lands in the water."""
        mouth = 2 * water.half_width(192 * (1 - self.values.level)) - 44
        return min(86.0, mouth / max(1, len(self.values.taps) - 1)) * self.scale

    @property
    def flows(self) -> tuple[int, ...]:
        return self.values.flows or _USUAL_FLOWS[: len(self.values.taps)]

    @property
    def tap_xs(self) -> list[float]:
        n = len(self.values.taps)
        return [self.cx + self.step * (i - (n - 1) / 2) for i in range(n)]

    def surface(self, x: float) -> float:
        """Where a jet at x lands, pt from the top: on the water, nearer the front in the middle."""
        level = self.values.level
        if level >= 1:
            near = 1 - min(1.0, abs(x - self.cx) / (178 * self.scale))
            return self.rim + (4 + 8 * min(1.0, 2 * near) - 6) * self.scale
        return self.rim + 192 * (1 - level) * self.scale

    def cup(self, canvas: Canvas) -> None:
        values = self.values
        with canvas.at(self.cx, self.rim, self.scale):
            water.saucer(canvas)
            if values.level < 1:
                water.cup_cut_open(canvas, values.level)
                return
            water.cup(canvas)
            water.water_in_cup(canvas, 1)
            if values.overflow:
                water.spill(canvas)

    def plumbing(self, canvas: Canvas) -> None:
        k = self.tap_scale
        mouth = self.pipe + 70 * k
        for x, flow in zip(self.tap_xs, self.flows, strict=True):
            if flow in _JET:
                water.jet(canvas, x, mouth, self.surface(x), _JET[flow] * max(0.5, k))
            elif flow == DRIPPING:
                fall = self.surface(x) - mouth
                with canvas.group("Dråber"):
                    water.drop(canvas, x, mouth + fall * 0.22, 5 * k + 0.5)
                    water.drop(canvas, x, mouth + fall * 0.6, 6 * k + 0.5)
        if self.area.is_wide or self.needs_pipes_from_the_sides:
            self._pipes_from_the_sides(canvas)
        else:
            self._pipe_across(canvas)
        for x, flow in zip(self.tap_xs, self.flows, strict=True):
            with canvas.at(x, self.pipe, k):
                water.tap(canvas, turn=90 if flow == CLOSED else 0)

    def _pipe_across(self, canvas: Canvas) -> None:
        thick, label = 18 * self.tap_scale, self.area.label
        with canvas.group("Rør"):
            canvas.rectangle(0, self.pipe - thick / 2, self.area.width, thick, "ink")
        for x, name in zip(self.tap_xs, self.values.taps, strict=True):
            y = self.pipe - thick / 2 - 0.75 * label
            if name:
                canvas.label(x, y, name, label, max(self.step, 60))
            else:
                _plate(canvas, x, y - 0.35 * label, 0.88 * self.step, label)

    def _pipes_from_the_sides(self, canvas: Canvas) -> None:
        n, label, thick = len(self.values.taps), self.area.label, 12 * self.tap_scale / 0.72
        for i, (x, name) in enumerate(zip(self.tap_xs, self.values.taps, strict=True)):
            from_left = i < self.pipes_on_each_side
            outward = i if from_left else n - 1 - i
            y = self.pipe - outward * 1.5 * label
            edge = 0.0 if from_left else self.area.width
            with canvas.group("Rør"):
                _elbow(canvas, edge, x, y, self.pipe, thick)
            margin = 48 if self.area.is_wide else 8
            room = abs(x - edge) - margin - 22 * self.tap_scale
            width = min(room, max(5.0, len(name)) * 0.6 * label + 0.8 * label)
            away = margin + room - width / 2 if from_left else abs(x - edge) - 22 * self.tap_scale - width / 2
            middle = away if from_left else edge - away
            _plate(canvas, middle, y, width, label)
            if name:
                canvas.label(middle, y + 0.35 * label, name, label, width - 4)


def _elbow(canvas: Canvas, edge: float, x: float, y: float, down_to: float, thick: float) -> None:
    half = thick / 2
    end = x - half if edge > x else x + half
    canvas.rectangle(min(edge, end), y - half, abs(end - edge), thick, "ink")
    if down_to > y:
        canvas.rectangle(x - half, y - half, thick, down_to - y + half, "ink")


def _plate(canvas: Canvas, x: float, y: float, width: float, label: float) -> None:
    canvas.rectangle(x - width / 2, y - 0.66 * label, width, 1.32 * label, "sand0", 6)


FIGURE = Figure(id="kop", name="Kop under haner", values=Values, draw=draw, faults=faults)
