"""What the rules and the fit find on one slide, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from holdslides.fit import SLIDE_LABEL, check_drawing, check_slide, figure_of
from holdslides.pages import Deck, Slide
from holdslides.placing import footer_words, place
from holdslides.problems import Place, Problem
from holdslides.web.studio import Desk


def findings_on(desk: Desk, deck: Deck, slide_id: str) -> list[Problem]:
    """Everything there is to say about a slide of the deck: what does not fit first, then the rules."""
    slide = next(slide for slide in deck.slides if slide.id == slide_id)
    found = [*_fit(desk, deck, slide), *(p for p in rule_findings(desk, deck) if is_about(p, slide))]
    return list(dict.fromkeys(found))


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
