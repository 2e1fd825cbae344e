"""What a therapist does to a deck in PowerPoint, done with python-pptx: each edit is one function."""

from __future__ import annotations

import copy
import struct
import zlib
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Mm, Pt

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TAGS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/tags"
DANISH = "da-DK"


def opened(data: bytes) -> Any:
    return Presentation(BytesIO(data))


def saved(presentation: Any) -> bytes:
    """The presentation as PowerPoint leaves it: sections and shows name the slides that are there."""
    tidy_lists(presentation)
    stream = BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def tidy_lists(presentation: Any) -> None:
    tree = presentation.part._element
    listed = list(presentation.slides._sldIdLst)
    ids, relations = [e.get("id") for e in listed], {e.rId for e in listed}
    for entry in list(tree.iter(f"{P14}sldId")):
        if entry.get("id") not in ids:
            entry.getparent().remove(entry)
    named = {e.get("id") for e in tree.iter(f"{P14}sldId")}
    sections = list(tree.iter(f"{P14}section"))
    for before, id_ in zip([None, *ids], ids, strict=False):  # a new slide is in the section it stands in
        if id_ not in named and sections:
            entries = {e.get("id"): e for e in tree.iter(f"{P14}sldId")}
            entry = sections[0].makeelement(f"{P14}sldId", {"id": id_})
            if before in entries:
                entries[before].addnext(entry)
            else:
                sections[0].find(f"{P14}sldIdLst").insert(0, entry)
    for show in list(tree.iter(f"{P}custShow")):
        for entry in list(show.iter(f"{P}sld")):
            if entry.get(f"{R}id") not in relations:
                entry.getparent().remove(entry)


# ---- words and looks --------------------------------------------------------------------------------------
def texts(slide: Any) -> list[Any]:
    """The shapes with words that can be changed; a slide number is none."""
    return [s for s in slide.shapes if s.has_text_frame and s.text_frame.paragraphs[0].runs]


def first_text(slide: Any) -> Any:
    return texts(slide)[0]


def change_text(slide: Any, words: str = "Mine egne ord") -> None:
    run = first_text(slide).text_frame.paragraphs[0].runs[0]
    run.text = words


def change_notes(slide: Any, words: str = "Husk at spørge Jens.") -> None:
    first = slide.notes_slide.notes_text_frame.paragraphs[0]
    (first.runs[0] if first.runs else first.add_run()).text = words


def make_bold(slide: Any) -> None:
    run = first_text(slide).text_frame.paragraphs[0].runs[0]
    run.font.italic = True


def recolour(slide: Any) -> None:
    first_text(slide).text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xC0, 0x10, 0x80)


def resize_text(slide: Any) -> None:
    first_text(slide).text_frame.paragraphs[0].runs[0].font.size = Pt(19)


def move_shape(slide: Any, millimetres: float = 8) -> None:
    shape = first_text(slide)
    left, top, width, height = shape.left, shape.top, shape.width, shape.height
    shape.left, shape.top, shape.width, shape.height = left + Mm(millimetres), top, width, height


def hide(slide: Any) -> None:
    slide._element.set("show", "0")


