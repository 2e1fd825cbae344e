"""The clinic's own settings: klinik.yaml, with defaults for a clinic that has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from holdslides.folders import CLINIC_FILE, Folders, Found
from holdslides.keys import key
from holdslides.problems import ContentError, Problem
from holdslides.structure import structure_file
from holdslides.yaml_file import YamlFile, read_yaml

NO_NAME = "Klinikkens navn"
LOGO_ENDINGS = (".png", ".jpg", ".jpeg", ".svg")

_HEX = r"#[0-9A-Fa-f]{6}\Z"
_DANISH_DATE = r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})\Z"


@dataclass(frozen=True, slots=True)
class Group:
    """A group the clinic runs: its name and condition id, and when and where it meets."""

    name: str = key("navn", doc="Holdets navn, fx mandag 16")
    condition: str = key("tilstand", doc="laenderyg, artrose, nerverod eller spinalstenose")
    day: str = key("dag", default="")
    time: str = key("tid", default="")
    where: str = key("sted", default="")


@dataclass(frozen=True, slots=True)
class Approval:
    """A clinician's word that a safety text may be shown for a condition whose sources do not carry it."""

    text: str = key("tekst", doc="Sikkerhedstekstens id, fx roede-flag-laend")
    condition: str = key("tilstand", doc="Tilstandens id")
    by: str = key("af", doc="Hvem der har godkendt teksten")
    date: str = key("dato", doc="Hvornår, fx 2026-01-31")


@dataclass(frozen=True, slots=True)
class Clinic:
    """klinik.yaml. `logo` is a path; "" is none. `colour` is #RRGGBB, "" for the built-in one.

    `codes` are service numbers the built-in content leaves open, by condition id, or by condition and setting
    ("artrose-hold").
    """

    name: str = key("navn", default=NO_NAME, doc="Klinikkens navn, som det står på slides og ark")
    subtitle: str = key("undertitel", default="")
    address: str = key("adresse", default="")
    phone: str = key("telefon", default="")
    website: str = key("hjemmeside", default="")
    doctor_on_call: str = key(
        "lægevagt", default="", doc="Lægevagtens telefonnummer dér, hvor klinikken ligger"
    )
    colour: str = key("farve", default="", doc="Klinikkens farve, fx #1B5D67")
    logo: str = key("logo", default="", doc="En billedfil i klinikkens mappe")
    groups: tuple[Group, ...] = key("hold", default=())
    codes: dict[str, str] = key("ydelsesnumre", default=dict)
    signed: tuple[Approval, ...] = key("godkendelser", default=())

    @property
    def approvals(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the safety texts the clinic has approved, by condition id."""
        return {
            condition: tuple(a.text for a in self.signed if a.condition == condition)
            for condition in dict.fromkeys(a.condition for a in self.signed)
        }

    def code(self, condition_id: str, setting: str) -> str:
        """The service number the clinic has given for a condition in a setting; "" when it has given none."""
        return self.codes.get(f"{condition_id}-{setting}", self.codes.get(condition_id, ""))

    @property
    def words(self) -> dict[str, str]:
        """What a text may say about the clinic: {{ klinik.navn }} and so on."""
        return {
            "navn": self.name,
            "undertitel": self.subtitle,
            "adresse": self.address,
            "telefon": self.phone,
            "hjemmeside": self.website,
            "laegevagt": self.doctor_on_call,
        }


def load_clinic(folders: Folders) -> Clinic:
    """The clinic of the folder, or the defaults when there is none.

    Raises FileError when klinik.yaml cannot be read and ContentError with all that is wrong in it. Ids of
    conditions and safety texts are checked with the rest of the content, by `content_check`.
    """
    if folders.clinic is None:
        return Clinic()
    file = read_clinic_file(folders)
    clinic = structure_file(file, Clinic)
    logo = folders.clinic / clinic.logo if clinic.logo else None
    if problems := [*_problems(clinic, file, logo is not None and not logo.is_file())]:
        raise ContentError(problems)
    return replace(clinic, logo=str(logo)) if logo else clinic


def read_clinic_file(folders: Folders) -> YamlFile:
    """klinik.yaml as plain data. Raises FileError and ContentError as `read_yaml` does."""
    path = (folders.clinic or folders.content) / CLINIC_FILE
    return read_yaml(Found(path, str(path), True))


def _problems(clinic: Clinic, file: YamlFile, logo_is_missing: bool) -> Iterator[Problem]:
    def wrong(message: str, hint: str, *path: Any) -> Problem:
        return Problem(message, file.place(*path), hint)

    if not clinic.name.strip():
        yield wrong("klinikken skal have et navn", "skriv det efter navn:", "navn")
    if clinic.colour and not re.match(_HEX, clinic.colour):
        yield wrong('"farve" kan ikke læses', 'skriv den som "#1B5D67", med anførselstegn', "farve")
    if logo_is_missing:
        yield wrong(f'logoet "{clinic.logo}" findes ikke', "læg billedet i klinikkens mappe", "logo")
    elif clinic.logo and not clinic.logo.lower().endswith(LOGO_ENDINGS):
        yield wrong(f'logoet "{clinic.logo}" kan ikke bruges', "brug png, jpg eller svg", "logo")
    for i, approval in enumerate(clinic.signed):
        if not approval.by.strip():
            yield wrong(
                "en godkendelse skal have et navn", "skriv, hvem der har godkendt", "godkendelser", i, "af"
            )
        if not _is_date(approval.date):
            hint = "skriv den som 2026-01-31"
            yield wrong(f'"{approval.date}" er ikke en dato', hint, "godkendelser", i, "dato")


def _is_date(written: str) -> bool:
    danish = re.match(_DANISH_DATE, written.strip())
    iso = f"{danish[3]}-{danish[2]:0>2}-{danish[1]:0>2}" if danish else written.strip()
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True
