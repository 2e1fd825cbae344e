"""Everything there is to check: every deck, module, poster and sheet, in every form it can be asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from holdslides.activities import LIBRARY
from holdslides.check.rule import Scope
from holdslides.check.subject import Course, Document
from holdslides.clinic import Clinic
from holdslides.compose import compose_decks
from holdslides.compose_exercises import compose_exercises
from holdslides.compose_take_home import take_home_forms
from holdslides.deck import Block, Deck, Service
from holdslides.ids import find_id, suggestion
from holdslides.library import Library
from holdslides.models import Course as Length
from holdslides.models import Edition, Setting
from holdslides.models_clinic import Approval
from holdslides.models_condition import SettingEntry
from holdslides.occasion import Occasion
from holdslides.parts import whole_module
from holdslides.problems import HoldslidesError, Problem, RequestError
from holdslides.records import dataclass, replace
from holdslides.references import strings
from holdslides.request import BOTH_JOINTS, Choice, Request, settle
from holdslides.templates import is_template
from holdslides.worksheet import Sheet

MONTH = "januar 2026"  # any: nothing is printed
NOBODY = "check"
_MODULES = 1  # the place of modules among the kinds of `Wanted`


@dataclass(frozen=True, slots=True)
class Made:
    """A document to check, with the clinic it is for; `shorter` are what it may become to fit its page, composed when
    asked for."""

    document: Document
    clinic: Clinic
    scope: Scope | None = None
    shorter: Iterable[Sheet] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to check: ids of each kind; everything when nothing was named."""

    conditions: tuple[str, ...]
    modules: tuple[str, ...]
    posters: tuple[str, ...]
    sheets: tuple[str, ...]

    @classmethod
    def of(cls, library: Library, typed: Iterable[str]) -> Wanted:
        """The ids as typed, of whatever kind. Raises RequestError with every id there is none of."""
        ids = library.folders.ids
        known = [library.condition_ids, library.module_ids, ids("posters"), ids("sheets")]
        typed = tuple(typed)
        if not typed:
            return cls(*known)
        found: list[list[str]] = [[], [], [], []]
        problems = []
        for name in typed:
            hits = [(kind, id_) for kind, of in enumerate(known) if (id_ := find_id(name, of))]
            activities = () if hits else activity_ids(library)
            if find_id(name, activities):
                hits = [(_MODULES, LIBRARY)]  # an activity is checked with the library it is a slide of
            for kind, id_ in hits:
                found[kind].append(id_)
            if not hits:
                every = [id_ for of in (*known, activities) for id_ in of]
                problems.append(Problem(f'"{name}" findes ikke', hint=suggestion(name, every)))
        if problems:
            raise RequestError(problems)
        return cls(*(tuple(dict.fromkeys(ids)) for ids in found))


def activity_ids(library: Library) -> tuple[str, ...]:
    """The activities there are. Raises ContentError for files of activities that cannot be read."""
    if LIBRARY not in library.module_ids:
        return ()
    return tuple(slide.id for slide in library.module(LIBRARY).value.slides)


@dataclass(frozen=True, slots=True)
class Asks:
    """What modules ask about the occasion: only what they ask about can change what they say."""

    length: bool
    weight: bool
    approvals: frozenset[str]

    @classmethod
    def of(cls, library: Library, modules: Iterable[str], condition: str) -> Asks:
        """What the modules and the condition's programme ask. Raises ContentError for what cannot be read."""
        settings = library.condition(condition).value.settings.values()
        blocks = [block for entry in settings for meeting in entry.sessions for block in meeting.blocks]
        here = [m for m in sorted(modules) if m in library.module_ids]
        slides = [slide for id_ in here for slide in library.module(id_).value.slides]
        lengths = [*(block.courses for block in blocks), *(slide.courses for slide in slides)]
        return cls(
            length=any(len(set(courses)) < len(Length) for courses in lengths)
            or _names_length(library, here),
            weight=any(slide.only_if_chosen for slide in slides),
            approvals=frozenset(id_ for s in slides for id_ in (s.only_if_approved, s.only_if_not_approved)),
        )


def _names_length(library: Library, modules: Iterable[str]) -> bool:
    """Whether a text of the modules says something else for another length of trouble."""
    texts = (text for id_ in modules for _, text in strings(library.module(id_).file.data))
    return any("forløb" in text for text in texts if is_template(text))


