"""holdslides list: what there is."""

from __future__ import annotations

import json
from pathlib import Path

import click

from holdslides.cli.danish import DanishCommand
from holdslides.cli.options import clinic_option, open_workshop

KINDS = {
    "tilstande": "conditions",
    "moduler": "modules",
    "plakater": "posters",
    "ark": "sheets",
    "aktiviteter": "activities",
    "fakta": "facts",
    "regler": "rules",
    "conditions": "conditions",
    "modules": "modules",
    "posters": "posters",
    "sheets": "sheets",
    "activities": "activities",
    "facts": "facts",
    "rules": "rules",
}


@click.command(
    "list",
    cls=DanishCommand,
    help="Vis, hvad der findes: conditions (tilstande), modules (moduler), posters (plakater), sheets (ark), "
    "activities (aktiviteter), facts (fakta) eller rules (regler). Uden ord vises tilstande og moduler.",
    examples=("holdslides list", "holdslides list modules", "holdslides list facts --format json"),
)
@click.argument("what", metavar="[HVAD]", required=False, type=click.Choice(list(KINDS)))
@clinic_option
@click.option(
    "--format", "format_", type=click.Choice(["tekst", "json"]), default="tekst", help="Tekst eller JSON."
)
def command(what: str | None, clinic: Path | None, format_: str) -> None:
    """Options in, one call, result out."""
    from holdslides.listing import rows

    library = open_workshop(clinic).library
    kinds = [KINDS[what]] if what else ["conditions", "modules"]
    found = [row for kind in kinds for row in rows(library, kind)]
    if format_ == "json":
        click.echo(json.dumps([row.data for row in found], ensure_ascii=False, indent=1))
        return
    width = max((len(row.id) for row in found), default=0) + 2
    kind = ""
    for row in found:
        if row.kind != kind and not what:
            click.echo(("\n" if kind else "") + row.kind)
            kind = row.kind
        click.echo(f"  {row.id:<{width}}{row.text}")
