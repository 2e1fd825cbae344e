"""The commands there are, and the one place where problems are printed and exit codes are set."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Sequence

from holdslides.cli.telling import tell
from holdslides.problems import HoldslidesError, Problem

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


def run(arguments: Sequence[str]) -> int:
    """Runs a command and returns its exit code; everything a user can cause ends in Danish lines on stderr."""
    try:
        if told := _plain(arguments):
            return told() or 0
        from holdslides.cli.clicked import run_with_click

        return run_with_click(arguments or ("--help",), COMMANDS)
    except (KeyboardInterrupt, EOFError):
        tell("\nAfbrudt. Hver fil er enten helt færdig eller urørt.", err=True)
        return 1
    except HoldslidesError as error:
        show_problems(error.problems)
        return error.exit_code
    except OSError as error:
        if _is_closed_pipe(error):  # e.g. `holdslides list facts | head`
            sys.stderr.close()
            return 0
        where = f"{error.filename}: " if error.filename else ""
        tell(f"{where}det kan ikke læses eller skrives ({error.strerror or error})", err=True)
        return 1


def _plain(arguments: Sequence[str]) -> Callable[[], int | None] | None:
    """What does what is asked for, where that is written plainly enough to be read without click."""
    if not arguments or arguments[0] not in COMMANDS:
        return None
    from holdslides.cli.parameters import command_named
    from holdslides.cli.plain import plain_values

    command = command_named(arguments[0])
    values = plain_values(command, arguments[1:])
    return None if values is None else lambda: command.run(**values)


def _is_closed_pipe(error: OSError) -> bool:
    """Whether the one who read along has stopped; Windows calls that an invalid argument."""
    is_nameless = sys.platform == "win32" and error.errno == errno.EINVAL and error.filename is None
    return isinstance(error, BrokenPipeError) or is_nameless


def show_problems(problems: Sequence[Problem]) -> None:
    """One line per problem, on stderr."""
    for problem in problems:
        tell(str(problem), err=True)
