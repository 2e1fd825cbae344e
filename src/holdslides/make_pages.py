"""A deck as pages: a PDF with a page for each slide, a handout with three a page, and a picture of any one
slide.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from holdslides.make import Checked, Made, Progress
from holdslides.paper_files import PaperFile, write_papers
from holdslides.records import dataclass

if TYPE_CHECKING:
    from holdslides.deck import Deck


OWN_LEFT_OUT = "Jeres egne slides står her kun med titlen: gem som PDF i PowerPoint for at få dem med"


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF to be written, and what is told of it; `deck` is the deck it shows the slides of, if any."""

    file: PaperFile
    kind: str
    pages: int
    minutes: float = 0
    remarks: tuple[str, ...] = ()
    deck: str = ""


def deck_papers(checked: Checked, folder: Path, *, pdf: bool, handout: bool) -> list[Paper]:
    """The PDFs of checked decks: NAME.pdf and NAME-til-noter.pdf.

    Raises ContentError for what typst refuses.
    """
    from holdslides.pages import OwnSlide
    from holdslides.print_file.sheet_pdf import pages_pdf
    from holdslides.print_file.slides import logo_folder, slide_pages, three_up_pages

    papers = []
    for deck in checked.decks:
        has_own = any(isinstance(slide, OwnSlide) for slide in deck.slides)
        remarks = (OWN_LEFT_OUT,) if has_own else ()
        slides = slide_pages(deck, checked.layouts, checked.theme, checked.measured)
        root = logo_folder(checked.theme)
        if pdf:
            file = PaperFile(folder / f"{deck.name}.pdf", pages_pdf(slides, deck.title, root))
            papers.append(Paper(file, "deck-pdf", len(slides), deck.minutes, remarks, deck.name))
        if handout:
            sheets = three_up_pages(deck, slides, checked.theme)
            data = pages_pdf(sheets, f"{deck.title} – til noter", root)
            file = PaperFile(folder / f"{deck.name}-til-noter.pdf", data)
            papers.append(Paper(file, "handout", len(sheets), remarks=remarks, deck=deck.name))
    return papers


def save_made(papers: Sequence[Paper], *, replace: bool, progress: Progress) -> list[Made]:
    """Writes the papers and tells what was made. Raises FileError as `write_papers` does."""
    moved = write_papers([paper.file for paper in papers], replace=replace, progress=progress)
    made = []
    for paper in papers:
        aside = moved.get(paper.file.path)
        remarks = (*paper.remarks, *((f"Din gamle fil ligger nu som {aside.name}",) if aside else ()))
        made.append(Made(paper.file.path, paper.kind, paper.pages, paper.minutes, remarks))
    return made


def preview(
    deck: Deck, index: int, checked: Checked, format_: Literal["png", "svg"] = "png", ppi: float = 96
) -> bytes:
    """A picture of the slide at `index` (from 0) of a deck. Raises IndexError for one there is none of."""
    from holdslides.print_file.compiler import compile_pages
    from holdslides.print_file.page import document
    from holdslides.print_file.slides import logo_folder, slide_page

    placed = checked.measured.place_deck(deck)[index]
    page = slide_page(placed, checked.layouts, checked.theme, checked.measured)
    return compile_pages(document([page], deck.title), format_, root=logo_folder(checked.theme), ppi=ppi)[0]
