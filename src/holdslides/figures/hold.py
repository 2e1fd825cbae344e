"""Come to the group: people round a rug, a therapist who welcomes, and one empty amber chair: yours."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed
from holdslides.kit.furniture import chair, lamp, window
from holdslides.kit.people import person
from holdslides.kit.poses import Pose, Seat
from holdslides.kit.seated import Chair, sitter
from holdslides.records import dataclass


@dataclass(frozen=True)
class Values:
    host: str = key("vaert", default="li", doc="Hvem der tager imod")


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(vaert=values.host)


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 842 x 486 on its own dark floor; any area is filled with it."""
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    k = min(w / 842, h / 486)
    middle, floor = w / 2, h - 12 * k
    canvas.rectangle(0, 0, w, h, "petrol7")
    if h - 486 * k > 100 and not area.is_wide and h < 1.2 * w:
        _wall(canvas, w, floor - 350 * k)
    with canvas.group("Tæppe"):
        canvas.ellipse(middle, floor - 44 * k, 408 * k, 56 * k, "petrol8")
        canvas.ellipse(middle, floor - 52 * k, 396 * k, 50 * k, "coral7")
    scale = 0.62 * k
    with canvas.at(middle - 8 * k, floor - 84 * k, 0.58 * k):
        clothes = dressed(values.host, top="leaf3", trousers="ink", shoes="ink", details=())
        person(
            canvas, values.host, Pose("belly", Gesture((100, 186), (174, 166), -30, "open"), tilt=2), clothes
        )
    wooden = Chair("sand4", "wood")
    with canvas.at(middle - 308 * k, floor - 48 * k, scale):
        sitter(
            canvas,
            "grace",
            "listening",
            dressed("grace", top="coral3", trousers="ink", shoes="amber"),
            on=wooden,
        )
    with canvas.at(middle + 322 * k, floor - 48 * k, scale, flip=True):
        sitter(
            canvas, "kaj", "listening", dressed("kaj", top="petrol3", trousers="sand4", details=()), on=wooden
        )
    with canvas.at(middle - 146 * k, floor - 14 * k, scale):
        clothes = dressed("poul", top="sand0", trousers="ink", shoes="ink")
        sitter(canvas, "poul", Seat("tell", "knee"), clothes, on=wooden)
    with canvas.at(middle + 148 * k, floor - 8 * k, 0.84 * k, flip=True), canvas.group("Din plads"):
        chair(canvas, "amber", 150, "amber")
    return canvas.drawing("En gruppe sidder på stole om et rundt tæppe, og en gul stol står tom.", "petrol7")


def _wall(canvas: Canvas, width: float, free: float) -> None:
    """What is above the heads where a picture is high: a window, and a lamp over the empty chair."""
    k = free / 330
    with canvas.at(0.22 * width - 87 * k, 0.12 * free, k):
        window(canvas)
    with canvas.at(0.68 * width, 0, k):
        lamp(canvas, 120)


FIGURE = Figure(id="hold", name="Kom til hold", values=Values, draw=draw, faults=faults)
