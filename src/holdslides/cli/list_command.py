"""holdslides list: what there is."""

from __future__ import annotations

from pathlib import Path

from holdslides.cli.options import CLINIC, FORMAT, open_workshop, tell_json
from holdslides.cli.parameters import Command, Words
from holdslides.cli.telling import tell

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


def _list(what: str | None, clinic: Path | None, format_: str) -> None:
    """Options in, one call, result out."""
    from holdslides.listing import rows

    library = open_workshop(clinic).library
    kinds = [KINDS[what]] if what else ["conditions", "modules"]
    found = [row for kind in kinds for row in rows(library, kind)]
    if format_ == "json":
        tell_json([row.data for row in found])
        return
    width = max((len(row.id) for row in found), default=0) + 2
    kind = ""
    for row in found:
        if row.kind != kind and not what:
            tell(("\n" if kind else "") + row.kind)
            kind = row.kind
        tell(f"  {row.id:<{width}}{row.text}")


command = Command(
    "list",
    run=_list,
    help="Vis, hvad der findes: conditions (tilstande), modules (moduler), posters (plakater), sheets (ark), "
    "activities (aktiviteter), facts (fakta) eller rules (regler). Uden ord vises tilstande og moduler.",
    examples=("holdslides list", "holdslides list modules", "holdslides list facts --format json"),
    options=(CLINIC, FORMAT),
    words=Words("what", metavar="[HVAD]", required=False, choices=tuple(KINDS)),
)
