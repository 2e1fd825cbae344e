"""The shape of conditions/ID.yaml: a programme, its meetings and their blocks. Minutes are whole or half."""

from __future__ import annotations

from holdslides.keys import key
from holdslides.models import Course, Edition, OwnSlidesEntry, Setting
from holdslides.pages import ActivityType
from holdslides.records import dataclass


@dataclass(frozen=True, slots=True)
class BlockEntry:
    """A module in a programme: which of its slides (all that apply when empty), and how long.

    In place of a module, `own` takes slides out of the clinic's own presentation. `least` and `most` are the
    shortest and longest minutes; `drop` is the order in which blocks are left out when time is short (1 first,
    0 never); `extra` blocks are only used when there is more time than planned.
    """

    minutes: float = key("minutter", doc="Så længe varer blokken")
    module: str = key("modul", default="", doc="Modulets id")
    own: OwnSlidesEntry | None = key(
        "egne_slides", default=None, doc="Slides fra jeres egen præsentation, i stedet for et modul"
    )
    activity: ActivityType = key(
        "aktivitetstype", default=ActivityType.TALK, doc="oplaeg, oevelse, metafor, dialog eller skema"
    )
    slides: tuple[str, ...] = key(
        "slides", default=(), doc="Netop disse slides fra modulet; tomt giver alle, der passer"
    )
    title: str = key("titel", default="", doc="En anden titel end modulets")
    one_line: str = key("en_linje", default="", doc="Det vigtigste at sige, i én linje, til drejebogen")
    least: float = key("mindst", default=0.0, doc="Så kort kan blokken gøres")
    most: float = key("højst", default=0.0, doc="Så lang kan blokken gøres")
    drop: int = key("udelades_som", default=0, doc="1 går først ud, når tiden er knap; 0 går aldrig")
    extra: bool = key("ekstra", default=False, doc="ja: kun med, når der er tid til overs")
    editions: tuple[Edition, ...] = key(
        "udgaver", default=tuple(Edition), doc="Med i den fulde udgave, i pixi, eller i begge"
    )
    courses: tuple[Course, ...] = key(
        "forløb", default=tuple(Course), doc="Kun for disse forløb: kort, langvarig eller blandet"
    )


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """One meeting: its name, planned minutes and blocks. Paper that goes with it by id."""

    title: str = key("titel", doc="Gangens titel")
    minutes: float = key("minutter", doc="Så længe varer gangen")
    blocks: tuple[BlockEntry, ...] = key("blokke", doc="Modulerne i den orden, de kommer")
    purpose: str = key("formål", default="", doc="Det, deltagerne går hjem med")
    sheets: tuple[str, ...] = key("ark", default=(), doc="Ark, der hører til gangen")
    materials: tuple[str, ...] = key("materialer", default=(), doc="Det, der skal ligge klar")


@dataclass(frozen=True, slots=True)
class SettingEntry:
    """A setting of a condition: its service and its meetings."""

    service: str = key("ydelse", doc="Ydelsens navn i overenskomsten")
    sessions: tuple[SessionEntry, ...] = key("gange", doc="Gangene, den første først")
    code: str = key(
        "ydelsesnummer", default="", doc="Nummeret i overenskomsten; tomt hvor kilderne ikke giver et"
    )


@dataclass(frozen=True, slots=True)
class Required:
    """What every document for a condition must carry."""

    facts: tuple[str, ...] = key("fakta", default=(), doc="Påstande, der altid skal med")
    safety: tuple[str, ...] = key("sikkerhed", default=(), doc="Sikkerhedstekster, der altid skal med")
    modules: tuple[str, ...] = key("moduler", default=(), doc="Moduler, der hører med i hvert forløb")

    def __or__(self, other: Required) -> Required:
        """What either of the two demands."""
        return Required(
            tuple(dict.fromkeys(self.facts + other.facts)),
            tuple(dict.fromkeys(self.safety + other.safety)),
            tuple(dict.fromkeys(self.modules + other.modules)),
        )


@dataclass(frozen=True, slots=True)
class Condition:
    """conditions/ID.yaml."""

    name: str = key("navn", doc="I patientens ord")
    professional_name: str = key("fagnavn", doc="Fagets ord for tilstanden")
    words: dict[str, str] = key("ord", default=dict, doc="Ord, teksterne kan bruge: {{ tilstand.ryggen }}")
    settings: dict[Setting, SettingEntry] = key(
        "rammer", default=dict, doc="hold, individuel og traening; den første bruges, når ingen er valgt"
    )
    required: Required = key(
        "krav", default=Required, doc="Det, hvert materiale til tilstanden skal have med"
    )
    joints: tuple[str, ...] = key("led", default=(), doc="De led, man kan vælge imellem")
    levels: tuple[str, ...] = key("niveau", default=(), doc="De niveauer, man skal vælge imellem")
    why_not_group: str = key("hvorfor_ikke_hold", default="", doc="Hvorfor der ikke er et hold")
    posters: tuple[str, ...] = key("plakater", default=(), doc="De plakater, der hører til")
    copied_from: str = key(
        "kopieret_fra", default="", doc="Skrives af holdslides copy: hvad filen er en kopi af"
    )

    @property
    def template_words(self) -> dict[str, str]:
        """What a text may say about the condition: {{ tilstand.navn }} and the condition's own words."""
        return {**self.words, "navn": self.name, "fagnavn": self.professional_name}
