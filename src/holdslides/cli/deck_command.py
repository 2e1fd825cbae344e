"""holdslides deck: slides for a condition."""

from __future__ import annotations

from pathlib import Path

import click

from holdslides.cli.danish import DanishCommand
from holdslides.cli.options import TypedPath, common, open_workshop, show_made, words


@click.command(
    "deck",
    cls=DanishCommand,
    help="Lav slides til TILSTAND (laenderyg, artrose, nerverod, spinalstenose). Uden --session laves alle gange.",
    examples=(
        "holdslides deck laenderyg",
        "holdslides deck laenderyg --session 1 --minutes 45",
        'holdslides deck laenderyg --modules "kopmodellen,progressionstrappen"',
        'holdslides deck laenderyg --course langvarig --hold "mandag 16"',
        "holdslides deck laenderyg --update --dry-run",
    ),
)
@click.argument("condition", metavar="TILSTAND")
@click.option("--session", type=int, metavar="1|2", help="Kun den ene gang.")
@click.option("--edition", metavar="fuld|pixi", help="Fuld eller kort udgave (ellers: fuld).")
@click.option("--minutes", type=float, metavar="TAL", help="Så lang tid har du, i minutter.")
@click.option("--setting", metavar="hold|individuel|traening", help="Hold, samtale eller træningshold.")
@click.option("--course", metavar="kort|langvarig|blandet", help="Hvor længe deltagerne har haft ondt.")
@click.option("--modules", metavar="A,B,C", help="Netop disse moduler, i denne orden.")
@click.option("--without", metavar="X,Y", help="Udelad disse moduler.")
@click.option("--joint", metavar="knae|hofte|begge", help="Artrose: hvilket led (ellers: begge).")
@click.option("--level", metavar="laend|nakke", help="Nerverod: lænd eller nakke. Skal vælges.")
@click.option("--weight", is_flag=True, help="Tag siden om vægt med, hvor den er relevant.")
@click.option("--hold", "group", metavar="NAVN", default="", help='Holdets navn, fx "mandag 16".')
@click.option("--pdf", is_flag=True, help="Også som PDF, ét slide pr. side.")
@click.option("--handout", is_flag=True, help="Også som ark til noter, tre slides pr. side.")
@click.option("--update", is_flag=True, help="Bring slides op til nu, og behold alt, du selv har rettet.")
@click.option("--dry-run", is_flag=True, help="Sammen med --update: vis, hvad der vil ske, og skriv intet.")
@click.option("--template", type=TypedPath(is_there=True), metavar="FIL",
              help="Jeres egen PowerPoint-skabelon (ellers den i klinik.yaml, ellers vores).")  # fmt: skip
@click.option("--replace", is_flag=True, help="Flyt en fil, du har rettet i, til side og skriv en ny.")
@common
def command(
    condition: str,
    session: int | None,
    edition: str | None,
    minutes: float | None,
    setting: str | None,
    course: str | None,
    modules: str | None,
    without: str | None,
    joint: str | None,
    level: str | None,
    weight: bool,
    group: str,
    pdf: bool,
    handout: bool,
    update: bool,
    dry_run: bool,
    template: Path | None,
    replace: bool,
    clinic: Path | None,
    out: Path,
    format_: str,
) -> None:
    """Options in, one call, result out."""
    _check_together(update, dry_run, replace, pdf or handout)
    from holdslides.make import make_decks
    from holdslides.request import Request

    shop = open_workshop(clinic, template)
    request = Request(
        condition=condition,
        session=session,
        edition=edition or "fuld",
        minutes=minutes,
        setting=setting,
        course=course or "blandet",
        modules=words(modules),
        without=words(without),
        joint=joint,
        level=level,
        weight=weight,
        group=group,
    )
    made = make_decks(
        shop, request, out, replace=replace, pdf=pdf, handout=handout, update=update, dry_run=dry_run
    )
    show_made(made, format_)


def _check_together(update: bool, dry_run: bool, replace: bool, paper: bool) -> None:
    from holdslides.problems import Problem, RequestError

    if dry_run and not update:
        raise RequestError(Problem("--dry-run bruges sammen med --update"))
    if update and replace:
        hint = "--update beholder dine ændringer i filen, --replace lægger den til side"
        raise RequestError(Problem("vælg enten --update eller --replace", hint=hint))
    if update and paper:
        hint = "de ville ikke vise dine egne ændringer; gem som PDF i PowerPoint"
        raise RequestError(Problem("--pdf og --handout kan ikke bruges sammen med --update", hint=hint))
