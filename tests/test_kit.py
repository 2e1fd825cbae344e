"""The kit: everything for a course in one folder, and nothing of anybody's lost. Slides as PDF pages too."""

from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path

import deck_edits as edits
import page as validator
import pytest
from own_presentations import presentation
from PIL import Image
from pypdf import PdfReader

from holdslides.cli.app import run
from holdslides.make import Workshop, checked_decks
from holdslides.make_kit import KitRequest, make_kit, posters_for
from holdslides.make_pages import preview
from holdslides.print_file.compiler import compile_pdf
from holdslides.print_file.page import document_settings
from holdslides.print_file.sheet_pdf import PRINTER_MARGIN
from holdslides.print_file.streams import with_safe_ends
from holdslides.request import Request

A4 = (210 / 25.4 * 72, 297 / 25.4 * 72)
PROFILES = (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_2A)
KIT = ["kit", "laenderyg", "--hold", "mandag 16", "--participants", "9", "--start", "16:00"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kit, made once."""
    out = tmp_path_factory.mktemp("kit")
    assert run([*KIT, "--out", str(out)]) == 0
    return out / "laenderyg-mandag-16"


TRAINING = ["kit", "laenderyg", "--setting", "traening", "--session", "1"]


@pytest.fixture(scope="module")
def training_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit of one session of training: the smallest there is."""
    out = tmp_path_factory.mktemp("traening")
    assert run([*TRAINING, "--out", str(out)]) == 0
    return out


@pytest.fixture
def training(training_once: Path, tmp_path: Path) -> list[str]:
    """What makes that kit below `tmp_path`, where it has been made before."""
    shutil.copytree(training_once, tmp_path, dirs_exist_ok=True)
    return [*TRAINING, "--out", str(tmp_path)]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def failures(pdf: bytes) -> list[str]:
    return [f.message for p in PROFILES for f in validator.validate_pdf_bytes(pdf, profile=p).failures]


# ---- what is in it ---------------------------------------------------------------------------------------
def test_everything_is_in_one_folder(made: Path) -> None:
    names = set(contents(made))
    for number in (1, 2):
        assert f"laenderyg-{number}.pptx" in names
        assert f"laenderyg-{number}-drejebog.pdf" in names
        assert f"laenderyg-{number}-tag-med-hjem.pdf" in names
    assert {"print-alt.pdf", "LÆSMIG.txt"} <= names
    assert {"ark/min_start.pdf", "ark/min_kop.pdf", "ark/bordskilte.pdf", "ark/mytekort.pdf"} <= {
        name.replace("\\", "/") for name in names
    }
    assert len([name for name in names if name.startswith("plakater")]) >= 10


def test_the_readme_counts_every_page_of_the_file_that_prints_everything(made: Path) -> None:
    words = (made / "LÆSMIG.txt").read_text("utf-8-sig")
    spans = re.findall(r"^  side (\d+)(?:-(\d+))? ", words, re.MULTILINE)
    pages = [n for first, last in spans for n in range(int(first), int(last or first) + 1)]
    read = PdfReader(made / "print-alt.pdf")
    assert pages == list(range(1, len(read.pages) + 1))
    assert re.search(r"Min start +9 stk\. \(ét til hver\)", words)
    assert re.search(r"Myte eller sandt: kort +5 stk\. \(ét til hvert par", words)
    assert "Print på begge sider, vend på den lange led" in words
    assert re.search(r"Bordskilte til mødet i hjernen +1 stk\.", words)
    assert "afventer jeres godkendelse" in words


def test_the_file_that_prints_everything_is_a4_inside_the_printers_margin(made: Path) -> None:
    pdf = (made / "print-alt.pdf").read_bytes()
    assert failures(pdf) == []
    read = PdfReader(io.BytesIO(pdf))
    assert all(tuple(map(float, p.mediabox[2:])) == pytest.approx(A4, abs=0.01) for p in read.pages)
    assert b"/Subtype/Image" not in pdf
    first = read.pages[0].extract_text()
    assert "Drejebog" in first
    assert "16:00" in first
    assert "mandag 16" in first
    assert pytest.approx(5, abs=0.01) == PRINTER_MARGIN / 72 * 25.4


def test_every_pdf_of_the_kit_is_sound(made: Path) -> None:
    for name, data in contents(made).items():
        if name.endswith(".pdf") and not name.startswith(("plakater", "print-alt")):
            assert failures(data) == [], name


def test_the_same_request_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    assert run([*KIT, "--out", str(tmp_path)]) == 0
    assert contents(tmp_path / "laenderyg-mandag-16") == contents(made)


# ---- what is never lost ----------------------------------------------------------------------------------
def test_a_file_somebody_changed_stops_the_whole_kit(
    tmp_path: Path, training: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "laenderyg"
    deck, readme = folder / "laenderyg-traening-1.pptx", folder / "LÆSMIG-traening.txt"
    assert run(training) == 0
    readme.write_bytes(readme.read_bytes().replace(b"PRINT", b"HUSK KAFFE"))
    (folder / "print-alt-traening.pdf").write_bytes(b"min egen fil")
    before = contents(folder)
    capsys.readouterr()
    assert run([*training, "--minutes", "9"]) == 1
    said = capsys.readouterr().err
    assert "LÆSMIG-traening.txt" in said
    assert "print-alt-traening.pdf" in said
    assert contents(folder) == before
    assert run([*training, "--minutes", "9", "--replace"]) == 0
    after = contents(folder)
    assert before[readme.name] in after.values()
    assert b"min egen fil" in after.values()
    assert after[deck.name] != before[deck.name]


def test_an_edited_deck_is_kept_by_update_and_the_papers_are_made_anew(
    tmp_path: Path, training: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    deck = tmp_path / "laenderyg" / "laenderyg-traening-1.pptx"
    presentation = edits.opened(deck.read_bytes())
    edits.change_text(presentation.slides[1], "Mine egne ord")
    deck.write_bytes(edits.saved(presentation))
    sheet = next((tmp_path / "laenderyg").glob("*tag-med-hjem*.pdf"))
    sheet.unlink()
    capsys.readouterr()
    assert run(training) == 1
    assert "--update" in capsys.readouterr().err
    assert run([*training, "--update"]) == 0
    assert "beholdt (redigeret: tekst)" in capsys.readouterr().out
    kept = edits.opened(deck.read_bytes()).slides[1]
    assert edits.first_text(kept).text_frame.text == "Mine egne ord"
    assert sheet.is_file()
    assert run([*training, "--update", "--replace"]) == 2


def test_update_keeps_a_paper_that_was_written_in_and_says_so(
    tmp_path: Path, training: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "laenderyg"
    mine = folder / "print-alt-traening.pdf"
    mine.write_bytes(b"min egen fil")
    (folder / "LÆSMIG-traening.txt").unlink()
    capsys.readouterr()
    assert run([*training, "--update", "--format", "json"]) == 0
    rows = {Path(row["path"]).name: row for row in json.loads(capsys.readouterr().out)}
    assert rows[mine.name]["changes"][0].startswith("Beholdt, som den er")
    assert mine.read_bytes() == b"min egen fil"
    assert (folder / "LÆSMIG-traening.txt").is_file()


def test_two_settings_share_a_folder_and_no_file(made: Path, training_once: Path) -> None:
    usual = {name for name in contents(made) if not name.startswith(("ark", "plakater"))}
    assert not usual & set(contents(training_once / "laenderyg"))


# ---- what is asked for -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--start", "25:00"], "klokkeslæt"),
        (["--participants", "0"], "--participants skal være et tal fra 1 til 99"),
        (["--session", "7"], "ingen gang 7"),
    ],
)
def test_a_wrong_option_is_a_usage_error(
    option: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["kit", "laenderyg", "--out", str(tmp_path / "ud"), *option]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "ud").exists()


def test_json_stands_alone_and_progress_is_said_apart(
    training: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(training) == 0
    said = capsys.readouterr()
    assert "Sætter slides sammen" in said.err
    assert "Sætter slides sammen" not in said.out
    assert run([*training, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["kind"] for row in rows} >= {"deck", "run-sheet", "take-home", "sheet", "print-all", "readme"}
    assert all(Path(row["path"]).is_file() for row in rows)


def test_the_groups_own_time_is_used_when_none_is_given(tmp_path: Path) -> None:
    (tmp_path / "klinik.yaml").write_text(
        'navn: "K"\nhold: [{navn: "Mandag 16", tilstand: laenderyg, tid: "16.15"}]\n', "utf-8"
    )
    arguments = ["kit", "laenderyg", "--setting", "traening", "--session", "1", "--hold", "mandag 16"]
    assert run([*arguments, "--clinic", str(tmp_path), "--out", str(tmp_path / "ud")]) == 0
    (sheet,) = (tmp_path / "ud").rglob("*-drejebog.pdf")
    assert "16:15" in PdfReader(sheet).pages[0].extract_text()


def test_a_clinics_own_slides_first_leave_the_take_home_page_as_it_is(tmp_path: Path) -> None:
    """The slide that states the purpose is then in the second block, and still not what to remember."""
    presentation(tmp_path / "egne.pptx")
    own = "program: [{tilstand: artrose, ramme: individuel, egne_slides: [{fil: egne.pptx, slides: [1]}]}]\n"
    words = {}
    for name, settings in (("uden", ""), ("med", own)):
        (tmp_path / "klinik.yaml").write_text(f"navn: K\n{settings}", "utf-8")
        arguments = ["kit", "artrose", "--setting", "individuel", "--clinic", str(tmp_path)]
        assert run([*arguments, "--out", str(tmp_path / name)]) == 0
        (page,) = (tmp_path / name).rglob("*-tag-med-hjem.pdf")
        (only,) = PdfReader(page).pages
        words[name] = only.extract_text()
    assert words["med"] == words["uden"]


# ---- slides as pages -------------------------------------------------------------------------------------
def test_a_deck_can_be_a_pdf_and_a_handout(tmp_path: Path) -> None:
    arguments = ["deck", "laenderyg", "--session", "1", "--pdf", "--handout", "--out", str(tmp_path)]
    assert run(arguments) == 0
    folder = tmp_path / "laenderyg"
    deck, handout = folder / "laenderyg-1.pdf", folder / "laenderyg-1-til-noter.pdf"
    slides = len(PdfReader(deck).pages)
    assert len(PdfReader(handout).pages) == -(-slides // 3)
    assert tuple(map(float, PdfReader(deck).pages[0].mediabox[2:])) == pytest.approx((960, 540))
    assert failures(deck.read_bytes()) == failures(handout.read_bytes()) == []
    assert b"/Subtype/Image" not in deck.read_bytes()


def test_any_slide_can_be_a_picture() -> None:
    shop = Workshop.open(None)
    checked = checked_decks(shop, Request("laenderyg", setting="traening", session=1))
    deck = checked.decks[0]
    assert preview(deck, 0, checked, "svg").lstrip().startswith(b"<svg")
    assert preview(deck, 1, checked, "png").startswith(b"\x89PNG")
    with pytest.raises(IndexError):
        preview(deck, 99, checked)


# ---- the bytes of a PDF -----------------------------------------------------------------------------------
def test_no_stream_ends_in_a_line_end() -> None:
    """Of streams one in 128 would; several dozen documents hold some, and all are still read the same."""
    for i in range(60):
        source = f"{document_settings('T')}\n#page(width: 100pt, height: 40pt)[Ord nummer {i * 7919}]"
        pdf = compile_pdf(source)
        assert not re.search(rb"[\r\n]\nendstream", pdf.replace(b"?>\nendstream", b""))
        assert with_safe_ends(pdf) == pdf
        assert str(i * 7919) in PdfReader(io.BytesIO(pdf), strict=True).pages[0].extract_text()


def test_a_jpeg_with_a_line_end_after_it_is_wrapped_too(tmp_path: Path) -> None:
    Image.new("RGB", (60, 40), "red").save(tmp_path / "logo.jpg")
    with (tmp_path / "logo.jpg").open("ab") as file:
        file.write(b"\n")
    source = f'{document_settings("T")}\n#page(width: 100pt, height: 40pt)[#image("/logo.jpg", alt: "x")]'
    pdf = compile_pdf(source, root=tmp_path)
    assert not re.search(rb"[\r\n]\nendstream", pdf.replace(b"?>\nendstream", b""))
    (image,) = PdfReader(io.BytesIO(pdf), strict=True).pages[0].images
    assert image.image is not None
    assert image.image.size == (60, 40)


def test_a_poster_for_the_back_is_not_hung_for_the_neck() -> None:
    shop = Workshop.open(None)
    hung = {
        level: posters_for(shop.library, checked_decks(shop, Request("nerverod", level=level)).decks[0])
        for level in ("laend", "nakke")
    }
    assert set(hung["laend"]) - set(hung["nakke"]) == {"nerverod", "soeg_hjaelp"}
    assert set(hung["nakke"]) < set(hung["laend"])


def test_a_talk_is_printed_for_one_patient_and_hangs_only_what_it_says(tmp_path: Path) -> None:
    shop = Workshop.open(None)
    request = KitRequest(Request("nerverod", level="laend", session=3))
    made = make_kit(shop, request, tmp_path)
    names = {item.path.name for item in made}
    words = next(item.path for item in made if item.path.suffix == ".txt").read_text("utf-8-sig")
    assert "regnet til én patient" in words
    assert not re.search(r" [2-9] stk\.", words)
    assert any("tag-med-hjem" in name for name in names)
    assert not names & {"alarm-a3.pdf", "kop-a3.pdf", "moede-a3.pdf", "skru_ned-a3.pdf"}
