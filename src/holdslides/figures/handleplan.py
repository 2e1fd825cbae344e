"""The plan as a walk: the same person at seven places on a path that climbs towards home."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing, Point
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.figures._plan_scenes import SCENES
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.journey import house
from holdslides.kit.lettering import width_of
from holdslides.kit.nature import tree
from holdslides.kit.sentences import listed
from holdslides.records import dataclass

_STEPS = 7


@dataclass(frozen=True)
class Values:
    steps: tuple[str, ...] = key(
        "trin",
        default=("0 tillid", "1 viden", "2 mønster", "3 skru", "4 prøv", "5 mål", "6 hold fast"),
        doc="Ordene ved de syv trin, tallet med",
    )
    reached: int = key(
        "naaet", default=-1, doc="Det trin, holdet er nået til, 0-6; -1 viser alle lige tydeligt"
    )
    who: str = key("hvem", default="birthe", doc="Hvem der går vejen")
    helper: str = key("hjaelper", default="samir", doc="Hvem der giver hånd ved starten")


def faults(values: Values) -> Iterable[Fault]:
    if len(values.steps) != _STEPS:
        yield Fault("trin", f"vejen har syv trin, her er {len(values.steps)}")
    for step in values.steps:
        if not 1 <= len(step) <= 12:
            yield Fault("trin", f"'{step}' skal være på 1-12 tegn")
    if not -1 <= values.reached < _STEPS:
        yield Fault(
            "naaet", f"trinnene går fra 0 til 6, her er {values.reached}", "-1 viser alle lige tydeligt"
        )
    yield from not_in_cast(hvem=values.who, hjaelper=values.helper)


@dataclass(frozen=True)
class _Route:
    """The path for a base size: each station's ground point, scale and way, the path's line, hills, house."""

    size: Point
    foot: float  # how much of the height has to be seen, pt
    stations: tuple[tuple[float, float, float, bool], ...]
    path: tuple[tuple[float, float, float], ...]
    hills: tuple[str, str]
    sun: tuple[float, float, float]
    home: tuple[float, float, float]
    tree: tuple[float, float, float] | None


_WIDE = _Route(
    (960, 400), 400,
    ((114, 298, 0.345, False), (232, 293, 0.345, False), (336, 284, 0.345, False), (478, 272, 0.335, False),
     (602, 256, 0.325, False), (708, 238, 0.315, False), (814, 218, 0.325, False)),
    ((-4, 304, 20), (96, 302, 20), (222, 297, 19), (340, 288, 18), (470, 275, 17), (586, 259, 16),
     (702, 240, 15), (822, 218, 14), (966, 194, 13)),
    ("M 0 236 C 200 236 420 216 560 176 C 700 136 840 110 960 104 L 960 400 L 0 400 Z",
     "M 0 284 C 240 284 480 262 660 224 C 780 198 880 178 960 168 L 960 400 L 0 400 Z"),
    (876, 108, 92), (892, 194, 0.84), None,
)  # fmt: skip
_TALL = _Route(
    (842, 700), 650,
    ((140, 634, 0.246, False), (386, 632, 0.246, False), (610, 628, 0.246, False), (640, 408, 0.244, True),
     (356, 404, 0.244, True), (250, 184, 0.25, False), (520, 180, 0.26, False)),
    ((16, 640, 16), (140, 640, 16), (386, 638, 16), (640, 632, 16), (786, 590, 16), (800, 476, 16),
     (660, 416, 16), (356, 412, 15), (140, 392, 15), (46, 300, 15), (96, 216, 14), (250, 192, 14),
     (520, 188, 13), (846, 181, 13)),
    ("M 0 130 C 240 130 520 96 842 84 L 842 700 L 0 700 Z",
     "M 0 160 C 300 160 560 152 842 138 L 842 700 L 0 700 Z"),
    (690, 92, 86), (692, 164, 0.9), (792, 164, 0.9),
)  # fmt: skip


@dataclass(frozen=True)
class _Map:
    """A route laid into an area: things keep their proportions (`k`), places spread across (`kx`)."""

    route: _Route
    area: Area

    @property
    def kx(self) -> float:
        return self.area.width / self.route.size[0]

    @property
    def k(self) -> float:
        return min(self.kx, (self.area.height - self._below) / self.route.foot)

    @property
    def top(self) -> float:
        return self.area.height - self._below - self.route.foot * self.k

    @property
    def _below(self) -> float:
        """What the lowest words need below the route's foot; a wide slide's footer stands there instead."""
        return 0 if self.route is _WIDE else 1.6 * self.area.label

    def at(self, x: float, y: float) -> Point:
        return x * self.kx, self.top + y * self.k

    @property
    def room(self) -> float:
        """The width a station's words may take, pt."""
        return 122 * self.kx if self.route is _WIDE else 250 * self.kx


