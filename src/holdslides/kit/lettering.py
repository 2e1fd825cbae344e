"""How wide a bold label is, near enough to lay signs out beside one another; fit.py has the last word."""

from __future__ import annotations

# Thousandths of the size, Arial Bold. Letters not listed are as wide as most.
_USUAL, _CAPITAL = 611, 722
_WIDTHS = {
    **dict.fromkeys("aceksvxyå", 556),
    **dict.fromkeys("ijlI .,:;!'|", 278),
    **dict.fromkeys("ft-()", 333),
    **dict.fromkeys("0123456789", 556),
    "r": 389,
    "z": 500,
    "m": 889,
    "æ": 889,
    "w": 778,
    "M": 833,
    "W": 944,
    "–": 556,
}


def width_of(text: str, size: float) -> float:
    """The estimated width in pt of one bold line at `size` pt."""
    return sum(_WIDTHS.get(c, _CAPITAL if c.isupper() else _USUAL) for c in text) * size / 1000


def widest(lines: tuple[str, ...], size: float) -> float:
    """The estimated width in pt of the widest of several bold lines."""
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
