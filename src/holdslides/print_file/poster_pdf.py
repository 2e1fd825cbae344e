"""A laid-out poster as the bytes of a PDF: one page, PDF/UA-1 and PDF/A-2a, the same bytes every time."""

from __future__ import annotations

from holdslides.paper import Poster
from holdslides.print_file.compiler import compile_pdf
from holdslides.print_file.finish import SEAL, finished, page_count
from holdslides.print_file.page import Page
from holdslides.print_file.poster_footer import shown_facts
from holdslides.print_file.trim import Paper, paper_source
from holdslides.problems import ContentError, Place, Problem


def poster_pdf(poster: Poster, page: Page, paper: Paper) -> bytes:
    """The poster's PDF. Raises ContentError when typst refuses it, as for a logo it cannot read."""
    facts = shown_facts(poster)
    keywords = (SEAL, *([f"fakta: {facts}"] if facts else []))
    logo = poster.sender.logo
    root = logo.path.parent if logo else None
    try:
        pdf = compile_pdf(paper_source(page, paper, poster.name, keywords), root=root)
    except ContentError as error:
        if logo is None:
            raise
        problem = Problem(
            f'logoet "{logo.path.name}" kan ikke tegnes', Place(str(logo.path)), "gem det igen som png"
        )
        raise ContentError(problem) from error
    if page_count(pdf) != 1:
        message = f"plakaten {poster.id} fylder {page_count(pdf)} sider"
        raise ContentError(Problem(message, poster.place, "skriv kortere"))
    return finished(pdf, paper.boxes())
