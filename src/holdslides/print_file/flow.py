"""Pieces of a page stacked from top to bottom: measured first, then given the room there is.

Lengths in pt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from holdslides.print_file.page import Page
from holdslides.records import dataclass, field

Draw = Callable[[Page, float, float], None]  # the page, the piece's top, the height it was given

_GAP_GROWTH = 0.9  # how much wider a gap may become where there is room to spare


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of a certain height, free of others by `above` pt, that can use up to `stretch` pt more.

    `keeps_next` holds it on the page of what follows; `header` is drawn first where the piece begins a page.
    """

    height: float
    draw: Draw
    above: float = 12
    stretch: float = 0
    keeps_next: bool = False
    header: Piece | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece with its top, measured from where the stack begins, and the height it gets."""

    piece: Piece
    top: float
    height: float


@dataclass(slots=True)
class Stack:
    """Pieces that go on one page, and how high they are together at least."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def height(self) -> float:
        """The least height of all of them and the gaps between."""
        gaps = sum(piece.above for piece in self.pieces[1:])
        return gaps + sum(piece.height for piece in self.pieces)

    def placed(self, room: float) -> list[Placed]:
        """Every piece in its place: what `room` has to spare goes to pieces that can stretch, then to the
        gaps.
        """
        spare = max(0.0, room - self.height)
        stretch = sum(piece.stretch for piece in self.pieces)
        share = min(1.0, spare / stretch) if stretch else 0.0
        spare -= share * stretch
        gaps = sum(piece.above for piece in self.pieces[1:])
        wider = 1 + min(_GAP_GROWTH, spare / gaps) if gaps else 1.0
        result, y = [], 0.0
        for i, piece in enumerate(self.pieces):
            y += piece.above * wider if i else 0
            height = piece.height + share * piece.stretch
            result.append(Placed(piece, y, height))
            y += height
        return result

    def draw(self, page: Page, top: float, room: float) -> None:
        """All of them, from `top` down."""
        for placed in self.placed(room):
            placed.piece.draw(page, top + placed.top, placed.height)


def pages_of(pieces: Sequence[Piece], first_room: float, next_room: float, alike: bool = True) -> list[Stack]:
    """The pieces spread over as few pages as they need; two pages are filled `alike`, or the first one first.

    A piece higher than a page gets one to itself.
    """
    groups, first = _kept_together(pieces), 0
    stacks: list[Stack] = []
    for i in range(len(groups)):
        room = next_room if stacks else first_room
        if i > first and _stack(groups, first, i + 1).height > room + 0.01:
            stacks.append(_stack(groups, first, i))
            first = i
    stacks.append(_stack(groups, first, len(groups)))
    return _alike(groups, first_room, next_room) if alike and len(stacks) == 2 else stacks


def _alike(groups: list[list[Piece]], first_room: float, next_room: float) -> list[Stack]:
    """Two pages, the fuller one as empty as can be."""

    def fullest(split: int) -> float:
        first, second = _stack(groups, 0, split), _stack(groups, split, len(groups))
        return max(first.height / first_room, second.height / next_room)

    split = min(range(1, len(groups)), key=fullest)
    return [_stack(groups, 0, split), _stack(groups, split, len(groups))]


def _stack(groups: list[list[Piece]], start: int, end: int) -> Stack:
    """A page from one group to another, with the header of the first piece where it needs one again."""
    pieces = [piece for group in groups[start:end] for piece in group]
    header = pieces[0].header if pieces and start else None
    return Stack([header, *pieces] if header else pieces)


def _kept_together(pieces: Sequence[Piece]) -> list[list[Piece]]:
    groups: list[list[Piece]] = [[]]
    for piece in pieces:
        groups[-1].append(piece)
        if not piece.keeps_next:
            groups.append([])
    return [group for group in groups if group]
