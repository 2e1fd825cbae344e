"""The clinic's own settings: klinik.yaml, with defaults for a clinic that has none."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from holdslides.folders import CLINIC_FILE, Folders, Found, in_folder
from holdslides.ids import shown
from holdslides.keys import key
from holdslides.models_clinic import Approval, Colours, Group, Order, TemplateEntry
from holdslides.problems import ContentError, Place, Problem
from holdslides.records import dataclass, replace
from holdslides.structure import structure_file
from holdslides.yaml_data import YamlFile
from holdslides.yaml_file import read_yaml

NO_NAME = "Klinikkens navn"

_DANISH_DATE = r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})\Z"


@dataclass(frozen=True, slots=True)
class Clinic:
    """klinik.yaml. `logo` is a path; "" is none. `colour` is #RRGGBB, "" for the built-in one.

    `codes` are service numbers the built-in content leaves open, by condition id, or by condition and setting
    ("artrose-hold").
    """

    name: str = key("navn", default=NO_NAME, doc="Klinikkens navn, som det står på slides og ark")
    subtitle: str = key("undertitel", default="", doc="En linje om klinikken")
    address: str = key("adresse", default="", doc="Vej, postnummer og by")
    phone: str = key("telefon", default="", doc="Klinikkens telefonnummer")
    email: str = key("mail", default="", doc="Klinikkens mailadresse")
    website: str = key("hjemmeside", default="", doc="Klinikkens hjemmeside")
    doctor_on_call: str = key(
        "lægevagt", default="", doc="Lægevagtens telefonnummer dér, hvor klinikken ligger"
    )
    colour: str = key("farve", default="", doc="Klinikkens farve, fx #1B5D67; resten af farverne følger den")
    colours: Colours = key("farver", default=Colours, doc="Enkelte farver, hvis I vil vælge dem selv")
    logo: str = key(
        "logo", default="", doc="En billedfil i klinikkens mappe: png, jpg eller svg (svg kun på papir)"
    )
    template: TemplateEntry = key("skabelon", default=TemplateEntry, doc="Jeres egen PowerPoint-skabelon")
    groups: tuple[Group, ...] = key("hold", default=(), doc="De hold, I har")
    codes: dict[str, str] = key(
        "ydelsesnumre", default=dict, doc="Numre, kilderne ikke giver, fx artrose-hold: 0000"
    )
    signed: tuple[Approval, ...] = key("godkendelser", default=(), doc="Sikkerhedstekster, I har godkendt")
    programme: tuple[Order, ...] = key("program", default=(), doc="Jeres egen rækkefølge, gang for gang")

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
            "mail": self.email,
            "hjemmeside": self.website,
            "laegevagt": self.doctor_on_call,
        }


def load_clinic(folders: Folders, draft: Path | None = None) -> Clinic:
    """The clinic of the folder, or the defaults when there is none.

    `draft` is a klinik.yaml to be tried in place of the folder's own.

    Raises FileError when klinik.yaml cannot be read and ContentError with all that is wrong in it. Ids of
    conditions and safety texts are checked with the rest of the content, by `content_check`.
    """
    if folders.clinic is None:
        return Clinic()
    file = read_clinic_file(folders, draft)
    clinic = structure_file(file, Clinic)
    if clinic.logo:
        clinic = replace(clinic, logo=str(in_folder(folders.clinic, clinic.logo)))
    if clinic.template.file:
        template = replace(clinic.template, file=str(in_folder(folders.clinic, clinic.template.file)))
        clinic = replace(clinic, template=template)
    if problems := [*_problems(clinic, folders, file)]:
        raise ContentError(problems)
    return clinic


def template_place(folders: Folders) -> Place:
    """The line in klinik.yaml that names the PowerPoint template."""
    return read_clinic_file(folders).place("skabelon", "fil")


def read_clinic_file(folders: Folders, draft: Path | None = None) -> YamlFile:
    """klinik.yaml as plain data. Raises FileError and ContentError as `read_yaml` does."""
    path = (folders.clinic or folders.content) / CLINIC_FILE
    return read_yaml(Found(draft or path, str(path), True))


def _problems(clinic: Clinic, folders: Folders, file: YamlFile) -> Iterator[Problem]:
    def wrong(message: str, hint: str, *path: Any) -> Problem:
        return Problem(message, file.place(*path), hint)

    if not clinic.name.strip():
        yield wrong("klinikken skal have et navn", "skriv det efter navn:", "navn")
    if clinic.colour or clinic.colours != Colours():
        from holdslides.look import colour_problems

        yield from colour_problems(folders, clinic, file.place)
    if clinic.logo and not os.path.isfile(clinic.logo):
        name = shown(Path(clinic.logo).name)
        yield wrong(f'logoet "{name}" findes ikke', "læg billedet i klinikkens mappe", "logo")
    elif clinic.logo:
        from holdslides.logo import read_logo

        try:
            read_logo(Path(clinic.logo), file.place("logo"))
        except ContentError as error:
            yield from error.problems
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
