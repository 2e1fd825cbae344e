"""holdslides deck: slides for a condition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from holdslides.cli.options import COMMON, REPLACE, TEMPLATE, open_workshop, show_made
from holdslides.cli.parameters import Command, Kind, Option
from holdslides.cli.request_options import CONDITION, DECKS, request_of


def _deck(
    condition: str,
    pdf: bool,
    handout: bool,
    update: bool,
    dry_run: bool,
    template: Path | None,
    replace: bool,
    clinic: Path | None,
    out: Path,
    format_: str,
    **asked: Any,
) -> None:
    """Options in, one call, result out."""
    _check_together(update, dry_run, replace)
    from holdslides.make import make_decks

    shop = open_workshop(clinic, template)
    made = make_decks(
        shop,
        request_of(condition, **asked),
        out,
        replace=replace,
        pdf=pdf,
        handout=handout,
        update=update,
        dry_run=dry_run,
    )
    show_made(made, format_)


def _check_together(update: bool, dry_run: bool, replace: bool) -> None:
    from holdslides.problems import Problem, RequestError

    if dry_run and not update:
        raise RequestError(Problem("--dry-run bruges sammen med --update"))
    if update and replace:
        hint = "--update beholder dine ændringer i filen, --replace lægger den til side"
        raise RequestError(Problem("vælg enten --update eller --replace", hint=hint))


command = Command(
    "deck",
    run=_deck,
    help="Lav slides til TILSTAND (laenderyg, artrose, nerverod, spinalstenose). Uden --session laves alle gange.",
    examples=(
        "holdslides deck laenderyg",
        "holdslides deck laenderyg --session 1 --minutes 45",
        'holdslides deck laenderyg --modules "kopmodellen,progressionstrappen"',
        'holdslides deck laenderyg --course langvarig --hold "mandag 16"',
        "holdslides deck laenderyg --update --dry-run",
    ),
    options=(
        *DECKS,
        Option("--pdf", "Også som PDF, ét slide pr. side.", Kind.FLAG),
        Option("--handout", "Også som ark til noter, tre slides pr. side.", Kind.FLAG),
        Option("--update", "Bring slides op til nu, og behold alt, du selv har rettet.", Kind.FLAG),
        Option("--dry-run", "Sammen med --update: vis, hvad der vil ske, og skriv intet.", Kind.FLAG),
        TEMPLATE,
        REPLACE,
        *COMMON,
    ),
    words=CONDITION,
)
