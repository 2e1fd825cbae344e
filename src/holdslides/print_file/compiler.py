"""typst at work: fonts found once, one compiler per process. The only module that imports typst."""

from __future__ import annotations

import re
from _thread import allocate_lock
from datetime import UTC, datetime
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import typst

from holdslides.print_file.streams import with_safe_ends
from holdslides.problems import ContentError, Problem

# Archive and accessibility in one file: a missing title or alternative text is an error.
PDF_STANDARDS = ["a-2a", "ua-1"]
_NO_LETTER = r'the text `"(.+?)"` could not be displayed'
DECK_FONT = "Arimo"  # has Arial's widths, and comes with us
_EPOCH = datetime(2024, 1, 1, tzinfo=UTC)
_Format = Literal["pdf", "png", "svg"]
_ONE_AT_A_TIME = allocate_lock()  # a compiler cannot be used by two threads at once


@lru_cache(maxsize=2)
def _fonts(of_decks: bool) -> typst.Fonts:
    folders = font_folders() if of_decks else [_fonts_of("font_source_sans_pro")]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@lru_cache(maxsize=4)
def _compiler(root: str | None, of_decks: bool) -> typst.Compiler:
    """One compiler for all pages whose pictures lie below `root`: fonts and shapes it has seen are kept."""
    arguments: dict[str, Any] = {"root": root} if root is not None else {}
    return typst.Compiler(b"", font_paths=_fonts(of_decks), **arguments)


def font_folders() -> list[Path]:
    """The folders of the two font packages: Arimo (the deck's widths) and Source Sans Pro (paper)."""
    return [_fonts_of("fontpkg_arimo"), _fonts_of("font_source_sans_pro")]


def _fonts_of(package: str) -> Path:
    """The fonts of a package, which is not run to find them. Raises FileNotFoundError when it is not there."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"{package} mangler: installationen er ikke hel")
    return Path(spec.origin).parent / "files"


def compile_pdf(source: str, root: Path | None = None) -> bytes:
    """The source as a PDF (PDF/UA-1 and PDF/A-2a), the same bytes every time.

    Raises ContentError when typst refuses it: a glyph the font lacks, a missing alternative text.
    """
    made: bytes = _compile(source, root, "pdf", pdf_standards=PDF_STANDARDS, timestamp=_EPOCH)
    return with_safe_ends(made)


def compile_pages(
    source: str,
    format_: Literal["png", "svg"],
    root: Path | None = None,
    ppi: float = 144,
) -> list[bytes]:
    """The pages as pictures; `ppi` is the pixels an inch of a png.

    Raises ContentError as `compile_pdf` does.
    """
    made = _compile(source, root, format_, ppi=ppi)
    return made if isinstance(made, list) else [made]


def _compile(source: str, root: Path | None, format_: _Format, **options: Any) -> Any:
    try:
        with _ONE_AT_A_TIME:
            compiler = _compiler(str(root) if root is not None else None, f'"{DECK_FONT}"' in source)
            return compiler.compile(input=source.encode("utf-8"), format=format_, **options)
    except typst.TypstError as error:
        raise ContentError(_in_danish(error)) from error


def _in_danish(error: typst.TypstError) -> Problem:
    """What is said of a page typst refuses: a letter it lacks, which was not foreseen, or its own words."""
    if found := re.search(_NO_LETTER, error.message):
        said = re.sub(r"\\u\{([0-9a-f]+)\}", lambda m: f"U+{m[1].upper():0>4}", found[1])
        return Problem(f"skriften på papiret har ikke tegnet {said}", hint="skriv det på en anden måde")
    return Problem(f"Siden kan ikke sættes op til print: {error.message}")
