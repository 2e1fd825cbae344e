"""Runs start-holdslides.bat in Wine's cmd.exe, with a stand-in for Python, in folders with awkward names.

    apt-get install wine wine64 gcc-mingw-w64-x86-64-win32
    python proof/start_bat.py

Wine is no Windows: this shows that the file does what it says where cmd.exe follows its own rules for quotes,
brackets, labels and variables. Prints a line for each case; exit 1 when one fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START = "start-holdslides.bat"
FOLDERS = ("holdslides", "Fælles (2) & æøå", "100% Øl! ^ min's", "a) b (c")
READY = "klar. Det sker kun denne ene gang"


def main() -> int:
    with tempfile.TemporaryDirectory() as made:
        wine = Wine(Path(made))
        failed = [
            f"{folder}: {said}" for folder in FOLDERS for said in cases(wine, Path(made) / "f" / folder)
        ]
        wine.run(["wineboot", "--kill"])
    print("\n".join(f"FAILED {line}" for line in failed) or f"all cases pass in {len(FOLDERS)} folders")
    return int(bool(failed))


class Wine:
    """A Windows of its own, with `py` and `python` on its path."""

    def __init__(self, folder: Path) -> None:
        tools = folder / "tools"
        tools.mkdir()
        source = str(ROOT / "proof" / "stand_in_python.c")
        subprocess.run(
            ["x86_64-w64-mingw32-gcc", "-municode", "-o", str(tools / "py.exe"), source], check=True
        )
        shutil.copy(tools / "py.exe", tools / "python.exe")
        self.environment = {
            **os.environ,
            "WINEPREFIX": str(folder / "prefix"),
            "WINEDEBUG": "-all",
            "WINEPATH": "Z:" + str(tools).replace("/", "\\"),
            "LC_ALL": "C.UTF-8",
        }

    def run(self, command: list[str], cwd: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=cwd,
            env={**self.environment, **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="cp437",  # what Wine writes on a pipe; only ASCII is looked for
            timeout=120,
        )

    def start(self, folder: Path, *arguments: str, elsewhere: bool = False, **more: str) -> tuple[int, str]:
        """The exit code and what was said; `elsewhere` starts it from another folder."""
        named = "Z:" + str(folder / START).replace("/", "\\") if elsewhere else f".\\{START}"
        done = self.run(
            ["wine", "cmd", "/c", "call", named, *arguments], ROOT if elsewhere else folder, **more
        )
        return done.returncode, done.stdout


def cases(wine: Wine, folder: Path) -> list[str]:
    """What did not go as it should in this folder."""
    folder.mkdir(parents=True)
    for name in (START, "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    failed = []

    def expect(case: str, result: tuple[int, str], code: int, *said: str, never: str = "\0") -> None:
        found, text = result
        is_good = found == code and all(part in text for part in said) and never not in text
        print(f"{'ok    ' if is_good else 'FAILED'} {folder.name}: {case}")
        if not is_good:
            failed.append(f"{case}: exit {found}, {text!r}")

    expect("too old a Python", wine.start(folder, TOO_OLD="1"), 1, "python.org/downloads", never="laves")
    expect(
        "no net", wine.start(folder, NO_NET="1"), 1, READY, "laves", "hentes", "internettet", never="startet"
    )
    expect("the net is back", wine.start(folder), 0, READY, "hentes", "startet: web", never="laves")
    expect("second start", wine.start(folder, "--port", "0"), 0, "startet: web --port 0", never=READY)
    if "%" not in folder.name:  # Wine, unlike Windows, looks for variables in what %~dp0 stands for
        expect("from elsewhere", wine.start(folder, elsewhere=True), 0, "startet: web", never=READY)
    expect("the page fails", wine.start(folder, FAILS="1"), 1, "startet: web", "Beskeden ovenfor")
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("# a new version\n")
    expect("after an update", wine.start(folder), 0, READY, "hentes", "startet: web", never="laves")
    (folder / ".venv" / "pyproject-installeret.toml").unlink()
    expect("a broken environment", wine.start(folder, NO_PIP="1"), 0, READY, "laves", "startet: web")
    shutil.rmtree(folder / ".venv")
    expect("no environment", wine.start(folder), 0, READY, "laves", "hentes", "startet: web")
    (folder / "pyproject.toml").unlink()
    expect("alone, out of the zip", wine.start(folder), 1, "Udpak alle", never="startet")
    return failed


if __name__ == "__main__":
    sys.exit(main())
