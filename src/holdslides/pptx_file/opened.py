"""A .pptx as its parts and what leads from one to another; parts nobody changes keep their bytes.

Names of parts are zip names, without a leading slash.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from lxml import etree

from holdslides.pptx_file.kinds import CT, last_word
from holdslides.pptx_file.markup import NAMESPACES
from holdslides.pptx_file.namespaces import CONTENT_TYPES, RELATIONSHIPS, P, R, address
from holdslides.pptx_file.package import TYPES_NAME, relationships_xml
from holdslides.pptx_file.zipped import zip_bytes
from holdslides.problems import FileError, Place, Problem
from holdslides.records import dataclass, replace
from holdslides.zip_limits import has_too_many_marks

_NUMBERED = re.compile(r"(\d*)(\.\w+)$")


class Unreadable(Exception):
    """A package that cannot be read: what is wrong and what to do about it (Danish)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint

    def of(self, path: Path) -> FileError:
        """The same, said of a file."""
        return FileError(Problem(self.message, Place(str(path)), self.hint))


def damaged() -> Unreadable:
    """What is said of a file whose parts are broken, missing, or not what they are used as."""
    return Unreadable("filen er beskadiget og kan ikke læses", "hent en sikkerhedskopi, eller brug --replace")


def parse(data: bytes) -> Any:
    """XML as a tree. Raises Unreadable for XML that is broken, enormous, or brings definitions of its own."""
    if has_too_many_marks(data):
        raise damaged()
    # huge_tree is left off: it is what keeps a small file from becoming an enormous tree
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    if tree.getroottree().docinfo.doctype:
        raise damaged()
    return tree


