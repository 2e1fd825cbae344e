"""klinik.yaml with other values and all its comments: only the lines of what has changed are written anew."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

AT = "at"  # in a row of a list: where it stood before, so that its own comments follow it

Row = Mapping[str, Any]


def revision(data: bytes) -> str:
    """A file as a fingerprint: another one means that somebody has saved."""
    return blake2b(data, digest_size=8).hexdigest()


def with_values(text: str, values: Mapping[str, str | Sequence[Row]]) -> str:
    """The file with these values under their keys.

    A text that is empty empties its key and never makes one; a list's rows are mappings. A value that is as
    it was leaves its lines untouched; a key that is not there takes the place of its example
    (`#telefon: …`), or comes last.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    for key, value in values.items():
        text = _with(text, key, value)
    return text.replace("\n", newline)


def _with(text: str, key: str, value: str | Sequence[Row]) -> str:
    block = re.compile(rf"^{re.escape(key)}[ \t]*:.*\n?(?:(?:[ \t]+.*|-.*|(?=\n[ \t]+\S))\n?)*", re.MULTILINE)
    if found := block.search(text):
        written = found[0].rstrip("\n")
        changed = _changed(written, key, value)
        after = found[0][len(written) :]
        return text if changed is None else text[: found.start()] + changed + after + text[found.end() :]
    if not value:
        return text
    made = _dumped(CommentedMap({key: _new(value)}))
    example = re.compile(rf"^#{re.escape(key)}[ \t]*:.*(?:\n#[ \t]{{2,}}.*)*", re.MULTILINE)
    if found := example.search(text):
        return text[: found.start()] + made + text[found.end() :]
    return f"{text.rstrip()}\n\n{made}\n"


def _changed(block: str, key: str, value: str | Sequence[Row]) -> str | None:
    """The key's lines with the value; None when it has it already."""
    data = _yaml().load(block)
    old = data[key]
    if isinstance(value, str):
        if (old is None and not value) or str(old) == value:
            return None
        data[key] = DoubleQuotedScalarString(value)
        return _dumped(data)
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
    return _dumped(data)


def _row(rows: CommentedSeq, row: Row) -> CommentedMap:
    at = row.get(AT)
    if isinstance(at, int) and 0 <= at < len(rows) and isinstance(rows[at], CommentedMap):
        item: CommentedMap = rows[at]
        return item
    return CommentedMap()


def _touched(rows: CommentedSeq, value: Sequence[Row]) -> bool:
    return any(
        str(old.get(name) or "") != text
        for old, row in zip(rows, value, strict=True)
        for name, text in row.items()
        if name != AT
    )


def _fill(item: CommentedMap, row: Row) -> None:
    for name, text in row.items():
        if name == AT or str(item.get(name) or "") == text:
            continue
        if text or name in item:
            item[name] = DoubleQuotedScalarString(text)


def _new(value: str | Sequence[Row]) -> Any:
    if isinstance(value, str):
        return DoubleQuotedScalarString(value)
    made = CommentedSeq()
    for row in value:
        item = CommentedMap()
        _fill(item, row)
        made.append(item)
    return made


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _dumped(data: CommentedMap) -> str:
    out = StringIO()
    _yaml().dump(data, out)
    return out.getvalue().rstrip("\n")
