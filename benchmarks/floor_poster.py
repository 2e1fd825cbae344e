"""The floor a poster is measured against: a minimal typst script for one A3 poster of the same standards."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import font_source_sans_pro
import typst

SOURCE = """
#set document(title: "Skru ned for alarmen")
#set text(lang: "da", region: "DK", font: "Source Sans Pro", size: 38pt, weight: 600)
#set page(width: 297mm, height: 420mm, margin: 60pt, fill: rgb("#F8EFE0"))
#figure(alt: "En knap", circle(radius: 240pt, fill: rgb("#F5B742"), stroke: 40pt + rgb("#B8996B")))
#text(size: 112pt, weight: 900)[= Skru ned for alarmen]
Motion, latter og dybe åndedrag kan bremse. Dårlig søvn og uro kan give gas.
"""
folder = Path(font_source_sans_pro.__file__).parent / "files"
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
pdf = typst.Compiler(SOURCE.encode(), font_paths=fonts).compile(
    format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=datetime(2024, 1, 1, tzinfo=UTC)
)
Path(sys.argv[1]).write_bytes(pdf)
