"""SLD: one message a slide, few words, a picture, a voice beside it, and letters that can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from holdslides.check.examples import activity, block, deck, figure, on_slide, question, slide, with_box
from holdslides.check.grammar import is_sentence
from holdslides.check.rule import DECKS, SLIDES, Example, Finding, Scope, rule
from holdslides.check.subject import HEADLINE, Page, Subject
from holdslides.check.text import bare, count, percent, triples
from holdslides.pages import LAYOUT_OF, SafetySlide, SectionSlide, TableSlide, TitleSlide
from holdslides.problems import Severity
from holdslides.texts import shortened

MOST_HEADLINE_WORDS = 10
MOST_WORDS, MOST_LOCKED_WORDS = 25, 45
MOST_ITEMS, NEVER_MORE = 4, 7
WITH_FIGURE, CUED = 0.6, 0.8
MOST_REPEATED = 0.5
FEWEST_REPEATED = 3  # word triples; two may meet by chance
LEAST_HEADLINE_PT, LEAST_BODY_PT = 32, 24
SMALL_BOXES = ("badge", "number", "clinic", "picture")  # the type of activity, the part's number, the sender
_LARGER = 1.2  # times the body: a headline that is seen to be one


@rule(
    "SLD-1",
    what=f"Overskriften er en sætning eller et spørgsmål på højst {MOST_HEADLINE_WORDS} ord, og ingen to "
    "slides har den samme.",
    why="En påstand huskes bedre end en etiket (»Prognose«). Forsiden bærer kursets navn og er fritaget. "
    "Tallet på linjer prøves af pladsen: ved siden af et stort billede er spalten smal, og "
    "overskriften brydes med vilje i flere linjer.",
    scopes=SLIDES,
    informs=("PEMAT 9", "CCI 1"),
    good=on_slide("Alarmen kan blive for følsom"),
    bad=(
        on_slide("Smertemekanismer"),
        on_slide("Når alarmen er blevet for følsom, kan den gå i gang af helt små ting"),
        Example(
            "To slides hedder »Tal sammen to og to«",
            lambda: deck(slide("Tal sammen to og to"), slide("Tal sammen to og to")),
        ),
    ),
)
def headline_is_one_message(subject: Subject) -> Iterator[Finding]:
    """Length, sentence, and that it stands once."""
    seen = Counter(bare(page.headline) for page in subject.pages)
    for page in subject.pages:
        headline = page.headline
        if page.is_own:
            continue
        if (number := count(headline)) > MOST_HEADLINE_WORDS:
            hint = f"højst {MOST_HEADLINE_WORDS}; flyt resten til teksten"
            yield Finding(f"{page.id}: overskriften har {number} ord", page.place, hint)
        if isinstance(page.slide, TitleSlide):
            continue
        if headline and not is_sentence(headline):
            yield Finding(
                f"{page.id}: »{shortened(headline)}« er en etiket",
                page.place,
                "skriv en sætning eller et spørgsmål",
            )
        if seen[bare(headline)] > 1 and subject.scope is not Scope.MODULE:
            yield Finding(
                f"{page.id}: en anden side har også overskriften »{shortened(headline)}«", page.place
            )


@rule(
    "SLD-2",
    what=f"Højst {MOST_WORDS} ord på et slide ({MOST_LOCKED_WORDS} under overskriften på det med de låste "
    f"tegn) og lister på højst {MOST_ITEMS} punkter.",
    why="Man læser ikke og lytter på samme tid. Billedets egne ord og tabellens felter tæller for sig: "
    f"tabellen har højst {NEVER_MORE} rækker.",
    severity=Severity.WARNING,
    scopes=SLIDES,
    informs=("PEMAT 8", "CCI 8", "CCI 9"),
    good=on_slide("Husk dagbogen", "Hvad lavede du?", "Hvordan gik det?", "Hvad hjalp?"),
    bad=(
        on_slide("Det her kan du gøre", "Gå.", "Cykl.", "Svøm.", "Løft.", "Stræk.", "Hvil."),
        on_slide(
            "Sådan virker smerte",
            " ".join(["Nervesystemet melder, hjernen vurderer, og kroppen svarer."] * 4),
        ),
    ),
)
def slide_is_short(subject: Subject) -> Iterator[Finding]:
    """Words and items."""
    for page in subject.pages:
        if isinstance(page.slide, TableSlide):
            if (rows := len(page.slide.rows)) > NEVER_MORE:
                yield Finding(f"{page.id}: tabellen har {rows} rækker, højst {NEVER_MORE}", page.place)
            continue
        most = MOST_LOCKED_WORDS if isinstance(page.slide, SafetySlide) else MOST_WORDS
        told = page.text.removeprefix(page.headline) if most == MOST_LOCKED_WORDS else page.text
        if (number := count(told)) > most:
            yield Finding(
                f"{page.id}: {number} ord på slidet, højst {most}", page.place, "flyt noget til noterne"
            )
        for surface in page.surfaces:
            items = surface.text.count("\n") + 1
            if surface.box != HEADLINE and items > MOST_ITEMS:
                yield Finding(
                    f"{page.id}: en liste på {items} punkter, højst {MOST_ITEMS}",
                    surface.place,
                    "del slidet i to",
                )


@rule(
    "SLD-3",
    what=f"Mindst {percent(WITH_FIGURE)} af slidene i et oplæg har et billede, og billedet har en beskrivelse.",
    why="Et billede, der bærer budskabet, huskes. Et mærke eller et ikon tæller ikke. Om billedet "
    "forklarer eller pynter, må mennesker afgøre.",
    severity=Severity.WARNING,
    scopes=DECKS,
    informs=("PEMAT 15", "PEMAT 16", "PEMAT 17", "PEMAT 18", "CCI 4"),
    good=Example("Ét af ét slide har et billede", lambda: deck(slide("Koppen kan løbe over", pic=figure()))),
    bad=Example(
        "Ét af tre slides har et billede", lambda: deck(slide("A"), slide("B"), slide("C", pic=figure()))
    ),
)
def most_slides_have_a_picture(subject: Subject) -> Iterator[Finding]:
    """The share of slides with a figure that is described."""
    pictured = [
        page for page in subject.pages if page.figures and all(alt.strip() for alt in subject.alts(page))
    ]
    known = [page for page in subject.pages if not page.is_own]
    if known and (share := len(pictured) / len(known)) < WITH_FIGURE:
        message = f"{subject.name}: {len(pictured)} af {len(known)} slides har et billede ({percent(share)})"
        first_without = next(page for page in known if page not in pictured)
        hint = f"giv flere slides en figur; mindst {percent(WITH_FIGURE)}"
        yield Finding(message, first_without.place, hint)


@rule(
    "SLD-4",
    what="Noterne gentager ikke slidet: under halvdelen af slidets ordfølger må stå i det, der bliver sagt.",
    why="Læser man sit slide op, hører og læser deltagerne det samme, og ingen af delene bliver hørt. Der "
    "måles på tre ord i træk: enkelte ord går naturligt igen i en forklaring. Låste tekster skal "
    "læses op og tæller ikke.",
    severity=Severity.WARNING,
    scopes=SLIDES,
    informs=("PEMAT 2",),
    good=on_slide("Alarmen kan hyle uden brand", say="Tænk på en bøf, der bliver lidt for mørk på panden."),
    bad=on_slide("Alarmen kan hyle uden brand", say="Alarmen kan hyle uden brand. Sådan er det."),
)
def notes_say_something_else(subject: Subject) -> Iterator[Finding]:
    """How many of the slide's word triples are said."""
    for page in subject.pages:
        shown = set().union(*(triples(line) for s in page.surfaces for line in s.free.split("\n")))
        said = shown & triples(page.say)
        if len(said) >= FEWEST_REPEATED and len(said) / len(shown) >= MOST_REPEATED:
            place = page.notes.place if page.notes else page.place
            yield Finding(
                f"{page.id}: noterne siger det, der står på slidet", place, "fortæl et eksempel i stedet"
            )


