"""What a template's own theme says: its font, its accent colour, and whether its text can be read."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.parts.presentation import PresentationPart

from holdslides.pptx_file.namespaces import A, P
from holdslides.records import dataclass


@dataclass(frozen=True, slots=True)
class AboutTheme:
    """The font texts are set in, and colours as #RRGGBB: the accent, text and ground; "" where not said."""

    font: str
    accent: str
    text: str
    ground: str


def about_theme(presentation: PresentationPart) -> AboutTheme:
    """The theme of the template's first master."""
    master = presentation.presentation.slide_masters[0]
    tree = etree.fromstring(master.part.part_related_by(RT.THEME).blob)
    slots = {node.tag.removeprefix(A): _colour(node) for node in tree.find(f".//{A}clrScheme")}
    mapped = master._element.find(f"{P}clrMap")
    text, ground = (slots.get(mapped.get(name, ""), "") for name in ("tx1", "bg1"))
    fonts = [_font(tree, which) for which in ("minorFont", "majorFont")]
    return AboutTheme(_widest(fonts), slots.get("accent1", ""), text, ground)


def _colour(node: Any) -> str:
    for colour in node:
        written = colour.get("lastClr") or (colour.get("val") if colour.tag == f"{A}srgbClr" else "")
        if written:
            return f"#{written.upper()}"
    return ""


def _font(tree: Any, which: str) -> str:
    found = tree.find(f".//{A}{which}/{A}latin")
    return str(found.get("typeface") or "") if found is not None else ""


def _widest(fonts: list[str]) -> str:
    """The font to reckon with: one whose widths are not known counts as the wider."""
    from holdslides.widths import is_known

    return next((font for font in fonts if font and not is_known(font)), fonts[0])
