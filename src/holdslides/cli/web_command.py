"""holdslides web: the local page."""

from __future__ import annotations

from pathlib import Path

from holdslides.cli.options import CLINIC
from holdslides.cli.parameters import Command, Kind, Option
from holdslides.cli.telling import tell


def _web(port: int | None, no_browser: bool, out: Path | None, clinic: Path | None) -> None:
    """Options in, one call, result out."""
    from holdslides.cli.options import clinic_folder
    from holdslides.web.server import DEFAULT_PORT, Server, studio_for

    server = Server(studio_for(clinic_folder(clinic), out), DEFAULT_PORT if port is None else port)
    tell(f"Siden er åben på {server.address}" if no_browser else "Siden åbner i din browser.")
    tell("Den slutter af sig selv lidt efter, at du har lukket den. Du kan også trykke Ctrl+C her.")
    try:
        server.serve(open_browser=not no_browser)
    except KeyboardInterrupt:
        tell("Slut.")


command = Command(
    "web",
    run=_web,
    help="Åbn den lokale side i browseren. Den kører kun på denne computer og slutter, når siden lukkes.",
    examples=(
        "holdslides web",
        "holdslides web --clinic min-klinik",
        "holdslides web --port 8800 --no-browser",
    ),
    options=(
        Option("--port", "Porten, siden bruger (ellers: 8765).", Kind.WHOLE, span=(0, 65535), metavar="TAL"),
        Option("--no-browser", "Skriv adressen i stedet for at åbne browseren.", Kind.FLAG),
        Option(
            "--out", "Mappen, filerne lægges i (ellers: ud i klinikkens mappe).", Kind.PATH, metavar="MAPPE"
        ),
        CLINIC,
    ),
)
