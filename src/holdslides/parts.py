"""The parts of a deck before the time is set: each block of a programme with the slides that apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from holdslides.library import Loaded
from holdslides.models_condition import BlockEntry
from holdslides.models_module import Module, SlideEntry
from holdslides.occasion import Occasion
from holdslides.own_parts import MODULE as OWN_SLIDES
from holdslides.own_parts import own_key, own_slides, own_title
from holdslides.pages import ActivityType, Notes, Slide
from holdslides.problems import ContentError, Place, PlaceOf, Problem
from holdslides.records import dataclass, replace
from holdslides.request import Choice
from holdslides.selection import applies, awaited, fits_approval, is_about_weight
from holdslides.slides_from import slide_from
from holdslides.templates import render

LONGER, SHORTER = 1.5, 0.6  # how far a module that stands in no programme may be stretched and shortened
NO_NECK_TEXT = "Ingen godkendt nakketekst – aftal med kliniker"
NECK = "nakke"


@dataclass(frozen=True, slots=True)
class Planned:
    """A block of a programme and the meeting (1-based) it belongs to."""

    entry: BlockEntry
    session: int
    place: Place


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its slides. Minutes as in `BlockEntry`, with every default filled in.

    `other_edition` are the ids of slides that the asked edition does not have, `weight` of those on weight,
    which somebody chose; `waiting` are safety texts for which a slide is left out until a clinician approves;
    `unused_edits` are remarks (Danish) on rewritten texts that are not what the slide says any more,
    `left_behind` on what the clinic's own slides could not take along. `unwanted` and `unwanted_slides` (ids) are
    what the therapist would rather be without, `left_out` the slides that were taken out for that.
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
    weight: frozenset[str] = frozenset()
    waiting: tuple[str, ...] = ()
    key: str = ""
    unused_edits: tuple[str, ...] = ()
    one_line: str = ""
    materials: tuple[str, ...] = ()
    left_behind: tuple[str, ...] = ()
    unwanted: bool = False
    unwanted_slides: frozenset[str] = frozenset()
    left_out: tuple[Slide, ...] = ()


def block_key(entry: BlockEntry) -> str:
    """What a block goes by: its module, or `modul/slide` with its first slide where it names slides."""
    if entry.own:
        return own_key(entry.own)
    return f"{entry.module}/{entry.slides[0]}" if entry.slides else entry.module


def programme(choice: Choice, session: int) -> tuple[Planned, ...]:
    """The blocks of a meeting (1-based) that are for this course, in the clinic's order where it has its own."""
    return choice.orders[session] if session in choice.orders else written_programme(choice, session)


def written_programme(choice: Choice, session: int) -> tuple[Planned, ...]:
    """The blocks of a meeting (1-based) that are for this course, as the condition's file has them."""
    path = ("rammer", str(choice.setting), "gange", session - 1, "blokke")
    return tuple(
        Planned(entry, session, choice.condition.place(*path, i))
        for i, entry in enumerate(choice.entry.sessions[session - 1].blocks)
        if choice.course in entry.courses
    )


def whole_programme(choice: Choice) -> tuple[Planned, ...]:
    """The blocks of every meeting of the setting; last those that the clinic's own order leaves out."""
    meetings = range(1, len(choice.entry.sessions) + 1)
    blocks = [block for session in meetings for block in programme(choice, session)]
    there = {(block.session, block_key(block.entry)) for block in blocks}
    written = (block for session in choice.orders for block in written_programme(choice, session))
    left = (block for block in written if (block.session, block_key(block.entry)) not in there)
    return (*blocks, *left)


