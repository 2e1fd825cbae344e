"""ACT and SUM: everybody does something, often, and goes home with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdslides.check.examples import activity, block, deck, question, slide, summary
from holdslides.check.grammar import is_imperative
from holdslides.check.rule import Example, Finding, Scope, rule
from holdslides.check.subject import Page, Subject
from holdslides.check.text import percent, sentences
from holdslides.deck import Block
from holdslides.pages import ActivityType, SafetySlide, Slide, SummarySlide, TitleSlide
from holdslides.problems import Severity

BRIEF = 2  # minutes of a block that needs no activity of its own
LONGEST_WAIT = 10  # minutes between two things the participants do
FEWEST_TYPES, MOST_LECTURE = 4, 0.35
LAST = 3  # slides that may carry the call to action
_WHEN = re.compile(
    r"næste gang|dato(?:en)?|dag og tid|i morgen|(?<!tak for )i dag|i denne uge|hver dag|hver uge|hvornår"
    r"|følg(?:er?)? op"
    r"|næste aftale",
    re.IGNORECASE,
)
_TEACH_BACK = re.compile(
    r"egne ord|forklar\w* (?:det )?(?:din|naboen?|makkeren|en|for)|fortæl-tilbage"
    r"|fortæl(?:ler)? (?:det )?(?:videre|tilbage)"
    r"|hvad vil du (?:fortælle|sige)|si(?:g|ger) (?:dit|deres|sit) første skridt",
    re.IGNORECASE,
)
_GROUPS = {Scope.HOLD}
_WITH_TALKS = {Scope.HOLD, Scope.TALK}


@rule(
    "ACT-1",
    what=f"I hver blok på over {BRIEF} minutter gør deltagerne noget, og der går aldrig over {LONGEST_WAIT} "
    "minutter imellem.",
    why="Den, der gør noget, lærer mere. I en samtale er patienten med hele vejen, så dér gælder reglen "
    "ikke.",
    scopes={Scope.HOLD, Scope.MINI},
    informs=("PEMAT 20",),
    good=Example(
        "En blok på 10 minutter med samtale to og to",
        lambda: deck(question("Tal sammen", "Hvad?", activity())),
    ),
    bad=(
        Example("En blok uden aktivitet", lambda: deck(slide("Smerte er en alarm"))),
        Example(
            "15 minutters oplæg før samtalen",
            lambda: deck(
                block(*(slide(f"S{i}") for i in range(5)), question("Tal", "Hvad?", activity()), minutes=18)
            ),
        ),
    ),
)
def everybody_does_something(subject: Subject) -> Iterator[Finding]:
    """Each block, and the wait from one activity to the next."""
    deck = subject.deck
    for part in deck.blocks:
        if not any(s.activity for s in part.slides) and part.minutes > BRIEF:
            yield Finding(
                f"{part.title}: deltagerne gør ikke noget i blokken", part.place, "giv et slide en aktivitet"
            )
    waited = 0.0
    for part in deck.blocks:
        for s, minutes in _times(part):
            if s.activity:
                waited = 0.0
                continue
            waited += minutes
            if waited > LONGEST_WAIT:
                yield Finding(
                    f"{s.id}: {waited:g} minutter siden deltagerne gjorde noget, højst {LONGEST_WAIT}",
                    s.place,
                )
                waited = 0.0


def _times(part: Block) -> Iterator[tuple[Slide, float]]:
    """Each slide with its minutes: its activity's, or an equal share of what is left."""
    busy = sum(s.activity.minutes for s in part.slides if s.activity)
    talked = sum(1 for s in part.slides if not s.activity and not isinstance(s, TitleSlide))
    share = max(0.0, part.minutes - busy) / talked if talked else 0.0
    for s in part.slides:
        yield s, s.activity.minutes if s.activity else 0.0 if isinstance(s, TitleSlide) else share


