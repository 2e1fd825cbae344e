"""The printed pages of notes: everything on them, what is spoken readable by somebody who stands."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import decks
import pytest
from conftest import need
from every_deck import all_decks
from lxml import etree
from own_templates import template
from pptx import Presentation

from holdslides.deck import Deck
from holdslides.folders import Folders
from holdslides.lines import MeasuredText
from holdslides.measured import Measured
from holdslides.pages import Slide
from holdslides.pptx_file.clinic_template import Template, template_look
from holdslides.pptx_file.names import NOTES_ID
from holdslides.pptx_file.notes import notes_lines
from holdslides.pptx_file.notes_page import A4, LADDER, NotesLine, NotesRoom, fits, height_of, notes_page
from holdslides.pptx_file.notes_room import paper_for_notes, room_on
from holdslides.pptx_file.package_check import check_package
from holdslides.pptx_file.write import write_deck
from holdslides.problems import Place
from holdslides.texts import Run, Text
from holdslides.theme import load_layouts, load_theme

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
PAGE = notes_page(*A4)
ROOM = NotesRoom(*PAGE.words[2:])
CONDITIONS = ("laenderyg", "artrose", "nerverod", "spinalstenose")


def every_page() -> dict[tuple[NotesLine, ...], str]:
    """The notes of every built-in slide, as they are written on our page, and whose they are."""
    decks_ = (deck for approved in (False, True) for _, deck in all_decks(approved))
    return {notes_lines(slide, ROOM): slide.id for deck in decks_ for slide in deck.slides}


PAGES = every_page()


def drawn_height(lines: tuple[NotesLine, ...]) -> float:
    """How high the notes stand, every letter measured: what the estimate is to be right about."""
    texts = ((MeasuredText(Text(((Run(x.words),),), Place("x")), bool(x.bold)), x) for x in lines)
    return sum(text.count(x.size, ROOM.width) * x.size * 1.15 + x.before for text, x in texts)


# ---- every built-in deck ----------------------------------------------------------------------------------
def test_the_notes_of_every_slide_fit_their_page() -> None:
    assert len(PAGES) > 100
    assert [id_ for lines, id_ in PAGES.items() if not fits(lines, ROOM)] == []


def test_the_estimate_is_right_about_lines_that_are_measured() -> None:
    for lines, id_ in PAGES.items():
        drawn, said = drawn_height(lines), height_of(lines, ROOM)
        assert drawn <= min(1.01 * said, ROOM.height - 12), (id_, drawn, said)
        assert drawn >= 0.8 * said, (id_, drawn, said)  # else the words are smaller than they need be


def test_what_is_spoken_is_the_largest_and_large_enough_to_stand_with() -> None:
    small = 0
    for lines, id_ in PAGES.items():
        label = ""
        sizes: dict[str, float] = {}
        for line in lines:
            label = line.words if line.bold else label
            sizes[label] = line.size
        assert sizes["Sig"] == max(sizes.values()), id_
        assert sizes["Sig"] >= 11, (id_, sizes)
        assert min(sizes.values()) >= 8, (id_, sizes)
        small += sizes["Sig"] < 12
    assert small <= 0.02 * len(PAGES)


def test_only_the_claims_of_sources_are_ever_shortened() -> None:
    for approved in (False, True):
        for _, deck in all_decks(approved):
            for slide in deck.slides:
                words = {line.words for line in notes_lines(slide, NotesRoom(300, 200))}
                assert words.issuperset((*slide.notes.say, *slide.notes.do, *slide.notes.background))
                for source in slide.sources:
                    assert any(w.startswith(f"{source.fact} (") and source.document in w for w in words)


# ---- the page ---------------------------------------------------------------------------------------------
def test_sizes_go_down_and_what_is_spoken_gives_way_last() -> None:
    for one, other in pairwise(LADDER):
        assert one != other
        for field in ("spoken", "known", "sources", "claim"):
            assert getattr(one, field) >= getattr(other, field)
        if one.spoken > other.spoken and other.spoken < 12:
            assert (other.known, other.sources) <= (10, 8)


def test_nothing_on_the_page_covers_anything() -> None:
    for paper in (A4, (540.0, 720.0)):
        page = notes_page(*paper)
        bottoms = [box[1] + box[3] for box in (page.picture, page.words, page.number)]
        assert bottoms[0] < page.words[1]
        assert bottoms[1] < page.number[1]
        assert bottoms[2] < paper[1] - 20
        for x, _, width, _ in (page.picture, page.words, page.number):
            assert 40 <= x <= x + width <= paper[0] - 40 + 0.01


def test_a_wider_font_gets_smaller_words() -> None:
    slide = max(all_decks()[0][1].slides, key=lambda s: height_of(notes_lines(s, ROOM), ROOM))
    wide = NotesRoom(ROOM.width, ROOM.height, 1.25)
    assert notes_lines(slide, wide)[0].size < notes_lines(slide, ROOM)[0].size


# ---- a clinic's own template ------------------------------------------------------------------------------
def on_template(path: Path) -> bytes:
    layouts, theme = template_look(Template(path), LAYOUTS, THEME, own_colour=False)
    data = write_deck(decks.deck(), layouts, theme, template=Template(path), draw=decks.draw)
    assert check_package(data) == []
    return data


def paper(data: bytes) -> tuple[int, int]:
    tree = etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("ppt/presentation.xml"))
    size = tree.find("{*}notesSz")
    return int(size.get("cx")), int(size.get("cy"))


def test_a_template_without_notes_gets_our_page_on_a4(tmp_path: Path) -> None:
    path = template(tmp_path / "egen.pptx")
    assert paper(on_template(path)) == paper(write_deck(decks.deck(), LAYOUTS, THEME, draw=decks.draw))


def with_notes_master(path: Path) -> Path:
    """A template whose notes have been opened once, so that it has PowerPoint's usual notes master."""
    deck = Presentation(str(template(path)))
    _ = deck.notes_master
    deck.save(str(path))
    return path


