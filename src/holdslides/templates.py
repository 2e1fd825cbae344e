"""The text fields of content files: Jinja2, cut down to what a sentence needs.

A text may name a value (`{{ tilstand.ryggen }}`), choose between wordings (`{% if … %}`, `… if … else …`) and
use a few filters. It may not loop, call or multiply, so it can neither run for ever nor grow without end, and
it reaches nothing but the values it is given. Texts that only name values, nearly all of them, are filled in
without Jinja2, which takes longer to import than all of them take to fill in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from holdslides.ids import shown, suggestion
from holdslides.problems import ContentError, Place, Problem

if TYPE_CHECKING:
    from jinja2 import Template, nodes

LONGEST_TEMPLATE = 5_000  # characters, before and after
LONGEST_TEXT = 20_000
FILTERS = ("capitalize", "default", "lower", "trim", "upper")
TESTS = ("defined", "undefined")

Context = Mapping[str, Any]

_REFERENCE = re.compile(r"\{\{\s*([^\W\d]\w*(?:\.[^\W\d]\w*)*)\s*\}\}")
_MARKS = ("{{", "{%", "{#")
_LANGUAGE = "true false none True False None not and or if elif else in is self loop caller super"
_WORDS_OF_THE_LANGUAGE = frozenset(re.findall(r"\w+", _LANGUAGE))
_NOTHING = object()


class TemplateProblem(ContentError):
    """A text that cannot be filled in, and where it stands."""


class _Fault(Exception):
    """What is wrong with a template (Danish)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def is_template(text: str) -> bool:
    """Whether there is anything to fill in."""
    return "{" in text and any(mark in text for mark in _MARKS)


def render(template: str, context: Context, place: Place) -> str:
    """The text with its values filled in; `context` holds text, numbers, yes/no and mappings of them.

    Raises TemplateProblem for what is no template, a value that does not exist, or more than a text may do.
    """
    if not is_template(template):
        return template
    try:
        _refuse_long(template, LONGEST_TEMPLATE)
        filled = _fill_in(template, context) if _only_names_values(template) else _run(template, context)
        _refuse_long(filled, LONGEST_TEXT)
    except _Fault as fault:
        raise TemplateProblem(Problem(fault.message, place, fault.hint)) from None
    return filled


def check(template: str, place: Place) -> Iterator[Problem]:
    """What is wrong with a template whatever its values are."""
    if not is_template(template):
        return
    try:
        _refuse_long(template, LONGEST_TEMPLATE)
        if not _only_names_values(template):
            _compiled(template)
        for name in (name for path in references(template) for name in path if name.startswith("_")):
            raise _unknown(name, None)
    except _Fault as fault:
        yield Problem(fault.message, place, fault.hint)


def references(template: str) -> frozenset[tuple[str, ...]]:
    """The values a template names, as ("tilstand", "ryggen"); none where `check` finds fault."""
    if not is_template(template):
        return frozenset()
    if _only_names_values(template):
        return frozenset(tuple(m[1].split(".")) for m in _REFERENCE.finditer(template))
    from jinja2 import nodes

    try:
        tree = _tree(template)
    except _Fault:
        return frozenset()
    chains = {_chain(node) for node in _nodes(tree) if isinstance(node, (nodes.Getattr, nodes.Name))}
    longest = {c for c in chains if c and not any(c != d and c == d[: len(c)] for d in chains)}
    return frozenset(longest)


def missing(path: tuple[str, ...], context: Context) -> tuple[str, str] | None:
    """The message and hint (Danish) for a value that does not exist in `context`, or None when it does."""
    try:
        _value(path, context)
    except _Fault as fault:
        return fault.message, fault.hint
    return None


# ---- without Jinja2 ---------------------------------------------------------------------------------------
def _only_names_values(template: str) -> bool:
    rest = _REFERENCE.sub("", template)
    if any(mark in rest for mark in _MARKS):
        return False
    return not any(m[1].split(".")[0] in _WORDS_OF_THE_LANGUAGE for m in _REFERENCE.finditer(template))


def _fill_in(template: str, context: Context) -> str:
    text = template.removesuffix("\n")  # as Jinja2 does
    return _REFERENCE.sub(lambda m: _as_text(_value(tuple(m[1].split(".")), context)), text)


def _value(path: tuple[str, ...], context: Context) -> Any:
    value: Any = context
    for name in path:
        inner = _reach(value, name)
        if inner is _NOTHING:
            raise _unknown(name, value)
        value = inner
    return value


def _reach(value: Any, name: Any) -> Any:
    """What is called `name` in a value: data only, never a method or anything private."""
    if isinstance(value, Mapping):
        return value.get(name, _NOTHING)
    if not isinstance(name, str) or name.startswith("_"):
        return _NOTHING
    inner = getattr(value, name, _NOTHING)
    return _NOTHING if callable(inner) else inner


def _unknown(name: Any, within: Any) -> _Fault:
    known = [str(k) for k in within] if isinstance(within, Mapping) else []
    return _Fault(f'værdien "{shown(str(name))}" findes ikke', suggestion(str(name), known, "her findes:"))


