"""LNG-1 to LNG-3: readability, professional terms and the length of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from holdslides.check.examples import deck, on_slide, slide
from holdslides.check.rule import DECKS, EVERYTHING, PAPER, Example, Finding, Scope, rule
from holdslides.check.subject import Subject, Surface
from holdslides.check.text import count, holds, lix, normal, sentences, words
from holdslides.check.words import Term
from holdslides.pages import SafetySlide
from holdslides.problems import Place, Severity
from holdslides.texts import shortened

SPOKEN_LIX, TOO_HARD, DECK_LIX, RED_FLAG_LIX = (20, 35), 40, 30, 30
ENOUGH_WORDS = 100  # fewer are no running text
MEAN_WORDS, MOST_WORDS = 15, 20  # of a sentence on a slide
MEAN_SPOKEN, MOST_SPOKEN = 18, 35
_NEVER = "forbudt"


@rule(
    "LNG-1",
    what=f"Det, der bliver sagt, har LIX 20-35, ark højst 35, et oplægs slides under ét højst {DECK_LIX} og "
    f"de røde flag højst {RED_FLAG_LIX}. Over {TOO_HARD} er en fejl.",
    why="LIX = ord pr. sætning + procent ord på over seks bogstaver. Det giver kun mening for løbende "
    "tekst: et slide med ordet »Smerter« har LIX 101, og en række fremmedord kan have 18. Derfor "
    "regnes det aldrig for ét slide, og fagordene har deres egen regel. Slides og ark er lister og "
    "felter; dér er der ingen nedre grænse.",
    severity=Severity.WARNING,
    scopes=DECKS | {Scope.SHEET},
    informs=("PEMAT 3", "CCI 7"),
    good=Example(
        "Korte ord, korte sætninger",
        lambda: deck(slide("Din smerte er ægte", "Det, der skruer op, kan skifte.")),
    ),
    bad=Example(
        "Lange ord i én lang sætning",
        lambda: deck(
            slide(
                "Egenhåndtering forudsætter tilstrækkelig patientinvolvering",
                "Behandlingstilbuddet understøtter funktionsevnen.",
            )
        ),
    ),
)
def text_is_readable(subject: Subject) -> Iterator[Finding]:
    """LIX of the slides together, of what is said and of the red flags; of a sheet's texts together."""
    shown = [surface.text for page in subject.pages for surface in page.surfaces]
    if subject.scope is Scope.SHEET:
        if sum(map(count, shown)) >= ENOUGH_WORDS:
            yield from _too_hard(lix(shown), SPOKEN_LIX[1], f"{subject.name}: teksten", subject.place)
        return
    yield from _too_hard(lix(shown), DECK_LIX, f"{subject.name}: teksten på slidene", subject.place)
    for page in subject.pages:
        if isinstance(page.slide, SafetySlide):
            what = f"{page.id}: de røde flag"
            yield from _too_hard(lix([page.text]), RED_FLAG_LIX, what, page.place)
    spoken = [line for page in subject.pages if page.notes for line in page.notes.say]
    if sum(map(count, spoken)) >= ENOUGH_WORDS:
        what = f"{subject.name}: det, der bliver sagt,"
        yield from _too_hard(value := lix(spoken), SPOKEN_LIX[1], what, subject.place)
        if value < SPOKEN_LIX[0]:
            hint = "voksne kan føle sig talt ned til"
            yield Finding(f"{what} har LIX {value:.0f}, mindst {SPOKEN_LIX[0]}", subject.place, hint)


def _too_hard(value: float, most: int, what: str, place: Place | None) -> Iterator[Finding]:
    if value > most:
        severity = Severity.ERROR if value > TOO_HARD else None
        hint = "del sætningerne, og vælg kortere ord"
        yield Finding(f"{what} har LIX {value:.0f}, højst {most}", place, hint, severity)


