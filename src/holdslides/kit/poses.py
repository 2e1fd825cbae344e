"""Poses as data: named arm gestures, ways of standing, ways of sitting.

Coordinates are units in the body's own frame: standing, the head's centre is (8, 0), the base of the neck
(0, 80), the hip (0, 310), the soles y 592; seated, the seat is y 0 and the head's centre (18, -336).
"""

from __future__ import annotations

import math

from holdslides.drawing import Point
from holdslides.kit.bodies import Gesture
from holdslides.records import dataclass

HIP: Point = (0, 310)


@dataclass(frozen=True, slots=True)
class Step:
    """One leg: knee and ankle, and the shoe's angle in degrees (positive lowers the toe)."""

    knee: Point
    ankle: Point
    foot: float = 0


@dataclass(frozen=True, slots=True)
class Pose:
    """How somebody stands: a gesture or its name for each arm, a way of standing, and the head.

    `near` is the arm towards the viewer (left in the picture), `far` the other. `lean` bends the upper body
    forward and `tilt` the head, in degrees. `drop` lowers the hip, units.
    """

    near: str | Gesture = "hang"
    far: str | Gesture = "hang"
    legs: str | tuple[Step, Step] = "stand"
    lean: float = 0
    tilt: float = 2
    drop: float = 0


def leaning(lean: float, at: Point) -> Point:
    """A point of the standing frame as one of an upper body that leans that far: where a hand has to be, degrees."""
    a = math.radians(-lean)
    x, y = at[0] - HIP[0], at[1] - HIP[1]
    return (HIP[0] + x * math.cos(a) - y * math.sin(a), HIP[1] + x * math.sin(a) + y * math.cos(a))


