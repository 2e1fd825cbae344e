"""A11Y: a title, an order to read in, and words for every picture."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from holdslides.check.examples import deck, figure, slide, with_box
from holdslides.check.rule import EVERYTHING, Example, Finding, rule
from holdslides.check.subject import Page, Subject
from holdslides.check.text import count, words
from holdslides.pages import LAYOUT_OF, TableSlide
from holdslides.texts import Text, shortened

FEWEST_WORDS = 4
MOST_COLUMN_WORDS = 4


@rule(
    "A11Y",
    what="Hvert slide har en titel, læserækkefølgen er den, man ser, hvert billede er beskrevet i en "
    "sætning, og hver kolonne i en tabel har en kort overskrift.",
    why="En skærmlæser læser titel, tekst og billedets beskrivelse. Sproget (da-DK), pladsholdere og "
    "rækkefølgen i filen sættes af programmet og prøves af dets egne test; her prøves det, der kommer "
    "fra indholdet og opsætningen.",
    scopes=EVERYTHING,
    informs=("PEMAT 17", "PEMAT 19"),
    good=Example(
        "En kop med beskrivelsen fra figuren", lambda: deck(slide("Koppen kan løbe over", pic=figure()))
    ),
    bad=(
        Example("Et slide uden titel", lambda: deck(slide("", "Smerte er en alarm"))),
        Example("Beskrivelsen er »kop«", lambda: deck(slide("Koppen kan løbe over", pic=figure(alt="kop")))),
        Example(
            "En opsætning, hvor teksten står over overskriften",
            lambda: deck(slide("Koppen kan løbe over", "Hvad fylder?")),
            lambda bench: with_box(bench, "statement", "body", y=20.0),
        ),
    ),
)
def everyone_can_follow(subject: Subject) -> Iterator[Finding]:
    """Titles, alt texts and the order of boxes."""
    for page in subject.pages:
        if page.slide and not page.headline.strip():
            yield Finding(f"{page.id}: slidet har ingen titel", page.place, "skriv overskrift:")
        for use, alt in zip(page.figures, subject.alts(page), strict=True):
            if len(words(alt)) < FEWEST_WORDS or not alt.rstrip().endswith((".", "?", "!")):
                hint = "skriv en sætning: alternativ_tekst:"
                yield Finding(f"{page.id}: figuren {use.id} er beskrevet »{shortened(alt)}«", use.place, hint)
        if isinstance(page.slide, TableSlide):
            yield from (f for cell in page.slide.header for f in _column(cell, page))
    for kind in dict.fromkeys(type(page.slide) for page in subject.pages if page.slide):
        page = next(page for page in subject.pages if type(page.slide) is kind)
        yield from _order(page, subject)


def _column(cell: Text, page: Page) -> Iterator[Finding]:
    if not cell:
        yield Finding(f"{page.id}: en kolonne har ingen overskrift", cell.place, "skriv den under hoved:")
    elif count(cell.plain) > MOST_COLUMN_WORDS:
        message = f"{page.id}: kolonnen »{shortened(cell.plain)}« har mere end {MOST_COLUMN_WORDS} ord"
        yield Finding(message, cell.place, "skriv den kortere")


def _order(page: Page, subject: Subject) -> Iterator[Finding]:
    if page.slide is None or isinstance(page.slide, TableSlide):
        return
    layout = subject.bench.layouts.by_id[LAYOUT_OF[type(page.slide)]]
    boxes = [layout.boxes[s.box] for s in page.surfaces if s.box in layout.boxes]
    for a, b in pairwise(boxes):
        if b.y < a.y and b.x < a.x + a.width:
            yield Finding(
                f"opsætningen {layout.name}: {b.name} læses efter {a.name}, men står over den", page.place
            )
