"""UNC-1: what the source says with care is never said with less care."""

from __future__ import annotations

import re
from collections.abc import Iterator

from holdslides.check.claims import NO_CLAIM
from holdslides.check.examples import on_slide
from holdslides.check.rule import EVERYTHING, Finding, Scope, rule
from holdslides.check.subject import Page, Subject
from holdslides.check.text import bare, joined, sentences, words
from holdslides.models_facts import Fact
from holdslides.problems import Severity


def _rung(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(","))


_POSSIBLE = _rung(
    "kan, måske, mulig, muligt, muligvis, mulighed, potentielt, tyder på, ser ud til, risiko, "
    "somme tider, nogle gange, af og til, eventuelt, eventuelle, måske kan, tilbøjelig, "
    "overvejes, kunne"
)
_SOME = _rung(
    "nogle, nogle af, visse, andre, for nogle, nogen, ikke alle, hos nogle, forskelligt, forskellig grad"
)
_OFTEN = _rung("ofte, tit, mange, for mange, hos mange, en eller anden grad, jævnligt")
_MOSTLY = _rung(
    "som regel, typisk, normalt, som udgangspunkt, overordnet, generelt, overvejende, "
    "hovedsageligt, de fleste, de fleste dage, oftest, for det meste, tommelfingerregel"
)
_NEARLY = _rung(
    "langt de fleste, næsten alle, langt den overvejende, langt overvejende, langt hovedparten, over 80"
)
_NOT_ALWAYS = _rung(
    "ikke altid, ikke nødvendigvis, behøver ikke, langt fra alle, ikke nødvendigvis alle, ikke "
    "det samme som, uden at, også uden, også folk uden"
)
# Words that say the same stand on one rung; one further left is weaker, and may stand for a stronger.
LADDERS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (_POSSIBLE, _SOME, _OFTEN, _MOSTLY, _NEARLY),
    ((*_POSSIBLE, *_NOT_ALWAYS), ("sjældent",), ("meget sjældent",)),
    (_rung("få, nogle få, enkelte, kun få"),),
    (_rung("højst, maks, maksimalt, op til, ikke mere end"),),
    (_rung("mindst, som minimum, over, mere end"),),
    (_rung("cirka, omkring, omtrent, rundt regnet"),),
    (
        _rung(
            "lidt, let, små, lille, en smule, i lettere grad, roligt, rolige, langsomt, langsom, "
            "gradvist, gradvis, lidt ad gangen, lidt efter lidt, trin for trin, ét trin ad "
            "gangen, stille og roligt, byg op, trappe, efterhånden"
        ),
    ),
    (_rung("kort, kortvarig, kortvarigt, i korte perioder, korte perioder, en kort periode, kort tid"),),
    (_rung("længe, langvarig, i lang tid, langvarigt, i lang tid, lang tid, mere end 3 måneder, over tid"),),
    (
        _rung(
            "i starten, i begyndelsen, først, de første måneder, de første, undervejs, mens du kommer i gang"
        ),
    ),
    (_rung("med omtanke, forsigtigt"),),
    (
        _rung(
            "medvirke, være med til, bidrage, hjælpe, hjælper, blandt andet, også, en af, en "
            "mindre dels, en del af, påvirke, spille en rolle"
        ),
    ),
    (_rung("ved mistanke, ved begrundet mistanke, grund til mistanke, mistanke"),),
    (_rung("ved behov, hvis det er relevant, relevant, er det noget for dig, hvis du vil"),),
    (_rung("eneste, kun, ikke alene, i sig selv, blot, bare, stå alene"),),
    (_rung("bør, gerne, kan"),),
    (_rung("pludselig, pludseligt"),),
    (_rung("svært ved, svært, svære"),),
    (_rung("prøv, prøve, forsøg, forsøge"),),
    (_rung("med den rette indsats, kan"),),
)
NO_LIMIT = _rung(  # words of the register that only point: an example, a stress, an outlook
    "for eksempel, f.eks., fx, især, først og fremmest, alt, tro på, som muligt, betydelige, "
    "kommer på tale, afhængig af, supplement, undtagelsesvist, i en eller anden form, gerne"
)
_NO_LIMIT_BARE = frozenset(bare(word).strip() for word in NO_LIMIT)
_NO_HEDGE = re.compile(
    r"(?<!\w)kan (?:slet |aldrig |overhovedet )?ikke(?! (?:altid|nødvendigvis))(?!\w)", re.IGNORECASE
)
_FEWEST_LETTERS = 5


