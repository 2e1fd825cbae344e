"""What filling in a page of paper takes: texts from templates, figures and facts looked up, locked texts
word for word.

Everything that is wrong is collected; the caller raises once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from holdslides.clinic import Clinic
from holdslides.figure_values import figure_use
from holdslides.library import Library, Loaded
from holdslides.locked_texts import LockedTexts, is_approved
from holdslides.markup import to_text
from holdslides.models_facts import FactUse, SafetyEntry
from holdslides.problems import ContentError, Problem
from holdslides.templates import render
from holdslides.texts import FigureUse, Run, Source, Text


class PaperWriter:
    """Fills in one file of paper for one condition ("" for all)."""

    def __init__(
        self, library: Library, clinic: Clinic, loaded: Loaded[Any], what: str, condition: str = ""
    ) -> None:
        self.library, self.clinic, self.loaded, self.what, self.condition = (
            library,
            clinic,
            loaded,
            what,
            condition,
        )
        self.problems: list[Problem] = []
        self.locked = LockedTexts(library)
        self.values: dict[str, Any] = {
            "tilstand": self._words(),
            "klinik": clinic.words,
            "sikkerhed": self.locked,
        }

    def _words(self) -> dict[str, str]:
        if not self.condition:
            return {}
        condition = self.library.condition(self.condition).value
        return condition.template_words

    def text(self, lines: Iterable[str], *path: Any) -> Text:
        """The lines written at a path of the file, filled in."""
        place = self.loaded.place(*path)
        try:
            return to_text([render(line, self.values, place) for line in lines], place)
        except ContentError as error:
            self.problems.extend(error.problems)
            return Text((), place)

    def figure(self, figure_id: str, values: Mapping[str, Any], alt: str, *path: Any) -> FigureUse | None:
        """The figure named at a path of the file; None when none is named, or it cannot be drawn."""
        if not figure_id:
            return None
        try:
            return figure_use(figure_id, values, lambda *inner: self.loaded.place(*path, *inner), alt)
        except ContentError as error:
            self.problems.extend(error.problems)
            return None

    def sources(self, facts: FactUse) -> Iterator[Source]:
        """The facts as they are cited, those that hold here."""
        for key, ids, shown in (("vist", facts.shown, True), ("sagt", facts.spoken, False)):
            for i, id_ in enumerate(ids):
                if id_ not in self.library.facts:
                    hint = "se: holdslides list facts"
                    self.wrong(f"påstanden {id_} findes ikke", "fakta", key, i, hint=hint)
                elif not self.condition or self.condition in self.library.facts[id_].conditions:
                    yield self.library.source(id_, shown=shown)

    def has_approved(self, entry: SafetyEntry) -> bool:
        """Whether the locked text may be shown here; on paper for all, when it may be for every condition."""
        conditions = (self.condition,) if self.condition else self.library.condition_ids
        return all(is_approved(entry, id_, self.clinic) for id_ in conditions)

    def safety(self, id_: str, *path: Any) -> SafetyEntry | None:
        """The locked text named at a path, noted as shown; None when there is none or it is not approved
        here.
        """
        entry = self.library.safety_texts.get(id_)
        if entry is None:
            there_are = ", ".join(self.library.safety_texts)
            self.wrong(f"der er ingen låst tekst, der hedder {id_}", *path, hint=f"der er: {there_are}")
            return None
        if not self.has_approved(entry):
            hint = f"skriv kun_hvis_godkendt: {id_}, eller skriv den under godkendelser i klinik.yaml"
            self.wrong(
                f"den låste tekst {id_} er ikke godkendt for {self.condition or 'alle'}", *path, hint=hint
            )
            return None
        self.locked.asked_for[id_] = None
        return entry

    def exactly(self, locked: str, id_: str, *path: Any) -> Text:
        """A locked text as it stands: neither template nor markup."""
        return Text(((Run(locked),),), self.loaded.place(*path), id_)

    def wrong(self, message: str, *path: Any, hint: str = "") -> None:
        """Notes something that is wrong at a path of the file (Danish)."""
        self.problems.append(
            Problem(f"{self.what} {self.loaded.id}: {message}", self.loaded.place(*path), hint)
        )
