"""The shape of each content file: what a module, a condition, a fact and a safety text may hold.

Every field names its Danish key with `key`; the loader refuses any other key. Minutes are whole or half.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from holdslides.keys import key
from holdslides.pages import ActivityType
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
class ActivityEntry:
    """What the participants do on a slide."""

    type: ActivityType = key("type", doc="oplaeg, oevelse, metafor, dialog eller skema")
    minutes: float = key("minutter", doc="Hele eller halve minutter")
    participants: str = key("deltagerne", doc="Hvad deltagerne gør")
    seated: str = key("siddende", default="", doc="Sådan kan man være med siddende")
    without_writing: str = key("uden_at_skrive", default="", doc="Sådan kan man være med uden at skrive")


@dataclass(frozen=True, slots=True)
class NotesEntry:
    """The notes under a slide: what she says, does and knows."""

    say: tuple[str, ...] = key("sig", doc="Det, du siger højt, en linje pr. stykke")
    do: tuple[str, ...] = key("gør", default=(), doc="Det, du gør undervejs")
    background: tuple[str, ...] = key("baggrund", default=(), doc="Det, du skal vide")


@dataclass(frozen=True, slots=True)
class FactUse:
    """Facts a slide shows the patient and facts its notes speak of."""

    shown: tuple[str, ...] = key("vist", default=(), doc="Påstande, patienten ser")
    spoken: tuple[str, ...] = key("sagt", default=(), doc="Påstande, der kun siges eller står i noterne")


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


@dataclass(frozen=True, slots=True)
class OwnSlidesEntry:
    """Slides of the clinic's own, out of a presentation in its folder, by their numbers from 1."""

    file: str = key("fil", doc="En .pptx i klinikkens mappe, fx velkomst.pptx")
    slides: tuple[int, ...] = key("slides", default=(), doc="Slidenes numre, fx [1, 3]; tomt giver dem alle")


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
