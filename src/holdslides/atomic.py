"""Files written whole or not at all: a killed run, a full disk or an open file leaves the old one alone."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from holdslides.problems import FileError, Place, Problem

_OPEN = "filen er åben i et andet program"
_LOCKS = ("~${name}", "~${cut}", ".~lock.{name}#")  # PowerPoint's and LibreOffice's sign that a file is open
_WAITS = (0.05, 0.1, 0.2, 0.4)  # seconds; a virus scanner or OneDrive lets go of a new file soon
_LONGEST_ON_WINDOWS, _LONGEST_FOLDER_ON_WINDOWS = 259, 240  # letters; the file first has a longer name
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_PERMISSION = (errno.EACCES, errno.EPERM, errno.ETXTBSY, errno.EBUSY)


def write_atomically(path: Path, data: bytes, check: Callable[[], None] = lambda: None) -> None:
    """Writes beside the file, flushes to disk, then takes its place; folders are made as needed.

    `check` is called last of all and stops the writing by raising. Raises FileError (Danish) for whatever the
    disk, the folder or another program does not allow.
    """
    check_writable(path)
    target = Path(os.path.realpath(path))  # a link stays a link
    temporary = target.parent / f".{os.urandom(6).hex()}.tmp"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(temporary, "xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        check()
        _patiently(lambda: os.replace(temporary, target))
        _flush_folder(target.parent)
    except OSError as error:
        raise explained(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            _patiently(lambda: temporary.unlink(missing_ok=True))


def copy_aside(path: Path, now: datetime) -> Path:
    """A copy of the file beside it, with the time in its name; never over another. Returns where it lies.

    Raises FileError when it cannot be made; then there is no copy.
    """
    stem, number = f"{path.stem}-{now:%Y%m%d-%H%M}", 1
    while True:
        aside = path.with_name(f"{stem}{'' if number == 1 else f'-{number}'}{path.suffix}")
        try:
            stream = open(aside, "xb")  # noqa: SIM115 - an existing file must not be cleaned up below
        except FileExistsError:
            number += 1
            continue
        except OSError as error:
            raise explained(error, path) from error
        try:
            with stream:
                stream.write(path.read_bytes())
                stream.flush()
                os.fsync(stream.fileno())
            _copy_times(path, aside)
        except BaseException as error:
            with contextlib.suppress(OSError):
                _patiently(partial(aside.unlink, missing_ok=True))
            raise explained(error, path) if isinstance(error, OSError) else error from error
        return aside


def check_writable(path: Path) -> None:
    """Raises FileError for what can be known before writing: a folder of that name, an open file."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "", str(path))
        names = (lock.format(name=path.name, cut=path.name[2:]) for lock in _LOCKS)
        if sign := next((name for name in names if path.with_name(name).exists()), ""):
            hint = f"luk den i PowerPoint, og prøv igen; er den ikke åben, så slet filen {sign}"
            raise FileError(Problem(_OPEN, Place(str(path)), hint))
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EROFS, "", str(path))
    except OSError as error:
        raise explained(error, path) from error


def _patiently(action: Callable[[], object]) -> None:
    """Does it; on Windows again a few times, as other programs look into a file that has just been written."""
    for seconds in _WAITS if sys.platform == "win32" else ():
        try:
            action()
            return
        except PermissionError:
            time.sleep(seconds)
    action()


def _copy_times(path: Path, aside: Path) -> None:
    import shutil  # only here, and seldom needed

    shutil.copystat(path, aside)


def _flush_folder(folder: Path) -> None:
    # so that the new name survives a power cut; not every system can open a folder
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def explained(error: OSError, path: Path) -> FileError:
    """The operating system's error as a problem the user can do something about (Danish)."""
    message, hint = _words(error, path)
    return FileError(Problem(message, Place(str(path)), hint))


def _words(error: OSError, path: Path) -> tuple[str, str]:
    number = error.errno
    if number in _NO_ROOM:
        return "der er ikke plads på disken", "gør plads, og prøv igen; den gamle fil er urørt"
    if number == errno.ENAMETOOLONG or _is_too_long_for_windows(path):
        return "filens sti er for lang", "vælg en mappe tættere på roden med --out, eller et kortere navn"
    if number == errno.EISDIR:
        return "der ligger en mappe med filens navn", "flyt mappen, eller vælg et andet sted med --out"
    if isinstance(error, (NotADirectoryError, FileExistsError)):
        return "en af mapperne i stien er en fil", "flyt filen, eller vælg et andet sted med --out"
    if number == errno.EROFS:
        return "filen eller disken er skrivebeskyttet", "vælg et andet sted med --out"
    # a new file beside it that cannot be made says nothing about the file itself
    is_folder = error.filename is not None and error.filename2 is None and Path(error.filename) != path
    if number == errno.EBUSY or (number in _NO_PERMISSION and path.exists() and not is_folder):
        return _OPEN, "luk den i PowerPoint, og prøv igen"
    if number in _NO_PERMISSION:
        return "du har ikke lov til at skrive i mappen", "vælg et andet sted med --out"
    if number == errno.EINVAL:
        return "filens eller mappens navn kan ikke bruges", 'undgå tegnene < > : " | ? * i --out'
    if number == errno.ENOENT:
        return "mappen eller drevet findes ikke", "vælg et andet sted med --out"
    return f"filen kan ikke skrives: {error.strerror or error}", ""


def _is_too_long_for_windows(path: Path) -> bool:
    """Whether PowerPoint and most of Windows could not open it; the file first has a longer name."""
    whole = os.path.abspath(path)
    return sys.platform == "win32" and (
        len(whole) > _LONGEST_ON_WINDOWS or len(os.path.dirname(whole)) > _LONGEST_FOLDER_ON_WINDOWS
    )
