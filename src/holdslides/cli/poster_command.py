"""holdslides poster: posters for the wall."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from holdslides.cli.danish import DanishCommand
from holdslides.cli.options import common, open_workshop, show_made

if TYPE_CHECKING:
    from holdslides.make import Workshop


@click.command(
    "poster",
    cls=DanishCommand,
    help="Lav plakater. ID er plakatens navn; se dem med: holdslides list posters.",
    examples=(
        "holdslides poster kop trappe",
        "holdslides poster --all --size a2",
        "holdslides poster trappe --size a3 --distance 4",
        "holdslides poster --all --size a1 --bleed",
        'holdslides poster kom_til_hold --when "Tirsdage kl. 16" --where "Sal 2"',
        "holdslides poster --plan",
    ),
)
@click.argument("ids", metavar="[ID …]", nargs=-1)
@click.option("--all", "all_", is_flag=True, help="Alle plakater.")
@click.option(
    "--size",
    type=click.Choice(["a4", "a3", "a2", "a1", "a0"], case_sensitive=False),
    default="a3",
    help="Papirets størrelse (ellers: a3).",
)
@click.option(
    "--distance",
    type=float,
    metavar="METER",
    help="Så langt fra skal overskriften kunne læses (ellers: a4 1,5; a3 3; a2 4; a1 6; a0 8).",
)
@click.option("--bleed", is_flag=True, help="Til trykkeri: 3 mm beskæring og skæremærker.")
@click.option(
    "--hold", "group", metavar="NAVN", default="", help="Kom til hold: ét af holdene i klinik.yaml."
)
@click.option("--what", metavar="TEKST", default="", help="Kom til hold: hvad.")
@click.option("--who", metavar="TEKST", default="", help="Kom til hold: hvem.")
@click.option("--when", metavar="TEKST", default="", help="Kom til hold: hvornår.")
@click.option("--where", metavar="TEKST", default="", help="Kom til hold: hvor.")
@click.option("--plan", is_flag=True, help="Vis, hvilke plakater der hænger hvornår i et år.")
@click.option("--replace", is_flag=True, help="Flyt en fil, du har rettet i, til side og skriv en ny.")
@common
def command(
    ids: tuple[str, ...],
    all_: bool,
    size: str,
    distance: float | None,
    bleed: bool,
    group: str,
    what: str,
    who: str,
    when: str,
    where: str,
    plan: bool,
    replace: bool,
    clinic: Path | None,
    out: Path,
    format_: str,
) -> None:
    """Options in, one call, result out."""
    from holdslides.compose_poster import Invitation
    from holdslides.make_paper import PosterRequest, make_posters
    from holdslides.problems import Problem, RequestError

    if bool(ids) == all_ and not plan:
        message = "skriv enten plakaternes navne eller --all"
        raise RequestError(Problem(message, hint="se dem med: holdslides list posters"))
    shop = open_workshop(clinic)
    if plan:
        _show_plan(shop, ids, format_)
        return
    invitation = Invitation(what, who, when, where)
    request = PosterRequest(ids, size.lower(), distance, bleed, group, invitation)
    show_made(make_posters(shop, request, out, replace_changed=replace), format_)


def _show_plan(shop: Workshop, ids: tuple[str, ...], format_: str) -> None:
    from holdslides.make_paper import plan_year

    year, names = plan_year(shop, ids)
    if format_ == "json":
        click.echo(json.dumps([month.as_json() for month in year], ensure_ascii=False, indent=1))
        return
    always = year[0].posters[:-1]
    if always:
        click.echo("Hænger altid: " + " · ".join(names[id_] for id_ in always))
    click.echo("Skiftes hver måned:")
    width = max(len(month.name) for month in year) + 2
    for month in year:
        click.echo(f"  {month.name:<{width}}{names[month.posters[-1]]}  ({month.posters[-1]})")
