"""The smoke alarm and what sets it off: waves, pan, steak, smoke, candle, fly. Unit 1 pt at scale 1."""

from __future__ import annotations

import math

from holdslides.drawing import Colour
from holdslides.kit.canvas import Canvas, darker
from holdslides.records import dataclass


@dataclass(frozen=True, slots=True)
class AlarmColours:
    """A light alarm on a dark stage, or a dark one on a light stage: LIGHT and DARK."""

    body: Colour
    shade: Colour
    slot: Colour
    plate: Colour


LIGHT = AlarmColours("sand0", "sand2", "ink", "sand3")
DARK = AlarmColours("petrol7", "petrol8", "sand0", "ink")


def alarm(canvas: Canvas, colours: AlarmColours = LIGHT, led: Colour = "coral") -> None:
    """A smoke alarm under a ceiling; origin at the middle of its ceiling side, 212 wide and 93 high."""
    with canvas.group("Røgalarm"):
        canvas.rectangle(-72, -2, 144, 16, colours.plate, 4)
        canvas.path(
            "M -104 14 C -104 8 -98 8 -92 8 L 92 8 C 98 8 104 8 104 14 L 104 40 L -104 40 Z", colours.shade
        )
        canvas.ellipse(0, 44, 104, 44, colours.body)  # its round face, seen from below
        _slots(canvas, colours)
        canvas.ellipse(0, 43, 36, 15, colours.shade)
        canvas.ellipse(0, 40, 34, 14, colours.plate)
        canvas.ellipse(0, 39, 27, 10.5, colours.body)
        canvas.ellipse(63, 60, 7, 6, led)


def _slots(canvas: Canvas, colours: AlarmColours) -> None:
    """A ring of slots round the test button: what makes it a smoke alarm and nothing else."""
    for i in range(16):
        a = math.radians(22.5 * i + 11.25)
        c, s = math.cos(a), math.sin(a)
        if c > 0.4 and 0.3 < s < 0.8:  # the lamp sits here
            continue
        canvas.capsule(52 * c, 42 + 22 * s, 3.6, 82 * c, 42 + 35.5 * s, 4.6, colours.slot)


@dataclass(frozen=True, slots=True)
class Waves:
    """Sound arcs: how many, first radius, distance and width (units), the angles they cover (degrees)."""

    count: int = 3
    radius: float = 128
    step: float = 26
    width: float = 9
    start: float = -4
    end: float = 46
    centre: float = 40
    sides: tuple[int, ...] = (1, -1)


def waves(canvas: Canvas, colour: Colour = "amber", how: Waves | None = None) -> None:
    """The alarm's sound, outwards and down; origin as the alarm's."""
    how = how or Waves()
    with canvas.group("Lyd"):
        for i in range(how.count):
            r = how.radius + i * how.step
            for side in how.sides:
                start, end = (how.start, how.end) if side > 0 else (180 - how.end, 180 - how.start)
                canvas.arc(0, how.centre, r, start, end, colour, how.width)


def fly(canvas: Canvas, body: Colour = "amber", wing: Colour = "sand0", legs: Colour = "ink") -> None:
    """A small fly about 50 long, its head to the left."""
    with canvas.group("Flue"), canvas.at(0, 0, 1, -18):
        for x in (-5, 1, 7):
            canvas.curve([(x, 4), (x - 4, 11), (x - 2, 16)], legs, 2)
        with canvas.at(2, -5, 1, -58):
            canvas.ellipse(14, -3, 17, 7, darker(wing, 0.16))
        with canvas.at(3, -4, 1, -28):
            canvas.ellipse(16, -6, 19, 7.5, wing)
        canvas.ellipse(3, 0, 15, 8.5, body)
        canvas.ellipse(-14, -1, 8, 7.5, body)
        canvas.ellipse(-17, -2.5, 4.2, 4.6, "coral7")
        canvas.curve([(-19, -7), (-24, -10)], body, 1.8)


