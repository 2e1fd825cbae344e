"""A flare-up is a bump on the road: the same person before it with a plan, on it with a stick, and beyond it."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed, looking
from holdslides.kit.nature import tree
from holdslides.kit.people import Holding, person
from holdslides.kit.poses import WALKING, Pose, Step
from holdslides.kit.things import clipboard, walking_stick
from holdslides.records import dataclass

_ROAD = 306.0


@dataclass(frozen=True)
class Values:
    peak: float = key("top", default=1.0, doc="Hvor høj bumpen er, 0.4-1.2")
    who: str = key("hvem", default="poul", doc="Hvem der går")
    with_plan: bool = key("plan", default=True, doc="Om den første holder en plan i hånden")


def faults(values: Values) -> Iterable[Fault]:
    if not 0.4 <= values.peak <= 1.2:
        yield Fault("top", "bumpens højde skal være fra 0.4 til 1.2", "en højere top ligner en vulkan")
    yield from not_in_cast(hvem=values.who)


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 960 x 400; other areas show the same scene, scaled to fit and set at their foot."""
    canvas = Canvas(area.width, area.height)
    k = min(area.width / 960, area.height / 400)
    rise = 74 * values.peak
    beside = (area.width / k - 960) / 2
    with canvas.at(beside * k, area.height - 400 * k, k):
        canvas.ellipse(846, 122, 96, fill="amber")
        _road(canvas, rise, beside)
        with canvas.at(896, _ROAD - 42, 0.92):
            tree(canvas)
        _three_times(canvas, values, rise)
    first = "først med en plan" if values.with_plan else "først på vej"
    return canvas.drawing(
        f"Den samme person tre gange på en vej: {first}, så med stok oppe på et bump, til sidst på vej videre.",
        under_footer="petrol7",
    )


def _road(canvas: Canvas, rise: float, beside: float) -> None:
    """The ground with its bump and the road's middle line; `beside` carries both on to the area's edges."""
    g, top = _ROAD, _ROAD - rise
    left, right = -beside, 960 + beside
    canvas.path(
        [
            ("M", left, g), ("L", 250, g), ("C", 350, g, 380, top, 470, top), ("C", 560, top, 590, g - 4, 690, g - 6),
            ("C", 780, g - 12, 860, g - 40, 960, g - 46), ("L", right, g - 46),
            ("L", right, 400), ("L", left, 400), ("Z",),
        ],
        "petrol7",
    )  # fmt: skip
    canvas.path(
        [
            ("M", 250, g), ("C", 350, g, 380, top, 470, top), ("C", 560, top, 590, g - 4, 690, g - 6),
            ("C", 590, g + 4, 360, g + 6, 250, g), ("Z",),
        ],
        "coral",
    )  # fmt: skip
    line = [
        (left, g + 24), (120, g + 24), (250, g + 24), (330, g + 8), (400, g - rise * 0.62 + 24), (470, top + 24),
        (540, g - rise * 0.62 + 24), (612, g + 4), (690, g + 17), (780, g + 6), (880, g - 14), (right, g - 22),
    ]  # fmt: skip
    canvas.curve(line, "sand0", 5, dash=(16, 13))


def _three_times(canvas: Canvas, values: Values, rise: float) -> None:
    who = values.who
    clothes = dressed(who, top="petrol7", trousers="ink", shoes="wood", dress=False, details=())
    reading = Pose(Gesture((-40, 214), (70, 192), -30), Gesture((100, 196), (132, 150), -40), tilt=8)
    sore = Pose("loin", "stick", (Step((-24, 440), (-52, 570)), Step((50, 430), (52, 570))), lean=12, tilt=6)
    with canvas.at(142, _ROAD + 2, 0.36):
        if values.with_plan:
            person(canvas, who, reading, clothes, holding=Holding(middle=_plan))
        else:
            person(canvas, who, WALKING, clothes)
    with canvas.at(466, _ROAD - rise + 3, 0.34):
        person(canvas, who, sore, clothes, looking(who, eyes="shut"), Holding(back=_stick))
    with canvas.at(744, _ROAD - 8, 0.36):
        person(canvas, who, WALKING, clothes)


def _plan(canvas: Canvas) -> None:
    with canvas.at(62, 140, 1.75, 8):
        clipboard(canvas)


def _stick(canvas: Canvas) -> None:
    with canvas.at(164, 592):
        walking_stick(canvas)


FIGURE = Figure(id="opblussen", name="Opblussen er et bump på vejen", values=Values, draw=draw, faults=faults)
