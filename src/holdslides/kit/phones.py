"""Telephones and how somebody holds one to the ear. Units of a person: the head is 104 high."""

from __future__ import annotations

from holdslides.drawing import Colour
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas

# The near hand at the ear, in a standing person's upper frame and in a seated person's.
AT_EAR = Gesture((-104, 164), (-34, 50), -64, "fist")
AT_EAR_SEATED = Gesture((-92, -172), (-24, -286), -64, "fist")


def mobile(canvas: Canvas, colour: Colour = "ink", screen: Colour = "petrol3") -> None:
    """A mobile phone seen from its side edge and back, 30 wide and 78 high, origin in its middle."""
    with canvas.group("Telefon"):
        canvas.rectangle(-15, -39, 30, 78, colour, 8)
        canvas.rectangle(-10, -30, 20, 54, screen, 3)


def mobile_at_ear(canvas: Canvas) -> None:
    """The phone of AT_EAR; draw it behind the near arm (Holding.middle)."""
    with canvas.at(-16, 22, 1, 14):
        mobile(canvas, "ink", "petrol8")


def mobile_at_ear_seated(canvas: Canvas) -> None:
    """The phone of AT_EAR_SEATED; draw it behind the near arm (Holding.middle)."""
    with canvas.at(-6, -314, 1, 14):
        mobile(canvas, "ink", "petrol8")
