"""The clinic's own slides in a deck: what is carried over, what stays behind, and files that are refused."""

from __future__ import annotations

import re
import time
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import decks
import pytest
from lxml import etree
from own_presentations import presentation, with_part
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from holdslides import zip_limits
from holdslides.deck import Deck
from holdslides.fit import check_deck
from holdslides.folders import Folders
from holdslides.own_deck import read_own_deck
from holdslides.pages import Notes, OwnSlide
from holdslides.pptx_file.own_tables import bring_styles
from holdslides.pptx_file.package import Part
from holdslides.pptx_file.package_check import check_package
from holdslides.pptx_file.write import write_deck
from holdslides.problems import ContentError, Place
from holdslides.texts import Run, Text
from holdslides.theme import load_layouts, load_theme

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
PLACE = Place("klinik.yaml", 3)
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TITLES = ["Velkommen hos os", "Vores hus", "Åbningstider", "Så mange kom", "Alt muligt"]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return presentation(tmp_path_factory.mktemp("egne") / "vores.pptx")


def slide(path: Path, number: int) -> OwnSlide:
    title = Text(((Run(f"Eget {number}"),),), PLACE)
    return OwnSlide(
        id=f"egne-slides/vores-{number}",
        place=PLACE,
        headline=title,
        notes=Notes(("Sig noget.",), (), (), PLACE),
        file=path,
        number=number,
    )


def deck_with(path: Path, *numbers: int) -> Deck:
    """Our slides with hers in the middle."""
    ours = decks.every_kind()
    return decks.deck((*ours[:3], *(slide(path, n) for n in numbers), *ours[3:]))


@pytest.fixture(scope="module")
def written(own: Path) -> bytes:
    return write_deck(deck_with(own, 1, 2, 3, 4, 5), LAYOUTS, THEME, draw=decks.draw)


@pytest.fixture(scope="module")
def hers(written: bytes) -> list[Any]:
    """The clinic's slides in the deck."""
    return list(Presentation(BytesIO(written)).slides)[3:8]


def kinds(of: Any) -> list[MSO_SHAPE_TYPE]:
    return [shape.shape_type for shape in of.shapes]


# ---- what is carried --------------------------------------------------------------------------------------
def test_the_package_is_whole_and_the_same_every_time(own: Path, written: bytes) -> None:
    assert check_package(written) == []
    assert written == write_deck(deck_with(own, 1, 2, 3, 4, 5), LAYOUTS, THEME, draw=decks.draw)


def test_words_and_notes_are_carried(hers: list[Any]) -> None:
    assert [s.shapes.title.text for s in hers] == TITLES
    assert hers[0].placeholders[1].text == "Vi glæder os til at se dig"
    assert "Sig noget." in hers[0].notes_slide.notes_text_frame.text
    assert hers[0].notes_slide.notes_text_frame.text.endswith("holdslides: egne-slides/vores-1")


def test_pictures_and_links_are_carried(hers: list[Any], own: Path) -> None:
    original = Presentation(str(own)).slides[1]
    pictures = [shape for shape in hers[1].shapes if shape.shape_type is MSO_SHAPE_TYPE.PICTURE]
    before = [shape for shape in original.shapes if shape.shape_type is MSO_SHAPE_TYPE.PICTURE]
    assert [p.image.sha1 for p in pictures] == [p.image.sha1 for p in before]
    assert [(p.left, p.top, p.width) for p in pictures] == [(p.left, p.top, p.width) for p in before]
    run = next(s for s in hers[1].shapes if s.shape_type is MSO_SHAPE_TYPE.TEXT_BOX).text_frame.paragraphs[0]
    assert run.runs[0].hyperlink.address == "https://eksempel.dk"
    assert str(run.runs[0].font.color.rgb) == "7A1F5C"


def test_tables_are_carried(hers: list[Any]) -> None:
    (table,) = [shape.table for shape in hers[2].shapes if shape.has_table]
    assert [cell.text for cell in table.iter_cells()] == ["Mandag", "8-16", "Tirsdag", "8-18"]


