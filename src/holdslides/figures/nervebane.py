"""Where a nerve root is felt: a path from the low back down the leg, or from the neck out into the arm."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing, Point
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST, dressed
from holdslides.kit.nature import disc_above
from holdslides.kit.people import HEIGHT, person
from holdslides.kit.poses import Pose
from holdslides.records import dataclass

_BEHIND = ("samir", "birthe", "kaj", "amina", "poul", "lone", "mette", "inger")


@dataclass(frozen=True)
class Values:
    start: str = key(
        "fra", default="laend", doc="Hvor banen begynder: laend (ned i benet) eller nakke (ud i armen)"
    )
    who: str = key("hvem", default="grace", doc="Hvem der mærker det")


@dataclass(frozen=True)
class _Way:
    """A nerve's way in units of the person's own frame, and how she stands and is dressed beside it."""

    points: tuple[Point, ...]
    pose: Pose
    top: str
    trousers: str
    words: str


def faults(values: Values) -> Iterable[Fault]:
    if values.start not in _WAYS:
        yield Fault("fra", f"'{values.start}' kan ikke vises", f"vælg mellem {', '.join(_WAYS)}")
    if values.who not in CAST:
        yield Fault("hvem", f"'{values.who}' findes ikke", f"vælg mellem {', '.join(sorted(CAST))}")


def draw(values: Values, area: Area) -> Drawing:
    """One person in front of many; the ground runs across any area."""
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    ground = 0.865 * h if area.is_wide else 0.93 * h
    k = (ground - 14) / (HEIGHT + 10)
    if not area.is_wide:
        canvas.rectangle(0, 0, w, h, "petrol2")
    disc_above(canvas, w / 2, ground - 0.42 * h, 0.44 * h, ground, "amber3")
    _others(canvas, w, ground, 0.8 * k)
    canvas.rectangle(-2, ground - 10, w + 4, h - ground + 12, "petrol7")
    way = _WAYS[values.start]
    with canvas.at(w / 2, ground, k):
        _somebody(canvas, values.who, way)
    return canvas.drawing(
        f"Foran mange andre står en, hvor en rød bane viser vejen {way.words}.", under_footer="petrol7"
    )


def _others(canvas: Canvas, width: float, ground: float, k: float) -> None:
    """Quiet people on both sides, the middle left free."""
    free, step = 300 * k, 190 * k
    with canvas.silhouette("petrol2" if width > 700 else "petrol3"), canvas.group("Mange andre"):
        x, i = width / 2 - free, 0
        while x > 140 * k - 50:  # nobody is cut by the edge further than a figure may bleed
            for place in (x, width - x):
                with canvas.at(place, ground - 6, k * CAST[_BEHIND[i % 8]].stature, flip=place > width / 2):
                    person(canvas, _BEHIND[i % 8], Pose(("hang", "hip")[i % 2], "hang"))
                i += 1
            x -= step


def _somebody(canvas: Canvas, who: str, way: _Way) -> None:
    clothes = dressed(who, top=way.top, trousers=way.trousers, shoes="coral7", dress=False)
    person(canvas, who, way.pose, clothes)
    with canvas.group("Nervens vej"):
        canvas.curve(way.points, "sand0", 25)
        canvas.curve(way.points, "coral", 15)
        x, y = way.points[0]
        canvas.ellipse(x, y, 21, fill="sand0")
        canvas.ellipse(x, y, 15, fill="coral")


_WAYS = {
    "laend": _Way(
        ((-26, -318), (-34, -262), (-30, -152), (-32, -40)),
        Pose("hip", "hang", tilt=4),
        "petrol7",
        "ink",
        "fra lænden og ned gennem benet",
    ),
    "nakke": _Way(
        ((-8, -508), (-56, -490), (-82, -440), (-88, -386), (-72, -306)),
        Pose("hang", "hang", tilt=4),
        "petrol7",
        "ink",
        "fra nakken og ud gennem armen",
    ),
}
FIGURE = Figure(id="nervebane", name="Nervens vej", values=Values, draw=draw, faults=faults)
