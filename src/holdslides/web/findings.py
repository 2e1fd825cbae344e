"""What the rules and the fit find on one slide, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from holdslides.deck import Deck
from holdslides.fit import check_deck
from holdslides.pages import Slide
from holdslides.problems import Place, Problem
from holdslides.records import fields, is_dataclass, replace
from holdslides.web.programme import finding
from holdslides.web.studio import Desk


def findings_on(desk: Desk, deck: Deck, slide_id: str) -> list[Problem]:
    """Everything there is to say about a slide of the deck: what does not fit first, then the rules."""
    slide = next(slide for slide in deck.slides if slide.id == slide_id)
    return [problem for problem in _found(desk, deck) if is_about(problem, slide)]


def found_in(desk: Desk, deck: Deck) -> list[dict[str, Any]]:
    """What does not fit in a deck and what the rules find, each with its slide ("" for the deck as a whole)."""
    slides = list(deck.slides)
    said = []
    for problem in _found(desk, deck):
        of_all = problem.message.startswith(f"{deck.name}: ")  # placed on the first slide, but not about it
        problem = replace(problem, message=problem.message.removeprefix(f"{deck.name}: "))
        about = next((slide for slide in slides if not of_all and is_about(problem, slide)), None)
        slide_id = about.id if about else ""
        headline = about.headline.plain.replace("\n", " ") if about else ""
        said.append({**finding(problem, slide_id), "slide": slide_id, "headline": headline})
    return said


def _found(desk: Desk, deck: Deck) -> list[Problem]:
    from holdslides.check import Bench, check_document

    fit = check_deck(deck, desk.layouts, desk.theme, desk.measured)
    rules = check_document(deck, Bench.of(desk.shop.library, desk.shop.clinic, desk.measured))
    return list(dict.fromkeys([*fit, *rules]))


def is_about(problem: Problem, slide: Slide) -> bool:
    """Whether a problem is about this slide: it names it, or points to a line the slide was written on."""
    if problem.place in set(_places(slide)):
        return True
    return slide.id in problem.message.replace(":", " ").split()


def _places(data: Any) -> Iterator[Place]:
    if isinstance(data, Place):
        yield data
    elif isinstance(data, tuple | list):
        for item in data:
            yield from _places(item)
    elif is_dataclass(data) and not isinstance(data, type):
        for field in fields(data):
            yield from _places(getattr(data, field.name))
