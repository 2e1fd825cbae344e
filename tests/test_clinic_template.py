"""Decks on a clinic's own PowerPoint template: her look, our slides, everything in its box."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import decks
import pytest
from own_presentations import with_part
from own_templates import draw, template
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from holdslides.brand import TEXT_LEAST
from holdslides.cli.app import run
from holdslides.folders import Folders
from holdslides.placing import place_deck
from holdslides.pptx_file.clinic_template import Template, template_look
from holdslides.pptx_file.package_check import check_package
from holdslides.pptx_file.template_layouts import LAYOUT_NAMES, offered_layouts
from holdslides.pptx_file.write import write_deck
from holdslides.problems import FileError
from holdslides.theme import Layouts, Theme, contrast, load_layouts, load_theme

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
DARK = {"font": "Verdana", "accent": "4FA3FF", "ground": "0B1F3A", "text": "F4F7FB", "centred": True}
DRESSES: dict[str, dict[str, Any]] = {
    "light": {"font": "Arial", "accent": "8E1B5E", "band": "8E1B5E"},
    "dark": DARK,
    "named": {
        "font": "Georgia",
        "names": {
            "Title Slide": "Min forside",
            "Title Only": "Kun overskrift",
            "Title and Content": "Brødtekst",
        },
    },
}


def look(path: Path, **asked: str) -> tuple[Layouts, Theme]:
    return template_look(Template(path, asked), LAYOUTS, THEME, own_colour=False)


def written(path: Path, **asked: str) -> bytes:
    layouts, theme = look(path, **asked)
    return write_deck(decks.deck(), layouts, theme, template=Template(path, asked), draw=decks.draw)


@pytest.fixture(scope="module", params=DRESSES)
def own(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("skabelon") / f"{request.param}.pptx", **DRESSES[request.param])


@pytest.fixture(scope="module")
def her_look(own: Path) -> tuple[Layouts, Theme]:
    """The look on her template, for all tests of it."""
    return look(own)


@pytest.fixture(scope="module")
def on_own(own: Path) -> bytes:
    """The deck on her template, written once."""
    return written(own)


# ---- what comes of it -------------------------------------------------------------------------------------
def test_the_deck_is_whole_and_the_same_every_time(own: Path, on_own: bytes) -> None:
    assert check_package(on_own) == []
    assert on_own == written(own)


def test_her_master_and_theme_rule_our_slides(own: Path, on_own: bytes) -> None:
    deck = Presentation(BytesIO(on_own))
    (master,) = deck.slide_masters
    names = [layout.name for layout in master.slide_layouts]
    assert len(names) == 11 + len(LAYOUTS.by_id)
    assert [slide.slide_layout.name for slide in deck.slides][:4] == [
        "Forside",
        "Afsnit",
        "Udsagn",
        "Billede ved siden af",
    ]
    theme = Presentation(str(own)).slide_masters[0].part.part_related_by(_THEME).blob
    assert master.part.part_related_by(_THEME).blob == theme


_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"


@pytest.fixture(scope="module")
def ours() -> bytes:
    """The same deck without a template."""
    return write_deck(decks.deck(), LAYOUTS, THEME, draw=decks.draw)


def test_sections_notes_and_alt_texts_are_as_ever(on_own: bytes, ours: bytes) -> None:
    for one, other in zip(
        Presentation(BytesIO(on_own)).slides, Presentation(BytesIO(ours)).slides, strict=True
    ):
        assert one.notes_slide.notes_text_frame.text == other.notes_slide.notes_text_frame.text
        assert one.shapes.title.text == other.shapes.title.text
    xml = [zipfile.ZipFile(BytesIO(deck)).read("ppt/presentation.xml").decode() for deck in (on_own, ours)]
    assert xml[0].count("<p14:section ") == xml[1].count("<p14:section ") == 2
    pictures = [_described(deck) for deck in (on_own, ours)]
    assert pictures[0] <= pictures[1]  # front and sections show hers instead of ours
    assert len(pictures[0]) >= 1


def _described(deck: bytes) -> set[str]:
    slides = Presentation(BytesIO(deck)).slides
    return {e.get("descr") for s in slides for e in s._element.iter(qn("p:cNvPr")) if e.get("descr")}


def test_every_box_lies_on_the_slide_and_clear_of_the_title(her_look: tuple[Layouts, Theme]) -> None:
    layouts, _ = her_look
    for layout in layouts.by_id.values():
        title = layout.boxes["title"]
        for box in layout.boxes.values():
            assert box.x >= 0
            assert box.y >= 0
            assert box.x + box.width <= layouts.width + 0.1, (layout.id, box.name)
            assert box.y + box.height <= layouts.height + 0.1, (layout.id, box.name)
            if layout.id not in ("title", "section", "side") and box is not title:
                assert box.y >= title.y + title.height - 0.1, (layout.id, box.name)


def test_texts_are_fitted_to_her_boxes(her_look: tuple[Layouts, Theme], on_own: bytes) -> None:
    layouts, theme = her_look
    placed = place_deck(decks.deck(), layouts, theme)
    assert [name for slide in placed for name, box in slide.boxes.items() if not box.fits] == []
    deck = Presentation(BytesIO(on_own))
    for slide, ours in zip(deck.slides, placed, strict=True):
        title = slide.shapes.title
        size = title.text_frame.paragraphs[0].runs[0].font.size
        assert size is None or size.pt == ours.boxes["title"].size
        assert title.top == pytest.approx(Pt(ours.boxes["title"].y), abs=200)


def test_what_stands_on_a_card_can_be_read_on_any_ground(
    her_look: tuple[Layouts, Theme], on_own: bytes
) -> None:
    data = zipfile.ZipFile(BytesIO(on_own))
    names = [n for n in data.namelist() if n.startswith("ppt/slideLayouts/slideLayout")]
    ours = {n: data.read(n).decode() for n in names if 'name="Opsamling"' in data.read(n).decode()}
    (xml,) = ours.values()
    _, theme = her_look
    ink, card = theme.palette["ink"], theme.palette["sand1"]
    assert f'<a:srgbClr val="{ink[1:]}"/>' in xml
    assert f'<a:srgbClr val="{card[1:]}"/>' in xml
    assert contrast(ink, card) >= TEXT_LEAST


def test_pictures_take_the_accent_unless_the_clinic_has_a_colour(
    own: Path, her_look: tuple[Layouts, Theme]
) -> None:
    _, theme = her_look
    assert theme.palette["petrol7"] != THEME.palette["petrol7"]
    _, hers = template_look(Template(own), LAYOUTS, THEME, own_colour=True)
    assert hers.palette == THEME.palette


def test_a_wide_font_is_left_to_titles(tmp_path: Path) -> None:
    _, verdana = look(template(tmp_path / "v.pptx", font="Verdana"))
    _, calibri = look(template(tmp_path / "c.pptx", font="Calibri"))
    assert (verdana.deck_font, verdana.card_font, verdana.picture_font) == ("Verdana", "Arial", "Arial")
    assert (calibri.deck_font, calibri.card_font) == ("Calibri", "")


def test_it_opens_in_libreoffice(tmp_path: Path, soffice_pdf: Any) -> None:
    path = tmp_path / "paa-skabelon.pptx"
    path.write_bytes(written(template(tmp_path / "d.pptx", **DARK)))
    from pypdf import PdfReader

    assert len(PdfReader(soffice_pdf(path)).pages) == len(decks.every_kind())


# ---- which layout for which -------------------------------------------------------------------------------
def base_of(data: bytes, ours: str) -> str:
    """What the layout of ours was built on, told by a shape of hers that it still has."""
    deck = Presentation(BytesIO(data))
    layout = next(one for one in deck.slide_layouts if one.name == ours)
    return " ".join(shape.name for shape in layout.shapes if shape.name.startswith("Mærke "))


def marked(path: Path) -> Path:
    """The template with the name of every layout on a shape of its own."""
    deck = Presentation(str(path))
    for layout in deck.slide_layouts:
        source = deck.slide_master.shapes._spTree
        shape = next(e for e in source if e.tag == qn("p:sp"))
        copy = shape.__deepcopy__(None)
        copy.nvSpPr.cNvPr.set("name", f"Mærke {layout.name}")
        copy.nvSpPr.nvPr.remove(copy.nvSpPr.nvPr[0])
        layout.shapes._spTree.append(copy)
    deck.save(str(path))
    return path


def test_layouts_are_matched_by_type_and_name_and_as_she_says(tmp_path: Path) -> None:
    path = marked(template(tmp_path / "t.pptx"))
    data = written(path)
    assert base_of(data, "Forside") == "Mærke Title Slide"
    assert base_of(data, "Afsnit") == "Mærke Section Header"
    assert base_of(data, "Udsagn") == "Mærke Title and Content"
    assert base_of(data, "Spørgsmål") == "Mærke Title Only"
    hers = written(path, Spoergsmaal="two content")
    assert base_of(hers, "Spørgsmål") == "Mærke Two Content"
    assert base_of(hers, "Udsagn") == "Mærke Title and Content"


def test_a_picture_layout_that_is_large_enough_is_used(tmp_path: Path) -> None:
    path = template(tmp_path / "t.pptx")
    deck = Presentation(str(path))
    layout = next(one for one in deck.slide_layouts if one.name == "Picture with Caption")
    places = {"TITLE": (60, 40, 340, 150), "PICTURE": (440, 0, 520, 500), "BODY": (60, 210, 340, 270)}
    for shape in layout.placeholders:
        place = places.get(shape.placeholder_format.type.name)
        if place:
            shape.left, shape.top, shape.width, shape.height = map(Pt, place)
    deck.save(str(path))
    side = look(path)[0].by_id["side"]
    assert (side.boxes["picture"].x, side.boxes["picture"].width) == (440, 520)
    assert side.boxes["title"].width == 340
    assert check_package(written(path)) == []


def test_what_she_draws_along_the_edges_is_kept_clear(tmp_path: Path) -> None:
    path = template(tmp_path / "t.pptx")
    deck = Presentation(str(path))
    for place in ((900, 0, 60, 540), (0, 470, 960, 70), (0, 0, 960, 540)):  # the last is a ground
        draw(deck.slide_master, "8E1B5E", *place)
    deck.save(str(path))
    layouts = look(path)[0]
    for id_ in ("wide", "question", "summary", "safety", "table"):
        layout = layouts.by_id[id_]
        places = [*layout.panels, *(box for name, box in layout.boxes.items() if name != "title")]
        assert max(one.x + one.width for one in places) <= 891, id_
        assert max(one.y + one.height for one in places) <= 461, id_
    assert check_package(written(path)) == []


def test_a_title_on_a_band_stays_on_it(tmp_path: Path) -> None:
    path = template(tmp_path / "t.pptx")
    deck = Presentation(str(path))
    draw(deck.slide_master, "2E6B3A", 0, 0, 960, 92)
    for layout in (deck.slide_master, *deck.slide_layouts):
        for shape in layout.placeholders:
            if shape.placeholder_format.type.name == "TITLE":
                shape.left, shape.top, shape.width, shape.height = map(Pt, (40, 12, 860, 68))
    deck.save(str(path))
    by_id = look(path)[0].by_id
    for id_ in ("side", "wide", "question", "summary"):
        boxes = by_id[id_].boxes
        assert boxes["title"].y >= 12, id_
        assert boxes["title"].y + boxes["title"].height <= 92, id_
        assert boxes["picture"].y > 92 or id_ == "question", id_
    assert by_id["side"].boxes["body"].y > 92
    assert all(panel.y > 92 for panel in by_id["question"].panels)


def test_words_keep_their_height_where_the_room_is_low(tmp_path: Path) -> None:
    path = template(tmp_path / "t.pptx")
    deck = Presentation(str(path))
    draw(deck.slide_master, "8E1B5E", 0, 440, 960, 100)
    deck.save(str(path))
    ours, hers = LAYOUTS.by_id["summary"].boxes, look(path)[0].by_id["summary"].boxes
    assert hers["point1"].height == pytest.approx(ours["point1"].height)
    assert hers["picture"].height < ours["picture"].height - 50
    assert hers["picture"].y + hers["picture"].height <= hers["point1"].y


def test_a_wide_font_may_have_headlines_of_two_lines(tmp_path: Path) -> None:
    narrow, wide = (
        look(template(tmp_path / f"{n}.pptx", font=font))[0].by_id["wide"].boxes["title"].lines
        for n, font in enumerate(("Arial", "Verdana"))
    )
    assert (narrow, wide) == (1, 2)


# ---- what is refused --------------------------------------------------------------------------------------
def refused(path: Path, **asked: str) -> list[str]:
    with pytest.raises(FileError) as error:
        look(path, **asked)
    return [str(problem).replace(str(path), "skabelon.pptx") for problem in error.value.problems]


def test_a_mapping_that_names_what_is_not_there(tmp_path: Path) -> None:
    path = template(tmp_path / "t.pptx")
    said = refused(path, udsagn="Title and Contents", udsang="Title Only", side="Blank")
    starts = [
        'skabelon.pptx: layoutet "Title and Contents" findes ikke i skabelonen (mente du Title and Content',
        'skabelon.pptx: opsætningen "udsang" findes ikke (mente du udsagn',
        'skabelon.pptx: layoutet "Blank" har ingen plads til en titel (mente du',
    ]
    assert len(said) == len(starts)
    assert all(line.startswith(start) for line, start in zip(said, starts, strict=True))
    assert set(LAYOUT_NAMES.values()) == set(LAYOUTS.by_id)


def test_a_template_without_usable_layouts(tmp_path: Path) -> None:
    path = template(tmp_path / "t.pptx")
    deck = Presentation(str(path))
    for layout in deck.slide_layouts:
        for shape in list(layout.placeholders):
            if shape.placeholder_format.type.name in ("TITLE", "CENTER_TITLE", "VERTICAL_TITLE"):
                shape._element.getparent().remove(shape._element)
    deck.save(str(path))
    (said,) = refused(path)
    assert "ingen layouts, der kan bruges" in said


def test_a_title_that_leaves_no_room(tmp_path: Path) -> None:
    path = template(tmp_path / "t.pptx")
    deck = Presentation(str(path))
    layout = next(one for one in deck.slide_layouts if one.name == "Title and Content")
    title = layout.placeholders[0]
    title.left, title.top, title.width, title.height = Emu(0), Pt(380), Pt(900), Pt(150)
    only = next(one for one in deck.slide_layouts if one.name == "Title Only")
    only.placeholders[0].left, only.placeholders[0].top = Emu(0), Pt(400)
    only.placeholders[0].width, only.placeholders[0].height = Pt(900), Pt(120)
    deck.save(str(path))
    (said,) = refused(path)
    assert 'layout "Title Only" har for lidt plads under titlen' in said


def test_text_that_cannot_be_read_is_refused_with_the_nearest_that_can(tmp_path: Path) -> None:
    (said,) = refused(template(tmp_path / "t.pptx", text="AAAAAA", ground="FFFFFF"))
    assert "skabelonens tekst #AAAAAA på #FFFFFF har kontrasten 2,3, og der skal 4,5 til" in said
    nearest = said.split("er ")[-1][:7]
    assert TEXT_LEAST <= contrast(nearest, "#FFFFFF") < TEXT_LEAST + 0.2


def test_harmful_and_broken_files_are_refused(tmp_path: Path) -> None:
    path = template(tmp_path / "t.pptx")
    with_part(path, "ppt/vbaProject.bin", b"x")
    assert "indeholder makroer" in refused(path)[0]
    path.write_bytes(b"PK nej")
    assert "er gået i stykker" in refused(path)[0]
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "låst med en adgangskode" in refused(path)[0]
    assert "findes ikke" in refused(tmp_path / "nej.pptx")[0]


# ---- from the command line and klinik.yaml ----------------------------------------------------------------
def test_on_the_command_line_and_from_klinik_yaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    template(tmp_path / "klinik.pptx", font="Arial", accent="8E1B5E", band="8E1B5E")
    deck = ["deck", "laenderyg", "--session", "1"]
    assert run([*deck, "--template", "klinik.pptx", "--out", "a"]) == 0
    (tmp_path / "klinik.yaml").write_text("navn: K\nskabelon: {fil: klinik.pptx}\n", encoding="utf-8")
    assert run([*deck, "--out", "b"]) == 0
    for folder in "ab":
        made = Presentation(str(tmp_path / folder / "laenderyg" / "laenderyg-1.pptx"))
        assert "Stribe" in [shape.name for shape in made.slide_master.shapes]
    capsys.readouterr()
    (tmp_path / "klinik.yaml").write_text("navn: K\nskabelon:\n  fil: nej.pptx\n", encoding="utf-8")
    assert run([*deck, "--out", "c"]) == 1
    (said,) = capsys.readouterr().err.strip().split("\n")
    assert said.endswith('klinik.yaml:3: præsentationen "nej.pptx" findes ikke (læg den i klinikkens mappe)')
    assert not (tmp_path / "c").exists()


def test_pale_subtitles_and_footers_get_the_full_text_colour(on_own: bytes) -> None:
    deck = Presentation(BytesIO(on_own))
    for layout in (
        one for one in deck.slide_layouts if one.name in {our.name for our in LAYOUTS.by_id.values()}
    ):
        for holder in layout.placeholders:
            for colour in holder._element.iter(qn("a:schemeClr")):
                assert len(colour) == 0, (layout.name, holder.name)


# ---- templates that are spoilt ----------------------------------------------------------------------------
def spoilt(path: Path, part: str, pattern: str, new: str, count: int = 1) -> Path:
    """The template with something replaced in one part."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed, times = re.subn(pattern.encode(), new.encode(), parts[part], count=count, flags=re.DOTALL)
    assert times
    parts[part] = changed
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


