"""Plain data that remembers its lines: what a YAML file holds, and where in the file each value stands."""

from __future__ import annotations

from typing import Any, TypeAlias

from holdslides.problems import Place
from holdslides.records import dataclass

MAX_BYTES = 2_000_000  # of one file


class Map(dict[str, Any]):
    """A mapping; `line` is where it starts and `lines` where each key's value stands (from 1)."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int = 0) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Items(list[Any]):
    """A list; `line` is where it starts and `lines` where each item stands (from 1)."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int = 0) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


class Decimal(float):
    """A decimal number that keeps how it was written, so that `2.10` is still 2.10 where text is wanted."""

    __slots__ = ("written",)

    def __new__(cls, written: str) -> Decimal:
        number = super().__new__(cls, written)
        number.written = written
        return number

    written: str


Key: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The data of a file, and how the file is named to the user."""

    data: Any
    shown: str

    def place(self, *path: Key) -> Place:
        """Where the value at the path of Danish keys and list indexes stands, or the nearest line known."""
        return Place(self.shown, line_of(self.data, path))


def line_of(data: Any, path: tuple[Key, ...]) -> int:
    """The line of the value at `path` below `data`, or of the innermost value on the way to it."""
    line = getattr(data, "line", 0)
    for step in path:
        if isinstance(data, Map) and step in data:
            line = data.lines.get(str(step), line)
        elif isinstance(data, Items) and isinstance(step, int) and step < len(data):
            line = data.lines[step]
        else:
            break
        data = data[step]
    return line
