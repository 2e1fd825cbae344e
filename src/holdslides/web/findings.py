"""What the rules and the fit find on one slide, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from holdslides.deck import Deck
from holdslides.fit import check_deck, check_drawing, check_slide
from holdslides.measured import SLIDE_LABEL, figure_of
from holdslides.pages import Slide
from holdslides.placing import footer_words, place
from holdslides.problems import Place, Problem
from holdslides.records import fields, is_dataclass, replace
from holdslides.web.programme import finding
from holdslides.web.studio import Desk


def findings_on(desk: Desk, deck: Deck, slide_id: str) -> list[Problem]:
    """Everything there is to say about a slide of the deck: what does not fit first, then the rules."""
    slide = next(slide for slide in deck.slides if slide.id == slide_id)
    found = [*_fit(desk, deck, slide), *(p for p in rule_findings(desk, deck) if is_about(p, slide))]
    return list(dict.fromkeys(found))


def found_in(desk: Desk, deck: Deck) -> list[dict[str, Any]]:
    """What does not fit in a deck and what the rules find, each with its slide ("" for the deck as a whole)."""
    slides = list(deck.slides)
    fit = check_deck(deck, desk.layouts, desk.theme, desk.measured)
    said = []
    for problem in dict.fromkeys([*fit, *rule_findings(desk, deck)]):
        of_all = problem.message.startswith(f"{deck.name}: ")  # placed on the first slide, but not about it
        problem = replace(problem, message=problem.message.removeprefix(f"{deck.name}: "))
        about = next((slide for slide in slides if not of_all and is_about(problem, slide)), None)
        slide_id = about.id if about else ""
        headline = about.headline.plain.replace("\n", " ") if about else ""
        said.append({**finding(problem, slide_id), "slide": slide_id, "headline": headline})
    return said


def rule_findings(desk: Desk, deck: Deck) -> list[Problem]:
    """What the rules find in a whole deck."""
    from holdslides.check import Bench, check_document

    return check_document(deck, Bench.of(desk.shop.library, desk.shop.clinic, desk.measured))


def is_about(problem: Problem, slide: Slide) -> bool:
    """Whether a problem is about this slide: it names it, or points to a line the slide was written on."""
    if problem.place in set(_places(slide)):
        return True
    return slide.id in problem.message.replace(":", " ").split()


def _fit(desk: Desk, deck: Deck, slide: Slide) -> Iterator[Problem]:
    block = next(block for block in deck.blocks if slide in block.slides)
    placed = place(slide, desk.layouts, desk.theme, footer=footer_words(deck, block), clinic=deck.clinic)
    yield from check_slide(placed, desk.theme)
    use, drawing = figure_of(slide), desk.measured.drawing_of(slide)
    if use and drawing:
        name = f"figuren {use.id}"
        yield from check_drawing(drawing, use.place, SLIDE_LABEL, font=desk.theme.deck_font, name=name)


def _places(data: Any) -> Iterator[Place]:
    if isinstance(data, Place):
        yield data
    elif isinstance(data, tuple | list):
        for item in data:
            yield from _places(item)
    elif is_dataclass(data) and not isinstance(data, type):
        for field in fields(data):
            yield from _places(getattr(data, field.name))
