"""A composed deck as plain frozen data: everything that is said, where it came from, and nothing about how it is drawn.

Sizes and places of boxes live in layouts/slides.yaml; minutes are whole or half minutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

from holdslides.problems import Place
from holdslides.records import dataclass


class ActivityType(StrEnum):
    """The five kinds of activity the Danish material names."""

    TALK = "oplaeg"
    EXERCISE = "oevelse"
    METAPHOR = "metafor"
    DIALOGUE = "dialog"
    FORM = "skema"


ACTIVITY_NAMES: dict[ActivityType, str] = {
    ActivityType.TALK: "Oplæg med dialog",
    ActivityType.EXERCISE: "Øvelse",
    ActivityType.METAPHOR: "Billede",
    ActivityType.DIALOGUE: "Tal sammen",
    ActivityType.FORM: "Skriv",
}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `link` is an address or empty."""

    text: str
    bold: bool = False
    link: str = ""


Paragraph: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs and the line of YAML they come from. `safety` is the id of the locked text it is, if it is one."""

    paragraphs: tuple[Paragraph, ...]
    place: Place
    safety: str = ""

    @property
    def plain(self) -> str:
        """The words alone, a line per paragraph."""
        return "\n".join("".join(run.text for run in p) for p in self.paragraphs)

    def __bool__(self) -> bool:
        return bool(self.plain.strip())


@dataclass(frozen=True, slots=True)
class FigureUse:
    """A figure by id, its checked values, and an alt text that replaces the figure's own when not empty."""

    id: str
    values: Any
    place: Place
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """What the participants do: type, minutes, and the ways to take part seated or without writing."""

    type: ActivityType
    minutes: float
    participants: str
    place: Place
    seated: str = ""
    without_writing: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A fact as it is cited: id, claim, document title, section and lines; `shown` on the slide or only spoken."""

    fact: str
    claim: str
    document: str
    section: str
    lines: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Notes:
    """What the therapist says, does and knows. Paragraphs of plain text."""

    say: tuple[str, ...]
    do: tuple[str, ...]
    background: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideBase:
    """What every slide has. `id` is "modul/slide" and stays the same from one month to the next."""

    id: str
    place: Place
    headline: Text
    notes: Notes
    activity: Activity | None = None
    sources: tuple[Source, ...] = ()
    handout: str = ""
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


@dataclass(frozen=True, slots=True)
class Block:
    """A module as it is used in this deck: a PowerPoint section. `title` is in patient words.

    `activity` is the type that names the block in the run sheet; `skippable` may go when time runs short. `key`
    tells blocks of one module apart; `kept` is why the block may not be left out (Danish), "" when it may.
    `one_line` is the most important thing to say, `materials` what must be at hand, for the run sheet.
    `kept_slides` says the same of single slides, by their ids; `left_out` are slides the therapist took out.
    """

    module: str
    title: str
    minutes: float
    slides: tuple[Slide, ...]
    place: Place
    activity: ActivityType
    skippable: bool
    key: str = ""
    kept: str = ""
    one_line: str = ""
    materials: tuple[str, ...] = ()
    kept_slides: Mapping[str, str] = field(default_factory=dict, compare=False)  # a mapping has no hash
    left_out: tuple[Slide, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """The service label: its name in the agreement and its number, "" where the sources give none."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole deck. `remarks` (Danish) are what the output must say: what was dropped, what awaits approval."""

    name: str  # the file's name without ending
    title: str
    condition: str
    setting: str
    edition: str
    session: int  # 1-based; 0 where the deck is not one of several
    sessions: int
    service: Service
    clinic: str
    group: str
    minutes: float
    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = ()
    options: dict[str, str] = field(default_factory=dict)

    @property
    def slides(self) -> Iterator[Slide]:
        """Every slide in order."""
        for block in self.blocks:
            yield from block.slides

    @property
    def short_show(self) -> tuple[str, ...]:
        """Ids of the slides of the custom show "Kort udgave": all that may not be dropped."""
        return tuple(s.id for b in self.blocks for s in b.slides if not (b.skippable or s.droppable))


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
