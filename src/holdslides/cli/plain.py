"""A plain command line, read without click: what it costs to load is a good part of a short command's time.

Only what is written exactly as the help says is read here. Anything else, and every mistake, is click's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from holdslides.cli.parameters import Command, Kind, Option, Words, typed_path

_LONGEST_NUMBER = 9  # digits


class _NotPlain(Exception):
    """Something click must judge."""


def plain_values(command: Command, arguments: Sequence[str]) -> dict[str, Any] | None:
    """The values of everything the command takes, by name; None where click must read the arguments."""
    options = {option.flag: option for option in command.options}
    values = {option.key: option.unset for option in command.options}
    words: list[str] = []
    rest = iter(arguments)
    try:
        for typed in rest:
            if option := options.get(typed):
                values[option.key] = True if option.kind is Kind.FLAG else _value(option, next(rest, ""))
            else:
                words.append(typed)
        if command.words is not None:
            values[command.words.name] = _words_value(command.words, words)
        elif words:
            return None
    except _NotPlain:
        return None
    return values


def _words_value(words: Words, typed: list[str]) -> Any:
    values = tuple(_value(words, one) for one in typed)
    if words.many:
        return values
    if len(values) > 1 or (words.required and not values):
        raise _NotPlain
    return values[0] if values else None


def _value(of: Option | Words, typed: str) -> Any:
    if not typed or typed.startswith("-") or (of.choices and typed not in of.choices):
        raise _NotPlain
    match of.kind:
        case Kind.TEXT:
            return typed
        case Kind.PATH | Kind.THERE:
            return typed_path(typed, is_there=of.kind is Kind.THERE)
        case Kind.WHOLE:
            return int(_digits(of, typed))
        case Kind.NUMBER:
            whole, _, part = typed.replace(",", ".", 1).partition(".")
            return float(f"{_digits(of, whole)}.{_digits(of, part or '0')}")
        case _:  # a flag has no value
            raise _NotPlain


def _digits(of: Option | Words, typed: str) -> str:
    if not (typed.isascii() and typed.isdigit() and len(typed) <= _LONGEST_NUMBER):
        raise _NotPlain
    if isinstance(of, Option) and of.span and not of.span[0] <= int(typed) <= of.span[1]:
        raise _NotPlain
    return typed
