"""Does the paper font have every letter? Asked before typst is, so that the answer can say where it stands.

The width tables know the letters of Danish texts; only one they lack is looked up in the font itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from holdslides.problems import Place, Problem
from holdslides.widths import known_letters

_UNICODE = ((3, 10), (3, 1), (0, 4), (0, 3))  # platform and encoding of the tables worth reading, best first


def missing_letters(text: str, font: str, place: Place | None, what: str) -> Iterator[Problem]:
    """A problem for each letter of the text that the font lacks. `what` is what the text is (Danish)."""
    unknown = [
        letter for letter in dict.fromkeys(text) if letter not in known_letters(font) and letter != "\n"
    ]
    for letter in unknown:
        if ord(letter) in _cmap(font):
            continue
        from unicodedata import combining

        name = f"U+{ord(letter):04X}"
        shown = f'"{letter}" ({name})' if letter.isprintable() and not combining(letter) else name
        yield Problem(f"{what}: skriften {font} har ikke tegnet {shown}", place, "skriv det på en anden måde")


@lru_cache(maxsize=4)
def _cmap(font: str) -> frozenset[int]:
    """Every code point the font's regular has a glyph for; nothing when the font does not come with us."""
    from holdslides.print_file.compiler import font_folders

    name = font.replace(" ", "").lower()
    for folder in font_folders():
        for path in sorted(folder.glob("*.ttf")):
            stem = path.stem.lower()
            if stem in (f"{name}-regular", f"{name}[wght]"):
                return frozenset(_code_points(path))
    return frozenset()


def _code_points(path: Path) -> Iterator[int]:
    import struct

    data = path.read_bytes()
    tables = struct.unpack(">H", data[4:6])[0]
    for i in range(tables):
        tag, _, offset, _ = struct.unpack(">4sIII", data[12 + 16 * i : 28 + 16 * i])
        if tag == b"cmap":
            yield from _read_cmap(data, offset)


def _read_cmap(data: bytes, start: int) -> Iterator[int]:
    from struct import unpack

    count = unpack(">H", data[start + 2 : start + 4])[0]
    records = [unpack(">HHI", data[start + 4 + 8 * i : start + 12 + 8 * i]) for i in range(count)]
    found = {(platform, encoding): offset for platform, encoding, offset in records}
    best = next((found[kind] for kind in _UNICODE if kind in found), None)
    if best is None:
        return
    at = start + best
    form = unpack(">H", data[at : at + 2])[0]
    if form == 4:
        pairs = unpack(">H", data[at + 6 : at + 8])[0] // 2
        ends = unpack(f">{pairs}H", data[at + 14 : at + 14 + 2 * pairs])
        starts = unpack(f">{pairs}H", data[at + 16 + 2 * pairs : at + 16 + 4 * pairs])
        for first, last in zip(starts, ends, strict=True):
            yield from range(first, min(last, 0xFFFE) + 1)
    elif form == 12:
        groups = unpack(">I", data[at + 12 : at + 16])[0]
        for i in range(groups):
            first, last, _ = unpack(">III", data[at + 16 + 12 * i : at + 28 + 12 * i])
            yield from range(first, last + 1)
