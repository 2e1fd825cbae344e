"""ORG: the right service for the condition, how often, and a slide that says what the meeting is for."""

from __future__ import annotations

from collections.abc import Iterator

from holdslides.check.examples import course, deck, poster, slide, title
from holdslides.check.rule import DECKS, PAPER, SLIDES, Example, Finding, Scope, rule
from holdslides.check.subject import HEADLINE, Page, Subject
from holdslides.check.text import Lazy, bare, sentences
from holdslides.deck import Deck
from holdslides.models import Setting
from holdslides.pages import TitleSlide

GROUP_EDUCATION = "0263"
MOST_MEETINGS = 2
NOT_IN_GROUPS = ("nerverod", "spinalstenose")
# What the sources give; a condition and setting that is not here has no number.
OWN_CODES: dict[tuple[str, str], str] = {
    ("laenderyg", Setting.GROUP): "0263",
    ("laenderyg", Setting.INDIVIDUAL): "0265",
    ("laenderyg", Setting.TRAINING): "0264",
}
_NERVE_ROOT = {f"02{level}{n}" for level in "34" for n in range(1, 8)}
_LOW_BACK = {f"026{n}" for n in range(1, 10)} | {"0110", "0113"}
_CODES_OF = {"laenderyg": _LOW_BACK, "nerverod": _NERVE_ROOT}
_CODE = Lazy(r"(?<!\d)0(?:110|113|2[346]\d)(?!\d)", "01", "02")
_MEETING_OF = Lazy(r"gang (\d+) af (\d+)", "gang ")
_GROUP_WORDS = Lazy(r"(?<!\w)(?:\w*holdet|ryghold|på hold|holdkonsultation\w*)(?!\w)", "hold")


@rule(
    "ORG-1",
    what="Ydelsen passer til tilstanden: 0263 kun til ondt i lænden på hold, 0265 til samtalen, 0264 til "
    "træningsholdet.",
    why="Kilderne giver kun 0263 til lænderyg. Artrose har intet nummer (klinikken kan skrive sit eget), "
    "og nerverod og snæver rygmarvskanal har slet ikke patientuddannelse på hold. Numre hører ikke "
    "til på det, patienten ser.",
    scopes=SLIDES | PAPER,
    informs=("PEMAT 1",),
    good=Example("Lænderyg på hold med 0263", lambda: deck(slide("Husk tre ting"), code="0263")),
    bad=(
        Example(
            "Snæver rygmarvskanal på hold med 0263",
            lambda: deck(slide("x"), condition="spinalstenose", code="0263"),
        ),
        Example("Artrose med 0263", lambda: deck(slide("x"), condition="artrose", code="0263")),
        Example("Plakat: »Spørg om 0263«", lambda: poster("Spørg om 0263")),
    ),
)
def code_fits_condition(subject: Subject) -> Iterator[Finding]:
    """The service number, numbers in what the patient reads, and group words where there is no group."""
    if subject.decks and subject.scope is not Scope.MODULE:
        yield from _service(subject.deck, subject)
    for page in subject.pages:
        yield from _numbers_and_groups(page, subject)
        if subject.decks and page.notes:
            foreign = set(_CODE.findall(page.all_notes)) - _CODES_OF.get(subject.deck.condition, set())
            if foreign:
                told = ", ".join(sorted(foreign))
                message = f"{page.id}: noterne nævner {told}, som hører til en anden tilstand"
                yield Finding(message, page.notes.place)


def _numbers_and_groups(page: Page, subject: Subject) -> Iterator[Finding]:
    no_groups = bool(subject.decks) and _is_without_groups(subject.deck)
    for surface in subject.read(page):
        if code := _CODE.search(surface.text):
            message = f"{page.id}: ydelsesnummeret {code[0]} står, hvor patienten ser det"
            yield Finding(message, surface.place, "numre står kun i noter og drejebog")
        elif no_groups and (word := _GROUP_WORDS.search(surface.text)):
            message = f"{page.id}: »{word[0]}« – {subject.deck.condition} har ikke patientuddannelse på hold"
            yield Finding(message, surface.place, "skriv om det, I gør i samtalen")


def _service(deck: Deck, subject: Subject) -> Iterator[Finding]:
    code, own = deck.service.code, OWN_CODES.get((deck.condition, deck.setting), "")
    if deck.condition in NOT_IN_GROUPS and deck.setting == Setting.GROUP:
        yield Finding(f"{deck.name}: {deck.condition} har ikke patientuddannelse på hold", subject.place)
    if own and code != own:
        yield Finding(f"{deck.name}: ydelsesnummeret er {own}, ikke {code or 'tomt'}", subject.place)
    elif not own and code in set().union(*(codes for c, codes in _CODES_OF.items() if c != deck.condition)):
        hint = "lad nummeret stå tomt, eller skriv klinikkens eget i klinik.yaml"
        yield Finding(f"{deck.name}: {code} er ikke {deck.condition}s ydelsesnummer", subject.place, hint)


