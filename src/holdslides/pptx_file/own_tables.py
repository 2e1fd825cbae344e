"""The styles of the tables on a clinic's own slides: what PowerPoint does not know by itself must come along."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from holdslides.own_deck import OwnDeck
from holdslides.pptx_file.kinds import CT, RT
from holdslides.pptx_file.namespaces import A, R
from holdslides.pptx_file.opened import serialised
from holdslides.pptx_file.package import Part
from holdslides.zip_limits import damaged_zip_errors

_USUAL = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"  # what PowerPoint gives a new table
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def bring_styles(presentation: Part, wanted: Mapping[str, OwnDeck]) -> None:
    """Adds the table styles (by id, with where they are from) to those of a deck that is being made.

    A style the deck has already is left as it is; one that is nowhere said is PowerPoint's own.
    """
    found = {id_: style for id_, deck in wanted.items() if (style := _style(deck, id_)) is not None}
    if not found:
        return
    parts = presentation.related(RT.TABLE_STYLES)
    if parts:
        part, tree = parts[0], etree.fromstring(parts[0].content(), _PARSER)
    else:
        part = Part("/ppt/tableStyles.xml", CT.TABLE_STYLES)
        presentation.relate_to(part, RT.TABLE_STYLES)
        tree = etree.Element(f"{A}tblStyleLst", {"def": _USUAL}, nsmap={"a": A[1:-1]})
    there = {style.get("styleId") for style in tree}
    for id_, style in found.items():
        if id_ not in there:
            tree.append(style)
    part.blob = serialised(tree)


def _style(deck: OwnDeck, id_: str) -> etree._Element | None:
    """The style of that id as the presentation says it; None for one that is not whole without other parts."""
    try:
        for relation in deck.relations(deck.presentation):
            if relation.type == "tableStyles" and not relation.is_external:
                for style in etree.fromstring(deck.part(relation.target), _PARSER).iter(f"{A}tblStyle"):
                    if style.get("styleId") == id_:
                        return None if _names_a_part(style) else style
    except damaged_zip_errors(etree.XMLSyntaxError):
        pass  # the table then looks as PowerPoint would show it without its style
    return None


def _names_a_part(style: etree._Element) -> bool:
    return any(key.startswith(R) for node in style.iter() for key in node.attrib)
