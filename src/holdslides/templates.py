"""The text fields of content files: Jinja2, cut down to what a sentence needs.

A text may name a value (`{{ tilstand.ryggen }}`), choose between wordings (`{% if … %}`, `… if … else …`) and
use a few filters. It may not loop, call or multiply, so it can neither run for ever nor grow without end, and
it reaches nothing but the values it is given. Texts that only name values and choose by one of them, nearly
all there are, are filled in without Jinja2, which takes longer to import than all of them take to fill in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from holdslides.ids import shown, suggestion
from holdslides.plain_templates import (
    LONGEST_TEXT,
    MARKS,
    NOTHING,
    Context,
    Fault,
    as_text,
    fill_in,
    is_plain,
    look_up,
    names,
    reach,
    unknown_value,
)
from holdslides.problems import ContentError, Place, Problem

if TYPE_CHECKING:
    from jinja2 import Template, nodes

LONGEST_TEMPLATE = 5_000  # characters, before and after
FILTERS = ("capitalize", "default", "lower", "trim", "upper")
TESTS = ("defined", "undefined")


class TemplateProblem(ContentError):
    """A text that cannot be filled in, and where it stands."""


def is_template(text: str) -> bool:
    """Whether there is anything to fill in."""
    return "{" in text and any(mark in text for mark in MARKS)


def render(template: str, context: Context, place: Place) -> str:
    """The text with its values filled in; `context` holds text, numbers, yes/no and mappings of them.

    Raises TemplateProblem for what is no template, a value that does not exist, or more than a text may do.
    """
    if not is_template(template) and len(template) <= LONGEST_TEXT:
        return template
    try:
        _refuse_long(template, LONGEST_TEMPLATE if is_template(template) else LONGEST_TEXT)
        filled = fill_in(template, context) if is_plain(template) else _run(template, context)
        _refuse_long(filled, LONGEST_TEXT)
    except Fault as fault:
        raise TemplateProblem(Problem(fault.message, place, fault.hint)) from None
    return filled


def check(template: str, place: Place) -> Iterator[Problem]:
    """What is wrong with a template whatever its values are."""
    if not is_template(template):
        return
    try:
        _refuse_long(template, LONGEST_TEMPLATE)
        if not is_plain(template):
            _compiled(template)
        for name in (name for path in references(template) for name in path if name.startswith("_")):
            raise unknown_value(name, None)
    except Fault as fault:
        yield Problem(fault.message, place, fault.hint)


def references(template: str) -> frozenset[tuple[str, ...]]:
    """The values a template names, as ("tilstand", "ryggen"); none where `check` finds fault."""
    if not is_template(template):
        return frozenset()
    if is_plain(template):
        return names(template)
    from jinja2 import nodes

    try:
        tree = _tree(template)
    except Fault:
        return frozenset()
    chains = {_chain(node) for node in _nodes(tree) if isinstance(node, (nodes.Getattr, nodes.Name))}
    longest = {c for c in chains if c and not any(c != d and c == d[: len(c)] for d in chains)}
    return frozenset(longest)


def missing(path: tuple[str, ...], context: Context) -> tuple[str, str] | None:
    """The message and hint (Danish) for a value that does not exist in `context`, or None when it does."""
    try:
        look_up(path, context)
    except Fault as fault:
        return fault.message, fault.hint
    return None


def _refuse_long(text: str, most: int) -> None:
    if len(text) > most:
        raise Fault(f"teksten er på {len(text)} tegn, højst {most}", "del den op")


# ---- with Jinja2 ------------------------------------------------------------------------------------------
def _run(template: str, context: Context) -> str:
    compiled = _compiled(template)
    try:
        return compiled.render(context)
    except Fault:
        raise
    except Exception:  # whatever a wrong mixture of values may raise
        raise Fault("teksten kan ikke udfyldes", "tjek det, der står mellem { og }") from None


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


def _unreadable() -> Fault:
    return Fault(
        "teksten kan ikke læses som skabelon", "tjek, at hver {{ har en }}, og hver {% if %} en {% endif %}"
    )


def _faults(tree: nodes.Template) -> Iterator[Fault]:
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
            yield Fault("teksten gør mere, end en tekst må", hint)
        elif isinstance(node, nodes.Filter) and name not in FILTERS:
            yield Fault(f'filteret "{shown(name)}" kan ikke bruges', suggestion(name, FILTERS))
        elif isinstance(node, nodes.Test) and name not in TESTS:
            yield Fault(f'testen "{shown(name)}" kan ikke bruges', suggestion(name, TESTS))
        elif isinstance(node, (nodes.Getattr, nodes.Name)) and name.startswith("_"):
            yield unknown_value(name, None)


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
            raised: Callable[[Any], Exception] = lambda _: unknown_value(name, obj)  # noqa: E731
            super().__init__(hint, obj, name, raised)  # type: ignore[arg-type]

    class Environment(ImmutableSandboxedEnvironment):
        """Values are data in mappings; nothing can be called."""

        def getattr(self, obj: Any, attribute: str) -> Any:
            if isinstance(obj, Missing):
                return getattr(obj, attribute)  # raises
            inner = reach(obj, attribute)
            return self.undefined(obj=obj, name=attribute) if inner is NOTHING else inner

        def getitem(self, obj: Any, argument: Any) -> Any:
            return self.getattr(obj, argument)

        def is_safe_callable(self, obj: Any) -> bool:
            return False

    environment = Environment(undefined=Missing, finalize=_finalize)
    environment.globals.clear()
    return environment


def _finalize(value: Any) -> str:
    from jinja2 import Undefined

    return str(value) if isinstance(value, Undefined) else as_text(value)
