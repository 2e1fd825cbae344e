"""Turn the card: two people at a table with a pile for M (myth) and one for S (true)."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Colour, Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed
from holdslides.kit.furniture import cafe_table
from holdslides.kit.people import Holding
from holdslides.kit.poses import Seat
from holdslides.kit.seated import Chair, sitter
from holdslides.records import dataclass


@dataclass(frozen=True)
class Values:
    piles: tuple[str, ...] = key(
        "bunker", default=("Myte", "Sandt"), doc="Navnene på de to bunker; tom liste: ingen bunker"
    )


def faults(values: Values) -> Iterable[Fault]:
    if len(values.piles) not in (0, 2):
        yield Fault("bunker", f"der skal være to bunker eller ingen, her er {len(values.piles)}")
    for pile in values.piles:
        if not 1 <= len(pile) <= 9:
            yield Fault("bunker", f"'{pile}' skal være på 1-9 bogstaver")


def draw(values: Values, area: Area) -> Drawing:
    """Wide: piles on the left, people on the right. Narrow: the people alone below, the piles above them."""
    canvas = Canvas(area.width, area.height)
    k = min(area.width / 960, area.height / 385) if area.is_wide else min(area.width / 490, area.height / 560)
    floor = area.height - 50 * k if area.is_wide else area.height - 56
    middle = area.width * 0.74 if area.is_wide else area.width / 2
    with canvas.at(middle, floor, k):
        _table(canvas)
    for i, word in enumerate(values.piles):
        x = 48 + i * 200 * k if area.is_wide else middle + (i - 1) * 176 * k + 13
        top = floor - 268 * k if area.is_wide else 12
        _pile(canvas, x, top, k * (1 if area.is_wide else 0.62), word, area.label)
    piles = f"; der er en bunke til {values.piles[0]} og en til {values.piles[1]}" if values.piles else ""
    return canvas.drawing(f"To mennesker sidder ved et bord, og den ene vender et kort{piles}.")


def _pile(canvas: Canvas, x: float, y: float, k: float, word: str, label: float) -> None:
    w, h = 160 * k, 220 * k
    colours: tuple[tuple[int, Colour], ...] = ((2, "sand3"), (1, "sand2"), (0, "sand0"))
    with canvas.group(f"Bunken {word}"):
        for i, colour in colours:
            canvas.rectangle(x + i * 6 * k, y + i * 6 * k, w, h, colour, 16 * k)
        canvas.label(x + w / 2, y + 130 * k, word[0].upper(), 104 * k, w)
        canvas.label(x + w / 2, y + 130 * k + label * 1.9, word, max(label, 24 * k), w - 8)


def _table(canvas: Canvas) -> None:
    canvas.ellipse(0, 4, 226, 34, "coral7")
    canvas.ellipse(0, 3, 196, 26, "coral")
    dark = Chair("petrol8", "ink")
    turning = Seat(Gesture((-4, -140), (96, -176), -24), Gesture((90, -140), (150, -116), 0), lean=4)
    with canvas.at(-152, 0, 0.56):
        clothes = dressed("lone", top="petrol7", trousers="ink")
        sitter(canvas, "lone", turning, clothes, holding=Holding(middle=_card), on=dark)
    with canvas.at(156, 0, 0.56, flip=True):
        listening = Seat("chin", Gesture((90, -140), (150, -116), 0), lean=2, tilt=4)
        sitter(canvas, "samir", listening, dressed("samir", top="leaf7", trousers="ink"), on=dark)
    cafe_table(canvas, 98, 184)
    for x, colour in ((-30, "petrol7"), (10, "petrol7"), (38, "coral7")):
        canvas.polygon([(x - 12, -104), (x + 12, -104), (x + 15, -96), (x - 15, -96)], colour, 2)


def _card(canvas: Canvas) -> None:
    with canvas.at(128, -206, 1, -14), canvas.group("Kort"):
        canvas.rectangle(-38, -54, 76, 106, "sand0", 10)
        canvas.rectangle(-29, -45, 58, 88, "coral7", 5)
        for x in (-16, 0, 16):
            for y in (-28, -1, 26):
                canvas.polygon([(x, y - 9), (x + 8, y), (x, y + 9), (x - 8, y)], "coral3")


FIGURE = Figure(id="myte_kort", name="Myte eller sandt", values=Values, draw=draw, faults=faults)