def steak(canvas: Canvas) -> None:
    """A steak seen at a slant, 150 wide."""
    with canvas.group("Bøf"):
        canvas.blob(
            [
                (-74, 4), (-60, -16), (-18, -20), (26, -22), (66, -12), (76, 6),
                (58, 20), (14, 18), (-26, 22), (-62, 20),
            ],
            "coral3",
        )  # fmt: skip
        canvas.blob(
            [
                (-62, 3), (-52, -11), (-16, -14), (26, -16), (58, -8), (64, 5),
                (50, 13), (14, 11), (-26, 15), (-54, 13),
            ],
            "coral7",
        )  # fmt: skip
        for x in (-40, -14, 12, 38):
            canvas.capsule(x - 6, 8, 2.6, x + 8, -8, 2.6, "ink")


def pan(canvas: Canvas, colour: Colour = "ink", inside: Colour = "petrol8", handle: Colour = "wood") -> None:
    """A frying pan; origin at the middle of its rim, the rim 264 wide, the handle to the right."""
    with canvas.group("Pande"):
        canvas.tube([(118, 2, 9), (170, -8, 10), (262, -26, 12)], handle)
        canvas.capsule(112, 4, 8, 150, -5, 8, colour)
        canvas.path("M -130 0 C -126 40 -104 58 -74 58 L 74 58 C 104 58 126 40 130 0 Z", colour)
        canvas.ellipse(0, 0, 132, 27, colour)
        canvas.ellipse(0, 2, 118, 21, inside)


_SMOKE_BACK = (
    (0, -46, 27), (-24, -84, 29), (20, -96, 30), (-8, -126, 34), (36, -150, 30),
    (-40, -156, 34), (4, -182, 40), (48, -198, 30), (-36, -212, 34), (10, -232, 32),
)  # fmt: skip
_SMOKE_FRONT = (
    (2, -42, 15), (15, -62, 19), (0, -88, 23), (22, -110, 24), (2, -140, 28), (30, -162, 25), (8, -184, 26),
)  # fmt: skip


def smoke(canvas: Canvas, back: Colour = "petrol3", front: Colour = "petrol2") -> None:
    """Smoke that billows as it rises: two layers of round puffs; origin at its foot, 264 high."""
    with canvas.group("Røg"):
        canvas.path("M -12 6 C -10 -16 -20 -30 -26 -46 L 26 -46 C 18 -28 12 -14 14 6 Z", back)
        for x, y, r in _SMOKE_BACK:
            canvas.ellipse(x, y, r, fill=back)
        canvas.path("M -3 6 C 0 -14 -6 -26 -6 -40 L 16 -40 C 12 -24 8 -12 8 6 Z", front)
        for x, y, r in _SMOKE_FRONT:
            canvas.ellipse(x, y, r, fill=front)


def candle(canvas: Canvas, height: float = 70, lit: bool = True) -> None:
    """A candle in its holder; origin at the holder's foot, the flame's tip at 95 + height."""
    with canvas.group("Stearinlys"):
        canvas.ellipse(0, -4, 34, 7, "ink")
        canvas.rectangle(-8, -30, 16, 28, "ink", 3)
        canvas.rectangle(-16, -34, 32, 9, "ink", 4)
        with canvas.at(0, -34 - height):
            canvas.rectangle(-9, 0, 18, height + 2, "sand0", 3)
            canvas.path("M -9 4 L 9 4 L 9 12 C 6 16 4 12 0 14 C -4 16 -6 20 -9 20 Z", "sand2")
            canvas.line(0, 0, 0, -10, "ink", 2.6)
            if lit:
                canvas.path(
                    "M 0 -4 c -13 0 -16 -11 -12 -20 c 3 -8 9 -12 11 -26 c 9 8 16 18 15 29 c -1 10 -6 17 "
                    "-14 17 z",
                    "coral7",
                )
                canvas.path(
                    "M 1 -6 c -6 0 -8 -6 -6 -11 c 2 -4 4 -6 5 -12 c 5 5 8 9 7 14 c -1 6 -3 9 -6 9 z", "amber"
                )
