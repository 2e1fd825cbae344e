"""Texts that only name values, and choose between wordings by what one value is: filled in without Jinja2.

Nearly all texts are so. They come out as from Jinja2, to which every other text is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from holdslides.ids import shown, suggestion

Context = Mapping[str, Any]

LONGEST_TEXT = 20_000  # characters, filled in
NOTHING = object()  # what `reach` finds where there is nothing of that name

_NAMES = r"([^\W\d]\w*(?:\.[^\W\d]\w*)*)"
# Compiled by `re` when the first template is met: most texts are none.
REFERENCE = rf"(?<!\{{)\{{\{{\s*{_NAMES}\s*\}}\}}"
_CHOICE = rf"(?<!\{{)\{{%\s*(?:(if|elif)\s+{_NAMES}(?:\s*(==|!=)\s*'([^'\\]*)')?|(else|endif))\s*%\}}"
MARKS = ("{{", "{%", "{#")
_LANGUAGE = "true false none True False None not and or if elif else in is self loop caller super"
_WORDS_OF_THE_LANGUAGE = frozenset(_LANGUAGE.split())


class Fault(Exception):
    """What is wrong with a template (Danish)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def is_plain(template: str) -> bool:
    """Whether it only names values, and chooses between wordings by what one value is."""
    rest = re.sub(REFERENCE, "", re.sub(_CHOICE, "", template))
    if any(mark in rest for mark in MARKS):
        return False
    named = names(template)
    if any(path[0] in _WORDS_OF_THE_LANGUAGE for path in named):
        return False
    if "{%" not in template:
        return True
    # Jinja2 refuses what is private also in the wordings that are not chosen
    is_private = any(name.startswith("_") for path in named for name in path)
    return not is_private and _is_balanced(re.finditer(_CHOICE, template))


def names(template: str) -> frozenset[tuple[str, ...]]:
    """The values a plain template names, as ("tilstand", "ryggen")."""
    named = [m[1] for m in re.finditer(REFERENCE, template)]
    named += [m[2] for m in re.finditer(_CHOICE, template) if m[2]]
    return frozenset(tuple(path.split(".")) for path in named)


def _is_balanced(choices: Iterable[re.Match[str]]) -> bool:
    may_go_on: list[bool] = []  # of each open choice: may there be another wording
    for choice in choices:
        match choice[1] or choice[5]:
            case "if":
                may_go_on.append(True)
            case "endif" if may_go_on:
                may_go_on.pop()
            case "elif" | "else" as word if may_go_on and may_go_on[-1]:
                may_go_on[-1] = word == "elif"
            case _:
                return False
    return not may_go_on


def fill_in(template: str, context: Context) -> str:
    """A plain template with its values filled in. Raises Fault for a value that is not there, or no text."""
    text = template.removesuffix("\n")  # as Jinja2 does
    if "{%" in text:
        text = _chosen(text, context)
    return re.sub(REFERENCE, lambda m: as_text(look_up(tuple(m[1].split(".")), context)), text)


def _chosen(text: str, context: Context) -> str:
    """The wordings that are chosen, with the values they name still to be filled in."""
    chosen: list[str] = []
    is_on, at = True, 0
    before: list[tuple[bool, bool]] = []  # of each open choice: is it shown at all, is a wording chosen
    for choice in re.finditer(_CHOICE, text):
        if is_on:
            chosen.append(text[at : choice.start()])
        at = choice.end()
        word = choice[1] or choice[5]
        outer, is_done = (is_on, False) if word == "if" else before.pop()
        if word == "endif":
            is_on = outer
            continue
        is_on = outer and not is_done and (word == "else" or _holds(choice, context))
        before.append((outer, is_done or is_on))
    return "".join([*chosen, text[at:]])


def _holds(choice: re.Match[str], context: Context) -> bool:
    value = look_up(tuple(choice[2].split(".")), context)
    if choice[3] is None:
        return bool(value)
    return bool((value == choice[4]) == (choice[3] == "=="))


def look_up(path: tuple[str, ...], context: Context) -> Any:
    """The value at a path of names. Raises Fault when there is none."""
    value: Any = context
    for name in path:
        inner = reach(value, name)
        if inner is NOTHING:
            raise unknown_value(name, value)
        value = inner
    return value


def reach(value: Any, name: Any) -> Any:
    """What is called `name` in a value: data only, never a method or anything private."""
    if isinstance(value, Mapping):
        return value.get(name, NOTHING)
    if not isinstance(name, str) or name.startswith("_"):
        return NOTHING
    inner = getattr(value, name, NOTHING)
    return NOTHING if callable(inner) else inner


def unknown_value(name: Any, within: Any) -> Fault:
    """What is wrong when `within` has no value of that name."""
    known = [str(k) for k in within] if isinstance(within, Mapping) else []
    return Fault(f'værdien "{shown(str(name))}" findes ikke', suggestion(str(name), known, "her findes:"))


def as_text(value: Any) -> str:
    """A value as it is written in a text (numbers in Danish). Raises Fault for what is no text."""
    match value:
        case bool() | None:
            pass
        case str():
            return value
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() else f"{value:g}".replace(".", ",")
    raise Fault("værdien kan ikke skrives som tekst", "nævn en af værdierne i den, fx {{ tilstand.navn }}")
