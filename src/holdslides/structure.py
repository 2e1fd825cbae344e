"""Plain data to the frozen dataclasses of models*.py: every wrong key and value at once, in Danish.

Numbers, text and yes/no are kept apart, except where a person would not: `12` is text where text is wanted,
`2,5` is a number, `ja` is yes, and one text may stand where a list of texts is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from holdslides.ids import find_id, folded, nearest, suggestion
from holdslides.keys import danish_keys
from holdslides.problems import ContentError, Place, PlaceOf, Problem
from holdslides.records import MISSING, dataclass, is_dataclass
from holdslides.wrong_values import Inside, MissingKey, Path, UnknownKey, WrongValue, seen, wanted
from holdslides.yaml_data import Decimal, Key, YamlFile

T = TypeVar("T")
Structurer = Callable[[Any], Any]  # raises WrongValue, or Inside for what is wrong further in

_COMMA_NUMBER = r"-?[0-9]{1,12},[0-9]{1,12}\Z"
_YES_NO = {"ja": True, "nej": False}


def structure_file(file: YamlFile, cls: type[T]) -> T:
    """The whole file as a `cls`. Raises ContentError with everything that is wrong."""
    return structure(file.data, cls, file.place)


def structure(data: Any, cls: type[T], place: PlaceOf) -> T:
    """Data as a `cls`; `place(*path)` is where the value at a path of Danish keys and list indexes stands.

    Raises ContentError with everything that is wrong.
    """
    kind: Any = cls
    try:
        result: T = _structurer(kind)(data)
    except WrongValue as error:
        raise ContentError(error.problem((), place)) from None
    except Inside as inside:
        problems = [error.problem(path, place) for path, error in inside.found]
        raise ContentError(sorted(problems, key=_by_line)) from None
    return result


def _by_line(problem: Problem) -> Place:
    return problem.place or Place("")


# ---- values -----------------------------------------------------------------------------------------------
def _text(value: Any) -> str:
    if type(value) is str:
        return value
    if isinstance(value, Decimal):
        return value.written
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise wanted("tekst", value, "sæt teksten i anførselstegn" if isinstance(value, bool) else "")


def _whole(value: Any) -> int:
    if type(value) is int:
        return value
    raise wanted("et helt tal", value)


def _number(value: Any) -> float:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str) and re.match(_COMMA_NUMBER, value):
        return float(value.replace(",", "."))
    raise wanted("et tal", value)


def _yes_or_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    answer = _YES_NO.get(value.casefold()) if isinstance(value, str) else None
    if answer is None:
        raise wanted("true eller false", value)
    return answer


def _anything(value: Any) -> Any:
    return value


def _one_of(choices: Mapping[str, Any]) -> Structurer:
    def choose(value: Any) -> Any:
        written = seen(value) if isinstance(value, (int, Decimal)) else value
        found = find_id(written, choices) if isinstance(written, str) else None
        if found is not None:
            return choices[found]
        if not isinstance(written, str):
            raise wanted("et enkelt ord", value)
        near = nearest(written, choices, 1)
        meant = f"mente du {near[0]}? " if near else ""
        raise WrongValue(f"kan ikke være {seen(value)}", f"{meant}her kan stå: {', '.join(choices)}")

    return choose


_PLAIN: dict[Any, Structurer] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _yes_or_no,
    Any: _anything,
}


# ---- types ------------------------------------------------------------------------------------------------
@cache
def _structurer(of: Any) -> Structurer:
    """What makes a value of this type out of plain data. Raises TypeError for a type no file can hold."""
    if of in _PLAIN:
        return _PLAIN[of]
    origin = get_origin(of)
    if origin is tuple:
        return _tuple(of)
    if origin is dict:
        return _dict(of)
    if origin is Literal:
        return _one_of({str(choice): choice for choice in get_args(of)})
    if origin in (Union, UnionType):
        return _optional(of)
    if is_dataclass(of):
        return lambda value: _structure_dataclass(value, of)
    if _is_enum(of):
        return _one_of({str(member.value): member for member in of})
    raise TypeError(of)


def _is_enum(of: Any) -> bool:
    return isinstance(of, type) and issubclass(of, Enum)


def _optional(of: Any) -> Structurer:
    (inner,) = (_structurer(kind) for kind in get_args(of) if kind is not NoneType)
    return lambda value: None if value is None else inner(value)


def _tuple(of: Any) -> Structurer:
    kinds = get_args(of)
    is_open = kinds[-1] is Ellipsis
    may_stand_alone = is_open and (kinds[0] in (str, int, float) or _is_enum(kinds[0]))
    structurers = [_structurer(kind) for kind in kinds if kind is not Ellipsis]

    def structure_tuple(value: Any) -> tuple[Any, ...]:
        if may_stand_alone and isinstance(value, (str, int, float)):
            return (structurers[0](value),)
        if not isinstance(value, (list, tuple)):
            raise wanted("en liste", value)
        if not is_open and len(value) != len(kinds):
            raise WrongValue(f"skal have {len(kinds)} dele, men her er {len(value)}")
        each = structurers * len(value) if is_open else structurers
        return tuple(_gathered(zip(range(len(value)), each, value, strict=True)))

    return structure_tuple


def _dict(of: Any) -> Structurer:
    key_structurer, value_structurer = map(_structurer, get_args(of))

    def as_key(key: Any) -> Any:
        try:
            return key_structurer(key)
        except WrongValue as error:
            raise UnknownKey(error.said, error.hint) from None

    def structure_dict(value: Any) -> dict[Any, Any]:
        if not isinstance(value, Mapping):
            raise wanted("nøgler med værdier", value)
        keys = _gathered((key, as_key, key) for key in value)
        return dict(zip(keys, _gathered((k, value_structurer, v) for k, v in value.items()), strict=True))

    return structure_dict


def _gathered(steps: Iterable[tuple[Key, Structurer, Any]]) -> list[Any]:
    """Every (key or index, structurer, value) structured. Raises Inside with all that is wrong."""
    done: list[Any] = []
    found: list[tuple[Path, WrongValue]] = []
    for key, structurer, value in steps:
        try:
            done.append(structurer(value))
        except WrongValue as error:
            found.append(((key,), error))
        except Inside as inside:
            found += [((key, *path), error) for path, error in inside.found]
    if found:
        raise Inside(found)
    return done


# ---- dataclasses ------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class _Keys:
    """What a mapping for a class may hold: by Danish key the field's name, and how its value is structured.

    `required` gives for each key that must be there what it is.
    """

    names: dict[str, str]
    structurers: _Structurers
    required: dict[str, str]

    @property
    def by_fold(self) -> dict[str, str]:
        """The keys by another spelling."""
        return {folded(key): key for key in self.names}


class _Structurers(dict[str, Structurer]):
    """How the value of each Danish key is structured, worked out for the keys that are met."""

    def __init__(self, cls: Any, names: dict[str, str]) -> None:
        super().__init__()
        self._cls, self._names = cls, names

    def __missing__(self, key: str) -> Structurer:
        self[key] = made = _structurer(_type_of(self._cls, self._names[key]))
        return made


@cache
def _keys_of(cls: Any) -> _Keys:
    known = danish_keys(cls)
    names = {key: f.name for key, f in known.items()}
    required = {
        key: f.metadata.get("doc", "")
        for key, f in known.items()
        if f.default is MISSING and f.default_factory is MISSING
    }
    return _Keys(names, _Structurers(cls, names), required)


_COMMON = {"str": str, "bool": bool, "int": int, "float": float, "tuple[str, ...]": tuple[str, ...]}


def _type_of(cls: Any, name: str) -> Any:
    """The type of a field, worked out from what is written in the module of the class that has it."""
    base = next(base for base in cls.__mro__ if name in getattr(base, "__annotations__", {}))
    written = base.__annotations__[name]
    if written in _COMMON:
        return _COMMON[written]
    holder = type(base.__name__, (), {"__annotations__": {name: written}, "__module__": base.__module__})
    return get_type_hints(holder)[name]


def _structure_dataclass(value: Any, cls: Any) -> Any:
    if not isinstance(value, Mapping):
        raise wanted("nøgler med værdier", value)
    keys = _keys_of(cls)
    names, structurers = keys.names, keys.structurers
    if not value.keys() <= names.keys():
        value = _respelled(value, keys.by_fold)
    known = [key for key in value if key in names]
    found: list[tuple[Path, WrongValue]] = []
    try:
        done = _gathered([(key, structurers[key], value[key]) for key in known])
    except Inside as inside:
        found += inside.found
    found += [((), MissingKey(key, doc)) for key, doc in keys.required.items() if key not in value]
    found += [
        ((key,), UnknownKey("", suggestion(key, names, "her kan stå:"))) for key in value if key not in names
    ]
    if found:
        raise Inside(found)
    return cls(**{names[key]: item for key, item in zip(known, done, strict=True)})


def _respelled(value: Mapping[str, Any], by_fold: Mapping[str, str]) -> dict[str, Any]:
    """The same keys, those in another spelling (`maalgruppe`) as they are known; never two made one."""
    respelled: dict[str, Any] = {}
    for key, item in value.items():
        known = by_fold.get(folded(key), key)
        respelled[key if known in value and known != key else known] = item
    return respelled
