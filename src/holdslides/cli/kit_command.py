"""holdslides kit: everything for a course in one folder."""

from __future__ import annotations

from pathlib import Path

import click

from holdslides.cli.danish import DanishCommand
from holdslides.cli.options import TypedPath, common, open_workshop, say, show_made, words


@click.command(
    "kit",
    cls=DanishCommand,
    help="Lav det hele til TILSTAND i én mappe: slides, drejebog, ark, siden til at tage med hjem, "
    "plakater og én fil at printe.",
    examples=(
        "holdslides kit laenderyg",
        'holdslides kit laenderyg --hold "mandag 16" --participants 8 --start 16:00',
        "holdslides kit nerverod --level laend --large",
        "holdslides kit laenderyg --update",
        "holdslides kit laenderyg --clinics klinikker --jobs 4",
        "holdslides kit laenderyg --clinics klinikker --update",
    ),
)
@click.argument("condition", metavar="TILSTAND")
@click.option("--participants", type=click.IntRange(1, 99), default=8, metavar="ANTAL",
              help="Så mange deltagere er der (ellers: 8).")  # fmt: skip
@click.option(
    "--start",
    metavar="KL",
    default="",
    help="Hvornår I begynder, fx 16:00 (ellers holdets tid i klinik.yaml).",
)
@click.option("--large", is_flag=True, help="Ark og siden til at tage med hjem i stor skrift.")
@click.option("--session", type=int, metavar="1|2", help="Kun den ene gang.")
@click.option("--edition", metavar="fuld|pixi", help="Fuld eller kort udgave (ellers: fuld).")
@click.option("--minutes", type=float, metavar="TAL", help="Så lang tid har du, i minutter.")
@click.option("--setting", metavar="hold|individuel|traening", help="Hold, samtale eller træningshold.")
@click.option("--course", metavar="kort|langvarig|blandet", help="Hvor længe deltagerne har haft ondt.")
@click.option("--without", metavar="X,Y", help="Udelad disse moduler.")
@click.option("--joint", metavar="knae|hofte|begge", help="Artrose: hvilket led (ellers: begge).")
@click.option("--level", metavar="laend|nakke", help="Nerverod: lænd eller nakke. Skal vælges.")
@click.option("--weight", is_flag=True, help="Tag siden om vægt med, hvor den er relevant.")
@click.option("--hold", "group", metavar="NAVN", default="", help='Holdets navn, fx "mandag 16".')
@click.option("--template", type=TypedPath(is_there=True), metavar="FIL",
              help="Jeres egen PowerPoint-skabelon (ellers den i klinik.yaml, ellers vores).")  # fmt: skip
@click.option(
    "--update", is_flag=True, help="Bring slides op til nu, og behold alt, du selv har rettet i dem."
)
@click.option("--replace", is_flag=True, help="Flyt filer, du har rettet i, til side og skriv nye.")
@click.option("--clinics", type=TypedPath(is_there=True), metavar="MAPPE",
              help="Lav et for hver klinik i mappen: hver undermappe med en klinik.yaml.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(1, 60), metavar="ANTAL", default=None,
              help="Så mange klinikker ad gangen (ellers: én for hver kerne, højst 4).")  # fmt: skip
@common
def command(
    condition: str,
    participants: int,
    start: str,
    large: bool,
    session: int | None,
    edition: str | None,
    minutes: float | None,
    setting: str | None,
    course: str | None,
    without: str | None,
    joint: str | None,
    level: str | None,
    weight: bool,
    group: str,
    template: Path | None,
    update: bool,
    replace: bool,
    clinics: Path | None,
    jobs: int | None,
    clinic: Path | None,
    out: Path,
    format_: str,
) -> int | None:
    """Options in, one call, result out."""
    from holdslides.make_kit import KitRequest, make_kit
    from holdslides.problems import Problem, RequestError
    from holdslides.request import Request

    request = Request(
        condition=condition,
        session=session,
        edition=edition or "fuld",
        minutes=minutes,
        setting=setting,
        course=course or "blandet",
        without=words(without),
        joint=joint,
        level=level,
        weight=weight,
        group=group,
    )
    kit = KitRequest(request, participants, start, large)
    if update and replace:
        hint = "--update beholder dine ændringer i filerne, --replace lægger dem til side"
        raise RequestError(Problem("vælg enten --update eller --replace", hint=hint))
    if clinics is not None and template is not None:
        hint = "skriv skabelonen i hver kliniks klinik.yaml"
        raise RequestError(Problem("--clinics og --template kan ikke bruges sammen", hint=hint))
    if clinics is not None and clinic is not None:
        raise RequestError(Problem("--clinics og --clinic kan ikke bruges sammen", hint="vælg ét af dem"))
    if clinics is not None:
        from holdslides.cli.kit_table import show_outcomes
        from holdslides.make_clinics import make_kits

        made = make_kits(clinics, kit, out, jobs=jobs, replace=replace, update=update, progress=say(format_))
        return show_outcomes(made, format_)
    shop = open_workshop(clinic, template)
    show_made(make_kit(shop, kit, out, replace=replace, update=update, progress=say(format_)), format_)
    return None
