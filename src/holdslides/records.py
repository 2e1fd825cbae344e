"""`dataclass` as in the standard library, but quick to import and to make: nothing is compiled before it is worth it.

The standard module loads Python's own parser to begin with, 5 ms, and its decorator compiles up to six methods for a
frozen class, 0.6 ms on Python 3.11. A deck needs some 200 such classes, which was a quarter of its whole time, and
never uses most of their methods. Here comparing, hashing and showing are shared functions, and only classes of which
many are made get an `__init__` of their own. To the standard module (`dataclasses.fields`, `asdict`, a dataclass that
inherits from one of these), to `match` and to type checkers these are ordinary dataclasses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any

_WORTH_COMPILING = 30  # compiling an `__init__` takes as long as filling this many records without one

if TYPE_CHECKING:
    from dataclasses import MISSING as MISSING
    from dataclasses import Field as Field
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import fields as fields
    from dataclasses import is_dataclass as is_dataclass
    from dataclasses import replace as replace
else:

    class _Missing:
        """Stands where a field has no default; copies are the same."""

        def __reduce__(self) -> str:
            return "MISSING"

    MISSING = _Missing()

    class Field:
        """What is known of a field, as in the standard library; `metadata` is the caller's own."""

        __slots__ = (
            "compare",
            "default",
            "default_factory",
            "init",
            "kw_only",
            "metadata",
            "name",
            "repr",
            "type",
        )

        def __init__(
            self,
            *,
            default: Any = MISSING,
            default_factory: Any = MISSING,
            init: bool = True,
            repr: bool = True,
            compare: bool = True,
            kw_only: bool = False,
            metadata: Mapping[str, Any] | None = None,
        ) -> None:
            if default is not MISSING and default_factory is not MISSING:
                raise ValueError("cannot specify both default and default_factory")
            self.default, self.default_factory = default, default_factory
            self.init, self.repr, self.compare, self.kw_only = init, repr, compare, kw_only
            self.metadata = metadata or {}

    field = Field

    def fields(of: Any) -> tuple[Field, ...]:
        """The fields of a record or its class. Raises TypeError for anything else."""
        if not is_dataclass(of):
            raise TypeError("must be called with a dataclass type or instance")
        return tuple(of.__record_fields__.values())

    def is_dataclass(of: Any) -> bool:
        """Whether it is a record or the class of one."""
        return hasattr(of, "__record_fields__")

    def replace(record: Any, /, **changes: Any) -> Any:
        """A record with other values; those that are worked out are worked out anew."""
        for f in fields(record):
            if f.init and f.name not in changes:
                changes[f.name] = getattr(record, f.name)
        return type(record)(**changes)

    def dataclass(
        cls: type | None = None, /, *, frozen: bool = False, slots: bool = False, kw_only: bool = False
    ) -> Any:
        """The standard decorator with those of its options that are used here."""
        if cls is None:
            return lambda cls: _prepared(cls, frozen, slots, kw_only)
        return _prepared(cls, frozen, slots, kw_only)


class _StandardFields:
    """`__dataclass_fields__`, which everything that knows the standard module asks for; made when it is."""

    def __get__(self, _: object, cls: type[Any]) -> dict[str, Any]:
        return {name: _standard_field(f) for name, f in cls.__record_fields__.items()}


def _standard_field(of: Any) -> Any:
    import dataclasses

    made: Any = dataclasses.field(
        init=of.init, repr=of.repr, compare=of.compare, metadata=of.metadata, kw_only=of.kw_only
    )
    if of.default is not MISSING:
        made.default = of.default
    if of.default_factory is not MISSING:
        made.default_factory = of.default_factory
    made.name, made.type, made._field_type = of.name, of.type, dataclasses._FIELD  # type: ignore[attr-defined]
    return made


_STANDARD_FIELDS = _StandardFields()


