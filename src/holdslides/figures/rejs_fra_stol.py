"""Rising from a chair: one person in colour halfway up, and the two ends of the movement as pale echoes."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST, dressed
from holdslides.kit.furniture import chair
from holdslides.kit.nature import disc_above
from holdslides.kit.people import person
from holdslides.kit.poses import Pose, Seat
from holdslides.kit.seated import sitter
from holdslides.kit.sentences import sentence
from holdslides.records import dataclass

_ON_THIGHS = (Gesture((-34, -122), (58, -74), 14), Gesture((60, -130), (96, -80), 14))
_REACH = (Gesture((40, -150), (112, -186), -8), Gesture((96, -170), (170, -206), -8))


@dataclass(frozen=True)
class Values:
    who: str = key("hvem", default="birthe", doc="Hvem der rejser sig")
    ground: str = key("bund", default="leaf", doc="leaf (med gulv) eller amber (aktivitet)")


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(hvem=values.who)
    if values.ground not in ("leaf", "amber"):
        yield Fault("bund", f"'{values.ground}' kan ikke bruges", "vælg leaf eller amber")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 842 x 560: as high as the standing echo allows, in the middle of the area."""
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    activity = values.ground == "amber"
    if activity and w > 2.2 * h:
        return _one_after_another(canvas, values.who)
    free = h - 44 if activity else h  # the footer stands below the chair, or on the floor
    k = min(w / 842, free / 560)
    floor, middle = free - 18 * k, w / 2
    echo = "amber3" if activity else "leaf3"
    if activity:
        canvas.ellipse(middle + 20 * k, floor + 2, 330 * k, 15, "amber3")
    else:
        disc_above(canvas, middle + 10 * k, floor - 190 * k, 340 * k, floor, "leaf2")
        canvas.rectangle(0, floor, w, h - floor, "leaf")
    scale = 0.8 * k
    clothes = dressed(values.who, top="coral7", trousers="petrol8", dress=False, details=())
    with canvas.at(middle - 96 * k, floor, scale):
        with canvas.silhouette(echo), canvas.group("Først"):
            sitter(canvas, values.who, Seat(*_REACH, lean=2, tilt=-4), clothes, on=None)
        with canvas.silhouette(echo), canvas.group("Til sidst"), canvas.at(190, 0):
            person(canvas, values.who, Pose("hang", "open", tilt=-4), clothes)
        with canvas.at(-18, 0, 1.06):
            chair(canvas)
        with canvas.at(64, 0):
            sitter(canvas, values.who, "rising", clothes, on=None)
    return canvas.drawing(
        sentence(
            f"{CAST[values.who].seen_as} rejser sig fra en stol;",
            "lyse skygger viser vejen fra at sidde til at stå",
        ),
        None if activity else "leaf",
    )


def _one_after_another(canvas: Canvas, who: str) -> Drawing:
    """The same person three times from left to right, with the chair: seated, halfway up, standing."""
    w, floor = canvas.width, canvas.height - 58
    scale = (floor - 8) / 668
    clothes = dressed(who, top="coral7", trousers="petrol8", dress=False, details=())
    for i, name in enumerate(("Sidder", "Rejser sig", "Står")):
        x = w * (0.2 + 0.3 * i)
        canvas.ellipse(x, floor + 2, 0.105 * w, 13, "amber3")
        with canvas.group(name), canvas.at(x - 26 * scale, floor, scale):
            with canvas.at(-18, 0, 1.06):
                chair(canvas)
            if i == 0:
                sitter(canvas, who, Seat(*_ON_THIGHS), clothes, on=None)
            elif i == 1:
                with canvas.at(64, 0):
                    sitter(canvas, who, "rising", clothes, on=None)
            else:
                with canvas.at(128, 0):
                    person(canvas, who, Pose("hang", "open", tilt=-4), clothes)
        if i:
            canvas.line(x - 0.136 * w, 0.55 * floor, x - 0.084 * w, 0.55 * floor, "ink", 5, arrow=True)
    seen = CAST[who].seen_as
    return canvas.drawing(
        sentence(f"{seen} tre gange ved den samme stol:", "først siddende, så på vej op og til sidst stående")
    )


FIGURE = Figure(id="rejs_fra_stol", name="Rejs dig fra stolen", values=Values, draw=draw, faults=faults)
