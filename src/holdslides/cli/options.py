"""Options that several commands share, and how a request is built from them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from holdslides.make import Made, Workshop

F = TypeVar("F", bound=Callable[..., Any])


class TypedPath(click.ParamType[Path]):
    """A folder or file as it is typed; with `is_there`, one that is spelt in another way is found."""

    name = "sti"

    def __init__(self, *, is_there: bool = False) -> None:
        self.is_there = is_there

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path. On Windows "C:\\ud\\" arrives with the quote: the backslash before it has eaten it."""
        typed = value.rstrip('"') if isinstance(value, str) and sys.platform == "win32" else value
        if not self.is_there:
            return Path(typed)
        from holdslides.folders import in_folder

        return Path(typed) if os.path.exists(typed) else in_folder(Path(), str(typed))


def common(function: F) -> F:
    """--clinic, --out and --format."""
    for option in (
        click.option(
            "--format",
            "format_",
            type=click.Choice(["tekst", "json"]),
            default="tekst",
            help="Skriv resultatet som tekst eller JSON.",
        ),
        click.option(
            "--out",
            type=TypedPath(),
            default=Path("ud"),
            metavar="MAPPE",
            help="Mappen, filerne lægges i (ellers: ud).",
        ),
        clinic_option,
    ):
        function = option(function)
    return function


clinic_option = click.option(
    "--clinic",
    type=TypedPath(is_there=True),
    metavar="MAPPE",
    help="Klinikkens mappe (ellers: den nærmeste med en klinik.yaml).",
)

kind_option = click.option(
    "--kind",
    type=click.Choice(["modul", "program", "plakat", "ark", "aktivitet"]),
    help="Hvad det er, når flere ting hedder det samme.",
)


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
    from dataclasses import replace

    from holdslides.make import Workshop

    shop = Workshop.open(clinic_folder(clinic))
    return replace(shop, template_file=template) if template else shop


def show_made(made: Sequence[Made], format_: str) -> None:
    """What was made: JSON alone on stdout, or a short Danish summary."""
    if format_ == "json":
        click.echo(json.dumps([m.as_json() for m in made], ensure_ascii=False, indent=1))
        return
    for m in made:
        unit = "slides" if m.kind == "deck" else "sider" if m.pages != 1 else "side"
        minutes = f", {m.minutes:g} minutter".replace(".", ",") if m.minutes else ""
        click.echo(f"{m.path}  ({m.pages} {unit}{minutes})" if m.pages else str(m.path))
        for change in m.changes:
            click.echo(f"  - {change}")


def say(format_: str) -> Callable[[str], None]:
    """Progress goes to stderr, and only where a person reads along."""
    return lambda text: click.echo(text, err=True) if format_ == "tekst" else None
