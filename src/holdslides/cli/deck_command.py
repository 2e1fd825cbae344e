"""holdslides deck: slides for a condition."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from holdslides.cli.danish import DanishCommand
from holdslides.cli.options import TypedPath, common, open_workshop, show_made
from holdslides.cli.request_options import for_decks

if TYPE_CHECKING:
    from holdslides.request import Request


@click.command(
    "deck",
    cls=DanishCommand,
    help="Lav slides til TILSTAND (laenderyg, artrose, nerverod, spinalstenose). Uden --session laves alle gange.",
    examples=(
        "holdslides deck laenderyg",
        "holdslides deck laenderyg --session 1 --minutes 45",
        'holdslides deck laenderyg --modules "kopmodellen,progressionstrappen"',
        'holdslides deck laenderyg --course langvarig --hold "mandag 16"',
        "holdslides deck laenderyg --update --dry-run",
    ),
)
@click.argument("condition", metavar="TILSTAND")
@for_decks(with_modules=True)
@click.option("--pdf", is_flag=True, help="Også som PDF, ét slide pr. side.")
@click.option("--handout", is_flag=True, help="Også som ark til noter, tre slides pr. side.")
@click.option("--update", is_flag=True, help="Bring slides op til nu, og behold alt, du selv har rettet.")
@click.option("--dry-run", is_flag=True, help="Sammen med --update: vis, hvad der vil ske, og skriv intet.")
@click.option("--template", type=TypedPath(is_there=True), metavar="FIL",
              help="Jeres egen PowerPoint-skabelon (ellers den i klinik.yaml, ellers vores).")  # fmt: skip
@click.option("--replace", is_flag=True, help="Flyt en fil, du har rettet i, til side og skriv en ny.")
@common
def command(
    request: Request,
    pdf: bool,
    handout: bool,
    update: bool,
    dry_run: bool,
    template: Path | None,
    replace: bool,
    clinic: Path | None,
    out: Path,
    format_: str,
) -> None:
    """Options in, one call, result out."""
    _check_together(update, dry_run, replace)
    from holdslides.make import make_decks

    shop = open_workshop(clinic, template)
    made = make_decks(
        shop, request, out, replace=replace, pdf=pdf, handout=handout, update=update, dry_run=dry_run
    )
    show_made(made, format_)


def _check_together(update: bool, dry_run: bool, replace: bool) -> None:
    from holdslides.problems import Problem, RequestError

    if dry_run and not update:
        raise RequestError(Problem("--dry-run bruges sammen med --update"))
    if update and replace:
        hint = "--update beholder dine ændringer i filen, --replace lægger den til side"
        raise RequestError(Problem("vælg enten --update eller --replace", hint=hint))
