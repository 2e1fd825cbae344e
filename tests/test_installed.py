"""content/ and layouts/ are found from a checkout and from inside an installed package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from holdslides.folders import built_in

ROOT = Path(__file__).resolve().parent.parent


def run_python(arguments: list[str], cwd: Path, site: Path | None = None) -> subprocess.CompletedProcess[str]:
    """A Python of its own, with `site` before everything else, far from the checkout."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    if site:
        env["PYTHONPATH"] = str(site)
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def test_a_checkout_finds_the_folders_beside_src() -> None:
    for name in ("content", "layouts"):
        assert built_in(name).is_dir()


def test_an_installed_package_finds_them_inside_itself(tmp_path: Path) -> None:
    site, here = tmp_path / "site æøå", tmp_path / "tom mappe"
    here.mkdir()
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src" / "holdslides", site / "holdslides", ignore=ignore)
    for name in ("content", "layouts"):
        shutil.copytree(ROOT / name, site / "holdslides" / name)
    found = run_python(
        ["-c", "from holdslides.folders import built_in; print(built_in('content'))"], here, site
    )
    assert Path(found.stdout.strip()) == site / "holdslides" / "content"
    made = run_python(["-m", "holdslides", "deck", "laenderyg", "--session", "1"], here, site)
    assert made.returncode == 0, made.stderr
    assert [p.name for p in here.rglob("*.pptx")] == ["laenderyg-1.pptx"]


@pytest.mark.full
def test_the_wheel_works_in_a_clean_environment(tmp_path: Path) -> None:
    """Builds the wheel as a release is built, installs it, and makes decks in an empty folder."""
    dist, env, here = tmp_path / "dist", tmp_path / "env", tmp_path / "tom"
    here.mkdir()
    build = run_python(["-m", "pip", "wheel", "-q", "--no-deps", "-w", str(dist), str(ROOT)], tmp_path)
    assert build.returncode == 0, build.stderr
    (wheel,) = dist.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert any(n.startswith("holdslides/content/modules/") for n in names)
    assert any(n.startswith("holdslides/layouts/deck/") for n in names)
    venv.create(env, with_pip=True)
    bin_ = env / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([str(bin_ / "python"), "-m", "pip", "install", "-q", str(wheel)], check=True, timeout=400)
    made = subprocess.run(
        [str(bin_ / "holdslides"), "deck", "laenderyg"], cwd=here, capture_output=True, text=True, timeout=120
    )
    assert made.returncode == 0, made.stderr
    assert sorted(p.name for p in here.rglob("*.pptx")) == ["laenderyg-1.pptx", "laenderyg-2.pptx"]


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_a_start_loads_nothing_it_does_not_need(option: str, tmp_path: Path) -> None:
    """What costs time to load: a start stays within 100 ms of Python's own (docs/proof-install.md)."""
    heavy = "yaml pptx lxml typst jinja2 flask ruamel PIL multiprocessing asyncio email hashlib json"
    code = (
        "import sys\nfrom holdslides.cli.app import run\n"
        f"run([{option!r}])\nsys.stderr.write(' '.join(sorted(set({heavy.split()}) & set(sys.modules))))"
    )
    done = run_python(["-c", code], tmp_path, ROOT / "src")
    assert done.stdout
    assert done.stderr == ""
