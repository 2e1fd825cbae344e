"""The command line: thin commands, Danish words. Options in, one call, result out."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

_SELDOM = 100_000  # objects between two looks for cycles: a deck is many objects and hardly any cycle


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs a command and ends the process: 0 fine, 1 problems in content or input, 2 usage."""
    gc.set_threshold(_SELDOM)  # before anything is imported
    from holdslides.cli.app import run

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not be UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    code = run(sys.argv[1:] if arguments is None else arguments)
    if cache := sys.modules.get("holdslides.yaml_cache"):  # not for those who only asked for help
        cache.keep()
    if arguments is None:
        _end(code)
    sys.exit(code)


def _end(code: int) -> NoReturn:
    """Ends the process as quickly as may be: taking every object apart takes longer than many a command.

    Whatever runs beside a command, or has something left to do at the end, has loaded `threading`.
    """
    if "threading" not in sys.modules:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):  # closed, or nobody reads
                if stream is not None:
                    stream.flush()
        os._exit(code)
    gc.freeze()  # else Python looks through every object once more
    sys.exit(code)
