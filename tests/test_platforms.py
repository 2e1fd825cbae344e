"""Windows and Mac, simulated: missing modules, odd consoles, files that other programs hold, locks."""

from __future__ import annotations

import ast
import errno
import mimetypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import ROOT, need

from holdslides import atomic
from holdslides.atomic import copy_aside, write_atomically
from holdslides.cli import app
from holdslides.cli.app import run
from holdslides.pptx_file import only_one as locking
from holdslides.pptx_file.only_one import only_one
from holdslides.problems import FileError

WINDOWS = SimpleNamespace(platform="win32")
Patch = pytest.MonkeyPatch
Said = pytest.CaptureFixture[str]


def python(code: str, cwd: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *options, "-c", code],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=120,
    )


# ---- what Windows does not have ---------------------------------------------------------------------------
WITHOUT_UNIX = """
import os, pkgutil, importlib, signal, sys
for name in ("fork", "getuid", "geteuid", "getgid", "fchmod", "chown", "mkfifo", "uname", "sync", "O_DIRECTORY",
             "O_NOFOLLOW", "killpg", "sched_getaffinity", "statvfs", "nice"):
    if hasattr(os, name): delattr(os, name)
for name in ("SIGKILL", "SIGALRM", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGPIPE", "alarm", "setitimer"):
    if hasattr(signal, name): delattr(signal, name)
unix = ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog", "posixshmem", "readline")
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name in unix: raise ModuleNotFoundError(f"no {name} here", name=name)
for name in unix: sys.modules.pop(name, None)
sys.meta_path.insert(0, Blocked())
import holdslides
for module in pkgutil.walk_packages(holdslides.__path__, "holdslides."):
    if not module.name.endswith("__main__"): importlib.import_module(module.name)
from holdslides.cli.app import run
sys.exit(run(["deck", "laenderyg", "--session", "1", "--pdf"]))
"""


def test_every_module_and_a_deck_do_without_what_only_unix_has(tmp_path: Path) -> None:
    done = python(WITHOUT_UNIX, tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert sorted(p.name for p in tmp_path.rglob("*.*")) == ["laenderyg-1.pdf", "laenderyg-1.pptx"]


def test_no_text_file_is_opened_in_the_encoding_of_the_machine() -> None:
    offenders = [
        f"{path.name}:{line}"
        for path in sorted((ROOT / "src").rglob("*.py"))
        for line in machine_encoded(path.read_text(encoding="utf-8"))
    ]
    assert offenders == []


@pytest.mark.parametrize("code", ["open(p)", "p.open()", 'p.open("w")', "p.read_text()", 'open(p, mode="a")'])
def test_what_would_use_the_encoding_of_the_machine_is_seen(code: str) -> None:
    assert machine_encoded(code) == [1]


@pytest.mark.parametrize("code", ['open(p, "rb")', 'p.open("w", encoding="utf-8")', 'Deck.open("xb")'])
def test_bytes_and_a_named_encoding_are_fine(code: str) -> None:
    assert machine_encoded(code) == []


def machine_encoded(code: str) -> list[int]:
    """The lines where text is read or written without saying how."""
    calls = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    return [c.lineno for c in calls if _is_text(c) and not any(k.arg == "encoding" for k in c.keywords)]


def _is_text(call: ast.Call) -> bool:
    is_method = isinstance(call.func, ast.Attribute)
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in ("read_text", "write_text", "TextIOWrapper"):
        return True
    if name != "open":
        return False
    modes = [k.value for k in call.keywords if k.arg == "mode"] + call.args[0 if is_method else 1 :]
    if not modes:
        return not is_method or not call.args
    mode = modes[0].value if isinstance(modes[0], ast.Constant) else None
    return isinstance(mode, str) and set(mode) <= set("rwaxt+")


DEFAULT_ENCODING = """
import sys, warnings
warnings.filterwarnings("error", category=EncodingWarning, module=r"holdslides")
from holdslides.cli import main
for line in (["init", "k"], ["copy", "kopmodellen", "--clinic", "k"], ["list", "modules", "--clinic", "k"],
             ["deck", "laenderyg", "--session", "1", "--clinic", "k", "--handout"],
             ["deck", "laenderyg", "--session", "1", "--clinic", "k", "--update"],
             ["poster", "kop", "--clinic", "k"], ["sheet", "--condition", "laenderyg", "--clinic", "k"]):
    try:
        main(line)
    except SystemExit as end:
        if end.code: sys.exit(f"{line}: {end.code}")
"""


def test_no_command_relies_on_the_encoding_of_the_machine(tmp_path: Path) -> None:
    done = python(DEFAULT_ENCODING, tmp_path, "-X", "warn_default_encoding", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr.decode()


# ---- the console ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "cp437:strict", "ascii:strict"])
def test_a_console_of_any_encoding_gets_danish_letters_as_utf_8(encoding: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "holdslides", "list", "modules"]
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "ø" in done.stdout.decode("utf-8")


def test_a_name_no_console_can_show_is_answered_without_a_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "holdslides", "deck", "læn🦴\udcff"]
    environment = {**os.environ, "PYTHONIOENCODING": "cp850", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, timeout=60)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_without_any_console_at_all_the_files_are_made(tmp_path: Path) -> None:
    """As pythonw starts a program: no standard streams."""
    code = """
import sys
sys.stdin = sys.stdout = sys.stderr = None
from holdslides.cli import main
main(["deck", "laenderyg", "--session", "1"])
"""
    assert python(code, tmp_path).returncode == 0
    assert [p.name for p in tmp_path.rglob("*.pptx")] == ["laenderyg-1.pptx"]


def test_a_reader_who_leaves_early_ends_it_quietly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "holdslides", "list", "facts"]
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=tmp_path, **pipes) as process:
        assert process.stdout
        process.stdout.close()
        assert process.stderr
        said = process.stderr.read()
    assert b"Traceback" not in said


