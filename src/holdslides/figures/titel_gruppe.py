"""The title picture: some of the cast together in front of a large sun."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit import paths
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST, Clothes, dressed
from holdslides.kit.people import HEIGHT, Holding, person
from holdslides.kit.poses import Pose
from holdslides.kit.sentences import number, sentence
from holdslides.kit.things import walking_stick
from holdslides.records import dataclass

MOST_PEOPLE = 6


@dataclass(frozen=True)
class Values:
    who: tuple[str, ...] = key(
        "hvem",
        default=("inger", "samir", "poul", "amina", "kaj"),
        doc=(
            "Hvem der står der, fra venstre (1-6): amina, birthe, grace, inger, kaj, li, lone, mette, "
            "poul, samir."
        ),
    )


def faults(values: Values) -> Iterable[Fault]:
    for name in values.who:
        yield from not_in_cast(hvem=name)
    if not 1 <= len(values.who) <= MOST_PEOPLE:
        yield Fault("hvem", f"der kan stå 1-{MOST_PEOPLE} mennesker, her er {len(values.who)}")
    if len(set(values.who)) < len(values.who):
        yield Fault("hvem", "det samme menneske står der to gange")


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    middle = w * (0.7 if area.is_wide else 0.5)
    unit = min(h / 540, w / (960 if area.is_wide else 600))
    foot = h - 46 * unit
    # The sun is cut off behind the hill, so that nothing reaches beyond the picture.
    start, rim = paths.arc(middle, foot - 194 * unit, 270 * unit, 134, 406)
    canvas.path([("M", *start), *rim, ("Z",)], "amber")
    _hill(canvas, w, h, middle, foot, unit)
    _group(canvas, values.who, middle, foot, unit)
    count = len(values.who)
    people = "Ét menneske" if count == 1 else f"{number(count)} mennesker i forskellige aldre"
    return canvas.drawing(sentence(people, "står sammen" if count > 1 else "står", "foran en stor sol"))


def _hill(canvas: Canvas, w: float, h: float, middle: float, foot: float, unit: float) -> None:
    left, top = max(0.0, middle - 342 * unit), foot - 44 * unit
    canvas.path(
        [
            ("M", left, h),
            ("C", middle - 242 * unit, foot - 18 * unit, middle - 112 * unit, top, middle + 18 * unit, top),
            ("C", middle + 138 * unit, top, w - 60 * unit, foot - 30 * unit, w, foot - 10 * unit),
            ("L", w, h),
            ("Z",),
        ],
        "petrol7",
    )


def _group(canvas: Canvas, who: tuple[str, ...], middle: float, foot: float, unit: float) -> None:
    """Every second one stands a little further back; the outer ones turn towards the middle."""
    n = len(who)
    step = min(98.0 if n > 3 else 124.0, 420 / max(1, n - 1)) * unit
    scale = (352 if n > 3 else 392) * unit / HEIGHT
    order = sorted(range(n), key=lambda i: (i % 2 == 0, i))
    for i in order:
        x = middle + step * (i - (n - 1) / 2)
        y = foot - (26 * unit if i % 2 else 0) - (8 * unit if 0 < i < n - 1 else 0)
        turned = i > (n - 1) / 2
        with canvas.at(x, y, scale * CAST[who[i]].stature, flip=turned):
            name = who[i]
            person(canvas, name, _POSES.get(name, "standing"), _CLOTHES.get(name), holding=_HOLDING.get(name))


def _stick(canvas: Canvas) -> None:
    with canvas.at(164, 592):
        walking_stick(canvas)


_CLOTHES: dict[str, Clothes] = {
    "inger": Clothes(
        "petrol5",
        "petrol7",
        "ink",
        dress=True,
        sleeves="coral7",
        accent="coral7",
        details=("dots", ("cardigan")),
    ),
    "poul": Clothes("sand0", "petrol8", "wood", accent="coral", details=("braces",)),
    "kaj": Clothes("sand0", "petrol7", collar="petrol5", accent="coral7", details=("stripes",)),
    "birthe": dressed("birthe", accent="petrol3", details=("stripes",)),
    "lone": dressed("lone", top="petrol7", trousers="ink"),
    "mette": dressed("mette", top="coral7", accent="coral3", details=("buttons",)),
}
_POSES: dict[str, Pose | str] = {
    "inger": Pose("belly", Gesture((96, 178), (160, 146), -50, "open"), tilt=3),
    "samir": Pose("hang", "hang", tilt=-2),
    "poul": Pose("hip", "hang"),
    "amina": "hands_folded",
    "kaj": Pose("hang", "stick", tilt=4),
    "grace": Pose("hip", "hang"),
    "birthe": "hands_folded",
    "lone": Pose("heart", "hang"),
    "mette": Pose("hang", "belly", tilt=-3),
    "li": "explaining",
}
_HOLDING: dict[str, Holding] = {"kaj": Holding(back=_stick)}
FIGURE = Figure(id="titel_gruppe", name="Gruppe på forsiden", values=Values, draw=draw, faults=faults)
