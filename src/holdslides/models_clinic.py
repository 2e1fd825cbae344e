"""The parts of klinik.yaml: groups, approvals, colours, the order of a meeting, the PowerPoint template."""

from __future__ import annotations

from holdslides.keys import key
from holdslides.models import OwnSlidesEntry, Setting
from holdslides.records import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """A group the clinic runs: its name and condition id, and when and where it meets."""

    name: str = key("navn", doc="Holdets navn, fx mandag 16")
    condition: str = key("tilstand", doc="laenderyg, artrose, nerverod eller spinalstenose")
    day: str = key("dag", default="", doc="Ugedagen, fx mandag")
    time: str = key("tid", default="", doc="Klokkeslættet, fx 16.00")
    where: str = key("sted", default="", doc="Stedet, fx holdsalen i stuen")


@dataclass(frozen=True, slots=True)
class Approval:
    """A clinician's word that a safety text may be shown for a condition whose sources do not carry it."""

    text: str = key("tekst", doc="Sikkerhedstekstens id, fx roede-flag-laend")
    condition: str = key("tilstand", doc="Tilstandens id")
    by: str = key("af", doc="Hvem der har godkendt teksten")
    date: str = key("dato", doc="Hvornår, fx 2026-01-31")


@dataclass(frozen=True, slots=True)
class Colours:
    """Steps of the brand ramp set by hand; "" leaves a step to `farve`. All are #RRGGBB."""

    ink: str = key("blæk", default="", doc="Teksten, og bunden på afsnit; den mørkeste")
    petrol8: str = key("mørk", default="", doc="Mørk flade")
    petrol7: str = key("flade", default="", doc="Den store farveflade, med lys tekst på")
    petrol6: str = key("dyb", default="", doc="Mellem flade og klar")
    petrol5: str = key("klar", default="", doc="Streger og former på lys bund")
    petrol3: str = key("lys", default="", doc="Former på farvefladen")
    petrol2: str = key("lysest", default="", doc="Den lyse tone, med mørk tekst på")


@dataclass(frozen=True, slots=True)
class ExtraSlides(OwnSlidesEntry):
    """The clinic's own slides as they are put into a meeting."""

    after: str = key("efter", default="", doc="Modulet, de kommer efter; tomt lægger dem først")
    minutes: float = key("minutter", default=1.0, doc="Så længe varer de, i alt")
    title: str = key("titel", default="", doc="Det, der står i sektionen og drejebogen")
    one_line: str = key("en_linje", default="", doc="Det vigtigste at sige, i én linje")


@dataclass(frozen=True, slots=True)
class PageOrder:
    """What was arranged and kept on the local page. Blocks go by `modul`, or `modul/slide` with their first slide.

    It is worked out on top of the rest of the order; a name in it that the meeting does not have (another
    edition, another course) is no mistake.
    """

    order: tuple[str, ...] = key(
        "orden", default=(), doc="Blokkene i denne orden; de, der ikke står her, følger den før dem"
    )
    added: tuple[str, ...] = key("tilføj", default=(), doc="Moduler og aktiviteter, der er lagt til")
    without: tuple[str, ...] = key("udelad", default=(), doc="Blokke, der er taget ud")
    without_slides: tuple[str, ...] = key(
        "udelad_slides", default=(), doc="Enkelte slides, der er taget ud, som modul/slide"
    )
    minutes: float = key("minutter", default=0.0, doc="Så lang tid har I; tomt er den planlagte tid")


@dataclass(frozen=True, slots=True)
class Order:
    """How the clinic runs one meeting of a condition. What is not written stays as in the programme."""

    condition: str = key("tilstand", doc="laenderyg, artrose, nerverod eller spinalstenose")
    setting: Setting | None = key(
        "ramme", default=None, doc="hold, individuel eller traening; tomt er tilstandens første"
    )
    session: int = key("gang", default=1, doc="Hvilken gang: 1 er den første")
    minutes: float = key("minutter", default=0.0, doc="Så lang tid har I; tomt er den planlagte tid")
    modules: tuple[str, ...] = key(
        "rækkefølge",
        default=(),
        doc="Netop disse moduler, i denne orden; modul/slide giver ét slide, fx trafiklys/trafiklys-farver",
    )
    times: dict[str, float] = key(
        "tider", default=dict, doc="Minutter for de moduler, der skal vare noget andet"
    )
    without: tuple[str, ...] = key("udelad", default=(), doc="Moduler, der ikke skal med")
    own: tuple[ExtraSlides, ...] = key("egne_slides", default=(), doc="Slides fra jeres egen præsentation")
    page: PageOrder = key(
        "fra_siden", default=PageOrder, doc="Det, I har gemt på den lokale side; den skriver det selv"
    )


@dataclass(frozen=True, slots=True)
class TemplateEntry:
    """The clinic's own PowerPoint template, and which of its layouts stands for which of ours."""

    file: str = key("fil", default="", doc="Jeres egen .pptx eller .potx i klinikkens mappe")
    layouts: dict[str, str] = key(
        "layouts", default=dict, doc="Vores opsætning og navnet på jeres layout, fx udsagn: Titel og tekst"
    )