def test_windows_calls_a_closed_pipe_an_invalid_argument(monkeypatch: Patch, capsys: Said) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(app, "_plain", lambda _: broken)
    fake = SimpleNamespace(platform="win32", stderr=SimpleNamespace(close=lambda: None))
    monkeypatch.setattr(app, "sys", fake)
    assert app.run(["list"]) == 0
    monkeypatch.setattr(app, "sys", sys)
    assert app.run(["list"]) == 1  # elsewhere it is what it says
    assert "kan ikke læses eller skrives" in capsys.readouterr().err


def test_a_file_the_system_refuses_is_named_without_a_traceback(monkeypatch: Patch, capsys: Said) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Access is denied", "K:\\fælles")

    monkeypatch.setattr(app, "_plain", lambda _: refused)
    assert run(["list"]) == 1
    assert capsys.readouterr().err.startswith("K:\\fælles: ")


# ---- a file another program holds -------------------------------------------------------------------------
class Held:
    """os.replace as Windows does it while a program has the file open: refused so many times."""

    def __init__(self, times: int) -> None:
        self.left, self.real = times, os.replace

    def __call__(self, source: Path, target: Path) -> None:
        if self.left:
            self.left -= 1
            raise PermissionError(
                errno.EACCES,
                "The process cannot access the file because it is being used by another process",
                str(source),
                32,
                str(target),
            )
        self.real(source, target)


@pytest.fixture
def on_windows(monkeypatch: Patch) -> list[float]:
    """Windows as far as writing goes; returns the waits."""
    waits: list[float] = []
    monkeypatch.setattr(atomic, "sys", WINDOWS)
    monkeypatch.setattr(atomic, "time", SimpleNamespace(sleep=waits.append))
    return waits


