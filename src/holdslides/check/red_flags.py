"""SAF-2: the red flags stand word for word or not at all, and nobody says them in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdslides import safety_net
from holdslides.check.examples import deck, locked, on_slide, signs, slide
from holdslides.check.rule import EVERYTHING, Example, Finding, Scope, rule
from holdslides.check.subject import Page, Subject, found
from holdslides.check.text import sentences, shortened
from holdslides.pages import Deck, SafetySlide
from holdslides.paper import Poster
from holdslides.worksheet import SafetyBox, Sheet

RED_FLAGS = "roede-flag-laend"
_RAISED = re.compile(  # words that make a sign worse than the source's, so that people wait
    r"mist\w* (?:al |enhver |helt )?følelse\w*|følelsesløs\w*|ingen følelse|lammet|lammelse\w*|lamme?d?e ben"
    r"|kan (?:slet )?ikke (?:længere )?(?:holde (?:på|vand|afføring|tæt|dig|det)|komme af med|lade vand\w*|tisse"
    r"|mærke (?:huden|lår\w*|skridt\w*|ben\w*)|styre (?:blære\w*|afføring\w*)|bevæge (?:ben\w*|fod\w*))"
    r"|inkontinen\w*|total\w* kraft\w*",
    re.IGNORECASE,
)
_ABOUT = re.compile(  # what the signs are about: to be said by the locked text alone
    r"inderside\w* af lår\w*|inderlår\w*|skridtet føles|ridebuks\w*|holde på (?:vand\w*|afføring\w*)"
    r"|(?:besvær|svært|problemer)\b.{0,40}(?:vandladning\w*|afføring\w*|tisse|lade vandet)"
    r"|vandladning\w*|(?<!\w)afføring\w*|(?<!\w)tisse\w*|pludselig\w*.{0,25}(?:kraft\w*|lam\w*|svag\w*)",
    re.IGNORECASE,
)
_HINT = f"skriv det ikke med egne ord: sikkerhed: {RED_FLAGS}"


@rule(
    "SAF-2",
    what="De røde flag står ord for ord, som de er låst – altid ved nerverod, ellers kun når klinikken har godkendt dem; "
    "indtil da står kontakt-teksten, og udskriften siger, at noget venter. Ingen siger tegnene med egne ord.",
    why="Et første udkast gjorde »føles anderledes« til »mister følelsen« og »svært ved« til »kan ikke«. Begge dele får folk "
    "til at vente for længe. Det gælder også det, der bliver sagt, og teksterne i billederne.",
    scopes=EVERYTHING,
    informs=("CCI 14", "CCI 18"),
    good=Example(
        "Nerverod: de låste tekster, hver på sit slide",
        lambda: deck(
            signs(),
            slide("Prøv roligt", locked("skarp-smerte")),
            slide("Er du i tvivl?", locked("kontakt")),
            condition="nerverod",
            setting="individuel",
        ),
    ),
    bad=(
        Example(
            "Nerverod i den korte udgave uden de røde flag",
            lambda: deck(
                slide("Hold dig i gang"), condition="nerverod", setting="individuel", edition="pixi"
            ),
        ),
        Example(
            "Et tegn er skrevet om: »Du mister følelsen på indersiden af lårene.«",
            lambda: deck(
                signs(
                    "Du mister følelsen på indersiden af lårene.",
                    "Du mister pludselig kraft i benet.",
                    "Du kan ikke holde på vandet.",
                ),
                condition="nerverod",
                setting="individuel",
            ),
        ),
        on_slide("Ring, hvis du ikke kan lade vandet", "Det gælder også, hvis du mister følelsen i benet."),
        Example(
            "Fysioterapeuten siger: »Ring, når du slet ikke kan holde på vandet.«",
            lambda: deck(slide("Søg hjælp", say="Ring, når du slet ikke kan holde på vandet.")),
        ),
    ),
)
def red_flags_are_locked(subject: Subject) -> Iterator[Finding]:
    """Presence, approval, equality to the letter, and paraphrases."""
    if isinstance(subject.document, Deck) and subject.scope is not Scope.MODULE:
        yield from _presence(subject.document, subject)
    for page in subject.pages:
        yield from _not_as_locked(page, subject)
        yield from _paraphrases(page, subject)


def _presence(deck: Deck, subject: Subject) -> Iterator[Finding]:
    for entry in safety_net.lacking(tuple(deck.slides), deck.condition, subject.library):
        told = safety_net.in_words(entry)
        yield Finding(
            f"{deck.name}: sikkerhedsteksten {entry.id} (»{told}«) mangler",
            subject.place,
            f"sikkerhed: {entry.id}",
        )
    entry = subject.library.safety(RED_FLAGS)
    if deck.condition not in subject.library.condition_ids:
        return
    wanted = RED_FLAGS in subject.library.condition(deck.condition).value.required.safety
    approved = safety_net.is_approved(entry, deck.condition, subject.bench.clinic)
    shown = any(safety_net.shows(slide, entry) for slide in deck.slides)
    if wanted and not approved and not shown and not any("afventer" in remark for remark in deck.remarks):
        yield Finding(
            f"{deck.name}: udskriften siger ikke, at de røde flag afventer godkendelse", subject.place
        )


def _not_as_locked(page: Page, subject: Subject) -> Iterator[Finding]:
    entry = subject.library.safety(RED_FLAGS)
    if isinstance(page.slide, SafetySlide) and not any(
        safety_net.shows(page.slide, e) for e in subject.library.safety_texts.values() if e.signs
    ):
        yield Finding(f"{page.id}: tegnene er ikke den låste tekst, ord for ord", page.place, _HINT)
    if RED_FLAGS not in page.safety:
        return
    unapproved = [c for c in subject.conditions if not safety_net.is_approved(entry, c, subject.bench.clinic)]
    if unapproved:
        hint = "klinikken skriver sin godkendelse i klinik.yaml"
        yield Finding(
            f"{page.id}: de røde flag er ikke godkendt for {', '.join(unapproved)}", page.place, hint
        )
    if isinstance(subject.document, Poster | Sheet) and _told_on_paper(subject.document) != _told(subject):
        yield Finding(f"{page.id}: de røde flag er ikke den låste tekst, ord for ord", page.place, _HINT)


def _told(subject: Subject) -> tuple[str, ...]:
    entry = subject.library.safety(RED_FLAGS)
    return (entry.heading, *entry.signs, entry.call)


def _told_on_paper(paper: Poster | Sheet) -> tuple[str, ...]:
    """The notice as paper carries it; a poster may break its headline in lines."""
    if isinstance(paper, Poster):
        heading = paper.headline.plain.replace("\n", " ")
        return (heading, *(s.plain for s in paper.signs), paper.call.plain if paper.call else "")
    boxes = [box for box in found(SafetyBox, paper.body) if box.signs]
    return tuple(
        line
        for b in boxes
        for line in (b.heading.plain, *(s.plain for s in b.signs), b.call.plain if b.call else "")
    )


def _paraphrases(page: Page, subject: Subject) -> Iterator[Finding]:
    alts = subject.alts(page)
    told = [(s.text, s.place) for s in subject.read(page)]
    for text, place in (*told, *((alt, page.figures[0].place) for alt in alts)):
        if said := _RAISED.search(text):
            yield Finding(f"{page.id}: »{said[0]}« hæver grænsen for at søge hjælp", place, _HINT)
        elif text not in alts and (
            said := _ABOUT.search(text)
        ):  # a picture's description may name what it shows
            yield Finding(f"{page.id}: »{shortened(said[0])}« er tegnene med egne ord", place, _HINT)
    if page.notes:
        for sentence in sentences(page.say):
            free = sentence
            for text in subject.bench.locked:
                free = free.replace(text, "")
            if said := _RAISED.search(free) or _ABOUT.search(free):
                yield Finding(
                    f"{page.id}: noterne siger tegnene med egne ord: »{said[0]}«", page.notes.place, _HINT
                )
