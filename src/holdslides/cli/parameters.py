"""What a command takes, as data: click's options are built from it, and a plain command line is read with it alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from enum import Enum, auto
from importlib import import_module
from pathlib import Path
from typing import Any

from holdslides.records import dataclass


class Kind(Enum):
    """What a typed word stands for."""

    TEXT = auto()
    FLAG = auto()
    WHOLE = auto()
    NUMBER = auto()
    PATH = auto()
    THERE = auto()  # a file or folder that is there; one that is spelt in another way is found


@dataclass(frozen=True, slots=True)
class Option:
    """--something. `name` is what the command calls its value; a span or choices narrow what may be typed."""

    flag: str
    help: str
    kind: Kind = Kind.TEXT
    name: str = ""
    metavar: str | None = None
    default: Any = None
    choices: tuple[str, ...] = ()
    span: tuple[int, int] | None = None

    @property
    def key(self) -> str:
        """What the command calls its value."""
        return self.name or self.flag.removeprefix("--").replace("-", "_")

    @property
    def unset(self) -> Any:
        """The value where the option is not typed."""
        return False if self.kind is Kind.FLAG else self.default


@dataclass(frozen=True, slots=True)
class Words:
    """The words that belong to no option: one, or with `many` any number."""

    name: str
    metavar: str
    many: bool = False
    required: bool = True
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it takes, and the function that gets it all by name. What `run` returns is the exit code."""

    name: str
    run: Callable[..., int | None]
    help: str
    examples: tuple[str, ...]
    options: tuple[Option, ...]
    words: Words | None = None


def command_named(name: str) -> Command:
    """One of the commands there are, from its module."""
    command: Command = import_module(f"holdslides.cli.{name}_command").command
    return command


def typed_path(typed: str, *, is_there: bool) -> Path:
    """The path. On Windows "C:\\ud\\" arrives with the quote: the backslash before it has eaten it."""
    typed = typed.rstrip('"') if sys.platform == "win32" else typed
    if not is_there or os.path.exists(typed):
        return Path(typed)
    from holdslides.folders import in_folder

    return in_folder(Path(), typed)
