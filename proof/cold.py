"""Whole commands, each a process of its own, started by a small process so that their peak memory is theirs.

(On Linux a child's peak memory begins at its parent's, and the one that makes the cases is large.)
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

PATIENCE = 120.0  # seconds until a command is ended


class Starter:
    """The small process. It takes a command in a folder as a line of JSON and answers with one."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-S", __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, command: list[str], folder: Path, environment: dict[str, str]) -> dict[str, Any]:
        """Exit code, CPU seconds, peak memory in KiB, and what was said."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        asked = {"command": command, "folder": str(folder), "environment": environment}
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def close(self) -> None:
        """Ends the small process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def _serve() -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        said, out = Path(asked["folder"]).parent / "said", Path(asked["folder"]).parent / "out"
        with said.open("wb") as err, out.open("wb") as stdout:
            process = subprocess.Popen(
                asked["command"],
                cwd=asked["folder"],
                env=asked["environment"],
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=err,
            )
            timer = threading.Timer(PATIENCE, process.kill)
            timer.start()
            _, status, usage = os.wait4(process.pid, 0)
            timer.cancel()
            process.returncode = os.waitstatus_to_exitcode(status)
        seconds = usage.ru_utime + usage.ru_stime
        told = {"code": process.returncode, "seconds": seconds, "kib": usage.ru_maxrss,
                "said": said.read_text("utf-8", "replace"), "out": out.read_text("utf-8", "replace")}  # fmt: skip
        print(json.dumps(told), flush=True)


def run_cold_case(case: Any, folder: Path, starter: Starter | None = None) -> Any:
    """Runs the case as a command in `folder`/x, which is emptied first; home and scratch folders are watched too."""
    from judge import MOST_MIB, Outcome, fingerprints, judge, lay_out

    own = starter or Starter()
    shutil.rmtree(folder, ignore_errors=True)
    place = folder / "x"
    for name in ("hjem", "tmp"):
        (place / name).mkdir(parents=True)
    lay_out(case, place)
    before = fingerprints(place)
    source = str(Path(__file__).resolve().parent.parent / "src")
    environment = {**os.environ, "HOME": str(place / "hjem"), "TMPDIR": str(place / "tmp"), "PYTHONPATH": source,
                   "PYTHONDONTWRITEBYTECODE": "1"}  # fmt: skip
    arguments = [argument.replace("\0", "") for argument in case.arguments]
    told = own.run([sys.executable, "-m", "holdslides", *arguments], place, environment)
    if starter is None:
        own.close()
    outcome = Outcome(
        case.number, case.kind, told["code"], told["seconds"], told["kib"] / 1024, 0, told["said"]
    )
    judge(outcome, case, place, before, told["out"])
    if outcome.memory > MOST_MIB:
        outcome.failures.append(f"{outcome.memory:.0f} MiB")
    return outcome


def run_cold(seed: int, count: int, folder: Path, kind: str, jobs: int, first: int) -> Iterator[Any]:
    """The cold cases of a seed, some at a time."""
    from bases import bases
    from cases import make_case

    made = bases(folder)
    starters: dict[int, Starter] = {}

    def one(number: int) -> Any:
        me = threading.get_ident()
        starter = starters.setdefault(me, Starter()) if me not in starters else starters[me]
        case = make_case(seed, number, made, cold=True, kind=kind)
        return run_cold_case(case, folder / f"cold-{me}", starter)

    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(one, range(first, first + count))
    for starter in starters.values():
        starter.close()


if __name__ == "__main__":
    _serve()
