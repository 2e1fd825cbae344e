"""Twelve weeks as twelve stepping stones: white ones, then the amber ones by which most are much better.

The last stones differ from the first in more than colour: they are ringed, they all lead one way, and the first
and the last of them bear their week.
"""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST, dressed
from holdslides.kit.nature import tree
from holdslides.kit.people import person
from holdslides.kit.sentences import sentence
from holdslides.records import dataclass

WEEKS = 12
_WIDTH = 842.0
_EARLIEST = 7


@dataclass(frozen=True)
class Values:
    first: int = key("fra", default=8, doc="Den første af de gule uger (7-11)")
    who: str = key("hvem", default="lone", doc="Hvem der går på stenene")


def faults(values: Values) -> Iterable[Fault]:
    if not _EARLIEST <= values.first < WEEKS:
        yield Fault("fra", f"den første gule uge er fra {_EARLIEST} til {WEEKS - 1}")
    yield from not_in_cast(hvem=values.who)


# Where each stone lies in a picture of 842 x 560, and half its width: near and large first. One line that never
# turns back: where it did, a reader took the stone above for the next one.
_STONES = (
    (80, 480, 60), (194, 493, 58), (299, 475, 55), (365, 428, 53), (407, 377, 50), (445, 326, 48),
    (485, 280, 45), (532, 239, 43), (586, 205, 40), (646, 177, 38), (708, 155, 35), (770, 140, 33),
)  # fmt: skip


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 842 x 560; water fills any area, the far shore runs across it."""
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    k = min(w / 842, h / 560)
    shore = h - 440 * k  # just above the last stone
    canvas.rectangle(0, shore, w, h - shore, "petrol7")
    _shore(canvas, w, shore, k)
    with canvas.at(w / 2 - 421 * k, h - 560 * k, k), canvas.group("Tolv uger"):
        for i, (x, y, r) in enumerate(_STONES, 1):
            _stone(canvas, x, y, r, i >= values.first)
        for i in (1, values.first, WEEKS):
            _week(canvas, i, area.label / k)
        with canvas.at(236, 484, 0.42):
            clothes = dressed(values.who, top="coral", trousers="sand2", shoes="amber")
            person(canvas, values.who, "walking", clothes)
    return canvas.drawing(
        sentence(
            f"{CAST[values.who].seen_as} går ad tolv trædesten over vandet, én for hver uge;",
            f"uge {values.first} til {WEEKS} er gule og fører i land",
        )
    )


def _week(canvas: Canvas, number: int, label: float) -> None:
    """The week's name on the water: above the first stone, below the last one, to the left of the others."""
    x, y, r = _STONES[number - 1]
    size = max(label, 32.0)
    word, pt = f"uge {number}", size * canvas.scale
    if number == 1:
        canvas.label(x, y - 0.42 * r - 0.4 * size, word, pt, 2 * x * canvas.scale, "sand0")
    elif number == WEEKS:
        below = y + 0.57 * r + 1.2 * size
        canvas.label(_WIDTH - 10, below, word, pt, 200 * canvas.scale, "sand0", align="right")
    else:
        beside = x - 1.15 * r
        canvas.label(beside, y + 0.1 * size, word, pt, 170 * canvas.scale, "sand0", align="right")


def _shore(canvas: Canvas, w: float, shore: float, k: float) -> None:
    canvas.path(
        [
            ("M", 0, shore + 2),
            ("L", 0, shore - 34 * k),
            ("C", w * 0.22, shore - 92 * k, w * 0.5, shore - 86 * k, w * 0.72, shore - 40 * k),
            ("C", w * 0.84, shore - 16 * k, w * 0.94, shore - 10 * k, w, shore - 8 * k),
            ("L", w, shore + 2),
            ("Z",),
        ],
        "leaf",
    )
    with canvas.at(w / 2 + 300 * k, shore - 22 * k, 0.58 * k):
        tree(canvas, colour="leaf7", shade="leaf7")


def _stone(canvas: Canvas, x: float, y: float, r: float, is_goal: bool) -> None:
    canvas.ellipse(x, y + 0.15 * r, r, 0.42 * r, "ink")
    if is_goal:
        canvas.ellipse(x, y, r, 0.42 * r, "sand0")
        canvas.ellipse(x, y, 0.86 * r, 0.33 * r, "amber")
    else:
        canvas.ellipse(x, y, r, 0.42 * r, "petrol2")


FIGURE = Figure(id="uger", name="Tolv uger", values=Values, draw=draw, faults=faults)
