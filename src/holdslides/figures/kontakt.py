"""Ring and ask: somebody calls from an armchair at home, and somebody at the clinic picks up."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST, Clothes, dressed, looking
from holdslides.kit.homely import armchair, armchair_front, floor_lamp, side_table
from holdslides.kit.lettering import width_of
from holdslides.kit.nature import pot_plant
from holdslides.kit.people import Holding
from holdslides.kit.phones import AT_EAR, AT_EAR_SEATED, mobile_at_ear, mobile_at_ear_seated
from holdslides.kit.poses import Seat
from holdslides.kit.seated import TABLE_POSES, TablePose, at_table, sitter
from holdslides.kit.things import mug
from holdslides.records import dataclass

# The way the call takes, from one phone over to the other.
_WAY = ((196, -392), (226, -436), (300, -462), (380, -466), (436, -438), (444, -398))


@dataclass(frozen=True)
class Values:
    who: str = key("hvem", default="birthe", doc="Hvem der ringer")
    answers: str = key("svarer", default="li", doc="Hvem der tager telefonen på klinikken")
    number: str = key("nummer", default="", doc="Klinikkens nummer, højst 14 tegn; tomt: intet skilt")


def faults(values: Values) -> Iterable[Fault]:
    yield from not_in_cast(hvem=values.who, svarer=values.answers)
    if values.who == values.answers:
        yield Fault("svarer", "den samme kan ikke både ringe og svare")
    if len(values.number) > 14:
        yield Fault("nummer", f"der er plads til 14 tegn, her er {len(values.number)}")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 560 x 540; fills any area with its own room."""
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    k = min(w / 560, h / 540)
    floor, left = h - 56 * k, (w - 560 * k) / 2
    canvas.rectangle(0, 0, w, h, "amber3")
    canvas.rectangle(0, floor, w, h - floor, "wood")
    with canvas.at(left, floor, k):
        with canvas.at(62, 4, 0.74):
            floor_lamp(canvas)
        with canvas.at(206, 6, 0.66):
            _caller(canvas, values.who)
        _clinic(canvas, values.answers)
        with canvas.at(424, 6, 0.66):
            side_table(canvas)
        with canvas.at(400, -96, 1.0):
            mug(canvas, "coral7")
        with canvas.at(498, 4, 0.98):
            pot_plant(canvas, "coral7")
    if values.number:
        _number(canvas, left + 408 * k, floor - 182 * k, values.number, area.label)
    return canvas.drawing(
        f"{CAST[values.who].name} sidder hjemme i en lænestol og ringer, "
        "og en fysioterapeut på klinikken svarer.",
        "wood",
    )


def _caller(canvas: Canvas, who: str) -> None:
    clothes = dressed(who, top="petrol7", trousers="ink", dress=False, details=())
    armchair(canvas, "coral")
    look = looking(who, eyes="happy" if CAST[who].look.glasses is None else "open")
    seat = Seat(AT_EAR_SEATED, "knee", tilt=2)
    sitter(canvas, who, seat, clothes, look, Holding(middle=mobile_at_ear_seated), on=None)
    armchair_front(canvas, "coral")


def _clinic(canvas: Canvas, who: str) -> None:
    """The other end, in a round window: somebody at a desk with a phone, and a line of dots to it."""
    with canvas.group("Klinikken"):
        canvas.ellipse(408, -318, 128, fill="sand0")
        with canvas.at(408, -232, 0.62, flip=True):
            pose = TablePose(AT_EAR, TABLE_POSES["folded"].far, 2)
            clothes = Clothes("leaf7", "ink", collar="sand0")
            at_table(canvas, who, pose, clothes, looking(who, eyes="happy"), Holding(middle=mobile_at_ear))
        canvas.rectangle(310, -234, 196, 14, "petrol7", 6)
    with canvas.group("Opkald"):
        canvas.curve(_WAY, "petrol7", 7, dash=(0.1, 17))


def _number(canvas: Canvas, x: float, y: float, number: str, label: float) -> None:
    wide = width_of(number, label) + 1.2 * label
    canvas.rectangle(x - wide / 2, y - 1.2 * label, wide, 1.7 * label, "ink", 0.5 * label)
    canvas.label(x, y, number, label, wide, "sand0")


FIGURE = Figure(id="kontakt", name="Ring og spørg", values=Values, draw=draw, faults=faults)
