"""The shape of sheets/ID.yaml: a worksheet of parts, cards to cut out, or table signs.

Text fields are templates.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from holdslides.keys import key
from holdslides.models_facts import FactUse
from holdslides.records import dataclass


class Mark(StrEnum):
    """What stands before a choice: something to tick, or one of the signs that tell colours and answers
    apart.
    """

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

    text: str = key("tekst", doc="Det, der står ved mærket")
    mark: Mark = key("mærke", default=Mark.RING, doc="Mærket foran")


@dataclass(frozen=True, slots=True)
class ColumnEntry:
    """A column of a form: its heading, and what can be chosen in it; without choices it is for writing.

    `width` is its share of the room that is left when the columns with choices have theirs.
    """

    heading: str = key("overskrift", doc="Kolonnens overskrift")
    options: tuple[OptionEntry, ...] = key(
        "valg", default=(), doc="Det, man kan vælge; tomt giver plads at skrive på"
    )
    width: float = key("bredde", default=1.0, doc="Kolonnens andel af den plads, der er tilbage")


@dataclass(frozen=True, slots=True)
class FormEntry:
    """A form: one row for each name in `rows`, which stands in the first column."""

    columns: tuple[ColumnEntry, ...] = key("kolonner", doc="Første kolonne er rækkens navn")
    rows: tuple[str, ...] = key("rækker", doc="Rækkernes navne")


@dataclass(frozen=True, slots=True)
class StairEntry:
    """A stair of minutes, week by week; `name` is where it starts."""

    minutes: tuple[int, ...] = key("minutter", doc="Minutter uge for uge; højst 20 % mere fra uge til uge")
    name: str = key("navn", default="", doc="Det sted, trappen begynder")
    heading: str = key("overskrift", default="", doc="Over trappen")
    text: tuple[str, ...] = key("tekst", default=(), doc="Under overskriften")


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A question and how many lines there are to answer it on."""

    question: str = key("spørgsmål", doc="Spørgsmålet")
    lines: int = key("linjer", default=2, doc="Linjer at svare på")
    example: str = key("eksempel", default="", doc="Et eksempel på et svar, under spørgsmålet")


@dataclass(frozen=True, slots=True)
class RatedEntry:
    """Numbered lines, each with five circles from small to large."""

    heading: str = key("overskrift", doc="Over linjerne")
    question: str = key("spørgsmål", doc="Det, man vurderer")
    least: str = key("fra", doc="Det mindste")
    most: str = key("til", doc="Det største")
    count: int = key("antal", default=3, doc="Hvor mange linjer")


@dataclass(frozen=True, slots=True)
class InnerEntry:
    """A part of a sheet. Exactly one of the keys before `lines` is written."""

    text: str = key("tekst", default="", doc="Et par linjer tekst")
    heading: str = key("overskrift", default="", doc="En overskrift midt på arket")
    step: str = key("trin", default="", doc="En handling; trinene får numre")
    question: str = key("spørgsmål", default="", doc="Et spørgsmål med linjer at skrive på")
    fill: str = key("udfyld", default="", doc="Ord, som en linje at skrive på følger efter")
    options: tuple[OptionEntry, ...] = key("valg", default=(), doc="Noget at sætte kryds ved")
    body: bool = key("krop", default=False, doc="Egen krop forfra og bagfra, til krydser")
    cup: int = key("kop", default=0, doc="En kop under så mange tomme haner")
    safety: str = key("sikkerhed", default="", doc="Id på en låst tekst")
    own_phone: bool = key("telefon", default=False, doc="ja: klinikkens telefon, eller en linje til den")
    lines: int = key("linjer", default=0, doc="Linjer at skrive på")
    after: str = key("efter", default="", doc="Ord efter en kort linje; en lodret streg giver én til")
    example: str = key("eksempel", default="", doc="Et eksempel på et svar, under spørgsmålet")
    title: str = key("over", default="", doc="Spørgsmålet over valgene")
    across: bool = key("på_række", default=False, doc="Valgene ved siden af hinanden")
    bold: bool = key("fed", default=False, doc="ja: med fed skrift")
    boxed: bool = key("ramme", default=False, doc="Den låste tekst i en ramme med telefonnumre")
    drawn: bool = key("tegnet", default=False, doc="ja: et lille billede ved hvert tegn i rammen")
    only_if_approved: str = key(
        "kun_hvis_godkendt", default="", doc="Kun med, når denne sikkerhedstekst er godkendt for tilstanden"
    )
    only_if_not_approved: str = key(
        "kun_hvis_ikke_godkendt",
        default="",
        doc="Kun med, når denne sikkerhedstekst ikke er godkendt for tilstanden",
    )
    conditions: tuple[str, ...] = key(
        "tilstande", default=(), doc="Kun for disse tilstande; tomt betyder alle"
    )


@dataclass(frozen=True, slots=True)
class SideBySideEntry:
    """Two columns of parts; `share` is how much of the width the left one takes."""

    left: tuple[InnerEntry, ...] = key("venstre", doc="Delene til venstre")
    right: tuple[InnerEntry, ...] = key("højre", doc="Delene til højre")
    share: float = key("andel", default=0.5, doc="Venstre sides del af bredden, 0-1")


