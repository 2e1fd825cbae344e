"""What `list` shows: one row per condition, module, poster …, and where it comes from; the same for text and JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from holdslides.activities import LIBRARY
from holdslides.library import Library, Loaded
from holdslides.models_paper import PosterEntry
from holdslides.models_sheet import SheetEntry
from holdslides.overlay import Item, Origin, origin
from holdslides.pages import ACTIVITY_NAMES
from holdslides.records import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One thing there is: its heading (Danish), id, one line of text, and the object for JSON (always with `id`)."""

    kind: str
    id: str
    text: str
    data: dict[str, Any]


def rows(library: Library, kind: str) -> Iterator[Row]:
    """The rows of a kind: conditions, modules, posters, sheets, activities, facts or rules.

    Raises KeyError for any other kind, ContentError and FileError for a file that cannot be used.
    """
    return _ROWS[kind](library)


def _row(library: Library, kind: str, loaded: Loaded[Any], text: str, data: dict[str, Any]) -> Row:
    """A row for a content file, saying which folder it is from."""
    item = Item(kind, loaded.id, loaded.found)
    from_ = origin(library, item, getattr(loaded.value, "copied_from", ""))
    where = {
        "folder": "klinik" if loaded.found.is_clinics else "holdslides",
        "file": loaded.found.shown,
        "origin": from_.value,
        "original_changed": from_ is Origin.OUTDATED,
    }
    return Row(
        HEADINGS[kind], loaded.id, f"{text} – {from_}" if from_ else text, {"id": loaded.id, **data, **where}
    )


def _conditions(library: Library) -> Iterator[Row]:
    for id_ in library.condition_ids:
        loaded = library.condition(id_)
        condition = loaded.value
        settings = ", ".join(condition.settings)
        about = {
            str(s): {"service": e.service, "code": e.code or "unknown", "sessions": len(e.sessions)}
            for s, e in condition.settings.items()
        }
        data = {"name": condition.name, "settings": about}
        yield _row(library, "conditions", loaded, f"{condition.name} ({settings})", data)


def _modules(library: Library) -> Iterator[Row]:
    for id_ in library.module_ids:
        loaded = library.module(id_)
        module = loaded.value
        data = {"title": module.title, "about": module.about, "slides": [s.id for s in module.slides]}
        yield _row(library, "modules", loaded, f"{module.title} ({_counted(len(module.slides))})", data)


def _counted(slides: int) -> str:
    return "1 slide" if slides == 1 else f"{slides} slides"


def _posters(library: Library) -> Iterator[Row]:
    for id_ in library.folders.ids("posters"):
        loaded = library.load("posters", id_, PosterEntry)
        data = {"name": loaded.value.name, "conditions": list(loaded.value.conditions)}
        yield _row(library, "posters", loaded, loaded.value.name, data)


def _sheets(library: Library) -> Iterator[Row]:
    for id_ in library.folders.ids("sheets"):
        loaded = library.load("sheets", id_, SheetEntry)
        data = {"name": loaded.value.name, "conditions": list(loaded.value.conditions)}
        yield _row(library, "sheets", loaded, loaded.value.name, data)


def _activities(library: Library) -> Iterator[Row]:
    module = library.module(LIBRARY)
    for i, slide in enumerate(module.value.slides):
        found = library.folders.find("activities", slide.id) or module.found
        loaded = Loaded(slide.id, slide, found, module.file)
        asked = slide.activity
        words = (
            f"{slide.headline} ({ACTIVITY_NAMES[asked.type]}, {asked.minutes:g} min)"
            if asked
            else slide.headline
        )
        data = {
            "headline": slide.headline,
            "type": str(asked.type) if asked else "",
            "minutes": asked.minutes if asked else 0,
            "line": module.place("slides", i).line,
        }
        yield _row(library, "activities", loaded, words, data)


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


def _rules(_: Library) -> Iterator[Row]:
    from holdslides.check import Scope, load

    for rule in load():
        scopes = [str(scope) for scope in Scope if scope in rule.scopes]
        data = {
            "id": rule.id,
            "severity": rule.severity.name.lower(),
            "what": rule.what,
            "why": rule.why,
            "scopes": scopes,
            "informs": list(rule.informs),
        }
        yield Row("Regler", rule.id, f"[{rule.severity}] {rule.what}", data)


HEADINGS = {
    "conditions": "Tilstande",
    "modules": "Moduler",
    "posters": "Plakater",
    "sheets": "Ark",
    "activities": "Aktiviteter",
}
_ROWS: dict[str, Callable[[Library], Iterator[Row]]] = {
    "conditions": _conditions,
    "modules": _modules,
    "posters": _posters,
    "sheets": _sheets,
    "activities": _activities,
    "facts": _facts,
    "rules": _rules,
}
