"""What a deck was when it was written, kept in the deck itself, so that no edit is ever overwritten.

The state is a custom XML part: the digest of every other part (has anything been saved since?), and what says
the meaning of every slide and the look (what has been changed?). Opening a deck changes nothing; saving it
from PowerPoint or LibreOffice rewrites the parts, and counts as edited because it may be.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from holdslides import __version__
from holdslides.pptx_file.markup import attribute, text
from holdslides.pptx_file.names import STATE_NAMESPACE
from holdslides.records import dataclass, field, replace
from holdslides.zip_limits import (
    MOST_STATE,
    MOST_XML,
    TooLarge,
    damaged_zip_errors,
    grows_too_much,
    has_too_many_marks,
)

if TYPE_CHECKING:
    import zipfile
    from xml.etree import ElementTree

PLAIN, PACKED = 1, 2  # the formats; what is long is packed, for no part of XML may be as long as it would be
FORMAT = PACKED  # the newest there is: an older holdslides leaves a file of a newer format alone
LONGEST_PLAIN = MOST_XML // 2  # bytes
KEPT = b"fingerprint:"  # begins what is kept of a picture
_PART = re.compile(r"customXml/item\d+\.xml$")
_AT_ONCE = 1 << 20  # letters of what is packed in one element
_OPEN, _CLOSE = b"<![CDATA[", b"]]>"
_NS = f"{{{STATE_NAMESPACE}}}"


@dataclass(frozen=True)
class SlideRecord:
    """A slide as it was written: `number` in the presentation, its section, what it meant (`said`, JSON).

    `content` is the fingerprint of the meaning holdslides gave it: on another layout it may have been written
    a little differently. A slide that is `gone` was deleted by the therapist.
    """

    id: str
    number: int
    section: str
    title: str
    short: bool
    content: str = ""
    said: str = ""
    gone: bool = False

    @cached_property
    def meaning(self) -> dict[str, Any]:
        """What the slide meant when it was written."""
        read: dict[str, Any] = json.loads(self.said) if self.said else {"shapes": []}
        return read


@dataclass(frozen=True, slots=True)
class State:
    """Digests by part name, the holdslides version that wrote them, the format and part they are kept in.

    `deck` is the deck's name, `slides` are in the order of ours. What slides and look (JSON) mean is said, or
    can be read from `base`, the parts as they were written (`settle.settled`). `mixed` says that the file
    holds something of the therapist's.
    """

    part: str
    digests: dict[str, str]
    version: str = __version__
    format: int = PLAIN
    deck: str = ""
    mixed: bool = False
    look: str = ""
    slides: tuple[SlideRecord, ...] = ()
    base: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def is_newer(self) -> bool:
        """Whether a newer holdslides than this one wrote it."""
        return self.format > FORMAT or _numbers(self.version) > _numbers(__version__)

    def xml(self) -> bytes:
        """The state as its part. Raises TooLarge for more than is ever read again."""
        plain = self._as(self.format, self._content())
        if len(plain) <= LONGEST_PLAIN:
            return plain
        if len(plain) > MOST_STATE:
            raise TooLarge
        from base64 import b64encode  # for very many slides

        letters = b64encode(zlib.compress(plain))
        pieces = (letters[at : at + _AT_ONCE] for at in range(0, len(letters), _AT_ONCE))
        return self._as(max(self.format, PACKED), b"".join(b"<packed>%b</packed>\n" % p for p in pieces))

    def _content(self) -> bytes:
        digests = (f'<part name="{attribute(n)}" digest="{d}"/>\n' for n, d in sorted(self.digests.items()))
        look = f"<look>{text(self.look)}</look>\n" if self.look else ""
        said = f"{''.join(digests)}{look}{''.join(map(_slide_xml, self.slides))}".encode()
        return said + b"".join(_base_xml(name, data) for name, data in self.base.items())

    def _as(self, format_: int, content: bytes) -> bytes:
        mixed = ' mixed="1"' if self.mixed else ""
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<state xmlns="{STATE_NAMESPACE}" format="{format_}" version="{self.version}" '
            f'deck="{attribute(self.deck)}"{mixed}>\n'
        ).encode() + b"%b</state>" % content

    def of_parts(self, parts: Mapping[str, bytes]) -> State:
        """This state with the digests of these parts (zip names and bytes), all but its own."""
        return replace(self, digests={n: digest(data) for n, data in parts.items() if n != self.part})


def _slide_xml(slide: SlideRecord) -> str:
    short, gone = ' short="1"' if slide.short else "", ' gone="1"' if slide.gone else ""
    return (
        f'<slide id="{attribute(slide.id)}" number="{slide.number}" title="{attribute(slide.title)}" '
        f'section="{attribute(slide.section)}" content="{slide.content}"{short}{gone}>{text(slide.said)}'
        "</slide>\n"
    )


def _base_xml(name: str, data: bytes) -> bytes:
    safe = data.replace(_CLOSE, b"]]" + _CLOSE + _OPEN + b">")
    return b'<base name="' + attribute(name).encode() + b'">' + _OPEN + safe + _CLOSE + b"</base>\n"


def digest(data: bytes) -> str:
    """A part's fingerprint."""
    return hashlib.sha256(data).hexdigest()[:32]


