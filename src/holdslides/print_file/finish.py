"""The last touch to a PDF: boxes for the printing house, and a seal.

typst writes plain PDF objects and a classic cross-reference table, so an object is changed as the PDF
standard means it: written once more at the end of the file, with a table that points to it. All of it is the
same bytes every time.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping

SEAL = "holdslides-" + "0" * 16  # goes into the document's keywords before the PDF is made
_SEAL = rb"holdslides-([0-9a-f]{16})"
_PAGE = rb"(?s)^<<(/Type\s*/Page\b(?!s).*)>>\s*$"
_TRAILER = rb"(?s)trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z"
_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_LENGTH = re.compile(rb"/Length (\d+)")
_ID = rb"(?s)/ID\s*\[\s*\(((?:[^()\\]|\\.)*)\)\s*\((?:[^()\\]|\\.)*\)\s*\]"
_BOX = rb"/(?:TrimBox|BleedBox)\s*\[[^\]]*\]"
_ENTRY = 20  # bytes of an entry of a cross-reference table

Box = tuple[float, float, float, float]


def finished(pdf: bytes, boxes: Mapping[str, Box] | None = None) -> bytes:
    """The PDF with these boxes (pt; left, bottom, right, top) on its pages, and sealed if SEAL is in it.

    Raises ValueError for a PDF that is not built as typst builds them.
    """
    changed: dict[int, bytes] = {}
    for number, head, body in _objects(pdf):
        page = re.match(_PAGE, head) if boxes and not body else None
        if page and boxes:
            changed[number] = b"<<%s>>" % (re.sub(_BOX, b"", page[1]) + _written(boxes))
    return sealed(_revised(pdf, changed))


def sealed(pdf: bytes) -> bytes:
    """The PDF with a checksum of itself where SEAL stands; its length stays the same."""
    mark = SEAL.encode()
    return pdf.replace(mark, b"holdslides-" + _checksum(pdf))


def is_untouched(pdf: bytes) -> bool:
    """Whether these are the very bytes that were written: a PDF of ours that nobody has changed."""
    seals = set(re.findall(_SEAL, pdf))
    if len(seals) != 1:
        return False
    seal: bytes = seals.pop()
    return _checksum(pdf.replace(b"holdslides-" + seal, SEAL.encode())) == seal


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of typst's has. Raises ValueError for any other PDF."""
    return sum(1 for _, head, body in _objects(pdf) if not body and _is_page(head))


def _is_page(head: bytes) -> bool:
    plain = head.replace(b" ", b"")
    kind = plain.find(b"/Type/Page")
    return kind >= 0 and not plain.startswith(b"/Type/Pages", kind)


def _written(boxes: Mapping[str, Box]) -> bytes:
    return b"".join(
        f"/{name}[{' '.join(f'{v:.4f}'.rstrip('0').rstrip('.') for v in box)}]".encode()
        for name, box in boxes.items()
    )


def _objects(pdf: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Every object: its number, what stands before its stream (or all of it), and the stream's bytes."""
    mark = pdf.rfind(b"startxref")
    if mark < 0:
        raise ValueError("not the trailer that was expected")
    start = int(pdf[mark + len(b"startxref") :].split(None, 1)[0])
    table = _TABLE.match(pdf, start)
    if table is None:
        raise ValueError("not the cross-reference table that was expected")
    for number in range(1, int(table[1])):
        at = table.end() + _ENTRY * number
        offset = int(pdf[at : at + 10])
        begin = pdf.index(b"obj", offset) + 3
        end = pdf.index(b"endobj", begin)
        stream = pdf.find(b"stream\n", begin, end)
        if stream < 0:
            yield number, pdf[begin:end].strip(), b""
            continue
        head = pdf[begin:stream].lstrip()
        length = _LENGTH.search(head)
        if length is None:
            raise ValueError("a stream without a length")
        first = stream + len(b"stream\n")
        yield number, head, pdf[first : first + int(length[1])]


def _trailer(pdf: bytes) -> re.Match[bytes]:
    trailer = re.search(_TRAILER, pdf[-2000:])
    if trailer is None:
        raise ValueError("not the trailer that was expected")
    return trailer


def _revised(pdf: bytes, changed: Mapping[int, bytes]) -> bytes:
    """The PDF with objects written anew at its end (an incremental update)."""
    if not changed:
        return pdf
    trailer = _trailer(pdf)
    out = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    table = b"xref\n"
    for number, content in changed.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    second = _checksum(out)
    entries = re.sub(_ID, lambda id_: b"/ID[(%s)(%s)]" % (id_[1], second), trailer[1])
    start = len(out)
    out += table + b"trailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (entries, trailer[2], start)
    return bytes(out)


def _checksum(pdf: bytes | bytearray) -> bytes:
    """Sixteen hexadecimal digits; it tells a changed file, it keeps no secrets."""
    return b"%08x%08x" % (zlib.crc32(pdf), zlib.adler32(pdf))
