"""What can brake and what can step on the gas: two panels with one big knob on their join."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.keys import key
from holdslides.kit.alarms import DARK, Waves, alarm, waves
from holdslides.kit.bedroom import awake
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed, looking
from holdslides.kit.furniture import panel
from holdslides.kit.lettering import widest
from holdslides.kit.nature import moon
from holdslides.kit.panels import Box, beside, pair
from holdslides.kit.people import person
from holdslides.kit.poses import Pose
from holdslides.kit.sentences import listed
from holdslides.kit.things import knob
from holdslides.kit.worries import breath, worry
from holdslides.records import dataclass

_TALL = 660.0  # units a person and a little air need


@dataclass(frozen=True)
class Values:
    value: float = key("vaerdi", default=0.14, doc="Hvor højt knappen er skruet op, 0-1")
    brakes: tuple[str, ...] = key(
        "bremser",
        default=("gåtur", "latter", "rolige åndedrag"),
        doc="Tre ord under dem, der går, ler og ånder roligt",
    )
    gas: tuple[str, ...] = key(
        "gas",
        default=("dårlig søvn", "bekymring", "uro"),
        doc="Tre ord under dem, der ligger vågen, bekymrer sig og er urolig",
    )
    titles: tuple[str, ...] = key(
        "titler", default=("Kan skrue ned", "Kan skrue op"), doc="Overskrifterne på de to sider"
    )


def faults(values: Values) -> Iterable[Fault]:
    if not 0 <= values.value <= 1:
        yield Fault("vaerdi", f"knappen går fra 0 til 1, her er {values.value:g}")
    for name, words in (("bremser", values.brakes), ("gas", values.gas)):
        if len(words) != 3:
            yield Fault(name, f"der skal være tre ord, her er {len(words)}")
        for word in words:
            if not word.strip() or max(map(len, word.split())) > 10 or len(word) > 20:
                yield Fault(name, f"'{word}' kan ikke stå under en person", "højst to korte ord")
    if len(values.titles) != 2:
        yield Fault("titler", f"der skal være to overskrifter, her er {len(values.titles)}")
    for title in values.titles:
        if not 1 <= len(title) <= 14:
            yield Fault("titler", f"'{title}' skal være på 1-14 tegn")


def draw(values: Values, area: Area) -> Drawing:
    """Wide: the knob between two panels. Narrow: the panels above each other, the knob on their right."""
    canvas = Canvas(area.width, area.height)
    left, right = pair(area.width, area.height, area.label)
    panel(canvas, left.x, left.y, left.width, left.height, "petrol2")
    panel(canvas, right.x, right.y, right.width, right.height, "coral2")
    if beside(area.width, area.height, area.label):
        reach = min(0.275 * left.width, 0.345 * left.height)
        middle, centre = left.right + 8, left.y + 0.57 * left.height
        people = (left.width - reach - 14, right.x + reach - 6)
        title_at = right.right - 26
    else:
        reach = 0.17 * left.width
        middle, centre = left.right - reach - 14, left.bottom + 8 + 0.04 * area.height
        people = (left.width - 2 * reach - 26, right.x)
        title_at = None
    _knob(canvas, middle, centre, reach, values.value)
    _side(canvas, Box(left.x + 8, left.y, people[0], left.height), _BRAKES, values.brakes, area.label)
    _side(canvas, Box(people[1] + 2, right.y, people[0], right.height), _GAS, values.gas, area.label)
    _titles(canvas, values.titles, (left, right), title_at, area.label)
    return canvas.drawing(
        f"En stor knap skruer på alarmen: {listed(values.brakes)} kan skrue ned, "
        f"{listed(values.gas)} kan skrue op."
    )


def _knob(canvas: Canvas, x: float, y: float, reach: float, value: float) -> None:
    k = reach / 126
    canvas.ellipse(x, y, 126 * k, fill="sand1")
    with canvas.at(x, y, k):
        knob(canvas, value, 90)
    hung = 0.6 * k
    with canvas.at(x, y - 194 * k, hung):
        if value > 0.25:
            waves(canvas, "coral7", Waves(1 + round(2 * value), 128, 28, 12, 0, 34, 30))
        alarm(canvas, DARK, "coral" if value > 0.25 else "amber")


def _titles(
    canvas: Canvas, titles: tuple[str, ...], boxes: tuple[Box, Box], right_at: float | None, label: float
) -> None:
    size = 1.2 * label
    first, second = boxes
    canvas.label(first.x + 26, first.y + 14 + size, titles[0], size, 10 * size, align="left")
    if right_at is None:
        canvas.label(second.x + 26, second.y + 14 + size, titles[1], size, 10 * size, align="left")
    else:
        canvas.label(right_at, second.y + 14 + size, titles[1], size, 10 * size, align="right")


def _side(
    canvas: Canvas, box: Box, scenes: tuple[tuple[float, Callable[[Canvas], None]], ...],
    words: tuple[str, ...], label: float,
) -> None:  # fmt: skip
    """Three small scenes side by side, each with its word in one or two lines below."""
    rows = [tuple(word.split()) if len(word) > 8 else (word,) for word in words]
    floor = box.bottom - 0.5 * label - 1.08 * label * max(map(len, rows))
    k = (floor - box.y - 2.15 * label) / _TALL
    needs = [widest(row, label) + 8 for row in rows]
    columns = _columns([units for units, _ in scenes], needs, k, box.width)
    k = min(k, *(width / units for width, (units, _) in zip(columns, scenes, strict=True)))
    x = box.x
    for width, (_, scene), lines in zip(columns, scenes, rows, strict=True):
        with canvas.at(x + width / 2, floor, k):
            scene(canvas)
        canvas.label(x + width / 2, floor + 1.08 * label, lines, label, width + 8, leading=1.08)
        x += width


def _columns(units: list[float], needs: list[float], k: float, room: float) -> list[float]:
    """How wide each scene's column is: as wide as its word and its people need."""
    while k > 0.05 and sum(max(u * k, n) for u, n in zip(units, needs, strict=True)) > room:
        k *= 0.96
    widths = [max(u * k, n) for u, n in zip(units, needs, strict=True)]
    spare = (room - sum(widths)) / len(widths)
    return [width + spare for width in widths]


