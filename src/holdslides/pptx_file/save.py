"""A deck on the disk: atomic, and never over a file the user may have changed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from holdslides.atomic import check_writable, copy_aside, explained, write_atomically
from holdslides.pptx_file.state import was_edited
from holdslides.problems import FileError, Place, Problem


def check_target(path: Path, *harmless: bytes | None, replace: bool = False) -> bytes | None:
    """What the file holds now; None when there is none, or when it is put aside anyway.

    `harmless` is what may be written over without a closer look: what shall be written itself, and what an
    earlier look has found untouched. Raises FileError for a file that is open, or that may have been changed
    since it was written.
    """
    check_writable(path)
    try:
        if replace or not path.is_file():
            return None
        is_alike = path.stat().st_size in {len(data) for data in harmless if data is not None}
        in_the_way = not (is_alike and path.read_bytes() in harmless) and was_edited(path)
        there = b"" if in_the_way else path.read_bytes()  # what is not ours may be of any size
    except OSError as error:
        raise explained(error, path) from error
    if in_the_way:
        raise FileError(
            Problem(
                "filen er ændret, siden den blev skrevet, og bliver ikke overskrevet",
                Place(str(path)),
                "brug --update for at beholde ændringerne, eller --replace for at lægge filen til side",
            )
        )
    return there


def save(
    data: bytes,
    path: Path,
    *,
    replace: bool = False,
    now: datetime | None = None,
    harmless: bytes | None = None,
) -> Path | None:
    """Writes a deck. Returns where the old file was put, if `replace` put one aside.

    An untouched file is simply renewed; `harmless` is what it held when a look found it untouched. Raises
    FileError when the file may have been changed and `replace` is not given, and for everything that keeps a
    file from being written; then the old file is as it was.
    """
    check_target(path, data, harmless, replace=replace)
    aside = copy_aside(path, now or datetime.now()) if replace and path.is_file() else None
    try:
        write_atomically(path, data)
    except BaseException:
        if aside is not None:
            aside.unlink(missing_ok=True)
        raise
    return aside
