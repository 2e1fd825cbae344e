"""Modules chosen and left out, minutes, and requests for what does not exist."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_library import CONDITIONS, FIRST, SHARP, block, meeting, slide, write_library

from holdslides.clinic import Clinic
from holdslides.compose import compose_decks
from holdslides.deck import Deck
from holdslides.library import Library
from holdslides.pages import SummarySlide
from holdslides.problems import ContentError, RequestError
from holdslides.request import Request
from holdslides.safety_net import missing_safety


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return write_library(tmp_path_factory.mktemp("content"))


def compose(library: Library, condition: str = "ryg", **asked: Any) -> tuple[Deck, ...]:
    return compose_decks(library, Clinic(), Request(condition, **asked))


def modules(deck: Deck) -> list[str]:
    return [b.module for b in deck.blocks]


def refused(library: Library, condition: str = "ryg", **asked: Any) -> str:
    with pytest.raises(RequestError) as error:
        compose(library, condition, **asked)
    return str(error.value)


# ---- --modules ------------------------------------------------------------------------------------------
def test_exactly_the_chosen_modules_in_their_order_with_what_must_be_there(library: Library) -> None:
    (deck,) = compose(library, modules=("kop", "Viden"))
    assert (deck.name, deck.session) == ("ryg-valg", 0)
    assert modules(deck) == ["velkomst", "kop", "viden", "sikkerhedsnet", "opsamling"]
    added = "Velkomst (velkomst), Opsamling (opsamling), Sikkerhedsnet (sikkerhedsnet)"
    assert deck.remarks[0] == f"Lagt til, fordi det altid skal med: {added}"
    assert missing_safety(deck, library) == []


def test_with_a_session_the_deck_has_that_meetings_name_and_times(library: Library) -> None:
    (deck,) = compose(library, modules=("viden",), session=2)
    assert (deck.name, deck.session, deck.title) == ("ryg-2", 2, "Anden")
    assert [b.minutes for b in deck.blocks if b.module == "viden"] == [6]
    (deck,) = compose(library, modules=("kop",), session=2)  # kop is in the other meeting
    assert "kop" in modules(deck)


def test_a_single_slide_is_chosen_as_klinik_yaml_names_it(library: Library) -> None:
    (deck,) = compose(library, modules=("Kop/Spoerg", "tabeller/tabel", "kop/mest"))
    assert modules(deck) == ["velkomst", "sikkerhedsnet", "kop", "tabeller", "kop", "opsamling"]
    assert [b.title for b in deck.blocks][2:5] == ["Kop", "Tabeller", "Kop"]
    assert [s.id for b in deck.blocks[2:5] for s in b.slides] == ["kop/spoerg", "tabeller/tabel", "kop/mest"]
    assert [b.minutes for b in deck.blocks[2:5]] == [4, 1, 1]
    assert missing_safety(deck, library) == []


def test_a_single_slide_that_is_a_block_of_its_own_is_as_long_as_planned(tmp_path: Path) -> None:
    first = meeting("Første", *FIRST["blokke"][:-1], block("kop", 7, slides=["mest"]), FIRST["blokke"][-1])
    led = {**CONDITIONS["led"], "rammer": {"hold": {"ydelse": "Hold", "gange": [first]}}}
    (deck,) = compose(write_library(tmp_path, conditions={"led": led}), "led", modules=("kop/mest",))
    assert [b.minutes for b in deck.blocks if b.module == "kop"] == [7]


def test_one_slide_of_what_must_be_there_brings_the_rest_of_it(library: Library) -> None:
    (deck,) = compose(library, modules=("opsamling/husk", "velkomst/forside", "sikkerhedsnet/kontakt"))
    (whole,) = compose(library, modules=("opsamling", "velkomst", "sikkerhedsnet"))
    ids = [s.id for s in deck.slides]
    assert sorted(ids) == sorted(s.id for s in whole.slides)
    assert modules(deck)[-1] == "opsamling"
    assert missing_safety(deck, library) == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"modules": ("kop/spørger",)}, 'modulet kop har ikke slidet "spørger" (mente du spoerg?)'),
        ({"modules": ("kopp/spoerg",)}, 'modulet "kopp" findes ikke (mente du kop?)'),
        ({"modules": ("kop", "kop/spoerg")}, "slidet kop/spoerg er allerede med i kop"),
        ({"modules": ("kop/mest", "kop/mest")}, "kop/mest står der to gange"),
        ({"modules": ("kop/mest",), "without": ("kop",)}, "kop står både i --modules og --without"),
        ({"modules": ("velkomst/samtale",)}, "slidet velkomst/samtale er ikke til ryg (hold)"),
        ({"modules": ("viden/ekstra",), "edition": "pixi"}, "slidet viden/ekstra er ikke med i udgaven pixi"),
        ({"without": ("kop/mest",)}, '"kop/mest" er et slide (--without tager hele moduler'),
    ],
)
def test_a_single_slide_that_cannot_be_had_says_why(library: Library, asked: Any, said: str) -> None:
    assert said in refused(library, **asked)


# ---- --setting ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "setting"),
    [
        *((word, "individuel") for word in ("samtale", "Samtaler", "individuel samtale", "individuelt")),
        *((word, "hold") for word in ("HOLD", "gruppe", "holdundervisning")),
        *((word, "traening") for word in ("træning", "træningshold", "traeningshold", "tra\u0308ningshold")),
    ],
)
def test_a_setting_goes_by_what_it_is_called(library: Library, typed: str, setting: str) -> None:
    assert {deck.setting for deck in compose(library, setting=typed)} == {setting}


def test_a_setting_nobody_knows_gets_the_nearest_names(library: Library) -> None:
    assert 'rammen "samtle" findes ikke (mente du samtale?)' in refused(library, setting="samtle")
    assert "(der er hold, individuel, traening)" in refused(library, setting="xyz")


# ---- what she chose -------------------------------------------------------------------------------------
def test_what_she_chose_herself_stays_where_she_put_it(library: Library) -> None:
    (deck,) = compose(library, modules=("opsamling", "sikkerhedsnet", "viden", "velkomst"))
    assert modules(deck) == ["opsamling", "sikkerhedsnet", "viden", "velkomst"]


def test_a_module_of_no_programme_takes_the_time_of_its_activities(library: Library) -> None:
    (deck,) = compose(library, modules=("tabeller",))
    assert [b.minutes for b in deck.blocks if b.module == "tabeller"] == [2]


def test_a_slide_that_carries_a_missing_text_is_borrowed(tmp_path: Path) -> None:
    bare = write_library(
        tmp_path, modules={"opsamling": [slide("husk", "opsamling", punkter=["1", "2", "3"])]}
    )
    (deck,) = compose(bare, modules=("viden",))
    assert modules(deck).count("oevelse") == 1
    assert "Oevelse (oevelse)" in deck.remarks[0]


def test_modules_that_cannot_be_chosen(library: Library) -> None:
    assert "kop står der to gange" in refused(library, modules=("kop", "KOP"))
    assert 'modulet "koppen" findes ikke (mente du kop?)' in refused(library, modules=("koppen",))
    assert "kun-led har ingen slides til ryg (hold) (det er til led)" in refused(
        library, modules=("kun-led",)
    )
    assert "oevelse står både i" in refused(library, modules=("kop", "oevelse"), without=("oevelse",))


def test_a_chosen_module_that_the_edition_does_not_have(tmp_path: Path) -> None:
    only_full = write_library(tmp_path, modules={"kop": [slide("a", udgaver=["fuld"])]})
    assert "kop er ikke med i udgaven pixi" in refused(only_full, modules=("kop",), edition="pixi")


# ---- --without ------------------------------------------------------------------------------------------
def test_a_module_left_out_is_named_and_what_every_course_must_have_is_remembered(library: Library) -> None:
    first, second = compose(library, without=("kop",))
    assert "kop" not in modules(first)
    assert "Udeladt efter ønske: Kop" in first.remarks
    assert any("kop hører med i hvert forløb" in r for r in first.remarks)
    assert not any("Udeladt" in r for r in second.remarks)


def test_safety_summary_and_call_to_action_may_not_be_left_out(library: Library, tmp_path: Path) -> None:
    assert "sikkerhedsnet kan ikke udelades: det siger, hvornår" in refused(
        library, without=("sikkerhedsnet",)
    )
    assert "opsamling kan ikke udelades: det samler op (»Overskrift husk«)" in refused(
        library, without=("opsamling",)
    )
    (conversation,) = compose(library, setting="individuel")
    assert modules(conversation)[-1] == "tabeller"
    assert "tabeller kan ikke udelades: det siger, hvad" in refused(
        library, setting="individuel", without=("tabeller",)
    )
    plain = {"opsamling": [slide("husk", "opsamling", punkter=["1", "2", "3"])]}
    one_carrier = write_library(tmp_path, modules=plain, conditions={"ryg": _only_first()})
    assert f"oevelse kan ikke udelades: det bærer sikkerhedsteksten »{SHARP}«" in refused(
        one_carrier, without=("oevelse",)
    )


def _only_first() -> dict[str, Any]:
    return {**CONDITIONS["ryg"], "rammer": {"hold": {"ydelse": "Hold", "gange": [FIRST]}}}


def test_what_is_not_there_cannot_be_left_out(library: Library) -> None:
    assert "tabeller er ikke med i forvejen" in refused(library, without=("tabeller",))


# ---- --minutes ------------------------------------------------------------------------------------------
def test_a_shorter_meeting_leaves_out_blocks_in_their_order_and_says_so(library: Library) -> None:
    (deck,) = compose(library, session=1, minutes=35)
    assert modules(deck) == ["velkomst", "viden", "sikkerhedsnet", "kop", "opsamling"]
    assert deck.minutes == 35
    assert "Udeladt for tidens skyld: Oevelse" in deck.remarks
    (deck,) = compose(library, session=1, minutes=20)
    assert modules(deck) == ["velkomst", "viden", "sikkerhedsnet", "opsamling"]


def test_slides_and_activities_follow_the_time(library: Library) -> None:
    (deck,) = compose(library, modules=("kop",), minutes=23)
    (kop,) = [b for b in deck.blocks if b.module == "kop"]
    assert [s.id for s in kop.slides] == ["kop/billede", "kop/spoerg", "kop/mere"]
    assert any("Slides udeladt for tidens skyld: »Overskrift mest«" in r for r in deck.remarks)
    shown = sum(s.activity.minutes for s in kop.slides if s.activity)
    assert shown <= kop.minutes
    assert any("Kortere end planlagt" in r for r in deck.remarks) == (kop.minutes < 12)


def test_more_time_brings_in_the_extra_block(library: Library) -> None:
    (deck,) = compose(library, session=1, minutes=52)
    assert "vaegt" in modules(deck)
    assert "Lagt til, fordi der er tid: Vaegt" in deck.remarks


def test_too_short_and_too_long_name_what_can_be_had(library: Library) -> None:
    assert "det korteste er 16 minutter" in refused(library, session=1, minutes=10)
    assert "det længste er 66 minutter" in refused(library, session=1, minutes=200)


def test_a_block_with_the_only_safety_text_stays_whatever_the_programme_says(tmp_path: Path) -> None:
    blocks = [
        block("oevelse", 9, udelades_som=1),
        block("viden", 6),
        block("sikkerhedsnet", 2, udelades_som=2),
    ]
    last = block("opsamling", 3, udelades_som=3)
    ryg = {
        **CONDITIONS["ryg"],
        "rammer": {"hold": {"ydelse": "Hold", "gange": [meeting("En", *blocks, last)]}},
    }
    plain = {"opsamling": [slide("husk", "opsamling", punkter=["1", "2", "3"])]}
    library = write_library(tmp_path, modules=plain, conditions={"ryg": ryg})
    (deck,) = compose(library, minutes=15)
    assert modules(deck) == ["oevelse", "viden", "sikkerhedsnet", "opsamling"]
    assert not any(b.skippable for b in deck.blocks)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(halves=st.integers(1, 150), edition=st.sampled_from(["fuld", "pixi"]), weight=st.booleans())
def test_whatever_the_time_safety_and_summary_stay_and_minutes_sum(
    library: Library, halves: int, edition: str, weight: bool
) -> None:
    try:
        (deck,) = compose(library, session=1, minutes=halves / 2, edition=edition, weight=weight)
    except RequestError:
        assert not 20 <= halves / 2 <= 60, "a time well within reach was refused"
        return
    assert sum(b.minutes for b in deck.blocks) == deck.minutes == halves / 2
    assert missing_safety(deck, library) == []
    assert any(isinstance(s, SummarySlide) for s in deck.slides)
    assert all(b.slides for b in deck.blocks)


# ---- what does not exist --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"condition": "rygg"}, 'tilstanden "rygg" findes ikke (mente du ryg?)'),
        ({"setting": "kor"}, 'rammen "kor" findes ikke'),
        ({"session": 3}, "der er ingen gang 3 (der er gang 1 til 2)"),
        ({"edition": "lang"}, "der er fuld, pixi"),
        ({"course": "evig"}, "der er kort, langvarig, blandet"),
        ({"joint": "knae"}, "ikke delt op efter led"),
        ({"level": "nakke"}, "har ikke niveauer"),
        ({"condition": "led", "joint": "albue"}, 'leddet "albue" findes ikke (der er knae, hofte, begge)'),
        (
            {"condition": "nerve"},
            "--level skal vælges for Nerverod (skriv --level laend eller --level nakke)",
        ),
        ({"condition": "nerve", "level": "arm"}, "der er laend, nakke"),
        (
            {"condition": "led", "setting": "individuel"},
            "ikke noget materiale til rammen individuel (der er: hold",
        ),
        ({"setting": "individuel", "group": "mandag"}, "en samtale har ikke noget hold"),
        ({"group": "x" * 61}, "navnet er på 61 tegn"),
        ({"minutes": 12.3}, "hele eller halve minutter"),
    ],
)
def test_a_request_for_what_does_not_exist_says_what_does(
    library: Library, asked: dict[str, Any], said: str
) -> None:
    assert said in refused(library, **{"condition": "ryg", **asked})


def test_a_group_where_there_is_none_is_explained(library: Library) -> None:
    said = refused(library, "nerve", setting="hold", level="laend")
    assert (
        "Nerverod har ikke patientuddannelse på hold: uddannelsen ligger i de andre konsultationer." in said
    )
    assert "der er: individuel" in said


def test_everything_wrong_with_a_request_is_said_at_once(library: Library) -> None:
    said = refused(library, setting="kor", session=9, edition="lang", modules=("a", "b"))
    assert len(said.splitlines()) == 5


def test_the_defaults(library: Library) -> None:
    joint = compose(library, "led")[0].options["joint"]
    assert joint == "begge"
    options = compose(library, "nerve", level="Lænd")[0].options
    assert (options["level"], options["course"], options["edition"]) == ("laend", "blandet", "fuld")


def test_a_condition_without_programme_is_a_problem_of_content(tmp_path: Path) -> None:
    empty = {"ryg": {**CONDITIONS["ryg"], "rammer": {"hold": {"ydelse": "Hold", "gange": []}}}}
    with pytest.raises(ContentError, match="rammen hold har ingen gange"):
        compose(write_library(tmp_path, conditions=empty))
