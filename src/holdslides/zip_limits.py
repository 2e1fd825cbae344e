"""How much a file from anywhere may unpack to: room for any presentation, too little to harm the machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import zipfile

MOST_PARTS = 10_000
# bytes more, unpacked, than packed; pictures and films hardly grow, and it is held three times
MOST_GROWTH = 72 << 20
MOST_XML = 16 << 20  # bytes of one part of XML; the largest of ours is a twelfth of it
MOST_STATE = 64 << 20  # bytes that what a large deck keeps of itself unpacks to
MOST_MARKS = 1_000_000  # in one part; a tree of XML takes memory by its elements and attributes


class TooLarge(Exception):
    """What would be written is more than is ever read again."""


def damaged_zip_errors(*more: type[Exception]) -> tuple[type[Exception], ...]:
    """What reading a damaged zip file raises, whatever its entries are packed with; and what `more` may."""
    import zipfile
    import zlib

    errors = (
        *more,
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        OSError,  # by bz2 too, and then without a number
    )
    try:
        import lzma  # which not every Python has; then what it packed is a NotImplementedError
    except ImportError:
        return errors
    return (*errors, lzma.LZMAError)


def grows_too_much(archive: zipfile.ZipFile, packed: int) -> bool:
    """Whether an archive of so many bytes unpacks to more than it may; nothing is unpacked to know it."""
    # the file's own size counts: what the entries say of theirs may count the same bytes many times
    return are_too_much(((entry.filename, entry.file_size) for entry in archive.infolist()), packed)


def are_too_much(sizes: Iterable[tuple[str, int]], packed: int) -> bool:
    """Whether parts (names and bytes) are more than a file of so many packed bytes may hold."""
    sizes = list(sizes)
    return (
        len(sizes) > MOST_PARTS
        or sum(size for _, size in sizes) > packed + MOST_GROWTH
        or any(size > MOST_XML and is_xml(name) for name, size in sizes)
    )


def check_size(parts: Mapping[str, bytes], packed: int) -> None:
    """Raises TooLarge for parts that, packed into so many bytes, could not be read again."""
    if are_too_much(((name, len(data)) for name, data in parts.items()), packed):
        raise TooLarge


def is_xml(name: str) -> bool:
    """Whether a part of this name is read as XML."""
    return name.lower().endswith((".xml", ".rels", ".vml"))


def has_too_many_marks(xml: bytes) -> bool:
    """Whether a part of XML has more elements and attributes than it may."""
    return xml.count(b"<") + xml.count(b"=") > MOST_MARKS
