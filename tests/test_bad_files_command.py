"""Bad files as a therapist meets them: as own slides, template, logo and the deck to be updated.

Each is one clear Danish line with the file or option, exit 1 or 2, nothing written, quickly and in little memory.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import deck_edits as edits
import pytest
from own_presentations import presentation, with_part
from own_templates import template
from pptx import Presentation

from holdslides.cli.app import run
from holdslides.pptx_file.only_one import only_one

MOST_SECONDS, MOST_MIB = 5.0, 300
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MAIN, MACRO = b"presentationml.presentation.main+xml", b"presentation.macroEnabled.main+xml"
OPENXML, MICROSOFT = b"openxmlformats-officedocument.", b"ms-powerpoint."
DECK = ["deck", "laenderyg", "--session", "1"]

Builder = Callable[[Path], None]


# ---- bad presentations ------------------------------------------------------------------------------------
def corrupt(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])


def scrambled(path: Path) -> None:
    """The list of slides is no XML any more."""
    _change(path, "ppt/presentation.xml", lambda xml: xml[: len(xml) // 2])


def password(path: Path) -> None:
    path.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le") + bytes(4000))


def macros(path: Path) -> None:
    """A .pptm that was given the name of a .pptx."""
    _change(path, "[Content_Types].xml", lambda x: x.replace(OPENXML + MAIN, MICROSOFT + MACRO))


def macro_part(path: Path) -> None:
    with_part(path, "ppt/vbaProject.bin", b"\0" * 40)


def zip_bomb(path: Path) -> None:
    """A megabyte or two that unpack to three hundred."""
    _grow(path, [(f"ppt/media/image{n}.bin", bytes(1 << 20), 100) for n in range(3)])


def patient_bomb(path: Path) -> None:
    """A bomb that is packed no better than drawings are, and so slips past any limit on the ratio alone."""
    some = os.urandom(12_000)
    _grow(path, [(f"ppt/media/image{n}.bin", some + bytes((1 << 20) - len(some)), 40) for n in range(6)])


def xml_bomb(path: Path) -> None:
    """A part with very much in it that says nothing, and well-formed."""
    _grow(path, [("ppt/presentation.xml", b"<a></a>" * 150_000, 30)])


def dense_xml(path: Path) -> None:
    """A part that is not large, but would be as a tree."""
    inner = b"<a/>" * 3_000_000
    _change(path, "ppt/presentation.xml", lambda xml: xml.replace(b"<p:sldSz", inner + b"<p:sldSz"))


def state_bomb(path: Path) -> None:
    """What holdslides keeps in a deck, grown beyond all measure."""
    _grow(path, [("customXml/item1.xml", b" " * (1 << 20), 250)])


def entities(path: Path) -> None:
    lols = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{lols}]>'.encode()
    _change(path, "ppt/presentation.xml", lambda x: head + x.partition(b"?>")[2])


def nonsense(path: Path) -> None:
    path.write_bytes(b"Dette er ikke en fil fra PowerPoint. " * 5000)


def enormous(path: Path) -> None:
    """Two gigabytes of nothing, which take no room on the disk."""
    with open(path, "wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.truncate(2 << 30)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _change(path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    parts = _parts(path)
    changed = change(parts[name])
    assert changed != parts[name]
    parts[name] = changed
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in parts.items():
            archive.writestr(entry, data)


def _grow(path: Path, entries: list[tuple[str, bytes, int]]) -> None:
    """Adds large entries, piece by piece; entries of those names are left out."""
    names = [name for name, _, _ in entries]
    parts = _parts(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            if name not in names:
                archive.writestr(name, data)
        for name, piece, times in entries:
            with archive.open(name, "w", force_zip64=True) as entry:
                for _ in range(times):
                    entry.write(piece)


BAD: dict[str, tuple[Builder, str]] = {
    "corrupt": (corrupt, "beskadiget|gået i stykker"),
    "scrambled": (scrambled, "beskadiget|gået i stykker"),
    "password": (password, "adgangskode"),
    "macros": (macros, "makroer"),
    "macro part": (macro_part, "makroer"),
    "zip bomb": (zip_bomb, "pakkes ud"),
    "patient bomb": (patient_bomb, "pakkes ud"),
    "xml bomb": (xml_bomb, "pakkes ud"),
    "dense xml": (dense_xml, "beskadiget|ikke må have"),
    "state bomb": (state_bomb, "pakkes ud"),
    "entities": (entities, "beskadiget|ikke må have"),
    "nonsense": (nonsense, "beskadiget|gået i stykker"),
    "enormous": (enormous, "for stor"),
    "a folder": (a_folder, "kan ikke læses|mappe"),
}
HEAVY = ("zip bomb", "patient bomb", "xml bomb", "dense xml", "state bomb", "enormous", "entities")


# ---- where they are met -----------------------------------------------------------------------------------
@dataclass(frozen=True)
class Ended:
    """How a command ended: exit code, what it said, CPU seconds and most memory in MiB (0: not measured)."""

    code: int
    out: str
    err: str
    seconds: float = 0
    mib: float = 0


# Started by a small process: a child is charged with the memory of the one it was forked from.
MEASURE = """
import json, os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=open("ud.txt", "wb"), stderr=open("fejl.txt", "wb"))
_, status, used = os.wait4(child.pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""


def measured(arguments: list[str], folder: Path) -> Ended:
    """The command in a process of its own."""
    command = [sys.executable, "-I", "-S", "-c", MEASURE, sys.executable, "-m", "holdslides", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=True)
    code, seconds, most = json.loads(done.stdout)
    out, err = (folder / "ud.txt").read_text("utf-8"), (folder / "fejl.txt").read_text("utf-8")
    for name in ("ud.txt", "fejl.txt"):
        (folder / name).unlink()
    return Ended(code, out, err, seconds, most / (1 << 20 if sys.platform == "darwin" else 1 << 10))


def in_here(arguments: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> Ended:
    """The command in this process."""
    old = Path.cwd()
    os.chdir(folder)
    try:
        code = run(arguments)
    finally:
        os.chdir(old)
    said = capsys.readouterr()
    return Ended(code, said.out, said.err)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A deck of ours that has been edited."""
    folder = tmp_path_factory.mktemp("ud")
    assert run([*DECK, "--out", str(folder)]) == 0
    made = edits.opened((folder / "laenderyg" / "laenderyg-1.pptx").read_bytes())
    edits.change_text(made.slides[3])
    return edits.saved(made)


Place = Callable[[Path, bytes, Builder], tuple[list[str], str]]


def as_own_slides(folder: Path, base: bytes, spoil: Builder) -> tuple[list[str], str]:
    spoil(presentation(folder / "vores.pptx"))
    extra = "program: [{tilstand: laenderyg, gang: 1, egne_slides: [{fil: vores.pptx, slides: [1]}]}]"
    (folder / "klinik.yaml").write_text(f"navn: K\n{extra}\n", encoding="utf-8")
    return DECK, "klinik.yaml:2: "


def as_template(folder: Path, base: bytes, spoil: Builder) -> tuple[list[str], str]:
    spoil(template(folder / "skabelon.pptx"))
    return [*DECK, "--template", "skabelon.pptx"], "skabelon.pptx"


def as_template_in_klinik_yaml(folder: Path, base: bytes, spoil: Builder) -> tuple[list[str], str]:
    spoil(template(folder / "skabelon.pptx"))
    (folder / "klinik.yaml").write_text("navn: K\nskabelon:\n  fil: skabelon.pptx\n", encoding="utf-8")
    return DECK, "klinik.yaml:3: "


def as_file_to_update(folder: Path, base: bytes, spoil: Builder) -> tuple[list[str], str]:
    path = folder / "ud" / "laenderyg" / "laenderyg-1.pptx"
    path.parent.mkdir(parents=True)
    path.write_bytes(base)
    spoil(path)
    return [*DECK, "--update"], "laenderyg-1.pptx: "


def as_file_in_the_way(folder: Path, base: bytes, spoil: Builder) -> tuple[list[str], str]:
    arguments, place = as_file_to_update(folder, base, spoil)
    return arguments[:-1], place


PLACES: dict[str, Place] = {
    "own slides": as_own_slides,
    "template": as_template,
    "template in klinik.yaml": as_template_in_klinik_yaml,
    "update": as_file_to_update,
}


def snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(p.relative_to(folder)): (s.st_size, s.st_mtime_ns)
        for p in folder.rglob("*")
        if p.is_file() and (s := p.stat())
    }


def check_refused(ended: Ended, words: str, place: str) -> None:
    assert ended.code in (1, 2), ended
    assert "Traceback" not in ended.err
    assert ended.out == ""
    lines = ended.err.strip().splitlines()
    assert len(lines) == 1, ended.err
    assert re.search(words, lines[0]), lines
    assert place in lines[0]
    assert ended.seconds < MOST_SECONDS
    assert ended.mib < MOST_MIB


@pytest.mark.parametrize("kind", [kind for kind in BAD if kind not in HEAVY])
@pytest.mark.parametrize("place", PLACES)
def test_a_bad_presentation_is_refused_in_a_line(
    tmp_path: Path, base: bytes, place: str, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, words = BAD[kind]
    arguments, said = PLACES[place](tmp_path, base, spoil)
    before = snapshot(tmp_path)
    check_refused(in_here(arguments, tmp_path, capsys), words, said)
    assert snapshot(tmp_path) == before


def bombs() -> list[Any]:
    """Every bomb as a deck to update; elsewhere one that is too large and one that slips past the sizes.

    The same limits are asked everywhere, so the other pairs wait for the long run.
    """
    usual = ("zip bomb", "dense xml")
    pairs = [(place, kind) for place in ("update", "own slides", "template") for kind in HEAVY]
    return [
        pytest.param(place, kind, marks=() if place == "update" or kind in usual else pytest.mark.full)
        for place, kind in pairs
    ]


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="memory is measured where it can be")
@pytest.mark.parametrize(("place", "kind"), bombs())
def test_a_bomb_costs_neither_time_nor_memory(tmp_path: Path, base: bytes, place: str, kind: str) -> None:
    spoil, words = BAD[kind]
    arguments, said = PLACES[place](tmp_path, base, spoil)
    before = snapshot(tmp_path)
    check_refused(measured(arguments, tmp_path), words, said)
    assert snapshot(tmp_path) == before


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="memory is measured where it can be")
@pytest.mark.parametrize(
    "kind", ["state bomb", *(pytest.param(kind, marks=pytest.mark.full) for kind in ("zip bomb", "enormous"))]
)
def test_a_bomb_in_the_way_of_a_new_deck_is_left_unread(tmp_path: Path, base: bytes, kind: str) -> None:
    arguments, place = as_file_in_the_way(tmp_path, base, BAD[kind][0])
    before = snapshot(tmp_path)
    check_refused(measured(arguments, tmp_path), "er ændret, siden den blev skrevet", place)
    assert snapshot(tmp_path) == before


# ---- the logo ---------------------------------------------------------------------------------------------
def png(path: Path, width: int, height: int) -> None:
    """A black picture of so many pixels in a small file."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    line = bytes(1 + (width + 7) // 8)
    packed = b"".join([*(packer.compress(line * 100) for _ in range(height // 100)), packer.flush()])
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + data)


LOGOS: dict[str, tuple[Callable[[Path], Any], str]] = {
    "a hundred megapixels": (lambda path: png(path, 10_000, 10_000), "10000 x 10000 punkter"),
    "many pixels": (lambda path: png(path, 5900, 5900), "35 millioner punkter"),
    "a text": (lambda path: path.write_text("ikke et billede"), "er ikke et billede"),
    "a gif": (lambda path: path.write_bytes(b"GIF89a" + bytes(80)), "er ikke et billede"),
    "a program": (lambda path: path.write_bytes(b"MZ" + bytes(8000)), "er ikke et billede"),
    "cut": (lambda path: (png(path, 100, 100), path.write_bytes(path.read_bytes()[:-20])), "i stykker"),
    "fifty megabytes": (
        lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50 << 20)),
        "fylder 52 MB",
    ),
}


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="memory is measured where it can be")
@pytest.mark.parametrize(("make", "words"), LOGOS.values(), ids=LOGOS)
def test_a_bad_logo_is_refused_in_a_line(
    tmp_path: Path, make: Callable[[Path], Any], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path / "logo.png")
    (tmp_path / "klinik.yaml").write_text("navn: K\nlogo: logo.png\n", encoding="utf-8")
    before = snapshot(tmp_path)
    heavy = (tmp_path / "logo.png").stat().st_size > 3_000
    ended = measured(DECK, tmp_path) if heavy else in_here(DECK, tmp_path, capsys)
    check_refused(ended, words, "klinik.yaml:2: ")
    assert snapshot(tmp_path) == before


# ---- templates and folders that lead nowhere --------------------------------------------------------------
def no_titles(path: Path) -> None:
    made = Presentation(str(path))
    for layout in made.slide_layouts:
        for shape in list(layout.placeholders):
            if "TITLE" in shape.placeholder_format.type.name:
                shape._element.getparent().remove(shape._element)
    made.save(str(path))


def old_size(path: Path) -> None:
    made = Presentation(str(path))
    made.slide_width, made.slide_height = 9_144_000, 6_858_000
    made.save(str(path))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (no_titles, "ingen layouts, der kan bruges"),
        (old_size, "anden størrelse"),
        (Path.unlink, "findes ikke"),
    ],
)
@pytest.mark.parametrize("place", ["template", "template in klinik.yaml"])
def test_a_template_that_cannot_be_used(
    tmp_path: Path, spoil: Builder, words: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, said = PLACES[place](tmp_path, b"", spoil)
    before = snapshot(tmp_path)
    check_refused(in_here(arguments, tmp_path, capsys), words, said)
    assert snapshot(tmp_path) == before


OVERLAYS: dict[str, tuple[str, str, str]] = {
    "an unknown module": (
        "klinik.yaml",
        "navn: K\nprogram:\n  - {tilstand: laenderyg, gang: 1, rækkefølge: [velkomst, kopmodelen]}\n",
        'klinik.yaml:3: modulet "kopmodelen" findes ikke (mente du kopmodellen',
    ),
    "a module to be left out that is unknown": (
        "klinik.yaml",
        "navn: K\nprogram:\n  - {tilstand: laenderyg, gang: 1, udelad: [koppen]}\n",
        'klinik.yaml:3: "koppen" er ikke med i gang 1',
    ),
    "a module that holds itself": (
        "moduler/velkomst.yaml",
        "titel: T\nminutter: 5\nslides: &her\n  - *her\n",
        "velkomst.yaml:",
    ),
}


@pytest.mark.parametrize(("name", "text", "words"), OVERLAYS.values(), ids=OVERLAYS)
def test_an_overlay_that_leads_nowhere(
    tmp_path: Path, name: str, text: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "moduler").mkdir()
    (tmp_path / "klinik.yaml").write_text("navn: K\n", encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    before = snapshot(tmp_path)
    check_refused(in_here(DECK, tmp_path, capsys), re.escape(words), name)
    assert snapshot(tmp_path) == before


# ---- the disk, and other programs -------------------------------------------------------------------------
def untouched(path: Path) -> None:
    """Nothing is done to the file; what is wrong lies elsewhere."""


def refuses(number: int) -> Callable[..., None]:
    def refuse(*arguments: Any, **_: Any) -> None:
        raise OSError(number, os.strerror(number), *map(str, arguments[:1]), None, *map(str, arguments[1:2]))

    return refuse


@pytest.mark.parametrize(
    ("call", "number", "words"),
    [
        ("replace", errno.EACCES, "åben i et andet program"),
        ("replace", errno.EBUSY, "åben i et andet program"),
        ("fsync", errno.ENOSPC, "ikke plads på disken"),
        ("replace", errno.EROFS, "skrivebeskyttet"),
    ],
)
def test_what_the_disk_refuses(
    tmp_path: Path,
    base: bytes,
    call: str,
    number: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments, place = as_file_to_update(tmp_path, base, untouched)
    before = snapshot(tmp_path)
    monkeypatch.setattr(os, call, refuses(number))
    check_refused(in_here([*arguments, "--edition", "pixi"], tmp_path, capsys), words, place)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize(
    ("old", "new"), [(rb'version="[^"]*" deck', b'version="99.1.0" deck'), (rb'format="1"', b'format="3"')]
)
def test_a_deck_that_a_newer_holdslides_wrote(
    tmp_path: Path, base: bytes, old: bytes, new: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    def newer(path: Path) -> None:
        _change(path, "customXml/item1.xml", lambda xml: re.sub(old, new, xml, count=1))

    arguments, place = as_file_to_update(tmp_path, base, newer)
    before = snapshot(tmp_path)
    check_refused(in_here(arguments, tmp_path, capsys), "nyere udgave af holdslides", place)
    assert snapshot(tmp_path) == before


def as_nobody(arguments: list[str], folder: Path) -> Ended:
    """The command run by somebody who owns nothing; all that it needs is loaded before."""
    assert run([*arguments, "--out", str(folder / "andet")]) == 0
    shutil.rmtree(folder / "andet")
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        sys.stdout, sys.stderr = out, err = StringIO(), StringIO()
        try:
            os.chdir(folder)
            if os.geteuid() == 0:
                os.setuid(65534)
            code: object = run(arguments)
        except BaseException as error:
            code = repr(error)
        os.write(writing, json.dumps([code, out.getvalue(), err.getvalue()]).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        said = json.loads(stream.read())
    os.waitpid(child, 0)
    return Ended(*said)


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs users")
def test_a_folder_that_may_not_be_written_in(folder_for_everybody: Path, base: bytes) -> None:
    home = folder_for_everybody
    arguments, place = as_file_to_update(home, base, untouched)
    folder = home / "ud" / "laenderyg"
    (folder / "laenderyg-1.pptx").chmod(0o666)
    before = snapshot(home)
    folder.chmod(0o555)
    try:
        ended = as_nobody([*arguments, "--edition", "pixi"], home)
    finally:
        folder.chmod(0o755)
    check_refused(ended, "ikke lov til at skrive i mappen", place)
    assert snapshot(home) == before


def test_two_runs_at_once(tmp_path: Path, base: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    arguments, place = as_file_to_update(tmp_path, base, untouched)
    path = tmp_path / "ud" / "laenderyg" / "laenderyg-1.pptx"
    with only_one(path):
        ended = in_here([*arguments, "--edition", "pixi"], tmp_path, capsys)
    check_refused(ended, "en anden kørsel af holdslides er ved at skrive filen", place)
    assert path.read_bytes() == base
