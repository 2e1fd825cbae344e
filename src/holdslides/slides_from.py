"""From a slide as it is written to a slide as it is shown: texts filled in, figures and facts looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar, assert_never

from holdslides import pages
from holdslides.figure_values import figure_use
from holdslides.locked_texts import LockedTexts
from holdslides.markup import plain_text, to_text
from holdslides.models_facts import SafetyEntry
from holdslides.models_module import ColumnEntry, SlideEntry, SlideLayout
from holdslides.occasion import Occasion
from holdslides.problems import ContentError, Place, PlaceOf, Problem
from holdslides.safety_net import shows
from holdslides.slide_keys import MOST_SIGNS, misfits
from holdslides.templates import render
from holdslides.texts import Run, Source, Text

T = TypeVar("T")


def slide_from(
    entry: SlideEntry, slide_id: str, at: PlaceOf, occasion: Occasion, problems: list[Problem]
) -> pages.Slide | None:
    """The slide, with `at(*path)` telling where in its file each part stands.

    What is wrong is added to `problems`; None then, as there is nothing to show.
    """
    writer = _Writer(entry, slide_id, at, occasion)
    slide = writer.slide()
    problems.extend(writer.problems)
    return None if writer.problems else slide


class _Writer:
    """Fills in one slide, and collects everything that is wrong with it."""

    def __init__(self, entry: SlideEntry, slide_id: str, at: PlaceOf, occasion: Occasion) -> None:
        self.entry, self.id, self.at, self.occasion = entry, slide_id, at, occasion
        self.library = occasion.library
        self.problems: list[Problem] = []
        self.shown = LockedTexts(self.library)
        self.values = occasion.values()
        self.locked = self._locked_text()

    def slide(self) -> pages.Slide | None:
        """The slide; None when something it needs is missing."""
        self._check_keys()
        if self.problems:
            return None
        slide = self._build()
        if not slide.headline and not self.problems:
            self._wrong("overskrift", "overskriften er tom", "skriv noget, der kan læses")
        self._check_safety(slide)
        return slide

    def _build(self) -> pages.Slide:
        entry = self.entry
        headline = self._headline()
        match entry.layout:
            case SlideLayout.TITLE:
                subtitle = self.text("undertitel", entry.subtitle)
                return pages.TitleSlide(**self._base(headline), subtitle=subtitle, figure=self._figure())
            case SlideLayout.SECTION:
                number = self.line("nummer", entry.number)
                return pages.SectionSlide(**self._base(headline), number=number, figure=self._figure())
            case SlideLayout.STATEMENT:
                body = self._body()
                return pages.StatementSlide(**self._base(headline), body=body)
            case SlideLayout.SIDE | SlideLayout.WIDE:
                body, figure = self._body(), self._figure()
                kind = pages.SideSlide if entry.layout is SlideLayout.SIDE else pages.WideSlide
                return kind(**self._base(headline), body=body, figure=figure)
            case SlideLayout.QUESTION:
                question = self.text("spørgsmål", (entry.question,))
                return pages.QuestionSlide(**self._base(headline), question=question, figure=self._figure())
            case SlideLayout.EXERCISE:
                body = self._body()
                return pages.ExerciseSlide(**self._base(headline), body=body, figure=self._figure())
            case SlideLayout.COLUMNS:
                left, right = self._column("venstre", entry.left), self._column("højre", entry.right)
                return pages.ColumnsSlide(**self._base(headline), left=left, right=right)
            case SlideLayout.TABLE:
                header, rows = self._table()
                return pages.TableSlide(**self._base(headline), header=header, rows=rows)
            case SlideLayout.SUMMARY:
                points = tuple(self.text("punkter", (p,), i) for i, p in enumerate(entry.points))
                return pages.SummarySlide(**self._base(headline), points=points, figure=self._figure())
            case SlideLayout.SAFETY:
                signs, call = self._signs()
                return pages.SafetySlide(
                    **self._base(headline), signs=signs, call=call, figure=self._figure()
                )
            case _:
                assert_never(entry.layout)

    # ---- what every slide has -------------------------------------------------------------------------
    def _base(self, headline: Text) -> dict[str, Any]:
        """The common parts; called after the slide's own texts, so that their locked texts are known."""
        return {
            "id": self.id,
            "place": self.at(),
            "headline": headline,
            "notes": self._notes(),
            "activity": self._activity(),
            "sources": tuple(self._sources()),
            "handout": self.entry.handout,
            "handout_name": self.library.name_of("sheets", self.entry.handout) if self.entry.handout else "",
            "droppable": self.entry.droppable,
            "safety": tuple(self.shown.asked_for),
        }

    def _headline(self) -> Text:
        entry = self.entry
        if self.locked and self.locked.signs:
            written = self.text("overskrift", (entry.headline,))
            if written and written.plain != self.locked.heading:
                self._wrong(
                    "overskrift", "overskriften er en del af den låste tekst", "slet linjen overskrift"
                )
            return self._exactly(self.locked.heading, "sikkerhed")
        if self.locked and not entry.headline:
            return self._exactly(self.locked.text, "sikkerhed")
        return self.text("overskrift", (entry.headline,))

    def _body(self) -> Text:
        if self.locked and self.locked.text and self.entry.headline and not self.entry.body:
            return self._exactly(self.locked.text, "sikkerhed")
        return self.text("tekst", self.entry.body)

    def _notes(self) -> pages.Notes:
        notes = self.entry.notes
        parts = {"sig": notes.say, "gør": notes.do, "baggrund": notes.background}
        say, do, background = (self._spoken(lines, "noter", key) for key, lines in parts.items())
        return pages.Notes(say, do, background, self.at("noter"))

    def _activity(self) -> pages.Activity | None:
        activity = self.entry.activity
        if activity is None:
            return None
        words = {"deltagerne": activity.participants, "siddende": activity.seated}
        words["uden_at_skrive"] = activity.without_writing
        done, seated, aloud = (
            " ".join(self._spoken((text,), "aktivitet", key)) for key, text in words.items()
        )
        place = self.at("aktivitet")
        return pages.Activity(activity.type, activity.minutes, done, place, seated, aloud, activity.at_home)

    def _sources(self) -> Iterator[Source]:
        for key, ids, shown in (
            ("vist", self.entry.facts.shown, True),
            ("sagt", self.entry.facts.spoken, False),
        ):
            known = [i for i in ids if i in self.library.facts]
            for id_ in sorted(set(ids) - set(known)):
                self._wrong("fakta", f"påstanden {id_} findes ikke", "se: holdslides list facts", key)
            yield from (self.library.source(id_, shown=shown) for id_ in self._valid_here(known))

    def _valid_here(self, ids: list[str]) -> list[str]:
        """Those that hold for the condition: a slide of many conditions names the fact of each.

        Where none holds here all stay, for the rules to find.
        """
        here = self.occasion.choice.condition_id
        return [i for i in ids if here in self.library.facts[i].conditions] or ids

    # ---- parts of some layouts ------------------------------------------------------------------------
    def _figure(self) -> Any:
        """The figure with its values, or None; a layout that needs one has been checked for it."""
        entry = self.entry
        if not entry.figure:
            return None
        alt = self.line("alternativ_tekst", entry.alt)
        return self._try(lambda: figure_use(entry.figure, entry.values, self.at, alt), None)

    def _column(self, key: str, column: ColumnEntry | None) -> pages.Column:
        assert column is not None  # _NEEDS
        heading = self._text((column.heading,), self.at(key, "overskrift"))
        return pages.Column(heading, self._text(column.body, self.at(key, "tekst")))

    def _table(self) -> tuple[tuple[Text, ...], tuple[tuple[Text, ...], ...]]:
        table = self.entry.table
        assert table is not None  # _NEEDS
        header = tuple(self._text((c,), self.at("tabel", "hoved", i)) for i, c in enumerate(table.header))
        for r, row in enumerate(table.rows):
            if len(row) != len(header):
                self._wrong("tabel", f"rækken har {len(row)} felter, hovedet {len(header)}", "", "rækker", r)
        return header, tuple(
            tuple(self._text((c,), self.at("tabel", "rækker", r, i)) for i, c in enumerate(row))
            for r, row in enumerate(table.rows)
        )

    def _signs(self) -> tuple[tuple[Text, ...], Text]:
        locked = self.locked
        assert locked is not None  # _NEEDS
        signs = tuple(self._exactly(sign, "sikkerhed") for sign in locked.signs)
        return signs, self._exactly(locked.call or locked.text, "sikkerhed")

    # ---- text -----------------------------------------------------------------------------------------
    def text(self, key: str, lines: Iterable[str], *path: int) -> Text:
        """A text of the slide, from the lines written under `key`."""
        return self._text(lines, self.at(key, *path))

    def line(self, key: str, written: str) -> str:
        """A text of the slide that is one plain line."""
        return self.text(key, (written,)).plain

    def _text(self, lines: Iterable[str], place: Place) -> Text:
        filled = self._fill(lines, place, self.shown)
        text = self._try(lambda: to_text(filled, place), Text((), place))
        whole = [i for i in self.shown.asked_for if self.library.safety(i).text == text.plain]
        return Text(text.paragraphs, place, whole[0]) if whole else text

    def _exactly(self, locked: str, key: str) -> Text:
        """A locked text as it stands: neither template nor markup."""
        assert self.locked is not None
        self.shown.asked_for[self.locked.id] = None
        return Text(((Run(locked),),), self.at(key), self.locked.id)

    def _spoken(self, lines: Iterable[str], *path: str) -> tuple[str, ...]:
        """Lines for the therapist alone: locked texts in them are not shown to anybody."""
        apart = LockedTexts(self.library)
        filled = self._fill(lines, self.at(*path), apart)
        return tuple(line for text in filled if (line := plain_text(text).strip()))

    def _fill(self, lines: Iterable[str], place: Place, locked: LockedTexts) -> list[str]:
        values = {**self.values, "sikkerhed": locked}
        return [self._try(lambda line=line: render(line, values, place), "") for line in lines]  # type: ignore[misc]

    # ---- what is wrong --------------------------------------------------------------------------------
    def _locked_text(self) -> SafetyEntry | None:
        id_ = self.entry.safety
        if id_ and id_ not in self.library.safety_texts:
            there_are = ", ".join(self.library.safety_texts)
            self._wrong("sikkerhed", f"der er ingen låst tekst, der hedder {id_}", f"der er: {there_are}")
            return None
        return self.library.safety(id_) if id_ else None

    def _check_keys(self) -> None:
        for key, message, hint in misfits(self.entry):
            self._wrong(key, message, hint)
        signs = self.locked.signs if self.locked else ()
        if self.locked and self.entry.layout is SlideLayout.SAFETY and not 1 <= len(signs) <= MOST_SIGNS:
            self._wrong(
                "sikkerhed",
                f"teksten {self.locked.id} har {len(signs)} tegn at vise",
                "brug opsætningen udsagn",
            )

    def _check_safety(self, slide: pages.Slide) -> None:
        """A locked text stands as it is locked, and only where somebody has approved it."""
        for id_ in slide.safety:
            if not self.occasion.has_approved(id_):
                hint = f"skriv kun_hvis_godkendt: {id_}, eller skriv den under godkendelser i klinik.yaml"
                name = self.occasion.choice.condition_id
                self._wrong("sikkerhed", f"den låste tekst {id_} er ikke godkendt for {name}", hint)
            elif not shows(slide, self.library.safety(id_)):
                self._wrong(
                    "sikkerhed", f"slidet viser ikke den låste tekst {id_} ord for ord", "ret den ikke"
                )

    def _wrong(self, key: str, message: str, hint: str, *path: str | int) -> None:
        self.problems.append(Problem(f"{self.id}: {message}", self.at(key, *path), hint))

    def _try(self, make: Callable[[], T], otherwise: T) -> T:
        try:
            return make()
        except ContentError as error:
            self.problems.extend(error.problems)
            return otherwise