@rule(
    "SLD-5",
    what=f"Overskrifter mindst {LEAST_HEADLINE_PT} pt, tekst mindst {LEAST_BODY_PT} pt.",
    why="Så kan et slide læses på seks skærmhøjders afstand. Størrelserne står i layouts/slides.yaml; "
    "teksten bliver aldrig skrumpet under det mindste.",
    scopes=DECKS,
    informs=("PEMAT 13",),
    good=on_slide("Smerte er en alarm", "Den passer på dig."),
    bad=Example(
        "En opsætning, hvor teksten må være 18 pt",
        lambda: deck(slide("Smerte er en alarm", "Den passer på dig.")),
        lambda bench: with_box(bench, "statement", "body", sizes=(24.0, 18.0)),
    ),
)
def letters_are_large(subject: Subject) -> Iterator[Finding]:
    """The smallest size each box of the layouts in use may take."""
    for kind in dict.fromkeys(type(page.slide) for page in subject.pages if page.slide):
        layout = subject.bench.layouts.by_id[LAYOUT_OF[kind]]
        for box in layout.boxes.values():
            least = LEAST_HEADLINE_PT if box.name == HEADLINE else LEAST_BODY_PT
            if box.name not in SMALL_BOXES and box.sizes and min(box.sizes) < least:
                message = (
                    f"opsætningen {layout.name}: {box.name} må være {min(box.sizes):g} pt, mindst {least}"
                )
                yield Finding(message, subject.place)


