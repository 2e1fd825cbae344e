"""The text of a YAML file before it is parsed, and where it goes wrong: bytes, characters, lines.

What is wrong is told by the type and marks of the parser's error and by the line itself, never by its words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from holdslides.problems import ContentError, Place, Problem
from holdslides.yaml_data import MAX_BYTES

if TYPE_CHECKING:
    import yaml

LONGEST_LINE = 1_000  # characters looked at when a line is wrong
MAX_REPORTED = 20  # lines with the same trouble that are worth naming

# what XML cannot hold, what YAML takes for a line break, and what turns the text around
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_TAB_FIRST = r"(?m)^ *\t[ \t]*(?=[^\s#])"


def decode(raw: bytes, shown: str) -> str:
    """The text of a file, composed (NFC), with or without a byte order mark.

    Raises ContentError when it is too large, not UTF-8 or holds characters that nobody can see.
    """
    if len(raw) > MAX_BYTES:
        most = f"{MAX_BYTES // 1_000_000} MB"
        raise ContentError(Problem(f"filen er større end {most}", Place(shown), "del den i flere filer"))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        hint = "gem filen med kodningen UTF-8"
        problem = Problem(
            f"filen er ikke gemt som UTF-8: byte nummer {error.start + 1} er ikke et tegn",
            Place(shown, line),
            hint,
        )
        raise ContentError(problem) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if unseen := [
        unseen_problem(m[0], shown, _line_at(text, m.start())) for m in _some(UNSEEN.finditer(text))
    ]:
        raise ContentError(unseen)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def unseen_problem(character: str, shown: str, line: int) -> Problem:
    """A character that nobody can see and no document can hold."""
    message = f"der er et usynligt tegn (U+{ord(character):04X}), som ikke kan bruges"
    return Problem(message, Place(shown, line), "slet tegnet, eller skriv linjen om")


def syntax_problems(text: str, error: yaml.YAMLError, shown: str, first_line: int) -> list[Problem]:
    """What is wrong with a text the parser stopped at."""
    lines = text.splitlines()
    at = _error_line(error, len(lines))
    tabs = list(_some(_line_at(text, m.start()) for m in re.finditer(_TAB_FIRST, text)))
    shift = first_line - 1
    if at in tabs:
        hint = "brug mellemrum i stedet, to for hvert trin"
        return [
            Problem("der er en tabulator i indrykningen", Place(shown, n + shift), hint)
            for n in tabs
            if n >= at
        ]
    blamed = next((n for n in _suspects(error, at) if _is_open(_line(lines, n))), at)
    return [Problem("linjen kan ikke læses", Place(shown, blamed + shift), _hint(_line(lines, blamed)))]


def _error_line(error: yaml.YAMLError, last: int) -> int:
    """Where the parser stopped, never after the last line (from 1)."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return min(mark.line + 1, max(last, 1)) if mark is not None else 0


def _suspects(error: yaml.YAMLError, at: int) -> tuple[int, ...]:
    """Lines that may hold a quote or bracket never closed, which the parser only misses further down."""
    context = getattr(error, "context_mark", None)
    return (at, at - 1, context.line + 1) if context is not None else (at, at - 1)


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1][:LONGEST_LINE] if 0 < number <= len(lines) else ""


def _is_open(line: str) -> bool:
    return _has_open_quote(line) or _has_open_bracket(line)


def _has_open_quote(line: str) -> bool:
    return line.count('"') % 2 == 1 or re.search(r"(?:^|[\s:\[,])'[^']*$", line) is not None


def _has_open_bracket(line: str) -> bool:
    return line.count("[") != line.count("]") or line.count("{") != line.count("}")


_HINTS = (  # compiled by `re` when a line is wrong, and not before
    (
        r"""\s*(?:- )*(?:[^\s:#]+:\s+)?("[^"]*"|'[^']*')\s*[^\s,\]}#:]""",
        "der står noget efter det sidste anførselstegn",
    ),
    (
        r"""\s*(?:- )*[^\s:#"'][^:]*:\s+[^\s"'\[{|>#][^#]*:(?:\s|$)""",
        "sæt teksten i anførselstegn, når der er et kolon i den",
    ),
    (r"\s*(?:- )*(?:[^\s:#]+:\s+)?[@`%&*!|>]", "sæt teksten i anførselstegn, når den begynder med et tegn"),
)


def _hint(line: str) -> str:
    if _has_open_quote(line):
        return "mangler der et anførselstegn?"
    if _has_open_bracket(line):
        return "mangler der en slutparentes?"
    for pattern, hint in _HINTS:
        if re.match(pattern, line):
            return hint
    return "tjek indrykningen, og at linjen hører til den foregående"


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _some(found: Iterator[Any]) -> Iterator[Any]:
    """The first of many: nobody reads a thousand lines about the same thing."""
    for _, one in zip(range(MAX_REPORTED), found, strict=False):
        yield one