def _prepared(cls: type[Any], frozen: bool, slots: bool, kw_only: bool) -> type[Any]:
    known = _fields_of(cls, kw_only)
    compared = _values_of([f.name for f in known.values() if f.compare])
    added: dict[str, Any] = {"__eq__": _equals(compared), "__repr__": _shown}
    added["__hash__"] = (lambda self: hash(compared(self))) if frozen else None
    if frozen:
        added |= {"__setattr__": _refuse, "__delattr__": _refuse, "__reduce__": _reduced}
    own = cls.__dict__
    added = {name: method for name, method in added.items() if name not in own or own[name] is None}
    added["__match_args__"] = tuple(f.name for f in known.values() if f.init and not f.kw_only)
    added["__record_fields__"], added["__dataclass_fields__"] = known, _STANDARD_FIELDS
    made = _remade_class(cls, known, added, slots)
    if "__init__" not in own:
        made.__init__ = _first_init(made)
    return made


def _fields_of(cls: type[Any], kw_only: bool) -> dict[str, Any]:
    """Every field by name, those of its bases first. Raises TypeError for what the standard decorator refuses."""
    known: dict[str, Any] = {}
    for base in cls.__mro__[-1:0:-1]:
        known |= base.__dict__.get("__record_fields__", {})
    for name, of in cls.__annotations__.items():
        given = cls.__dict__.get(name, MISSING)
        f: Any = given if isinstance(given, Field) else field(default=given)
        if isinstance(f.default, (list, dict, set)):
            raise TypeError(f"mutable default for field {name}: use default_factory")
        f.name, f.type, f.kw_only = name, of, f.kw_only or kw_only
        known[name] = f
    is_optional = False
    for f in known.values():
        has_default = f.default is not MISSING or f.default_factory is not MISSING
        if f.init and not f.kw_only and is_optional and not has_default:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
        is_optional = is_optional or (f.init and not f.kw_only and has_default)
    return known


def _remade_class(cls: type[Any], known: dict[str, Any], added: dict[str, Any], slots: bool) -> type[Any]:
    """The class with what is added; one with slots is made anew, as a class cannot be given them."""
    own = cls.__annotations__
    if not slots:
        for name in own:
            default = known[name].default
            if default is not MISSING:
                setattr(cls, name, default)
            elif name in cls.__dict__:
                delattr(cls, name)
        for name, value in added.items():
            setattr(cls, name, value)
        return cls
    inherited = {name for base in cls.__mro__[1:] for name in getattr(base, "__slots__", ())}
    body = {
        name: value
        for name, value in cls.__dict__.items()
        if name not in own and name not in ("__dict__", "__weakref__")
    }
    body["__slots__"] = tuple(name for name in own if name not in inherited)
    metaclass: Any = type(cls)
    made: type[Any] = metaclass(cls.__name__, cls.__bases__, body | added)
    made.__qualname__ = cls.__qualname__
    return made


def _values_of(names: list[str]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda _: ()


def _equals(compared: Callable[[Any], Any]) -> Callable[[Any, object], Any]:
    def __eq__(self: Any, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _shown(self: Any) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, value: object = None) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot be changed")


def _reduced(self: Any) -> tuple[Any, ...]:
    """For copies and other processes: a frozen record is not filled in attribute by attribute."""
    return _remade, (type(self), tuple(getattr(self, f.name) for f in fields(self)))


def _remade(cls: type[Any], values: tuple[Any, ...]) -> Any:
    made = object.__new__(cls)
    for f, value in zip(fields(cls), values, strict=True):
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
        known = fields(cls)
        taken = [f for f in known if f.init]
        self.positional = [f.name for f in taken if not f.kw_only]
        self.names = frozenset(f.name for f in taken)
        self.defaults = {f.name: f.default for f in known if f.default is not MISSING}
        self.factories = [(f.name, f.default_factory) for f in known if f.default_factory is not MISSING]
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
    for f in fields(cls):
        default, value = "", f.name
        if f.default is not MISSING:
            default, known[f"_{f.name}"] = f"=_{f.name}", f.default
        elif f.default_factory is not MISSING:
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
