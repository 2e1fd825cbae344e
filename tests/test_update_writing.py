"""Whatever happens while an update is written, the old file is whole: kills, full disks, other runs."""

from __future__ import annotations

import errno
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import deck_edits as edits
import decks
import pytest
from conftest import need

from holdslides.atomic import write_atomically
from holdslides.folders import Folders
from holdslides.pptx_file import Target
from holdslides.pptx_file.only_one import only_one
from holdslides.pptx_file.package_check import check_package
from holdslides.pptx_file.update import update_files
from holdslides.pptx_file.write import write_deck
from holdslides.problems import FileError
from holdslides.theme import load_layouts, load_theme

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
DECK = decks.deck()
BASE = write_deck(DECK, LAYOUTS, THEME, draw=decks.draw)
NEW = write_deck(decks.deck(decks.every_kind()[:-1]), LAYOUTS, THEME, draw=decks.draw)


def edited() -> bytes:
    presentation = edits.opened(BASE)
    edits.change_text(presentation.slides[3])
    return edits.saved(presentation)


EDITED = edited()


def update(path: Path, data: bytes = NEW) -> None:
    update_files([(Target(DECK, path), data)])


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("ny") / "laenderyg-1.pptx"
    path.write_bytes(EDITED)
    update(path)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "laenderyg-1.pptx"
    path.write_bytes(EDITED)
    return path


def test_an_update_leaves_nothing_beside_the_file(path: Path, merged: bytes) -> None:
    update(path)
    assert path.read_bytes() == merged
    assert not set(check_package(merged)) - set(check_package(EDITED))
    assert list(path.parent.iterdir()) == [path]


# ---- killed -----------------------------------------------------------------------------------------------
def _update_for_ever(path: Path) -> None:
    """Whole updates, from one content to another and back."""
    while True:
        for data in (NEW, BASE):
            update(path, data)


def _write_for_ever(path: Path, contents: list[bytes]) -> None:
    """The last step of an update alone, so that every kill hits it."""
    while True:
        for data in contents:
            with only_one(path):
                write_atomically(path, data)


def _kill(target: Callable[..., None], *arguments: object, after: float) -> None:
    run = multiprocessing.get_context("fork").Process(target=target, args=arguments)
    run.start()
    time.sleep(after)
    assert run.pid
    os.kill(run.pid, signal.SIGKILL)
    run.join()


def _kill_writing(path: Path, contents: list[bytes], times: int) -> int:
    """How many of the kills hit with a half-made file lying beside the whole one."""
    chance = random.Random(6)
    in_the_middle = 0
    for _ in range(times):
        _kill(_write_for_ever, path, contents, after=chance.uniform(0.002, 0.03))
        assert path.read_bytes() in contents
        left = list(path.parent.glob(".*.tmp"))
        in_the_middle += bool(left)
        for file in left:
            file.unlink()
    return in_the_middle


@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_a_run_killed_while_it_writes_leaves_a_whole_file(path: Path, merged: bytes) -> None:
    _kill_writing(path, [EDITED, merged], 20)
    update(path)
    assert [p for p in path.parent.iterdir() if p != path] == [], "a killed run stops nobody"


@pytest.mark.skipif(os.name == "nt", reason="needs fork")
@pytest.mark.parametrize("times", [4, pytest.param(60, marks=pytest.mark.full)])
def test_a_run_killed_anywhere_leaves_a_whole_file(path: Path, times: int) -> None:
    chance = random.Random(7)
    for _ in range(times):
        _kill(_update_for_ever, path, after=chance.uniform(0.05, 0.5))
        data = path.read_bytes()
        assert not set(check_package(data)) - set(check_package(EDITED))
        assert edits.opened(data).slides[3].shapes.title.text == "Mine egne ord"


@pytest.mark.full
@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_three_hundred_kills(path: Path, merged: bytes) -> None:
    assert _kill_writing(path, [EDITED, merged], 300) > 30, "many kills hit in the middle of writing"


def test_an_interrupted_run_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        update(path)
    assert path.read_bytes() == EDITED
    assert list(path.parent.iterdir()) == [path]


# ---- no room ----------------------------------------------------------------------------------------------
def refused(path: Path, words: str) -> None:
    with pytest.raises(FileError, match=words) as error:
        update(path)
    assert len(error.value.problems) == 1
    assert path.read_bytes() == EDITED
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, call, full)
    refused(path, "ikke plads på disken")


def _in_a_child(act: Callable[[], None]) -> str:
    """What an act in another process ends with: "" or the problem it raised."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            act()
            words = ""
        except FileError as error:
            words = str(error)
        except BaseException as error:
            words = repr(error)
        os.write(writing, words.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        said = stream.read().decode()
    os.waitpid(child, 0)
    return said


@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_a_disk_that_fills_up_half_way(path: Path) -> None:
    import resource  # not on Windows

    def act() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        update(path)

    assert "ikke plads på disken" in _in_a_child(act)
    assert path.read_bytes() == EDITED
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk with room for one deck and a half."""
    need(sys.platform == "linux" and hasattr(os, "geteuid") and bool(shutil.which("mount")), "mount")
    folder = Path(tempfile.mkdtemp())
    size = (len(EDITED) * 3 // 2) // 4096 * 4096
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True).returncode:
        folder.rmdir()
        pytest.skip("a disk of its own cannot be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()


def test_a_real_disk_that_is_full(small_disk: Path) -> None:
    path = small_disk / "laenderyg-1.pptx"
    path.write_bytes(EDITED)
    refused(path, "ikke plads på disken")


@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_a_folder_that_may_not_be_written_in(folder_for_everybody: Path) -> None:
    path = folder_for_everybody / "laenderyg-1.pptx"
    path.write_bytes(EDITED)
    path.parent.chmod(0o555)

    def act() -> None:
        if os.geteuid() == 0:
            os.setuid(65534)
        update(path)

    path.chmod(0o666)
    try:
        said = _in_a_child(act)
    finally:
        path.parent.chmod(0o755)
    assert "ikke lov til at skrive i mappen" in said
    assert path.read_bytes() == EDITED


# ---- others -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("lock", ["~$laenderyg-1.pptx", ".~lock.laenderyg-1.pptx#"])
def test_a_file_open_in_an_office_program_is_left_alone(path: Path, lock: str) -> None:
    path.with_name(lock).write_bytes(b"")
    with pytest.raises(FileError, match="åben i et andet program"):
        update(path)
    assert path.read_bytes() == EDITED


@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_of_two_runs_one_waits_for_the_other(path: Path) -> None:
    with only_one(path):
        assert "en anden kørsel af holdslides er ved at skrive filen" in _in_a_child(lambda: update(path))
        assert path.read_bytes() == EDITED
    update(path)
    assert path.read_bytes() != EDITED


@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_many_runs_at_once_end_in_one_whole_file(path: Path, merged: bytes) -> None:
    context = multiprocessing.get_context("fork")
    runs = [context.Process(target=_try_update, args=(path,)) for _ in range(6)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert {run.exitcode for run in runs} <= {0, 1}
    assert path.read_bytes() == merged
    assert list(path.parent.iterdir()) == [path]


def _try_update(path: Path) -> None:
    try:
        update(path)
    except FileError:
        sys.exit(1)


def test_a_file_saved_meanwhile_is_not_overwritten(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flush = os.fsync

    def save_meanwhile(handle: int) -> None:
        path.write_bytes(BASE)
        flush(handle)

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    with pytest.raises(FileError, match="blev ændret, mens"):
        update(path)
    assert path.read_bytes() == BASE
    assert list(path.parent.iterdir()) == [path]
