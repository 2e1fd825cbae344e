"""`holdslides check`: composes everything, tries every rule and the fit on it, and tells what was found.

Documents that say the same are tried once; what the same line gives in many documents is told once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import PurePath
from typing import Any

from holdslides.check.bench import Bench
from holdslides.check.documents import Documents, Made, Wanted
from holdslides.check.rule import Scope, load
from holdslides.check.subject import Course, Subject
from holdslides.clinic import Clinic
from holdslides.deck import Block, Deck
from holdslides.fit import check_deck
from holdslides.library import Library
from holdslides.models_clinic import Approval
from holdslides.pages import Slide
from holdslides.paper import Poster
from holdslides.problems import ContentError, Place, Problem, Severity
from holdslides.records import dataclass, replace
from holdslides.worksheet import Sheet

POSTER_SIZE = "a3"
CLINIC_FILES = ("klinik", "fakta")
FIT = "PLADS"  # what a message about room is marked with


@dataclass(frozen=True, slots=True)
class Report:
    """What was found; how many documents were composed, how many of them differ, and how many rules tried."""

    problems: tuple[Problem, ...]
    documents: int
    different: int
    rules: int

    def count(self, severity: Severity) -> int:
        """How many findings of a severity."""
        return sum(1 for problem in self.problems if problem.severity is severity)


def check_everything(library: Library, clinic: Clinic, typed: Iterable[str] = ()) -> Report:
    """Checks what is named, or everything. Raises RequestError for an id there is none of."""
    typed = tuple(typed)
    wanted = Wanted.of(library, typed)
    problems = [p for p in library.load_all() if not typed or _is_about(p, wanted)]
    documents = Documents(library, clinic)
    checker = _Checker(Bench.of(library, clinic))
    made = 0
    for document in documents.wanted(wanted):
        made += 1
        problems += checker.check(document)
    problems = sorted(dict.fromkeys((*problems, *documents.problems)), key=_by_place)
    return Report(tuple(_once(problems)), made, checker.different, len(load()))


class _Checker:
    """The bench, and what has been checked already."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.rules = bench, load()
        self.benches: dict[tuple[Approval, ...], Bench] = {}
        self.seen: set[Any] = set()
        self.fitted: set[tuple[str, str, Slide]] = set()
        self.checked: set[tuple[tuple[Any, ...], Slide]] = set()
        self.different = 0

    def check(self, made: Made) -> Iterator[Problem]:
        """What the rules and the fit find in a document that has not been checked before."""
        if made.scope is Scope.MODULE:
            made = self._unseen(made)
        key = _key(made)
        if key in self.seen:
            return
        self.seen.add(key)
        self.different += 1
        bench = self.benches.setdefault(made.clinic.signed, self.bench.for_clinic(made.clinic))
        subject = Subject(made.document, bench, made.scope)
        self.checked.update((_whom(deck, made), slide) for deck in subject.decks for slide in deck.slides)
        for rule in self.rules:
            yield from rule.check(subject)
        if isinstance(made.document, Deck):
            yield from self._fit(made.document, bench)
        elif isinstance(made.document, Poster | Sheet):
            yield from _paper_fit(made.document, bench, made.shorter)

    def _unseen(self, made: Made) -> Made:
        """A module's deck without the slides that were checked for the same condition, joint and level."""
        deck = made.document
        assert isinstance(deck, Deck)
        whom = _whom(deck, made)
        return replace(made, document=_only(deck, lambda _, slide: (whom, slide) not in self.checked))

    def _fit(self, deck: Deck, bench: Bench) -> Iterator[Problem]:
        """The fit of the slides that have not been placed before under the same footer."""
        new = _only(deck, lambda block, slide: (deck.clinic, block.title, slide) not in self.fitted)
        self.fitted.update(
            (deck.clinic, block.title, slide) for block in new.blocks for slide in block.slides
        )
        if new.blocks:
            found = check_deck(new, bench.layouts, bench.theme, bench.measured)
            yield from (replace(problem, rule=problem.rule or FIT) for problem in found)


def _only(deck: Deck, is_wanted: Callable[[Block, Slide], bool]) -> Deck:
    """The deck with these slides alone, and no block without any."""
    kept = ((block, tuple(s for s in block.slides if is_wanted(block, s))) for block in deck.blocks)
    return replace(deck, blocks=tuple(replace(block, slides=slides) for block, slides in kept if slides))


def _paper_fit(paper: Poster | Sheet, bench: Bench, shorter: Iterable[Sheet]) -> Iterator[Problem]:
    """What does not fit the paper, unless a shorter form does."""
    if isinstance(paper, Poster):
        from holdslides.print_file.poster import lay_out
        from holdslides.print_file.trim import Paper

        problems: Sequence[Problem] = lay_out(paper, bench.theme, Paper(POSTER_SIZE))[1]
    else:
        problems = _sheet_fit(chain((paper,), shorter), bench)
    yield from (replace(problem, rule=problem.rule or FIT) for problem in problems)


def _sheet_fit(forms: Iterable[Sheet], bench: Bench) -> Sequence[Problem]:
    from holdslides.print_file.sheet import first_that_fits

    try:
        first_that_fits(forms, bench.theme)
    except ContentError as error:
        return error.problems
    return ()


def _key(made: Made) -> Any:
    document = made.document
    if isinstance(document, Course):
        return ("course", *(_deck_key(deck) for deck in document.decks))
    if isinstance(document, Deck):
        return (made.scope, *_deck_key(document))
    return (type(document).__name__, document)


def _deck_key(deck: Deck) -> tuple[Any, ...]:
    """All of a deck that a rule can see, but for its name."""
    meeting = deck.session, deck.sessions, deck.service, deck.minutes
    return deck.condition, deck.setting, *meeting, deck.blocks, deck.remarks, _narrowed(deck)


def _whom(deck: Deck, made: Made) -> tuple[Any, ...]:
    """For whom a slide is judged."""
    return deck.condition, deck.setting, _narrowed(deck), made.clinic.signed


def _narrowed(deck: Deck) -> tuple[str, str]:
    """The joint and level it is for: the only options a claim may depend on."""
    return deck.options.get("joint", ""), deck.options.get("level", "")


def _by_place(problem: Problem) -> tuple[Place, str]:
    return problem.place or Place(""), problem.rule


def _is_about(problem: Problem, wanted: Wanted) -> bool:
    """Whether a file that cannot be loaded is one of those that were named, or the clinic's own settings."""
    stem = PurePath(problem.place.file).stem if problem.place else ""
    return stem in (*wanted.conditions, *wanted.modules, *wanted.posters, *wanted.sheets, *CLINIC_FILES)


def _once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, the same one at the same place told once."""
    seen: set[tuple[Place | None, str, str]] = set()
    for problem in problems:
        key = (problem.place, problem.rule, problem.message)
        if key not in seen:
            seen.add(key)
            yield problem
