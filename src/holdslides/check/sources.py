"""SRC: every claim has a source, numbers come from it, and things are called by the house's names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdslides.check.claims import NO_CLAIM
from holdslides.check.examples import activity, deck, exercise, figure, on_slide, poster, slide
from holdslides.check.paper_pages import stairs
from holdslides.check.promises import STAIR_FIGURE
from holdslides.check.rule import EVERYTHING, Example, Finding, Scope, rule
from holdslides.check.subject import HEADLINE, LABEL, Page, Subject, Surface
from holdslides.check.text import normal
from holdslides.check.words import found_in
from holdslides.models_paper import PosterLayout
from holdslides.pages import ExerciseSlide, TitleSlide
from holdslides.paper import Poster
from holdslides.problems import Severity

COMPUTED = "beregnet"
WIDEST_RANGE = 5  # "8-12 weeks" may be drawn week by week; "10-20 %" says nothing of 13
_COUNTING = (
    "nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten",
    "fjorten", "femten", "seksten", "sytten", "atten", "nitten", "tyve",
)  # fmt: skip
_TENS = ("tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems")
NUMBER_WORDS = {
    **{word: str(n) for n, word in enumerate(_COUNTING)},
    **{ten: str(10 * n) for n, ten in enumerate(_TENS, 2)},
    **{
        f"{_COUNTING[one]}og{ten}": str(10 * n + one)
        for n, ten in enumerate(_TENS, 2)
        for one in range(1, 10)
    },
    "hundrede": "100",
}
_UNITS = (
    r"(?:gange?|uger?|dage?|måneder|måned|år|procent|kilo|kg|timer?|ud af (?:ti|fem|hundrede|tusind|\d+))"
)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_COUNTED = re.compile(
    rf"(?<!\w)({'|'.join(NUMBER_WORDS)})(?:\s*(?:-|til|eller)\s*(\w+))?\s+{_UNITS}(?!\w)", re.IGNORECASE
)
_TRIES = re.compile(rf"(?<!\w)({'|'.join(NUMBER_WORDS)}) gange(?! om)")  # "three times a week" is no try
_RANGE = re.compile(r"(\d+)\s*[-–]\s*(\d+)")
_NUMBERED = re.compile(r"(\d{1,2})[.):]?(?:\s|$)")
_SHARE = re.compile(  # a number in words that says how many
    r"(?<!\w)(?:halvdelen|hver (?:anden|tredje|fjerde|femte|sjette|tiende)"
    r" (?:dansker|person|voksen|patient|har|får|oplever)"
    r"|(?:dobbelt|tre gange|fire gange) så)(?!\w)",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(r"gang \d+ af \d+", re.IGNORECASE)
_ORDINAL = re.compile(
    r"(?:uge|gang|del|trin|dag|kort|punkt)\s+\d+(?!\s*(?:%|procent|kg|kilo))|^\d\.?$", re.IGNORECASE
)
_THREE_TIMES = "Rejser sig og sætter sig tre gange."  # in the examples


@rule(
    "SRC-1",
    what="Hvert slide, hver plakat og hvert ark nævner sine fakta, hvert faktum findes og har en kilde, og "
    "det, der påstår noget, viser mindst ét.",
    why="Så kan enhver slå efter, hvor en sætning kommer fra. Klinikkens egne slides nævner fakta i "
    "fakta.yaml med kilden »klinikken«. Forsider, afsnit, spørgsmål, øvelser, låste tekster og "
    "invitationer påstår ikke noget.",
    scopes=EVERYTHING,
    informs=("CCI 11",),
    good=on_slide("Smerte er kroppens alarm", shown=("G51b",)),
    bad=(on_slide("Smerte er kroppens alarm"), on_slide("Smerte er kroppens alarm", shown=("findes-ikke",))),
)
def claims_have_sources(subject: Subject) -> Iterator[Finding]:
    """Facts that exist, with a document that exists, and one shown where something is claimed."""
    for page in subject.pages:
        for source in page.sources:
            fact = subject.library.facts.get(source.fact)
            if fact is None:
                yield Finding(
                    f"{page.id}: faktummet {source.fact} findes ikke", page.place, "se: holdslides list fakta"
                )
            elif fact.source.document not in subject.library.documents:
                yield Finding(f"{page.id}: {fact.id} har ingen kilde", page.place)
        if _claims(page, subject) and not any(source.shown for source in page.sources):
            hint = "skriv fakta: vist: […]; klinikkens egne står i fakta.yaml"
            yield Finding(
                f"{page.id}: »{page.headline.replace(chr(10), ' ')}« viser intet faktum", page.place, hint
            )


def _claims(page: Page, subject: Subject) -> bool:
    """Whether the page says anything that could be true or false, locked texts apart."""
    if page.is_own or isinstance(page.slide, NO_CLAIM):
        return False
    if isinstance(subject.document, Poster) and subject.document.layout is PosterLayout.TABLE:
        return False
    said = [
        part
        for surface in page.surfaces
        for part in re.split(r"(?<=[.!?])\s+|\n", surface.free)
        if part.strip()
    ]
    if not page.text.strip() or not said:
        return False
    only_headline = all(surface.box == HEADLINE for surface in page.surfaces if surface.free.strip())
    has_locked = any(surface.free != surface.text for surface in page.surfaces)
    if only_headline and has_locked:
        return False  # a heading over a locked text
    return not all(part.rstrip().endswith("?") for part in said)


@rule(
    "SRC-3",
    what="Hvert tal på et slide, en plakat eller et ark står i et af de nævnte fakta, er aktivitetens "
    "minutter, en øvelses gentagelser eller er beregnet af os og mærket sådan.",
    why="Et tal ser sikkert ud. Trapper er beregnet af os, og noterne siger det; på arket er de trykte "
    "trin prøvet af SAF-7. Tal med bogstaver prøves, når de måler noget (gange, uger, procent); at "
    "tælle til ti i en opgave behøver ingen kilde. Hvor mange gange en øvelse bliver prøvet, må stå på dens slide, når "
    "aktiviteten siger det samme.",
    scopes=EVERYTHING,
    informs=("PEMAT 6", "CCI 15"),
    good=(
        on_slide("Øv dit trin cirka fem gange om ugen", shown=("G41a",)),
        Example(
            "En øvelse: »Rejs dig, og sæt dig tre gange«, og aktiviteten siger det samme",
            lambda: deck(
                exercise(
                    "Prøv nu", "Rejs dig, og sæt dig tre gange.", act=activity("oevelse", 1, _THREE_TIMES)
                )
            ),
        ),
        Example(
            "En trappe, og noterne siger: »Tallene er beregnet af os.«",
            lambda: deck(
                slide(
                    "Læg til", shown=("G42",), pic=figure("trappe"), background="Tallene er beregnet af os."
                )
            ),
        ),
    ),
    bad=(
        on_slide("Ni ud af ti får det bedre", shown=("L09",)),
        on_slide("Træn 4 gange om ugen", shown=("L27b",)),
        Example(
            "En øvelse: »Træn fire gange om ugen«, og aktiviteten siger tre gange",
            lambda: deck(
                exercise("Prøv nu", "Træn fire gange om ugen.", act=activity("oevelse", 1, _THREE_TIMES))
            ),
        ),
        on_slide("Halvdelen får det bedre", shown=("L09",)),
        Example(
            "Plakat: »Gå 10.000 skridt om dagen«",
            lambda: poster("Gå 10.000 skridt om dagen", shown=("L26a",)),
        ),
    ),
)
def numbers_have_sources(subject: Subject) -> Iterator[Finding]:
    """Digits anywhere, and number words that measure something."""
    clinic = [words for words in subject.bench.clinic.words.values() if words]
    for page in subject.pages:
        if page.is_own:
            continue  # what stands on the clinic's own slides is its own
        allowed = _allowed(page, subject)
        for surface in subject.read(page):
            strange = sorted(n for n in _numbers(surface, page, clinic) if n not in allowed)
            if strange:
                hint = "nævn det faktum, tallet står i, eller skriv i noterne, at det er beregnet"
                yield Finding(
                    f"{page.id}: {', '.join(strange)} står ikke i de nævnte fakta", surface.place, hint
                )


def _numbers(surface: Surface, page: Page, clinic: list[str]) -> Iterator[str]:
    text = surface.text
    for words in clinic:  # a telephone number claims nothing
        text = text.replace(words, "")
    if isinstance(page.slide, TitleSlide) and surface.box != HEADLINE:
        return  # the group's name may hold an hour
    if surface.box == "row":
        return
    text = (_ORDINAL if surface.box == LABEL else _MEETING_OF).sub("", text)
    for found in _DIGITS.findall(text):
        yield found.rstrip(".,")
    yield from (share.lower() for share in _SHARE.findall(text))
    for word, other in _COUNTED.findall(text):
        for counted in (word.lower(), other.lower()):
            if counted in NUMBER_WORDS and counted not in ("en", "nul"):
                yield NUMBER_WORDS[counted]


def _allowed(page: Page, subject: Subject) -> set[str]:
    """The numbers a page may show: its facts', its activity's minutes, and those we print ready to use."""
    facts = subject.facts(page, shown=None)
    text = " ".join((*(n for f in facts for n in f.numbers), *(f.claim for f in facts)))
    allowed = set(_DIGITS.findall(text)) | {
        NUMBER_WORDS[w] for w in normal(text).lower().split() if w in NUMBER_WORDS
    }
    allowed.update(share.lower() for share in _SHARE.findall(text))
    for low, high in _RANGE.findall(text):
        if 0 < int(high) - int(low) <= WIDEST_RANGE:
            allowed |= {str(n) for n in range(int(low), int(high) + 1)}
    if page.activity and (page.slide is None or isinstance(page.slide, ExerciseSlide)):
        said = _TRIES.findall(normal(page.activity.participants).lower())
        allowed |= {NUMBER_WORDS[word] for word in said}
    if page.activity:
        allowed |= {f"{m:g}" for m in (page.activity.minutes, *range(1, int(page.activity.minutes) + 1))}
    for use in page.figures:
        if use.id == STAIR_FIGURE and (page.slide is None or COMPUTED in page.all_notes.lower()):
            allowed |= {str(m) for m in use.values.minutes}
    if subject.scope is Scope.SHEET:
        allowed |= {str(m) for minutes in stairs(subject.paper) for m in minutes}
    return allowed | _numbering(subject.labels(page))


def _numbering(labels: list[str]) -> set[str]:
    """The numbers that only count the labels of a figure, each before its words, from nought or one."""
    leading = sorted({int(m[1]) for label in labels if (m := _NUMBERED.match(label))})
    return (
        {str(n) for n in leading}
        if leading[:1] in ([0], [1]) and leading == list(range(leading[0], leading[0] + len(leading)))
        else set()
    )


@rule(
    "SRC-4",
    what="Ting hedder det, de hedder hos os (progressionstrappen, mødet i hjernen, skanning), kildernes "
    "slåfejl er rettet, og citater slutter.",
    why="To navne til det samme forvirrer. Listen står i ord.yaml under husnavne og gælder også det, der "
    "bliver sagt og gjort; i baggrunden må kildens eget navn stå.",
    severity=Severity.WARNING,
    scopes=EVERYTHING,
    informs=("PEMAT 3",),
    good=on_slide("En skanning viser ikke smerte"),
    bad=(on_slide("En scanning viser ikke smerte"), on_slide("Den siger: »Pas på!", "Så slapper du af.")),
)
def names_are_the_houses(subject: Subject) -> Iterator[Finding]:
    """The list of names, on every surface and in the notes."""
    names = subject.bench.words.phrases.names
    wrong = tuple(names)
    for page in subject.pages:
        told = [(surface.text, surface.place) for surface in subject.read(page)]
        if page.notes:
            told.append(("\n".join((*page.notes.say, *page.notes.do)), page.notes.place))
        for text, place in told:
            if text.count("»") != text.count("«") or any(text.count(mark) % 2 for mark in '"”'):
                yield Finding(f"{page.id}: et citat begynder eller slutter ikke", place, "skriv både » og «")
            for said in found_in(text, wrong):
                yield Finding(
                    f"{page.id}: »{said}« hedder hos os »{names[said]}«", place, f"skriv {names[said]}"
                )
