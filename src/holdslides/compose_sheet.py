"""Library + clinic -> Sheet, for one condition or for all: templates filled in, locked texts looked up.

Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from holdslides import worksheet
from holdslides.clinic import Clinic
from holdslides.compose_cards import CardWriter
from holdslides.ids import resolve_id
from holdslides.library import Library, Loaded
from holdslides.models_sheet import (
    FormEntry,
    InnerEntry,
    OptionEntry,
    PartEntry,
    QuestionEntry,
    RatedEntry,
    SheetEntry,
)
from holdslides.pages import AtHome
from holdslides.problems import ContentError
from holdslides.safety_net import STAND_IN
from holdslides.sheet_phones import own_number, phones
from holdslides.stair_minutes import stair_faults

MOST_TAPS = 8
WARNING_FIGURE = "soeg_hjaelp"  # a picture for each sign of the locked texts
INNER_KINDS = (
    *("tekst", "overskrift", "trin", "spørgsmål", "udfyld", "valg", "krop", "kop", "sikkerhed", "telefon"),
)
KINDS = (*INNER_KINDS, "skema", "trappe", "trapper", "vej", "vurdering", "felt", "spalter")


def sheet_ids(library: Library) -> tuple[str, ...]:
    """The ids of all sheets, sorted."""
    return library.folders.ids("sheets")


def load_sheet(library: Library, sheet_id: str) -> Loaded[SheetEntry]:
    """The file of a sheet, its id as typed.

    Raises RequestError for none, ContentError for what is wrong in it.
    """
    return library.load("sheets", resolve_id(sheet_id, sheet_ids(library), "arket"), SheetEntry)


def compose_sheet(
    library: Library, clinic: Clinic, sheet_id: str, condition: str = "", at_home: AtHome = AtHome.TIMES
) -> worksheet.Sheet:
    """The sheet of that id, in the words of a condition ("" for one that is for all); its texts can ask how
    the exercise it is about is dosed `at_home`.

    Raises RequestError for a sheet or condition there is none of, ContentError for everything wrong in the
    file.
    """
    loaded = load_sheet(library, sheet_id)
    if condition:
        condition = resolve_id(condition, library.condition_ids, "tilstanden")
    writer = _SheetWriter(library, clinic, loaded, "arket", condition)
    writer.values["hjemme"] = at_home.value
    sheet = writer.sheet()
    if writer.problems:
        raise ContentError(writer.problems)
    return sheet


class _SheetWriter(CardWriter):
    def sheet(self) -> worksheet.Sheet:
        entry: SheetEntry = self.loaded.value
        self.steps = 0
        self.remarks: list[str] = []
        for path, message, hint in stair_faults(entry):
            self.wrong(message, *path, hint=hint)
        body = self._body(entry)
        return worksheet.Sheet(
            id=self.loaded.id,
            name=entry.name,
            place=self.loaded.place(),
            title=self.text((entry.title,), "titel"),
            intro=self.text(entry.intro, "vejledning"),
            figure=self.figure(entry.figure, entry.values, entry.alt),
            body=body,
            foot=self.text((entry.foot,), "bund"),
            clinic=self.clinic.name,
            condition=self.condition,
            sources=tuple(self.sources(entry.facts)),
            safety=tuple(self.locked.asked_for),
            copies="par" if entry.pairs else "hver" if entry.per_participant else "hold",
            remarks=tuple(dict.fromkeys(self.remarks)),
        )

    def _body(self, entry: SheetEntry) -> worksheet.Body:
        given = [name for name in ("parts", "cards", "signs") if getattr(entry, name)]
        if len(given) != 1:
            self.wrong("arket skal have netop én af dele, kortark og bordskilte")
        if entry.cards:
            return self.cards(entry.cards)
        if entry.signs:
            return self.signs(entry.signs)
        if not entry.title:
            self.wrong("arket mangler en titel", hint="skriv titel: øverst")
        return worksheet.Flow(tuple(self._parts(entry.parts, "dele")))

    # ---- parts --------------------------------------------------------------------------------------------
    def _parts(self, entries: Sequence[PartEntry], *path: Any) -> Iterator[worksheet.Part]:
        for i, entry in enumerate(entries):
            if self._applies(entry):
                kind = self._kind(entry, KINDS, *path, i)
                part = self._group(entry, kind, *path, i) or self._inner(entry, kind, *path, i)
                if part:
                    yield part

    def _inners(self, entries: Sequence[InnerEntry], *path: Any) -> Iterator[worksheet.Inner]:
        for i, entry in enumerate(entries):
            if self._applies(entry):
                part = self._inner(entry, self._kind(entry, INNER_KINDS, *path, i), *path, i)
                if part:
                    yield part

    def _applies(self, entry: InnerEntry) -> bool:
        if entry.conditions and self.condition not in entry.conditions:
            return False
        texts = self.library.safety_texts
        wanted, unwanted = entry.only_if_approved, entry.only_if_not_approved
        if wanted in texts and not self.has_approved(texts[wanted]):
            self._remark_on(wanted)
            return False
        return not (unwanted in texts and self.has_approved(texts[unwanted]))

    def _remark_on(self, wanted: str) -> None:
        """What the output must say where a text the condition should carry awaits the clinic's approval."""
        if self.condition and wanted in self.library.condition(self.condition).value.required.safety:
            instead = self.library.safety(STAND_IN).text
            waiting = "Rammen med tegn, der kræver hjælp med det samme, afventer jeres godkendelse"
            self.remarks.append(f"{waiting}; i stedet står: »{instead}«")

    def _kind(self, entry: InnerEntry, kinds: Sequence[str], *path: Any) -> str:
        fields = {**_INNER_FIELDS, **(_GROUP_FIELDS if isinstance(entry, PartEntry) else {})}
        given = [kind for kind in kinds if getattr(entry, fields[kind])]
        if len(given) != 1:
            said = f"her er {' og '.join(given)}" if given else f"her kan stå: {', '.join(kinds)}"
            self.wrong("hver del skal være netop én ting", *path, hint=said)
        return given[0] if given else ""

    def _inner(self, entry: InnerEntry, kind: str, *path: Any) -> worksheet.Inner | None:
        match kind:
            case "tekst":
                return worksheet.Paragraph(self.text((entry.text,), *path, kind), entry.bold)
            case "overskrift":
                return worksheet.Heading(self.text((entry.heading,), *path, kind))
            case "trin":
                self.steps += 1
                return worksheet.Step(self.steps, self.text((entry.step,), *path, kind))
            case "spørgsmål":
                return self._question(entry, *path)
            case "udfyld":
                after = self.text(entry.after.split("|"), *path, "efter")  # a short line before each
                return worksheet.Fill(self.text((entry.fill,), *path, kind), after, max(0, entry.lines))
            case "valg":
                over = self.text((entry.title,), *path, "over")
                return worksheet.Choices(over, self._options(entry.options, *path, kind), entry.across)
            case "krop":
                return worksheet.Bodies()
            case "kop":
                if not 1 <= entry.cup <= MOST_TAPS:
                    self.wrong(f"koppen kan have 1-{MOST_TAPS} haner", *path, kind)
                return worksheet.Cup(entry.cup)
            case "sikkerhed":
                return self._safety(entry, *path, kind)
            case "telefon":
                return own_number(self.clinic, self.loaded.place(*path, kind))
            case _:
                return None

    def _question(self, entry: InnerEntry | QuestionEntry, *path: Any) -> worksheet.Question:
        asked = self.text((entry.question,), *path, "spørgsmål")
        return worksheet.Question(asked, max(1, entry.lines), self.text((entry.example,), *path, "eksempel"))

    def _group(self, entry: PartEntry, kind: str, *path: Any) -> worksheet.Part | None:
        if kind == "skema" and entry.form:
            return self._form(entry.form, *path, kind)
        if kind == "trappe" and entry.stair:
            s = entry.stair
            heading = self.text((s.heading,), *path, kind, "overskrift")
            return worksheet.Stair(s.minutes, heading, self.text(s.text, *path, kind, "tekst"))
        if kind == "trapper":
            names = (self.text((s.name,), *path, kind, i, "navn") for i, s in enumerate(entry.stairs))
            rows = (worksheet.StairRow(n, s.minutes) for n, s in zip(names, entry.stairs, strict=True))
            return worksheet.Stairs(tuple(rows))
        if kind == "vej":
            return worksheet.Road(tuple(self._question(q, *path, kind, i) for i, q in enumerate(entry.road)))
        if kind == "vurdering" and entry.rated:
            return self._rated(entry.rated, *path, kind)
        if kind == "felt":
            return worksheet.Panel(tuple(self._inners(entry.panel, *path, kind)))
        if kind == "spalter" and entry.columns:
            c = entry.columns
            left = tuple(self._inners(c.left, *path, kind, "venstre"))
            return worksheet.SideBySide(left, tuple(self._inners(c.right, *path, kind, "højre")), c.share)
        return None

    def _rated(self, rated: RatedEntry, *path: Any) -> worksheet.Rated:
        return worksheet.Rated(
            heading=self.text((rated.heading,), *path, "overskrift"),
            question=self.text((rated.question,), *path, "spørgsmål"),
            least=self.text((rated.least,), *path, "fra"),
            most=self.text((rated.most,), *path, "til"),
            count=rated.count,
        )

    def _options(self, entries: Iterable[OptionEntry], *path: Any) -> tuple[worksheet.Option, ...]:
        texts = [(o.mark, self.text((o.text,), *path, i, "tekst")) for i, o in enumerate(entries)]
        return tuple(worksheet.Option(mark, text) for mark, text in texts)

    def _form(self, form: FormEntry, *path: Any) -> worksheet.Form:
        columns = tuple(
            worksheet.FormColumn(
                self.text((c.heading,), *path, "kolonner", i, "overskrift"),
                self._options(c.options, *path, "kolonner", i, "valg"),
                c.width,
            )
            for i, c in enumerate(form.columns)
        )
        return worksheet.Form(
            columns, tuple(self.text((r,), *path, "rækker", i) for i, r in enumerate(form.rows))
        )

    def _safety(self, part: InnerEntry, *path: Any) -> worksheet.Inner | None:
        entry = self.safety(part.safety, *path)
        if entry is None:
            return None
        if not (part.boxed or entry.signs):
            return worksheet.SafetyLine(self.exactly(entry.text, entry.id, *path))
        lines = [self.exactly(line, entry.id, *path) for line in (entry.heading or entry.text, *entry.signs)]
        call = self.exactly(entry.call, entry.id, *path) if entry.call else None
        figure = self.figure(WARNING_FIGURE, {}, "", *path) if part.drawn and entry.signs else None
        whom = phones(self.clinic, bool(entry.call))
        return worksheet.SafetyBox(lines[0], tuple(lines[1:]), call, whom, figure)


_INNER_FIELDS = {
    "tekst": "text",
    "overskrift": "heading",
    "trin": "step",
    "spørgsmål": "question",
    "udfyld": "fill",
    "valg": "options",
    "krop": "body",
    "kop": "cup",
    "sikkerhed": "safety",
    "telefon": "own_phone",
}
_GROUP_FIELDS = {
    "skema": "form",
    "trappe": "stair",
    "trapper": "stairs",
    "vej": "road",
    "vurdering": "rated",
    "felt": "panel",
    "spalter": "columns",
}
