"""Writes docs/regler.md from the rules. A test fails when the file is out of date."""

from __future__ import annotations

from pathlib import Path

from holdslides.check.guide import guide

PAGE = Path(__file__).resolve().parent.parent / "docs" / "regler.md"

if __name__ == "__main__":
    PAGE.write_text(guide(), encoding="utf-8")
