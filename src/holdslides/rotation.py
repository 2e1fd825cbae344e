"""Which posters hang when: two that always hang, and one that changes every month, for a year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from holdslides.library import Loaded
from holdslides.models_paper import Hanging, PosterEntry
from holdslides.paper import month_name
from holdslides.problems import Problem, RequestError
from holdslides.records import dataclass

MONTHS = 12
MOST_UP = 3  # more at a time, and each of them is remembered less


@dataclass(frozen=True, slots=True)
class Month:
    """A month ("november 2026"), and the ids of the posters that hang in it, those that always hang first."""

    name: str
    posters: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The object `--format json` prints."""
        return {"id": self.name, "month": self.name, "posters": list(self.posters)}


def rotation(posters: Iterable[Loaded[PosterEntry]], start: date) -> list[Month]:
    """A year from the month of `start`: what always hangs, and one of the others in turn.

    Raises RequestError when more always hang than there is room for, or nothing changes.
    """
    posters = tuple(posters)
    always = tuple(p.id for p in posters if p.value.hanging is Hanging.ALWAYS)
    in_turn = _mixed([p for p in posters if p.value.hanging is Hanging.IN_TURN])
    if len(always) >= MOST_UP:
        hint = f"sæt ophæng: skiftes på en af dem; højst {MOST_UP - 1} kan hænge altid"
        raise RequestError(
            Problem(f"{len(always)} plakater skal hænge altid: {', '.join(always)}", hint=hint)
        )
    if not in_turn:
        raise RequestError(
            Problem("der er ingen plakater, som skiftes", hint="vælg nogle med ophæng: skiftes")
        )
    first = start.year * 12 + start.month - 1
    return [
        Month(
            month_name(date((first + i) // 12, (first + i) % 12 + 1, 1)),
            (*always, in_turn[i % len(in_turn)]),
        )
        for i in range(MONTHS)
    ]


def _mixed(posters: Sequence[Loaded[PosterEntry]]) -> list[str]:
    """Those for everybody and those for one condition spread evenly among each other."""
    for_all = [p.id for p in posters if not p.value.conditions]
    for_some = [p.id for p in posters if p.value.conditions]
    ranked = [
        ((i + 0.5) / len(ids), group, id_)
        for group, ids in enumerate((for_all, for_some))
        for i, id_ in enumerate(ids)
    ]
    return [id_ for _, _, id_ in sorted(ranked)]
