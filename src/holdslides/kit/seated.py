"""People who sit: on a chair in profile, behind a table, and seen from behind. Units as in people.py."""

from __future__ import annotations

from holdslides.drawing import Colour
from holdslides.kit import poses
from holdslides.kit.bodies import Gesture, Sleeve, Trouser, arm, collar, leg, neck
from holdslides.kit.canvas import Canvas, darker
from holdslides.kit.cast import CAST, Clothes, Look
from holdslides.kit.faces import head, head_from_behind
from holdslides.kit.furniture import chair
from holdslides.kit.people import Holding, collar_of, far_leg, gesture
from holdslides.kit.poses import Seat
from holdslides.records import dataclass


@dataclass(frozen=True, slots=True)
class Chair:
    """The colours of a chair's seat and legs; no legs' colour means a darker seat."""

    colour: Colour = "wood"
    legs: Colour | None = None


WOODEN = Chair()


def sitter(
    canvas: Canvas,
    who: str,
    seat: Seat | str = "resting",
    clothes: Clothes | None = None,
    look: Look | None = None,
    holding: Holding | None = None,
    on: Chair | None = WOODEN,
) -> None:
    """Somebody sitting in profile, facing right, soles at y 0 and hip at x 0; about 560 units high.

    `seat` is a Seat or a name of poses.SEATS; `on=None` leaves the chair out.

    Raises KeyError for unknown names.
    """
    character = CAST[who]
    look, clothes = look or character.look, clothes or character.clothes
    holding = holding or Holding()
    seat = poses.SEATS[seat] if isinstance(seat, str) else seat
    with canvas.group(character.name):
        if on:
            chair(canvas, on.colour, seat.height - 10, on.legs)
        with canvas.at(0, -seat.height):
            with canvas.at(0, 0, 1, seat.lean):
                _far_side(canvas, seat, clothes, look, holding)
            near, far = seat.legs
            back = Trouser(far_leg(clothes.trousers), clothes.shoes, (34, 27, 20))
            leg(canvas, (6, -28), far.knee, far.ankle, back, far.foot)
            leg(
                canvas,
                (0, -26),
                near.knee,
                near.ankle,
                Trouser(clothes.trousers, clothes.shoes, (36, 29, 20)),
                near.foot,
            )
            with canvas.at(0, 0, 1, seat.lean):
                _near_side(canvas, seat, clothes, look, holding)


def _far_side(canvas: Canvas, seat: Seat, clothes: Clothes, look: Look, holding: Holding) -> None:
    if holding.back:
        holding.back(canvas)
    if seat.far is not None:
        sleeve = Sleeve(darker(clothes.sleeves or clothes.top, 0.26), look.skin, (22, 18, 13))
        arm(canvas, (30, -222), gesture(poses.SEATED_FAR, seat.far), sleeve)


def _near_side(canvas: Canvas, seat: Seat, clothes: Clothes, look: Look, holding: Holding) -> None:
    hijab = look.hair == "hijab"
    belly = 20 if look.build == "big" else 0
    if not hijab:
        neck(canvas, (0, -258), (18, -336), look.skin, 1.05)
    canvas.blob(
        [
            (-26, -262), (-54, -250), (-68, -214), (-68, -120), (-64, -40), (-58, 8, 0), (26 + belly, 8, 0),
            (54 + belly, -44), (46 + belly, -110), (52, -200), (44, -244), (20, -262),
        ],
        clothes.top,
    )  # fmt: skip
    if not hijab:
        collar(canvas, 0, -256, clothes.collar or collar_of(clothes.top), 26)
    head(canvas, 18, -336, look, tilt=seat.tilt)
    if holding.middle:
        holding.middle(canvas)
    sleeve = Sleeve(darker(clothes.sleeves or clothes.top, 0.15), look.skin)
    arm(canvas, (-34, -222), gesture(poses.SEATED_NEAR, seat.near), sleeve)
    if holding.front:
        holding.front(canvas)


@dataclass(frozen=True, slots=True)
class TablePose:
    """Arms of somebody behind a table, in the upper body's frame (head (8, 0), table edge y 232)."""

    near: Gesture
    far: Gesture
    tilt: float = 0


