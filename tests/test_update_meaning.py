"""What counts as an edit: everything a person changes, and nothing a program does by itself."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import deck_edits as edits
import decks
import pytest
from lxml import etree
from pptx.util import Mm

from holdslides.folders import Folders
from holdslides.pptx_file.deck_file import edit_of, read_slides
from holdslides.pptx_file.looks import kept_look, read_look
from holdslides.pptx_file.read import opened
from holdslides.pptx_file.same_looks import Eyes
from holdslides.pptx_file.settle import settled
from holdslides.pptx_file.state import State, find_state
from holdslides.pptx_file.write import write_deck
from holdslides.theme import load_layouts, load_theme

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
SIDE, WIDE, TABLE = 3, 4, 8
A = edits.A


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_deck(decks.deck(), LAYOUTS, THEME, draw=decks.draw)


@pytest.fixture(scope="module")
def state(data: bytes) -> State:
    return state_of(data)


def state_of(data: bytes) -> State:
    found = find_state(opened(data).parts.items())
    assert found is not None
    return settled(found)


def found_edits(state: State, data: bytes) -> list[str]:
    """What is taken for an edit on each slide."""
    package = opened(data)
    was, now = kept_look(state.look), read_look(package)
    eyes = Eyes(was.palette, now.palette)
    return [edit_of(r, s, eyes) for r, s in zip(state.slides, read_slides(package), strict=True)]


def edited(data: bytes, position: int, edit: Callable[[Any], None]) -> bytes:
    presentation = edits.opened(data)
    edit(presentation.slides[position])
    return edits.saved(presentation)


def test_as_written_nothing_is_edited(state: State, data: bytes) -> None:
    assert not any(found_edits(state, data))


def test_opening_and_saving_is_no_edit(state: State, data: bytes) -> None:
    assert not any(found_edits(state, edits.saved(edits.opened(data))))


def figure(slide: Any) -> Any:
    return next(s for s in slide.shapes if s.shape_type == 6 and s.name == "Prøvefigur")


def leaves(slide: Any) -> list[Any]:
    return [s for s in figure(slide).shapes if s.shape_type != 6]


def animate(slide: Any) -> None:
    slide._element.append(
        etree.fromstring(
            f'<p:timing xmlns:p="{edits.P[1:-1]}"><p:tnLst><p:par><p:cTn id="1" nodeType="tmRoot">'
            '<p:childTnLst><p:par><p:cTn id="2" presetID="10" presetClass="entr"/></p:par></p:childTnLst>'
            "</p:cTn></p:par></p:tnLst></p:timing>"
        )
    )


def comment(slide: Any) -> None:
    part = slide.part
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    xml = f'<p:cmLst xmlns:p="{edits.P[1:-1]}"><p:cm><p:text>Skal vi beholde det?</p:text></p:cm></p:cmLst>'
    type_ = "application/vnd.openxmlformats-officedocument.presentationml.comments+xml"
    part.relate_to(Part(PackURI("/ppt/comments/comment1.xml"), type_, part.package, xml.encode()), kind)


def fade(slide: Any) -> None:
    slide._element.append(
        etree.fromstring(f'<p:transition xmlns:p="{edits.P[1:-1]}"><p:fade/></p:transition>')
    )


def ground(slide: Any) -> None:
    fill = slide.background.fill
    fill.solid()
    fill.fore_color.theme_color = 6


def link(slide: Any) -> None:
    edits.first_text(slide).text_frame.paragraphs[0].runs[0].hyperlink.address = "https://example.org"


def recolour_figure(slide: Any) -> None:
    leaf = leaves(slide)[0]
    leaf.fill.solid()
    leaf.fill.fore_color.rgb = edits.RGBColor(1, 2, 3)


def label_text(slide: Any) -> None:
    label = next(s for s in figure(slide).shapes if s.has_text_frame and s.text_frame.text)
    label.text_frame.paragraphs[0].runs[0].text = "rolig"


def move_leaf(slide: Any) -> None:
    leaves(slide)[0].left += Mm(4)


def move_figure(slide: Any) -> None:
    figure(slide).top -= Mm(5)


def delete_leaf(slide: Any) -> None:
    leaf = leaves(slide)[0]._element
    leaf.getparent().remove(leaf)


def alt_text(slide: Any) -> None:
    figure(slide)._element.find(f"{edits.P}nvGrpSpPr/{edits.P}cNvPr").set("descr", "Noget andet")


def table_of(slide: Any) -> Any:
    return next(s for s in slide.shapes if s.has_table).table


def cell_text(slide: Any) -> None:
    table_of(slide).cell(1, 1).text_frame.paragraphs[0].runs[0].text = "Bliv ved."


def cell_fill(slide: Any) -> None:
    cell = table_of(slide).cell(1, 1)
    cell.fill.solid()
    cell.fill.fore_color.rgb = edits.RGBColor(200, 1, 1)


def add_row(slide: Any) -> None:
    table = table_of(slide)._tbl
    table.append(edits.copy.deepcopy(table.tr_lst[-1]))


def centre(slide: Any) -> None:
    edits.first_text(slide).text_frame.paragraphs[0].alignment = 2


def other_layout(slide: Any) -> None:
    new = slide.part.package.presentation_part.presentation.slide_layouts[9]
    for relation in slide.part.rels.values():
        if relation.reltype.endswith("/slideLayout"):
            relation._target = new.part


EDITS: list[tuple[int, Callable[[Any], None], str]] = [
    (SIDE, edits.change_text, "tekst"),
    (SIDE, edits.change_notes, "noter"),
    (SIDE, edits.make_bold, "formatering"),
    (SIDE, edits.recolour, "formatering"),
    (SIDE, edits.resize_text, "formatering"),
    (SIDE, centre, "formatering"),
    (SIDE, link, "formatering"),
    (SIDE, edits.move_shape, "placering"),
    (SIDE, edits.hide, "skjult"),
    (SIDE, edits.add_picture, "noget er sat ind"),
    (SIDE, edits.add_chart, "noget er sat ind"),
    (SIDE, edits.add_table, "noget er sat ind"),
    (SIDE, edits.add_textbox, "noget er sat ind"),
    (SIDE, animate, "animation"),
    (SIDE, fade, "overgang"),
    (SIDE, comment, "kommentar"),
    (SIDE, ground, "baggrund"),
    (SIDE, other_layout, "layout"),
    (WIDE, recolour_figure, "farver i figuren"),
    (WIDE, label_text, "tekst i figuren"),
    (WIDE, move_leaf, "figuren"),
    (WIDE, move_figure, "placering"),
    (WIDE, delete_leaf, "figuren"),
    (WIDE, alt_text, "beskrivelse af billede"),
    (TABLE, cell_text, "tabellen"),
    (TABLE, cell_fill, "tabellen"),
    (TABLE, add_row, "tabellen"),
]


@pytest.mark.parametrize(("position", "edit", "word"), EDITS, ids=[e[1].__name__ for e in EDITS])
def test_every_edit_is_seen_on_its_slide_alone(
    state: State, data: bytes, position: int, edit: Callable[[Any], None], word: str
) -> None:
    seen = found_edits(state, edited(data, position, edit))
    assert seen[position] == word
    assert [s for n, s in enumerate(seen) if n != position and s] == []


def test_a_nudge_is_no_edit(state: State, data: bytes) -> None:
    assert not any(found_edits(state, edited(data, SIDE, lambda slide: edits.move_shape(slide, 1))))


def rewritten(data: bytes, change: Callable[[str], str]) -> bytes:
    """The deck with the XML of every slide and note written another way."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notes")):
                part = change(part.decode()).encode()
            new.writestr(name, part)
    return stream.getvalue()


