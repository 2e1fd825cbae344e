"""What time may take from a deck, slide by slide, and what blocks say about when they are used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small_library import CONDITIONS, activity, block, meeting, slide, write_library

from holdslides.clinic import Clinic
from holdslides.compose import compose_decks
from holdslides.deck import Deck
from holdslides.library import Library
from holdslides.request import Request

MAY_GO = {"kan_udelades": True}


def library_of(root: Path, blocks: list[dict[str, Any]], **modules: list[dict[str, Any]]) -> Library:
    """A library whose one meeting has these blocks between welcome and closing."""
    all_blocks = [
        block("velkomst", 3, mindst=3),
        *blocks,
        block("sikkerhedsnet", 3, mindst=3),
        block("opsamling", 6),
    ]
    of = {"hold": {"ydelse": "Hold", "gange": [meeting("En", *all_blocks)]}}
    return write_library(root, modules=modules, conditions={"ryg": {**CONDITIONS["ryg"], "rammer": of}})


def one(library: Library, condition: str = "ryg", **asked: Any) -> Deck:
    (deck,) = compose_decks(library, Clinic(), Request(condition, **asked))
    return deck


def ids(deck: Deck) -> list[str]:
    return [s.id for s in deck.slides]


def test_time_never_takes_safety_the_only_activity_or_the_call_to_action(tmp_path: Path) -> None:
    kop = [
        slide("sikker", tekst=["{{ sikkerhed.skarp_smerte }}"], **MAY_GO),
        slide("goer", aktivitet=activity(2), **MAY_GO),
        slide("snak", **MAY_GO),
    ]
    deck = one(library_of(tmp_path, [block("kop", 12, mindst=2)], kop=kop), minutes=12)
    assert [i for i in ids(deck) if i.startswith("kop/")] == ["kop/sikker", "kop/goer"]
    assert "opsamling/videre" in ids(deck)  # droppable, but the last thing said


def test_one_of_two_activities_may_go(tmp_path: Path) -> None:
    kop = [slide("a", aktivitet=activity(6)), slide("b", aktivitet=activity(6), **MAY_GO)]
    deck = one(library_of(tmp_path, [block("kop", 12, mindst=6)], kop=kop), minutes=18)
    assert [i for i in ids(deck) if i.startswith("kop/")] == ["kop/a"]


def test_a_block_is_never_left_without_slides(tmp_path: Path) -> None:
    kop = [slide("a", **MAY_GO), slide("b", **MAY_GO)]
    deck = one(library_of(tmp_path, [block("kop", 12, mindst=2)], kop=kop), minutes=12)
    assert [i for i in ids(deck) if i.startswith("kop/")] == ["kop/a"]


def test_activities_shrink_with_their_block(tmp_path: Path) -> None:
    kop = [slide("a", aktivitet=activity(8)), slide("b"), slide("c", aktivitet=activity(1))]
    library = library_of(tmp_path, [block("kop", 12, mindst=6)], kop=kop)
    for minutes, expected in ((24, [8, 1]), (16, [4, 1])):
        deck = one(library, minutes=minutes)
        assert [s.activity.minutes for s in deck.slides if s.id.startswith("kop/") and s.activity] == expected


def test_blocks_are_for_their_course_and_edition(tmp_path: Path) -> None:
    blocks = [block("kop", 6, forløb=["kort"]), block("viden", 6, udgaver=["fuld"])]
    library = library_of(tmp_path, blocks)
    assert [b.module for b in one(library, course="kort").blocks][1:3] == ["kop", "viden"]
    assert "kop" not in [b.module for b in one(library, course="langvarig").blocks]
    assert "viden" not in [b.module for b in one(library, edition="pixi").blocks]


def test_an_extra_block_that_is_chosen_is_no_longer_extra(tmp_path: Path) -> None:
    library = library_of(tmp_path, [block("vaegt", 6, ekstra=True)])
    assert "vaegt/andet" not in ids(one(library))
    assert "vaegt/andet" in ids(one(library, modules=("vaegt",)))


@pytest.mark.parametrize(("level", "there"), [("nakke", True), ("laend", False)])
def test_slides_for_one_level(tmp_path: Path, level: str, there: bool) -> None:
    library = write_library(tmp_path, modules={"viden": [slide("alle"), slide("hals", niveau=["nakke"])]})
    assert ("viden/hals" in ids(one(library, "nerve", level=level))) == there


def test_a_title_slide_that_names_the_group_itself_names_it_once(tmp_path: Path) -> None:
    front = slide("forside", "forside", undertitel=["Hold: {{ hold }}"])
    library = library_of(tmp_path, [], velkomst=[front])
    (title, *_) = one(library, group="mandag 16").slides
    assert [t.plain for name, t in _texts(title) if name == "subtitle"] == ["Hold: mandag 16"]


def _texts(of: Any) -> Any:
    from holdslides.pages import texts

    return texts(of)


def test_facts_of_other_conditions_alone_stay_for_the_rules_to_find(tmp_path: Path) -> None:
    library = library_of(tmp_path, [block("kop", 6)], kop=[slide("a", fakta={"vist": ["F4"]})])
    (about,) = [s for s in one(library).slides if s.id == "kop/a"]
    assert [s.fact for s in about.sources] == ["F4"]
