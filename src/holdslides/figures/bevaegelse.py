"""One everyday movement, large: a walk with the dog, a ride on the bicycle, something light lifted."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed
from holdslides.kit.nature import dog
from holdslides.kit.people import Holding, person
from holdslides.kit.poses import Pose
from holdslides.kit.riding import cyclist
from holdslides.kit.things import basket, dumbbell
from holdslides.records import dataclass


@dataclass(frozen=True)
class Values:
    what: str = key("hvad", default="gaa", doc="gaa, cykle eller loefte")


def faults(values: Values) -> Iterable[Fault]:
    if values.what not in _MOVES:
        yield Fault("hvad", f"'{values.what}' findes ikke", f"vælg mellem {', '.join(_MOVES)}")


def draw(values: Values, area: Area) -> Drawing:
    """The mover stands on the area's lower edge, as tall as it allows."""
    canvas = Canvas(area.width, area.height)
    move, width, height, alt = _MOVES[values.what]
    scale = min(0.95 * area.height / height, 0.96 * area.width / width)
    with canvas.at(area.width / 2, area.height - 0.02 * area.height, scale):
        move(canvas)
    return canvas.drawing(alt)


def _walk(canvas: Canvas) -> None:
    with canvas.at(-196, 0):
        person(canvas, "kaj", Pose("swing_back", "lead", "walk", lean=3), dressed("kaj", trousers="ink"))
    canvas.curve([(-60, -352), (44, -230), (180, -110)], "ink", 5)
    with canvas.at(136, 0, 1.45):
        dog(canvas)


def _ride(canvas: Canvas) -> None:
    cyclist(canvas, "amina", dressed("amina", top="petrol7", trousers="ink", dress=False, details=()))
    with canvas.at(150, -250, 0.85):
        basket(canvas)


def _lift(canvas: Canvas) -> None:
    def weights(c: Canvas) -> None:
        for x in (-186, 186):
            with c.at(x, 58, 1.15):
                dumbbell(c)

    pose = Pose(
        Gesture((-150, 150), (-182, 72), -100, "fist", mirror=True),
        Gesture((150, 150), (182, 72), -80, "fist"),
        "wide",
        tilt=-2,
    )
    clothes = dressed("inger", top="coral7", trousers="petrol8", dress=False)
    person(canvas, "inger", pose, clothes, holding=Holding(back=weights))


_MOVES: dict[str, tuple[Callable[[Canvas], None], float, float, str]] = {
    "gaa": (_walk, 620, 665, "En ældre mand går tur med sin hund."),
    "cykle": (_ride, 480, 720, "En kvinde kører på cykel."),
    "loefte": (_lift, 500, 680, "En ældre kvinde løfter to små håndvægte."),
}
FIGURE = Figure(id="bevaegelse", name="Én bevægelse", values=Values, draw=draw, faults=faults)
