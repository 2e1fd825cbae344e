"""holdslides sheet: worksheets to print."""

from __future__ import annotations

from pathlib import Path

import click

from holdslides.cli.danish import DanishCommand
from holdslides.cli.options import common, open_workshop, show_made


@click.command(
    "sheet",
    cls=DanishCommand,
    help="Lav ark til deltagerne. ID er arkets navn; se dem med: holdslides list sheets.",
    examples=(
        "holdslides sheet min_start dagbog",
        "holdslides sheet --all",
        "holdslides sheet --condition laenderyg",
        "holdslides sheet min_plan --condition nerverod --large",
    ),
)
@click.argument("ids", metavar="[ID …]", nargs=-1)
@click.option("--all", "all_", is_flag=True, help="Alle ark.")
@click.option(
    "--condition", metavar="TILSTAND", default="", help="I tilstandens ord; uden ID de ark, den bruger."
)
@click.option("--large", is_flag=True, help="Stor skrift: 20 punkter eller mere, højst to sider.")
@click.option("--replace", is_flag=True, help="Flyt en fil, du har rettet i, til side og skriv en ny.")
@common
def command(
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
