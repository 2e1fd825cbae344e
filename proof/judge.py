"""Runs a case and says what is wrong with how it ended.

Good is a valid document or a clear Danish problem, and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import logging
import os
import re
import resource
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bases import Case
from cases import CONTENT, OUT

_ASIDE = re.compile(r"…$|^[^:]+\.yaml$")  # progress, and the file that `show` shows
_INHERITED = re.compile(
    r"has no language|no alt text|no title|idx \d+ is used|id \S+ is used|is not on|txStyles has no|of a table has"
)
MOST_SECONDS = 5.0
MOST_MIB = 300.0
_ENGLISH = re.compile(
    r"Traceback|Exception|\bError\b|\b(?:the|expected|invalid|not found|unexpected|cannot|must be|object|failed)\b"
    r"|\b(?:None|errno)\b",
    re.IGNORECASE,
)
_DANISH = re.compile(
    r"[æøå]|\b(?:er|ikke|kan|skal|har|mangler|findes|og|til|med|på|for|i|af|fra|den|det|en|et|brug|se|mente|du)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\.(?:ya?ml|pptx|potx|png|jpg|svg|pdf|txt)(?::\d+)?|content/|--[a-z]|»|\"|'|TILSTAND|\bud/|MAPPE|\bID\b"
    r"|\(se:? (?:--help|holdslides )"
)


@dataclass
class Outcome:
    """How a case ended. `failures` is empty when all is as promised; CPU seconds, memory in MiB."""

    number: int
    kind: str
    code: int
    seconds: float
    memory: float
    documents: int
    said: str
    failures: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """For the pipe from a worker."""
        return asdict(self)


logging.getLogger("pypdf").setLevel(logging.ERROR)  # an update's list of objects need not begin at zero


class _TooSlow(BaseException):
    """Not an Exception: nothing in the product may swallow it."""


def lay_out(case: Case, folder: Path) -> None:
    """Puts the case's files into an empty folder."""
    for name, data in case.files.items():
        path = folder / name
        with contextlib.suppress(OSError, ValueError):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def fingerprints(folder: Path) -> dict[str, str]:
    """Every file and folder below, with a hash of its bytes."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        found[name] = "" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def run_in_process(case: Case, folder: Path) -> Outcome:
    """Runs the case in this process, in `folder`, which is emptied first."""
    from holdslides.cli.app import run

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lay_out(case, folder)
    before = fingerprints(folder)
    out, err = io.StringIO(), io.StringIO()
    failures: list[str] = []
    code, start = -1, time.process_time()
    os.chdir(folder)
    try:
        with (
            _other_content(case, folder.parent / "content"),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            _alarm(),
        ):
            code = run(list(case.arguments))
    except _TooSlow:
        failures.append("too slow: " + " < ".join(reversed(traceback.format_exc().splitlines()[-9:-1])))
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:
        failures.append("exception: " + traceback.format_exc(limit=-6))
    seconds = time.process_time() - start
    os.chdir(folder.parent)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    outcome = Outcome(case.number, case.kind, code, seconds, memory, 0, err.getvalue(), failures)
    judge(outcome, case, folder, before, out.getvalue())
    return outcome


@contextlib.contextmanager
def _alarm() -> Iterator[None]:
    def ring(*_: object) -> None:
        raise _TooSlow

    old = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS * 3)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, old)


@contextlib.contextmanager
def _other_content(case: Case, folder: Path) -> Iterator[None]:
    """Lets a file of content/ be another while the case runs."""
    if case.built_in is None:
        yield
        return
    from holdslides import folders

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path in CONTENT.iterdir():
        (folder / path.name).symlink_to(path)
    (folder / case.built_in[0]).unlink()
    (folder / case.built_in[0]).write_bytes(case.built_in[1])
    original = folders.built_in
    folders.built_in = lambda name: folder if name == "content" else original(name)  # type: ignore[assignment]
    try:
        yield
    finally:
        folders.built_in = original


def judge(outcome: Outcome, case: Case, folder: Path, before: dict[str, str], out: str) -> None:
    """Adds what is wrong to the outcome."""
    wrong = outcome.failures
    if outcome.code not in (0, 1, 2):
        wrong.append(f"exit code {outcome.code}")
    if outcome.seconds > MOST_SECONDS:
        wrong.append(f"took {outcome.seconds:.1f} s of CPU")
    if "Traceback" in outcome.said:
        wrong.append("traceback: " + outcome.said[-1500:])
    elif outcome.code in (1, 2):
        wrong += [f"unclear: {line[:400]}" for line in _unclear(outcome.said, out)]
    after = fingerprints(folder)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    inside = {name for name in changed if name == OUT or name.startswith((f"{OUT}/", f"{OUT}\\"))}
    if case.arguments[:1] == ("copy",):  # which writes into the clinic's folder
        inside |= {name for name in changed if name.startswith("klinik/")}
    wrong += [f"written outside: {name}" for name in sorted(changed - inside)]
    files = [name for name in sorted(inside) if after.get(name)]
    wrong += [
        f"left behind: {name}"
        for name in after
        if name.endswith(".tmp") or "/." in f"/{name}".replace("/.skema", "")
    ]
    if outcome.code != 0 and case.arguments[:1] != ("check",):
        wrong += [f"written though it failed: {name}" for name in files]
    if outcome.code == 0 and any(before.get(name) and not after.get(name) for name in changed):
        wrong.append("a file is gone")
    is_hers = any(name.endswith(".pptx") for name in case.files)  # then what is wrong may be her own doing
    for name in (name for name in files if after[name] not in before.values()):  # not hers put aside
        outcome.documents += 1
        found = findings(folder / name)
        wrong += [f"{name}: {finding}" for finding in found if not (is_hers and _INHERITED.search(finding))]


def _unclear(said: str, out: str) -> Iterator[str]:
    """Lines of a failure that are not Danish, or do not say where; a failure that says nothing."""
    lines = [
        line for line in said.splitlines() or out.splitlines() if line.strip() and not _ASIDE.search(line)
    ]
    if not lines:
        yield "nothing was said"
    for line in lines:
        words = re.sub(r"»[^«]*«?|\"[^\"]*\"?|'[^']*'?|\S*[/\\]\S*", "", line)  # what was typed or is a path
        if _ENGLISH.search(words) or not _DANISH.search(line):
            yield line
    if lines and not any(_PLACE.search(line) for line in lines):
        yield f"no place: {lines[0]}"


def findings(path: Path) -> list[str]:
    """What is wrong with a document."""
    data = path.read_bytes()
    key = hashlib.sha256(data).hexdigest()
    if key not in _SEEN:
        _SEEN[key] = list(_findings(path, data))
    return _SEEN[key]


_SEEN: dict[str, list[str]] = {}


def _findings(path: Path, data: bytes) -> Iterator[str]:
    if not data:
        yield "empty file"
    elif path.suffix == ".pptx":
        from holdslides.pptx_file.package_check import check_package

        yield from check_package(data)[:5]
    elif path.suffix == ".pdf":
        from pypdf import PdfReader

        try:
            pages = len(PdfReader(io.BytesIO(data), strict=True).pages)
        except Exception as error:
            yield f"does not open: {error}"
        else:
            if not pages:
                yield "no pages"
    elif path.suffix in (".txt", ".json", ".yaml"):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            yield "not UTF-8"
    else:
        yield f"what is this? {sys.getsizeof(data)} bytes"