MASTER, LAYOUT = "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout2.xml"
SPOILT = {
    "a layout that is not there": (MASTER, r'(<p:sldLayoutId [^>]*r:id=")rId\d+"', r'\1rId99"'),
    "a layout without master": (
        "ppt/slideLayouts/_rels/slideLayout2.xml.rels",
        r"relationships/slideMaster",
        "relationships/x",
    ),
    "a relationship without target": (
        "ppt/_rels/presentation.xml.rels",
        r' Target="theme/[^"]*"',
        "",
    ),
    "a type without a name": (
        "[Content_Types].xml",
        r'<Override PartName="[^"]*slideLayout2.xml"',
        "<Override",
    ),
    "a theme of no type": ("[Content_Types].xml", r'<Override PartName="/ppt/theme/theme1.xml"[^>]*/>', ""),
    "a layout called something else": (
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        r"relationships/slideLayout",
        "relationships/presProps",
    ),
    "no size for notes": ("ppt/presentation.xml", r"<p:notesSz [^>]*/>", ""),
    "a number that is none": ("ppt/presentation.xml", r'<p:sldSz cx="\d+"', '<p:sldSz cx="bred"'),
    "a place of no known sort": (LAYOUT, r'<p:ph type="\w+"', '<p:ph type="ukendt"'),
    "broken properties": ("ppt/viewProps.xml", r"^.*$", "skrammel"),
    "a name for what is not there": (MASTER, r"<p:cSld>", '<p:cSld r:x="rId77">'),
}


