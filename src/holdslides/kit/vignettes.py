"""Small scenes for the corner of a sheet and for cards: one person or thing, no ground, clear in grey.

Each stands on y 0 in the middle of its own frame; `Vignette` says how much room it takes at scale 1.
"""

from __future__ import annotations

from collections.abc import Callable

from holdslides.kit.alarms import DARK, alarm, waves
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed, looking
from holdslides.kit.nature import dog
from holdslides.kit.people import HEIGHT, Holding, child, person
from holdslides.kit.poses import Pose
from holdslides.kit.rest import sleeper
from holdslides.kit.scans import scan
from holdslides.kit.seated import Chair, sitter
from holdslides.kit.things import dumbbell, rucksack
from holdslides.kit.voices import thought_sign
from holdslides.records import dataclass


@dataclass(frozen=True, slots=True)
class Vignette:
    """What is drawn, how wide and high it is, and what is seen (Danish)."""

    draw: Callable[[Canvas], None]
    width: float
    height: float
    seen: str


def _with_dog(canvas: Canvas) -> None:
    with canvas.at(-150, 0):
        person(canvas, "kaj", "leading")
    canvas.curve([(-18, -338), (110, -250), (234, -94)], "ink", 7)
    with canvas.at(170, 0, 1.25):
        dog(canvas)


def _bucket(canvas: Canvas) -> None:
    canvas.path("M -28 0 L 28 0 L 38 -78 L -38 -78 Z", "petrol6")
    canvas.ellipse(0, -78, 38, 9, "water2", "petrol8", 3)
    canvas.path("M -36 -80 C -30 -132 30 -132 36 -80", None, "ink", 6)


def _with_bucket(canvas: Canvas) -> None:
    def carried(inner: Canvas) -> None:
        with inner.at(126, 372):
            _bucket(inner)

    pose = Pose("swing_back", Gesture((92, 190), (126, 244), 80, "fist"), "walk", lean=-2)
    person(canvas, "mette", pose, holding=Holding(back=carried))


def _starting(canvas: Canvas) -> None:
    person(canvas, "inger", "explaining")


def _cheering(canvas: Canvas) -> None:
    person(canvas, "grace", "cheering")


def _resting(canvas: Canvas) -> None:
    with canvas.at(-40, 0):
        sitter(canvas, "grace", "resting", on=Chair("wood", "wood"))


def _stepping(canvas: Canvas) -> None:
    person(canvas, "birthe", "stepping_up", holding=Holding(middle=rucksack))


def _listening(canvas: Canvas) -> None:
    with canvas.at(-40, 0):
        sitter(canvas, "samir", "listening", on=Chair("wood", "wood"))


def _alarm(canvas: Canvas) -> None:
    with canvas.at(0, -165):
        waves(canvas, "amber")
        alarm(canvas, DARK)


def _lifting(canvas: Canvas) -> None:
    def held(inner: Canvas) -> None:
        with inner.at(150, 206, 1, 6):
            child(inner)

    near, far = Gesture((0, 176), (116, 106), -30, "open"), Gesture((96, 150), (176, 86), -30, "open")
    with canvas.at(-70, 0):
        lifter = Pose(near, far, "wide", lean=-5, tilt=-10)
        person(canvas, "poul", lifter, dressed("poul", top="petrol7"), holding=Holding(middle=held))


def _scan(canvas: Canvas) -> None:
    with canvas.at(-80, -276):
        scan(canvas, "ryg")


def _thoughts(canvas: Canvas) -> None:
    with canvas.at(0, -80):
        thought_sign(canvas)


def _sleeping(canvas: Canvas) -> None:
    sleeper(canvas)


def _with_dumbbells(canvas: Canvas) -> None:
    def in_both_hands(inner: Canvas) -> None:
        for x in (-112, 118):
            with inner.at(x, 8, 0.8):
                dumbbell(inner)

    arms = Pose(
        Gesture((-126, 112), (-112, 26), -92, "fist"), Gesture((124, 112), (118, 26), -88, "fist"), "stand"
    )
    person(canvas, "inger", arms, dressed("inger", dress=False), holding=Holding(front=in_both_hands))


def _glad_with_scan(canvas: Canvas) -> None:
    def before_the_belly(inner: Canvas) -> None:
        with inner.at(-62, 130, 0.78):
            scan(inner, "ryg")

    look = looking("grace", eyes="happy", mouth="smile")
    person(canvas, "grace", "cheering", look=look, holding=Holding(front=before_the_belly))


VIGNETTES: dict[str, Vignette] = {
    "hund": Vignette(_with_dog, 620, HEIGHT, "en mand, der går tur med sin hund"),
    "start": Vignette(_starting, 300, HEIGHT, "en ældre kvinde, der fortæller"),
    "spand": Vignette(_with_bucket, 300, HEIGHT, "en kvinde, der bærer en spand vand væk"),
    "trin": Vignette(_stepping, 300, HEIGHT, "en kvinde med rygsæk, der går et trin op"),
    "jubel": Vignette(_cheering, 320, 725, "en kvinde med armene i vejret"),
    "hvile": Vignette(_resting, 320, 575, "en kvinde, der hviler sig på en stol"),
    "lytter": Vignette(_listening, 320, 575, "en mand på en stol, der lytter"),
    "alarm": Vignette(_alarm, 440, 178, "en røgalarm, der hyler"),
    "loeft": Vignette(_lifting, 400, 735, "en bedstefar, der løfter et barn"),
    "skanning": Vignette(_scan, 190, 286, "et skanningsbillede af en lænd"),
    "tanker": Vignette(_thoughts, 150, 170, "en tankeboble"),
    "soevn": Vignette(_sleeping, 520, 240, "en kvinde, der ligger i sengen"),
    "haandvaegte": Vignette(_with_dumbbells, 360, HEIGHT, "en kvinde, der løfter to håndvægte"),
    "fund": Vignette(_glad_with_scan, 320, 725, "en glad kvinde med et skanningsbillede foran maven"),
}
