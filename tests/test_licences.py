"""A clinic may use all of it, and we may say so: every package we bring has a permissive licence."""

from __future__ import annotations

import re
from importlib import metadata

from conftest import ROOT
from licences import licence_of, needed

PERMISSIVE = re.compile(
    r"(?:MIT|MIT License|MIT-CMU|BSD|BSD-[23]-Clause|BSD License|Apache-2\.0|Apache Software License|PSF-2\.0"
    r"|.*OFL-1\.1\)?)\Z"
)
ONLY_ON_WINDOWS = {"colorama"}  # BSD-3-Clause; not installed elsewhere


def requires(name: str) -> list[str]:
    return [] if name in ONLY_ON_WINDOWS else metadata.requires(name) or []


def test_every_package_we_bring_is_permissive() -> None:
    packages = set(needed(requires)) - ONLY_ON_WINDOWS
    assert {"python-pptx", "lxml", "pillow", "typst", "markupsafe", "werkzeug", "ruamel-yaml"} <= packages
    told = {name: licence_of(metadata.metadata(name)) for name in packages}  # type: ignore[arg-type]
    assert {n: t for n, t in told.items() if not PERMISSIVE.match(t)} == {}


def test_a_copyleft_licence_would_be_seen() -> None:
    for text in ("GPL-3.0-only", "LGPLv2+", "AGPL-3.0", "MPL-2.0", "", "Proprietary", "MIT AND GPL-2.0-only"):
        assert not PERMISSIVE.match(text)


def test_the_table_of_licences_names_every_package() -> None:
    table = (ROOT / "docs" / "proof-install.md").read_text(encoding="utf-8").lower()
    missing = [
        name
        for name in needed(requires)
        if name not in ONLY_ON_WINDOWS and f"| {name} |" not in re.sub(r"[._]", "-", table)
    ]
    assert missing == [], "run: python proof/dependencies.py"
