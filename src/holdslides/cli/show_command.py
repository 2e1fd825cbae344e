"""holdslides show: a module, programme, poster, sheet or activity as it is written."""

from __future__ import annotations

from pathlib import Path

import click

from holdslides.cli.danish import DanishCommand
from holdslides.cli.options import clinic_option, kind_option, open_workshop


@click.command(
    "show",
    cls=DanishCommand,
    help="Vis et modul, et program, en plakat, et ark eller en aktivitet, som det er skrevet.",
    examples=("holdslides show kopmodellen", "holdslides show trafiklys --kind plakat"),
)
@click.argument("id_", metavar="ID")
@kind_option
@clinic_option
def command(id_: str, kind: str | None, clinic: Path | None) -> None:
    """Options in, one call, result out."""
    from holdslides.overlay import find_item, text_of

    item = find_item(open_workshop(clinic).library, id_, kind or "")
    click.echo(item.found.shown, err=True)
    click.echo(text_of(item), nl=False)
