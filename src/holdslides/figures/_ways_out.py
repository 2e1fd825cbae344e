"""The three ways out of a full cup: pour some out, turn a tap down, get a larger cup."""

from __future__ import annotations

from holdslides.drawing import Drawing
from holdslides.figures import Area
from holdslides.kit import water
from holdslides.kit.bodies import hand
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import CAST
from holdslides.kit.furniture import panel
from holdslides.kit.nature import pot_plant

LABELS = ("hæld ud", "skru ned", "større kop")
EXAMPLES = ("sig nej til én ting", "hold pause tidligere", "sov, og saml kræfter")
GROUNDS = ("leaf2", "petrol2", "amber2")
ALT = (
    "Tre veje for en kop, der er for fuld: hæld ud, fx sig nej til én ting; skru ned for hanen, fx hold pause "
    "tidligere; eller få en større kop, fx sov, og saml kræfter."
)


def draw(canvas: Canvas, area: Area, ground: bool) -> Drawing:
    """Three pictures side by side, or one under the other when the area is narrow."""
    if ground and not area.is_wide:
        canvas.rectangle(0, 0, area.width, area.height, "sand2")
    label = area.label * 1.2
    for i, (picture, name) in enumerate(zip((_pour, _turn_down, _larger), LABELS, strict=True)):
        x, y, w, h = _cell(area, i)
        with canvas.group(name.capitalize()):
            panel(canvas, x, y, w, h, GROUNDS[i], 28)
            if area.is_wide:
                size = min((h - 3.3 * label) / 250, w / 300)
                middle, top = x + w / 2, y + (h - 3.0 * label - 250 * size) / 2
                canvas.label(middle, y + h - 1.8 * label, name, label, w - 24)
                canvas.label(middle, y + h - 0.7 * label, EXAMPLES[i], area.label, w - 12, bold=False)
            else:
                size = min((h - 8) / 250, (w - 8.5 * label) / 300)
                middle, top = x + max(150 * size + 10, 0.31 * w), y + (h - 250 * size) / 2
                canvas.label(x + w - 28, y + h / 2 + 0.35 * label, name, label, 7 * label, align="right")
            with canvas.at(middle, top, size):
                picture(canvas, (x - middle) / size, (y - top) / size)
    return canvas.drawing(ALT)


def _cell(area: Area, i: int) -> tuple[float, float, float, float]:
    if area.is_wide:
        side, gap = 0.05 * area.width, 0.025 * area.width
        w = (area.width - 2 * side - 2 * gap) / 3
        return side + i * (w + gap), 8, w, area.height * 0.85
    gap = 0.03 * area.width
    h = (area.height - 4 * gap) / 3
    return 1.4 * gap, gap + i * (h + gap), area.width - 2.8 * gap, h


def _sleeve(canvas: Canvas, edge: float, y: float, wrist: tuple[float, float], colour: str) -> None:
    """An arm that comes in over the panel's edge and ends at the wrist."""
    x, end = wrist
    canvas.polygon([(edge, y - 26), (x, end - 17), (x, end + 17), (edge, y + 26)], colour)
    canvas.ellipse(x, end, 17, fill=colour)


def _pour(canvas: Canvas, left: float, ceiling: float) -> None:
    with canvas.at(78, 246, 0.9):
        pot_plant(canvas)
    canvas.path("M 66 112 C 88 120 92 140 90 196 L 68 196 C 68 160 68 136 54 122 Z", "water6")
    with canvas.at(-8, 72, 0.46, 38):
        with canvas.at(0, 0, 1, flip=True):
            water.cup(canvas)
        canvas.ellipse(20, 6, 150, 22, "water3")
    _sleeve(canvas, left, 20, (-108, 44), "coral7")
    with canvas.at(-100, 47, 1.2):
        hand(canvas, 0, 0, CAST["mette"].look.skin, 20, "fist")


def _turn_down(canvas: Canvas, left: float, ceiling: float) -> None:
    canvas.rectangle(-11, ceiling, 22, 20 - ceiling, "ink")
    with canvas.at(0, 20, 1.5):
        water.tap(canvas, turn=24)
    water.drop(canvas, 0, 152, 8)
    with canvas.at(0, 182, 0.27):
        water.saucer(canvas)
        water.cup(canvas)
        water.water_in_cup(canvas, 1)
    _sleeve(canvas, left, 128, (-66, 82), "coral7")
    with canvas.at(-58, 79, 1.2):
        hand(canvas, 0, 0, CAST["samir"].look.skin, -14, "fist")


def _larger(canvas: Canvas, left: float, ceiling: float) -> None:
    with canvas.at(14, 46, 0.5):
        water.saucer(canvas)
        water.cup_cut_open(canvas, 0.42)
    with canvas.at(-82, 182, 0.24):
        water.saucer(canvas)
        water.cup_cut_open(canvas, 1)
