"""A composed poster as plain frozen data. Lengths in pt on the A3 page it is laid out on (842 x 1191)."""

from __future__ import annotations

from dataclasses import dataclass

from holdslides.models_paper import PosterLayout
from holdslides.pages import FigureUse, Source, Text
from holdslides.problems import Place

A_SIZES_MM: dict[str, tuple[int, int]] = {
    "a4": (210, 297),
    "a3": (297, 420),
    "a2": (420, 594),
    "a1": (594, 841),
    "a0": (841, 1189),
}
DISTANCE_M: dict[str, float] = {"a4": 1.5, "a3": 3, "a2": 4, "a1": 6, "a0": 8}  # headline; body from half of it
PT_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Band:
    """One band of a poster of bands: a word, what it means, its picture and the palette colour behind."""

    word: Text
    text: Text
    figure: FigureUse | None
    colour: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table poster; an empty value is a line to write on."""

    name: Text
    value: Text


@dataclass(frozen=True, slots=True)
class Poster:
    """A poster: what it says, for whom it holds, and where it comes from. `label` is empty when it holds for all."""

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
    clinic: str
    phones: tuple[tuple[str, str], ...]
    month: str
    conditions: tuple[str, ...]
    rotation: str
    remarks: tuple[str, ...] = ()
