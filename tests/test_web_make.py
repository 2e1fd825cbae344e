"""Files from the page: made in the background, fetched by number, in the order that was chosen."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from pptx import Presentation
from web_pages import PLAN, Pages, keys_of, slides_of

from holdslides.web.jobs import MOST_JOBS, Jobs
from holdslides.web.life import GOODBYE_SECONDS, QUIET_SECONDS, Life


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "klinik")


def titles(deck: bytes) -> list[str]:
    """The headlines of a deck, as another program reads them."""
    return [s.shapes.title.text_frame.text.replace("\v", " ") for s in Presentation(io.BytesIO(deck)).slides]


def test_the_deck_is_the_one_that_is_shown(pages: Pages) -> None:
    keys = keys_of(pages.program())
    plan = {**PLAN, "order": [keys[0], keys[3], keys[1], keys[2], *keys[4:]]}
    shown = [slide["headline"] for slide in slides_of(pages.program(**plan))]
    job = pages.job({"what": "slides", "plans": [plan]})
    assert job["state"] == "færdig"
    [file] = job["files"]
    answer = pages.get(file["url"])
    assert "attachment" in answer.headers["Content-Disposition"]
    assert titles(answer.data) == shown
    assert (pages.home / "ud" / "laenderyg" / "laenderyg-1.pptx").read_bytes() == answer.data


def test_several_meetings_come_in_one_zip(pages: Pages) -> None:
    job = pages.job({"what": "slides", "plans": [PLAN, {**PLAN, "session": 2}]})
    with zipfile.ZipFile(io.BytesIO(pages.get(f"/hent/{job['id']}/alt.zip").data)) as archive:
        assert archive.namelist() == ["laenderyg-1.pptx", "laenderyg-2.pptx"]
        assert archive.testzip() is None


def test_the_kit_keeps_the_order_of_each_meeting(pages: Pages) -> None:
    keys = keys_of(pages.program())
    plan = {**PLAN, "order": [keys[0], keys[2], keys[1], *keys[3:]]}
    job = pages.job({"what": "kit", "plans": [plan, {**PLAN, "session": 2}], "participants": 6})
    assert job["state"] == "færdig", job["problems"]
    kinds = {file["kind"] for file in job["files"]}
    assert {"deck", "run-sheet", "sheet", "take-home", "poster", "print-all"} <= kinds
    deck = pages.get(job["files"][0]["url"]).data
    assert titles(deck) == [slide["headline"] for slide in slides_of(pages.program(**plan))]
    with zipfile.ZipFile(io.BytesIO(pages.get(f"/hent/{job['id']}/alt.zip").data)) as archive:
        assert "laenderyg-1.pptx" in archive.namelist()
        assert any(name.startswith("ark/") for name in archive.namelist())


def test_a_deck_somebody_has_edited_is_left_alone_until_she_says_so(pages: Pages) -> None:
    pages.job({"what": "slides", "plans": [PLAN]})
    path = pages.home / "ud" / "laenderyg" / "laenderyg-1.pptx"
    deck = Presentation(str(path))
    deck.slides[1].shapes.title.text_frame.text = "Mine egne ord"
    deck.save(str(path))
    edited = path.read_bytes()
    job = pages.job({"what": "slides", "plans": [PLAN]})
    assert job["state"] == "rettet"
    assert path.read_bytes() == edited
    job = pages.job({"what": "slides", "plans": [PLAN], "replace": True})
    assert job["state"] == "færdig"
    assert any(other.read_bytes() == edited for other in path.parent.iterdir())


def test_an_update_is_planned_first_and_keeps_what_she_edited(pages: Pages) -> None:
    pages.job({"what": "slides", "plans": [PLAN]})
    path = pages.home / "ud" / "laenderyg" / "laenderyg-1.pptx"
    deck = Presentation(str(path))
    deck.slides[1].shapes.title.text_frame.text = "Mine egne ord"
    deck.save(str(path))
    edited = path.read_bytes()
    keys = keys_of(pages.program())
    plan = {**PLAN, "order": [keys[0], keys[2], keys[1], *keys[3:]]}
    planned = pages.job({"what": "slides", "plans": [plan], "update": True, "dryRun": True})
    assert path.read_bytes() == edited
    assert any("Mine egne ord" in line for line in planned["files"][0]["remarks"])
    assert pages.job({"what": "slides", "plans": [plan], "update": True})["state"] == "færdig"
    assert "Mine egne ord" in titles(path.read_bytes())


def test_slides_and_pdf_for_all_meetings_make_a_pdf_only_of_the_deck_without_her_edits(pages: Pages) -> None:
    wanted = {"what": "slides", "plans": [PLAN, {**PLAN, "session": 2}], "pdf": True}
    pages.job(wanted)
    first, second = (pages.home / "ud" / "laenderyg" / f"laenderyg-{n}.pptx" for n in (1, 2))
    deck = Presentation(str(first))
    deck.slides[1].shapes.title.text_frame.text = "Mine egne ord"
    deck.save(str(first))
    old = first.with_suffix(".pdf").read_bytes()
    second.with_suffix(".pdf").unlink()
    assert pages.job(wanted)["state"] == "rettet"
    planned = pages.job({**wanted, "update": True, "dryRun": True})
    assert [file["name"] for file in planned["files"]] == [first.name, second.name]
    assert not second.with_suffix(".pdf").exists()
    job = pages.job({**wanted, "update": True})
    assert job["state"] == "færdig"
    said = {file["name"]: " ".join(file["remarks"]) for file in job["files"]}
    assert set(said) == {first.name, second.name, second.with_suffix(".pdf").name}
    assert "Ingen ny PDF" in said[first.name]
    assert "Ingen ny PDF" not in said[second.name]
    assert first.with_suffix(".pdf").read_bytes() == old
    assert "Mine egne ord" in titles(first.read_bytes())


def test_the_kit_keeps_what_she_edited_too(pages: Pages) -> None:
    kit = {"what": "kit", "plans": [PLAN], "participants": 8}
    assert pages.job(kit)["state"] == "færdig"
    path = pages.home / "ud" / "laenderyg" / "laenderyg-1.pptx"
    deck = Presentation(str(path))
    deck.slides[1].shapes.title.text_frame.text = "Mine egne ord"
    deck.save(str(path))
    assert pages.job(kit)["state"] == "rettet"
    job = pages.job({**kit, "update": True})
    assert job["state"] == "færdig"
    assert {"run-sheet", "sheet", "poster"} <= {file["kind"] for file in job["files"]}
    assert Presentation(str(path)).slides[1].shapes.title.text_frame.text == "Mine egne ord"


def test_posters_and_sheets_are_made(pages: Pages) -> None:
    gallery = pages.ask("/api/papir", {"what": "poster", "size": "a4"})
    assert all(
        pages.get(f"/billede/{item['previews'][0]}.svg").status_code == 200 for item in gallery["items"][:3]
    )
    poster = next(item for item in gallery["items"] if not item["problems"])
    job = pages.job({"what": "poster", "ids": [poster["id"]], "size": "a4", "bleed": True})
    assert pages.get(job["files"][0]["url"]).data.startswith(b"%PDF")
    sheets = pages.ask("/api/papir", {"what": "sheet", "condition": "laenderyg"})["items"]
    job = pages.job({"what": "sheet", "ids": [sheets[0]["id"]], "condition": "laenderyg"})
    assert pages.get(job["files"][0]["url"]).data.startswith(b"%PDF")


def test_what_cannot_be_made_is_told_in_the_words_of_the_page(pages: Pages) -> None:
    job = pages.job({"what": "slides", "plans": [{**PLAN, "group": "m" * 70}]})
    [problem] = job["problems"]
    assert problem["message"] == "Navnet er på 70 tegn"


def test_a_poster_that_cannot_be_read_so_far_off_says_so(pages: Pages) -> None:
    near = pages.ask("/api/papir", {"what": "poster", "size": "a4", "distance": 1.5})["items"]
    far = pages.ask("/api/papir", {"what": "poster", "size": "a4", "distance": 12})["items"]
    assert sum(bool(i["problems"]) for i in near) == 0
    assert all(i["problems"] for i in far)
    assert pages.post("/api/papir", {"what": "poster", "size": "b5"}).status_code == 422
    said = [problem for item in far for problem in item["problems"]]
    assert any("vælg et større papir eller en kortere afstand" in problem["hint"] for problem in said)
    assert not any("--" in problem["hint"] + problem["message"] for problem in said)
    [problem] = pages.post("/api/papir", {"what": "poster", "size": "a4", "distance": 25}).get_json()[
        "problems"
    ]
    assert problem["message"] == "Afstanden 25 går ikke: den er i meter, fra 0,5 til 20"


@pytest.mark.parametrize(
    "data",
    [
        {"what": "slides", "plans": []},
        {"what": "slides", "plans": [PLAN] * 50},
        {"what": "alt"},
        {},
        {"what": "poster", "ids": []},
        {"what": "kit", "plans": [PLAN], "participants": 0},
        {"what": "kit", "plans": [PLAN], "participants": "otte"},
    ],
)
def test_what_cannot_be_made_is_refused(pages: Pages, data: object) -> None:
    assert pages.post("/api/lav", data).status_code == 422


def test_files_of_no_job_are_not_found(pages: Pages) -> None:
    job = pages.job({"what": "slides", "plans": [PLAN]})
    assert pages.get("/hent/ukendt/0").status_code == 404
    assert pages.get(f"/hent/{job['id']}/7").status_code == 404
    assert pages.get("/api/job/ukendt").status_code == 404


# ---- how long the server lives ----------------------------------------------------------------------------
class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_it_waits_for_the_first_page() -> None:
    clock = Clock()
    life = Life(clock=clock)
    clock.now += 10_000
    assert not life.is_over


def test_it_ends_a_while_after_the_last_page_said_goodbye() -> None:
    clock = Clock()
    life = Life(clock=clock)
    life.beat("a")
    life.beat("b")
    life.goodbye("a")
    clock.now += GOODBYE_SECONDS + 1
    assert not life.is_over
    life.goodbye("b")
    assert not life.is_over
    clock.now += GOODBYE_SECONDS + 1
    assert life.is_over


def test_a_page_loaded_again_keeps_it_alive() -> None:
    clock = Clock()
    life = Life(clock=clock)
    life.beat("a")
    life.goodbye("a")
    clock.now += GOODBYE_SECONDS / 2
    life.beat("a again")
    clock.now += GOODBYE_SECONDS
    assert not life.is_over


def test_a_page_that_fell_silent_is_gone_but_work_is_finished() -> None:
    clock, busy = Clock(), [True]
    life = Life(lambda: busy[0], clock)
    life.beat("a")
    clock.now += QUIET_SECONDS + 1
    assert not life.is_over
    busy[0] = False
    assert life.is_over


def test_work_that_waits_is_not_forgotten() -> None:
    jobs, may_go = Jobs(), Event()
    first = jobs.start(lambda _: (may_go.wait(20), ())[1], 1)
    others = [jobs.start(lambda _: (), 1) for _ in range(MOST_JOBS + 5)]
    assert jobs.is_busy
    assert jobs.get(first.id) is first
    may_go.set()
    while jobs.is_busy:
        sleep(0.01)
    jobs.start(lambda _: (), 1)
    assert jobs.get(first.id) is None
    assert jobs.get(others[-1].id) is others[-1]


def test_the_pages_say_that_they_are_open(pages: Pages) -> None:
    assert pages.post("/api/liv", {"page": "x"}).status_code == 204
    assert not pages.local.life.is_over
    assert pages.post("/api/liv", {"page": "x", "bye": True}).status_code == 204
