"""The locked safety texts in a deck: which it must carry, and whether they stand there word for word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from holdslides.deck import Deck
from holdslides.library import Library
from holdslides.models_facts import SafetyEntry
from holdslides.pages import SafetySlide, Slide, texts
from holdslides.problems import Problem

STAND_IN = "kontakt"  # stands where a text still awaits the clinic's approval
MODULE = "sikkerhedsnet"


def shows(slide: Slide, entry: SafetyEntry) -> bool:
    """Whether the slide shows the locked text to the patient, character for character."""
    if entry.signs:
        return (
            isinstance(slide, SafetySlide)
            and slide.headline.plain == entry.heading
            and tuple(sign.plain for sign in slide.signs) == entry.signs
            and slide.call.plain == entry.call
        )
    return any(entry.text in line for _, text in texts(slide) for line in text.plain.split("\n"))


def carried(slides: Iterable[Slide], wanted: Iterable[SafetyEntry]) -> set[str]:
    """The ids of the wanted texts that the slides show."""
    wanted = tuple(wanted)
    return {entry.id for slide in slides for entry in wanted if shows(slide, entry)}


def required(condition_id: str, library: Library) -> tuple[tuple[SafetyEntry, ...], ...]:
    """What every deck for the condition must show: for each text, those of which one must stand there.

    A text that the condition's sources carry has no substitute. For one that a clinic must approve, the
    stand-in will do.
    """
    stand_in = library.safety(STAND_IN)
    return tuple(
        (entry,) if condition_id in entry.approved or entry.id == STAND_IN else (entry, stand_in)
        for entry in map(library.safety, library.condition(condition_id).value.required.safety)
    )


def lacking(slides: Iterable[Slide], condition_id: str, library: Library) -> list[SafetyEntry]:
    """The texts that none of the slides shows; the stand-in for those that await approval."""
    groups = required(condition_id, library)
    there = carried(slides, {e.id: e for group in groups for e in group}.values())
    missing = {g[-1].id: g[-1] for g in groups if not there & {e.id for e in g}}
    return list(missing.values())


def missing_safety(deck: Deck, library: Library) -> list[Problem]:
    """A problem for every required text a deck lacks, and for every text that is not the locked one."""
    slides = tuple(deck.slides)
    place = slides[0].place if slides else None
    problems = [
        Problem(
            f"{deck.name} mangler sikkerhedsteksten {entry.id}: »{in_words(entry)}«",
            place,
            hint=f"tag modulet {MODULE} med, eller vis teksten på et slide",
        )
        for entry in lacking(slides, deck.condition, library)
    ]
    return problems + list(_altered(slides, library))


def _altered(slides: Iterable[Slide], library: Library) -> Iterator[Problem]:
    for slide in slides:
        for id_ in slide.safety:
            if not shows(slide, library.safety(id_)):
                yield Problem(
                    f"{slide.id} viser ikke sikkerhedsteksten {id_}, som den er låst",
                    slide.place,
                    hint="ret den ikke; hent den med sikkerhed: eller {{ sikkerhed. }}",
                )


def awaiting(entry: SafetyEntry) -> str:
    """What the output says of a text that nobody has approved yet (Danish)."""
    what = "Siden med tegn, der kræver hjælp med det samme," if entry.signs else f"Teksten »{entry.text}«"
    return f"{what} afventer jeres godkendelse"


def in_words(entry: SafetyEntry) -> str:
    """The text on one line, as a therapist knows it: its heading where it is a list of signs."""
    return entry.text or entry.heading
