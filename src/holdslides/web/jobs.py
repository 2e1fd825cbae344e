"""Files in the making: one job at a time, with how far it has come, and the files it made to be fetched."""

from __future__ import annotations

import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import Any

from holdslides.make import Made
from holdslides.problems import FileError, HoldslidesError, Problem
from holdslides.records import dataclass, field
from holdslides.web.programme import finding

MOST_JOBS = 20  # remembered, and those not done yet; their files stay on the disk
REPLACE_HINT = "--replace"

Progress = Callable[[str], None]
Work = Callable[[Progress], Sequence[Made]]


class State(StrEnum):
    """How a job stands. `EDITED`: a file was changed by hand and is left alone until she says what to do."""

    RUNNING = "laver"
    DONE = "færdig"
    EDITED = "rettet"
    FAILED = "fejl"


@dataclass
class Job:
    """One piece of work. `steps` of about `expected` are done; `doing` says which is on (Danish)."""

    id: str
    expected: int
    doing: str = ""
    steps: int = 0
    state: State = State.RUNNING
    made: tuple[Made, ...] = ()
    problems: tuple[Problem, ...] = ()
    lock: Lock = field(default_factory=Lock)

    def step(self, said: str) -> None:
        """Something more is done."""
        with self.lock:
            self.steps += 1
            self.doing = _without_folder(said)

    @property
    def share(self) -> float:
        """How far it has come, 0-1; it is only 1 when it is over."""
        if self.state is not State.RUNNING:
            return 1.0
        return min(0.95, (self.steps + 0.3) / max(self.expected, self.steps + 1))


class Jobs:
    """The jobs of a server. Work is done in a thread of its own, one after the other."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="holdslides-job")

    def start(self, work: Work, expected: int) -> Job:
        """Puts work in the queue."""
        job = Job(secrets.token_urlsafe(9), expected)
        with self._lock:
            self._jobs[job.id] = job
            over = [id_ for id_, old in self._jobs.items() if old.state is not State.RUNNING]
            for id_ in over[: max(0, len(self._jobs) - MOST_JOBS)]:
                del self._jobs[id_]
        self._worker.submit(_run, job, work)
        return job

    def get(self, id_: str) -> Job | None:
        """The job of that id, if it is remembered."""
        with self._lock:
            return self._jobs.get(id_)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        with self._lock:
            return any(job.state is State.RUNNING for job in self._jobs.values())


def as_json(job: Job) -> dict[str, Any]:
    """The job as the page shows it; files go by their number, never by a path."""
    return {
        "id": job.id,
        "state": str(job.state),
        "share": round(job.share, 3),
        "doing": job.doing,
        "files": [_file(job, i, made) for i, made in enumerate(job.made)],
        "remarks": list(dict.fromkeys(change for made in job.made for change in made.changes)),
        "problems": [_said(problem) for problem in job.problems],
    }


def _without_folder(said: str) -> str:
    """What was said, a path in it cut down to the file's name."""
    verb, _, path = said.partition(" ")
    if verb == "Skrev":
        return f"{verb} {Path(path).name}"
    return Path(said).name if "/" in said or "\\" in said else said


def _file(job: Job, number: int, made: Made) -> dict[str, Any]:
    return {
        "name": made.path.name,
        "url": f"/hent/{job.id}/{number}",
        "kind": made.kind,
        "pages": made.pages,
        "minutes": made.minutes,
        "folder": str(made.path.parent),
        "remarks": list(made.changes),
    }


def _said(problem: Problem) -> dict[str, str]:
    """The problem as the page shows it, with the name of the file it is about."""
    said = finding(problem)
    return (
        said | {"message": f"{Path(problem.place.file).name}: {problem.message}"} if problem.place else said
    )


def _run(job: Job, work: Work) -> None:
    try:
        job.made = tuple(work(job.step))
        job.state = State.DONE
    except HoldslidesError as error:
        job.problems = error.problems
        is_edited = isinstance(error, FileError) and all(REPLACE_HINT in p.hint for p in error.problems)
        job.state = State.EDITED if is_edited else State.FAILED
    except Exception as error:  # a mistake of ours must not leave the page waiting for ever
        logging.getLogger(__name__).exception("unexpected")
        hint = "prøv igen; siger den det samme, så meld fejlen"
        job.problems = (Problem(f"noget gik galt: {error}", hint=hint),)
        job.state = State.FAILED