def part_from(blocks: Iterable[Planned], occasion: Occasion, problems: list[Problem]) -> Part | None:
    """Blocks of one module as a single part; None when no slide of theirs applies here.

    What is wrong with them is added to `problems`.
    """
    blocks = tuple(blocks)
    first = blocks[0]
    if first.entry.own:
        return _own_part(first, occasion, problems)
    loaded = _module(first, occasion, problems)
    if loaded is None:
        return None
    chosen = dict(pair for block in blocks for pair in _entries(block, loaded, problems))
    part = _with_slides(loaded, chosen, occasion, problems)
    if part is None:
        return None
    lengths = [_lengths(block, problems) for block in blocks]
    is_out = occasion.choice.edition not in first.entry.editions
    return replace(
        part,
        title=_filled(first.entry.title, first.place, occasion, problems) or part.title,
        activity=first.entry.activity,
        place=first.place,
        minutes=sum(planned for planned, _, _ in lengths),
        least=sum(least for _, least, _ in lengths),
        most=sum(most for _, _, most in lengths),
        drop=first.entry.drop,
        extra=first.entry.extra,
        key=block_key(first.entry),
        one_line=_filled(first.entry.one_line, first.place, occasion, problems),
        other_edition=frozenset(s.id for s in part.slides) if is_out else part.other_edition,
    )


def whole_module(module: str, occasion: Occasion, problems: list[Problem]) -> Part | None:
    """A module that stands in no programme: all its slides that apply, in the time their activities take."""
    loaded = occasion.library.module(module)
    return _with_slides(loaded, dict(enumerate(loaded.value.slides)), occasion, problems)


def single_slide(module: str, slide: str, occasion: Occasion, problems: list[Problem]) -> Part | None:
    """One slide of a module; None when it is not for this occasion."""
    loaded = occasion.library.module(module)
    chosen = {i: entry for i, entry in enumerate(loaded.value.slides) if entry.id == slide}
    part = _with_slides(loaded, chosen, occasion, problems)
    return part and replace(part, key=f"{module}/{slide}")


def _own_part(block: Planned, occasion: Occasion, problems: list[Problem]) -> Part | None:
    """The clinic's own slides as a part; None when there are none."""
    entry = block.entry
    assert entry.own is not None
    slides, left_behind = own_slides(entry.own, block.place, occasion.library, problems)
    if not slides:
        return None
    minutes, least, most = _lengths(block, problems)
    return Part(
        module=OWN_SLIDES,
        title=_filled(own_title(entry), block.place, occasion, problems),
        activity=entry.activity,
        place=block.place,
        slides=slides,
        minutes=minutes,
        least=least,
        most=most,
        drop=entry.drop,
        extra=entry.extra,
        key=block_key(entry),
        one_line=_filled(entry.one_line, block.place, occasion, problems),
        left_behind=left_behind,
    )


def _module(block: Planned, occasion: Occasion, problems: list[Problem]) -> Loaded[Module] | None:
    module = block.entry.module
    if module not in occasion.library.module_ids:
        problems.append(Problem(f"modulet {module} findes ikke", block.place, "se: holdslides list modules"))
        return None
    try:
        return occasion.library.module(module)
    except ContentError as error:
        problems.extend(error.problems)
        return None


def _entries(
    block: Planned, loaded: Loaded[Module], problems: list[Problem]
) -> Iterator[tuple[int, SlideEntry]]:
    """The slides a block asks for, by their index in the module; all of them when it names none."""
    by_id = {entry.id: (i, entry) for i, entry in enumerate(loaded.value.slides)}
    for name in block.entry.slides or by_id:
        if name in by_id:
            yield by_id[name]
        else:
            message = f"modulet {loaded.id} har ikke slidet {name}"
            problems.append(Problem(message, block.place, f"der er: {', '.join(by_id)}"))


