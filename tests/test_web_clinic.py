"""The clinic's settings on the page: written to klinik.yaml with its comments kept, judged before they are."""

from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from web_pages import Pages, slides_of

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


def test_the_text_that_stands_in_is_the_locked_one(pages: Pages) -> None:
    locked = pages.local.studio.desk.shop.library.safety("kontakt").text
    assert f"»{locked}«" in pages.get("/klinik").get_data(as_text=True)


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


def test_a_clinic_whose_file_was_taken_away_can_be_written_anew(pages: Pages) -> None:
    (pages.home / "klinik.yaml").unlink()
    (pages.home / "README.txt").write_text("vores egne noter", encoding="utf-8")
    sent = form(pages)
    sent["words"]["navn"] = "Fysioterapien Å"
    pages.ask("/api/klinik", sent)
    assert load_clinic(Folders(pages.home)).name == "Fysioterapien Å"
    assert (pages.home / "README.txt").read_text(encoding="utf-8") == "vores egne noter"


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


def test_a_comment_between_the_groups_parts_none_of_them_from_the_others(pages: Pages) -> None:
    text = FILE.replace("  - navn: torsdag 10", "# de nye\n  - navn: torsdag 10")
    (pages.home / "klinik.yaml").write_text(text, encoding="utf-8")
    pages.ask("/api/klinik", form(pages))
    assert text_of(pages) == text
    sent = form(pages)
    sent["hold"][1]["sted"] = "Salen"
    pages.ask("/api/klinik", sent)
    assert [(g.name, g.where) for g in load_clinic(Folders(pages.home)).groups] == [
        ("mandag 16", ""),
        ("torsdag 10", "Salen"),
    ]
    assert "# de nye\n" in text_of(pages)


def test_a_file_that_begins_with_a_byte_order_mark_can_be_saved(pages: Pages) -> None:
    text = "\ufeff" + FILE.removeprefix("# vores klinik\n")
    (pages.home / "klinik.yaml").write_text(text, encoding="utf-8")
    sent = form(pages)
    sent["words"]["navn"] = "Fysioterapien Å"
    pages.ask("/api/klinik", sent)
    assert text_of(pages).startswith('\ufeffnavn: "Fysioterapien Å" ')
    assert text_of(pages).splitlines()[1:] == text.splitlines()[1:]


def test_keys_and_numbers_are_shown_and_kept_as_they_are_written(pages: Pages) -> None:
    text = "navn: K\nTelefon: 12.50\nLaegevagt: 1813\nhold:\n  - Navn: h\n    tilstand: laenderyg\n    tid: 16.30\n"
    (pages.home / "klinik.yaml").write_text(text, encoding="utf-8")
    sent = form(pages)
    assert (sent["words"]["telefon"], sent["words"]["lægevagt"]) == ("12.50", "1813")
    assert (sent["hold"][0]["navn"], sent["hold"][0]["tid"]) == ("h", "16.30")
    pages.ask("/api/klinik", sent)
    assert text_of(pages) == text
    sent = form(pages)
    sent["words"]["lægevagt"], sent["hold"][0]["navn"] = "1814", "holdet"
    pages.ask("/api/klinik", sent)
    clinic = load_clinic(Folders(pages.home))
    assert (clinic.phone, clinic.doctor_on_call) == ("12.50", "1814")
    assert [(g.name, g.time) for g in clinic.groups] == [("holdet", "16.30")]


def test_a_logo_drawn_anew_in_its_file_is_shown_anew(pages: Pages) -> None:
    pages.home.joinpath("logo.png").write_bytes(_png(200, 100, 40))
    (pages.home / "klinik.yaml").write_text(f"{FILE}logo: logo.png\n", encoding="utf-8")
    first = slides_of(pages.program())[0]["preview"]
    before = pages.get(f"/billede/{first}.svg").data
    poster = pages.ask("/api/papir", {"what": "poster", "size": "a3"})["items"][0]["previews"][0]
    pages.home.joinpath("logo.png").write_bytes(_png(200, 100, 200))
    second = slides_of(pages.program())[0]["preview"]
    assert second != first  # the browser keeps what it has by its name
    assert gzip.decompress(pages.get(f"/billede/{second}.svg").data) != gzip.decompress(before)
    assert pages.ask("/api/papir", {"what": "poster", "size": "a3"})["items"][0]["previews"][0] != poster


@pytest.mark.parametrize("name", ["skabelon/Klinik.potx", "LOGO.PNG", "moduler/krop.yaml"])
def test_a_file_changed_in_the_folder_is_read_again(pages: Pages, name: str) -> None:
    before = pages.local.studio.desk
    assert pages.local.studio.desk is before
    path = pages.home / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"1")
    assert pages.local.studio.desk is not before


def _png(width: int, height: int, grey: int) -> bytes:
    packed = BytesIO()
    Image.new("L", (width, height), grey).save(packed, "png")
    return packed.getvalue()


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
