"""A .pptx from anywhere, read with care: what cannot be read, or may do harm, is refused in a Danish line."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from holdslides.atomic import explained
from holdslides.pptx_file.kinds import CT
from holdslides.pptx_file.opened import Opened, Unreadable, damaged
from holdslides.pptx_file.package import TYPES_NAME
from holdslides.pptx_file.soundness import check_sound
from holdslides.zip_limits import damaged_zip_errors, grows_too_much

MOST_BYTES = 500_000_000  # on the disk, films and all
_READ_AT_ONCE = 20_000_000  # a larger file is looked at before it is read

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STRICT = b"http://purl.oclc.org/ooxml/"
REPLACE_HINT = "brug --replace for at lægge filen til side og skrive en ny"


def read_deck(path: Path) -> tuple[bytes, Opened]:
    """The file's bytes and its parts. Raises FileError for a file that is broken, no presentation or may do harm."""
    try:
        if path.stat().st_size > _READ_AT_ONCE:
            _look_at(path)
        data = path.read_bytes()
        package = opened(data)
        check_sound(package)
        return data, package
    except OSError as error:
        raise explained(error, path) from error
    except Unreadable as error:
        raise error.of(path) from error


def _look_at(path: Path) -> None:
    """Raises Unreadable for a large file that is not worth reading."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        hint = f"gem den mindre: højst {MOST_BYTES // 10**6} MB"
        raise Unreadable(f"filen er for stor: {size // 10**6} MB", hint)
    with open(path, "rb") as stream:
        if stream.read(len(_OLE)) == _OLE:
            return
        try:
            with zipfile.ZipFile(stream) as archive:
                _check_size(archive, size)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise damaged() from error


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
                raise damaged()
    except damaged_zip_errors() as error:
        raise damaged() from error
    _check_kind(package)
    return package


def _check_size(archive: zipfile.ZipFile, packed: int) -> None:
    if grows_too_much(archive, packed):
        raise Unreadable("filen er alt for stor, når den pakkes ud, og læses derfor ikke", REPLACE_HINT)
    if any(entry.flag_bits & 0x1 for entry in archive.infolist()):
        raise Unreadable("filen er beskyttet med adgangskode", "fjern adgangskoden i PowerPoint")


def _check_kind(package: Opened) -> None:
    types = package.parts[TYPES_NAME]
    if _STRICT in package.parts.get("_rels/.rels", b""):
        raise Unreadable("filen er gemt som Strict Open XML", "gem den som almindelig .pptx i PowerPoint")
    macros = any(name.lower().endswith("vbaproject.bin") for name in package.parts)
    if macros or b"macroEnabled" in types:
        raise Unreadable("filen indeholder makroer", "gem den som .pptx uden makroer i PowerPoint")
    if package.content_type(package.presentation) != CT.PRESENTATION:
        raise Unreadable("filen er ikke en PowerPoint-præsentation (.pptx)", REPLACE_HINT)
