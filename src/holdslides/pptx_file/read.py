"""A .pptx from anywhere, read with care: what cannot be read, or may do harm, is refused in a Danish line."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from holdslides.atomic import explained
from holdslides.pptx_file.opened import BROKEN, TYPES_NAME, Opened, Unreadable
from holdslides.pptx_file.soundness import check_sound
from holdslides.problems import FileError, Place, Problem

MOST_BYTES = 1 << 30  # unpacked; a deck with films in it stays under it
MOST_XML = 96 << 20  # a single part of XML, unpacked
MOST_PARTS = 20_000
MOST_RATIO = 150  # unpacked to packed, where it matters; drawings as XML are packed to a tenth
_RATIO_MATTERS = 64 << 20  # bytes unpacked

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
_REPLACE = "brug --replace for at lægge filen til side og skrive en ny"


def read_deck(path: Path) -> tuple[bytes, Opened]:
    """The file's bytes and its parts. Raises FileError for a file that is no presentation, is broken or may do harm."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise explained(error, path) from error
    try:
        package = opened(data)
        check_sound(package)
        return data, package
    except Unreadable as error:
        raise FileError(Problem(error.message, Place(str(path)), error.hint)) from error


def opened(data: bytes) -> Opened:
    """A presentation's parts. Raises Unreadable."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise Unreadable("filen er beskyttet med adgangskode", "fjern adgangskoden i PowerPoint")
        raise Unreadable("filen er i det gamle format .ppt", "gem den som .pptx i PowerPoint")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_size(archive, len(data))
            names = [info.filename for info in archive.infolist() if not info.is_dir()]
            package = Opened({name: archive.read(name) for name in names})  # the last of a name counts
            if len({name.lower() for name in package.parts}) != len(package.parts):
                raise Unreadable(*BROKEN)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        UnicodeError,
    ) as error:
        raise Unreadable(*BROKEN) from error
    _check_kind(package)
    return package


def _check_size(archive: zipfile.ZipFile, packed: int) -> None:
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    too_much = total > MOST_BYTES or len(entries) > MOST_PARTS
    too_dense = total > _RATIO_MATTERS and total > MOST_RATIO * packed
    big_xml = any(e.file_size > MOST_XML and e.filename.endswith((".xml", ".rels")) for e in entries)
    if too_much or too_dense or big_xml:
        raise Unreadable("filen er alt for stor, når den pakkes ud, og læses derfor ikke", _REPLACE)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unreadable("filen er beskyttet med adgangskode", "fjern adgangskoden i PowerPoint")


def _check_kind(package: Opened) -> None:
    types = package.parts[TYPES_NAME]
    if _STRICT in package.parts.get("_rels/.rels", b""):
        raise Unreadable("filen er gemt som Strict Open XML", "gem den som almindelig .pptx i PowerPoint")
    macros = any(name.lower().endswith("vbaproject.bin") for name in package.parts)
    if macros or b"macroEnabled" in types:
        raise Unreadable("filen indeholder makroer", "gem den som .pptx uden makroer i PowerPoint")
    if package.content_type(package.presentation) != _MAIN:
        raise Unreadable("filen er ikke en PowerPoint-præsentation (.pptx)", _REPLACE)