def fingerprint(picture: bytes) -> str:
    """A picture's fingerprint; of one that was kept as its fingerprint alone, that."""
    return picture.removeprefix(KEPT).decode() if picture.startswith(KEPT) else digest(picture)


def as_json(value: object) -> str:
    """Plain data as it is kept in the state."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def find_state(parts: Iterable[tuple[str, bytes]]) -> State | None:
    """The state among some parts (names and bytes); None when there is none that can be read."""
    from xml.etree.ElementTree import ParseError  # a new deck has none to be read

    for name, data in parts:
        if not _PART.match(name) or STATE_NAMESPACE.encode() not in data:
            continue
        try:
            root = _root(data)
            if root.tag == f"{_NS}state":
                packed = "".join(piece.text or "" for piece in root.iter(f"{_NS}packed"))
                format_ = int(root.get("format", "0"))
                return _state(name, format_, _root(_unpacked(packed)) if packed else root)
        except (ParseError, ValueError):
            continue
    return None


def _root(data: bytes) -> ElementTree.Element:
    """The state as a tree. Raises ValueError or ParseError for one that is broken, or would be enormous."""
    from xml.etree import ElementTree

    first, *rest = data.split(_OPEN)
    if has_too_many_marks(first + b"".join(piece.partition(_CLOSE)[2] for piece in rest)):
        raise ValueError("too many marks")
    return ElementTree.fromstring(data)


def _unpacked(packed: str) -> bytes:
    """What was packed. Raises ValueError for what is broken, or is more than it may be."""
    from base64 import b64decode

    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(b64decode(packed, validate=True), MOST_STATE)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacking.eof:
        raise ValueError("more than it may be")
    return data


def _state(name: str, format_: int, root: ElementTree.Element) -> State:
    return State(
        part=name,
        digests={str(part.get("name")): str(part.get("digest")) for part in root.iter(f"{_NS}part")},
        version=str(root.get("version")),
        format=format_,
        deck=root.get("deck", ""),
        mixed=root.get("mixed") == "1",
        look=root.findtext(f"{_NS}look") or "",
        slides=tuple(
            SlideRecord(
                id=str(slide.get("id")),
                number=int(slide.get("number", "0")),
                section=slide.get("section", ""),
                title=slide.get("title", ""),
                short=slide.get("short") == "1",
                content=slide.get("content", ""),
                said=slide.text or "",
                gone=slide.get("gone") == "1",
            )
            for slide in root.iter(f"{_NS}slide")
        ),
        base={str(part.get("name")): (part.text or "").encode("utf-8") for part in root.iter(f"{_NS}base")},
    )


def read_state(archive: zipfile.ZipFile) -> State | None:
    """The state a deck was written with; None when it has none that can be read."""
    return find_state((name, archive.read(name)) for name in archive.namelist() if _PART.match(name))


def is_as_written(state: State, parts: Mapping[str, bytes]) -> bool:
    """Whether the parts of a file are just as holdslides wrote them, with nothing of the therapist's."""
    if state.is_newer or state.mixed:
        return False
    names = [name for name in parts if name != state.part]
    return sorted(names) == sorted(state.digests) and all(
        digest(parts[name]) == state.digests[name] for name in names
    )


def was_edited(path: Path) -> bool:
    """Whether the file may hold something of the user's: True unless every part is as holdslides wrote it.

    A file that is no deck, or was never ours, counts as edited. Raises OSError when it cannot be opened.
    """
    import zipfile  # a new deck takes the place of none

    try:
        with zipfile.ZipFile(path) as archive:
            if grows_too_much(archive, path.stat().st_size):
                return True
            state = read_state(archive)
            if state is None:
                return True
            parts = {n: archive.read(n) for n in archive.namelist() if n in state.digests or n == state.part}
            return len(parts) != len(archive.namelist()) or not is_as_written(state, parts)
    except damaged_zip_errors() as error:
        if isinstance(error, OSError) and error.errno is not None:  # what the disk or the network did
            raise
        return True


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", version)[:3])
