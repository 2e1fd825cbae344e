"""People who stand and walk: one posable body for the whole cast, and a child.

Every person is drawn with the soles at (0, 0), facing right, about 655 units high with hair, inside a group
that carries the person's name. Scale with `canvas.at`: free height in pt / 655.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from holdslides.drawing import Colour
from holdslides.kit import poses, wardrobe
from holdslides.kit.bodies import (
    TRUNKS,
    Gesture,
    Sleeve,
    Trouser,
    Trunk,
    arm,
    collar,
    dress,
    leg,
    neck,
    torso,
)
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.cast import CAST, Clothes, Look
from holdslides.kit.faces import head
from holdslides.kit.poses import Pose, Step
from holdslides.records import dataclass

HEIGHT = 655  # units from sole to the top of the hair
Draw: TypeAlias = Callable[[Canvas], None]


@dataclass(frozen=True, slots=True)
class Holding:
    """Things drawn with a person, in the upper body's frame: behind, between body and near arm, in front."""

    back: Draw | None = None
    middle: Draw | None = None
    front: Draw | None = None


def person(
    canvas: Canvas,
    who: str,
    pose: Pose | str = "standing",
    clothes: Clothes | None = None,
    look: Look | None = None,
    holding: Holding | None = None,
) -> None:
    """Somebody of the cast standing or walking, soles at (0, 0).

    `pose` is a Pose or a name of poses.POSES; clothes and look are the character's own unless given.

    Raises KeyError for a person or a pose that does not exist.
    """
    character = CAST[who]
    body = _Body(
        look or character.look,
        clothes or character.clothes,
        poses.POSES[pose] if isinstance(pose, str) else pose,
        holding or Holding(),
    )
    with canvas.group(character.name), canvas.at(0, body.pose.drop - 592):
        with canvas.at(0, 310, 1, body.pose.lean), canvas.at(0, -310):
            body.behind(canvas)
        body.legs(canvas)
        with canvas.at(0, 310, 1, body.pose.lean), canvas.at(0, -310):
            body.upper(canvas)


@dataclass(frozen=True, slots=True)
class _Body:
    look: Look
    clothes: Clothes
    pose: Pose
    holding: Holding

    @property
    def trunk(self) -> Trunk:
        return TRUNKS[self.look.build]

    def behind(self, canvas: Canvas) -> None:
        if self.holding.back:
            self.holding.back(canvas)
        sleeve = Sleeve(darker(self.clothes.sleeves or self.clothes.top, 0.26), self.look.skin, (22, 18, 13))
        arm(canvas, (self.trunk.shoulder - 12, 112), gesture(poses.FAR, self.pose.far), sleeve)

    def legs(self, canvas: Canvas) -> None:
        steps = self.pose.legs
        near, far = poses.LEGS[steps] if isinstance(steps, str) else steps
        clothes, drop = self.clothes, self.pose.drop
        for step, colour, side in ((far, far_leg(clothes.trousers), 1), (near, clothes.trousers, -1)):
            ankle = (step.ankle[0], step.ankle[1] - drop)
            radii = (38.0, 32.0, 23.0) if self.look.build == "big" else (34.0, 26.0, 19.0)
            trouser = Trouser(colour, clothes.shoes, radii, tights=clothes.dress)
            if clothes.dress:
                leg(canvas, (17 * side, 400), (step.knee[0], 460), ankle, trouser, step.foot)
            else:
                leg(canvas, (18 * side, 318), step.knee, ankle, trouser, step.foot)

    def upper(self, canvas: Canvas) -> None:
        look, clothes, hijab = self.look, self.clothes, self.look.hair == "hijab"
        head_at = (8.0, 0.0)
        if not hijab:
            neck(canvas, (0, 80), head_at, look.skin, 1.12 if look.build == "big" else 1)
        if clothes.dress:
            dress(canvas, clothes.top)
        else:
            torso(canvas, (0, 80), (0, 332), self.trunk, clothes.top)
        wardrobe.details(canvas, clothes, self.trunk)
        if not hijab:
            collar(canvas, 2, 82, clothes.collar or collar_of(clothes.top))
        head(canvas, *head_at, look, tilt=self.pose.tilt)
        if self.holding.middle:
            self.holding.middle(canvas)
        sleeve = Sleeve(darker(clothes.sleeves or clothes.top, 0.15), look.skin)
        arm(canvas, (10 - self.trunk.shoulder, 114), gesture(poses.NEAR, self.pose.near), sleeve)
        if self.holding.front:
            self.holding.front(canvas)


def gesture(named: dict[str, Gesture], wanted: str | Gesture) -> Gesture:
    """The gesture itself, or the one of that name. Raises KeyError for an unknown name."""
    return named[wanted] if isinstance(wanted, str) else wanted


def far_leg(trousers: Colour) -> Colour:
    """The second tone for the leg behind; ink cannot go darker, so it goes lighter."""
    return "petrol8" if trousers == "ink" else darker(trousers, 0.22)


def collar_of(top: Colour) -> Colour:
    """A collar that shows on the garment."""
    return "sand3" if top in ("sand0", "white") else darker(top, 0.22)


@dataclass(frozen=True, slots=True)
class ChildPose:
    """A child's arms, legs and tilt, in units of the child's own frame (neck (0, 62), soles y 292)."""

    near: Gesture
    far: Gesture
    legs: tuple[Step, Step] = (Step((-14, 206), (-18, 270)), Step((16, 206), (20, 270)))
    tilt: float = 0


ARMS_UP = ChildPose(
    Gesture((-50, 96), (-84, 40), -100, "open", mirror=True), Gesture((48, 96), (80, 36), -80, "open")
)


CHILD = Look("skin1", "short", "hair3")
CHILD_CLOTHES = Clothes("coral", "petrol7")


def child(
    canvas: Canvas, pose: ChildPose = ARMS_UP, clothes: Clothes = CHILD_CLOTHES, look: Look = CHILD
) -> None:
    """A child, soles at (0, 0), 345 units high; its arms are up unless the pose says otherwise."""
    near, far = pose.legs
    top, skin = clothes.top, look.skin
    with canvas.group("Barn"), canvas.at(0, -292):
        arm(canvas, (28, 84), pose.far, Sleeve(darker(top, 0.26), skin, (16, 14, 11)))
        small = (20.0, 17.0, 14.0)
        leg(
            canvas,
            (11, 176),
            far.knee,
            far.ankle,
            Trouser(far_leg(clothes.trousers), clothes.shoes, small),
            far.foot,
        )
        leg(
            canvas,
            (-11, 176),
            near.knee,
            near.ankle,
            Trouser(clothes.trousers, clothes.shoes, small),
            near.foot,
        )
        canvas.capsule(4, 30, 14, 0, 62, 15, darker(skin, 0.14))
        canvas.blob(
            [
                (-12, 58), (-32, 66), (-40, 86), (-40, 140), (-40, 186, 0),
                (40, 186, 0), (40, 140), (40, 86), (32, 66), (12, 58),
            ],
            top,
        )  # fmt: skip
        head(canvas, 6, 0, look, 0.84, pose.tilt)
        arm(canvas, (-30, 84), pose.near, Sleeve(darker(top, 0.15), skin, (17, 14, 11)))
