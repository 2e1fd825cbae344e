"""YAML as plain data that remembers its lines.

The file is read as a stream of events, so nothing is built before it is known to be harmless: a file of open
brackets crashes the node composer of the C library, and a handful of aliases can stand for a billion items.
Only `true`/`false`, whole numbers, decimal numbers and empty values become anything but text, so `nej`, `on`,
`0263`, `12:30` and `2026-01-05` stay as they are written.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml

from holdslides.problems import ContentError, Place, Problem
from holdslides.yaml_data import Decimal, Items, Map, YamlFile
from holdslides.yaml_text import UNSEEN, decode, syntax_problems, unseen_problem

MAX_DEPTH = 30
MAX_REPEATED = 100  # values that aliases may repeat in one file

EVENTS: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C library where it can be had

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\Z")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,15}\Z")
_WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_EMPTY = ("", "~", "null", "Null", "NULL")
_MAYBE_NOT_TEXT = frozenset("0123456789-~tTfFnN")
_STR_TAG = "tag:yaml.org,2002:str"


def parse_yaml(raw: bytes, shown: str, events: Any = EVENTS) -> YamlFile:
    """The data of a file's bytes.

    Raises ContentError with everything that is wrong: bytes that are not UTF-8, control characters, tabs in
    the indentation, keys written twice, aliases without end, several documents, too deep, too large, empty.
    """
    return parse_text(decode(raw, shown), shown, events=events)


def parse_text(text: str, shown: str, first_line: int = 1, events: Any = EVENTS) -> YamlFile:
    """The data of decoded text; `first_line` is where it begins when it is cut out of a larger file.

    Raises ContentError as `parse_yaml` does.
    """
    reader = _Reader(text, shown, first_line, events)
    try:
        data = reader.read()
    except _Stop:
        raise ContentError(reader.problems) from None
    except yaml.YAMLError as error:
        raise ContentError([*reader.problems, *syntax_problems(text, error, shown, first_line)]) from None
    if reader.problems:
        raise ContentError(reader.problems)
    return YamlFile(data, shown)


class _Stop(Exception):
    """Reading cannot go on; the reader's problems say why."""


_IN_LIST = ("", 0)  # stands where a list awaits no key


class _Reader:
    """Builds data from events. `_open` is the way down to the value being read: depth costs no recursion."""

    def __init__(self, text: str, shown: str, first_line: int, events: Any) -> None:
        self.problems: list[Problem] = []
        self._shown = shown
        self._shift = first_line
        self._next_event = events(text).get_event
        self._open: list[Map | Items] = []
        self._keys: list[
            tuple[str, int] | None
        ] = []  # for each open mapping the key that awaits its value, if read
        self._anchors: dict[str, tuple[Any, int]] = {}  # value and how many values it holds
        self._anchored: list[
            tuple[str, int] | None
        ] = []  # for each open collection its anchor, and the count before it
        self._count = 0
        self._repeated = 0
        self._root: Any = None

    def read(self) -> Any:
        """The data of the one document. Raises YAMLError when the text is not YAML."""
        take = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
        }
        documents = 0
        while True:
            event = self._next_event()
            kind = type(event)
            if handler := take.get(kind):
                handler(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._stop(
                        "filen har mere end ét dokument (---)", event, "slet linjen, eller del filen i to"
                    )
            elif kind is yaml.StreamEndEvent:
                break
        if self._root is None and not self.problems:
            self.problems.append(Problem("filen er tom", Place(self._shown)))
        return self._root

    # ---- one event ----------------------------------------------------------------------------------------
    def _scalar(self, event: Any) -> None:
        text: str = event.value
        line = event.start_mark.line + self._shift
        if event.style == '"' and (unseen := UNSEEN.search(text)):
            self.problems.append(unseen_problem(unseen[0], self._shown, line))
        if event.tag is not None and event.tag not in ("!", _STR_TAG):
            self._refuse_tag(event)
        if self._awaits_key():
            self._key(text, line)
            return
        plain = not event.style and event.tag is None
        value = _plain_value(text) if plain and (not text or text[0] in _MAYBE_NOT_TEXT) else text
        if event.anchor is not None:
            self._anchors[event.anchor] = value, 1
        self._add(value, line)

    def _start(self, event: Any) -> None:
        line = event.start_mark.line + self._shift
        if len(self._open) == MAX_DEPTH:
            self._stop(f"indholdet er rykket ind i mere end {MAX_DEPTH} trin", event, "gør det fladere")
        if event.tag is not None and event.tag != "!":
            self._refuse_tag(event)
        is_map = type(event) is yaml.MappingStartEvent
        if self._awaits_key():
            self._stop("en nøgle skal være et enkelt ord", event, "sæt teksten i anførselstegn")
        value: Map | Items = Map(line) if is_map else Items(line)
        self._anchored.append((event.anchor, self._count) if event.anchor is not None else None)
        if event.anchor is not None:
            self._anchors.pop(event.anchor, None)  # until it is whole, nothing may point to it
        self._add(value, line)
        self._open.append(value)
        self._keys.append(None if is_map else _IN_LIST)

    def _end(self, _: Any) -> None:
        value = self._open.pop()
        self._keys.pop()
        if anchored := self._anchored.pop():
            anchor, before = anchored
            self._anchors[anchor] = value, self._count - before

    def _alias(self, event: Any) -> None:
        line = event.start_mark.line + self._shift
        if event.anchor not in self._anchors:
            hint = "sæt teksten i anførselstegn, hvis den begynder med en stjerne"
            self._stop(f"henvisningen *{event.anchor} peger ikke på noget", event, hint)
        if self._awaits_key():
            self._stop("en nøgle skal være et enkelt ord", event, "skriv nøglen ud")
        value, size = self._anchors[event.anchor]
        self._repeated += size
        self._count += size - 1
        if self._repeated > MAX_REPEATED:
            self._stop("henvisningerne med * gentager for meget", event, "skriv teksten ud i stedet")
        self._add(value, line)

    def _awaits_key(self) -> bool:
        return bool(self._keys) and self._keys[-1] is None

    # ---- building -----------------------------------------------------------------------------------------
    def _key(self, text: str, line: int) -> None:
        name = text if text.isascii() else unicodedata.normalize("NFC", text)
        mapping = self._open[-1]
        if isinstance(mapping, Map) and name in mapping:
            hint = f"den står også i linje {mapping.lines[name]}; slet den ene"
            self.problems.append(
                Problem(f'nøglen "{name}" står der to gange', Place(self._shown, line), hint)
            )
        self._keys[-1] = name, line

    def _add(self, value: Any, line: int) -> None:
        self._count += 1
        if not self._open:
            self._root = value
            return
        into = self._open[-1]
        if isinstance(into, Items):
            into.append(value)
            into.lines.append(line)
            return
        name, key_line = self._keys[-1] or ("", line)
        into[name] = value
        into.lines[name] = key_line if isinstance(value, (Map, Items)) else line
        self._keys[-1] = None

    def _refuse_tag(self, event: Any) -> None:
        hint = "sæt teksten i anførselstegn, hvis den begynder med et udråbstegn"
        place = Place(self._shown, event.start_mark.line + self._shift)
        self.problems.append(Problem("mærker med ! foran kan ikke bruges", place, hint))

    def _stop(self, message: str, event: Any, hint: str) -> None:
        place = Place(self._shown, event.start_mark.line + self._shift)
        self.problems.append(Problem(message, place, hint))
        raise _Stop


def _plain_value(text: str) -> Any:
    if text in _EMPTY:
        return None
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.match(text):
        return int(text)
    return Decimal(text) if _DECIMAL.match(text) else text
