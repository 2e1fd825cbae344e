"""The programme on the page: what can be chosen, how it is changed, what must stay, and the previews that follow."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from web_pages import PLAN, Pages, keys_of, slides_of


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return Pages(tmp_path_factory.mktemp("home") / "klinik")


def test_every_condition_setting_and_meeting_can_be_shown(pages: Pages) -> None:
    for id_ in pages.local.studio.desk.shop.library.condition_ids:
        first = pages.program(condition=id_, setting="")["choices"]
        level = first["levels"][0]["id"] if first["levels"] else ""
        for setting in first["settings"]:
            answer = pages.program(condition=id_, setting=setting["id"], level=level)
            for session in answer["choices"]["sessions"]:
                plan = {"condition": id_, "setting": setting["id"], "level": level}
                answer = pages.program(**plan, session=session["number"])
                assert answer["problems"] == []
                assert answer["blocks"]


def test_a_level_that_must_be_chosen_is_asked_for(pages: Pages) -> None:
    answer = pages.program(condition="nerverod", setting="")
    assert answer["choices"]["levels"]
    assert "blocks" not in answer
    assert answer["problems"][0]["message"].startswith("Niveauet skal vælges")


def test_the_blocks_begin_one_after_the_other(pages: Pages) -> None:
    answer = pages.program()
    clock = 0.0
    for block in answer["blocks"]:
        assert block["start"] == clock
        clock += block["minutes"]
    assert clock == answer["deck"]["minutes"] == answer["deck"]["aim"] == 60
    assert [slide["number"] for slide in slides_of(answer)] == list(range(1, answer["deck"]["slides"] + 1))


def test_fewer_minutes_are_kept_and_said(pages: Pages) -> None:
    answer = pages.program(minutes=45)
    assert answer["deck"]["minutes"] == answer["deck"]["aim"] == 45
    assert answer["deck"]["remarks"]


def test_minutes_that_cannot_be_had_are_told_without_the_command_lines_words(pages: Pages) -> None:
    for minutes in (3, 500, 45.3):
        [problem] = pages.program(minutes=minutes)["problems"]
        assert "--" not in problem["message"] + problem["hint"]
        assert problem["hint"]


def test_a_block_is_moved_and_the_rest_follow(pages: Pages) -> None:
    keys = keys_of(pages.program())
    wanted = [keys[0], keys[2], keys[1], *keys[3:]]
    moved = pages.program(order=wanted)
    assert keys_of(moved) == wanted
    assert moved["deck"]["minutes"] == 60


def test_welcome_stays_first_and_closing_last(pages: Pages) -> None:
    keys = keys_of(pages.program())
    answer = pages.program(order=list(reversed(keys)))
    assert keys_of(answer) == [keys[0], *reversed(keys[1:-1]), keys[-1]]
    assert answer["blocks"][0]["fixed"]
    assert answer["blocks"][-1]["fixed"]


def test_a_block_is_left_out_and_can_come_back(pages: Pages) -> None:
    answer = pages.program()
    free = next(block for block in answer["blocks"] if not block["kept"])
    left = pages.program(leftOut=[free["key"]])
    assert free["key"] not in keys_of(left)
    assert left["deck"]["minutes"] == 60 - free["minutes"]
    offer = next(o for o in left["offers"] if o["key"] == free["key"])
    assert offer["ofProgramme"]
    assert offer["title"] == free["title"]


def test_what_must_stay_says_why_and_stays(pages: Pages) -> None:
    kept = [block for block in pages.program()["blocks"] if block["kept"]]
    assert any("sikkerhed" in b["kept"] or "søge hjælp" in b["kept"] for b in kept)
    for block in kept:
        answer = pages.program(leftOut=[block["key"]])
        assert block["key"] in keys_of(answer)
        assert f"»{block['title']}« er stadig med: {block['kept']}" in answer["deck"]["remarks"]


# ---- single slides ----------------------------------------------------------------------------------------
def test_a_slide_is_left_out_with_its_minutes_and_can_come_back(pages: Pages) -> None:
    before = pages.program()
    block = next(b for b in before["blocks"] if b["key"].startswith("viden"))
    slide = next(s for s in block["slides"] if not s["kept"])
    after = pages.program(withoutSlides=[slide["id"]])
    changed = next(b for b in after["blocks"] if b["key"] == block["key"])
    assert [s["id"] for s in changed["slides"]] == [s["id"] for s in block["slides"] if s is not slide]
    assert changed["leftOut"] == [{"id": slide["id"], "headline": slide["headline"]}]
    assert changed["minutes"] < block["minutes"]
    assert after["deck"]["minutes"] == before["deck"]["minutes"] - block["minutes"] + changed["minutes"]
    assert [s["number"] for s in slides_of(after)] == list(range(1, before["deck"]["slides"]))
    assert any("Slides udeladt efter ønske" in said for said in after["deck"]["remarks"])
    assert pages.program(withoutSlides=[])["blocks"] == before["blocks"]


def test_slides_that_must_stay_say_why_and_stay(pages: Pages) -> None:
    answer = pages.program()
    kept = {slide["id"]: slide["kept"] for slide in slides_of(answer) if slide["kept"]}
    assert "det siger, hvornår man skal søge hjælp" in kept.values()
    assert any("hvad målet er" in why for why in kept.values())
    assert {s["id"] for s in answer["blocks"][-1]["slides"]} <= kept.keys()
    assert len(kept) < answer["deck"]["slides"] / 2
    still = pages.program(withoutSlides=list(kept))
    assert [s["id"] for s in slides_of(still)] == [s["id"] for s in slides_of(answer)]
    assert sum("er stadig med" in said for said in still["deck"]["remarks"]) == len(kept)


def test_never_all_slides_of_a_block_and_never_the_last_that_carries_a_safety_text(pages: Pages) -> None:
    answer = pages.program(condition="artrose")
    everything = [slide["id"] for slide in slides_of(answer)]
    least = pages.program(condition="artrose", withoutSlides=everything)
    assert least["problems"] == []
    assert all(block["slides"] for block in least["blocks"])
    assert keys_of(least) == keys_of(answer)


def test_an_activity_is_put_in_before_the_closing(pages: Pages) -> None:
    answer = pages.program()
    activity = answer["activities"][0]
    with_it = pages.program(added=[activity["key"]])
    assert keys_of(with_it) == [*keys_of(answer)[:-1], activity["key"], keys_of(answer)[-1]]
    assert with_it["deck"]["minutes"] == 60 + activity["minutes"]
    assert activity["key"] not in [a["key"] for a in with_it["activities"]]
    first = [keys_of(answer)[0], activity["key"], *keys_of(answer)[1:]]
    assert keys_of(pages.program(added=[activity["key"]], order=first)) == first


def test_every_offer_can_be_put_in(pages: Pages) -> None:
    answer = pages.program()
    for offer in answer["offers"] + answer["activities"]:
        added = pages.program(added=[offer["key"]])
        assert offer["key"] in keys_of(added), offer


def test_a_key_that_is_gone_is_no_mistake_in_an_order(pages: Pages) -> None:
    keys = keys_of(pages.program())
    assert keys_of(pages.program(order=[keys[0], "findes/ikke", *keys[1:]])) == keys


def test_something_unknown_is_not_put_in(pages: Pages) -> None:
    assert pages.program(added=["findesikke"])["problems"]
    assert pages.program(added=["viden/findesikke"])["problems"]


def test_words_that_do_not_fit_are_told_for_the_whole_meeting(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "klinik")
    known = pages.ask("/api/slide", {"plan": PLAN, "slide": "velkomst/oenske"})["revision"]
    texts = {"overskrift": "En overskrift, der er alt for lang til at stå på et slide"}
    asked = {"plan": PLAN, "slide": "velkomst/oenske", "texts": texts, "revision": known}
    assert pages.post("/api/ret/gem", asked).status_code == 200
    found = pages.ask("/api/regler", PLAN)["findings"]
    assert any(f["slide"] == "velkomst/oenske" and f["severity"] == "fejl" for f in found)
    [long] = [f for f in found if "fylder" in f["message"]]
    assert "der er plads til" in long["message"]
    assert " pt" not in long["message"]


def test_the_rules_are_asked_of_the_whole_meeting(pages: Pages) -> None:
    assert pages.ask("/api/regler", PLAN)["findings"] == []
    keys = [o["key"] for o in pages.program()["offers"]]
    for found in pages.ask("/api/regler", {**PLAN, "added": keys})["findings"]:
        assert found["message"]
        assert bool(found["slide"]) == bool(found["headline"])


# ---- previews ---------------------------------------------------------------------------------------------
def test_a_preview_is_the_real_page(pages: Pages) -> None:
    slide = slides_of(pages.program())[0]
    picture = pages.get(f"/billede/{slide['preview']}.svg")
    svg = gzip.decompress(picture.data)
    assert svg.startswith(b"<svg")
    assert b'viewBox="0 0 960 540"' in svg
    assert "immutable" in picture.headers["Cache-Control"]


def test_only_slides_that_change_get_another_picture(pages: Pages) -> None:
    before = {s["id"]: s["preview"] for s in slides_of(pages.program())}
    keys = keys_of(pages.program())
    moved = pages.program(order=[keys[0], keys[2], keys[1], *keys[3:]])
    after = {s["id"]: s["preview"] for s in slides_of(moved)}
    touched = {s["id"] for b in moved["blocks"][1:3] for s in b["slides"]}
    assert {id_ for id_ in after if after[id_] != before[id_]} <= touched
    assert pages.program() == pages.program()


def test_an_unknown_picture_is_not_found(pages: Pages) -> None:
    assert pages.get("/billede/0123456789abcdef.svg").status_code == 404


def test_a_slide_tells_its_notes_and_sources(pages: Pages) -> None:
    for slide in slides_of(pages.program()):
        details = pages.ask("/api/slide", {"plan": PLAN, "slide": slide["id"]})
        assert details["say"]
        assert details["fields"]
    assert any(
        pages.ask("/api/slide", {"plan": PLAN, "slide": s["id"]})["sources"]
        for s in slides_of(pages.program())
    )


def test_the_name_of_a_group_stands_on_the_first_slide(pages: Pages) -> None:
    before, after = slides_of(pages.program()), slides_of(pages.program(group="mandag 16"))
    assert before[0]["preview"] != after[0]["preview"]
    assert [s["preview"] for s in before[1:]] == [s["preview"] for s in after[1:]]
