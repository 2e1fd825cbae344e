"""What content files of several kinds choose between. Their shapes are in `models_*.py`.

There every field names its Danish key with `key`; the loader refuses any other key.
"""

from __future__ import annotations

from enum import StrEnum


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
