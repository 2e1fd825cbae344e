"""LNG-4 to LNG-6: active voice, speaking to you, and no word that judges or frightens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from holdslides.check.examples import activity, cards, deck, on_slide, question, slide
from holdslides.check.grammar import NOT_PASSIVE, speaks_to_you
from holdslides.check.rule import DECKS, EVERYTHING, PAPER, Example, Finding, rule
from holdslides.check.subject import Page, Subject
from holdslides.check.text import bare, percent, sentences, words
from holdslides.check.words import found_in
from holdslides.pages import ExerciseSlide, QuestionSlide
from holdslides.problems import Severity

CLEAN = 0.8  # the share of slides that must be, after PEMAT's own reading of "most of the time"
_PASSIVE_BY = re.compile(
    r"(?<!\w)(?:bliver|blev|blevet|blive|er|var|været) (?:\w+ ){0,2}\w{2,}(?:et|t) af(?!\w)", re.IGNORECASE
)
_ENDS_IN_ES = re.compile(r"(?<!\w)[a-zæøå]{3,}es(?!\w)", re.IGNORECASE)
_MAN = re.compile(r"(?<!\w)man(?!\w)", re.IGNORECASE)
_NEGATED = re.compile(r"(?<!\w)(?:ingen|intet|ikke|aldrig|hverken)(?!\w)", re.IGNORECASE)


def is_passive(text: str) -> bool:
    """Whether it has a passive: "bliver … et af", or a verb in -es that is not one of the usual ones."""
    return bool(_PASSIVE_BY.search(text)) or any(
        word.casefold() not in NOT_PASSIVE for word in _ENDS_IN_ES.findall(text)
    )


def _share(subject: Subject, is_wrong: Callable[[Page], bool]) -> tuple[float, list[Page]]:
    pages = [page for page in subject.pages if words(page.text)]
    wrong = [page for page in pages if is_wrong(page)]
    return (1 - len(wrong) / len(pages) if pages else 1.0), wrong


@rule(
    "LNG-4",
    what=f"Mindst {percent(CLEAN)} af slidene er i aktiv form, på papir mindst {percent(CLEAN)} af sætningerne.",
    why="»Bevæg dig« er lettere at gøre end »der bevæges«. Synes, findes, lykkes, mindes, føles og mødes "
    "ser passive ud, men er det ikke.",
    severity=Severity.WARNING,
    scopes=DECKS | PAPER,
    informs=("PEMAT 5", "CCI 6"),
    good=on_slide("Viden og ro kan skrue ned"),
    bad=on_slide("Alarmen bliver skruet ned af viden", "Øvelserne gentages."),
)
def voice_is_active(subject: Subject) -> Iterator[Finding]:
    """The share of pages without a passive."""
    share, wrong = _share(subject, lambda page: is_passive(page.free))
    if not subject.decks:
        told = [s for page in subject.pages for s in sentences(page.free)]
        share = 1 - sum(map(is_passive, told)) / len(told) if told else 1.0
    if share < CLEAN:
        where = ", ".join(page.id for page in wrong[:4])
        message = f"{subject.name}: {percent(share)} er i aktiv form, mindst {percent(CLEAN)} ({where})"
        yield Finding(message, wrong[0].place, "sig, hvem der gør det")


@rule(
    "LNG-5",
    what="Et slide med en aktivitet siger du eller beder om noget, og mindst "
    f"{percent(CLEAN)} af slidene er uden »man«.",
    why="Den, der bliver talt til, ved, at det er hende, der skal gøre noget. Reglen gælder spørgsmåls- "
    "og øvelsesslides; på de andre er det fysioterapeuten, der beder om det.",
    severity=Severity.WARNING,
    scopes=DECKS,
    informs=("PEMAT 21",),
    good=Example("»Tal sammen to og to«", lambda: deck(slide("Tal sammen to og to", act=activity()))),
    bad=(
        Example(
            "Øvelsen hedder »Vejrtrækning«",
            lambda: deck(question("Vejrtrækning", "Rolig vejrtrækning", activity("oevelse"))),
        ),
        on_slide("Man kan bevæge sig mere"),
    ),
)
def you_are_spoken_to(subject: Subject) -> Iterator[Finding]:
    """Slides with activities one by one; the word man by its share."""
    for page in subject.pages:
        is_task = isinstance(page.slide, QuestionSlide | ExerciseSlide)
        if page.activity and is_task and not speaks_to_you(page.text):
            yield Finding(
                f"{page.id}: slidet har en aktivitet, men taler ikke til nogen",
                page.place,
                "skriv du, eller bed om noget",
            )
    share, wrong = _share(subject, lambda page: bool(_MAN.search(page.free)))
    if share < CLEAN:
        message = f"{subject.name}: kun {percent(share)} af slidene er uden »man«"
        yield Finding(message, wrong[0].place, "skriv du")


def _is_denied(word: str, text: str) -> bool:
    """Whether a no stands before the word in every sentence that has it."""
    around = (bare(s).partition(f" {word} ") for s in sentences(text))
    return all(_NEGATED.search(before) for before, there, _ in around if there)


@rule(
    "LNG-6",
    what="Ingen ord, der dømmer eller skræmmer (»du skal bare«, slid, ødelagt, forkert, skrøbelig), uden "
    "for kort med myter.",
    why="Ordene kan selv gøre smerten større. På et mytekort er de dér for at blive væltet. »Ingen svar "
    "er forkerte« dømmer ikke: »forkert« må stå efter et nej; »slid« og »ødelagt« må ikke, for et nej "
    "sletter ikke billedet.",
    severity=Severity.WARNING,
    scopes=EVERYTHING,
    informs=("PEMAT 2",),
    good=(
        on_slide("Der kommer forandringer med alderen"),
        Example("Mytekort: »Bevægelse slider på kroppen.«", lambda: cards("Bevægelse slider på kroppen.")),
    ),
    bad=(on_slide("Din ryg er slidt"), on_slide("Du skal bare bevæge dig")),
)
def nobody_is_judged(subject: Subject) -> Iterator[Finding]:
    """The list of words in ord.yaml."""
    phrases = subject.bench.words.phrases.moralising
    for page in subject.pages:
        for surface in subject.read(page) if not page.is_myth else ():
            for said in found_in(surface.text, phrases):
                if said.startswith("forkert") and _is_denied(said, surface.text):
                    continue
                yield Finding(
                    f"{page.id}: »{said}« dømmer eller skræmmer", surface.place, "find et venligere ord"
                )
