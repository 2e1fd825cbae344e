"""Paper on the disk: PDFs and texts of ours are renewed, what somebody has changed or put there is never
overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from holdslides.atomic import check_writable, copy_aside, explained, write_atomically
from holdslides.print_file.finish import is_untouched
from holdslides.problems import FileError, Place, Problem
from holdslides.records import dataclass

KEPT = "Beholdt, som den er: filen er ændret, siden den blev skrevet (slet den, så laves den på ny)"


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file to be, its bytes sealed by `finish.sealed`."""

    path: Path
    data: bytes


def check_papers(files: Sequence[PaperFile], *, replace: bool = False) -> None:
    """Raises FileError for every file that was changed since it was written (unless `replace`) or cannot be
    written.
    """
    problems: list[Problem] = []
    for file in files:
        try:
            if not replace and is_changed(file.path):
                hint = "brug --replace for at lægge den til side"
                message = "filen er ændret, siden den blev skrevet, og bliver ikke overskrevet"
                problems.append(Problem(message, Place(str(file.path)), hint))
            else:
                check_writable(file.path)
        except FileError as error:
            problems.extend(error.problems)
    if problems:
        raise FileError(problems)


def write_papers(
    files: Sequence[PaperFile], *, replace: bool = False, progress: Callable[[str], None] = lambda _: None
) -> dict[Path, Path]:
    """Writes the files; all are checked before the first is touched.

    Returns, for each changed file that `replace` put aside, where the old one lies now. Raises as
    `check_papers`.
    """
    check_papers(files, replace=replace)
    moved: dict[Path, Path] = {}
    for file in files:
        if replace and is_changed(file.path):
            moved[file.path] = copy_aside(file.path, datetime.now())
        write_atomically(file.path, file.data)
        progress(f"Skrev {file.path}")
    return moved


def is_changed(path: Path) -> bool:
    """Whether a file holds something that is not ours. Raises FileError when it cannot be read."""
    try:
        return path.is_file() and not is_untouched(path.read_bytes())
    except OSError as error:
        raise explained(error, path) from error
