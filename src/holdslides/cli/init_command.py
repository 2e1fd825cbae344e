"""holdslides init: a folder for the clinic's own."""

from __future__ import annotations

from pathlib import Path

import click

from holdslides.cli.danish import DanishCommand
from holdslides.cli.options import TypedPath


@click.command(
    "init",
    cls=DanishCommand,
    help="Lav MAPPE til det, der er klinikkens eget: klinik.yaml at udfylde, en README og tomme mapper.",
    examples=("holdslides init min-klinik", "holdslides init --schemas min-klinik"),
)
@click.argument("folder", metavar="MAPPE", type=TypedPath())
@click.option("--schemas", is_flag=True, help="Forny kun de skemaer, editoren bruger (i .skema).")
def command(folder: Path, schemas: bool) -> None:
    """Options in, one call, result out."""
    from holdslides.folders import CLINIC_FILE
    from holdslides.problems import Problem, RequestError
    from holdslides.starting import start_clinic, write_schemas

    if schemas:
        if not (folder / CLINIC_FILE).is_file():
            hint = "lav mappen med: holdslides init MAPPE"
            raise RequestError(Problem(f"mappen {folder} har ingen {CLINIC_FILE}", hint=hint))
        made = write_schemas(folder)
        click.echo(f"{len(made)} skemaer fornyet i {made[0].parent}")
        return
    start_clinic(folder)
    click.echo(f"{folder / CLINIC_FILE}  (skriv klinikkens navn og telefon her)")
    click.echo(f"{folder / 'README.txt'}  (sådan kommer I i gang)")