# ---- things put in ----------------------------------------------------------------------------------------
def picture(shade: int) -> BytesIO:
    """A small picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + bytes((shade % 256, 90, 120)) * 4 for _ in range(4))
    data = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return BytesIO(b"\x89PNG\r\n\x1a\n" + data)


def add_picture(slide: Any, shade: int = 30) -> None:
    slide.shapes.add_picture(picture(shade), Mm(20), Mm(20), Mm(40), Mm(40))


def add_chart(slide: Any, values: tuple[float, ...] = (1, 2, 3)) -> None:
    data = CategoryChartData()
    data.categories = ["a", "b", "c"][: len(values)]
    data.add_series("Skridt", values)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Mm(20), Mm(40), Mm(90), Mm(60), data)
    for name in ("axId", "crossAx"):  # python-pptx numbers axes below nought, which PowerPoint does not
        for element in frame.chart._chartSpace.iter(f"{C}{name}"):
            element.set("val", element.get("val").lstrip("-"))


def add_table(slide: Any, words: str = "celle") -> None:
    table = slide.shapes.add_table(2, 2, Mm(20), Mm(40), Mm(90), Mm(40)).table
    table.cell(0, 0).text = words


def add_textbox(slide: Any, words: str = "Et lille notat") -> None:
    slide.shapes.add_textbox(Mm(30), Mm(30), Mm(60), Mm(10)).text_frame.text = words


# ---- slides -----------------------------------------------------------------------------------------------
def own_slide(presentation: Any, position: int, words: str = "Mit eget slide") -> Any:
    slide = presentation.slides.add_slide(presentation.slide_layouts[4])
    slide.shapes.title.text_frame.text = words
    move(presentation, len(presentation.slides) - 1, position)
    return slide


def delete(presentation: Any, position: int) -> None:
    listed = presentation.slides._sldIdLst
    entry = listed[position]
    tree = presentation.part._element
    for shown in list(tree.iter(f"{P}sld")):
        if shown.get(f"{R}id") == entry.rId:
            shown.getparent().remove(shown)
    relation = entry.rId
    listed.remove(entry)
    presentation.part.drop_rel(relation)
    # else python-pptx gives the next new slide the name of one that is there
    presentation.part.rename_slide_parts([e.rId for e in listed])


def move(presentation: Any, position: int, to: int) -> None:
    listed = presentation.slides._sldIdLst
    entry = listed[position]
    listed.remove(entry)
    listed.insert(to, entry)


def duplicate(presentation: Any, position: int) -> Any:
    """A copy right behind the slide, with tags and notes of its own, as PowerPoint makes it."""
    source = presentation.slides[position]
    new = presentation.slides.add_slide(source.slide_layout)
    tree = new.part._element
    for child in list(tree):
        tree.remove(child)
    renamed: dict[str, str] = {}
    for id_, relation in source.part.rels.items():
        if relation.is_external:
            renamed[id_] = new.part.relate_to(relation.target_ref, relation.reltype, is_external=True)
        elif relation.reltype == TAGS:
            tags = relation.target_part
            partname = presentation.part.package.next_partname("/ppt/tags/tag%d.xml")
            twin = type(tags).load(partname, tags.content_type, tags.package, tags.blob)
            renamed[id_] = new.part.relate_to(twin, TAGS)
        elif relation.reltype.endswith(("/slideLayout", "/notesSlide")):
            continue
        else:
            renamed[id_] = new.part.relate_to(relation.target_part, relation.reltype)
    for child in source.part._element:
        tree.append(copy.deepcopy(child))
    for element in tree.iter():
        for name, value in element.attrib.items():
            if str(name).startswith(R) and value in renamed:
                element.set(name, renamed[value])
    if source.has_notes_slide:
        frame = new.notes_slide.notes_text_frame._txBody
        for paragraph in list(frame.iter(f"{A}p")):
            frame.remove(paragraph)
        for paragraph in source.notes_slide.notes_text_frame._txBody.iter(f"{A}p"):
            frame.append(copy.deepcopy(paragraph))
    move(presentation, len(presentation.slides) - 1, position + 1)
    return new


def strip_tags(presentation: Any) -> None:
    """Takes away tags and sections, as LibreOffice does."""
    for slide in presentation.slides:
        for id_, relation in list(slide.part.rels.items()):
            if relation.reltype == TAGS:
                slide.part.rels.pop(id_)
        for custom in slide.part._element.findall(f".//{P}custDataLst"):
            custom.getparent().remove(custom)
    tree = presentation.part._element
    for sections in list(tree.iter(f"{P14}sectionLst")):
        extension = sections.getparent()
        extension.getparent().remove(extension)
