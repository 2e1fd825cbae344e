"""The meeting in the brain: everybody who has a say sits round one table inside it."""

from __future__ import annotations

import math
from collections.abc import Iterable

from holdslides.drawing import Colour, Drawing
from holdslides.figures import MAX_LABELS, Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.brains import STAGE, brain
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import Clothes
from holdslides.kit.lettering import widest
from holdslides.kit.seated import at_table, from_behind
from holdslides.kit.sentences import lines_of, listed, plain, sentence
from holdslides.kit.things import coffee_pot, mug, sign
from holdslides.records import dataclass

FEWEST_SEATS = 3


@dataclass(frozen=True)
class Values:
    seats: tuple[str, ...] = key(
        "pladser",
        default=(
            "erfaringer",
            "tanker og forventninger",
            "kroppens signaler",
            "humør",
            "folk og vaner|omkring dig",
            "arv",
            "kroppens|skrueknap",
        ),
        doc=(
            "Hvem der sidder ved bordet (3-8). Den første halvdel sidder bagest. En lodret streg deler "
            "linjen."
        ),
    )
    speaker: str = key(
        "taler", default="kroppens signaler", doc="Den plads, der rækker hånden op; tom, hvis ingen gør."
    )


def faults(values: Values) -> Iterable[Fault]:
    if not FEWEST_SEATS <= len(values.seats) <= MAX_LABELS:
        yield Fault(
            "pladser",
            f"der er plads til {FEWEST_SEATS}-{MAX_LABELS} ved bordet, her er {len(values.seats)}",
        )
    if values.speaker and values.speaker not in values.seats:
        yield Fault("taler", f"'{values.speaker}' sidder ikke ved bordet")
    elif values.speaker in values.seats[(len(values.seats) + 1) // 2 :]:
        yield Fault("taler", f"'{values.speaker}' sidder med ryggen til", "flyt pladsen frem i listen")


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    room = _Room.of(values, area)
    brain(canvas, room.cx, room.cy, room.rx, room.ry, STAGE, depth=0.32 if area.is_wide else 0.45)
    room.people_behind(canvas)
    room.table(canvas)
    room.signs_on_table(canvas)
    room.people_in_front(canvas)
    seats = listed([plain(seat) for seat in values.seats])
    raised = f", og {plain(values.speaker)} rækker hånden op" if values.speaker else ""
    return canvas.drawing(sentence(f"Et møde inde i hjernen: Om bordet sidder {seats}{raised}"))


@dataclass(frozen=True)
class _Seat:
    label: str
    lines: tuple[str, ...]
    width: float  # of the sign, pt
    x: float


@dataclass(frozen=True)
class _Room:
    """The brain's middle and radii, the scale of the people, and the two rows of seats, pt."""

    speaker: str
    label: float
    cx: float
    cy: float
    rx: float
    ry: float
    scale: float
    edge: float  # the table's far edge in the middle
    front: float  # middle of the heads in front
    behind: tuple[_Seat, ...]
    in_front: tuple[_Seat, ...]

    @classmethod
    def of(cls, values: Values, area: Area) -> _Room:
        height = area.height * (0.875 if area.is_wide else 1)
        rx = min(0.475 * area.width, 1.08 * height)
        ry = min(0.42 * height, rx / 1.3)
        cx, cy = area.width / 2, 0.98 * ry + 0.075 * rx + 3  # the outline bulges beyond its radii
        half = (len(values.seats) + 1) // 2
        sign_height = area.label * 3
        scale = min((1.95 * ry - 1.7 * sign_height - 0.05 * height) / 451, 1.6 * rx / (half * 195))
        edge = cy - 0.86 * ry + 254 * scale
        front = edge + 0.78 * sign_height + 8 + 62 * scale
        far, near = (1.78 * rx, 1.4 * rx) if area.is_wide else (1.88 * rx, 1.52 * rx)
        behind = _spread(values.seats[:half], area.label, cx, far, 0)
        narrowest = min(190 * scale, near / max(1, len(values.seats) - half) - 8)
        in_front = _spread(values.seats[half:], area.label, cx, near, narrowest)
        return cls(values.speaker, area.label, cx, cy, rx, ry, scale, edge, front, behind, in_front)

    @property
    def table_radii(self) -> tuple[float, float]:
        return 0.86 * self.rx, (self.front + 96 * self.scale - self.edge) / 2

    def far_edge(self, x: float) -> float:
        """The table's far edge at x."""
        a, b = self.table_radii
        return self.edge + b - b * math.sqrt(max(0.0, 1 - ((x - self.cx) / a) ** 2))

    def people_behind(self, canvas: Canvas) -> None:
        for i, seat in enumerate(self.behind):
            who, pose, clothes = _BEHIND[i]
            raised = "raised" if seat.label == self.speaker else pose
            with canvas.at(
                seat.x, self.far_edge(seat.x) + 44 * self.scale, self.scale, flip=seat.x > self.cx + 1
            ):
                at_table(canvas, who, raised, clothes)

    def table(self, canvas: Canvas) -> None:
        a, b = self.table_radii
        with canvas.group("Bord"):
            canvas.ellipse(self.cx, self.edge + b + 11 * self.scale + 4, a, b, "ink")
            canvas.ellipse(self.cx, self.edge + b, a, b, "petrol7")

    def signs_on_table(self, canvas: Canvas) -> None:
        for seat in self.behind:
            height = (1.14 * len(seat.lines) + 0.72) * self.label
            y = self.far_edge(seat.x) + 0.72 * max(height, 2.2 * self.label)
            fill: Colour = "amber" if seat.label == self.speaker else "sand0"
            sign(canvas, seat.x, y, seat.lines, self.label, seat.width, fill, foot="petrol3")
        if len(self.in_front) > 1 and self.in_front[1].x - self.in_front[0].x > 200 * self.scale:
            x = (self.in_front[0].x + self.in_front[1].x) / 2
            with canvas.at(x + 22 * self.scale, self.front + 50 * self.scale, 0.8 * self.scale):
                coffee_pot(canvas)
                with canvas.at(-66, 4):
                    mug(canvas, "coral3")

    def people_in_front(self, canvas: Canvas) -> None:
        for i, seat in enumerate(self.in_front):
            who, clothes = _IN_FRONT[i]
            with canvas.at(seat.x, self.front + 232 * self.scale, self.scale):
                from_behind(canvas, who, clothes)
            self._chair_back(canvas, seat)

    def _chair_back(self, canvas: Canvas, seat: _Seat) -> None:
        """A chair whose back is the sign, high enough to hide where the body ends."""
        k, size = self.scale, self.label
        text = 1.14 * size * len(seat.lines)
        top, height = self.front + 112 * k, max(text + 0.72 * size, 124 * k)
        left = seat.x - seat.width / 2
        with canvas.group("Stol"):
            for side in (-1, 1):
                x = seat.x + side * (seat.width / 2 - 6)
                canvas.capsule(x, top - 6, 5, x + side * 5, top + height + 40 * k, 4, "wood")
            canvas.rectangle(left, top, seat.width, height, "sand0", 6)
            baseline = top + (height - text) / 2 + 0.88 * size
            canvas.label(seat.x, baseline, seat.lines, size, seat.width - 0.5 * size, leading=1.14)


def _spread(
    labels: tuple[str, ...], size: float, cx: float, width: float, narrowest: float
) -> tuple[_Seat, ...]:
    """A row of seats: each as wide as its sign, or as `narrowest` where that leaves a gap between the signs."""
    lines = [lines_of(label) for label in labels]
    signs = [max(widest(rows, size) + size, 4.6 * size) for rows in lines]
    least = 0.6 * size * (len(labels) - 1)
    while narrowest > min(signs) and sum(max(sign, narrowest) for sign in signs) + least > width:
        narrowest *= 0.97
    widths = [max(sign, narrowest) for sign in signs]
    gap = (width - sum(widths)) / max(1, len(labels) - 1) if len(labels) > 1 else 0
    gap = min(gap, 2.4 * size if narrowest == 0 else 5 * size)
    x = cx - (sum(widths) + gap * (len(labels) - 1)) / 2
    seats = []
    for label, rows, own in zip(labels, lines, widths, strict=True):
        seats.append(_Seat(label, rows, own, x + own / 2))
        x += own + gap
    return tuple(seats)


# Hands and faces must show against the brain's pink: those whose skin is near it sit with their backs to us.
_BEHIND = (
    ("samir", "open", Clothes("sand0")),
    ("inger", "chin", Clothes("leaf7")),
    ("grace", "folded", Clothes("petrol7")),
    ("amina", "heart", Clothes("petrol8")),
)
_IN_FRONT = (
    ("poul", Clothes("amber")),
    ("mette", Clothes("leaf3")),
    ("lone", Clothes("petrol3")),
    ("birthe", Clothes("sand0")),
)
FIGURE = Figure(id="moede", name="Mødet i hjernen", values=Values, draw=draw, faults=faults)
