"""What other programs make of our decks: LibreOffice draws them, two independent validators judge them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import decks
import pytest
from conftest import need
from openxml_audit import OpenXmlValidator
from pypdf import PageObject, PdfReader

from holdslides.drawing import Drawing, Label, Mix, Rectangle
from holdslides.folders import Folders
from holdslides.pages import (
    ExerciseSlide,
    QuestionSlide,
    SafetySlide,
    SectionSlide,
    SummarySlide,
    TitleSlide,
    WideSlide,
)
from holdslides.pptx_file.slides import Picture
from holdslides.pptx_file.state import was_edited
from holdslides.pptx_file.write import write_deck
from holdslides.texts import FigureUse
from holdslides.theme import Layout, load_layouts, load_theme

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
COLOURS = [*THEME.palette, *(Mix(token, "ink", 0.27) for token in THEME.palette)]
LABELS = [
    Label(x, 60.0 + 70 * row, lines, size, 220, align=align, bold=bold)
    for row, (size, bold) in enumerate([(20, True), (20, False), (24, True), (30, True)])
    for x, lines, align in (
        (60, ("venstre",), "left"),
        (480, ("midt", "under"), "middle"),
        (900, ("højre",), "right"),
    )
]
WIDE = LAYOUTS.by_id["wide"].boxes["picture"]


def only_pictures(*drawings: Drawing) -> bytes:
    """A deck of wide slides with these figures."""
    slides = tuple(
        WideSlide(
            id=f"a/{n}",
            place=decks.PLACE,
            headline=decks.text("Hej"),
            notes=decks.notes(),
            body=decks.text(""),
            figure=FigureUse(str(n), None, decks.PLACE),
        )
        for n in range(len(drawings))
    )

    def draw(use: FigureUse, _: Layout) -> Picture:
        return Picture("Prøve", drawings[int(use.id)], "Prøve.")

    return write_deck(decks.deck(slides), LAYOUTS, THEME, draw=draw)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, soffice_pdf: Callable[[Path], Path]) -> list[PageObject]:
    swatches = tuple(
        Rectangle(10 + n % 30 * 30, 10 + n // 30 * 30, 25, 25, colour) for n, colour in enumerate(COLOURS)
    )
    path = tmp_path_factory.mktemp("deck") / "prøve.pptx"
    path.write_bytes(only_pictures(Drawing(960, 400, swatches, ""), Drawing(960, 400, tuple(LABELS), "")))
    return list(PdfReader(soffice_pdf(path)).pages)


def test_libreoffice_draws_the_palettes_colours(pages: list[PageObject]) -> None:
    stream = pages[0].get_contents().get_data().decode("latin-1")
    fills = {
        tuple(round(float(c) * 255) for c in found)
        for found in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) rg", stream)
    }
    for colour in COLOURS:
        wanted = bytes.fromhex(THEME.hex(colour)[1:])
        assert any(max(abs(a - b) for a, b in zip(f, wanted, strict=True)) <= 2 for f in fills), colour


def test_labels_stand_where_the_drawing_says(pages: list[PageObject]) -> None:
    seen: list[tuple[str, float, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        x, y = (cm[i] * tm[4] + cm[i + 2] * tm[5] + cm[i + 4] for i in (0, 1))
        seen.extend([(text.strip(), x, float(pages[1].mediabox.height) - y)] if text.strip() else [])

    pages[1].extract_text(visitor_text=visit)
    for label in LABELS:
        for n, line in enumerate(label.lines):
            baseline = WIDE.y + label.baseline + n * label.leading * label.size
            off = min(abs(y - baseline) for words, _, y in seen if words == line)
            assert off <= 1.5, (line, label.size, off)
        if label.align == "left":
            assert any(words == label.lines[0] and abs(x - label.x) < 0.5 for words, x, _ in seen)


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("deck") / "alle.pptx"
    path.write_bytes(write_deck(decks.deck(), LAYOUTS, THEME, draw=decks.draw))
    return path


def test_libreoffice_draws_every_kind_of_slide(every_kind: Path, soffice_pdf: Callable[[Path], Path]) -> None:
    pages = PdfReader(soffice_pdf(every_kind)).pages
    assert len(pages) == len(decks.every_kind())
    for page, slide in zip(pages, decks.every_kind(), strict=True):
        words = " ".join(page.extract_text().split())
        assert " ".join(slide.headline.plain.split()) in words
    fonts = {str(f) for page in pages for f in page["/Resources"].get("/Font", {}).values()}
    assert fonts
    assert "Øvelse" in pages[6].extract_text()
    assert "Fysioterapien Solbakken" in pages[6].extract_text()


def test_saving_in_libreoffice_counts_as_an_edit(every_kind: Path, tmp_path: Path) -> None:
    need(bool(shutil.which("soffice")), "LibreOffice")
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", "pptx"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(every_kind)], check=True, capture_output=True, timeout=240
    )
    assert was_edited(tmp_path / every_kind.name)


def test_openxml_audit_finds_nothing(every_kind: Path) -> None:
    assert [str(error) for error in OpenXmlValidator().validate(every_kind).errors] == []


def test_the_open_xml_sdk_finds_nothing(every_kind: Path, ooxml_validator: Path) -> None:
    tool = ooxml_validator.parent.parent / ".bin" / "ooxml-validator"
    done = subprocess.run([str(tool), str(every_kind)], capture_output=True, text=True, timeout=240)
    assert json.loads(done.stdout)["errors"] == []


def test_without_a_clinic_and_without_figures_it_is_valid_too(tmp_path: Path) -> None:
    may_lack = (TitleSlide, SectionSlide, QuestionSlide, ExerciseSlide, SummarySlide, SafetySlide)
    bare = tuple(replace(s, figure=None) if isinstance(s, may_lack) else s for s in decks.every_kind())
    path = tmp_path / "bar.pptx"
    path.write_bytes(write_deck(decks.deck(bare, clinic="", group=""), LAYOUTS, THEME, draw=decks.draw))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