@pytest.mark.usefixtures("on_windows")
def test_a_deck_open_in_powerpoint_stays_whole_and_the_message_says_so(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    path = tmp_path / "laenderyg-1.pptx"
    path.write_bytes(b"old")
    monkeypatch.setattr(atomic.os, "replace", Held(99))
    with pytest.raises(FileError, match="luk den i PowerPoint"):
        write_atomically(path, b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("laenderyg-1.pptx", b"old")]


def test_a_virus_scanner_that_lets_go_is_waited_for(
    tmp_path: Path, monkeypatch: Patch, on_windows: list[float]
) -> None:
    path = tmp_path / "a.pptx"
    path.write_bytes(b"old")
    monkeypatch.setattr(atomic.os, "replace", Held(3))
    write_atomically(path, b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.pptx", b"new")]
    assert 0 < sum(on_windows) < 1


def test_elsewhere_nobody_waits(tmp_path: Path, monkeypatch: Patch) -> None:
    monkeypatch.setattr(atomic, "sys", SimpleNamespace(platform="darwin"))
    monkeypatch.setattr(atomic, "time", SimpleNamespace(sleep=lambda _: pytest.fail("waited")))
    monkeypatch.setattr(atomic.os, "replace", Held(1))
    with pytest.raises(FileError):
        write_atomically(tmp_path / "a.pptx", b"new")


@pytest.mark.usefixtures("on_windows")
def test_a_temporary_file_that_is_looked_into_is_still_removed(tmp_path: Path, monkeypatch: Patch) -> None:
    real, refusals = Path.unlink, [PermissionError(errno.EACCES, "in use")] * 2

    def unlink(self: Path, missing_ok: bool = False) -> None:
        if refusals:
            raise refusals.pop()
        real(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    monkeypatch.setattr(atomic.os, "replace", Held(99))
    with pytest.raises(FileError):
        write_atomically(tmp_path / "a.pptx", b"new")
    assert list(tmp_path.iterdir()) == []


def test_the_new_file_is_made_on_the_drive_of_the_old(tmp_path: Path, monkeypatch: Patch) -> None:
    moved: list[tuple[Path, Path]] = []
    real = os.replace
    monkeypatch.setattr(atomic.os, "replace", lambda a, b: (moved.append((a, b)), real(a, b)))
    write_atomically(tmp_path / "ny" / "a.pptx", b"new")
    assert moved[0][0].parent == moved[0][1].parent == tmp_path / "ny"


@pytest.mark.parametrize("sign", ["~$laenderyg-1.pptx", "~$enderyg-1.pptx", ".~lock.laenderyg-1.pptx#"])
def test_a_sign_left_behind_by_a_crashed_powerpoint_is_named(sign: str, tmp_path: Path) -> None:
    (tmp_path / sign).touch()
    with pytest.raises(FileError) as refused:
        write_atomically(tmp_path / "laenderyg-1.pptx", b"new")
    assert sign in refused.value.problems[0].hint


def test_a_folder_that_cannot_be_flushed_is_no_failure(tmp_path: Path, monkeypatch: Patch) -> None:
    real: Callable[..., int] = os.open

    def opened(path: Any, *rest: Any, **more: Any) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied", str(path))  # as Windows answers
        return real(path, *rest, **more)

    monkeypatch.setattr(atomic.os, "open", opened)
    write_atomically(tmp_path / "a.pptx", b"new")
    assert (tmp_path / "a.pptx").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "name", "said"),
    [
        (errno.ENOENT, "x" * 250 + ".pptx", "for lang"),
        (errno.ENOENT, "a.pptx", "drevet findes ikke"),
        (errno.EINVAL, "a.pptx", "kan ikke bruges"),
        (errno.ENOSPC, "a.pptx", "ikke plads"),
    ],
)
@pytest.mark.usefixtures("on_windows")
def test_what_windows_refuses_is_said_in_danish(
    number: int, name: str, said: str, tmp_path: Path, monkeypatch: Patch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(number, "The system cannot find the path specified")

    monkeypatch.setattr(atomic.os, "replace", refused)
    with pytest.raises(FileError, match=said):
        write_atomically(tmp_path / name, b"new")


def test_a_file_put_aside_gets_a_name_windows_allows(tmp_path: Path) -> None:
    from datetime import datetime

    (tmp_path / "a.pptx").write_bytes(b"old")
    aside = copy_aside(tmp_path / "a.pptx", datetime(2026, 1, 31, 16, 5))
    assert aside.name == "a-20260131-1605.pptx"  # no colon in the time


# ---- locks ------------------------------------------------------------------------------------------------
def msvcrt(monkeypatch: Patch, refused: int = 0) -> list[int]:
    taken: list[int] = []

    def lock(handle: int, mode: int, length: int) -> None:
        if refused:
            raise OSError(refused, "Permission denied")
        taken.append(length)

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=lock, LK_NBLCK=2))
    monkeypatch.setattr(locking, "sys", WINDOWS)
    return taken


