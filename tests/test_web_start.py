"""Starting the local page: the command, its end, and the two files a therapist double-clicks."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from threading import Thread

import pytest
from conftest import ROOT, need

from holdslides.web import life
from holdslides.web.server import Server
from holdslides.web.studio import Studio

COMMAND, BATCH = ROOT / "start-holdslides.command", ROOT / "start-holdslides.bat"


def test_the_command_serves_a_page(tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    command = [sys.executable, "-m", "holdslides", "web", "--no-browser", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=tmp_path)
    try:
        assert process.stdout
        address = re.search(r"http://127\.0\.0\.1:\d+/\?n=\S+", process.stdout.readline())
        assert address
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        assert b"holdslides" in opener.open(address[0], timeout=20).read()
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(address[0].split("?")[0], timeout=20)
    finally:
        process.terminate()
        process.wait(10)
    assert list(tmp_path.iterdir()) == []  # looking leaves nothing behind


def test_a_clinic_that_is_none_is_told() -> None:
    command = [sys.executable, "-m", "holdslides", "web", "--clinic", "findes-ikke", "--no-browser"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 2
    assert "klinik.yaml" in done.stderr


def test_the_server_ends_after_the_last_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(life, "GOODBYE_SECONDS", 0.2)
    monkeypatch.setattr(life, "CHECK_SECONDS", 0.05)
    server = Server(Studio(tmp_path, tmp_path), 0)
    thread = Thread(target=lambda: server.serve(open_browser=False), daemon=True)
    thread.start()
    server.local.life.beat("side")
    time.sleep(0.4)
    assert thread.is_alive()
    server.local.life.goodbye("side")
    thread.join(10)
    assert not thread.is_alive()


# ---- the files to double-click ----------------------------------------------------------------------------
@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The start file in a folder with a blank and a quote in its name, its environment made already."""
    need(bool(shutil.which("bash")) and os.name != "nt", "bash")
    folder = tmp_path / "min mappe's"
    (folder / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(COMMAND, folder)
    (folder / "pyproject.toml").write_text("[project]\n")
    shutil.copy(folder / "pyproject.toml", folder / ".venv" / "pyproject-installeret.toml")
    started = folder / ".venv" / "bin" / "holdslides"
    started.write_text('#!/bin/bash\necho "startet: $*"\n')
    started.chmod(0o755)
    return folder


def run(folder: Path, *arguments: str, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "HOME": str(home or folder)}
    return subprocess.run(
        [str(folder / COMMAND.name), *arguments],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env=environment,
        timeout=60,
    )


def test_it_starts_at_once_when_all_is_there(copy: Path) -> None:
    done = run(copy, "--port", "0")
    assert done.returncode == 0
    assert done.stdout == "startet: web --port 0\n"


def test_it_makes_the_environment_anew_after_an_update(copy: Path) -> None:
    (copy / "pyproject.toml").write_text('[project]\nversion = "9"\n')
    pip = copy / ".venv" / "bin" / "python"
    pip.write_text('#!/bin/bash\necho "pip: $*"\n')
    pip.chmod(0o755)
    done = run(copy)
    assert "pip: -m pip install" in done.stdout
    assert done.stdout.endswith("startet: web\n")
    assert "pip" not in run(copy).stdout


def test_without_the_net_it_says_what_to_do(copy: Path) -> None:
    (copy / "pyproject.toml").write_text("changed")
    pip = copy / ".venv" / "bin" / "python"
    pip.write_text("#!/bin/bash\nexit 1\n")
    pip.chmod(0o755)
    done = run(copy)
    assert done.returncode == 1
    assert "internettet" in done.stdout


def test_the_icon_starts_it(copy: Path, tmp_path: Path) -> None:
    home = tmp_path / "hjem"
    (home / "Desktop").mkdir(parents=True)
    assert run(copy, "ikon", home=home).returncode == 0
    [icon] = [p for p in home.rglob("holdslides.*") if p.is_file()]
    assert str(copy / COMMAND.name) in icon.read_text().replace("\\", "")
    assert os.access(icon, os.X_OK)


def test_the_windows_file_is_one_windows_can_read() -> None:
    data = BATCH.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    text = data.decode("utf-8")
    assert text.index("chcp 65001") < min(text.index(c) for c in "æøå" if c in text)
    labels = set(re.findall(r"^:(\w+)", text, re.MULTILINE))
    assert set(re.findall(r"(?:goto|call) :?(\w+)", text)) <= labels
    assert "web %*" in text
    assert (ROOT / "layouts" / "web" / "static" / "ikon.ico").read_bytes()[:4] == b"\0\0\1\0"
