"""`deck --update` as a therapist meets it: what is said, in which order, and what stays in the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import deck_edits as edits
import pytest
from pptx import Presentation

from holdslides.cli.app import run
from holdslides.compose import compose_decks
from holdslides.compose_run_sheet import compose_run_sheet
from holdslides.make import Workshop
from holdslides.request import Request

DECK = ["deck", "laenderyg", "--session", "1"]
SAFETY = "Er du i tvivl? Så spørg os"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    out = tmp_path_factory.mktemp("ud")
    assert run([*DECK, "--out", str(out)]) == 0
    return (out / "laenderyg" / "laenderyg-1.pptx").read_bytes()


@pytest.fixture
def path(tmp_path: Path, base: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "ud" / "laenderyg" / "laenderyg-1.pptx"
    path.parent.mkdir(parents=True)
    path.write_bytes(base)
    return path


def edit(path: Path, what: Callable[[Any], None]) -> None:
    presentation = edits.opened(path.read_bytes())
    what(presentation)
    path.write_bytes(edits.saved(presentation))


def position(presentation: Any, title: str) -> int:
    return [s.shapes.title.text_frame.text for s in presentation.slides].index(title)


def test_without_a_file_it_is_written(
    tmp_path: Path, base: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run([*DECK, "--update"]) == 0
    assert (tmp_path / "ud" / "laenderyg" / "laenderyg-1.pptx").read_bytes() == base
    assert "alle slides er nye" in capsys.readouterr().out


def test_nothing_new_leaves_the_bytes_alone(
    path: Path, base: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*DECK, "--update"]) == 0
    assert path.read_bytes() == base
    assert "22 slides er uændrede" in capsys.readouterr().out


def test_an_edited_file_is_refused_with_both_ways_out(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(path, lambda p: edits.change_text(p.slides[4]))
    before = path.read_bytes()
    assert run(DECK) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "--update" in line
    assert "--replace" in line
    assert path.read_bytes() == before


def test_a_deleted_safety_slide_is_said_first_and_stays_deleted(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(path, lambda p: (edits.change_text(p.slides[2]), edits.delete(p, position(p, SAFETY)))[0])
    assert run([*DECK, "--update", "--format", "json"]) == 0
    (made,) = json.loads(capsys.readouterr().out)
    assert made["changes"][0] == f"Et sikkerhedsslide er slettet: »{SAFETY}«"
    assert made["changes"][1].startswith("Præsentationen viser ikke sikkerhedsteksten »Bliver det værre")
    assert "beholdt (redigeret: tekst)" in made["changes"][2]
    assert not any("i stedet står" in line for line in made["changes"])
    assert made["pages"] == 21
    assert SAFETY not in [s.shapes.title.text for s in Presentation(str(path)).slides]


def test_a_safety_text_that_was_edited_away_is_named(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def hide(presentation: Any) -> None:
        edits.hide(presentation.slides[position(presentation, SAFETY)])

    edit(path, hide)
    assert run([*DECK, "--update"]) == 0
    out = capsys.readouterr().out
    assert "viser ikke sikkerhedsteksten" in out
    assert "beholdt (redigeret: skjult)" in out


def test_a_safety_slide_that_was_only_moved_on_the_page_is_fine(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(path, lambda p: edits.move_shape(p.slides[position(p, SAFETY)]))
    assert run([*DECK, "--update"]) == 0
    assert "viser ikke sikkerhedsteksten" not in capsys.readouterr().out


def test_other_options_bring_other_slides_and_keep_hers(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(path, lambda p: (edits.change_notes(p.slides[4]), edits.own_slide(p, 3))[0])
    before = path.read_bytes()
    assert run([*DECK, "--edition", "pixi", "--update", "--dry-run"]) == 0
    planned = capsys.readouterr().out.splitlines()
    assert planned[1].strip() == "- Kun en plan: der er ikke skrevet noget"
    assert path.read_bytes() == before
    assert run([*DECK, "--edition", "pixi", "--update"]) == 0
    done = capsys.readouterr().out.splitlines()
    assert done[1:] == planned[2:]
    assert "Mit eget slide" in [s.shapes.title.text for s in Presentation(str(path)).slides]


@pytest.mark.parametrize("options", [["--dry-run"], ["--update", "--replace"]])
def test_options_that_do_not_go_together(
    path: Path, base: bytes, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*DECK, *options]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert path.read_bytes() == base


def test_pages_are_made_of_a_deck_without_her_edits_alone(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = [path.with_name(f"laenderyg-1{ending}.pdf") for ending in ("", "-til-noter")]
    asked = [*DECK, "--pdf", "--handout", "--update"]
    assert run(asked) == 0
    assert "Ingen ny" not in capsys.readouterr().out
    old = [page.read_bytes() for page in pages]
    edit(path, lambda p: edits.change_text(p.slides[4]))
    assert run([*asked, "--minutes", "50", "--dry-run"]) == 0
    planned = capsys.readouterr().out
    assert run([*asked, "--minutes", "50"]) == 0
    said = capsys.readouterr().out
    assert [page.read_bytes() for page in pages] == old
    for words in ("Ingen ny PDF: den ville ikke vise dine rettelser", "Ingen nye noteark"):
        assert words in said
        assert words in planned
    edit(path, lambda p: edits.delete(p, 2))
    pages[0].unlink()
    assert run([*asked, "--minutes", "50"]) == 0
    assert not pages[0].exists()


def test_a_pdf_she_has_put_there_stays_when_her_deck_is_brought_up_to_date(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = path.with_suffix(".pdf")
    pdf.write_bytes(b"%PDF-1.7 hers, from PowerPoint")
    assert run([*DECK, "--pdf", "--update", "--minutes", "50"]) == 0
    assert pdf.read_bytes().endswith(b"PowerPoint")
    assert "Beholdt, som den er" in capsys.readouterr().out


def test_a_pdf_that_cannot_be_written_leaves_the_deck_alone(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.with_suffix(".pdf").mkdir()
    before = path.read_bytes()
    assert run([*DECK, "--pdf", "--update", "--minutes", "50"]) == 1
    assert "laenderyg-1.pdf" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_broken_file_is_one_line_and_exit_one(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_bytes(b"PK\x03\x04 ikke mere")
    assert run([*DECK, "--update"]) == 1
    captured = capsys.readouterr()
    assert len(captured.err.splitlines()) == 1
    assert captured.out == ""


# ---- a meeting the clinic has arranged --------------------------------------------------------------------
ORDER = ("velkomst/gang2-forside", "trafiklys/trafiklys-farver", "kopmodellen/kop-mange-haner")


def arrange(folder: Path, order: tuple[str, ...]) -> None:
    """The clinic's second meeting as the page keeps it; the first is as we suggest it."""
    (folder / "klinik.yaml").write_text(
        "navn: Fysioterapien\nprogram:\n  - tilstand: laenderyg\n    gang: 2\n    fra_siden:\n"
        f"      orden: [{', '.join(order)}]\n      udelad: [moenstre/moenster-frygt]\n",
        encoding="utf-8",
    )


