"""Everything there is to make documents from, the clinic's own before the built-in, loaded when needed.

What `module` and `condition` hand out has the right shape and cites facts and safety texts that exist.
`load_all` reads every file and follows every other reference too.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from holdslides.clinic import Clinic
from holdslides.folders import Folders, Found, in_folder
from holdslides.ids import resolve_id
from holdslides.models_facts import Document, Fact, SafetyEntry, SafetyFile
from holdslides.problems import ContentError, Place, Problem
from holdslides.records import dataclass, replace
from holdslides.register import Register
from holdslides.structure import structure_file
from holdslides.texts import Source
from holdslides.yaml_data import Key, YamlFile
from holdslides.yaml_file import read_yaml

if TYPE_CHECKING:
    from holdslides.edits import Edits
    from holdslides.models_condition import Condition
    from holdslides.models_module import Module
    from holdslides.own_deck import OwnDeck

SAFETY_FILE = "safety.yaml"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """A content file: its id, what it says, which file it is, and where in it everything stands."""

    id: str
    value: T
    found: Found
    file: YamlFile

    def place(self, *path: Key) -> Place:
        """Where the value at a path of Danish keys and indexes stands: place("slides", 2, "overskrift")."""
        return self.file.place(*path)


class Library:
    """The content of the built-in folder and of one clinic."""

    def __init__(self, folders: Folders, clinic: Clinic | None = None) -> None:
        self.folders = folders
        self.clinic = clinic or Clinic()
        self._loaded: dict[tuple[str, str], Loaded[Any]] = {}
        self._edits: dict[str, Edits] = {}
        self._own_decks: dict[str, OwnDeck] = {}

    # ---- modules, conditions and other files --------------------------------------------------------------
    @cached_property
    def module_ids(self) -> tuple[str, ...]:
        """The ids of all modules, sorted."""
        return self.folders.ids("modules")

    @cached_property
    def condition_ids(self) -> tuple[str, ...]:
        """The ids of all conditions, sorted."""
        return self.folders.ids("conditions")

    def module(self, id_: str) -> Loaded[Module]:
        """A module. Raises RequestError when there is none of that id, ContentError when it is wrong."""
        from holdslides.models_module import Module
        from holdslides.references import module_problems

        key = ("modules", resolve_id(id_, self.module_ids, "modulet"))
        if key not in self._loaded:
            loaded = self.load(*key, Module)
            _raise_any(module_problems(loaded, self))
            self._loaded[key] = loaded
        return self._loaded[key]

    def condition(self, id_: str) -> Loaded[Condition]:
        """A condition. Raises RequestError when there is none of that id, ContentError when it is wrong."""
        from holdslides.models_condition import Condition
        from holdslides.references import condition_problems

        key = ("conditions", resolve_id(id_, self.condition_ids, "tilstanden"))
        if key not in self._loaded:
            loaded = self.load(*key, Condition)
            _raise_any(condition_problems(loaded, self))
            self._loaded[key] = loaded
        return self._loaded[key]

    def edits(self, condition: str) -> Edits:
        """What the clinic has rewritten on single slides for a condition. Raises as `load_edits` does."""
        from holdslides.edits import load_edits

        if condition not in self._edits:
            self._edits[condition] = load_edits(self.folders, condition)
        return self._edits[condition]

    def forget_edits(self) -> None:
        """Lets the edits be read anew when they are next asked for; the rest stays as it was read."""
        self._edits.clear()

    def with_edits(self, condition: str, edits: Edits) -> Library:
        """The same library with other edits for a condition, to try them before they are kept."""
        from copy import copy

        library = copy(self)
        library._edits = {**self._edits, condition: edits}
        return library

    def name_of(self, kind: str, id_: str) -> str:
        """What a thing of a kind ("sheets", "conditions" …) is called, which is all that is read of it.

        The id itself where there is none. Raises FileError when its file cannot be read and ContentError when it
        is not YAML.
        """
        name = self._written(kind, id_, "navn")
        return name if isinstance(name, str) else id_

    def levels_of(self, condition: str) -> tuple[str, ...]:
        """The levels to choose between for a condition, which is all that is read of it. Raises as `name_of`."""
        levels = self._written("conditions", condition, "niveau")
        return (
            tuple(map(str, levels))
            if isinstance(levels, list)
            else (levels,)
            if isinstance(levels, str)
            else ()
        )

    def _written(self, kind: str, id_: str, key: str) -> Any:
        found = self.folders.find(kind, id_)
        data = read_yaml(found).data if found else None
        return data.get(key) if isinstance(data, dict) else None

    def load(self, kind: str, id_: str, model: type[T]) -> Loaded[T]:
        """The file of that kind and exact id, read anew. Its references are not looked at.

        Raises KeyError when there is none, FileError when it cannot be read, ContentError when it is wrong.
        """
        found = self.folders.find(kind, id_)
        if found is None:
            raise KeyError(id_)
        file = read_yaml(found)
        loaded: Loaded[Any] = Loaded(id_, structure_file(file, model), found, file)
        if self.folders.clinic is not None:
            loaded = self._with_clinics(loaded, kind)
        return loaded

    def _with_clinics(self, loaded: Loaded[Any], kind: str) -> Loaded[Any]:
        """What the clinic adds to a file, and what its own file may not take away."""
        from holdslides.activities import LIBRARY, with_activities

        if (kind, loaded.id) == ("modules", LIBRARY):
            return with_activities(loaded, self.folders)
        built_in = self.folders.find_built_in(kind, loaded.id) if kind == "conditions" else None
        if built_in is None or not loaded.found.is_clinics:
            return loaded
        from holdslides.models_condition import Condition

        original = structure_file(read_yaml(built_in), Condition)
        return replace(
            loaded, value=replace(loaded.value, required=original.required | loaded.value.required)
        )

    def own_deck(self, file: str, place: Place) -> OwnDeck:
        """A presentation in the clinic's folder, opened once; `place` is where it is named.

        Raises ContentError when it is not there, lies elsewhere or cannot be used.
        """
        from holdslides.own_deck import read_own_deck

        if file not in self._own_decks:
            clinic = self.folders.clinic
            path = in_folder(clinic, file) if clinic else None
            if clinic is None or path is None or not path.resolve().is_relative_to(clinic.resolve()):
                hint = "læg den i klinikkens mappe, og skriv dens navn"
                raise ContentError(Problem(f'præsentationen "{file}" ligger uden for mappen', place, hint))
            self._own_decks[file] = read_own_deck(path, place)
        return self._own_decks[file]

    # ---- facts --------------------------------------------------------------------------------------------
    @cached_property
    def register(self) -> Register:
        """The facts with their places."""
        return Register(self.folders)

    @property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact by id; each is read when it is asked for."""
        return self.register

    @property
    def documents(self) -> dict[str, Document]:
        """The source documents by id."""
        return self.register.documents

    def fact(self, id_: str) -> Fact:
        """A fact. Raises RequestError when there is none of that id."""
        return self.register[id_ if id_ in self.register else resolve_id(id_, self.register, "fakta")]

    def source(self, id_: str, *, shown: bool) -> Source:
        """A fact as it is cited, by its exact id: on what is `shown`, or only spoken of.

        Raises KeyError when there is none.
        """
        fact = self.facts[id_]
        document = self.documents.get(fact.source.document)
        title = document.title if document else fact.source.document
        return Source(id_, fact.claim, title, fact.source.section, fact.source.lines, shown)

    # ---- safety texts -------------------------------------------------------------------------------------
    @cached_property
    def safety_file(self) -> Loaded[SafetyFile]:
        """The locked texts as they are written. Raises ContentError for all that is wrong in the file."""
        found = self.folders.built_in_file(SAFETY_FILE)
        file = read_yaml(found)
        return Loaded("safety", structure_file(file, SafetyFile), found, file)

    @cached_property
    def safety_texts(self) -> dict[str, SafetyEntry]:
        """Every locked text by id."""
        return {entry.id: entry for entry in self.safety_file.value.texts}

    def safety(self, id_: str) -> SafetyEntry:
        """A locked text. Raises RequestError when there is none of that id."""
        return self.safety_texts[resolve_id(id_, self.safety_texts, "sikkerhedsteksten")]

    @cached_property
    def safety_words(self) -> dict[str, str]:
        """What a text may include as {{ sikkerhed.skarp_smerte }}: the locked texts that are a sentence."""
        return {id_.replace("-", "_"): entry.text for id_, entry in self.safety_texts.items() if entry.text}

    # ---- everything ---------------------------------------------------------------------------------------
    def load_all(self) -> list[Problem]:
        """Reads every file, follows every reference, and returns all that is wrong, file by file."""
        from holdslides.content_check import content_problems

        return list(dict.fromkeys(content_problems(self)))


def _raise_any(problems: list[Problem]) -> None:
    if problems:
        raise ContentError(problems)
