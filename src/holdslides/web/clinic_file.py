"""klinik.yaml with other values and all its comments: only the lines of what has changed are written anew."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import reduce
from hashlib import blake2b
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarfloat import ScalarFloat
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from holdslides.ids import find_id
from holdslides.web.commented_yaml import as_it_is_written, dumped, lines_of, loaded

AT = "at"  # in a row of a list: where it stood before, so that its own comments follow it

Row = Mapping[str, Any]


def revision(data: bytes) -> str:
    """A file as a fingerprint: another one means that somebody has saved."""
    return blake2b(data, digest_size=8).hexdigest()


def with_values(text: str, values: Mapping[str, str | Sequence[Row]]) -> str:
    """The file with these values under their keys.

    A text that is empty empties its key and never makes one; a list's rows are mappings. A value that is as
    it was leaves its lines untouched; a key in another spelling (`Telefon`) keeps it; a key that is not there
    takes the place of its example (`#telefon: …`), or comes last.
    """
    return as_it_is_written(text, lambda plain: reduce(_with, values.items(), plain))


def _with(text: str, item: tuple[str, str | Sequence[Row]]) -> str:
    key, value = item
    data = loaded(text)
    if (spelled := find_id(key, map(str, data))) is not None:
        lines = text.split("\n")
        first, after = lines_of(spelled, data, lines)
        changed = _changed("\n".join(lines[first:after]), spelled, value)
        return text if changed is None else "\n".join([*lines[:first], changed, *lines[after:]])
    if not value:
        return text
    made = dumped(CommentedMap({key: _new(value)}))
    example = re.compile(rf"^#{re.escape(key)}[ \t]*:.*(?:\n#[ \t]{{2,}}.*)*", re.MULTILINE)
    if found := example.search(text):
        return text[: found.start()] + made + text[found.end() :]
    return f"{text.rstrip()}\n\n{made}\n"


def _changed(block: str, key: str, value: str | Sequence[Row]) -> str | None:
    """The key's lines with the value; None when it has it already."""
    data = loaded(block)
    old = data[key]
    if isinstance(value, str):
        if _as_text(old) == value:
            return None
        data[key] = DoubleQuotedScalarString(value)
        return dumped(data)
    rows = old if isinstance(old, CommentedSeq) else CommentedSeq()
    kept = [_row(rows, row) for row in value]
    if (
        len(kept) == len(rows)
        and all(a is b for a, b in zip(kept, rows, strict=True))
        and not _touched(rows, value)
    ):
        return None
    changed = CommentedSeq()
    if not kept:
        changed.fa.set_flow_style()
    for item, row in zip(kept, value, strict=True):
        _fill(item, row)
        changed.append(item)
    data[key] = changed
    return dumped(data)


def _row(rows: CommentedSeq, row: Row) -> CommentedMap:
    at = row.get(AT)
    if isinstance(at, int) and 0 <= at < len(rows) and isinstance(rows[at], CommentedMap):
        item: CommentedMap = rows[at]
        return item
    return CommentedMap()


def _touched(rows: CommentedSeq, value: Sequence[Row]) -> bool:
    return any(
        _written(old, name) != text
        for old, row in zip(rows, value, strict=True)
        for name, text in row.items()
        if name != AT
    )


def _fill(item: CommentedMap, row: Row) -> None:
    for name, text in row.items():
        if name == AT or _written(item, name) == text:
            continue
        spelled = find_id(name, map(str, item))
        if text or spelled:
            item[spelled or name] = DoubleQuotedScalarString(text)


def _written(item: CommentedMap, name: str) -> str:
    """What a row says under a name, in whatever spelling of it; "" for nothing."""
    return _as_text(item.get(find_id(name, map(str, item))))


def _as_text(value: Any) -> str:
    """A value as it is written in the file: 16.30 is not 16.3."""
    if isinstance(value, ScalarFloat):
        return dumped(CommentedMap(value=value)).removeprefix("value: ")
    return "" if value is None else str(value)


def _new(value: str | Sequence[Row]) -> Any:
    if isinstance(value, str):
        return DoubleQuotedScalarString(value)
    made = CommentedSeq()
    for row in value:
        item = CommentedMap()
        _fill(item, row)
        made.append(item)
    return made
