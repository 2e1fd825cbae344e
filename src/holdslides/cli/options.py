"""Options that several commands share, and how a request is built from them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from holdslides.cli.parameters import Kind, Option
from holdslides.cli.telling import tell

if TYPE_CHECKING:
    from holdslides.make import Made, Workshop

CLINIC = Option(
    "--clinic",
    "Klinikkens mappe (ellers: den nærmeste med en klinik.yaml).",
    Kind.THERE,
    metavar="MAPPE",
)
FORMAT = Option(
    "--format",
    "Skriv resultatet som tekst eller JSON.",
    name="format_",
    default="tekst",
    choices=("tekst", "json"),
)
COMMON = (
    CLINIC,
    Option(
        "--out",
        "Mappen, filerne lægges i (ellers: ud).",
        Kind.PATH,
        metavar="MAPPE",
        default=Path("ud"),
    ),
    FORMAT,
)
KIND = Option(
    "--kind",
    "Hvad det er, når flere ting hedder det samme.",
    choices=("modul", "program", "plakat", "ark", "aktivitet"),
)
TEMPLATE = Option(
    "--template",
    "Jeres egen PowerPoint-skabelon (ellers den i klinik.yaml, ellers vores).",
    Kind.THERE,
    metavar="FIL",
)
REPLACE = Option("--replace", "Flyt en fil, du har rettet i, til side og skriv en ny.", Kind.FLAG)


def clinic_folder(clinic: Path | None) -> Path | None:
    """The folder of --clinic, or the nearest clinic folder upwards from here, if there is one.

    Raises RequestError for a folder without klinik.yaml.
    """
    from holdslides.folders import CLINIC_FILE, find_clinic
    from holdslides.problems import Problem, RequestError

    if clinic is not None and not os.path.isfile(clinic / CLINIC_FILE):
        hint = "lav en med: holdslides init MAPPE"
        if os.path.exists(clinic / f"{CLINIC_FILE}.txt"):  # Notepad adds .txt, and Windows hides it
            hint = f"filen hedder {CLINIC_FILE}.txt: omdøb den til {CLINIC_FILE}"
        raise RequestError(Problem(f"--clinic: mappen {clinic} har ingen {CLINIC_FILE}", hint=hint))
    return clinic if clinic is not None else find_clinic(Path.cwd())


def open_workshop(clinic: Path | None, template: Path | None = None) -> Workshop:
    """The workshop for --clinic, or for the nearest clinic folder upwards from here; with --template if given."""
    from holdslides.make import Workshop
    from holdslides.records import replace

    shop = Workshop.open(clinic_folder(clinic))
    return replace(shop, template_file=template) if template else shop


def show_made(made: Sequence[Made], format_: str) -> None:
    """What was made: JSON alone on stdout, or a short Danish summary."""
    if format_ == "json":
        tell_json([m.as_json() for m in made])
        return
    for m in made:
        unit = "slides" if m.kind == "deck" else "sider" if m.pages != 1 else "side"
        minutes = f", {m.minutes:g} minutter".replace(".", ",") if m.minutes else ""
        tell(f"{m.path}  ({m.pages} {unit}{minutes})" if m.pages else str(m.path))
        for change in m.changes:
            tell(f"  - {change}")


def tell_json(data: object) -> None:
    """Says data as JSON, with Danish letters as they are."""
    import json

    tell(json.dumps(data, ensure_ascii=False, indent=1))


def say(format_: str) -> Callable[[str], None]:
    """Progress goes to stderr, and only where a person reads along."""
    return lambda text: tell(text, err=True) if format_ == "tekst" else None