def test_a_templates_own_notes_master_and_paper_stay(tmp_path: Path) -> None:
    path = with_notes_master(tmp_path / "egen.pptx")
    data, before = on_template(path), path.read_bytes()
    assert paper(data) == paper(before)
    masters = [
        etree.tostring(Presentation(BytesIO(file)).notes_master._element, method="c14n")
        for file in (data, before)
    ]
    assert masters[0] == masters[1]


def test_on_powerpoints_own_notes_master_slide_and_words_share_their_room(tmp_path: Path) -> None:
    """There the slide takes half the page, and notes like ours would run out at its foot."""
    master = Presentation(str(with_notes_master(tmp_path / "egen.pptx"))).notes_master
    picture, words = (
        next(s for s in master.placeholders if str(s.placeholder_format.type).startswith(kind))
        for kind in ("SLIDE_IMAGE", "BODY")
    )
    room = room_on(master._element, 1.0)
    assert room.moved
    now, below = room.moved
    assert (now[1], below[0]) == pytest.approx((picture.top.pt, words.left.pt), abs=0.1)
    assert now[1] + now[3] < below[1]
    assert below[1] + below[3] == pytest.approx(words.top.pt + words.height.pt, abs=0.1)
    assert room.height > 1.4 * words.height.pt
    slides: dict[str, Slide] = {s.id: s for _, deck in all_decks() for s in deck.slides}
    held = [fits(notes_lines(slide, room), room) for slide in slides.values()]
    assert sum(held) > 0.7 * len(held)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (r'<a:ext cx="\d+" cy="\d+"/>', '<a:ext cx="0" cy="0"/>'),
        (r'<a:ext cx="(\d+)" cy="\d+"/>', r'<a:ext cx="\1" cy="langt"/>'),
        (r"<a:xfrm>.*?</a:xfrm>", ""),
        (r'type="body"', 'type="hdr"'),
        ('lIns="0"', 'lIns="bred"'),
    ],
)
def test_a_notes_master_without_a_usable_box_gets_the_usual_sizes(was: str, now: str) -> None:
    xml = zipfile.ZipFile(BytesIO(write_deck(decks.deck(), LAYOUTS, THEME, draw=decks.draw)))
    master = xml.read("ppt/notesMasters/notesMaster1.xml").decode()
    assert re.search(was, master)
    room = room_on(etree.fromstring(re.sub(was, now, master).encode()), 1.0)
    assert (room.width, room.height) == pytest.approx((ROOM.width, ROOM.height), abs=0.1)


