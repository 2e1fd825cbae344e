"""How wide a bold label is in the deck's own font, to lay signs out beside one another; fit.py has the last word."""

from __future__ import annotations

from holdslides.widths import BOLD, text_width

_FONT = "Arial"


def width_of(text: str, size: float) -> float:
    """The width in pt of one bold line at `size` pt."""
    return text_width(text, size, font=_FONT, weight=BOLD)


def widest(lines: tuple[str, ...], size: float) -> float:
    """The width in pt of the widest of several bold lines."""
    return max((width_of(line, size) for line in lines), default=0.0)


def wrapped(text: str, size: float, room: float) -> tuple[str, ...]:
    """The text in lines of at most `room` pt, broken at spaces; a longer word keeps a line to itself."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