@rule(
    "LNG-2",
    what="Intet fagord på det, patienten ser, heller ikke i sammensætninger; et tilladt ord bliver "
    "forklaret første gang.",
    why="Fremmedord er korte og slipper gennem LIX: »Flexion. Core. Pacing. CNS. TAK. ODI.« har LIX 18. "
    "Listen står i ord.yaml. Ord, der ikke er forbudte, må stå, når de er forklaret samme sted første "
    "gang. Tilstandens eget navn må stå i dens egne materialer: det er det ord, deltageren kom med. "
    "Billedernes tekster tæller med.",
    scopes=EVERYTHING,
    informs=("PEMAT 3", "PEMAT 4", "CCI 7"),
    good=(
        on_slide("Nervesystemet er blevet mere følsomt"),
        Example(
            "Artrose: »Artrose hører med til at blive ældre«",
            lambda: deck(slide("Artrose hører med til at blive ældre"), condition="artrose"),
        ),
        on_slide("Prolaps (en skive, der buler ud) er almindeligt"),
    ),
    bad=(
        on_slide("Flexion. Core. Pacing. CNS. TAK. ODI."),
        on_slide("Smertemoduleringen kan ændre sig"),
        on_slide("Sensibiliseringsprocessen fylder"),
    ),
)
def terms_are_plain(subject: Subject) -> Iterator[Finding]:
    """Every term of ord.yaml, the longest first, each word told once."""
    explained: set[str] = set()
    for page in subject.pages:
        here = normal("\n".join(s.text for s in subject.read(page, free=False)))
        for surface in subject.read(page):
            for term, said in _terms(surface, subject):
                if term.term in explained or _is_their_own(term, subject):
                    continue
                if term.status != _NEVER and _is_explained(term, said, here):
                    explained.add(term.term)
                    continue
                hint = f"skriv: {term.shown}" if term.shown else "vis det ikke; forklar det i noterne"
                yield Finding(f"{page.id}: fagordet »{said}«", surface.place, hint)


def _terms(surface: Surface, subject: Subject) -> tuple[tuple[Term, str], ...]:
    known, key = subject.bench.known, ("terms", surface.text)
    if key not in known:
        known[key] = tuple(_terms_in(normal(surface.text), subject))
    found: tuple[tuple[Term, str], ...] = known[key]
    return found


def _terms_in(text: str, subject: Subject) -> Iterator[tuple[Term, str]]:
    taken = [False] * len(text)
    for term, pattern in subject.bench.words.patterns:
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
                yield term, match[0]


def _is_their_own(term: Term, subject: Subject) -> bool:
    """Whether the term is the name of the condition it is all about."""
    if len(subject.conditions) != 1 or subject.conditions[0] not in subject.library.condition_ids:
        return False
    return holds(subject.library.condition(subject.conditions[0]).value.name, term.term)


def _is_explained(term: Term, said: str, page: str) -> bool:
    """Whether a bracket follows the word, or it stands in one, or the plain words stand on the page too."""
    inside = re.search(rf"\([^)]*{re.escape(said)}[^)]*\)", page)
    return (
        f"{said} (" in page
        or bool(inside)
        or bool(term.shown and term.shown.split(" (")[0].lower() in page.lower().replace(said.lower(), ""))
    )


@rule(
    "LNG-3",
    what=f"Sætninger på slides og papir har i snit højst {MEAN_WORDS} ord og aldrig over {MOST_WORDS}; i "
    f"det, der bliver sagt, højst {MEAN_SPOKEN} i snit og {MOST_SPOKEN}.",
    why="Korte sætninger flyttede pjecer tre klassetrin ned i én undersøgelse. Talt sprog hænger sammen "
    "med »og« og »så« og er let at høre, selv når det er langt at læse; derfor er grænsen for noterne "
    "en anden end for det, patienten læser.",
    severity=Severity.WARNING,
    scopes=DECKS | PAPER,
    informs=("PEMAT 3",),
    good=on_slide("Alarmen kan hyle uden brand"),
    bad=on_slide(
        "Når alarmen en gang er blevet for følsom, kan den gå i gang af ganske små ting, som du før "
        "slet ikke lagde mærke til i din hverdag"
    ),
)
def sentences_are_short(subject: Subject) -> Iterator[Finding]:
    """Single sentences, and the mean of the whole."""
    read = [
        (s, surface.place)
        for page in subject.pages
        for surface in page.surfaces
        for s in sentences(surface.free)
    ]
    said = [
        (s, p.notes.place) for p in subject.pages if p.notes for line in p.notes.say for s in sentences(line)
    ]
    yield from _long(subject, read, MEAN_WORDS, MOST_WORDS, "sætningerne")
    yield from _long(subject, said, MEAN_SPOKEN, MOST_SPOKEN, "det, der bliver sagt,")


def _long(
    subject: Subject, told: Iterable[tuple[str, Place]], mean: int, most: int, what: str
) -> Iterator[Finding]:
    lengths = []
    for sentence, place in told:
        lengths.append(len(words(sentence)))
        if lengths[-1] > most:
            message = f"»{shortened(sentence)}« er på {lengths[-1]} ord, højst {most}"
            yield Finding(message, place, "del den i to")
    if lengths and sum(lengths) / len(lengths) > mean:
        found = sum(lengths) / len(lengths)
        yield Finding(f"{subject.name}: {what} er i snit på {found:.0f} ord, højst {mean}", subject.place)
