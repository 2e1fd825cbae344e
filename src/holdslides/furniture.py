"""What stands on slides besides words and figures, as neutral shapes: badge, bubble, call bar, number discs.

Every writer draws these, so they look the same in PowerPoint, in the preview and on paper. Lengths in pt.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from holdslides.drawing import Colour, Shape
from holdslides.kit.canvas import Canvas
from holdslides.pages import ACTIVITY_NAMES, Activity, ActivityType, minutes_text
from holdslides.records import dataclass
from holdslides.theme import NumberDisc, Panel

Measure = Callable[[str, float, bool], float]  # words, size in pt, bold -> width in pt

PANEL_RADIUS = 28
BUBBLE_RADIUS = 32
_PLATE_PAD, _PLATE_RADIUS = 8, 8
_BADGE_HEIGHT = 48
_BADGE_SIZE = 20
_PAD, _ICON, _GAP, _CLOCK = 18, 36, 13, 31
_CAPITAL = 0.716  # height of Arial's capitals, of the font size: what is centred is the capitals


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of furniture: Danish name, shapes, and a sentence for who cannot see it ("" for none)."""

    name: str
    shapes: tuple[Shape, ...]
    alt: str = ""


def badge(activity: Activity, x: float, y: float, measure: Measure) -> Piece:
    """The pill that says what the room does now: icon, word, clock, minutes. (x, y) is its top left."""
    word, minutes = ACTIVITY_NAMES[activity.type], minutes_text(activity.minutes)
    word_x = _PAD + _ICON + _GAP
    word_width = measure(word, _BADGE_SIZE, True)
    clock_x = word_x + word_width + 24
    minutes_x = clock_x + _CLOCK + 9
    minutes_width = measure(minutes, _BADGE_SIZE, True)
    canvas = Canvas(0, 0)
    middle = _BADGE_HEIGHT / 2
    baseline = middle + _BADGE_SIZE * _CAPITAL / 2
    with canvas.at(x, y):
        canvas.rectangle(0, 0, minutes_x + minutes_width + 22, _BADGE_HEIGHT, "ink", middle)
        with canvas.at(_PAD + _ICON / 2, middle), canvas.group("Ikon"):
            _ICONS[activity.type](canvas)
        canvas.label(word_x, baseline, word, _BADGE_SIZE, word_width + 6, "sand0", align="left")
        with canvas.at(clock_x + _CLOCK / 2, middle), canvas.group("Ur"):
            _clock(canvas, activity.minutes)
        canvas.label(minutes_x, baseline, minutes, _BADGE_SIZE, minutes_width + 6, "sand0", align="left")
    return Piece("Aktivitet", canvas.drawing("").shapes, f"Aktivitet: {word}, {minutes}.")


def bubble(panel: Panel) -> Piece:
    """The white speech bubble a question stands in, its tail to the right."""
    canvas = Canvas(0, 0)
    right, top = panel.x + panel.width, panel.y
    canvas.polygon(
        [(right - 6, top + 40), (right + 56, top + 28, 4), (right - 6, top + 92)], panel.colour, 0.1
    )
    canvas.rectangle(panel.x, panel.y, panel.width, panel.height, panel.colour, BUBBLE_RADIUS)
    return Piece("Taleboble", canvas.drawing("").shapes)


def call_bar(panel: Panel) -> Piece:
    """The bar that says whom to call, a telephone at its left."""
    canvas = Canvas(0, 0)
    canvas.rectangle(panel.x, panel.y, panel.width, panel.height, panel.colour, PANEL_RADIUS)
    with canvas.at(panel.x + 50, panel.y + panel.height / 2), canvas.group("Telefon"):
        canvas.ellipse(0, 0, 29, fill="ink")
        with canvas.at(0, 3, 0.64, -38):
            canvas.tube([(-26, -2, 6), (-12, -13, 6.5), (12, -13, 6.5), (26, -2, 6)], "sand0")
            for side in (-1, 1):
                canvas.rectangle(side * 27 - 11, -4, 22, 20, "sand0", 6)
    return Piece("Ring", canvas.drawing("").shapes)


def plain_panel(panel: Panel) -> Piece:
    """A plain rounded panel behind a column."""
    canvas = Canvas(0, 0)
    canvas.rectangle(panel.x, panel.y, panel.width, panel.height, panel.colour, PANEL_RADIUS)
    return Piece("Felt", canvas.drawing("").shapes)


def logo_plate(x: float, y: float, width: float, height: float) -> Piece:
    """The light plate a logo stands on, a little larger than the logo itself."""
    canvas = Canvas(0, 0)
    pad = _PLATE_PAD
    canvas.rectangle(x - pad, y - pad, width + 2 * pad, height + 2 * pad, "sand0", _PLATE_RADIUS)
    return Piece("Logoets bund", canvas.drawing("").shapes)


