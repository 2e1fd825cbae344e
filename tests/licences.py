"""The packages holdslides needs when it runs, and their licences, from their own metadata."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from email.message import Message
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
Requires = Callable[[str], Iterable[str]]


def asked_for() -> list[str]:
    """What pyproject.toml asks for at run time."""
    with PROJECT.open("rb") as file:
        lines: list[str] = tomllib.load(file)["project"]["dependencies"]
    return lines


def needed(requires: Requires) -> list[str]:
    """Every package needed at run time, on whatever machine, whoever asks for it; sorted.

    `requires` tells what a package asks for.
    """
    found: dict[str, None] = {}
    waiting = asked_for()
    while waiting:
        wanted, _, when = waiting.pop().partition(";")
        name = re.match(r"[\w.-]+", wanted.strip())
        if name and _is_ever(when) and plain(name[0]) not in found:
            found[plain(name[0])] = None
            waiting.extend(requires(plain(name[0])))
    return sorted(found)


def licence_of(about: Message) -> str:
    """The licence as its expression, its classifiers or its first line says; "" for none."""
    classifiers = [str(c) for c in about.get_all("Classifier") or [] if str(c).startswith("License ::")]
    named = [c.rpartition(" :: ")[2] for c in classifiers if c != "License :: OSI Approved"]
    stated = str(about.get("License") or "").strip().splitlines()
    return str(about.get("License-Expression") or ", ".join(named) or (stated[0] if stated else ""))


def plain(name: str) -> str:
    """A package's name as an index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _is_ever(when: str) -> bool:
    """Whether the condition can hold with CPython 3.11 or later on some machine, without extras."""
    old = re.search(r"python_(?:full_)?version\s*(<=?)\s*[\"']3\.(\d+)", when)
    is_never = bool(old) and int(old[2]) + (old[1] == "<=") <= 11 if old else False
    return "extra" not in when and not is_never
