"""What built-in YAML said when it was last parsed, so that a command need not parse it, nor load the parser.

Half of what a cold poster costs beyond its page was reading text nobody had changed since the day before. Like
byte code, what was read is kept in `__pycache__`, under the rules of byte code: where nothing may be written, or
Python is told not to, it is parsed every time. It is found by the hash of the text itself, and not at all once the
modules that read YAML have changed, so it cannot be out of date. The clinic's own files are never kept.
"""

from __future__ import annotations

import contextlib
import marshal
import sys
from functools import lru_cache
from importlib.util import source_hash
from pathlib import Path
from typing import Any

from holdslides.problems import FileError
from holdslides.yaml_data import Decimal, Items, Map

MOST_BYTES = 4_000_000  # of kept data; twenty times the built-in content
_READERS = (
    "yaml_cache.py",
    "yaml_data.py",
    "yaml_reader.py",
    "yaml_text.py",
)  # what decides how text is read
_MAP, _ITEMS, _DECIMAL = range(3)
_HASH = 8  # bytes


def recall(raw: bytes) -> Any:
    """The data of that text, with lines from 1, or None when it has not been kept."""
    kept = _kept()
    name = source_hash(raw)
    packed = kept.packed(name)
    if packed is None:
        return None
    kept.used.add(name)
    return _unpacked(marshal.loads(packed))


def remember(raw: bytes, data: Any) -> None:
    """Has the data of a text kept by the next `keep`; its lines are from 1."""
    kept = _kept()
    name = source_hash(raw)
    kept.new[name] = marshal.dumps(_packed(data))
    kept.used.add(name)


def keep() -> None:
    """Writes what was parsed since the process began; where that cannot be, the next process parses it again."""
    kept = _kept()
    file = _file()
    if not kept.new or file is None or sys.dont_write_bytecode:
        return
    from holdslides.atomic import write_atomically

    data = {name: packed for name in (*kept.index, *kept.new) if (packed := kept.packed(name)) is not None}
    if sum(map(len, data.values())) > MOST_BYTES:  # what this command needed is likely to be needed again
        data = {name: packed for name, packed in data.items() if name in kept.used}
    with contextlib.suppress(FileError):
        write_atomically(file, _as_file(data))
    kept.new = {}


class _Kept:
    """The file's bytes and where in them the data of each text lies, by the text's hash; what is `new`, what `used`."""

    def __init__(self, written: bytes, index: dict[bytes, tuple[int, int]]) -> None:
        self.written, self.index = written, index
        self.new: dict[bytes, bytes] = {}
        self.used: set[bytes] = set()

    def packed(self, name: bytes) -> bytes | None:
        """The data of a text, packed; None when there is none, or it is not as it was written."""
        if name in self.new:
            return self.new[name]
        start, end = self.index.get(name, (0, 0))
        packed = self.written[start + _HASH : end]
        return packed if end and self.written[start : start + _HASH] == source_hash(packed) else None


@lru_cache(maxsize=1)
def _kept() -> _Kept:
    return _Kept(*_read())


# A file is the stamp, the hash and the length of its index, the index, and the data of each text after its hash.
def _as_file(data: dict[bytes, bytes]) -> bytes:
    index: dict[bytes, tuple[int, int]] = {}
    at = 0
    for name, packed in data.items():
        index[name] = at, at + _HASH + len(packed)
        at = index[name][1]
    head = marshal.dumps(index)
    body = b"".join(source_hash(packed) + packed for packed in data.values())
    return b"".join((_stamp(), source_hash(head), len(head).to_bytes(_HASH, "big"), head, body))


def _read() -> tuple[bytes, dict[bytes, tuple[int, int]]]:
    """The data of the file and its index; none when it is not there, not whole or of another holdslides."""
    file = _file()
    try:
        written = file.read_bytes() if file else b""
    except OSError:
        return b"", {}
    body = 3 * _HASH + int.from_bytes(written[2 * _HASH : 3 * _HASH], "big")
    head = written[3 * _HASH : body]
    if written[: 2 * _HASH] != _stamp() + source_hash(head) or not head:
        return b"", {}
    index: dict[bytes, tuple[int, int]] = marshal.loads(head)
    return written[body:], index


def _file() -> Path | None:
    """Beside this module's byte code, whose name tells the Pythons of one installation apart."""
    compiled = __spec__.cached
    return Path(compiled).with_suffix(".data") if compiled else None


@lru_cache(maxsize=1)
def _stamp() -> bytes:
    """Eight bytes that are others when YAML is read in another way, or by another Python."""
    here = Path(__file__).parent
    try:
        return source_hash(b"".join((here / name).read_bytes() for name in _READERS))
    except OSError:  # an installation without its sources keeps nothing
        return b""


def _packed(value: Any) -> Any:
    """A value as what `marshal` knows; names that many mappings share are kept once."""
    if isinstance(value, Map):
        values = {sys.intern(name): _packed(item) for name, item in value.items()}
        return _MAP, value.line, values, [value.lines[name] for name in value]
    if isinstance(value, Items):
        return _ITEMS, value.line, [_packed(item) for item in value], value.lines
    return (_DECIMAL, value.written) if isinstance(value, Decimal) else value


def _unpacked(packed: Any) -> Any:
    if type(packed) is not tuple:
        return packed
    if packed[0] == _DECIMAL:
        return Decimal(packed[1])
    kind, line, values, lines = packed
    if kind == _MAP:
        mapping = Map(line)
        for name, item in values.items():
            mapping[name] = _unpacked(item) if type(item) is tuple else item
        mapping.lines = dict(zip(values, lines, strict=True))
        return mapping
    items = Items(line)
    items.extend([_unpacked(item) if type(item) is tuple else item for item in values])
    items.lines = lines
    return items
