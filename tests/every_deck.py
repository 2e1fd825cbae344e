"""Every deck the built-in content can make, composed once for all tests that look at them."""

from __future__ import annotations

from functools import lru_cache

from holdslides.clinic import Clinic
from holdslides.compose import compose_decks
from holdslides.deck import Deck
from holdslides.folders import Folders
from holdslides.library import Library
from holdslides.models import Course, Edition
from holdslides.models_clinic import Approval
from holdslides.request import Request

NEEDS_APPROVAL = ("laenderyg", "spinalstenose")


@lru_cache(maxsize=1)
def library() -> Library:
    return Library(Folders())


@lru_cache(maxsize=2)
def all_decks(approved: bool = False) -> tuple[tuple[str, Deck], ...]:
    """Each deck with a name that says what it was made for; `approved`: by a clinic that has signed the red flags."""
    signed = tuple(Approval("roede-flag-laend", c, "En kliniker", "2026-01-31") for c in NEEDS_APPROVAL)
    clinic = Clinic(name="Fysioterapien Solbakken", signed=signed if approved else ())
    found: list[tuple[str, Deck]] = []
    for condition_id in library().condition_ids:
        condition = library().condition(condition_id).value
        for setting in condition.settings:
            for edition in Edition:
                for course in Course if condition_id == "laenderyg" else (Course.MIXED,):
                    for joint in (*condition.joints, "begge") if condition.joints else (None,):
                        for level in condition.levels or (None,):
                            request = Request(
                                condition_id,
                                setting,
                                edition=edition,
                                course=course,
                                joint=joint,
                                level=level,
                            )
                            options = (setting, edition, course, joint or "", level or "")
                            for deck in compose_decks(library(), clinic, request):
                                found.append((" ".join(filter(None, (deck.name, *options))), deck))
    return tuple(found)
