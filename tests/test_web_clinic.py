"""The clinic's settings on the page: written to klinik.yaml with its comments kept, judged before they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from web_pages import Pages

from holdslides.clinic import load_clinic
from holdslides.folders import Folders
from holdslides.web.clinic_file import with_values

FILE = """\
# vores klinik
navn: "Fysioterapien Solbakken"   # som på skiltet
telefon: 12 34 56 78
#mail: "hej@eksempel.dk"

# --- Hold ---
hold:
  # det første
  - navn: mandag 16  # altid fuldt
    tilstand: laenderyg
    tid: "16.00"
  - navn: torsdag 10
    tilstand: laenderyg

# --- Det sidste ---
ydelsesnumre:
  artrose-hold: "0000"
"""


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    home = tmp_path / "klinik"
    home.mkdir()
    (home / "klinik.yaml").write_text(FILE, encoding="utf-8")
    return Pages(home)


def form(pages: Pages) -> Any:
    """The form as it is read, to be changed and sent."""
    read = pages.get("/api/klinik").get_json()
    given = [a["given"] for a in read["approvals"] if a["given"]]
    return {**{k: read[k] for k in ("revision", "words", "hold")}, "godkendelser": given}


def text_of(pages: Pages) -> str:
    return (pages.home / "klinik.yaml").read_text(encoding="utf-8")


def test_saving_what_is_there_changes_nothing(pages: Pages) -> None:
    pages.ask("/api/klinik", form(pages))
    assert text_of(pages) == FILE


def test_only_the_lines_that_changed_are_written(pages: Pages) -> None:
    sent = form(pages)
    sent["words"]["telefon"] = "87 65 43 21"
    sent["words"]["mail"] = "os@eksempel.dk"
    pages.ask("/api/klinik", sent)
    expected = FILE.replace("telefon: 12 34 56 78", 'telefon: "87 65 43 21"')
    assert text_of(pages) == expected.replace('#mail: "hej@eksempel.dk"', 'mail: "os@eksempel.dk"')


def test_groups_keep_their_comments(pages: Pages) -> None:
    sent = form(pages)
    sent["hold"] = [{**sent["hold"][0], "sted": "Salen"}, {"navn": "ny", "tilstand": "artrose"}]
    answer = pages.ask("/api/klinik", sent)
    written = text_of(pages)
    for comment in (
        "# vores klinik",
        "# som på skiltet",
        "# det første",
        "# altid fuldt",
        "# --- Det sidste ---",
    ):
        assert comment in written
    assert [g["navn"] for g in answer["hold"]] == ["mandag 16", "ny"]
    clinic = load_clinic(Folders(pages.home))
    assert [(g.name, g.condition, g.where) for g in clinic.groups] == [
        ("mandag 16", "laenderyg", "Salen"),
        ("ny", "artrose", ""),
    ]
    assert clinic.codes == {"artrose-hold": "0000"}


def test_all_groups_can_go(pages: Pages) -> None:
    sent = form(pages)
    sent["hold"] = []
    pages.ask("/api/klinik", sent)
    assert load_clinic(Folders(pages.home)).groups == ()
    assert "# --- Det sidste ---" in text_of(pages)


def test_an_approval_shows_the_text(pages: Pages) -> None:
    asked = next(a for a in pages.get("/api/klinik").get_json()["approvals"] if a["tilstand"] == "laenderyg")
    assert asked["signs"]
    before = pages.program()
    row = {"tekst": asked["tekst"], "tilstand": "laenderyg", "af": "Lone Larsen", "dato": "2026-01-31"}
    pages.ask("/api/klinik", {**form(pages), "godkendelser": [row]})
    after = pages.program()
    assert len(after["deck"]["remarks"]) < len(before["deck"]["remarks"])
    assert any(s["layout"] == "safety" for b in after["blocks"] for s in b["slides"])


def test_what_cannot_be_used_is_not_written(pages: Pages) -> None:
    bad = [
        {"words": {**form(pages)["words"], "navn": " "}},
        {"words": {**form(pages)["words"], "farve": "rød"}},
        {
            "godkendelser": [
                {"tekst": "roede-flag-laend", "tilstand": "laenderyg", "af": "", "dato": "2026-01-31"}
            ]
        },
        {
            "godkendelser": [
                {"tekst": "roede-flag-laend", "tilstand": "laenderyg", "af": "Lone", "dato": "i går"}
            ]
        },
        {"words": 7},
        {"hold": "mandag"},
        {"hold": [7]},
        {"hold": [{"navn": ["x"], "tilstand": "laenderyg"}]},
    ]
    for change in bad:
        answer = pages.post("/api/klinik", {**form(pages), **change})
        assert answer.status_code == 422, change
        assert answer.get_json()["problems"]
    assert text_of(pages) == FILE


def test_two_windows_do_not_overwrite_each_other(pages: Pages) -> None:
    first, second = form(pages), form(pages)
    first["words"]["telefon"] = "1"
    second["words"]["telefon"] = "2"
    pages.ask("/api/klinik", first)
    answer = pages.post("/api/klinik", second)
    assert answer.status_code == 409
    assert "et andet vindue" in answer.get_json()["problems"][0]["message"]
    assert form(pages)["words"]["telefon"] == "1"


def test_a_clinic_is_made_when_something_is_kept(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "Holdslides")
    read = pages.get("/api/klinik").get_json()
    assert read["isNew"]
    assert not pages.home.exists()
    sent = {**form(pages), "words": {**read["words"], "navn": "Fysioterapien Å"}}
    assert pages.ask("/api/klinik", sent)["words"]["navn"] == "Fysioterapien Å"
    assert load_clinic(Folders(pages.home)).name == "Fysioterapien Å"
    assert "# --- Kontakt" in text_of(pages)


def test_a_colour_is_judged_before_it_is_kept(pages: Pages) -> None:
    ours = pages.ask("/api/klinik/farve", {"colour": ""})
    plum = pages.ask("/api/klinik/farve", {"colour": "#7A1F5C"})
    for trial in (ours, plum):
        assert trial["problems"] == []
        assert all(pair["ratio"] >= pair["least"] for pair in trial["pairs"])
        assert pages.get(f"/billede/{trial['previews'][0]}.svg").status_code == 200
    assert ours["previews"] != plum["previews"]
    [problem] = pages.ask("/api/klinik/farve", {"colour": "plum"})["problems"]
    assert (problem["message"], problem["hint"]) == ("Farven kan ikke læses", "skriv den som #1B5D67")
    assert "farve" not in text_of(pages)


def test_lines_end_as_they_did() -> None:
    windows = FILE.replace("\n", "\r\n")
    assert with_values(windows, {"telefon": "1"}) == FILE.replace("12 34 56 78", '"1"').replace("\n", "\r\n")


def test_words_that_mean_something_in_yaml_are_kept_as_words(pages: Pages) -> None:
    for name in ('Ret: "øst" #2', "nej", "0123", "- strøm", "{x}", "a\\b", "*x", "👋 hej"):
        sent = form(pages)
        sent["words"]["navn"] = name
        pages.ask("/api/klinik", sent)
        assert load_clinic(Folders(pages.home)).name == name


def test_a_file_that_cannot_be_used_is_named_with_its_line(pages: Pages) -> None:
    pages.home.mkdir(parents=True, exist_ok=True)
    (pages.home / "klinik.yaml").write_text("navn: K\nprogram: 7\n", encoding="utf-8")
    answer = pages.get("/api/klinik")
    assert answer.status_code == 422
    assert answer.get_json()["problems"][0]["hint"] == "Se klinik.yaml, linje 2"
    assert "klinik.yaml:2" in pages.get("/").get_data(as_text=True)
