"""klinik.yaml with all its comments: read and written by ruamel.yaml, and where the lines of a key stand."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

_MARK = "\ufeff"  # Windows' Notepad may begin a file with a byte order mark


def as_it_is_written(text: str, change: Callable[[str], str]) -> str:
    """The text with a change made in plain lines; its byte order mark and its line ends stay as they are."""
    mark = _MARK if text.startswith(_MARK) else ""
    newline = "\r\n" if "\r\n" in text else "\n"
    return mark + change(text.removeprefix(_MARK).replace("\r\n", "\n")).replace("\n", newline)


def loaded(text: str) -> CommentedMap:
    """The file's mapping with its comments and lines; an empty one for a file that says nothing.

    Raises YAMLError for a text that is no YAML.
    """
    return _yaml().load(text) or CommentedMap()


def dumped(data: CommentedMap) -> str:
    """The mapping as it stands in a file, without a last line end."""
    out = StringIO()
    _yaml().dump(data, out)
    return out.getvalue().rstrip("\n")


def lines_of(key: str, data: CommentedMap, lines: list[str]) -> tuple[int, int]:
    """The first line of a key of the file and the line after its last, counted from 0.

    Comments between the items of a list are the key's; those after it belong to what follows.
    """
    first = data.lc.key(key)[0]
    following = [data.lc.key(other)[0] for other in data if data.lc.key(other)[0] > first]
    return first, after_content(lines, first, min(following, default=len(lines)))


def after_content(lines: list[str], first: int, end: int) -> int:
    """The line after the last before `end` that says something: blank lines and comments belong to what follows."""
    while end > first + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
