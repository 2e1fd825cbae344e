"""A clinic's own presentation, opened with care: what its slides say, and what of them can be carried over.

Only the standard library is used. A file that is no presentation, is locked, carries macros or unpacks to
something enormous is refused before anything in it is read. Lengths in EMU.
"""

from __future__ import annotations

import os
import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

from holdslides.ids import shown
from holdslides.problems import ContentError, Place, Problem
from holdslides.records import dataclass
from holdslides.zip_limits import damaged_zip_errors, grows_too_much, has_too_many_marks, is_xml

MOST_BYTES = 100_000_000
WIDE_SCREEN = (12_192_000, 6_858_000)

_LOCKED_OR_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of encrypted files, and of .ppt
_MACROS = ("vbaproject", "macroenabled")
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_TITLES = ("title", "ctrTitle")
_WEB = ("https://", "http://", "mailto:", "tel:")
_LOOK = ("slideLayout", "slideMaster", "theme", "themeOverride")
_CHART = ("chart", "chartEx", "chartStyle", "chartColorStyle", "chartUserShapes", "package")
_CARRIED = frozenset((*_LOOK, *_CHART, "image"))
_OF_SMART_ART = ("diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing", "legacyDiagramText")
_UNSAID = frozenset(
    (*_OF_SMART_ART, "notesSlide", "tags", "media", "hdphoto", "vmlDrawing", "activeXControlBinary")
)
_NAMES = {
    "video": "en video",
    "audio": "en lyd",
    "oleObject": "et indsat dokument (billedet af det er med)",
    "diagramData": "en SmartArt-figur",
    "control": "en knap eller et felt med et program bag",
    "customXml": "håndskrift",
    "model3d": "en 3D-model",
    "comments": "kommentarer",
    "slide": "et link til et andet slide",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """How a part refers to another: its id there, its type (an address), the other's name or an address."""

    id: str
    uri: str
    target: str
    is_external: bool

    @property
    def type(self) -> str:
        """The last word of the type: "image", "chart" …"""
        return self.uri.rpartition("/")[2]

    @property
    def is_carried(self) -> bool:
        """Whether what it leads to can be taken along to another presentation."""
        if self.is_external:
            return self.type == "hyperlink" and self.target.lower().startswith(_WEB)
        return self.type in _CARRIED


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A slide: the name of its part, title, paragraphs of its notes, and what stays behind (Danish)."""

    number: int
    part: str
    title: str
    notes: tuple[str, ...]
    left_behind: tuple[str, ...]
    is_hidden: bool


class OwnDeck:
    """An opened presentation: its slides, and its parts by name ("ppt/slides/slide1.xml")."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self.path, self._archive = path, archive
        self._types = ElementTree.fromstring(self.part("[Content_Types].xml"))
        self.presentation = self._one(self.relations(""), "officeDocument")
        tree = self._tree(self.presentation)
        size = tree.find(f"{_P}sldSz")
        self.size = (int(size.get("cx", 0)), int(size.get("cy", 0))) if size is not None else (0, 0)
        targets = {relation.id: relation.target for relation in self.relations(self.presentation)}
        listed = [targets[str(slide.get(f"{_R}id"))] for slide in tree.iter(f"{_P}sldId")]
        self.pages = tuple(self._page(number, part) for number, part in enumerate(listed, 1))

    def part(self, name: str) -> bytes:
        """The bytes of a part. Raises KeyError when there is none."""
        return self._archive.read(name)

    def relations(self, name: str) -> tuple[Relation, ...]:
        """What a part refers to; "" is the package itself. Targets inside it are names of parts."""
        folder, base = posixpath.split(name)
        where = posixpath.join(folder, "_rels", f"{base}.rels")
        if where not in self._archive.NameToInfo:
            return ()
        return tuple(
            _relation(node, folder) for node in ElementTree.fromstring(self.part(where)).iter(_RELATIONS)
        )

    def content_type(self, name: str) -> str:
        """What kind of part it is; "" when the presentation does not say."""
        ending = name.rpartition(".")[2].lower()
        by_ending = ""
        for node in self._types:
            if node.tag == f"{_TYPES}Override" and node.get("PartName") == f"/{name}":
                return str(node.get("ContentType"))
            if node.tag == f"{_TYPES}Default" and str(node.get("Extension")).lower() == ending:
                by_ending = str(node.get("ContentType"))
        return by_ending

    def _tree(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.part(name))

    def _one(self, relations: tuple[Relation, ...], type_: str) -> str:
        return next(r.target for r in relations if r.type == type_ and not r.is_external)

    def _page(self, number: int, part: str) -> OwnPage:
        tree = self._tree(part)
        notes: tuple[str, ...] = ()
        for relation in self.relations(part):
            if relation.type == "notesSlide":
                notes = tuple(_notes(self._tree(relation.target)))
        title = next((" ".join(_paragraphs(shape)) for shape in _placeholders(tree, _TITLES)), "")
        is_hidden = tree.get("show") in ("0", "false")
        left = tuple(dict.fromkeys(filter(None, map(_left_behind, self.relations(part)))))
        return OwnPage(number, part, " ".join(title.split()), notes, left, is_hidden)


def read_own_deck(path: Path, place: Place, *, needs_slides: bool = True) -> OwnDeck:
    """The presentation, every slide looked at; a template need not have any.

    Raises ContentError at `place` (the line that names it) for a file that cannot be used.
    """
    if not os.path.exists(path):  # also a name that no system takes
        raise _wrong(path, place, "findes ikke", "læg den i klinikkens mappe")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _wrong(path, place, "er for stor", f"gem den mindre: højst {MOST_BYTES // 10**6} MB")
        data = path.read_bytes()
    except OSError:
        raise _wrong(path, place, "kan ikke læses", "luk den i PowerPoint, og prøv igen") from None
    if data.startswith(_LOCKED_OR_OLD):
        hint = "fjern adgangskoden, og gem den som .pptx"
        raise _wrong(path, place, "er låst med en adgangskode, eller i det gamle format .ppt", hint)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        _refuse_harmful(archive, len(data), path, place)
        deck = OwnDeck(path, archive)
    except damaged_zip_errors(ElementTree.ParseError, StopIteration):
        raise broken(path, place) from None
    if needs_slides and not deck.pages:
        raise _wrong(path, place, "har ingen slides")
    return deck


def _refuse_harmful(archive: zipfile.ZipFile, packed: int, path: Path, place: Place) -> None:
    entries = archive.infolist()
    if grows_too_much(archive, packed):
        raise _wrong(
            path, place, "fylder alt for meget, når den pakkes ud", "gem den igen uden store billeder"
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise _wrong(path, place, "er låst med en adgangskode", "fjern adgangskoden, og gem den igen")
    types = archive.read("[Content_Types].xml").lower()
    if any(word.encode() in types for word in _MACROS) or any(
        "vbaproject" in e.filename.lower() for e in entries
    ):
        raise _wrong(path, place, "indeholder makroer", "gem den som .pptx uden makroer")
    for entry in entries:
        if is_xml(entry.filename) and _is_harmful(archive.read(entry)):
            raise _wrong(
                path, place, "indeholder noget, en PowerPoint-fil ikke må have", "gem den igen i PowerPoint"
            )


def _is_harmful(xml: bytes) -> bool:
    return b"<!DOCTYPE" in xml or has_too_many_marks(xml)


def _relation(node: ElementTree.Element, folder: str) -> Relation:
    target, is_external = str(node.get("Target")), node.get("TargetMode") == "External"
    if not is_external:
        target = unquote(target.partition("#")[0])
        target = posixpath.normpath(target[1:] if target.startswith("/") else posixpath.join(folder, target))
    return Relation(str(node.get("Id")), str(node.get("Type")), target, is_external)


def _left_behind(relation: Relation) -> str:
    """What a relation leads to, if it cannot be taken along; "" for what can, or need not be said."""
    if relation.type == "package":  # a document put into a slide; a chart's workbook is the chart's
        return _NAMES["oleObject"]
    if relation.is_carried or relation.type in _UNSAID:
        return ""
    if relation.is_external and relation.type in ("image", "hyperlink"):
        return "et billede uden for filen" if relation.type == "image" else "et link til en fil"
    return _NAMES.get(relation.type, f"noget af en ukendt slags ({relation.type})")


def _placeholders(tree: ElementTree.Element, types: tuple[str, ...]) -> Iterator[ElementTree.Element]:
    for shape in tree.iter(f"{_P}sp"):
        holder = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
        if holder is not None and holder.get("type", "obj") in types:
            yield shape


def _notes(tree: ElementTree.Element) -> Iterator[str]:
    for shape in _placeholders(tree, ("body",)):
        yield from (line for line in map(str.strip, _paragraphs(shape)) if line)


def _paragraphs(shape: ElementTree.Element) -> Iterator[str]:
    for paragraph in shape.iter(f"{_A}p"):
        yield "".join(
            " " if node.tag == f"{_A}br" else node.text or ""
            for node in paragraph.iter()
            if node.tag in _SAID
        )


_SAID = (f"{_A}t", f"{_A}br")


def broken(path: Path, place: Place) -> ContentError:
    """What is said of a presentation that is not whole."""
    hint = "åbn den i PowerPoint, og gem den igen som .pptx"
    return _wrong(path, place, "er gået i stykker eller er ikke en PowerPoint-fil", hint)


def _wrong(path: Path, place: Place, what: str, hint: str = "") -> ContentError:
    return ContentError(Problem(f'præsentationen "{shown(path.name)}" {what}', place, hint))
