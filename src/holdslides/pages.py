"""The slides of a composed deck as plain frozen data: what is said, where it came from, nothing about how it is drawn.

Sizes and places of boxes live in layouts/slides.yaml; minutes are whole or half minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from holdslides.problems import Place
from holdslides.records import dataclass
from holdslides.texts import FigureUse, Source, Text


class ActivityType(StrEnum):
    """The five kinds of activity the Danish material names."""

    TALK = "oplaeg"
    EXERCISE = "oevelse"
    METAPHOR = "metafor"
    DIALOGUE = "dialog"
    FORM = "skema"


class AtHome(StrEnum):
    """How an exercise is dosed on the page to practise by: how many times, or for the time that the slide says,
    or by the colour each movement was given.
    """

    TIMES = "gange"
    TIME = "tid"
    COLOURS = "farver"


ACTIVITY_NAMES: dict[ActivityType, str] = {
    ActivityType.TALK: "Oplæg med dialog",
    ActivityType.EXERCISE: "Øvelse",
    ActivityType.METAPHOR: "Billede",
    ActivityType.DIALOGUE: "Tal sammen",
    ActivityType.FORM: "Skriv",
}


def minutes_text(minutes: float) -> str:
    """Whole or half minutes as on a slide: "3 min", "2½ min"."""
    whole, half = int(minutes), minutes % 1 >= 0.5
    return f"{whole or ''}½ min" if half else f"{whole} min"


@dataclass(frozen=True, slots=True)
class Activity:
    """What the participants do: type, minutes, and the ways to take part seated or without writing."""

    type: ActivityType
    minutes: float
    participants: str
    place: Place
    seated: str = ""
    without_writing: str = ""
    at_home: AtHome = AtHome.TIMES


@dataclass(frozen=True, slots=True)
class Notes:
    """What the therapist says, does and knows. Paragraphs of plain text."""

    say: tuple[str, ...]
    do: tuple[str, ...]
    background: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideBase:
    """What every slide has. `id` is "modul/slide" and stays the same from one month to the next.

    `handout` is the id of the worksheet that is handed out, `handout_name` what it is called.
    """

    id: str
    place: Place
    headline: Text
    notes: Notes
    activity: Activity | None = None
    sources: tuple[Source, ...] = ()
    handout: str = ""
    handout_name: str = ""
    droppable: bool = True
    safety: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleSlide(SlideBase):
    """The first slide: what it is called, for which group, which time of how many."""

    subtitle: Text
    figure: FigureUse | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSlide(SlideBase):
    """A new part begins: its number in words ("Del 2") and its name."""

    number: str
    figure: FigureUse | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSlide(SlideBase):
    """One sentence, large, on the stage colour."""

    body: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SideSlide(SlideBase):
    """Words on the left, a picture on the right."""

    body: Text
    figure: FigureUse


@dataclass(frozen=True, slots=True, kw_only=True)
class WideSlide(SlideBase):
    """A headline over a picture as wide as the slide."""

    body: Text
    figure: FigureUse


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSlide(SlideBase):
    """Your turn: a question in a bubble, with its activity."""

    question: Text
    figure: FigureUse | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseSlide(SlideBase):
    """Your turn: something to do with body, cards or pen."""

    body: Text
    figure: FigureUse | None


@dataclass(frozen=True, slots=True)
class Column:
    """One of two columns: a heading and its lines."""

    heading: Text
    body: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnsSlide(SlideBase):
    """Two things side by side in words."""

    left: Column
    right: Column


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSlide(SlideBase):
    """A small table: short column headings, then rows."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySlide(SlideBase):
    """Three things to remember, each under its picture."""

    points: tuple[Text, ...]
    figure: FigureUse | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetySlide(SlideBase):
    """When to seek help: locked signs, each under its picture, and whom to call."""

    signs: tuple[Text, ...]
    call: Text
    figure: FigureUse | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSlide(SlideBase):
    """A slide of the clinic's own, carried over as it is: its presentation and its number there, from 1.

    The headline is its title, the notes are its notes; how it looks is only known to the presentation itself.
    """

    file: Path
    number: int


Slide: TypeAlias = (
    TitleSlide
    | SectionSlide
    | StatementSlide
    | SideSlide
    | WideSlide
    | QuestionSlide
    | ExerciseSlide
    | ColumnsSlide
    | TableSlide
    | SummarySlide
    | SafetySlide
    | OwnSlide
)

LAYOUT_OF: dict[type, str] = {
    TitleSlide: "title",
    SectionSlide: "section",
    StatementSlide: "statement",
    SideSlide: "side",
    WideSlide: "wide",
    QuestionSlide: "question",
    ExerciseSlide: "exercise",
    ColumnsSlide: "columns",
    TableSlide: "table",
    SummarySlide: "summary",
    SafetySlide: "safety",
    OwnSlide: "statement",  # for previews, which show its title
}


def texts(slide: Slide) -> Iterator[tuple[str, Text]]:
    """Every text a patient sees on the slide, with the name of its box in layouts/slides.yaml."""
    yield "title", slide.headline
    match slide:
        case TitleSlide():
            yield "subtitle", slide.subtitle
        case StatementSlide() | SideSlide() | WideSlide() | ExerciseSlide():
            yield "body", slide.body
        case QuestionSlide():
            yield "question", slide.question
        case ColumnsSlide():
            for name, column in (("left", slide.left), ("right", slide.right)):
                yield f"{name}_heading", column.heading
                yield f"{name}_body", column.body
        case TableSlide():
            for row in (slide.header, *slide.rows):
                for cell in row:
                    yield "table", cell
        case SummarySlide():
            for i, point in enumerate(slide.points, 1):
                yield f"point{i}", point
        case SafetySlide():
            for i, sign in enumerate(slide.signs, 1):
                yield f"sign{i}", sign
            yield "call", slide.call
        case SectionSlide() | OwnSlide():
            return
