"""holdslides copy: a built-in thing into the clinic's folder, to be changed there."""

from __future__ import annotations

from pathlib import Path

from holdslides.cli.options import CLINIC, KIND, open_workshop
from holdslides.cli.parameters import Command, Option, Words
from holdslides.cli.telling import tell


def _copy(id_: str, kind: str | None, new_id: str, clinic: Path | None) -> None:
    """Options in, one call, result out."""
    from holdslides.overlay import copy_item, find_item

    library = open_workshop(clinic).library
    tell(str(copy_item(library, find_item(library, id_, kind or ""), new_id)))


command = Command(
    "copy",
    run=_copy,
    help="Læg en kopi af et modul, et program, en plakat, et ark eller en aktivitet i klinikkens mappe. "
    "Kopien bruges i stedet for det oprindelige; slet den for at fortryde.",
    examples=(
        "holdslides copy kopmodellen",
        "holdslides copy trafiklys --kind plakat",
        "holdslides copy kopmodellen --as min-kop",
    ),
    options=(
        KIND,
        Option("--as", "Lav noget nyt med det navn i stedet.", name="new_id", metavar="NAVN", default=""),
        CLINIC,
    ),
    words=Words("id_", metavar="ID"),
)
