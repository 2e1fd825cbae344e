"""What a rule is: one function with its id, weight, scopes, reason and examples.

A rule is registered by the decorator `rule` when its module is imported; `load` imports the modules of the
families that are wanted, so that writing a deck pays for two families and not for all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from holdslides.problems import Place, Problem, Severity
from holdslides.records import dataclass

if TYPE_CHECKING:
    from holdslides.check.bench import Bench
    from holdslides.check.subject import Document, Subject


class Scope(StrEnum):
    """What a rule can apply to (Danish, as the guide prints it)."""

    HOLD = "holdgang"
    TALK = "samtale"
    MINI = "træningsoplæg"
    PICK = "udvalg af moduler"
    MODULE = "modul"
    POSTER = "plakat"
    SHEET = "ark"
    COURSE = "helt forløb"


DECKS = frozenset({Scope.HOLD, Scope.TALK, Scope.MINI, Scope.PICK})
SLIDES = DECKS | {Scope.MODULE}
PAPER = frozenset({Scope.POSTER, Scope.SHEET})
EVERYTHING = SLIDES | PAPER

FAMILIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "ORG": ("Ydelse og ramme", ("org",)),
    "AUD": ("Til hvem", ("claims",)),
    "CON": ("Indhold", ("claims", "topics")),
    "SAF": ("Sikkerhed", ("safety", "red_flags", "promises")),
    "SRC": ("Kilder", ("sources",)),
    "UNC": ("Forbehold", ("hedges",)),
    "LNG": ("Sprog", ("language", "tone")),
    "SLD": ("Slides", ("slides", "colours")),
    "A11Y": ("Tilgængelighed", ("access",)),
    "ACT": ("Aktivitet", ("activity",)),
    "SUM": ("Opsamling", ("activity",)),
    "PST": ("Plakater", ("posters",)),
}
MUST_HOLD = ("ORG", "SAF")  # a deck with an error in these is never written


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: what is wrong (Danish), where, how to mend it; `severity` when not the rule's."""

    message: str
    place: Place | None
    hint: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A document as the guide tells it in one Danish line, and as the rule meets it.

    `bench` changes what the rule needs beside the document, such as the colours of a theme.
    """

    told: str
    build: Callable[[], Document]
    bench: Callable[[Bench], Bench] | None = None


RuleFunction = Callable[["Subject"], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `informs` are the PEMAT and CCI items a human rater may use it for; it never scores them."""

    id: str
    what: str
    why: str
    severity: Severity
    scopes: frozenset[Scope]
    good: tuple[Example, ...]
    bad: tuple[Example, ...]
    informs: tuple[str, ...]
    find: RuleFunction

    @property
    def family(self) -> str:
        """ORG, SAF and so on."""
        return self.id.partition("-")[0]

    def check(self, subject: Subject) -> Iterator[Problem]:
        """What the rule finds, when it applies to the subject."""
        if subject.scope in self.scopes:
            for f in self.find(subject):
                yield Problem(f.message, f.place, f.hint, self.id, f.severity or self.severity)


_RULES: dict[str, Rule] = {}


def rule(
    id_: str,
    *,
    what: str,
    why: str,
    scopes: Iterable[Scope],
    good: Example | tuple[Example, ...],
    bad: Example | tuple[Example, ...],
    severity: Severity = Severity.ERROR,
    informs: tuple[str, ...] = (),
) -> Callable[[RuleFunction], RuleFunction]:
    """Registers the function as a rule; the texts are Danish. Raises ValueError for an id that is taken."""

    def register(function: RuleFunction) -> RuleFunction:
        if id_ in _RULES:
            raise ValueError(f"two rules are called {id_}")
        goods = good if isinstance(good, tuple) else (good,)
        bads = bad if isinstance(bad, tuple) else (bad,)
        _RULES[id_] = Rule(id_, what, why, severity, frozenset(scopes), goods, bads, informs, function)
        return function

    return register


def load(families: Iterable[str] = tuple(FAMILIES)) -> tuple[Rule, ...]:
    """The rules of the families, family by family and by id. Raises KeyError for a family there is none of."""
    return _loaded(tuple(families))


@lru_cache(maxsize=8)
def _loaded(wanted: tuple[str, ...]) -> tuple[Rule, ...]:
    for family in wanted:
        for module in FAMILIES[family][1]:
            import_module(f"holdslides.check.{module}")
    order = {family: i for i, family in enumerate(FAMILIES)}
    found = (r for r in _RULES.values() if r.family in wanted)
    return tuple(sorted(found, key=lambda r: (order[r.family], r.id)))
