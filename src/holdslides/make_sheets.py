"""Worksheets from what a command or the local page asks for: compose, check the fit, write.

Nothing is printed here.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from holdslides.compose_sheet import compose_sheet, sheet_ids
from holdslides.ids import resolve_id
from holdslides.library import Library
from holdslides.make import Made, Progress, Workshop
from holdslides.make_pages import Paper, save_made
from holdslides.paper_files import PaperFile
from holdslides.problems import ContentError, Problem, RequestError
from holdslides.records import dataclass
from holdslides.worksheet import Sheet

if TYPE_CHECKING:
    from holdslides.print_file.page import Page
    from holdslides.theme import Theme

FOLDER = "ark"


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """What is asked for: sheet ids (see `wanted`), the condition whose words they use, large print."""

    ids: tuple[str, ...] = ()
    condition: str = ""
    large: bool = False


def make_sheets(
    shop: Workshop,
    request: SheetRequest,
    out: Path,
    *,
    replace: bool = False,
    progress: Progress = lambda _: None,
) -> list[Made]:
    """Composes, checks and writes the sheets below `out`; none is written when one of them is wrong.

    Raises RequestError for what does not exist, ContentError for what does not fit or cannot be shown,
    FileError for a file that cannot be written or that was changed since it was written.
    """
    condition = _condition(shop.library, request.condition)
    sheets = composed(shop, wanted(shop.library, request), condition)
    folder = out / condition / FOLDER if condition else out / FOLDER
    papers = [
        Paper(PaperFile(folder / file_name(sheet, request.large), pdf), "sheet", pages, remarks=sheet.remarks)
        for sheet, pdf, pages in sheet_pdfs(sheets, shop.theme, request.large)
    ]
    return save_made(papers, replace=replace, progress=progress)


def wanted(library: Library, request: SheetRequest) -> tuple[str, ...]:
    """The ids asked for; without any those that the condition's programmes use; without a condition all
    there are.

    Raises RequestError for ids there are none of.
    """
    known = sheet_ids(library)
    if request.ids:
        return tuple(dict.fromkeys(resolve_id(id_, known, "arket") for id_ in request.ids))
    if not request.condition:
        return known
    return used_by(library, _condition(library, request.condition)) or known


def used_by(library: Library, condition: str) -> tuple[str, ...]:
    """The ids of the sheets that a condition's programmes name, in order."""
    settings = library.condition(condition).value.settings.values()
    named = [id_ for setting in settings for session in setting.sessions for id_ in session.sheets]
    known = sheet_ids(library)
    return tuple(id_ for id_ in dict.fromkeys(named) if id_ in known)


def composed(shop: Workshop, ids: Sequence[str], condition: str) -> list[Sheet]:
    """The sheets, in order. Raises ContentError for everything that is wrong in any of them."""
    sheets, problems = [], list[Problem]()
    for id_ in ids:
        try:
            sheets.append(compose_sheet(shop.library, shop.clinic, id_, condition))
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(dict.fromkeys(problems))
    return sheets


def sheet_pages(sheets: Sequence[Sheet], theme: Theme, large: bool) -> list[tuple[Sheet, list[Page]]]:
    """Each sheet with its pages. Raises ContentError for everything that does not fit."""
    from holdslides.print_file.sheet import lay_out_sheet

    laid_out, problems = [], list[Problem]()
    for sheet in sheets:
        pages, wrong = lay_out_sheet(sheet, theme, large)
        problems += wrong
        laid_out.append((sheet, pages))
    if problems:
        raise ContentError(dict.fromkeys(problems))
    return laid_out


def sheet_pdfs(sheets: Sequence[Sheet], theme: Theme, large: bool) -> list[tuple[Sheet, bytes, int]]:
    """Each sheet with its PDF and how many pages it has. Raises ContentError as `sheet_pages` does."""
    from holdslides.print_file.sheet_pdf import pages_pdf

    return [
        (sheet, pages_pdf(pages, sheet.name), len(pages))
        for sheet, pages in sheet_pages(sheets, theme, large)
    ]


def file_name(sheet: Sheet, large: bool) -> str:
    """min_kop.pdf, min_kop-stor.pdf in large print."""
    return f"{sheet.id}{'-stor' if large else ''}.pdf"


def _condition(library: Library, typed: str) -> str:
    if not typed:
        return ""
    try:
        return resolve_id(typed, library.condition_ids, "tilstanden")
    except RequestError as error:
        raise RequestError(
            [Problem(f"--condition: {p.message}", hint=p.hint) for p in error.problems]
        ) from None
