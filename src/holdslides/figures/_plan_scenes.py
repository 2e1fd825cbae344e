"""The seven scenes of the plan's path, each somebody in units of a standing person, soles at (0, 0)."""

from __future__ import annotations

from collections.abc import Callable

from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import Clothes, dressed, looking
from holdslides.kit.journey import book, flag, footprints, knob_on_post, magnifier, step_stone
from holdslides.kit.people import Holding, person
from holdslides.kit.poses import Pose, Seat, Step
from holdslides.kit.seated import sitter
from holdslides.kit.things import mug


def _clothes(who: str) -> Clothes:
    return dressed(who, top="coral7", trousers="petrol8", dress=False, details=())


def trust(canvas: Canvas, who: str, helper: str) -> None:
    """Two who shake hands."""
    reach = Gesture((84, 196), (108, 224), 14)
    with canvas.at(100, 0, flip=True):
        clothes = dressed(helper, top="leaf7", trousers="ink", dress=False)
        person(canvas, helper, Pose("hang", reach), clothes)
    with canvas.at(-100, 0):
        person(canvas, who, Pose("hang", reach), _clothes(who))


def knowledge(canvas: Canvas, who: str, helper: str) -> None:
    """Somebody reads in an open book."""
    reading = Pose(
        Gesture((-50, 212), (44, 208), -20), Gesture((104, 196), (140, 176), -40), "stroll", tilt=12
    )
    person(canvas, who, reading, _clothes(who), holding=Holding(middle=_book))


def _book(canvas: Canvas) -> None:
    with canvas.at(112, 158, 1, 6):
        book(canvas)


def pattern(canvas: Canvas, who: str, helper: str) -> None:
    """Somebody follows footprints with a magnifying glass."""
    with canvas.at(80, -6):
        footprints(canvas, 2)
    looking_down = Pose(
        "hip", Gesture((104, 200), (130, 268), 66, "fist"),
        (Step((-26, 440), (-52, 570)), Step((34, 436), (34, 570))),
        lean=18, tilt=14,
    )  # fmt: skip
    person(canvas, who, looking_down, _clothes(who), holding=Holding(back=_magnifier))


def _magnifier(canvas: Canvas) -> None:
    with canvas.at(130, 270, 1):
        magnifier(canvas)


def knob(canvas: Canvas, who: str, helper: str) -> None:
    """Somebody turns a knob."""
    with canvas.at(126, 0):
        knob_on_post(canvas)
    turning = Pose(
        Gesture((-40, 210), (34, 236), -20), Gesture((70, 190), (84, 180), -30), "stroll", lean=4, tilt=6
    )
    with canvas.at(-56, 0):
        person(canvas, who, turning, _clothes(who))


def try_it(canvas: Canvas, who: str, helper: str) -> None:
    """Somebody steps up, arms out for balance."""
    step_stone(canvas)
    balance = Pose(
        Gesture((-122, 166), (-188, 128), 190, mirror=True), Gesture((118, 168), (178, 122), -20), "step"
    )
    person(canvas, who, balance, _clothes(who))


def goal(canvas: Canvas, who: str, helper: str) -> None:
    """Somebody plants a flag."""
    with canvas.at(112, 0):
        flag(canvas)
    planting = Pose("hip", Gesture((104, 186), (104, 150), -84, "fist"), "stroll", lean=2, tilt=-8)
    person(canvas, who, planting, _clothes(who), looking(who, eyes="happy"))


def home(canvas: Canvas, who: str, helper: str) -> None:
    """Somebody sits with a cup of coffee and waves."""
    at_rest = Seat(Gesture((-20, -140), (60, -178), -10), "up", tilt=-4)
    sitter(canvas, who, at_rest, _clothes(who), looking(who, eyes="happy"), Holding(front=_cup))


def _cup(canvas: Canvas) -> None:
    with canvas.at(84, -168, 1.3):
        mug(canvas, "petrol7")


SCENES: tuple[Callable[[Canvas, str, str], None], ...] = (
    trust, knowledge, pattern, knob, try_it, goal, home,
)  # fmt: skip
