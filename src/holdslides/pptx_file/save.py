"""A deck on the disk: atomic, and never over a file the user may have changed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from holdslides.atomic import check_writable, copy_aside, explained, write_atomically
from holdslides.pptx_file.state import was_edited
from holdslides.problems import FileError, Place, Problem


def check_target(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Raises FileError for a file that is open, or that may have been changed since it was written.

    `data` is what shall be written: a file that is the very same needs no closer look.
    """
    check_writable(path)
    try:
        in_the_way = path.is_file() and not replace and path.read_bytes() != data and was_edited(path)
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


def save(data: bytes, path: Path, *, replace: bool = False, now: datetime | None = None) -> Path | None:
    """Writes a deck. Returns where the old file was put, if `replace` put one aside.

    An untouched file is simply renewed. Raises FileError when the file may have been changed and `replace` is
    not given, and for everything that keeps a file from being written; then the old file is as it was.
    """
    check_target(path, data, replace=replace)
    aside = copy_aside(path, now or datetime.now()) if replace and path.is_file() else None
    try:
        write_atomically(path, data)
    except BaseException:
        if aside is not None:
            aside.unlink(missing_ok=True)
        raise
    return aside
