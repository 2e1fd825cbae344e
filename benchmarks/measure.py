"""CPU seconds and peak memory of whole commands, interleaved so that a machine's mood hits all alike."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence

_PER_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024


def run_once(command: Sequence[str]) -> tuple[float, float]:
    """CPU seconds (user + system) and peak memory in MiB of one run. Raises when the command fails."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{error.decode()}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _PER_MIB


def peak_mib() -> float:
    """The most memory this process has had, MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _PER_MIB


def interleaved(commands: Sequence[Sequence[str]], runs: int) -> list[list[tuple[float, float]]]:
    """Each command once for warm-up, then all of them in turn `runs` times."""
    for command in commands:
        run_once(command)
    results: list[list[tuple[float, float]]] = [[] for _ in commands]
    for _ in range(runs):
        for kept, command in zip(results, commands, strict=True):
            kept.append(run_once(command))
    return results


def median_ratio(a: list[tuple[float, float]], b: list[tuple[float, float]]) -> float:
    """The median over pairs of runs of a's CPU over b's."""
    return statistics.median(x[0] / y[0] for x, y in zip(a, b, strict=True))


def row(name: str, results: list[tuple[float, float]]) -> str:
    """A line with the median CPU time and the greatest memory of a command's runs."""
    cpu = sorted(r[0] for r in results)
    return (
        f"{name:<34} CPU {cpu[0]:.3f} / {statistics.median(cpu):.3f} / {cpu[-1]:.3f} s (min/median/max)"
        f"   peak {max(r[1] for r in results):.0f} MiB"
    )
