"""The rules: what a deck, a poster or a sheet must be before it is good for a patient.

`check_document` tries the rules on one composed document, `must_hold` those that stop a deck from being
written; `check.run` composes all there is and tries them on that.
"""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.check.bench import Bench
from holdslides.check.rule import FAMILIES, MUST_HOLD, Rule, Scope, load
from holdslides.check.subject import Course, Document, Subject
from holdslides.deck import Deck
from holdslides.problems import Problem, Severity

__all__ = ["MUST_HOLD", "Bench", "Course", "Document", "Rule", "Scope", "check_document", "load", "must_hold"]


def check_document(
    document: Document, bench: Bench, families: Iterable[str] = tuple(FAMILIES), scope: Scope | None = None
) -> list[Problem]:
    """What the rules of the families find in a document."""
    subject = Subject(document, bench, scope)
    return [problem for rule in load(families) for problem in rule.check(subject)]


def must_hold(decks: Iterable[Deck], bench: Bench) -> list[Problem]:
    """The errors for which a deck is not written: those of ORG and SAF. Warnings are for `check`."""
    rules = [rule for rule in load(MUST_HOLD) if rule.severity is Severity.ERROR]
    found = (
        p
        for deck in decks
        for subject in [Subject(deck, bench)]
        for rule in rules
        for p in rule.check(subject)
    )
    return list(dict.fromkeys(found))
