"""A walk with a rest on the way: somebody sits on a bench, somebody else walks on with a rollator."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.cast import CAST, dressed
from holdslides.kit.nature import disc_above, tree
from holdslides.kit.people import Holding, person
from holdslides.kit.poses import Pose, Seat
from holdslides.kit.seated import sitter
from holdslides.kit.sentences import sentence
from holdslides.records import dataclass

_LEAN = 9


@dataclass(frozen=True)
class Values:
    seated: str = key("sidder", default="poul", doc="Hvem der sidder på bænken")
    walking: str = key("gaar", default="inger", doc="Hvem der går med rollator")


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(sidder=values.seated, gaar=values.walking)


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 842 x 520; hills and path run across any area."""
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    k = min(w / 842, h / 520)
    low = 54.0 if area.is_wide else 22 * k  # on a slide the footer stands on the path
    k = min(k, (h - low) / 498)
    path, middle = h - low, w / 2
    disc_above(canvas, middle - 176 * k, path - 104 * k, 240 * k, path, "amber")
    with canvas.at(middle + 340 * k, path - 48 * k, 1.7 * k):
        tree(canvas)
    canvas.path(
        [
            ("M", 0, path),
            ("L", 0, path - 64 * k),
            ("C", w * 0.24, path - 132 * k, w * 0.52, path - 112 * k, w, path - 46 * k),
            ("L", w, path),
            ("Z",),
        ],
        "leaf3",
    )
    ground = "leaf7" if area.is_wide else "leaf"  # the footer can be read on the darker green only
    canvas.rectangle(0, path, w, h - path, ground)
    with canvas.at(middle - 204 * k, path + 2 * k, 0.72 * k):
        _on_bench(canvas, values.seated)
    with canvas.at(middle + 66 * k, path + 2 * k, 0.74 * k):
        _with_rollator(canvas, values.walking)
    return canvas.drawing(
        sentence(
            f"{CAST[values.seated].seen_as} sidder og hviler på en bænk,",
            f"mens {CAST[values.walking].seen_as} går forbi med sin rollator",
        ),
        ground,
    )


def _on_bench(canvas: Canvas, who: str) -> None:
    with canvas.group("Bænk"):
        for x in (-180, 72):
            canvas.capsule(x, -150, 8, x - 8, -6, 7, "ink")
            canvas.capsule(x - 26, -150, 8, x - 56, -330, 7, "ink")
        for y, back in ((-300, -56), (-252, -48), (-204, -40)):
            canvas.rectangle(-212 + back + 40, y, 300, 26, "wood", 9)
        canvas.rectangle(-232, -164, 352, 26, "wood", 9)
    seat = Seat(lean=-3)
    clothes = dressed(who, top="petrol7", trousers="ink", shoes="ink")
    sitter(canvas, who, seat, clothes, on=None)


def _with_rollator(canvas: Canvas, who: str) -> None:
    near, far = (84, 252), (140, 246)
    pose = Pose(
        Gesture((-34, 220), near, 4, "fist"),
        Gesture((96, 210), far, 4, "fist"),
        "stroll",
        lean=_LEAN,
        tilt=-6,
    )
    clothes = dressed(who, top="coral7", trousers="petrol8", dress=False, collar="sand0")
    with canvas.at(0, -592), canvas.at(0, 310, 1, _LEAN), canvas.at(0, -310):
        grip = canvas.point(near[0] + 16, near[1])
    person(canvas, who, pose, clothes, holding=Holding())
    x, y = (grip[0] - canvas.point(0, 0)[0]) / canvas.scale, (grip[1] - canvas.point(0, 0)[1]) / canvas.scale
    with canvas.at(x, y):
        _rollator(canvas, -y)


def _rollator(canvas: Canvas, high: float) -> None:
    """A rollator seen from the side, its grip at the origin, the ground `high` below it."""
    with canvas.group("Rollator"):
        canvas.tube([(-22, 2, 9), (14, 0, 8), (34, 18, 7)], "ink")
        canvas.tube([(34, 16, 7), (52, 120, 7), (92, high - 34, 7)], "petrol5")
        canvas.tube([(50, 112, 7), (20, 190, 7), (2, high - 30, 7)], "petrol5")
        canvas.capsule(26, 176, 6, 82, 176, 6, "petrol5")
        canvas.path("M 34 186 L 112 186 L 104 246 L 44 246 Z", "amber")
        canvas.rectangle(28, 178, 90, 15, darker("amber", 0.2), 6)
        for wheel in (0, 94):
            canvas.ellipse(wheel, high - 27, 27, fill="ink")
            canvas.ellipse(wheel, high - 27, 11, fill="sand2")


FIGURE = Figure(id="baenk", name="En bænk på vejen", values=Values, draw=draw, faults=faults)
