"""The register of facts: facts.yaml, read fact by fact as they are cited, and the clinic's own fakta.yaml.

A deck cites some sixty of the five hundred facts, so the file is cut at its items and only the cited ones are
parsed. A register that is not laid out one item after another is simply read whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from holdslides.folders import Folders, Found
from holdslides.keys import key
from holdslides.models import Document, Fact, FactFile
from holdslides.problems import Place, Problem
from holdslides.structure import structure, structure_file
from holdslides.yaml_file import YamlFile, decode, parse_text, read_bytes, read_yaml

FACTS_FILE = "facts.yaml"
CLINIC_FACTS_FILE = "fakta.yaml"
CLINIC_DOCUMENT = "klinikken"  # the source a clinic's own facts name

_LIST_BEGINS = re.compile(r"^fakta:[ \t]*(?:#.*)?$", re.MULTILINE)
_ITEM = re.compile(r"^  - ", re.MULTILINE)
_ITEM_WITH_ID = re.compile(r"""^  - id: ["']?([\w.-]+)["']?[ \t]*(?:#.*)?$""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ClinicFactFile:
    """fakta.yaml in a clinic's folder: facts of its own, with the source `klinikken`."""

    facts: tuple[Fact, ...] = key("fakta")


@dataclass(frozen=True, slots=True)
class _Header:
    documents: dict[str, Document] = key("dokumenter")


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    line: int


class Register(Mapping[str, Fact]):
    """Facts by id. Asking for one raises ContentError when it is not written as it should be."""

    def __init__(self, folders: Folders) -> None:
        self._found = folders.built_in_file(FACTS_FILE)
        self._clinics = _clinics_file(folders)
        self._known: dict[str, Fact] = {}

    def __getitem__(self, id_: str) -> Fact:
        if id_ not in self._known:
            self._known[id_] = self._read(id_)
        return self._known[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._pieces or id_ in self._own

    def __iter__(self) -> Iterator[str]:
        yield from self._pieces
        yield from (id_ for id_ in self._own if id_ not in self._pieces)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def place(self, id_: str) -> Place:
        """The line where the fact begins. Raises KeyError when there is none."""
        if id_ in self._pieces:
            return Place(self._found.shown, self._pieces[id_].line)
        return self._own[id_][1]

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The source documents by id, and the clinic itself."""
        begins = _LIST_BEGINS.search(self._text)
        if begins is None:
            documents = structure_file(self._whole, FactFile).documents
        else:
            head = parse_text(self._text[: begins.start()], self._found.shown)
            documents = structure_file(head, _Header).documents
        return {**documents, CLINIC_DOCUMENT: Document("Klinikken")}

    def whole(self) -> tuple[YamlFile, FactFile]:
        """The whole built-in file. Raises ContentError with everything that is wrong with it."""
        return self._whole, structure_file(self._whole, FactFile)

    def clinics(self) -> tuple[YamlFile, ClinicFactFile] | None:
        """The clinic's own file, or None. Raises ContentError with everything that is wrong with it."""
        if self._clinics is None:
            return None
        file = read_yaml(self._clinics)
        return file, structure_file(file, ClinicFactFile)

    # ---- reading --------------------------------------------------------------------------------------------
    def _read(self, id_: str) -> Fact:
        if id_ not in self._pieces:
            return self._own[id_][0]
        piece = self._pieces[id_]
        file = parse_text(piece.text, self._found.shown, piece.line)
        return structure(file.data[0], Fact, lambda *path: file.place(0, *path))

    @cached_property
    def _text(self) -> str:
        return decode(read_bytes(self._found), self._found.shown)

    @cached_property
    def _whole(self) -> YamlFile:
        return parse_text(self._text, self._found.shown)

    @cached_property
    def _pieces(self) -> dict[str, _Piece]:
        """The text of every item by its id; nothing where the file is laid out in another way."""
        text = self._text
        begins = _LIST_BEGINS.search(text)
        start = begins.end() if begins else len(text)
        items = list(_ITEM_WITH_ID.finditer(text, start))
        if begins is None or len(items) != sum(1 for _ in _ITEM.finditer(text, start)):
            return {}
        ends = [item.start() for item in items[1:]] + [len(text)]
        pieces: dict[str, _Piece] = {}
        line, at = 1, 0
        for item, end in zip(items, ends, strict=True):
            line += text.count("\n", at, item.start())
            at = item.start()
            pieces.setdefault(item[1], _Piece(text[at:end], line))
        return pieces

    @cached_property
    def _own(self) -> dict[str, tuple[Fact, Place]]:
        """The facts that are not pieces: the clinic's, and all of a register that could not be cut."""
        facts: dict[str, tuple[Fact, Place]] = {}
        files: list[tuple[YamlFile, FactFile | ClinicFactFile]] = [] if self._pieces else [self.whole()]
        if own := self.clinics():
            files.append(own)
        for file, of in files:
            for i, fact in enumerate(of.facts):
                facts.setdefault(fact.id, (fact, file.place("fakta", i)))
        return facts


def _clinics_file(folders: Folders) -> Found | None:
    path: Path | None = folders.clinic / CLINIC_FACTS_FILE if folders.clinic else None
    return Found(path, str(path), True) if path and path.is_file() else None


def register_problems(register: Register) -> Iterator[Problem]:
    """Facts with the id of another, and documents that do not exist.

    Raises ContentError when a file cannot be structured at all.
    """
    seen: dict[str, Place] = {}
    for file, of in filter(None, (register.whole(), register.clinics())):
        is_clinics = isinstance(of, ClinicFactFile)
        for i, fact in enumerate(of.facts):
            place = file.place("fakta", i, "id")
            if fact.id in seen:
                hint = f"det står også i {seen[fact.id]}; giv det ene et andet id"
                yield Problem(f'id\'et "{fact.id}" er brugt til to fakta', place, hint)
            seen.setdefault(fact.id, place)
            document = fact.source.document
            at = file.place("fakta", i, "kilde", "dokument")
            if is_clinics and document != CLINIC_DOCUMENT:
                yield Problem(f'klinikkens egne fakta har kilden "{CLINIC_DOCUMENT}"', at)
            elif document not in register.documents:
                hint = f"der er {', '.join(register.documents)}"
                yield Problem(f'dokumentet "{document}" findes ikke', at, hint)