def test_paper_with_handouts_laid_out_is_left_as_it_is() -> None:
    names = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    size = '<p:notesSz cx="6858000" cy="9144000"/>'
    plain = etree.fromstring(f"<p:presentation {names}>{size}</p:presentation>")
    laid_out = etree.fromstring(f"<p:presentation {names}><p:handoutMasterIdLst/>{size}</p:presentation>")
    assert paper_for_notes(plain) == A4
    assert paper_for_notes(laid_out) == (540, 720)
    assert laid_out.find("{*}notesSz").get("cx") == "6858000"


# ---- LibreOffice ------------------------------------------------------------------------------------------
_TRUE = '{"type":"boolean","value":"true"}'
_NOTES_ONLY = f'{{"ExportNotesPages":{_TRUE},"ExportOnlyNotesPages":{_TRUE}}}'


@pytest.fixture(scope="module")
def notes_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], str]:
    """The pages of notes that LibreOffice prints of a deck, as pdftotext's page, line and word places."""
    need(bool(shutil.which("soffice")), "LibreOffice")
    need(bool(shutil.which("pdftotext")), "poppler")
    folder = tmp_path_factory.mktemp("noter")

    def render(deck: bytes) -> str:
        (folder / "deck.pptx").write_bytes(deck)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to"]
        command += [f"pdf:impress_pdf_Export:{_NOTES_ONLY}", "--outdir", str(folder), f"{folder}/deck.pptx"]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        places = ["pdftotext", "-bbox-layout", f"{folder}/deck.pdf", "-"]
        return subprocess.run(places, check=True, capture_output=True, timeout=120).stdout.decode()

    return render


def lines_on(page: str) -> list[tuple[float, float, str]]:
    """Bottom and right edge (pt) and words of the lines on a page."""
    found = re.findall(
        r'<line xMin="[\d.]+" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', page, re.DOTALL
    )
    return [
        (float(y), float(x), html.unescape(" ".join(re.findall(r">([^<]+)</word>", words))))
        for x, y, words in found
    ]


@pytest.mark.full
@pytest.mark.parametrize("condition", CONDITIONS)
def test_printed_notes_end_above_the_foot_of_the_page(
    condition: str, notes_pdf: Callable[[bytes], str]
) -> None:
    deck = most_to_say(condition)
    pages = notes_pdf(write_deck(deck, LAYOUTS, THEME, measured=Measured(LAYOUTS, THEME))).split("<page ")[1:]
    slides = list(deck.slides)
    assert len(pages) == len(slides)
    for page, slide in zip(pages, slides, strict=True):
        wide, high = (float(n) for n in re.search(r'width="([\d.]+)" height="([\d.]+)"', page).groups())  # type: ignore[union-attr]
        assert (wide, high) == pytest.approx(A4, abs=1)
        lines = lines_on(page)
        last = [bottom for bottom, _, words in lines if words == NOTES_ID + slide.id]
        assert len(last) == 1, (slide.id, lines)
        assert last[0] <= PAGE.words[1] + PAGE.words[3], (slide.id, last)
        assert max(right for _, right, _ in lines) <= wide - 36, slide.id


def most_to_say(condition: str) -> Deck:
    """The condition's built-in deck with the longest notes."""
    of_it = [deck for name, deck in all_decks() if name.startswith(condition)]
    assert of_it
    return max(of_it, key=lambda deck: sum(len(w) for s in deck.slides for w in s.notes.say + s.notes.do))
