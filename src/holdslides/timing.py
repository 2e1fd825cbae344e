"""Parts and minutes to the blocks of a deck: who gets how long, and what is left out for the sake of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor

from holdslides.choosing import closing, may_go
from holdslides.deck import Block
from holdslides.occasion import Occasion
from holdslides.pages import SafetySlide, Slide, SummarySlide
from holdslides.parts import Part
from holdslides.records import replace
from holdslides.schedule import Share, Slot, schedule, with_comma


def blocks_in_time(
    parts: Sequence[Part], minutes: float | None, occasion: Occasion
) -> tuple[tuple[Block, ...], list[str]]:
    """The blocks with their minutes, which sum exactly to `minutes`, and remarks (Danish) on what changed.

    Safety, the summary and the call to action are never left out. Raises RequestError for minutes that cannot
    be had.
    """
    parts = _protected(parts, occasion)
    spare = [_spare_slides(part, part is closing(parts)) for part in parts]
    slots = [
        Slot(p.minutes, p.least, p.most, p.drop, p.extra, tuple(time_of(slide, p) for slide in slides))
        for p, slides in zip(parts, spare, strict=True)
    ]
    plan = schedule(slots, minutes)
    out = [slides[: share.slides_left_out] for share, slides in zip(plan, spare, strict=True)]
    blocks = tuple(
        _block(part, share, gone) for part, share, gone in zip(parts, plan, out, strict=True) if share.is_used
    )
    return blocks, [] if minutes is None else list(_remarks(parts, plan, [s for gone in out for s in gone]))


def _protected(parts: Sequence[Part], occasion: Occasion) -> tuple[Part, ...]:
    """The parts, those that may never go marked so, whatever the programme says of them.

    Each is weighed as if all that go before it were gone already.
    """
    kept = [part for part in parts if not part.extra]
    never: set[int] = set()
    for part in sorted((p for p in kept if p.drop), key=lambda p: p.drop):
        rest = [p for p in kept if p is not part]
        if may_go(part, parts, rest, occasion):
            kept = rest
        else:
            never.add(id(part))
    return tuple(replace(part, drop=0) if id(part) in never else part for part in parts)


def _spare_slides(part: Part, is_closing: bool) -> tuple[Slide, ...]:
    """The slides that time may leave out, first to go first: never all, and never the only activity."""
    if is_closing:
        return ()
    activities = sum(1 for slide in part.slides if slide.activity)
    spare = [
        slide
        for slide in reversed(part.slides)
        if slide.droppable
        and not slide.safety
        and not isinstance(slide, SafetySlide | SummarySlide)
        and not (slide.activity and activities == 1)
    ]
    return tuple(spare[: len(part.slides) - 1])


def time_of(slide: Slide, part: Part) -> float:
    """The minutes a slide takes: its activity's, or its share of what the block has left for talking."""
    if slide.activity:
        return slide.activity.minutes
    activities = [s.activity.minutes for s in part.slides if s.activity]
    talking = len(part.slides) - len(activities)
    return max(0.5, floor((part.minutes - sum(activities)) / talking * 2) / 2)


def _block(part: Part, share: Share, gone: Sequence[Slide]) -> Block:
    gone_ids = {slide.id for slide in gone}
    slides = [slide for slide in part.slides if slide.id not in gone_ids]
    planned = part.minutes - sum(time_of(slide, part) for slide in gone)
    if share.minutes < planned:
        slides = [_shortened(slide, share.minutes / planned) for slide in slides]
    skippable = part.extra or part.drop > 0
    return Block(
        module=part.module,
        title=part.title,
        minutes=share.minutes,
        slides=tuple(slides),
        place=part.place,
        activity=part.activity,
        skippable=skippable,
        key=part.key or part.module,
        one_line=part.one_line,
        materials=part.materials,
        left_out=part.left_out,
    )


def _shortened(slide: Slide, ratio: float) -> Slide:
    """The slide with its activity in proportion to a block that was shortened, in whole minutes."""
    if slide.activity is None:
        return slide
    wanted = slide.activity.minutes * ratio
    minutes = floor(wanted) if wanted >= 1 else min(slide.activity.minutes, 1)
    return replace(slide, activity=replace(slide.activity, minutes=float(minutes)))


def _remarks(parts: Sequence[Part], plan: Sequence[Share], gone: Sequence[Slide]) -> Iterator[str]:
    both = list(zip(parts, plan, strict=True))
    if out := [part.title for part, share in both if not share.is_used and not part.extra]:
        yield f"Udeladt for tidens skyld: {', '.join(out)}"
    if gone:
        yield f"Slides udeladt for tidens skyld: {', '.join(f'»{slide.headline.plain}«' for slide in gone)}"
    if more := [part.title for part, share in both if share.is_used and part.extra]:
        yield f"Lagt til, fordi der er tid: {', '.join(more)}"
    used = [(part, share) for part, share in both if share.is_used]
    if shorter := [_change(part, share) for part, share in used if share.minutes < part.minutes]:
        yield f"Kortere end planlagt: {', '.join(shorter)}. Noterne siger stadig de planlagte tider"
    if longer := [_change(part, share) for part, share in used if share.minutes > part.minutes]:
        yield f"Længere end planlagt: {', '.join(longer)}"


def _change(part: Part, share: Share) -> str:
    return f"{part.title} {with_comma(share.minutes)} min (planlagt {with_comma(part.minutes)})"
