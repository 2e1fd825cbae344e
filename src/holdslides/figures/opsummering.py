"""Three arches, each with a scene: the pictures of the three things to remember."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._summary_scenes import HEIGHT, SCENES, WIDTH
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.furniture import arch
from holdslides.kit.sentences import sentence
from holdslides.records import dataclass

ARCHES = 3
GAP = 24.0


@dataclass(frozen=True)
class Values:
    scenes: tuple[str, ...] = key(
        "scener",
        default=("sover", "baerer", "gaar"),
        doc=f"Scenen i hver af de tre buer: {', '.join(sorted(SCENES))}.",
    )


def faults(values: Values) -> Iterable[Fault]:
    for scene in values.scenes:
        if scene not in SCENES:
            yield Fault("scener", f"'{scene}' findes ikke", f"vælg mellem {', '.join(sorted(SCENES))}")
    if len(values.scenes) != ARCHES:
        yield Fault("scener", f"der er tre buer, men {len(values.scenes)} scener")


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    if area.is_wide:
        unit = min((area.width - (ARCHES - 1) * GAP) / (ARCHES * WIDTH), area.height / HEIGHT)
        step = WIDTH * unit + (area.width - ARCHES * WIDTH * unit) / (ARCHES - 1)
        places = [(i * step, 0.5 * (area.height - HEIGHT * unit)) for i in range(ARCHES)]
    else:
        # Two above, one below: three in a row would be too small in an upright area.
        unit = min((area.width - GAP) / (2 * WIDTH), (area.height - GAP) / (2 * HEIGHT))
        left, right = area.width / 2 - WIDTH * unit - GAP / 2, area.width / 2 + GAP / 2
        places = [(left, 0), (right, 0), (area.width / 2 - WIDTH * unit / 2, HEIGHT * unit + GAP)]
    for name, (x, y) in zip(values.scenes, places, strict=True):
        _arch(canvas, name, x, y, unit)
    return canvas.drawing(sentence(f"Tre billeder: {'; '.join(SCENES[name].seen for name in values.scenes)}"))


def _arch(canvas: Canvas, name: str, x: float, y: float, unit: float) -> None:
    scene = SCENES[name]
    with canvas.group(name.capitalize()), canvas.at(x, y, unit):
        arch(canvas, 0, 0, WIDTH, HEIGHT, scene.sky)
        if scene.ground:
            canvas.rectangle(0, HEIGHT - 12, WIDTH, 12, scene.ground)
        with canvas.at(WIDTH / 2, HEIGHT):
            scene.draw(canvas)


FIGURE = Figure(id="opsummering", name="Tre ting at huske", values=Values, draw=draw, faults=faults)
