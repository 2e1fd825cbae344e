"""CON-2 and CON-3: does a course cover what it should?"""

from __future__ import annotations

from collections.abc import Iterator

from holdslides.check.claims import FOR_THE_THERAPIST
from holdslides.check.examples import activity, course, deck, locked, slide
from holdslides.check.rule import Example, Finding, Scope, rule
from holdslides.check.safety import is_net
from holdslides.check.subject import Subject
from holdslides.models_facts import Fact
from holdslides.pages import ActivityType
from holdslides.problems import Severity
from holdslides.records import dataclass

TOPICS: dict[str, tuple[str, ...]] = {  # the sources' seven topics, by the topics of the register
    "viden om tilstanden": ("viden",),
    "udsigter": ("prognose",),
    "det, du selv kan gøre": ("egenhaandtering", "trin"),
    "hvordan smerte virker": ("smerte", "alarm", "trussel", "faktorer", "model"),
    "behandling og gode råd": ("raad", "behandling", "skanning"),
    "humør og følelser": ("humoer",),
    "job": ("job",),
}
GOALS: dict[str, tuple[str, ...]] = {  # the sources' six learning goals
    "at forstå smerter": ("smerte", "alarm", "model"),
    "indsigt i tilstanden og det, der påvirker den": ("viden", "prognose", "faktorer", "trussel"),
    "mindre frygt": ("myter", "skanning", "krop", "prognose"),
    "hvad fysisk aktivitet betyder": ("raad", "egenhaandtering", "krop"),
    "øvelser til selvhjælp": (),  # an exercise, by its activity
    "mindre risiko for, at det bliver langvarigt": ("model", "trin", "egenhaandtering"),
}


@dataclass(frozen=True, slots=True)
class Must:
    """A subject every course must have, and how it is known: facts that are shown, or a worksheet."""

    topics: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    handouts: tuple[str, ...] = ()


MUST_HAVE: dict[str, Must] = {
    "udsigter": Must(topics=("prognose",)),
    "en plan for opblussen": Must(ids=("G44a", "G44b"), handouts=("min_plan",)),
    "skanning og røntgen": Must(topics=("skanning",), words=("skanning", "røntgen", "billede")),
    "et mål": Must(ids=("G32a",), handouts=("mit_maal",)),
}


@rule(
    "CON-2",
    what="Et forløb dækker kildernes syv emner og de seks læringsmål.",
    why="Hvert emne skal stå på et slide eller i noterne. Et emne, som registret kun har til "
    "fysioterapeuten for en tilstand (humør, job), er fritaget: det kan ikke vises. Læringsmålene "
    "skal hver have mindst ét slide.",
    severity=Severity.WARNING,
    scopes={Scope.COURSE},
    informs=("PEMAT 10",),
    good=Example(
        "Et forløb med alle emner",
        lambda: course(
            deck(
                slide("Viden", shown=("L01a", "L09", "G51b", "L26a", "G07a", "L11a", "G39a")),
                slide("Arbejde", spoken=("L37c",)),
                slide("Prøv", act=activity("oevelse")),
            )
        ),
    ),
    bad=Example("Et forløb, der kun viser alarmen", lambda: course(deck(slide("Alarmen", shown=("G51b",))))),
)
def topics_are_covered(subject: Subject) -> Iterator[Finding]:
    """Topics by facts shown or spoken, goals by facts shown."""
    condition = subject.conditions[0]
    anywhere = {f.topic for page in subject.pages for f in subject.facts(page, shown=None)}
    shown = {f.topic for page in subject.pages for f in subject.facts(page)}
    for topic, ids in TOPICS.items():
        if not anywhere.intersection(ids) and _can_be_shown(subject, condition, ids):
            yield Finding(
                f"{subject.name}: emnet »{topic}« mangler", subject.place, "tag et modul med om det"
            )
    kinds = {p.activity.type for p in subject.pages if p.activity}
    kinds |= {part.activity for deck in subject.decks for part in deck.blocks}
    exercises = ActivityType.EXERCISE in kinds
    for goal, ids in GOALS.items():
        if not (shown.intersection(ids) if ids else exercises):
            yield Finding(f"{subject.name}: intet slide tjener læringsmålet »{goal}«", subject.place)


def _can_be_shown(subject: Subject, condition: str, topics: tuple[str, ...]) -> bool:
    def is_theirs(fact: Fact) -> bool:
        return (
            fact.topic in topics and condition in fact.conditions and fact.audience not in FOR_THE_THERAPIST
        )

    return any(map(is_theirs, subject.library.facts.values()))


@rule(
    "CON-3",
    what="Et forløb har udsigter, en plan for opblussen, skanninger, sikkerhedsnettet og et mål.",
    why="Udsigter og opblussen er det, der oftest mangler i materialer om ryg. De fem går aldrig ud i et "
    "helt forløb. Har registret ingen påstand, der må vises for tilstanden, er emnet nok i noterne.",
    scopes={Scope.COURSE},
    informs=("PEMAT 20", "PEMAT 22"),
    good=Example(
        "Et forløb med alle fem",
        lambda: course(
            deck(
                slide("Det bliver bedre", shown=("L09",)),
                slide("Lav en plan", shown=("G44b",), handout="min_plan"),
                slide("En skanning kan sjældent vise hvorfor", shown=("G87",)),
                slide("Er du i tvivl?", locked("kontakt")),
                slide("Sæt et mål", shown=("G32a",), handout="mit_maal"),
            )
        ),
    ),
    bad=Example(
        "Et forløb uden plan for opblussen", lambda: course(deck(slide("Det bliver bedre", shown=("L09",))))
    ),
)
def nothing_needed_is_missing(subject: Subject) -> Iterator[Finding]:
    """The five, by facts, worksheets and locked texts."""
    for name, must in MUST_HAVE.items():
        if not _has(subject, must):
            yield Finding(f"{subject.name}: {name} mangler", subject.place, "tag modulet med igen")
    if not any(is_net(page, subject) for page in subject.pages):
        yield Finding(
            f"{subject.name}: sikkerhedsnettet mangler", subject.place, "tag modulet sikkerhedsnet med"
        )


def _has(subject: Subject, must: Must) -> bool:
    showable = _can_be_shown(subject, subject.conditions[0], must.topics) if must.topics else True
    for page in subject.pages:
        facts = subject.facts(page, shown=True if showable else None)
        if page.slide and page.slide.handout in must.handouts:
            return True
        if any(f.topic in must.topics or f.id in must.ids for f in facts):
            return True
        if must.words and any(word in page.text.lower() for word in must.words):
            return True
    return False
