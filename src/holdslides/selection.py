"""Which slides of a module are for this occasion: setting, course, condition, edition, choices, approvals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from holdslides.ids import folded
from holdslides.models_module import SlideEntry
from holdslides.occasion import Occasion
from holdslides.records import replace

if TYPE_CHECKING:
    from holdslides.pages import Slide
    from holdslides.parts import Part

WEIGHT = "vægt"  # the one thing `kun_ved_valg` may name


def applies(entry: SlideEntry, occasion: Occasion) -> bool:
    """Whether a slide is for this occasion. Editions and approvals are weighed apart."""
    choice = occasion.choice
    return (
        choice.setting in entry.settings
        and choice.course in entry.courses
        and (not entry.conditions or choice.condition_id in entry.conditions)
        and (not entry.joints or choice.joint in entry.joints)
        and (not entry.levels or choice.level in entry.levels)
        and (not entry.only_if_chosen or (choice.weight and is_about_weight(entry)))
    )


def is_about_weight(entry: SlideEntry) -> bool:
    """Whether the slide is only shown when advice on weight is chosen."""
    return folded(entry.only_if_chosen) == folded(WEIGHT)


def fits_approval(entry: SlideEntry, occasion: Occasion) -> bool:
    """Whether it is this one, of a pair of slides for a safety text that is approved and one that is not."""
    if entry.only_if_approved and not occasion.has_approved(entry.only_if_approved):
        return False
    return not (entry.only_if_not_approved and occasion.has_approved(entry.only_if_not_approved))


def awaited(entry: SlideEntry, occasion: Occasion) -> Iterator[str]:
    """The safety texts for whose approval the slide, or the one in its place, is waiting."""
    for id_ in (entry.only_if_approved, entry.only_if_not_approved):
        if id_ and not occasion.has_approved(id_):
            yield id_


def in_edition(parts: Iterable[Part]) -> tuple[tuple[Part, ...], list[str]]:
    """The parts without the slides that the asked edition does not have, and remarks (Danish).

    A slide that carries a locked safety text stays wherever the text would otherwise be lost: the short
    edition is never a less safe one.
    """
    parts = tuple(parts)
    planned = [(slide, slide.id in p.other_edition) for p in parts if not p.extra for slide in p.slides]
    there = {id_ for slide, is_out in planned if not is_out for id_ in slide.safety}
    rescued: dict[str, Slide] = {}
    for slide, is_out in planned:
        if is_out and not there.issuperset(slide.safety):
            rescued[slide.id] = slide
            there.update(slide.safety)
    kept = (
        replace(p, slides=tuple(s for s in p.slides if s.id not in p.other_edition or s.id in rescued))
        for p in parts
    )
    names = ", ".join(f"»{slide.headline.plain}«" for slide in rescued.values())
    remarks = [f"Også med i den korte udgave, fordi det er sikkerhed: {names}"] if rescued else []
    return tuple(p for p in kept if p.slides), remarks


def with_weight(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts, slides on weight taken out of extra blocks: chosen, they do not wait for spare time."""
    result: list[Part] = []
    for part in parts:
        slides = tuple(slide for slide in part.slides if slide.id in part.weight) if part.extra else ()
        if slides:
            minutes = float(sum(slide.activity.minutes if slide.activity else 1 for slide in slides))
            result.append(
                replace(part, slides=slides, minutes=minutes, least=minutes, most=minutes, extra=False)
            )
            part = replace(part, slides=tuple(slide for slide in part.slides if slide not in slides))
        if part.slides:
            result.append(part)
    return tuple(result)
