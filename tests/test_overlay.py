"""A clinic's own before the built-in, file by file; where each thing comes from; what she may not replace."""

from __future__ import annotations

from pathlib import Path

import pytest
from content_folders import built_in_content

from holdslides.activities import LIBRARY
from holdslides.clinic import load_clinic
from holdslides.folders import Folders
from holdslides.library import Library
from holdslides.listing import rows
from holdslides.overlay import Origin, copy_item, find_item, fingerprint, text_of
from holdslides.problems import ContentError, FileError, HoldslidesError, RequestError

ACTIVITY = """id: {id}
opsætning: øvelse
overskrift: "{headline}"
aktivitet: {{type: oevelse, minutter: 3, deltagerne: "Går en tur."}}
noter: {{sig: "Kom med."}}
"""
ACTIVITIES = """titel: Prøv selv
slides:
  # den første
  - id: akt-gaa
    opsætning: øvelse
    overskrift: "Gå en tur"
    aktivitet: {type: oevelse, minutter: 3, deltagerne: "Går en tur."}
    noter: {sig: "Kom med."}

  # den anden
  - id: akt-sid
    opsætning: udsagn
    overskrift: "Sid lidt"
    noter: {sig: "Sid ned."}
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = built_in_content(tmp_path / "content", monkeypatch)
    write(folder / "modules" / f"{LIBRARY}.yaml", ACTIVITIES)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "klinik" / "klinik.yaml", "navn: Prøve\n")
    return tmp_path / "klinik"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def opened(folder: Path) -> Library:
    folders = Folders(folder)
    return Library(folders, load_clinic(folders))


def shown(folder: Path, kind: str = "modules") -> dict[str, str]:
    """What the list says of each thing's origin, by id."""
    return {row.id: row.data["origin"] for row in rows(opened(folder), kind)}


# ---- copies and their origin ------------------------------------------------------------------------------
def test_a_copy_says_the_same_and_where_it_is_from(content: Path, folder: Path) -> None:
    library = opened(folder)
    path = copy_item(library, find_item(library, "Alarmen"))
    assert path == folder / "moduler" / "alarmen.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../.skema/modul.json\n")
    assert text.endswith((content / "modules" / "alarmen.yaml").read_text(encoding="utf-8"))
    copied = opened(folder).module("alarmen")
    assert copied.found.is_clinics
    assert copied.value.slides == library.module("alarmen").value.slides
    assert shown(folder)["alarmen"] == Origin.COPY


def test_the_list_says_when_the_original_has_changed(content: Path, folder: Path) -> None:
    library = opened(folder)
    copy_item(library, find_item(library, "alarmen"))
    original = content / "modules" / "alarmen.yaml"
    text = original.read_text(encoding="utf-8")
    write(original, text.replace("\n", "\r\n"))  # only saved on another system
    assert shown(folder)["alarmen"] == Origin.COPY
    write(original, text.replace("Alarmen", "Alarmen igen"))
    (row,) = [row for row in rows(opened(folder), "modules") if row.id == "alarmen"]
    assert row.data["original_changed"]
    assert row.data["folder"] == "klinik"
    assert "det oprindelige er ændret siden" in row.text
    original.unlink()
    assert shown(folder)["alarmen"] == Origin.ORPHAN


def test_the_list_tells_own_from_instead_and_built_in(content: Path, folder: Path) -> None:
    module = (content / "modules" / "alarmen.yaml").read_text(encoding="utf-8")
    write(folder / "moduler" / "alarmen.yaml", module)
    write(folder / "moduler" / "vores.yaml", module)
    assert shown(folder) == {LIBRARY: "", "alarmen": Origin.INSTEAD, "vores": Origin.OWN}


def test_a_copy_under_another_name_is_something_new(content: Path, folder: Path) -> None:
    library = opened(folder)
    path = copy_item(library, find_item(library, "alarmen"), "min-alarm")
    assert path.name == "min-alarm.yaml"
    assert opened(folder).module("min-alarm").value.title == "Alarmen"
    assert not opened(folder).module("alarmen").found.is_clinics


def test_nothing_is_overwritten_and_nothing_is_made_without_a_clinic(content: Path, folder: Path) -> None:
    library = opened(folder)
    path = copy_item(library, find_item(library, "alarmen"))
    write(path, "titel: Min\nslides: []\n")
    with pytest.raises(RequestError, match="findes i forvejen"):
        copy_item(opened(folder), find_item(opened(folder), "alarmen"))
    assert path.read_text(encoding="utf-8").startswith("titel: Min")
    with pytest.raises(RequestError, match="ingen klinikmappe"):
        copy_item(Library(Folders()), find_item(Library(Folders()), "alarmen"))
    for name in ("../ude", "Æble", "a b", "x" * 61):
        with pytest.raises(RequestError, match="kan ikke bruges som navn"):
            copy_item(library, find_item(library, "alarmen"), name)


def test_what_is_asked_for_is_found_or_named(content: Path, folder: Path) -> None:
    write(folder / "plakater" / "alarmen.yaml", "navn: x\nopsætning: tabel\n")
    library = opened(folder)
    with pytest.raises(RequestError, match=r"både et modul og en plakat .*--kind modul eller --kind plakat"):
        find_item(library, "alarmen")
    assert find_item(library, "alarmen", "plakat").kind == "posters"
    assert find_item(library, "laenderyg").kind == "conditions"
    with pytest.raises(RequestError, match="mente du"):
        find_item(library, "alarm")
    with pytest.raises(RequestError, match="låst sikkerhedstekst"):
        find_item(library, "skarp-smerte")


