"""holdslides init: a folder for the clinic's own."""

from __future__ import annotations

from pathlib import Path

from holdslides.cli.parameters import Command, Kind, Option, Words
from holdslides.cli.telling import tell


def _init(folder: Path, schemas: bool) -> None:
    """Options in, one call, result out."""
    from holdslides.folders import CLINIC_FILE
    from holdslides.problems import Problem, RequestError
    from holdslides.starting import start_clinic, write_schemas

    if schemas:
        if not (folder / CLINIC_FILE).is_file():
            hint = "lav mappen med: holdslides init MAPPE"
            raise RequestError(Problem(f"mappen {folder} har ingen {CLINIC_FILE}", hint=hint))
        made = write_schemas(folder)
        tell(f"{len(made)} skemaer fornyet i {made[0].parent}")
        return
    start_clinic(folder)
    tell(f"{folder / CLINIC_FILE}  (skriv klinikkens navn og telefon her)")
    tell(f"{folder / 'README.txt'}  (sådan kommer I i gang)")


command = Command(
    "init",
    run=_init,
    help="Lav MAPPE til det, der er klinikkens eget: klinik.yaml at udfylde, en README og tomme mapper.",
    examples=("holdslides init min-klinik", "holdslides init --schemas min-klinik"),
    options=(Option("--schemas", "Forny kun de skemaer, editoren bruger (i .skema).", Kind.FLAG),),
    words=Words("folder", metavar="MAPPE", kind=Kind.PATH),
)
