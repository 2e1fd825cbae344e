"""What content files of several kinds choose between. Their shapes are in `models_*.py`.

There every field names its Danish key with `key`; the loader refuses any other key.
"""

from __future__ import annotations

from enum import StrEnum

from holdslides.keys import key
from holdslides.records import dataclass


class Edition(StrEnum):
    """Full or short (PIXI) edition."""

    FULL = "fuld"
    PIXI = "pixi"


class Setting(StrEnum):
    """Where the material is used."""

    GROUP = "hold"
    INDIVIDUAL = "individuel"
    TRAINING = "traening"


class Course(StrEnum):
    """How long the trouble has lasted in this group."""

    SHORT = "kort"
    LONG = "langvarig"
    MIXED = "blandet"


@dataclass(frozen=True, slots=True)
class OwnSlidesEntry:
    """Slides of the clinic's own, out of a presentation in its folder, by their numbers from 1."""

    file: str = key("fil", doc="En .pptx i klinikkens mappe, fx velkomst.pptx")
    slides: tuple[int, ...] = key("slides", default=(), doc="Slidenes numre, fx [1, 3]; tomt giver dem alle")