# ---- overlays ---------------------------------------------------------------------------------------------
def test_a_file_may_be_spelt_as_people_spell(content: Path, folder: Path) -> None:
    write(content / "modules" / "oevelse.yaml", (content / "modules" / "alarmen.yaml").read_text("utf-8"))
    write(folder / "moduler" / "Øvelse.yaml", "titel: Vores\nslides: []\n")
    assert opened(folder).module("oevelse").value.title == "Vores"
    assert opened(folder).module_ids == (LIBRARY, "alarmen", "oevelse")


def test_a_clinics_activity_stands_among_ours(content: Path, folder: Path) -> None:
    write(folder / "aktiviteter" / "akt-sid.yaml", ACTIVITY.format(id="akt-sid", headline="Sid godt"))
    write(folder / "aktiviteter" / "akt-ny.yaml", ACTIVITY.format(id="akt-ny", headline="Noget nyt"))
    module = opened(folder).module(LIBRARY)
    assert [slide.id for slide in module.value.slides] == ["akt-gaa", "akt-sid", "akt-ny"]
    assert module.value.slides[1].headline == "Sid godt"
    assert module.place("slides", 1, "overskrift").file == str(folder / "aktiviteter" / "akt-sid.yaml")
    assert module.place("slides", 1, "overskrift").line == 3
    assert module.place("slides", 0, "overskrift").file == f"content/modules/{LIBRARY}.yaml"
    assert shown(folder, "activities") == {"akt-gaa": "", "akt-sid": Origin.INSTEAD, "akt-ny": Origin.OWN}


def test_one_activity_is_copied_alone(content: Path, folder: Path) -> None:
    library = opened(folder)
    item = find_item(library, "akt-gaa")
    assert text_of(item).startswith("id: akt-gaa\nopsætning: øvelse\n")
    assert "den anden" not in text_of(item)
    path = copy_item(library, item)
    assert opened(folder).module(LIBRARY).value.slides[0].headline == "Gå en tur"
    assert shown(folder, "activities")["akt-gaa"] == Origin.COPY
    assert fingerprint(text_of(item)) in path.read_text(encoding="utf-8")
    new = copy_item(library, find_item(library, "akt-gaa"), "akt-loeb")
    assert "id: akt-loeb" in new.read_text(encoding="utf-8")


def test_an_activity_whose_id_is_not_its_files_name_is_refused(content: Path, folder: Path) -> None:
    write(folder / "aktiviteter" / "akt-ny.yaml", ACTIVITY.format(id="akt-gaa", headline="Noget"))
    with pytest.raises(ContentError, match=r'akt-ny\.yaml:1: id\'et "akt-gaa" er ikke filens navn'):
        opened(folder).module(LIBRARY)


def test_a_clinics_programme_cannot_drop_what_must_be_there(content: Path, folder: Path) -> None:
    original = (content / "conditions" / "laenderyg.yaml").read_text(encoding="utf-8")
    write(folder / "programmer" / "laenderyg.yaml", original.split("krav:")[0])
    required = opened(folder).condition("laenderyg").value.required
    assert (required.facts, required.safety, required.modules) == (("A1",), ("skarp-smerte",), ("alarmen",))


def test_locked_files_in_a_clinics_folder_are_not_read_and_said_so(content: Path, folder: Path) -> None:
    for name in ("safety.yaml", "facts.yaml", "theme.yaml", "modules/alarmen.yaml", "moduler/a.yml"):
        write(folder / name, "ødelagt: [")
    problems = opened(folder).load_all()
    assert {Path(problem.place.file).name for problem in problems if problem.place} == {
        "safety.yaml",
        "facts.yaml",
        "theme.yaml",
        "modules",
        "a.yml",
    }
    assert {problem.severity.value for problem in problems} == {"advarsel"}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("programmer/laenderyg.yaml", "{c}", 'modulet "alarmn" findes ikke (mente du alarmen?)'),
        ("moduler/alarmen.yaml", "titel: &a [*a]\nslides: []\n", "henvisningen *a peger ikke på noget"),
        ("moduler/alarmen.yaml", "titel: T\nslides:\n  - *mangler\n", "mangler"),
    ],
)
def test_an_overlay_that_leads_nowhere_is_refused(
    content: Path, folder: Path, name: str, text: str, said: str
) -> None:
    original = (content / "conditions" / "laenderyg.yaml").read_text(encoding="utf-8")
    write(folder / name, original.replace("modul: alarmen", "modul: alarmn") if text == "{c}" else text)
    library = opened(folder)
    with pytest.raises(HoldslidesError) as error:
        library.condition("laenderyg") if "programmer" in name else library.module("alarmen")
    assert said in str(error.value)


def test_a_file_that_links_to_itself_is_refused(content: Path, folder: Path) -> None:
    (folder / "moduler").mkdir()
    try:
        (folder / "moduler" / "ring.yaml").symlink_to(folder / "moduler" / "ring.yaml")
    except OSError:
        pytest.skip("no links on this system")
    with pytest.raises(FileError, match="kan ikke læses"):
        opened(folder).module("ring")