@rule(
    "ACT-2",
    what=f"Mindst {FEWEST_TYPES} af de fem slags aktivitet i hver gang, og oplæg fylder højst "
    f"{percent(MOST_LECTURE)} af tiden.",
    why="Skift mellem at lytte, tale, skrive og bevæge sig holder flere med.",
    severity=Severity.WARNING,
    scopes=_GROUPS,
    good=Example(
        "Fire slags, oplæg 10 af 40 minutter",
        lambda: deck(
            *(
                block(question(k, "Hvad?", activity(k)), kind=k)
                for k in ("dialog", "oevelse", "skema", "oplaeg")
            )
        ),
    ),
    bad=Example("Kun oplæg", lambda: deck(block(slide("Smerte er en alarm"), kind="oplaeg"))),
)
def activities_are_mixed(subject: Subject) -> Iterator[Finding]:
    """The kinds in blocks and on slides, and the share of talks."""
    deck = subject.deck
    kinds = {part.activity for part in deck.blocks} | {s.activity.type for s in deck.slides if s.activity}
    if len(kinds) < FEWEST_TYPES:
        yield Finding(f"{deck.name}: {len(kinds)} slags aktivitet, mindst {FEWEST_TYPES}", subject.place)
    talk = sum(part.minutes for part in deck.blocks if part.activity is ActivityType.TALK)
    if deck.minutes and talk / deck.minutes > MOST_LECTURE:
        said = f"oplæg fylder {percent(talk / deck.minutes)}, højst {percent(MOST_LECTURE)}"
        yield Finding(f"{deck.name}: {said}", subject.place, "gør et oplæg til en samtale")


@rule(
    "ACT-3",
    what="Hver gang på et hold har mindst én øvelse med kroppen.",
    why="At mærke, at det kan lade sig gøre, siger mere end ord. Træningsoplæg ligger i selve træningen, "
    "og i en samtale afhænger det af den enkelte.",
    severity=Severity.WARNING,
    scopes=_GROUPS,
    informs=("PEMAT 22",),
    good=Example(
        "»Rejs dig, og sæt dig«", lambda: deck(slide("Rejs dig, og sæt dig", act=activity("oevelse")))
    ),
    bad=Example("Kun samtale", lambda: deck(slide("Tal sammen", act=activity("dialog")))),
)
def bodies_move(subject: Subject) -> Iterator[Finding]:
    """An activity of the bodily kind."""
    if not any(p.activity and p.activity.type is ActivityType.EXERCISE for p in subject.pages):
        yield Finding(
            f"{subject.name}: ingen øvelse med kroppen",
            subject.place,
            "fx modulet bremsen eller akt-rejs-og-ryst",
        )


@rule(
    "ACT-4",
    what="Et af de sidste slides beder deltageren gøre noget, i skridt, og der er en tid på: til næste "
    "gang, i denne uge, en dato.",
    why="En opgave uden dag bliver ikke til noget. Tiden må stå i noterne, hvor fysioterapeuten beder "
    "deltagerne skrive den.",
    scopes=_WITH_TALKS,
    informs=("PEMAT 20", "PEMAT 21", "PEMAT 22", "CCI 5", "CCI 12", "CCI 14"),
    good=Example(
        "»Til næste gang: skriv i din dagbog«, og noterne: »Skriv datoen øverst.«",
        lambda: deck(
            slide(
                "Til næste gang: skriv i din dagbog",
                "Hvad lavede du?",
                "Hvad hjalp?",
                do="Skriv datoen øverst.",
            )
        ),
    ),
    bad=Example("Sidste slide: »Tak for i dag«", lambda: deck(slide("Tak for i dag"))),
)
def there_is_a_call_to_action(subject: Subject) -> Iterator[Finding]:
    """Among the last slides: an action, steps to it, and a time."""
    last = subject.pages[-LAST:]
    acting = [page for page in last if _asks_for_action(page)]
    if not acting:
        yield Finding(
            f"{subject.name}: ingen opfordring på de sidste slides",
            last[-1].place if last else None,
            "slut med et første skridt",
        )
    elif not any(_WHEN.search(f"{page.text}\n{page.all_notes}") for page in last):
        yield Finding(
            f"{subject.name}: opgaven har ingen dag", acting[-1].place, "bed deltagerne skrive en dato"
        )


