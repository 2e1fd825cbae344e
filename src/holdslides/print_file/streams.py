"""PDF streams that end safely: none in a line-end byte.

Some readers take such a byte for the line end before `endstream`, count one byte too few and report a wrong
/Length. Every 128th compressed stream ends so by chance, and so may a clinic's jpeg; it is wrapped in ASCII85,
which always ends in `~>`.
"""

from __future__ import annotations

import re

# One PDF in a few needs these: they are compiled when they are used.
_STREAM = rb"<<((?:[^<>]|<<[^<>]*>>)*?/Length (\d+)(?:[^<>]|<<[^<>]*>>)*?)>>\s*?stream\r?\n"
_LENGTH, _FILTER = rb"/Length \d+", rb"/Filter\s*/(\w+)"
_ENTRY = rb"(?m)^(\d{10}) (\d{5}) n"
_START = rb"startxref\s+(\d+)\s+%%EOF\s*\Z"


def with_safe_ends(pdf: bytes) -> bytes:
    """The same document, no compressed stream of it ending in a line-end byte.

    For the PDFs typst writes: plain objects and one classic cross-reference table.
    """
    if b"\n\nendstream" not in pdf and b"\r\nendstream" not in pdf:
        return pdf
    pieces, shifts, at = [], list[tuple[int, int]](), 0
    for found in re.finditer(_STREAM, pdf):
        start = found.end()
        end = start + int(found[2])
        data = pdf[start:end]
        if found.start() < at or data[-1:] not in (b"\r", b"\n") or not re.search(_FILTER, found[1]):
            continue
        from base64 import a85encode

        encoded = a85encode(data, wrapcol=120) + b"~>"
        keys = re.sub(_LENGTH, b"/Length %d" % len(encoded), found[1])
        keys = re.sub(_FILTER, rb"/Filter [/ASCII85Decode /\1]", keys)
        pieces += [pdf[at : found.start()], b"<<", keys, pdf[found.end(1) : start], encoded]
        shifts.append((end, len(keys) - len(found[1]) + len(encoded) - len(data)))
        at = end
    return _with_table(b"".join([*pieces, pdf[at:]]), shifts) if shifts else pdf


def _with_table(pdf: bytes, shifts: list[tuple[int, int]]) -> bytes:
    """The PDF with every place in its cross-reference table moved by what was put in before it."""
    from bisect import bisect_right

    ends, sums, total = [end for end, _ in shifts], [0], 0
    for _, shift in shifts:
        total += shift
        sums.append(total)

    def moved(place: int) -> int:
        return place + sums[bisect_right(ends, place)]

    start = re.search(_START, pdf)
    if start is None:
        raise ValueError("not a PDF of the kind that was expected")
    table = moved(int(start[1]))
    body, rest = pdf[:table], pdf[table:]
    rest = re.sub(_ENTRY, lambda m: b"%010d %s n" % (moved(int(m[1])), m[2]), rest)
    return body + re.sub(rb"startxref\s+\d+", b"startxref\n%d" % table, rest)
