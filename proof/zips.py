"""Zip files that lie, are cut or damaged, or are none; and whole ones that are the same every time."""

from __future__ import annotations

import random
import re
import struct
import zipfile
from io import BytesIO

Parts = dict[str, bytes]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_TIME = (2026, 1, 31, 12, 0, 0)


def parts_of(data: bytes) -> Parts:
    """The parts of a package, in order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    """The parts as a zip."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _TIME)  # the same bytes every time, so that a case is the same
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return stream.getvalue()


def without_dates(data: bytes) -> bytes:
    """The package with nothing in it that tells when it was made, in the workbooks of its charts neither."""
    parts = parts_of(data)
    for name, inner in parts.items():
        if name.endswith(".xlsx"):
            parts[name] = without_dates(inner)
        elif name.startswith("docProps/"):
            parts[name] = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2026-01-31T12:00:00Z", inner)
    return packed(parts)


def _lying_sizes(data: bytes, size: int) -> bytes:
    lied = bytearray(data)
    for found in re.finditer(rb"PK\x01\x02", data):
        struct.pack_into("<I", lied, found.start() + 24, size)
    return bytes(lied)


def _flagged(data: bytes, offset: int, value: int) -> bytes:
    lied = bytearray(data)
    for found in re.finditer(rb"PK\x01\x02", data):
        struct.pack_into("<H", lied, found.start() + offset, value)
    return bytes(lied)


def _bomb(parts: Parts, dice: random.Random) -> bytes:
    """A little file that becomes a large one; made in pieces, so that making it takes no memory."""
    name = dice.choice(("ppt/media/bombe.png", "ppt/slides/slide1.xml", "docProps/bombe.xml"))
    parts.pop(name, None)
    stream = BytesIO(packed(parts))
    info = zipfile.ZipInfo(name, _TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(stream, "a") as archive, archive.open(info, "w") as entry:
        entry.write(b"<x>")
        for _i in range(dice.choice((20, 120))):
            entry.write(b" " * 1_000_000)
    return stream.getvalue()


def changed_zip(dice: random.Random, data: bytes) -> bytes:
    """The file as a zip that lies, is cut or damaged, or is no zip."""
    match dice.randrange(13):
        case 0:
            return data[: dice.randint(0, len(data))]
        case 1:
            return _lying_sizes(data, dice.choice((0, 1, 2**31, 2**32 - 2)))
        case 2:
            return _flagged(data, 8, dice.choice((1, 0x2000, 0x800)))
        case 3:
            return _flagged(data, 10, dice.choice((1, 9, 12, 14, 93, 99)))
        case 4:
            return OLE + (b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0" if dice.random() < 0.5 else b"")
        case 5:
            return b"skrammel" * 20 + data
        case 6:
            return data + bytes(dice.choice((1, 70_000)))
        case 7:
            return dice.randbytes(dice.choice((0, 3, 500)))
        case 8 if dice.random() < 0.15:
            return _bomb(parts_of(data), dice)
        case 9:
            return packed(
                {**parts_of(data), **{f"ppt/x{i}.xml": b"" for i in range(dice.choice((100, 21_000)))}}
            )
        case 10:
            return b"PK\x05\x06" + bytes(18)
        case _:
            damaged = bytearray(data)
            for _i in range(dice.choice((1, 3, 50))):
                damaged[dice.randrange(len(damaged))] = dice.randrange(256)
            return bytes(damaged)
