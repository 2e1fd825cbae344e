"""Names and folders as Windows and Mac have them: letters in two forms, reserved names, files nobody made."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import unicodedata
import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import ROOT, need
from hypothesis import example, given
from hypothesis import strategies as st

from holdslides.cli import parameters
from holdslides.cli.app import run
from holdslides.cli.options import clinic_folder
from holdslides.cli.parameters import typed_path
from holdslides.clinic import load_clinic
from holdslides.folders import Folders, content_files, find_clinic, in_folder
from holdslides.ids import file_part
from holdslides.make import Workshop
from holdslides.make_paper import PosterRequest, make_posters
from holdslides.web.server import studio_for

RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?\Z")
IMPOSSIBLE = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]\Z')
JUNK = ("._kopmodellen.yaml", ".DS_Store", "Thumbs.db", "desktop.ini", "~$kopmodellen.yaml", ".hidden.yaml")
APPLE_DOUBLE = b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        \x00\x02\xff\xfe"
Said = pytest.CaptureFixture[str]


def decomposed(name: str) -> str:
    return unicodedata.normalize("NFD", name)


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x1b\x5d\x67" * 80 for _ in range(40))
    head = struct.pack(">IIBBBBB", 80, 40, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def clinic(folder: Path, text: str = "navn: Klinikken\n") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "klinik.yaml").write_text(text, encoding="utf-8")
    return folder


# ---- files nobody made ------------------------------------------------------------------------------------
def test_what_a_mac_windows_or_office_leaves_in_a_folder_is_not_read(tmp_path: Path) -> None:
    home = clinic(tmp_path / "klinik")
    for folder in ("moduler", "programmer", "plakater", "ark", "aktiviteter"):
        (home / folder).mkdir()
        for name in JUNK:
            (home / folder / name).write_bytes(APPLE_DOUBLE)
    (home / "~$velkommen.pptx").write_bytes(APPLE_DOUBLE)
    assert Workshop.open(home).library.load_all() == []
    assert run(["deck", "laenderyg", "--session", "1", "--clinic", str(home), "--out", str(tmp_path)]) == 0


def test_a_file_of_content_may_end_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "KOP.YAML").touch()
    assert [p.name for p in content_files(tmp_path)] == ["KOP.YAML"]


def test_a_hidden_folder_is_no_clinic(tmp_path: Path) -> None:
    from holdslides.make_clinics import clinics_in

    clinic(tmp_path / "anna")
    clinic(tmp_path / ".Trash-1000")
    assert [p.name for p in clinics_in(tmp_path)] == ["anna"]


def test_the_txt_that_notepad_adds_is_told(tmp_path: Path, capsys: Said) -> None:
    home = clinic(tmp_path / "klinik")
    (home / "moduler").mkdir()
    (home / "moduler" / "kopmodellen.yaml.txt").touch()
    (problem,) = Workshop.open(home).library.load_all()
    assert "kopmodellen.yaml.txt: bruges ikke" in str(problem)
    (tmp_path / "ny").mkdir()
    (tmp_path / "ny" / "klinik.yaml.txt").touch()
    assert run(["check", "--clinic", str(tmp_path / "ny")]) == 2
    assert "omdøb den til klinik.yaml" in capsys.readouterr().err


# ---- names spelt in another way ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    "written", ["billeder\\blå æske.png", "Billeder/BLÅ æske.PNG", "billeder/blå æske.png"]
)
def test_a_logo_from_another_machine_is_found(written: str, tmp_path: Path) -> None:
    home = clinic(tmp_path / "klinik", f"navn: K\nlogo: {written}\n")
    (home / "billeder").mkdir()
    (home / "billeder" / decomposed("blå æske.png")).write_bytes(png())
    assert Path(load_clinic(Folders(home)).logo).read_bytes() == png()


def test_settings_saved_by_notepad_are_read(tmp_path: Path) -> None:
    """With a byte order mark, Windows line ends and a path with a backslash."""
    home = clinic(tmp_path / "klinik")
    (home / "billeder").mkdir()
    (home / "billeder" / "logo.png").write_bytes(png())
    text = "navn: Ryg & Knæ\r\nlogo: billeder\\logo.png\r\nhold:\r\n- navn: mandag 16\r\n  tilstand: laenderyg\r\n"
    (home / "klinik.yaml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    read = load_clinic(Folders(home))
    assert (read.name, read.groups[0].name) == ("Ryg & Knæ", "mandag 16")
    assert Path(read.logo).is_file()


def test_a_folder_typed_in_the_other_unicode_form_is_found(tmp_path: Path) -> None:
    home = clinic(tmp_path / decomposed("Lænderyg på Ærø"))
    composed = tmp_path / unicodedata.normalize("NFC", "lænderyg på Ærø")
    converted = typed_path(str(composed), is_there=True)
    assert clinic_folder(converted) is not None
    assert converted.samefile(home)


@pytest.mark.parametrize("name", ["smerteforståelse", "Smerteforståelse", "SMERTEFORSTAAELSE"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_module_of_hers_replaces_ours_however_it_is_spelt(name: str, form: str, tmp_path: Path) -> None:
    home = clinic(tmp_path)
    (home / "moduler").mkdir()
    (home / "moduler" / f"{unicodedata.normalize(form, name)}.yaml").touch()  # type: ignore[arg-type]
    found = Folders(home).find("modules", "smerteforstaaelse")
    assert found is not None
    assert found.is_clinics


def test_a_file_that_is_not_there_keeps_the_name_it_was_given(tmp_path: Path) -> None:
    assert in_folder(tmp_path, "billeder\\mangler.png") == tmp_path / "billeder" / "mangler.png"
    assert in_folder(tmp_path, "") == tmp_path


def test_folders_above_that_are_closed_to_her_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.is_file

    def is_file(self: Path) -> bool:
        if self.parent != tmp_path / "drev":
            raise PermissionError(13, "Access is denied", str(self))
        return real(self)

    monkeypatch.setattr(Path, "is_file", is_file)
    assert find_clinic(tmp_path / "drev" / "h") is None


def test_a_backslash_before_the_quote_does_no_harm_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed_path('C:\\ud"', is_there=False) == Path('C:\\ud"')
    monkeypatch.setattr(parameters, "sys", SimpleNamespace(platform="win32"))
    assert typed_path('C:\\ud"', is_there=False) == Path("C:\\ud")


def test_help_quotes_so_that_every_shell_understands(capsys: Said) -> None:
    """cmd.exe takes single quotes for letters, PowerShell makes two words of a list with a comma."""
    for line in ([], ["deck"], ["kit"], ["poster"]):
        run([*line, "--help"])
        examples = capsys.readouterr().out.partition("Eksempler")[2]
        assert not re.search(r" '| [\w-]+,\w", examples)


@pytest.mark.parametrize(
    "words",
    [
        [
            "--modules",
            "kopmodellen",
            "progressionstrappen",
        ],  # PowerShell: --modules kopmodellen,progressionstrappen
        ["--hold", "'mandag", "16'"],  # cmd.exe: --hold 'mandag 16'
    ],
)
def test_what_a_shell_has_torn_apart_is_named(words: list[str], capsys: Said) -> None:
    assert run(["deck", "laenderyg", *words]) == 2
    said = capsys.readouterr().err
    assert words[-1] in said
    assert "anførselstegn" in said


# ---- names we give ----------------------------------------------------------------------------------------
@given(st.text())
@example("a" * 59 + " b")  # cut just behind a hyphen
def test_a_group_name_makes_a_name_every_system_can_hold(name: str) -> None:
    part = file_part(name)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", part)
    assert len(part) <= 70


@pytest.mark.parametrize("name", ["mandag 16:00", "CON", "a/b\\c", "hold. ", "på Søen"])
def test_the_files_of_a_group_lie_where_windows_can_put_them(name: str, tmp_path: Path) -> None:
    assert run(["deck", "laenderyg", "--session", "1", "--hold", name, "--out", str(tmp_path)]) == 0
    for path in tmp_path.rglob("*"):
        assert path.name.isascii()
        assert not RESERVED.match(path.name)
        assert not IMPOSSIBLE.search(path.name)


def test_two_groups_of_one_name_get_an_invitation_each(tmp_path: Path) -> None:
    groups = "".join(
        f"- {{navn: '{name}', tilstand: laenderyg, dag: {day}}}\n"
        for name, day in (("Ryghold", "mandag"), ("RYGHOLD", "fredag"), (decomposed("Måne"), "onsdag"))
    )
    home = clinic(tmp_path / "klinik", f'navn: K\nlægevagt: "70 11 31 31"\nhold:\n{groups}')
    made = make_posters(Workshop.open(home), PosterRequest(("kom_til_hold",)), tmp_path / "ud")
    names = [m.path.name for m in made]
    assert names == [
        "kom_til_hold-ryghold-a3.pdf",
        "kom_til_hold-ryghold-a3-2.pdf",
        "kom_til_hold-maane-a3.pdf",
    ]
    assert len({p.read_bytes() for p in (tmp_path / "ud" / "plakater").iterdir()}) == 3


@pytest.mark.parametrize("name", ["con", "nul", "aux", "com1", "lpt9"])
def test_a_copy_gets_no_name_windows_keeps_for_itself(name: str, tmp_path: Path, capsys: Said) -> None:
    home = clinic(tmp_path)
    assert run(["copy", "kopmodellen", "--as", name, "--clinic", str(home)]) == 2
    assert "kan ikke bruges som navn" in capsys.readouterr().err
    assert not (home / "moduler").exists()


def test_the_local_page_knows_its_folders_wherever_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files are fetched by their paths; Flask would look for relative ones in the package."""
    monkeypatch.chdir(tmp_path)
    studio = studio_for(Path("klinik"), Path("mine filer"))
    assert (studio.home, studio.out) == (tmp_path / "klinik", tmp_path / "mine filer")
    assert studio_for(Path("klinik"), None).out == tmp_path / "klinik" / "ud"


# ---- the names of our own files ---------------------------------------------------------------------------
def test_every_file_of_the_project_can_be_checked_out_on_windows_and_mac() -> None:
    need((ROOT / ".git").exists(), "a checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    names = listed.decode().strip("\0").split("\0")
    for name in names:
        assert name.isascii(), name
        assert not any(RESERVED.match(part) or IMPOSSIBLE.search(part) for part in name.split("/")), name
    assert len({name.casefold() for name in names}) == len(names)


def test_installed_paths_leave_room_below_what_windows_allows() -> None:
    """Of 259 letters; the folder of an environment in a home folder takes some 90."""
    for top in ("src", "content", "layouts"):
        for folder, _, files in os.walk(ROOT / top):
            for name in files:
                inside = os.path.relpath(os.path.join(folder, name), ROOT / ("src" if top == "src" else "."))
                assert len("holdslides/") + len(inside) <= 110, inside
