"""The command line as a user meets it: Danish words, exit codes, nothing written when something is wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from holdslides.cli import _end
from holdslides.cli.app import run
from holdslides.cli.options import show_made
from holdslides.make import Made

ENGLISH = ("Usage", "Options", "Commands", "Show this message", "Error:", "Traceback", "Try '")


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    here = tmp_path / "tom mappe æøå"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


def files_below(folder: Path) -> list[Path]:
    return [p for p in folder.rglob("*") if p.is_file()]


def test_a_deck_is_two_files_and_a_short_summary(
    capsys: pytest.CaptureFixture[str], in_an_empty_folder: Path
) -> None:
    assert run(["deck", "laenderyg"]) == 0
    out = capsys.readouterr().out
    for number in (1, 2):
        assert (in_an_empty_folder / "ud" / "laenderyg" / f"laenderyg-{number}.pptx").is_file()
        assert f"laenderyg-{number}.pptx" in out
    assert "slides, 60 minutter" in out


def test_json_stands_alone_on_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["deck", "laenderyg", "--session", "1", "--format", "json"]) == 0
    (made,) = json.loads(capsys.readouterr().out)
    assert set(made) == {"path", "kind", "pages", "minutes", "changes"}
    assert made["kind"] == "deck"
    assert made["minutes"] == 60
    assert Path(made["path"]).is_file()


@pytest.mark.parametrize("what", ["conditions", "modules", "facts", "tilstande", "moduler", "fakta"])
def test_lists_are_objects_with_an_id(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", what, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert rows
    assert all(row["id"] for row in rows)


def test_the_same_command_twice_makes_the_same_bytes(in_an_empty_folder: Path) -> None:
    for folder in ("a", "b"):
        assert run(["deck", "laenderyg", "--session", "1", "--out", folder]) == 0
    a, b = (in_an_empty_folder / x / "laenderyg" / "laenderyg-1.pptx" for x in "ab")
    assert a.read_bytes() == b.read_bytes()


def test_an_unchanged_file_is_written_again_and_a_changed_one_is_not(
    in_an_empty_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["deck", "laenderyg", "--session", "1"]
    assert run(command) == 0
    assert run(command) == 0
    path = in_an_empty_folder / "ud" / "laenderyg" / "laenderyg-1.pptx"
    from pptx import Presentation

    presentation = Presentation(str(path))
    presentation.slides[0].shapes.title.text = "Min egen overskrift"
    presentation.save(str(path))
    edited = path.read_bytes()
    capsys.readouterr()
    assert run(command) == 1
    assert "--replace" in capsys.readouterr().err
    assert path.read_bytes() == edited
    assert run([*command, "--replace"]) == 0
    aside = [p for p in path.parent.iterdir() if p != path]
    assert [p.read_bytes() for p in aside] == [edited]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["deck", "laenderyk"], 2, "mente du laenderyg"),
        (["deck", "laenderyg", "--session", "3"], 2, "gang 3"),
        (["deck", "laenderyg", "--session", "x"], 2, "--session"),
        (["deck", "laenderyg", "--edition", "mini"], 2, "mini"),
        (["deck", "laenderyg", "--course", "evig"], 2, "evig"),
        (["deck", "laenderyg", "--setting", "hjemme"], 2, "hjemme"),
        (["deck", "laenderyg", "--modules", "kopmodelen"], 2, "mente du kopmodellen"),
        (["deck", "laenderyg", "--modules", "kopmodellen,kopmodellen"], 2, "kopmodellen"),
        (["deck", "laenderyg", "--without", "sikkerhedsnet"], 2, "sikkerhedsnet"),
        (["deck", "laenderyg", "--minutes", "12"], 2, "det korteste er"),
        (["deck", "laenderyg", "--minutes", "600"], 2, "det længste"),
        (["deck", "laenderyg", "--minutes", "nan"], 2, "--minutes"),
        (["deck", "laenderyg", "--joint", "albue"], 2, "--joint"),
        (["deck"], 2, "TILSTAND mangler"),
        (["deck", "laenderyg", "--sesion", "1"], 2, "--session"),
        (["deck", "laenderyg", "--out"], 2, "--out"),
        (["dekc"], 2, "mente du 'deck'"),
        (["list", "alt"], 2, "conditions"),
        (["deck", "laenderyg", "--clinic", "findes-ikke"], 2, "klinik.yaml"),
        (["deck", "laenderyg", "--hold", "x" * 500], 2, "--hold"),
    ],
)
def test_wrong_input_is_one_danish_line_and_nothing_is_written(
    arguments: list[str],
    code: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
    in_an_empty_folder: Path,
) -> None:
    assert run(arguments) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert len(err.strip().splitlines()) == 1
    assert not any(word in err for word in ENGLISH)
    assert files_below(in_an_empty_folder) == []


@pytest.mark.parametrize("arguments", [[], ["--help"], ["deck", "--help"], ["list", "--help"]])
def test_help_is_danish_and_has_examples(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 0
    out = capsys.readouterr().out
    assert "Eksempler" in out
    assert not any(word in out for word in ENGLISH)


def test_ids_may_be_typed_as_danish_is_written(in_an_empty_folder: Path) -> None:
    import unicodedata

    for typed in ("lænderyg", unicodedata.normalize("NFD", "lænderyg"), "LÆNDERYG"):
        assert run(["deck", typed, "--session", "2"]) == 0


def test_an_output_folder_that_is_a_file(
    in_an_empty_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (in_an_empty_folder / "ud").write_text("en fil")
    assert run(["deck", "laenderyg"]) == 1
    err = capsys.readouterr().err
    assert "ud" in err
    assert not any(word in err for word in ENGLISH)
    assert (in_an_empty_folder / "ud").read_text() == "en fil"


def test_a_long_path_with_spaces_and_danish_letters(in_an_empty_folder: Path) -> None:
    deep = in_an_empty_folder / ("mappe æøå " + "x" * 90) / ("y" * 100)
    assert run(["deck", "laenderyg", "--session", "1", "--out", str(deep)]) == 0
    assert (deep / "laenderyg" / "laenderyg-1.pptx").is_file()


def test_a_path_too_long_to_write_is_one_danish_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["deck", "laenderyg", "--session", "1", "--out", "z" * 300]) == 1
    err = capsys.readouterr().err
    assert len(err.strip().splitlines()) == 1
    assert not any(word in err for word in ENGLISH)


def test_a_held_name_is_in_the_folder_and_on_the_title_slide(in_an_empty_folder: Path) -> None:
    from pptx import Presentation

    assert run(["deck", "laenderyg", "--session", "1", "--hold", "mandag 16"]) == 0
    (deck,) = files_below(in_an_empty_folder)
    assert deck.parent.name == "laenderyg-mandag-16"
    words = " ".join(s.text_frame.text for s in Presentation(str(deck)).slides[0].shapes if s.has_text_frame)
    assert "mandag 16" in words


def test_half_minutes_have_a_danish_comma(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show_made([Made(tmp_path / "samtale.pptx", "deck", 27, 57.5, ())], "tekst")
    assert "(27 slides, 57,5 minutter)" in capsys.readouterr().out


def test_a_process_in_which_something_else_runs_is_ended_in_order() -> None:
    assert "threading" in sys.modules
    with pytest.raises(SystemExit) as end:
        _end(1)
    assert end.value.code == 1


@pytest.mark.parametrize(
    "arguments", [["list", "facts"], ["list", "modules", "--format", "json"], ["list", "noget"]]
)
def test_all_that_is_said_arrives_however_the_process_ends(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code = run(arguments)
    said = capsys.readouterr()
    done = subprocess.run(
        [sys.executable, "-m", "holdslides", *arguments],
        capture_output=True, cwd=tmp_path, text=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (code, said.out, said.err)