def _walks(canvas: Canvas) -> None:
    person(canvas, "kaj", "walking", dressed("kaj", top="coral7"))


def _laughs(canvas: Canvas) -> None:
    clothes = dressed("mette", top="coral7", trousers="ink")
    person(canvas, "mette", "laughing", clothes, looking("mette", eyes="happy", mouth="laugh"))


def _breathes(canvas: Canvas) -> None:
    person(canvas, "amina", Pose("belly", "belly", tilt=-2), look=looking("amina", eyes="shut"))
    with canvas.at(58, -572, 1.1):
        breath(canvas)


def _lies_awake(canvas: Canvas) -> None:
    with canvas.at(36, -452, 1.15), canvas.group("Nat i vinduet"):
        canvas.rectangle(-14, -98, 128, 150, "sand0", 8)
        canvas.rectangle(-4, -88, 108, 130, "ink", 4)
        with canvas.at(62, -56, 1.5):
            moon(canvas)
        for x, y in ((18, -62), (84, 18), (14, 16)):
            canvas.ellipse(x, y, 4, fill="sand2")
    awake(canvas, "lone")


def _worries(canvas: Canvas) -> None:
    pose = Pose(Gesture((-40, 216), (18, 96), -62), "belly", tilt=8)
    with canvas.at(20, 0, flip=True):
        person(canvas, "birthe", pose, dressed("birthe", top="petrol7", trousers="ink"))
    with canvas.at(-78, -600, 1.45, flip=True):
        worry(canvas)


def _restless(canvas: Canvas) -> None:
    person(canvas, "samir", "startled", look=looking("samir", eyes="shut"))


_BRAKES = ((280.0, _walks), (220.0, _laughs), (240.0, _breathes))  # with the units each needs across
_GAS = ((310.0, _lies_awake), (260.0, _worries), (250.0, _restless))
FIGURE = Figure(id="brems", name="Bremse og speeder", values=Values, draw=draw, faults=faults)