def test_on_windows_the_lock_is_taken_and_its_file_removed(tmp_path: Path, monkeypatch: Patch) -> None:
    taken = msvcrt(monkeypatch)
    with only_one(tmp_path / "a.pptx"):
        assert taken == [1]
    assert list(tmp_path.iterdir()) == []


def test_on_windows_a_second_run_is_told_to_wait(tmp_path: Path, monkeypatch: Patch) -> None:
    msvcrt(monkeypatch, errno.EACCES)
    with pytest.raises(FileError, match="en anden kørsel"), only_one(tmp_path / "a.pptx"):
        pytest.fail("both ran")


@pytest.mark.skipif(sys.platform == "win32", reason="flock is not there")
def test_a_network_drive_without_locks_stops_nobody(tmp_path: Path, monkeypatch: Patch) -> None:
    import fcntl

    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", unsupported)
    with only_one(tmp_path / "a.pptx"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_left_by_a_killed_run_stops_nobody(tmp_path: Path) -> None:
    with only_one(tmp_path / "a.pptx"):
        (lock,) = tmp_path.iterdir()
    lock.touch()
    with only_one(tmp_path / "a.pptx"):
        pass


# ---- processes --------------------------------------------------------------------------------------------
def _heeding_ctrl_c() -> None:
    """A shell lets what it starts in the background ignore the key, and a child inherits that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_all_clinics_without_a_traceback(tmp_path: Path) -> None:
    need(hasattr(os, "killpg"), "process groups")
    for number in range(40):  # more than any machine makes before it is stopped
        name = f"klinik{number}"
        (tmp_path / "k" / name).mkdir(parents=True)
        (tmp_path / "k" / name / "klinik.yaml").write_text(f"navn: {name}", encoding="utf-8")
    command = [sys.executable, "-m", "holdslides", "kit", "laenderyg", "--clinics", "k", "--jobs", "2"]
    process = subprocess.Popen(
        command,
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_heeding_ctrl_c,
    )
    assert process.stderr
    assert b"klinikker" in process.stderr.readline()
    time.sleep(1.0)  # both are at work
    os.killpg(process.pid, signal.SIGINT)
    said = process.stderr.read().decode()
    assert process.wait(30) == 1
    assert "Traceback" not in said
    assert "Afbrudt" in said


# ---- the local page ---------------------------------------------------------------------------------------
def test_scripts_are_scripts_whatever_the_registry_says(tmp_path: Path, monkeypatch: Patch) -> None:
    from holdslides.web.app import Local, create_app
    from holdslides.web.studio import Studio

    monkeypatch.setattr(mimetypes, "_db", None)
    mimetypes.init()
    mimetypes.add_type("text/plain", ".js")  # as some Windows programs leave it; browsers then run no script
    client = create_app(Local(Studio(tmp_path, tmp_path)), 8765).test_client()
    answer = client.get("/static/grund.js", headers={"Host": "127.0.0.1:8765"})
    assert answer.status_code == 200
    assert answer.mimetype == "text/javascript"
