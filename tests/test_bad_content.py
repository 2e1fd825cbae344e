"""Every folder of bad_content holds files with something wrong and, in expected.txt, the lines it must give.

To add one: make a folder with a klinik.yaml and the bad file (what lies in content/ replaces the built-in),
run the test, read what it says, and put the lines into expected.txt if they would help a therapist.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from content_folders import HERE, all_that_is_wrong, built_in_content

CASES = sorted(folder.name for folder in (HERE / "bad_content").iterdir() if folder.is_dir())


@pytest.mark.parametrize("name", CASES)
def test_says_what_is_wrong_once(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clinic = tmp_path / "klinik"
    content = built_in_content(tmp_path / "content", monkeypatch)
    shutil.copytree(HERE / "bad_content" / name, clinic)
    if (clinic / "content").is_dir():
        shutil.copytree(clinic / "content", content, dirs_exist_ok=True)
    expected = (clinic / "expected.txt").read_text(encoding="utf-8").splitlines()

    said = [
        str(problem).replace(f"{clinic}/", "").replace(f"{clinic}\\", "")
        for problem in all_that_is_wrong(clinic)
    ]

    assert said == expected


def test_the_small_content_itself_has_nothing_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built_in_content(tmp_path / "content", monkeypatch)
    assert all_that_is_wrong(None) == []
