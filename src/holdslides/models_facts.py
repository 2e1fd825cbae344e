"""The shape of facts.yaml and safety.yaml: what may be claimed and for whom, and the locked texts."""

from __future__ import annotations

from enum import StrEnum

from holdslides.keys import key
from holdslides.models import Edition
from holdslides.records import dataclass


class Audience(StrEnum):
    """Who a fact is for: patient, patient after rewriting, physiotherapist, organisation."""

    PATIENT = "P"
    REWRITTEN = "R"
    THERAPIST = "F"
    ORGANISATION = "O"


@dataclass(frozen=True, slots=True)
class Document:
    """A source document."""

    title: str = key("titel", doc="Dokumentets titel")
    number: str = key("nummer", default="", doc="Dokumentets nummer")


@dataclass(frozen=True, slots=True)
class Citation:
    """Where in a document a fact stands."""

    document: str = key("dokument", doc="Dokumentets id; klinikkens egne fakta har kilden klinikken")
    section: str = key("afsnit", default="", doc="Afsnittet i dokumentet")
    lines: str = key("linjer", default="", doc="Linjerne i dokumentet, fx 19-23")


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim that may be made, for whom, and with which limits."""

    id: str = key("id", doc="Et id, ingen anden påstand har")
    topic: str = key("emne", doc="Det, påstanden handler om")
    conditions: tuple[str, ...] = key("tilstande", doc="De tilstande, påstanden gælder for")
    audience: Audience = key(
        "målgruppe", doc="P patient, R patient efter omskrivning, F kun fysioterapeut, O organisation"
    )
    claim: str = key("påstand", doc="Det, man må sige, med jeres egne ord")
    source: Citation = key("kilde", doc="Hvor det står")
    joints: tuple[str, ...] = key("led", default=(), doc="Kun for disse led: knae, hofte eller begge")
    levels: tuple[str, ...] = key("niveau", default=(), doc="Kun for disse niveauer: laend eller nakke")
    editions: tuple[Edition, ...] = key(
        "udgaver", default=(Edition.FULL, Edition.PIXI), doc="Hvor kilden har påstanden"
    )
    hedges: tuple[str, ...] = key(
        "forbehold", default=(), doc="Kildens forbehold, fx kan eller ofte; en tekst skal have et af dem"
    )
    only_if: str = key("kun_hvis", default="", doc="Kildens betingelse")
    numbers: tuple[str, ...] = key("tal", default=(), doc="De tal, en tekst må vise")


@dataclass(frozen=True, slots=True)
class FactFile:
    """facts.yaml: the documents and the register."""

    documents: dict[str, Document] = key("dokumenter", doc="De dokumenter, påstandene bygger på")
    facts: tuple[Fact, ...] = key("fakta", doc="Påstandene")


@dataclass(frozen=True, slots=True)
class SafetyEntry:
    """A locked text. Either one text, or a heading with signs and a line on whom to call.

    `approved` lists the conditions whose source carries the text; for others a clinic must approve it.
    """

    id: str = key("id", doc="Tekstens id")
    facts: tuple[str, ...] = key("fakta", doc="Påstandene, teksten bygger på")
    approved: tuple[str, ...] = key("godkendt_for", doc="De tilstande, hvor kilderne bærer teksten")
    text: str = key("tekst", default="", doc="Teksten ord for ord")
    heading: str = key("overskrift", default="", doc="Overskriften over tegnene")
    signs: tuple[str, ...] = key("tegn", default=(), doc="Tegnene, ét pr. linje")
    call: str = key("ring", default="", doc="Hvem man ringer til")
    note: str = key("bemærkning", default="", doc="Til fysioterapeuten")


@dataclass(frozen=True, slots=True)
class SafetyFile:
    """safety.yaml."""

    texts: tuple[SafetyEntry, ...] = key("tekster", doc="De låste tekster")


@dataclass(frozen=True, slots=True)
class FactUse:
    """Facts a slide shows the patient and facts its notes speak of."""

    shown: tuple[str, ...] = key("vist", default=(), doc="Påstande, patienten ser")
    spoken: tuple[str, ...] = key("sagt", default=(), doc="Påstande, der kun siges eller står i noterne")
