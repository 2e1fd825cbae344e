"""Our layouts built into a clinic's own template, each on the one of hers that it was matched with.

Each is a copy of hers: background, pictures and lines stay, and so does the tie to her master, so her theme
and master still rule the deck. Only the placeholders are ours, so slides, notes and updates work as ever.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.parts.presentation import PresentationPart

from holdslides.pptx_file.colours import ColourBook
from holdslides.pptx_file.lists import last_look_id
from holdslides.pptx_file.markup import Ids, attribute, run_properties
from holdslides.pptx_file.names import PLACEHOLDERS, TABLE_STYLE_ID, THEME_NAME
from holdslides.pptx_file.namespaces import A, P, R
from holdslides.pptx_file.opened import elements, serialised
from holdslides.pptx_file.package import first_free
from holdslides.pptx_file.template import Builder
from holdslides.pptx_file.template_boxes import holder_of
from holdslides.pptx_file.template_layouts import Holder, Offered, has_picture_room
from holdslides.theme import Box, Layout

_NO_CAPITALS = '<a:defRPr cap="none" '  # all in capitals would be wider than what was reckoned with
_TEXT = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
_LITERAL = {"tx1": "ink", "bg1": "sand0", "bg2": "sand1"}


class Dresser:
    """Makes our layouts on hers. Sizes and places come from the builder's layouts, already fitted to hers."""

    def __init__(self, presentation: PresentationPart, builder: Builder) -> None:
        self.presentation, self.builder = presentation, builder
        builder.colours = self.colours = ColourBook(builder.theme, literal=True)
        self._number = first_free(_names(presentation), "/ppt/slideLayouts/slideLayout")
        masters = (master._element for master in presentation.presentation.slide_masters)
        self._id = last_look_id((presentation._element, *masters))

    def layout(self, layout: Layout, offered: Offered) -> Part:
        """One of our layouts as a copy of hers, listed with her master."""
        tree = etree.fromstring(offered.part.blob)
        for name in ("type", "matchingName"):
            tree.attrib.pop(name, None)
        tree.set("preserve", "1")
        tree.set("userDrawn", "1")
        tree.find(f"{P}cSld").set("name", layout.name)
        shapes = tree.find(f"{P}cSld/{P}spTree")
        for holder in list(shapes.iter(f"{P}ph")):
            _remove_shape(holder, shapes)
        ids = Ids()
        ids.last = max([int(e.get("id", "0")) for e in shapes.iter(f"{P}cNvPr")], default=1)
        for shape in self._shapes(layout, offered, ids):
            shapes.append(shape)
        return self._listed(tree, offered)

    def _listed(self, tree: Any, offered: Offered) -> Part:
        name = f"/ppt/slideLayouts/slideLayout{self._number}.xml"
        self._number += 1
        blob = serialised(tree)
        part = Part(PackURI(name), CT.PML_SLIDE_LAYOUT, self.presentation.package, blob)
        for id_, relation in offered.part.rels.items():
            part.rels._rels[id_] = relation
        master: Any = offered.part.part_related_by(RT.SLIDE_MASTER)
        self._id += 1
        entry = etree.SubElement(master._element.find(f"{P}sldLayoutIdLst"), f"{P}sldLayoutId")
        entry.set("id", str(self._id))
        entry.set(f"{R}id", master.relate_to(part, RT.SLIDE_LAYOUT))
        return part

    # ---- shapes -------------------------------------------------------------------------------------------
    def _shapes(self, layout: Layout, offered: Offered, ids: Ids) -> list[Any]:
        shapes = elements(self.builder.furniture(layout, ids))
        for box in (box for box in layout.boxes.values() if box.name in PLACEHOLDERS):
            (new,) = elements(self.builder.placeholder(ids, box, layout.id, self._style(box)))
            holder = None if box.colour else holder_of(layout.id, box.name, offered)
            shapes.append(new if holder is None else dressed_as(new, holder))
            if layout.id == "side" and not has_picture_room(offered):  # a column of ours: one edge for both
                for level in shapes[-1].iter(f"{A}lvl1pPr"):
                    level.set("algn", "l")
        if layout.has_footer:
            shapes += elements(self._footers(offered, ids))
        return shapes

    def _footers(self, offered: Offered, ids: Ids) -> str:
        layouts = self.builder.layouts
        each = ((layouts.footer_number, offered.number), (layouts.footer_text, offered.footer))
        styles = (self._style(box, _TEXT if holder and holder.is_faint else "") for box, holder in each)
        return self.builder.footers(ids, *styles)

    def _style(self, box: Box, hers: str = "") -> str:
        """The first level: her colour, font and alignment where the box has no colour of ours."""
        if not box.sizes:
            return ""
        fill, side = (self.colours.fill(box.colour), ' algn="l"') if box.colour else (hers, "")
        if box.colour and self.builder.theme.card_font:
            fill += f'<a:latin typeface="{attribute(self.builder.theme.card_font)}"/>'
        about = run_properties("defRPr", fill, size=box.sizes[0], bold=box.bold)
        return (
            f'<a:lvl1pPr marL="0" indent="0"{side}>'
            f'<a:lnSpc><a:spcPct val="{round(box.leading * 100_000)}"/></a:lnSpc>'
            '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/>'
            f"{about.replace('<a:defRPr ', _NO_CAPITALS, 1)}</a:lvl1pPr>"
        )

    # ---- tables -------------------------------------------------------------------------------------------
    def add_table_style(self) -> None:
        """Our table style beside hers, in colours that do not depend on her theme."""
        xml = self.builder.fill("table_styles", style_id=TABLE_STYLE_ID, name=THEME_NAME)
        for scheme, token in _LITERAL.items():
            literal = f'<a:srgbClr val="{self.builder.theme.hex(token)[1:]}"/>'
            xml = xml.replace(f'<a:schemeClr val="{scheme}"/>', literal)
        for relation in self.presentation.rels.values():
            if relation.reltype == RT.TABLE_STYLES:
                part = relation.target_part
                tree = etree.fromstring(part.blob)
                tree.append(etree.fromstring(xml.encode())[0])
                part.blob = serialised(tree)
                return
        package = self.presentation.package
        part = Part(PackURI("/ppt/tableStyles.xml"), CT.PML_TABLE_STYLES, package, xml.encode())
        self.presentation.relate_to(part, RT.TABLE_STYLES)


