"""The library: the clinic's own before the built-in, everything once, every reference followed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from content_folders import Values, all_that_is_wrong, built_in_content
from PIL import Image

from holdslides.clinic import Clinic, load_clinic
from holdslides.figure_values import figure_use
from holdslides.folders import Folders
from holdslides.library import Library
from holdslides.models_facts import Fact, FactFile
from holdslides.problems import ContentError, FileError, Place, RequestError, Severity
from holdslides.register import Register
from holdslides.structure import structure_file
from holdslides.yaml_file import read_yaml
from holdslides.yaml_reader import parse_yaml

CLINIC_FACT = """
fakta:
  - {id: K1, emne: x, tilstande: laenderyg, målgruppe: P, påstand: "Min.", kilde: {dokument: klinikken}}
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return built_in_content(tmp_path / "content", monkeypatch)


@pytest.fixture
def clinic_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "klinik"
    folder.mkdir()
    (folder / "klinik.yaml").write_text("navn: Prøve\n", encoding="utf-8")
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_module_knows_where_everything_stands(content: Path) -> None:
    loaded = Library(Folders()).module("alarmen")
    assert loaded.value.slides[0].body == ("{{ sikkerhed.skarp_smerte }}",)
    assert loaded.place("slides", 0, "overskrift") == Place("content/modules/alarmen.yaml", 5)
    assert not loaded.found.is_clinics


def test_ids_are_found_as_they_are_typed(content: Path) -> None:
    library = Library(Folders())
    assert library.condition("Lænde-ryg").id == "laenderyg"
    assert library.fact("a1").id == "A1"
    assert library.safety("Skarp smerte").id == "skarp-smerte"
    with pytest.raises(RequestError, match="mente du alarmen"):
        library.module("alarm")
    with pytest.raises(RequestError):
        library.fact("Z9")


def test_a_file_is_read_once(content: Path) -> None:
    library = Library(Folders())
    first = library.module("alarmen")
    shutil.rmtree(content / "modules")
    assert library.module("ALARMEN") is first


def test_the_clinics_own_file_goes_before_the_built_in(content: Path, clinic_folder: Path) -> None:
    text = (content / "modules" / "alarmen.yaml").read_text(encoding="utf-8")
    write(clinic_folder / "moduler" / "alarmen.yaml", text.replace("titel: Alarmen", "titel: Vores alarm"))
    write(clinic_folder / "moduler" / "vores.yaml", text)
    library = Library(Folders(clinic_folder))
    assert library.module_ids == ("alarmen", "vores")
    assert library.module("alarmen").value.title == "Vores alarm"
    assert library.module("alarmen").found.is_clinics
    assert library.load_all() == []


def test_a_clinic_cannot_replace_safety_texts_or_facts(content: Path, clinic_folder: Path) -> None:
    for name in ("safety.yaml", "facts.yaml"):
        write(clinic_folder / name, "ødelagt: [")
    write(
        clinic_folder / "fakta.yaml",
        CLINIC_FACT.replace("K1", "A1"),
    )
    library = Library(Folders(clinic_folder))
    assert library.safety_words == {"skarp_smerte": "Stop op, når smerten er skarp."}
    assert library.fact("A1").claim == "Smerte kan ses som en alarm."
    taken, *unread = library.load_all()
    assert "A1" in taken.message
    assert [problem.severity for problem in unread] == [Severity.WARNING] * 2


def test_a_clinic_may_add_facts(content: Path, clinic_folder: Path) -> None:
    write(
        clinic_folder / "fakta.yaml",
        CLINIC_FACT,
    )
    library = Library(Folders(clinic_folder))
    assert tuple(library.facts) == ("A1", "A2", "K1")
    assert library.fact("K1").claim == "Min."
    assert library.documents[library.fact("K1").source.document].title == "Klinikken"
    assert library.register.place("K1").line == 3
    assert library.load_all() == []


def test_a_module_that_cites_what_does_not_exist_is_not_handed_out(content: Path) -> None:
    path = content / "modules" / "alarmen.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("vist: A1", "vist: [A1, A9]"), encoding="utf-8")
    with pytest.raises(ContentError, match=r"alarmen\.yaml:8: faktummet \"A9\" findes ikke"):
        Library(Folders()).module("alarmen")


def test_one_broken_file_does_not_hide_the_others(content: Path) -> None:
    write(content / "modules" / "a.yaml", "titel: [")
    write(content / "modules" / "b.yaml", "titel: x\n")
    (content / "conditions" / "artrose.yaml").write_bytes(b"\xff")
    files = [problem.place.file for problem in all_that_is_wrong(None) if problem.place]
    assert {"content/modules/a.yaml", "content/modules/b.yaml", "content/conditions/artrose.yaml"} <= set(
        files
    )


def test_missing_safety_texts_are_said(content: Path) -> None:
    (content / "safety.yaml").unlink()
    with pytest.raises(FileError):
        Library(Folders()).module("alarmen")
    assert [str(problem) for problem in all_that_is_wrong(None)] == ["content/safety.yaml: filen findes ikke"]


# ---- facts ------------------------------------------------------------------------------------------------
def test_facts_read_one_by_one_are_those_of_the_whole_file() -> None:
    """On the real register: the same facts, at the same lines, whether it is cut up or read whole."""
    folders = Folders()
    file = read_yaml(folders.built_in_file("facts.yaml"))
    whole = structure_file(file, FactFile)
    register = Register(folders)
    for i, fact in enumerate(whole.facts):
        assert register[fact.id] == fact
        assert register.place(fact.id) == file.place("fakta", i)
    assert register.documents.items() >= whole.documents.items()


