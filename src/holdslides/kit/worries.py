"""What cannot be touched: a tangled thought, a breath, a sleeper's calm. Unit 1 pt at scale 1."""

from __future__ import annotations

from holdslides.drawing import Colour
from holdslides.kit.canvas import Canvas
from holdslides.kit.things import thought_bubble

_TANGLE = (
    (-34, 6), (-20, -22), (10, -26), (26, -4), (4, 16), (-22, 4), (-8, -18),
    (22, -14), (34, 10), (10, 24), (-16, 20), (-26, -4), (4, -10), (14, 6),
)  # fmt: skip


def tangle(canvas: Canvas, colour: Colour = "ink", width: float = 5) -> None:
    """A thought that goes round and round, about 70 wide."""
    with canvas.group("Filter"):
        canvas.curve(_TANGLE, colour, width)


def worry(canvas: Canvas, bubble: Colour = "sand0", thread: Colour = "ink") -> None:
    """A thought bubble with a tangle in it, about 100 wide, its small bubbles to the lower left."""
    with canvas.group("Bekymring"):
        thought_bubble(canvas, bubble)
        with canvas.at(2, -2, 0.78):
            tangle(canvas, thread, 6)


def breath(canvas: Canvas, colour: Colour = "sand0") -> None:
    """A long, curling breath out to the right, about 95 wide."""
    with canvas.group("Åndedrag"):
        canvas.tube([(0, 0, 3), (30, 4, 6), (58, -4, 7), (70, -22, 6), (56, -32, 5), (46, -20, 3)], colour)
        canvas.tube([(6, 18, 3), (40, 24, 6), (74, 18, 6), (92, 24, 4)], colour)