def dressed_as(ours: Any, holder: Holder) -> Any:
    """Our placeholder with the looks of hers: fill, line, colour, alignment; place and sizes are ours."""
    shape, hers = copy.deepcopy(ours), holder.element
    about, theirs = shape.find(f"{P}spPr"), hers.find(f"{P}spPr")
    for part in theirs if theirs is not None else ():
        if part.tag != f"{A}xfrm":
            for old in about.findall(part.tag):
                about.remove(old)
            about.append(copy.deepcopy(part))
    model = hers.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr")
    level = shape.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr")
    if level is not None and holder.is_faint:
        level.find(f"{A}defRPr").extend(elements(_TEXT))
    if model is None or level is None:
        return shape
    if model.get("algn"):
        level.set("algn", model.get("algn"))
    run, its = level.find(f"{A}defRPr"), model.find(f"{A}defRPr")
    if its is not None:
        for name, value in its.attrib.items():
            run.set(name, run.get(name, value))
        for part in its:
            if part.tag != f"{A}solidFill" or not holder.is_faint:
                run.append(copy.deepcopy(part))
    return shape


def _remove_shape(holder: Any, shapes: Any) -> None:
    """Takes the shape a `p:ph` belongs to off the layout."""
    for above in holder.iterancestors():
        if above.getparent() is shapes:
            shapes.remove(above)
            return


def _names(presentation: PresentationPart) -> Iterator[str]:
    return (str(part.partname) for part in presentation.package.iter_parts())
