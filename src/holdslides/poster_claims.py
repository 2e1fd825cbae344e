"""What a poster may claim, and for whom: it holds for all four conditions, or says for which it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from holdslides.ids import suggestion
from holdslides.library import Library, Loaded
from holdslides.models_facts import Audience
from holdslides.models_paper import PosterEntry
from holdslides.paper import Poster
from holdslides.problems import Problem

# What a poster that names no condition holds for; a clinic's own conditions it must name.
CONDITIONS = ("laenderyg", "artrose", "nerverod", "spinalstenose")
MOST_HEADLINE_WORDS = 8
MOST_BODY_WORDS = 35
# Grounds that words can be read on, and what a band may stand on.
GROUNDS = (
    "sand0",
    "sand1",
    "amber",
    "amber2",
    "amber3",
    "leaf2",
    "leaf3",
    "petrol2",
    "coral2",
    "petrol7",
    "ink",
)
EDGES = ("leaf", "leaf7", "petrol3", "petrol5", "petrol7", "amber", "coral", "sand3", "sand4")
_UNSHOWN = (Audience.THERAPIST, Audience.ORGANISATION)


def claim_problems(
    loaded: Loaded[PosterEntry], library: Library, approved_for: Iterable[str]
) -> Iterator[Problem]:
    """Facts that do not hold for everyone the poster is for, and a missing label.

    `approved_for` are the conditions a notice may be shown for; other posters are for those they name, or for
    all.
    """
    yield from _whom(loaded, library)
    if loaded.value.safety:
        return  # a locked text is approved as a whole, condition by condition
    holds_for = tuple(approved_for)
    yield from _facts(loaded, library, holds_for)
    words = _all_text(loaded.value)
    if "sikkerhed." not in words:
        return
    for name in (id_ for id_ in library.safety_texts if f"sikkerhed.{id_.replace('-', '_')}" in words):
        if missing := [c for c in holds_for if c not in library.safety(name).approved]:
            yield Problem(
                f"plakaten {loaded.id}: sikkerhedsteksten {name} er ikke godkendt for {', '.join(missing)}",
                loaded.place(),
            )


def _whom(loaded: Loaded[PosterEntry], library: Library) -> Iterator[Problem]:
    entry, id_ = loaded.value, loaded.id
    for i, condition in enumerate(entry.conditions):
        if condition not in library.condition_ids:
            yield Problem(
                f'plakaten {id_}: tilstanden "{condition}" findes ikke',
                loaded.place("tilstande", i),
                suggestion(condition, library.condition_ids),
            )
    if entry.conditions and not entry.label:
        yield Problem(
            f"plakaten {id_} gælder kun for {', '.join(entry.conditions)} og skal sige det",
            loaded.place("tilstande"),
            "skriv det på etiketten: mærkat: …",
        )
    if missing := [one for one in entry.levels if one not in _levels(library, entry)]:
        yield Problem(
            f"plakaten {id_}: ingen af dens tilstande har niveauet {', '.join(missing)}",
            loaded.place("niveau"),
            "skriv laend eller nakke, eller lad linjen være ude",
        )


def _facts(loaded: Loaded[PosterEntry], library: Library, holds_for: tuple[str, ...]) -> Iterator[Problem]:
    entry, id_ = loaded.value, loaded.id
    for i, fact_id in enumerate(entry.facts.shown):
        if fact_id not in library.facts:
            continue
        fact, place = library.facts[fact_id], loaded.place("fakta", "vist", i)
        if fact.audience in _UNSHOWN:
            yield Problem(f"plakaten {id_}: {fact_id} er ikke til patienter", place, "vælg en anden påstand")
        if missing := [c for c in holds_for if c not in fact.conditions]:
            yield Problem(
                f"plakaten {id_}: {fact_id} gælder ikke for {', '.join(missing)}",
                place,
                "skriv tilstande: og mærkat:, eller vælg en anden påstand",
            )
        if fact.levels and not set(entry.levels or _levels(library, entry)) <= set(fact.levels):
            yield Problem(
                f"plakaten {id_}: {fact_id} gælder kun for {', '.join(fact.levels)}",
                place,
                "skriv det efter niveau:, eller vælg en anden påstand",
            )


def _levels(library: Library, entry: PosterEntry) -> set[str]:
    conditions = (c for c in entry.conditions or CONDITIONS if c in library.condition_ids)
    return {level for c in conditions for level in library.levels_of(c)}


def colour_problems(loaded: Loaded[PosterEntry]) -> Iterator[Problem]:
    """Colours that are none, or that words cannot be read on."""
    entry = loaded.value
    chosen: list[tuple[str, tuple[str, ...], tuple[str | int, ...]]] = [
        (entry.stage, GROUNDS, ("scene",)),
        (entry.foot, GROUNDS, ("bund",)),
    ]
    for i, band in enumerate(entry.bands):
        chosen.append((band.colour, GROUNDS, ("bånd", i, "farve")))
        if band.edge:
            chosen.append((band.edge, EDGES, ("bånd", i, "kant")))
    for colour, allowed, path in chosen:
        if colour not in allowed:
            yield Problem(
                f'plakaten {loaded.id}: farven "{colour}" kan ikke bruges her',
                loaded.place(*path),
                f"vælg mellem {', '.join(allowed)}",
            )


def length_problems(poster: Poster) -> Iterator[Problem]:
    """A headline or a text of more words than a poster is read for; locked texts are as long as they are."""
    if poster.call is not None:
        return
    if (count := len(poster.headline.plain.split())) > MOST_HEADLINE_WORDS:
        yield Problem(
            f"plakaten {poster.id}: overskriften har {count} ord; højst {MOST_HEADLINE_WORDS}",
            poster.headline.place,
        )
    shown = [poster.body, poster.second, *(t for band in poster.bands for t in (band.word, band.text))]
    if (count := sum(len(text.plain.split()) for text in shown)) > MOST_BODY_WORDS:
        yield Problem(
            f"plakaten {poster.id}: teksten har {count} ord; højst {MOST_BODY_WORDS}", poster.body.place
        )


def _all_text(entry: PosterEntry) -> str:
    return " ".join((*entry.body, *entry.second, *(band.text for band in entry.bands)))
