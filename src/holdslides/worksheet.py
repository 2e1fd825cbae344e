"""A composed sheet as plain frozen data: everything that stands on it, and nothing about how it is laid
out.
"""

from __future__ import annotations

from typing import TypeAlias

from holdslides.models_sheet import Mark
from holdslides.pages import Activity
from holdslides.problems import Place
from holdslides.records import dataclass
from holdslides.texts import FigureUse, Source, Text

NO_TEXT = Text((), Place(""))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few words, in bold if wanted."""

    text: Text
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """What the parts after it are about."""

    text: Text


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, numbered from 1."""

    number: int
    text: Text


@dataclass(frozen=True, slots=True)
class Points:
    """Short lines, each with a dot before it."""

    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question and how many lines there are to answer it on."""

    text: Text
    lines: int
    example: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Fill:
    """Words that a writing line follows; `after` makes it a short one with more words behind it.

    Each paragraph of `after` has a short line of its own before it. `lines` is how many whole lines come below.
    """

    text: Text
    after: Text
    lines: int


@dataclass(frozen=True, slots=True)
class Option:
    """A mark and its words."""

    mark: Mark
    text: Text


@dataclass(frozen=True, slots=True)
class Choices:
    """Options under each other or across, with a question over them if there is one."""

    question: Text
    options: tuple[Option, ...]
    across: bool


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form. `width` is its share of the room for writing."""

    heading: Text
    options: tuple[Option, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Form:
    """A table to fill in; the first column holds the rows' names."""

    columns: tuple[FormColumn, ...]
    rows: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Stair:
    """Minutes week by week, drawn as a stair with five dots to colour on each step."""

    minutes: tuple[int, ...]
    heading: Text
    text: Text


@dataclass(frozen=True, slots=True)
class StairRow:
    """Where a stair starts (words), and its minutes week by week."""

    name: Text
    minutes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stairs:
    """Several stairs as rows of a table."""

    rows: tuple[StairRow, ...]


@dataclass(frozen=True, slots=True)
class Road:
    """Questions along a road that ends at a flag."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Rated:
    """Numbered lines to write on, each with five circles from small (`least`) to large (`most`)."""

    heading: Text
    question: Text
    least: Text
    most: Text
    count: int


@dataclass(frozen=True, slots=True)
class Bodies:
    """An outline of a body from the front and from behind, to mark."""


@dataclass(frozen=True, slots=True)
class Cup:
    """An empty cup under empty taps, each with room for a word."""

    taps: int


@dataclass(frozen=True, slots=True)
class SafetyLine:
    """A locked text of one or two sentences."""

    text: Text


@dataclass(frozen=True, slots=True)
class SafetyBox:
    """A locked text in a frame that cannot be overlooked: a heading, signs, whom to call, and telephone
    numbers.

    A text without signs is its own heading. A phone is a name and a number, "" for a line to write it on.
    `figure` has a picture for each sign, to stand before it.
    """

    heading: Text
    signs: tuple[Text, ...]
    call: Text | None
    phones: tuple[tuple[str, str], ...]
    figure: FigureUse | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure as wide as the sheet, with a text under each third of it.

    Of one that shows `columns` things side by side, each has the `options` to mark under it.
    """

    figure: FigureUse
    texts: tuple[Text, ...]
    options: tuple[Option, ...] = ()
    columns: int = 0


Inner: TypeAlias = (
    Paragraph | Heading | Step | Points | Question | Fill | Choices | Bodies | Cup | SafetyLine | SafetyBox
)


@dataclass(frozen=True, slots=True)
class Panel:
    """Parts on a tint."""

    parts: tuple[Inner, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two columns of parts; `share` of the width is the left one's."""

    left: tuple[Inner, ...]
    right: tuple[Inner, ...]
    share: float


Part: TypeAlias = Inner | Form | Stair | Stairs | Road | Rated | Picture | Panel | SideBySide


@dataclass(frozen=True, slots=True)
class Flow:
    """A sheet of parts, from top to bottom."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A card to cut out: its lines and its picture; behind it the answer and a line on why."""

    text: Text
    figure: FigureUse | None
    answer: Text = NO_TEXT
    reason: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Cards:
    """A page of eight cards, and the answers they are sorted by."""

    cards: tuple[Card, ...]
    answers: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A table sign: a name for the others, a question for the one behind it."""

    name: Text
    question: Text
    figure: FigureUse | None


@dataclass(frozen=True, slots=True)
class Signs:
    """Table signs, one a page, to be folded three times."""

    signs: tuple[Sign, ...]
    you_are: Text
    heading: Text
    task: Text


Body: TypeAlias = Flow | Cards | Signs


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole sheet. `condition` is "" for one that is for all; `has_date` gives it a line for the date.

    `remarks` (Danish) are what the output must say; `copies` is who gets one: "hver", "par" or "hold".
    `activity` is the exercise whose words stand on it.
    """

    id: str
    name: str
    place: Place
    title: Text
    intro: Text
    figure: FigureUse | None
    body: Body
    foot: Text
    clinic: str
    condition: str = ""
    sources: tuple[Source, ...] = ()
    safety: tuple[str, ...] = ()
    has_date: bool = True
    copies: str = "hver"
    remarks: tuple[str, ...] = ()
    activity: Activity | None = None
