"""Does what a content file names exist? Facts, safety texts, modules, slide ids; and are its minutes minutes?

A reference is known by its key, wherever in a file it stands, so one walk serves modules, conditions and
posters alike. Here is what a deck cannot do without; `content_check` follows every other reference too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from holdslides.ids import shown, suggestion
from holdslides.keys import VALUES_KEY
from holdslides.models_condition import Condition
from holdslides.models_module import Module
from holdslides.problems import Place, Problem
from holdslides.yaml_data import Items, Key, Map, YamlFile

if TYPE_CHECKING:
    from holdslides.library import Library, Loaded

MINUTE_KEYS = ("minutter", "mindst", "højst")

Path: TypeAlias = tuple[Key, ...]
Names: TypeAlias = Mapping[
    str, tuple[str, Collection[str]]
]  # by key: what it names (Danish), and what there is


def module_problems(loaded: Loaded[Module], library: Library) -> list[Problem]:
    """Facts and safety texts that do not exist, slide ids used twice, minutes that are not whole or half."""
    slides = loaded.value.slides
    facts = {id_ for s in slides for id_ in (*s.facts.shown, *s.facts.spoken)}
    safety = {i for s in slides for i in (s.safety, s.only_if_approved, s.only_if_not_approved) if i}
    names = {**fact_names(library), **safety_names(library)}
    problems: list[Problem] = []
    if not all(id_ in library.register for id_ in facts) or not safety <= library.safety_texts.keys():
        problems += unknown_names(loaded.file, names)
    if any(s.activity and _is_odd(s.activity.minutes) for s in slides):
        problems += odd_minutes(loaded.file)
    problems += used_twice(((s.id, loaded.place("slides", i, "id")) for i, s in enumerate(slides)), "slides")
    return problems


def condition_problems(loaded: Loaded[Condition], library: Library) -> list[Problem]:
    """Modules, facts and safety texts that do not exist, and minutes that are neither whole nor half."""
    modules = ("modulet", library.module_ids)
    names = {"modul": modules, "moduler": modules, **fact_names(library), **safety_names(library)}
    return [*unknown_names(loaded.file, names), *odd_minutes(loaded.file), *_blocks_of_nothing(loaded)]


def _blocks_of_nothing(loaded: Loaded[Condition]) -> Iterator[Problem]:
    """Blocks that name neither a module nor the clinic's own slides, or both."""
    for setting, entry in loaded.value.settings.items():
        for i, session in enumerate(entry.sessions):
            for k, block in enumerate(session.blocks):
                if bool(block.module) == bool(block.own):
                    place = loaded.place("rammer", str(setting), "gange", i, "blokke", k)
                    hint = "skriv det ene af dem" if block.own else "skriv modul: og modulets id"
                    what = "har både modul og egne_slides" if block.own else "mangler modul"
                    yield Problem(f"blokken {what}", place, hint)


def fact_names(library: Library) -> Names:
    """The keys that name facts."""
    return {"fakta": ("faktummet", library.register)}


def safety_names(library: Library) -> Names:
    """The keys that name locked texts."""
    keys = ("sikkerhed", "kun_hvis_godkendt", "kun_hvis_ikke_godkendt")
    return dict.fromkeys(keys, ("sikkerhedsteksten", library.safety_texts))


def unknown_names(file: YamlFile, names: Names) -> Iterator[Problem]:
    """Every id under one of the keys that is not among what there is."""
    for path, mapping in mappings(file.data):
        for name in (key for key in mapping if key in names):
            what, known = names[name]
            for inner, id_ in strings(mapping[name], (*path, name)):
                if id_ and id_ not in known and not _is_deeper(inner, (*path, name)):
                    message = f'{what} "{shown(id_)}" findes ikke'
                    yield Problem(message, file.place(*inner), suggestion(id_, known))


def _is_deeper(inner: Path, path: Path) -> bool:
    """Whether a string stands further in than a list of ids, or than the ids under `vist` and `sagt`."""
    between = [step for step in inner[len(path) :] if isinstance(step, str)]
    return any(step not in ("vist", "sagt") for step in between)


def used_twice(ids: Iterator[tuple[str, Place]], what: str) -> Iterator[Problem]:
    """Ids that stand twice; `what` they are the ids of (Danish, plural)."""
    seen: dict[str, Place] = {}
    for id_, place in ids:
        if id_ in seen:
            hint = f"det står også i linje {seen[id_].line}; giv det ene et andet id"
            yield Problem(f'id\'et "{shown(id_)}" er brugt til to {what}', place, hint)
        seen.setdefault(id_, place)


def odd_minutes(file: YamlFile) -> Iterator[Problem]:
    """Minutes below zero, or neither whole nor half."""
    for path, mapping in mappings(file.data):
        for name in MINUTE_KEYS:
            minutes = mapping.get(name, 0)
            if _is_odd(float(minutes.replace(",", ".")) if isinstance(minutes, str) else minutes):
                yield Problem(
                    f'"{name}" skal være hele eller halve minutter', file.place(*path, name), "fx 4 eller 2.5"
                )


def _is_odd(minutes: float) -> bool:
    return minutes < 0 or (2 * minutes) % 1 != 0


def mappings(data: Any, path: Path = ()) -> Iterator[tuple[Path, Map]]:
    """Every mapping with its path, but not what belongs to a figure."""
    if isinstance(data, Map):
        yield path, data
        for key, value in data.items():
            if key != VALUES_KEY:
                yield from mappings(value, (*path, key))
    elif isinstance(data, Items):
        for i, value in enumerate(data):
            yield from mappings(value, (*path, i))


def strings(data: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text with its path."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, Map):
        for key, value in data.items():
            yield from strings(value, (*path, key))
    elif isinstance(data, Items):
        for i, value in enumerate(data):
            yield from strings(value, (*path, i))