def draw(values: Values, area: Area) -> Drawing:
    """Wide: one climb from left to right. Narrow, or with large letters: three bends, from the bottom."""
    plan = _Map(_WIDE if area.is_wide and area.width >= 40 * area.label else _TALL, area)
    canvas = Canvas(area.width, area.height)
    _landscape(canvas, plan)
    _stones(canvas, plan, values.reached)
    for i in sorted(range(_STEPS), key=lambda i: plan.route.stations[i][1]):
        _person(canvas, plan, i, values)
    for i, words in enumerate(values.steps):
        _words(canvas, plan, i, words, reached=i == values.reached)
    return canvas.drawing(
        f"Det samme menneske går op ad bakke mod et hus forbi syv steder: "
        f"{listed(values.steps)}{_reached(values)}.",
        under_footer="leaf2",
    )


def _reached(values: Values) -> str:
    return f"; nået til {values.steps[values.reached]}" if values.reached >= 0 else ""


def _landscape(canvas: Canvas, plan: _Map) -> None:
    """Hills and path across the whole area, the house at the path's end."""
    route, k = plan.route, plan.k
    x, y, r = route.sun
    canvas.ellipse(*plan.at(x, y), r * k, fill="amber")
    _, foot = plan.at(0, route.foot - 2)
    canvas.rectangle(0, foot, canvas.width, max(2.0, canvas.height - foot), "leaf2")
    with canvas.at(0, plan.top, k, squeeze=plan.kx / k):
        canvas.path(route.hills[0], "leaf3")
        canvas.path(route.hills[1], "leaf2")
        with canvas.group("Sti"):
            canvas.tube(route.path, "sand0")
    x, y, size = route.home
    with canvas.at(*plan.at(x, y), size * k):
        house(canvas)
    if route.tree:
        x, y, size = route.tree
        with canvas.at(*plan.at(x, y), size * k):
            tree(canvas)


def _stones(canvas: Canvas, plan: _Map, reached: int) -> None:
    for i, (x, y, size, _) in enumerate(plan.route.stations):
        size *= plan.k
        canvas.ellipse(*plan.at(x, y + 3), 150 * size, 30 * size, "amber" if i == reached else "sand2")


def _person(canvas: Canvas, plan: _Map, i: int, values: Values) -> None:
    """The station's scene; what lies beyond the reached step is still an echo."""
    x, y, size, turned = plan.route.stations[i]
    with canvas.at(*plan.at(x, y), size * plan.k, flip=turned):
        if 0 <= values.reached < i:
            with canvas.silhouette("petrol3"):
                SCENES[i](canvas, values.who, values.helper)
        else:
            SCENES[i](canvas, values.who, values.helper)


def _words(canvas: Canvas, plan: _Map, i: int, words: str, reached: bool) -> None:
    x, y = plan.at(*plan.route.stations[i][:2])
    size = plan.area.label
    y += 16 * plan.k + 1.25 * size
    if reached:
        wide = width_of(words, size) + size
        canvas.rectangle(x - wide / 2, y - 1.06 * size, wide, 1.46 * size, "amber", 0.5 * size)
    canvas.label(x, y, words, size, plan.room)


FIGURE = Figure(id="handleplan", name="Handleplanens vej", values=Values, draw=draw, faults=faults)
