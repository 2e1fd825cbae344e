"""The figures of a deck drawn, and its texts placed: worked out once, for the rules, the writer and the previews alike.

Lengths in pt.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from holdslides.deck import Deck
from holdslides.drawing import Drawing
from holdslides.figures import Area, load_figure
from holdslides.pages import LAYOUT_OF, Slide
from holdslides.placing import PlacedSlide, place_deck
from holdslides.records import replace
from holdslides.texts import FigureUse
from holdslides.theme import Layout, Layouts, Theme

MOST_DECKS = 12  # whose places are kept: those of the largest kit, and few of all that are tried on the page
SLIDE_LABEL = 20.0  # the smallest label on a slide, pt


class Measured:
    """The figures and places of decks, each worked out once, for fit, writer and preview alike."""

    def __init__(self, layouts: Layouts, theme: Theme) -> None:
        self._layouts, self._theme = layouts, theme
        self._placed: dict[int, tuple[Deck, tuple[PlacedSlide, ...]]] = {}  # by the deck's identity

    def drawing_for(self, use: FigureUse, layout: Layout, label: float = SLIDE_LABEL) -> Drawing:
        """The figure in the layout's picture box, with the alt text of the slide if that has its own.

        Raises KeyError for a figure that does not exist.
        """
        box = layout.boxes["picture"]
        drawing = _drawn(load_figure(use.id).draw, use.values, Area(box.width, box.height, label))
        return replace(drawing, alt=use.alt) if use.alt else drawing

    def drawing_of(self, slide: Slide) -> Drawing | None:
        """The slide's figure, drawn; None when it has none, or its layout no room for one."""
        use, layout = figure_of(slide), self._layouts.by_id[LAYOUT_OF[type(slide)]]
        return self.drawing_for(use, layout) if use and "picture" in layout.boxes else None

    def place_deck(self, deck: Deck) -> tuple[PlacedSlide, ...]:
        """Every slide laid out, its footer in a colour that shows on what its figure paints under it."""
        if known := self._placed.get(id(deck)):
            return known[1]
        placed = self._place(deck)
        self._placed[id(deck)] = deck, placed
        for oldest in list(self._placed)[:-MOST_DECKS]:  # the page places decks in several threads
            self._placed.pop(oldest, None)
        return placed

    def _place(self, deck: Deck) -> tuple[PlacedSlide, ...]:
        grounds = {}
        for slide in deck.slides:
            drawing = self.drawing_of(slide)
            if drawing is not None and drawing.under_footer:
                grounds[slide.id] = drawing.under_footer
        return place_deck(deck, self._layouts, self._theme, grounds)


@lru_cache(maxsize=64)  # the figures of two decks, some 10 MB: the next deck mostly shows the same
def _drawn(draw: Callable[[Any, Area], Drawing], values: Any, area: Area) -> Drawing:
    return draw(values, area)


def figure_of(slide: Slide) -> FigureUse | None:
    """The slide's figure, if its kind has one and it is given."""
    use: FigureUse | None = getattr(slide, "figure", None)
    return use
