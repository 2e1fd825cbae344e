"""Tries thousands of wrong files and options: each ends in a valid document or a clear Danish problem.

    python proof/fuzz.py --cases 20000 --seed 1            in process, in forked workers
    python proof/fuzz.py --cold 500 --seed 1               whole commands, each a process of its own
    python proof/fuzz.py --seed 1 --replay 1234 [--cold 1] one case again, its folder kept and shown

Bounds: exit 0, 1 or 2; 5 s of CPU; 300 MiB; no traceback; nothing outside the out folder; nothing half written.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from bases import bases  # noqa: E402
from cases import make_case  # noqa: E402
from judge import MOST_MIB, Outcome, run_in_process  # noqa: E402

CHUNK = 50  # cases of one forked worker, so that one that eats memory or dies is known and harms no other


def run_warm(seed: int, count: int, folder: Path, kind: str = "", first: int = 0) -> Iterator[Outcome]:
    """The cases of a seed in this process. Nothing is shared but what the product itself keeps."""
    made = bases(folder)
    for number in range(first, first + count):
        yield run_in_process(make_case(seed, number, made, kind=kind), folder / f"case-{os.getpid()}" / "x")


def run_forked(seed: int, count: int, folder: Path, kind: str, jobs: int, first: int) -> Iterator[Outcome]:
    """The same in forked workers, some at a time."""
    bases(folder)
    waiting = list(range(first, first + count, CHUNK))
    running: dict[int, tuple[int, Path]] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            start = waiting.pop(0)
            told = folder / f"told-{start}"
            pid = os.fork()
            if pid == 0:
                _work(seed, start, min(CHUNK, first + count - start), folder, kind, told)
            running[pid] = (start, told)
        pid, status = os.wait()
        start, told = running.pop(pid)
        lines = told.read_text("utf-8").splitlines() if told.exists() else []
        yield from (Outcome(**json.loads(line)) for line in lines)
        if status:
            dead = start + len(lines)
            yield Outcome(dead, "?", status, 0, 0, 0, "", [f"the process died: status {status}"])
            if dead + 1 < min(start + CHUNK, first + count):
                waiting.append(dead + 1)
        told.unlink(missing_ok=True)


def _work(seed: int, start: int, count: int, folder: Path, kind: str, told: Path) -> None:
    code = 1
    try:
        with told.open("w", encoding="utf-8") as stream:
            memory = 0.0
            for outcome in run_warm(seed, count, folder, kind, start):
                if outcome.memory > MOST_MIB and outcome.memory > memory:
                    outcome.failures.append(f"{outcome.memory:.0f} MiB")
                memory = max(memory, outcome.memory)
                stream.write(json.dumps(outcome.as_json()) + "\n")
                stream.flush()
        code = 0
    finally:
        os._exit(code)


# ---- telling ----------------------------------------------------------------------------------------------
def tell(outcomes: Iterator[Outcome], seed: int, cold: bool) -> int:
    """Prints failures as they come and the tally at the end; returns how many failed."""
    tally: Counter[tuple[str, str]] = Counter()
    failed = documents = 0
    slowest = largest = None
    start = time.perf_counter()
    for done, outcome in enumerate(outcomes, 1):
        result = (
            "fail"
            if outcome.failures
            else "document"
            if outcome.documents
            else "problem"
            if outcome.code
            else "answer"
        )
        tally[outcome.kind, result] += 1
        documents += outcome.documents
        slowest = max(slowest or outcome, outcome, key=lambda o: o.seconds)
        largest = max(largest or outcome, outcome, key=lambda o: o.memory)
        if outcome.failures:
            failed += 1
            again = f"python proof/fuzz.py --seed {seed} --replay {outcome.number}" + (
                " --cold 1" if cold else ""
            )
            print(f"\nFAILED {outcome.kind} {again}\n  " + "\n  ".join(outcome.failures[:4]), flush=True)
        if done % 500 == 0:
            print(
                f"… {done}, {failed} failed, {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True
            )
    _table(tally)
    for name, outcome in (("slowest", slowest), ("largest", largest)):
        if outcome:
            print(
                f"{name}: {outcome.kind} {outcome.number}: {outcome.seconds:.2f} s of CPU, {outcome.memory:.0f} MiB"
            )
    print(f"{sum(tally.values())} cases, {documents} documents, {failed} failed")
    return failed


def _table(tally: Counter[tuple[str, str]]) -> None:
    results = ("document", "answer", "problem", "fail")
    print(f"\n{'kind':<14}" + "".join(f"{r:>10}" for r in results))
    for kind in dict.fromkeys(k for k, _ in tally):
        print(f"{kind:<14}" + "".join(f"{tally[kind, r]:>10}" for r in results))


def replay(seed: int, number: int, kind: str, cold: bool) -> int:
    """One case again, with all it says; the folder stays."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    case = make_case(seed, number, bases(folder), cold=cold, kind=kind)
    print(
        case.kind,
        case.arguments,
        {name: len(data) for name, data in case.files.items()},
        case.built_in and case.built_in[0],
    )
    if cold:
        from cold import run_cold_case

        outcome = run_cold_case(case, folder / "case")
    else:
        outcome = run_in_process(case, folder / "case" / "x")
    print(json.dumps(outcome.as_json(), ensure_ascii=False, indent=1))
    print("\n".join(outcome.failures))
    print(f"in {folder}")
    return 1 if outcome.failures else 0


def main() -> int:
    """Reads the options; returns the exit code: 0 when nothing failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name, default in (("cases", 0), ("cold", 0), ("seed", 1), ("replay", -1), ("jobs", 2), ("first", 0)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--kind", default="")
    asked: Any = parser.parse_args()
    if asked.replay >= 0:
        return replay(asked.seed, asked.replay, asked.kind, bool(asked.cold))
    failed = 0
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        folder = Path(name)
        if asked.cases:
            failed += tell(
                run_forked(asked.seed, asked.cases, folder, asked.kind, asked.jobs, asked.first),
                asked.seed,
                False,
            )
        if asked.cold:
            from cold import run_cold

            failed += tell(
                run_cold(asked.seed, asked.cold, folder, asked.kind, asked.jobs, asked.first),
                asked.seed,
                True,
            )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
