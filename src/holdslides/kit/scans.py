"""Scan pictures on a light box: low back, neck, knee and hip, each with one amber finding.

All films are 160 wide and 268 high inside their frame; the origin is the film's top left corner.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from holdslides.kit.canvas import Canvas, mixed

WIDTH, HEIGHT = 160.0, 268.0
_FILM, _BONE, _SOFT, _DISC, _FINDING = "ink", "petrol2", "petrol8", "petrol5", "amber"
_FAR_BONE = mixed("petrol2", "ink", 0.45)


def scan(canvas: Canvas, part: str) -> None:
    """The film of a part: 'ryg', 'nakke', 'knae' or 'hofte'. Raises KeyError for another."""
    draw = _PARTS[part]
    with canvas.group("Skanning"):
        canvas.rectangle(-14, -14, WIDTH + 28, HEIGHT + 28, "sand0", 14)
        canvas.rectangle(0, 0, WIDTH, HEIGHT, _FILM, 6)
        draw(canvas)


def _back(canvas: Canvas) -> None:
    """The low back from the side, the patient facing left."""
    spots = ((80, 30, -6), (71, 71, -5), (65, 112, 0), (66, 153, 6), (77, 194, 14), (92, 230, 24))
    for (x, y, turn), (x2, y2, turn2) in pairwise(spots):
        with canvas.at((x + x2) / 2, (y + y2) / 2, 1, (turn + turn2) / 2):
            canvas.rectangle(-25, -6, 50, 12, _FINDING if y == 153 else _DISC, 5)
            if y == 153:
                canvas.ellipse(28, 0, 12, 9, _FINDING)
    for x, y, turn in spots:
        with canvas.at(x, y, 1, turn):
            canvas.path("M 24 -4 L 52 4 C 58 8 56 14 50 14 L 24 9 Z", _FAR_BONE)
            canvas.rectangle(-27, -14, 54, 28, _BONE, 6)


def _neck(canvas: Canvas) -> None:
    """The neck from the side, the patient facing left: skull and jaw above, seven vertebrae below."""
    canvas.path("M 0 0 L 160 0 L 160 34 C 150 62 120 70 104 58 L 62 58 C 40 52 20 34 0 34 Z", _FAR_BONE)
    canvas.path("M 0 50 C 20 58 30 72 34 92 L 14 104 L 0 102 Z", _FAR_BONE)
    spots = (
        (92, 78, 8),
        (82, 105, 4),
        (77, 132, 0),
        (76, 159, -4),
        (79, 186, -8),
        (86, 213, -12),
        (96, 240, -14),
    )
    for (x, y, turn), (x2, y2, turn2) in pairwise(spots):
        with canvas.at((x + x2) / 2, (y + y2) / 2, 1, (turn + turn2) / 2):
            canvas.rectangle(-19, -4.5, 38, 9, _FINDING if y == 186 else _DISC, 4)
            if y == 186:
                canvas.ellipse(22, 0, 9, 7, _FINDING)
    for x, y, turn in spots:
        with canvas.at(x, y, 1, turn):
            canvas.path("M 18 -3 L 46 6 C 51 9 50 14 45 14 L 18 7 Z", _FAR_BONE)
            canvas.rectangle(-21, -9, 42, 18, _BONE, 5)


_FLESH = (
    "M 22 0 C 26 70 12 120 16 150 C 18 190 26 230 28 268 L 132 268 C 136 220 146 180 144 148 C 148 110 134 "
    "60 138 0 Z"
)
_CALF_BONE = "M 126 178 C 116 170 110 182 112 196 L 116 268 L 130 268 L 128 200 C 132 190 132 182 126 178 Z"
_THIGH_BONE = (
    "M 56 0 L 104 0 C 102 52 104 76 122 94 C 134 106 132 132 116 137 C 102 141 92 134 80 122 C 68 134 58 141 "
    "44 137 C 28 132 26 106 38 94 C 56 76 58 52 56 0 Z"
)
_SHIN_BONE = (
    "M 36 153 C 50 146 66 150 80 150 C 94 150 110 146 124 153 C 134 160 126 176 116 186 C 106 200 104 226 "
    "104 268 L 58 268 C 58 226 54 200 44 186 C 34 176 26 160 36 153 Z"
)
_NARROW_JOINT = (
    "M 34 139 C 46 146 60 142 70 136 L 72 148 C 58 146 46 146 34 151 C 24 152 18 146 20 140 C 22 136 28 136 "
    "34 139 Z"
)


def _knee(canvas: Canvas) -> None:
    """A knee from the front: thigh bone, shin bone and calf bone, the joint narrow on one side."""
    for shape, colour in (
        (_FLESH, _SOFT),
        (_CALF_BONE, _FAR_BONE),
        (_THIGH_BONE, _BONE),
        (_SHIN_BONE, _BONE),
        (_NARROW_JOINT, _FINDING),
    ):
        canvas.path(shape, colour)
    canvas.ellipse(80, 96, 22, 24, mixed("petrol2", "sand0", 0.45))


_HIP_BONE = "M 0 8 C 34 -2 76 4 104 40 C 124 66 122 96 112 112 C 96 96 70 100 60 122 C 40 118 16 122 0 116 Z"
_SIT_BONE = (
    "M 0 118 C 20 122 42 118 60 124 C 56 150 66 164 60 186 C 52 206 22 204 0 196 L 0 176 C 16 182 34 180 "
    "36 164 C 36 148 18 142 0 142 Z"
)
_UPPER_THIGH = (
    "M 118 128 C 132 122 150 136 148 158 C 146 190 138 226 140 268 L 96 268 C 98 226 102 196 98 172 C 92 164 "
    "88 158 84 152 Z"
)
_WORN_SOCKET = (
    "M 60 120 C 68 98 98 90 116 110 C 120 116 112 122 107 116 C 98 104 76 106 68 124 C 64 130 57 126 60 120 Z"
)


def _hip(canvas: Canvas) -> None:
    """A hip from the front: half a pelvis, the ball in its socket, the thigh bone below."""
    for shape, colour in ((_HIP_BONE, _FAR_BONE), (_SIT_BONE, _FAR_BONE), (_UPPER_THIGH, _BONE)):
        canvas.path(shape, colour)
    canvas.ellipse(87, 132, 29, fill=_BONE)
    canvas.path(_WORN_SOCKET, _FINDING)


_PARTS: dict[str, Callable[[Canvas], None]] = {"ryg": _back, "nakke": _neck, "knae": _knee, "hofte": _hip}
