"""Everything that can be wrong in the content of the built-in folder and a clinic: all files, all references.

A deck needs none of this to be written; `holdslides check` does. One file's trouble never hides another's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeAlias

from holdslides import templates
from holdslides.clinic import read_clinic_file
from holdslides.clinic_check import clinic_problems
from holdslides.figure_values import figure_use
from holdslides.ids import shown, suggestion
from holdslides.keys import VALUES_KEY
from holdslides.library import Library
from holdslides.models_condition import Condition
from holdslides.models_facts import SafetyEntry
from holdslides.models_module import Module
from holdslides.models_paper import PosterEntry
from holdslides.models_sheet import SheetEntry
from holdslides.plain_templates import Context
from holdslides.problems import HoldslidesError, Place, PlaceOf, Problem
from holdslides.references import (
    Names,
    Path,
    condition_problems,
    fact_names,
    mappings,
    module_problems,
    safety_names,
    strings,
    unknown_names,
    used_twice,
)
from holdslides.register import register_problems
from holdslides.yaml_data import Map, YamlFile

ANY_JOINT = "begge"
LEAST_WORDS = 4  # shorter texts are too common to be a locked text retyped
ON_SLIDE = {
    "gang": ("nummer", "antal"),
    "hold": (),
    "hold_efter_komma": (),
    "led": (),
    "niveau": (),
    "forløb": (),
}
ON_SHEET = {"hjemme": ()}
ON_POSTER = ("hvad", "hvem", "hvornår", "hvor")  # what `hold` says on an invitation
KINDS: dict[str, type[Any]] = {
    "conditions": Condition,
    "modules": Module,
    "posters": PosterEntry,
    "sheets": SheetEntry,
}

Problems: TypeAlias = Iterator[Problem]
Contexts: TypeAlias = Iterator[tuple[str, Context]]  # for whom, and what a text may name there


def content_problems(library: Library) -> Problems:
    """All that is wrong in every file, file by file; some of it may be said twice."""
    check = _ContentCheck(library)
    for rule in (check.safety, check.facts, check.clinic):
        yield from _said(rule)
    for kind in KINDS:
        for id_ in library.folders.ids(kind):
            yield from _said(lambda kind=kind, id_=id_: check.file(kind, id_))  # type: ignore[misc]


def _said(rule: Callable[[], Problems]) -> Problems:
    problems: list[Problem] = []
    try:
        problems.extend(rule())
    except HoldslidesError as error:
        problems.extend(error.problems)
    yield from sorted(problems, key=lambda problem: problem.place or Place(""))


class _ContentCheck:
    """The rules, and what they share."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def file(self, kind: str, id_: str) -> Problems:
        """What is wrong in a module, condition or poster.

        Raises ContentError when it cannot be loaded at all.
        """
        loaded = self.library.load(kind, id_, KINDS[kind])
        if isinstance(loaded.value, Module):
            yield from module_problems(loaded, self.library)
        if isinstance(loaded.value, Condition):
            yield from condition_problems(loaded, self.library)
            yield from self._programme(loaded.file)
        yield from unknown_names(loaded.file, self._names)
        yield from self._figures(loaded.file)
        yield from self._texts(loaded.file, kind)
        yield from self._retyped(loaded.file)

    # ---- files that are one of a kind ---------------------------------------------------------------------
    def safety(self) -> Problems:
        """The locked texts."""
        loaded = self.library.safety_file
        yield from unknown_names(loaded.file, {**self._names, "godkendt_for": self._names["tilstande"]})
        ids = ((e.id, loaded.place("tekster", i, "id")) for i, e in enumerate(loaded.value.texts))
        yield from used_twice(ids, "tekster")
        for i, entry in enumerate(loaded.value.texts):
            if not entry.text and not (entry.heading and entry.signs and entry.call):
                hint = "skriv enten tekst, eller overskrift, tegn og ring"
                yield Problem("sikkerhedsteksten er ikke hel", loaded.place("tekster", i), hint)

    def facts(self) -> Problems:
        """The register and the clinic's own facts."""
        names = {k: self._names[k] for k in ("tilstande", "led", "niveau")}
        for loaded in filter(None, (self.library.register.whole(), self.library.register.clinics())):
            yield from unknown_names(loaded[0], names)
        yield from register_problems(self.library.register)

    def clinic(self) -> Problems:
        """Ids in klinik.yaml."""
        if self.library.folders.clinic is None:
            return
        file = read_clinic_file(self.library.folders)
        conditions = self._names["tilstande"]
        texts = ("sikkerhedsteksten", self.library.safety_texts)
        others = Map(file.data.line)  # ids in the programme may be spelt as people spell
        others.update({name: value for name, value in file.data.items() if name != "program"})
        others.lines.update(file.data.lines)
        yield from unknown_names(YamlFile(others, file.shown), {"tilstand": conditions, "tekst": texts})
        yield from clinic_problems(self.library, file)
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
    def _names(self) -> Names:
        ids, conditions = self.library.folders.ids, self._conditions.values()
        return {
            **fact_names(self.library),
            **safety_names(self.library),
            "ark": ("arket", ids("sheets")),
            "plakater": ("plakaten", ids("posters")),
            "tilstande": ("tilstanden", self.library.condition_ids),
            "ikke_for": ("tilstanden", self.library.condition_ids),
            "led": ("leddet", sorted({j for c in conditions for j in c.joints} | {ANY_JOINT})),
            "niveau": ("niveauet", sorted({level for c in conditions for level in c.levels})),
        }

    def _figures(self, file: YamlFile) -> Problems:
        for path, mapping in mappings(file.data):
            figure, values = mapping.get("figur") or "", mapping.get(VALUES_KEY) or {}
            if figure:
                try:
                    figure_use(figure, values, _below(file, path))
                except HoldslidesError as error:
                    yield from error.problems
            elif values:
                hint = "skriv også, hvilken figur det er"
                yield Problem("der er værdier, men ingen figur", file.place(*path, VALUES_KEY), hint)

    def _texts(self, file: YamlFile, kind: str) -> Problems:
        for path, text in strings(file.data):
            if templates.is_template(text):
                place, conditions = file.place(*path), _conditions_at(file.data, path)
                contexts = self._contexts(kind, conditions)
                found = list(templates.check(text, place))
                yield from found or _unknown_values(text, place, contexts)

    def _contexts(self, kind: str, conditions: Collection[str]) -> Contexts:
        if kind == "posters":
            return self._on_poster(conditions)
        return self._for_each(ON_SHEET if kind == "sheets" else ON_SLIDE, conditions)

    def _for_each(self, names: Mapping[str, tuple[str, ...]], conditions: Collection[str]) -> Contexts:
        for id_, condition in self._conditions.items():
            if id_ in conditions or not conditions:
                given = {name: dict.fromkeys(inner, "") if inner else "" for name, inner in names.items()}
                yield id_, {**given, **self._anywhere, "tilstand": condition.template_words}

    def _on_poster(self, conditions: Collection[str]) -> Contexts:
        only = self._conditions.get(next(iter(conditions))) if len(conditions) == 1 else None
        words = only.template_words if only else {}
        invitation = dict.fromkeys(ON_POSTER, "")
        yield "en plakat", {"hold": invitation, **self._anywhere, "tilstand": words}

    @property
    def _anywhere(self) -> dict[str, Any]:
        return {"sikkerhed": self.library.safety_words, "klinik": self.library.clinic.words}

    def _retyped(self, file: YamlFile) -> Problems:
        for path, text in strings(file.data):
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

    def _programme(self, file: YamlFile) -> Problems:
        """Slides that a block picks and its module does not have."""
        for path, block in mappings(file.data):
            id_ = block.get("modul")
            if not isinstance(id_, str) or id_ not in self.library.module_ids:
                continue
            known = self._slide_ids(id_)
            for inner, slide in strings(block.get("slides"), (*path, "slides")) if known else ():
                if slide not in known:
                    message = f'slidet "{shown(slide)}" findes ikke i modulet {id_}'
                    yield Problem(message, file.place(*inner), suggestion(slide, known))

    def _slide_ids(self, module_id: str) -> tuple[str, ...]:
        try:
            return tuple(slide.id for slide in self.library.module(module_id).value.slides)
        except HoldslidesError:
            return ()  # the module's own problems are enough


def _unknown_values(text: str, place: Place, contexts: Contexts) -> Problems:
    if "default" in text or "defined" in text:
        return  # the text itself says what stands there when the value does not exist
    for whom, context in contexts:
        for path in sorted(templates.references(text)):
            if wrong := templates.missing(path, context):
                of = f" for {whom}" if path[0] == "tilstand" else ""
                yield Problem(wrong[0] + of, place, wrong[1])


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