class Documents:
    """Composes one document after the other, and keeps what could not be composed."""

    def __init__(self, library: Library, clinic: Clinic) -> None:
        self.library, self.clinic = library, clinic
        self.problems: list[Problem] = []

    def wanted(self, wanted: Wanted) -> Iterator[Made]:
        """Everything that is wanted: decks of conditions, modules on their own, posters and sheets."""
        for condition in wanted.conditions:
            yield from self.decks(condition)
        for module in wanted.modules:
            yield from self.module(module)
        for poster in wanted.posters:
            yield from self.poster(poster)
        for sheet in wanted.sheets:
            yield from self.sheet(sheet)

    def decks(self, condition: str) -> Iterator[Made]:
        """Every deck of a condition with its page to take home, and every course."""
        try:
            used = {b.module for e in self._settings(condition) for m in e.sessions for b in m.blocks}
            asks = Asks.of(self.library, used, condition)
        except HoldslidesError as error:
            self.problems += error.problems
            return
        for clinic, request in self._occasions(condition, asks):
            try:
                decks = compose_decks(self.library, clinic, request)
            except HoldslidesError as error:
                self.problems += error.problems
                continue
            for deck in decks:
                yield Made(deck, clinic)
                yield self._take_home(deck, clinic)
                if exercises := compose_exercises(deck, self.library, clinic):
                    yield Made(exercises, clinic)
            if decks[0].setting != Setting.TRAINING:
                yield Made(Course(decks), clinic)

    def _settings(self, condition: str) -> Iterable[SettingEntry]:
        return self.library.condition(condition).value.settings.values()

    def module(self, id_: str) -> Iterator[Made]:
        """All slides of a module as one deck, for every condition: also those that no programme uses."""
        for condition in self.library.condition_ids:
            try:
                asks = Asks.of(self.library, {id_}, condition)
                occasions = [(c, r) for c, r in self._occasions(condition, asks) if r.edition == Edition.FULL]
            except HoldslidesError as error:
                self.problems += error.problems
                continue
            for clinic, request in occasions:
                deck = self._whole(id_, clinic, request)
                if deck is not None:
                    yield Made(deck, clinic, Scope.MODULE)

    def poster(self, id_: str) -> Iterator[Made]:
        """A poster as the clinic prints it."""
        from holdslides.compose_poster import compose_poster, load_poster
        from holdslides.paper import Sender

        try:
            sender = Sender(self.clinic.name, None, None, self.clinic.doctor_on_call)
            loaded = load_poster(self.library, id_)
            yield Made(compose_poster(loaded, self.library, self.clinic, sender, MONTH), self.clinic)
        except HoldslidesError as error:
            self.problems += error.problems

    def sheet(self, id_: str) -> Iterator[Made]:
        """A sheet for all, and in the words of each condition it is for."""
        from holdslides.compose_sheet import compose_sheet, load_sheet

        try:
            only = load_sheet(self.library, id_).value.conditions
        except HoldslidesError as error:
            self.problems += error.problems
            return
        for condition in ("", *self.library.condition_ids):
            if only and condition not in only:
                continue
            asks = Asks(False, False, frozenset(self.library.safety_texts))
            for clinic in (self.clinic, *self._approving(condition, asks)):
                try:
                    yield Made(compose_sheet(self.library, clinic, id_, condition), clinic)
                except HoldslidesError as error:
                    self.problems += error.problems

    def _take_home(self, deck: Deck, clinic: Clinic) -> Made:
        """A deck's page to take home with all its points; `kit` takes a shorter one when there is no room."""
        forms = take_home_forms(deck, self.library, clinic)
        return Made(next(forms), clinic, shorter=forms)

    # ---- in every form ------------------------------------------------------------------------------------
    def _occasions(self, condition: str, asks: Asks) -> Iterator[tuple[Clinic, Request]]:
        """Settings x editions x joints x levels; and with each of those, one at a time: every length of
        trouble, weight, and a clinic that has approved every text that awaits it."""
        value = self.library.condition(condition).value
        joints = tuple(dict.fromkeys((BOTH_JOINTS, *value.joints))) if value.joints else (None,)
        levels = value.levels or (None,)
        for setting, edition, joint, level in product(value.settings, Edition, joints, levels):
            plain = Request(condition, setting, edition=edition, joint=joint, level=level)
            yield self.clinic, plain
            for length in (Length.SHORT, Length.LONG) if asks.length else ():
                yield self.clinic, replace(plain, course=length)
            if asks.weight:
                yield self.clinic, replace(plain, weight=True)
            for approving in self._approving(condition, asks):
                yield approving, plain

    def _approving(self, condition: str, asks: Asks) -> Iterator[Clinic]:
        """The clinic when it has approved the texts it has not; nothing when none is asked about."""
        signed = self.clinic.approvals.get(condition, ())
        waiting = [
            e.id
            for e in self.library.safety_texts.values()
            if e.id in asks.approvals and condition not in e.approved and e.id not in signed
        ]
        if waiting:
            more = tuple(Approval(id_, condition, NOBODY, "2026-01-31") for id_ in waiting)
            yield replace(self.clinic, signed=(*self.clinic.signed, *more))

    def _whole(self, id_: str, clinic: Clinic, request: Request) -> Deck | None:
        problems: list[Problem] = []
        try:
            choice = settle(self.library, request)
            module = self.library.module(id_)
            if module.value.conditions and choice.condition_id not in module.value.conditions:
                return None
            part = whole_module(id_, Occasion(self.library, clinic, choice, 1, 1), problems)
        except HoldslidesError as error:
            problems += error.problems
            part = None
        self.problems += problems
        if part is None:
            return None
        block = Block(id_, part.title, part.minutes, part.slides, part.place, part.activity, False)
        return _deck(id_, block, choice, clinic)


def _deck(id_: str, block: Block, choice: Choice, clinic: Clinic) -> Deck:
    return Deck(
        name=f"modulet {id_}",
        title=block.title,
        condition=choice.condition_id,
        setting=str(choice.setting),
        edition=str(choice.edition),
        session=0,
        sessions=1,
        service=Service(choice.entry.service, choice.entry.code),
        clinic=clinic.name,
        group="",
        minutes=block.minutes,
        blocks=(block,),
        options={"joint": choice.joint, "level": choice.level, "course": str(choice.course)},
    )
