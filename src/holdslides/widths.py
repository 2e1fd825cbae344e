"""How wide words are: width tables made once from the fonts themselves by tools/make_width_tables.py.

Lengths are pt, or em (a part of the font size) where a name ends in `_em`.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Any

from holdslides.records import dataclass

REGULAR, BOLD = 400, 700
SOFT_HYPHEN = "\u00ad"
UNKNOWN_FONT_FACTOR = 1.08  # how much wider than Arial a font may be that we know nothing of

_FILES = {
    "arial": "arimo",
    "arimo": "arimo",
    "helvetica": "arimo",
    "liberation sans": "arimo",
    "source sans pro": "source_sans_pro",
    "source sans 3": "source_sans_pro",
}
_INVISIBLE = (SOFT_HYPHEN, "\u200b", "\u2060", "\ufeff", "\n", "\v", "\r")


@dataclass(frozen=True, slots=True)
class WidthTable:
    """One weight of one font: letters in em, and what pairs of letters close up, by their classes."""

    letters: dict[str, float]
    left: dict[str, int]
    right: dict[str, int]
    kerning: dict[tuple[int, int], float]

    def letter_em(self, letter: str) -> float:
        """The width of a letter; one the table lacks counts as an em, a combining mark as nothing."""
        known = self.letters.get(letter)
        if known is None:
            from unicodedata import combining

            known = self.letters[letter] = 0.0 if combining(letter) else 1.0
        return known

    def places_em(self, text: str) -> list[float]:
        """Where each letter starts, and last where the text ends: len(text) + 1 numbers from 0."""
        letters, left, right = self.letters, self.left, self.right
        at, places, before = 0.0, [0.0], None
        for letter in text:
            if before is not None and (second := right.get(letter)) is not None:
                closed_up = self.kerning.get((before, second))
                if closed_up:
                    at += closed_up
                    places[-1] = at
            width = letters.get(letter)
            at += self.letter_em(letter) if width is None else width
            places.append(at)
            before = left.get(letter)
        return places

    def width_em(self, text: str) -> float:
        """The width of a text on one line."""
        return self.places_em(text)[-1]


_FACTORS = {  # fonts without a table that are known to be narrower or wider than Arial, on the safe side
    "calibri": 0.96,
    "carlito": 0.96,
    "times new roman": 0.96,
    "garamond": 0.96,
    "cambria": 1.0,
    "aptos": 1.03,
    "segoe ui": 1.04,
    "tahoma": 1.04,
    "georgia": 1.12,
    "comic sans ms": 1.15,
    "bookman old style": 1.18,
    "century gothic": 1.18,
    "lucida sans": 1.18,
    "poppins": 1.18,
    "lucida sans unicode": 1.2,
    "montserrat": 1.2,
    "verdana": 1.25,
}


def width_factor(font: str) -> float:
    """How much wider than Arial a font is reckoned to be; 1 for one with a table."""
    return 1.0 if is_known(font) else _FACTORS.get(font.strip().lower(), UNKNOWN_FONT_FACTOR)


def is_known(font: str) -> bool:
    """Whether there is a width table for the font; without one its widths are Arial's times `width_factor`."""
    return font.strip().lower() in _FILES


@lru_cache(maxsize=16)
def width_table(font: str, weight: int) -> WidthTable:
    """The table of a font in the weight nearest to `weight` (100-900)."""
    data = _load(_FILES.get(font.strip().lower(), "arimo"))
    nearest = min(data["weights"], key=lambda known: abs(int(known) - weight))
    return _table(data["weights"][nearest], width_factor(font) / data["units"])


@lru_cache(maxsize=4)
def known_letters(font: str) -> frozenset[str]:
    """The letters the font's table holds. The font may have more; nothing for a font without a table."""
    if not is_known(font):
        return frozenset()
    weights = _load(_FILES[font.strip().lower()])["weights"]
    return frozenset(weights[str(REGULAR)]["letters"])


def text_width(
    text: str, size: float, bold: bool = False, font: str = "Arial", *, weight: int | None = None
) -> float:
    """The width in pt of one line of text at `size` pt. `weight` (100-900) goes before `bold`."""
    return width_table(font, weight or (BOLD if bold else REGULAR)).width_em(text) * size


def _load(name: str) -> dict[str, Any]:
    data: dict[str, Any] = import_module(f"holdslides.fonts_data.{name}").TABLE
    return data


def _table(data: dict[str, Any], unit: float) -> WidthTable:
    letters = {letter: width * unit for letter, width in data["letters"].items()}
    left, right = dict(data["left"]), dict(data["right"])
    for letter in _INVISIBLE:
        letters[letter] = 0.0
        left.pop(letter, None)
        right.pop(letter, None)
    kerning = {pair: value * unit for pair, value in data["kerning"].items()}
    return WidthTable(letters, left, right, kerning)
