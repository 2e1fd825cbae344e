"""Built-in YAML is recalled as it was read, and parsed anew whenever there is the least doubt."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdslides import yaml_cache
from holdslides.folders import Folders, Found
from holdslides.yaml_cache import keep, recall, remember
from holdslides.yaml_data import Decimal, Items, Map
from holdslides.yaml_file import parse_built_in, read_yaml
from holdslides.yaml_reader import parse_yaml

TEXT = b"navn: Kop\ntal: [1, 2.10, true]\ndybt:\n  - a: {b: c}\n    tom:\n  - tekst\n"
RUN = "from holdslides.cli import main; main(['poster', 'kop'])"


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place of its own for what is kept."""
    file = tmp_path / "kept.data"
    monkeypatch.setattr(yaml_cache, "_file", lambda: file)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    yaml_cache._kept.cache_clear()
    yield file
    yaml_cache._kept.cache_clear()
    yaml_cache._stamp.cache_clear()


def a_new_process() -> None:
    yaml_cache._kept.cache_clear()
    yaml_cache._stamp.cache_clear()


def keep_text(raw: bytes = TEXT) -> None:
    remember(raw, parse_yaml(raw, "f.yaml").data)
    keep()
    a_new_process()


def everything(value: object) -> object:
    """A value with all its lines and types."""
    if isinstance(value, Map):
        return "map", value.line, value.lines, [(key, everything(of)) for key, of in value.items()]
    if isinstance(value, Items):
        return "items", value.line, value.lines, [everything(of) for of in value]
    return type(value), value, value.written if isinstance(value, Decimal) else None


def test_what_was_parsed_is_recalled_with_every_line_and_type() -> None:
    keep_text()
    assert everything(recall(TEXT)) == everything(parse_yaml(TEXT, "f.yaml").data)


def test_every_built_in_file_is_recalled_as_it_is_parsed() -> None:
    paths = [*Folders().content.rglob("*.yaml"), *Folders().layouts.rglob("*.yaml")]
    assert len(paths) > 40
    for path in paths:
        remember(path.read_bytes(), parse_yaml(path.read_bytes(), path.name).data)
    keep()
    a_new_process()
    for path in paths:
        assert everything(recall(path.read_bytes())) == everything(
            parse_yaml(path.read_bytes(), path.name).data
        )


def test_a_recalled_value_is_nobody_elses() -> None:
    keep_text()
    recall(TEXT)["navn"] = "Spand"
    assert recall(TEXT)["navn"] == "Kop"


def test_a_text_that_was_changed_is_parsed() -> None:
    keep_text()
    assert recall(TEXT.replace(b"Kop", b"Kar")) is None
    assert parse_built_in(TEXT.replace(b"Kop", b"Kar"), "f.yaml").data["navn"] == "Kar"


def test_nothing_is_recalled_that_another_reader_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_text()
    monkeypatch.setattr(
        yaml_cache, "_READERS", (*yaml_cache._READERS, "problems.py")
    )  # as if one had changed
    a_new_process()
    assert recall(TEXT) is None


@pytest.mark.parametrize("keeps", [0, 1, 15, 16, 17, -1])
def test_a_file_cut_short_is_nothing_kept(keeps: int, kept: Path) -> None:
    keep_text()
    kept.write_bytes(kept.read_bytes()[:keeps])
    assert recall(TEXT) is None


def test_a_file_with_a_single_bit_turned_is_nothing_kept(kept: Path) -> None:
    keep_text()
    whole = kept.read_bytes()
    for at in range(0, len(whole), 7):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        a_new_process()
        assert recall(TEXT) is None


def test_only_what_is_still_used_is_kept_when_there_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_text(b"gammel: tekst\n")
    keep_text()
    monkeypatch.setattr(yaml_cache, "MOST_BYTES", 150)
    assert recall(TEXT) is not None
    keep_text(b"ny: tekst\n")
    assert recall(b"gammel: tekst\n") is None
    assert recall(TEXT) is not None
    assert recall(b"ny: tekst\n") is not None


def test_a_place_that_cannot_be_written_costs_only_time(kept: Path) -> None:
    kept.mkdir()
    keep_text()
    assert recall(TEXT) is None


def test_nothing_is_kept_where_byte_code_is_not(monkeypatch: pytest.MonkeyPatch, kept: Path) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep_text()
    assert not kept.exists()


def test_nothing_of_the_clinics_is_kept(tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "klinik.yaml"
    path.write_bytes(TEXT)
    read_yaml(Found(path, "klinik.yaml", True))
    keep()
    assert not kept.exists()
    read_yaml(Found(path, "content/f.yaml", False))
    keep()
    assert kept.exists()


def test_the_second_command_needs_no_parser(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "pyc")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    loaded = [
        subprocess.run(
            [sys.executable, "-X", "importtime", "-c", RUN],
            check=True, capture_output=True, cwd=tmp_path, env=environment, text=True, encoding="utf-8", timeout=60,
        ).stderr
        for _ in range(2)
    ]  # fmt: skip
    assert "yaml_reader" in loaded[0]
    assert "yaml_reader" not in loaded[1]
    assert len(list((tmp_path / "pyc").rglob("yaml_cache*.data"))) == 1
