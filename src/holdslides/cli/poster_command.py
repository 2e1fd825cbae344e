"""holdslides poster: posters for the wall."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from holdslides.cli.options import COMMON, REPLACE, open_workshop, show_made, tell_json
from holdslides.cli.parameters import Command, Kind, Option, Words
from holdslides.cli.telling import tell

if TYPE_CHECKING:
    from holdslides.make import Workshop


def _poster(
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
        tell_json([month.as_json() for month in year])
        return
    always = year[0].posters[:-1]
    if always:
        tell("Hænger altid: " + " · ".join(names[id_] for id_ in always))
    tell("Skiftes hver måned:")
    width = max(len(month.name) for month in year) + 2
    for month in year:
        tell(f"  {month.name:<{width}}{names[month.posters[-1]]}  ({month.posters[-1]})")


command = Command(
    "poster",
    run=_poster,
    help="Lav plakater. ID er plakatens navn; se dem med: holdslides list posters.",
    examples=(
        "holdslides poster kop trappe",
        "holdslides poster --all --size a2",
        "holdslides poster trappe --size a3 --distance 4",
        "holdslides poster --all --size a1 --bleed",
        'holdslides poster kom_til_hold --when "Tirsdage kl. 16" --where "Sal 2"',
        "holdslides poster --plan",
    ),
    options=(
        Option("--all", "Alle plakater.", Kind.FLAG, name="all_"),
        Option(
            "--size", "Papirets størrelse (ellers: a3).", default="a3", choices=("a4", "a3", "a2", "a1", "a0")
        ),
        Option(
            "--distance",
            "Så langt fra skal overskriften kunne læses (ellers: a4 1,5; a3 3; a2 4; a1 6; a0 8).",
            Kind.NUMBER,
            metavar="METER",
        ),
        Option("--bleed", "Til trykkeri: 3 mm beskæring og skæremærker.", Kind.FLAG),
        Option(
            "--hold", "Kom til hold: ét af holdene i klinik.yaml.", name="group", metavar="NAVN", default=""
        ),
        Option("--what", "Kom til hold: hvad.", metavar="TEKST", default=""),
        Option("--who", "Kom til hold: hvem.", metavar="TEKST", default=""),
        Option("--when", "Kom til hold: hvornår.", metavar="TEKST", default=""),
        Option("--where", "Kom til hold: hvor.", metavar="TEKST", default=""),
        Option("--plan", "Vis, hvilke plakater der hænger hvornår i et år.", Kind.FLAG),
        REPLACE,
        *COMMON,
    ),
    words=Words("ids", metavar="[ID …]", many=True),
)
