"""What can be wrong, and where: the one vocabulary every stage reports in.

A stage collects all its problems and raises once; only the edge (command line, local page) prints them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeAlias

from holdslides.records import dataclass


class Severity(StrEnum):
    """How much a problem weighs. An error stops the writing of a document, a warning does not."""

    ERROR = "fejl"
    WARNING = "advarsel"


@dataclass(frozen=True, slots=True)
class Place:
    """A line in a content file, as the user can find it. `line` counts from 1; 0 means the whole file."""

    file: str
    line: int = 0

    def __lt__(self, other: Place) -> bool:
        return (self.file, self.line) < (other.file, other.line)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


PlaceOf: TypeAlias = Callable[..., Place]  # where the value at a path of Danish keys and list indexes stands


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: what (Danish), where, and how it can be mended."""

    message: str
    place: Place | None = None
    hint: str = ""
    rule: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        rule = f"[{self.rule}] " if self.rule else ""
        hint = f" ({self.hint})" if self.hint else ""
        line = f"{where}{rule}{self.message}{hint}"
        return line if len(line.splitlines()) == 1 else " ".join(line.split())  # whatever it quotes


class HoldslidesError(Exception):
    """Anything a user can cause. Carries every problem that was found, never only the first."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem] | Problem) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[HoldslidesError], tuple[tuple[Problem, ...]]]:
        """Comes back from another process with its problems, not with the letters of its message."""
        return type(self), (self.problems,)


class ContentError(HoldslidesError):
    """Content or input that cannot be used as it stands (exit 1)."""


class RequestError(HoldslidesError):
    """An option or argument that asks for something that does not exist (exit 2)."""

    exit_code = 2


class FileError(HoldslidesError):
    """A file or folder that cannot be read or written (exit 1)."""
