"""The schemas editors read: the built-in content holds by them, and they refuse what the loader refuses."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import yaml
from conftest import need

from holdslides.figures import figure_ids, load_figure
from holdslides.folders import Folders
from holdslides.keys import danish_key
from holdslides.library import Library
from holdslides.schemas import FILES, schemas

CONTENT = Folders().content
BUILT_IN = [(kind, path) for kind in FILES for path in sorted((CONTENT / kind).glob("*.yaml"))]


@lru_cache(maxsize=1)
def made() -> dict[str, Any]:
    return schemas(Library(Folders()))


def errors(name: str, data: Any) -> list[str]:
    try:
        from jsonschema import Draft7Validator
    except ImportError:
        need(False, "jsonschema")
    return [error.message for error in Draft7Validator(made()[name]).iter_errors(data)]


def test_the_schemas_are_schemas_and_the_same_every_time() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    for schema in made().values():
        jsonschema.Draft7Validator.check_schema(schema)
    assert json.dumps(made()) == json.dumps(schemas(Library(Folders())))


@pytest.mark.parametrize(("kind", "path"), BUILT_IN, ids=lambda value: getattr(value, "stem", str(value)))
def test_built_in_content_holds_by_its_schema(kind: str, path: Path) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    assert errors(FILES[kind].name, data) == []


SLIDE = {"id": "a", "opsætning": "side", "overskrift": "En", "noter": {"sig": "Hej"}}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("klinik", {"navn": "K", "telfon": "12"}),
        ("klinik", {"hold": [{"navn": "mandag"}]}),
        ("klinik", {"program": [{"tilstand": "laenderyg", "gang": "to"}]}),
        ("modul", {"titel": "T", "slides": [{**SLIDE, "opsætning": "stor"}]}),
        ("modul", {"titel": "T", "slides": [{**SLIDE, "figur": "findes-ikke"}]}),
        ("modul", {"titel": "T", "slides": [{**SLIDE, "figur": "kop", "værdier": {"hanner": 3}}]}),
        ("modul", {"titel": "T", "slides": [{**SLIDE, "kun_hvis_godkendt": "min-egen"}]}),
        ("program", {"navn": "N", "fagnavn": "F", "rammer": {"hjemme": {"ydelse": "Y", "gange": []}}}),
        ("aktivitet", {**SLIDE, "aktivitet": {"type": "leg", "minutter": 2, "deltagerne": "x"}}),
    ],
)
def test_what_the_loader_would_refuse_is_refused(name: str, data: Any) -> None:
    assert errors(name, data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("klinik", {"navn": "K", "telefon": 12345678, "hold": [{"navn": "m", "tilstand": "min_egen"}]}),
        ("modul", {"titel": "T", "slides": [{**SLIDE, "tekst": "kun en linje", "kan_udelades": "ja"}]}),
        ("modul", {"titel": "T", "slides": [SLIDE], "kopieret_fra": "kopmodellen@0123456789ab"}),
        ("program", {"navn": "N", "fagnavn": "F", "rammer": {"hold": {"ydelse": "Y", "gange": []}}}),
        ("aktivitet", {**SLIDE, "aktivitet": {"type": "dialog", "minutter": "2,5", "deltagerne": "x"}}),
    ],
)
def test_what_the_loader_takes_is_taken(name: str, data: Any) -> None:
    assert errors(name, data) == []


def silent_keys(cls: type, seen: set[type]) -> list[str]:
    """The keys below a class that say nothing about themselves."""
    seen.add(cls)
    hints = get_type_hints(cls)
    found = [f"{cls.__name__}.{danish_key(f)}" for f in fields(cls) if not f.metadata.get("doc")]
    for inner in {inner for f in fields(cls) for inner in classes(hints[f.name])} - seen:
        found += silent_keys(inner, seen)
    return found


def classes(of: Any) -> list[type]:
    own = [of] if isinstance(of, type) and is_dataclass(of) else []
    return own + [cls for inner in get_args(of) for cls in classes(inner)]


@pytest.mark.parametrize("file", FILES.values(), ids=lambda file: file.name)
def test_every_key_says_what_it_is(file: Any) -> None:
    assert silent_keys(file.model, set()) == []


def test_every_figures_values_say_what_they_are() -> None:
    assert [key for id_ in figure_ids() for key in silent_keys(load_figure(id_).values, set())] == []