def _asks_for_action(page: Page) -> bool:
    if isinstance(page.slide, SafetySlide):
        return False
    asked = any(is_imperative(part) for s in sentences(page.free) for part in (s, *s.split(": ")[1:]))
    return asked or "første skridt" in page.text.lower()


@rule(
    "ACT-5",
    what="Hver gang på et hold har mindst ét ark, og et slide siger, hvordan det bruges.",
    why="Et ark er det, man har, når man er hjemme. Uden en forklaring bliver det i tasken.",
    scopes=_GROUPS,
    informs=("PEMAT 23", "PEMAT 25", "PEMAT 26"),
    good=Example(
        "»Hvad fylder i din kop?« med arket Min kop og en aktivitet",
        lambda: deck(slide("Hvad fylder i din kop?", handout="min_kop", act=activity("skema"))),
    ),
    bad=(
        Example("Intet ark", lambda: deck(slide("Hvad fylder i din kop?"))),
        Example(
            "Arket nævnes, men ingen siger, hvad man gør", lambda: deck(slide("Din kop", handout="min_kop"))
        ),
    ),
)
def there_is_a_worksheet(subject: Subject) -> Iterator[Finding]:
    """A handout, with an activity or instructions."""
    given = [page for page in subject.pages if page.slide and page.slide.handout]
    if not given:
        yield Finding(f"{subject.name}: intet ark", subject.place, "sæt ark: på det slide, der bruger det")
    for page in given:
        if not page.activity and not (page.notes and page.notes.do):
            yield Finding(
                f"{page.id}: arket bliver ikke forklaret",
                page.place,
                "skriv i noter: gør, hvordan det bruges",
            )


@rule(
    "ACT-6",
    what="Mindst ét sted siger deltagerne det vigtigste med egne ord.",
    why="Så hører fysioterapeuten, om forklaringen var til at forstå. Det er forklaringen, der er til prøve.",
    severity=Severity.WARNING,
    scopes=_WITH_TALKS,
    good=Example(
        "Noterne: »Sig det gerne med dine egne ord.«",
        lambda: deck(slide("Husk tre ting", say="Sig det gerne med dine egne ord.")),
    ),
    bad=Example("Ingen fortæl-tilbage", lambda: deck(slide("Husk tre ting", say="Det var det hele."))),
)
def participants_tell_it_back(subject: Subject) -> Iterator[Finding]:
    """A prompt, on a slide or in its notes."""
    if not any(_TEACH_BACK.search(f"{page.text}\n{page.all_notes}") for page in subject.pages):
        yield Finding(
            f"{subject.name}: ingen siger det med egne ord", subject.place, "fx akt-fortael-tilbage"
        )


@rule(
    "SUM-1",
    what="Hver gang på et hold slutter med et slide, der samler op, og der er et ark at tage med hjem.",
    why="En opsamling er det, materialer oftest mangler. Siden til at tage med hjem laves af selve "
    "oplægget (holdslides kit); her prøves, at der er noget at lave den af. I en samtale siger "
    "patienten selv det vigtigste til sidst (ACT-6).",
    scopes=_GROUPS,
    informs=("PEMAT 11", "CCI 10"),
    good=Example(
        "»Husk tre ting« til sidst og arket Min kop",
        lambda: deck(
            slide("Hvad fylder?", handout="min_kop"),
            summary("Husk tre ting", "Mærk efter", "Gå ét trin ned", "Spørg"),
        ),
    ),
    bad=Example(
        "Ingen opsamling", lambda: deck(slide("Hvad fylder?", handout="min_kop"), slide("Tak for i dag"))
    ),
)
def there_is_a_summary(subject: Subject) -> Iterator[Finding]:
    """A summary slide in the last block, and something to take home."""
    deck = subject.deck
    closing = deck.blocks[-1].slides if deck.blocks else ()
    if not any(isinstance(s, SummarySlide) for s in closing):
        yield Finding(
            f"{deck.name}: slutter uden opsamling",
            deck.blocks[-1].place if deck.blocks else None,
            "fx »Husk tre ting«",
        )
    if not any(s.handout for s in deck.slides):
        yield Finding(f"{deck.name}: intet ark at tage med hjem", subject.place)