@rule(
    "SLD-7",
    what=f"På mindst {percent(CUED)} af slidene ser man straks, hvad der er vigtigst.",
    why="Fed eller større skrift, en pil, en boble eller et felt leder øjet. Overskriften er fed og "
    "større i vores opsætninger; reglen fanger en skabelon, hvor den ikke er det.",
    severity=Severity.WARNING,
    scopes=DECKS,
    informs=("PEMAT 12", "CCI 3"),
    good=on_slide("Smerte er en alarm", "Den passer på dig."),
    bad=Example(
        "En opsætning med overskrift i samme skrift som teksten",
        lambda: deck(slide("Smerte er en alarm", "Den passer på dig.")),
        lambda bench: with_box(bench, "statement", "title", bold=False, sizes=(28.0,)),
    ),
)
def key_message_stands_out(subject: Subject) -> Iterator[Finding]:
    """The share of slides with a visual cue."""
    plain = [page for page in subject.pages if not _has_cue(page, subject)]
    if subject.pages and 1 - len(plain) / len(subject.pages) < CUED:
        yield Finding(
            f"{subject.name}: {len(plain)} slides fremhæver ikke det vigtigste",
            plain[0].place,
            "gør ord fede",
        )


def _has_cue(page: Page, subject: Subject) -> bool:
    if page.slide is None:
        return True
    layout = subject.bench.layouts.by_id[LAYOUT_OF[type(page.slide)]]
    title = layout.boxes.get(HEADLINE)
    others = [
        min(b.sizes) for b in layout.boxes.values() if b.sizes and b.name not in (HEADLINE, *SMALL_BOXES)
    ]
    is_larger = bool(title and title.sizes and others and min(title.sizes) >= _LARGER * min(others))
    is_bold = bool(title and title.bold) or any(surface.has_bold for surface in page.surfaces)
    return is_larger or is_bold or layout.bubble is not None


@rule(
    "SLD-8",
    what="Der er højst ét slide for hvert andet minut, og aktiviteterne kan nås i blokkens tid.",
    why="Flere slides end det bliver til oplæsning. Minutterne i noterne skal kunne lade sig gøre. "
    "Forsiden og afsnit tager ingen tid.",
    severity=Severity.WARNING,
    scopes=DECKS,
    good=Example("Fem slides på 10 minutter", lambda: deck(*(slide(f"Slide {i}") for i in range(5)))),
    bad=(
        Example("Otte slides på 10 minutter", lambda: deck(*(slide(f"Slide {i}") for i in range(8)))),
        Example(
            "Aktiviteter på 12 minutter i en blok på 10",
            lambda: deck(block(question("Tal sammen", "Hvad?", activity(minutes=12)), minutes=10)),
        ),
    ),
)
def there_is_time(subject: Subject) -> Iterator[Finding]:
    """Slides to minutes, and activities to blocks."""
    deck = subject.deck
    timed = [page for page in subject.pages if not isinstance(page.slide, TitleSlide | SectionSlide)]
    if len(timed) > deck.minutes / 2:
        message = f"{deck.name}: {len(timed)} slides på {deck.minutes:g} minutter, højst {deck.minutes / 2:g}"
        yield Finding(message, subject.place, "tag slides ud, eller giv mere tid")
    for part in deck.blocks:
        busy = sum(s.activity.minutes for s in part.slides if s.activity)
        if busy > part.minutes:
            yield Finding(
                f"{part.title}: aktiviteter på {busy:g} minutter i en blok på {part.minutes:g}", part.place
            )
    if (total := sum(part.minutes for part in deck.blocks)) != deck.minutes:
        yield Finding(f"{deck.name}: blokkene er {total:g} minutter, der er {deck.minutes:g}", subject.place)
