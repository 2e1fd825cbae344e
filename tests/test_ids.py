"""Ids as people type them."""

from __future__ import annotations

import pickle
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from holdslides.ids import find_id, folded, nearest, resolve_id, suggestion
from holdslides.models import Setting
from holdslides.problems import ContentError, Place, Problem, RequestError

MODULES = ("alarmen", "kopmodellen", "progressionstrappen", "smerteforstaaelse", "trafiklys", "velkomst")


@pytest.mark.parametrize(
    "typed",
    [
        "smerteforstaaelse",
        "smerteforståelse",
        unicodedata.normalize("NFD", "smerteforståelse"),
        "Smerteforståelse",
        "SMERTEFORSTÅELSE",
        " smerte-forståelse ",
        "smerte forståelse",
        "smerte_forstaaelse",
        "smerteforsta\u030aelse",
    ],
)
def test_every_spelling_finds_the_id(typed: str) -> None:
    assert resolve_id(typed, MODULES, "modulet") == "smerteforstaaelse"


@pytest.mark.parametrize(
    ("typed", "id_"),
    [("knæ", "knae"), ("Lænd", "laend"), ("træning", "traening"), ("RØD", "roed"), ("ö", "oe")],
)
def test_danish_letters(typed: str, id_: str) -> None:
    assert find_id(typed, ["andet", id_]) == id_


def test_an_exact_match_wins() -> None:
    assert find_id("faa-uger", ["få-uger", "faa-uger"]) == "faa-uger"


def test_members_stay_members() -> None:
    assert resolve_id("træning", tuple(Setting), "rammen") is Setting.TRAINING


@pytest.mark.parametrize("typed", ["", " ", "-", "…", "ikke der"])
def test_what_does_not_exist_is_not_found(typed: str) -> None:
    assert find_id(typed, MODULES) is None


@pytest.mark.parametrize(
    ("typed", "first"),
    [("kopmodelen", "kopmodellen"), ("kop", "kopmodellen"), ("trappen", "progressionstrappen")],
)
def test_the_nearest_come_first(typed: str, first: str) -> None:
    assert nearest(typed, MODULES)[0] == first


def test_an_unknown_id_is_a_request_error_with_the_nearest() -> None:
    with pytest.raises(RequestError) as caught:
        resolve_id("alarm", MODULES, "modulet")
    assert str(caught.value) == 'modulet "alarm" findes ikke (mente du alarmen?)'
    assert caught.value.exit_code == 2


def test_without_anything_near_it_says_what_there_is() -> None:
    assert suggestion("xyz", ("a", "b")) == "der er a, b"
    assert suggestion("xyz", ()) == ""
    assert suggestion("xyz", [f"id{i}" for i in range(20)]).endswith("id11 …")
    assert suggestion("xyz", [f"id{i}" for i in range(500)]) == ""


def test_what_there_is_stays_on_one_line_however_it_is_named() -> None:
    long = "ord\n" * 9_000
    hint = suggestion("qqqq", ["kort", long])
    assert "\n" not in hint
    assert len(hint) < 100
    assert str(Problem(f"findes ikke: {long}", Place("a.yaml", 2), "ret\ndet")).count("\n") == 0


def test_an_error_comes_back_whole_from_another_process() -> None:
    error = ContentError([Problem("ét", Place("a.yaml", 2)), Problem("to")])
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is ContentError
    assert again.problems == error.problems


def test_what_was_typed_stays_on_one_short_line() -> None:
    with pytest.raises(RequestError) as caught:
        resolve_id("x\ny\x1b[31m" * 100, MODULES, "modulet")
    line = str(caught.value)
    assert len(line) < 200
    assert line.isprintable()


@given(st.text(max_size=30))
@example("ǽ")
@example("ǿ")
def test_folding_is_stable_and_the_same_for_both_unicode_forms(typed: str) -> None:
    assert folded(folded(typed)) == folded(typed)
    composed, decomposed = (unicodedata.normalize(form, typed) for form in ("NFC", "NFD"))
    assert folded(composed) == folded(decomposed)
