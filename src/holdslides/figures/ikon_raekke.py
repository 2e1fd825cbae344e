"""So many of so many: people in colour on a dark step, the rest as quiet silhouettes on a light one."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Colour, Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST
from holdslides.kit.people import HEIGHT, person
from holdslides.kit.poses import Pose
from holdslides.kit.sentences import number, plain, sentence
from holdslides.records import dataclass

_ROW = ("inger", "samir", "birthe", "kaj", "amina", "poul", "grace", "mette", "li", "lone")


@dataclass(frozen=True)
class Values:
    count: int = key("antal", default=8, doc="Hvor mange der står i farver")
    total: int = key("ud_af", default=10, doc="Ud af hvor mange, højst 10")
    label: str = key(
        "etiket",
        default="",
        doc="Ordene under dem i farver, fx 'over 8 af 10'. En lodret streg deler linjen.",
    )
    rest_label: str = key("etiket_resten", default="", doc="Ordene under resten, fx 'de andre'")


def faults(values: Values) -> Iterable[Fault]:
    if not 2 <= values.total <= len(_ROW):
        yield Fault("ud_af", f"rækken kan have 2-{len(_ROW)} mennesker, her er {values.total}")
    if not 0 <= values.count <= values.total:
        yield Fault("antal", f"antallet skal være fra 0 til {values.total}, her er {values.count}")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 960 x 400, where the row stands on y 300 and the words under it; two rows where it is high."""
    if not area.is_wide:
        return _in_two_rows(values, area)
    canvas = Canvas(area.width, area.height)
    margin = 48 * area.width / 960
    place = (area.width - 2 * margin) / values.total
    scale = min(0.41 * area.height / 400, place / 180)
    step = area.height * 0.75
    split = margin + place * values.count
    if values.count:
        canvas.rectangle(margin, step, split - margin - 6, 14, "ink", 7)
    if values.count < values.total:
        canvas.rectangle(split, step, area.width - margin - split, 14, "sand3", 7)
    for i in range(values.total):
        x = margin + place * (i + 0.5) + (-3 if i < values.count else 3)
        with canvas.at(x, step + 1, scale):
            _one(canvas, i, i < values.count, "sand3")
    size = max(area.label, 24)
    if values.label:
        middle = (margin + split) / 2 if values.count else area.width / 2
        canvas.label(middle, step + 46, values.label.split("|"), size, area.width - 2 * margin)
    if values.rest_label and values.count < values.total:
        middle, room = (split + area.width - margin) / 2, area.width - margin - split + 0.9 * margin
        canvas.label(middle, step + 46, values.rest_label.split("|"), size, room)
    return canvas.drawing(_alt(values))


def _one(canvas: Canvas, i: int, coloured: bool, silhouette: Colour) -> None:
    """Number i of the row at the frame's origin: in colour, or as a silhouette."""
    who = _ROW[i]
    pose = Pose(*(("belly", "belly") if i % 2 == 0 else ("hang", "hang")))
    with canvas.at(0, 0, CAST[who].stature, flip=i % 3 == 2):
        if coloured:
            person(canvas, who, pose)
        else:
            with canvas.silhouette(silhouette):
                person(canvas, who, pose)


def _in_two_rows(values: Values, area: Area) -> Drawing:
    """A panel of its own: two rows, and the words below them."""
    canvas = Canvas(area.width, area.height)
    canvas.rectangle(0, 0, area.width, area.height, "leaf2")
    size = 1.3 * area.label
    lines = values.label.split("|") if values.label else []
    foot = area.height - 0.06 * area.height - 1.25 * size * len(lines)
    first = (values.total + 1) // 2
    place, height = 0.92 * area.width / first, (foot - 0.03 * area.height) / 2
    scale = min(0.86 * height / HEIGHT, place / 180)
    for i in range(values.total):
        row, column = divmod(i, first)
        x, floor = 0.04 * area.width + place * (column + 0.5), foot - (1 - row) * height - 0.06 * height
        canvas.ellipse(x, floor, 0.4 * place, 9, "leaf3")
        with canvas.at(x, floor, scale):
            _one(canvas, i, i < values.count, "leaf3")
    if lines:
        canvas.label(area.width / 2, foot + 0.9 * size, lines, size, 0.94 * area.width, leading=1.2)
    return canvas.drawing(_alt(values))


def _alt(values: Values) -> str:
    count = f"{number(values.count)} af {number(values.total)}"
    meaning = f": {plain(values.label)}" if values.label else ""
    rest = f", resten er lyse: {plain(values.rest_label)}" if values.rest_label else ""
    return sentence(f"{number(values.total)} mennesker, hvor {count} er i farver{meaning}{rest}")


FIGURE = Figure(id="ikon_raekke", name="Så mange af ti", values=Values, draw=draw, faults=faults)
