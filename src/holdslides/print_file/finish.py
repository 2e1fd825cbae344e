"""The last touch to a PDF: page boxes for the printing house, and a seal that shows later whether it was changed.

typst writes plain PDF objects and a classic cross-reference table, so a box is added as the PDF standard means it: the
page object once more at the end of the file, with a table that points to it. Both are the same bytes every time.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

SEAL = "holdslides-" + "0" * 32  # goes into the document's keywords before the PDF is made
_SEAL = re.compile(rb"holdslides-([0-9a-f]{32})")
_PAGE = re.compile(rb"(?:^|\n)(\d+) 0 obj\s*<<(/Type\s*/Page\b(?!s).*?)>>\s*endobj", re.DOTALL)
_TRAILER = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_ID = re.compile(rb"/ID\s*\[\s*\((?:[^()\\]|\\.)*\)\s*\((?:[^()\\]|\\.)*\)\s*\]", re.DOTALL)
_FIRST_ID = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_BOX = re.compile(rb"/(?:TrimBox|BleedBox)\s*\[[^\]]*\]")

Box = tuple[float, float, float, float]


def with_boxes(pdf: bytes, boxes: Mapping[str, Box]) -> bytes:
    """The PDF with these boxes (pt, left bottom right top) on its only page.

    Raises ValueError for a PDF that is not built as typst builds them, or that has more pages than one.
    """
    if not boxes:
        return pdf
    pages, trailer = list(_PAGE.finditer(pdf)), _TRAILER.search(pdf)
    if len(pages) != 1 or trailer is None:
        raise ValueError("not the PDF of one page that was expected")
    number, body = int(pages[0][1]), _BOX.sub(b"", pages[0][2])
    for name, box in boxes.items():
        body += f"/{name}[{' '.join(f'{v:.4f}'.rstrip('0').rstrip('.') for v in box)}]".encode()
    base = pdf if pdf.endswith(b"\n") else pdf + b"\n"
    object_ = b"%d 0 obj\n<<%s>>\nendobj\n" % (number, body)
    at = len(base) + len(object_)
    entries = trailer[1]
    if first := _FIRST_ID.search(_ID.search(entries)[0]) if _ID.search(entries) else None:  # type: ignore[index]
        changed = hashlib.sha256(base + object_).hexdigest()[:32].encode()
        entries = _ID.sub(lambda _: b"/ID[(%s)(%s)]" % (first[1], changed), entries)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, len(base))
    end = b"trailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (entries, trailer[2], at)
    return base + object_ + table + end


def sealed(pdf: bytes) -> bytes:
    """The PDF with a checksum of itself where SEAL stands; its length stays the same."""
    mark = SEAL.encode()
    return pdf.replace(mark, b"holdslides-" + _checksum(pdf))


def is_untouched(pdf: bytes) -> bool:
    """Whether these are the very bytes that were written: a PDF of ours that nobody has commented in or changed."""
    seals = set(_SEAL.findall(pdf))
    if len(seals) != 1:
        return False
    seal = seals.pop()
    return _checksum(pdf.replace(b"holdslides-" + seal, SEAL.encode())) == seal


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of typst's has."""
    return len(_PAGE.findall(pdf))


def _checksum(pdf: bytes) -> bytes:
    return hashlib.sha256(pdf).hexdigest()[:32].encode()
