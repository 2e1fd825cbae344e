"""The shape of sheets/ID.yaml: a worksheet of parts, cards to cut out, or table signs. Text fields are templates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from holdslides.keys import key
from holdslides.models import FactUse


class Mark(StrEnum):
    """What stands before a choice: something to tick, or one of the signs that tell colours and answers apart."""

    RING = "ring"
    BOX = "boks"
    GREEN = "grøn"
    YELLOW = "gul"
    RED = "rød"
    CROSS = "kryds"
    WAVE = "bølge"
    TICK = "hak"


@dataclass(frozen=True, slots=True)
class OptionEntry:
    """One thing to choose, or one line of an explanation of marks."""

    text: str = key("tekst")
    mark: Mark = key("mærke", default=Mark.RING)


@dataclass(frozen=True, slots=True)
class ColumnEntry:
    """A column of a form: its heading, and what can be chosen in it; without choices it is for writing.

    `width` is its share of the room that is left when the columns with choices have theirs.
    """

    heading: str = key("overskrift")
    options: tuple[OptionEntry, ...] = key("valg", default=())
    width: float = key("bredde", default=1.0)


@dataclass(frozen=True, slots=True)
class FormEntry:
    """A form: one row for each name in `rows`, which stands in the first column."""

    columns: tuple[ColumnEntry, ...] = key("kolonner", doc="Første kolonne er rækkens navn")
    rows: tuple[str, ...] = key("rækker")


@dataclass(frozen=True, slots=True)
class StairEntry:
    """A stair of minutes, week by week; `name` is where it starts."""

    minutes: tuple[int, ...] = key("minutter", doc="Minutter uge for uge; højst 20 % mere fra uge til uge")
    name: str = key("navn", default="")
    heading: str = key("overskrift", default="")
    text: tuple[str, ...] = key("tekst", default=())


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A question and how many lines there are to answer it on."""

    question: str = key("spørgsmål")
    lines: int = key("linjer", default=2)


@dataclass(frozen=True, slots=True)
class RatedEntry:
    """Numbered lines, each with five circles from small to large."""

    heading: str = key("overskrift")
    question: str = key("spørgsmål")
    least: str = key("fra")
    most: str = key("til")
    count: int = key("antal", default=3)


@dataclass(frozen=True, slots=True)
class InnerEntry:
    """A part of a sheet. Exactly one of the keys before `lines` is written."""

    text: str = key("tekst", default="")
    heading: str = key("overskrift", default="")
    step: str = key("trin", default="", doc="En handling; trinene får numre")
    question: str = key("spørgsmål", default="", doc="Et spørgsmål med linjer at skrive på")
    fill: str = key("udfyld", default="", doc="Ord, som en linje at skrive på følger efter")
    options: tuple[OptionEntry, ...] = key("valg", default=())
    body: bool = key("krop", default=False, doc="Egen krop forfra og bagfra, til krydser")
    cup: int = key("kop", default=0, doc="En kop under så mange tomme haner")
    safety: str = key("sikkerhed", default="", doc="Id på en låst tekst")
    lines: int = key("linjer", default=0, doc="Linjer at skrive på")
    after: str = key("efter", default="", doc="Ord efter en kort linje")
    title: str = key("over", default="", doc="Spørgsmålet over valgene")
    across: bool = key("på_række", default=False, doc="Valgene ved siden af hinanden")
    bold: bool = key("fed", default=False)
    boxed: bool = key("ramme", default=False, doc="Den låste tekst i en ramme med telefonnumre")
    only_if_approved: str = key("kun_hvis_godkendt", default="")
    only_if_not_approved: str = key("kun_hvis_ikke_godkendt", default="")
    conditions: tuple[str, ...] = key("tilstande", default=())


@dataclass(frozen=True, slots=True)
class SideBySideEntry:
    """Two columns of parts; `share` is how much of the width the left one takes."""

    left: tuple[InnerEntry, ...] = key("venstre")
    right: tuple[InnerEntry, ...] = key("højre")
    share: float = key("andel", default=0.5)


@dataclass(frozen=True, slots=True)
class PartEntry(InnerEntry):
    """A part of a sheet, or several of them on a tinted panel or side by side."""

    form: FormEntry | None = key("skema", default=None)
    stair: StairEntry | None = key("trappe", default=None)
    stairs: tuple[StairEntry, ...] = key("trapper", default=())
    road: tuple[QuestionEntry, ...] = key("vej", default=())
    rated: RatedEntry | None = key("vurdering", default=None)
    panel: tuple[InnerEntry, ...] = key("felt", default=())
    columns: SideBySideEntry | None = key("spalter", default=None)


@dataclass(frozen=True, slots=True)
class CardEntry:
    """A card to cut out. Of two that stand for the same number, each says for whom it is, or is not."""

    lines: tuple[str, ...] = key("tekst")
    figure: str = key("figur", default="")
    values: dict[str, Any] = key("værdier", default=dict)
    conditions: tuple[str, ...] = key("tilstande", default=())
    not_for: tuple[str, ...] = key("ikke_for", default=())


@dataclass(frozen=True, slots=True)
class CardsEntry:
    """A page of cards with the same answers to tick on each."""

    cards: tuple[CardEntry, ...] = key("kort")
    answers: tuple[str, ...] = key("svar", default=())


@dataclass(frozen=True, slots=True)
class SignEntry:
    """A table sign: the name that the others see, and the question for the one who sits behind it."""

    name: tuple[str, ...] = key("navn")
    question: str = key("spørgsmål")
    figure: str = key("figur", default="")
    values: dict[str, Any] = key("værdier", default=dict)


@dataclass(frozen=True, slots=True)
class SignsEntry:
    """Table signs, one a page; what is written for all of them is written once."""

    signs: tuple[SignEntry, ...] = key("skilte")
    you_are: str = key("du_er", doc="Står før navnet på bagsiden")
    heading: str = key("overskrift")
    task: str = key("opgave")


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """sheets/ID.yaml. It has `parts`, `cards` or `signs`. `conditions` empty means that it is for all four."""

    name: str = key("navn", doc="Det, arket hedder i listen")
    title: str = key("titel", default="")
    intro: tuple[str, ...] = key("vejledning", default=(), doc="Hvad man gør, i én eller to linjer")
    figure: str = key("figur", default="")
    values: dict[str, Any] = key("værdier", default=dict)
    alt: str = key("alternativ_tekst", default="")
    parts: tuple[PartEntry, ...] = key("dele", default=())
    cards: CardsEntry | None = key("kortark", default=None)
    signs: SignsEntry | None = key("bordskilte", default=None)
    foot: str = key("bund", default="", doc="Linjen nederst på kort og skilte")
    per_participant: bool = key("til_hver", default=True, doc="nej: ét sæt til holdet")
    pairs: bool = key("til_par", default=False, doc="ja: ét til hvert par")
    conditions: tuple[str, ...] = key("tilstande", default=())
    facts: FactUse = key("fakta", default=FactUse)
    copied_from: str = key("kopieret_fra", default="")
