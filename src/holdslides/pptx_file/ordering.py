"""The order of a deck that two have worked on: hers where she moved slides, ours where she did not."""

from __future__ import annotations

from bisect import bisect_left
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
    ends: list[int] = []  # the place that ends the best run of each length
    lengths: list[int] = []
    for key in keys:
        length = bisect_left(ends, place[key])
        ends[length : length + 1] = [place[key]]
        lengths.append(length)
    stays: set[str] = set()
    wanted = len(ends) - 1
    for key, length in zip(reversed(keys), reversed(lengths), strict=True):
        if length == wanted:
            stays.add(key)
            wanted -= 1
    return stays
