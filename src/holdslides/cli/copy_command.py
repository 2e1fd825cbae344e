"""holdslides copy: a built-in thing into the clinic's folder, to be changed there."""

from __future__ import annotations

from pathlib import Path

import click

from holdslides.cli.danish import DanishCommand
from holdslides.cli.options import clinic_option, kind_option, open_workshop


@click.command(
    "copy",
    cls=DanishCommand,
    help="Læg en kopi af et modul, et program, en plakat, et ark eller en aktivitet i klinikkens mappe. "
    "Kopien bruges i stedet for det oprindelige; slet den for at fortryde.",
    examples=(
        "holdslides copy kopmodellen",
        "holdslides copy trafiklys --kind plakat",
        "holdslides copy kopmodellen --as min-kop",
    ),
)
@click.argument("id_", metavar="ID")
@kind_option
@click.option("--as", "new_id", metavar="NAVN", default="", help="Lav noget nyt med det navn i stedet.")
@clinic_option
def command(id_: str, kind: str | None, new_id: str, clinic: Path | None) -> None:
    """Options in, one call, result out."""
    from holdslides.overlay import copy_item, find_item

    library = open_workshop(clinic).library
    click.echo(str(copy_item(library, find_item(library, id_, kind or ""), new_id)))
