"""The clinic's own: colours, logo, PowerPoint template."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import decks
import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from holdslides.folders import Folders
from holdslides.pptx_file.package_check import check_package
from holdslides.pptx_file.state import was_edited
from holdslides.pptx_file.write import write_deck
from holdslides.problems import FileError
from holdslides.theme import Box, Layouts, load_layouts, load_theme

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())


@pytest.fixture
def own_deck(tmp_path: Path) -> Path:
    path = tmp_path / "skabelon.pptx"
    path.write_bytes(write_deck(decks.deck(), LAYOUTS, THEME, draw=decks.draw))
    return path


def with_logo_box() -> Layouts:
    title = LAYOUTS.by_id["title"]
    boxes = {**title.boxes, "logo": Box("logo", 48, 40, 160, 56)}
    return replace(LAYOUTS, by_id={**LAYOUTS.by_id, "title": replace(title, boxes=boxes)})


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_clinics_colour_is_the_themes() -> None:
    plum = load_theme(Folders(), {"palette": {**THEME.palette, "petrol7": "#6B2C5C"}, "deck_font": "Verdana"})
    parts = parts_of(write_deck(decks.deck(), LAYOUTS, plum, draw=decks.draw))
    theme = parts["ppt/theme/theme1.xml"].decode()
    assert '<a:accent1><a:srgbClr val="6B2C5C"/></a:accent1>' in theme
    assert theme.count('<a:latin typeface="Verdana"/>') == 2
    slides = b"".join(xml for name, xml in parts.items() if name.startswith("ppt/slides/slide"))
    literal = {c.decode() for c in re.findall(rb'srgbClr val="(\w+)"', slides)}
    assert literal <= {
        value[1:] for token, value in THEME.palette.items() if token.startswith(("skin", "hair"))
    }


def test_the_logo_stands_on_the_first_slide_in_its_own_shape(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (300, 100), "purple").save(logo)
    data = write_deck(decks.deck(), with_logo_box(), replace(THEME, logo=logo), draw=decks.draw)
    assert check_package(data) == []
    deck = Presentation(BytesIO(data))
    (picture,) = [shape for shape in deck.slides[0].shapes if shape.name == "Logo"]
    assert (picture.left, picture.top) == (Pt(48), Pt(40))
    assert picture.width / picture.height == pytest.approx(3, rel=0.01)
    assert picture._element.nvPicPr.cNvPr.get("descr") == "Logo: Fysioterapien Solbakken"
    assert data == write_deck(decks.deck(), with_logo_box(), replace(THEME, logo=logo), draw=decks.draw)


def test_a_broken_logo_is_said_so(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"no picture")
    with pytest.raises(FileError, match="logoet kan ikke læses"):
        write_deck(decks.deck(), with_logo_box(), replace(THEME, logo=logo), draw=decks.draw)


def test_a_changed_deck_serves_as_template(own_deck: Path, tmp_path: Path) -> None:
    template = Presentation(str(own_deck))
    template.slide_layouts.get_by_name("Udsagn").placeholders[0].left = Pt(100)
    template.save(str(own_deck))
    data = write_deck(decks.deck(), LAYOUTS, THEME, template=own_deck, draw=decks.draw)
    assert check_package(data) == []
    deck = Presentation(BytesIO(data))
    assert len(deck.slides) == len(decks.every_kind())
    assert deck.slides[2].shapes.title.left == Pt(100)
    (tmp_path / "ny.pptx").write_bytes(data)
    assert not was_edited(tmp_path / "ny.pptx")
    assert data == write_deck(decks.deck(), LAYOUTS, THEME, template=own_deck, draw=decks.draw)


def test_a_template_without_notes_or_lists_gets_them(own_deck: Path) -> None:
    parts = parts_of(own_deck.read_bytes())
    xml = parts["ppt/presentation.xml"]
    for tag in (b"notesMasterIdLst", b"custShowLst", b"sldIdLst", b"extLst"):
        xml = re.sub(b"<p:" + tag + b">.*?</p:" + tag + b">", b"", xml, flags=re.DOTALL)
    parts["ppt/presentation.xml"] = xml
    rels = parts["ppt/_rels/presentation.xml.rels"]
    parts["ppt/_rels/presentation.xml.rels"] = re.sub(
        rb"<Relationship [^>]*(notesMaster|/slide)\"[^>]*/>", b"", rels
    )
    with zipfile.ZipFile(own_deck, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    data = write_deck(decks.deck(), LAYOUTS, THEME, template=own_deck, draw=decks.draw)
    assert check_package(data) == []


def test_a_template_of_another_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "fremmed.pptx"
    Presentation().save(str(path))
    with pytest.raises(FileError) as error:
        write_deck(decks.deck(), LAYOUTS, THEME, template=path, draw=decks.draw)
    messages = [problem.message for problem in error.value.problems]
    assert messages == ["skabelonens slides har en anden størrelse"]


def test_a_template_that_lost_a_placeholder_is_refused(own_deck: Path) -> None:
    template = Presentation(str(own_deck))
    body = template.slide_layouts.get_by_name("Udsagn").placeholders[1]._element
    body.getparent().remove(body)
    template.save(str(own_deck))
    with pytest.raises(FileError, match='layoutet "Udsagn" mangler pladsen til: Tekst'):
        write_deck(decks.deck(), LAYOUTS, THEME, template=own_deck, draw=decks.draw)


def test_a_template_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "skabelon.pptx"
    path.write_bytes(b"PK no")
    with pytest.raises(FileError, match="er gået i stykker"):
        write_deck(decks.deck(), LAYOUTS, THEME, template=path, draw=decks.draw)
