"""How the blocks of a meeting are fitted to the minutes there are: pure arithmetic on whole and half minutes.

Shorter than planned, blocks are left out in their own order, then slides that may go, then blocks are made
shorter. A block is only left out where that brings the others nearer to the time they were planned for.
Longer than planned, extra blocks come in, then blocks are stretched.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite

from holdslides.problems import Problem, RequestError
from holdslides.records import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """A block as the clock sees it. Minutes, whole or half; `least` <= `minutes` <= `most`.

    `drop` is the order in which blocks are left out (1 first, 0 never); an `extra` block is only used when
    there is more time than planned. `spare` is what each slide that may go gives back, first to go first.
    """

    minutes: float
    least: float
    most: float
    drop: int = 0
    extra: bool = False
    spare: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """What a block gets: its minutes (0 when it is left out), and how many of its spare slides go."""

    minutes: float
    slides_left_out: int = 0

    @property
    def is_used(self) -> bool:
        """Whether the block is in the meeting at all."""
        return self.minutes > 0


Plan = tuple[Share, ...]


def schedule(slots: Sequence[Slot], minutes: float | None = None) -> Plan:
    """A share for every slot, in order. Without `minutes` each block that is not extra gets its planned time.

    The shares sum exactly to `minutes`. Raises RequestError for minutes that are not whole or half, and for
    fewer or more than the blocks can be made to fill, naming the nearest that can be had.
    """
    if minutes is None:
        return tuple(Share(0 if s.extra else s.minutes) for s in slots)
    wanted = _halves(minutes) if isfinite(minutes) else 0
    if wanted <= 0 or wanted != minutes * 2:
        raise RequestError(
            Problem(
                f"--minutes: {with_comma(minutes)} kan ikke bruges", hint="hele eller halve minutter, fx 45"
            )
        )
    chosen = _choose([_Ticks.of(s) for s in slots], wanted)
    return tuple(
        Share(chosen[i].now / 2, chosen[i].slides_left_out) if i in chosen else Share(0)
        for i in range(len(slots))
    )


@dataclass(slots=True)
class _Ticks:
    """A slot in half minutes, so that sums are exact; `now` is what it has been given so far."""

    slot: Slot
    planned: int
    least: int
    most: int
    now: int
    slides_left_out: int = 0

    @classmethod
    def of(cls, slot: Slot) -> _Ticks:
        planned = _halves(slot.minutes)
        return cls(slot, planned, _halves(slot.least), _halves(slot.most), planned)


def _choose(ticks: list[_Ticks], wanted: int) -> dict[int, _Ticks]:
    """The slots that are used, by index, with their time set so that all of it sums to `wanted`."""
    ladder = list(_ladder(ticks))
    possible = [(low, planned, high, step) for step in ladder for low, planned, high in [_span(ticks, step)]]
    fitting = [(planned, step) for low, planned, high, step in possible if low <= wanted <= high]
    if not fitting:
        raise RequestError(_cannot(wanted, [(low, high) for low, _, high, _ in possible]))
    programme = sum(t.planned for t in ticks if not t.slot.extra)
    if wanted > programme:  # extra blocks come in where they fit as planned, never at the cost of others
        as_planned = [f for f in fitting if f[0] <= wanted]
        step = max(as_planned, key=lambda f: f[0])[1] if as_planned else min(fitting, key=lambda f: f[0])[1]
    else:  # what lies nearest its planned minutes; of two as near, the one that leaves out least
        step = min(fitting, key=lambda f: (abs(f[0] - wanted), -len(f[1])))[1]
    used = {i: ticks[i] for i in step}
    _give(used, wanted)
    return used


def _ladder(ticks: Sequence[_Ticks]) -> Iterable[tuple[int, ...]]:
    """The sets of slots there may be: the programme with ever more left out, or with ever more extras."""
    programme = [i for i, t in enumerate(ticks) if not t.slot.extra]
    used = set(programme)
    yield tuple(sorted(used))
    for i in sorted((i for i in programme if ticks[i].slot.drop), key=lambda i: (ticks[i].slot.drop, i)):
        used.remove(i)
        if used:
            yield tuple(sorted(used))
    used = set(programme)
    for i, tick in enumerate(ticks):
        if tick.slot.extra:
            used.add(i)
            yield tuple(sorted(used))


def _span(ticks: Sequence[_Ticks], step: tuple[int, ...]) -> tuple[int, int, int]:
    used = [ticks[i] for i in step]
    return sum(t.least for t in used), sum(t.planned for t in used), sum(t.most for t in used)


def _give(used: dict[int, _Ticks], wanted: int) -> None:
    """Sets `now` of every used slot so that they sum to `wanted`, which lies within what they can be."""
    change = wanted - sum(t.now for t in used.values())
    if change > 0:
        for i, part in _parts({i: t.most - t.now for i, t in used.items()}, change).items():
            used[i].now += part
        return
    missing = _leave_out_slides(used.values(), -change)
    for i, part in _parts({i: t.now - t.least for i, t in used.items()}, missing).items():
        used[i].now -= part


def _leave_out_slides(used: Iterable[_Ticks], missing: int) -> int:
    """Leaves out slides that may go while each saves half its time or more; what is still missing."""
    for tick in used:
        for spare in map(_halves, tick.slot.spare):
            saved = min(spare, tick.now - tick.least, missing)
            if saved <= 0 or 2 * saved < spare:
                break
            tick.now -= saved
            tick.slides_left_out += 1
            missing -= saved
    return missing


def _parts(room: dict[int, int], amount: int) -> dict[int, int]:
    """`amount` shared out in proportion to the room there is: whole minutes first, then halves."""
    whole = _in_proportion({i: r // 2 for i, r in room.items()}, amount // 2)
    left = {i: r - 2 * whole[i] for i, r in room.items()}
    halves = _in_proportion(left, amount - 2 * sum(whole.values()))
    return {i: 2 * whole[i] + halves[i] for i in room}


def _in_proportion(room: dict[int, int], amount: int) -> dict[int, int]:
    """As much of `amount` as there is room for, in whole steps, the largest remainder first."""
    total = sum(room.values())
    amount = min(amount, total)
    if not amount:
        return dict.fromkeys(room, 0)
    parts = {i: amount * r // total for i, r in room.items()}
    rest = amount - sum(parts.values())
    for i in sorted(room, key=lambda i: (-(amount * room[i] % total), i))[:rest]:
        parts[i] += 1
    return parts


def _cannot(wanted: int, spans: list[tuple[int, int]]) -> Problem:
    """Why the wanted time cannot be had: below the shortest, above the longest, or in a hole between two."""
    shortest, longest = min(low for low, _ in spans), max(high for _, high in spans)
    asked = with_comma(wanted / 2)
    if wanted < shortest:
        return Problem(
            f"--minutes: {asked} minutter er for kort; det korteste er {with_comma(shortest / 2)} minutter",
            hint="sikkerhed, opsamling og det, deltagerne skal gøre bagefter, udelades aldrig",
        )
    if wanted > longest:
        return Problem(
            f"--minutes: {asked} minutter er for langt; det længste er {with_comma(longest / 2)} minutter",
            hint="vælg moduler til med --modules, eller hold pauser",
        )
    below = max(high for _, high in spans if high < wanted)
    above = min(low for low, _ in spans if low > wanted)
    return Problem(
        f"--minutes: blokkene kan ikke gå op i {asked} minutter; "
        f"det nærmeste er {with_comma(below / 2)} eller {with_comma(above / 2)} minutter"
    )


def _halves(minutes: float) -> int:
    return round(minutes * 2)


def with_comma(minutes: float) -> str:
    """Minutes as they are written in Danish: "45", "2,5"."""
    return f"{minutes:g}".replace(".", ",")
