"""A little every day: three people walk, cycle and lift; below them seven days with one sign each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit import paths
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed
from holdslides.kit.glyphs import ACTIVITIES
from holdslides.kit.nature import dog
from holdslides.kit.people import Holding, person
from holdslides.kit.poses import Pose
from holdslides.kit.riding import cyclist
from holdslides.kit.sentences import listed
from holdslides.kit.things import dumbbell
from holdslides.records import dataclass

_DAYS = ("man", "tir", "ons", "tor", "fre", "lør", "søn")
_RIDING = 700.0  # units from the ground to the top of a cyclist's helmet


@dataclass(frozen=True)
class Values:
    plan: tuple[str, ...] = key(
        "plan",
        default=("gaa", "loefte", "cykle", "gaa", "loefte", "gaa", "cykle"),
        doc="Et tegn til hver af ugens syv dage: gaa, cykle, loefte, svoemme eller hvile",
    )


def faults(values: Values) -> Iterable[Fault]:
    if len(values.plan) != len(_DAYS):
        yield Fault("plan", f"en uge har syv dage, her er {len(values.plan)}")
    for activity in values.plan:
        if activity not in ACTIVITIES:
            yield Fault("plan", f"'{activity}' har ikke noget tegn", f"vælg mellem {', '.join(ACTIVITIES)}")


def draw(values: Values, area: Area) -> Drawing:
    """People above, the week below; the strip grows with the labels, the people take the rest."""
    canvas = Canvas(area.width, area.height)
    margin = 0.05 * area.width
    foot = area.height * (0.87 if area.is_wide else 0.97)
    strip = min(4.6 * area.label, 0.3 * area.height)
    ground = foot - strip - 20
    room = (area.width - 2 * margin) / 3
    scale = min((ground - 6) / _RIDING, room / 520)
    if not area.is_wide:
        canvas.pie(area.width / 2, ground + 4, min(0.4 * area.width, 0.9 * ground), 180, 360, "amber")
    canvas.rectangle(margin, ground, area.width - 2 * margin, 10, "leaf", 5)
    for i, scene in enumerate((_walk, _ride, _lift)):
        with canvas.at(margin + room * (i + 0.5), ground + 2, scale):
            scene(canvas)
    _week(canvas, values.plan, (margin, foot - strip, area.width - 2 * margin, strip), area.label)
    done = list(dict.fromkeys(_IN_WORDS[activity] for activity in values.plan))
    return canvas.drawing(
        f"Tre mennesker går, cykler og løfter, og under dem står ugens syv dage med et tegn hver: "
        f"{listed(done)}."
    )


def _walk(canvas: Canvas) -> None:
    with canvas.at(-70, 0):
        person(canvas, "kaj", "leading", dressed("kaj", top="coral7"))
    with canvas.at(150, 0, 1.1):
        dog(canvas)
    canvas.curve([(62, -336), (140, -230), (206, -84)], "ink", 6)


def _ride(canvas: Canvas) -> None:
    cyclist(canvas, "lone", dressed("lone", top="leaf7", trousers="petrol7"), helmet="coral7")


def _lift(canvas: Canvas) -> None:
    pose = Pose(
        Gesture((-70, 206), (26, 204), -30, "fist"), Gesture((108, 176), (142, 86), -80, "fist"), "wide"
    )
    clothes = dressed("grace", top="petrol7", trousers="ink", shoes="coral7")
    person(canvas, "grace", pose, clothes, holding=Holding(_bell(146, 70, 6), None, _bell(44, 200, -24)))


def _bell(x: float, y: float, turn: float) -> Callable[[Canvas], None]:
    def draw_it(canvas: Canvas) -> None:
        with canvas.at(x, y, 1.05, turn):
            dumbbell(canvas)

    return draw_it


def _week(
    canvas: Canvas, plan: tuple[str, ...], box: tuple[float, float, float, float], label: float
) -> None:
    """Seven cards like a calendar's: the day on a dark head, its sign below."""
    x0, y, width, height = box
    gap = 0.012 * width
    wide = (width - 6 * gap) / 7
    head = 1.6 * label
    size = min((wide - 12) / 80, (height - head - 12) / 52)
    for i, (day, activity) in enumerate(zip(_DAYS, plan, strict=True)):
        x = x0 + i * (wide + gap)
        with canvas.group(f"Dag {i + 1}"):
            canvas.rectangle(x, y, wide, height, "sand0", 12)
            corners = [(x, y, 12.0), (x + wide, y, 12.0), (x + wide, y + head, 0.0), (x, y + head, 0.0)]
            canvas.path(paths.rounded(corners), "petrol7")
            canvas.label(x + wide / 2, y + 1.16 * label, day, label, wide, "sand0")
            with canvas.at(x + wide / 2, y + (height + head) / 2 + 2 * size, size):
                ACTIVITIES[activity](canvas)


_IN_WORDS = {"gaa": "gå", "cykle": "cykle", "loefte": "løfte", "svoemme": "svømme", "hvile": "hvile"}
FIGURE = Figure(id="ugen", name="Lidt hver dag", values=Values, draw=draw, faults=faults)