def powerpoint_like(xml: str) -> str:
    """The little things PowerPoint adds, and runs cut where its spelling stops."""
    xml = xml.replace('lang="da-DK"', 'lang="da-DK" dirty="0" err="1"')
    xml = re.sub(r"<a:r>(<a:rPr[^>]*/>)<a:t>(\w+) ", r"<a:r>\1<a:t>\2</a:t></a:r><a:r>\1<a:t> ", xml, count=3)
    creation = '<p:extLst><p:ext uri="{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"/></p:extLst></p:cSld>'
    return xml.replace("</p:cSld>", creation) if "<p:sld " in xml else xml


def test_what_powerpoint_adds_is_no_edit(state: State, data: bytes) -> None:
    changed = rewritten(data, powerpoint_like)
    assert changed != data
    assert not any(found_edits(state, changed))


def libreoffice_like(xml: str) -> str:
    """Colours and fonts written out, lengths rounded, spacing that was never said."""
    xml = xml.replace('<a:schemeClr val="tx1"/>', '<a:srgbClr val="0b3038"/>')
    xml = re.sub(r'(<a:off x=")(\d+)', lambda m: m[1] + str(round(int(m[2]) / 360) * 360), xml)
    return xml.replace("<a:rPr lang=", '<a:rPr strike="noStrike" spc="-1" lang=')


def test_written_out_colours_and_rounded_lengths_are_no_edit(state: State, data: bytes) -> None:
    assert not any(found_edits(state, rewritten(data, libreoffice_like)))


def test_another_theme_is_no_edit_of_the_slides(state: State, data: bytes) -> None:
    presentation = edits.opened(data)
    for relation in presentation.slide_master.part.rels.values():
        if relation.reltype.endswith("/theme"):
            part = relation.target_part
            part._blob = part.blob.replace(b"1B5D67", b"7A1FA2").replace(b"0B3038", b"202020")
    changed = edits.saved(presentation)
    assert not read_look(opened(changed)).same_theme(kept_look(state.look))
    assert not any(found_edits(state, changed))


def test_where_a_slide_stands_is_not_what_it_says() -> None:
    first, second, third, *rest = decks.every_kind()
    one, other = (
        {r.id: r.content for r in state_of(write_deck(decks.deck(s), LAYOUTS, THEME, draw=decks.draw)).slides}
        for s in ((first, second, third, *rest), (first, third, second, *rest))
    )
    assert one == other
