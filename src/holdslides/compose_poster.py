"""Library + clinic -> Poster: templates filled in, facts looked up, whom it holds for. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from holdslides.clinic import Clinic, Group
from holdslides.figure_values import figure_use
from holdslides.ids import resolve_id
from holdslides.library import Library, Loaded
from holdslides.markup import to_text
from holdslides.models import SafetyEntry
from holdslides.models_paper import BandEntry, PosterEntry
from holdslides.occasion import LockedTexts
from holdslides.pages import FigureUse, Run, Source, Text
from holdslides.paper import Band, Poster, Row
from holdslides.problems import ContentError, Place, Problem
from holdslides.safety_net import is_approved
from holdslides.templates import render

PlaceOf = Callable[..., Place]


@dataclass(frozen=True, slots=True)
class Invitation:
    """What, who, when and where on "Kom til hold"; empty fields become lines to write on."""

    what: str = ""
    who: str = ""
    when: str = ""
    where: str = ""

    @classmethod
    def of(cls, group: Group, condition_name: str) -> Invitation:
        """From a group of klinik.yaml."""
        when = " ".join(part for part in (group.day, f"kl. {group.time}" if group.time else "") if part)
        return cls(f"{group.name}: Forstå din smerte", f"Dig med {condition_name.lower()}", when, group.where)


def poster_ids(library: Library) -> tuple[str, ...]:
    """The ids of all posters, sorted."""
    return library.folders.ids("posters")


def compose_poster(
    library: Library, clinic: Clinic, poster_id: str, month: str, invitation: Invitation | None = None
) -> Poster:
    """The poster of that id, dated with `month` (Danish words).

    Raises RequestError for an id there is none of, ContentError for everything wrong in the file.
    """
    id_ = resolve_id(poster_id, poster_ids(library), "plakaten")
    loaded = library.load("posters", id_, PosterEntry)
    writer = _Writer(library, clinic, loaded, invitation or Invitation())
    poster = writer.poster(month)
    if writer.problems:
        raise ContentError(writer.problems)
    return poster


@dataclass
class _Writer:
    library: Library
    clinic: Clinic
    loaded: Loaded[PosterEntry]
    invitation: Invitation
    problems: list[Problem] = field(default_factory=list)

    def poster(self, month: str) -> Poster:
        entry, at = self.loaded.value, self.loaded.place
        locked = LockedTexts(self.library.safety_texts)
        self.values: Mapping[str, Any] = self._values(locked)
        safety = self._locked(entry)
        return Poster(
            id=self.loaded.id,
            name=entry.name,
            place=at(),
            layout=entry.layout,
            headline=self._exactly(safety.heading, safety.id) if safety else self._text(entry.headline, "overskrift"),
            body=self._text(entry.body, "tekst"),
            second=self._text(entry.second, "tekst2"),
            figure=self._figure(entry.figure, entry.values, at, entry.alt),
            stage=entry.stage,
            foot=entry.foot,
            label=entry.label,
            bands=tuple(self._band(band, i) for i, band in enumerate(entry.bands)),
            rows=tuple(
                Row(self._text((row.name,), "rækker", i, "navn"), self._text((row.value,), "rækker", i, "værdi"))
                for i, row in enumerate(entry.rows)
            ),
            signs=tuple(self._exactly(sign, safety.id) for sign in safety.signs) if safety else (),
            call=self._exactly(safety.call, safety.id) if safety else None,
            sources=tuple(self._sources(entry)),
            safety=(*locked.asked_for, *((safety.id,) if safety else ())),
            clinic=self.clinic.name,
            phones=(("Din læge", ""), ("Lægevagten", self.clinic.doctor_on_call)),
            month=month,
            conditions=entry.conditions,
            rotation=entry.rotation,
            remarks=tuple(self._remarks(entry, safety)),
        )

    def _values(self, locked: LockedTexts) -> dict[str, Any]:
        entry, invitation = self.loaded.value, self.invitation
        only = entry.conditions[0] if len(entry.conditions) == 1 else ""
        words: dict[str, str] = {}
        if only in self.library.condition_ids:
            condition = self.library.condition(only).value
            words = {**condition.words, "navn": condition.name, "fagnavn": condition.professional_name}
        return {
            "tilstand": words,
            "klinik": self.clinic.words,
            "sikkerhed": locked,
            "hold": {
                "hvad": invitation.what,
                "hvem": invitation.who,
                "hvornår": invitation.when,
                "hvor": invitation.where,
            },
        }

    def _locked(self, entry: PosterEntry) -> SafetyEntry | None:
        if not entry.safety:
            return None
        if entry.safety not in self.library.safety_texts:
            self._wrong(f"der er ingen låst tekst, der hedder {entry.safety}", "sikkerhed")
            return None
        return self.library.safety(entry.safety)

    def _remarks(self, entry: PosterEntry, safety: SafetyEntry | None) -> Iterable[str]:
        if safety is None:
            return
        for condition in entry.conditions:
            if not is_approved(safety, condition, self.clinic):
                yield f"Plakaten {self.loaded.id} må ikke hænge for {condition}, før I har godkendt teksten {safety.id}."

    def _band(self, band: BandEntry, i: int) -> Band:
        def at(*path: Any) -> Place:
            return self.loaded.place("bånd", i, *path)

        return Band(
            self._text((band.word,), "bånd", i, "ord"),
            self._text((band.text,), "bånd", i, "tekst"),
            self._figure(band.figure, band.values, at, ""),
            band.colour,
        )

    def _figure(self, figure_id: str, values: Mapping[str, Any], at: PlaceOf, alt: str) -> FigureUse | None:
        if not figure_id:
            return None
        try:
            return figure_use(figure_id, values, at, alt)
        except ContentError as error:
            self.problems.extend(error.problems)
            return None

    def _sources(self, entry: PosterEntry) -> Iterable[Source]:
        for key, ids, shown in (("vist", entry.facts.shown, True), ("sagt", entry.facts.spoken, False)):
            for id_ in ids:
                if id_ not in self.library.facts:
                    self._wrong(f"påstanden {id_} findes ikke", "fakta", key, hint="se: holdslides list facts")
                    continue
                fact = self.library.facts[id_]
                document = self.library.documents.get(fact.source.document)
                title = document.title if document else fact.source.document
                yield Source(id_, fact.claim, title, fact.source.section, fact.source.lines, shown)

    def _text(self, lines: Iterable[str], *path: Any) -> Text:
        place = self.loaded.place(*path)
        try:
            return to_text([render(line, self.values, place) for line in lines], place)
        except ContentError as error:
            self.problems.extend(error.problems)
            return Text((), place)

    def _exactly(self, locked: str, id_: str) -> Text:
        return Text(((Run(locked),),), self.loaded.place("sikkerhed"), id_)

    def _wrong(self, message: str, *path: Any, hint: str = "") -> None:
        self.problems.append(Problem(f"plakaten {self.loaded.id}: {message}", self.loaded.place(*path), hint))
