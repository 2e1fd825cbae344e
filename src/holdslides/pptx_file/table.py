"""A native table: header row and the deck's own table style. Lengths in pt."""

from __future__ import annotations

from collections.abc import Callable

from holdslides.pages import TableSlide
from holdslides.pptx_file.markup import attribute, emu, frame
from holdslides.pptx_file.names import PLACEHOLDERS, TABLE_STYLE_ID, role_of
from holdslides.table_fit import CELL_GAP, CELL_PAD, PlacedTable
from holdslides.texts import Text

Paragraphs = Callable[[Text, bool], str]  # a cell's words and whether it is a heading -> XML


def table_xml(slide: TableSlide, placed: PlacedTable, id_: int, paragraphs: Paragraphs) -> str:
    """The table in its placeholder. A row with too few cells is filled up, one with too many is cut."""
    columns = len(slide.header)
    empty = Text((), slide.place)
    grid = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in placed.column_widths)
    body = ""
    for number, (row, height) in enumerate(zip((slide.header, *slide.rows), placed.row_heights, strict=True)):
        padded = (*row, *[empty] * columns)[:columns]
        cells = "".join(_cell(paragraphs(text, number == 0)) for text in padded)
        body += f'<a:tr h="{emu(height)}">{cells}</a:tr>'
    headings = ", ".join(text.plain.replace("\n", " ") for text in slide.header if text)
    place = frame(placed.x, placed.y, placed.width, placed.height, "p:xfrm")
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id_}" name="{PLACEHOLDERS["table"].name}" '
        f'descr="{attribute(f"Tabel med kolonnerne {headings}.")}"/><p:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph {role_of("table", "table")}/>'
        f"</p:nvPr></p:nvGraphicFramePr>{place}<a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr firstRow="1"><a:tableStyleId>{TABLE_STYLE_ID}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(paragraphs: str) -> str:
    side, above = emu(CELL_PAD), emu(CELL_GAP)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>"
        f'<a:tcPr marL="{side}" marR="{side}" marT="{above}" marB="{above}" anchor="ctr"/></a:tc>'
    )
