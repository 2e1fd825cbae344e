"""The package of a .pptx: its parts, what they are related to, and the same bytes for the same content.

Writing a deck needs this little of a package, and python-pptx takes longer to import than a deck takes to
write; so it is left to what reads a clinic's own template (clinic_template.py).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from typing import Any

from holdslides.pptx_file.kinds import CT, last_word
from holdslides.pptx_file.markup import HEADER, attribute
from holdslides.pptx_file.namespaces import CONTENT_TYPES, RELATIONSHIPS, address
from holdslides.records import dataclass

TYPES_NAME = "[Content_Types].xml"

_DEFAULTS = {
    "rels": CT.RELATIONS,
    "xml": CT.XML,
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
}


@dataclass(frozen=True, slots=True)
class Tie:
    """A relationship: its type, and the part or the address outside that it leads to."""

    type: str
    target: Part | str

    @property
    def kind(self) -> str:
        """The last word of the type: slideLayout, image, hyperlink …"""
        return last_word(self.type)


class _Tied:
    """What has relationships: a part, or the package itself. `name` begins with "/"."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.ties: dict[str, Tie] = {}  # by id
        self._ids: dict[tuple[str, int | str], str] = {}

    def relate_to(self, target: Part | str, type_: str) -> str:
        """The id of the relationship of this type to a part or an address, made if there is none."""
        key = (type_, target if isinstance(target, str) else id(target))
        if key not in self._ids:
            number = len(self.ties) + 1
            while f"rId{number}" in self.ties:
                number += 1
            self.tie(f"rId{number}", Tie(type_, target))
        return self._ids[key]

    def tie(self, id_: str, tie: Tie) -> None:
        """Adds a relationship that has an id already."""
        self.ties[id_] = tie
        self._ids[tie.type, tie.target if isinstance(tie.target, str) else id(tie.target)] = id_

    def untie(self, id_: str) -> None:
        """Takes a relationship away."""
        tie = self.ties.pop(id_)
        self._ids.pop((tie.type, tie.target if isinstance(tie.target, str) else id(tie.target)), None)

    def related(self, type_: str) -> list[Part]:
        """The parts that relationships of this type lead to."""
        found = (tie.target for tie in self.ties.values() if tie.type == type_)
        return [target for target in found if isinstance(target, Part)]

    @property
    def relations(self) -> Iterator[tuple[str, bytes]]:
        """The relationships as an entry of the zip; none where there are none."""
        if not self.ties:
            return
        folder, _, file = self.name.rpartition("/")
        ordered = sorted(self.ties.items(), key=lambda tied: (len(tied[0]), tied[0]))
        rows = ((id_, tie.type, *_as_target(tie.target, folder or "/")) for id_, tie in ordered)
        yield f"{folder}/_rels/{file}.rels".lstrip("/"), relationships_xml(rows)


def _as_target(target: Part | str, folder: str) -> tuple[str, bool]:
    """What a relationship of a part in `folder` leads to, as it is written, and whether that is outside."""
    return (target, True) if isinstance(target, str) else (posixpath.relpath(target.name, folder), False)


def relationships_xml(rows: Iterable[tuple[str, str, str, bool]]) -> bytes:
    """The relationships of a part: of each its id, type and target, and whether that is outside."""
    lines = (
        f'<Relationship Id="{attribute(id_)}" Type="{attribute(type_)}" Target="{attribute(target)}"'
        + (' TargetMode="External"/>' if outside else "/>")
        for id_, type_, target, outside in rows
    )
    return (
        f'{HEADER}<Relationships xmlns="{address(RELATIONSHIPS)}">{"".join(lines)}</Relationships>'.encode()
    )


class Part(_Tied):
    """A part: its name, what it is, and its bytes."""

    def __init__(self, name: str, content_type: str, blob: bytes | str = b"") -> None:
        super().__init__(name)
        self.content_type = content_type
        self.blob = blob.encode() if isinstance(blob, str) else blob

    def content(self) -> bytes:
        """What the zip shall hold."""
        return self.blob


class XmlPart(Part):
    """A part whose XML can be changed while the deck is made."""

    _tree: Any = None

    @property
    def tree(self) -> Any:
        """The XML of its bytes; what is changed in it is written."""
        from lxml import etree  # which most decks can do without

        if self._tree is None:
            parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
            self._tree = etree.fromstring(self.blob, parser)
        return self._tree

    def content(self) -> bytes:
        """The tree as it is now, if it was asked for."""
        if self._tree is None:
            return self.blob
        from lxml import etree

        return bytes(etree.tostring(self._tree, encoding="UTF-8", standalone=True))


class Package(_Tied):
    """All that can be reached from the package itself."""

    def __init__(self) -> None:
        super().__init__("/")

    def parts(self) -> list[Part]:
        """The parts in the order their relationships lead to them."""
        found: dict[int, Part] = {}

        def follow(source: _Tied) -> None:
            for tie in source.ties.values():
                if isinstance(tie.target, Part) and id(tie.target) not in found:
                    found[id(tie.target)] = tie.target
                    follow(tie.target)

        follow(self)
        return list(found.values())

    def names(self) -> Iterator[str]:
        """The names of the parts."""
        return (part.name for part in self.parts())


def first_free(names: Iterable[str], prefix: str) -> int:
    """The lowest number no name `prefix` + number (+ ending) has, nor any name has above it."""
    numbers = (name[len(prefix) :].partition(".")[0] for name in names if name.startswith(prefix))
    return max((int(number) for number in numbers if number.isdigit()), default=0) + 1


def package_entries(package: Package) -> list[tuple[str, bytes]]:
    """What the package's zip holds, by name: parts in the order their relationships lead to them."""
    parts = package.parts()
    entries = [(TYPES_NAME, content_types(parts)), *package.relations]
    for part in parts:
        entries.append((part.name.lstrip("/"), part.content()))
        entries += part.relations
    return entries


def content_types(parts: Iterable[Part]) -> bytes:
    """The list of what every part is."""
    defaults = {"rels": CT.RELATIONS, "xml": CT.XML}
    overrides: dict[str, str] = {}
    for part in parts:
        extension = part.name.rpartition("/")[2].rpartition(".")[2].lower()
        if _DEFAULTS.get(extension) == part.content_type:
            defaults[extension] = part.content_type
        else:
            overrides[part.name] = part.content_type
    lines = [f'<Default Extension="{e}" ContentType="{attribute(t)}"/>' for e, t in sorted(defaults.items())]
    lines += [
        f'<Override PartName="{attribute(name)}" ContentType="{attribute(type_)}"/>'
        for name, type_ in sorted(overrides.items())
    ]
    return f'{HEADER}<Types xmlns="{address(CONTENT_TYPES)}">{"".join(lines)}</Types>'.encode()
