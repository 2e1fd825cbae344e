"""Only one run at a time on a file: a lock beside it, held by the operating system and gone with the run."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from holdslides.atomic import explained
from holdslides.problems import FileError, Place, Problem

_HELD = (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK)


@contextlib.contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Holds the lock of a file that is to be changed.

    Raises FileError when another run holds it, or when the folder cannot be written in. A run that is killed
    leaves a small hidden file that stops nobody.
    """
    target = Path(os.path.realpath(path))  # a link and its file are one
    lock = target.parent / f".{hashlib.blake2b(target.name.encode(), digest_size=6).hexdigest()}.laas"
    stream = _locked(lock, path)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # Windows removes no open file; it is removed by the next run
            lock.unlink(missing_ok=True)
        stream.close()
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                lock.unlink(missing_ok=True)


def _locked(lock: Path, path: Path) -> IO[bytes]:
    while True:
        try:
            stream = open(lock, "a+b")  # noqa: SIM115 - the lock is held for as long as it is open
        except OSError as error:
            raise explained(error, path) from error
        try:
            _take(stream)
        except OSError as error:
            if error.errno not in _HELD:  # some network drives know no locks
                return stream
            stream.close()
            message = "en anden kørsel af holdslides er ved at skrive filen"
            raise FileError(
                Problem(message, Place(str(path)), "vent, til den er færdig, og prøv igen")
            ) from error
        if _is_still(stream, lock):
            return stream
        stream.close()  # the run that had it has just removed it


def _take(stream: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_still(stream: IO[bytes], lock: Path) -> bool:
    if sys.platform == "win32":
        return True  # nobody can remove an open file
    else:  # noqa: RET505 - the type checker knows each system by its branch
        try:
            return os.path.samestat(os.fstat(stream.fileno()), os.stat(lock))
        except FileNotFoundError:
            return False