def number_disc(disc: NumberDisc, number: int) -> Piece:
    """The numbered disc before a point to remember."""
    canvas = Canvas(0, 0)
    r = disc.size / 2
    size = round(disc.size * 0.5)
    with canvas.at(disc.x + r, disc.y + r):
        canvas.ellipse(0, 0, r, fill="ink")
        canvas.label(0, size * _CAPITAL / 2, str(number), size, disc.size, "sand0")
    return Piece(f"Tal {number}", canvas.drawing("").shapes, f"{number}.")


def title_rule(x: float, y: float) -> Piece:
    """The short line between a deck's name and what stands under it; `y` is its middle."""
    canvas = Canvas(0, 0)
    canvas.rectangle(x, y - 3.5, 56, 7, "coral", 3.5)
    return Piece("Streg", canvas.drawing("").shapes)


# ---- icons: 36 x 36 round their middle, light on ink, amber for the second tone -------------------------
def _talk(canvas: Canvas) -> None:
    _disc_head(canvas, 0, -11, 5.5)
    canvas.path("M -12 4 C -12 -3 -7 -5 0 -5 C 7 -5 12 -3 12 4 Z", "sand0")
    canvas.polygon([(-15, 3), (15, 3), (11, 16), (-11, 16)], "amber", 2)
    canvas.capsule(-15, 3, 1.6, 15, 3, 1.6, "sand0")


def _exercise(canvas: Canvas) -> None:
    _disc_head(canvas, 0, -12, 4.6)
    for x0, y0, r0, x1, y1, r1, colour in (
        (-4, -4, 2.8, -11, -9, 2.3, "amber"),
        (-11, -9, 2.3, -9, -16, 2.0, "amber"),
        (4, -4, 2.8, 11, -9, 2.3, "amber"),
        (11, -9, 2.3, 9, -16, 2.0, "amber"),
        (-1.5, 6, 3.6, -7, 15, 2.8, "sand0"),
        (1.5, 6, 3.6, 7, 15, 2.8, "sand0"),
        (0, -2, 5.4, 0, 6, 4.6, "sand0"),
    ):
        canvas.capsule(x0, y0, r0, x1, y1, r1, colour)


def _metaphor(canvas: Canvas) -> None:
    canvas.rectangle(-17, -14, 34, 28, "sand0", 4)
    canvas.rectangle(-13, -10, 26, 20, "ink", 1.5)
    canvas.ellipse(6, -3, 3.6, fill="amber")
    canvas.path("M -13 10.5 L -5 -3 L 1 5 L 5 1 L 13 10.5 Z", "sand0")


def _dialogue(canvas: Canvas) -> None:
    canvas.rectangle(-3, -5, 21, 15, "amber", 5)
    canvas.polygon([(8, 8), (15, 8), (14, 16)], "amber")
    canvas.rectangle(-19, -16, 27, 18, "ink", 6)
    canvas.rectangle(-18, -15, 25, 16, "sand0", 5)
    canvas.polygon([(-13, -1), (-6, -1), (-13, 7)], "sand0")


def _form(canvas: Canvas) -> None:
    canvas.capsule(-15, 15, 1.5, 8, 15, 1.5, "amber")
    with canvas.at(1, -1, 1, 45):
        canvas.rectangle(-4.5, -18, 9, 6, "amber", 2)
        canvas.rectangle(-4.5, -11, 9, 18, "sand0")
        canvas.polygon([(-4.5, 8), (4.5, 8), (0, 16)], "amber")


def _disc_head(canvas: Canvas, x: float, y: float, r: float) -> None:
    canvas.ellipse(x, y, r, fill="sand0")


def _clock(canvas: Canvas, minutes: float) -> None:
    r = _CLOCK / 2
    canvas.ellipse(0, 0, r, fill="sand0")
    canvas.pie(0, 0, r, -90, -90 + min(359.0, max(30.0, minutes * 6)), "amber")
    for quarter in range(4):
        c, s = math.cos(quarter * math.pi / 2), math.sin(quarter * math.pi / 2)
        canvas.capsule(c * (r - 3.5), s * (r - 3.5), 0.8, c * r, s * r, 0.8, _TICK)
    canvas.ellipse(0, 0, 1.8, fill=_TICK)


_TICK: Colour = "ink"
_ICONS: dict[ActivityType, Callable[[Canvas], None]] = {
    ActivityType.TALK: _talk,
    ActivityType.EXERCISE: _exercise,
    ActivityType.METAPHOR: _metaphor,
    ActivityType.DIALOGUE: _dialogue,
    ActivityType.FORM: _form,
}
