"""What `list` shows: one row per condition, module or fact, the same for text and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from holdslides.library import Library
from holdslides.records import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One thing there is: its heading (Danish), id, one line of text, and the object for JSON (always with `id`)."""

    kind: str
    id: str
    text: str
    data: dict[str, Any]


def rows(library: Library, kind: str) -> Iterator[Row]:
    """The rows of a kind: conditions, modules or facts. Raises KeyError for any other kind."""
    return _ROWS[kind](library)


def _conditions(library: Library) -> Iterator[Row]:
    for id_ in library.condition_ids:
        loaded = library.condition(id_)
        condition = loaded.value
        settings = ", ".join(condition.settings)
        text = f"{condition.name} ({settings})" + _origin(loaded.found.is_clinics)
        yield Row(
            "Tilstande",
            id_,
            text,
            {
                "id": id_,
                "name": condition.name,
                "settings": {
                    str(s): {"service": e.service, "code": e.code or "unknown", "sessions": len(e.sessions)}
                    for s, e in condition.settings.items()
                },
                "folder": "klinik" if loaded.found.is_clinics else "holdslides",
            },
        )


def _modules(library: Library) -> Iterator[Row]:
    for id_ in library.module_ids:
        loaded = library.module(id_)
        module = loaded.value
        text = f"{module.title} ({len(module.slides)} slides)" + _origin(loaded.found.is_clinics)
        yield Row(
            "Moduler",
            id_,
            text,
            {
                "id": id_,
                "title": module.title,
                "about": module.about,
                "slides": [s.id for s in module.slides],
                "folder": "klinik" if loaded.found.is_clinics else "holdslides",
            },
        )


def _facts(library: Library) -> Iterator[Row]:
    for id_, fact in library.facts.items():
        where = f"{fact.source.document} {fact.source.lines}".strip()
        text = f"{fact.claim} [{fact.audience}; {', '.join(fact.conditions)}; {where}]"
        yield Row(
            "Fakta",
            id_,
            text,
            {
                "id": id_,
                "topic": fact.topic,
                "claim": fact.claim,
                "conditions": list(fact.conditions),
                "audience": str(fact.audience),
                "hedges": list(fact.hedges),
                "only_if": fact.only_if,
                "numbers": list(fact.numbers),
                "source": {
                    "document": fact.source.document,
                    "section": fact.source.section,
                    "lines": fact.source.lines,
                },
            },
        )


def _origin(is_clinics: bool) -> str:
    return " – klinikkens egen" if is_clinics else ""


_ROWS = {"conditions": _conditions, "modules": _modules, "facts": _facts}
