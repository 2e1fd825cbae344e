"""holdslides show: a module, programme, poster, sheet or activity as it is written."""

from __future__ import annotations

from pathlib import Path

from holdslides.cli.options import CLINIC, KIND, open_workshop
from holdslides.cli.parameters import Command, Words
from holdslides.cli.telling import tell


def _show(id_: str, kind: str | None, clinic: Path | None) -> None:
    """Options in, one call, result out."""
    from holdslides.overlay import find_item, text_of

    item = find_item(open_workshop(clinic).library, id_, kind or "")
    tell(item.found.shown, err=True)
    tell(text_of(item), end="")


command = Command(
    "show",
    run=_show,
    help="Vis et modul, et program, en plakat, et ark eller en aktivitet, som det er skrevet.",
    examples=("holdslides show kopmodellen", "holdslides show trafiklys --kind plakat"),
    options=(KIND, CLINIC),
    words=Words("id_", metavar="ID"),
)
