"""The same candle under two alarms: the threshold of a normal one, and of one that is too sensitive."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.figures._people import not_in_cast
from holdslides.keys import key
from holdslides.kit.alarms import DARK, Waves, alarm, candle, waves
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed, looking
from holdslides.kit.furniture import panel, rounded_below
from holdslides.kit.seated import at_table
from holdslides.kit.sentences import lines_of, sentence
from holdslides.records import dataclass


@dataclass(frozen=True)
class Values:
    titles: tuple[str, ...] = key(
        "titler", default=("Normal", "Følsom"), doc="Overskriften i det første og det andet felt."
    )
    threshold: str = key("graense", default="her hyler|alarmen", doc="Ordene ved den stiplede linje.")
    who: str = key("hvem", default="inger", doc="Hvem der sidder ved bordet.")


def faults(values: Values) -> Iterable[Fault]:
    if len(values.titles) != 2:
        yield Fault("titler", f"der er to felter, men {len(values.titles)} titler")
    yield from not_in_cast(hvem=values.who)


def draw(values: Values, area: Area) -> Drawing:
    canvas = Canvas(area.width, area.height)
    for panel_at in _panels(area):
        _scene(canvas, values, area, panel_at)
    normal, sensitive = (title.lower() for title in values.titles)
    alt = (
        f"Det samme stearinlys under to alarmer: Den ene ({normal}) er stille, fordi flammen er under "
        "grænsen, "
        f"den anden ({sensitive}) hyler, fordi grænsen er sunket"
    )
    return canvas.drawing(sentence(alt))


@dataclass(frozen=True)
class _Panel:
    x: float
    y: float
    width: float
    height: float
    sensitive: bool


def _panels(area: Area) -> tuple[_Panel, _Panel]:
    """Side by side when there is width for it, else one above the other."""
    if area.is_wide:
        side, gap = 0.05 * area.width, 0.0167 * area.width
        w, h = (area.width - 2 * side - gap) / 2, 0.85 * area.height
        return _Panel(side, 10, w, h, False), _Panel(side + w + gap, 10, w, h, True)
    gap = 0.03 * area.width
    h = (area.height - 3 * gap) / 2
    return (
        _Panel(gap, gap, area.width - 2 * gap, h, False),
        _Panel(gap, 2 * gap + h, area.width - 2 * gap, h, True),
    )


def _scene(canvas: Canvas, values: Values, area: Area, p: _Panel) -> None:
    """One panel: the alarm under the ceiling, the threshold, the candle on a table and somebody behind it."""
    unit = min(p.width / 424, p.height / 330)
    table = p.y + p.height - 36 * unit
    lamp_x = p.x + 0.64 * p.width
    title = values.titles[1] if p.sensitive else values.titles[0]
    with canvas.group(title):
        panel(canvas, p.x, p.y, p.width, p.height, "coral2" if p.sensitive else "petrol2")
        with canvas.at(lamp_x, p.y + 1.6 * unit, 0.8 * unit):
            if p.sensitive:
                waves(canvas, "coral7", Waves(2, 136, 30, 12, -4, 42, 44))
            alarm(canvas, DARK, "amber" if p.sensitive else "leaf3")
        _threshold(canvas, values.threshold, area.label, p, table, unit)
        with canvas.at(lamp_x, table + 4 * unit, 1.1 * unit):
            candle(canvas, 40)
        _somebody(canvas, values.who, p, table, unit)
        rounded_below(canvas, p.x, table, p.width, p.y + p.height - table, 28, "petrol7")
        canvas.rectangle(p.x, table, p.width, 8 * unit, "ink")
        room = lamp_x - 90 * unit - p.x - 24 * unit
        canvas.label(
            p.x + 24 * unit, p.y + 26 * unit + area.label, title, 1.2 * area.label, room, align=("left")
        )


def _threshold(canvas: Canvas, word: str, label: float, p: _Panel, table: float, unit: float) -> None:
    """The dashed line: above the flame while the alarm is normal, far below its tip when it is sensitive."""
    y = table - 62 * unit if p.sensitive else p.y + 126 * unit
    left, right = p.x + 0.45 * p.width, p.x + p.width - 24 * unit
    canvas.line(left, y, right, y, "ink", 3.5 * unit, (9 * unit, 8 * unit), round_ends=False)
    lines = lines_of(word)
    first = y - (0.5 + 1.1 * (len(lines) - 1)) * label if p.sensitive else y + 1.2 * label
    canvas.label(right, first, lines, label, 0.34 * p.width, align="right", leading=1.1)


def _somebody(canvas: Canvas, who: str, p: _Panel, table: float, unit: float) -> None:
    look = looking(who, mouth="o") if p.sensitive else looking(who)
    with canvas.at(p.x + 0.235 * p.width, table + 6 * unit, 0.64 * unit):
        at_table(
            canvas, who, "ears" if p.sensitive else "folded", dressed(who, top="coral7", dress=False), look
        )


FIGURE = Figure(id="foelsom_alarm", name="Følsom alarm", values=Values, draw=draw, faults=faults)
