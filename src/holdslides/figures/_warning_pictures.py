"""The pictures of the safety net, each filling a dark panel: thighs, a leg that gives way, a toilet, a call.

Body signs are cool and quiet (petrol3), never red or yellow on a body.
"""

from __future__ import annotations

from collections.abc import Callable

from holdslides.drawing import Colour
from holdslides.kit.bodies import Gesture, Sleeve, arm, shoe
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.cast import Clothes, looking
from holdslides.kit.panels import Box
from holdslides.kit.people import Holding, person
from holdslides.kit.phones import AT_EAR, mobile_at_ear
from holdslides.kit.poses import Pose, Step
from holdslides.kit.seated import TablePose, at_table
from holdslides.kit.water import drop

_MARK: Colour = "petrol3"
_SHIRT: Colour = "sand0"
_SKIN = "skin2"
_DOTS = (
    (-20, -140), (-40, -140), (-30, -118), (-52, -116), (-36, -94), (-54, -86), (-32, -68), (-50, -56),
    (-36, -40),
)  # fmt: skip


def thighs(canvas: Canvas, box: Box) -> None:
    """Hips and thighs from the front, cut by the panel's edges; the inner thighs are marked and dotted."""
    k = min(box.height / 365, box.width / 400)
    up = box.height / k  # the shirt goes on to the panel's upper edge
    with canvas.at(box.x + box.width / 2, box.bottom, k), canvas.group("Lår"):
        for side in (-1, 1):
            with canvas.at(0, 0, 1, 0, flip=side > 0):
                _side_of_body(canvas, up)
        canvas.path(
            "M -112 -276 C -60 -262 60 -262 112 -276 C 122 -236 122 -206 116 -176 C 84 -166 34 -158 0 -150 "
            "C -34 -158 -84 -166 -116 -176 C -122 -206 -122 -236 -112 -276 Z",
            "sand3",
        )
        canvas.polygon([(-104, -up), (104, -up), (114, -272), (0, -258), (-114, -272)], _SHIRT)


def _side_of_body(canvas: Canvas, up: float) -> None:
    """The left half as the viewer sees it: leg, its mark, arm."""
    canvas.path(
        "M -116 -186 C -122 -120 -118 -60 -104 0 L -20 0 C -16 -70 -10 -120 0 -160 L -60 -190 Z", _SKIN
    )
    canvas.path(
        "M -1 -157 C -30 -172 -62 -160 -66 -128 C -70 -86 -66 -44 -56 -22 C -46 -8 -30 -6 -19.6 -6 "
        "C -16 -72 -10 -120 -1 -157 Z",
        _MARK,
    )
    for x, y in _DOTS:
        canvas.ellipse(x, y, 5, fill="ink")
    sleeve = Sleeve(darker(_SHIRT, 0.15), _SKIN, (30, 26, 18))
    arm(canvas, (-112, 34 - up), Gesture((-142, -300), (-140, -196), 92), sleeve)


def weak_leg(canvas: Canvas, box: Box) -> None:
    """Somebody trips at a step: one foot hangs, the knee gives way, both hands catch the rail."""
    k = min(box.height / 715, box.width / 720)
    ground = box.bottom - 0.09 * box.height
    canvas.rectangle(box.x + 14, ground, box.width - 28, 0.02 * box.height + 4, "petrol8", 5)
    with canvas.at(box.x + box.width / 2 - 150 * k, ground, k):
        _step_and_rail(canvas)
        clothes = Clothes(_SHIRT, "sand3", "sand4")
        legs = (Step((70, 436), (18, 528), 48), Step((-40, 440), (-104, 566), 12))
        near, far = Gesture((26, 176), (100, 116), 20, "fist"), Gesture((116, 150), (166, 78), 20, "fist")
        person(canvas, "inger", Pose(near, far, legs, 26, -8), clothes, looking("inger", mouth="o"))
        with canvas.at(0, -592), canvas.group("Svagt ben"):
            shoe(canvas, 18, 550, _MARK, 48)
            canvas.capsule(70, 436, 31, 18, 528, 23, _MARK)
            for r in (64, 92):
                canvas.arc(64, 440, r, -34, 34, "sand0", 11)


def _step_and_rail(canvas: Canvas) -> None:
    with canvas.group("Trin og gelænder"):
        for x in (206, 380):
            canvas.rectangle(x, -420, 16, 360, "sand4", 6)
        canvas.rectangle(150, -432, 300, 22, "sand3", 10)
        canvas.rectangle(96, -66, 372, 66, "petrol8")
        canvas.rectangle(88, -74, 380, 18, "petrol5", 6)


def toilet(canvas: Canvas, box: Box) -> None:
    """A toilet from the side with a roll on the wall, and drops."""
    k = min(box.height / 380, box.width / 400)
    with canvas.at(box.x + box.width / 2, box.bottom - 0.07 * box.height, k):
        with canvas.at(-44, 0, 1.12), canvas.group("Toilet"):
            canvas.rectangle(-112, -262, 66, 122, _SHIRT, 10)
            canvas.rectangle(-118, -274, 80, 18, "sand3", 8)
            canvas.rectangle(-96, -282, 24, 9, _MARK, 4)
            canvas.path(
                "M -100 -146 L 92 -146 C 92 -94 58 -68 22 -62 L 30 -8 C 31 -3 28 0 22 0 L -62 0 C -68 0 "
                "-72 -4 -70 -10 L -62 -62 C -86 -74 -100 -100 -100 -146 Z",
                _SHIRT,
            )
            canvas.path("M -70 -12 L 29 -12 C 31 -3 28 0 22 0 L -62 0 C -68 0 -71 -4 -70 -12 Z", "sand3")
            canvas.path("M -64 -62 C -30 -56 -4 -56 22 -62 L 22 -54 C -4 -46 -30 -46 -65 -54 Z", "sand2")
            canvas.rectangle(-108, -160, 206, 19, "sand3", 9)
        with canvas.at(0, 0), canvas.group("Toiletpapir"):
            canvas.rectangle(116, -282, 50, 10, _MARK, 4)
            canvas.ellipse(130, -244, 32, fill=_SHIRT)
            canvas.rectangle(130, -244, 32, 78, _SHIRT, 3)
            canvas.ellipse(130, -244, 10, fill="wood")
        for x, y, r in ((104, -116, 15), (142, -66, 20), (98, -32, 12)):
            drop(canvas, x, y, r, _MARK)


def call(canvas: Canvas, box: Box) -> None:
    """Somebody calls: the phone at the ear, calm."""
    k = min(box.height / 330, box.width / 360)
    with canvas.at(box.x + box.width / 2 - 10 * k, box.bottom, k):
        resting = Gesture((92, 192), (8, 222), 184, mirror=True)
        pose = TablePose(AT_EAR, resting, 2)
        at_table(
            canvas,
            "birthe",
            pose,
            Clothes("petrol2", "ink", collar="sand0"),
            holding=Holding(middle=mobile_at_ear),
        )
        for r in (96, 128):
            canvas.arc(8, -218, r, 188, 232, "sand0", 10)


PICTURES: dict[str, tuple[Callable[[Canvas, Box], None], str]] = {
    "laar": (thighs, "lår, hvor indersiden er markeret"),
    "ben": (weak_leg, "et menneske snubler, fordi det ene ben svigter"),
    "toilet": (toilet, "et toilet"),
    "telefon": (call, "et menneske ringer op"),
}
