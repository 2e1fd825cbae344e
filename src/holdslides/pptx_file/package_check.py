"""What makes PowerPoint "repair" a deck, or a screen reader lose its way, and what validators do not see.

Reads the zip itself, so it also judges files no library can open. Messages are for developers.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from holdslides.pptx_file.namespaces import ADEC, CONTENT_TYPES, P14, A, P, R

_PRESENTATION = "ppt/presentation.xml"
_LEAST_MASTER_ID = 2**31
_SLIDE_IDS = range(256, 2**31)

Relations = dict[str, tuple[str, str]]  # id -> (last word of the type, part name; "" for an address outside)


def check_package(deck: Path | str | bytes) -> list[str]:
    """Everything wrong with a deck, one sentence each; an empty list when nothing is."""
    source = BytesIO(deck) if isinstance(deck, bytes) else deck
    try:
        with zipfile.ZipFile(source) as archive:
            return list(_Check(archive).findings())
    except (zipfile.BadZipFile, OSError) as error:
        return [f"not a zip file that can be read: {error}"]


class _Check:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.names = archive.namelist()
        self.trees: dict[str, Any] = {}
        self.broken: list[str] = []
        for name in self.names:
            if name.endswith((".xml", ".rels")):
                try:
                    self.trees[name] = etree.fromstring(archive.read(name))
                except etree.XMLSyntaxError as error:
                    self.broken.append(f"{name}: not well-formed: {error}")

    def findings(self) -> Iterator[str]:
        """All findings, from the zip inwards."""
        yield from self.broken
        yield from self._part_names()
        yield from self._content_types()
        yield from self._relations()
        if _PRESENTATION not in self.trees:
            yield f"{_PRESENTATION}: missing"
            return
        yield from self._presentation()
        yield from self._sections_and_shows()
        yield from self._masters()
        for name in self._parts("ppt/slides/slide"):
            yield from self._slide(name)
        for name in self._parts("ppt/notesSlides/"):
            yield from _texts(name, self.trees[name])

    # ---- the zip ------------------------------------------------------------------------------------------
    def _part_names(self) -> Iterator[str]:
        for name, times in Counter(name.lower() for name in self.names).items():
            if times > 1:
                yield f"{name}: {times} parts of this name"

    def _content_types(self) -> Iterator[str]:
        root = self.trees.get("[Content_Types].xml")
        if root is None:
            yield "[Content_Types].xml: missing"
            return
        defaults = {str(e.get("Extension")).lower() for e in root.iter(f"{CONTENT_TYPES}Default")}
        overrides = [str(e.get("PartName")).lstrip("/") for e in root.iter(f"{CONTENT_TYPES}Override")]
        for name in self.names:
            extension = name.rpartition(".")[2].lower()
            typed = name in overrides or (extension in defaults and extension != "xml")
            if name != "[Content_Types].xml" and not typed and not _is_plain_xml(name, defaults):
                yield f"{name}: no content type"
        for name in overrides:
            if name not in self.names:
                yield f"[Content_Types].xml: names the missing part {name}"
        for name, times in Counter(overrides).items():
            if times > 1:
                yield f"[Content_Types].xml: names {name} {times} times"

    def _relations(self) -> Iterator[str]:
        reached = set()
        for rels_name in (n for n in self.trees if n.endswith(".rels")):
            source = _source_of(rels_name)
            if source and source not in self.names:
                yield f"{rels_name}: belongs to the missing part {source}"
            ids = Counter(str(e.get("Id")) for e in self.trees[rels_name] if isinstance(e.tag, str))
            yield from (f"{rels_name}: {id_} is used {n} times" for id_, n in ids.items() if n > 1)
            for id_, (_, target) in self._relations_of(source).items():
                reached.add(target)
                if target and target not in self.names:
                    yield f"{rels_name}: {id_} leads to the missing part {target}"
        for name, tree in self.trees.items():
            known = self._relations_of(name)
            used = {str(v) for e in tree.iter() for k, v in e.attrib.items() if str(k).startswith(R)}
            used.discard(
                ""
            )  # a link that only does something, such as going to the next slide, names nothing
            yield from (f"{name}: {id_} is not among its relationships" for id_ in sorted(used - set(known)))
        for name in self.names:
            if name not in reached and not name.endswith(".rels") and name != "[Content_Types].xml":
                yield f"{name}: no relationship leads to it"

    # ---- the presentation ---------------------------------------------------------------------------------
    def _presentation(self) -> Iterator[str]:
        tree = self.trees[_PRESENTATION]
        kinds = {kind for kind, _ in self._relations_of(_PRESENTATION).values()}
        if "notesMaster" in kinds and tree.find(f"{P}notesMasterIdLst") is None:
            yield f"{_PRESENTATION}: notesMasterIdLst is missing"
        ids = [_number(e) for e in tree.iter(f"{P}sldId")]
        yield from (
            f"{_PRESENTATION}: slide id {i} is used {n} times" for i, n in Counter(ids).items() if n > 1
        )
        yield from (f"{_PRESENTATION}: slide id {i} is out of range" for i in ids if i not in _SLIDE_IDS)
        listed = {self._relations_of(_PRESENTATION).get(str(e.get(f"{R}id"))) for e in tree.iter(f"{P}sldId")}
        for name in self._parts("ppt/slides/slide"):
            if ("slide", name) not in listed:
                yield f"{name}: not in the presentation's list of slides"

    def _sections_and_shows(self) -> Iterator[str]:
        tree = self.trees[_PRESENTATION]
        ids = {str(e.get("id")): str(e.get(f"{R}id")) for e in tree.iter(f"{P}sldId")}
        in_sections = [str(e.get("id")) for e in tree.iter(f"{P14}sldId")]
        for id_ in in_sections:
            if id_ not in ids:
                yield f"{_PRESENTATION}: a section names the missing slide {id_}"
        if in_sections:
            times = Counter(in_sections)
            yield from (f"{_PRESENTATION}: slide {i} is in {times[i]} sections" for i in ids if times[i] != 1)
        for show in tree.iter(f"{P}custShow"):
            for entry in show.iter(f"{P}sld"):
                if str(entry.get(f"{R}id")) not in ids.values():
                    yield f'{_PRESENTATION}: the show "{show.get("name")}" names a missing slide'

    def _masters(self) -> Iterator[str]:
        ids: list[tuple[str, int]] = [
            (_PRESENTATION, _number(e)) for e in self.trees[_PRESENTATION].iter(f"{P}sldMasterId")
        ]
        for name in self._parts("ppt/slideMasters/"):
            tree = self.trees[name]
            ids += [(name, _number(e)) for e in tree.iter(f"{P}sldLayoutId")]
            styles = tree.find(f"{P}txStyles")
            for style in ("titleStyle", "bodyStyle", "otherStyle"):
                if styles is None or styles.find(f"{P}{style}") is None:
                    yield f"{name}: txStyles has no {style}"
            if tree.find(f"{P}clrMap") is None:
                yield f"{name}: clrMap is missing"
        for name, id_ in ids:
            if id_ < _LEAST_MASTER_ID:
                yield f"{name}: id {id_} of a master or layout is below 2^31"
        for id_, times in Counter(id_ for _, id_ in ids).items():
            if times > 1:
                yield f"id {id_} is used by {times} masters or layouts"
        for name in (*self._parts("ppt/slideMasters/"), *self._parts("ppt/slideLayouts/")):
            yield from self._placeholder_indexes(name)

    # ---- slides -------------------------------------------------------------------------------------------
    def _slide(self, name: str) -> Iterator[str]:
        tree = self.trees[name]
        yield from self._placeholder_indexes(name)
        yield from self._against_layout(name)
        yield from _texts(name, tree)
        if not any(_words(shape).strip() for shape in tree.iter(f"{P}sp") if _role(shape) in _TITLES):
            yield f"{name}: no title"
        ids = Counter(str(e.get("id")) for e in tree.iter(f"{P}cNvPr"))
        yield from (f"{name}: shape id {id_} is used {n} times" for id_, n in ids.items() if n > 1)
        for group in tree.find(f"{P}cSld/{P}spTree").findall(f"{P}grpSp"):
            about = group.find(f"{P}nvGrpSpPr/{P}cNvPr")
            if not about.get("descr") and about.find(f".//{ADEC}decorative") is None:
                yield f'{name}: the group "{about.get("name")}" has no alt text'
        for table in tree.iter(f"{A}tbl"):
            columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
            for number, row in enumerate(table.findall(f"{A}tr"), 1):
                if (cells := len(row.findall(f"{A}tc"))) != columns:
                    yield f"{name}: row {number} of a table has {cells} cells and {columns} columns"

    def _placeholder_indexes(self, name: str) -> Iterator[str]:
        tree = self.trees[name]
        indexes = Counter(str(e.get("idx", "0")) for e in tree.iter(f"{P}ph"))
        if "slideMaster" not in name:  # on a master placeholders are told apart by type
            yield from (f"{name}: placeholder idx {i} is used {n} times" for i, n in indexes.items() if n > 1)

    def _against_layout(self, name: str) -> Iterator[str]:
        layouts = [t for kind, t in self._relations_of(name).values() if kind == "slideLayout"]
        if len(layouts) != 1 or layouts[0] not in self.trees:
            yield f"{name}: {len(layouts)} layouts"
            return
        known = {str(e.get("idx", "0")) for e in self.trees[layouts[0]].iter(f"{P}ph")}
        for holder in self.trees[name].iter(f"{P}ph"):
            if (index := str(holder.get("idx", "0"))) not in known:
                yield f"{name}: placeholder idx {index} is not on {layouts[0]}"

    # ---- inner --------------------------------------------------------------------------------------------
    def _parts(self, prefix: str) -> list[str]:
        return sorted(n for n in self.trees if n.startswith(prefix) and n.endswith(".xml"))

    def _relations_of(self, part: str) -> Relations:
        folder, _, file = part.rpartition("/")
        rels = self.trees.get(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: Relations = {}
        for entry in rels if rels is not None else ():
            if not isinstance(entry.tag, str):  # a comment
                continue
            target = str(entry.get("Target"))
            inside = entry.get("TargetMode") != "External"
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            kind = str(entry.get("Type")).rpartition("/")[2]
            found[str(entry.get("Id"))] = (kind, path.lstrip("/") if inside else "")
        return found


_TITLES = ("title", "ctrTitle")


def _number(entry: Any) -> int:
    """Its id; -1, which is out of every range, for what is no number."""
    written = str(entry.get("id"))
    return int(written) if written.isdecimal() else -1


def _source_of(rels_name: str) -> str:
    folder, _, file = rels_name.rpartition("/")
    return posixpath.join(folder.removesuffix("_rels").rstrip("/"), file.removesuffix(".rels"))


def _is_plain_xml(name: str, defaults: set[str]) -> bool:
    return "xml" in defaults and name.startswith("customXml/")


def _role(shape: Any) -> str:
    holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return str(holder.get("type", "")) if holder is not None else ""


def _words(shape: Any) -> str:
    return "".join(t.text or "" for t in shape.iter(f"{A}t"))


def _texts(name: str, tree: Any) -> Iterator[str]:
    for kind in ("r", "fld", "br"):
        for run in tree.iter(f"{A}{kind}"):
            about = run.find(f"{A}rPr")
            if about is None or not about.get("lang"):
                words = "".join(t.text or "" for t in run.iter(f"{A}t"))
                yield f'{name}: "{words[:40]}" has no language'
    for end in tree.iter(f"{A}endParaRPr"):
        if not end.get("lang"):
            yield f"{name}: the end of a paragraph has no language"
