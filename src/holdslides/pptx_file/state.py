"""What a deck looked like when it was written, kept in the deck itself, so that no edit is ever overwritten.

The state is a custom XML part with the digest of every other part. Opening a deck changes nothing; saving it
from PowerPoint or LibreOffice rewrites the parts, and counts as edited because it may be.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

from holdslides.pptx_file.names import STATE_NAMESPACE
from holdslides.records import dataclass

FORMAT = 1  # an older holdslides leaves a file of a newer format alone


@dataclass(frozen=True, slots=True)
class State:
    """Digests by part name, the holdslides version that wrote them, the format and part they are kept in."""

    part: str
    digests: dict[str, str]
    version: str
    format: int


def digest(data: bytes) -> str:
    """A part's fingerprint."""
    return hashlib.sha256(data).hexdigest()[:32]


def state_xml(parts: Mapping[str, bytes], state_part: str, version: str) -> bytes:
    """The state of these parts (zip names and bytes), all but the one it is kept in itself."""
    lines = "".join(
        f'<part name="{name}" digest="{digest(data)}"/>\n'
        for name, data in sorted(parts.items())
        if name != state_part
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<state xmlns="{STATE_NAMESPACE}" format="{FORMAT}" version="{version}">\n{lines}</state>'
    ).encode()


def read_state(archive: zipfile.ZipFile) -> State | None:
    """The state a deck was written with; None when it has none that can be read."""
    for name in archive.namelist():
        if not (name.startswith("customXml/item") and name.endswith(".xml")):
            continue
        try:
            root = ElementTree.fromstring(archive.read(name))
            if root.tag != f"{{{STATE_NAMESPACE}}}state":
                continue
            digests = {str(part.get("name")): str(part.get("digest")) for part in root}
            return State(name, digests, str(root.get("version")), int(root.get("format", "0")))
        except (ElementTree.ParseError, ValueError):
            continue
    return None


def was_edited(path: Path) -> bool:
    """Whether the file may hold something of the user's: True unless every part is as holdslides wrote it.

    A file that is no deck, or was never ours, counts as edited. Raises OSError when it cannot be opened.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            state = read_state(archive)
            if state is None or state.format > FORMAT:
                return True
            names = [n for n in archive.namelist() if n != state.part]
            if sorted(names) != sorted(state.digests):
                return True
            return any(digest(archive.read(name)) != state.digests[name] for name in names)
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ):
        return True
