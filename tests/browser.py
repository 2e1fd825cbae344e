"""A real Chromium for the end-to-end tests of the local page, and a server for it to look at."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import Any

from conftest import ROOT, need

from holdslides.web.previews import Previews
from holdslides.web.server import Server
from holdslides.web.studio import Studio

NODE_MODULES = Path(os.environ.get("HOLDSLIDES_NODE_MODULES", ROOT / "node_modules"))
AXE = NODE_MODULES / "axe-core" / "axe.min.js"

_DRAWN = Previews()  # named by what they show, so the servers of a run may share them: drawing costs most


def chromium() -> str:
    """The browser's path; skips the test when there is none."""
    need(find_spec("playwright") is not None, "PyPI playwright")
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
    need(bool(found), "Chromium")
    return found or ""


@contextmanager
def served(home: Path) -> Iterator[Server]:
    """A server over a clinic's folder, in a thread of its own."""
    studio = Studio(home, home / "ud")
    studio.previews = _DRAWN
    server = Server(studio, 0)
    thread = Thread(target=lambda: server.serve(open_browser=False), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stop()
        thread.join(10)


def violations(page: Any) -> list[str]:
    """What axe-core finds wrong with what the page shows now."""
    need(AXE.is_file(), "npm axe-core")
    page.evaluate(
        AXE.read_text(encoding="utf-8")
    )  # not as a script element: the page's own policy forbids that
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{v['id']}: {v['help']} ({'; '.join(n['html'][:120] for n in v['nodes'][:3])})"
        for v in found["violations"]
    ]


def overflow(page: Any) -> int:
    """How many pixels the page is wider than its window."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide
