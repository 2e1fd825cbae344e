"""The two files a therapist double-clicks: the Mac's is run, Windows' is read as cmd.exe reads it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, need

COMMAND, BATCH = ROOT / "start-holdslides.command", ROOT / "start-holdslides.bat"
STAMP = Path(".venv") / "pyproject-installeret.toml"
# the environment's Python: the first question is answered by a real one, the rest is only told
TOLD = f"""#!/bin/bash
case "$*" in
  -c*) PYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" "$@" ;;
  "-m pip --version") exit 0 ;;
  "-m pip install"*) echo "hentes" ;;
  "-m holdslides"*) shift 2; echo "startet: $*" ;;
esac
"""
# a Python to make an environment from
BASE = """#!/bin/bash
case "$*" in
  *version_info*) exit "${TOO_OLD:-0}" ;;
  "-m venv --clear .venv") rm -rf .venv; mkdir -p .venv/bin && cp "$TOLD" .venv/bin/python && echo "laves" ;;
esac
"""


def script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture(params=["min mappe's", "Fælles (2) & æøå, 100 % $HOME"])
def copy(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The start file in a folder with an awkward name, its environment made already."""
    need(bool(shutil.which("bash")) and os.name != "nt", "bash")
    folder: Path = tmp_path / request.param
    folder.mkdir()
    shutil.copy(COMMAND, folder)
    (folder / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    script(folder / ".venv" / "bin" / "python", TOLD)
    shutil.copy(folder / "pyproject.toml", folder / STAMP)
    return folder


def run(
    folder: Path, *arguments: str, home: Path | None = None, tools: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Starts it; `tools` is then the first place programs are looked for, and the system's the only other."""
    path = f"{tools}:/usr/bin:/bin" if tools else os.environ["PATH"]
    return subprocess.run(
        [str(folder / COMMAND.name), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(home or folder), "PATH": path, **environment},
        cwd="/",
        timeout=60,
    )


def base(tmp_path: Path) -> dict[str, str]:
    """Tools with a Python to start from, and where it finds the environment's."""
    for name in ("python3.14", "python3.13", "python3.12", "python3.11", "python3"):
        script(tmp_path / "tools" / name, BASE)
    return {"TOLD": str(script(tmp_path / "told", TOLD))}


def test_it_starts_at_once_when_all_is_there(copy: Path) -> None:
    done = run(copy, "--port", "0")
    assert done.returncode == 0
    assert done.stdout == "startet: web --port 0\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "dash"])
def test_any_shell_can_run_it(shell: str, copy: Path) -> None:
    """Where a download has lost its mark as a program, it is run with the shell's name before it."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed") if shell == "zsh" else need(False, shell)
    command = [shell, str(copy / COMMAND.name)]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)
    assert done.stdout == "startet: web\n"


def test_it_installs_anew_after_an_update(copy: Path) -> None:
    (copy / "pyproject.toml").write_text('[project]\nversion = "9"\n', encoding="utf-8")
    done = run(copy)
    assert "hentes" in done.stdout
    assert done.stdout.endswith("startet: web\n")
    assert run(copy).stdout == "startet: web\n"


@pytest.mark.parametrize("harm", ["gone", "crashes", "interrupted", "no pip"])
def test_a_broken_environment_is_made_anew(harm: str, copy: Path, tmp_path: Path) -> None:
    """Its Python was removed or replaced, or the first start was broken off."""
    environment = base(tmp_path)
    python = copy / ".venv" / "bin" / "python"
    if harm == "gone":
        python.unlink()
        python.symlink_to(tmp_path / "removed" / "python3.11")
    elif harm == "crashes":
        script(python, "#!/bin/bash\necho 'No Python at home' >&2\nexit 103\n")
    elif harm == "interrupted":
        shutil.rmtree(copy / ".venv")
    else:
        script(python, "#!/bin/bash\nexit 1\n")
        (copy / STAMP).unlink()
    done = run(copy, tools=tmp_path / "tools", **environment)
    assert re.fullmatch(r"Gør holdslides klar.*\nlaves\nhentes\nstartet: web\n", done.stdout), done
    assert run(copy).stdout == "startet: web\n"


def test_without_the_net_it_starts_when_it_has_started_before(copy: Path) -> None:
    text = TOLD.replace('echo "hentes"', 'echo "ERROR: no net" >&2; exit 1')
    script(copy / ".venv" / "bin" / "python", text)
    assert run(copy).stdout == "startet: web\n"
    (copy / "pyproject.toml").write_text("changed", encoding="utf-8")
    done = run(copy)
    assert done.returncode == 1
    assert "internettet" in done.stdout


def test_a_file_taken_out_of_the_zip_alone_says_so(copy: Path) -> None:
    (copy / "pyproject.toml").unlink()
    done = run(copy)
    assert done.returncode == 1
    assert "Pak hele zip-filen ud" in done.stdout


def test_without_a_python_that_will_do_it_says_where_to_get_one(copy: Path, tmp_path: Path) -> None:
    shutil.rmtree(copy / ".venv")
    done = run(copy, tools=tmp_path / "tools", TOO_OLD="1", **base(tmp_path))
    assert done.returncode == 1
    assert "python.org/downloads" in done.stdout


def test_the_mac_python_that_only_asks_for_developer_tools_is_left_alone(copy: Path, tmp_path: Path) -> None:
    shutil.rmtree(copy / ".venv")
    tools = tmp_path / "tools"
    script(tools / "uname", "#!/bin/bash\necho Darwin\n")
    script(tools / "xcode-select", "#!/bin/bash\nexit 2\n")
    done = run(copy, tools=tools)  # the only Pythons left lie in /usr/bin, as macOS' does
    assert done.returncode == 1
    assert "python.org/downloads" in done.stdout


@pytest.mark.parametrize("system", ["Darwin", "Linux"])
def test_the_icon_starts_it(system: str, copy: Path, tmp_path: Path) -> None:
    home, tools = tmp_path / "hjem", tmp_path / "tools"
    (home / "Desktop").mkdir(parents=True)
    script(tools / "uname", f"#!/bin/bash\necho {system}\n")
    assert run(copy, "ikon", home=home, tools=tools).returncode == 0
    [icon] = [p for p in home.rglob("holdslides.*") if p.is_file()]
    assert os.access(icon, os.X_OK)
    if system == "Darwin":
        started = subprocess.run(
            [str(icon)], capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60
        )
        assert started.stdout == "startet: web\n"
    else:
        assert f'Exec="{copy / COMMAND.name}"' in icon.read_text(encoding="utf-8")


@pytest.mark.full
def test_a_first_start_and_a_second_without_the_net(tmp_path: Path) -> None:
    """All of it for real: Python made ready, the package fetched and built, the page answering."""
    need(bool(shutil.which("bash")) and os.name != "nt", "bash")
    folder = tmp_path / "Fælles (2) & æøå"
    folder.mkdir()
    for name in ("src", "content", "layouts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", COMMAND.name):
        shutil.copy(ROOT / name, folder)
    no_net = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_NO_CACHE_DIR": "1"}
    for environment in ({}, no_net):
        with served(folder, environment, tmp_path) as address:
            assert b"holdslides" in page(address)
    moved = folder.rename(tmp_path / "Flyttet")
    with served(moved, no_net, tmp_path) as address:
        assert b"holdslides" in page(address)


def page(address: str) -> bytes:
    """What a browser sees there."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    shown: bytes = opener.open(address, timeout=20).read()
    return shown


class served:
    """The page the start file serves, and the file's end."""

    def __init__(self, folder: Path, environment: dict[str, str], home: Path) -> None:
        more = {"HOME": str(home), "PATH": os.environ["PATH"], **environment}
        kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
        command = [str(folder / COMMAND.name), "--no-browser", "--port", "0"]
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            env={**kept, **more},
            start_new_session=True,
        )

    def __enter__(self) -> str:
        assert self.process.stdout
        for line in self.process.stdout:
            if found := re.search(rb"http://127\.0\.0\.1:\d+/\?n=\S+", line):
                return found[0].decode()
        pytest.fail("it did not start")

    def __exit__(self, *_: object) -> None:
        os.killpg(self.process.pid, 15)
        self.process.wait(20)


# ---- Windows ----------------------------------------------------------------------------------------------
@pytest.fixture
def lines() -> list[str]:
    return BATCH.read_bytes().decode("utf-8").split("\r\n")


def blocks(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Every `if ... (` and what stands in it."""
    for at, line in enumerate(lines):
        if line.endswith("("):
            end = next(i for i in range(at, len(lines)) if lines[i] == ")")
            yield line, lines[at + 1 : end]


def unquoted(line: str) -> str:
    return re.sub(r'"[^"]*"', '""', line)


def test_the_windows_file_is_one_windows_can_read(lines: list[str]) -> None:
    data = BATCH.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert not data.startswith(b"\xef\xbb\xbf")  # cmd.exe would run the mark as a command
    text = "\n".join(lines)
    assert text.index("chcp 65001") < min(text.index(c) for c in "æøå" if c in text)
    assert all(len(line) < 1000 for line in lines)
    assert (ROOT / "layouts" / "web" / "static" / "ikon.ico").read_bytes()[:4] == b"\0\0\1\0"


def test_every_jump_of_the_windows_file_has_its_label(lines: list[str]) -> None:
    labels = [line[1:] for line in lines if line.startswith(":")]
    jumps = {
        m for line in lines if not line.startswith("rem ") for m in re.findall(r"(?:goto |call :)(\w+)", line)
    }
    assert jumps == set(labels)
    assert len(labels) == len(set(labels))
    for label in ("icon", "try", "shortcut", "failed"):  # nothing runs on into these
        before = next(line for line in reversed(lines[: lines.index(f":{label}")]) if line)
        assert before == "exit /b 0", label


def test_a_path_can_break_no_block_of_the_windows_file(lines: list[str]) -> None:
    """cmd.exe fills in variables before it looks for the bracket that ends a block."""
    for head, inside in blocks(lines):
        for line in (head[:-1], *inside):
            bare = unquoted(line).replace("%errorlevel%", "").replace("2>nul", "").replace(">nul", "")
            assert not re.search(r"[()&<>|^%]", bare), line
            assert not re.match(r"\s*set ", line), line  # would only be seen after the block
    assert not [line for line in lines if "!" in line and "DisableDelayedExpansion" not in lines[4]]


def test_every_path_of_the_windows_file_is_quoted(lines: list[str]) -> None:
    for line in lines:
        assert not re.search(r"%~dp0|%HERE%|%VENV%|%MADE%", unquoted(line).replace('""', "")), line


def test_the_windows_file_waits_so_that_its_message_can_be_read(lines: list[str]) -> None:
    assert lines[lines.index(":failed") :] == [":failed", "echo.", "pause", "exit /b 1", ""]
    for head, inside in blocks(lines):
        assert inside[-1].strip() == ("exit /b 1" if "Ikonet" in inside[0] else "goto failed"), head


def test_both_files_say_the_same(lines: list[str]) -> None:
    windows, mac = "\n".join(lines), COMMAND.read_text(encoding="utf-8")
    for said in (
        "Gør holdslides klar. Det sker kun denne ene gang og tager et par minutter",
        "Det kunne ikke hentes. Er der forbindelse til internettet? Start igen, når der er.",
        "holdslides stoppede. Beskeden ovenfor siger hvorfor.",
        "Vil du have et ikon på skrivebordet?",
        "Ikonet ligger nu på skrivebordet.",
        "Ikonet kunne ikke laves.",
        "import filecmp, sys, holdslides",
        "-m venv --clear .venv",
    ):
        assert said in windows, said
        assert said in mac, said
    assert "-m holdslides web" in windows
