"""Installs the wheel and the sdist with every Python given, each into a clean environment, and uses them.

    python proof/install.py python3.11 python3.12 python3.13

From an empty folder: deck, kit, poster --all, check; then how long `--version` and `--help` take. Prints
Markdown (docs/proof-install.md); exit 1 when anything fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 15
COMMANDS = (
    (("deck", "laenderyg"), 2),
    (("kit", "laenderyg", "--out", "kit"), 8),
    (("poster", "--all"), 10),
    (("check",), 0),
)


def main(pythons: list[str]) -> int:
    """The tables on stdout, what happens on stderr."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        wheel, sdist = built(folder)
        print_contents(wheel, sdist, folder)
        print("\n| Python | from | install | deck | kit | poster --all | check | `--version` | `--help` |")
        print("|---|---|---|---|---|---|---|---|---|")
        failed = False
        for python in pythons:
            for what in (wheel, sdist):
                row = installed(python, what, folder)
                print(f"| {' | '.join(row)} |", flush=True)
                failed = failed or any("FAILED" in cell for cell in row)
    return int(failed)


def built(folder: Path) -> tuple[Path, Path]:
    """The wheel and the sdist, as a release builds them."""
    tools = environment(sys.executable, folder / "tools")
    run([tools / "python", "-m", "pip", "install", "-q", "build"], folder)
    run([tools / "python", "-m", "build", "-q", "-o", folder / "dist", ROOT], folder)
    return next((folder / "dist").glob("*.whl")), next((folder / "dist").glob("*.tar.gz"))


def print_contents(wheel: Path, sdist: Path, folder: Path) -> None:
    """What they hold; the wheel built from the sdist must hold the same."""
    names = zipfile.ZipFile(wheel).namelist()
    by_top = {top: sum(n.startswith(f"holdslides/{top}/") for n in names) for top in ("content", "layouts")}
    print("| | size | files | content/ | layouts/ |\n|---|---|---|---|---|")
    print(f"| wheel | {kb(wheel)} | {len(names)} | {by_top['content']} | {by_top['layouts']} |")
    with tarfile.open(sdist) as archive:
        packed = [m.name.split("/", 1)[1] for m in archive.getmembers() if m.isfile()]
    counts = [sum(n.startswith(f"{top}/") for n in packed) for top in ("content", "layouts")]
    print(f"| sdist | {kb(sdist)} | {len(packed)} | {counts[0]} | {counts[1]} |")
    again = folder / "again"
    run(
        [folder / "tools" / BIN / "python", "-m", "pip", "wheel", "-q", "--no-deps", "-w", again, sdist],
        folder,
    )
    same = sorted(zipfile.ZipFile(next(again.glob("*.whl"))).namelist()) == sorted(names)
    print(f"\nThe wheel built from the sdist holds {'the same files' if same else 'OTHER FILES: FAILED'}.")
    longest = max(names, key=len)
    print(f"Longest path in the wheel: {len(longest)} letters.")


def installed(python: str, what: Path, folder: Path) -> list[str]:
    """A row of the table for one Python and one of the two."""
    version = subprocess.run([python, "-V"], capture_output=True, text=True, check=True).stdout.split()[1]
    kind = "wheel" if what.suffix == ".whl" else "sdist"
    say(f"{version} {kind}")
    row = [version, kind]
    bin_ = environment(python, folder / f"{version}-{kind}")
    began = time.perf_counter()
    run([bin_ / "python", "-m", "pip", "install", "-q", what], folder)
    row.append(f"{time.perf_counter() - began:.0f} s")
    empty = folder / f"{version}-{kind}-tom mappe"
    empty.mkdir()
    for arguments, least in COMMANDS:
        before = len(files(empty))
        began = time.perf_counter()
        done = subprocess.run([bin_ / "holdslides", *arguments], cwd=empty, env=clean(), capture_output=True)
        seconds, more = time.perf_counter() - began, len(files(empty)) - before
        if done.returncode or more < least:
            sys.stderr.write(done.stderr.decode())
            row.append(f"FAILED ({done.returncode}, {more} files)")
        else:
            row.append(f"{seconds:.1f} s" + (f", {more} files" if more else ""))
    return [*row, *(start_time(bin_, option, empty) for option in ("--version", "--help"))]


def start_time(bin_: Path, option: str, cwd: Path) -> str:
    """The shortest wall time of a start in ms, a bare Python's after it."""

    def shortest(command: list[Path | str]) -> float:
        times = []
        for _ in range(RUNS):
            began = time.perf_counter()
            subprocess.run(command, cwd=cwd, env=clean(), capture_output=True, check=True)
            times.append(time.perf_counter() - began)
        return 1000 * min(times)

    bare = shortest([bin_ / "python", "-c", "pass"])
    return f"{shortest([bin_ / 'holdslides', option]):.0f} ms (Python alone {bare:.0f})"


BIN = "Scripts" if os.name == "nt" else "bin"


def environment(python: str, folder: Path) -> Path:
    """A clean environment; the folder of its programs."""
    run([python, "-m", "venv", folder], folder.parent)
    return folder / BIN


def clean() -> dict[str, str]:
    return {
        k: v
        for k, v in os.environ.items()
        if k not in ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE")
    }


def run(command: list[Path | str], cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, env=clean(), capture_output=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr.decode()}")


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def kb(path: Path) -> str:
    return f"{path.stat().st_size / 1000:.0f} kB"


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [sys.executable]))
