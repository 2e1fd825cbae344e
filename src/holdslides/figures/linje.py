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
    ("amina", 0.29, "hands_folded", False),
    ("poul", 0.55, "thinking", False),
    ("kaj", 0.81, "explaining", True),
)
_STATURE = 0.37

_SHOES = {"amina": "coral7", "poul": "wood", "kaj": "coral"}
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
    """Composed for 490 x 480 on the activity ground: a sign on a post stands at each end of the line."""
    canvas = Canvas(area.width, area.height)
    k = min(area.width / 490, area.height / 480)
    left, line = (area.width - 490 * k) / 2, area.height - 104 * k
    first, last = left + 84 * k, left + 456 * k  # the question's bubble reaches in from the left
    with canvas.group("Gulv"):
        canvas.ellipse((first + last) / 2, line, 214 * k, 58 * k, "amber3")
    with canvas.group("Linje"):
        # Thin and in the floor's own plane, or it reads as a plank that somebody stands on.
        canvas.line(first, line, last, line, "coral7", 8 * k, round_ends=False)
        for end in (first, last):
            canvas.line(
                end - 5 * k, line + 14 * k, end + 5 * k, line - 14 * k, "coral7", 7 * k, round_ends=False
            )
    size = 1.2 * area.label
    for text, end in zip(values.ends, (first, last), strict=True):
        lines = lines_of(text, 8)
        width = widest(lines, size) + 1.2 * size
        board = line - 262 * k
        foot = line - 26 * k
        canvas.ellipse(end, foot, 26 * k, 7 * k, "ink")
        canvas.rectangle(end - 5 * k, board, 10 * k, foot - board, "wood", 4 * k)
        x = min(max(end, left + width / 2 + 4), left + 490 * k - width / 2 - 12)
        sign(canvas, x, board, lines, size, width)
    for who, share, pose, turned in _STANDING:
        clothes = dressed(who, top=_TOPS[who], trousers="ink", shoes=_SHOES[who], dress=False, details=())
        x = left + 490 * k * share
        with canvas.at(x, line + 5 * k, _STATURE * k, flip=turned):
            person(canvas, who, pose, clothes)
    return canvas.drawing(
        sentence(
            f"Tre mennesker står på en linje på gulvet fra »{plain(values.ends[0])}« til "
            f"»{plain(values.ends[1])}«, en i hver ende og en midt imellem"
        )
    )


FIGURE = Figure(id="linje", name="Linjen på gulvet", values=Values, draw=draw, faults=faults)
