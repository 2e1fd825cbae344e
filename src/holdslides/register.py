"""The register of facts: facts.yaml, read as facts are cited, and the clinic's own fakta.yaml.

A deck cites a part of the five hundred facts, so the file is cut at its items and only what is cited is
parsed. A register laid out in another way is read whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from holdslides.folders import Folders, Found
from holdslides.keys import key
from holdslides.models_facts import Document, Fact, FactFile
from holdslides.problems import ContentError, Place, Problem
from holdslides.records import dataclass
from holdslides.structure import structure, structure_file
from holdslides.yaml_data import Map, YamlFile
from holdslides.yaml_file import parse_built_in, read_bytes, read_yaml

FACTS_FILE = "facts.yaml"
CLINIC_FACTS_FILE = "fakta.yaml"
CLINIC_DOCUMENT = "klinikken"  # the source a clinic's own facts name

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LIST = b"\nfakta:"
_ITEM = b"\n  - "
_ID = b"id: "
_FEW = 8


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
        self._alone: dict[str, tuple[int, bytes] | None] = {}  # the first that were asked for

    def __getitem__(self, id_: str) -> Fact:
        if id_ not in self._known:
            piece = self._piece(id_)
            self._known[id_] = self._read(id_, piece[1]) if piece else self._whole_facts[id_][0]
        return self._known[id_]

    def __contains__(self, id_: object) -> bool:
        return isinstance(id_, str) and (self._piece(id_) is not None or id_ in self._whole_facts)

    def __iter__(self) -> Iterator[str]:
        yield from self._pieces
        yield from (id_ for id_ in self._whole_facts if id_ not in self._pieces)

    def __len__(self) -> int:
        return len(self._pieces.keys() | self._whole_facts.keys())

    def place(self, id_: str) -> Place:
        """The line where the fact begins. Raises KeyError when there is none."""
        if self._piece(id_):
            return Place(self._found.shown, self._line(id_))
        return self._whole_facts[id_][1]

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The source documents by id, and the clinic itself."""
        head, begins, _ = self._raw.partition(_LIST)
        file = parse_built_in(head, self._found.shown) if begins else self._whole
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
    def _raw(self) -> bytes:
        """The file with the line ends of any system made one."""
        return read_bytes(self._found).removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n")

    @cached_property
    def _whole(self) -> YamlFile:
        return parse_built_in(self._raw, self._found.shown)

    def _piece(self, id_: str) -> tuple[int, bytes] | None:
        """Where an item begins and its bytes, or None. The first few are looked for alone: a poster cites no more."""
        if len(self._alone) < _FEW:
            if id_ not in self._alone:
                self._alone[id_] = self._found_alone(id_)
            if piece := self._alone[id_]:
                return piece
        return self._pieces.get(id_)

    def _found_alone(self, id_: str) -> tuple[int, bytes] | None:
        """The item where it and the next are written as nearly all are."""
        raw = self._raw
        start = raw.find(_ITEM + _ID + id_.encode("utf-8", "replace") + b"\n", max(raw.find(_LIST), 0))
        end = raw.find(_ITEM, start + 1) if start >= 0 else -1
        if end < 0 or not raw.startswith(_ID, end + len(_ITEM)):
            return None
        return start, raw[start + len(_ITEM + _ID) : end]

    @cached_property
    def _pieces(self) -> dict[str, tuple[int, bytes]]:
        """Where every item begins and its bytes by its id; nothing where the file is laid out in another way."""
        begins = max(self._raw.find(_LIST), 0)
        before, *pieces = self._raw[begins:].split(_ITEM + _ID)
        if len(pieces) != self._raw.count(_ITEM, begins):
            return {}
        starts = accumulate((len(_ITEM + _ID) + len(piece) for piece in pieces), initial=begins + len(before))
        known: dict[str, tuple[int, bytes]] = {}
        for start, piece in zip(starts, pieces, strict=False):
            written = piece[: piece.find(b"\n")]
            plain = written if written.isalnum() else written.partition(b" #")[0].strip(b" \t\"'")
            known.setdefault(plain.decode("utf-8", "replace"), (start, piece))
        return known

    def _line(self, id_: str) -> int:
        """The line of the file where a piece begins."""
        return self._raw.count(b"\n", 0, (self._piece(id_) or (0,))[0]) + 2

    def _read(self, id_: str, rest: bytes) -> Fact:
        shown, piece = self._found.shown, _ITEM[1:] + _ID + rest + b"\n"
        try:
            return _fact(parse_built_in(piece, shown))
        except ContentError:  # once more, for its lines in the whole file
            from holdslides.yaml_reader import parse_text
            from holdslides.yaml_text import decode

            decode(self._raw, shown)
            return _fact(parse_text(decode(piece, shown), shown, self._line(id_)))

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