def weaker(hedge: str) -> frozenset[str]:
    """Every word that is as careful as the hedge, or more so, itself included."""
    wanted = bare(hedge).strip()
    found = {hedge}
    for ladder in LADDERS:
        for i, rung in enumerate(ladder):
            if any(bare(word).strip() == wanted for word in rung):
                found.update(word for lower in ladder[: i + 1] for word in lower)
                if len(ladder) > 1:
                    found.update(_POSSIBLE)
    return frozenset(found)


@rule(
    "UNC-1",
    what="En påstand, som kilden tager forbehold for, har et af kildens forbehold eller et svagere på "
    "samme slide.",
    why="»Ofte« må ikke blive til »for de fleste«. Svagere er altid tilladt (kan er svagere end ofte, "
    "ofte end de fleste), og ord, der betyder det samme, tæller ens (højst = maks., cirka = ca.). "
    "»Kan ikke« er intet forbehold. Spørgsmål, forsider og øvelser påstår ikke noget. Et ark nævner "
    "mange fakta uden at gentage dem og prøves derfor ikke her. En betingelse (kun hvis …) skal kunne "
    "findes på slidet eller i noterne.",
    severity=Severity.WARNING,
    scopes=EVERYTHING - {Scope.SHEET},
    informs=("CCI 11",),
    good=(
        on_slide("Smerten kan blusse op igen", shown=("G44a",)),
        on_slide("De fleste får det bedre på få uger", shown=("L09",)),
    ),
    bad=(
        on_slide("Smerten blusser op igen hos alle", shown=("G44a",)),
        on_slide("Det bliver bedre på få uger", shown=("L09",)),
        on_slide("For de fleste går alarmen i gang uden fare", shown=("G62",)),
    ),
)
def hedges_are_kept(subject: Subject) -> Iterator[Finding]:
    """Every shown fact with a hedge or an if-clause."""
    for page in subject.pages:
        said = "\n".join(surface.text for surface in subject.read(page, free=False))
        if isinstance(page.slide, NO_CLAIM) or not _asserts(said):
            continue
        for fact in subject.facts(page):
            limits = [h for h in fact.hedges if bare(h).strip() not in _NO_LIMIT_BARE]
            if limits and not _keeps(said, limits):
                hint = "skriv et af dem eller et svagere, fx kan"
                told = f"kilden siger {joined([f'»{h}«' for h in limits], 'eller')}"
                yield Finding(f"{page.id}: {fact.id} er vist uden forbehold; {told}", page.place, hint)
            if fact.only_if and not _tells_condition(page, said, fact):
                hint = "skriv betingelsen på slidet eller i noterne"
                yield Finding(f"{page.id}: {fact.id} gælder kun, hvis {fact.only_if}", page.place, hint)


def _asserts(said: str) -> bool:
    """Whether anything is claimed: not when every sentence asks."""
    return any("?" not in line for line in said.split("\n") if sentences(line))


def _keeps(said: str, limits: list[str]) -> bool:
    text = bare(_NO_HEDGE.sub("", said))
    return any(bare(word) in text for hedge in limits for word in weaker(hedge))


def _tells_condition(page: Page, said: str, fact: Fact) -> bool:
    """Whether a word that matters in the if-clause stands on the page or in its notes."""
    told = bare(f"{said}\n{page.all_notes}")
    condition = words(fact.only_if)
    telling = [word for word in condition if len(word) >= _FEWEST_LETTERS] or condition
    stems = {word.casefold()[:_FEWEST_LETTERS] for word in telling}
    return page.slide is None or any(f" {stem}" in told for stem in stems)
