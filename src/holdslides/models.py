"""The shape of each content file: what a module, a condition, a fact and a safety text may hold.

Every field names its Danish key with `key`; the loader refuses any other key. Minutes are whole or half.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from holdslides.keys import key
from holdslides.pages import ActivityType


class SlideLayout(StrEnum):
    """The Danish names of the slide layouts, as written under `opsætning`."""

    TITLE = "forside"
    SECTION = "afsnit"
    STATEMENT = "udsagn"
    SIDE = "side"
    WIDE = "bred"
    QUESTION = "spørgsmål"
    EXERCISE = "øvelse"
    COLUMNS = "spalter"
    TABLE = "tabel"
    SUMMARY = "opsamling"
    SAFETY = "søg-hjælp"


class Edition(StrEnum):
    """Full or short (PIXI) edition."""

    FULL = "fuld"
    PIXI = "pixi"


class Setting(StrEnum):
    """Where the material is used."""

    GROUP = "hold"
    INDIVIDUAL = "individuel"
    TRAINING = "traening"


class Course(StrEnum):
    """How long the trouble has lasted in this group."""

    SHORT = "kort"
    LONG = "langvarig"
    MIXED = "blandet"


class Audience(StrEnum):
    """Who a fact is for: patient, patient after rewriting, physiotherapist, organisation."""

    PATIENT = "P"
    REWRITTEN = "R"
    THERAPIST = "F"
    ORGANISATION = "O"


@dataclass(frozen=True, slots=True)
class Document:
    """A source document."""

    title: str = key("titel")
    number: str = key("nummer", default="")


@dataclass(frozen=True, slots=True)
class Citation:
    """Where in a document a fact stands."""

    document: str = key("dokument")
    section: str = key("afsnit", default="")
    lines: str = key("linjer", default="")


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim that may be made, for whom, and with which limits."""

    id: str = key("id")
    topic: str = key("emne")
    conditions: tuple[str, ...] = key("tilstande")
    audience: Audience = key("målgruppe")
    claim: str = key("påstand")
    source: Citation = key("kilde")
    joints: tuple[str, ...] = key("led", default=())
    levels: tuple[str, ...] = key("niveau", default=())
    editions: tuple[Edition, ...] = key("udgaver", default=(Edition.FULL, Edition.PIXI))
    hedges: tuple[str, ...] = key("forbehold", default=())
    only_if: str = key("kun_hvis", default="")
    numbers: tuple[str, ...] = key("tal", default=())


@dataclass(frozen=True, slots=True)
class FactFile:
    """facts.yaml: the documents and the register."""

    documents: dict[str, Document] = key("dokumenter")
    facts: tuple[Fact, ...] = key("fakta")


@dataclass(frozen=True, slots=True)
class SafetyEntry:
    """A locked text. Either one text, or a heading with signs and a line on whom to call.

    `approved` lists the conditions whose source carries the text; for others a clinic must approve it.
    """

    id: str = key("id")
    facts: tuple[str, ...] = key("fakta")
    approved: tuple[str, ...] = key("godkendt_for")
    text: str = key("tekst", default="")
    heading: str = key("overskrift", default="")
    signs: tuple[str, ...] = key("tegn", default=())
    call: str = key("ring", default="")
    note: str = key("bemærkning", default="")


@dataclass(frozen=True, slots=True)
class SafetyFile:
    """safety.yaml."""

    texts: tuple[SafetyEntry, ...] = key("tekster")


@dataclass(frozen=True, slots=True)
class ActivityEntry:
    """What the participants do on a slide."""

    type: ActivityType = key("type", doc="oplaeg, oevelse, metafor, dialog eller skema")
    minutes: float = key("minutter")
    participants: str = key("deltagerne", doc="Hvad deltagerne gør")
    seated: str = key("siddende", default="", doc="Sådan kan man være med siddende")
    without_writing: str = key("uden_at_skrive", default="", doc="Sådan kan man være med uden at skrive")


@dataclass(frozen=True, slots=True)
class NotesEntry:
    """The notes under a slide: what she says, does and knows."""

    say: tuple[str, ...] = key("sig")
    do: tuple[str, ...] = key("gør", default=())
    background: tuple[str, ...] = key("baggrund", default=())


@dataclass(frozen=True, slots=True)
class FactUse:
    """Facts a slide shows the patient and facts its notes speak of."""

    shown: tuple[str, ...] = key("vist", default=())
    spoken: tuple[str, ...] = key("sagt", default=())


