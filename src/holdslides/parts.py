"""The parts of a deck before the time is set: each block of a programme with the slides that apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil

from holdslides.ids import folded
from holdslides.library import Loaded
from holdslides.models import BlockEntry, Edition, Module, SlideEntry
from holdslides.occasion import Occasion
from holdslides.pages import ActivityType, Slide
from holdslides.problems import ContentError, Place, Problem
from holdslides.request import Choice
from holdslides.slides_from import slide_from
from holdslides.templates import render

WEIGHT = "vægt"  # what `kun_ved_valg` may name
LONGER, SHORTER = 1.5, 0.6  # how far a module that stands in no programme may be stretched and shortened


@dataclass(frozen=True, slots=True)
class Planned:
    """A block of a programme and the meeting (1-based) it belongs to."""

    entry: BlockEntry
    session: int
    place: Place


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its slides. Minutes as in `BlockEntry`, with every default filled in.

    `other_edition` are the ids of slides that the asked edition does not have; `waiting` the safety texts for which
    a slide is left out until the clinic approves them.
    """

    module: str
    title: str
    activity: ActivityType
    place: Place
    slides: tuple[Slide, ...]
    minutes: float
    least: float
    most: float
    drop: int = 0
    extra: bool = False
    other_edition: frozenset[str] = frozenset()
    waiting: tuple[str, ...] = ()


def programme(choice: Choice, session: int) -> tuple[Planned, ...]:
    """The blocks of a meeting (1-based) that are for this course, in order."""
    return tuple(
        Planned(entry, session, choice.condition.place(*_path(choice, session), "blokke", i))
        for i, entry in enumerate(choice.entry.sessions[session - 1].blocks)
        if choice.course in entry.courses
    )


def _path(choice: Choice, session: int) -> tuple[str | int, ...]:
    return "rammer", str(choice.setting), "gange", session - 1


def part_from(blocks: Iterable[Planned], occasion: Occasion, problems: list[Problem]) -> Part | None:
    """Blocks of one module as a single part; None when no slide of theirs applies here.

    What is wrong with them is added to `problems`.
    """
    blocks = tuple(blocks)
    first = blocks[0]
    module = first.entry.module
    if module not in occasion.library.module_ids:
        problems.append(Problem(f"modulet {module} findes ikke", first.place, "se: holdslides list modules"))
        return None
    loaded = occasion.library.module(module)
    chosen = dict(pair for block in blocks for pair in _entries(block, loaded, problems))
    part = _with_slides(module, loaded, chosen, occasion, problems)
    if part is None:
        return None
    lasts = [_lengths(block, problems) for block in blocks]
    out = frozenset(
        f"{module}/{name}"
        for block in blocks
        if occasion.choice.edition not in block.entry.editions
        for name in block.entry.slides
    )
    one = first.entry if len(blocks) == 1 else None
    return replace(
        part,
        title=_filled(first.entry.title, first.place, occasion, problems) if first.entry.title else part.title,
        activity=first.entry.activity,
        place=first.place,
        minutes=sum(n[0] for n in lasts),
        least=sum(n[1] for n in lasts),
        most=sum(n[2] for n in lasts),
        drop=one.drop if one else 0,
        extra=bool(one and one.extra),
        other_edition=part.other_edition | out,
    )


def whole_module(module: str, occasion: Occasion, problems: list[Problem]) -> Part | None:
    """A module that stands in no programme: all its slides that apply, in the time their activities take."""
    loaded = occasion.library.module(module)
    return _with_slides(module, loaded, dict(enumerate(loaded.value.slides)), occasion, problems)


def _entries(
    block: Planned, loaded: Loaded[Module], problems: list[Problem]
) -> Iterator[tuple[int, SlideEntry]]:
    """The slides a block asks for, by their index in the module; all of them when it names none."""
    by_id = {entry.id: (i, entry) for i, entry in enumerate(loaded.value.slides)}
    for name in block.entry.slides or by_id:
        if name in by_id:
            yield by_id[name]
        else:
            there_are = ", ".join(by_id)
            message = f"modulet {block.entry.module} har ikke slidet {name}"
            problems.append(Problem(message, block.place, f"der er: {there_are}"))


