"""JSON Schemas of the files a clinic may write, made from the very classes the loader structures them into.

An editor with a YAML language server completes and checks with them while she types. They are draft 7 and a
little stricter than the loader: one spelling of each key.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from holdslides.clinic import Clinic
from holdslides.figures import figure_ids, load_figure
from holdslides.keys import FIGURE_KEY, VALUES_KEY, danish_key, danish_keys
from holdslides.library import Library
from holdslides.models_condition import Condition
from holdslides.models_module import Module, SlideEntry
from holdslides.models_paper import PosterEntry
from holdslides.models_sheet import SheetEntry
from holdslides.records import MISSING, Field, dataclass, is_dataclass
from holdslides.register import ClinicFactFile

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
_FIGURE_CHOICE = "figurvalg"
_TEXT: Schema = {"type": ["string", "number"]}
_NUMBER: Schema = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?\d{1,12},\d{1,12}$"}]}
_YES_NO: Schema = {"enum": [True, False, "ja", "nej"]}


@dataclass(frozen=True, slots=True)
class File:
    """A kind of file: the name of its schema, its title (Danish) and the class it is read into."""

    name: str
    title: str
    model: type


FILES: dict[str, File] = {
    "klinik": File("klinik", "Klinikken", Clinic),
    "modules": File("modul", "Et modul", Module),
    "conditions": File("program", "Et program", Condition),
    "posters": File("plakat", "En plakat", PosterEntry),
    "sheets": File("ark", "Et ark", SheetEntry),
    "activities": File("aktivitet", "En aktivitet", SlideEntry),
    "facts": File("fakta", "Klinikkens egne fakta", ClinicFactFile),
}


def schemas(library: Library) -> dict[str, Schema]:
    """Every schema by the name of its file, with the ids there are in the library to choose from."""
    known = _ids(library)
    return {file.name: schema_of(file.model, file.title, known) for file in FILES.values()}


def schema_of(model: type, title: str, known: Mapping[str, Schema] | None = None) -> Schema:
    """The schema of one class; `known` says by key what a text may be."""
    maker = _Maker(known or {})
    root = maker.dataclass(model)
    return {"$schema": DRAFT, "title": title, **root, "definitions": maker.definitions}


def _ids(library: Library) -> dict[str, Schema]:
    """What the keys that hold ids may be. A clinic may add to all but the locked texts and the figures."""
    modules, conditions = _open(library.module_ids), _open(library.condition_ids)
    safety, figures = _closed(("", *library.safety_texts)), _closed(("", *figure_ids()))
    return {
        **dict.fromkeys(("modul", "moduler", "udelad", "rækkefølge", "efter"), modules),
        **dict.fromkeys(("tilstand", "tilstande", "ikke_for"), conditions),
        **dict.fromkeys(("sikkerhed", "kun_hvis_godkendt", "kun_hvis_ikke_godkendt"), safety),
        "ark": _open(library.folders.ids("sheets")),
        "plakater": _open(library.folders.ids("posters")),
        FIGURE_KEY: figures,
    }


def _open(ids: Iterable[str]) -> Schema:
    return {"anyOf": [{"enum": sorted(ids)}, {"type": "string"}]}


def _closed(ids: Iterable[str]) -> Schema:
    return {"enum": list(ids)}


class _Maker:
    """Collects the definitions that a schema's parts refer to."""

    def __init__(self, known: Mapping[str, Schema]) -> None:
        self.known = known
        self.definitions: dict[str, Schema] = {}

    def dataclass(self, cls: type) -> Schema:
        """The keys of a class; those without a default must be there."""
        hints = get_type_hints(cls)
        by_key = danish_keys(cls)
        required = [key for key, field in by_key.items() if not _has_default(field)]
        schema: Schema = {
            "type": "object",
            "additionalProperties": False,
            "properties": {key: self.key(field, hints[field.name]) for key, field in by_key.items()},
        }
        if required:
            schema["required"] = required
        if FIGURE_KEY in by_key and VALUES_KEY in by_key:
            schema["allOf"] = [self.figures()]
        return schema

    def key(self, field: Field[Any], of: Any) -> Schema:
        """What may stand under one key, with what an editor says about it."""
        schema = self.value(of, self.known.get(danish_key(field)))
        doc = str(field.metadata.get("doc", ""))
        if "$ref" in schema and doc:  # draft 7 reads nothing beside a $ref
            schema = {"allOf": [schema]}
        return {**schema, "description": doc} if doc else schema

    def value(self, of: Any, text: Schema | None = None) -> Schema:
        """What may stand for a type; `text` is what a text may be, where that is known."""
        origin = get_origin(of)
        if of is Any:
            return {}
        if origin in (Union, types.UnionType):
            return self.value(next(kind for kind in get_args(of) if kind is not type(None)), text)
        if origin is tuple:
            return self._list(get_args(of), text)
        if origin is dict:
            return self._mapping(get_args(of), text)
        if origin is Literal:
            return {"enum": list(get_args(of))}
        if isinstance(of, type) and issubclass(of, Enum):
            return {"enum": [member.value for member in of]}
        if isinstance(of, type) and is_dataclass(of):
            return self._reference(f"{of.__module__}.{of.__qualname__}", lambda: self.dataclass(of))
        plain = {str: text or _TEXT, int: {"type": "integer"}, float: _NUMBER, bool: _YES_NO}
        return plain[of]

    def _list(self, kinds: tuple[Any, ...], text: Schema | None) -> Schema:
        if kinds[-1] is not Ellipsis:
            each = [self.value(kind, text) for kind in kinds]
            return {"type": "array", "items": each, "minItems": len(each), "maxItems": len(each)}
        item = self.value(kinds[0], text)
        items = {"type": "array", "items": item}
        is_single = isinstance(kinds[0], type) and issubclass(kinds[0], (str, int, float, Enum))
        return {"anyOf": [items, item]} if is_single else items

    def _mapping(self, kinds: tuple[Any, ...], text: Schema | None) -> Schema:
        key, value = kinds
        schema: Schema = {"type": "object", "additionalProperties": self.value(value, text)}
        if isinstance(key, type) and issubclass(key, Enum):
            schema["propertyNames"] = {"enum": [member.value for member in key]}
        return schema

    def figures(self) -> Schema:
        """That what stands under `værdier` is what the figure named beside it can show."""
        return self._reference(_FIGURE_CHOICE, lambda: {"allOf": [self._figure(id_) for id_ in figure_ids()]})

    def _figure(self, id_: str) -> Schema:
        values = load_figure(id_).values
        shown = self._reference(f"figur-{id_}", lambda: self.dataclass(values))
        return {
            "if": {"properties": {FIGURE_KEY: {"const": id_}}, "required": [FIGURE_KEY]},
            "then": {"properties": {VALUES_KEY: shown}},
        }

    def _reference(self, name: str, make: Callable[[], Schema]) -> Schema:
        if name not in self.definitions:
            self.definitions[name] = {}  # a class may hold itself
            self.definitions[name] = make()
        return {"$ref": f"#/definitions/{name}"}


def _has_default(field: Field[Any]) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING
