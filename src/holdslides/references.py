"""Does everything a content file names exist? Facts, safety texts, figures and their values, modules, slides, paper.

A reference is known by its key, wherever in a file it stands, so one walk serves modules, conditions, posters and
sheets alike. `module_basics` and `condition_basics` are what a deck cannot do without; `all_problems` is the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from holdslides import templates
from holdslides.ids import shown, suggestion
from holdslides.models import Condition, Module, SafetyEntry
from holdslides.problems import HoldslidesError, Place, Problem
from holdslides.register import register_problems
from holdslides.structure import PlaceOf
from holdslides.yaml_file import Items, Key, Map, YamlFile

if TYPE_CHECKING:
    from holdslides.library import Library, Loaded

VALUES_KEY = "værdier"  # what stands under it belongs to the figure
ANY_JOINT = "begge"
LEAST_WORDS = 4  # shorter texts are too common to be a locked text retyped
MINUTE_KEYS = ("minutter", "mindst", "højst")
TEMPLATE_VALUES: dict[str, tuple[str, ...]] = {  # what a text may name, beside tilstand, sikkerhed and klinik
    "gang": ("nummer", "antal"),
    "hold": (),
    "led": (),
    "niveau": (),
    "forløb": (),
}

Path = tuple[Key, ...]


# ---- what a deck cannot do without --------------------------------------------------------------------------
def module_basics(loaded: Loaded[Module], library: Library) -> list[Problem]:
    """Facts and safety texts that do not exist, slide ids used twice, minutes that are neither whole nor half."""
    names = {
        "fakta": ("faktummet", library.register),
        "sikkerhed": ("sikkerhedsteksten", library.safety_texts),
        "kun_hvis_godkendt": ("sikkerhedsteksten", library.safety_texts),
        "kun_hvis_ikke_godkendt": ("sikkerhedsteksten", library.safety_texts),
    }
    slides = ((s.id, loaded.place("slides", i, "id")) for i, s in enumerate(loaded.value.slides))
    return [*_unknown_names(loaded.file, names), *_twice(slides, "slide"), *_odd_minutes(loaded.file)]


def condition_basics(loaded: Loaded[Condition], library: Library) -> list[Problem]:
    """Modules, facts and safety texts that do not exist, and minutes that are neither whole nor half."""
    names = {
        "modul": ("modulet", library.module_ids),
        "moduler": ("modulet", library.module_ids),
        "fakta": ("faktummet", library.register),
        "sikkerhed": ("sikkerhedsteksten", library.safety_texts),
    }
    return [*_unknown_names(loaded.file, names), *_odd_minutes(loaded.file)]


Names = Mapping[str, tuple[str, Collection[str]]]


def _unknown_names(file: YamlFile, names: Names) -> Iterator[Problem]:
    for path, mapping in _mappings(file.data):
        for name in names.keys() & mapping.keys():
            what, known = names[name]
            for inner, id_ in _strings(mapping[name], (*path, name)):
                if id_ and id_ not in known and not _is_deeper(inner, (*path, name)):
                    message = f'{what} "{shown(id_)}" findes ikke'
                    yield Problem(message, file.place(*inner), suggestion(id_, known))


def _is_deeper(inner: Path, path: Path) -> bool:
    """Whether a string stands further in than a list of ids, or than the ids under `vist` and `sagt`."""
    between = [step for step in inner[len(path) :] if isinstance(step, str)]
    return any(step not in ("vist", "sagt") for step in between)


def _twice(ids: Iterator[tuple[str, Place]], what: str) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for id_, place in ids:
        if id_ in seen:
            hint = f"det står også i linje {seen[id_].line}; giv det ene et andet id"
            yield Problem(f'id\'et "{shown(id_)}" er brugt til to {what}s', place, hint)
        seen.setdefault(id_, place)


def _odd_minutes(file: YamlFile) -> Iterator[Problem]:
    for path, mapping in _mappings(file.data):
        for name in MINUTE_KEYS:
            minutes = mapping.get(name, 0)
            number = float(minutes.replace(",", ".")) if isinstance(minutes, str) else minutes
            if number < 0 or (2 * number) % 1:
                yield Problem(f'"{name}" skal være hele eller halve minutter', file.place(*path, name), "fx 4 eller 2.5")


def _mappings(data: Any, path: Path = ()) -> Iterator[tuple[Path, Map]]:
    if isinstance(data, Map):
        yield path, data
        for key, value in data.items():
            if key != VALUES_KEY:
                yield from _mappings(value, (*path, key))
    elif isinstance(data, Items):
        for i, value in enumerate(data):
            yield from _mappings(value, (*path, i))


def _strings(data: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, Map):
        for key, value in data.items():
            yield from _strings(value, (*path, key))
    elif isinstance(data, Items):
        for i, value in enumerate(data):
            yield from _strings(value, (*path, i))


# ---- everything -------------------------------------------------------------------------------------------
def all_problems(library: Library) -> Iterator[Problem]:
    """All that is wrong in every file. A file that cannot be read at all does not hide what is wrong in the others."""
    everything = _Everything(library)
    for file, rules in everything.rules():
        for rule in rules:
            try:
                yield from rule(file)
            except HoldslidesError as error:
                yield from error.problems


Rule = Callable[[YamlFile], Iterator[Problem]]


@dataclass(frozen=True)
class _Everything:
    library: Library

    def rules(self) -> Iterator[tuple[Any, tuple[Rule, ...]]]:
        """Every file with the rules for its kind; the file is None for rules that find it themselves."""
        library = self.library
        yield None, (self._safety, lambda _: register_problems(library.register), self._facts, self._clinic)
        for kind, load in self._kinds.items():
            for id_ in library.folders.ids(kind):
                try:
                    loaded = load(id_)
                except HoldslidesError as error:
                    yield None, (lambda _, error=error: iter(error.problems),)  # type: ignore[misc]
                    continue
                rules: tuple[Rule, ...] = (self._names, self._figures, self._texts, self._retyped)
                yield loaded.file, (*rules, self._programme) if kind == "conditions" else rules

    @property
    def _kinds(self) -> dict[str, Callable[[str], Loaded[Any]]]:
        from holdslides.models_paper import PosterEntry

        return {
            "conditions": self.library.condition,
            "modules": self.library.module,
            "posters": lambda id_: self.library.load("posters", id_, PosterEntry),
        }

    # ---- files that are one of a kind ---------------------------------------------------------------------
    def _safety(self, _: Any) -> Iterator[Problem]:
        loaded = self.library.safety_file
        yield from _unknown_names(loaded.file, {**self._all_names, "godkendt_for": self._all_names["tilstande"]})
        ids = ((e.id, loaded.place("tekster", i, "id")) for i, e in enumerate(loaded.value.texts))
        yield from _twice(ids, "tekst")
        for i, entry in enumerate(loaded.value.texts):
            if not entry.text and not (entry.heading and entry.signs and entry.call):
                hint = "skriv enten tekst, eller overskrift, tegn og ring"
                yield Problem("sikkerhedsteksten er ikke hel", loaded.place("tekster", i), hint)

    def _facts(self, _: Any) -> Iterator[Problem]:
        names = {k: self._all_names[k] for k in ("tilstande", "led", "niveau")}
        for loaded in filter(None, (self.library.register.whole(), self.library.register.clinics())):
            yield from _unknown_names(loaded[0], names)

    def _clinic(self, _: Any) -> Iterator[Problem]:
        from holdslides.clinic import read_clinic_file

        if self.library.folders.clinic is None:
            return
        file = read_clinic_file(self.library.folders)
        conditions = self._all_names["tilstande"]
        texts = ("sikkerhedsteksten", self.library.safety_texts)
        yield from _unknown_names(file, {"tilstand": conditions, "tekst": texts})
        for key in file.data.get("ydelsesnumre") or ():
            if key.rpartition("-")[0] not in conditions[1] and key not in conditions[1]:
                place = file.place("ydelsesnumre", key)
                yield Problem(f'tilstanden "{shown(key)}" findes ikke', place, suggestion(key, conditions[1]))

    # ---- every other file ---------------------------------------------------------------------------------
    @cached_property
    def _conditions(self) -> dict[str, Condition]:
        """The conditions that can be read; what is wrong with the others is said elsewhere."""
        found = {}
        for id_ in self.library.condition_ids:
            try:
                found[id_] = self.library.load("conditions", id_, Condition).value
            except HoldslidesError:
                continue
        return found

    @cached_property
    def _all_names(self) -> Names:
        ids, conditions = self.library.folders.ids, self._conditions.values()
        safety = ("sikkerhedsteksten", self.library.safety_texts)
        return {
            "fakta": ("faktummet", self.library.register),
            "sikkerhed": safety,
            "kun_hvis_godkendt": safety,
            "kun_hvis_ikke_godkendt": safety,
            "ark": ("arket", ids("sheets")),
            "plakater": ("plakaten", ids("posters")),
            "tilstande": ("tilstanden", self.library.condition_ids),
            "led": ("leddet", sorted({j for c in conditions for j in c.joints} | {ANY_JOINT})),
            "niveau": ("niveauet", sorted({level for c in conditions for level in c.levels})),
        }

    def _names(self, file: YamlFile) -> Iterator[Problem]:
        yield from _unknown_names(file, self._all_names)

    def _figures(self, file: YamlFile) -> Iterator[Problem]:
        from holdslides.figure_values import figure_use

        for path, mapping in _mappings(file.data):
            figure, values = mapping.get("figur") or "", mapping.get(VALUES_KEY) or {}
            if figure:
                try:
                    figure_use(figure, values, _below(file, path))
                except HoldslidesError as error:
                    yield from error.problems
            elif values:
                hint = "skriv også, hvilken figur det er"
                yield Problem("der er værdier, men ingen figur", file.place(*path, VALUES_KEY), hint)

    def _texts(self, file: YamlFile) -> Iterator[Problem]:
        for path, text in _strings(file.data):
            if templates.is_template(text):
                place = file.place(*path)
                found = list(templates.check(text, place))
                yield from found or self._unknown_values(text, place, _conditions_at(file.data, path))

    def _unknown_values(self, text: str, place: Place, conditions: Collection[str]) -> Iterator[Problem]:
        if "default" in text or "defined" in text:
            return  # the text itself says what stands there when the value does not exist
        for id_, condition in self._conditions.items():
            if conditions and id_ not in conditions:
                continue
            context = self._context(condition)
            for path in sorted(templates.references(text)):
                if wrong := templates.missing(path, context):
                    of = f" for {id_}" if path[0] == "tilstand" else ""
                    yield Problem(wrong[0] + of, place, wrong[1])

    def _context(self, condition: Condition) -> dict[str, Any]:
        own = {"navn": condition.name, "fagnavn": condition.professional_name}
        given = {name: dict.fromkeys(inner, "") if inner else "" for name, inner in TEMPLATE_VALUES.items()}
        return {
            "tilstand": {**condition.words, **own},
            "sikkerhed": self.library.safety_words,
            "klinik": self.library.clinic.words,
            **given,
        }

    def _retyped(self, file: YamlFile) -> Iterator[Problem]:
        for path, text in _strings(file.data):
            said = f" {_bare(text)} "
            for words, id_ in self._locked.items():
                if f" {words} " in said:
                    name = id_.replace("-", "_")
                    hint = f"skriv {{{{ sikkerhed.{name} }}}} eller sikkerhed: {id_} i stedet"
                    yield Problem(f'den låste tekst "{id_}" er skrevet af', file.place(*path), hint)

    @cached_property
    def _locked(self) -> dict[str, str]:
        """The bare words of every locked sentence, and the id of its text."""
        sentences = ((s, e.id) for e in self.library.safety_texts.values() for s in _sentences(e))
        return {words: id_ for s, id_ in sentences if (words := _bare(s)).count(" ") >= LEAST_WORDS - 1}

    def _programme(self, file: YamlFile) -> Iterator[Problem]:
        """Slides that a block picks and its module does not have."""
        for path, block in _mappings(file.data):
            id_ = block.get("modul")
            if not isinstance(id_, str) or id_ not in self.library.module_ids:
                continue
            known = self._slide_ids(id_)
            for inner, slide in _strings(block.get("slides"), (*path, "slides")) if known else ():
                if slide not in known:
                    message = f'slidet "{shown(slide)}" findes ikke i modulet {id_}'
                    yield Problem(message, file.place(*inner), suggestion(slide, known))

    def _slide_ids(self, module_id: str) -> tuple[str, ...]:
        try:
            return tuple(slide.id for slide in self.library.module(module_id).value.slides)
        except HoldslidesError:
            return ()  # the module's own problems are enough


def _below(file: YamlFile, path: Path) -> PlaceOf:
    return lambda *inner: file.place(*path, *inner)


def _conditions_at(data: Any, path: Path) -> Collection[str]:
    """The conditions that the innermost part around `path` is for; empty for all."""
    conditions: Collection[str] = ()
    for step in path:
        if isinstance(data, Map):
            conditions = data.get("tilstande") or conditions
        data = data[step]
    return conditions if not isinstance(conditions, str) else (conditions,)


def _sentences(entry: SafetyEntry) -> tuple[str, ...]:
    return tuple(filter(None, (entry.text, entry.heading, *entry.signs, entry.call)))


def _bare(text: str) -> str:
    """The words alone, so that neither case nor markup hides that a text is the same."""
    return " ".join(re.findall(r"\w+", text.casefold()))
