"""Which minutes a deck is fitted to: those asked for, those the clinic keeps for its meetings, or the planned ones."""

from __future__ import annotations

from collections.abc import Sequence

from holdslides.deck import Block
from holdslides.occasion import Occasion
from holdslides.parts import Part
from holdslides.problems import ContentError, RequestError
from holdslides.records import replace
from holdslides.request import Choice
from holdslides.timing import blocks_in_time


def in_time(
    sessions: Sequence[int], occasion: Occasion, parts: Sequence[Part]
) -> tuple[tuple[Block, ...], Sequence[str]]:
    """The blocks fitted to the minutes there are, and remarks (Danish).

    Where she has arranged the blocks herself, the blocks she wants count for more than the minutes of
    klinik.yaml. Raises RequestError for minutes asked for that cannot be had, ContentError for those of
    klinik.yaml.
    """
    choice = occasion.choice
    own_time, planned = _own_minutes(sessions, choice), _minutes(choice, parts)
    try:
        return blocks_in_time(parts, own_time or planned, occasion)
    except RequestError as error:
        if own_time is None:
            raise
        said = [p.message.replace("--minutes", "minutter") for p in error.problems]
        if not choice.arrangements.keys() & set(sessions):
            place = choice.own_minutes[sessions[0]][1]
            raise ContentError(
                replace(p, message=m, place=place) for p, m in zip(error.problems, said, strict=True)
            ) from None
        blocks, remarks = blocks_in_time(parts, planned, occasion)
        return blocks, [*remarks, f"Jeres egne {said[0]}"]


def _own_minutes(sessions: Sequence[int], choice: Choice) -> float | None:
    """How long the clinic lets the meetings take, where nothing typed says otherwise."""
    is_hers = choice.minutes is None and not (choice.modules or choice.without)
    if not is_hers or not choice.own_minutes.keys() >= set(sessions):
        return None
    return sum(choice.own_minutes[session][0] for session in sessions)


def _minutes(choice: Choice, parts: Sequence[Part]) -> float | None:
    """The minutes there are: those asked for, or those planned where a slide on weight must find room."""
    if choice.minutes is not None or not any(part.weight for part in parts):
        return choice.minutes
    used = [part for part in parts if not part.extra]
    planned = sum(part.minutes for part in used if len(part.weight) < len(part.slides))
    return planned if sum(part.least for part in used) <= planned else None
