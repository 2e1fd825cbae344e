"""holdslides sheet: worksheets to print."""

from __future__ import annotations

from pathlib import Path

from holdslides.cli.options import COMMON, REPLACE, open_workshop, show_made
from holdslides.cli.parameters import Command, Kind, Option, Words


def _sheet(
    ids: tuple[str, ...],
    all_: bool,
    condition: str,
    large: bool,
    replace: bool,
    clinic: Path | None,
    out: Path,
    format_: str,
) -> None:
    """Options in, one call, result out."""
    from holdslides.compose_sheet import sheet_ids
    from holdslides.make_sheets import SheetRequest, make_sheets
    from holdslides.problems import Problem, RequestError

    if (ids and all_) or not (ids or all_ or condition):
        message = "skriv enten arkenes navne, --all eller --condition"
        raise RequestError(Problem(message, hint="se dem med: holdslides list sheets"))
    shop = open_workshop(clinic)
    request = SheetRequest(sheet_ids(shop.library) if all_ else ids, condition, large)
    show_made(make_sheets(shop, request, out, replace=replace), format_)


command = Command(
    "sheet",
    run=_sheet,
    help="Lav ark til deltagerne. ID er arkets navn; se dem med: holdslides list sheets.",
    examples=(
        "holdslides sheet min_start dagbog",
        "holdslides sheet --all",
        "holdslides sheet --condition laenderyg",
        "holdslides sheet min_plan --condition nerverod --large",
    ),
    options=(
        Option("--all", "Alle ark.", Kind.FLAG, name="all_"),
        Option(
            "--condition", "I tilstandens ord; uden ID de ark, den bruger.", metavar="TILSTAND", default=""
        ),
        Option("--large", "Stor skrift: 20 punkter eller mere, højst to sider.", Kind.FLAG),
        REPLACE,
        *COMMON,
    ),
    words=Words("ids", metavar="[ID …]", many=True),
)
