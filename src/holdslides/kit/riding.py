"""Somebody on a bicycle: the bicycle of things.py with a rider of the cast."""

from __future__ import annotations

from holdslides.drawing import Colour
from holdslides.kit.bodies import TRUNKS, Gesture, Sleeve, Trouser, arm, collar, leg, neck, torso
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.cast import CAST, Clothes, dressed, looking
from holdslides.kit.faces import head
from holdslides.kit.people import collar_of
from holdslides.kit.things import bicycle


def cyclist(
    canvas: Canvas,
    who: str,
    clothes: Clothes | None = None,
    frame: Colour = "coral7",
    helmet: Colour = "amber",
) -> None:
    """Somebody cycling to the right; origin on the ground between the wheels, about 690 units high.

    Raises KeyError for a person who does not exist.
    """
    clothes = clothes or dressed(who, top="petrol7", trousers="ink")
    look = looking(who, helmet=helmet, cap=None)
    lower = (34.0, 26.0, 18.0)
    with canvas.group(f"{CAST[who].name} på cykel"):
        far = Trouser(darker(clothes.trousers, 0.3), clothes.shoes, lower)
        leg(canvas, (-66, -286), (20, -226), (4, -58), far, 0)
        bicycle(canvas, frame)
        leg(canvas, (-70, -284), (36, -246), (-2, -132), Trouser(clothes.trousers, clothes.shoes, lower), 0)
        with canvas.at(-70, -290, 1, 16), canvas.at(0, -316):
            if look.hair != "hijab":
                neck(canvas, (0, 80), (8, 0), look.skin, 1)
            torso(canvas, (0, 80), (0, 332), TRUNKS[look.build], clothes.top)
            if look.hair != "hijab":
                collar(canvas, 2, 82, clothes.collar or collar_of(clothes.top))
            head(canvas, 8, 0, look, tilt=-12)
            reach = Gesture((-24, 218), (92, 252), 4, "fist")
            arm(canvas, (-40, 116), reach, Sleeve(darker(clothes.top, 0.15), look.skin))