def test_a_fact_looked_for_alone_is_the_one_the_whole_register_has() -> None:
    whole = Register(Folders())
    for id_, piece in whole._pieces.items():
        assert Register(Folders())._piece(id_) == piece
        assert whole._found_alone(id_) in (piece, None)
    assert sum(whole._found_alone(id_) is None for id_ in whole._pieces) < 5
    assert "findes-ikke" not in Register(Folders())


def test_only_facts_that_are_asked_for_are_parsed(content: Path) -> None:
    register = Register(Folders())
    assert register["A2"].source.lines == "3"
    assert register._known.keys() == {"A2"}
    assert "A1" in register
    assert list(register) == ["A1", "A2"]
    assert register["A1"].hedges == ("kan",)


def test_a_wrong_fact_says_its_own_line_and_harms_no_other(content: Path) -> None:
    path = content / "facts.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("målgruppe: F", "målgruppe: Z"), encoding="utf-8"
    )
    register = Register(Folders())
    assert register["A1"].id == "A1"
    with pytest.raises(ContentError, match=r'content/facts\.yaml:18: "målgruppe" kan ikke være "Z"'):
        register["A2"]


def test_a_fact_that_is_not_yaml_says_its_own_line(content: Path) -> None:
    path = content / "facts.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("målgruppe: F", "målgruppe: F: G"), encoding="utf-8"
    )
    register = Register(Folders())
    assert register["A1"].id == "A1"
    with pytest.raises(ContentError, match=r"content/facts\.yaml:18: linjen kan ikke læses"):
        register["A2"]


def test_a_register_laid_out_in_another_way_is_read_whole(content: Path) -> None:
    facts = "[{id: A1, emne: x, tilstande: laenderyg, målgruppe: P, påstand: x, kilde: {dokument: b}}]"
    write(content / "facts.yaml", f"fakta: {facts}\ndokumenter: {{b: {{titel: B}}}}\n")
    register = Register(Folders())
    assert isinstance(register["A1"], Fact)
    assert register.place("A1").line == 1
    assert register.documents["b"].title == "B"


# ---- figures ----------------------------------------------------------------------------------------------
def test_figure_values_are_those_of_the_figure(content: Path) -> None:
    file = parse_yaml("figur: kop\nværdier: {haner: [a, b]}\n".encode(), "f.yaml")
    use = figure_use("kop", file.data["værdier"], file.place, alt="En kop.")
    assert use.values == Values(taps=("a", "b"))
    assert (use.place.line, use.alt) == (1, "En kop.")


# ---- the clinic -------------------------------------------------------------------------------------------
def test_without_a_clinic_there_are_defaults() -> None:
    assert load_clinic(Folders()) == Clinic()
    assert Clinic().words["navn"] == "Klinikkens navn"


def test_a_clinics_settings(clinic_folder: Path) -> None:
    Image.new("RGB", (90, 60)).save(clinic_folder / "logo.PNG", "PNG")
    write(
        clinic_folder / "klinik.yaml",
        "\n".join(
            [
                "navn: Fys & Form",
                "telefon: 12 34 56 78",
                "laegevagt: 70 11 31 31",
                'farve: "#1B5D67"',
                "logo: logo.PNG",
                "hold: [{navn: mandag 16, tilstand: laenderyg, dag: mandag, tid: 16:00}]",
                'ydelsesnumre: {artrose: "1", artrose-hold: 0264}',
                "godkendelser:",
                "  - {tekst: roede-flag, tilstand: laenderyg, af: Ida Holm, dato: 2026-01-31}",
                "  - {tekst: medicin, tilstand: laenderyg, af: Ida Holm, dato: 31.1.2026}",
            ]
        ),
    )
    clinic = load_clinic(Folders(clinic_folder))
    assert clinic.doctor_on_call == "70 11 31 31"
    assert clinic.words["laegevagt"] == "70 11 31 31"
    assert clinic.groups[0].time == "16:00"
    assert Path(clinic.logo) == clinic_folder / "logo.PNG"
    assert clinic.approvals == {"laenderyg": ("roede-flag", "medicin")}
    assert (clinic.code("artrose", "hold"), clinic.code("artrose", "traening")) == ("0264", "1")
    assert clinic.code("laenderyg", "hold") == ""


# ---- the real content -------------------------------------------------------------------------------------
def test_the_built_in_content_has_nothing_wrong() -> None:
    assert [str(problem) for problem in Library(Folders()).load_all()] == []


# ---- sheets -----------------------------------------------------------------------------------------------
def test_a_sheet_is_called_what_its_file_says_the_clinics_first(tmp_path: Path) -> None:
    assert Library(Folders()).name_of("sheets", "min_start") == "Min start"
    assert Library(Folders()).name_of("sheets", "intet_ark") == "intet_ark"
    write(tmp_path / "klinik.yaml", "navn: Klinik\n")
    (tmp_path / "ark").mkdir()
    write(tmp_path / "ark" / "min_start.yaml", "navn: Sådan begynder du\n")
    assert Library(Folders(tmp_path)).name_of("sheets", "min_start") == "Sådan begynder du"


def test_the_levels_of_a_condition_are_those_it_is_loaded_with() -> None:
    library = Library(Folders())
    for id_ in library.condition_ids:
        assert library.levels_of(id_) == library.condition(id_).value.levels
    assert any(map(library.levels_of, library.condition_ids))
    assert library.levels_of("findes-ikke") == ()
