"""A bed in profile, somebody asleep in it and somebody who sits awake. Unit 1 pt at scale 1, floor at y 0."""

from __future__ import annotations

from holdslides.drawing import Colour
from holdslides.kit.bodies import Gesture, Sleeve, arm, collar, neck
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.cast import CAST, Look
from holdslides.kit.faces import head
from holdslides.kit.people import collar_of


def bed(canvas: Canvas, width: float = 300, wood: Colour = "wood") -> None:
    """A wooden bed, its head to the left; origin at the middle of its floor, the mattress' top at y -116."""
    w = width / 2
    with canvas.group("Seng"):
        canvas.rectangle(-w, -250, 24, 250, wood, 8)
        canvas.rectangle(w - 20, -160, 20, 160, wood, 8)
        canvas.rectangle(-w + 10, -70, width - 22, 26, darker(wood, 0.2), 6)
        canvas.rectangle(-w + 14, -116, width - 32, 52, "sand2", 14)


def awake(canvas: Canvas, who: str, top: Colour = "petrol5", duvet: Colour = "coral") -> None:
    """Somebody who sits up in a bed of 300, eyes open, knees under the duvet; about 410 high.

    Raises KeyError for a person who does not exist.
    """
    bed(canvas)
    look = CAST[who].look
    canvas.rectangle(-126, -226, 46, 122, "sand0", 16)
    with canvas.group(CAST[who].name), canvas.at(-62, -352):
        if look.hair != "hijab":
            neck(canvas, (-6, 80), (6, 0), look.skin)
        canvas.blob(
            [
                (-24, 74), (-52, 84), (-66, 110), (-66, 250, 0), (58, 250, 0), (54, 110), (38, 84), (10, 74),
            ],
            top,
        )  # fmt: skip
        if look.hair != "hijab":
            collar(canvas, -6, 82, collar_of(top), 26)
        head(canvas, 4, 0, look, tilt=2)
        arm(
            canvas,
            (-34, 118),
            Gesture((-14, 206), (66, 214), 6),
            Sleeve(darker(top, 0.25), look.skin, (22, 18, 13)),
        )
    canvas.path(
        "M -116 -96 C -112 -142 -70 -150 -30 -146 C 10 -196 66 -196 96 -152 C 118 -146 128 -120 128 -66 "
        "L -116 -66 Z",
        duvet,
    )


def lying(
    canvas: Canvas, who: str, look: Look, top: Colour = "petrol5", duvet: Colour = "coral", propped: float = 0
) -> None:
    """Somebody on the back in a bed of 660, the face up; `propped` raises head and shoulders, degrees.

    Raises KeyError for a person who does not exist.
    """
    bed(canvas, 660)
    with canvas.at(-130, -114, 1, propped):
        canvas.rectangle(-174, -64, 176, 70 + 3 * propped, "sand0", 30)
    with canvas.group(CAST[who].name), canvas.at(-6, -150, 1, propped), canvas.at(-206, -20, 1, -86):
        if look.hair != "hijab":
            neck(canvas, (-4, 84), (4, 8), look.skin)
        canvas.blob(
            [
                (-18, 76), (-42, 90), (-52, 112), (-56, 200), (-56, 260, 0),
                (60, 260, 0), (60, 200), (54, 112), (40, 88), (12, 76),
            ],
            top,
        )  # fmt: skip
        if look.hair != "hijab":
            collar(canvas, 0, 86, collar_of(top), 26)
        head(canvas, 2, 0, look, tilt=0)
    canvas.capsule(-128, -138, 28, -70, -112, 34, darker(top, 0.3))  # the shoulder that lies on the mattress
    _duvet(canvas, duvet)
    hand_out = Gesture((-44, -196), (40, -226), 4)
    with canvas.group("Arm"):
        arm(canvas, (-116, -166), hand_out, Sleeve(darker(top, 0.15), look.skin, (24, 20, 15)))


def _duvet(canvas: Canvas, colour: Colour) -> None:
    with canvas.group("Dyne"):
        canvas.path(
            "M -96 -66 C -104 -120 -104 -180 -78 -206 C -20 -236 60 -232 120 -214 C 170 -204 200 -190 "
            "240 -184 C 262 -214 298 -214 304 -176 C 310 -140 308 -100 306 -66 C 300 -52 -90 -52 -96 -66 Z",
            colour,
        )
        canvas.path(
            "M -96 -66 C -104 -120 -104 -180 -78 -206 C -66 -212 -54 -216 -42 -220 C -66 -180 -68 -120 "
            "-58 -58 C -80 -58 -94 -60 -96 -66 Z",
            "sand0",
        )
