"""Heads: hair, face, expression, and what is worn on the head.

The unit is 1/104 of a head's height. The head's centre is (0, 0); everybody faces right,
`canvas.at(flip=True)` mirrors. Faces are two dots and a cheek; a mouth is for laughter and fright.
"""

from __future__ import annotations

from holdslides.drawing import Colour
from holdslides.kit.canvas import Canvas, darker, mixed
from holdslides.kit.cast import Look

_SKULL = "M -38 -8 C -38 -40 -14 -53 3 -53 C 30 -53 42 -34 42 -10 C 42 24 28 51 8 51 C -18 51 -38 26 -38 -8 Z"
_NOSE = "M 36 -6 C 46 0 53 9 50 14 C 47 19 42 18 37 17 Z"
_FRONT_HAIR = {
    "bun": "M 42 -12 C 48 -44 24 -64 -4 -62 C -38 -60 -52 -30 -46 4 C -44 18 -38 28 -30 30 C -29 14 -27 "
    "2 -21 -6 "
    "C -8 -10 8 -22 13 -38 C 20 -26 30 -15 42 -12 Z",
    "bob": "M 42 -10 C 48 -46 24 -66 -6 -64 C -44 -62 -56 -16 -54 20 C -53 36 -48 48 -36 52 C -24 56 -13 "
    "50 -9 42 "
    "C -18 26 -17 6 -9 -8 C 4 -12 14 -24 17 -38 C 23 -26 31 -14 42 -10 Z",
    "short": "M 42 -20 C 46 -48 22 -65 -6 -62 C -38 -58 -49 -30 -44 -2 C -42 6 -39 12 -34 18 C -32 6 -30 "
    "-2 -26 -8 "
    "C -19 -12 -15 -20 -14 -30 C 4 -24 24 -22 42 -20 Z",
    "bald": "M -16 -18 C -24 -14 -34 -16 -42 -24 C -49 -4 -45 16 -35 28 C -31 20 -30 10 -27 4 C -19 -1 "
    "-17 -9 -16 -18 Z",
    "fade": "M 40 -24 C 40 -46 20 -59 -4 -57 C -32 -55 -44 -32 -41 -4 C -39 4 -37 10 -33 14 C -31 4 -29 "
    "-2 -25 -8 "
    "C -20 -14 -17 -22 -16 -31 C 2 -30 24 -28 40 -24 Z",
    "long": "M 42 -10 C 48 -46 24 -66 -6 -64 C -48 -62 -60 -10 -58 30 C -57 60 -60 84 -66 100 C -44 110 "
    "-18 106 -6 96 "
    "C -16 70 -20 30 -9 -8 C 4 -12 14 -24 17 -38 C 23 -26 31 -14 42 -10 Z",
    "wave": "M 42 -14 C 50 -36 36 -58 14 -60 C -2 -72 -32 -68 -40 -48 C -56 -40 -60 -14 -51 2 C -58 18 "
    "-50 36 -36 38 "
    "C -26 36 -22 26 -25 16 C -25 6 -22 -2 -16 -8 C -2 -10 10 -20 13 -34 C 20 -24 30 -16 42 -14 Z",
}
_FRONT_HAIR["ponytail"] = _FRONT_HAIR["bun"]
_TAIL = (
    "M -34 -34 C -66 -44 -78 -10 -70 24 C -66 44 -74 52 -82 58 C -56 60 -46 40 -48 16 C -50 -4 -44 -14 "
    "-34 -16 Z"
)
_CURLS_BEHIND = ((-34, -22, 24), (-18, -46, 24), (8, -54, 23), (30, -40, 18), (-44, 6, 20), (-38, 30, 16))
_CURLS_IN_FRONT = ((-30, -30, 20), (-12, -46, 20), (10, -46, 18), (28, -36, 13))
_BEARD = (
    "M -28 2 C -28 34 -12 58 12 57 C 32 56 43 36 43 22 C 36 25 30 22 24 19 C 10 19 -6 18 -14 4 "
    "C -18 -2 -26 -4 -28 2 Z"
)
_MOUSTACHE = "M 16 22 C 22 14 36 14 44 20 C 42 28 34 28 30 25 C 26 30 18 28 16 22 Z"
_CAP = (
    "M -49 -20 C -54 -52 -16 -72 14 -64 C 36 -58 46 -46 48 -34 C 48 -28 44 -24 40 -24 C 20 -30 -24 -30 "
    "-49 -20 Z"
)
_CAP_PEAK = "M 10 -34 C 34 -40 58 -34 66 -22 C 56 -16 34 -22 10 -26 Z"
_HELMET = (
    "M -56 -18 C -60 -60 -30 -80 0 -80 C 34 -80 54 -54 52 -26 C 50 -20 44 -20 40 -22 C 14 -30 -20 -28 "
    "-48 -14 "
    "C -54 -12 -56 -14 -56 -18 Z"
)
_SCARF = (
    "M 43 -8 C 46 -44 24 -66 -6 -62 C -40 -58 -54 -26 -53 6 C -52 34 -56 52 -66 72 C -44 98 26 100 52 76 "
    "C 40 66 32 60 28 48 C 38 36 42 14 43 -8 Z"
)
_FACE_IN_SCARF = (
    "M -14 -10 C -12 -34 4 -46 20 -46 C 36 -44 42 -26 42 -8 C 42 16 34 40 18 44 C 0 46 -14 20 -14 -10 Z"
)
_EYES = {
    "happy": "M 7 1 C 10 -6 16 -6 19 0 M 28 0 C 30 -6 35 -6 37 1",
    "shut": "M 7 -3 C 10 2 16 2 19 -2 M 28 -2 C 30 2 35 2 37 -3",
}
_MOUTHS = {
    "smile": "M 14 26 C 18 32 28 32 32 26",
    "flat": "M 20 29 C 24 27 30 27 34 29",
    "laugh": "M 12 22 C 18 26 28 26 36 22 C 36 36 30 42 24 42 C 16 42 12 34 12 22 Z",
}
_TEETH = "M 13 24 C 19 27 28 27 35 24 L 34 29 C 28 31 20 31 14 29 Z"