@dataclass(frozen=True, slots=True)
class PartEntry(InnerEntry):
    """A part of a sheet, or several of them on a tinted panel or side by side."""

    form: FormEntry | None = key("skema", default=None, doc="Et skema med kolonner og rækker")
    stair: StairEntry | None = key("trappe", default=None, doc="En trappe af minutter")
    stairs: tuple[StairEntry, ...] = key("trapper", default=(), doc="Flere trapper")
    road: tuple[QuestionEntry, ...] = key("vej", default=(), doc="Spørgsmål langs en vej")
    rated: RatedEntry | None = key("vurdering", default=None, doc="Linjer med fem ringe fra lille til stor")
    panel: tuple[InnerEntry, ...] = key("felt", default=(), doc="Dele på et farvet felt")
    columns: SideBySideEntry | None = key("spalter", default=None, doc="Dele ved siden af hinanden")


@dataclass(frozen=True, slots=True)
class CardEntry:
    """A card to cut out. Of two that stand for the same number, each says for whom it is, or is not."""

    lines: tuple[str, ...] = key("tekst", doc="Kortets linjer")
    answer: str = key("svar", default="", doc="Et af kortarkets svar; det står på bagsiden")
    reason: str = key("fordi", default="", doc="Én linje om svaret; den står på bagsiden")
    figure: str = key("figur", default="", doc="Figurens id; editoren foreslår dem, der er")
    values: dict[str, Any] = key(
        "værdier", default=dict, doc="Det, figuren skal vise; hvad der kan stå, afhænger af figuren"
    )
    conditions: tuple[str, ...] = key(
        "tilstande", default=(), doc="Kun for disse tilstande; tomt betyder alle"
    )
    not_for: tuple[str, ...] = key("ikke_for", default=(), doc="Ikke for disse tilstande")


@dataclass(frozen=True, slots=True)
class CardsEntry:
    """A page of cards, a page with the answer behind each, and a slip for each answer to lay them under."""

    cards: tuple[CardEntry, ...] = key("kort", doc="Kortene")
    answers: tuple[str, ...] = key(
        "svar", default=(), doc="Svarene: en seddel til hver, som kortene lægges under"
    )


@dataclass(frozen=True, slots=True)
class SignEntry:
    """A table sign: the name that the others see, and the question for the one who sits behind it."""

    name: tuple[str, ...] = key("navn", doc="Navnet, de andre ser")
    question: str = key("spørgsmål", doc="Spørgsmålet til den, der sidder bag skiltet")
    figure: str = key("figur", default="", doc="Figurens id; editoren foreslår dem, der er")
    values: dict[str, Any] = key(
        "værdier", default=dict, doc="Det, figuren skal vise; hvad der kan stå, afhænger af figuren"
    )


@dataclass(frozen=True, slots=True)
class SignsEntry:
    """Table signs, one a page; what is written for all of them is written once."""

    signs: tuple[SignEntry, ...] = key("skilte", doc="Skiltene")
    you_are: str = key("du_er", doc="Står før navnet på bagsiden")
    heading: str = key("overskrift", doc="Overskriften på bagsiden")
    task: str = key("opgave", doc="Det, man skal gøre")


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """sheets/ID.yaml.

    It has `parts`, `cards` or `signs`. `conditions` empty means that it is for all four.
    """

    name: str = key("navn", doc="Det, arket hedder i listen")
    title: str = key("titel", default="", doc="Arkets overskrift")
    intro: tuple[str, ...] = key("vejledning", default=(), doc="Hvad man gør, i én eller to linjer")
    figure: str = key("figur", default="", doc="Figurens id; editoren foreslår dem, der er")
    values: dict[str, Any] = key(
        "værdier", default=dict, doc="Det, figuren skal vise; hvad der kan stå, afhænger af figuren"
    )
    alt: str = key(
        "alternativ_tekst", default="", doc="En sætning, der siger billedet højt; tom giver figurens egen"
    )
    parts: tuple[PartEntry, ...] = key("dele", default=(), doc="Arkets dele, oppefra")
    cards: CardsEntry | None = key("kortark", default=None, doc="Kort at klippe ud")
    signs: SignsEntry | None = key("bordskilte", default=None, doc="Skilte til bordet")
    foot: str = key("bund", default="", doc="Linjen nederst på kort og skilte")
    per_participant: bool = key("til_hver", default=True, doc="nej: ét sæt til holdet")
    pairs: bool = key("til_par", default=False, doc="ja: ét til hvert par")
    conditions: tuple[str, ...] = key(
        "tilstande", default=(), doc="Kun for disse tilstande; tomt betyder alle"
    )
    facts: FactUse = key("fakta", default=FactUse, doc="Id'er på de påstande, teksten bygger på")
    copied_from: str = key(
        "kopieret_fra", default="", doc="Skrives af holdslides copy: hvad filen er en kopi af"
    )
