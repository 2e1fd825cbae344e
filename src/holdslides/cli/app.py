"""The group of commands and the one place where problems are printed and exit codes are set."""

from __future__ import annotations

import errno
import gc
import sys
from collections.abc import Sequence

import click

from holdslides import __version__
from holdslides.cli.danish import DanishGroup, in_danish
from holdslides.problems import HoldslidesError, Problem

_SELDOM = 100_000  # objects between two looks for cycles: a deck is many objects and hardly any cycle

COMMANDS = {
    "deck": "Lav slides til en tilstand.",
    "poster": "Lav plakater.",
    "sheet": "Lav ark til deltagerne.",
    "kit": "Lav det hele til et forløb i én mappe.",
    "check": "Prøv reglerne på det hele.",
    "list": "Vis tilstande, moduler, fakta og regler.",
    "show": "Vis et modul, en plakat …, som det er skrevet.",
    "copy": "Læg en kopi i klinikkens mappe, og ret i den.",
    "init": "Lav en mappe til det, der er klinikkens eget.",
    "web": "Åbn den lokale side i browseren.",
}


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"holdslides {__version__}")
        ctx.exit()


command = DanishGroup(
    name="holdslides",
    lazy=COMMANDS,
    help="Slides, plakater og ark til patientuddannelse.",
    examples=(
        "holdslides deck laenderyg",
        'holdslides deck laenderyg --session 1 --minutes 45 --hold "mandag 16"',
        "holdslides list modules",
    ),
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            help="Vis versionen.",
            callback=_show_version,
        )
    ],
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs a command and ends the process: 0 fine, 1 problems in content or input, 2 usage."""
    gc.set_threshold(_SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not be UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    code = run(sys.argv[1:] if arguments is None else arguments)
    gc.freeze()  # else Python looks through every object once more before the process ends
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Runs a command and returns its exit code; everything a user can cause ends in Danish lines on stderr."""
    if not arguments:
        arguments = ("--help",)
    try:
        result = command.main(list(arguments), prog_name="holdslides", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.Abort:
        click.echo("Afbrudt. Hver fil er enten helt færdig eller urørt.", err=True)
        return 1
    except click.ClickException as error:
        click.echo(in_danish(error), err=True)
        return 2
    except HoldslidesError as error:
        show_problems(error.problems)
        return error.exit_code
    except OSError as error:
        if _is_closed_pipe(error):  # e.g. `holdslides list facts | head`
            sys.stderr.close()
            return 0
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"{where}det kan ikke læses eller skrives ({error.strerror or error})", err=True)
        return 1


def _is_closed_pipe(error: OSError) -> bool:
    """Whether the one who read along has stopped; Windows calls that an invalid argument."""
    is_nameless = sys.platform == "win32" and error.errno == errno.EINVAL and error.filename is None
    return isinstance(error, BrokenPipeError) or is_nameless


def show_problems(problems: Sequence[Problem]) -> None:
    """One line per problem, on stderr."""
    for problem in problems:
        click.echo(str(problem), err=True)
