"""Where a nerve root is felt: from the spine down the leg, or from the neck out into the arm, seen from behind."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Colour, Drawing, Point
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.cast import CAST
from holdslides.kit.faces import head_from_behind
from holdslides.kit.nature import disc_above
from holdslides.records import dataclass

_ABOVE, _SHIRT, _SHORTS = 58.0, "petrol7", "petrol8"  # units of hair above the middle of the head
_WORDS = ("nerverod", "nerven")


@dataclass(frozen=True)
class Values:
    start: str = key(
        "fra", default="laend", doc="Hvor banen begynder: laend (ned i benet) eller nakke (ud i armen)"
    )
    who: str = key("hvem", default="samir", doc="Hvem der mærker det")
    words: tuple[str, ...] = key(
        "ord", default=_WORDS, doc="Ordene ved stedet, hvor nerven kommer ud, og ved nerven"
    )


@dataclass(frozen=True)
class _Way:
    """A nerve's way in units of the person's own frame (origin mid head), how much of her is shown, and the words."""

    points: tuple[Point, ...]
    named: Point  # where on the nerve its name points
    spine: tuple[float, float]
    shown: float
    words: str


def faults(values: Values) -> Iterable[Fault]:
    if values.start not in _WAYS:
        yield Fault("fra", f"'{values.start}' kan ikke vises", f"vælg mellem {', '.join(_WAYS)}")
    yield from not_in_cast(hvem=values.who)
    if len(values.words) != len(_WORDS):
        yield Fault("ord", f"der er to steder at sætte navn på, men {len(values.words)} ord")


def draw(values: Values, area: Area) -> Drawing:
    """One person from behind, the spine and the nerve seen through the clothes, each named beside her."""
    canvas = Canvas(area.width, area.height)
    w, h, way = area.width, area.height, _WAYS[values.start]
    ground = 0.865 * h if area.is_wide else 0.95 * h
    whole = way.shown > 600
    k = (ground - 14) / (way.shown + _ABOVE) if whole else (h - 14) / (way.shown + _ABOVE)
    size = 1.3 * area.label
    middle, head = w / 2 - 0.08 * min(w, h), 14 + _ABOVE * k
    if not area.is_wide:
        canvas.rectangle(0, 0, w, h, "petrol2")
    disc_above(canvas, middle, ground - 0.42 * h, 0.43 * h, ground, "amber3")
    if whole or area.is_wide:
        canvas.rectangle(-2, ground - 2, w + 4, h - ground + 4, "petrol7")
    with canvas.at(middle, head, k):
        _somebody(canvas, values.who)
        _spine(canvas, *way.spine)
        _nerve(canvas, way.points)
    for word, (x, y) in zip(values.words, (way.points[0], way.named), strict=True):
        px, py = middle + x * k, head + y * k
        end = middle + 168 * k if whole else middle + 150 * k
        canvas.line(px + (20 if (x, y) == way.points[0] else 4) * k, py, end, py, "ink", 2.5)
        canvas.label(end + 6, py + 0.35 * size, word, size, w - end - 8, align="left")
    return canvas.drawing(
        f"Et menneske set bagfra, hvor en rød streg viser nerven {way.words}, og hvor stedet, den forlader "
        f"rygsøjlen, hedder {values.words[0]}.",
        under_footer="petrol7" if area.is_wide else None,
    )


def _somebody(canvas: Canvas, who: str) -> None:
    """A whole person from behind, the origin in the middle of the head, the soles 660 below it."""
    look = CAST[who].look
    skin, shade = look.skin, darker(look.skin, 0.12)
    with canvas.group(CAST[who].name):
        canvas.capsule(0, 30, 20, 0, 80, 21, shade)
        for s in (-1, 1):
            canvas.capsule(s * 94, 216, 14, s * 106, 322, 11, skin)
            canvas.ellipse(s * 108, 344, 13, 19, skin)
            canvas.capsule(s * 58, 108, 23, s * 94, 218, 19, darker(_SHIRT, 0.16))
            canvas.capsule(s * 35, 380, 31, s * 38, 500, 23, skin)
            canvas.capsule(s * 38, 500, 23, s * 36, 626, 14, skin)
            canvas.rectangle(s * 38 - 24, 628, 48, 32, "coral7", 14)
        canvas.path(
            "M -66 300 C -76 350 -76 400 -72 444 L -6 444 C -6 420 -4 400 0 388 C 4 400 6 420 6 444 L 72 444 "
            "C 76 400 76 350 66 300 Z",
            _SHORTS,
        )
        canvas.path(
            "M -18 70 C -40 78 -66 84 -74 108 C -70 160 -62 200 -60 240 C -60 270 -66 300 -68 322 L 68 322 "
            "C 66 300 60 270 60 240 C 62 200 70 160 74 108 C 66 84 40 78 18 70 C 8 76 -8 76 -18 70 Z",
            _SHIRT,
        )
        head_from_behind(canvas, 0, 0, look)


def _spine(canvas: Canvas, top: float, bottom: float) -> None:
    """The vertebrae from one height to another, larger the lower they lie, on a dark strip."""
    count = round((bottom - top) / 21)
    with canvas.group("Rygsøjle"):
        canvas.capsule(0, top, 19, 0, bottom, 23, "ink")
        for i in range(count + 1):
            share = i / count
            y, half = top + (bottom - top) * share, 11 + 6 * share
            canvas.rectangle(-half, y - 7, 2 * half, 14, "sand0", 5)


def _nerve(canvas: Canvas, points: tuple[Point, ...]) -> None:
    colours: tuple[tuple[Colour, float], ...] = (("sand0", 19), ("coral", 12))
    with canvas.group("Nervens vej"):
        for colour, width in colours:
            canvas.curve(points, colour, width)
        x, y = points[0]
        canvas.ellipse(x, y, 18, fill="sand0")
        canvas.ellipse(x, y, 13, fill="coral")


_WAYS = {
    "laend": _Way(
        ((16, 290), (36, 330), (42, 400), (40, 500), (38, 590), (40, 644)),
        (40, 520),
        (96, 326),
        664,
        "fra lænden og ned gennem benet",
    ),
    "nakke": _Way(
        ((15, 70), (46, 88), (70, 122), (90, 206), (99, 284), (106, 340)),
        (98, 240),
        (58, 300),
        384,
        "fra nakken og ud gennem armen",
    ),
}
FIGURE = Figure(id="nervebane", name="Nervens vej", values=Values, draw=draw, faults=faults)
