"""A kit for every clinic in a folder: side by side, one failing, none stopping the others."""

from __future__ import annotations

import json
from pathlib import Path

import deck_edits as edits
import pytest
from stand_in_kit import work

from holdslides import make_clinics
from holdslides.cli.app import run
from holdslides.make_kit import KitRequest
from holdslides.request import Request

Said = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("anna", "bo", "brudt", "død", "fejl"):
        (tmp_path / "klinikker" / name).mkdir(parents=True)
        (tmp_path / "klinikker" / name / "klinik.yaml").write_text(f"navn: {name}", encoding="utf-8")
    (tmp_path / "klinikker" / "ikke-en-klinik").mkdir()
    return tmp_path / "klinikker"


def test_one_failing_clinic_never_stops_the_others(folder: Path, tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(make_clinics, "_work", work)
    told: list[str] = []
    request = KitRequest(Request("laenderyg"))
    outcomes = make_clinics.make_kits(folder, request, tmp_path / "ud", jobs=2, progress=told.append)
    assert [(o.clinic, o.is_done) for o in outcomes] == [
        ("anna", True),
        ("bo", True),
        ("brudt", False),
        ("død", False),
        ("fejl", False),
    ]
    assert outcomes[0].made[0].path == tmp_path / "ud" / "anna" / "alt.pdf"
    assert "afbrudt (kode 3)" in outcomes[3].problems[0].message
    assert len(told) == 6


def test_the_table_and_the_exit_code(folder: Path, monkeypatch, capsys: Said) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(make_clinics, "_work", work)
    assert run(["kit", "laenderyg", "--clinics", str(folder), "--jobs", "3"]) == 1
    said = capsys.readouterr()
    assert "2 af 5 klinikker har fået det hele." in said.out
    assert [line.split()[:2] for line in said.out.split("\n")[1:3]] == [["anna", "færdig"], ["bo", "færdig"]]
    assert "klinik.yaml:1: forkert" in said.err
    assert run(["kit", "laenderyg", "--clinics", str(folder), "--format", "json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert [(row["id"], row["done"], len(row["files"])) for row in rows][:3] == [
        ("anna", True, 1),
        ("bo", True, 1),
        ("brudt", False, 0),
    ]


def test_a_folder_without_clinics_is_refused(tmp_path: Path, capsys: Said) -> None:
    assert run(["kit", "laenderyg", "--clinics", str(tmp_path)]) == 2
    assert run(["kit", "laenderyg", "--clinics", str(tmp_path / "nej")]) == 2
    for option in (["--clinic", str(tmp_path)], ["--template", "t.pptx"], ["--update", "--replace"]):
        assert run(["kit", "laenderyg", "--clinics", str(tmp_path), *option]) == 2
    assert capsys.readouterr().err.count("\n") == 5


def test_two_real_clinics_side_by_side(tmp_path: Path, capsys: Said) -> None:
    for name, text in (("anna", "navn: Annas klinik\nfarve: '#7A1F5C'"), ("brudt", "navn: [")):
        (tmp_path / "k" / name).mkdir(parents=True)
        (tmp_path / "k" / name / "klinik.yaml").write_text(text, encoding="utf-8")
    out = tmp_path / "ud"
    code = run(["kit", "laenderyg", "--session", "1", "--clinics", str(tmp_path / "k"), "--out", str(out)])
    said = capsys.readouterr()
    assert code == 1
    assert "1 af 2 klinikker" in said.out
    assert "brudt/klinik.yaml:1: " in said.err.replace("\\", "/")
    assert (out / "anna" / "laenderyg" / "print-alt.pdf").is_file()
    assert not (out / "brudt").exists()


def test_every_clinic_keeps_what_it_edited(tmp_path: Path, capsys: Said) -> None:
    for name in ("anna", "bo"):
        (tmp_path / "k" / name).mkdir(parents=True)
        (tmp_path / "k" / name / "klinik.yaml").write_text(f"navn: {name}\n", encoding="utf-8")
    command = ["kit", "laenderyg", "--setting", "traening", "--session", "1"]
    command += ["--clinics", str(tmp_path / "k"), "--out", str(tmp_path / "ud")]
    assert run(command) == 0
    deck = tmp_path / "ud" / "bo" / "laenderyg" / "laenderyg-traening-1.pptx"
    presentation = edits.opened(deck.read_bytes())
    edits.change_text(presentation.slides[1], "Bos egne ord")
    deck.write_bytes(edits.saved(presentation))
    capsys.readouterr()
    assert run(command) == 1
    assert "1 af 2 klinikker" in capsys.readouterr().out
    assert run([*command, "--update"]) == 0
    assert "2 af 2 klinikker" in capsys.readouterr().out
    assert "Bos egne ord" in edits.first_text(edits.opened(deck.read_bytes()).slides[1]).text_frame.text
