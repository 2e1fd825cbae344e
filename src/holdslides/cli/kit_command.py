"""holdslides kit: everything for a course in one folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from holdslides.cli.options import COMMON, TEMPLATE, open_workshop, say, show_made
from holdslides.cli.parameters import Command, Kind, Option
from holdslides.cli.request_options import CONDITION, DECKS_OF_A_KIT, request_of


def _kit(
    condition: str,
    participants: int,
    start: str,
    large: bool,
    template: Path | None,
    update: bool,
    replace: bool,
    clinics: Path | None,
    jobs: int | None,
    clinic: Path | None,
    out: Path,
    format_: str,
    **asked: Any,
) -> int | None:
    """Options in, one call, result out."""
    _check_together(update, replace, clinics, clinic, template)
    from holdslides.make_kit import KitRequest, make_kit

    kit = KitRequest(request_of(condition, **asked), participants, start, large)
    if clinics is not None:
        from holdslides.cli.kit_table import show_outcomes
        from holdslides.make_clinics import make_kits

        made = make_kits(clinics, kit, out, jobs=jobs, replace=replace, update=update, progress=say(format_))
        return show_outcomes(made, format_)
    shop = open_workshop(clinic, template)
    show_made(make_kit(shop, kit, out, replace=replace, update=update, progress=say(format_)), format_)
    return None


def _check_together(
    update: bool, replace: bool, clinics: Path | None, clinic: Path | None, template: Path | None
) -> None:
    from holdslides.problems import Problem, RequestError

    if update and replace:
        hint = "--update beholder dine ændringer i filerne, --replace lægger dem til side"
        raise RequestError(Problem("vælg enten --update eller --replace", hint=hint))
    if clinics is not None and template is not None:
        hint = "skriv skabelonen i hver kliniks klinik.yaml"
        raise RequestError(Problem("--clinics og --template kan ikke bruges sammen", hint=hint))
    if clinics is not None and clinic is not None:
        raise RequestError(Problem("--clinics og --clinic kan ikke bruges sammen", hint="vælg ét af dem"))


command = Command(
    "kit",
    run=_kit,
    help="Lav det hele til TILSTAND i én mappe: slides, drejebog, ark, siden til at tage med hjem, "
    "plakater og én fil at printe.",
    examples=(
        "holdslides kit laenderyg",
        'holdslides kit laenderyg --hold "mandag 16" --participants 8 --start 16:00',
        "holdslides kit nerverod --level laend --large",
        "holdslides kit laenderyg --update",
        "holdslides kit laenderyg --clinics klinikker --jobs 4",
        "holdslides kit laenderyg --clinics klinikker --update",
    ),
    options=(
        Option(
            "--participants",
            "Så mange deltagere er der (ellers: 8).",
            Kind.WHOLE,
            span=(1, 99),
            default=8,
            metavar="ANTAL",
        ),
        Option(
            "--start",
            "Hvornår I begynder, fx 16:00 (ellers holdets tid i klinik.yaml).",
            metavar="KL",
            default="",
        ),
        Option("--large", "Ark og siden til at tage med hjem i stor skrift.", Kind.FLAG),
        *DECKS_OF_A_KIT,
        TEMPLATE,
        Option("--update", "Bring slides op til nu, og behold alt, du selv har rettet i dem.", Kind.FLAG),
        Option("--replace", "Flyt filer, du har rettet i, til side og skriv nye.", Kind.FLAG),
        Option(
            "--clinics",
            "Lav et for hver klinik i mappen: hver undermappe med en klinik.yaml.",
            Kind.THERE,
            metavar="MAPPE",
        ),
        Option(
            "--jobs",
            "Så mange klinikker ad gangen (ellers: én for hver kerne, højst 4).",
            Kind.WHOLE,
            span=(1, 60),
            metavar="ANTAL",
        ),
        *COMMON,
    ),
    words=CONDITION,
)
