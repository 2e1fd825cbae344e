"""holdslides check: the rules on everything that would be written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from holdslides.cli.danish import DanishCommand
from holdslides.cli.options import clinic_option, open_workshop

if TYPE_CHECKING:
    from holdslides.check.run import Report
    from holdslides.make import Workshop
    from holdslides.problems import Problem


@click.command(
    "check",
    cls=DanishCommand,
    help="Prøv reglerne på alt, hvad der kan laves: slides, plakater og ark. Med ID kun det, fx laenderyg, "
    "kopmodellen, alarm eller akt-stationer. Fejl giver slutkode 1.",
    examples=(
        "holdslides check",
        "holdslides check laenderyg --strict",
        "holdslides check kopmodellen --sources",
        "holdslides list regler",
    ),
)
@click.argument("ids", metavar="[ID …]", nargs=-1)
@click.option("--strict", is_flag=True, help="Også advarsler giver slutkode 1.")
@click.option(
    "--sources", is_flag=True, help="Vis i stedet, hvilke fakta hvert slide bygger på, og hvor de står."
)
@clinic_option
@click.option(
    "--format", "format_", type=click.Choice(["tekst", "json"]), default="tekst", help="Tekst eller JSON."
)
def command(ids: tuple[str, ...], strict: bool, sources: bool, clinic: Path | None, format_: str) -> int:
    """Options in, one call, result out; the exit code is what is returned."""
    shop = open_workshop(clinic)
    if sources:
        _show_sources(shop, ids, format_)
        return 0
    from holdslides.check.run import check_everything
    from holdslides.problems import Severity

    report = check_everything(shop.library, shop.clinic, ids)
    if format_ == "json":
        click.echo(json.dumps([_as_json(p) for p in report.problems], ensure_ascii=False, indent=1))
    else:
        for problem in report.problems:
            click.echo(str(problem))
    click.echo(_summary(report), err=format_ == "json")
    return 1 if report.count(Severity.ERROR) or (strict and report.problems) else 0


def _show_sources(shop: Workshop, ids: tuple[str, ...], format_: str) -> None:
    from holdslides.check.source_list import cited_pages

    pages = cited_pages(shop.library, shop.clinic, ids)
    if format_ == "json":
        click.echo(json.dumps([page.as_json() for page in pages], ensure_ascii=False, indent=1))
        return
    for page in pages:
        click.echo("\n".join(page.lines()))


def _as_json(problem: Problem) -> dict[str, object]:
    return {
        "rule": problem.rule,
        "severity": problem.severity.name.lower(),
        "message": problem.message,
        "hint": problem.hint,
        "file": problem.place.file if problem.place else "",
        "line": problem.place.line if problem.place else 0,
    }


def _summary(report: Report) -> str:
    from holdslides.problems import Severity

    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    told = [f"{errors} fejl"] if errors else []
    told += [f"{warnings} {'advarsel' if warnings == 1 else 'advarsler'}"] if warnings else []
    found = " og ".join(told) or "ingen fund"
    made = f"{report.documents} dokumenter ({report.different} forskellige)"
    return f"{made} prøvet med {report.rules} regler: {found}"
