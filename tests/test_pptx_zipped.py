"""The zip writer against the standard library's."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdslides.pptx_file import zipped
from holdslides.pptx_file.zipped import zip_bytes

NAMES = st.text(st.characters(exclude_characters="\0\\", exclude_categories=("Cs",)), min_size=1, max_size=40)


def by_the_standard_library(entries: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            archive.writestr(info, data, zipfile.ZIP_DEFLATED, 3)
    return stream.getvalue()


@given(st.dictionaries(NAMES, st.binary(max_size=3000), max_size=8))
def test_is_what_the_standard_library_writes(entries: dict[str, bytes]) -> None:
    assert zip_bytes(entries) == by_the_standard_library(entries)


def test_large_entries_and_danish_names() -> None:
    entries = {"ppt/slides/slide1.xml": b"<p>" * 400_000, "bilag/øvelse.png": bytes(range(256)) * 3000}
    written = zip_bytes(entries)
    assert written == by_the_standard_library(entries)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == entries


def test_more_than_the_format_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "_MOST_ENTRIES", 2)
    with pytest.raises(ValueError, match="entries"):
        zip_bytes({"a": b"", "b": b"", "c": b""})
    monkeypatch.setattr(zipped, "_MOST_BYTES", 100)
    with pytest.raises(ValueError, match="more than"):
        zip_bytes({"a": bytes(range(256))})
