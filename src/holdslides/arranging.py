"""A meeting as the therapist has arranged it: blocks moved, left out or put in.

A block goes by its key (`parts.block_key`). Minutes are whole or half.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from holdslides.activities import LIBRARY
from holdslides.choosing import CLOSING, WELCOME
from holdslides.deck import Deck
from holdslides.ids import resolve_id
from holdslides.library import Loaded
from holdslides.models_condition import BlockEntry
from holdslides.models_module import Module, SlideEntry
from holdslides.occasion import Occasion
from holdslides.own_parts import MODULE as OWN_SLIDES
from holdslides.own_parts import own_title
from holdslides.pages import ActivityType
from holdslides.parts import LONGER, SHORTER, Planned, block_key, whole_programme
from holdslides.problems import ContentError
from holdslides.records import dataclass, replace
from holdslides.request import Arrangement
from holdslides.selection import applies, fits_approval
from holdslides.templates import render


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be put into a meeting. `about` is a line to the therapist, minutes as planned."""

    key: str
    title: str
    minutes: float
    activity: ActivityType
    about: str
    of_programme: bool


def arranged(
    blocks: Sequence[Planned], occasion: Occasion, wanted: Arrangement, remarks: list[str]
) -> tuple[Planned, ...]:
    """The blocks in the order that was asked for, with those that were put in.

    A block the order does not name stays after the one it follows in the programme; a key in it that is not
    there is no mistake, as other choices bring blocks in and out; one that is put in and has nothing for this
    occasion is passed over, with a remark (Danish). Welcome stays first and closing last, where the programme
    has them so. What is left out is left to `leaving.as_wished`, which knows what must stay.

    Raises RequestError for a module or slide there is none of.
    """
    if not wanted:
        return tuple(blocks)
    result = list(blocks)
    for key in dict.fromkeys(wanted.added):
        here = [i for i, block in enumerate(result) if block_key(block.entry) == key]
        if here:
            result[here[0]] = _kept(result[here[0]])
        elif (block := _added(key, occasion, result)) is not None:
            is_closed = bool(result) and result[-1].entry.module == CLOSING
            result.insert(len(result) - is_closed, block)
        else:
            remarks.append(f"»{_title_of(key, occasion)}« er ikke med: den har ingen slides til det valgte")
    return tuple(result[i] for i in _in_order([block_key(block.entry) for block in result], wanted.order))


def fixed_ends(keys: Sequence[str]) -> tuple[int, ...]:
    """The indexes of the blocks that are not moved: a welcome that comes first, a closing that comes last."""
    ends = []
    if keys and keys[0].split("/")[0] == WELCOME:
        ends.append(0)
    if len(keys) > 1 and keys[-1].split("/")[0] == CLOSING:
        ends.append(len(keys) - 1)
    return tuple(ends)


def offers(occasion: Occasion, deck: Deck) -> Iterator[Offer]:
    """What the deck could hold besides: the programme's own blocks that it lacks, and other modules."""
    library = occasion.library
    there = {block.key for block in deck.blocks}
    modules = {block.module for block in deck.blocks}
    for block in whole_programme(occasion.choice):
        key, entry = block_key(block.entry), block.entry
        if key in there:
            continue
        there.add(key)
        modules.add(entry.module)
        if entry.own:
            yield Offer(key, own_title(entry), entry.minutes, entry.activity, entry.one_line, True)
            continue
        loaded = library.module(entry.module)
        title = _words(entry.title or loaded.value.title, occasion, loaded)
        here = block.session in occasion.choice.sessions
        yield Offer(key, title, entry.minutes, entry.activity, entry.one_line, here)
    for id_ in library.module_ids:
        loaded = library.module(id_)
        if id_ == LIBRARY or id_ in modules or not is_for(loaded, occasion):
            continue
        if slides := applying(loaded.value.slides, occasion):
            entry = own_block(id_, slides, whole=True)
            title = _words(loaded.value.title, occasion, loaded)
            yield Offer(id_, title, entry.minutes, entry.activity, loaded.value.about, False)


