"""Posters and sheets as the rules see them; apart from `subject`, so that a deck needs no paper loaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdslides import worksheet
from holdslides.check.bench import Bench
from holdslides.check.rule import Scope
from holdslides.check.subject import HEADLINE, Page, found, surface_of
from holdslides.paper import Poster
from holdslides.poster_claims import CONDITIONS
from holdslides.texts import FigureUse, Text

Paper = Poster | worksheet.Sheet


def scope(paper: Paper) -> Scope:
    """What the rules call it."""
    return Scope.POSTER if isinstance(paper, Poster) else Scope.SHEET


def name(paper: Paper) -> str:
    """What a message calls it."""
    return f"{'plakaten' if isinstance(paper, Poster) else 'arket'} {paper.id}"


def conditions(paper: Paper) -> tuple[str, ...]:
    """The conditions it must hold for: all of them when it names none."""
    if isinstance(paper, Poster):
        return paper.conditions or CONDITIONS
    return (paper.condition,) if paper.condition else CONDITIONS


def page(paper: Paper, bench: Bench) -> Page:
    """The one page it is. A page of cards to sort is there to be doubted."""
    named = _poster_texts(paper) if isinstance(paper, Poster) else _sheet_texts(paper)
    surfaces = tuple(surface_of(box, text, bench) for box, text in named if text)
    is_myth = isinstance(paper, worksheet.Sheet) and isinstance(paper.body, worksheet.Cards)
    figures = tuple(found(FigureUse, paper))
    exercise = None if isinstance(paper, Poster) else paper.activity
    return Page(
        paper.id, 1, paper.place, surfaces, paper.sources, figures, paper.safety, None, is_myth, exercise
    )


def _poster_texts(poster: Poster) -> Iterator[tuple[str, Text]]:
    yield from ((HEADLINE, poster.headline), ("body", poster.body), ("second", poster.second))
    yield from (("band", text) for band in poster.bands for text in (band.word, band.text))
    yield from (("row", row.name) for row in poster.rows)
    yield from (("sign", sign) for sign in poster.signs)
    if poster.call:
        yield "call", poster.call


def _sheet_texts(sheet: worksheet.Sheet) -> Iterator[tuple[str, Text]]:
    yield from ((HEADLINE, sheet.title), ("intro", sheet.intro))
    yield from (("part", text) for text in found(Text, sheet.body))


def stairs(paper: Paper) -> list[Sequence[int]]:
    """The minutes of every stair that is printed on it."""
    drawn = [stair.minutes for stair in found(worksheet.Stair, paper)]
    return [*drawn, *(row.minutes for row in found(worksheet.StairRow, paper))]


def told_signs(paper: Paper) -> tuple[str, ...]:
    """The red flags as it carries them, line by line; a poster may break its headline."""
    if isinstance(paper, Poster):
        heading = paper.headline.plain.replace("\n", " ")
        return (heading, *(s.plain for s in paper.signs), *([paper.call.plain] if paper.call else ()))
    boxes = [box for box in found(worksheet.SafetyBox, paper.body) if box.signs]
    return tuple(line for box in boxes for line in _lines(box))


def _lines(box: worksheet.SafetyBox) -> tuple[str, ...]:
    return (box.heading.plain, *(s.plain for s in box.signs), *([box.call.plain] if box.call else ()))
