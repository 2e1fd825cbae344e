"""A nerve root close by: vertebrae of the low back or the neck from behind, and the nerves that leave between them.

One of the nerves is irritated. Units are pt at 560 x 540, the origin on the spine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from holdslides.drawing import Drawing, Point
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._neck_spine import NECK_ENDS, neck_spine
from holdslides.keys import key
from holdslides.kit.canvas import Canvas, mixed
from holdslides.records import dataclass

_BONES = (-256.0, -84.0, 88.0, 260.0)
_GAPS = (
    2.0,
    174.0,
)  # the level in question and the one below; the nerves from above leave outside the picture
# A nerve of the right side: from behind the bones, out through the gap, and on downwards out of the picture.
_WAY: tuple[Point, ...] = ((20, -16), (76, 2), (116, 36), (138, 98), (150, 170), (158, 250), (162, 332))
_CLOSER = 0.82  # the nerve from the gap below runs nearer the spine, beside the one from above
_ROOT: tuple[Point, ...] = ((20, -16), (76, 2), (108, 28), (116, 36))
# Where the lines to the bones, the root, the irritation and the nerve end, and where each word begins.
_ENDS: tuple[tuple[Point, Point], ...] = (
    ((90, -124), (190, -150)),
    ((98, 18), (190, -80)),
    ((150, 42), (208, -2)),
    ((157, 218), (220, 170)),
)
_BELOW = 12.0  # pt a nerve runs on below the picture, so that its end is not seen
_QUIET = mixed("petrol7", "sand3", 0.66)


@dataclass(frozen=True)
class Values:
    where: str = key("sted", default="laend", doc="Hvor i rygsøjlen: laend eller nakke")
    words: tuple[str, ...] = key(
        "ord",
        default=("nerverod", "irriteret", "nerven"),
        doc="Ordene ved nerveroden, omkring den og ved nerven",
    )
    bones: str = key("knogler", default="rygsøjlen", doc="Ordet ved knoglerne")


def faults(values: Values) -> Iterable[Fault]:
    if values.where not in _PLACES:
        yield Fault("sted", f"'{values.where}' kan ikke vises", f"vælg mellem {', '.join(_PLACES)}")
    if len(values.words) != 3:
        yield Fault("ord", f"der er tre steder at sætte navn på, men {len(values.words)} ord")


def draw(values: Values, area: Area) -> Drawing:
    """Composed for 560 x 540; fills any area with its own dark ground, the spine left of the middle."""
    canvas = Canvas(area.width, area.height)
    w, h = area.width, area.height
    k = min(w / 560, h / 540)
    canvas.rectangle(0, 0, w, h, "petrol7")
    spine, ends, left, what = _PLACES[values.where]
    x, y = w / 2 - left * k, 0.44 * h
    with canvas.at(x, y, k):
        spine(canvas)
    size = 1.3 * area.label
    root, around, nerve = values.words
    for word, (at, stands) in zip((values.bones, root, around, nerve), ends, strict=True):
        text = (x + stands[0] * k, y + stands[1] * k)
        _named(canvas, (x + at[0] * k, y + at[1] * k), text, word, size)
    return canvas.drawing(
        f"{what}, set bagfra: Mellem knoglerne kommer en nerve ud til hver side, begyndelsen hedder {root}, "
        f"og området om den ene er {around}.",
        under_footer="petrol7",
    )


def _low_back(canvas: Canvas) -> None:
    _nerves(canvas)
    _irritation(canvas)
    _spine(canvas)


def _nerves(canvas: Canvas) -> None:
    """The nerves without trouble: one to each side of every gap, but for the one in question."""
    with canvas.group("Nerver"):
        for gap in _GAPS:
            near = 1.0 if gap == _GAPS[0] else _CLOSER
            for side in (-1, 1):
                if side < 0 or gap != _GAPS[0]:
                    way = [(side * near * px, gap + py) for px, py in _WAY]
                    canvas.curve(_seen(canvas, way), _QUIET, 17)


def _seen(canvas: Canvas, way: list[Point]) -> list[Point]:
    """The way to just below the picture's lower edge."""
    seen = [way[0]]
    for before, point in pairwise(way):
        top, below = canvas.point(*before)[1], canvas.point(*point)[1]
        if below > canvas.height + _BELOW:
            share = max(0.0, (canvas.height + _BELOW - top) / (below - top))
            return [
                *seen,
                (before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])),
            ]
        seen.append(point)
    return seen


def _irritation(canvas: Canvas) -> None:
    """The nerve in question in a warm colour, with a glow along its root: the bones hide where it begins."""
    with canvas.group("Irritation"):
        for width, share in ((94, 0.22), (74, 0.46), (52, 0.78)):
            canvas.curve(_ROOT, mixed("petrol7", "coral3", share), width)
    with canvas.group("Nerve"):
        canvas.curve(_seen(canvas, list(_WAY)), "coral", 23)


def _spine(canvas: Canvas) -> None:
    with canvas.group("Rygsøjle"):
        middle = [(bone + after) / 2 for bone, after in pairwise(_BONES)]
        for disc in middle:
            canvas.rectangle(-54, disc - 40, 108, 80, "petrol5", 18)
        for bone in _BONES:
            with canvas.at(0, bone):
                if canvas.point(0, 0)[1] > 0:
                    _bone(canvas)
                else:  # its middle is above the picture
                    _foot_of_bone(canvas)


def _bone(canvas: Canvas) -> None:
    """A vertebra from behind: its body, a wing to each side, and the ridge one can feel. 150 high."""
    for side in (-1, 1):
        canvas.tube([(side * 46, -20, 20), (side * 72, -30, 14), (side * 88, -40, 13)], "petrol3")
    canvas.path(
        "M -70 -62 C -60 -72 60 -72 70 -62 C 78 -50 60 -26 60 0 C 60 26 78 46 70 58 C 60 68 -60 68 -70 58 "
        "C -78 46 -60 26 -60 0 C -60 -26 -78 -50 -70 -62 Z",
        "petrol2",
    )
    canvas.path("M -15 -40 C -8 -50 8 -50 15 -40 L 12 50 C 8 64 -8 64 -12 50 Z", "petrol3")


def _foot_of_bone(canvas: Canvas) -> None:
    """What is seen of a vertebra whose middle is above the picture: nothing may stand out above it."""
    top = min(-canvas.point(0, 0)[1] / canvas.scale, 40.0)
    canvas.path(
        f"M -62 {top} C -66 {top + 8} -78 46 -70 58 C -60 68 60 68 70 58 C 78 46 66 {top + 8} 62 {top} Z",
        "petrol2",
    )
    canvas.path(f"M -13 {top} L 13 {top} L 12 50 C 8 64 -8 64 -12 50 Z", "petrol3")


def _named(canvas: Canvas, at: Point, text: Point, word: str, size: float) -> None:
    """A word with a line to what it names."""
    canvas.line(*at, text[0], text[1], "sand0", 2.5)
    canvas.label(
        text[0] + 7, text[1] + 0.35 * size, word, size, canvas.width - text[0] - 9, "sand0", align="left"
    )


_PLACES: dict[str, tuple[Callable[[Canvas], None], tuple[tuple[Point, Point], ...], float, str]] = {
    "laend": (_low_back, _ENDS, 108.0, "Rygsøjlen tæt på"),
    "nakke": (neck_spine, NECK_ENDS, 60.0, "Nakken tæt på"),
}
FIGURE = Figure(id="nerverod", name="Nerveroden tæt på", values=Values, draw=draw, faults=faults)
