"""What comes with holdslides: each package's licence, and on which machines there is a ready-made wheel.

    python proof/dependencies.py

Asks the package index. Prints Markdown (docs/proof-install.md); exit 1 when a machine we promise
(Windows 64-bit, Mac) lacks a wheel.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import zipfile
from email import message_from_bytes
from email.message import Message
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from licences import asked_for, licence_of, needed, plain

MACHINES = {
    "win_amd64": "Windows, 64-bit (Intel, AMD)",
    "macosx_11_0_arm64": "Mac, Apple silicon",
    "macosx_11_0_x86_64": "Mac, Intel",
    "win_arm64": "Windows on ARM, Python for ARM",
    "win32": "Windows, 32-bit Python",
}
PROMISED = ("win_amd64", "macosx_11_0_arm64", "macosx_11_0_x86_64")
VERSIONS = ("3.11", "3.12", "3.13", "3.14")


def main() -> int:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        wheels = {(m, v): downloaded(m, v, folder / f"{m}-{v}") for m in MACHINES for v in VERSIONS}
        about = {plain(m["Name"]): m for path in sorted(folder.rglob("*.whl")) if (m := metadata_in(path))}
    print("| package | version | licence | wheel |\n|---|---|---|---|")
    for name in needed(lambda name: about[name].get_all("Requires-Dist") or []):
        one = about[name]
        print(f"| {one['Name']} | {one['Version']} | {licence_of(one)} | {kinds(wheels, name)} |")
    print("\n| machine | " + " | ".join(VERSIONS) + " |\n|---|" + "---|" * len(VERSIONS))
    for machine, named in MACHINES.items():
        cells = [f"{len(w)} wheels" if isinstance(w := wheels[machine, v], list) else w for v in VERSIONS]
        print(f"| {named} | {' | '.join(cells)} |")
    return int(any(isinstance(wheels[m, v], str) for m in PROMISED for v in VERSIONS))


def downloaded(machine: str, version: str, folder: Path) -> list[str] | str:
    """The wheels pip takes there, or what it does not find."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        "--disable-pip-version-check",
        "-d",
        str(folder),
    ]
    command += [
        "--only-binary=:all:",
        "--platform",
        machine,
        "--python-version",
        version,
        "--implementation",
        "cp",
    ]
    extra = ["colorama"] if machine.startswith("win") else []  # pip asks this machine whether it is Windows
    done = subprocess.run([*command, *asked_for(), *extra], capture_output=True, text=True, timeout=600)
    if done.returncode:
        missing = re.findall(r"No matching distribution found for ([\w.-]+)", done.stderr)
        return f"none for {missing[-1]}" if missing else "none"
    return sorted(path.name for path in folder.iterdir())


def metadata_in(wheel: Path) -> Message:
    """What the wheel says of itself."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name))


def kinds(wheels: dict[tuple[str, str], list[str] | str], name: str) -> str:
    """Whether one wheel serves all machines, or there is one for each."""
    all_names = {n for w in wheels.values() if isinstance(w, list) for n in w}
    mine = [n for n in all_names if plain(n).startswith(f"{name}-")]
    return "any machine" if all(n.endswith("-any.whl") for n in mine) else "one for each machine"


if __name__ == "__main__":
    sys.exit(main())
