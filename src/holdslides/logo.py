"""The clinic's logo: read once, and refused when it is no picture, is damaged, or is far too large.

Pixels are counted from the file's own head, so nothing but the standard library is needed.
"""

from __future__ import annotations

import re
import struct
from pathlib import Path

from holdslides.problems import ContentError, Place, Problem
from holdslides.records import dataclass

MOST_BYTES = 5_000_000
MOST_PIXELS = 6000  # on either side; a logo on an A0 poster is 150 mm wide
MOST_IN_ALL = 20_000_000  # pixels, so that no small file unpacks to something huge
LEAST_PIXELS = 40
MOST_OBLONG = 10  # width to height, or height to width

_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SVG_UNSAFE = re.compile(
    rb"<!ENTITY|<script|<foreignObject|(?:href|src)\s*=\s*[\"'](?!#|data:image/)", re.IGNORECASE
)
_SVG_ROOT = re.compile(rb"<(?:\w+:)?svg\b([^>]*)>", re.IGNORECASE)
_NUMBER = r"\s*=\s*[\"']\s*([0-9.]+)"


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo that can be printed: its file, kind (png, jpg or svg), and width and height in its own units."""

    path: Path
    kind: str
    width: float
    height: float


def read_logo(path: Path, place: Place) -> Logo:
    """The logo, checked.

    Raises ContentError at `place` (the line that names it) when it cannot be used.
    """
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise _wrong(
                path, place, f"fylder {size / 1e6:.0f} MB", f"gem det mindre: højst {MOST_BYTES // 10**6} MB"
            )
        data = path.read_bytes()
    except OSError as error:
        raise _wrong(path, place, "kan ikke læses", "læg billedet i klinikkens mappe") from error
    kind, width, height = _measured(data, path, place)
    if min(width, height) < LEAST_PIXELS and kind != "svg":
        raise _wrong(
            path, place, f"er kun {width:.0f} x {height:.0f} punkter", f"brug et på mindst {LEAST_PIXELS}"
        )
    if max(width, height) > MOST_PIXELS and kind != "svg":
        raise _wrong(
            path, place, f"er {width:.0f} x {height:.0f} punkter", f"gem det mindre: højst {MOST_PIXELS}"
        )
    if width * height > MOST_IN_ALL and kind != "svg":
        raise _wrong(
            path,
            place,
            f"har {width * height / 1e6:.0f} millioner punkter",
            "gem det mindre: højst 20 millioner",
        )
    if max(width / height, height / width) > MOST_OBLONG:
        raise _wrong(
            path, place, "er for langt og smalt", f"højst {MOST_OBLONG} gange så langt, som det er bredt"
        )
    return Logo(path, kind, width, height)


def _measured(data: bytes, path: Path, place: Place) -> tuple[str, float, float]:
    size: tuple[float, float] | None = None
    kind = ""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR" and len(data) > 32:
        kind, size = "png", struct.unpack(">II", data[16:24])
        if b"IEND" not in data[-32:]:
            size = None
    elif data.startswith(b"\xff\xd8\xff"):
        kind, size = "jpg", _jpeg_size(data, path, place)
    elif b"<svg" in data[:4096].lower() or b":svg" in data[:4096].lower():
        if _SVG_UNSAFE.search(data):
            raise _wrong(path, place, "henter noget udefra eller indeholder et program", "gem det som png")
        kind, size = "svg", _svg_size(data)
    if not kind:
        raise _wrong(path, place, "er ikke et billede", "brug png, jpg eller svg")
    if size is None or min(size) <= 0:
        raise _wrong(path, place, "er et billede, der er gået i stykker", "gem det igen som png")
    return kind, *size


def _jpeg_size(data: bytes, path: Path, place: Place) -> tuple[float, float] | None:
    """Width and height from the first frame; a picture in printers' inks (CMYK) is refused."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        mark, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if mark in _JPEG_FRAMES:
            height, width, parts = struct.unpack(">HHB", data[at + 5 : at + 10])
            if parts == 4:
                raise _wrong(path, place, "er gemt i trykfarver (CMYK)", "gem det som RGB eller png")
            return (width, height) if data.rstrip(b"\0").endswith(b"\xff\xd9") else None
        at += 1 if mark == 0xFF else 2 + length
    return None


def _svg_size(data: bytes) -> tuple[float, float] | None:
    root = _SVG_ROOT.search(data)
    if root is None or not re.search(rb"</(?:\w+:)?svg\s*>\s*$", data.rstrip()):
        return None
    attributes = root[1].decode("utf-8", "replace")
    if box := re.search(
        r"viewBox\s*=\s*[\"']\s*([-0-9.eE]+)[\s,]+([-0-9.eE]+)[\s,]+([0-9.]+)[\s,]+([0-9.]+)", attributes
    ):
        return float(box[3]), float(box[4])
    sides = [re.search(rf"\b{name}{_NUMBER}", attributes) for name in ("width", "height")]
    if all(sides):
        return float(sides[0][1]), float(sides[1][1])  # type: ignore[index]
    return None


def _wrong(path: Path, place: Place, what: str, hint: str) -> ContentError:
    return ContentError(Problem(f'logoet "{path.name}" {what}', place, hint))
