"""What may help on the way: medicine, somebody's hands, and what you do yourself, each in a panel of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from holdslides.drawing import Colour, Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import Clothes, dressed, looking
from holdslides.kit.furniture import panel
from holdslides.kit.lettering import widest, wrapped
from holdslides.kit.people import person
from holdslides.kit.poses import Pose, Step, leaning
from holdslides.kit.sentences import sentence
from holdslides.records import dataclass

PANELS = 3
_LARGER = 1.26
_GROUNDS: tuple[Colour, ...] = ("petrol2", "amber2", "leaf2")


@dataclass(frozen=True)
class Values:
    titles: tuple[str, ...] = key(
        "titler",
        default=("Medicin", "Hænder", "Det, du selv gør"),
        doc="Overskriften under hvert billede: medicin, behandling, en der går",
    )
    texts: tuple[str, ...] = key(
        "tekster", default=("", "", ""), doc="Ordene under hver overskrift; tom, hvis der ingen skal stå"
    )


def faults(values: Values) -> Iterable[Fault]:
    for name, given in (("titler", values.titles), ("tekster", values.texts)):
        if len(given) != PANELS:
            yield Fault(name, f"der er tre felter, men her er {len(given)}")


def draw(values: Values, area: Area) -> Drawing:
    """Side by side where it is wide, else one under the other."""
    canvas = Canvas(area.width, area.height)
    if not area.is_wide:
        canvas.rectangle(0, 0, area.width, area.height, "sand2")
    scenes: tuple[Callable[[Canvas], None], ...] = (_pills, _hands, _walker)
    for i, scene in enumerate(scenes):
        x, y, w, h = _cell(area, i)
        with canvas.group(values.titles[i]):
            if i == PANELS - 1:
                panel(canvas, x, y, w, h, "leaf7", 28)
                panel(canvas, x + 6, y + 6, w - 12, h - 12, _GROUNDS[i], 22)
            else:
                panel(canvas, x, y, w, h, _GROUNDS[i], 28)
            size = 1.2 * area.label
            if area.is_wide:
                rows = wrapped(values.texts[i], area.label * 1.1, w - 24)
                below = 1.5 * size + 2 * 1.25 * area.label * 1.1
                with canvas.at(x + w / 2, y + h - below - 6, (h - below - 16) / 230):
                    scene(canvas)
                middle, first = x + w / 2, y + h - below + 0.95 * size
                canvas.label(middle, first, values.titles[i], size, w - 16)
                if rows:
                    canvas.label(
                        middle, first + 1.3 * size, rows, area.label * 1.1, w - 16, bold=False, leading=1.2
                    )
            else:
                _row(canvas, scene, (values.titles[i], values.texts[i]), (x, y, w, h), area.label)
    said = "; ".join(f"{t}: {s}" if s else t for t, s in zip(values.titles, values.texts, strict=True))
    return canvas.drawing(sentence(f"Tre billeder – {said}"))


def _row(
    canvas: Canvas,
    scene: Callable[[Canvas], None],
    words: tuple[str, str],
    cell: tuple[float, float, float, float],
    label: float,
) -> None:
    x, y, w, h = cell
    size, left = 1.2 * label, x + 0.4 * w
    room = x + w - left - 16
    title = wrapped(words[0], size, room)
    rows = wrapped(words[1], label, room)
    first = y + (h - 1.2 * size * len(title) - 1.25 * label * len(rows)) / 2 + size
    with canvas.at(x + 0.2 * w, y + h - 8, (h - 22) / 230):
        scene(canvas)
    canvas.label(left, first, title, min(size, size * room / widest(title, size)), room, align="left")
    if rows:
        below = first + 1.2 * size * len(title)
        canvas.label(left, below, rows, label, room, bold=False, align="left", leading=1.2)


def _cell(area: Area, i: int) -> tuple[float, float, float, float]:
    """Where a panel stands: the last one, what you do yourself, is the largest."""
    parts = (1.0, 1.0, _LARGER)
    before, share = sum(parts[:i]) / sum(parts), parts[i] / sum(parts)
    if area.is_wide:
        side, gap = 0.05 * area.width, 0.025 * area.width
        room, bottom = area.width - 2 * side - 2 * gap, 8 + area.height * 0.85
        top = 8 if i == PANELS - 1 else 8 + 0.11 * area.height
        return side + before * room + i * gap, top, share * room, bottom - top
    gap = 0.03 * area.width
    room = area.height - 4 * gap
    return 1.4 * gap, gap + before * room + i * gap, area.width - 2.8 * gap, share * room


def _pills(canvas: Canvas) -> None:
    """A jar with a lid, a strip of tablets and two of them on the table. 230 high, origin mid foot."""
    canvas.rectangle(-70, -150, 96, 150, "sand0", 16)
    canvas.rectangle(-78, -186, 112, 44, "coral7", 10)
    canvas.rectangle(-70, -112, 96, 64, "petrol5")
    canvas.rectangle(-30, -98, 16, 36, "sand0", 4)
    canvas.rectangle(-40, -88, 36, 16, "sand0", 4)
    with canvas.at(72, -62, 1, 14):
        canvas.rectangle(-28, -62, 56, 118, "petrol7", 8)
        for row in range(4):
            for column in (-13, 13):
                canvas.ellipse(column, -44 + 27 * row, 9, 9, "sand0")


def _hands(canvas: Canvas) -> None:
    """Somebody lies face down on a couch, and a therapist's two hands rest low on the back. 230 high."""
    with canvas.at(8, 0, 0.335):
        _couch(canvas)
        flat = Pose(
            Gesture((-30, 200), (-12, 296), 92), "hang", (Step((-14, 440), (-20, 556), 52),) * 2, tilt=2
        )
        with canvas.at(-330, -296, 1, 90):
            person(canvas, "samir", flat, Clothes("coral7", "petrol8", "ink"), looking("samir", eyes="shut"))
        lean, back = 20.0, (168.0, 232.0)
        near = Gesture(leaning(lean, (78, 206)), leaning(lean, back), 14 - lean)
        far = Gesture(leaning(lean, (132, 196)), leaning(lean, (back[0] + 54, back[1] - 2)), 14 - lean)
        with canvas.at(-200, 0):
            pose = Pose(near, far, "stroll", lean, 6)
            person(canvas, "li", pose, Clothes("petrol7", "ink", "sand0", collar="sand0"))


def _couch(canvas: Canvas) -> None:
    """A treatment couch with a pillow, 700 wide, its top 236 above the floor."""
    with canvas.group("Briks"):
        for x in (-250, 270):
            canvas.rectangle(x - 9, -210, 18, 206, "wood", 4)
            canvas.rectangle(x - 46, -16, 92, 16, "wood", 6)
        canvas.rectangle(-350, -236, 700, 34, "sand0", 12)
        canvas.rectangle(-350, -214, 700, 14, "sand3", 7)


def _walker(canvas: Canvas) -> None:
    with canvas.at(0, 0, 0.335):
        person(canvas, "birthe", "walking", dressed("birthe", top="coral7", trousers="ink"))


FIGURE = Figure(
    id="behandling", name="Behandling og det, du selv gør", values=Values, draw=draw, faults=faults
)
