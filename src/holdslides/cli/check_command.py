"""holdslides check: the rules on everything that would be written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from holdslides.cli.options import CLINIC, FORMAT, open_workshop, tell_json
from holdslides.cli.parameters import Command, Kind, Option, Words
from holdslides.cli.telling import tell

if TYPE_CHECKING:
    from holdslides.check.run import Report
    from holdslides.make import Workshop
    from holdslides.problems import Problem


def _check(ids: tuple[str, ...], strict: bool, sources: bool, clinic: Path | None, format_: str) -> int:
    """Options in, one call, result out; the exit code is what is returned."""
    shop = open_workshop(clinic)
    if sources:
        _show_sources(shop, ids, format_)
        return 0
    from holdslides.check.run import check_everything
    from holdslides.problems import Severity

    report = check_everything(shop.library, shop.clinic, ids)
    if format_ == "json":
        tell_json([_as_json(p) for p in report.problems])
    else:
        for problem in report.problems:
            tell(str(problem))
    tell(_summary(report), err=format_ == "json")
    return 1 if report.count(Severity.ERROR) or (strict and report.problems) else 0


def _show_sources(shop: Workshop, ids: tuple[str, ...], format_: str) -> None:
    from holdslides.check.source_list import cited_pages

    pages = cited_pages(shop.library, shop.clinic, ids)
    if format_ == "json":
        tell_json([page.as_json() for page in pages])
        return
    for page in pages:
        tell("\n".join(page.lines()))


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


command = Command(
    "check",
    run=_check,
    help="Prøv reglerne på alt, hvad der kan laves: slides, plakater og ark. Med ID kun det, fx laenderyg, "
    "kopmodellen, alarm eller akt-stationer. Fejl giver slutkode 1.",
    examples=(
        "holdslides check",
        "holdslides check laenderyg --strict",
        "holdslides check kopmodellen --sources",
        "holdslides list regler",
    ),
    options=(
        Option("--strict", "Også advarsler giver slutkode 1.", Kind.FLAG),
        Option("--sources", "Vis i stedet, hvilke fakta hvert slide bygger på, og hvor de står.", Kind.FLAG),
        CLINIC,
        FORMAT,
    ),
    words=Words("ids", metavar="[ID …]", many=True),
)