@dataclass(frozen=True, slots=True)
class ColumnEntry:
    """One column of a two-column slide."""

    heading: str = key("overskrift")
    body: tuple[str, ...] = key("tekst")


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A small table."""

    header: tuple[str, ...] = key("hoved")
    rows: tuple[tuple[str, ...], ...] = key("rækker")


@dataclass(frozen=True, slots=True)
class SlideEntry:
    """A slide of a module, as written. Text fields are Jinja2 templates; `**word**` is bold."""

    id: str = key("id")
    layout: SlideLayout = key("opsætning")
    notes: NotesEntry = key("noter")
    headline: str = key("overskrift", default="")
    body: tuple[str, ...] = key("tekst", default=())
    subtitle: tuple[str, ...] = key("undertitel", default=())
    number: str = key("nummer", default="")
    question: str = key("spørgsmål", default="")
    points: tuple[str, ...] = key("punkter", default=())
    left: ColumnEntry | None = key("venstre", default=None)
    right: ColumnEntry | None = key("højre", default=None)
    table: TableEntry | None = key("tabel", default=None)
    figure: str = key("figur", default="")
    values: dict[str, Any] = key("værdier", default=dict)
    alt: str = key("alternativ_tekst", default="")
    safety: str = key("sikkerhed", default="", doc="Id på en låst tekst, som slidet viser")
    activity: ActivityEntry | None = key("aktivitet", default=None)
    facts: FactUse = key("fakta", default=FactUse)
    handout: str = key("ark", default="")
    droppable: bool = key("kan_udelades", default=False)
    editions: tuple[Edition, ...] = key("udgaver", default=tuple(Edition))
    courses: tuple[Course, ...] = key("forløb", default=tuple(Course))
    settings: tuple[Setting, ...] = key("rammer", default=tuple(Setting))
    conditions: tuple[str, ...] = key("tilstande", default=())
    joints: tuple[str, ...] = key("led", default=())
    levels: tuple[str, ...] = key("niveau", default=())
    only_if_chosen: str = key("kun_ved_valg", default="", doc="Slidet er kun med, når det vælges, fx vægt")
    only_if_approved: str = key("kun_hvis_godkendt", default="")
    only_if_not_approved: str = key("kun_hvis_ikke_godkendt", default="")


@dataclass(frozen=True, slots=True)
class Module:
    """modules/ID.yaml: a topic with its slides. `title` is in patient words and stands in the footer."""

    title: str = key("titel")
    slides: tuple[SlideEntry, ...] = key("slides")
    about: str = key("om", default="", doc="Hvad modulet er til, til fysioterapeuten")
    conditions: tuple[str, ...] = key("tilstande", default=())
    materials: tuple[str, ...] = key("materialer", default=())
    copied_from: str = key("kopieret_fra", default="")


@dataclass(frozen=True, slots=True)
class BlockEntry:
    """A module in a programme: which of its slides (all that apply when empty), and how long.

    `least` and `most` are the shortest and longest minutes; `drop` is the order in which blocks are left out when
    time is short (1 first, 0 never); `extra` blocks are only used when there is more time than planned.
    """

    module: str = key("modul")
    minutes: float = key("minutter")
    activity: ActivityType = key("aktivitetstype")
    slides: tuple[str, ...] = key("slides", default=())
    title: str = key("titel", default="")
    one_line: str = key("en_linje", default="", doc="Det vigtigste at sige, i én linje, til drejebogen")
    least: float = key("mindst", default=0.0)
    most: float = key("højst", default=0.0)
    drop: int = key("udelades_som", default=0)
    extra: bool = key("ekstra", default=False)
    editions: tuple[Edition, ...] = key("udgaver", default=tuple(Edition))
    courses: tuple[Course, ...] = key("forløb", default=tuple(Course))


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """One meeting: its name, planned minutes and blocks. Paper that goes with it by id."""

    title: str = key("titel")
    minutes: float = key("minutter")
    blocks: tuple[BlockEntry, ...] = key("blokke")
    purpose: str = key("formål", default="")
    sheets: tuple[str, ...] = key("ark", default=())
    materials: tuple[str, ...] = key("materialer", default=())


@dataclass(frozen=True, slots=True)
class SettingEntry:
    """A setting of a condition: its service and its meetings."""

    service: str = key("ydelse")
    sessions: tuple[SessionEntry, ...] = key("gange")
    code: str = key("ydelsesnummer", default="", doc="Nummeret i overenskomsten; tomt hvor kilderne ikke giver et")
    group_name: str = key("holdnavn", default="")


@dataclass(frozen=True, slots=True)
class Required:
    """What every document for a condition must carry."""

    facts: tuple[str, ...] = key("fakta", default=())
    safety: tuple[str, ...] = key("sikkerhed", default=())
    modules: tuple[str, ...] = key("moduler", default=())


@dataclass(frozen=True, slots=True)
class Condition:
    """conditions/ID.yaml."""

    name: str = key("navn", doc="I patientens ord")
    professional_name: str = key("fagnavn")
    words: dict[str, str] = key("ord", default=dict)
    settings: dict[Setting, SettingEntry] = key("rammer", default=dict)
    required: Required = key("krav", default=Required)
    joints: tuple[str, ...] = key("led", default=())
    levels: tuple[str, ...] = key("niveau", default=())
    why_not_group: str = key("hvorfor_ikke_hold", default="")
    posters: tuple[str, ...] = key("plakater", default=())
