"""The same picture twice: beside one film somebody is at ease, beside the other somebody hurts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed, looking
from holdslides.kit.furniture import panel
from holdslides.kit.panels import Box, pair
from holdslides.kit.people import HEIGHT, Holding, person
from holdslides.kit.poses import Pose, Step
from holdslides.kit.scans import scan
from holdslides.kit.things import mug
from holdslides.records import dataclass


@dataclass(frozen=True)
class Values:
    part: str = key("led", default="ryg", doc="Hvad skanningen viser: ryg, nakke, knae eller hofte")
    titles: tuple[str, ...] = key(
        "titler", default=("Uden smerter", "Med smerter"), doc="Overskrifterne på de to billeder"
    )


def faults(values: Values) -> Iterable[Fault]:
    if values.part not in _SORE:
        yield Fault("led", f"'{values.part}' kan ikke vises", f"vælg mellem {', '.join(_SORE)}")
    if len(values.titles) != 2:
        yield Fault("titler", f"der skal være to overskrifter, her er {len(values.titles)}")
    for title in values.titles:
        if not 1 <= len(title) <= 14:
            yield Fault("titler", f"'{title}' skal være på 1-14 tegn")


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    at_ease, sore = pair(area.width, area.height, area.label)
    for box, ground, title in ((at_ease, "leaf2", values.titles[0]), (sore, "coral2", values.titles[1])):
        panel(canvas, box.x, box.y, box.width, box.height, ground)
        size = 1.2 * area.label
        canvas.label(box.right - 24, box.y + 14 + size, title, size, 0.62 * box.width, align="right")
        k = min((box.height - 56) / 268, 0.42 * box.width / 188)
        with canvas.at(box.x + 36 * k, box.y + (box.height - 268 * k) / 2, k):
            scan(canvas, values.part)
    pose, words = _SORE[values.part]
    _beside(canvas, at_ease, area.label, _relaxed)
    _beside(canvas, sore, area.label, lambda c: _hurting(c, pose))
    return canvas.drawing(
        f"Den samme skanning af {words} to gange: én af dem, den er taget af, drikker kaffe i ro og mag, "
        "den anden har ondt."
    )


def _beside(canvas: Canvas, box: Box, label: float, draw_person: Callable[[Canvas], None]) -> None:
    """Somebody in the free part of the panel: below its title, or left of it in a long panel."""
    foot = box.bottom - 0.04 * box.height
    if box.width > 1.9 * box.height:
        x, scale = box.x + 0.47 * box.width, (foot - box.y - 12) / HEIGHT
    else:
        x = box.x + 0.74 * box.width
        scale = min((foot - box.y - 2.4 * label) / HEIGHT, 0.46 * box.width / 330)
    with canvas.at(x, foot, scale):
        draw_person(canvas)


def _relaxed(canvas: Canvas) -> None:
    drinking = Pose(Gesture((-92, 200), (-6, 196), -20), "hang", tilt=-3)
    clothes = dressed("amina", shoes="coral7")
    person(canvas, "amina", drinking, clothes, looking("amina", eyes="happy"), Holding(front=_cup))


def _cup(canvas: Canvas) -> None:
    with canvas.at(30, 206, 1.5):
        mug(canvas, "coral7")


def _hurting(canvas: Canvas, pose: Pose) -> None:
    clothes = dressed("poul", top="petrol7", trousers="ink", details=())
    person(canvas, "poul", pose, clothes, looking("poul", eyes="shut"))


_BENT = (Step((-10, 440), (-34, 570)), Step((36, 436), (28, 570)))
_HAND_DOWN = Gesture((96, 200), (60, 268), 120)
# Where the hand goes when it hurts, and what the film shows.
_SORE: dict[str, tuple[Pose, str]] = {
    "ryg": (Pose("loin", _HAND_DOWN, _BENT, lean=16, tilt=6), "en ryg"),
    "nakke": (Pose("neck", "hang", _BENT, lean=4, tilt=12), "en nakke"),
    "knae": (
        Pose(Gesture((-4, 236), (56, 344), 70), Gesture((112, 214), (112, 330), 84),
             (Step((-34, 440), (-60, 570)), Step((74, 428), (66, 570))), lean=26, tilt=2),
        "et knæ",
    ),
    "hofte": (Pose(Gesture((-124, 216), (-58, 322), 56), "hang", _BENT, lean=8, tilt=8), "en hofte"),
}  # fmt: skip
FIGURE = Figure(id="to_skanninger", name="To ens skanninger", values=Values, draw=draw, faults=faults)
