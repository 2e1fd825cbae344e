"""Decks of very many slides: what they keep of themselves is packed, and what could not be read is not written."""

from __future__ import annotations

import re
import zipfile
import zlib
from base64 import b64decode, b64encode
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import deck_edits as edits
import decks
import pytest

from holdslides import zip_limits
from holdslides.deck import Deck
from holdslides.drawing import Ellipse
from holdslides.folders import Folders
from holdslides.pages import FigureUse
from holdslides.pptx_file import Target, state
from holdslides.pptx_file.package_check import check_package
from holdslides.pptx_file.plan import Kept, Unchanged
from holdslides.pptx_file.slides import Picture
from holdslides.pptx_file.state import PACKED, PLAIN, find_state, was_edited
from holdslides.pptx_file.update import update_files
from holdslides.pptx_file.write import Draw, write_deck
from holdslides.problems import ContentError, FileError
from holdslides.theme import Layout, load_layouts, load_theme
from holdslides.zip_limits import MOST_XML

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())


def large(times: int, without: int = 0) -> Deck:
    """A deck that shows every kind of slide so many times, without so many at the end."""
    slides = [replace(slide, id=f"{slide.id}-{n}") for n in range(times) for slide in decks.every_kind()]
    return decks.deck(tuple(slides[: len(slides) - without]))


def written(deck: Deck, draw: Draw = decks.draw) -> bytes:
    return write_deck(deck, LAYOUTS, THEME, draw=draw)


def rich(use: FigureUse, layout: Layout) -> Picture:
    """A figure of many shapes, as those of a real deck are."""
    picture = decks.draw(use, layout)
    dots = tuple(Ellipse(9 + n, 9, 3, 3, "coral") for n in range(260))
    return replace(picture, drawing=replace(picture.drawing, shapes=(*picture.drawing.shapes, *dots)))


def state_in(data: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read("customXml/item1.xml")


def check_update(path: Path, before: Deck, now: Deck, draw: Draw = decks.draw) -> bytes:
    """A slide of the deck edited by hand is kept, and the rest is as it is now."""
    path.write_bytes(written(before, draw))
    assert not was_edited(path)
    deck = edits.opened(path.read_bytes())
    edits.change_text(deck.slides[3])
    path.write_bytes(edits.saved(deck))
    assert was_edited(path)
    (update,) = update_files([(Target(now, path), written(now, draw))])
    assert update.plan is not None
    steps = update.plan.steps
    assert [type(step) for step in steps] == [Unchanged] * 3 + [Kept] + [Unchanged] * (len(steps) - 4)
    assert len(steps) == sum(1 for _ in now.slides)
    data = path.read_bytes()
    assert check_package(data) == []
    return data


@pytest.mark.full  # the same with lowered limits: test_a_packed_state_says_what_a_plain_one_does
def test_a_deck_whose_state_would_be_longer_than_any_part_may_be_is_brought_up_to_date(
    tmp_path: Path,
) -> None:
    before = large(27)
    data = written(before, rich)
    assert sum(1 for _ in before.slides) > 280
    assert len(plain(data)) > MOST_XML
    assert len(state_in(data)) < MOST_XML / 4
    assert check_package(data) == []
    assert written(before, rich) == data
    check_update(tmp_path / "stor.pptx", before, large(27, without=1), rich)


def plain(data: bytes) -> bytes:
    """The packed state, unpacked by other means than our own."""
    pieces = re.findall(rb"<packed>([^<]*)</packed>", state_in(data))
    assert len(pieces) > 1
    return zlib.decompress(b64decode(b"".join(pieces)))


def test_a_packed_state_says_what_a_plain_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = check_update(tmp_path / "usual.pptx", large(1), large(1, without=1))
    plainly = find_state([("customXml/item1.xml", state_in(written(large(1))))])
    monkeypatch.setattr(state, "LONGEST_PLAIN", 100)
    monkeypatch.setattr(state, "_AT_ONCE", 1000)
    assert b"<slide " not in state_in(written(large(1)))
    read = find_state([("customXml/item1.xml", state_in(written(large(1))))])
    assert read is not None
    assert plainly is not None
    assert not read.is_newer
    assert replace(read, format=PLAIN) == plainly
    packed = check_update(tmp_path / "packed.pptx", large(1), large(1, without=1))
    mine, theirs = (find_state([("customXml/item1.xml", state_in(data))]) for data in (packed, usual))
    assert mine is not None
    assert replace(mine, format=PLAIN) == theirs
    assert f'format="{PACKED}"'.encode() in state_in(packed)
    assert f'format="{PLAIN}"'.encode() in state_in(usual)


def test_a_packed_state_of_a_newer_format_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "LONGEST_PLAIN", 100)
    xml = state_in(written(large(1))).replace(f'format="{PACKED}"'.encode(), b'format="3"', 1)
    read = find_state([("customXml/item1.xml", xml)])
    assert read is not None
    assert read.is_newer


def packed_as(content: bytes) -> bytes:
    head = f'<state xmlns="{state.STATE_NAMESPACE}" format="2" version="0.1" deck="">'.encode()
    return head + b"<packed>%b</packed></state>" % content


@pytest.mark.parametrize(
    "content",
    [
        b"%%%",
        b64encode(b"nothing that is packed"),
        b64encode(zlib.compress(b"<state/>")[:-6]),
        b64encode(zlib.compress(b"<wrong")),
        b64encode(zlib.compress(bytes(zip_limits.MOST_STATE + 1))),
        b64encode(zlib.compress(b"<state>" + b"<a/>" * zip_limits.MOST_MARKS + b"</state>")),
        b64encode(zlib.compress(b"<![CDATA[" * 1_000_000)),
    ],
    ids=["no letters", "not packed", "cut off", "no XML", "a bomb", "a forest", "never closed"],
)
def test_a_packed_state_that_is_broken_or_too_much_is_none(content: bytes) -> None:
    assert find_state([("customXml/item1.xml", packed_as(content))]) is None


@pytest.mark.parametrize("limit", ["MOST_PARTS", "MOST_GROWTH"])
def test_what_could_not_be_read_again_is_not_written(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(zip_limits, limit, 100)
    with pytest.raises(ContentError) as error:
        written(large(2))
    assert "præsentationen bliver for stor: 22 slides" in str(error.value)
    assert "fordel jeres egne slides på flere præsentationer" in str(error.value)


def test_a_state_that_could_not_be_read_again_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "LONGEST_PLAIN", 100)
    monkeypatch.setattr(state, "MOST_STATE", 1000)
    with pytest.raises(ContentError, match="for stor"):
        written(large(1))


def test_an_update_that_could_not_be_read_again_leaves_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "stor.pptx"
    deck = edits.opened(written(large(1)))
    edits.change_text(deck.slides[3])
    path.write_bytes(edits.saved(deck))
    before, now = path.read_bytes(), large(2)
    fresh = written(now)
    with zipfile.ZipFile(path) as archive:
        room = max(len(archive.namelist()), len(zipfile.ZipFile(BytesIO(fresh)).namelist()))
    extra = edits.opened(before)
    for _ in range(3):
        edits.add_textbox(extra.slides.add_slide(extra.slide_layouts[5]))
    path.write_bytes(edits.saved(extra))
    monkeypatch.setattr(zip_limits, "MOST_PARTS", room)
    edited = path.read_bytes()
    with pytest.raises(FileError, match="ville blive for stor til at blive læst igen"):
        update_files([(Target(now, path), fresh)])
    assert path.read_bytes() == edited
