"""What a written deck consists of, part by part."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import decks
import pytest
from lxml import etree
from pptx import Presentation

from holdslides.folders import Folders
from holdslides.pages import LAYOUT_OF, StatementSlide
from holdslides.pptx_file.names import NOTES_ID, PLACEHOLDERS, SHORT_SHOW
from holdslides.pptx_file.notes import notes_parts
from holdslides.pptx_file.package_check import check_package
from holdslides.pptx_file.write import write_deck
from holdslides.texts import Run, Text
from holdslides.theme import load_layouts, load_theme

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}


def written(**changes: Any) -> bytes:
    return write_deck(decks.deck(**changes), LAYOUTS, THEME, draw=decks.draw)


@pytest.fixture(scope="module")
def data() -> bytes:
    return written()


@pytest.fixture(scope="module")
def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def slide_number(kind: str) -> int:
    return [LAYOUT_OF[type(slide)] for slide in decks.every_kind()].index(kind) + 1


def slide(parts: dict[str, bytes], kind: str) -> Any:
    return etree.fromstring(parts[f"ppt/slides/slide{slide_number(kind)}.xml"])


def names(tree: Any) -> list[str]:
    """The names of what stands on a slide, in reading order."""
    return [str(e.get("name")) for e in tree.xpath("p:cSld/p:spTree/*/*[1]/p:cNvPr", namespaces=NS)]


def test_the_same_deck_gives_the_same_bytes(data: bytes) -> None:
    assert written() == data


def test_the_package_has_nothing_to_complain_of(data: bytes) -> None:
    assert check_package(data) == []


def test_every_part_is_reachable_and_opens_in_python_pptx(data: bytes) -> None:
    deck = Presentation(BytesIO(data))
    assert [s.slide_layout.name for s in deck.slides] == [
        LAYOUTS.by_id[LAYOUT_OF[type(s)]].name for s in decks.every_kind()
    ]
    assert [s.shapes.title.text_frame.text for s in deck.slides] == [
        s.headline.plain for s in decks.every_kind()
    ]
    assert (deck.slide_width.pt, deck.slide_height.pt) == (960, 540)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("statement", ["Overskrift", "Tekst", "Slidenummer", "Sidefod"]),
        ("side", ["Overskrift", "Tekst", "Prøvefigur", "Slidenummer", "Sidefod"]),
        ("question", ["Overskrift", "Aktivitet", "Spørgsmål", "Prøvefigur", "Slidenummer", "Sidefod"]),
        ("table", ["Overskrift", "Tabel", "Slidenummer", "Sidefod"]),
    ],
)
def test_reading_order_is_title_then_words_then_picture_then_footer(
    parts: dict[str, bytes], kind: str, expected: list[str]
) -> None:
    assert names(slide(parts, kind)) == expected


def test_a_picture_that_reaches_under_the_words_is_drawn_before_them(parts: dict[str, bytes]) -> None:
    assert names(slide(parts, "title")) == [
        "Prøvefigur", "Overskrift", "Streg", "Undertitel", "Klinik",
    ]  # fmt: skip


def test_each_point_to_remember_follows_its_number(parts: dict[str, bytes]) -> None:
    assert names(slide(parts, "summary"))[1:7] == ["Tal 1", "Punkt 1", "Tal 2", "Punkt 2", "Tal 3", "Punkt 3"]


def test_placeholders_inherit_place_and_size_unless_fit_chose_otherwise(parts: dict[str, bytes]) -> None:
    tree = slide(parts, "statement")
    title, body = tree.xpath("//p:sp[p:nvSpPr/p:nvPr/p:ph]", namespaces=NS)[:2]
    assert title.find("p:spPr/a:xfrm", NS) is None
    assert title.find(".//a:rPr", NS).get("sz") is None
    assert body.find("p:spPr/a:xfrm", NS) is not None, "the body follows the title, which is one line high"


def test_a_text_that_needs_a_smaller_size_says_so_on_every_run() -> None:
    long = decks.text(
        "En meget lang overskrift, der slet ikke kan stå i den største skrift på sine tre linjer"
    )
    slides = (
        StatementSlide(id="a/b", place=decks.PLACE, headline=long, notes=decks.notes(), body=decks.text("")),
    )
    with zipfile.ZipFile(BytesIO(written(slides=slides))) as archive:
        tree = etree.fromstring(archive.read("ppt/slides/slide1.xml"))
    title = tree.find(".//p:sp", NS)
    sizes = {e.get("sz") for tag in ("rPr", "endParaRPr") for e in title.iter(f"{{{NS['a']}}}{tag}")}
    assert len(sizes) == 1
    assert int(sizes.pop()) / 100 in LAYOUTS.by_id["statement"].boxes["title"].sizes[1:]


def test_every_run_and_paragraph_end_is_danish(parts: dict[str, bytes]) -> None:
    for name, xml in parts.items():
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notes")):
            tags = re.findall(rb"<a:(?:rPr|endParaRPr)[^>]*>", xml)
            assert tags
            assert all(b'lang="da-DK"' in tag for tag in tags), name


def test_nothing_shrinks_by_itself(parts: dict[str, bytes]) -> None:
    assert not any(b"normAutofit" in xml for xml in parts.values())


def test_a_figure_is_one_named_group_with_an_alt_text(parts: dict[str, bytes]) -> None:
    for kind in ("title", "section", "side", "wide", "question", "exercise", "summary", "safety"):
        figure = slide(parts, kind).xpath(
            "p:cSld/p:spTree/p:grpSp[*/p:cNvPr/@name='Prøvefigur']", namespaces=NS
        )
        assert len(figure) == 1
        about = figure[0].find("p:nvGrpSpPr/p:cNvPr", NS)
        assert about.get("descr") == ("En anden beskrivelse." if kind == "side" else decks.ALT)
        inner = [e.get("name") for e in figure[0].xpath(".//p:grpSp/p:nvGrpSpPr/p:cNvPr", namespaces=NS)]
        assert inner == ["Person", "Arm"]


def test_shapes_inside_a_figure_are_decoration_and_have_own_ids(parts: dict[str, bytes]) -> None:
    tree = slide(parts, "wide")
    inner = tree.xpath("//p:grpSp//*[self::p:sp or self::p:cxnSp][not(p:txBody)]/*[1]/p:cNvPr", namespaces=NS)
    assert len(inner) == 6
    assert all(e.find(".//adec:decorative", NS).get("val") == "1" for e in inner)
    ids = [e.get("id") for e in tree.iter(f"{{{NS['p']}}}cNvPr")]
    assert len(ids) == len(set(ids))


def test_every_shape_becomes_its_native_kind(parts: dict[str, bytes]) -> None:
    figure = slide(parts, "wide").find(".//p:grpSp", NS)
    assert figure.xpath(".//a:prstGeom/@prst", namespaces=NS) == [
        "rect",
        "ellipse",
        "roundRect",
        "line",
        "rect",
    ]
    assert len(figure.xpath(".//a:custGeom", namespaces=NS)) == 2
    assert len(figure.xpath(".//a:cubicBezTo/a:pt", namespaces=NS)) == 3
    line = figure.find(".//p:cxnSp", NS)
    transform = line.find("p:spPr/a:xfrm", NS)
    assert (transform.get("flipH"), transform.get("flipV")) == ("1", "1")
    assert line.find(".//a:tailEnd", NS).get("type") == "triangle"
    assert line.find(".//a:custDash/a:ds", NS).attrib == {"d": "300000", "sp": "266667"}


def test_a_label_is_a_text_box_of_its_own_size_without_insets(parts: dict[str, bytes]) -> None:
    label = slide(parts, "wide").xpath("//p:sp[p:nvSpPr/p:cNvSpPr/@txBox]", namespaces=NS)[0]
    assert label.find("p:nvSpPr/p:cNvPr", NS).get("name") == "Tekst: følsom & rask alarm"
    body = label.find("p:txBody/a:bodyPr", NS)
    assert body.get("wrap") == "none"
    assert {body.get(side) for side in ("lIns", "tIns", "rIns", "bIns")} == {"0"}
    assert label.xpath("p:txBody//a:t/text()", namespaces=NS) == ["følsom & rask", "alarm"]
    assert {e.get("sz") for e in label.iter(f"{{{NS['a']}}}rPr")} == {"2000"}
    assert label.find(".//a:pPr", NS).get("algn") == "ctr"


def test_groups_are_as_large_as_what_is_in_them(parts: dict[str, bytes]) -> None:
    for group in slide(parts, "wide").iter(f"{{{NS['p']}}}grpSp"):
        box = group.find("p:grpSpPr/a:xfrm", NS)
        x, y = (int(box.find("a:off", NS).get(k)) for k in "xy")
        w, h = (int(box.find("a:ext", NS).get(k)) for k in ("cx", "cy"))
        assert box.find("a:chOff", NS).attrib == box.find("a:off", NS).attrib
        assert box.find("a:chExt", NS).attrib == box.find("a:ext", NS).attrib
        for child in group.xpath("*/*/a:xfrm", namespaces=NS):
            cx, cy = (int(child.find("a:off", NS).get(k)) for k in "xy")
            assert x <= cx + 127
            assert y <= cy + 127
            assert cx + int(child.find("a:ext", NS).get("cx")) <= x + w + 254
            assert cy + int(child.find("a:ext", NS).get("cy")) <= y + h + 254


def test_the_badge_says_type_and_minutes_in_words(parts: dict[str, bytes]) -> None:
    badge = slide(parts, "exercise").xpath("//p:grpSp[*/p:cNvPr/@name='Aktivitet']", namespaces=NS)[0]
    assert badge.xpath(".//a:t/text()", namespaces=NS) == ["Øvelse", "2½ min"]
    assert badge.find("p:nvGrpSpPr/p:cNvPr", NS).get("descr") == "Aktivitet: Øvelse, 2½ min."
    assert badge.xpath(".//p:grpSp/p:nvGrpSpPr/p:cNvPr/@name", namespaces=NS) == ["Ikon", "Ur"]


def test_a_table_is_native_with_a_header_row(parts: dict[str, bytes]) -> None:
    frame = slide(parts, "table").find(".//p:graphicFrame", NS)
    assert frame.find(".//p:ph", NS).get("idx") == str(PLACEHOLDERS["table"].idx)
    table = frame.find(".//a:tbl", NS)
    assert table.find("a:tblPr", NS).get("firstRow") == "1"
    assert [row.xpath(".//a:t/text()", namespaces=NS) for row in table.iter(f"{{{NS['a']}}}tr")] == [
        ["Når", "Så"], ["Grønt", "Fortsæt som planlagt."], ["Rødt", "Skru ned i morgen."],
    ]  # fmt: skip
    assert frame.find("p:nvGraphicFramePr/p:cNvPr", NS).get("descr") == "Tabel med kolonnerne Når, Så."


def test_footers_are_placeholders_and_the_number_is_a_field(parts: dict[str, bytes]) -> None:
    tree = slide(parts, "side")
    footer, number = (
        tree.xpath(f"//p:sp[*/*/p:ph/@type='{t}']", namespaces=NS)[0] for t in ("ftr", "sldNum")
    )
    assert footer.xpath(".//a:t/text()", namespaces=NS) == ["Fysioterapien Solbakken  ·  Alarmen"]
    assert number.find(".//a:fld", NS).get("type") == "slidenum"
    assert number.xpath(".//a:t/text()", namespaces=NS) == [str(slide_number("side"))]
    assert not slide(parts, "title").xpath("//p:ph[@type='ftr']", namespaces=NS)


def test_links_work_and_control_characters_do_no_harm() -> None:
    body = Text(((Run("Læs mere\x07 & se "), Run("her", link="https://example.org/?a=1&b=2")),), decks.PLACE)
    slides = (
        StatementSlide(
            id="a/b", place=decks.PLACE, headline=decks.text("<Hej>"), notes=decks.notes(), body=body
        ),
    )
    data = written(slides=slides, title='Ryg & "hverdag"')
    assert check_package(data) == []
    shape = Presentation(BytesIO(data)).slides[0].placeholders[PLACEHOLDERS["body"].idx]
    runs = shape.text_frame.paragraphs[0].runs
    assert [r.text for r in runs] == ["Læs mere & se ", "her"]
    assert runs[1].hyperlink.address == "https://example.org/?a=1&b=2"


def test_each_block_is_a_section_and_the_short_show_has_what_may_not_go(parts: dict[str, bytes]) -> None:
    tree = etree.fromstring(parts["ppt/presentation.xml"])
    sections = tree.findall(".//p14:section", NS)
    assert [s.get("name") for s in sections] == ["Alarmen", "Hverdagen"]
    assert [len(s.findall(".//p14:sldId", NS)) for s in sections] == [5, 6]
    show = tree.find("p:custShowLst/p:custShow", NS)
    assert show.get("name") == SHORT_SHOW
    rels = {
        str(e.get("Id")): str(e.get("Target"))
        for e in etree.fromstring(parts["ppt/_rels/presentation.xml.rels"])
    }
    shown = [rels[e.get(f"{{{NS['r']}}}id")] for e in show.iter(f"{{{NS['p']}}}sld")]
    kept = [n for n, s in enumerate(decks.every_kind(), 1) if not s.droppable]
    assert shown == [f"slides/slide{n}.xml" for n in kept]
    assert not any(b' show="0"' in xml for name, xml in parts.items() if name.startswith("ppt/slides/"))


def test_each_slide_carries_its_id_in_tags_and_notes(data: bytes, parts: dict[str, bytes]) -> None:
    notes = [s.notes_slide.notes_text_frame.text for s in Presentation(BytesIO(data)).slides]
    for number, expected in enumerate(decks.every_kind(), 1):
        rels = parts[f"ppt/slides/_rels/slide{number}.xml.rels"].decode()
        tags = re.search(r"\.\./tags/(tag\d+\.xml)", rels)
        assert tags
        assert f'name="HOLDSLIDES_ID" val="{expected.id}"'.encode() in parts[f"ppt/tags/{tags[1]}"]
        assert notes[number - 1].splitlines()[-1] == NOTES_ID + expected.id


def test_notes_have_labelled_parts_in_order() -> None:
    side, question = decks.every_kind()[3], decks.every_kind()[5]
    assert [part.label for part in notes_parts(side)] == ["Sig", "Gør", "Baggrund", "Kilder"]
    assert [part.label for part in notes_parts(question)] == ["Sig", "Gør", "Baggrund", "Aktivitet"]
    assert notes_parts(side)[-1].paragraphs == (
        "A12 (vist): Smerte kan mærkes, selv om der ikke er skade. – Vejledning, Forstå, linje 12-14",
        "A12 (sagt): Smerte kan mærkes, selv om der ikke er skade. – Vejledning, Forstå, linje 12-14",
    )
    assert notes_parts(question)[-1].paragraphs[0] == "Tal sammen, 3 min."
    assert "Siddende: Bliv siddende." in notes_parts(question)[-1].paragraphs
    assert "Uden at skrive: Sig det højt." in notes_parts(question)[-1].paragraphs


def test_core_properties_name_the_clinic_and_no_person(data: bytes) -> None:
    core = Presentation(BytesIO(data)).core_properties
    assert (core.title, core.author, core.last_modified_by) == (
        "Forstå din smerte", "Fysioterapien Solbakken", "Fysioterapien Solbakken",
    )  # fmt: skip
    assert core.language == "da-DK"
    assert core.created == core.modified
    assert Presentation(BytesIO(written(clinic=""))).core_properties.author == "holdslides"


def test_no_path_of_the_machine_is_in_the_file(parts: dict[str, bytes]) -> None:
    here = str(Path(__file__).resolve().parent.parent).encode()
    assert not any(here in xml for xml in parts.values())
