"""A kit for each of many clinics: several at a time, each in its own process, none stopping the others."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from typing import Any, cast

from holdslides.folders import CLINIC_FILE, is_hidden
from holdslides.make import Made, Progress, Workshop
from holdslides.make_kit import KitRequest, make_kit
from holdslides.problems import HoldslidesError, Place, Problem, RequestError
from holdslides.records import dataclass

MOST_JOBS = 4  # at a time, where nobody says how many


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one clinic: its folder's name, the files, or what was wrong; seconds it took."""

    clinic: str
    made: tuple[Made, ...]
    problems: tuple[Problem, ...]
    seconds: float

    @property
    def is_done(self) -> bool:
        """Whether the clinic has its kit."""
        return not self.problems


def make_kits(
    folder: Path,
    request: KitRequest,
    out: Path,
    *,
    jobs: int | None = None,
    replace: bool = False,
    update: bool = False,
    progress: Progress = lambda _: None,
) -> list[Outcome]:
    """A kit below `out`/CLINIC for every clinic in the folder, in the order of their names.

    `replace` and `update` are as for one kit. Whatever goes wrong with a clinic, even its process dying, is in
    its outcome. Raises RequestError when the folder holds no clinic.
    """
    clinics = clinics_in(folder)
    tasks = [(clinic, request, out / clinic.name, replace, update) for clinic in clinics]
    at_once = min(jobs or min(os.cpu_count() or 1, MOST_JOBS), len(clinics))
    progress(f"Laver det hele til {len(clinics)} klinikker, {at_once} ad gangen …")
    done = []
    for number, outcome in enumerate(_in_processes(tasks, at_once), 1):
        how = "færdig" if outcome.is_done else "kunne ikke laves"
        progress(f"{number}/{len(clinics)} {outcome.clinic}: {how}")
        done.append(outcome)
    return sorted(done, key=lambda outcome: outcome.clinic)


def clinics_in(folder: Path) -> list[Path]:
    """The folders of the clinics, by name. Raises RequestError when there are none."""
    found = (
        sorted(p.parent for p in folder.glob(f"*/{CLINIC_FILE}") if p.is_file() and not is_hidden(p.parent))
        if folder.is_dir()
        else []
    )
    if not found:
        hint = "læg klinikkerne ved siden af hinanden i én mappe, hver med sin klinik.yaml"
        raise RequestError(Problem(f"--clinics: der er ingen klinikker i {folder}", hint=hint))
    return found


Task = tuple[Path, KitRequest, Path, bool, bool]


def _in_processes(tasks: Sequence[Task], at_once: int) -> Iterator[Outcome]:
    """The outcomes as they come, never more than `at_once` processes running."""
    context = multiprocessing.get_context("spawn")  # a process that shares nothing can harm nothing
    waiting = list(tasks)
    running: dict[Any, tuple[BaseProcess, Task, float]] = {}  # by connection; Windows has its own kind
    try:
        while waiting or running:
            while waiting and len(running) < at_once:
                task = waiting.pop(0)
                ours, theirs = context.Pipe(duplex=False)
                process = context.Process(target=_work, args=(theirs, *task), daemon=True)
                process.start()
                theirs.close()
                running[ours] = process, task, monotonic()
            for ready in cast(list[Any], wait(list(running))):
                ended, task, began = running.pop(ready)
                yield _received(ready, ended, task, monotonic() - began)
    finally:
        for left, _, _ in running.values():
            left.terminate()


def _received(connection: Connection, process: BaseProcess, task: Task, seconds: float) -> Outcome:
    try:
        made, problems = connection.recv()
    except EOFError:  # it ended without a word
        process.join()
        message = f"afbrudt (kode {process.exitcode}); de andre klinikker er ikke berørt"
        made, problems = (), (Problem(message, Place(str(task[0])), "prøv igen, evt. med --jobs 1"),)
    process.join()
    connection.close()
    return Outcome(task[0].name, tuple(made), tuple(problems), seconds)


def _work(
    results: Connection, clinic: Path, request: KitRequest, out: Path, replace: bool, update: bool
) -> None:
    """One clinic's kit, in a process of its own."""
    # Ctrl+C reaches every process; the first one ends the others
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        made = make_kit(Workshop.open(clinic), request, out, replace=replace, update=update)
    except HoldslidesError as error:
        results.send(((), error.problems))
    except Exception as error:  # a mistake of ours in one kit must not cost the other clinics theirs
        message = f"uventet fejl: {type(error).__name__}: {error}"
        results.send(((), (Problem(" ".join(message.split()), Place(str(clinic))),)))
    else:
        results.send((made, ()))
    results.close()