NEAR: dict[str, Gesture] = {
    "hang": Gesture((-86, 206), (-64, 298)),
    "swing_back": Gesture((-88, 200), (-104, 276)),
    "swing_forward": Gesture((-34, 210), (46, 232), -8),
    "hip": Gesture((-116, 196), (-56, 262), 20),
    "loin": Gesture((-122, 198), (-72, 292), 40),
    "heart": Gesture((-90, 196), (4, 138), -22),
    "belly": Gesture((-90, 204), (14, 246), 0),
    "up": Gesture((-84, 20), (-66, -82), -84, "open", mirror=True),
    "wave": Gesture((-118, 150), (-128, 46), -98, "open", mirror=True),
    "forward": Gesture((-2, 192), (98, 176), -8),
    "chin": Gesture((-24, 206), (40, 66), -62),
    "neck": Gesture((-116, 92), (-56, 28), -30),
    "head": Gesture((-116, 98), (-52, 26), -38),
    "open": Gesture((-80, 204), (10, 226), -30, "open"),
    "side": Gesture((-128, 150), (-214, 130), 180, mirror=True),
    "low": Gesture((-60, 212), (-6, 306), 60),
    "carry": Gesture((-60, 226), (44, 262), -4),
    "show": Gesture((-40, 206), (60, 190), -40, "open"),
}
FAR: dict[str, Gesture] = {
    "hang": Gesture((82, 206), (66, 298)),
    "swing_forward": Gesture((84, 196), (128, 258), 40),
    "swing_back": Gesture((70, 206), (10, 262)),
    "hip": Gesture((116, 194), (62, 262), 160, mirror=True),
    "belly": Gesture((88, 204), (24, 262), 180, mirror=True),
    "up": Gesture((90, 20), (84, -82), -84, "open"),
    "wave": Gesture((104, 150), (118, 52), -78, "open"),
    "stop": Gesture((112, 150), (148, 62), -78, "open"),
    "forward": Gesture((100, 176), (186, 158), -12),
    "reach": Gesture((104, 170), (196, 120), -30),
    "ear": Gesture((122, 96), (64, 14), -120, mirror=True),
    "head": Gesture((122, 96), (76, 20), -106, mirror=True),
    "open": Gesture((98, 182), (164, 152), -40, "open"),
    "side": Gesture((128, 150), (214, 130), 0),
    "low": Gesture((92, 210), (70, 310), 60),
    "carry": Gesture((92, 200), (120, 250), 30),
    "lead": Gesture((88, 190), (126, 232), 30, "fist"),
    "stick": Gesture((92, 206), (128, 272), 60, "fist"),
}
LEGS: dict[str, tuple[Step, Step]] = {
    "stand": (Step((-18, 440), (-24, 570)), Step((20, 440), (26, 570))),
    "wide": (Step((-42, 440), (-58, 570)), Step((44, 440), (54, 570))),
    "walk": (Step((-34, 430), (-92, 560), 22), Step((70, 428), (110, 566), -12)),
    "step": (Step((-22, 440), (-34, 570)), Step((92, 400), (96, 520), -2)),
    "stroll": (Step((-26, 440), (-52, 568), 8), Step((40, 436), (66, 570), -6)),
}
STANDING = Pose()
WALKING = Pose("swing_back", "swing_forward", "walk", lean=2)
POSES: dict[str, Pose] = {
    "standing": STANDING,
    "walking": WALKING,
    "stepping_up": Pose("swing_forward", "swing_back", "step", lean=3),
    "hands_folded": Pose("belly", "belly"),
    "hand_on_heart": Pose("heart", "hang"),
    "hand_on_loin": Pose("loin", "hang", lean=6, tilt=6),
    "explaining": Pose("belly", "open"),
    "waving": Pose("hang", "wave", tilt=-3),
    "stopping": Pose("hip", "stop", "wide", tilt=-2),
    "thinking": Pose("chin", "belly", tilt=8),
    "startled": Pose("head", "head", tilt=-4),
    "cheering": Pose("up", "up", "wide", tilt=-8),
    "arms_out": Pose("side", "side", tilt=-2),
    "side_bend": Pose("hip", Gesture((78, 24), (24, -72), -130, mirror=True), "wide", lean=-13, tilt=-8),
    "bending": Pose(
        Gesture((40, 196), (66, 300), 88),
        Gesture((96, 200), (116, 300), 88),
        (Step((-6, 436), (-30, 570)), Step((44, 430), (34, 570))),
        lean=44,
        tilt=-16,
    ),
    "carrying": Pose("carry", "carry", tilt=-3),
    "leading": Pose("swing_back", "lead", "walk", lean=3),
    "laughing": Pose("belly", Gesture((86, 200), (30, 236), 190), lean=-7, tilt=-14),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """How somebody sits, in units of the seat's frame. `legs` are the near and the far leg."""

    near: str | Gesture = "knee"
    far: str | Gesture | None = "knee"
    lean: float = 0
    tilt: float = 2
    height: float = 160
    legs: tuple[Step, Step] = (Step((96, -26), (88, 138)), Step((112, -32), (112, 138)))


SEATED_NEAR: dict[str, Gesture] = {
    "knee": Gesture((-34, -122), (58, -74), 14),
    "table": Gesture((-8, -128), (96, -116), 0),
    "up": Gesture((-70, -330), (-50, -432), -84, "open", mirror=True),
    "heart": Gesture((-74, -140), (6, -196), -22),
    "loin": Gesture((-104, -160), (-62, -66), 40),
    "forward": Gesture((20, -160), (116, -170), -8),
    "chin": Gesture((-20, -140), (30, -276), -62),
    "belly": Gesture((-70, -128), (20, -84), 0),
    "tell": Gesture((10, -150), (92, -176), -36, "open"),
}
SEATED_FAR: dict[str, Gesture] = {
    "knee": Gesture((74, -120), (96, -70), 20),
    "table": Gesture((84, -138), (150, -122), 0),
    "up": Gesture((72, -330), (70, -432), -84, "open"),
    "tell": Gesture((96, -160), (160, -186), -34, "open"),
    "forward": Gesture((100, -166), (186, -176), -8),
    "belly": Gesture((70, -130), (44, -84), 180, mirror=True),
}
SEATS: dict[str, Seat] = {
    "resting": Seat(),
    "telling": Seat("knee", "tell"),
    "listening": Seat("knee", "knee", lean=4, tilt=4),
    "at_table": Seat("table", "table"),
    "thinking": Seat("chin", "table", tilt=6),
    "breathing": Seat("belly", "belly"),
    "rising": Seat(
        Gesture((40, -150), (112, -186), -8),
        Gesture((96, -170), (170, -206), -8),
        lean=26,
        tilt=-14,
        height=214,
        legs=(Step((86, 36), (44, 190)), Step((100, 30), (66, 190))),
    ),
}
