"""Is the clinic's folder in order? Its own programme, its own slides, and files that nobody reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from holdslides.folders import DANISH_FOLDERS, is_hidden
from holdslides.ids import find_id
from holdslides.library import Library
from holdslides.models import OwnSlidesEntry, Setting
from holdslides.own_parts import own_slides
from holdslides.problems import HoldslidesError, Place, Problem, Severity
from holdslides.yaml_data import YamlFile

_LOCKED = {
    "facts.yaml": "skriv jeres egne påstande i fakta.yaml",
    "safety.yaml": "sikkerhedsteksterne kan ikke laves om",
    "theme.yaml": "skriv farver og logo i klinik.yaml",
    "deck": "skriv skabelon: i klinik.yaml",
    "print": "den kan ikke laves om",
    "web": "den kan ikke laves om",
    **{english: f"mappen skal hedde {danish}" for english, danish in DANISH_FOLDERS.items()},
}


def clinic_problems(library: Library, file: YamlFile) -> Iterator[Problem]:
    """What is wrong with the clinic's order and own slides, and warnings for files that are not read."""
    yield from _orders(library, file)
    yield from _own_slides(library, file)
    if library.folders.clinic is not None:
        yield from _unread(library.folders.clinic)


def _orders(library: Library, file: YamlFile) -> Iterator[Problem]:
    from holdslides.orders import order_problems
    from holdslides.request import Request, settle

    problems = list(order_problems(library, file.place))
    wanted: dict[tuple[str, Setting | None], None] = {}
    for order in library.clinic.programme:
        if id_ := find_id(order.condition, library.condition_ids):
            wanted[id_, order.setting] = None
    for id_, setting in wanted if not any(p.severity is Severity.ERROR for p in problems) else ():
        levels = library.condition(id_).value.levels
        try:
            settle(library, Request(id_, setting=setting, level=levels[0] if levels else None))
        except HoldslidesError as error:
            problems += error.problems
    yield from problems


def _own_slides(library: Library, file: YamlFile) -> Iterator[Problem]:
    for entry, place in _named_slides(library, file):
        problems: list[Problem] = []
        _, left_behind = own_slides(entry, place, library, problems)
        yield from problems
        yield from (Problem(said, place, severity=Severity.WARNING) for said in left_behind)


def _named_slides(library: Library, file: YamlFile) -> Iterator[tuple[OwnSlidesEntry, Place]]:
    for i, order in enumerate(library.clinic.programme):
        for k, extra in enumerate(order.own):
            yield OwnSlidesEntry(extra.file, extra.slides), file.place("program", i, "egne_slides", k)
    for id_ in library.condition_ids:
        try:
            loaded = library.condition(id_)
        except HoldslidesError:
            continue  # its own problems are said elsewhere
        for setting, entry in loaded.value.settings.items():
            for i, session in enumerate(entry.sessions):
                for k, block in enumerate(session.blocks):
                    if block.own:
                        path = ("rammer", str(setting), "gange", i, "blokke", k, "egne_slides")
                        yield block.own, loaded.place(*path)


def _unread(clinic: Path) -> Iterator[Problem]:
    for name, hint in _LOCKED.items():
        if (clinic / name).exists() and name not in DANISH_FOLDERS.values():
            yield Problem("bruges ikke", Place(str(clinic / name)), hint, severity=Severity.WARNING)
    for folder in DANISH_FOLDERS.values():
        for path in sorted(p for p in (clinic / folder).glob("*.y*ml*") if _is_misnamed(p)):
            hint = "lad navnet ende på .yaml"
            yield Problem("bruges ikke", Place(str(path)), hint, severity=Severity.WARNING)


def _is_misnamed(path: Path) -> bool:
    """.yml, or .yaml.txt as Notepad makes it, whose end Windows hides."""
    return not is_hidden(path) and path.suffix.lower() != ".yaml"
