"""The shape of modules/ID.yaml: a topic and its slides, as written. Minutes are whole or half."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from holdslides.keys import key
from holdslides.models import Course, Edition, Setting
from holdslides.models_facts import FactUse
from holdslides.pages import ActivityType, AtHome
from holdslides.records import dataclass


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


@dataclass(frozen=True, slots=True)
class ActivityEntry:
    """What the participants do on a slide."""

    type: ActivityType = key("type", doc="oplaeg, oevelse, metafor, dialog eller skema")
    minutes: float = key("minutter", doc="Hele eller halve minutter")
    participants: str = key("deltagerne", doc="Hvad deltagerne gør")
    seated: str = key("siddende", default="", doc="Sådan kan man være med siddende")
    without_writing: str = key("uden_at_skrive", default="", doc="Sådan kan man være med uden at skrive")
    at_home: AtHome = key(
        "hjemme",
        default=AtHome.TIMES,
        doc="Det, arket »Øv dig hjemme« spørger om: gange (tom), tid (står på slidet) eller farver",
    )


@dataclass(frozen=True, slots=True)
class NotesEntry:
    """The notes under a slide: what she says, does and knows."""

    say: tuple[str, ...] = key("sig", doc="Det, du siger højt, en linje pr. stykke")
    do: tuple[str, ...] = key("gør", default=(), doc="Det, du gør undervejs")
    background: tuple[str, ...] = key("baggrund", default=(), doc="Det, du skal vide")


@dataclass(frozen=True, slots=True)
class ColumnEntry:
    """One column of a two-column slide."""

    heading: str = key("overskrift", doc="Spaltens overskrift")
    body: tuple[str, ...] = key("tekst", doc="Spaltens linjer")


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A small table."""

    header: tuple[str, ...] = key("hoved", doc="Kolonnernes overskrifter")
    rows: tuple[tuple[str, ...], ...] = key(
        "rækker", doc="Rækkerne, hver med lige så mange felter som hovedet"
    )


@dataclass(frozen=True, slots=True)
class SlideEntry:
    """A slide of a module, as written. Text fields are Jinja2 templates; `**word**` is bold."""

    id: str = key(
        "id", doc="Slidets id: små bogstaver og bindestreger; lav det ikke om, når slidet er i brug"
    )
    layout: SlideLayout = key("opsætning", doc="Hvordan slidet er bygget op")
    notes: NotesEntry = key("noter", doc="Det, du siger, gør og skal vide; vises ikke for deltagerne")
    headline: str = key("overskrift", default="", doc="En sætning eller et spørgsmål, højst 10 ord")
    body: tuple[str, ...] = key("tekst", default=(), doc="Teksten, en linje pr. stykke; **fed** kan bruges")
    subtitle: tuple[str, ...] = key("undertitel", default=(), doc="Under overskriften på forsiden")
    number: str = key("nummer", default="", doc="Fx Del 2, på et afsnit")
    question: str = key("spørgsmål", default="", doc="Spørgsmålet i boblen")
    points: tuple[str, ...] = key("punkter", default=(), doc="De tre ting at huske")
    left: ColumnEntry | None = key("venstre", default=None, doc="Venstre spalte")
    right: ColumnEntry | None = key("højre", default=None, doc="Højre spalte")
    table: TableEntry | None = key("tabel", default=None, doc="En lille tabel")
    figure: str = key("figur", default="", doc="Figurens id; editoren foreslår dem, der er")
    values: dict[str, Any] = key(
        "værdier", default=dict, doc="Det, figuren skal vise; hvad der kan stå, afhænger af figuren"
    )
    alt: str = key(
        "alternativ_tekst", default="", doc="En sætning, der siger billedet højt; tom giver figurens egen"
    )
    safety: str = key("sikkerhed", default="", doc="Id på en låst tekst, som slidet viser")
    activity: ActivityEntry | None = key("aktivitet", default=None, doc="Det, deltagerne gør")
    facts: FactUse = key("fakta", default=FactUse, doc="Id'er på de påstande, teksten bygger på")
    handout: str = key("ark", default="", doc="Id på det ark, der deles ud")
    droppable: bool = key("kan_udelades", default=False, doc="ja: slidet må gå ud, når tiden er knap")
    editions: tuple[Edition, ...] = key(
        "udgaver", default=tuple(Edition), doc="Med i den fulde udgave, i pixi, eller i begge"
    )
    courses: tuple[Course, ...] = key(
        "forløb", default=tuple(Course), doc="Kun for disse forløb: kort, langvarig eller blandet"
    )
    settings: tuple[Setting, ...] = key(
        "rammer", default=tuple(Setting), doc="Kun i disse rammer: hold, individuel eller traening"
    )
    conditions: tuple[str, ...] = key(
        "tilstande", default=(), doc="Kun for disse tilstande; tomt betyder alle"
    )
    joints: tuple[str, ...] = key("led", default=(), doc="Kun for disse led: knae, hofte eller begge")
    levels: tuple[str, ...] = key("niveau", default=(), doc="Kun for disse niveauer: laend eller nakke")
    only_if_chosen: str = key("kun_ved_valg", default="", doc="Slidet er kun med, når det vælges, fx vægt")
    only_if_approved: str = key(
        "kun_hvis_godkendt", default="", doc="Kun med, når denne sikkerhedstekst er godkendt for tilstanden"
    )
    only_if_not_approved: str = key(
        "kun_hvis_ikke_godkendt",
        default="",
        doc="Kun med, når denne sikkerhedstekst ikke er godkendt for tilstanden",
    )


@dataclass(frozen=True, slots=True)
class Module:
    """modules/ID.yaml: a topic with its slides. `title` is in patient words and stands in the footer."""

    title: str = key("titel", doc="Titlen i patientens ord; står i sidefoden")
    slides: tuple[SlideEntry, ...] = key("slides", doc="Slidene i den orden, de vises")
    about: str = key("om", default="", doc="Hvad modulet er til, til fysioterapeuten")
    conditions: tuple[str, ...] = key(
        "tilstande", default=(), doc="Kun for disse tilstande; tomt betyder alle"
    )
    materials: tuple[str, ...] = key("materialer", default=(), doc="Det, der skal ligge klar")
    copied_from: str = key(
        "kopieret_fra", default="", doc="Skrives af holdslides copy: hvad filen er en kopi af"
    )
