"""SAF-2: the red flags stand word for word or not at all, and nobody says them in other words."""

from __future__ import annotations

from collections.abc import Iterator

from holdslides import safety_net
from holdslides.check.examples import deck, locked, on_slide, signs, slide
from holdslides.check.rule import EVERYTHING, Example, Finding, Scope, rule
from holdslides.check.subject import Page, Subject
from holdslides.check.text import Lazy
from holdslides.deck import Deck
from holdslides.locked_texts import is_approved
from holdslides.pages import SafetySlide

RED_FLAGS = "roede-flag-laend"
# Words that make a sign worse than the source's, so that people wait: what is felt, and what cannot be done.
_NUMB = Lazy(
    r"mist\w* (?:al |enhver |helt )?følelse\w*|følelsesløs\w*|ingen følelse|lammet|lammelse\w*|inkontinen\w*"
    r"|(?:mist\w* (?:al|helt)|total\w*) kraft\w*",
    "følelse",
    "lamm",
    "inkontinen",
    "kraft",
)
_CANNOT = Lazy(
    r"(?:kan (?:slet )?ikke|ikke (?:længere )?kan)(?: længere)? (?:holde (?:på|vand|afføring|tæt|dig|det)"
    r"|komme af med|lade vand\w*|tisse"
    r"|mærke (?:huden|lår\w*|skridt\w*|ben\w*)|styre (?:blære\w*|afføring\w*)|bevæge (?:ben\w*|fod\w*))",
    "holde ",
    "komme af med",
    "lade vand",
    "tisse",
    "mærke huden",
    "mærke lår",
    "mærke skridt",
    "mærke ben",
    "styre ",
    "bevæge ben",
    "bevæge fod",
)
# What the signs are about: to be said by the locked text alone.
_ABOUT = Lazy(
    r"inderside\w* af lår\w*|inderlår\w*|skridtet føles|ridebuks\w*|holde på (?:vand\w*|afføring\w*)"
    r"|vandladning\w*"
    r"|lade vandet|(?<!\w)afføring\w*|(?<!\w)tisse\w*|pludselig\w*.{0,25}(?:kraft\w*|lam\w*|svag\w*)",
    "inderside",
    "inderlår",
    "skridtet føles",
    "ridebuks",
    "holde på",
    "vandladning",
    "lade vandet",
    "afføring",
    "tisse",
    "pludselig",
)
_HINT = f"skriv det ikke med egne ord: sikkerhed: {RED_FLAGS}"


@rule(
    "SAF-2",
    what="De røde flag står ord for ord, som de er låst – altid ved nerverod, ellers kun når klinikken har "
    "godkendt dem; indtil da står kontakt-teksten, og udskriften siger, at noget venter. Ingen siger "
    "tegnene med egne ord.",
    why="Et første udkast gjorde »føles anderledes« til »mister følelsen« og »svært ved« til »kan ikke«. "
    "Begge dele får folk til at vente for længe. Det gælder også det, der bliver sagt, og teksterne i "
    "billederne.",
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
    approved = is_approved(entry, deck.condition, subject.bench.clinic)
    shown = any(safety_net.shows(slide, entry) for slide in deck.slides)
    is_told = any(remark.startswith(safety_net.awaiting(entry)) for remark in deck.remarks)
    if wanted and not approved and not shown and not is_told:
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
    unapproved = [c for c in subject.conditions if not is_approved(entry, c, subject.bench.clinic)]
    if unapproved:
        hint = "klinikken skriver sin godkendelse i klinik.yaml"
        yield Finding(
            f"{page.id}: de røde flag er ikke godkendt for {', '.join(unapproved)}", page.place, hint
        )
    if not subject.decks and _told_on_paper(subject) != _told(subject):
        yield Finding(f"{page.id}: de røde flag er ikke den låste tekst, ord for ord", page.place, _HINT)


def _told(subject: Subject) -> tuple[str, ...]:
    entry = subject.library.safety(RED_FLAGS)
    return (entry.heading, *entry.signs, entry.call)


def _told_on_paper(subject: Subject) -> tuple[str, ...]:
    from holdslides.check.paper_pages import told_signs

    return told_signs(subject.paper)


def _paraphrases(page: Page, subject: Subject) -> Iterator[Finding]:
    alts = subject.alts(page)
    if not any(p.may_match("\n".join((subject.words_of(page), *alts))) for p in (_NUMB, _CANNOT, _ABOUT)):
        return
    for surface in subject.read(page):
        if said := _raised(surface.text):
            yield Finding(f"{page.id}: »{said}« hæver grænsen for at søge hjælp", surface.place, _HINT)
        elif found := _ABOUT.search(surface.text):
            yield Finding(f"{page.id}: »{found[0]}« er tegnene med egne ord", surface.place, _HINT)
    for alt in alts:  # a picture's description may name what it shows, but not make it worse
        if said := _raised(alt):
            yield Finding(f"{page.id}: billedets »{said}« hæver grænsen for at søge hjælp", page.place, _HINT)
    if page.notes:
        told = subject.bench.without_locked(page.say)
        about = _ABOUT.search(told)
        if said := _raised(told) or (about[0] if about else ""):
            yield Finding(f"{page.id}: noterne siger tegnene med egne ord: »{said}«", page.notes.place, _HINT)


def _raised(text: str) -> str:
    """The words that raise the threshold; "" when there are none."""
    found = _NUMB.search(text) or _CANNOT.search(text)
    return found[0] if found else ""