def head(canvas: Canvas, x: float, y: float, look: Look, scale: float = 1, tilt: float = 0) -> None:
    """A head with its centre at (x, y), 104 units high, tilted by `tilt` degrees (positive nods)."""
    with canvas.at(x, y, scale, tilt):
        if look.hair == "hijab":
            canvas.path(_SCARF, look.hair_colour)
            canvas.path(_FACE_IN_SCARF, look.skin)
            canvas.path("M 36 -4 C 44 2 50 10 47 14 C 44 18 40 17 37 16 Z", look.skin)
        else:
            _skull(canvas, look)
        _face(canvas, look)
        if look.glasses:
            _glasses(canvas, look.glasses)
        if look.helmet:
            _helmet(canvas, look.helmet)


def _skull(canvas: Canvas, look: Look) -> None:
    _hair_behind(canvas, look)
    canvas.path(_SKULL, look.skin)
    canvas.path(_NOSE, look.skin)
    if look.beard:
        canvas.path(_BEARD, look.beard)
    elif look.moustache:
        canvas.path(_MOUSTACHE, look.moustache)
    if look.hair == "curly":
        _circles(canvas, _CURLS_IN_FRONT, look.hair_colour)
    else:
        canvas.path(_FRONT_HAIR[look.hair], look.hair_colour)
    if look.hair not in ("bob", "long"):
        canvas.ellipse(-21, 6, 9, 12, darker(look.skin, 0.1))
    if look.cap:
        canvas.path(_CAP, look.cap)
        canvas.path(_CAP_PEAK, darker(look.cap, 0.3))


def _hair_behind(canvas: Canvas, look: Look) -> None:
    if look.hair == "bun":
        canvas.ellipse(-40, -50, 21, 19, look.hair_colour)
    elif look.hair == "ponytail":
        canvas.path(_TAIL, look.hair_colour)
    elif look.hair == "long":
        canvas.path(_FRONT_HAIR["long"], look.hair_colour)
    elif look.hair == "curly":
        _circles(canvas, _CURLS_BEHIND, look.hair_colour)


def _circles(canvas: Canvas, circles: tuple[tuple[int, int, int], ...], colour: Colour) -> None:
    for x, y, r in circles:
        canvas.ellipse(x, y, r, fill=colour)


