"""So many of so many: people in colour on a dark step, the rest as quiet silhouettes on a light one."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST
from holdslides.kit.people import person
from holdslides.kit.poses import Pose
from holdslides.kit.sentences import number, sentence
from holdslides.records import dataclass

_ROW = ("inger", "samir", "birthe", "kaj", "amina", "poul", "grace", "mette", "li", "lone")


@dataclass(frozen=True)
class Values:
    count: int = key("antal", default=8, doc="Hvor mange der står i farver")
    total: int = key("ud_af", default=10, doc="Ud af hvor mange, højst 10")
    label: str = key("etiket", default="", doc="Ordene under dem, fx 'over 8 af 10'")


def faults(values: Values) -> Iterable[Fault]:
    if not 2 <= values.total <= len(_ROW):
        yield Fault("ud_af", f"rækken kan have 2-{len(_ROW)} mennesker, her er {values.total}")
    if not 0 <= values.count <= values.total:
        yield Fault("antal", f"antallet skal være fra 0 til {values.total}, her er {values.count}")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 960 x 400, where the row stands on y 300 and the words under it."""
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
        who = _ROW[i]
        pose = Pose(*(("belly", "belly") if i % 2 == 0 else ("hang", "hang")))
        x = margin + place * (i + 0.5) + (-3 if i < values.count else 3)
        with canvas.at(x, step + 1, scale * CAST[who].stature, flip=i % 3 == 2):
            if i < values.count:
                person(canvas, who, pose)
            else:
                with canvas.silhouette("sand3"):
                    person(canvas, who, pose)
    if values.label:
        middle = (margin + split) / 2 if values.count else area.width / 2
        canvas.label(middle, step + 46, values.label, max(area.label, 24), area.width - 2 * margin)
    words = values.label or f"{number(values.count)} af {number(values.total)}"
    return canvas.drawing(sentence(f"{number(values.total)} mennesker på række, hvor {words} er i farver"))


FIGURE = Figure(id="ikon_raekke", name="Så mange af ti", values=Values, draw=draw, faults=faults)