@pytest.mark.parametrize(("part", "pattern", "new"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_template_is_refused_in_one_danish_line(
    tmp_path: Path, part: str, pattern: str, new: str
) -> None:
    path = spoilt(template(tmp_path / "t.pptx"), part, pattern, new)
    with pytest.raises(FileError) as error:
        written(path)
    (problem,) = error.value.problems
    assert "gem den igen" in str(problem) or "kan ikke læses" in str(problem)
    assert str(path) in str(problem)


def test_sections_listed_twice_are_listed_anew(tmp_path: Path) -> None:
    path = tmp_path / "vores.pptx"
    path.write_bytes(write_deck(decks.deck(), LAYOUTS, THEME, draw=decks.draw))
    spoilt(
        path,
        "ppt/presentation.xml",
        r'(<p:ext uri="[^"]*"><p14:sectionLst.*?</p:ext>)',
        r"\1<p:ext uri='{x}'>\1</p:ext>",
    )
    assert check_package(written(path)) == []


def test_a_layout_may_link_to_a_slide_of_the_templates(tmp_path: Path) -> None:
    """The slide is gone then, and so is the link; nothing of the slide is left in the deck."""
    path = template(tmp_path / "t.pptx")
    deck = Presentation(str(path))
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    shape = deck.slide_layouts[1].shapes[0]
    id_ = deck.slide_layouts[1].part.relate_to(slide.part, RT.SLIDE)
    link = {qn("r:id"): id_, "action": "ppaction://hlinksldjump"}
    about = shape._element.nvSpPr.cNvPr
    about.append(about.makeelement(qn("a:hlinkClick"), link))
    deck.save(str(path))
    data = written(path)
    assert check_package(data) == []
    assert len(Presentation(BytesIO(data)).slides) == len(decks.every_kind())


def test_a_layout_listed_many_times_is_read_once(tmp_path: Path) -> None:
    path = spoilt(template(tmp_path / "t.pptx"), MASTER, r"(<p:sldLayoutId [^>]*/>)", r"\1" * 200)
    with zipfile.ZipFile(path) as archive:
        assert archive.read(MASTER).count(b"<p:sldLayoutId ") > 200
    presentation = Presentation(str(path)).part
    assert len(offered_layouts(presentation)) == 11


def test_a_template_without_slides_may_have_a_handout_master(tmp_path: Path) -> None:
    """The list of slides comes after that of handout masters; PowerPoint repairs what stands otherwise."""
    path = template(tmp_path / "t.pptx")
    deck = Presentation(str(path))
    tree = deck.part._element
    for listed in tree.findall(qn("p:sldIdLst")):
        tree.remove(listed)
    tree.find(qn("p:sldMasterIdLst")).addnext(tree.makeelement(qn("p:handoutMasterIdLst")))
    deck.save(str(path))
    order = [child.tag for child in Presentation(BytesIO(written(path))).part._element]
    wanted = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz")
    assert order[:6] == [qn(f"p:{name}") for name in wanted]
