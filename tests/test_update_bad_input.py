"""Files that cannot be updated: one clear Danish line each, and the file as it was."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import deck_edits as edits
import decks
import pytest

from holdslides import zip_limits
from holdslides.folders import Folders
from holdslides.pptx_file import Target
from holdslides.pptx_file.package_check import check_package
from holdslides.pptx_file.state import was_edited
from holdslides.pptx_file.update import update_files
from holdslides.pptx_file.write import write_deck
from holdslides.problems import FileError
from holdslides.theme import load_layouts, load_theme

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
DECK = decks.deck()
BASE = write_deck(DECK, LAYOUTS, THEME, draw=decks.draw)
NEW = write_deck(decks.deck(decks.every_kind()[1:]), LAYOUTS, THEME, draw=decks.draw)
MAIN = b"presentationml.presentation.main+xml"


def edited() -> bytes:
    presentation = edits.opened(BASE)
    edits.change_text(presentation.slides[3])
    return edits.saved(presentation)


EDITED = edited()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def with_change(part: str, change: Callable[[bytes], bytes]) -> bytes:
    parts = parts_of(EDITED)
    name = next(name for name in parts if re.fullmatch(part, name))
    parts[name] = change(parts[name])
    return packed(parts)


def with_part(name: str, data: bytes) -> bytes:
    return packed({**parts_of(EDITED), name: data})


def without(pattern: str) -> bytes:
    return packed({n: d for n, d in parts_of(EDITED).items() if not re.match(pattern, n)})


def damaged() -> bytes:
    """A byte in the middle of a slide is another."""
    with zipfile.ZipFile(BytesIO(EDITED)) as archive:
        info = archive.getinfo("ppt/slides/slide5.xml")
    data = bytearray(EDITED)
    start = info.header_offset + 30 + len(info.filename)
    data[start + info.compress_size // 2] ^= 0xFF
    return bytes(data)


def locked() -> bytes:
    """Every entry says it is encrypted."""
    data = bytearray(EDITED)
    for found in re.finditer(rb"PK\x01\x02", EDITED):
        struct.pack_into("<H", data, found.start() + 8, 1)
    return bytes(data)


def someone_elses() -> bytes:
    from pptx import Presentation

    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = 12192000, 6858000
    presentation.slides.add_slide(presentation.slide_layouts[0]).shapes.title.text = "Årsmøde"
    stream = BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def laughing(xml: bytes) -> bytes:
    """XML that would become a thousand million letters."""
    lols = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{lols}]>'.encode()
    return head + xml.partition(b"?>")[2].replace(b"<a:t>", b"<a:t>&l9;", 1)


def thinned(xml: bytes) -> bytes:
    """A slide with shapes that lack what every shape has."""
    return re.sub(rb"<p:spPr>.*?</p:spPr>|<p:spPr/>|<p:nvPr/>", b"", xml, flags=re.DOTALL)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
STATE, SLIDE = r"customXml/item1\.xml", r"ppt/slides/slide5\.xml"
CASES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "beskadiget"),
    "no zip": (b"Dette er ikke en fil fra PowerPoint." * 9, "beskadiget"),
    "cut in half": (EDITED[: len(EDITED) // 2], "beskadiget"),
    "a damaged slide": (damaged(), "beskadiget"),
    "broken XML": (with_change(SLIDE, lambda xml: xml[:-9]), "beskadiget"),
    "definitions in XML": (with_change(SLIDE, laughing), "beskadiget"),
    "shapes without properties": (with_change(SLIDE, thinned), "beskadiget"),
    "a broken state": (with_change(STATE, lambda xml: xml.replace(b"p:cSld", b"p:cSl")), "beskadiget"),
    "no content types": (without(r"\[Content"), "beskadiget"),
    "no presentation": (without(r"ppt/presentation\.xml"), "beskadiget"),
    "a slide is missing": (without(SLIDE), "beskadiget"),
    "a slide that no type is given for": (
        with_change(
            r"\[Content_Types\]\.xml",
            lambda xml: re.sub(rb'<Override PartName="/ppt/slides/slide5.xml"[^>]*/>', b"", xml),
        ),
        "beskadiget",
    ),
    "a slide in no list": (
        with_change(r"ppt/presentation\.xml", lambda xml: re.sub(rb"<p:sldId [^>]*/>", b"", xml, count=1)),
        "beskadiget",
    ),
    "a slide without number": (
        with_change(
            r"ppt/presentation\.xml", lambda xml: re.sub(rb'(<p:sldId) id="\d+"', rb"\1", xml, count=1)
        ),
        "beskadiget",
    ),
    "a layout outside the file": (
        with_change(
            r"ppt/slides/_rels/slide5\.xml\.rels",
            lambda xml: xml.replace(b'slideLayout" ', b'slideLayout" TargetMode="External" '),
        ),
        "beskadiget",
    ),
    "a relationship twice": (
        with_change(
            r"ppt/slides/_rels/slide5\.xml\.rels",
            lambda xml: re.sub(rb"(<Relationship [^>]*/>)", rb"\1\1", xml, count=1),
        ),
        "beskadiget",
    ),
    "a relationship to nowhere": (
        with_change(
            r"ppt/slides/_rels/slide5\.xml\.rels", lambda xml: re.sub(rb' Target="[^"]*"', b"", xml, count=1)
        ),
        "beskadiget",
    ),
    "a name for what is not there": (
        with_change(SLIDE, lambda xml: re.sub(rb'<p:tags r:id="rId\d+"', b'<p:tags r:id="rId99"', xml)),
        "beskadiget",
    ),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
    "encrypted entries": (locked(), "adgangskode"),
    "the old format": (OLE + "PowerPoint Document".encode("utf-16-le"), "gamle format"),
    "macros by content": (with_part("ppt/vbaProject.bin", b"\0" * 40), "makroer"),
    "macros by type": (
        with_change(
            r"\[Content_Types\]\.xml",
            lambda xml: xml.replace(
                b"application/vnd.openxmlformats-officedocument." + MAIN,
                b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
            ),
        ),
        "makroer",
    ),
    "a Word document": (
        with_change(
            r"\[Content_Types\]\.xml", lambda x: x.replace(MAIN, b"wordprocessingml.document.main+xml")
        ),
        "ikke en PowerPoint-præsentation",
    ),
    "somebody else's": (someone_elses(), "ikke lavet af holdslides"),
    "a newer format": (
        with_change(STATE, lambda xml: xml.replace(b'format="1"', b'format="3"')),
        "nyere udgave",
    ),
    "a newer version": (
        with_change(STATE, lambda xml: re.sub(rb'version="\d[^"]*" deck', b'version="99.1.0" deck', xml)),
        "nyere udgave af holdslides (99.1.0)",
    ),
    "Strict Open XML": (
        with_change(
            r"_rels/\.rels",
            lambda xml: xml.replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            ),
        ),
        "Strict Open XML",
    ),
}


def refused(path: Path) -> str:
    with pytest.raises(FileError) as error:
        update_files([(Target(DECK, path), NEW)])
    (problem,) = error.value.problems
    assert problem.place is not None
    assert problem.place.file == str(path)
    assert "\n" not in str(problem)
    return str(problem)


@pytest.mark.parametrize(("data", "words"), CASES.values(), ids=CASES)
def test_a_file_that_cannot_be_updated_is_refused_and_left_alone(
    tmp_path: Path, data: bytes, words: str
) -> None:
    path = tmp_path / "laenderyg-1.pptx"
    path.write_bytes(data)
    assert words in refused(path)
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_that_only_does_something_harms_nothing(tmp_path: Path) -> None:
    """PowerPoint writes r:id="" for an action such as going to the next slide."""
    path = tmp_path / "laenderyg-1.pptx"
    click = b'<a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/>'
    path.write_bytes(
        with_change(
            SLIDE, lambda xml: re.sub(rb"(<p:cNvPr [^>]*)/>", rb"\1>" + click + b"</p:cNvPr>", xml, count=1)
        )
    )
    update_files([(Target(DECK, path), NEW)])
    assert check_package(path) == []


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_unusual_packing_is_broken_and_counts_as_edited(tmp_path: Path, packing: int) -> None:
    """What bz2 stumbles on is an OSError, and yet nothing that the disk did; lzma has an error of its own."""
    path = tmp_path / "laenderyg-1.pptx"
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, part in parts_of(EDITED).items():
            archive.writestr(name, part)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        for name in ("customXml/item1.xml", "ppt/slides/slide5.xml"):
            entry = archive.getinfo(name)
            middle = entry.header_offset + 30 + len(name) + entry.compress_size // 2
            data[middle : middle + 40] = bytes(40)
    path.write_bytes(data)
    assert was_edited(path)
    assert "beskadiget" in refused(path)


def test_a_presentation_that_says_no_size_of_notes_is_updated(tmp_path: Path) -> None:
    """The standard demands it, and not every program writes it."""
    path = tmp_path / "laenderyg-1.pptx"
    path.write_bytes(
        with_change(
            r"ppt/presentation\.xml",
            lambda xml: re.sub(rb"<p:notesSz[^>]*/>|<p:custShowLst>.*</p:custShowLst>", b"", xml),
        )
    )
    update_files([(Target(DECK, path), NEW)])
    assert check_package(path) == []


def test_a_file_without_slides_is_updated(tmp_path: Path) -> None:
    """She has deleted them all; what is new comes, the rest stays away."""
    path = tmp_path / "laenderyg-1.pptx"
    presentation = edits.opened(BASE)
    while len(presentation.slides):
        edits.delete(presentation, 0)
    listed = presentation.slides._sldIdLst
    listed.getparent().remove(listed)
    path.write_bytes(edits.saved(presentation))
    more = replace(decks.every_kind()[2], id="proeve/ny", headline=decks.text("Helt nyt"))
    deck = decks.deck((*decks.every_kind(), more))
    update_files([(Target(deck, path), write_deck(deck, LAYOUTS, THEME, draw=decks.draw))])
    assert check_package(path) == []
    assert [slide.shapes.title.text for slide in edits.opened(path.read_bytes()).slides] == ["Helt nyt"]


def bomb(entries: int, size: int, name: str) -> bytes:
    """A small file that unpacks to a large one."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for number in range(entries):
            with archive.open(f"{name}{number}.xml", "w") as entry:
                for _ in range(size):
                    entry.write(bytes(1 << 20))
    return stream.getvalue()


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "laenderyg-1.pptx"
    path.write_bytes(bomb(3, 60, "ppt/slides/slide"))
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("it is unpacked"))
    assert "for stor, når den pakkes ud" in refused(path)


@pytest.mark.parametrize("limit", ["MOST_GROWTH", "MOST_XML", "MOST_PARTS"])
def test_every_limit_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    path = tmp_path / "laenderyg-1.pptx"
    path.write_bytes(EDITED)
    monkeypatch.setattr(zip_limits, limit, 10)
    assert "for stor" in refused(path)


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "laenderyg-1.pptx"
    data = bytearray(EDITED)
    at = EDITED.index(b"ppt/slides/slide5.xml", EDITED.index(b"PK\x01\x02")) - 46
    struct.pack_into("<I", data, at + 24, 10)
    path.write_bytes(data)
    assert "beskadiget" in refused(path)


def test_what_is_wrong_with_several_files_is_said_at_once(tmp_path: Path) -> None:
    first, second, third = (tmp_path / f"{n}.pptx" for n in (1, 2, 3))
    first.write_bytes(b"nej")
    second.write_bytes(EDITED)
    third.write_bytes(CASES["a newer version"][0])
    with pytest.raises(FileError) as error:
        update_files([(Target(DECK, path), NEW) for path in (first, second, third)])
    assert len(error.value.problems) == 2
    assert second.read_bytes() == EDITED, "no file is written when one of them cannot be"
