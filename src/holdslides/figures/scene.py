"""One of the summary's scenes on its own, in an arch as high as the picture."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Colour, Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._summary_scenes import HEIGHT, SCENES, WIDTH
from holdslides.keys import key
from holdslides.kit.canvas import Canvas
from holdslides.kit.furniture import arch
from holdslides.kit.sentences import sentence
from holdslides.records import dataclass

_WALL: dict[Colour, str] = {"petrol7": "petrol2", "amber": "petrol7", "amber3": "petrol7", "leaf3": "leaf7"}


@dataclass(frozen=True)
class Values:
    scene: str = key("scene", default="stop", doc=f"Hvad der ses: {', '.join(sorted(SCENES))}")


def faults(values: Values) -> Iterable[Fault]:
    if values.scene not in SCENES:
        yield Fault("scene", f"'{values.scene}' findes ikke", f"vælg mellem {', '.join(sorted(SCENES))}")


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    scene = SCENES[values.scene]
    unit = min(area.width / (WIDTH * 1.22), area.height / (HEIGHT * 1.12))
    wall = _WALL.get(scene.sky, "petrol7")
    canvas.rectangle(0, 0, area.width, area.height, wall)
    left, top = (area.width - WIDTH * unit) / 2, area.height - HEIGHT * unit
    with canvas.group(values.scene.capitalize()), canvas.at(left, top, unit):
        arch(canvas, 0, 0, WIDTH, HEIGHT, scene.sky)
        if scene.ground:
            canvas.rectangle(0, HEIGHT - 12, WIDTH, 12, scene.ground)
        with canvas.at(WIDTH / 2, HEIGHT):
            scene.draw(canvas)
    return canvas.drawing(
        sentence(f"Billedet viser {scene.seen}"), under_footer=wall if area.is_wide else None
    )


FIGURE = Figure(id="scene", name="Ét billede", values=Values, draw=draw, faults=faults)
