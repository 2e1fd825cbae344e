"""Deck -> the page to practise by at home: the exercise the body did last, and the sheet that says how. Pure."""

from __future__ import annotations

from holdslides import worksheet as ws
from holdslides.clinic import Clinic
from holdslides.compose_sheet import compose_sheet, sheet_ids
from holdslides.deck import Deck
from holdslides.library import Library
from holdslides.models_sheet import Mark
from holdslides.pages import ActivityType, AtHome, ExerciseSlide
from holdslides.records import replace
from holdslides.texts import FigureUse, Run, Text

SHEET = "oev_hjemme"
COLOURS = {Mark.GREEN: "grøn", Mark.YELLOW: "gul", Mark.RED: "rød"}


def compose_exercises(deck: Deck, library: Library, clinic: Clinic) -> ws.Sheet | None:
    """The sheet with the deck's last exercise over it; None for a deck without one, or a clinic without the sheet.

    Raises ContentError for everything wrong in the sheet's file.
    """
    exercise = last_exercise(deck)
    if exercise is None or exercise.figure is None or SHEET not in sheet_ids(library):
        return None
    at_home = exercise.activity.at_home if exercise.activity else AtHome.TIMES
    sheet = compose_sheet(library, clinic, SHEET, deck.condition, at_home)
    if not isinstance(sheet.body, ws.Flow):
        return None
    locked = {entry.text for entry in library.safety_texts.values() if entry.text}
    body = exercise.body
    lines = [p for p, words in zip(body.paragraphs, body.lines, strict=True) if words not in locked]
    shown: list[ws.Part] = [ws.Heading(exercise.headline), _picture(exercise.figure, at_home)]
    shown += [ws.Paragraph(Text((line,), body.place)) for line in lines]
    sources = tuple(dict.fromkeys((*(s for s in exercise.sources if s.shown), *sheet.sources)))
    return replace(
        sheet, body=ws.Flow((*shown, *sheet.body.parts)), sources=sources, activity=exercise.activity
    )


def last_exercise(deck: Deck) -> ExerciseSlide | None:
    """The exercise with the body that the deck ends on; cards and sheets are other activities."""
    found = [slide for slide in deck.slides if isinstance(slide, ExerciseSlide) and _is_bodily(slide)]
    return found[-1] if found else None


def _picture(figure: FigureUse, at_home: AtHome) -> ws.Picture:
    """The exercise; under each movement that is to have a colour, the three to choose from."""
    movements = getattr(figure.values, "movements", ())
    if at_home is not AtHome.COLOURS or not movements:
        return ws.Picture(figure, ())
    words = ((mark, Text(((Run(word),),), figure.place)) for mark, word in COLOURS.items())
    return ws.Picture(figure, (), tuple(ws.Option(mark, text) for mark, text in words), len(movements))


def _is_bodily(slide: ExerciseSlide) -> bool:
    return slide.activity is not None and slide.activity.type is ActivityType.EXERCISE
