"""Library + clinic -> Poster: templates filled in, facts looked up, whom it holds for. Pure."""

from __future__ import annotations

from typing import Any

from holdslides.clinic import Clinic
from holdslides.ids import resolve_id
from holdslides.library import Library, Loaded
from holdslides.models_clinic import Group
from holdslides.models_facts import SafetyEntry
from holdslides.models_paper import BandEntry, PosterEntry, RowEntry
from holdslides.paper import Band, Poster, Row, Sender
from holdslides.paper_writer import PaperWriter
from holdslides.poster_claims import CONDITIONS, claim_problems, colour_problems, length_problems
from holdslides.problems import ContentError
from holdslides.records import dataclass, replace
from holdslides.texts import Text


@dataclass(frozen=True, slots=True)
class Invitation:
    """What, who, when and where on "Kom til hold"; empty fields become lines to write on.

    `group` names the file.
    """

    what: str = ""
    who: str = ""
    when: str = ""
    where: str = ""
    group: str = ""

    @classmethod
    def of(cls, group: Group, condition_name: str) -> Invitation:
        """From a group of klinik.yaml."""
        when = " ".join(part for part in (group.day, f"kl. {group.time}" if group.time else "") if part)
        who = f"Dig med {condition_name[:1].lower()}{condition_name[1:]}" if condition_name else ""
        return cls(group.name, who, when[:1].upper() + when[1:], group.where, group.name)


def poster_ids(library: Library) -> tuple[str, ...]:
    """The ids of all posters, sorted."""
    return library.folders.ids("posters")


def load_poster(library: Library, poster_id: str) -> Loaded[PosterEntry]:
    """A poster's file.

    Raises RequestError for an id there is none of, ContentError for a file that is wrong.
    """
    return library.load("posters", resolve_id(poster_id, poster_ids(library), "plakaten"), PosterEntry)


def is_invitation(entry: PosterEntry) -> bool:
    """Whether the poster has rows about a group, which klinik.yaml or the options fill in."""
    return any("hold." in row.value for row in entry.rows)


def compose_poster(
    loaded: Loaded[PosterEntry],
    library: Library,
    clinic: Clinic,
    sender: Sender,
    month: str,
    invitation: Invitation | None = None,
) -> Poster:
    """The poster, dated with `month` (Danish words). Raises ContentError for everything wrong in the file."""
    writer = _PosterWriter(library, clinic, loaded, sender, invitation or Invitation())
    poster = writer.poster(month)
    writer.problems += length_problems(poster)
    if writer.problems:
        raise ContentError(dict.fromkeys(writer.problems))
    return poster


