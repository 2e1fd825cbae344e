"""Garment details, drawn on a standing torso in the upper body's frame (neck (0, 80), hem y 332)."""

from __future__ import annotations

from holdslides.kit.bodies import Trunk
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.cast import Clothes

_DOTS = ((-4, 300), (-44, 340), (28, 350), (-8, 380), (-60, 410), (50, 415), (8, 425), (-28, 260), (24, 250))


def details(canvas: Canvas, clothes: Clothes, trunk: Trunk) -> None:
    """Every detail the clothes name, in their order."""
    for detail in clothes.details:
        _DRAW[detail](canvas, clothes, trunk)


def _braces(canvas: Canvas, clothes: Clothes, trunk: Trunk) -> None:
    canvas.path(
        "M -80 268 C -30 290 50 290 102 262 C 100 316 76 360 53 436 L 8 420 L -50 440 C -64 370 -86 318 "
        "-80 268 Z",
        clothes.trousers,
    )
    canvas.tube([(-40, 82, 6), (-34, 180, 6), (-38, 282, 6)], clothes.accent)
    canvas.tube([(34, 82, 6), (56, 180, 6), (58, 284, 6)], clothes.accent)


def _buttons(canvas: Canvas, clothes: Clothes, trunk: Trunk) -> None:
    canvas.line(2, 100, 2, 329, darker(clothes.top, 0.24), 3)
    for y in (132, 176, 220, 264, 308):
        canvas.ellipse(2, y, 4.2, fill=clothes.accent)


def _cardigan(canvas: Canvas, clothes: Clothes, trunk: Trunk) -> None:
    canvas.path(
        "M -16 70 C -48 76 -64 92 -66 130 L -70 318 C -56 326 -34 328 -20 322 L -14 150 C -16 120 -6 96 "
        "-2 84 Z",
        clothes.accent,
    )
    canvas.path(
        "M 16 70 C 46 78 62 94 62 130 L 66 312 C 56 320 44 322 34 318 L 26 150 C 24 120 14 96 6 84 Z",
        clothes.accent,
    )


def _dots(canvas: Canvas, clothes: Clothes, trunk: Trunk) -> None:
    for x, y in _DOTS:
        canvas.ellipse(x, y, 6, fill="petrol2")


def _hem(canvas: Canvas, clothes: Clothes, trunk: Trunk) -> None:
    canvas.path("M -86 440 L 82 440 L 78 414 C 30 422 -30 422 -81 414 Z", clothes.accent)


def _stripes(canvas: Canvas, clothes: Clothes, trunk: Trunk) -> None:
    for y, out in ((156, trunk.shoulder), (202, trunk.waist + 4), (248, trunk.waist + 1), (294, trunk.hem)):
        canvas.rectangle(-out + 2, y, 2 * out - 4 + trunk.belly * 0.8, 11, clothes.accent)


def _vest_stripes(canvas: Canvas, clothes: Clothes, trunk: Trunk) -> None:
    canvas.tube([(-38, 84, 6), (-34, 180, 6), (-38, 322, 6)], clothes.accent)
    canvas.tube([(36, 84, 6), (56, 180, 6), (54, 322, 6)], clothes.accent)


def _zip(canvas: Canvas, clothes: Clothes, trunk: Trunk) -> None:
    canvas.line(6, 96, 4, 329, darker(clothes.top, 0.32), 3.5)


_DRAW = {
    "braces": _braces,
    "buttons": _buttons,
    "cardigan": _cardigan,
    "dots": _dots,
    "hem": _hem,
    "stripes": _stripes,
    "vest stripes": _vest_stripes,
    "zip": _zip,
}
