"""Pages of A4 as the bytes of a PDF: PDF/UA-1 and PDF/A-2a, sealed, the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from holdslides.print_file.compiler import compile_pdf
from holdslides.print_file.finish import SEAL, sealed
from holdslides.print_file.page import A4_HEIGHT, A4_WIDTH, Page, document, document_settings
from holdslides.print_file.shapes import number
from holdslides.records import dataclass

PRINTER_MARGIN = 14.18  # 5 mm, rounded up: no office printer prints on it


def pages_pdf(pages: Sequence[Page], title: str, root: Path | None = None) -> bytes:
    """The pages in their own size."""
    return sealed(compile_pdf(document(list(pages), title, keywords=(SEAL,)), root=root))


@dataclass(frozen=True, slots=True)
class Inset:
    """A page that bleeds: on A4 it is made small enough to stand inside the printer's margin."""

    page: Page

    @property
    def scale(self) -> float:
        """How large it is on A4."""
        width, height = A4_WIDTH - 2 * PRINTER_MARGIN, A4_HEIGHT - 2 * PRINTER_MARGIN
        return min(width / self.page.width, height / self.page.height)


def print_all_pdf(pages: Sequence[Page | Inset], title: str, root: Path | None = None) -> bytes:
    """Everything to be printed as one A4 document, nothing of it nearer the edge than 5 mm."""
    parts = [document_settings(title, (SEAL,)), *map(_a4, pages)]
    return sealed(compile_pdf("\n".join(parts), root=root))


def _a4(page: Page | Inset) -> str:
    if isinstance(page, Page):
        return _on_a4(_boxed(page), 0, 0)
    inner, scale = page.page, page.scale
    ground = f', clip: true, fill: rgb("{inner.theme.hex(inner.ground)}")'
    body = f"#scale({number(scale * 100, 4)}%, origin: top + left, reflow: false)[{_boxed(inner, ground)}]"
    return _on_a4(body, (A4_WIDTH - inner.width * scale) / 2, (A4_HEIGHT - inner.height * scale) / 2)


def _boxed(page: Page, more: str = "") -> str:
    return f"#box(width: {number(page.width)}pt, height: {number(page.height)}pt{more})[{page.markup}]"


def _on_a4(body: str, x: float, y: float) -> str:
    return (
        f"#page(width: {A4_WIDTH}pt, height: {A4_HEIGHT}pt, margin: 0pt, fill: white)"
        f"[#place(top + left, dx: {number(x)}pt, dy: {number(y)}pt)[{body}]]"
    )
