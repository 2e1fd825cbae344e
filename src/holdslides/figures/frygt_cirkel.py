"""Fear goes in a circle: five stations on a roundabout; a road leads out of it, and somebody walks there."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing, Point
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import Clothes, dressed, looking
from holdslides.kit.furniture import bench
from holdslides.kit.lettering import widest, wrapped
from holdslides.kit.nature import tree, wilted_plant
from holdslides.kit.people import person
from holdslides.kit.roads import chevron, ring_point, ring_road, signpost
from holdslides.kit.seated import TABLE_POSES, TablePose, at_table
from holdslides.kit.sentences import listed
from holdslides.kit.things import sign
from holdslides.records import dataclass

_STATIONS = 5


@dataclass(frozen=True)
class Values:
    stations: tuple[str, ...] = key(
        "led",
        default=("smerte", "bekymring", "jeg undgår", "mindre styrke", "mere smerte"),
        doc="De fem led i cirklen, med uret fra toppen",
    )
    way_out: str = key(
        "vej_ud", default="en vej ud: lidt ad gangen", doc="Ordene på vejviseren, højst 28 tegn"
    )
    who: str = key("hvem", default="birthe", doc="Hvem cirklen handler om")


def faults(values: Values) -> Iterable[Fault]:
    if len(values.stations) != _STATIONS:
        yield Fault("led", f"cirklen har fem led, her er {len(values.stations)}")
    for station in values.stations:
        if not 1 <= len(station) <= 14:
            yield Fault("led", f"'{station}' skal være på 1-14 tegn")
    if not 1 <= len(values.way_out) <= 28:
        yield Fault("vej_ud", f"der er plads til 1-28 tegn på vejviseren, her er {len(values.way_out)}")
    yield from not_in_cast(hvem=values.who)


@dataclass(frozen=True)
class _Plan:
    """Where everything lies, for a base size: stations clockwise from the top, ring, road out, walker."""

    size: Point
    centre: Point
    radii: Point
    stations: tuple[Point, ...]
    disc: float
    road: str
    road_end: Point  # between which heights the road leaves at the right
    road_marks: tuple[tuple[float, float, float], ...]
    sun: tuple[float, float, float]
    walker: tuple[float, float, float]
    post: Point


_WIDE = _Plan(
    (960, 400), (268, 196), (166, 100),
    ((268, 98), (438, 164), (344, 288), (192, 288), (112, 164)), 52,
    "M 372 178 C 470 200 430 306 560 306 L 964 306 L 964 372 L 540 372 C 400 372 350 320 330 262 Z",
    (306, 372),
    ((446, 296, 48), (506, 332, 14), (576, 339, 0), (836, 339, 0), (904, 339, 0)),
    (830, 307, 118), (742, 332, 0.44), (600, 314),
)  # fmt: skip
_TALL = _Plan(
    (842, 700), (421, 222), (262, 118),
    ((421, 106), (690, 184), (562, 352), (288, 352), (152, 184)), 66,
    "M 330 300 C 130 380 4 470 4 590 C 4 670 70 692 200 692 L 846 692 L 846 612 L 190 612 "
    "C 100 612 80 590 100 556 C 140 490 270 420 420 360 Z",
    (612, 692),
    ((78, 500, 122), (52, 608, 52), (150, 652, 4), (250, 652, 0), (520, 652, 0),
     (610, 652, 0), (798, 652, 0)),
    (700, 613, 132), (640, 668, 0.33), (296, 620),
)  # fmt: skip


def draw(values: Values, area: Area) -> Drawing:
    # The wide plan needs room for some forty letters across; a poster's large letters stand in the tall one.
    plan = _WIDE if area.is_wide and area.width >= 40 * area.label else _TALL
    canvas = Canvas(area.width, area.height)
    k = min(area.width / plan.size[0], area.height / plan.size[1])
    left, top = (area.width - plan.size[0] * k) / 2, (area.height - plan.size[1] * k) / 2
    with canvas.at(left, top, k):
        _landscape(canvas, plan)
        upper, lower = plan.road_end
        canvas.rectangle(plan.size[0] - 20, upper, left / k + 20, lower - upper, "petrol7")
        for i in (0, 1, 4, 2, 3):
            _station(canvas, plan, i, values.who)
    for (x, y), words in zip(plan.stations, values.stations, strict=True):
        _plate(canvas, left + x * k, top + (y + 0.56 * plan.disc) * k, words, area)
    lines = _sign_lines(values.way_out, area.label)
    width = widest(lines, area.label) + area.label
    x, ground = plan.post
    signpost(
        canvas,
        left + x * k,
        top + ground * k,
        lines,
        area.label,
        width,
        0.06 * area.width if plan is _WIDE else 26 * k,
    )
    with canvas.at(left, top, k), canvas.at(*plan.walker[:2], plan.walker[2]):
        person(canvas, values.who, "walking", _clothes(values.who))
    return canvas.drawing(
        f"En vej går rundt i en cirkel forbi {listed(values.stations)}, og en anden vej fører "
        "et menneske ud mod solen."
    )


def _sign_lines(words: str, label: float) -> tuple[str, ...]:
    """Broken after a colon, if there is one: it says what comes next."""
    before, colon, after = words.partition(": ")
    return (f"{before}:", after) if colon else wrapped(words, label, 7.4 * label)


def _clothes(who: str) -> Clothes:
    return dressed(who, top="coral7", trousers="petrol8", dress=False, details=())


def _landscape(canvas: Canvas, plan: _Plan) -> None:
    x, y, r = plan.sun
    with canvas.group("Sol"):
        canvas.pie(x, y, r, 180, 360, "amber")
    with canvas.at(x + 0.62 * r, y + 2, r / 124):
        tree(canvas)
    with canvas.at(x + 0.16 * r, y + 2, r / 150):
        bench(canvas)
    with canvas.group("Veje"):
        canvas.path(plan.road, "petrol7")
        ring_road(canvas, plan.centre, plan.radii, 0.9 * plan.disc)
        for angle in (-52, 90, 152, 232):
            chevron(canvas, *ring_point(plan.centre, plan.radii, angle), 0.56 * plan.disc)
        for mark in plan.road_marks:
            chevron(canvas, *mark, 0.56 * plan.disc, "amber")


def _station(canvas: Canvas, plan: _Plan, i: int, who: str) -> None:
    x, y = plan.stations[i]
    r = plan.disc
    canvas.ellipse(x, y, r + 4, fill="sand1")
    canvas.ellipse(x, y, r, fill="petrol2")
    pose = _POSES[i]
    if pose is None:
        with canvas.at(x - 4, y + 0.72 * r, 0.0142 * r):
            wilted_plant(canvas)
        return
    with canvas.at(x - 3, y + 0.74 * r, 0.0076 * r):
        shut, startled = i in (0, 2), i == 4
        look = looking(who, eyes="shut" if shut else "open", mouth="o" if startled else "none")
        at_table(canvas, who, pose, _clothes(who), look)


def _plate(canvas: Canvas, x: float, top: float, words: str, area: Area) -> None:
    """A station's name on a plate below its head, kept within the area's margins."""
    size = area.label
    width = widest((words,), size) + 0.8 * size
    x = max(0.02 * area.width + width / 2, x)
    sign(canvas, x, top + 1.86 * size, (words,), size, width)


_POSES: tuple[TablePose | None, ...] = (
    TablePose(Gesture((-122, 146), (-44, 78), -34), Gesture((92, 192), (8, 222), 184, mirror=True), 10),
    TABLE_POSES["chin"],
    TABLE_POSES["stop"],
    None,
    TABLE_POSES["ears"],
)
FIGURE = Figure(id="frygt_cirkel", name="Frygtcirklen og vejen ud", values=Values, draw=draw, faults=faults)
