"""The order of a deck that two have worked on: hers where she moved slides, ours where she did not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence


def merged_order(
    written: Sequence[str], file: Sequence[str], ours: Sequence[str], left_out: Collection[str]
) -> tuple[list[str], frozenset[str]]:
    """The new order, and what she had moved.

    `written` is our order when the file was written, `file` what it holds now (hers have keys of their own),
    `ours` our order now. `left_out` is what shall not be in the new file: what she deleted, what is dropped.
    A slide she moved, or made, stays behind the slide it follows in the file; a new one of ours comes after
    the slide it follows in ours.
    """
    stays = _unmoved(written, file)
    moved = frozenset(key for key in file if key in set(written) and key not in stays)
    order = [key for key in ours if key in stays and key not in left_out]
    before = ""
    for key in file:
        if key in left_out:
            continue
        if key not in order:
            order.insert(order.index(before) + 1 if before else 0, key)
        before = key
    for position, key in enumerate(ours):
        if key not in order and key not in left_out:
            previous = next((k for k in reversed(ours[:position]) if k in order), None)
            order.insert(order.index(previous) + 1 if previous else 0, key)
    return order, moved


def _unmoved(written: Sequence[str], file: Sequence[str]) -> set[str]:
    """The largest set of slides that still stand in the order they were written in."""
    place = {key: number for number, key in enumerate(written)}
    keys = [key for key in file if key in place]
    return {keys[position] for position in longest_run([place[key] for key in keys])}


def longest_run(values: Sequence[int]) -> list[int]:
    """The positions, in order, of the longest run of values that never falls, with gaps where need be."""
    ends: list[int] = []  # the value that ends the best run of each length
    lengths: list[int] = []
    for value in values:
        length = bisect_right(ends, value)
        ends[length : length + 1] = [value]
        lengths.append(length)
    run: list[int] = []
    wanted = len(ends) - 1
    for position in reversed(range(len(values))):
        fits = not run or values[position] <= values[run[-1]]
        if lengths[position] == wanted and fits:
            run.append(position)
            wanted -= 1
    return run[::-1]
