"""PST: a poster is read in passing, by people with all kinds of pain."""

from __future__ import annotations

from collections.abc import Iterator

from holdslides.check.examples import poster
from holdslides.check.rule import Example, Finding, Scope, rule
from holdslides.check.subject import HEADLINE, Subject
from holdslides.check.text import count, joined
from holdslides.models_paper import PosterLayout
from holdslides.paper import Poster
from holdslides.poster_claims import CONDITIONS, MOST_BODY_WORDS, MOST_HEADLINE_WORDS


@rule(
    "PST-1",
    what=f"Overskrift på højst {MOST_HEADLINE_WORDS} ord, tekst på højst {MOST_BODY_WORDS} og ét billede (bånd "
    "har ét hvert).",
    why="En plakat læses i forbifarten. Låste tekster er så lange, som de er. Bogstavernes højde (5 mm "
    "pr. meter) prøves, når plakaten sættes. Der kræves ikke en handling på hver plakat: flere siger "
    "én ting om smerte, og den, der hænger altid, beder om noget; om en handling er tydelig, afgør "
    "mennesker.",
    scopes={Scope.POSTER},
    informs=("PEMAT 1", "PEMAT 12", "PEMAT 20"),
    good=Example(
        "»Smerte er en alarm – Den passer på dig.«",
        lambda: poster("Smerte er en alarm", "Den passer på dig."),
    ),
    bad=(
        Example(
            "En overskrift på ti ord",
            lambda: poster("Smerte er en alarm, der nogle gange hyler uden brand i huset"),
        ),
        Example("En plakat uden billede", lambda: poster("Smerte er en alarm", figure=None)),
    ),
)
def poster_is_short(subject: Subject) -> Iterator[Finding]:
    """Words and pictures."""
    document, page = subject.document, subject.pages[0]
    assert isinstance(document, Poster)
    if document.call is None:
        if (number := count(page.headline)) > MOST_HEADLINE_WORDS:
            yield Finding(
                f"{page.id}: overskriften har {number} ord, højst {MOST_HEADLINE_WORDS}", page.place
            )
        number = sum(count(surface.text) for surface in page.surfaces if surface.box not in (HEADLINE, "row"))
        if number > MOST_BODY_WORDS:
            yield Finding(
                f"{page.id}: teksten har {number} ord, højst {MOST_BODY_WORDS}",
                page.place,
                "behold det vigtigste",
            )
    if document.layout is PosterLayout.BANDS:
        if not document.bands or any(band.figure is None for band in document.bands):
            yield Finding(f"{page.id}: et bånd mangler sit billede", page.place)
    elif document.figure is None:
        yield Finding(f"{page.id}: plakaten har intet billede", page.place, "vælg en figur")


@rule(
    "PST-2",
    what="En plakat i venteværelset siger kun det, der gælder alle fire tilstande – eller siger, hvem den "
    "gælder.",
    why="I et venteværelse sidder alle sammen. Den, som plakaten ikke gælder, skal kunne se det.",
    scopes={Scope.POSTER},
    informs=("PEMAT 2",),
    good=(
        Example("»Smerte er en alarm« til alle", lambda: poster("Smerte er en alarm", shown=("G51b",))),
        Example(
            "»De fleste får det bedre på få uger«, mærket »Ondt i lænden«",
            lambda: poster(
                "De fleste får det bedre på få uger",
                shown=("L09",),
                label="Ondt i lænden",
                conditions=("laenderyg",),
            ),
        ),
    ),
    bad=(
        Example(
            "»De fleste får det bedre på få uger« til alle",
            lambda: poster("De fleste får det bedre på få uger", shown=("L09",)),
        ),
        Example(
            "En plakat kun til lænden uden mærkat",
            lambda: poster("Rygge er stærke", conditions=("laenderyg",)),
        ),
    ),
)
def poster_is_for_those_who_see_it(subject: Subject) -> Iterator[Finding]:
    """Facts against the conditions, and the label."""
    document, page = subject.document, subject.pages[0]
    assert isinstance(document, Poster)
    if document.conditions:
        if not document.label.strip() and set(document.conditions) != set(CONDITIONS):
            yield Finding(f"{page.id}: plakaten siger ikke, hvem den gælder for", page.place, "skriv mærkat:")
        return
    for fact in subject.facts(page):
        missing = [c for c in CONDITIONS if c not in fact.conditions]
        if missing or fact.joints or fact.levels:
            whom = joined(missing) if missing else "alle led og niveauer"
            yield Finding(
                f"{page.id}: {fact.id} gælder ikke for {whom}", page.place, "skriv tilstande: og mærkat:"
            )
