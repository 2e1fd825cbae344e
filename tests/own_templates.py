"""PowerPoint templates as clinics may have them: Office's own widescreen layouts in different dress."""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Emu

WIDE = (12_192_000, 6_858_000)


def template(
    path: Path,
    *,
    font: str = "Calibri",
    accent: str = "4472C4",
    ground: str = "FFFFFF",
    text: str = "000000",
    band: str = "",
    names: dict[str, str] | None = None,
    centred: bool = False,
) -> Path:
    """A 16:9 template: Office's layouts stretched, a theme of its own, and a coloured band if wanted."""
    path.write_bytes(_template(font, accent, ground, text, band, tuple((names or {}).items()), centred))
    return path


@lru_cache  # made once for all tests that ask for the same
def _template(
    font: str,
    accent: str,
    ground: str,
    text: str,
    band: str,
    names: tuple[tuple[str, str], ...],
    centred: bool,
) -> bytes:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(WIDE[0]), Emu(WIDE[1])
    master = deck.slide_master
    for holder in (master, *master.slide_layouts):
        for shape in holder.placeholders:
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = round(shape.left * 4 / 3), round(shape.width * 4 / 3)
    _theme(master, font, accent, ground, text)
    if band:
        _band(master, band)
    if not centred:
        for level in master._element.iter(qn("a:lvl1pPr")):
            if level.get("algn") == "ctr":
                level.set("algn", "l")
    for layout in master.slide_layouts:
        if layout.name in dict(names):
            layout._element.cSld.set("name", dict(names)[layout.name])
    stream = BytesIO()
    deck.save(stream)
    return stream.getvalue()


def _theme(master: Any, font: str, accent: str, ground: str, text: str) -> None:
    part = master.part.part_related_by(RT.THEME)
    xml = part.blob.decode()
    for slot, colour in (("accent1", accent), ("lt1", ground), ("dk1", text)):
        new = f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>'
        xml = re.sub(rf"<a:{slot}>.*?</a:{slot}>", new, xml, flags=re.DOTALL)
    xml = re.sub(r'<a:latin typeface="[^"]*"', f'<a:latin typeface="{font}"', xml)
    part._blob = xml.encode()


def _band(master: Any, colour: str) -> None:
    """A stripe down the left edge, on every layout."""
    draw(master, colour, 0, 0, 20, WIDE[1] / 12_700)


def draw(owner: Any, colour: str, x: float, y: float, width: float, height: float) -> None:
    """A coloured rectangle behind everything on a master or layout, pt."""
    left, top, across, down = (round(value * 12_700) for value in (x, y, width, height))
    stripe = etree.fromstring(
        '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr>'
        '<p:cNvPr id="90" name="Stribe"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></p:spPr></p:sp>'
    )
    owner.shapes._spTree.insert(2, stripe)