def _with_slides(
    module: str, loaded: Loaded[Module], chosen: dict[int, SlideEntry], occasion: Occasion, problems: list[Problem]
) -> Part | None:
    """The part with the chosen slides that apply, in the order given; its time is what their activities take."""
    slides: list[Slide] = []
    other_edition: list[str] = []
    waiting: list[str] = []
    for i, entry in chosen.items():
        if not applies(entry, occasion, loaded.place("slides", i), problems):
            continue
        waiting += _awaited(entry, occasion)
        if not _approval_fits(entry, occasion):
            continue
        slide_id = f"{module}/{entry.id}"
        at = _place_in(loaded, i)
        if slide := slide_from(entry, slide_id, at, occasion, problems):
            slides.append(slide)
            if occasion.choice.edition not in entry.editions:
                other_edition.append(slide_id)
    if not slides:
        return None
    minutes = float(sum(s.activity.minutes if s.activity else 1 for s in slides))
    place = loaded.place()
    return Part(
        module,
        _filled(loaded.value.title, place, occasion, problems),
        next((s.activity.type for s in slides if s.activity), ActivityType.TALK),
        place,
        tuple(slides),
        minutes,
        max(0.5, ceil(minutes * SHORTER)),
        ceil(minutes * LONGER),
        other_edition=frozenset(other_edition),
        waiting=tuple(dict.fromkeys(waiting)),
    )


def applies(entry: SlideEntry, occasion: Occasion, place: Place, problems: list[Problem]) -> bool:
    """Whether a slide is for this setting, course, condition, joint, level and choice. Editions are weighed later."""
    choice = occasion.choice
    if entry.only_if_chosen and folded(entry.only_if_chosen) != folded(WEIGHT):
        message = f"kun_ved_valg: {entry.only_if_chosen} kan ikke vælges"
        problems.append(Problem(message, place, f"det eneste, der kan vælges, er {WEIGHT}"))
        return False
    return (
        choice.setting in entry.settings
        and choice.course in entry.courses
        and (not entry.conditions or choice.condition_id in entry.conditions)
        and (not entry.joints or choice.joint in entry.joints)
        and (not entry.levels or choice.level in entry.levels)
        and (not entry.only_if_chosen or choice.weight)
    )


def _approval_fits(entry: SlideEntry, occasion: Occasion) -> bool:
    if entry.only_if_approved and not occasion.has_approved(entry.only_if_approved):
        return False
    return not (entry.only_if_not_approved and occasion.has_approved(entry.only_if_not_approved))


def _awaited(entry: SlideEntry, occasion: Occasion) -> Iterator[str]:
    for id_ in (entry.only_if_approved, entry.only_if_not_approved):
        if id_ and not occasion.has_approved(id_):
            yield id_


def _place_in(loaded: Loaded[Module], index: int):  # type: ignore[no-untyped-def]
    return lambda *path: loaded.place("slides", index, *path)


def _lengths(block: Planned, problems: list[Problem]) -> tuple[float, float, float]:
    """(minutes, least, most) of a block; a length that is not given is the planned one."""
    entry = block.entry
    least, most = entry.least or entry.minutes, entry.most or entry.minutes
    if not 0 < least <= entry.minutes <= most:
        message = f"{entry.module}: mindst {least:g}, planlagt {entry.minutes:g} og højst {most:g} minutter passer ikke"
        problems.append(Problem(message, block.place, "mindst ≤ minutter ≤ højst, og alle over 0"))
    elif any(n * 2 % 1 for n in (least, entry.minutes, most)):
        problems.append(Problem(f"{entry.module}: skriv hele eller halve minutter", block.place))
    return entry.minutes, least, most


def _filled(title: str, place: Place, occasion: Occasion, problems: list[Problem]) -> str:
    try:
        return render(title, occasion.values(), place)
    except ContentError as error:
        problems.extend(error.problems)
        return title


def in_edition(parts: Iterable[Part], edition: Edition) -> tuple[tuple[Part, ...], list[str]]:
    """The parts with the slides of the edition, and remarks (Danish).

    A slide that carries a locked safety text stays, wherever the short edition would otherwise lose the text.
    """
    parts = tuple(parts)
    programme_slides = [(s, s.id in p.other_edition) for p in parts if not p.extra for s in p.slides]
    there = {id_ for slide, is_out in programme_slides if not is_out for id_ in slide.safety}
    rescued: dict[str, Slide] = {}
    for slide, is_out in programme_slides:
        if is_out and not set(slide.safety) <= there:
            rescued[slide.id] = slide
            there |= set(slide.safety)
    kept = (
        replace(p, slides=tuple(s for s in p.slides if s.id not in p.other_edition or s.id in rescued))
        for p in parts
    )
    names = ", ".join(f"»{slide.headline.plain}«" for slide in rescued.values())
    remarks = [f"Taget med i {edition}-udgaven, fordi det er sikkerhed: {names}"] if rescued else []
    return tuple(p for p in kept if p.slides), remarks
