"""The shape of posters/ID.yaml. Text fields are templates, as in modules; `**word**` is bold."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from holdslides.keys import key
from holdslides.models_facts import FactUse
from holdslides.records import dataclass


class PosterLayout(StrEnum):
    """How a poster is built up."""

    PICTURE_FIRST = "billede-først"
    WORDS_FIRST = "ord-først"
    BANDS = "bånd"
    NOTICE = "opslag"
    TABLE = "tabel"


class Hanging(StrEnum):
    """Where a poster hangs: what `poster --plan` does with it."""

    ALWAYS = "altid"
    IN_TURN = "skiftes"
    CONSULTING_ROOM = "samtalerum"
    WHEN_NEEDED = "efter behov"


@dataclass(frozen=True, slots=True)
class BandEntry:
    """One band of a poster of bands: a word, what it means, and its own figure or sign."""

    word: str = key("ord", doc="Ordet i båndet")
    text: str = key("tekst", default="", doc="Det, ordet betyder")
    figure: str = key("figur", default="", doc="Figurens id; editoren foreslår dem, der er")
    values: dict[str, Any] = key(
        "værdier", default=dict, doc="Det, figuren skal vise; hvad der kan stå, afhænger af figuren"
    )
    colour: str = key("farve", default="leaf3", doc="leaf3, leaf2, petrol2, amber3, amber2 eller coral2")
    edge: str = key("kant", default="", doc="Farven på jorden langs båndets underkant, fx leaf")


@dataclass(frozen=True, slots=True)
class RowEntry:
    """One row of a poster with a table: its name and what stands there; empty means a line to write on."""

    name: str = key("navn", doc="Det, der står til venstre")
    value: str = key("værdi", default="", doc="Det, der står til højre; tomt giver en linje at skrive på")


@dataclass(frozen=True, slots=True)
class PosterEntry:
    """posters/ID.yaml: a poster from A4 to A0. `conditions` empty means it holds for all four.

    A notice (`opslag`) takes its words from the locked text; `headline` may only break its lines.
    """

    name: str = key("navn", doc="Det, plakaten hedder i listen")
    layout: PosterLayout = key("opsætning", doc="Hvordan plakaten er bygget op")
    headline: tuple[str, ...] = key(
        "overskrift", default=(), doc="Overskriftens linjer, delt efter mening; højst 8 ord"
    )
    body: tuple[str, ...] = key("tekst", default=(), doc="Det vigtigste, en linje pr. punkt")
    second: tuple[str, ...] = key("tekst2", default=(), doc="Det næstvigtigste, i mindre skrift")
    figure: str = key("figur", default="", doc="Figurens id; editoren foreslår dem, der er")
    values: dict[str, Any] = key(
        "værdier", default=dict, doc="Det, figuren skal vise; hvad der kan stå, afhænger af figuren"
    )
    alt: str = key(
        "alternativ_tekst", default="", doc="En sætning, der siger billedet højt; tom giver figurens egen"
    )
    stage: str = key("scene", default="sand1", doc="Farven bag billedet")
    foot: str = key("bund", default="sand1", doc="Farven bag ordene: sand1 eller petrol7")
    bands: tuple[BandEntry, ...] = key("bånd", default=(), doc="Båndene, oppefra")
    rows: tuple[RowEntry, ...] = key("rækker", default=(), doc="Rækkerne, oppefra")
    safety: str = key("sikkerhed", default="", doc="Id på en låst tekst, som et opslag viser")
    conditions: tuple[str, ...] = key(
        "tilstande", default=(), doc="Kun for disse tilstande; tomt betyder alle"
    )
    levels: tuple[str, ...] = key(
        "niveau", default=(), doc="Kun for disse niveauer: laend eller nakke; tomt betyder alle"
    )
    label: str = key("mærkat", default="", doc="Den lille etiket, der siger, hvem plakaten gælder for")
    facts: FactUse = key("fakta", default=FactUse, doc="Id'er på de påstande, teksten bygger på")
    hanging: Hanging = key(
        "ophæng", default=Hanging.IN_TURN, doc="altid, skiftes, samtalerum eller efter behov"
    )
    copied_from: str = key(
        "kopieret_fra", default="", doc="Skrives af holdslides copy: hvad filen er en kopi af"
    )
