"""Values in a file that are not what is wanted, and what is said about them (Danish)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from holdslides.ids import shown
from holdslides.problems import PlaceOf, Problem
from holdslides.yaml_data import Decimal, Key

Path = tuple[Key, ...]


class WrongValue(Exception):
    """A value that is not what is wanted. `said` and `hint` are Danish; `said` follows the key's name."""

    def __init__(self, said: str, hint: str = "") -> None:
        super().__init__(said)
        self.said, self.hint = said, hint

    def problem(self, path: Path, place: PlaceOf) -> Problem:
        """What to say about it to the user; `path` leads to the value."""
        return Problem(f"{_named(path)} {self.said}", place(*path), self.hint)


class UnknownKey(WrongValue):
    """A key that a mapping may not have; the path ends with it."""

    def problem(self, path: Path, place: PlaceOf) -> Problem:
        return Problem(f'ukendt nøgle "{shown(str(path[-1]))}"', place(*path), self.hint)


class MissingKey(WrongValue):
    """A key, `said`, that a mapping must have; the path leads to the mapping."""

    def problem(self, path: Path, place: PlaceOf) -> Problem:
        return Problem(f'nøglen "{self.said}" mangler', place(*path), self.hint)


class Inside(Exception):
    """All that is wrong within a mapping or a list, each with its path from there."""

    def __init__(self, found: list[tuple[Path, WrongValue]]) -> None:
        super().__init__(found)
        self.found = found


def _named(path: Path) -> str:
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return "filen" if not path else f"nr. {int(path[-1]) + 1}"
    return f'"{shown(names[-1])}"' + (f" nr. {path[-1] + 1}" if isinstance(path[-1], int) else "")


def seen(value: Any) -> str:
    """A value as it is shown in a message (Danish)."""
    match value:
        case None:
            return "ingenting"
        case bool():
            return "true" if value else "false"
        case Decimal():
            return value.written
        case int() | float():
            return str(value)
        case str():
            return f'"{shown(value)}"'
        case Mapping():
            return "nøgler med værdier"
        case _:
            return "en liste"


def wanted(what: str, value: Any, hint: str = "") -> WrongValue:
    """The error for a value where `what` (Danish) is wanted."""
    if value is None:
        hint = (
            "skriv noget efter kolon, eller slet linjen; en tekst, der begynder med #, skal i anførselstegn"
        )
        return WrongValue("står tom", hint)
    return WrongValue(f"skal være {what}, men her står {seen(value)}", hint)
