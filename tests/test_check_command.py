"""`holdslides check`: what it prints, how it ends, and that what ships with holdslides has no finding."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from conftest import ROOT

from holdslides.check import load
from holdslides.check.run import Report, check_everything
from holdslides.cli.app import run
from holdslides.clinic import Clinic
from holdslides.folders import Folders
from holdslides.library import Library
from holdslides.make import Workshop, make_decks
from holdslides.problems import ContentError
from holdslides.request import Request

Said = pytest.CaptureFixture[str]
LINE = re.compile(r".+?:\d+: \[[A-Z0-9]+(-\d)?\] .+")
SAID = "Brug gerne hænderne."


def clinic_with(folder: Path, words: str) -> Path:
    """A clinic with its own copy of the module krop, where one sentence is another."""
    module = (ROOT / "content" / "modules" / "krop.yaml").read_text(encoding="utf-8")
    assert SAID in module
    (folder / "moduler").mkdir(parents=True)
    (folder / "moduler" / "krop.yaml").write_text(module.replace(SAID, words, 1), encoding="utf-8")
    (folder / "klinik.yaml").write_text("navn: Fysioterapien Solbakken\n", encoding="utf-8")
    return folder


# ---- what ships with holdslides ---------------------------------------------------------------------------
@pytest.fixture(scope="module")
def everything() -> tuple[Report, float]:
    """The whole check, and the CPU seconds it took."""
    started = time.process_time()
    report = check_everything(Library(Folders()), Clinic())
    return report, time.process_time() - started


def test_the_built_in_content_has_no_finding(everything: tuple[Report, float]) -> None:
    report, _ = everything
    assert [str(problem) for problem in report.problems] == []
    assert report.rules == len(load()) > 40
    assert report.documents > 1000
    assert report.different > 300


@pytest.mark.full
def test_checking_everything_takes_no_more_than_ten_seconds(everything: tuple[Report, float]) -> None:
    assert everything[1] <= 10


# ---- the command ------------------------------------------------------------------------------------------
def test_an_activity_is_checked_by_its_own_name(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "aktiviteter").mkdir()
    (tmp_path / "klinik.yaml").write_text("navn: Fysioterapien Solbakken\n", encoding="utf-8")
    assert run(["copy", "akt-stationer", "--clinic", str(tmp_path)]) == 0
    path = tmp_path / "aktiviteter" / "akt-stationer.yaml"
    asked = ["check", "akt-stationer", "--clinic", str(tmp_path)]
    capsys.readouterr()
    assert run(asked) == 0
    assert "ingen fund" in capsys.readouterr().out
    text = path.read_text(encoding="utf-8")
    heading = re.search(r'overskrift: "(.+)"', text)
    assert heading
    path.write_text(text.replace(heading[1], "Øvelsen virker altid for alle"), encoding="utf-8")
    assert run(asked) == 1
    assert "akt-stationer" in capsys.readouterr().out
    assert run(["check", "akt-statione"]) == 2
    assert "mente du akt-stationer" in capsys.readouterr().err


def test_a_module_without_findings_ends_well(capsys: Said) -> None:
    assert run(["check", "kopmodellen", "--strict"]) == 0
    (line,) = capsys.readouterr().out.strip().split("\n")
    assert re.fullmatch(r"\d+ dokumenter \(\d+ forskellige\) prøvet med \d+ regler: ingen fund", line)


def test_ids_of_every_kind_are_known_as_people_type_them(capsys: Said) -> None:
    assert run(["check", "Kopmodellen", "gå-cykl-løft", "MIN-KOP"]) == 0
    assert "ingen fund" in capsys.readouterr().out


def test_an_id_there_is_none_of(capsys: Said) -> None:
    assert run(["check", "kopmodelen", "alarm"]) == 2
    assert "mente du kopmodellen" in capsys.readouterr().err


def test_an_error_in_the_clinics_own_module_is_told_with_its_line(tmp_path: Path, capsys: Said) -> None:
    folder = clinic_with(tmp_path, "Træning gør dig smertefri, og nociceptorerne falder til ro.")
    assert run(["check", "krop", "--clinic", str(folder)]) == 1
    *lines, summary = capsys.readouterr().out.strip().split("\n")
    assert all(LINE.fullmatch(line) for line in lines), lines
    assert all(line.startswith(str(folder / "moduler" / "krop.yaml")) for line in lines)
    rules = {re.search(r"\[(.+?)\]", line)[1] for line in lines}  # type: ignore[index]
    assert {"SAF-5", "LNG-2"} <= rules
    assert len(lines) == len(set(lines))
    assert "fejl" in summary


def test_a_warning_only_ends_badly_when_asked_to(tmp_path: Path, capsys: Said) -> None:
    folder = clinic_with(tmp_path, "Din ryg er ikke slidt op.")
    assert run(["check", "krop", "--clinic", str(folder)]) == 0
    assert "[LNG-6]" in capsys.readouterr().out
    assert run(["check", "krop", "--clinic", str(folder), "--strict"]) == 1


def test_json_is_an_array_of_problems(tmp_path: Path, capsys: Said) -> None:
    folder = clinic_with(tmp_path, "Træning gør dig smertefri.")
    assert run(["check", "krop", "--clinic", str(folder), "--format", "json"]) == 1
    told = capsys.readouterr()
    problems = json.loads(told.out)
    assert {"rule", "severity", "message", "hint", "file", "line"} == set(problems[0])
    assert ("SAF-5", "error") in {(p["rule"], p["severity"]) for p in problems}
    assert all(p["line"] > 0 for p in problems)
    assert "dokumenter" in told.err


def test_json_without_findings_is_an_empty_array(capsys: Said) -> None:
    assert run(["check", "alarm", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_what_cannot_be_loaded_is_told_too(tmp_path: Path, capsys: Said) -> None:
    folder = clinic_with(tmp_path, SAID)
    (folder / "moduler" / "egen.yaml").write_text(
        "titel: Egen\nslides: [{id: x, opsætning: nej}]\n", encoding="utf-8"
    )
    assert run(["check", "egen", "--clinic", str(folder)]) == 1
    told = capsys.readouterr().out
    assert f"{folder / 'moduler' / 'egen.yaml'}:2:" in told
    assert "Traceback" not in told


# ---- sources and rules ------------------------------------------------------------------------------------
def test_sources_tell_where_every_fact_stands(capsys: Said) -> None:
    assert run(["check", "kopmodellen", "--sources"]) == 0
    told = capsys.readouterr().out
    assert "kopmodellen/kop-mange-haner: Du kan se smerte som en kop, der løber over" in told
    assert re.search(r"  vist  G39a: .+ \[.+, linje \d+(-\d+)?\]", told)


def test_sources_as_json(capsys: Said) -> None:
    assert run(["check", "kopmodellen", "alarm", "--sources", "--format", "json"]) == 0
    pages = {page["id"]: page for page in json.loads(capsys.readouterr().out)}
    assert {"alarm", "kopmodellen/kop-mange-haner"} <= set(pages)
    fact = pages["kopmodellen/kop-mange-haner"]["facts"][0]
    assert {"id", "shown", "claim", "document", "section", "lines"} == set(fact)


@pytest.mark.parametrize("kind", ["regler", "rules"])
def test_the_rules_can_be_listed(kind: str, capsys: Said) -> None:
    assert run(["list", kind, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in rows] == [rule.id for rule in load()]
    assert all(row["what"] and row["why"] and row["scopes"] for row in rows)


# ---- writing a deck ---------------------------------------------------------------------------------------
def test_a_deck_with_an_error_in_safety_is_not_written(tmp_path: Path) -> None:
    folder = clinic_with(tmp_path / "klinik", "Træning gør dig smertefri.")
    with pytest.raises(ContentError, match=r"\[SAF-5\]"):
        make_decks(Workshop.open(folder), Request("laenderyg"), tmp_path / "ud")
    assert not (tmp_path / "ud").exists()


def test_a_deck_with_warnings_and_other_errors_is_written(tmp_path: Path) -> None:
    folder = clinic_with(tmp_path / "klinik", "Patienten er ikke slidt op.")
    made = make_decks(Workshop.open(folder), Request("laenderyg", session=1), tmp_path / "ud")
    assert made[0].path.is_file()


# ---- a clinic as the guide has it made ----------------------------------------------------------------------
APPROVED = """navn: "Ryghuset"
telefon: "12 34 56 78"
godkendelser:
  - {tekst: roede-flag-laend, tilstand: laenderyg, af: "N. N., læge", dato: 2026-01-31}
  - {tekst: roede-flag-laend, tilstand: spinalstenose, af: "N. N., læge", dato: 2026-01-31}
"""


def test_a_telephone_number_and_an_approval_are_no_findings(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "klinik.yaml").write_text(APPROVED, encoding="utf-8")
    for ids in (["soeg_hjaelp"], ["velkomst"], ["min_plan"]):
        assert run(["check", *ids, "--clinic", str(tmp_path)]) == 0, capsys.readouterr().out
