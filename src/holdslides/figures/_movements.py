"""The movers of the exercise pictures, each at the origin with soles at y 0.

A pale echo shows where the movement began, and an arrow which way something goes: a body held still in the
middle of a movement reads as a posture (a squat, a scarecrow), not as something to do.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from holdslides.drawing import Colour, Point
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed, looking
from holdslides.kit.furniture import chair, stool
from holdslides.kit.people import Holding, person
from holdslides.kit.poses import Pose, Seat, Step, leaning
from holdslides.kit.seated import Chair, sitter
from holdslides.kit.things import basket
from holdslides.records import dataclass

_TO_KNEE = Gesture((-34, -122), (58, -74), 14)


@dataclass(frozen=True, slots=True)
class Movement:
    """What is drawn (with the echo's colour), what the alt text says, and the room it takes.

    `shift` brings the picture's middle over the origin, `height` is what it needs above the floor, both units.
    """

    draw: Callable[[Canvas, Colour], None]
    words: str
    shift: float = 0
    height: float = 700


def _breathe(canvas: Canvas, echo: Colour) -> None:
    look = looking("inger", eyes="shut")
    clothes = dressed("inger", top="petrol7", trousers="ink", shoes="coral7")
    sitter(canvas, "inger", "breathing", clothes, look, on=Chair("coral7", "ink"))


def _reach(canvas: Canvas, echo: Colour) -> None:
    """Both arms stretched overhead; the echo has them out to the sides on their way up."""
    with canvas.silhouette(echo), canvas.group("Først"):
        person(canvas, "amina", Pose("side", "side"))
    up = Pose(
        Gesture((-70, 4), (-62, -112), -84, "open", mirror=True),
        Gesture((76, 4), (76, -112), -96, "open"),
        tilt=-10,
    )
    person(canvas, "amina", up, look=looking("amina", eyes="happy"))


def _side(canvas: Canvas, echo: Colour) -> None:
    """The whole upper body bends to one side, one arm over the head; the echo stands upright."""
    clothes = dressed("samir", trousers="ink")
    with canvas.silhouette(echo), canvas.group("Først"):
        person(canvas, "samir", Pose("hang", "up", "wide"), clothes)
    over = Gesture((80, 10), (20, -84), -140, mirror=True)
    person(
        canvas, "samir", Pose(Gesture((-96, 200), (-76, 292), 100), over, "wide", lean=-30, tilt=-6), clothes
    )


def _forward(canvas: Canvas, echo: Colour) -> None:
    """Bent from the hips with the arms hanging loose before the shins; the echo stands upright."""
    clothes = dressed("kaj", trousers="petrol8")
    legs = (Step((6, 440), (-14, 570)), Step((42, 438), (34, 570)))
    with canvas.silhouette(echo), canvas.group("Først"):
        person(canvas, "kaj", Pose("hang", "hang", legs), clothes)
    lean = 64.0
    near = Gesture(leaning(lean, (150, 336)), leaning(lean, (146, 426)), 90 - lean)
    far = Gesture(leaning(lean, (206, 318)), leaning(lean, (196, 406)), 90 - lean)
    person(canvas, "kaj", Pose(near, far, legs, lean, -6), clothes, looking("kaj", eyes="happy"))


def _lean(canvas: Canvas, echo: Colour) -> None:
    """Only a little forward, the hands resting on the thighs; the echo stands upright."""
    clothes = dressed("kaj", trousers="petrol8")
    with canvas.silhouette(echo), canvas.group("Først"):
        person(canvas, "kaj", Pose(), clothes)
    lean = 30.0
    near = Gesture(leaning(lean, (36, 268)), leaning(lean, (34, 366)), 96 - lean)
    far = Gesture(leaning(lean, (124, 250)), leaning(lean, (78, 352)), 110 - lean)
    legs = (Step((16, 436), (-24, 570)), Step((50, 432), (24, 570)))
    person(canvas, "kaj", Pose(near, far, legs, lean, -8, drop=16), clothes, looking("kaj", eyes="happy"))


def _walk(canvas: Canvas, echo: Colour) -> None:
    person(canvas, "birthe", "walking", dressed("birthe", top="petrol7", trousers="ink"))


def _on_the_spot(canvas: Canvas, echo: Colour) -> None:
    """One knee lifted high over a foot that stays where it is; the arrow says down and up again."""
    clothes = dressed("birthe", top="petrol7", trousers="ink", shoes="coral7")
    lifted = Step((118, 346), (104, 458), 4)
    near = Gesture((-22, 206), (80, 172), -40, "fist")
    far = Gesture((60, 210), (4, 262), 110, "fist")
    _arrow(canvas, (122, -96), (122, -14), both=True)
    person(canvas, "birthe", Pose(near, far, (Step((-16, 440), (-22, 570)), lifted)), clothes)


def _rise(canvas: Canvas, echo: Colour) -> None:
    """Off the chair and halfway up; the echoes sit on the chair and stand before it."""
    clothes = dressed("grace", top="coral7", trousers="ink", shoes="ink")
    with canvas.silhouette(echo):
        with canvas.group("Først"):
            sitter(canvas, "grace", Seat(_TO_KNEE, "knee"), clothes, on=None)
        with canvas.group("Til sidst"), canvas.at(150, 0):
            person(canvas, "grace", Pose("hang", "hang"), clothes)
    with canvas.at(-14, 0, 1.06):
        chair(canvas, "petrol7", legs="ink")
    with canvas.at(56, 0):
        sitter(canvas, "grace", "rising", clothes, on=None)


def _lift(canvas: Canvas, echo: Colour) -> None:
    """A small basket off a stool with bent knees; its echo still stands there, the arrow goes the basket's way."""
    lean, grip = 32.0, (152.0, 352.0)

    def in_hands(c: Canvas) -> None:
        with c.at(*leaning(lean, grip), 1, -lean):
            basket(c)

    with canvas.at(grip[0] + 8, 0):
        stool(canvas, "ink")
    _arrow(canvas, (grip[0] + 108, -140), (grip[0] + 108, -290))
    near = Gesture(leaning(lean, (48, 292)), leaning(lean, (grip[0] - 22, grip[1] - 6)), 10 - lean, "fist")
    far = Gesture(leaning(lean, (112, 282)), leaning(lean, (grip[0] + 6, grip[1] - 10)), 30 - lean, "fist")
    legs = (Step((52, 456), (-22, 570)), Step((92, 452), (26, 570)))
    pose = Pose(near, far, legs, lean, -20, drop=40)
    person(canvas, "poul", pose, dressed("poul", top="petrol7"), holding=Holding(middle=in_hands))


def _arrow(canvas: Canvas, start: Point, end: Point, both: bool = False) -> None:
    """A straight arrow with a broad head, or with one at each end."""
    length = math.hypot(end[0] - start[0], end[1] - start[1])
    turn = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
    head, half = 30.0, 24.0
    with canvas.group("Pil"), canvas.at(*start, 1, turn):
        canvas.line(head - 4 if both else 0, 0, length - head + 4, 0, "ink", 12)
        canvas.polygon([(length, 0), (length - head, -half), (length - head, half)], "ink", 3)
        if both:
            canvas.polygon([(0, 0), (head, -half), (head, half)], "ink", 3)


MOVEMENTS: dict[str, Movement] = {
    "aande": Movement(_breathe, "en ånder dybt på en stol", -44, 640),
    "strække": Movement(_reach, "en strækker armene op over hovedet", 0, 768),
    "side": Movement(_side, "en bøjer sig til siden", 30),
    "frem": Movement(_forward, "en bøjer sig frem", -90),
    "laene": Movement(_lean, "en læner sig let frem", -60),
    "gaa": Movement(_walk, "en går"),
    "paa_stedet": Movement(_on_the_spot, "en går på stedet og løfter det ene knæ", -30),
    "rejse": Movement(_rise, "en rejser sig fra en stol", -66),
    "loefte": Movement(_lift, "en løfter en lille kurv fra en skammel", -80),
}