def activities(occasion: Occasion, deck: Deck) -> Iterator[Offer]:
    """The ready activities that are for this occasion, and neither in the deck nor in the programme."""
    if LIBRARY not in occasion.library.module_ids:
        return
    loaded = occasion.library.module(LIBRARY)
    there = {slide.id for slide in deck.slides}
    there.update(block_key(block.entry) for block in whole_programme(occasion.choice))
    for slide in applying(loaded.value.slides, occasion):
        key = f"{LIBRARY}/{slide.id}"
        if slide.activity and key not in there:
            title = _words(slide.headline, occasion, loaded)
            about = _words(slide.activity.participants, occasion, loaded)
            yield Offer(key, title, slide.activity.minutes, slide.activity.type, about, False)


# ---- what is put in ---------------------------------------------------------------------------------------
def _kept(block: Planned) -> Planned:
    """The block, no longer left to the clock: somebody chose it."""
    return replace(block, entry=replace(block.entry, drop=0, extra=False))


def _added(key: str, occasion: Occasion, here: Sequence[Planned]) -> Planned | None:
    for block in whole_programme(occasion.choice):
        if block_key(block.entry) == key:
            return _kept(block)
    module, _, slide = key.partition("/")
    if module == OWN_SLIDES:
        return None  # klinik.yaml does not have them any more
    loaded = occasion.library.module(module)
    known = {entry.id: entry for entry in loaded.value.slides}
    chosen = [known[resolve_id(slide, tuple(known), "slidet")]] if slide else list(known.values())
    slides = applying(chosen, occasion)
    if not slides or not is_for(loaded, occasion):
        return None
    session = here[0].session if here else 1
    return Planned(own_block(loaded.id, slides, whole=not slide), session, loaded.place())


def _title_of(key: str, occasion: Occasion) -> str:
    module, _, slide = key.partition("/")
    if module == OWN_SLIDES:
        return "Egne slides"
    loaded = occasion.library.module(module)
    headlines = (entry.headline for entry in loaded.value.slides if entry.id == slide)
    return _words(next(headlines, "") or loaded.value.title, occasion, loaded)


def own_block(module: str, slides: Sequence[SlideEntry], *, whole: bool) -> BlockEntry:
    """A block of a module that stands in no programme: all of it, or the slides, in the time they take."""
    asked = [slide.activity for slide in slides]
    minutes = float(sum(a.minutes if a else 1 for a in asked))
    return BlockEntry(
        module=module,
        minutes=minutes,
        activity=next((a.type for a in asked if a), ActivityType.TALK),
        slides=() if whole else tuple(slide.id for slide in slides),
        title=slides[0].headline if module == LIBRARY and not whole else "",
        least=min(minutes, ceil(minutes * SHORTER)),
        most=float(ceil(minutes * LONGER)),
    )


def applying(slides: Sequence[SlideEntry], occasion: Occasion) -> list[SlideEntry]:
    """The slides that are for this occasion."""
    edition = occasion.choice.edition
    return [
        slide
        for slide in slides
        if edition in slide.editions and applies(slide, occasion) and fits_approval(slide, occasion)
    ]


def is_for(loaded: Loaded[Module], occasion: Occasion) -> bool:
    """Whether the module is for the condition."""
    return not loaded.value.conditions or occasion.choice.condition_id in loaded.value.conditions


def _words(written: str, occasion: Occasion, loaded: Loaded[Module]) -> str:
    try:
        return render(written, occasion.values(), loaded.place())
    except ContentError:
        return written


# ---- the order --------------------------------------------------------------------------------------------
def _in_order(keys: Sequence[str], wanted: Sequence[str]) -> list[int]:
    position = {key: i for i, key in enumerate(dict.fromkeys(wanted))}
    result = sorted((i for i, key in enumerate(keys) if key in position), key=lambda i: position[keys[i]])
    for i, key in enumerate(keys):
        if key not in position:
            result.insert(result.index(i - 1) + 1 if i else 0, i)
    for i in fixed_ends(keys):
        result.remove(i)
        result.insert(0 if i == 0 else len(result), i)
    return result