def serialised(tree: Any) -> bytes:
    """A tree as the bytes of a part."""
    return cast(bytes, etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def elements(xml: str) -> list[Any]:
    """XML of ours, with its usual prefixes, as elements."""
    return list(etree.fromstring(f"<w {NAMESPACES}>{xml}</w>"))


def layout_name(tree: Any) -> str:
    """The name of a layout or master as PowerPoint shows it; "" for none."""
    return str(tree.find(f"{P}cSld").get("name") or "")


@dataclass(frozen=True, slots=True)
class Relation:
    """A way from one part to another, or to an address outside."""

    id: str
    type: str
    target: str
    outside: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type: slideLayout, image, hyperlink …"""
        return last_word(self.type)


class Opened:
    """The parts of a package by name, their content types and their relationships."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        """Raises Unreadable when the list of content types is missing or broken."""
        self.parts = parts
        if TYPES_NAME not in parts:
            raise damaged()
        self._defaults: dict[str, str] = {}
        self._overrides: dict[str, str] = {}
        for entry in parse(parts[TYPES_NAME]):
            if entry.tag == f"{CONTENT_TYPES}Default":
                self._defaults[str(entry.get("Extension")).lower()] = str(entry.get("ContentType"))
            elif entry.tag == f"{CONTENT_TYPES}Override":
                self._overrides[str(entry.get("PartName")).lstrip("/")] = str(entry.get("ContentType"))
        if self.content_type("_rels/.rels") != CT.RELATIONS:
            raise damaged()
        self._relations: dict[str, list[Relation]] = {}
        self._trees: dict[str, Any] = {}

    # ---- reading ------------------------------------------------------------------------------------------
    def tree(self, name: str) -> Any:
        """A part as XML, parsed once; not to be changed. Raises Unreadable when it is missing or broken."""
        known = self._trees.get(name)
        if known is None:
            if name not in self.parts:
                raise damaged()
            known = self._trees[name] = parse(self.parts[name])
        return known

    def content_type(self, name: str) -> str:
        """What a part says it is; "" when it does not."""
        return self._overrides.get(name) or self._defaults.get(name.rpartition(".")[2].lower(), "")

    def relations(self, source: str) -> list[Relation]:
        """The relationships of a part; "" is the package itself. Raises Unreadable when they are broken."""
        known = self._relations.get(source)
        if known is None:
            known = self._relations[source] = list(self._read_relations(source))
        return known

    def _read_relations(self, source: str) -> Iterator[Relation]:
        data = self.parts.get(_rels_name(source))
        folder = posixpath.dirname(source)
        for entry in parse(data) if data is not None else ():
            if not isinstance(entry.tag, str):  # a comment
                continue
            if entry.tag != f"{RELATIONSHIPS}Relationship" or not all(
                map(entry.get, ("Id", "Type", "Target"))
            ):
                raise damaged()
            target, outside = str(entry.get("Target")), entry.get("TargetMode") == "External"
            if not outside:
                path = target if target.startswith("/") else f"{folder}/{target}"
                target = posixpath.normpath(path).lstrip("/")
            yield Relation(str(entry.get("Id")), str(entry.get("Type")), target, outside)

    def related(self, source: str, kind: str) -> list[str]:
        """The parts that relationships of this kind lead to."""
        return [r.target for r in self.relations(source) if r.kind == kind and not r.outside]

    def target(self, source: str, relation_id: str | None) -> str:
        """The part or address a relationship leads to; "" when there is none of that id."""
        return next((r.target for r in self.relations(source) if r.id == relation_id), "")

    @property
    def presentation(self) -> str:
        """The name of the main part. Raises Unreadable when there is none."""
        names = self.related("", "officeDocument")
        if not names or names[0] not in self.parts:
            raise damaged()
        return names[0]

    def slides(self) -> dict[int, str]:
        """The parts of the slides by their numbers in the presentation, in order.

        Raises Unreadable for a number that is none.
        """
        main = self.presentation
        listed = list(self.tree(main).iter(f"{P}sldId"))
        if not all(str(entry.get("id")).isdecimal() for entry in listed):
            raise damaged()
        return {int(e.get("id")): self.target(main, e.get(f"{R}id")) for e in listed}

    # ---- changing -----------------------------------------------------------------------------------------
    def put(self, name: str, data: bytes, content_type: str = "") -> str:
        """Sets a part's bytes; a new part needs its content type. Returns the name."""
        self.parts[name] = data
        self._trees.pop(name, None)
        if content_type and self.content_type(name) != content_type:
            self._overrides[name] = content_type
        return name

    def free_name(self, like: str) -> str:
        """A name nobody has: `like` itself, or with another number before its ending."""
        taken = {name.lower() for name in self.parts}
        found = _NUMBERED.search(like)
        stem, ending = (like[: found.start()], found[2]) if found else (like, "")
        number = int(found[1]) if found and found[1] else 0
        name = like
        while name.lower() in taken:
            number += 1
            name = f"{stem}{number}{ending}"
        return name

    def relate(self, source: str, type_: str, target: str) -> str:
        """The id of a relationship of this type to a part, made if there is none."""
        relations = self.relations(source)
        for relation in relations:
            if (relation.type, relation.target, relation.outside) == (type_, target, False):
                return relation.id
        used = {relation.id for relation in relations}
        number = len(relations) + 1
        while f"rId{number}" in used:
            number += 1
        self.set_relations(source, [*relations, Relation(f"rId{number}", type_, target)])
        return f"rId{number}"

    def retarget(self, source: str, relation_id: str, target: str) -> None:
        """Leads a relationship to another part."""
        changed = [replace(r, target=target) if r.id == relation_id else r for r in self.relations(source)]
        self.set_relations(source, changed)

    def set_relations(self, source: str, relations: list[Relation]) -> None:
        """Replaces all relationships of a part."""
        self._relations[source] = relations
        name = _rels_name(source)
        if relations:
            self.parts[name] = _rels_xml(source, relations)
        else:
            self.parts.pop(name, None)

    def drop_unreachable(self) -> None:
        """Removes the parts that no relationship leads to any more."""
        reached = {""}
        waiting = [""]
        while waiting:
            for relation in self.relations(waiting.pop()):
                if not relation.outside and relation.target in self.parts and relation.target not in reached:
                    reached.add(relation.target)
                    waiting.append(relation.target)
        kept = {TYPES_NAME, *reached, *map(_rels_name, reached)}
        self.parts = {name: data for name, data in self.parts.items() if name in kept}

    # ---- writing ------------------------------------------------------------------------------------------
    def entries(self) -> dict[str, bytes]:
        """What the zip shall hold, the content types first."""
        return {TYPES_NAME: self._types_xml()} | {n: d for n, d in self.parts.items() if n != TYPES_NAME}

    def to_bytes(self) -> bytes:
        """The package as a zip file."""
        return zip_bytes(self.entries())

    def _types_xml(self) -> bytes:
        endings = {name.rpartition(".")[2].lower() for name in self.parts if name != TYPES_NAME}
        defaults = {e: t for e, t in self._defaults.items() if e in endings} | {"xml": CT.XML}
        root = etree.Element(f"{CONTENT_TYPES}Types", nsmap={None: address(CONTENT_TYPES)})
        for ending, type_ in sorted(defaults.items()):
            etree.SubElement(root, f"{CONTENT_TYPES}Default", Extension=ending, ContentType=type_)
        for name, type_ in sorted(self._overrides.items()):
            if name in self.parts and defaults.get(name.rpartition(".")[2].lower()) != type_:
                etree.SubElement(root, f"{CONTENT_TYPES}Override", PartName=f"/{name}", ContentType=type_)
        return serialised(root)


def _rels_name(source: str) -> str:
    folder, _, file = source.rpartition("/")
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _rels_xml(source: str, relations: list[Relation]) -> bytes:
    folder = posixpath.dirname(source) or "."
    return relationships_xml(
        (r.id, r.type, r.target if r.outside else posixpath.relpath(r.target, folder), r.outside)
        for r in relations
    )
