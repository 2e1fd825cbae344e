"""Small Danish helpers for alt texts: lists, numbers in words."""

from __future__ import annotations

from collections.abc import Sequence

_NUMBERS = ("ingen", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")


def listed(words: Sequence[str]) -> str:
    """'arbejde, krop og søvn'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} og {words[-1]}"


def number(n: int) -> str:
    """Small numbers as words, larger ones as figures."""
    return _NUMBERS[n] if 0 <= n < len(_NUMBERS) else str(n)


def sentence(*parts: str) -> str:
    """The parts as one sentence: first letter large, one full stop at the end."""
    text = " ".join(p for p in parts if p).rstrip(". ")
    return f"{text[:1].upper()}{text[1:]}."


def in_two_lines(label: str, longest: int) -> tuple[str, ...]:
    """A label longer than `longest` signs, broken at the space nearest its middle; others as they are."""
    if len(label) <= longest or " " not in label:
        return (label,)
    spaces = [i for i, sign in enumerate(label) if sign == " "]
    at = min(spaces, key=lambda i: abs(i - len(label) / 2))
    return (label[:at], label[at + 1 :])


def lines_of(label: str, longest: int = 14) -> tuple[str, ...]:
    """A label's lines: broken where it says '|', else in two when it is longer than `longest` signs."""
    return tuple(label.split("|")) if "|" in label else in_two_lines(label, longest)


def plain(label: str) -> str:
    """The label as running text: 'smerte-|regulering' is 'smerteregulering'."""
    return label.replace("-|", "").replace("|", " ")
