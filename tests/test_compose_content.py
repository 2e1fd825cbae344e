"""The product's own content, composed: every condition, setting, edition and course there is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from holdslides import safety_net
from holdslides.clinic import Clinic
from holdslides.compose import compose_decks, output_name
from holdslides.deck import Deck
from holdslides.folders import Folders
from holdslides.library import Library
from holdslides.models import Course, Edition
from holdslides.models_clinic import Approval
from holdslides.pages import SafetySlide, SummarySlide
from holdslides.problems import RequestError
from holdslides.request import Request
from holdslides.safety_net import missing_safety

LIBRARY = Library(Folders())
RED_FLAGS = "roede-flag-laend"


def approvals(condition: str) -> Clinic:
    return Clinic(signed=(Approval(RED_FLAGS, condition, "Bo", "2026-01-31"),))


def requests() -> Iterator[tuple[str, str, str, str]]:
    for condition in LIBRARY.condition_ids:
        loaded = LIBRARY.condition(condition).value
        for setting in loaded.settings:
            for level in loaded.levels or ("",):
                for joint in (*loaded.joints, "begge") if loaded.joints else ("",):
                    yield condition, str(setting), level, joint


CASES = list(dict.fromkeys(requests()))


def made(case: tuple[str, str, str, str], clinic: Clinic | None = None, **asked: object) -> tuple[Deck, ...]:
    condition, setting, level, joint = case
    request = Request(condition, setting=setting, level=level, joint=joint, **asked)  # type: ignore[arg-type]
    return compose_decks(LIBRARY, clinic or Clinic(), request)


@pytest.mark.parametrize("case", CASES, ids="-".join)
@pytest.mark.parametrize("edition", Edition)
def test_every_deck_there_is_can_be_composed(case: tuple[str, str, str, str], edition: Edition) -> None:
    for clinic in (Clinic(), approvals(case[0])):
        for course in Course:
            for deck in made(case, clinic, edition=str(edition), course=str(course)):
                assert deck.minutes == sum(b.minutes for b in deck.blocks)
                assert missing_safety(deck, LIBRARY) == []
                ids = [s.id for s in deck.slides]
                assert len(ids) == len(set(ids))
                assert all(s.place.line and s.headline.plain and s.notes.say for s in deck.slides)


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_the_short_edition_carries_every_safety_text_of_the_full_one(case: tuple[str, str, str, str]) -> None:
    for full, pixi in zip(made(case, edition="fuld"), made(case, edition="pixi"), strict=True):
        carried = safety_net.carried(full.slides, LIBRARY.safety_texts.values())
        assert carried <= safety_net.carried(pixi.slides, LIBRARY.safety_texts.values())


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_decks_are_as_long_as_the_programme_says(case: tuple[str, str, str, str]) -> None:
    entry = LIBRARY.condition(case[0]).value.settings
    planned = {str(s): [m.minutes for m in e.sessions] for s, e in entry.items()}[case[1]]
    decks = made(case)
    assert [d.minutes for d in decks] == (planned if len(decks) == len(planned) else [sum(planned)])


@pytest.mark.parametrize("minutes", [35, 40, 45, 50, 60, 70])
def test_both_low_back_decks_fit_the_time_there_is(minutes: int) -> None:
    for deck in compose_decks(LIBRARY, Clinic(), Request("lænderyg", minutes=minutes)):
        assert deck.minutes == minutes
        assert missing_safety(deck, LIBRARY) == []
        assert any(isinstance(s, SummarySlide) for s in deck.slides)


def test_the_red_flags_stand_only_where_they_are_approved() -> None:
    first, _ = compose_decks(LIBRARY, Clinic(), Request("laenderyg"))
    assert not any(isinstance(s, SafetySlide) for s in first.slides)
    assert any("afventer jeres godkendelse" in r for r in first.remarks)
    first, _ = compose_decks(LIBRARY, approvals("laenderyg"), Request("laenderyg"))
    (flags,) = [s for s in first.slides if isinstance(s, SafetySlide)]
    locked = LIBRARY.safety(RED_FLAGS)
    assert (tuple(s.plain for s in flags.signs), flags.call.plain) == (locked.signs, locked.call)
    assert not first.remarks


def test_the_time_to_recover_is_only_promised_to_a_group_with_short_trouble() -> None:
    def said(course: str) -> str:
        decks = compose_decks(LIBRARY, Clinic(), Request("laenderyg", course=course))
        return " ".join(s.headline.plain for d in decks for s in d.slides)

    assert "få uger" in said("kort")
    assert "få uger" not in said("langvarig") + said("blandet")


@pytest.mark.parametrize("module", LIBRARY.module_ids)
def test_any_module_can_be_chosen_or_the_reason_is_said(module: str) -> None:
    request = Request("laenderyg", modules=(module,))
    of = LIBRARY.module(module).value.conditions
    if of and "laenderyg" not in of:
        with pytest.raises(RequestError, match="har ingen slides til laenderyg"):
            compose_decks(LIBRARY, Clinic(), request)
        return
    (deck,) = compose_decks(LIBRARY, Clinic(), request)
    assert deck.name == "laenderyg-valg"
    assert module in [b.module for b in deck.blocks]
    assert missing_safety(deck, LIBRARY) == []


def test_the_low_back_code_is_the_sources_and_the_group_names_the_folder() -> None:
    deck = compose_decks(LIBRARY, Clinic(), Request("laenderyg", group="mandag 16"))[0]
    assert (deck.service.code, output_name(deck)) == ("0263", "laenderyg-mandag-16")
    title = next(deck.slides)
    assert "mandag 16" in getattr(title, "subtitle").plain  # noqa: B009
