"""The printed page of notes: where the slide and the words stand on it, and how large the words can be.

Lengths in pt. Nothing is measured letter by letter: hundreds of pages are set while a deck is written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import NamedTuple, TypeAlias

from holdslides.records import dataclass

A4 = (595.28, 841.89)
BEFORE = 6.0  # above every label but the first
BETWEEN = 0.16  # of the size, between the paragraphs under a label that are read as sentences
LINE = 1.2  # of the size; Arial's own is 1.15, other fonts' a little more

_EDGE = 42.5  # 15 mm, which every printer leaves free
_TOP, _BOTTOM = 28.0, 28.0
_PICTURE = 0.157  # of the height there is: enough to see which slide it is
_GAP = 12.0
_NUMBER = 12.0  # high, at the foot
_LETTER = 0.445  # em, of Danish in Arial on an average
_TURN = 3.2  # letters: what is lost at a line's end, where the next word is too long
_SPARE = 0.99  # of the room; a line of Arial is less than LINE too
_RECOGNISED = 45  # letters of a claim by which the fact is known again, in one line with where it stands

Frame: TypeAlias = tuple[float, float, float, float]  # x, y, width, height


@dataclass(frozen=True, slots=True)
class NotesPage:
    """Where everything stands on a page of notes."""

    picture: Frame
    words: Frame
    number: Frame


@dataclass(frozen=True, slots=True)
class NotesRoom:
    """The room for the words of one page, and how much wider than Arial their font is.

    `moved`: where the slide and the words stand, if not where the notes master has them.
    """

    width: float
    height: float
    wide: float = 1.0
    moved: tuple[Frame, Frame] | None = None


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of what is said and done, of what is looked up before, and of sources with `claim` letters each."""

    spoken: float
    known: float
    sources: float
    claim: int = 160


# What is read while standing gives way last: the sources are in the register, the rest is read before.
LADDER = (
    Sizes(14, 12, 10),
    Sizes(13, 12, 10),
    Sizes(13, 11, 9),
    Sizes(12, 11, 9),
    Sizes(12, 10.5, 8.5),
    Sizes(12, 10, 8),
    Sizes(12, 10, 8, claim=_RECOGNISED),
    Sizes(11.5, 10, 8, claim=_RECOGNISED),
    Sizes(11, 10, 8, claim=_RECOGNISED),
    Sizes(10.5, 9.5, 8, claim=_RECOGNISED),
    Sizes(10, 9, 8, claim=_RECOGNISED),
    Sizes(10, 9, 8, claim=_RECOGNISED // 2),
)


class NotesLine(NamedTuple):
    """A paragraph as it is written: its size, whether it is bold, and what stands free above it."""

    words: str
    size: float
    bold: bool | None = None
    before: float = 0.0


def notes_page(width: float, height: float) -> NotesPage:
    """Our page of notes on paper of this size: a small slide above, the words under it, the number at the foot."""
    inner, foot = width - 2 * _EDGE, height - _BOTTOM - _NUMBER
    picture, words = shared((_EDGE, _TOP, inner, foot - _GAP / 2 - _TOP))
    return NotesPage(picture, words, (width - _EDGE - inner / 3, foot, inner / 3, _NUMBER))


def shared(room: Frame) -> tuple[Frame, Frame]:
    """The slide above, in the middle, and the words under it, in a room of this place and size."""
    x, y, width, height = room
    high = _PICTURE * height
    wide = high * 16 / 9
    top = high + _GAP
    return (x + (width - wide) / 2, y, wide, high), (x, y + top, width, height - top)


def height_of(lines: Sequence[NotesLine], room: NotesRoom) -> float:
    """About how high these paragraphs stand in the room's width, rather more than less."""
    high, across = 0.0, room.width / (_LETTER * room.wide)
    for words, size, _, before in lines:
        letters = max(1.0, across / size - _TURN)
        high += max(1, ceil(len(words) / letters)) * size * LINE + before
    return high


def fits(lines: Sequence[NotesLine], room: NotesRoom) -> bool:
    """Whether the paragraphs stand in the room, with a little to spare."""
    return height_of(lines, room) <= room.height * _SPARE


def fitting(lines: Callable[[Sizes], tuple[NotesLine, ...]], room: NotesRoom) -> tuple[NotesLine, ...]:
    """The paragraphs in the largest sizes that fit the room; in the smallest there are where none does."""
    for sizes in LADDER:
        found = lines(sizes)
        if fits(found, room):
            break
    return found
