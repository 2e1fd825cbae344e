"""The scenes of a summary's arches. The origin is the middle of an arch's ground, 272 wide and 284 high."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from holdslides.drawing import Colour
from holdslides.kit import alarms, nature, rest, things, water
from holdslides.kit.bodies import Gesture
from holdslides.kit.canvas import Canvas
from holdslides.kit.cast import dressed, looking
from holdslides.kit.furniture import chair, table_top
from holdslides.kit.people import Holding, person
from holdslides.kit.phones import AT_EAR, mobile_at_ear
from holdslides.kit.poses import Pose, Step
from holdslides.kit.seated import Chair, at_table, sitter
from holdslides.records import dataclass

Draw: TypeAlias = Callable[[Canvas], None]
WIDTH, HEIGHT = 272.0, 284.0


@dataclass(frozen=True, slots=True)
class Scene:
    """What is seen (for the alt text), the colours of sky and ground (None: the scene has its own)."""

    seen: str
    sky: Colour
    ground: Colour | None
    draw: Draw


def _asleep(canvas: Canvas) -> None:
    canvas.path("M -94.6 -244 C -70 -270 -36 -284 0 -284 C 36 -284 70 -270 94.6 -244 Z", "ink")
    with canvas.at(0, -244, 0.66):
        alarms.alarm(canvas, led="leaf")
    with canvas.at(88, -160):
        nature.moon(canvas)
    for x, y, r in ((-98, -134, 3), (-74, -172, 2.4), (-20, -134, 2.4), (40, -112, 2.2)):
        canvas.ellipse(x, y, r, fill="sand2")
    with canvas.at(0, 0, 0.57):
        rest.sleeper(canvas)


def _carrying(canvas: Canvas) -> None:
    def crate(canvas: Canvas) -> None:
        with canvas.at(76, 208):
            things.crate(canvas)

    with canvas.at(-22, -6, 0.405):
        person(canvas, "samir", "carrying", dressed("samir", top="petrol7"), holding=Holding(middle=crate))


def _walking(canvas: Canvas) -> None:
    with canvas.at(-40, -6, 0.41):
        person(canvas, "kaj", "leading")
    canvas.curve([(20, -146), (46, -84), (87, -40)], "ink", 2.6)
    with canvas.at(64, -6, 0.44):
        nature.dog(canvas)


def _turning_tap(canvas: Canvas) -> None:
    canvas.rectangle(20, -196, 116, 13, "ink")
    with canvas.at(26, -190, 0.92):
        water.tap(canvas, turn=24)
    water.drop(canvas, 26, -104, 5)
    table_top(canvas, -26, -44, 162, 44, "petrol7")
    with canvas.at(26, -84, 0.165):
        water.saucer(canvas)
        water.cup(canvas)
        water.water_in_cup(canvas, 1)
    pose = Pose("hang", Gesture((104, 196), (196, 172), -8, "fist"), tilt=4)
    with canvas.at(-72, 0, 0.365):
        person(canvas, "mette", pose, dressed("mette", top="petrol7", trousers="ink"))


def _stair(canvas: Canvas) -> None:
    for i, height in enumerate((40, 62, 84, 106)):
        x = -136 + 68 * i
        canvas.rectangle(x, -height, 68.4, height, "petrol7" if i % 2 else "petrol8")
        canvas.rectangle(x, -height, 68, 6, "petrol3")
    legs = (Step((-26, 440), (-38, 570)), Step((84, 396), (92, 510), -2))
    with canvas.at(-46, -61, 0.315):
        pose = Pose("swing_forward", "swing_back", legs, lean=4)
        person(canvas, "birthe", pose, holding=Holding(middle=things.rucksack))


def _stair_down(canvas: Canvas) -> None:
    """The same stair, the person turned round and on the way to a lower step."""
    for i, height in enumerate((40, 62, 84, 106)):
        x = -136 + 68 * i
        canvas.rectangle(x, -height, 68.4, height, "petrol7" if i % 2 else "petrol8")
        canvas.rectangle(x, -height, 68, 6, "amber" if i == 1 else "petrol3")
    legs = (Step((-18, 440), (-30, 570)), Step((58, 450), (88, 628), 6))
    with canvas.at(24, -84, 0.275, flip=True):
        pose = Pose("swing_forward", "swing_back", legs, lean=-2, tilt=8)
        person(canvas, "birthe", pose, holding=Holding(middle=things.rucksack))


def _stopping(canvas: Canvas) -> None:
    with canvas.at(-28, -6, 0.405):
        person(canvas, "grace", "stopping", dressed("grace", top="petrol7", trousers="ink"))
    with canvas.at(84, 0), canvas.group("Trafiklys"):
        canvas.rectangle(-7, -60, 14, 60, "petrol8")
        canvas.rectangle(-34, -226, 68, 172, "petrol8", 22)
        for i, (colour, shape) in enumerate(
            (("petrol7", "circle"), ("petrol7", "triangle"), ("coral", "square"))
        ):
            with canvas.at(0, -194 + 54 * i):
                canvas.ellipse(0, 0, 23, fill="ink")
                things.signal(canvas, 14, colour, shape)  # type: ignore[arg-type]


def _diary(canvas: Canvas) -> None:
    with canvas.at(-8, -84, 0.62):
        at_table(canvas, "inger", "folded", dressed("inger", top="coral7", dress=False))
    table_top(canvas, -136, -84, 272, 84, "petrol7")
    with canvas.at(8, -70, 0.42):
        rest.open_book(canvas)
    with canvas.at(25, -38, 0.8):
        rest.pencil(canvas)
    with canvas.at(-104, -52, 0.9):
        things.mug(canvas, "amber")


def _together(canvas: Canvas) -> None:
    group = (("amina", -78, False), ("poul", 76, True), ("grace", 0, False))
    for i, (who, x, turned) in enumerate(group):
        top = ("petrol7", "petrol8", "coral7")[i]
        with canvas.at(x, -8 + (4 if i == 2 else 0), (0.345, 0.35, 0.365)[i], flip=turned):
            pose = "hands_folded" if i < 2 else "hand_on_heart"
            person(canvas, who, pose, dressed(who, top=top, trousers="ink"))


def _telling(canvas: Canvas) -> None:
    for who, x, turned, seat in (("kaj", -72, False, "telling"), ("amina", 74, True, "listening")):
        clothes = dressed(
            who, top="sand0" if turned else "coral3", trousers="sand3", dress=False, collar=("sand3")
        )
        with canvas.at(x, -6, 0.44, flip=turned):
            sitter(canvas, who, seat, clothes, on=Chair("amber", "amber"))


def _goal(canvas: Canvas) -> None:
    canvas.ellipse(56, -150, 56, fill="amber")
    canvas.path(
        "M -136 0 L -136 -40 C -60 -40 -10 -120 60 -124 C 96 -126 120 -110 136 -96 L 136 0 Z", "leaf7"
    )
    for x, y, rx in ((-56, -26, 20), (-18, -50, 15), (10, -72, 11), (32, -90, 8), (48, -104, 6)):
        canvas.ellipse(x, y, rx, rx * 0.36, "sand0")
    with canvas.at(70, -122, 0.8):
        rest.flag(canvas, "coral7")
    with canvas.at(-86, -20, 0.3):
        person(canvas, "li", "walking", dressed("li", top="coral7"))


def _lifting(canvas: Canvas) -> None:
    def weight(x: float) -> Draw:
        def draw(canvas: Canvas) -> None:
            with canvas.at(x, 6):
                things.dumbbell(canvas)

        return draw

    pose = Pose(
        Gesture((-126, 116), (-122, 22), -90, "fist", mirror=True),
        Gesture((124, 116), (122, 22), -90, "fist"),
        ("wide"),
    )
    with canvas.at(0, -6, 0.385):
        holding = Holding(front=weight(-122), back=weight(122))
        person(canvas, "lone", pose, dressed("lone", top="coral7"), holding=holding)


def _howling(canvas: Canvas) -> None:
    with canvas.at(0, -250, 0.6):
        alarms.waves(canvas, "amber", alarms.Waves(2, 136, 32, 12, -4, 41, 44))
        alarms.alarm(canvas, led="coral")
    clothes = dressed("inger", top="coral7", dress=False)
    with canvas.at(0, -40, 0.5):
        at_table(canvas, "inger", "ears", clothes, looking("inger", mouth="o"))
    table_top(canvas, -136, -56, 272, 56, "ink")


def _rising(canvas: Canvas) -> None:
    clothes = dressed("kaj", top="coral7", trousers="petrol8", dress=False, details=())
    with canvas.at(-46, -6, 0.43):
        with canvas.at(-88, 0):
            chair(canvas)
        sitter(canvas, "kaj", "rising", clothes, on=None)


def _phoning(canvas: Canvas) -> None:
    clothes = dressed("birthe", top="coral7", trousers="ink", details=())
    with canvas.at(-4, -6, 0.4):
        person(canvas, "birthe", Pose(AT_EAR, "hang", tilt=4), clothes, holding=Holding(middle=mobile_at_ear))


def _sore_and_walking(canvas: Canvas) -> None:
    with canvas.at(-10, -6, 0.405):
        pose = Pose("loin", "swing_forward", "walk", lean=4)
        person(canvas, "samir", pose, dressed("samir", top="petrol7", trousers="ink"))


SCENES: dict[str, Scene] = {
    "sover": Scene("en, der sover trygt under en stille alarm", "petrol7", None, _asleep),
    "baerer": Scene("en, der bærer en kasse grønt", "amber3", "amber", _carrying),
    "alarm": Scene("en, der holder sig for ørerne under en alarm, som hyler", "petrol7", None, _howling),
    "rejser": Scene("en, der rejser sig fra en stol", "leaf3", "leaf", _rising),
    "telefon": Scene("en, der ringer op", "amber3", "amber", _phoning),
    "oem_gaar": Scene("en, der går en tur med en hånd på lænden", "leaf3", "leaf", _sore_and_walking),
    "gaar": Scene("en, der går tur med sin hund", "leaf3", "leaf", _walking),
    "hane": Scene("en, der skruer ned for en hane over en kop", "coral2", None, _turning_tap),
    "trappe": Scene("en, der går op ad en trappe", "petrol2", None, _stair),
    "trin_ned": Scene("en, der går et trin ned ad en trappe", "petrol2", None, _stair_down),
    "stop": Scene(
        "en, der holder hånden op og stopper ved et trafiklys, hvor kun rød lyser",
        "amber3",
        "amber",
        _stopping,
    ),
    "dagbog": Scene("en, der sidder med sin dagbog", "petrol2", None, _diary),
    "hold": Scene("tre mennesker, der står sammen", "amber", "petrol7", _together),
    "snak": Scene("to mennesker, der taler sammen", "petrol7", "ink", _telling),
    "maal": Scene("en, der går mod et flag på en bakke", "petrol2", None, _goal),
    "loeft": Scene("en, der løfter to håndvægte", "leaf3", "leaf", _lifting),
}