class _PosterWriter(PaperWriter):
    """One poster being put together."""

    def __init__(
        self,
        library: Library,
        clinic: Clinic,
        loaded: Loaded[PosterEntry],
        sender: Sender,
        invitation: Invitation,
    ) -> None:
        super().__init__(library, clinic, loaded, "plakaten")
        self.sender, self.invitation = sender, invitation

    def poster(self, month: str) -> Poster:
        entry: PosterEntry = self.loaded.value
        self.values = self._values()
        notice = self._locked(entry)
        approved, waiting = self._approvals(entry, notice)
        self.problems += [*colour_problems(self.loaded), *claim_problems(self.loaded, self.library, approved)]
        return Poster(
            id=self.loaded.id,
            name=entry.name,
            place=self.loaded.place(),
            layout=entry.layout,
            headline=self._headline(entry, notice),
            body=self.text(entry.body, "tekst"),
            second=self.text(entry.second, "tekst2"),
            figure=self.figure(entry.figure, entry.values, entry.alt),
            stage=entry.stage,
            foot=entry.foot,
            label=self._label(entry, notice, approved),
            bands=tuple(self._band(band, i) for i, band in enumerate(entry.bands)),
            rows=tuple(self._row(row, i) for i, row in enumerate(entry.rows)),
            signs=tuple(self.exactly(sign, notice.id, "sikkerhed") for sign in notice.signs)
            if notice
            else (),
            call=self.exactly(notice.call, notice.id, "sikkerhed") if notice else None,
            sources=tuple(self.sources(entry.facts)),
            safety=(notice.id,) if notice else (),
            sender=self.sender,
            month=month,
            conditions=approved if entry.conditions else (),
            hanging=entry.hanging,
            group=self.invitation.group if is_invitation(entry) else "",
            remarks=tuple(
                f"Må ikke hænge til patienter med {self._called(c)}, før I har godkendt teksten {entry.safety}"
                for c in waiting
            ),
        )

    def _called(self, condition: str) -> str:
        name = self.library.name_of("conditions", condition)
        return name[:1].lower() + name[1:]

    def _values(self) -> dict[str, Any]:
        """What the texts may name. The condition's words are there when the poster is for one alone."""
        entry, invitation = self.loaded.value, self.invitation
        words: dict[str, str] = {}
        if len(entry.conditions) == 1 and entry.conditions[0] in self.library.condition_ids and _asks(entry):
            condition = self.library.condition(entry.conditions[0]).value
            words = condition.template_words
        return {
            "tilstand": words,
            "klinik": self.clinic.words,
            "sikkerhed": self.locked,
            "hold": {
                "hvad": invitation.what,
                "hvem": invitation.who,
                "hvornår": invitation.when,
                "hvor": invitation.where,
            },
        }

    # ---- locked texts -------------------------------------------------------------------------------------
    def _locked(self, entry: PosterEntry) -> SafetyEntry | None:
        if not entry.safety:
            return None
        notice = self.library.safety_texts.get(entry.safety)
        if notice is None or not notice.signs:
            self.wrong(f"der er ingen låst tekst med tegn, der hedder {entry.safety}", "sikkerhed")
            return None
        return notice

    def _approvals(
        self, entry: PosterEntry, notice: SafetyEntry | None
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The conditions the poster may hang for, and those a notice still awaits approval for."""
        conditions = entry.conditions or CONDITIONS
        if notice is None:
            return conditions, ()
        fine = tuple(
            c for c in conditions if c in notice.approved or notice.id in self.clinic.approvals.get(c, ())
        )
        return fine, tuple(c for c in conditions if c not in fine)

    def _label(self, entry: PosterEntry, notice: SafetyEntry | None, approved: tuple[str, ...]) -> str:
        """The label as written; a notice that the clinic approved for more conditions names those too."""
        if notice is None:
            return entry.label
        more = [self.library.name_of("conditions", c) for c in approved if c not in notice.approved]
        return " · ".join((entry.label, *more))

    def _headline(self, entry: PosterEntry, notice: SafetyEntry | None) -> Text:
        """The headline; a notice's is the locked one, broken where the poster breaks it."""
        if notice is None:
            if not entry.headline and not entry.bands:
                self.wrong("overskriften mangler", hint="skriv den efter overskrift:")
            return self.text(entry.headline, "overskrift")
        if not entry.headline:
            return self.exactly(notice.heading, notice.id, "sikkerhed")
        if " ".join(entry.headline) != notice.heading:
            self.wrong(
                "overskriften er ikke den låste tekst",
                "overskrift",
                hint=f"skriv netop »{notice.heading}«, delt i linjer, eller lad den stå tom",
            )
        text = self.text(entry.headline, "overskrift")
        return replace(text, safety=notice.id)

    # ---- the rest -----------------------------------------------------------------------------------------
    def _band(self, band: BandEntry, i: int) -> Band:
        return Band(
            self.text((band.word,), "bånd", i, "ord"),
            self.text((band.text,), "bånd", i, "tekst"),
            self.figure(band.figure, band.values, "", "bånd", i),
            band.colour,
            band.edge,
        )

    def _row(self, row: RowEntry, i: int) -> Row:
        return Row(self.text((row.name,), "rækker", i, "navn"), self.text((row.value,), "rækker", i, "værdi"))


def _asks(entry: PosterEntry) -> bool:
    """Whether any text names the condition's words, so that its file must be read."""
    texts = (
        *entry.headline,
        *entry.body,
        *entry.second,
        *(b.text for b in entry.bands),
        *(r.value for r in entry.rows),
    )
    return any("tilstand" in text for text in texts)
