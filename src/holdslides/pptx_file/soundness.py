"""Whether a package from outside holds together, so that what is wrong with it does not end up in a deck of ours.

PowerPoint refuses, or offers to repair, a file in which a part has no content type or names what is not there.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from lxml import etree

from holdslides.pptx_file.namespaces import P, R, address
from holdslides.pptx_file.opened import Opened, Relation, damaged

_OFFICE = ("openxmlformats", "ms-office", "ms-powerpoint")
_KINDS = frozenset(("slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster", "theme", "chart"))
ABOVE = {
    "slide+xml": "slideLayout",
    "slideLayout+xml": "slideMaster",
    "slideMaster+xml": "theme",
}  # each has one
_UNSAID = ("", "application/xml")  # what a part is that the package says nothing of
_SPACES = {"r": address(R), "p": address(P)}
# many a program leaves a deleted slide in a show; that harms nobody, and an update lists the shows anew
_NAMES = etree.XPath("//@r:*[not(ancestor::p:custShowLst)]", namespaces=_SPACES)
_NAMING = etree.XPath("//*[@r:*]", namespaces=_SPACES)
_NUMBERS = etree.XPath("//p:sldMasterId/@id | //p:sldLayoutId/@id | //p:sldId/@id", namespaces=_SPACES)
_NUMBERED = etree.XPath("count(//p:sldMasterId | //p:sldLayoutId | //p:sldId)", namespaces=_SPACES)


def check_sound(package: Opened) -> None:
    """Raises Unreadable for parts that are not what they are used as, and for references to what is not there."""
    waiting, seen = [""], {""}
    while waiting:
        source = waiting.pop()
        relations = package.relations(source)
        ids = {relation.id for relation in relations}
        if len(ids) != len(relations) or not _has_its_own(package, source, relations):
            raise damaged()
        if (
            source
            and is_office_xml(package.content_type(source))
            and not _is_whole(package.tree(source), ids)
        ):
            raise damaged()
        for relation in relations:
            if relation.outside or relation.target in seen:
                continue
            is_there = relation.target in package.parts
            if not is_there or not fits(relation.kind, package.content_type(relation.target)):
                raise damaged()
            seen.add(relation.target)
            waiting.append(relation.target)
    if {r.target for r in package.relations(package.presentation) if r.kind == "slide"} != set(
        package.slides().values()
    ):
        raise damaged()


def _has_its_own(package: Opened, source: str, relations: Collection[Relation]) -> bool:
    """Whether what belongs together lies in the file, and there is one of what there must be one of."""
    kinds = [relation.kind for relation in relations]
    above = ABOVE.get(package.content_type(source).rpartition(".")[2]) if source else None
    return (above is None or kinds.count(above) == 1) and not any(
        r.outside and r.kind in _KINDS for r in relations
    )


def fits(kind: str, content_type: str) -> bool:
    """Whether a part of this content type is what a relationship of this kind leads to."""
    is_a = content_type.rpartition(".")[2].removesuffix("+xml")
    if kind in _KINDS or is_a in _KINDS:
        return kind == is_a
    return content_type not in _UNSAID or kind == "customXml"


def is_office_xml(content_type: str) -> bool:
    """Whether a part is XML of an office program, whose references mean something."""
    return content_type.endswith("+xml") and any(word in content_type for word in _OFFICE)


def names_only(tree: Any, ids: Collection[str]) -> bool:
    """Whether every relationship that the XML names is among `ids`; an empty one stands for none at all."""
    return all(str(value) in ids or not value for value in _NAMES(tree))


def _is_whole(tree: Any, ids: Collection[str]) -> bool:
    numbers = _NUMBERS(tree)
    is_numbered = len(set(numbers)) == _NUMBERED(tree) and all(number.isdecimal() for number in numbers)
    return is_numbered and names_only(tree, ids)


def nodes_that_name(tree: Any) -> list[Any]:
    """The elements that name a relationship. (Asking each element for its attributes is slow where there are many.)"""
    return list(_NAMING(tree))
