"""The stairs of a sheet: printed minutes, never steep, the calm one first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from holdslides.models_sheet import SheetEntry, StairEntry

LARGEST_RISE = 0.2  # of the minutes, from one week to the next


def stair_faults(entry: SheetEntry) -> Iterator[tuple[tuple[Any, ...], str, str]]:
    """Where, what is wrong and how it is mended (Danish): a step too high, or a steep stair first."""
    found = list(_stairs(entry))
    for path, stair in found:
        for a, b in pairwise(stair.minutes):
            if not 0 < a < b <= a * (1 + LARGEST_RISE):
                hint = "læg mindst 1 minut og højst 20 % til"
                yield (*path, "minutter"), f"fra {a} til {b} minutter kan ikke være et trin", hint
    rises = [_steepest(stair) for _, stair in found]
    if rises and rises[0] > min(rises):
        yield found[0][0], "den roligste trappe skal stå først", ""


def _stairs(entry: SheetEntry) -> Iterator[tuple[tuple[Any, ...], StairEntry]]:
    for i, part in enumerate(entry.parts):
        if part.stair:
            yield ("dele", i, "trappe"), part.stair
        for n, stair in enumerate(part.stairs):
            yield ("dele", i, "trapper", n), stair


def _steepest(stair: StairEntry) -> float:
    return max(((b - a) / a for a, b in pairwise(stair.minutes) if a > 0), default=0.0)
