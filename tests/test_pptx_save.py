"""Files on the disk: written whole, never over somebody's work."""

from __future__ import annotations

import errno
import os
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import decks
import pytest
from pptx import Presentation

from holdslides.folders import Folders
from holdslides.pptx_file import Target, save_decks
from holdslides.pptx_file.save import check_target, save
from holdslides.pptx_file.state import was_edited
from holdslides.pptx_file.write import write_deck
from holdslides.problems import FileError
from holdslides.theme import load_layouts, load_theme

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
NOW = datetime(2026, 3, 9, 8, 5)


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_deck(decks.deck(), LAYOUTS, THEME, draw=decks.draw)


@pytest.fixture
def deck(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "ud" / "laenderyg-1.pptx"
    save(data, path)
    return path


def edit(path: Path) -> None:
    """What a therapist does: opens, changes a headline, saves."""
    presentation = Presentation(str(path))
    presentation.slides[3].shapes.title.text_frame.text = "Min egen overskrift"
    presentation.save(str(path))


def problem_of(error: pytest.ExceptionInfo[FileError]) -> str:
    return str(error.value.problems[0])


def test_a_new_file_is_as_written_and_leaves_nothing_beside_it(deck: Path, data: bytes) -> None:
    assert deck.read_bytes() == data
    assert list(deck.parent.iterdir()) == [deck]
    assert not was_edited(deck)


def test_an_untouched_file_is_renewed(deck: Path, data: bytes) -> None:
    newer = write_deck(decks.deck(title="Nyt"), LAYOUTS, THEME, draw=decks.draw)
    assert save(newer, deck) is None
    assert deck.read_bytes() == newer
    assert list(deck.parent.iterdir()) == [deck]


def test_the_very_same_deck_needs_no_closer_look(
    deck: Path, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("holdslides.pptx_file.save.was_edited", lambda _: pytest.fail("looked at closely"))
    assert save(data, deck) is None
    newer = write_deck(decks.deck(title="Nyt"), LAYOUTS, THEME, draw=decks.draw)
    assert save(newer, deck, harmless=data) is None
    assert deck.read_bytes() == newer


def test_an_edit_after_the_first_look_is_seen(deck: Path, data: bytes) -> None:
    harmless = check_target(deck, b"a newer deck")
    assert harmless == data
    edit(deck)
    edited = deck.read_bytes()
    with pytest.raises(FileError):
        save(data, deck, harmless=harmless)
    assert deck.read_bytes() == edited


def test_an_empty_file_is_somebodys(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "tom.pptx"
    assert check_target(path) is None
    path.write_bytes(b"")
    with pytest.raises(FileError):
        save(data, path)
    assert path.read_bytes() == b""


def test_an_edited_file_is_refused_and_left_alone(deck: Path, data: bytes) -> None:
    edit(deck)
    before = deck.read_bytes()
    assert was_edited(deck)
    with pytest.raises(FileError) as error:
        save(data, deck)
    assert "--replace" in problem_of(error)
    assert deck.read_bytes() == before


def test_saving_without_a_change_counts_as_edited(deck: Path) -> None:
    Presentation(str(deck)).save(str(deck))
    assert was_edited(deck)


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_a_file_that_is_no_deck_of_ours_counts_as_edited(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.pptx"
    path.write_bytes(content)
    assert was_edited(path)


def test_a_deck_of_a_newer_format_counts_as_edited(deck: Path) -> None:
    with zipfile.ZipFile(deck) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(deck, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part.replace(b'format="1"', b'format="3"'))
    assert was_edited(deck)


def test_one_changed_part_is_enough(deck: Path) -> None:
    with zipfile.ZipFile(deck) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["ppt/slides/slide2.xml"] += b" "
    with zipfile.ZipFile(deck, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    assert was_edited(deck)


def test_packing_the_same_parts_again_is_no_edit(deck: Path) -> None:
    with zipfile.ZipFile(deck) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(deck, "w", zipfile.ZIP_STORED) as archive:
        for name, part in reversed(parts.items()):
            archive.writestr(name, part)
    assert not was_edited(deck)


def test_replace_puts_the_old_file_aside_and_never_over_another(deck: Path, data: bytes) -> None:
    edit(deck)
    first = deck.read_bytes()
    aside = save(data, deck, replace=True, now=NOW)
    assert aside == deck.with_name("laenderyg-1-20260309-0805.pptx")
    assert aside.read_bytes() == first
    assert deck.read_bytes() == data
    edit(deck)
    again = save(data, deck, replace=True, now=NOW)
    assert again == deck.with_name("laenderyg-1-20260309-0805-2.pptx")
    assert aside.read_bytes() == first


def test_replace_without_an_old_file_is_just_writing(tmp_path: Path, data: bytes) -> None:
    assert save(data, tmp_path / "ny.pptx", replace=True) is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "ikke plads"),
        (errno.EROFS, "skrivebeskyttet"),
        (errno.EACCES, "åben i et andet program"),
        (errno.EIO, "kan ikke skrives"),
    ],
)
def test_when_writing_fails_the_old_file_is_whole(
    deck: Path, data: bytes, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    edit(deck)
    before = deck.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(FileError) as error:
        save(data, deck, replace=True, now=NOW)
    assert words in problem_of(error)
    assert deck.read_bytes() == before
    assert list(deck.parent.iterdir()) == [deck], "neither a temporary file nor a half copy is left"


def test_a_killed_run_leaves_the_old_file(deck: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        save(data + b" ", deck)
    assert deck.read_bytes() == data
    assert list(deck.parent.iterdir()) == [deck]


def test_a_full_disk_while_copying_aside(deck: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(deck)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match="ikke plads"):
        save(data, deck, replace=True, now=NOW)
    assert list(deck.parent.iterdir()) == [deck]


@pytest.mark.parametrize("lock", ["~$laenderyg-1.pptx", "~$enderyg-1.pptx", ".~lock.laenderyg-1.pptx#"])
def test_a_file_open_in_an_office_program_is_left_alone(deck: Path, data: bytes, lock: str) -> None:
    deck.with_name(lock).write_bytes(b"")
    with pytest.raises(FileError, match="åben i et andet program"):
        save(data, deck)


def test_a_folder_that_is_a_file(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "ud").write_bytes(b"")
    with pytest.raises(FileError, match="er en fil"):
        save(data, tmp_path / "ud" / "a.pptx")


def test_a_folder_with_the_files_name(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pptx").mkdir()
    with pytest.raises(FileError, match="en mappe med filens navn"):
        save(data, tmp_path / "a.pptx")


def test_a_name_too_long_for_the_disk(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(FileError, match="for lang"):
        save(data, tmp_path / ("æ" * 200 + ".pptx"))


def test_a_read_only_file(deck: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(FileError, match="skrivebeskyttet"):
        save(data, deck)


def test_a_link_stays_a_link(deck: Path, data: bytes, tmp_path: Path) -> None:
    link = tmp_path / "genvej.pptx"
    link.symlink_to(deck)
    save(data, link)
    assert link.is_symlink()
    assert deck.read_bytes() == data


def test_no_deck_is_written_when_one_of_them_may_not_be(tmp_path: Path, data: bytes) -> None:
    plain = tuple(s for s in decks.every_kind() if getattr(s, "figure", None) is None)
    first, second = tmp_path / "1.pptx", tmp_path / "2.pptx"
    save(data, second)
    edit(second)
    targets = [Target(decks.deck(plain), path) for path in (first, second)]
    with pytest.raises(FileError):
        save_decks(targets, LAYOUTS, THEME)
    assert not first.exists()
    told: list[str] = []
    moved = save_decks(targets, LAYOUTS, THEME, replace=True, progress=told.append)
    assert list(moved) == [second]
    assert len(told) == 2
    assert len(Presentation(BytesIO(first.read_bytes())).slides) == len(plain)