def _is_without_groups(deck: Deck) -> bool:
    return deck.condition in NOT_IN_GROUPS and deck.setting != Setting.TRAINING


@rule(
    "ORG-2",
    what="Højst to gange 0263 i et forløb, og forsiden siger rigtigt, hvilken gang det er af hvor mange.",
    why="Overenskomsten giver ydelsen to gange i hvert forløb. En tredje gang kan ikke afregnes.",
    scopes={Scope.HOLD, Scope.COURSE},
    good=Example(
        "To gange: »Gang 1 af 2« og »Gang 2 af 2«",
        lambda: course(
            deck(title("Forstå", "Gang 1 af 2"), code="0263"),
            deck(title("Gør", "Gang 2 af 2"), code="0263", session=2),
        ),
    ),
    bad=(
        Example(
            "En tredje gang med 0263",
            lambda: deck(title("Mere", "Gang 3 af 3"), code="0263", session=3, sessions=3),
        ),
        Example(
            "Forsiden siger »Gang 1 af 3«, men der er to",
            lambda: deck(title("Forstå", "Gang 1 af 3"), code="0263"),
        ),
    ),
)
def at_most_two_meetings(subject: Subject) -> Iterator[Finding]:
    """The number of meetings with 0263, and what the title slide says."""
    billed = [deck for deck in subject.decks if deck.service.code == GROUP_EDUCATION]
    most = max([deck.sessions for deck in billed] + [len(billed)], default=0)
    if most > MOST_MEETINGS:
        hint = "saml indholdet i to gange; resten hører til på træningsholdet"
        yield Finding(
            f"{subject.name}: {most} gange med {GROUP_EDUCATION}, højst {MOST_MEETINGS}", subject.place, hint
        )
    if subject.scope is Scope.HOLD and billed:
        yield from _title_says(subject.deck)


def _title_says(of: Deck) -> Iterator[Finding]:
    for page in of.slides:
        said = _MEETING_OF.search(page.subtitle.plain) if isinstance(page, TitleSlide) else None
        if said and of.session and (int(said[1]), int(said[2])) != (of.session, of.sessions):
            right = f"gang {of.session} af {of.sessions}"
            yield Finding(f"{of.name}: forsiden siger »{said[0]}«, det er {right}", page.place)


@rule(
    "ORG-3",
    what="Et af de to første slides efter forsiden siger, hvem det er for, og hvad deltagerne får ud af det.",
    why="Den, der ved, hvad målet er, lytter efter det. Forsiden nævner tilstanden; formålet skal stå på "
    "et slide for sig, med tilstanden og mindst to ting, deltageren går hjem med.",
    scopes=DECKS - {Scope.MINI},
    informs=("PEMAT 1", "CCI 1", "CCI 2"),
    good=Example(
        "Slide 2: »Har du ondt i lænden? Her er målet – Du forstår din smerte bedre. Du ved, hvad du kan "
        "gøre.«",
        lambda: deck(
            title("Forstå din smerte"),
            slide(
                "Har du ondt i lænden? Her er målet",
                "Du forstår din smerte bedre.",
                "Du ved, hvad du kan gøre.",
            ),
        ),
    ),
    bad=Example(
        "Slide 2 går lige til sagen: »Smerte er kroppens alarm«",
        lambda: deck(title("Forstå din smerte"), slide("Smerte er kroppens alarm")),
    ),
)
def purpose_comes_first(subject: Subject) -> Iterator[Finding]:
    """A slide of purpose among the first ones."""
    after_title = [p for p in subject.pages if not (isinstance(p.slide, TitleSlide) or p.is_own)]
    if not any(_says_purpose(page, subject) for page in after_title[:2]):
        hint = "begynd med et slide, der nævner tilstanden og to eller tre ting, deltageren går hjem med"
        yield Finding(f"{subject.name}: formålet mangler blandt de to første slides", subject.place, hint)


def _says_purpose(page: Page, subject: Subject) -> bool:
    outcomes = [s for surface in page.surfaces if surface.box != HEADLINE for s in sentences(surface.text)]
    return len(outcomes) >= 2 and any(f" {name}" in bare(page.text) for name in _names(subject))


def _names(subject: Subject) -> set[str]:
    """The condition by the names and words its file gives it, in the bare form."""
    condition = subject.deck.condition
    if condition not in subject.library.condition_ids:
        return {bare(condition).strip()}
    value = subject.library.condition(condition).value
    written = (value.name, value.professional_name, *value.words.values())
    return {name for w in written if len(name := bare(w).strip()) > 3}
