"""A nerve root close by: three vertebrae from behind, and the nerve that leaves between two of them."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing, Point
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.canvas import Canvas, mixed
from holdslides.records import dataclass

_DISCS = (-150.0, 0.0, 150.0)
_BONES = (-225.0, -75.0, 75.0, 225.0)
# From the middle of the spine, out between the bones, and on downwards; the origin is the disc in question.
_WAY: tuple[Point, ...] = ((34, -14), (84, 4), (146, 48), (180, 130), (194, 220), (202, 330))
_ROOT: Point = (92, 8)
_NAMED: Point = (192, 190)


@dataclass(frozen=True)
class Values:
    words: tuple[str, ...] = key(
        "ord",
        default=("nerverod", "irritation", "nerven"),
        doc="Ordene ved nerveroden, omkring den og ved nerven",
    )


def faults(values: Values) -> Iterable[Fault]:
    if len(values.words) != 3:
        yield Fault("ord", f"der er tre steder at sætte navn på, men {len(values.words)} ord")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 560 x 540; fills any area with its own dark ground, the spine left of the middle."""
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    k = min(w / 560, h / 540)
    canvas.rectangle(0, 0, w, h, "petrol7")
    x, y = w / 2 - 106 * k, 0.47 * h
    with canvas.at(x, y, k):
        for side in (-1, 1):
            for disc in _DISCS:
                if side < 0 or disc > 0:  # the words stand on the right, above the nerve in question
                    _cord(canvas, side, disc)
        _spine(canvas)
        _irritated(canvas)
    size = 1.3 * area.label
    root, around, nerve = values.words
    _named(canvas, (x + (_ROOT[0] + 8) * k, y + _ROOT[1] * k), (x + 196 * k, y - 104 * k), root, size)
    _named(canvas, (x + 138 * k, y + 2 * k), (x + 196 * k, y - 44 * k), around, size)
    _named(canvas, (x + _NAMED[0] * k, y + _NAMED[1] * k), (x + 224 * k, y + _NAMED[1] * k), nerve, size)
    return canvas.drawing(
        f"Rygsøjlen tæt på: Mellem to knogler kommer en nerve ud, begyndelsen hedder {root}, og der er {around} "
        "omkring den.",
        under_footer="petrol7",
    )


def _cord(canvas: Canvas, side: int, disc: float) -> None:
    """One of the nerves that have no trouble."""
    quiet = mixed("petrol7", "petrol3", 0.62)
    canvas.curve([(side * px, disc + py) for px, py in (*_WAY[:4], (188, 178))], quiet, 15)


def _spine(canvas: Canvas) -> None:
    with canvas.group("Rygsøjle"):
        for disc in _DISCS:
            canvas.rectangle(-62, disc - 28, 124, 56, "petrol5", 22)
        for bone in _BONES:
            for side in (-1, 1):
                canvas.capsule(side * 60, bone - 6, 17, side * 104, bone - 16, 13, "petrol3")
            canvas.rectangle(-74, bone - 50, 148, 100, "petrol2", 30)
            canvas.path(
                f"M -15 {bone - 32} C -8 {bone - 40} 8 {bone - 40} 15 {bone - 32} L 11 {bone + 40} "
                f"C 6 {bone + 50} -6 {bone + 50} -11 {bone + 40} Z",
                "petrol3",
            )


def _irritated(canvas: Canvas) -> None:
    """The nerve in question in the warm colours, its root thicker and with rings of irritation round it."""
    with canvas.group("Irritation"):
        for radius, colour in ((74, "coral3"), (52, "amber")):
            canvas.ellipse(*_ROOT, radius, 0.74 * radius, colour)
    with canvas.group("Nerve"):
        canvas.curve(_WAY, "sand0", 27)
        canvas.curve(_WAY, "coral", 18)
        canvas.ellipse(*_ROOT, 30, 22, "sand0")
        canvas.ellipse(*_ROOT, 24, 17, "coral")


def _named(canvas: Canvas, at: Point, text: Point, word: str, size: float) -> None:
    """A word with a line to what it names."""
    canvas.line(*at, text[0], text[1], "sand0", 2.5)
    canvas.label(
        text[0] + 7, text[1] + 0.35 * size, word, size, canvas.width - text[0] - 9, "sand0", align="left"
    )


FIGURE = Figure(id="nerverod", name="Nerveroden tæt på", values=Values, draw=draw, faults=faults)
