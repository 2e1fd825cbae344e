"""A small library for the tests of compose: three conditions, every layout, none of the product's words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from holdslides.clinic import load_clinic
from holdslides.folders import Folders
from holdslides.library import Library

SHARP = "Stop ved skarp smerte."
CALL_US = "Er du i tvivl? Ring til os."
HEADING = "Ring nu, hvis …"
SIGNS = ["Foden sover.", "Benet er svagt."]
CALL = "Ring til lægen."

SAFETY = [
    {"id": "skarp-smerte", "tekst": SHARP, "fakta": ["F1"], "godkendt_for": ["ryg", "led", "nerve"]},
    {"id": "kontakt", "tekst": CALL_US, "fakta": ["F1"], "godkendt_for": ["ryg", "led", "nerve"]},
    {
        "id": "tegn",
        "overskrift": HEADING,
        "tegn": SIGNS,
        "ring": CALL,
        "fakta": ["F2"],
        "godkendt_for": ["nerve"],
    },
]


def fact(id_: str, *conditions: str) -> dict[str, Any]:
    """A fact that holds for the conditions."""
    return {
        "id": id_,
        "emne": "viden",
        "tilstande": list(conditions),
        "målgruppe": "P",
        "påstand": f"Påstand {id_}",
        "kilde": {"dokument": "bog", "afsnit": "Afsnit", "linjer": "1-2"},
    }


FACTS = [fact("F1", "ryg", "led", "nerve"), fact("F2", "nerve"), fact("F3", "ryg"), fact("F4", "led")]


def slide(id_: str, layout: str = "udsagn", **more: Any) -> dict[str, Any]:
    """A slide that needs no more than a headline."""
    words = {"overskrift": f"Overskrift {id_}"} if "sikkerhed" not in more else {}
    notes = {"noter": {"sig": [f"Sig {id_}."]}}
    return {"id": id_, "opsætning": layout, **words, **notes, **more}


def activity(minutes: float, kind: str = "dialog") -> dict[str, Any]:
    """An activity, as it stands under `aktivitet`."""
    return {"type": kind, "minutter": minutes, "deltagerne": "Taler sammen."}


ONLY_FULL = {"udgaver": ["fuld"]}
MODULES: dict[str, list[dict[str, Any]]] = {
    "velkomst": [
        slide(
            "forside", "forside", rammer=["hold"], undertitel=["Gang {{ gang.nummer }} af {{ gang.antal }}"]
        ),
        slide("samtale", "forside", rammer=["individuel"], undertitel=["**{{ tilstand.ondt }}**"]),
    ],
    "viden": [
        slide("kort", forløb=["kort"]),
        slide("blandet", forløb=["langvarig", "blandet"], fakta={"vist": ["F3", "F4"], "sagt": ["F1"]}),
        slide("ekstra", kan_udelades=True, **ONLY_FULL),
    ],
    "sikkerhedsnet": [
        slide("tegn", "søg-hjælp", sikkerhed="tegn", kun_hvis_godkendt="tegn", rammer=["hold", "individuel"]),
        slide(
            "kontakt",
            sikkerhed="kontakt",
            overskrift="Spørg os",
            kun_hvis_ikke_godkendt="tegn",
            rammer=["hold", "individuel"],
        ),
        slide("under-traening", tekst=["{{ sikkerhed.skarp_smerte }}", CALL_US], rammer=["traening"]),
    ],
    "kop": [
        slide("billede", "side", figur="kop", værdier={"haner": ["søvn", "arbejde"]}, tekst=["**Fuld** kop"]),
        slide("spoerg", "spørgsmål", spørgsmål="Hvad fylder?", aktivitet=activity(4), ark="min-kop"),
        slide("mere", kan_udelades=True, aktivitet=activity(2)),
        slide("mest", "bred", figur="kop", kan_udelades=True),
    ],
    "oevelse": [
        slide(
            "proev",
            "øvelse",
            tekst=["{{ sikkerhed.skarp_smerte }}"],
            aktivitet=activity(6, "oevelse"),
            **ONLY_FULL,
        ),
        slide("afsnit", "afsnit", nummer="Del 2", kan_udelades=True),
    ],
    "vaegt": [
        slide("raad", kun_ved_valg="vægt"),
        slide("knae", kun_ved_valg="vaegt", led=["knae"], tilstande=["led"]),
        slide("andet"),
    ],
    "kun-led": [slide("led")],
    "opsamling": [
        slide("husk", "opsamling", punkter=["Et", "To", "{{ sikkerhed.skarp_smerte }}"]),
        slide("videre", kan_udelades=True, tekst=["Skriv hver dag."]),
    ],
    "tabeller": [
        slide("tabel", "tabel", tabel={"hoved": ["A", "B"], "rækker": [["1", "2"], ["3", "4"]]}),
        slide(
            "spalter",
            "spalter",
            venstre={"overskrift": "V", "tekst": ["a"]},
            højre={"overskrift": "H", "tekst": ["b"]},
        ),
    ],
}
OF_CONDITION = {"kun-led": ["led"]}


def block(module: str, minutes: float, **more: Any) -> dict[str, Any]:
    """A block that may be made a third shorter or longer."""
    lengths = {"mindst": max(1, minutes * 2 // 3), "højst": minutes * 4 // 3}
    return {"modul": module, "minutter": minutes, "aktivitetstype": "oplaeg", **lengths, **more}


def meeting(title: str, *blocks: dict[str, Any]) -> dict[str, Any]:
    """A meeting of a programme."""
    return {"titel": title, "minutter": sum(b["minutter"] for b in blocks), "blokke": list(blocks)}


FIRST = meeting(
    "Første",
    block("velkomst", 6),
    block("viden", 9, titel="Ondt"),
    block("sikkerhedsnet", 2, mindst=2, højst=2),
    block("kop", 12, udelades_som=2),
    block("vaegt", 6, ekstra=True),
    block("oevelse", 9, udelades_som=1),
    block("opsamling", 6),
)
SECOND = meeting(
    "Anden", block("velkomst", 3), block("viden", 6), block("sikkerhedsnet", 3), block("opsamling", 3)
)
TRAINING = [meeting(f"Træning {n}", block("kop", 9), block("sikkerhedsnet", 1)) for n in (1, 2)]
CONVERSATION = [meeting("Del 1", *FIRST["blokke"]), meeting("Del 2", block("viden", 6), block("tabeller", 3))]

CONDITIONS: dict[str, dict[str, Any]] = {
    "ryg": {
        "navn": "Ondt i ryggen",
        "fagnavn": "Ryg",
        "ord": {"ondt": "ondt i ryggen"},
        "rammer": {
            "hold": {"ydelse": "Hold", "ydelsesnummer": "0001", "gange": [FIRST, SECOND]},
            "individuel": {"ydelse": "Samtale", "ydelsesnummer": "0002", "gange": CONVERSATION},
            "traening": {"ydelse": "Træning", "gange": TRAINING},
        },
        "krav": {"sikkerhed": ["skarp-smerte", "tegn"], "moduler": ["viden", "kop"]},
    },
    "led": {
        "navn": "Artrose",
        "fagnavn": "Artrose",
        "ord": {"ondt": "artrose"},
        "led": ["knae", "hofte"],
        "rammer": {"hold": {"ydelse": "Hold", "gange": [FIRST]}},
        "krav": {"sikkerhed": ["skarp-smerte"]},
    },
    "nerve": {
        "navn": "Nerverod",
        "fagnavn": "Nerverod",
        "ord": {"ondt": "en presset nerve"},
        "niveau": ["laend", "nakke"],
        "hvorfor_ikke_hold": "uddannelsen ligger i de andre konsultationer.",
        "rammer": {"individuel": {"ydelse": "Til konsultationer", "gange": [FIRST]}},
        "krav": {"sikkerhed": ["skarp-smerte", "tegn"]},
    },
}


def write_library(
    root: Path,
    *,
    modules: dict[str, list[dict[str, Any]]] | None = None,
    conditions: dict[str, dict[str, Any]] | None = None,
    clinic: Path | None = None,
) -> Library:
    """The library with these modules and conditions on top of the usual, written below `root` and opened.

    `clinic` is a clinic's folder to open with it.
    """
    files: dict[str, Any] = {
        "facts.yaml": {"dokumenter": {"bog": {"titel": "En bog"}}, "fakta": FACTS},
        "safety.yaml": {"tekster": SAFETY},
    }
    for id_, slides in {**MODULES, **(modules or {})}.items():
        of = {"tilstande": OF_CONDITION[id_]} if id_ in OF_CONDITION else {}
        files[f"modules/{id_}.yaml"] = {"titel": id_.capitalize(), "slides": slides, **of}
    for id_, condition in {**CONDITIONS, **(conditions or {})}.items():
        files[f"conditions/{id_}.yaml"] = condition
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(data, allow_unicode=True, sort_keys=False, Dumper=_NoAliases)
        path.write_text(text, encoding="utf-8")

    class Small(Folders):
        @property
        def content(self) -> Path:
            return root

    folders = Small(clinic)
    return Library(folders, load_clinic(folders))


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True