def _as_text(value: Any) -> str:
    match value:
        case bool() | None:
            pass
        case str():
            return value
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() else f"{value:g}".replace(".", ",")
    raise _Fault("værdien kan ikke skrives som tekst", "nævn en af værdierne i den, fx {{ tilstand.navn }}")


def _refuse_long(text: str, most: int) -> None:
    if len(text) > most:
        raise _Fault(f"teksten er på {len(text)} tegn, højst {most}", "del den op")


# ---- with Jinja2 ------------------------------------------------------------------------------------------
def _run(template: str, context: Context) -> str:
    compiled = _compiled(template)
    try:
        return compiled.render(context)
    except _Fault:
        raise
    except Exception:  # whatever a wrong mixture of values may raise
        raise _Fault("teksten kan ikke udfyldes", "tjek det, der står mellem { og }") from None


@lru_cache(maxsize=512)
def _compiled(template: str) -> Template:
    tree = _tree(template)
    try:
        compiled: Template = _environment().from_string(tree)
    except Exception:  # nested deeper than Python can compile
        raise _unreadable() from None
    return compiled


def _tree(template: str) -> nodes.Template:
    try:
        tree: nodes.Template = _environment().parse(template)
    except Exception:  # TemplateSyntaxError, or nested deeper than the parser can go
        raise _unreadable() from None
    for fault in _faults(tree):
        raise fault
    return tree


def _unreadable() -> _Fault:
    return _Fault(
        "teksten kan ikke læses som skabelon", "tjek, at hver {{ har en }}, og hver {% if %} en {% endif %}"
    )


def _faults(tree: nodes.Template) -> Iterator[_Fault]:
    from jinja2 import nodes

    allowed = {
        *(
            nodes.Template,
            nodes.Output,
            nodes.TemplateData,
            nodes.Name,
            nodes.Getattr,
            nodes.Getitem,
            nodes.Const,
        ),
        *(
            nodes.If,
            nodes.CondExpr,
            nodes.Compare,
            nodes.Operand,
            nodes.And,
            nodes.Or,
            nodes.Not,
            nodes.Tuple,
        ),
        *(nodes.List, nodes.Filter, nodes.Test, nodes.Concat, nodes.Add, nodes.Sub),
    }
    for node in _nodes(tree):
        name = str(getattr(node, "name", "") or getattr(node, "attr", ""))
        if type(node) not in allowed:
            hint = "brug kun værdier, {% if %} og filtrene " + ", ".join(FILTERS)
            yield _Fault("teksten gør mere, end en tekst må", hint)
        elif isinstance(node, nodes.Filter) and name not in FILTERS:
            yield _Fault(f'filteret "{shown(name)}" kan ikke bruges', suggestion(name, FILTERS))
        elif isinstance(node, nodes.Test) and name not in TESTS:
            yield _Fault(f'testen "{shown(name)}" kan ikke bruges', suggestion(name, TESTS))
        elif isinstance(node, (nodes.Getattr, nodes.Name)) and name.startswith("_"):
            yield _unknown(name, None)


def _nodes(tree: nodes.Node) -> Iterator[nodes.Node]:
    """Every node, without recursion: a long sum is a deep tree."""
    waiting = list(tree.iter_child_nodes())
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.iter_child_nodes())


def _chain(node: Any) -> tuple[str, ...]:
    """("a", "b") for `a.b`; () for what is no plain chain of names."""
    from jinja2 import nodes

    names: list[str] = []
    while isinstance(node, nodes.Getattr):
        names.append(node.attr)
        node = node.node
    return (node.name, *reversed(names)) if isinstance(node, nodes.Name) else ()


@lru_cache(maxsize=1)
def _environment() -> Any:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Missing(StrictUndefined):
        """A value that does not exist: says so, with the nearest that do, as soon as it is used."""

        __slots__ = ()

        def __init__(self, hint: Any = None, obj: Any = None, name: Any = None, exc: Any = None) -> None:
            raised: Callable[[Any], Exception] = lambda _: _unknown(name, obj)  # noqa: E731
            super().__init__(hint, obj, name, raised)  # type: ignore[arg-type]

    class Environment(ImmutableSandboxedEnvironment):
        """Values are data in mappings; nothing can be called."""

        def getattr(self, obj: Any, attribute: str) -> Any:
            if isinstance(obj, Missing):
                return getattr(obj, attribute)  # raises
            inner = _reach(obj, attribute)
            return self.undefined(obj=obj, name=attribute) if inner is _NOTHING else inner

        def getitem(self, obj: Any, argument: Any) -> Any:
            return self.getattr(obj, argument)

        def is_safe_callable(self, obj: Any) -> bool:
            return False

    environment = Environment(undefined=Missing, finalize=_finalize)
    environment.globals.clear()
    return environment


def _finalize(value: Any) -> str:
    from jinja2 import Undefined

    return str(value) if isinstance(value, Undefined) else _as_text(value)