def _with_slides(
    loaded: Loaded[Module], chosen: dict[int, SlideEntry], occasion: Occasion, problems: list[Problem]
) -> Part | None:
    """The part with those of the chosen slides that apply; its time is what their activities take."""
    here = {i: entry for i, entry in chosen.items() if applies(entry, occasion)}
    made = (
        (entry, slide_from(entry, f"{loaded.id}/{entry.id}", _within(loaded, i), occasion, problems))
        for i, entry in here.items()
        if fits_approval(entry, occasion)
    )
    unused: list[str] = []
    slides = {
        slide.id: (entry, _with_warnings(_edited(slide, occasion, problems, unused), entry, occasion))
        for entry, slide in made
        if slide
    }
    if not slides:
        return None
    activities = [slide.activity for _, slide in slides.values()]
    minutes = float(sum(a.minutes if a else 1 for a in activities))
    edition = occasion.choice.edition
    return Part(
        module=loaded.id,
        title=_filled(loaded.value.title, loaded.place("titel"), occasion, problems),
        activity=next((a.type for a in activities if a), ActivityType.TALK),
        place=loaded.place(),
        slides=tuple(slide for _, slide in slides.values()),
        minutes=minutes,
        least=min(minutes, ceil(minutes * SHORTER)),
        most=ceil(minutes * LONGER),
        other_edition=frozenset(id_ for id_, (entry, _) in slides.items() if edition not in entry.editions),
        weight=frozenset(id_ for id_, (entry, _) in slides.items() if is_about_weight(entry)),
        waiting=tuple(dict.fromkeys(id_ for entry in here.values() for id_ in awaited(entry, occasion))),
        unused_edits=tuple(unused),
        materials=tuple(_materials(loaded, occasion, problems)),
    )


def _within(loaded: Loaded[Module], index: int) -> PlaceOf:
    return lambda *path: loaded.place("slides", index, *path)


def _edited(slide: Slide, occasion: Occasion, problems: list[Problem], unused: list[str]) -> Slide:
    """The slide as the clinic has rewritten it for this condition."""
    library = occasion.library
    edited, wrong, remark = library.edits(occasion.choice.condition_id).apply(slide, library)
    problems.extend(wrong)
    if remark:
        unused.append(remark)
    return edited


def _with_warnings(slide: Slide, entry: SlideEntry, occasion: Occasion) -> Slide:
    """The slide, its notes saying what must be said of a safety text that is not approved."""
    notes = slide.notes
    said = " ".join((*notes.say, *notes.do, *notes.background))
    warnings = []
    if entry.only_if_not_approved and "godkend" not in said:
        warnings.append("Siden med tegn, der kræver hjælp med det samme, afventer jeres godkendelse.")
    signs = any(occasion.library.safety(id_).signs for id_ in slide.safety)
    if signs and occasion.choice.level == NECK and NO_NECK_TEXT not in said:
        warnings.append(f"{NO_NECK_TEXT}.")
    if not warnings:
        return slide
    background = (*warnings, *notes.background)
    return replace(slide, notes=Notes(notes.say, notes.do, background, notes.place))


def _lengths(block: Planned, problems: list[Problem]) -> tuple[float, float, float]:
    """(minutes, least, most) of a block; a length that is not given is the planned one."""
    entry = block.entry
    least, most = entry.least or entry.minutes, entry.most or entry.minutes
    if not 0 < least <= entry.minutes <= most:
        lengths = f"mindst {least:g}, planlagt {entry.minutes:g} og højst {most:g} minutter"
        message = f"{block_key(entry)}: {lengths} passer ikke sammen"
        problems.append(
            Problem(message, block.place, "mindst må ikke være over minutter, eller minutter over højst")
        )
    elif any(n * 2 % 1 for n in (least, entry.minutes, most)):
        problems.append(Problem(f"{block_key(entry)}: skriv hele eller halve minutter", block.place))
    return entry.minutes, least, most


def _materials(loaded: Loaded[Module], occasion: Occasion, problems: list[Problem]) -> Iterator[str]:
    for i, material in enumerate(loaded.value.materials):
        yield _filled(material, loaded.place("materialer", i), occasion, problems)


def _filled(title: str, place: Place, occasion: Occasion, problems: list[Problem]) -> str:
    try:
        return render(title, occasion.values(), place)
    except ContentError as error:
        problems.extend(error.problems)
        return title
