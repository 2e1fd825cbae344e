"""`dataclass` as in the standard library, but quick to import: `__init__` is compiled when it is worth it.

The standard decorator compiles up to six methods for a frozen class, 0.6 ms on Python 3.11. A deck loads some
150 such classes, which was a quarter of its whole time, and never uses most of their methods. Here comparing,
hashing and showing are shared functions, and only classes of which many are made get an `__init__` of their
own. To everybody else (`fields`, `replace`, `match`, type checkers) these are ordinary dataclasses.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

_WORTH_COMPILING = 30  # compiling an `__init__` takes as long as filling this many records without one

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(
        cls: type | None = None, /, *, frozen: bool = False, slots: bool = False, kw_only: bool = False
    ) -> Any:
        """The standard decorator with those of its options that are used here."""
        if cls is None:
            return lambda cls: _prepared(cls, frozen, slots, kw_only)
        return _prepared(cls, frozen, slots, kw_only)


def _prepared(cls: type[Any], frozen: bool, slots: bool, kw_only: bool) -> type[Any]:
    cls.__doc__ = cls.__doc__ or cls.__name__  # without one the standard decorator works out a signature
    own = set(cls.__dict__)
    made = _with_fields(cls, slots, kw_only)
    compared = _values_of([f.name for f in dataclasses.fields(made) if f.compare])
    methods: dict[str, Any] = {"__init__": _first_init(made), "__eq__": _equals(compared), "__repr__": _shown}
    methods["__hash__"] = (lambda self: hash(compared(self))) if frozen else None
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse, "__reduce__": _reduced}
    for name, method in methods.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _with_fields(cls: type[Any], slots: bool, kw_only: bool) -> type[Any]:
    """The class with its fields. The standard decorator reads every annotation that is text twice, looking for
    ClassVar and InitVar, which is half its time: it gets to see the text only where one of them may be."""
    written = cls.__annotations__
    is_unsure = any(not isinstance(of, str) or "Var" in of for of in written.values())
    if not is_unsure:
        cls.__annotations__ = dict.fromkeys(written, object)
    made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
    if not is_unsure:
        made.__annotations__ = written
        for name, of in written.items():
            made.__dataclass_fields__[name].type = of
    return made


def _values_of(names: list[str]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda _: ()


def _equals(compared: Callable[[Any], Any]) -> Callable[[Any, object], Any]:
    def __eq__(self: Any, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _shown(self: Any) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, value: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot be changed")


def _reduced(self: Any) -> tuple[Any, ...]:
    """For copies and other processes: a frozen record is not filled in attribute by attribute."""
    return _remade, (type(self), tuple(getattr(self, f.name) for f in dataclasses.fields(self)))


def _remade(cls: type[Any], values: tuple[Any, ...]) -> Any:
    made = object.__new__(cls)
    for f, value in zip(dataclasses.fields(cls), values, strict=True):
        object.__setattr__(made, f.name, value)
    return made


def _first_init(cls: type[Any]) -> Callable[..., None]:
    left = _WORTH_COMPILING
    plan: _Plan | None = None

    def __init__(self: Any, *args: Any, **keywords: Any) -> None:
        nonlocal left, plan
        left -= 1
        plan = plan or _Plan(cls)
        values = _filled(plan, args, keywords) if left > 0 else None
        if values is None:  # wrong arguments are for the compiled one to refuse
            cls.__init__ = compiled = _compiled_init(cls)
            compiled(self, *args, **keywords)
            return
        for name, value in values.items():
            _set(self, name, value)
        if plan.is_followed:
            self.__post_init__()

    return __init__


_set = object.__setattr__


class _Plan:
    """What an `__init__` has to do: names by position, defaults, and what makes the others."""

    __slots__ = ("defaults", "factories", "is_followed", "names", "positional", "wanted")

    def __init__(self, cls: type[Any]) -> None:
        fields = dataclasses.fields(cls)
        taken = [f for f in fields if f.init]
        self.positional = [f.name for f in taken if not f.kw_only]
        self.names = frozenset(f.name for f in taken)
        self.defaults = {f.name: f.default for f in fields if f.default is not dataclasses.MISSING}
        self.factories = [
            (f.name, f.default_factory) for f in fields if f.default_factory is not dataclasses.MISSING
        ]
        self.wanted = self.names - self.defaults.keys() - dict(self.factories).keys()
        self.is_followed = hasattr(cls, "__post_init__")


def _filled(plan: _Plan, args: tuple[Any, ...], keywords: dict[str, Any]) -> dict[str, Any] | None:
    """Every field's value, or None when the arguments are not what the class takes."""
    given = dict(zip(plan.positional, args, strict=False))
    if len(args) > len(plan.positional) or not (
        keywords.keys() <= plan.names
        and given.keys().isdisjoint(keywords)
        and plan.wanted <= given.keys() | keywords.keys()
    ):
        return None
    values = {**plan.defaults, **given, **keywords}
    for name, make in plan.factories:
        if name not in values:
            values[name] = make()
    return values


def _compiled_init(cls: type[Any]) -> Callable[..., None]:
    """The `__init__` the standard decorator would have written."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_MADE": object()}
    positional: list[str] = ["self"]
    keyword: list[str] = []
    body: list[str] = []
    for f in dataclasses.fields(cls):
        default, value = "", f.name
        if f.default is not dataclasses.MISSING:
            default, known[f"_{f.name}"] = f"=_{f.name}", f.default
        elif f.default_factory is not dataclasses.MISSING:
            default, known[f"_{f.name}"] = "=_MADE", f.default_factory
            value = f"_{f.name}() if {f.name} is _MADE else {f.name}"
        if f.init:
            (keyword if f.kw_only else positional).append(f.name + default)
        elif default:
            value = f"_{f.name}()" if default == "=_MADE" else f"_{f.name}"
        else:
            continue
        body.append(f" _set(self, {f.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    parameters = ", ".join([*positional, *(["*", *keyword] if keyword else [])])
    exec(f"def __init__({parameters}):\n" + "\n".join(body or [" pass"]), known)
    made: Callable[..., None] = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made
