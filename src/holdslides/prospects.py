"""How it goes for most and for the few, in one breath: on paper neither half stands without the other. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdslides.deck import Deck
from holdslides.library import Library
from holdslides.pages import Slide
from holdslides.problems import Place
from holdslides.texts import Run, Text

GOOD_NEWS = {"faa-bliver-vaerre": "N04"}  # locked text: the fact it never stands without


def hopeful_slide(deck: Deck, locked: Sequence[str]) -> Slide | None:
    """The slide whose words give the good number that one of these locked texts is the other half of."""
    wanted = {GOOD_NEWS[id_] for id_ in locked if id_ in GOOD_NEWS}
    for slide in deck.slides:
        shown = {source.fact for source in slide.sources if source.shown}
        words = " ".join((slide.headline.plain, *_lines(slide)))
        if wanted & shown and any(sign.isdigit() for sign in words):
            return slide
    return None


def prospects(deck: Deck, library: Library, locked: Sequence[str]) -> Iterator[Text]:
    """Both halves, in the deck's own words; in the register's where the deck has only the one."""
    slide = hopeful_slide(deck, locked)
    for id_ in locked:
        if id_ not in GOOD_NEWS:
            continue
        few = library.safety(id_).text
        said = (
            [_sentence(slide.headline.plain), *_lines(slide)]
            if slide
            else [library.fact(GOOD_NEWS[id_]).claim]
        )
        told = " ".join(said).replace("\n", " ")
        place = slide.place if slide else next((s.place for s in deck.slides), Place(""))
        yield Text(((Run(told if few in told else f"{told} {few}"),),), place)


def _lines(slide: Slide) -> list[str]:
    body = getattr(slide, "body", None)
    return list(body.lines) if isinstance(body, Text) else []


def _sentence(headline: str) -> str:
    return headline if headline.endswith((".", "?", "!")) else f"{headline}."
