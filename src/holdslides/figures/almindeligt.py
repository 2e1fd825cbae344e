"""Nearly everybody: a street where the front row carries on with a hand to the back, before quiet silhouettes."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST, dressed, looking
from holdslides.kit.nature import dog
from holdslides.kit.people import CHILD_CLOTHES, ChildPose, Holding, child, person
from holdslides.kit.poses import Pose, Step
from holdslides.kit.things import basket, crate
from holdslides.records import dataclass

_BEHIND = ("samir", "amina", "birthe", "grace", "lone", "kaj", "poul", "mette", "li", "inger", "samir")


@dataclass(frozen=True)
class Values:
    sore: str = key("sted", default="ryg", doc="Hvor hånden hviler: ryg, nakke eller ben")


def faults(values: Values) -> Iterable[Fault]:
    if values.sore not in _PLACES:
        yield Fault("sted", f"'{values.sore}' kan ikke vises", f"vælg mellem {', '.join(_PLACES)}")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 960 x 400; other areas show the same street, scaled to their width and set at their foot."""
    canvas = Canvas(area.width, area.height)
    k = area.width / 960
    gesture, words = _PLACES[values.sore]
    with canvas.at(0, area.height - 400 * k, k):
        _behind(canvas)
        canvas.rectangle(-2, 336, 964, 66, "petrol7")
        _front(canvas, gesture)
    return canvas.drawing(
        f"Helt almindelige mennesker går og cykler på gaden, og flere af dem har en hånd på {words}.",
        under_footer="petrol7",
    )


def _behind(canvas: Canvas) -> None:
    with canvas.silhouette("petrol2"), canvas.group("Mange mennesker"):
        for i, who in enumerate(_BEHIND):
            pose = Pose(("loin", "hang", "hip", "hang")[i % 4], "hang")
            with canvas.at(42 + 87.6 * i, 318, 0.365 * CAST[who].stature, flip=i % 2 == 0):
                person(canvas, who, pose)


def _front(canvas: Canvas, sore: str) -> None:
    scale, y = 0.41, 346
    lead = Gesture((88, 190), (126, 232), 30, "fist")
    with canvas.at(86, y, scale):
        person(canvas, "kaj", Pose(sore, lead, "walk", lean=5, tilt=4), dressed("kaj", top="coral7"))
    with canvas.at(176, y, 0.46):
        dog(canvas)
    canvas.curve([(144, y - 146), (176, y - 96), (198, y - 44)], "ink", 2.6)
    from holdslides.kit.riding import cyclist

    with canvas.at(324, y, scale):
        cyclist(canvas, "lone")
    with canvas.at(462, y, scale):
        person(canvas, "amina", Pose(sore, "belly", tilt=0))
    with canvas.at(576, y, scale):
        person(canvas, "samir", "carrying", holding=Holding(middle=_crate))
    _grandfather(canvas, scale, y)
    with canvas.at(884, y, scale, flip=True):
        clothes = dressed("birthe", top="coral7", trousers="petrol8")
        far = Gesture((96, 196), (112, 246), 90, "fist")
        person(canvas, "birthe", Pose(sore, far, "walk", tilt=2), clothes, holding=Holding(front=_basket))


def _grandfather(canvas: Canvas, scale: float, y: float) -> None:
    legs = (Step((-16, 206), (-26, 270)), Step((18, 206), (32, 270)))
    holding_on = ChildPose(
        Gesture((-54, 70), (-86, 6), -100, mirror=True), Gesture((44, 130), (52, 180), 80), legs, -10
    )
    with canvas.at(698, y, scale):
        pose = Pose("hang", Gesture((96, 206), (118, 292), 80), tilt=8)
        clothes = dressed("poul", top="leaf7", trousers="ink", details=())
        person(canvas, "poul", pose, clothes, looking("poul", eyes="happy"))
    with canvas.at(778, y, scale):
        child(canvas, holding_on, CHILD_CLOTHES)


def _crate(canvas: Canvas) -> None:
    with canvas.at(84, 250):
        crate(canvas)


def _basket(canvas: Canvas) -> None:
    with canvas.at(114, 262):
        basket(canvas)


_PLACES = {
    "ryg": ("loin", "ryggen"),
    "nakke": ("neck", "nakken"),
    "ben": ("low", "benet"),
}
FIGURE = Figure(id="almindeligt", name="Mange har det", values=Values, draw=draw, faults=faults)
