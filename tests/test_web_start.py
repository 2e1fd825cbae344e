"""Starting the local page: the command, and its end."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from threading import Thread

import pytest

from holdslides.web import life
from holdslides.web.server import Server
from holdslides.web.studio import Studio


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
