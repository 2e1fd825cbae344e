"""What is kept of a meeting on the page, written into `program` in klinik.yaml: every other line stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from holdslides.web.commented_yaml import after_content, as_it_is_written, dumped, lines_of, loaded

PROGRAM, PAGE = "program", "fra_siden"
BASE = ("tilstand", "ramme", "gang")  # what says which meeting an entry is for

Page = Mapping[str, Any]

_EXAMPLE = re.compile(r"^#program[ \t]*:.*(?:\n#[ \t]{2,}.*)*", re.MULTILINE)


def with_page_order(text: str, at: int | None, base: Mapping[str, Any], page: Page | None) -> str:
    """The file with what is kept for one meeting; None forgets it.

    `at` is the index of the meeting's entry in `program`, None where it has none; then `base` names the meeting in
    a new one. An entry that says nothing any more is taken out.
    """
    return as_it_is_written(text, lambda plain: _with(plain, at, base, page))


def _with(text: str, at: int | None, base: Mapping[str, Any], page: Page | None) -> str:
    data = loaded(text)
    wanted = _changed(data.get(PROGRAM), at, base, page)
    if wanted == _plain(data.get(PROGRAM)):
        return text
    made = _by_lines(text, data, at, base, page)
    return made if made is not None and _says(made, data, wanted) else _anew(text, data, at, base, page)


def _changed(old: Any, at: int | None, base: Mapping[str, Any], page: Page | None) -> list[dict[str, Any]]:
    """The programme as it shall be, as plain data."""
    rows: list[dict[str, Any]] = _plain(old) or []
    row = dict(base) if at is None else rows[at]
    row.pop(PAGE, None)
    if page is not None:
        row[PAGE] = dict(page)
    if at is None:
        return [*rows, row] if page is not None else rows
    if set(row) <= set(BASE):
        del rows[at]
    return rows


def _by_lines(
    text: str, data: CommentedMap, at: int | None, base: Mapping[str, Any], page: Page | None
) -> str | None:
    """The file with some lines put in or taken out; None where `program` is not written line by line."""
    rows = data.get(PROGRAM)
    if not isinstance(rows, CommentedSeq) or not rows or rows.fa.flow_style():
        return None
    entries = [row for row in rows if isinstance(row, CommentedMap) and not row.fa.flow_style()]
    if len(entries) != len(rows):
        return None
    lines = text.split("\n")
    _, after = lines_of(PROGRAM, data, lines)
    bounds = [*(row.lc.line for row in entries), after]
    column = entries[0].lc.col
    dash = lines[bounds[0]][:column].rfind("-")
    if at is None:
        put_at = after_content(lines, bounds[-2], bounds[-1])
        lines[put_at:put_at] = _lines([{**base, PAGE: page}], dash)
        return "\n".join(lines)
    entry, first = entries[at], bounds[at]
    end = after_content(lines, first, bounds[at + 1])
    if page is None and set(entry) - {PAGE} <= set(BASE):
        if len(entries) == 1:
            return None
        del lines[first:end]
        return "\n".join(lines)
    if PAGE in entry:
        begin = entry.lc.key(PAGE)[0]
        following = [entry.lc.key(key)[0] for key in entry if entry.lc.key(key)[0] > begin]
        end = after_content(lines, begin, min(following, default=bounds[at + 1]))
        if begin == first:
            return None  # it stands beside the dash
        del lines[begin:end]
        end = begin
    if page is not None:
        lines[end:end] = _lines({PAGE: page}, column)
    return "\n".join(lines)


def _lines(value: Any, indent: int) -> list[str]:
    """A mapping, or a list with its dashes, as lines that begin at `indent`."""
    written = dumped(CommentedMap({PROGRAM: value})).split("\n")[1:]
    return [" " * indent + line[2:] for line in written]


def _anew(text: str, data: CommentedMap, at: int | None, base: Mapping[str, Any], page: Page | None) -> str:
    """The file with all of `program` written anew: for one in a single line, an empty one, or none."""
    rows = data.get(PROGRAM)
    rows = rows if isinstance(rows, CommentedSeq) else CommentedSeq()
    row = CommentedMap(base) if at is None else rows[at]
    row.pop(PAGE, None)
    if page is not None:
        row[PAGE] = dict(page)
    if at is None:
        rows.append(row)
    elif set(row) <= set(BASE):
        del rows[at]
    made = dumped(CommentedMap({PROGRAM: rows})).split("\n") if rows else [f"{PROGRAM}: []"]
    lines = text.split("\n")
    if PROGRAM in data:
        begin, after = lines_of(PROGRAM, data, lines)
        lines[begin:after] = made
        return "\n".join(lines)
    if found := _EXAMPLE.search(text):
        return text[: found.start()] + "\n".join(made) + (text[found.end() :] or "\n")
    return f"{text.rstrip()}\n\n" + "\n".join(made) + "\n"


def _says(text: str, before: CommentedMap, wanted: Any) -> bool:
    """Whether the file says what it shall, and all else as before."""
    try:
        now = _plain(loaded(text))
    except Exception:  # whatever it is: the file is not what we want
        return False
    return bool(now == {**_plain(before), PROGRAM: wanted})


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return deepcopy(value)