def _face(canvas: Canvas, look: Look) -> None:
    # An ink dot disappears on the darkest skin (1.6:1): eyes there are a soft light dot.
    line: Colour = "sand2" if look.skin == "skin5" else "ink"
    if not look.beard:
        canvas.ellipse(22, 17, 10, 7.5, mixed(look.skin, "coral", 0.22))
    if look.eyes == "open":
        canvas.ellipse(13, -2, 3.4, 4.2, line)
        canvas.ellipse(32, -2, 3, 4.2, line)
    else:
        canvas.path(_EYES[look.eyes], None, line, 3.4)
    _mouth(canvas, look, line)


def _mouth(canvas: Canvas, look: Look, line: Colour) -> None:
    if look.mouth == "laugh":
        canvas.path(_MOUTHS["laugh"], "sand2" if look.beard else line)
        canvas.path(_TEETH, "sand0")
    elif look.beard or look.moustache or look.mouth == "none":
        return
    elif look.mouth == "o":
        canvas.ellipse(28, 30, 5, 6.5, line)
    else:
        canvas.path(_MOUTHS[look.mouth], None, line, 3.4)


def _glasses(canvas: Canvas, colour: Colour) -> None:
    canvas.ellipse(11, -1, 12, 11.5, None, colour, 3.6)
    canvas.ellipse(36, -1, 9, 11.5, None, colour, 3.6)
    canvas.path("M 23 -2 L 27 -2 M -1 -2 L -20 0", None, colour, 3.6)


def _helmet(canvas: Canvas, colour: Colour) -> None:
    canvas.path(_HELMET, colour)
    for left, right in ((-40, -22), (-8, 8), (24, 40)):
        canvas.capsule(left * 0.9, -46, 4, right * 0.9, -58, 4, darker(colour, 0.3))


def head_from_behind(canvas: Canvas, x: float, y: float, look: Look) -> None:
    """The back of a head, centre at (x, y)."""
    hair = look.hair_colour
    with canvas.at(x, y):
        if look.hair == "hijab":
            canvas.path(
                "M 0 -62 C 36 -62 52 -30 50 6 C 50 40 60 60 66 82 C 30 104 -30 104 -66 82 C -60 60 -50 "
                "40 -50 6 "
                "C -52 -30 -36 -62 0 -62 Z",
                hair,
            )
            return
        canvas.ellipse(-42, 6, 9, 13, look.skin)
        canvas.ellipse(42, 6, 9, 13, look.skin)
        canvas.ellipse(0, 0, 42, 51, look.skin)
        _hair_from_behind(canvas, look)


def _hair_from_behind(canvas: Canvas, look: Look) -> None:
    hair = look.hair_colour
    if look.hair == "curly":
        spots = (
            (-34, -22, 26),
            (-18, -44, 26),
            (14, -46, 26),
            (34, -24, 26),
            (-40, 10, 22),
            (40, 10, 22),
            (-24, 32, 22),
            (24, 32, 22),
            (0, 0, 44),
            (0, 30, 24),
        )
        _circles(canvas, spots, hair)
        return
    if look.hair == "bald":
        fringe = (
            "M -43 -8 C -30 -2 30 -2 43 -8 C 44 20 34 40 24 46 C 8 50 -8 50 -24 46 C -34 40 -44 20 -43 -8 Z"
        )
        canvas.path(fringe, hair)
        return
    canvas.path(
        "M 0 -58 C 34 -58 46 -34 45 -4 C 44 18 36 32 26 40 C 10 46 -10 46 -26 40 C -36 32 -44 18 -45 -4 "
        "C -46 -34 -34 -58 0 -58 Z",
        hair,
    )
    if look.hair == "bun":
        canvas.ellipse(0, -44, 22, 22, darker(hair, 0.12))
    elif look.hair in ("bob", "long", "wave"):
        canvas.path(
            "M 0 -62 C 40 -62 52 -30 52 4 C 52 36 46 50 34 54 L -34 54 C -46 50 -52 36 -52 4 C -52 -30 "
            "-40 -62 0 -62 Z",
            hair,
        )
    elif look.hair == "ponytail":
        canvas.path("M -14 -30 C -20 20 -16 60 0 84 C 16 60 20 20 14 -30 Z", darker(hair, 0.12))
