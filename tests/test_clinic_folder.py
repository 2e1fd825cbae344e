"""A clinic's folder to begin with, and the clinic's own order of a meeting."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from own_presentations import picture, presentation
from small_library import write_library

from holdslides.cli.app import run
from holdslides.clinic import Clinic, load_clinic
from holdslides.compose import compose_decks
from holdslides.deck import Deck
from holdslides.folders import DANISH_FOLDERS, Folders, find_clinic
from holdslides.library import Library
from holdslides.make_pages import OWN_LEFT_OUT
from holdslides.pages import OwnSlide
from holdslides.problems import ContentError, RequestError
from holdslides.request import Request
from holdslides.schemas import FILES
from holdslides.starting import start_clinic

Said = pytest.CaptureFixture[str]


# ---- init -------------------------------------------------------------------------------------------------
def test_a_new_folder_is_valid_as_it_stands(tmp_path: Path, capsys: Said) -> None:
    folder = tmp_path / "Min klinik æøå"
    assert run(["init", str(folder)]) == 0
    assert "klinik.yaml" in capsys.readouterr().out
    assert load_clinic(Folders(folder)) == Clinic()
    assert {p.name for p in folder.iterdir()} == {
        "klinik.yaml",
        "README.txt",
        ".skema",
        *DANISH_FOLDERS.values(),
    }
    assert {p.stem for p in (folder / ".skema").iterdir()} == {file.name for file in FILES.values()}
    assert (folder / "klinik.yaml").read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=")


def test_every_example_in_it_can_be_used(tmp_path: Path) -> None:
    start_clinic(tmp_path)
    path = tmp_path / "klinik.yaml"
    text = path.read_text(encoding="utf-8")
    uncommented, examples = re.subn(r"^#(?=\S|  )", "", text, flags=re.MULTILINE)
    assert examples > 25
    path.write_text(uncommented, encoding="utf-8")
    (tmp_path / "logo.png").write_bytes(picture(90, 60).getvalue())
    clinic = load_clinic(Folders(tmp_path))
    assert clinic.groups[0].time == "16.00"
    assert clinic.approvals == {"laenderyg": ("roede-flag-laend",)}
    assert [order.session for order in clinic.programme] == [1, 2]
    assert clinic.colours.petrol7 == "#6B2C5C"


def test_nothing_is_overwritten(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "README.txt").write_text("min egen", encoding="utf-8")
    assert run(["init", str(tmp_path)]) == 2
    assert [p.name for p in tmp_path.iterdir()] == ["README.txt"]
    (line,) = capsys.readouterr().err.strip().split("\n")
    assert "README.txt: filen findes i forvejen" in line


def test_a_file_in_the_way_is_said_so(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    assert run(["init", str(tmp_path / "fil")]) == 1
    assert run(["init", str(tmp_path / "fil" / "under")]) == 1
    assert capsys.readouterr().err.count("\n") == 2


def test_only_the_schemas_are_renewed(tmp_path: Path) -> None:
    start_clinic(tmp_path / "k")
    clinic, schema = tmp_path / "k" / "klinik.yaml", tmp_path / "k" / ".skema" / "modul.json"
    clinic.write_text("navn: Vores", encoding="utf-8")
    schema.write_text("{}", encoding="utf-8")
    assert run(["init", "--schemas", str(tmp_path / "k")]) == 0
    assert clinic.read_text(encoding="utf-8") == "navn: Vores"
    assert "Titlen i patientens ord" in schema.read_text(encoding="utf-8")
    assert run(["init", "--schemas", str(tmp_path)]) == 2


def test_the_folder_is_found_upwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    start_clinic(tmp_path)
    (tmp_path / "moduler" / "vores.yaml").write_text(
        "titel: Vores\nslides: [{id: a, opsætning: udsagn, overskrift: Hej, noter: {sig: Hej}}]", "utf-8"
    )
    below = tmp_path / "ud" / "laenderyg"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert find_clinic(below) == tmp_path
    assert run(["list", "modules"]) == 0
    assert "Vores (1 slide) – klinikkens egen" in capsys.readouterr().out


def test_show_and_copy_on_the_command_line(tmp_path: Path, capsys: Said) -> None:
    start_clinic(tmp_path)
    assert run(["show", "kopmodellen", "--clinic", str(tmp_path)]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("titel:") or shown.out.startswith("#")
    assert "content/modules/kopmodellen.yaml" in shown.err
    assert run(["copy", "kopmodellen", "--clinic", str(tmp_path)]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "moduler" / "kopmodellen.yaml")
    assert run(["copy", "kopmodellen", "--clinic", str(tmp_path)]) == 2
    assert run(["show", "trafiklys"]) == 2
    assert "--kind modul eller --kind plakat" in capsys.readouterr().err
    assert run(["show", "trafiklys", "--kind", "plakat"]) == 0


# ---- the order of a meeting -------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("content")


def library(root: Path, folder: Path, *lines: str) -> Library:
    orders = "\n".join(f"  - {line}" for line in lines)
    (folder / "klinik.yaml").write_text(f"navn: Prøve\nprogram:\n{orders}\n", encoding="utf-8")
    return write_library(root, clinic=folder)


def composed(root: Path, folder: Path, *lines: str, **asked: Any) -> Deck:
    opened = library(root, folder, *lines)
    (deck,) = compose_decks(opened, opened.clinic, Request("ryg", **{"session": 1, **asked}))
    return deck


def refused(root: Path, folder: Path, *lines: str, **asked: Any) -> list[str]:
    with pytest.raises((ContentError, RequestError)) as error:
        composed(root, folder, *lines, **asked)
    return [str(problem).replace(f"{folder}/", "") for problem in error.value.problems]


def modules(deck: Deck) -> list[str]:
    return [block.module for block in deck.blocks]


TALK: dict[str, Any] = {"setting": "individuel", "session": None}
WHOLE = "velkomst, sikkerhedsnet, kop, oevelse, opsamling"


def test_her_order_is_followed_exactly(root: Path, tmp_path: Path) -> None:
    order = f"{{tilstand: ryg, rækkefølge: [{WHOLE}], tider: {{kop: 20}}}}"
    deck = composed(root, tmp_path, order)
    assert modules(deck) == WHOLE.split(", ")
    assert [block.minutes for block in deck.blocks] == [6, 2, 20, 9, 6]
    assert deck.remarks[0] == "Jeres egen orden fra klinik.yaml er brugt"
    assert "Bemærk: viden hører med i hvert forløb; tag det en anden gang" in deck.remarks
    assert modules(composed(root, tmp_path, order, session=2)) == [
        "velkomst",
        "viden",
        "sikkerhedsnet",
        "opsamling",
    ]


def test_modules_from_elsewhere_and_single_slides_come_along(root: Path, tmp_path: Path) -> None:
    named = "velkomst, tabeller, sikkerhedsnet, oevelse, kop/spoerg, vaegt, opsamling"
    deck = composed(root, tmp_path, f"{{tilstand: Ryg, gang: 1, rækkefølge: [{named}]}}")
    assert modules(deck) == [name.split("/")[0] for name in named.split(", ")]
    assert [slide.id for slide in deck.blocks[4].slides] == ["kop/spoerg"]
    assert deck.blocks[5].minutes == 6  # an extra block that is named is there to stay


def test_left_out_shortened_and_still_fitted_to_the_time(root: Path, tmp_path: Path) -> None:
    deck = composed(root, tmp_path, "{tilstand: ryg, udelad: [kop], tider: {viden: 5}, minutter: 25}")
    assert "kop" not in modules(deck)
    assert deck.minutes == 25


def test_minutes_of_hers_that_cannot_be_had_are_refused_at_their_line(root: Path, tmp_path: Path) -> None:
    (said,) = refused(root, tmp_path, "{tilstand: ryg, minutter: 300}")
    assert said.startswith("klinik.yaml:3: minutter: 300 minutter er for langt")


def test_the_command_line_wins(root: Path, tmp_path: Path) -> None:
    order = f"{{tilstand: ryg, minutter: 35, rækkefølge: [{WHOLE}]}}"
    assert composed(root, tmp_path, order, minutes=40).minutes == 40
    assert "kop" not in modules(composed(root, tmp_path, order, without=("kop",)))
    chosen = composed(root, tmp_path, order, modules=("viden",))
    assert [block.title for block in chosen.blocks if block.module == "viden"] == ["Ondt"]
    assert "kop" not in modules(chosen)


def test_what_the_page_kept_holds_on_top_of_her_order_for_its_own_meeting(root: Path, tmp_path: Path) -> None:
    page = "orden: [velkomst, kop, viden], tilføj: [tabeller], udelad: [oevelse], udelad_slides: [kop/mest]"
    order = f"{{tilstand: ryg, tider: {{kop: 20}}, fra_siden: {{{page}}}}}"
    deck = composed(root, tmp_path, order)
    assert modules(deck) == ["velkomst", "kop", "tabeller", "viden", "sikkerhedsnet", "opsamling"]
    assert "kop/mest" not in [slide.id for slide in deck.slides]
    assert deck.blocks[1].minutes < 20
    assert modules(composed(root, tmp_path, order, without=("kop",))) == [
        *("velkomst", "tabeller", "viden", "sikkerhedsnet", "opsamling")
    ]
    assert "tabeller" not in modules(composed(root, tmp_path, order, session=2))
    assert "kop/mest" in [s.id for s in composed(root, tmp_path, order, modules=("kop",)).slides]


def test_what_the_page_kept_of_one_part_of_a_conversation_leaves_the_others(
    root: Path, tmp_path: Path
) -> None:
    page = "fra_siden: {orden: [tabeller, viden], udelad: [velkomst], udelad_slides: [viden/ekstra]}"
    order = f"{{tilstand: ryg, ramme: individuel, gang: 2, {page}}}"
    deck = composed(root, tmp_path, order, setting="individuel", session=None)
    assert modules(deck) == ["velkomst", "viden", "sikkerhedsnet", "kop", "oevelse", "opsamling", "tabeller"]
    assert "viden/ekstra" in [slide.id for slide in deck.slides]


def talk(root: Path, folder: Path, page: str) -> tuple[list[tuple[str, list[str]]], tuple[str, ...]]:
    """The modules and slides of the conversation, its first part arranged so; and the remarks."""
    order = f"{{tilstand: ryg, ramme: individuel, gang: 1, fra_siden: {{{page}}}}}"
    deck = composed(root, folder, order, setting="individuel", session=None)
    slides = [slide.id for slide in deck.slides]
    assert len(slides) == len(set(slides))
    return [(b.module, [s.id.split("/")[1] for s in b.slides]) for b in deck.blocks], deck.remarks


def test_what_a_later_part_of_a_conversation_repeats_is_not_lost_with_an_earlier_one(
    root: Path, tmp_path: Path
) -> None:
    as_planned, _ = talk(root, tmp_path, "minutter: 44")
    assert ("viden", ["blandet", "ekstra"]) in as_planned[:2]
    without, said = talk(root, tmp_path, "udelad: [viden]")
    assert without[-2:] == [("viden", ["blandet", "ekstra"]), ("tabeller", ["tabel", "spalter"])]
    assert [module for module, _ in without].count("viden") == 1
    assert not any("Udeladt" in line or "Bemærk" in line for line in said)  # it comes in the second part
    one_slide, said = talk(root, tmp_path, "udelad_slides: [viden/ekstra]")
    assert [slides for module, slides in one_slide if module == "viden"] == [["blandet"], ["ekstra"]]
    assert not any("udeladt" in line for line in said)


def test_what_must_stay_in_the_first_part_of_a_conversation_is_there_once(root: Path, tmp_path: Path) -> None:
    order = "{tilstand: ryg, ramme: individuel, gang: 2, fra_siden: {tilføj: [sikkerhedsnet]}}"
    page = "{tilstand: ryg, ramme: individuel, gang: 1, fra_siden: {udelad: [sikkerhedsnet]}}"
    deck = composed(root, tmp_path, order, page, setting="individuel", session=None)
    assert modules(deck).count("sikkerhedsnet") == 1
    assert modules(deck).index("sikkerhedsnet") == 2
    assert any("stadig med: det siger, hvornår man skal søge hjælp" in line for line in deck.remarks)


def test_what_waits_for_spare_time_takes_no_slide_from_a_later_part(root: Path, tmp_path: Path) -> None:
    assert "vaegt" not in modules(composed(root, tmp_path, "{tilstand: ryg, ramme: individuel}", **TALK))
    order = "{tilstand: ryg, ramme: individuel, gang: 2, fra_siden: {tilføj: [vaegt]}}"
    assert modules(composed(root, tmp_path, order, **TALK))[-1] == "vaegt"


def test_page_minutes_that_are_no_minutes_are_refused_at_their_line(root: Path, tmp_path: Path) -> None:
    (said,) = refused(root, tmp_path, "{tilstand: ryg, fra_siden: {minutter: 12.3}}")
    assert said.startswith("klinik.yaml:3: minutter skal være hele eller halve")


def test_what_must_be_there_and_is_not_is_refused_with_the_reason(root: Path, tmp_path: Path) -> None:
    said = refused(root, tmp_path, "{tilstand: ryg, rækkefølge: [velkomst, viden, kop, oevelse]}")
    assert [line.split(" (skriv")[0] for line in said] == [
        "klinik.yaml:3: programmet for gang 1 mangler sikkerhedsnet (»Sikkerhedsnet«): "
        "det siger, hvornår man skal søge hjælp",
        "klinik.yaml:3: programmet for gang 1 mangler opsamling (»Opsamling«): "
        "det samler op (»Overskrift husk«)",
    ]
    (without,) = refused(root, tmp_path, "{tilstand: ryg, udelad: [sikkerhedsnet]}")
    assert without.endswith("(slet sikkerhedsnet i udelad)")


def test_everything_that_is_wrong_is_said_at_once(root: Path, tmp_path: Path) -> None:
    said = refused(
        root,
        tmp_path,
        "{tilstand: skulder}",
        "{tilstand: ryg, gang: 7}",
        "{tilstand: ryg, rækkefølge: [velkomst, kopp, kop/x, velkomst, kun-led]}",
        "{tilstand: ryg}",
        "{tilstand: ryg, gang: 2, udelad: [kop], tider: {viden: 2.2}}",
        "{tilstand: ryg, ramme: hold, gang: 2}",
        "{tilstand: led, ramme: traening}",
    )
    wanted = [
        'klinik.yaml:3: tilstanden "skulder" findes ikke',
        "klinik.yaml:9: led har ikke rammen traening",
        "klinik.yaml:4: der er ingen gang 7 (der er gang 1 til 2)",
        'klinik.yaml:5: modulet "kopp" findes ikke (mente du kop?)',
        'klinik.yaml:5: modulet kop har ikke slidet "x"',
        'klinik.yaml:5: "velkomst" står der to gange',
        "klinik.yaml:5: kun-led har ingen slides til ryg (hold)",
        "klinik.yaml:6: gang 1 står der to gange",
        'klinik.yaml:7: "kop" er ikke med i gang 2',
        'klinik.yaml:7: "viden" skal vare hele eller halve minutter',
        "klinik.yaml:8: gang 2 står der to gange",
    ]
    assert len(said) == len(wanted)
    for line, start in zip(said, wanted, strict=True):
        assert line.startswith(start)


def test_own_slides_stand_where_she_puts_them(root: Path, tmp_path: Path) -> None:
    presentation(tmp_path / "vores.pptx")
    extra = (
        "egne_slides: [{fil: vores.pptx, slides: [1], efter: velkomst, minutter: 2, titel: Hos os}, "
        "{fil: vores.pptx, slides: [3, 2], efter: velkomst}, {fil: vores.pptx, slides: 5}]"
    )
    deck = composed(root, tmp_path, f"{{tilstand: ryg, {extra}}}")
    assert modules(deck)[:5] == ["egne-slides", "velkomst", "egne-slides", "egne-slides", "viden"]
    assert [block.title for block in deck.blocks[2:4]] == ["Hos os", "Klinikkens egne slides"]
    own = [slide for slide in deck.slides if isinstance(slide, OwnSlide)]
    assert [slide.id for slide in own] == [f"egne-slides/vores-{n}" for n in (5, 1, 3, 2)]
    assert own[1].headline.plain == "Velkommen hos os"
    assert own[1].notes.say == ("Sig, hvem du er.", "Vis, hvor toilettet er.")
    assert deck.minutes == 44 + 4
    (left,) = [remark for remark in deck.remarks if "vores.pptx" in remark]
    assert left.startswith("Slide 5 fra vores.pptx kunne ikke få alt med: en video, et indsat dokument")


def test_a_programme_file_may_hold_own_slides_too(root: Path, tmp_path: Path) -> None:
    presentation(tmp_path / "vores.pptx")
    (tmp_path / "klinik.yaml").write_text("navn: Prøve\n", encoding="utf-8")
    original = (root / "conditions" / "ryg.yaml") if (root / "conditions").is_dir() else None
    text = (original or write_library(root).folders.content / "conditions" / "ryg.yaml").read_text("utf-8")
    block = "blokke:\n      - egne_slides: {fil: vores.pptx, slides: [1, 3]}\n        minutter: 2\n"
    (tmp_path / "programmer").mkdir()
    path = tmp_path / "programmer" / "ryg.yaml"
    path.write_text(text.replace("blokke:\n", block, 1), encoding="utf-8")
    opened = write_library(root, clinic=tmp_path)
    deck, *_ = compose_decks(opened, opened.clinic, Request("ryg"))
    assert [slide.id for slide in deck.slides][:2] == ["egne-slides/vores-1", "egne-slides/vores-3"]
    path.write_text(text.replace("blokke:\n", block.replace("egne_slides", "titel"), 1), encoding="utf-8")
    with pytest.raises(ContentError):
        write_library(root, clinic=tmp_path).condition("ryg")


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        ("{fil: nej.pptx}", 'præsentationen "nej.pptx" findes ikke'),
        ("{fil: vores.pptx, slides: [1, 9, 0]}", "har ikke noget slide 9 (der er slide 1 til 5)"),
        ("{fil: ../vores.pptx}", "ligger uden for mappen"),
        ("{fil: smal.pptx}", "har en anden slidestørrelse"),
        ("{fil: vores.pptx, minutter: 0}", "hele eller halve minutter"),
        ("{fil: vores.pptx, efter: kopp}", '"kopp" er ikke med i gang 1 (mente du kop?)'),
    ],
)
def test_own_slides_that_cannot_be_had_are_refused(root: Path, tmp_path: Path, extra: str, said: str) -> None:
    presentation(tmp_path / "vores.pptx")
    presentation(tmp_path / "smal.pptx", (9_144_000, 6_858_000))
    lines = refused(root, tmp_path, f"{{tilstand: ryg, egne_slides: [{extra}]}}")
    assert lines[0].startswith("klinik.yaml:3: ")
    assert any(said in line for line in lines)


@pytest.mark.parametrize(
    "settings",
    [
        "logo: {0}.png",
        "skabelon: {{fil: {0}.pptx}}",
        "program: [{{tilstand: laenderyg, egne_slides: [{{fil: {0}.pptx, slides: [1]}}]}}]",
        'logo: "{0}\\nord\\nord.png"',
    ],
)
def test_a_file_name_no_system_takes_is_a_file_that_is_not_there(
    settings: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "klinik.yaml").write_text(f"navn: K\n{settings.format('a' * 9_000)}\n", encoding="utf-8")
    out = tmp_path / "ud"
    assert run(["deck", "laenderyg", "--session", "1", "--clinic", str(tmp_path), "--out", str(out)]) == 1
    said = capsys.readouterr().err
    assert "klinik.yaml:2: " in said
    assert "findes ikke" in said
    assert said.count("\n") == 1
    assert len(said) < 400
    assert not out.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows says it in other words")
def test_a_folder_name_no_system_takes_is_said_in_danish(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "a" * 400]) == 1
    assert "filens sti er for lang" in capsys.readouterr().err


@pytest.mark.parametrize("written", [" ", "\u00a0", "\u00ad", "****", "{% if false %}Hej{% endif %}"])
def test_a_headline_with_nothing_to_read_is_none(
    written: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    original = (Folders().content / "modules" / "kopmodellen.yaml").read_text("utf-8")
    text = re.sub(r'overskrift: "Du kan se [^"]*"', lambda _: f'overskrift: "{written}"', original)
    assert text != original
    (tmp_path / "moduler").mkdir()
    (tmp_path / "moduler" / "kopmodellen.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "klinik.yaml").write_text("navn: K\n", encoding="utf-8")
    arguments = ["deck", "laenderyg", "--session", "1", "--modules", "kopmodellen", "--clinic", str(tmp_path)]
    assert run([*arguments, "--out", str(tmp_path / "ud")]) == 1
    assert re.search(r"kopmodellen\.yaml:\d+: .*overskriften er tom", capsys.readouterr().err)
    assert not (tmp_path / "ud").exists()


def test_own_slides_of_a_size_that_is_rounded_are_taken_and_a_pdf_says_it_lacks_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    presentation(tmp_path / "vores.pptx", (12_193_200, 6_858_000))  # what 33,87 cm becomes
    extra = "program: [{tilstand: laenderyg, egne_slides: [{fil: vores.pptx, slides: [1], efter: velkomst}]}]"
    (tmp_path / "klinik.yaml").write_text(f"navn: Ryghuset\n{extra}\n", encoding="utf-8")
    line = [
        "deck",
        "laenderyg",
        "--session",
        "1",
        "--pdf",
        "--clinic",
        str(tmp_path),
        "--out",
        str(tmp_path / "ud"),
    ]
    assert run(line) == 0, capsys.readouterr().err
    told = capsys.readouterr().out.splitlines()
    (pdf,) = (i for i, said in enumerate(told) if "laenderyg-1.pdf" in said)
    assert OWN_LEFT_OUT in told[pdf + 1]
