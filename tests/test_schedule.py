"""The time plan: exact sums, what goes first, what never goes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdslides.problems import RequestError
from holdslides.schedule import Plan, Slot, schedule

EVENING = (
    Slot(6, 5, 8),  # welcome
    Slot(8, 6, 10, spare=(2, 2)),
    Slot(2, 2, 2),  # safety
    Slot(9, 7, 10, drop=2),
    Slot(9, 7, 10),
    Slot(9, 7, 10, drop=1),
    Slot(6, 5, 8),
    Slot(5, 4, 6),  # closing
    Slot(10, 8, 10, extra=True),
)


def total(plan: Plan) -> float:
    return sum(share.minutes for share in plan)


def used(plan: Plan) -> list[int]:
    return [i for i, share in enumerate(plan) if share.is_used]


def test_without_minutes_everything_is_as_planned_and_extras_stay_out() -> None:
    plan = schedule(EVENING)
    assert [s.minutes for s in plan] == [6, 8, 2, 9, 9, 9, 6, 5, 0]


def test_a_little_less_time_shortens_but_leaves_no_block_out() -> None:
    plan = schedule(EVENING, 52)
    assert total(plan) == 52
    assert used(plan) == list(range(8))


def test_blocks_are_left_out_in_their_order() -> None:
    assert used(schedule(EVENING, 45)) == [0, 1, 2, 3, 4, 6, 7]  # the ninth minute block with drop 1 first
    assert used(schedule(EVENING, 36)) == [0, 1, 2, 4, 6, 7]


def test_slides_that_may_go_are_left_out_before_blocks_are_shortened() -> None:
    plan = schedule((Slot(10, 6, 10, spare=(2, 2)), Slot(10, 5, 10)), 18)
    assert [(s.minutes, s.slides_left_out) for s in plan] == [(8, 1), (10, 0)]
    plan = schedule((Slot(10, 6, 10, spare=(2, 2)), Slot(10, 5, 10)), 14)
    assert [(s.minutes, s.slides_left_out) for s in plan] == [(6, 2), (8, 0)]


def test_a_slide_stays_where_leaving_it_out_would_save_less_than_half_its_time() -> None:
    plan = schedule((Slot(10, 5, 10, spare=(4,)),), 9)
    assert plan[0].slides_left_out == 0
    assert schedule((Slot(10, 5, 10, spare=(4,)),), 8)[0].slides_left_out == 1


def test_time_is_given_and_taken_in_whole_minutes_where_it_can_be() -> None:
    assert [s.minutes for s in schedule((Slot(6, 4, 9), Slot(6, 4, 9), Slot(9, 6, 9)), 19)] == [5, 6, 8]


def test_more_time_stretches_and_then_brings_in_extras() -> None:
    assert used(schedule(EVENING, 58)) == list(range(8))
    longer = schedule(EVENING, 66)
    assert total(longer) == 66
    assert used(longer) == list(range(9))
    assert all(share.minutes >= slot.minutes for share, slot in zip(longer, EVENING, strict=True))


def test_below_the_shortest_and_above_the_longest_it_says_what_can_be_had() -> None:
    with pytest.raises(RequestError, match="det korteste er 29 minutter"):
        schedule(EVENING, 20)
    with pytest.raises(RequestError, match="det længste er 74 minutter"):
        schedule(EVENING, 90)
    with pytest.raises(RequestError, match="10 eller 20 minutter"):
        schedule((Slot(10, 10, 10), Slot(10, 10, 10, drop=1)), 15)


@pytest.mark.parametrize("minutes", [0, -5, 10.25, float("nan"), float("inf")])
def test_minutes_must_be_whole_or_half(minutes: float) -> None:
    with pytest.raises(RequestError, match="hele eller halve"):
        schedule(EVENING, minutes)


def half(low: int, high: int) -> st.SearchStrategy[float]:
    return st.integers(low, high).map(lambda n: n / 2)


@st.composite
def slots(draw: st.DrawFn) -> tuple[Slot, ...]:
    made = []
    for _ in range(draw(st.integers(1, 9))):
        planned = draw(half(1, 30))
        made.append(
            Slot(
                minutes=planned,
                least=draw(half(1, int(planned * 2))),
                most=planned + draw(half(0, 10)),
                drop=draw(st.integers(0, 4)),
                extra=draw(st.booleans()),
                spare=tuple(draw(st.lists(half(1, 6), max_size=3))),
            )
        )
    return (*made, Slot(5, 4, 6))


def check(plan: Plan, blocks: Sequence[Slot], minutes: float) -> None:
    assert total(plan) == minutes
    for share, slot in zip(plan, blocks, strict=True):
        if not share.is_used:
            assert slot.drop or slot.extra, "a block that may never be left out was left out"
            continue
        assert slot.least <= share.minutes <= slot.most
        assert share.slides_left_out <= len(slot.spare)
        assert not share.slides_left_out or share.minutes < slot.minutes
    kept = [s.drop for p, s in zip(plan, blocks, strict=True) if p.is_used and s.drop and not s.extra]
    gone = [s.drop for p, s in zip(plan, blocks, strict=True) if not p.is_used and not s.extra]
    assert not kept or not gone or max(gone) <= min(kept), "left out in another order than udelades_som"


@settings(max_examples=400, deadline=None)
@given(blocks=slots(), minutes=half(1, 400))
def test_every_plan_sums_exactly_and_keeps_every_bound(blocks: tuple[Slot, ...], minutes: float) -> None:
    programme = sum(s.minutes for s in blocks if not s.extra)
    try:
        plan = schedule(blocks, minutes)
    except RequestError:
        within_reach = [s for s in blocks if not s.extra]
        assert not sum(s.least for s in within_reach) <= minutes <= sum(s.most for s in within_reach)
        return
    check(plan, blocks, minutes)
    extras = any(p.is_used and s.extra for p, s in zip(plan, blocks, strict=True))
    dropped = any(not p.is_used and not s.extra for p, s in zip(plan, blocks, strict=True))
    assert not (extras and dropped)
    assert minutes > programme or not extras


@settings(max_examples=200, deadline=None)
@given(blocks=slots())
def test_the_shortest_and_longest_named_can_be_had(blocks: tuple[Slot, ...]) -> None:
    for impossible in (0.5, 5000):
        try:
            schedule(blocks, impossible)
        except RequestError as refused:
            message = str(refused).split(" er ")[2].split(" minutter")[0]
            minutes = float(message.replace(",", "."))
            check(schedule(blocks, minutes), blocks, minutes)


@settings(max_examples=100, deadline=None)
@given(blocks=slots())
def test_the_programme_as_planned_needs_no_change(blocks: tuple[Slot, ...]) -> None:
    programme = sum(s.minutes for s in blocks if not s.extra)
    assert schedule(blocks, programme) == schedule(blocks)
