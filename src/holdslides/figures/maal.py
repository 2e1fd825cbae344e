"""A far goal and its first step: stepping stones that shrink towards a bench on a hill, where somebody waits."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.cast import dressed
from holdslides.kit.furniture import bench
from holdslides.kit.nature import tree
from holdslides.kit.people import CHILD_CLOTHES, ChildPose, child, person
from holdslides.kit.poses import Pose, Step
from holdslides.records import dataclass

_STONES = (
    (356, 318, 42, 12.5), (446, 308, 36, 10.5), (530, 294, 31, 9), (606, 272, 26, 7.5),
    (668, 246, 22, 6.2), (712, 222, 18, 5.2), (742, 204, 14, 4),
)  # fmt: skip


@dataclass(frozen=True)
class Values:
    first: str = key("foerste", default="1", doc="Ordet eller tallet på den første sten, højst 8 tegn")


def faults(values: Values) -> Iterable[Fault]:
    if not 1 <= len(values.first) <= 8:
        yield Fault("foerste", "der er plads til 1-8 tegn på den første sten")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 960 x 400; other areas show the same scene, scaled to their width and set at their foot."""
    canvas = Canvas(area.width, area.height)
    k = area.width / 960
    with canvas.at(0, area.height - 400 * k, k):
        _landscape(canvas, min(1.02, (area.height / k - 234) / 158))
        for x, y, rx, ry in _STONES:
            canvas.ellipse(x, y + rx * 0.14, rx, ry, "leaf7")
            canvas.ellipse(x, y, rx, ry, "sand0")
        canvas.ellipse(252, 341, 58, 17, darker("amber", 0.35))
        canvas.ellipse(252, 334, 58, 17, "amber")
        canvas.label(252, 334 + area.label * 0.36 / k, values.first, area.label, 100 * k)
        _waiting(canvas)
        _walker(canvas, min(0.5, (area.height / k - 66) / 668))
    return canvas.drawing(
        "En ældre kvinde vinker og tager det første skridt på en række sten op mod en bænk og et barn i solen.",
        under_footer="leaf2",
    )


def _landscape(canvas: Canvas, crown: float) -> None:
    canvas.ellipse(800, 132, 128, fill="amber")
    canvas.path("M 0 280 C 180 220 420 280 620 210 C 740 166 860 160 960 172 L 960 400 L 0 400 Z", "leaf3")
    canvas.path("M 0 330 C 240 290 520 346 960 280 L 960 400 L 0 400 Z", "leaf2")
    with canvas.at(904, 172, crown):
        tree(canvas)
    with canvas.at(830, 172, 0.74):
        bench(canvas, width=96)


def _waiting(canvas: Canvas) -> None:
    pose = ChildPose(
        Gesture((-50, 96), (-84, 40), -100, "open", mirror=True),
        Gesture((48, 96), (80, 36), -80, "open"),
        tilt=-4,
    )
    with canvas.at(768, 192, 0.31, flip=True):
        child(canvas, pose, CHILD_CLOTHES)


def _walker(canvas: Canvas, scale: float) -> None:
    legs = (Step((-24, 460), (-34, 570)), Step((40, 460), (70, 560), -10))
    with canvas.at(146, 354, scale):
        person(canvas, "inger", Pose("swing_back", "wave", legs, tilt=-2), dressed("inger", top="coral7"))


FIGURE = Figure(id="maal", name="Mål og første skridt", values=Values, draw=draw, faults=faults)
