"""Are lines broken where an office program breaks them? LibreOffice renders, fit.py predicts.

The deck is written here with python-pptx and nothing of ours, so that a shared mistake cannot hide.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt
from pypdf import PageObject, PdfReader

from holdslides.folders import Folders
from holdslides.lines import CAREFUL, Line, break_lines
from holdslides.problems import Place
from holdslides.texts import Run, Text
from holdslides.theme import load_layouts
from holdslides.type_metrics import first_baseline, line_height

VOCABULARY = """
smerte ryg knæ hofte krop alarm hjerne bevægelse træning gåtur søvn uro ro tryghed hverdag arbejde familie
fysioterapeut vejrtrækning muskelstyrke smertestillende bevægelsesfrihed aktivitetsdagbog sidemand
opblussen belastning lændesmerter hvilestilling genoptræningsforløb og i på den det du din kan ofte måske
lidt mere mindre hver uge dag nu så når fordi også altid igen roligt langsomt stærk følsom øm tør prøver
finder mærker skruer løfter går sidder står vælger taler skriver spørger hjælper passer e-mail
hånd-til-hånd 2-3 10–12 30 % Åh! Øv, »alarmen« (kun lidt) – To AV-udstyr fx Tal VA. Yderst
"""
WORDS = VOCABULARY.split()
LEADINGS = (1.0, 1.05, 1.08, 1.1)


@dataclass(frozen=True)
class Case:
    """One box with one text."""

    text: Text
    size: float
    width: float
    bold: bool
    leading: float
    middle: bool

    @property
    def lines(self) -> tuple[Line, ...]:
        return break_lines(self.text, self.size, self.width, self.bold)


def a_text(dice: random.Random, words: int) -> Text:
    """Words in one or two paragraphs, some of them bold, now and then a hard break."""
    paragraphs = []
    for _ in range(dice.choice((1, 1, 1, 2))):
        runs, plain = [], ""
        for _ in range(max(1, words)):
            plain += dice.choice(WORDS) + ("\n" if dice.random() < 0.02 else " ")
            if dice.random() < 0.08:
                runs += [Run(plain), Run(dice.choice(WORDS), bold=True)]
                plain = " "
        paragraphs.append((*runs, Run(plain.rstrip() or ".")))
    return Text(tuple(paragraphs), Place("prøve.yaml", 1))


def some_cases(count: int) -> list[Case]:
    dice = random.Random(f"prøve {count}")
    layouts = load_layouts(Folders())
    boxes = [b for layout in layouts.by_id.values() for b in layout.boxes.values() if b.sizes]
    return [
        Case(
            text=a_text(dice, dice.choice((1, 3, 5, 8, 12, 18, 25))),
            size=dice.choice(box.sizes),
            width=box.width,
            bold=box.bold,
            leading=dice.choice(LEADINGS),
            middle=dice.random() < 0.2,
        )
        for box in (dice.choice(boxes) for _ in range(count))
    ]


def write(cases: Sequence[Case], path: Path) -> None:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(1200), Pt(1600)
    for case in cases:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        frame = slide.shapes.add_textbox(Pt(40), Pt(40), Pt(case.width), Pt(1400)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if case.middle else MSO_ANCHOR.TOP
        for number, runs in enumerate(case.text.paragraphs):
            paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
            paragraph.line_spacing = float(case.leading)
            for run in runs:
                for at, piece in enumerate(run.text.split("\n")):
                    if at:
                        paragraph.add_line_break()
                    written = paragraph.add_run()
                    written.text = piece
                    written.font.size, written.font.name = Pt(case.size), "Arial"
                    written.font.bold = case.bold or run.bold
                    written._r.get_or_add_rPr().set("kern", "1200")
    deck.save(str(path))


def rendered(page: PageObject) -> list[tuple[float, str]]:
    """The baselines from the top of the page, in pt, and the letters on each, without spaces."""
    height = float(page.mediabox.height)
    found: dict[float, str] = {}

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        y = height - (cm[1] * tm[4] + cm[3] * tm[5] + cm[5])
        letters = "".join(c for c in text if not c.isspace() and c not in "\u200b\u00a0")
        if letters:
            near = next((known for known in found if abs(known - y) < 1), y)
            found[near] = found.get(near, "") + letters

    page.extract_text(visitor_text=visit)
    return sorted(found.items())


def compare(cases: Sequence[Case], pdf: Path) -> tuple[float, list[str]]:
    """The share of boxes whose every line ends where predicted; and what may never be.

    That is a box drawn with more lines than the careful count that decides whether a text fits, or lines that
    stand elsewhere than predicted.
    """
    exact, failures = 0, []
    for case, page in zip(cases, PdfReader(pdf).pages, strict=True):
        lines, seen = case.lines, rendered(page)
        expected = ["".join(line.plain.split()) for line in lines]
        exact += expected == [letters for _, letters in seen]
        careful = break_lines(case.text, case.size, case.width * CAREFUL, case.bold)
        if len(careful) < len(seen):
            failures.append(f"{case.size} pt in {case.width}: {expected} drawn as {[t for _, t in seen]}")
        if len(lines) == len(seen):
            step = line_height(case.size, case.leading)
            room = (1400 - len(lines) * step) / 2 if case.middle else 0
            top = 40 + room + first_baseline(case.size, case.leading)
            off = max(abs(y - (top + i * step)) for i, (y, _) in enumerate(seen))
            if off > 0.012 * case.size * len(lines):
                failures.append(f"{case.size} pt x {case.leading}: baselines {off:.2f} pt off")
    return exact / len(cases), failures


def predict_and_render(count: int, tmp_path: Path, soffice_pdf: Callable[[Path], Path]) -> None:
    cases = some_cases(count)
    write(cases, tmp_path / "prøve.pptx")
    share, failures = compare(cases, soffice_pdf(tmp_path / "prøve.pptx"))
    print(f"{share:.1%} of {count} boxes break exactly as predicted")
    assert not failures
    assert share >= 0.97


def test_lines_break_as_libreoffice_breaks_them(tmp_path: Path, soffice_pdf: Callable[[Path], Path]) -> None:
    predict_and_render(80, tmp_path, soffice_pdf)


@pytest.mark.full
def test_lines_break_as_libreoffice_breaks_them_in_many_boxes(
    tmp_path: Path, soffice_pdf: Callable[[Path], Path]
) -> None:
    predict_and_render(1000, tmp_path, soffice_pdf)
