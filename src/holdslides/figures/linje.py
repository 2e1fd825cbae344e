"""A line on the floor between two signs: everybody stands where it fits them."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed
from holdslides.kit.lettering import widest
from holdslides.kit.people import person
from holdslides.kit.sentences import lines_of, plain, sentence
from holdslides.kit.things import sign
from holdslides.records import dataclass

_STANDING = (
    ("amina", 0.19, "hands_folded", False),
    ("poul", 0.46, "thinking", False),
    ("kaj", 0.79, "explaining", True),
)

_TOPS = {"amina": "leaf7", "poul": "coral7", "kaj": "petrol7"}


@dataclass(frozen=True)
class Values:
    ends: tuple[str, ...] = key(
        "ender",
        default=("jeg undgår", "jeg knokler på"),
        doc="Det, der står på skiltet i hver ende af linjen",
    )


def faults(values: Values) -> Iterable[Fault]:
    if len(values.ends) != 2:
        yield Fault("ender", f"linjen har to ender, men her er {len(values.ends)}")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 490 x 480 on the activity ground: the signs hang above the ends of the line."""
    canvas = Canvas(area.width, area.height)
    k = min(area.width / 490, area.height / 480)
    left, floor = (area.width - 490 * k) / 2, area.height - 92 * k
    with canvas.group("Linje"):
        canvas.line(left + 26 * k, floor + 6 * k, left + 464 * k, floor + 6 * k, "petrol7", 15 * k)
        canvas.line(
            left + 26 * k, floor + 6 * k, left + 464 * k, floor + 6 * k, "sand0", 6 * k, (16 * k, 12 * k)
        )
    for who, share, pose, turned in _STANDING:
        clothes = dressed(who, top=_TOPS[who], trousers="ink", dress=False, details=())
        with canvas.at(left + 490 * k * share, floor + 4 * k, 0.4 * k, flip=turned):
            person(canvas, who, pose, clothes)
    size = 1.2 * area.label
    for end, align in zip(values.ends, (0, 1), strict=True):
        lines = lines_of(end, 8)
        width = widest(lines, size) + 1.2 * size
        x = left + (490 * k - width / 2 - 6 if align else width / 2 + 6)
        sign(canvas, x, floor - 288 * k, lines, size, width)
    return canvas.drawing(
        sentence(
            f"Tre mennesker står hvert sit sted på en linje fra »{plain(values.ends[0])}« til »{plain(values.ends[1])}«"
        )
    )


FIGURE = Figure(id="linje", name="Linjen på gulvet", values=Values, draw=draw, faults=faults)
