"""The register of facts: facts.yaml, read as facts are cited, and the clinic's own fakta.yaml.

A deck cites a part of the five hundred facts, so the file is cut at its items and only what is cited is
parsed. A register laid out in another way is read whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from holdslides.folders import Folders, Found
from holdslides.keys import key
from holdslides.models_facts import Document, Fact, FactFile
from holdslides.problems import ContentError, Place, Problem
from holdslides.records import dataclass
from holdslides.structure import structure, structure_file
from holdslides.yaml_data import Map, YamlFile
from holdslides.yaml_file import parse_built_in, read_bytes, read_yaml
from holdslides.yaml_text import decode

FACTS_FILE = "facts.yaml"
CLINIC_FACTS_FILE = "fakta.yaml"
CLINIC_DOCUMENT = "klinikken"  # the source a clinic's own facts name

_LIST = "\nfakta:"
_ITEM = "\n  - "
_ID = "id: "


@dataclass(frozen=True, slots=True)
class ClinicFactFile:
    """fakta.yaml in a clinic's folder: facts of its own, with the source `klinikken`."""

    facts: tuple[Fact, ...] = key("fakta", doc="Jeres egne påstande, med kilden klinikken")


class Register(Mapping[str, Fact]):
    """Facts by id. Asking for one raises ContentError when it is not written as it should be."""

    def __init__(self, folders: Folders) -> None:
        self._found = folders.built_in_file(FACTS_FILE)
        self._clinics = _clinics_file(folders)
        self._known: dict[str, Fact] = {}

    def __getitem__(self, id_: str) -> Fact:
        if id_ not in self._known:
            self._known[id_] = self._read(id_) if id_ in self._pieces else self._whole_facts[id_][0]
        return self._known[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._pieces or id_ in self._whole_facts

    def __iter__(self) -> Iterator[str]:
        yield from self._pieces
        yield from (id_ for id_ in self._whole_facts if id_ not in self._pieces)

    def __len__(self) -> int:
        return len(self._pieces.keys() | self._whole_facts.keys())

    def place(self, id_: str) -> Place:
        """The line where the fact begins. Raises KeyError when there is none."""
        if id_ in self._pieces:
            return Place(self._found.shown, self._pieces[id_][1])
        return self._whole_facts[id_][1]

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The source documents by id, and the clinic itself."""
        head, begins, _ = self._text.partition(_LIST)
        file = parse_built_in(head.encode(), self._found.shown) if begins else self._whole
        place = lambda *path: file.place("dokumenter", *path)  # noqa: E731
        written = file.data.get("dokumenter") if isinstance(file.data, Map) else None
        documents: dict[str, Document] = structure(written, dict[str, Document], place)
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

    # ---- reading ------------------------------------------------------------------------------------------
    @cached_property
    def _text(self) -> str:
        return decode(read_bytes(self._found), self._found.shown)

    @cached_property
    def _whole(self) -> YamlFile:
        return parse_built_in(self._text.encode(), self._found.shown)

    @cached_property
    def _pieces(self) -> dict[str, tuple[str, int]]:
        """Every item's text and first line by its id; nothing where the file is laid out in another way."""
        head, _, items = self._text.partition(_LIST)
        before, *texts = items.split(_ITEM)
        line = head.count("\n") + before.count("\n") + 3
        pieces: dict[str, tuple[str, int]] = {}
        for text in texts:
            first, _, rest = text.partition("\n")
            if not first.startswith(_ID):
                return {}
            id_ = first[len(_ID) :].partition(" #")[0].strip().strip("\"'")
            pieces.setdefault(id_, (f"{_ITEM[1:]}{first}\n{rest}\n", line))
            line += text.count("\n") + 1
        return pieces

    def _read(self, id_: str) -> Fact:
        text, first_line = self._pieces[id_]
        try:
            return _fact(parse_built_in(text.encode(), self._found.shown))
        except ContentError:
            from holdslides.yaml_reader import parse_text

            return _fact(parse_text(text, self._found.shown, first_line))  # for its lines in the whole file

    @cached_property
    def _whole_facts(self) -> dict[str, tuple[Fact, Place]]:
        """The facts that are not pieces: the clinic's, and all of a register that could not be cut."""
        facts: dict[str, tuple[Fact, Place]] = {}
        files: list[tuple[YamlFile, FactFile | ClinicFactFile]] = [] if self._pieces else [self.whole()]
        if own := self.clinics():
            files.append(own)
        for file, of in files:
            for i, fact in enumerate(of.facts):
                facts.setdefault(fact.id, (fact, file.place("fakta", i)))
        return facts


def _fact(file: YamlFile) -> Fact:
    """The one item of a piece of the register."""
    return structure(file.data[0], Fact, lambda *path: file.place(0, *path))


def _clinics_file(folders: Folders) -> Found | None:
    path: Path | None = folders.clinic / CLINIC_FACTS_FILE if folders.clinic else None
    return Found(path, str(path), True) if path and path.is_file() else None


def register_problems(register: Register) -> Iterator[Problem]:
    """Facts with the id of another, and documents that do not exist.

    Raises ContentError when a file cannot be structured at all.
    """
    seen: dict[str, Place] = {}
    files: list[tuple[YamlFile, FactFile | ClinicFactFile]] = [register.whole()]
    if own := register.clinics():
        files.append(own)
    for file, of in files:
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
                yield Problem(
                    f'dokumentet "{document}" findes ikke', at, f"der er {', '.join(register.documents)}"
                )
