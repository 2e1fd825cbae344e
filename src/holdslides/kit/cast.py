"""The recurring cast of ten, as data: how they look, and what they usually wear.

A figure asks for somebody by name ("inger") and may change a garment or an expression for one picture:
`dressed("inger", top="leaf7")`, `looking("inger", eyes="shut")`.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from holdslides.drawing import Colour
from holdslides.records import dataclass, replace

Hair: TypeAlias = Literal["bun", "bob", "short", "bald", "fade", "long", "wave", "ponytail", "curly", "hijab"]
Eyes: TypeAlias = Literal["open", "happy", "shut"]
Mouth: TypeAlias = Literal["none", "smile", "flat", "o", "laugh"]
Build: TypeAlias = Literal["slim", "medium", "big", "old"]
Detail: TypeAlias = Literal["braces", "buttons", "cardigan", "dots", "hem", "stripes", "vest stripes", "zip"]


@dataclass(frozen=True, slots=True)
class Look:
    """A head: skin, hair, what is worn on it, and its expression. Colours are palette names.

    Mouths are for laughing and for being startled; a calm face has none. Pain is shut eyes, never a grimace.
    """

    skin: str
    hair: Hair
    hair_colour: str
    beard: str | None = None
    moustache: str | None = None
    glasses: str | None = None
    cap: str | None = None
    helmet: str | None = None
    eyes: Eyes = "open"
    mouth: Mouth = "none"
    build: Build = "medium"


@dataclass(frozen=True, slots=True)
class Clothes:
    """What a person wears. `top` is the large garment: choose it 3:1 or more against the ground behind.

    `dress` makes the top a dress to the calf, with `trousers` as tights. `sleeves` are the top's colour
    unless given.
    """

    top: Colour
    trousers: Colour = "petrol8"
    shoes: Colour = "ink"
    dress: bool = False
    collar: Colour | None = None
    sleeves: Colour | None = None
    accent: Colour = "sand0"
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Character:
    """One of the ten: the name a therapist sees in the selection pane, the looks, the usual clothes.

    `seen_as` is who it is in an alt text, to somebody who does not know the cast (Danish).
    `stature` is the height against the others', for a figure that stands several people side by side.
    """

    name: str
    seen_as: str
    look: Look
    clothes: Clothes
    stature: float = 1


CAST: dict[str, Character] = {
    "inger": Character(
        "Inger",
        "en ældre kvinde",
        Look("skin1", "bun", "hair4", glasses="ink", build="slim"),
        Clothes("coral7", "petrol8", dress=True),
        stature=0.93,
    ),
    "samir": Character(
        "Samir",
        "en mand",
        Look("skin4", "fade", "hair1", beard="hair1"),
        Clothes("leaf7", "wood", accent="leaf3", details=("buttons",)),
        stature=1.04,
    ),
    "poul": Character(
        "Poul",
        "en ældre mand",
        Look("skin2", "bald", "hair4", beard="hair4", build="big"),
        Clothes("petrol7", "ink", "wood"),
        stature=0.98,
    ),
    "amina": Character(
        "Amina",
        "en kvinde",
        Look("skin3", "hijab", "coral7", build="slim"),
        Clothes("petrol7", "ink", "coral7", dress=True, accent="petrol3", details=("hem",)),
        stature=0.97,
    ),
    "lone": Character(
        "Lone", "en kvinde", Look("skin1", "bob", "hair6", build="slim"), Clothes("coral7", "petrol8")
    ),
    "grace": Character(
        "Grace", "en kvinde", Look("skin5", "curly", "hair1", build="slim"), Clothes("coral7", "petrol7")
    ),
    "kaj": Character(
        "Kaj",
        "en ældre mand",
        Look("skin2", "short", "hair4", moustache="hair4", cap="petrol5", build="old"),
        Clothes("coral7", "petrol7", collar="sand0", details=("zip",)),
        stature=0.93,
    ),
    "mette": Character(
        "Mette",
        "en kvinde",
        Look("skin1", "ponytail", "hair3", build="slim"),
        Clothes("coral", "petrol8"),
        stature=0.98,
    ),
    "birthe": Character(
        "Birthe",
        "en ældre kvinde",
        Look("skin2", "wave", "hair4", build="old"),
        Clothes("coral7", "petrol7", collar="sand0"),
        stature=0.93,
    ),
    "li": Character(
        "Li",
        "en kvinde",
        Look("skin3", "long", "hair1", build="slim"),
        Clothes("leaf7", "ink", "coral"),
        stature=0.96,
    ),
}


def looking(who: str, **changes: Any) -> Look:
    """The character's look with some fields changed: `looking("kaj", eyes="shut", cap=None)`."""
    return replace(CAST[who].look, **changes)


def dressed(who: str, **changes: Any) -> Clothes:
    """The character's clothes with some fields changed: `dressed("poul", top="sand0")`."""
    return replace(CAST[who].clothes, **changes)
