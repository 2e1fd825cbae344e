"""The package check on decks broken on purpose: each fault is found, and only that."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import decks
import pytest

from holdslides.folders import Folders
from holdslides.pptx_file.package_check import check_package
from holdslides.pptx_file.write import write_deck
from holdslides.theme import load_layouts, load_theme

Parts = dict[str, bytes]
PRESENTATION, SLIDE, MASTER = (
    "ppt/presentation.xml",
    "ppt/slides/slide5.xml",
    "ppt/slideMasters/slideMaster1.xml",
)


@pytest.fixture(scope="module")
def whole() -> Parts:
    data = write_deck(decks.deck(), load_layouts(Folders()), load_theme(Folders()), draw=decks.draw)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts, *more: tuple[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in (*parts.items(), *more):
            archive.writestr(name, data)
    return stream.getvalue()


def swap(part: str, pattern: str, new: str, count: int = 1) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        parts[part], changed = re.subn(
            pattern.encode(), new.encode(), parts[part], count=count, flags=re.DOTALL
        )
        assert changed

    return change


def drop(part: str) -> Callable[[Parts], None]:
    return lambda parts: parts.pop(part) and None


BROKEN: dict[str, tuple[Callable[[Parts], None], str]] = {
    "section names a missing slide": (
        swap(PRESENTATION, r'p14:sldId id="256"', 'p14:sldId id="999"'),
        "section",
    ),
    "slide in no section": (swap(PRESENTATION, r'<p14:sldId id="256"/>', ""), "slide 256 is in 0 sections"),
    "show names a missing slide": (
        swap(PRESENTATION, r'(<p:sldLst>.*?)<p:sld r:id="rId\d+"/>', r'\1<p:sld r:id="rId1"/>'),
        'the show "Kort udgave"',
    ),
    "table with a cell too few": (
        swap("ppt/slides/slide9.xml", r"<a:tc>.*?</a:tc>", ""),
        "row 1 of a table has 1 cells and 2 columns",
    ),
    "no notes master list": (
        swap(PRESENTATION, r"<p:notesMasterIdLst>.*?</p:notesMasterIdLst>", ""),
        "notesMasterIdLst",
    ),
    "no text styles": (swap(MASTER, r"<p:txStyles>.*?</p:txStyles>", ""), "txStyles"),
    "no colour map": (swap(MASTER, r"<p:clrMap [^>]*/>", ""), "clrMap"),
    "placeholder idx twice on a layout": (
        swap("ppt/slideLayouts/slideLayout8.xml", r'idx="24"', 'idx="23"'),
        "placeholder idx 23 is used 2 times",
    ),
    "placeholder idx not on the layout": (
        swap("ppt/slides/slide8.xml", r'idx="24"', 'idx="77"'),
        "placeholder idx 77 is not on",
    ),
    "layout id clash": (
        swap(MASTER, r'sldLayoutId id="2147483650"', 'sldLayoutId id="2147483649"'),
        "is used by 2",
    ),
    "master id too low": (swap(PRESENTATION, r'sldMasterId id="\d+"', 'sldMasterId id="42"'), "below 2^31"),
    "slide id out of range": (swap(PRESENTATION, r'p:sldId id="257"', 'p:sldId id="25"'), "out of range"),
    "slide id twice": (
        swap(PRESENTATION, r'p:sldId id="257"', 'p:sldId id="256"'),
        "slide id 256 is used 2 times",
    ),
    "missing part": (drop("ppt/slides/slide4.xml"), "leads to the missing part ppt/slides/slide4.xml"),
    "relationship that is not there": (
        swap(SLIDE, r'<p:tags r:id="rId\d+"', '<p:tags r:id="rId99"'),
        "rId99 is not among its relationships",
    ),
    "no content type": (
        swap(r"[Content_Types].xml", r'<Override PartName="/ppt/slides/slide3.xml"[^>]*/>', ""),
        "ppt/slides/slide3.xml: no content type",
    ),
    "content type of nothing": (
        swap(r"[Content_Types].xml", r"/ppt/slides/slide3.xml", "/ppt/slides/slide33.xml"),
        "names the missing part ppt/slides/slide33.xml",
    ),
    "slide without a title": (
        swap(SLIDE, r'<p:ph type="title"/>', '<p:ph type="body" idx="1"/>'),
        "no title",
    ),
    "empty title": (swap(SLIDE, r"<a:t>Alarmen kan blive for følsom</a:t>", "<a:t> </a:t>"), "no title"),
    "run without language": (swap(SLIDE, r'<a:rPr lang="da-DK"', "<a:rPr"), "has no language"),
    "paragraph end without language": (
        swap("ppt/notesSlides/notesSlide2.xml", r'<a:endParaRPr lang="da-DK"', "<a:endParaRPr"),
        "the end of a paragraph has no language",
    ),
    "figure without alt text": (swap(SLIDE, r' descr="[^"]*"', ""), 'the group "Prøvefigur" has no alt text'),
    "shape id twice": (swap(SLIDE, r'cNvPr id="3"', 'cNvPr id="2"'), "shape id 2 is used 2 times"),
    "not well-formed": (swap(SLIDE, r"</p:sld>", ""), "not well-formed"),
    "no presentation": (drop(PRESENTATION), "presentation.xml: missing"),
}


def test_a_whole_deck_has_no_findings(whole: Parts, tmp_path: Path) -> None:
    assert check_package(packed(whole)) == []
    (tmp_path / "a.pptx").write_bytes(packed(whole))
    assert check_package(tmp_path / "a.pptx") == []


@pytest.mark.parametrize("name", BROKEN)
def test_each_fault_is_found(whole: Parts, name: str) -> None:
    breaking, expected = BROKEN[name]
    parts = dict(whole)
    breaking(parts)
    findings = check_package(packed(parts))
    assert any(expected in finding for finding in findings), findings


def test_two_parts_of_one_name(whole: Parts) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = packed(whole, (SLIDE, whole[SLIDE]))
    assert any("2 parts of this name" in finding for finding in check_package(data))


def test_a_part_nothing_leads_to(whole: Parts) -> None:
    data = packed(whole, ("ppt/media/image1.png", b""))
    assert "ppt/media/image1.png: no relationship leads to it" in check_package(data)


def test_no_zip_at_all(tmp_path: Path) -> None:
    assert check_package(b"nothing")[0].startswith("not a zip file")
    assert check_package(tmp_path / "none.pptx")[0].startswith("not a zip file")
