"""Deck -> run sheet (drejebog): clock times, what to say, what may go, what to bring. Pure.

Minutes are whole or half; clock times are minutes after midnight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from holdslides.compose import service_label
from holdslides.deck import Block, Deck
from holdslides.ids import folded
from holdslides.library import Library
from holdslides.models import Setting
from holdslides.models_condition import SessionEntry
from holdslides.models_sheet import SheetEntry
from holdslides.pages import ACTIVITY_NAMES, SafetySlide, minutes_text
from holdslides.problems import HoldslidesError, Problem, RequestError
from holdslides.run_sheet import RunRow, RunSheet
from holdslides.schedule import with_comma

_CLOCK = re.compile(r"\s*(?:kl\.?\s*)?([0-9]{1,2})(?:[:.]([0-9]{2}))?\s*\Z")
_DAY = 24 * 60


def parse_clock(typed: str) -> int:
    """ "16:00", "16.00" or "16" as minutes after midnight. Raises RequestError for what is no time of day."""
    found = _CLOCK.match(typed)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 99)
    if hour > 23 or minute > 59:
        raise RequestError(Problem(f'--start: "{typed}" er ikke et klokkeslæt', hint="skriv det som 16:00"))
    return hour * 60 + minute


def compose_run_sheet(deck: Deck, library: Library, start: int | None = None) -> RunSheet:
    """The run sheet of a deck that begins at `start`; without one the minutes are counted from 0."""
    session = session_of(deck, library)
    handed_out = handouts(deck, library)
    names = tuple(sheet_name(library, id_) for id_ in handed_out)
    rows = tuple(_rows(deck, start))
    return RunSheet(
        name=deck.name,
        title=deck.title,
        facts=tuple(_facts(deck, library)),
        purpose=session.purpose if session else "",
        service=service_label(deck.service),
        rows=rows,
        end=_clock(start, deck.minutes),
        materials=tuple(_materials(deck, session)),
        sheets=names,
        locked=tuple(_locked(deck, library)),
        remarks=deck.remarks,
        journal=_journal(deck, [sheet_name(library, id_) for id_ in handed_out if is_personal(library, id_)]),
        taking_over=tuple(_taking_over(deck)),
        clinic=deck.clinic,
        place=rows[0].place if rows else next(iter(deck.slides)).place,
    )


def session_of(deck: Deck, library: Library) -> SessionEntry | None:
    """The meeting of the programme that the deck is; None where it is of several, or of none."""
    sessions = library.condition(deck.condition).value.settings[Setting(deck.setting)].sessions
    number = deck.session or (1 if len(sessions) == 1 else 0)
    return sessions[number - 1] if 0 < number <= len(sessions) else None


def handouts(deck: Deck, library: Library) -> tuple[str, ...]:
    """The ids of the sheets the deck hands out: what the programme lists, then what its slides name."""
    session = session_of(deck, library)
    known = library.folders.ids("sheets")
    listed = session.sheets if session else ()
    named = tuple(slide.handout for slide in deck.slides if slide.handout)
    used = dict.fromkeys((*(id_ for id_ in listed if id_ in named), *named))
    return tuple(id_ for id_ in used if id_ in known)


def sheet_name(library: Library, sheet_id: str) -> str:
    """What the sheet is called; its id where the file cannot be read."""
    try:
        return library.load("sheets", sheet_id, SheetEntry).value.name
    except (HoldslidesError, KeyError):
        return sheet_id


def is_personal(library: Library, sheet_id: str) -> bool:
    """Whether each participant gets one to keep."""
    try:
        entry = library.load("sheets", sheet_id, SheetEntry).value
    except (HoldslidesError, KeyError):
        return True
    return entry.per_participant and not entry.pairs


# ---- rows -------------------------------------------------------------------------------------------------
def _rows(deck: Deck, start: int | None) -> Iterator[RunRow]:
    at, slide = 0.0, 1
    for block in deck.blocks:
        yield RunRow(
            clock=_clock(start, at),
            minutes=block.minutes,
            title=block.title,
            activity=ACTIVITY_NAMES[block.activity],
            slides=_span(slide, len(block.slides)),
            say=block.one_line or _first_words(block),
            materials=tuple(thing for thing in block.materials if not thing.startswith("Arket ")),
            may_be_skipped=block.skippable,
            place=block.place,
        )
        at += block.minutes
        slide += len(block.slides)


def _span(first: int, count: int) -> str:
    return str(first) if count == 1 else f"{first}–{first + count - 1}"


def _clock(start: int | None, minutes: float) -> str:
    """The time of day, whole minutes; without a start the minutes themselves."""
    if start is None:
        return with_comma(minutes)
    at = (start + int(minutes)) % _DAY
    return f"{at // 60}:{at % 60:02d}"


def _first_words(block: Block) -> str:
    """Without a line of its own, what the block's first slide says."""
    return block.slides[0].headline.plain.replace("\n", " ") if block.slides else ""


# ---- what stands round the rows ---------------------------------------------------------------------------
def _facts(deck: Deck, library: Library) -> Iterator[str]:
    yield library.condition(deck.condition).value.name
    if deck.session and deck.sessions > 1:
        yield f"gang {deck.session} af {deck.sessions}"
    if deck.group:
        yield f"hold: {deck.group}"
    yield minutes_text(deck.minutes)
    if deck.edition != "fuld":
        yield f"udgaven {deck.edition}"


def _materials(deck: Deck, session: SessionEntry | None) -> Iterator[str]:
    """What must be at hand: the programme's own list, else everything the blocks name."""
    listed = (
        session.materials if session and session.materials else [m for b in deck.blocks for m in b.materials]
    )
    named = list(dict.fromkeys(thing for thing in listed if not thing.startswith("Arket ")))
    for thing in named:
        if not any(folded(thing) in folded(other) for other in named if other != thing):
            yield thing


def _locked(deck: Deck, library: Library) -> Iterator[tuple[str, str]]:
    """Each locked text where it is first shown: its words (its heading where it is a list), and the slide's
    number.
    """
    seen: set[str] = set()
    for number, slide in enumerate(deck.slides, 1):
        for id_ in slide.safety:
            entry = library.safety(id_)
            if id_ not in seen and (entry.text or isinstance(slide, SafetySlide)):
                seen.add(id_)
                yield entry.text or entry.heading, str(number)


def _journal(deck: Deck, sheets: Sequence[str]) -> str:
    time = f", gang {deck.session} af {deck.sessions}" if deck.session and deck.sessions > 1 else ""
    topics = ", ".join(dict.fromkeys(_lower(block.title) for block in deck.blocks))
    given = f" Udleveret: {', '.join(sheets)}." if sheets else ""
    service = f"{service_label(deck.service)}{time}, {minutes_text(deck.minutes)}"
    return f"{service}: {deck.title}. Emner: {topics}.{given}"


def _taking_over(deck: Deck) -> Iterator[str]:
    skippable = [block.title for block in deck.blocks if block.skippable]
    longest = sorted(deck.blocks, key=lambda block: -block.minutes)[:3]
    yield "Noterne under hvert slide siger, hvad du siger og gør. Du behøver ikke kunne dem udenad."
    yield f"Har du ti minutter? Læs noterne til {_listed([f'»{block.title}«' for block in longest])}."
    if skippable:
        yield f"Er tiden knap, så spring over: {', '.join(skippable)}. Resten skal med."
        yield "I PowerPoint ligger den korte udgave under Diasshow, Brugerdefineret diasshow."
    else:
        yield "Alle blokke skal med."
    yield "Spørger nogen om noget, du ikke ved, så skriv det ned, og svar næste gang."


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} og {words[-1]}"


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