STYLE = "{6F1B2C3D-0000-4000-8000-000000000042}"
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
STYLES = (
    f'<a:tblStyleLst xmlns:a="{A}" xmlns:r="{R}" def="{STYLE}">'
    '<a:tblStyle styleId="{11111111-0000-4000-8000-000000000042}" styleName="Ubrugt"/>'
    f'<a:tblStyle styleId="{STYLE}" styleName="Klinikkens"><a:wholeTbl><a:tcTxStyle b="on"/><a:tcStyle>'
    "<a:fill>FILL</a:fill></a:tcStyle></a:wholeTbl></a:tblStyle></a:tblStyleLst>"
)
RED = '<a:solidFill><a:srgbClr val="AA0000"/></a:solidFill>'


def with_style(path: Path, fill: str, used: str = STYLE) -> Path:
    """Her presentation with a table in a style of her own."""
    deck = Presentation(str(presentation(path)))
    for about in deck.slides[2].shapes._spTree.iter(f"{{{A}}}tableStyleId"):
        about.text = used
    deck.save(str(path))
    return with_part(path, "ppt/tableStyles.xml", STYLES.replace("FILL", fill).encode())


def styles_in(data: bytes) -> dict[str | None, str]:
    """The styles of a deck's tables by id, as XML."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        tree = etree.fromstring(archive.read("ppt/tableStyles.xml"))
    return {style.get("styleId"): etree.tostring(style).decode() for style in tree}


def test_the_style_of_a_table_is_carried_and_no_other(tmp_path: Path) -> None:
    path = with_style(tmp_path / "vores.pptx", RED)
    data = write_deck(deck_with(path, 3), LAYOUTS, THEME, draw=decks.draw)
    ours = set(styles_in(write_deck(decks.deck(), LAYOUTS, THEME, draw=decks.draw)))
    styles = styles_in(data)
    assert set(styles) == ours | {STYLE}
    assert "AA0000" in styles[STYLE]
    assert check_package(data) == []
    assert set(styles_in(write_deck(deck_with(path, 1, 2), LAYOUTS, THEME, draw=decks.draw))) == ours


def test_of_two_presentations_with_one_style_it_is_carried_once(tmp_path: Path) -> None:
    paths = [with_style(tmp_path / f"{name}.pptx", RED) for name in ("en", "to")]
    slides = [replace(slide(path, 3), id=f"egne-slides/{path.stem}-3") for path in paths]
    data = write_deck(decks.deck((*decks.every_kind(), *slides)), LAYOUTS, THEME, draw=decks.draw)
    assert list(styles_in(data)).count(STYLE) == 1
    assert check_package(data) == []


@pytest.mark.parametrize(
    ("fill", "used"),
    [
        ('<a:blipFill><a:blip r:embed="rId9"/></a:blipFill>', STYLE),  # a picture that does not come along
        (RED, NO_STYLE),  # one that PowerPoint knows by itself
    ],
)
def test_a_style_that_is_not_whole_or_not_said_is_left(tmp_path: Path, fill: str, used: str) -> None:
    path = with_style(tmp_path / "vores.pptx", fill, used)
    data = write_deck(deck_with(path, 3), LAYOUTS, THEME, draw=decks.draw)
    assert STYLE not in styles_in(data)
    assert check_package(data) == []
    with_part(path, "ppt/tableStyles.xml", b"<broken")
    assert STYLE not in styles_in(write_deck(deck_with(path, 3), LAYOUTS, THEME, draw=decks.draw))


def test_a_deck_without_styles_of_tables_gets_a_list_of_them(tmp_path: Path) -> None:
    deck = read_own_deck(with_style(tmp_path / "vores.pptx", RED), PLACE)
    presentation = Part("/ppt/presentation.xml", "")
    bring_styles(presentation, {NO_STYLE: deck})
    assert presentation.ties == {}
    bring_styles(presentation, {STYLE: deck})
    (tie,) = presentation.ties.values()
    assert tie.kind == "tableStyles"
    assert isinstance(tie.target, Part)
    assert [style.get("styleId") for style in etree.fromstring(tie.target.blob)] == [STYLE]


def test_charts_are_carried_with_their_numbers(hers: list[Any]) -> None:
    (chart,) = [shape.chart for shape in hers[3].shapes if shape.has_chart]
    assert [(series.name, tuple(series.values)) for series in chart.plots[0].series] == [
        ("Deltagere", (12.0, 19.0))
    ]
    workbook = chart.part.chart_workbook.xlsx_part
    with zipfile.ZipFile(BytesIO(workbook.blob)) as archive:
        assert "xl/workbook.xml" in archive.namelist()


def test_each_slide_keeps_its_layout_and_only_those_come_along(written: bytes, own: Path) -> None:
    deck = Presentation(BytesIO(written))
    ours, theirs = deck.slide_masters
    assert len(ours.slide_layouts) == len(LAYOUTS.by_id)
    assert [layout.name for layout in theirs.slide_layouts] == ["Title and Content", "Title Only"]
    assert [s.slide_layout.name for s in list(deck.slides)[3:5]] == ["Title and Content", "Title Only"]
    ids = [e.get("id") for m in deck.slide_masters for e in m._element.iter() if e.tag.endswith("LayoutId")]
    ids += [e.get("id") for e in deck.part._element.iter() if e.tag.endswith("}sldMasterId")]
    assert len(ids) == len(set(ids))


def test_what_two_slides_share_is_carried_once(written: bytes, own: Path) -> None:
    with zipfile.ZipFile(BytesIO(written)) as archive:
        names = archive.namelist()
    assert sum(name.startswith("ppt/slideMasters/slideMaster") for name in names) == 2
    assert sum(name.endswith(".png") for name in names) == 1  # twice on the slide, and under the video


def test_two_presentations_each_bring_their_own_master(own: Path, tmp_path: Path) -> None:
    other = presentation(tmp_path / "vores.pptx")
    deck = decks.deck((*decks.every_kind(), slide(own, 1), replace(slide(other, 1), id="egne-slides/to-1")))
    data = write_deck(deck, LAYOUTS, THEME, draw=decks.draw)
    assert check_package(data) == []
    assert len(Presentation(BytesIO(data)).slide_masters) == 3


def test_sections_and_language_hold_for_them_too(written: bytes, hers: list[Any]) -> None:
    for own_slide in hers:
        runs = own_slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r")
        assert all(run.rPr.get("lang") for run in runs)
    long = replace(slide(Path("x"), 1), headline=Text(((Run("Meget lang " * 40),),), PLACE))
    assert check_deck(decks.deck((long,)), LAYOUTS, THEME) == []  # how it fits is her own affair


def test_they_open_in_libreoffice(written: bytes, tmp_path: Path, soffice_pdf: Any) -> None:
    path = tmp_path / "blandet.pptx"
    path.write_bytes(written)
    from pypdf import PdfReader

    pages = PdfReader(soffice_pdf(path)).pages
    assert len(pages) == len(decks.every_kind()) + 5
    words = [" ".join(page.extract_text().split()) for page in pages[3:8]]
    assert all(title in text for title, text in zip(TITLES, words, strict=True))
    assert "Tirsdag" in words[2]
    assert "Deltagere" in words[3]


# ---- what stays behind ------------------------------------------------------------------------------------
def test_what_cannot_be_carried_is_named(own: Path) -> None:
    pages = read_own_deck(own, PLACE).pages
    assert [page.title for page in pages] == TITLES
    assert pages[0].notes == ("Sig, hvem du er.", "Vis, hvor toilettet er.")
    assert [page.left_behind for page in pages[:4]] == [()] * 4
    assert pages[4].left_behind == (
        "en video",
        "et indsat dokument (billedet af det er med)",
        "en SmartArt-figur",
        "et link til et andet slide",
    )


def test_what_cannot_be_carried_leaves_its_picture_and_no_loose_end(written: bytes, hers: list[Any]) -> None:
    shapes = list(hers[4].shapes)
    assert kinds(hers[4]).count(MSO_SHAPE_TYPE.PICTURE) == 2  # of the video and of the document
    assert not any(shape.name == "SmartArt" for shape in shapes)
    assert len({shape.shape_id for shape in shapes}) == len(shapes)
    xml = hers[4].part.blob.decode()
    assert not any(
        word in xml for word in ("videoFile", "p14:media", "oleObj", "dgm:", "hlinksldjump", "timing")
    )
    with zipfile.ZipFile(BytesIO(written)) as archive:
        names = " ".join(archive.namelist())
    assert not any(word in names for word in ("diagram", "mp4", "oleObject", ".bin"))


# ---- files that are refused -------------------------------------------------------------------------------
def refused(path: Path) -> str:
    with pytest.raises(ContentError) as error:
        read_own_deck(path, PLACE)
    (problem,) = error.value.problems
    assert problem.place == PLACE
    assert "\n" not in str(problem)
    return str(problem)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "er gået i stykker"),
        (b"ikke en pptx", "er gået i stykker"),
        (b"PK\x03\x04" + bytes(200), "er gået i stykker"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "er låst med en adgangskode"),
    ],
)
def test_files_that_are_no_presentation(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "fil.pptx"
    path.write_bytes(data)
    assert said in refused(path)
    assert "findes ikke" in refused(tmp_path / "nej.pptx")
    assert "kan ikke læses" in refused(tmp_path)


def test_a_cut_or_scrambled_file_is_refused(own: Path, tmp_path: Path) -> None:
    data, path = own.read_bytes(), tmp_path / "vores.pptx"
    path.write_bytes(data[: len(data) // 2])
    assert "er gået i stykker" in refused(path)
    middle = data.index(b"ppt/slides/slide1.xml") + 40
    path.write_bytes(data[:middle] + bytes(60) + data[middle + 60 :])
    assert "er gået i stykker" in refused(path)


def test_a_workbook_called_pptx_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ark.pptx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert "er gået i stykker" in refused(path)


def test_macros_are_refused(own: Path, tmp_path: Path) -> None:
    path = tmp_path / "vores.pptx"
    path.write_bytes(own.read_bytes())
    assert "indeholder makroer" in refused(with_part(path, "ppt/vbaProject.bin", b"x"))
    path.write_bytes(own.read_bytes())
    old = b"presentationml.presentation.main+xml"
    renamed = b"presentation.macroEnabled.main+xml"
    assert "indeholder makroer" in refused(with_part(path, "x.txt", b"x", {old: renamed}))


def test_a_zip_bomb_is_refused_unread(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "vores.pptx"
    path.write_bytes(own.read_bytes())
    with_part(path, "ppt/media/bombe.png", bytes(30_000_000))
    assert path.stat().st_size < 200_000
    monkeypatch.setattr(zip_limits, "MOST_GROWTH", 20_000_000)
    assert "fylder alt for meget" in refused(path)
    path.write_bytes(own.read_bytes())
    with_part(path, "ppt/slides/slide9.xml", b"<a>" + b" " * zip_limits.MOST_XML)
    assert "fylder alt for meget" in refused(path)


def test_entities_are_refused(own: Path, tmp_path: Path) -> None:
    path = tmp_path / "vores.pptx"
    path.write_bytes(own.read_bytes())
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccc">]><a>&b;</a>'
    assert "en PowerPoint-fil ikke må have" in refused(with_part(path, "customXml/item9.xml", bomb))


def test_deeply_nested_xml_does_no_harm(own: Path, tmp_path: Path) -> None:
    path = tmp_path / "vores.pptx"
    path.write_bytes(own.read_bytes())
    deep = b"<a>" * 200_000 + b"</a>" * 200_000
    with_part(path, "customXml/item9.xml", deep)
    assert len(read_own_deck(path, PLACE).pages) == 5
    with_part(path, "ppt/slides/slide1.xml", deep)
    with pytest.raises(ContentError, match="er gået i stykker"):
        write_deck(deck_with(path, 1), LAYOUTS, THEME, draw=decks.draw)


def test_a_part_that_is_missing_is_refused(own: Path, tmp_path: Path) -> None:
    path = tmp_path / "vores.pptx"
    with zipfile.ZipFile(own) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            if not name.startswith("ppt/media/"):
                new.writestr(name, old.read(name))
    with pytest.raises(ContentError, match=r"klinik\.yaml:3: .* er gået i stykker"):
        write_deck(deck_with(path, 2), LAYOUTS, THEME, draw=decks.draw)


def changed(own: Path, path: Path, part: str, pattern: bytes, new: bytes) -> Path:
    """The presentation with something replaced in one part."""
    with zipfile.ZipFile(own) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part], times = re.subn(pattern, new, parts[part], count=1)
    assert times
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


RELATIONS = "ppt/slides/_rels/slide4.xml.rels"


@pytest.mark.parametrize(
    ("part", "pattern", "new"),
    [
        (RELATIONS, rb'slideLayout" ', b'slideLayout" TargetMode="External" '),
        (RELATIONS, rb"relationships/slideLayout", b"relationships/x"),
        (RELATIONS, rb"(<Relationship [^>]*/>)", rb"\1\1"),
        ("[Content_Types].xml", rb'<Override PartName="/ppt/charts/chart[^"]*"[^>]*/>', b""),
        ("[Content_Types].xml", rb'<Override PartName="/ppt/slides/slide4.xml"[^>]*/>', b""),
    ],
    ids=["layout outside", "no layout", "one id twice", "chart of no type", "slide of no type"],
)
def test_a_slide_that_does_not_hold_together_is_refused(
    own: Path, tmp_path: Path, part: str, pattern: bytes, new: bytes
) -> None:
    path = changed(own, tmp_path / "vores.pptx", part, pattern, new)
    with pytest.raises(ContentError, match=r"klinik\.yaml:3: .* er gået i stykker"):
        write_deck(deck_with(path, 4), LAYOUTS, THEME, draw=decks.draw)


def test_what_names_a_missing_relationship_is_left_behind(own: Path, tmp_path: Path) -> None:
    path = changed(
        own, tmp_path / "vores.pptx", "ppt/slides/slide2.xml", rb'r:embed="rId\d+"', b'r:embed="rId99"'
    )
    data = write_deck(deck_with(path, 2), LAYOUTS, THEME, draw=decks.draw)
    assert check_package(data) == []
    pictures = [
        s for s in Presentation(BytesIO(data)).slides[3].shapes if s.shape_type is MSO_SHAPE_TYPE.PICTURE
    ]
    assert len(pictures) == 1


def test_a_layout_named_beside_its_list_is_named_no_more(own: Path, tmp_path: Path) -> None:
    part = "ppt/slideMasters/slideMaster1.xml"
    path = changed(
        own, tmp_path / "vores.pptx", part, rb"<p:sldLayoutIdLst>(<p:sldLayoutId [^>]*/>)", rb"\1\g<0>"
    )
    assert check_package(write_deck(deck_with(path, 1), LAYOUTS, THEME, draw=decks.draw)) == []


def test_a_great_many_attributes_take_no_time(own: Path, tmp_path: Path) -> None:
    many = b" ".join(b'a%d="1"' % number for number in range(20_000))
    path = changed(
        own, tmp_path / "vores.pptx", "ppt/theme/theme1.xml", rb"<a:theme ", b"<a:theme " + many + b" "
    )
    start = time.process_time()
    write_deck(deck_with(path, 1), LAYOUTS, THEME, draw=decks.draw)
    assert time.process_time() - start < 2


def test_a_master_that_maps_no_colours_is_refused(own: Path, tmp_path: Path) -> None:
    """The list of layouts has no place there then; the master is only finished when every slide is carried."""
    master = "ppt/slideMasters/slideMaster1.xml"
    path = changed(own, tmp_path / "a.pptx", master, rb"<p:sldLayoutIdLst>.*?</p:sldLayoutIdLst>", b"")
    path = changed(path, tmp_path / "b.pptx", master, rb"<p:clrMap [^>]*/>", b"")
    with pytest.raises(ContentError, match=r"klinik\.yaml:3: .* er gået i stykker"):
        write_deck(deck_with(path, 1), LAYOUTS, THEME, draw=decks.draw)
