"""SAF: no promises of cure, no two claims that quarrel, and no stair that rises too fast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from holdslides.check.examples import cards, deck, figure, locked, on_slide, sheet, slide, stairs
from holdslides.check.rule import EVERYTHING, SLIDES, Example, Finding, Scope, rule
from holdslides.check.subject import Page, Subject
from holdslides.check.text import Lazy
from holdslides.check.words import found_in
from holdslides.problems import Place, Severity
from holdslides.records import dataclass
from holdslides.texts import shortened

LARGEST_RISE = 0.2
STAIR_FIGURE = "trappe"
FEWEST_STEPS = 4  # numbers in a row that read as a stair
_NUMBER = Lazy(r"\d+")
_ROW = Lazy(r"\d+(?:\s*[,–-]\s*\d+){3,}")
_CALCULATE = Lazy(
    r"\d+\s*(?:-\s*\d+\s*)?(?:%|procent) (?:mere|mindre|op|ekstra|til)|regn (?:selv |det )?ud|gang med",
    "%",
    "procent",
    "regn ",
    "gang med",
)


@rule(
    "SAF-5",
    what="Intet lover for meget: ikke »helbreder«, »smertefri«, »garanteret« og ikke »altid« (undtagen "
    "»altid ægte«).",
    why="Ingen af kilderne lover smertefrihed. Et løfte, der ikke holder, koster tillid. På kort med "
    "myter må ordene stå. I det, der bliver sagt, er »altid« tilladt (»du må altid spørge«); de andre "
    "ord er ikke.",
    scopes=EVERYTHING,
    informs=("CCI 11",),
    good=(
        on_slide("Din smerte er altid ægte"),
        Example(
            "Mytekort: »Smerte betyder altid, at noget er skadet.«",
            lambda: cards("Smerte betyder altid, at noget er skadet."),
        ),
    ),
    bad=(on_slide("Træning gør dig smertefri"), on_slide("Bevægelse hjælper altid")),
)
def nothing_is_promised(subject: Subject) -> Iterator[Finding]:
    """The words of cure in ord.yaml."""
    phrases = subject.bench.words.phrases
    for page in subject.pages:
        for surface in subject.read(page) if not page.is_myth else ():
            for said in found_in(surface.text, phrases.cure, phrases.cure_exceptions):
                yield Finding(
                    f"{page.id}: »{said}« lover for meget", surface.place, "skriv kan, ofte eller for nogle"
                )
        if page.notes:
            spoken = tuple(p for p in phrases.cure if p != "altid")
            for said in found_in(page.say, spoken, ("kan ikke love",)):
                yield Finding(f"{page.id}: noterne siger »{said}«, som lover for meget", page.notes.place)


# ---- claims that quarrel ----------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Quarrel:
    """Two claims that may not stand in one deck, unless `peace` stands there too (all its patterns).

    `beside`: the peace must stand on the page of `one`. `never` is the condition for which `one` may not be said.
    """

    one: Lazy
    other: Lazy
    peace: tuple[Lazy, ...]
    hint: str
    beside: bool = False
    never: str = ""


QUARRELS = (
    Quarrel(
        Lazy(r"smertesignal\w*"),
        Lazy(r"signal\w* (?:er|betyder) ikke (?:det samme som )?(?:en )?smerte|intet smertecenter"),
        (),
        "skriv signaler eller beskyttelsessignaler",
    ),
    Quarrel(
        Lazy(r"kan ikke tænke (?:sig|dig) til (?:en )?smerte|ingen kan tænke sig"),
        Lazy(
            r"tanke\w* (?:alene )?(?:kan|er nok til at) (?:udløse|give|starte|vække)\w* smerte"
            r"|at tænke på smerten|har vænnet sig til smerte"
        ),
        (),
        "vælg den ene af de to",
    ),
    Quarrel(
        Lazy(r"tag(?:e)? (?:den|det) (?:lidt )?(?:mere )?(?:med ro|roligt)"),
        Lazy(r"bedre end hvile"),
        (Lazy(r"de første dage|første par dage|kortvarig"),),
        "sig, at roen er til de første dage",
        beside=True,
        never="spinalstenose",
    ),
    Quarrel(
        Lazy(r"uden at (?:det )?(?:bliver|blive|gøre det|forværre)\w*(?: værre)?"),
        Lazy(r"øm(?:hed|t|me)?(?!\w)|blusse\w* op"),
        (Lazy(r"grøn"), Lazy(r"gul"), Lazy(r"rød"), Lazy(r"skarp smerte")),
        "tag farverne og sætningen om skarp smerte med: de samler de tre råd",
    ),
)


@rule(
    "SAF-6",
    what="De par af påstande, hvor kilderne modsiger hinanden, står ikke i samme oplæg uden det, der "
    "forener dem.",
    why="Fire par: smertesignaler over for »signalet er ikke smerte«; »ingen kan tænke sig til smerte« "
    "over for »tanken kan udløse den«; »tag den med ro« over for »bedre end hvile« (forenes af »de "
    "første dage«; aldrig ved snæver rygmarvskanal); »uden at det bliver værre« over for »ømhed er "
    "normalt« (forenes af farverne og skarp smerte).",
    severity=Severity.WARNING,
    scopes=SLIDES - {Scope.MODULE},
    informs=("PEMAT 10",),
    good=Example(
        "»Tag det lidt med ro de første dage« og »Bevægelse er bedre end hvile«",
        lambda: deck(slide("Tag det lidt med ro de første dage"), slide("Bevægelse er bedre end hvile")),
    ),
    bad=(
        Example(
            "»Tag det lidt med ro« og »Bevægelse er bedre end hvile«",
            lambda: deck(slide("Tag det lidt med ro"), slide("Bevægelse er bedre end hvile")),
        ),
        Example(
            "»Nerven sender smertesignaler« og »Signaler er ikke smerte«",
            lambda: deck(slide("Nerven sender smertesignaler"), slide("Signaler er ikke smerte")),
        ),
    ),
)
def claims_do_not_quarrel(subject: Subject) -> Iterator[Finding]:
    """The pairs that can be seen by their words."""
    told = [(page, f"{page.text}\n{page.say}") for page in subject.pages]
    whole = "\n".join(text for _, text in told)
    labels = " ".join(label for page in subject.pages for label in subject.labels(page))
    for q in QUARRELS:
        one = [(page, text) for page, text in told if q.one.search(text)]
        if q.beside:
            one = [(page, text) for page, text in one if not _all_in(q.peace, text)]
        elif q.peace and _all_in(q.peace, f"{whole} {labels}"):
            continue
        other = next((page for page, text in told if q.other.search(text)), None)
        for page, text in one[:1]:
            said = q.one.search(text)
            about = f"{page.id}: »{said[0] if said else ''}«"
            if q.never in subject.conditions:
                name = subject.library.condition(q.never).value.name
                yield Finding(f"{about} hører ikke til ved {name.lower()}", page.place)
            if other:
                yield Finding(f"{about} strider mod {other.id}", page.place, q.hint)


def _all_in(patterns: Iterable[Lazy], text: str) -> bool:
    return all(pattern.search(text) for pattern in patterns)


# ---- stairs -----------------------------------------------------------------------------------------------
@rule(
    "SAF-7",
    what="Trapper stiger højst 20 % fra trin til trin, og minutterne er trykt: ingen skal regne.",
    why="Kilden siger højst 10-20 % om ugen. Afrunding bryder let grænsen (14 til 17 er 21 %), så der "
    "rundes ned. Procenter på et slide er et regnestykke.",
    scopes=EVERYTHING,
    informs=("PEMAT 7", "PEMAT 24", "CCI 17"),
    good=Example(
        "Trappen 10, 11, 12, 13, 14, 15, 16 på et slide",
        lambda: deck(slide("Læg langsomt lidt til", pic=figure("trappe"))),
    ),
    bad=(
        Example("Trappen 10, 12, 14, 17", lambda: deck(slide("Læg til", "10, 12, 14, 17 minutter"))),
        Example(
            "Ark med 5, 7, 9",
            lambda: sheet("Min trappe", locked("skarp-smerte"), stairs("Fra 5", 5, 7, 9)),
        ),
        on_slide("Gå 10-20 % mere hver uge"),
    ),
)
def stairs_are_gentle(subject: Subject) -> Iterator[Finding]:
    """Every stair: in figures, on sheets and written out."""
    for page in subject.pages:
        for minutes, place in _stairs(page, subject):
            for a, b in pairwise(minutes):
                if b > a * (1 + LARGEST_RISE):
                    yield Finding(
                        f"{page.id}: fra {a} til {b} minutter er mere end 20 %",
                        place,
                        "læg mindre til, og rund ned",
                    )
                    break
        for surface in subject.read(page):
            if said := _CALCULATE.search(surface.text):
                hint = "skriv de færdige minutter i stedet"
                yield Finding(f"{page.id}: »{shortened(said[0])}« skal regnes ud", surface.place, hint)


def _stairs(page: Page, subject: Subject) -> Iterator[tuple[Sequence[int], Place]]:
    for use in page.figures:
        if use.id == STAIR_FIGURE:
            yield use.values.minutes, use.place
    if not subject.decks:
        from holdslides.check.paper_pages import stairs as on_paper

        yield from ((minutes, page.place) for minutes in on_paper(subject.paper))
    for surface in page.surfaces:
        for row in _ROW.findall(surface.text):
            minutes = [int(n) for n in _NUMBER.findall(row)]
            if len(minutes) >= FEWEST_STEPS and minutes == sorted(minutes):
                yield minutes, surface.place
