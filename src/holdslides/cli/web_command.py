"""holdslides web: the local page."""

from __future__ import annotations

from pathlib import Path

import click

from holdslides.cli.danish import DanishCommand
from holdslides.cli.options import TypedPath, clinic_option


@click.command(
    "web",
    cls=DanishCommand,
    help="Åbn den lokale side i browseren. Den kører kun på denne computer og slutter, når siden lukkes.",
    examples=(
        "holdslides web",
        "holdslides web --clinic min-klinik",
        "holdslides web --port 8800 --no-browser",
    ),
)
@click.option(
    "--port", type=click.IntRange(0, 65535), metavar="TAL", help="Porten, siden bruger (ellers: 8765)."
)
@click.option("--no-browser", is_flag=True, help="Skriv adressen i stedet for at åbne browseren.")
@click.option(
    "--out",
    type=TypedPath(),
    metavar="MAPPE",
    help="Mappen, filerne lægges i (ellers: ud i klinikkens mappe).",
)
@clinic_option
def command(port: int | None, no_browser: bool, out: Path | None, clinic: Path | None) -> None:
    """Options in, one call, result out."""
    from holdslides.cli.options import clinic_folder
    from holdslides.web.server import DEFAULT_PORT, Server, studio_for

    server = Server(studio_for(clinic_folder(clinic), out), DEFAULT_PORT if port is None else port)
    click.echo(f"Siden er åben på {server.address}" if no_browser else "Siden åbner i din browser.")
    click.echo("Den slutter af sig selv lidt efter, at du har lukket den. Du kan også trykke Ctrl+C her.")
    try:
        server.serve(open_browser=not no_browser)
    except KeyboardInterrupt:
        click.echo("Slut.")
