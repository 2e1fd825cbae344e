"""A clinic folder for the poster tests: its own posters, logos good and bad."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from holdslides.make import Workshop

POSTER = """\
navn: Prøve
opsætning: ord-først
overskrift: ["{headline}"]
tekst: ["{body}"]
figur: hold
scene: petrol7
bund: {foot}
fakta: {{vist: [{facts}]}}
{more}
"""


def clinic(folder: Path, settings: str = "", **posters: str) -> Workshop:
    """A workshop on a clinic folder with these settings and posters (id: text)."""
    (folder / "plakater").mkdir(parents=True, exist_ok=True)
    (folder / "klinik.yaml").write_text(f"navn: Klinik Prøve\n{settings}", encoding="utf-8")
    for id_, text in posters.items():
        (folder / "plakater" / f"{id_}.yaml").write_text(text, encoding="utf-8")
    return Workshop.open(folder)


def poster(
    headline: str = "Kom i gang",
    body: str = "Gå en tur.",
    facts: str = "L26a",
    foot: str = "sand1",
    more: str = "",
) -> str:
    """The text of a small poster that can be made as it stands."""
    return POSTER.format(headline=headline, body=body, facts=facts, foot=foot, more=more)


def png(width: int, height: int) -> bytes:
    """A plain PNG of that many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + b"\xc8\x3c\x28" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80">'
    b'<circle cx="40" cy="40" r="36" fill="#1B5D67"/></svg>'
)
