"""Presentations as a clinic may have made them: all that can be carried over, and all that cannot."""

from __future__ import annotations

import zipfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Emu, Inches

WIDE = (12_192_000, 6_858_000)
_SMART_ART = (
    '<p:graphicFrame xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<p:nvGraphicFramePr><p:cNvPr id="77" name="SmartArt"/><p:cNvGraphicFramePr/><p:nvPr/>'
    "</p:nvGraphicFramePr>"
    '<p:xfrm><a:off x="0" y="0"/><a:ext cx="99" cy="99"/></p:xfrm><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram">'
    '<dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'r:dm="{dm}" r:lo="{lo}" r:qs="{lo}" r:cs="{lo}"/></a:graphicData></a:graphic></p:graphicFrame>'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def picture(width: int = 60, height: int = 40, colour: str = "teal") -> BytesIO:
    """A plain PNG."""
    stream = BytesIO()
    Image.new("RGB", (width, height), colour).save(stream, "PNG")
    stream.seek(0)
    return stream


def presentation(path: Path, size: tuple[int, int] = WIDE) -> Path:
    """Five slides: words, a picture and a link, a table, a chart, and one of everything that stays behind."""
    path.write_bytes(_presentation(size))
    return path


@lru_cache  # made once for all tests
def _presentation(size: tuple[int, int]) -> bytes:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(size[0]), Emu(size[1])
    _words(deck)
    _picture(deck)
    _table(deck)
    _chart(deck)
    _left_behind(deck)
    stream = BytesIO()
    deck.save(stream)
    return stream.getvalue()


def _slide(deck: Any, title: str, layout: int = 5) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    slide.shapes.title.text = title
    return slide


def _words(deck: Any) -> None:
    slide = _slide(deck, "Velkommen hos os", 1)
    slide.placeholders[1].text = "Vi glæder os til at se dig"
    slide.notes_slide.notes_text_frame.text = "Sig, hvem du er.\nVis, hvor toilettet er."


def _picture(deck: Any) -> None:
    slide = _slide(deck, "Vores hus")
    for at in (1, 3):
        slide.shapes.add_picture(picture(), Inches(at), Inches(3), Inches(1.5))
    box = slide.shapes.add_textbox(Inches(1), Inches(5), Inches(4), Inches(1))
    run = box.text_frame.paragraphs[0].add_run()
    run.text, run.hyperlink.address = "Se mere", "https://eksempel.dk"
    run.font.color.rgb = RGBColor(0x7A, 0x1F, 0x5C)


def _table(deck: Any) -> None:
    slide = _slide(deck, "Åbningstider")
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(6), Inches(1)).table
    for row, words in enumerate((("Mandag", "8-16"), ("Tirsdag", "8-18"))):
        for column, text in enumerate(words):
            table.cell(row, column).text = text


def _chart(deck: Any) -> None:
    slide = _slide(deck, "Så mange kom")
    data = CategoryChartData()
    data.categories = ["2024", "2025"]
    data.add_series("Deltagere", (12, 19))
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED
    slide.shapes.add_chart(kind, Inches(1), Inches(2), Inches(6), Inches(4), data)


def _left_behind(deck: Any) -> None:
    slide = _slide(deck, "Alt muligt")
    movie = BytesIO(b"\0\0\0\x18ftypmp42")
    slide.shapes.add_movie(movie, 0, 0, Inches(2), Inches(2), picture(), "video/mp4")
    slide.shapes.add_ole_object(BytesIO(b"PK"), "Excel.Sheet.12", Inches(4), Inches(4))
    package = deck.part.package
    for name in ("data", "layout"):
        type_ = f"application/vnd.openxmlformats-officedocument.drawingml.diagram{name.title()}+xml"
        part = Part(PackURI(f"/ppt/diagrams/{name}1.xml"), type_, package, b"<a/>")
        slide.part.relate_to(part, f"{_TYPE}diagram{name.title()}")
    ids = {relation.reltype.rpartition("/")[2]: id_ for id_, relation in slide.part.rels.items()}
    from lxml import etree

    frame = _SMART_ART.format(dm=ids["diagramData"], lo=ids["diagramLayout"])
    slide.shapes._spTree.append(etree.fromstring(frame))
    other = slide.shapes.add_textbox(0, 0, Inches(2), Inches(1))
    other.click_action.target_slide = deck.slides[0]


def with_part(path: Path, name: str, data: bytes, replaced: dict[bytes, bytes] | None = None) -> Path:
    """The presentation with one more part, and words of its list of types replaced."""
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    for old, new in (replaced or {}).items():
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(old, new)
    parts[name] = data
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in parts.items():
            archive.writestr(entry, content)
    return path
