"""What rules need beside the document: the library, the clinic, the look, and what was worked out already."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from holdslides.check.text import normal
from holdslides.check.words import Words
from holdslides.clinic import Clinic
from holdslides.drawing import Drawing, labels
from holdslides.figures import Area, load_figure
from holdslides.library import Library
from holdslides.look import clinic_theme
from holdslides.measured import Measured
from holdslides.pages import Slide
from holdslides.records import dataclass, replace
from holdslides.texts import FigureUse
from holdslides.theme import Layouts, Theme, load_layouts

PAPER_AREA = Area(420, 420, 20)  # the words of a figure on paper are the same wherever it is drawn


@dataclass(frozen=True)
class Bench:
    """What rules need beside the document. `known` keeps what was worked out for one figure or slide."""

    library: Library
    clinic: Clinic
    layouts: Layouts
    theme: Theme
    words: Words
    measured: Measured
    known: dict[Any, Any]

    @classmethod
    def of(cls, library: Library, clinic: Clinic, measured: Measured | None = None) -> Bench:
        """The bench for a library and its clinic; `measured` has the figures that are drawn already."""
        layouts, theme = load_layouts(library.folders), clinic_theme(library.folders, clinic)
        measured = measured or Measured(layouts, theme)
        return cls(library, clinic, layouts, theme, Words(library.folders), measured, {})

    def for_clinic(self, clinic: Clinic) -> Bench:
        """The same bench for a clinic that has approved other texts."""
        return replace(self, clinic=clinic)

    def with_layouts(self, layouts: Layouts) -> Bench:
        """The bench with other boxes; for trying rules out."""
        return replace(self, layouts=layouts, measured=Measured(layouts, self.theme), known={})

    def with_theme(self, theme: Theme) -> Bench:
        """The bench with other colours; for trying rules out."""
        return replace(self, theme=theme, measured=Measured(self.layouts, theme), known={})

    @cached_property
    def locked(self) -> tuple[str, ...]:
        """Every sentence of the locked texts, long ones first."""
        entries = self.library.safety_texts.values()
        found = {s for e in entries for s in (e.text, e.heading, *e.signs, e.call) if s}
        return tuple(sorted(found, key=len, reverse=True))

    def without_locked(self, text: str) -> str:
        """The text with a blank in place of every sentence of the locked texts."""
        for sentence in self.locked:
            if sentence in text:
                text = text.replace(sentence, " ")
        return text

    def drawing(self, use: FigureUse, slide: Slide | None) -> Drawing:
        """The figure as the slide shows it, or as paper does."""
        if slide is not None and (drawing := self.measured.drawing_of(slide)) is not None:
            return drawing
        key = ("drawing", use.id, use.values)
        if key not in self.known:
            self.known[key] = load_figure(use.id).draw(use.values, PAPER_AREA)
        drawn: Drawing = self.known[key]
        return replace(drawn, alt=use.alt) if use.alt else drawn

    def told(self, use: FigureUse, slide: Slide | None) -> tuple[tuple[str, ...], str]:
        """The words in a figure, and its alt text."""
        key = ("told", use.id, use.values, use.alt, type(slide))
        if key not in self.known:
            drawing = self.drawing(use, slide)
            self.known[key] = tuple(whole(label.lines) for label in labels(drawing.shapes)), drawing.alt
        found: tuple[tuple[str, ...], str] = self.known[key]
        return found


def whole(lines: Sequence[str]) -> str:
    """The lines of a label on one, a word that was broken over two lines whole again."""
    return normal("\n".join(lines)).replace("\n", " ")
