"""SAF: the stop at sharp pain, the safety net beside what reassures, and numbers that never stand alone."""

from __future__ import annotations

from collections.abc import Iterator

from holdslides import safety_net
from holdslides.check.examples import deck, locked, on_slide, poster, sheet, slide, stair
from holdslides.check.rule import DECKS, EVERYTHING, PAPER, Example, Finding, Scope, rule
from holdslides.check.subject import Page, Subject, neighbours
from holdslides.check.text import Lazy
from holdslides.problems import Severity

SHARP_PAIN, FEW_GET_WORSE, CONTACT = "skarp-smerte", "faa-bliver-vaerre", safety_net.STAND_IN
REACH = 3  # slides from what reassures to a safety net
_REASSURES = Lazy(
    r"(?<!\w)(?:ufarlig\w*|sjældent|ikke (?:\w+ ){0,2}(?:alvorlig\w*|farlig\w*)|ikke (?:\w+ ){0,2}skade\w*"
    r"|ikke (?:\w+ ){0,3}i stykker|intet (?:alvorligt|farligt))(?!\w)"
)
_SAYS_HARMLESS = Lazy(r"(?<!\w)(?:ufarlig\w*|ikke (?:\w+ ){0,2}(?:alvorlig\w*|farlig\w*))(?!\w)")
_EIGHTY = Lazy(
    r"(?<!\d)80\s*(?:%|procent)|firs procent|(?:otte|8) (?:ud )?af (?:ti|10)|fire ud af fem",
    "80",
    "firs",
    "af",
)
_OFTEN_TOLD = "tegnene og linjen om, hvem man ringer til, må aldrig skilles fra det beroligende"


def shows_text(page: Page, text: str) -> bool:
    """Whether a locked sentence stands on the page, character for character."""
    return any(text in surface.text for surface in page.surfaces)


def is_net(page: Page, subject: Subject) -> bool:
    """Whether the page tells when to seek help: the red flags, or the text that stands in for them."""
    texts = subject.library.safety_texts
    if page.slide is not None:
        nets = [entry for entry in texts.values() if entry.signs or entry.id == CONTACT]
        return any(safety_net.shows(page.slide, entry) for entry in nets)
    return any(entry.id in page.safety for entry in texts.values() if entry.signs) or shows_text(
        page, texts[CONTACT].text
    )


@rule(
    "SAF-1",
    what="Sætningen om skarp smerte står på et slide i hver gang, samtale og træningsoplæg, og på ark, man "
    "træner efter.",
    why="De korte udgaver af kilderne har mistet stopsignalet. Opfordrer vi til at bevæge sig, skal det "
    "med, ord for ord.",
    scopes=DECKS | {Scope.SHEET},
    informs=("CCI 14", "CCI 18"),
    good=on_slide("Prøv roligt", locked(SHARP_PAIN)),
    bad=(
        on_slide("Prøv roligt", "Du bestemmer selv farten."),
        Example(
            "Arket med trappen uden sætningen",
            lambda: sheet("Min trappe", stair(10, 11, 12)),
        ),
    ),
)
def sharp_pain_is_there(subject: Subject) -> Iterator[Finding]:
    """The locked line, somewhere in the document."""
    if subject.scope is Scope.SHEET:
        from holdslides.check.paper_pages import stairs

        if not stairs(subject.paper):
            return
    text = subject.library.safety(SHARP_PAIN).text
    if not any(shows_text(page, text) for page in subject.pages):
        yield Finding(f"{subject.name}: »{text}« mangler", subject.place, f"sikkerhed: {SHARP_PAIN}")


@rule(
    "SAF-3",
    what=f"Et slide, der beroliger, har et sikkerhedsnet højst {REACH} slides væk. På papir står de sammen.",
    why="»Det er sjældent alvorligt« er kun trygt sammen med, hvornår man skal søge hjælp. På plakater og "
    "ark gælder det de direkte ord (ufarlig, ikke alvorlig, ikke farlig): en sætning om skanninger "
    "lover intet om den enkelte.",
    severity=Severity.WARNING,
    scopes=DECKS | PAPER,
    informs=("CCI 18", "CCI 19"),
    good=Example(
        "»Langt de fleste tilfælde er ikke alvorlige«, og næste slide er sikkerhedsnettet",
        lambda: deck(
            slide("Langt de fleste tilfælde er ikke alvorlige"), slide("Er du i tvivl?", locked(CONTACT))
        ),
    ),
    bad=(
        Example(
            "Fem slides fra det beroligende til sikkerhedsnettet",
            lambda: deck(
                slide("Langt de fleste tilfælde er ikke alvorlige"),
                *(slide(f"Slide {i}") for i in range(4)),
                slide("Er du i tvivl?", locked(CONTACT)),
            ),
        ),
        Example("Plakat: »Ondt i ryggen er ufarligt«", lambda: poster("Ondt i ryggen er ufarligt")),
    ),
)
def reassurance_has_a_net(subject: Subject) -> Iterator[Finding]:
    """The distance from what reassures to the nearest safety net."""
    pattern = _REASSURES if subject.decks else _SAYS_HARMLESS
    nets = {page.number for page in subject.pages if is_net(page, subject)}
    for page in subject.pages:
        if page.is_myth or not (said := pattern.search(page.free)):
            continue
        distance = min((abs(page.number - n) for n in nets), default=None)
        if distance is None or distance > REACH:
            how = (
                "der er intet sikkerhedsnet"
                if distance is None
                else f"sikkerhedsnettet er {distance} slides væk"
            )
            yield Finding(f"{page.id}: »{said[0]}« beroliger, og {how}", page.place, _OFTEN_TOLD)


@rule(
    "SAF-4",
    what="»80 %« står aldrig uden »Få bliver værre og skal undersøges igen« på samme slide eller det ved "
    "siden af.",
    why="Tallet alene kan få den, der bliver værre, til at vente. Kilden har begge sætninger.",
    scopes=EVERYTHING,
    informs=("CCI 19", "CCI 20"),
    good=on_slide("Over 80 % får det markant bedre", locked(FEW_GET_WORSE), shown=("N04", "N06")),
    bad=(
        on_slide("Over 80 % får det markant bedre", "På 8-12 uger.", shown=("N04",)),
        on_slide("Over 8 ud af 10 får det meget bedre", "På 8-12 uger.", shown=("N04",)),
    ),
)
def eighty_percent_is_paired(subject: Subject) -> Iterator[Finding]:
    """The pair, on the same page or the next."""
    text = subject.library.safety(FEW_GET_WORSE).text
    for i, page in enumerate(subject.pages):
        said = "\n".join(surface.text for surface in subject.read(page))
        near = neighbours(subject.pages, i)
        if _EIGHTY.search(said) and not any(shows_text(other, text) for other in near):
            yield Finding(f"{page.id}: »80 %« står uden »{text}«", page.place, f"sikkerhed: {FEW_GET_WORSE}")
