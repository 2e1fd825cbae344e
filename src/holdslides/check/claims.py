"""AUD and CON-1: claims for patients, and only those that hold for the ones who see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdslides.check.examples import deck, on_slide, poster, slide
from holdslides.check.rule import EVERYTHING, SLIDES, Example, Finding, rule
from holdslides.check.subject import Page, Subject
from holdslides.check.text import joined
from holdslides.check.words import found_in
from holdslides.models_facts import Audience, Fact
from holdslides.pages import ExerciseSlide, QuestionSlide, SectionSlide, TitleSlide
from holdslides.paper import Poster
from holdslides.records import dataclass
from holdslides.request import BOTH_JOINTS
from holdslides.worksheet import Sheet

FOR_THE_THERAPIST = (Audience.THERAPIST, Audience.ORGANISATION)
NO_CLAIM = (TitleSlide, SectionSlide, QuestionSlide, ExerciseSlide)  # slides that only ask, invite or name


@rule(
    "AUD-1",
    what="Intet faktum, der kun er til fysioterapeuten eller organisationen, vises for patienten.",
    why="Kilderne blander, hvad man kan sige, og hvad man selv skal vide. Det sidste hører til i noterne.",
    scopes=EVERYTHING,
    informs=("PEMAT 2", "PEMAT 3"),
    good=on_slide("Smerte er kroppens alarm", shown=("G51b",)),
    bad=on_slide("Det bliver gentaget på træningsholdet", shown=("O07",)),
)
def facts_are_for_patients(subject: Subject) -> Iterator[Finding]:
    """Shown facts with audience F or O."""
    for page in subject.pages:
        for fact in subject.facts(page):
            if fact.audience in FOR_THE_THERAPIST:
                whom = "fysioterapeuten" if fact.audience is Audience.THERAPIST else "organisationen"
                hint = "flyt det til noterne: fakta: sagt"
                yield Finding(f"{page.id}: {fact.id} er kun til {whom}", page.place, hint)


@rule(
    "AUD-2",
    what="Slides, plakater og ark taler til patienten og aldrig om »patienten«.",
    why="Kildens ord til fysioterapeuten (patienten, observer, vejled, sæt rammen) viser, at en sætning "
    "ikke er skrevet om.",
    scopes=EVERYTHING,
    informs=("PEMAT 21", "CCI 7"),
    good=on_slide("Hvad vil du gerne kunne igen?"),
    bad=on_slide("Hvad vil patienten gerne kunne igen?"),
)
def patients_are_spoken_to(subject: Subject) -> Iterator[Finding]:
    """The phrases of ord.yaml, as whole words."""
    phrases = subject.bench.words.phrases.third_person
    for page in subject.pages:
        for surface in subject.read(page):
            for said in found_in(surface.text, phrases):
                yield Finding(f"{page.id}: »{said}« taler om patienten", surface.place, "skriv du og dig")


# ---- CON-1 ------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class OnlyFor:
    """A claim that is known by its words and holds for some alone."""

    pattern: re.Pattern[str]
    conditions: tuple[str, ...]
    what: str
    joint: str = ""


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


ONLY_FOR = (
    OnlyFor(
        _re(r"(?<!\d)2 (?:kg|kilo)|(?<!\d)6\s*[-–]\s*8 (?:kg|kilo)|to kilo"),
        ("artrose",),
        "tallet om 2 kg",
        "knae",
    ),
    OnlyFor(
        _re(r"foroverbøj\w*|lænden (?:\w+ )?bøjet|let bøjet (?:lænd|ryg)"),
        ("spinalstenose",),
        "det let foroverbøjede",
    ),
    OnlyFor(_re(r"(?<!\d)80\s*(?:%|procent)|over (?:otte|8) (?:ud )?af (?:ti|10)"), ("nerverod",), "»80 %«"),
    OnlyFor(_re(r"meget sjældent"), ("laenderyg",), "»meget sjældent«"),
    OnlyFor(_re(r"(?:på|efter|i løbet af|inden for) (?:nogle )?få uger"), ("laenderyg",), "»få uger«"),
)


@rule(
    "CON-1",
    what="Enhver påstand gælder for den tilstand, det led og det niveau, den bliver vist for.",
    why="Fx gælder tallet om 2 kg kun knæet, det foroverbøjede kun snæver rygmarvskanal, 80 % kun "
    "nerverod og »meget sjældent« kun lænden. Et ark, der er til alle, prøves også i hver tilstands "
    "udgave; her ser reglen på ordene.",
    scopes=EVERYTHING,
    informs=("PEMAT 2",),
    good=on_slide("De fleste får det bedre på få uger", shown=("L09",)),
    bad=(
        Example(
            "Hofteartrose: »2 kg mindre kan mærkes«",
            lambda: deck(slide("2 kg mindre kan mærkes"), condition="artrose", options={"joint": "hofte"}),
        ),
        Example(
            "Artrose: »Det er meget sjældent farligt«",
            lambda: deck(slide("Det er meget sjældent farligt"), condition="artrose"),
        ),
        Example(
            "Artrose viser et faktum om lænden (L09)",
            lambda: deck(slide("Det bliver bedre", shown=("L09",)), condition="artrose"),
        ),
        Example("Plakat til alle: »Over 80 % får det bedre«", lambda: poster("Over 80 % får det bedre")),
        Example(
            "Plakat til alle: »Over 8 ud af 10 får det bedre«",
            lambda: poster("Over 8 ud af 10 får det bedre"),
        ),
    ),
)
def claims_hold_here(subject: Subject) -> Iterator[Finding]:
    """By the register, and by the words of claims that are often borrowed."""
    is_sheet_for_all = isinstance(subject.document, Sheet) and not subject.document.condition
    # a notice hangs for the conditions its locked text is approved for, by the sources or by the clinic
    is_notice = isinstance(subject.document, Poster) and bool(subject.document.safety)
    for page in subject.pages:
        for fact in subject.facts(page) if not (is_sheet_for_all or is_notice) else ():
            if why := _why_not(fact, subject):
                yield Finding(f"{page.id}: {fact.id} {why}", page.place, "vælg et faktum, der gælder her")
        yield from _borrowed(page, subject)


def _why_not(fact: Fact, subject: Subject) -> str:
    """Why the fact may not be shown here (Danish); "" when it may."""
    if missing := [c for c in subject.conditions if c not in fact.conditions]:
        return f"gælder ikke for {joined(missing)}"
    joint, level = subject.option("joint"), subject.option("level")
    if fact.joints and joint and joint not in fact.joints:
        return f"gælder kun for {joined(fact.joints)}, ikke for {joint if joint != BOTH_JOINTS else 'et blandet hold'}"
    if fact.levels and level and level not in fact.levels:
        return f"gælder kun for {joined(fact.levels)}"
    return ""


def _borrowed(page: Page, subject: Subject) -> Iterator[Finding]:
    said = [(surface.text, surface.place) for surface in subject.read(page)]
    if page.notes and subject.scope in SLIDES:
        said.append((page.say, page.notes.place))
    for only in ONLY_FOR:
        others = [c for c in subject.conditions if c not in only.conditions]
        wrong_joint = bool(only.joint and not others and subject.option("joint") not in (only.joint, ""))
        for text, place in said:
            if (others or wrong_joint) and only.pattern.search(text):
                whom = "andet end knæet" if wrong_joint else joined(others)
                yield Finding(
                    f"{page.id}: {only.what} gælder ikke for {whom}", place, "tag det ud, eller skriv det om"
                )
