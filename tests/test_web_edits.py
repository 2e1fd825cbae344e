"""Texts rewritten on the page: tried, judged, kept for one slide, used by every deck, never over somebody else's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from web_pages import PLAN, Pages, slides_of

from holdslides.compose import compose_decks
from holdslides.edits import edits_path
from holdslides.make import Workshop
from holdslides.problems import ContentError
from holdslides.request import Request

SLIDE = "velkomst/oenske"


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "klinik")


def details(pages: Pages, slide: str = SLIDE) -> Any:
    return pages.ask("/api/slide", {"plan": PLAN, "slide": slide})


def save(pages: Pages, texts: dict[str, str], slide: str = SLIDE, revision: str | None = None) -> Any:
    known = details(pages, slide)["revision"] if revision is None else revision
    return pages.post("/api/ret/gem", {"plan": PLAN, "slide": slide, "texts": texts, "revision": known})


def field(pages: Pages, name: str, slide: str = SLIDE) -> Any:
    return next(f for f in details(pages, slide)["fields"] if f["name"] == name)


def test_a_rewritten_text_is_shown_and_kept(pages: Pages) -> None:
    before = {s["id"]: s["preview"] for s in slides_of(pages.program())}
    assert (
        save(pages, {"overskrift": "Hvad vil du gerne?", "sig": "Tal sammen.\nTo og to."}).status_code == 200
    )
    answer = slides_of(pages.program())
    assert next(s for s in answer if s["id"] == SLIDE)["headline"] == "Hvad vil du gerne?"
    assert [s["id"] for s in answer if s["preview"] != before[s["id"]]] == [SLIDE]
    now = details(pages)
    assert now["isEdited"]
    assert now["say"] == ["Tal sammen.", "To og to."]
    written = edits_path(pages.home, "laenderyg").read_text(encoding="utf-8")
    assert "Hvad vil du gerne?" in written
    assert written.startswith("#")


def test_every_deck_uses_it_and_no_other_condition(pages: Pages) -> None:
    save(pages, {"overskrift": "Hvad vil du gerne?"})
    shop = Workshop.open(pages.home)

    def headlines(condition: str) -> list[str]:
        decks = compose_decks(shop.library, shop.clinic, Request(condition, session=1))
        return [slide.headline.plain for slide in decks[0].slides]

    assert "Hvad vil du gerne?" in headlines("laenderyg")
    assert "Hvad vil du gerne?" not in headlines("artrose")


def test_trying_keeps_nothing(pages: Pages) -> None:
    tried = pages.ask(
        "/api/ret/proev", {"plan": PLAN, "slide": SLIDE, "texts": {"overskrift": "Noget andet"}}
    )
    assert pages.get(f"/billede/{tried['preview']}.svg").status_code == 200
    assert not pages.home.exists()
    assert not details(pages)["isEdited"]


def test_what_does_not_fit_is_told_in_plain_words(pages: Pages) -> None:
    texts = {"overskrift": "En meget lang overskrift " * 8}
    tried = pages.ask("/api/ret/proev", {"plan": PLAN, "slide": SLIDE, "texts": texts})
    assert any(p["message"].startswith("Overskriften fylder") for p in tried["problems"])
    assert all(SLIDE not in p["message"] for p in tried["problems"])
    assert all(p["hint"] for p in tried["problems"] if p["severity"] == "fejl")


def test_the_rules_are_asked_too(pages: Pages) -> None:
    texts = {"overskrift": "Vi garanterer, at du bliver smertefri"}
    tried = pages.ask("/api/ret/proev", {"plan": PLAN, "slide": SLIDE, "texts": texts})
    assert any(p["rule"] for p in tried["problems"])


def test_the_original_text_is_no_edit(pages: Pages) -> None:
    original = field(pages, "overskrift")["original"]
    save(pages, {"overskrift": "Hvad vil du gerne?"})
    save(pages, {"overskrift": original})
    assert not details(pages)["isEdited"]
    assert "oenske" not in edits_path(pages.home, "laenderyg").read_text(encoding="utf-8")


def test_markup_that_is_not_ended_is_told_and_not_kept(pages: Pages) -> None:
    texts = {"overskrift": "Det er **vigtigt"}
    tried = pages.ask("/api/ret/proev", {"plan": PLAN, "slide": SLIDE, "texts": texts})
    assert tried["preview"] == ""
    assert "fed skrift" in tried["problems"][0]["message"].lower()
    assert save(pages, texts).status_code == 422
    assert save(pages, {"overskrift": " "}).status_code == 422
    assert not edits_path(pages.home, "laenderyg").exists()


def test_an_edit_of_other_words_is_not_used_and_said(pages: Pages) -> None:
    save(pages, {"overskrift": "Hvad vil du gerne?"})
    path = edits_path(pages.home, "laenderyg")
    original = field(pages, "overskrift")["original"]
    path.write_text(path.read_text(encoding="utf-8").replace(original, "Andre ord end nu"), encoding="utf-8")
    answer = pages.program()
    assert next(s for s in slides_of(answer) if s["id"] == SLIDE)["headline"] == original
    assert any("rettelse" in remark for remark in answer["deck"]["remarks"])


def test_locked_safety_texts_cannot_be_rewritten(pages: Pages) -> None:
    locked = [
        (slide["id"], f)
        for slide in slides_of(pages.program())
        for f in details(pages, slide["id"])["fields"]
        if f["locked"]
    ]
    assert locked
    for slide, f in locked:
        assert save(pages, {f["name"]: "Pyt med det"}, slide).status_code == 422


def test_a_locked_sentence_inside_a_text_must_stay(pages: Pages) -> None:
    carrying = [s["id"] for s in slides_of(pages.program(session=2))]
    shop = pages.local.studio.desk.shop
    deck = compose_decks(shop.library, shop.clinic, Request("laenderyg", session=2))[0]
    by_id = {slide.id: slide for slide in deck.slides}
    plan = {**PLAN, "session": 2}
    for id_ in carrying:
        for safety in by_id[id_].safety:
            text = shop.library.safety(safety).text
            fields = pages.ask("/api/slide", {"plan": plan, "slide": id_})["fields"]
            for f in fields:
                if (
                    text
                    and text in f["text"]
                    and not f["locked"]
                    and f["name"] not in ("sig", "gør", "baggrund")
                ):
                    texts = {f["name"]: f["text"].replace(text, "Pyt.")}
                    asked = {"plan": plan, "slide": id_, "texts": texts, "revision": ""}
                    assert pages.post("/api/ret/gem", asked).status_code == 422
                    return
    pytest.skip("no locked sentence stands inside a longer text now")


def test_two_windows_do_not_overwrite_each_other(pages: Pages) -> None:
    old = details(pages)["revision"]
    assert save(pages, {"overskrift": "Den første"}, revision=old).status_code == 200
    answer = save(pages, {"overskrift": "Den anden"}, revision=old)
    assert answer.status_code == 409
    assert "et andet vindue" in answer.get_json()["problems"][0]["message"]
    assert field(pages, "overskrift")["text"] == "Den første"
    assert save(pages, {"overskrift": "Den anden"}, revision=answer.get_json()["revision"]).status_code == 200
    assert field(pages, "overskrift")["text"] == "Den anden"


def test_comments_in_the_file_of_edits_stay(pages: Pages) -> None:
    save(pages, {"overskrift": "Den første"})
    path = edits_path(pages.home, "laenderyg")
    path.write_text("# skrevet af Lone\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    save(pages, {"overskrift": "Noget nyt"}, "velkomst/formaal")
    assert path.read_text(encoding="utf-8").startswith("# skrevet af Lone\n")
    assert "Den første" in path.read_text(encoding="utf-8")


def test_a_field_the_slide_has_not_is_refused(pages: Pages) -> None:
    assert save(pages, {"id": "x"}).status_code == 422
    assert save(pages, {"overskrift": "x" * 10_000}).status_code == 422


def test_a_wrong_line_in_the_file_is_told_with_its_place(pages: Pages) -> None:
    save(pages, {"overskrift": "Den første"})
    path = edits_path(pages.home, "laenderyg")
    path.write_text(
        "slides:\n  velkomst/oenske:\n    overskift:\n    - fra: a\n      til: b\n", encoding="utf-8"
    )
    shop = Workshop.open(pages.home)
    with pytest.raises(ContentError, match=r"laenderyg\.yaml:3.*overskift") as raised:
        compose_decks(shop.library, shop.clinic, Request("laenderyg", session=1))
    assert len(raised.value.problems) == 1
