"""The clinic's own programme: kept in klinik.yaml from the page, made by the command line, and forgotten again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from ruamel.yaml import YAML
from web_pages import PLAN, Pages, keys_of, slides_of

from holdslides.cli.app import run
from holdslides.web.program_file import with_page_order

OTHER = {**PLAN, "session": 2}


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path / "klinik")


def arranged(pages: Pages) -> dict[str, Any]:
    """The first meeting with two blocks changed round, one out, an activity in and a slide out."""
    answer = pages.program()
    keys = keys_of(answer)
    free = next(b["key"] for b in answer["blocks"] if not b["kept"] and not b["fixed"])
    slide = next(s for s in answer["blocks"][4]["slides"] if not s["kept"])
    return {
        "order": [keys[0], keys[2], keys[1], *keys[3:]],
        "added": [answer["activities"][0]["key"]],
        "leftOut": [free],
        "withoutSlides": [slide["id"]],
    }


def keep(pages: Pages, own: dict[str, Any], **more: Any) -> Any:
    plan = {**PLAN, **own}
    known = pages.ask("/api/program", PLAN)["kept"]["revision"]
    return pages.post("/api/program/gem", {"plan": plan, "revision": known, **more})


def clinic_file(pages: Pages) -> str:
    return (pages.home / "klinik.yaml").read_text(encoding="utf-8")


def test_what_is_kept_is_what_was_shown_in_the_page_and_on_the_command_line(pages: Pages) -> None:
    own = arranged(pages)
    wanted = pages.program(**own)
    assert keep(pages, own).status_code == 200
    now = pages.program()
    assert (now["blocks"], now["kept"]["isKept"]) == (wanted["blocks"], True)
    assert now["kept"]["arrangement"] == own
    assert not pages.ask("/api/program", OTHER)["kept"]["isKept"]

    command = [
        "deck",
        "laenderyg",
        "--session",
        "1",
        "--clinic",
        str(pages.home),
        "--out",
        str(pages.home / "x"),
    ]
    assert run(command) == 0
    [made] = (pages.home / "x").rglob("*.pptx")
    from pptx import Presentation

    titles = [" ".join(s.shapes.title.text_frame.text.split()) for s in Presentation(str(made)).slides]
    assert titles == [slide["headline"] for slide in slides_of(wanted)]


def test_minutes_are_kept_with_it_and_stay_when_it_is_kept_again(pages: Pages) -> None:
    own = arranged(pages)
    assert keep(pages, {**own, "minutes": 50}).status_code == 200
    now = pages.program()
    assert (now["deck"]["minutes"], now["deck"]["aim"], now["kept"]["minutes"]) == (50, 50, 50)
    assert keep(pages, {**own, "added": []}).status_code == 200
    assert pages.program()["deck"]["minutes"] == 50
    assert pages.program(minutes=55)["deck"]["minutes"] == 55  # what is asked for goes before
    assert pages.program(**{**own, "leftOut": []})["deck"]["aim"] == 50
    assert keep(pages, own, exact=True).status_code == 200
    assert pages.program()["kept"]["minutes"] is None


def test_minutes_that_cannot_be_had_are_told_and_the_blocks_stay(pages: Pages) -> None:
    assert keep(pages, {**arranged(pages), "minutes": 50}).status_code == 200
    written = clinic_file(pages).replace("minutter: 50\n", "minutter: 300\n")
    (pages.home / "klinik.yaml").write_text(written, encoding="utf-8")
    shown = pages.program()
    assert shown["problems"] == []
    assert any("Jeres egne minutter: 300 minutter er for langt" in said for said in shown["deck"]["remarks"])


def test_every_edition_course_and_length_of_trouble_can_still_be_made(pages: Pages) -> None:
    answer = pages.program()
    out = [s["id"] for b in answer["blocks"] for s in b["slides"][1:] if not s["kept"]]
    left = [b["key"] for b in answer["blocks"] if not b["kept"]]
    added = [a["key"] for a in answer["activities"]]
    assert keep(pages, {"leftOut": left, "withoutSlides": out, "added": added}).status_code == 200
    for edition in ("fuld", "pixi"):
        for course in ("blandet", "kort", "langvarig"):
            shown = pages.program(edition=edition, course=course)
            assert shown["problems"] == [], (edition, course)
            assert shown["blocks"]


def test_it_is_forgotten_again_and_nothing_else_is_touched(pages: Pages) -> None:
    home = pages.home
    home.mkdir(parents=True)
    before = (
        "navn: Prøve # vores\nprogram:\n  # gang 1 er kort\n  - tilstand: laenderyg\n    gang: 1\n"
        "    tider: {viden: 5} # ikke mere\n  # gang 2\n  - {tilstand: laenderyg, gang: 2, minutter: 50}\n\n"
        "# slut\n"
    )
    (home / "klinik.yaml").write_text(before, encoding="utf-8")
    assert keep(pages, arranged(pages)).status_code == 200
    assert "fra_siden:" in clinic_file(pages)
    assert pages.program()["kept"]["isKept"]
    known = pages.program()["kept"]["revision"]
    answer = pages.post("/api/program/gem", {"plan": PLAN, "revision": known, "forget": True})
    assert answer.status_code == 200
    assert yaml.safe_load(clinic_file(pages)) == yaml.safe_load(before)
    assert {"# vores", "# gang 1 er kort", "# ikke mere", "# slut"} <= {
        f"# {line.split('# ')[1]}" for line in clinic_file(pages).splitlines() if "# " in line
    }
    assert not pages.program()["kept"]["isKept"]


def test_an_arrangement_of_nothing_is_the_suggested_programme(pages: Pages) -> None:
    assert keep(pages, {"order": []}).status_code == 200
    assert not pages.home.exists()
    assert keep(pages, arranged(pages)).status_code == 200
    assert keep(pages, {"order": []}).status_code == 200
    assert not pages.program()["kept"]["isKept"]


def test_two_windows_do_not_overwrite_each_other(pages: Pages) -> None:
    known = pages.program()["kept"]["revision"]
    own = arranged(pages)
    assert keep(pages, own).status_code == 200
    theirs = clinic_file(pages)
    for more in ({}, {"forget": True}):
        asked = {"plan": {**PLAN, "leftOut": own["leftOut"]}, "revision": known, **more}
        answer = pages.post("/api/program/gem", asked)
        assert answer.status_code == 409
        assert "et andet vindue" in answer.get_json()["problems"][0]["message"]
    assert clinic_file(pages) == theirs
    other = pages.ask("/api/program", OTHER)["kept"]["revision"]  # another meeting is no conflict
    asked = {"plan": {**OTHER, "withoutSlides": []}, "revision": other}
    assert pages.post("/api/program/gem", asked).status_code == 200


def test_the_clinics_own_form_is_no_conflict(pages: Pages) -> None:
    assert keep(pages, arranged(pages)).status_code == 200
    form = pages.get("/api/klinik").get_json()
    assert keep(pages, {**arranged(pages), "added": []}).status_code == 200
    words = {**form["words"], "navn": "Klinik Ny"}
    saved = pages.post("/api/klinik", {"words": words, "revision": form["revision"]})
    assert saved.status_code == 200
    assert pages.program()["kept"]["isKept"]
    late = pages.post("/api/klinik", {"words": words, "revision": form["revision"]})
    assert late.status_code == 409


def test_what_is_gone_since_is_passed_over_and_told_by_check(pages: Pages) -> None:
    own = arranged(pages)
    assert keep(pages, {**own, "added": [*own["added"]]}).status_code == 200
    written = clinic_file(pages).replace("tilføj:", "tilføj:\n        - vaek/slide")
    (pages.home / "klinik.yaml").write_text(written, encoding="utf-8")
    shown = pages.program()
    assert shown["problems"] == []
    assert own["added"][0] in keys_of(shown)
    found = pages.local.studio.desk.shop.library.load_all()
    [problem] = [p for p in found if "vaek/slide" in p.message]
    assert str(problem.severity) == "advarsel"
    assert problem.place
    assert problem.place.line


def test_what_cannot_be_composed_is_not_kept(pages: Pages) -> None:
    assert keep(pages, {"added": ["findesikke"]}).status_code == 422
    assert keep(pages, {"order": [1]}).status_code == 422
    assert not pages.home.exists()


def test_a_folder_that_cannot_be_written_is_said_so(pages: Pages) -> None:
    if os.geteuid() == 0:
        pages.home.parent.mkdir(exist_ok=True)
        pages.home.write_text("i vejen", encoding="utf-8")  # root may write everywhere, but not into a file
    else:
        pages.home.mkdir(mode=0o500)
    answer = keep(pages, arranged(pages))
    assert answer.status_code == 500  # a conflict (409) would offer to save all the same
    assert answer.get_json()["problems"][0]["message"]


# ---- the file ---------------------------------------------------------------------------------------------
BASE = {"tilstand": "laenderyg", "ramme": "hold", "gang": 1}
PAGE = {"orden": ["velkomst/forside", "viden"], "udelad_slides": ["viden/svinger"]}
ENTRY = "  - tilstand: laenderyg\n    gang: 1\n"
FILES = {
    "no program": ('navn: "K" # hej\n\n# slut\n', None),
    "an example": (
        "navn: K\n\n#program:\n#  - tilstand: x\n#    gang: 1\n\n# Efter\nfarve: '#112233'\n",
        None,
    ),
    "an empty one": ("navn: K\nprogram:\n# efter\nfarve: '#112233'\n", None),
    "in one line": ("program: [{tilstand: laenderyg, gang: 1, minutter: 50}]\nnavn: K\n", 0),
    "an entry in one line": ("navn: K\nprogram:\n  - {tilstand: laenderyg, minutter: 50} # vores\n", 0),
    "not indented": ("program:\n- tilstand: laenderyg\n  gang: 1\n  minutter: 50\n\n# efter\nnavn: K\n", 0),
    "comments between": (
        f"navn: K\nprogram:\n{ENTRY}    udelad: [krop] # tid\n# to\n  - tilstand: x\n    gang: 2\n",
        0,
    ),
    "another meeting": (f"navn: K\nprogram:\n{ENTRY}    udelad: [krop]\n\n# slut\n", None),
    "windows": ("navn: K\r\nprogram:\r\n  - tilstand: laenderyg\r\n    udelad: [krop]\r\n# slut\r\n", 0),
}


def plain(text: str) -> Any:
    return YAML(typ="safe").load(text)


@pytest.mark.parametrize("name", FILES)
def test_the_programme_is_written_and_taken_out_with_every_comment_kept(name: str) -> None:
    text, at = FILES[name]
    written = with_page_order(text, at, BASE, PAGE)
    rows = plain(written)["program"]
    [row] = [row for row in rows if "fra_siden" in row]
    assert row["fra_siden"] == PAGE
    assert {k: v for k, v in plain(written).items() if k != "program"} == {
        k: v for k, v in plain(text).items() if k != "program"
    }
    assert written.count("\n") == written.count("\r\n") or "\r" not in written
    index = rows.index(row)
    again = with_page_order(written, index, BASE, {"udelad": ["krop"], "minutter": 45})
    assert plain(again)["program"][index]["fra_siden"] == {"udelad": ["krop"], "minutter": 45}
    back = with_page_order(again, index, BASE, None)
    assert (plain(back)["program"] or []) == (plain(text).get("program") or [])
    for comment in ("# hej", "# slut", "# efter", "# Efter", "# tid", "# to"):
        assert (comment in back) == (comment in text)
    assert with_page_order(back, None, BASE, None) == back