_REST_NEAR = Gesture((-90, 196), (2, 218), 2)
_REST_FAR = Gesture((92, 192), (8, 222), 184, mirror=True)
TABLE_POSES: dict[str, TablePose] = {
    "folded": TablePose(_REST_NEAR, _REST_FAR),
    "chin": TablePose(
        Gesture((-78, 214), (-2, 104), -62), Gesture((94, 196), (50, 226), 180, mirror=True), 8
    ),
    "open": TablePose(Gesture((-88, 200), (-10, 222), 4), Gesture((104, 186), (138, 128), -50, "open"), -3),
    "raised": TablePose(_REST_NEAR, Gesture((106, 150), (104, 42), -88, "open"), -4),
    "heart": TablePose(Gesture((-90, 192), (10, 132), -20), _REST_FAR, 2),
    "ears": TablePose(
        Gesture((-116, 98), (-52, 26), -38), Gesture((122, 96), (76, 20), -106, mirror=True), -6
    ),
    "cheek": TablePose(_REST_NEAR, Gesture((104, 190), (56, 62), -112, mirror=True), 10),
    "stop": TablePose(_REST_NEAR, Gesture((112, 150), (126, 52), -82, "open"), -4),
    "point": TablePose(_REST_NEAR, Gesture((108, 170), (170, 110), -38, "point"), -2),
}


def at_table(
    canvas: Canvas,
    who: str,
    pose: TablePose | str = "folded",
    clothes: Clothes | None = None,
    look: Look | None = None,
    holding: Holding | None = None,
) -> None:
    """Somebody's upper body behind a table; origin on the table's edge, the head's centre 232 above it."""
    character = CAST[who]
    look, clothes = look or character.look, clothes or character.clothes
    pose = TABLE_POSES[pose] if isinstance(pose, str) else pose
    w = 76 if look.build == "big" else 60
    hijab = look.hair == "hijab"
    with canvas.group(character.name), canvas.at(0, -232):
        arm(
            canvas,
            (w - 14, 112),
            pose.far,
            Sleeve(darker(clothes.sleeves or clothes.top, 0.26), look.skin, (22, 18, 13)),
        )
        if not hijab:
            neck(canvas, (0, 80), (8, 0), look.skin, 1.15 if look.build == "big" else 1)
        canvas.blob(
            [
                (-16, 70), (-46, 80), (-w - 2, 102), (-w - 6, 160), (-w - 8, 232, 0),
                (w + 8, 232, 0), (w + 6, 160), (w, 102), (44, 80), (16, 70),
            ],
            clothes.top,
        )  # fmt: skip
        if not hijab:
            collar(canvas, 2, 80, clothes.collar or collar_of(clothes.top), 26)
        head(canvas, 8, 0, look, tilt=pose.tilt)
        if holding and holding.middle:
            holding.middle(canvas)
        arm(
            canvas,
            (10 - w, 112),
            pose.near,
            Sleeve(darker(clothes.sleeves or clothes.top, 0.15), look.skin, (22, 18, 13)),
        )


def from_behind(canvas: Canvas, who: str, clothes: Clothes | None = None) -> None:
    """Somebody seen from behind from the waist up; the origin is 232 below the head's centre."""
    character = CAST[who]
    look, clothes = character.look, clothes or character.clothes
    with canvas.group(character.name), canvas.at(0, -232):
        canvas.capsule(0, 30, 20, 0, 80, 21, darker(look.skin, 0.12))
        canvas.blob(
            [
                (-16, 72), (-48, 82), (-66, 106), (-74, 180), (-76, 232, 0),
                (76, 232, 0), (74, 180), (66, 106), (48, 82), (16, 72),
            ],
            clothes.top,
        )  # fmt: skip
        canvas.capsule(-62, 118, 22, -92, 200, 18, darker(clothes.top, 0.16))
        canvas.capsule(62, 118, 22, 92, 200, 18, darker(clothes.top, 0.16))
        head_from_behind(canvas, 0, 0, look)