def titles(path: Path) -> list[str]:
    return [s.shapes.title.text.replace("\v", " ") for s in Presentation(str(path)).slides]


def test_only_the_second_meeting_is_arranged_and_an_update_follows_each_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    arrange(tmp_path, ORDER)
    assert run(["deck", "laenderyg"]) == 0
    first, second = (tmp_path / "ud" / "laenderyg" / f"laenderyg-{n}.pptx" for n in (1, 2))
    written = first.read_bytes(), second.read_bytes()
    assert titles(second).index("Mærk efter: grøn, gul eller rød?") < titles(second).index("Skriv på Min kop")
    capsys.readouterr()
    assert run(["deck", "laenderyg", "--update"]) == 0
    assert (first.read_bytes(), second.read_bytes()) == written
    assert capsys.readouterr().out.count("slides er uændrede") == 2
    for path in (first, second):
        edit(path, lambda p: edits.change_text(p.slides[1]))
    hers = titles(second)[1]
    arrange(tmp_path, (ORDER[0], ORDER[2], ORDER[1]))
    before = titles(first)
    assert run(["deck", "laenderyg", "--update", "--format", "json"]) == 0
    about_first, about_second = (made["changes"] for made in json.loads(capsys.readouterr().out))
    moved = "Slides står i en anden orden end før, for programmet er lavet om"
    assert moved in about_second
    assert moved not in about_first
    assert not any("klinik.yaml er brugt" in line for line in about_first)
    assert titles(first) == before
    assert titles(second).index("Mærk efter: grøn, gul eller rød?") > titles(second).index("Skriv på Min kop")
    assert titles(second)[1] == hers


def test_the_kit_of_a_course_follows_the_arrangement_of_each_meeting(
    tmp_path: Path,
) -> None:
    arrange(tmp_path, ORDER)
    shop = Workshop.open(tmp_path)
    both = compose_decks(shop.library, shop.clinic, Request("laenderyg"))
    alone = [
        d for n in (1, 2) for d in compose_decks(shop.library, shop.clinic, Request("laenderyg", session=n))
    ]
    assert [deck.blocks for deck in both] == [deck.blocks for deck in alone]
    for deck in both:
        rows = compose_run_sheet(deck, shop.library, None).rows
        assert [row.title for row in rows] == [block.title for block in deck.blocks]
    assert not {"order", "added", "left_out", "without_slides"} & set(both[0].options)
