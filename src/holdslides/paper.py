"""A composed poster as plain frozen data, and the paper sizes it can be printed on.

Millimetres and metres.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from holdslides.models_paper import Hanging, PosterLayout
from holdslides.problems import Place
from holdslides.records import dataclass
from holdslides.texts import FigureUse, Source, Text

if TYPE_CHECKING:
    from holdslides.logo import Logo

PT_PER_MM = 72 / 25.4
A_SIZES_MM: dict[str, tuple[int, int]] = {
    "a4": (210, 297),
    "a3": (297, 420),
    "a2": (420, 594),
    "a1": (594, 841),
    "a0": (841, 1189),
}
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
DISTANCE_M: dict[str, float] = {
    "a4": 1.5,
    "a3": 3,
    "a2": 4,
    "a1": 6,
    "a0": 8,
}  # headline; body from half of it


def month_name(day: date) -> str:
    """The month in Danish words: "november 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class Band:
    """One band of a poster of bands: a word, what it means, a picture, the colours behind and at its foot."""

    word: Text
    text: Text
    figure: FigureUse | None
    colour: str
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table poster; an empty value is a line to write on."""

    name: Text
    value: Text


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose poster it is: the clinic's name, where that is written, its logo, and the out-of-hours number."""

    name: str
    place: Place | None = None
    logo: Logo | None = None
    doctor_on_call: str = ""


@dataclass(frozen=True, slots=True)
class Poster:
    """A poster: what it says, for whom it holds, and where it comes from.

    `label` says for whom it holds and is empty when it holds for all; `signs` and `call` are a notice's.
    """

    id: str
    name: str
    place: Place
    layout: PosterLayout
    headline: Text
    body: Text
    second: Text
    figure: FigureUse | None
    stage: str
    foot: str
    label: str
    bands: tuple[Band, ...]
    rows: tuple[Row, ...]
    signs: tuple[Text, ...]
    call: Text | None
    sources: tuple[Source, ...]
    safety: tuple[str, ...]
    sender: Sender
    month: str
    conditions: tuple[str, ...]
    hanging: Hanging
    group: str = ""
    remarks: tuple[str, ...] = ()
