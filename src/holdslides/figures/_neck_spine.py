"""The spine of the neck from behind, in the outline of neck and shoulders, and the nerves that run out into the arm.

Units are those of the figure `nerverod`, the origin on the spine. The bones are lower and broader than those of the
low back, the ridge one can feel is forked, and the nerves leave nearly level and run out over the shoulder.
"""

from __future__ import annotations

from itertools import pairwise

from holdslides.drawing import Point
from holdslides.kit.canvas import Canvas, mixed

_BONES = (-212.0, -136.0, -60.0, 16.0, 92.0, 168.0, 244.0, 320.0)
# The nerves of the right side, one from each of three gaps; those from above stay in the neck and are left out.
_WAYS: tuple[tuple[Point, ...], ...] = (
    ((16, -28), (60, -20), (98, 8), (130, 58), (154, 122), (168, 200), (175, 330)),
    ((16, 48), (58, 56), (90, 82), (114, 128), (131, 186), (140, 250), (144, 330)),
    ((16, 124), (54, 132), (80, 156), (97, 196), (107, 240), (112, 290), (114, 330)),
)
_ROOT: tuple[Point, ...] = ((16, -28), (60, -20), (90, 0), (104, 14))
NECK_ENDS: tuple[tuple[Point, Point], ...] = (
    ((62, -138), (190, -168)),
    ((82, -6), (190, -100)),
    ((128, 6), (200, -36)),
    ((163, 160), (226, 112)),
)
_QUIET = mixed("petrol8", "sand3", 0.66)


def neck_spine(canvas: Canvas) -> None:
    """Outline, nerves, the irritated one among them, and the bones that hide where they begin."""
    _outline(canvas)
    with canvas.group("Nerver"):
        for n, way in enumerate(_WAYS):
            for side in (-1, 1):
                if side < 0 or n > 0:
                    canvas.curve([(side * x, y) for x, y in way], _QUIET, 13)
    with canvas.group("Irritation"):
        for width, share in ((84, 0.22), (66, 0.46), (46, 0.78)):
            canvas.curve(_ROOT, mixed("petrol8", "coral3", share), width)
    with canvas.group("Nerve"):
        canvas.curve(_WAYS[0], "coral", 20)
    with canvas.group("Rygsøjle"):
        for above, below in pairwise(_BONES):
            middle = (above + below) / 2
            canvas.rectangle(-36, middle - 24, 72, 48, "petrol5", 10)
        for bone in _BONES:
            with canvas.at(0, bone):
                _bone(canvas)


def _outline(canvas: Canvas) -> None:
    """The back of the head's lower end, the neck and the shoulders, a little darker than the ground."""
    canvas.path(
        "M -112 -238 C -112 -208 -104 -188 -88 -172 C -80 -140 -80 -104 -84 -72 C -88 -40 -120 -22 -158 -4 "
        "C -198 16 -212 70 -214 302 L 214 302 C 212 70 198 16 158 -4 C 120 -22 88 -40 84 -72 "
        "C 80 -104 80 -140 88 -172 C 104 -188 112 -208 112 -238 Z",
        "petrol8",
    )


def _bone(canvas: Canvas) -> None:
    """A vertebra of the neck from behind: broad and low, a short wing to each side, the ridge forked. 52 high."""
    for side in (-1, 1):
        canvas.tube([(side * 40, -4, 17), (side * 60, 2, 12)], "petrol3")
    canvas.path(
        "M -50 -24 C -40 -30 -20 -22 0 -22 C 20 -22 40 -30 50 -24 C 58 -16 54 14 48 22 C 40 30 20 24 0 24 "
        "C -20 24 -40 30 -48 22 C -54 14 -58 -16 -50 -24 Z",
        "petrol2",
    )
    for side in (-1, 1):
        canvas.tube([(0, -8, 9), (side * 3, 8, 8), (side * 13, 26, 7)], "petrol3")
