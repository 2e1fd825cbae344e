"""The command line: thin commands, Danish words. Options in, one call, result out."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

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
    gc.freeze()  # else Python looks through every object once more before the process ends
    sys.exit(code)
