"""Where the CPU time of a cold deck and a cold poster goes, by what the interpreter is at every half millisecond.

python benchmarks/breakdown.py [runs]

A timer interrupts the command; what it was doing is told by the innermost file on the stack that is named below.
Unlike a profiler's, these times are not made longer by the measuring.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from types import FrameType

from measure import run_once

EVERY_S = 0.0005
HERE = Path(__file__).resolve()
COMMANDS = {
    "deck": ("deck", "laenderyg", "--session", "1"),
    "poster": ("poster", "skru_ned"),
}
STAGES = (  # a part of a file's path, and what is done there; the first that fits
    ("holdslides/yaml_", "read: YAML"),
    ("holdslides/structure.py", "read: checked into records"),
    ("holdslides/register.py", "read: facts picked out"),
    ("holdslides/kit/", "figures drawn"),
    ("holdslides/figures/", "figures drawn"),
    ("holdslides/fit.py", "fit: lines, sizes, heights"),
    ("holdslides/placing.py", "fit: lines, sizes, heights"),
    ("holdslides/lines.py", "fit: lines, sizes, heights"),
    ("holdslides/widths.py", "fit: lines, sizes, heights"),
    ("holdslides/check/", "rules that must hold"),
    ("holdslides/pptx_file/zipped.py", "write: compressing"),
    ("holdslides/pptx_file/record.py", "write: state for --update"),
    ("holdslides/pptx_file/state.py", "write: state for --update"),
    ("holdslides/pptx_file/", "write: XML"),
    ("holdslides/print_file/compiler.py", "write: typst, fonts and page"),
    ("holdslides/print_file/", "write: the page's markup"),
    ("holdslides/atomic.py", "write: to the disk"),
    ("holdslides/", "composed, and the rest"),
    ("click/", "command line"),
)
LIBRARIES = ("click", "yaml", "typst")


def stage(frame: FrameType | None) -> str:
    """What is being done, told from the innermost frame that is known."""
    importing = False
    while frame is not None:
        file = frame.f_code.co_filename.replace("\\", "/")
        if file.startswith("<frozen importlib"):
            importing = True
        elif frame.f_code.co_name == "<module>" and (importing or file != __file__):
            return f"import: {_owner(file)}"
        elif importing or "/holdslides/records.py" in file:
            pass  # the module that is being read, or for which a class is made, is further out
        else:
            for part, name in STAGES:
                if part in file:
                    return name
        frame = frame.f_back
    return "the rest"


def _owner(file: str) -> str:
    if "/holdslides/" in file:
        return "holdslides"
    return next((name for name in LIBRARIES if f"/{name}/" in file), "standard library")


def sampled(arguments: list[str]) -> None:
    """Runs the command in this process and prints, as JSON, how often it was seen at what."""
    seen: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _, frame: seen.update((stage(frame),)))
    signal.setitimer(signal.ITIMER_PROF, EVERY_S, EVERY_S)
    try:
        from holdslides.cli import main

        main(arguments)
    except SystemExit:
        signal.setitimer(signal.ITIMER_PROF, 0)
    print(json.dumps(seen))


def breakdown(name: str, arguments: tuple[str, ...], runs: int, folder: Path) -> None:
    """Prints the mean milliseconds of every stage, scaled to the median of the same command undisturbed."""
    command = [*arguments, "--out", str(folder / name)]
    total = sorted(run_once([sys.executable, "-m", "holdslides", *command])[0] for _ in range(runs))[
        runs // 2
    ]
    bare = sorted(run_once([sys.executable, "-c", "pass"])[0] for _ in range(runs))[runs // 2]
    seen: Counter[str] = Counter()
    for _ in range(runs):
        ran = subprocess.run(
            [sys.executable, str(HERE), "--sampled", *command], capture_output=True, text=True
        )
        seen.update(json.loads(ran.stdout.splitlines()[-1]))
    scale = (total - bare) * 1000 / seen.total()
    print(f"{name}: {total * 1000:.0f} ms of CPU")
    print(f"  {bare * 1000:6.1f}  python itself")
    for what, count in sorted(seen.items(), key=lambda item: (not item[0].startswith("import"), -item[1])):
        print(f"  {count * scale:6.1f}  {what}")


def main() -> None:
    """Prints both tables."""
    if sys.argv[1:2] == ["--sampled"]:
        sampled(sys.argv[2:])
        return
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        for name, arguments in COMMANDS.items():
            breakdown(name, arguments, runs, Path(folder))


if __name__ == "__main__":
    main()
