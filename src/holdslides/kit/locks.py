"""A canal lock in a rounded panel: water, a gate that lifts, a quay with a hand wheel. Lengths in pt."""

from __future__ import annotations

import math

from holdslides.drawing import Command
from holdslides.kit import paths
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.panels import Box
from holdslides.records import dataclass

_CORNER = 28.0  # of the panel the water lies in
_DEEP, _FLOW, _FOAM = "petrol7", "petrol3", "sand0"
_SPRAY = ((60, 34, 15), (82, 22, 12), (98, 4, 13), (116, -12, 10), (136, -8, 13), (156, -2, 9), (74, 44, 9))


@dataclass(frozen=True, slots=True)
class Lock:
    """The panel it lies in, how large everything is drawn, and where the gate's middle stands (pt)."""

    panel: Box
    scale: float
    gate: float

    @property
    def level(self) -> float:
        """The height the water stands at before the gate."""
        return self.panel.bottom - 84 * self.scale


def water(canvas: Canvas, lock: Lock, is_open: bool) -> None:
    """The water: a trickle bed behind a closed gate, a wave that runs over behind an open one."""
    k, g, up = lock.scale, lock.gate, lock.level
    x, right = lock.panel.x, lock.panel.right
    if not is_open:
        low = lock.panel.bottom - 26 * k
        _basin(canvas, lock, [("L", g, up), ("L", g, low), ("L", right, low)])
        _ripples(canvas, x + 14 * k, up, 56 * k, int((g - x) / (58 * k)))
        _ripples(canvas, g + 34 * k, low, 40 * k, int((right - g - 60 * k) / (40 * k)))
        return
    crest: list[Command] = [
        ("L", g - 30 * k, up),
        ("C", g + 20 * k, up + 2 * k, g + 24 * k, up + 38 * k, g + 54 * k, up + 38 * k),
        ("C", g + 84 * k, up + 38 * k, g + 84 * k, up - 22 * k, g + 124 * k, up - 18 * k),
        ("C", g + 146 * k, up - 16 * k, g + 150 * k, up + 4 * k, right, up - 4 * k),
    ]
    _basin(canvas, lock, crest)
    for a, b, dy in ((-84, 74, 30), (-60, 104, 52), (-84, 96, 70)):
        points = (
            (a, dy, 1.5),
            (a * 0.4 + b * 0.1, dy - 5, 5),
            (a * 0.1 + b * 0.55, dy + 3, 5),
            (b, dy - 2, 2),
        )
        canvas.tube([(g + px * k, up + py * k, r * k) for px, py, r in points], _FLOW)
    for dx, dy, r in _SPRAY:
        canvas.ellipse(g + dx * k, up + dy * k, r * k, fill=_FOAM)
    _ripples(canvas, x + 14 * k, up, 56 * k, 3)


def _basin(canvas: Canvas, lock: Lock, surface: list[Command]) -> None:
    """From the left edge along the surface to the right edge, and round below as the panel's corners are."""
    x, right, bottom, r = lock.panel.x, lock.panel.right, lock.panel.bottom, _CORNER
    below: list[Command] = [("L", right, bottom - r), *paths.arc(right - r, bottom - r, r, 0, 90)[1]]
    below += [("L", x + r, bottom), *paths.arc(x + r, bottom - r, r, 90, 180)[1], ("Z",)]
    canvas.path([("M", x, lock.level), *surface, *below], _DEEP)


def _ripples(canvas: Canvas, x: float, y: float, step: float, count: int) -> None:
    for i in range(count):
        a = x + i * step
        rise = 0.2 * step
        canvas.path(
            [
                ("M", a, y + 0.6),
                ("C", a + step * 0.24, y - rise, a + step * 0.5, y - rise, a + step * 0.74, y + 0.6),
                ("Z",),
            ],
            _DEEP,
        )


def gate(canvas: Canvas, lock: Lock, is_open: bool) -> None:
    """A wooden gate between two posts; open, it is lifted and the water runs below it."""
    k, g, up = lock.scale, lock.gate, lock.level
    lift = 96 * k if is_open else 0
    top = up - 86 * k - lift
    # The open gate's lower edge is lifted clear of the water; the closed one stands on the ground.
    foot = lock.panel.bottom - (0 if not is_open else 96 * k)
    with canvas.group("Port"):
        canvas.rectangle(g - 20 * k, top, 40 * k, foot - top, "wood")
        for i in range(1 + int((foot - top) / (28 * k))):
            plank = top + (12 + 28 * i) * k
            if plank + 4 * k < foot:
                canvas.rectangle(g - 20 * k, plank, 40 * k, 4 * k, darker("wood", 0.35))
        head = lock.panel.bottom - 242 * k
        for side in (-32, 19):
            canvas.rectangle(g + side * k, head + 10 * k, 13 * k, lock.panel.bottom - head - 10 * k, "ink")
        canvas.rectangle(g - 44 * k, head, 88 * k, 13 * k, "ink", 5 * k)


def quay(canvas: Canvas, lock: Lock, is_open: bool) -> None:
    """The planks somebody stands on, up to the gate, and the wheel that turns it."""
    k, g = lock.scale, lock.gate
    y, start = lock.level - 18 * k, max(lock.panel.x + 14 * k, g - 250 * k)
    canvas.rectangle(start, y, g - 30 * k - start, 12 * k, "sand4", 4 * k)
    for x in (start + 26 * k, g - 74 * k):
        canvas.rectangle(x, y + 12 * k, 10 * k, 34 * k, "ink")
    x, hub = g - 58 * k, y - 78 * k
    with canvas.group("Hjul"):
        canvas.rectangle(x - 4 * k, hub, 8 * k, 78 * k, "ink")
        for turn in range(0, 180, 45):
            a = math.radians(turn + (22 if is_open else 0))
            dx, dy = 25 * k * math.cos(a), 25 * k * math.sin(a)
            canvas.capsule(x - dx, hub - dy, 3 * k, x + dx, hub + dy, 3 * k, "coral7")
        canvas.ellipse(x, hub, 27 * k, 27 * k, None, "coral7", 6 * k)
        canvas.ellipse(x, hub, 6 * k, fill="ink")
