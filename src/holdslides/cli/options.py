"""Options that several commands share, and how a request is built from them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from holdslides.make import Made, Workshop

F = TypeVar("F", bound=Callable[..., Any])


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
            type=click.Path(path_type=Path),
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
    type=click.Path(path_type=Path),
    metavar="MAPPE",
    help="Klinikkens mappe (ellers: den nærmeste med en klinik.yaml).",
)

kind_option = click.option(
    "--kind",
    type=click.Choice(["modul", "program", "plakat", "ark", "aktivitet"]),
    help="Hvad det er, når flere ting hedder det samme.",
)


def clinic_folder(clinic: Path | None) -> Path | None:
    """The folder of --clinic, or the nearest clinic folder upwards from here, if there is one."""
    from holdslides.folders import CLINIC_FILE, find_clinic
    from holdslides.problems import Problem, RequestError

    if clinic is not None and not (clinic / CLINIC_FILE).is_file():
        raise RequestError(
            Problem(
                f"--clinic: mappen {clinic} har ingen {CLINIC_FILE}", hint="lav en med: holdslides init MAPPE"
            )
        )
    return clinic if clinic is not None else find_clinic(Path.cwd())


def open_workshop(clinic: Path | None, template: Path | None = None) -> Workshop:
    """The workshop for --clinic, or for the nearest clinic folder upwards from here; with --template if given."""
    from dataclasses import replace

    from holdslides.make import Workshop

    shop = Workshop.open(clinic_folder(clinic))
    return replace(shop, template_file=template) if template else shop


def words(value: str | None) -> tuple[str, ...]:
    """A comma-separated list as its parts."""
    return tuple(part.strip() for part in (value or "").split(",") if part.strip())


def show_made(made: Sequence[Made], format_: str) -> None:
    """What was made: JSON alone on stdout, or a short Danish summary."""
    if format_ == "json":
        click.echo(json.dumps([m.as_json() for m in made], ensure_ascii=False, indent=1))
        return
    for m in made:
        unit = "slides" if m.kind == "deck" else "sider" if m.pages != 1 else "side"
        minutes = f", {m.minutes:g} minutter" if m.minutes else ""
        click.echo(f"{m.path}  ({m.pages} {unit}{minutes})" if m.pages else str(m.path))
        for change in m.changes:
            click.echo(f"  - {change}")


def say(format_: str) -> Callable[[str], None]:
    """Progress goes to stderr, and only where a person reads along."""
    return lambda text: click.echo(text, err=True) if format_ == "tekst" else None
