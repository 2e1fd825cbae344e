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
    if name not in kept.data:
        return None
    kept.used.add(name)
    return _unpacked(marshal.loads(kept.data[name]))


def remember(raw: bytes, data: Any) -> None:
    """Has the data of a text kept by the next `keep`; its lines are from 1."""
    kept = _kept()
    name = source_hash(raw)
    kept.data[name] = marshal.dumps(_packed(data))
    kept.used.add(name)
    kept.is_new = True


def keep() -> None:
    """Writes what was parsed since the process began; where that cannot be, the next process parses it again."""
    kept = _kept()
    file = _file()
    if not kept.is_new or file is None or sys.dont_write_bytecode:
        return
    from holdslides.atomic import write_atomically

    if (
        sum(map(len, kept.data.values())) > MOST_BYTES
    ):  # what this command needed is likely to be needed again
        kept.data = {name: packed for name, packed in kept.data.items() if name in kept.used}
    body = marshal.dumps(kept.data)
    with contextlib.suppress(FileError):
        write_atomically(file, _stamp() + source_hash(body) + body)
    kept.is_new = False


class _Kept:
    """What is kept, by the hash of its text, what of it was `used`, and whether the file lacks some of it."""

    def __init__(self, data: dict[bytes, bytes]) -> None:
        self.data = data
        self.used: set[bytes] = set()
        self.is_new = False


@lru_cache(maxsize=1)
def _kept() -> _Kept:
    return _Kept(_read())


def _read() -> dict[bytes, bytes]:
    """The file's data; none when it is not there, not whole or written by another holdslides."""
    file = _file()
    try:
        written = file.read_bytes() if file else b""
    except OSError:
        return {}
    stamp, body = written[: 2 * _HASH], written[2 * _HASH :]
    if len(body) > 2 * MOST_BYTES or stamp != _stamp() + source_hash(body):
        return {}
    data: dict[bytes, bytes] = marshal.loads(body)
    return data


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
