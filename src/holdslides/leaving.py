"""What a therapist takes out of a meeting on the page, block by block or slide by slide; what must stay, stays.

Unlike `--without`, a wish that cannot be met is no error: what must be there is kept, and a remark says why. The
same wishes may hold for another edition or course, where another slide carries the safety text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from holdslides.choosing import closing, why_gone_matters
from holdslides.deck import Block
from holdslides.occasion import Occasion
from holdslides.pages import Slide, SummarySlide
from holdslides.parts import Part
from holdslides.records import replace
from holdslides.timing import time_of

NOTHING_LEFT = "så er der ingenting tilbage"
_SHORTEST = 0.5  # minutes


def as_wished(parts: Sequence[Part], occasion: Occasion) -> tuple[tuple[Part, ...], list[str]]:
    """The parts without the unwanted parts and slides, and remarks (Danish) on what is out and what must stay.

    A part is as much shorter as its slides took. What an unwanted part repeats of a later one is only there
    once afterwards.
    """
    if not any(part.unwanted or part.unwanted_slides for part in parts):
        return tuple(parts), []
    kept, out, remarks = list(parts), list[Part](), list[str]()
    for part in (p for p in parts if p.unwanted):
        rest = [p for p in kept if p is not part]
        why = why_gone_matters(part, part.slides, parts, rest, occasion) if rest else NOTHING_LEFT
        if why:
            remarks.append(f"»{part.title}« er stadig med: {why}")
        else:
            kept = rest
            out.append(part)
    there = {slide.id for part in kept for slide in part.slides}
    is_gone = (p for p in out if not p.extra and any(slide.id not in there for slide in p.slides))
    titles = dict.fromkeys(part.title for part in is_gone)
    if titles:
        remarks.append(f"Udeladt efter ønske: {', '.join(titles)}")
    required = occasion.choice.condition.value.required.modules
    for module in dict.fromkeys(p.module for p in out if p.module in required):
        if module not in {part.module for part in kept}:
            remarks.append(f"Bemærk: {module} hører med i hvert forløb; tag det en anden gang")
    return _without_slides(kept, occasion, remarks)


def is_unwanted(part: Part, slide: Slide) -> bool:
    """Whether the therapist would be without the slide where it stands in this part."""
    return part.unwanted or slide.id in part.unwanted_slides


def each_once(
    parts: Sequence[Part], is_out: Callable[[Part, Slide], bool] = lambda part, slide: False
) -> tuple[Part, ...]:
    """The parts with every slide where it first stands; a part without any is none.

    What waits for spare time has only what no other part shows. A slide that `is_out` where it stands is left
    there, and takes nothing from the others.
    """
    planned = {s.id for part in parts if not part.extra for s in part.slides if not is_out(part, s)}
    seen: set[str] = set()
    result = []
    for part in parts:
        taken = seen | planned if part.extra else seen
        slides = tuple(slide for slide in part.slides if slide.id not in taken)
        seen.update(slide.id for slide in slides if not is_out(part, slide))
        if slides:
            result.append(replace(part, slides=slides))
    return tuple(result)


def _without_slides(
    parts: Sequence[Part], occasion: Occasion, remarks: list[str]
) -> tuple[tuple[Part, ...], list[str]]:
    result, out = list(parts), list[Slide]()
    for i, part in enumerate(parts):
        for slide in (s for s in part.slides if s.id in part.unwanted_slides):
            lighter = replace(result[i], slides=tuple(s for s in result[i].slides if s is not slide))
            rest = [*result[:i], *([lighter] if lighter.slides else []), *result[i + 1 :]]
            if why := _why_slide_stays(part, slide, parts, rest, occasion):
                remarks.append(f"Slidet »{slide.headline.plain}« er stadig med: {why}")
            elif not lighter.slides:
                remarks.append(f"Slidet »{slide.headline.plain}« er stadig med: det er blokkens eneste")
            else:
                result[i] = _shorter(lighter, slide, time_of(slide, result[i]))
                out.append(slide)
    if out:
        there = {slide.id for part in result for slide in part.slides}
        if names := ", ".join(f"»{slide.headline.plain}«" for slide in out if slide.id not in there):
            remarks.append(f"Slides udeladt efter ønske: {names}")
    return each_once(result), remarks


def with_reasons(blocks: Sequence[Block], parts: Sequence[Part], occasion: Occasion) -> tuple[Block, ...]:
    """The blocks, each knowing which of its slides may not be taken out, and why."""
    return tuple(replace(block, kept_slides=_reasons(block, parts, occasion)) for block in blocks)


def _reasons(block: Block, parts: Sequence[Part], occasion: Occasion) -> Mapping[str, str]:
    part = next((p for p in parts if (p.key or p.module) == block.key), None)
    if part is None:
        return {}
    reasons = {}
    for slide in block.slides:
        rest = [_less(p, slide) if p is part else p for p in parts]
        if why := _why_slide_stays(part, slide, parts, rest, occasion):
            reasons[slide.id] = why
    return reasons


def _why_slide_stays(
    part: Part, slide: Slide, parts: Sequence[Part], rest: Sequence[Part], occasion: Occasion
) -> str:
    why = why_gone_matters(part, (slide,), parts, rest, occasion)
    if not why and _is_closing(part, parts) and not isinstance(slide, SummarySlide):
        return "det siger, hvad deltagerne skal gøre bagefter"
    return why


def _is_closing(part: Part, parts: Sequence[Part]) -> bool:
    last = closing(parts)
    return last is not None and last.place == part.place


def _less(part: Part, slide: Slide) -> Part:
    return replace(part, slides=tuple(s for s in part.slides if s.id != slide.id))


def _shorter(part: Part, slide: Slide, minutes: float) -> Part:
    """The part without the minutes of a slide that is out."""
    now = max(_SHORTEST, part.minutes - minutes)
    return replace(
        part,
        minutes=now,
        least=min(now, max(_SHORTEST, part.least - minutes)),
        most=max(now, part.most - minutes),
        left_out=(*part.left_out, slide),
    )
