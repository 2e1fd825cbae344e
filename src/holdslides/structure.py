"""Plain data to the frozen dataclasses of models.py: every wrong key and value at once, in Danish.

cattrs does the walking and is only imported when something is structured. Numbers, text and yes/no are kept
apart, except where a person would not: `12` is text where text is wanted, `2,5` is a number, `ja` is yes, and
one text may stand where a list of texts is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum, StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args, get_origin

from holdslides.ids import find_id, folded, nearest, shown, suggestion
from holdslides.keys import danish_key, danish_keys
from holdslides.problems import ContentError, Place, Problem
from holdslides.yaml_file import Decimal, Key, YamlFile

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]
PlaceOf = Callable[..., Place]

_COMMA_NUMBER = re.compile(r"-?[0-9]{1,12},[0-9]{1,12}\Z")
_YES_NO = {"ja": True, "nej": False}


def structure_file(file: YamlFile, cls: type[T]) -> T:
    """The whole file as a `cls`. Raises ContentError with everything that is wrong."""
    return structure(file.data, cls, file.place)


def structure(data: Any, cls: type[T], place: PlaceOf) -> T:
    """Data as a `cls`; `place(*path)` is where the value at a path of Danish keys and list indexes stands.

    Raises ContentError with everything that is wrong.
    """
    try:
        result: T = _converter().structure(data, cls)
    except Exception as error:
        raise ContentError(sorted(_problems(error, (), place), key=_by_line)) from None
    return result


def _by_line(problem: Problem) -> Place:
    return problem.place or Place("")


class WrongValue(Exception):
    """A value that is not what is wanted. `said` and `hint` are Danish; `said` follows the key's name."""

    def __init__(self, said: str, hint: str = "") -> None:
        super().__init__(said)
        self.said, self.hint = said, hint


class _WrongKey(WrongValue):
    """A key of a mapping that is not one of those it may have."""


# ---- from errors to Danish --------------------------------------------------------------------------------
def _problems(error: Exception, path: tuple[Key, ...], place: PlaceOf) -> Iterator[Problem]:
    from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

    match error:
        case _WrongKey():
            yield Problem(f'ukendt nøgle "{shown(str(path[-1]))}"', place(*path), error.hint)
        case WrongValue():
            yield Problem(f"{_named(path)} {error.said}", place(*path), error.hint)
        case ClassValidationError():
            by_name = {f.name: f for f in fields(error.cl)}
            noted, others = error.group_exceptions()
            for inner, note in noted:
                key = danish_key(by_name[note.name])
                if isinstance(inner, KeyError):
                    doc = by_name[note.name].metadata.get("doc", "")
                    yield Problem(f'nøglen "{key}" mangler', place(*path), doc)
                else:
                    yield from _problems(inner, (*path, key), place)
            for inner in others:
                yield from _problems(inner, path, place)
        case ForbiddenExtraKeysError():
            for key in sorted(error.extra_fields):
                hint = suggestion(key, danish_keys(error.cl), "her kan stå:")
                yield Problem(f'ukendt nøgle "{shown(key)}"', place(*path, key), hint)
        case IterableValidationError():
            for inner, step in error.group_exceptions()[0]:
                yield from _problems(inner, (*path, step.index), place)
        case _:
            raise error


def _named(path: tuple[Key, ...]) -> str:
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return "filen" if not path else f"nr. {int(path[-1]) + 1}"
    return f'"{shown(names[-1])}"' + (f" nr. {path[-1] + 1}" if isinstance(path[-1], int) else "")


def _seen(value: Any) -> str:
    match value:
        case None:
            return "ingenting"
        case bool():
            return "true" if value else "false"
        case Decimal():
            return value.written
        case int() | float():
            return str(value)
        case str():
            return f'"{shown(value)}"'
        case Mapping():
            return "nøgler med værdier"
        case _:
            return "en liste"


def _wanted(what: str, value: Any, hint: str = "") -> WrongValue:
    if value is None:
        hint = (
            "skriv noget efter kolon, eller slet linjen; en tekst, der begynder med #, skal i anførselstegn"
        )
        return WrongValue("står tom", hint)
    return WrongValue(f"skal være {what}, men her står {_seen(value)}", hint)


# ---- values -----------------------------------------------------------------------------------------------
def _text(value: Any, _: Any) -> str:
    if type(value) is str:
        return value
    if isinstance(value, Decimal):
        return value.written
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise _wanted("tekst", value, "sæt teksten i anførselstegn" if isinstance(value, bool) else "")


def _whole(value: Any, _: Any) -> int:
    if type(value) is int:
        return value
    raise _wanted("et helt tal", value)


def _number(value: Any, _: Any) -> float:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str) and _COMMA_NUMBER.match(value):
        return float(value.replace(",", "."))
    raise _wanted("et tal", value)


def _yes_or_no(value: Any, _: Any) -> bool:
    if isinstance(value, bool):
        return value
    answer = _YES_NO.get(value.casefold()) if isinstance(value, str) else None
    if answer is None:
        raise _wanted("true eller false", value)
    return answer


def _one_of(choices: Mapping[str, Any]) -> Hook:
    def choose(value: Any, _: Any) -> Any:
        written = _seen(value) if isinstance(value, (int, Decimal)) else value
        found = find_id(written, choices) if isinstance(written, str) else None
        if found is not None:
            return choices[found]
        if not isinstance(written, str):
            raise _wanted("et enkelt ord", value)
        near = nearest(written, choices, 1)
        meant = f"mente du {near[0]}? " if near else ""
        raise WrongValue(f"kan ikke være {_seen(value)}", f"{meant}her kan stå: {', '.join(choices)}")

    return choose


@lru_cache
def _chooser(cls: type[Enum]) -> Hook:
    return _one_of({str(member.value): member for member in cls})


def _member(value: Any, cls: type[Enum]) -> Any:
    return _chooser(cls)(value, cls)


def _literal(of: Any) -> Hook:
    return _one_of({str(choice): choice for choice in get_args(of)})


# StrEnum stands here too: it is also a str, and the hook for the nearest class is used
_PLAIN: dict[type, Hook] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _yes_or_no,
    Enum: _member,
    StrEnum: _member,
}


# ---- collections ------------------------------------------------------------------------------------------
@lru_cache(maxsize=1)
def _converter() -> Converter:
    from cattrs import Converter

    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    for plain, hook in _PLAIN.items():
        converter.register_structure_hook(plain, hook)
    converter.register_structure_hook_factory(_is_of(Literal), _literal)
    converter.register_structure_hook_factory(_is_of(tuple), lambda t: _tuple(t, converter))
    converter.register_structure_hook_factory(_is_of(dict), lambda t: _dict(t, converter))
    converter.register_structure_hook_factory(is_dataclass, lambda t: _dataclass(t, converter))
    return converter


def _is_of(generic: Any) -> Callable[[Any], bool]:
    return lambda of: get_origin(of) is generic


def _is_enum(of: Any) -> bool:
    return isinstance(of, type) and issubclass(of, Enum)


def _tuple(of: Any, converter: Converter) -> Hook:
    kinds = get_args(of)
    is_open = kinds[-1] is Ellipsis
    may_stand_alone = is_open and (kinds[0] in (str, int, float) or _is_enum(kinds[0]))
    hooks = [(kind, converter.get_structure_hook(kind)) for kind in kinds if kind is not Ellipsis]

    def structure_tuple(value: Any, _: Any) -> tuple[Any, ...]:
        if may_stand_alone and isinstance(value, (str, int, float)):
            return (hooks[0][1](value, kinds[0]),)
        if not isinstance(value, (list, tuple)):
            raise _wanted("en liste", value)
        if not is_open and len(value) != len(kinds):
            raise WrongValue(f"skal have {len(kinds)} dele, men her er {len(value)}")
        each = hooks * len(value) if is_open else hooks
        steps = enumerate(zip(value, each, strict=True))
        return tuple(_gather(((i, item, *hook) for i, (item, hook) in steps), of))

    return structure_tuple


def _dict(of: Any, converter: Converter) -> Hook:
    key_kind, value_kind = get_args(of)
    key_hook, value_hook = (converter.get_structure_hook(kind) for kind in (key_kind, value_kind))

    def as_key(key: Any, kind: Any) -> Any:
        try:
            return key_hook(key, kind)
        except WrongValue as error:
            raise _WrongKey(error.said, error.hint) from None

    def structure_dict(value: Any, _: Any) -> dict[Any, Any]:
        if not isinstance(value, Mapping):
            raise _wanted("nøgler med værdier", value)
        keys = _gather(((k, k, key_kind, as_key) for k in value), of)
        values = _gather(((k, v, value_kind, value_hook) for k, v in value.items()), of)
        return dict(zip(keys, values, strict=True))

    return structure_dict


def _gather(steps: Iterator[tuple[Key, Any, Any, Hook]], of: Any) -> list[Any]:
    """Every (index, value, kind, hook) structured. Raises IterableValidationError with all that is wrong."""
    from cattrs.errors import IterableValidationError, IterableValidationNote

    done, errors = [], []
    for index, value, kind, hook in steps:
        try:
            done.append(hook(value, kind))
        except Exception as error:
            error.add_note(IterableValidationNote("", index, kind))
            errors.append(error)
    if errors:
        raise IterableValidationError("", errors, of)
    return done


def _dataclass(cls: type[Any], converter: Converter) -> Hook:
    from cattrs.gen import make_dict_structure_fn, override

    known = danish_keys(cls)
    by_fold = {folded(key): key for key in known}
    inner = make_dict_structure_fn(
        cls,
        converter,
        _cattrs_use_linecache=False,
        **{f.name: override(rename=key) for key, f in known.items()},  # type: ignore[arg-type]
    )

    def structure_dataclass(value: Any, _: Any) -> Any:
        if not isinstance(value, Mapping):
            raise _wanted("nøgler med værdier", value)
        if not value.keys() <= known.keys():
            value = _respelled(value, by_fold)
        return inner(value, cls)

    return structure_dataclass


def _respelled(value: Mapping[str, Any], by_fold: Mapping[str, str]) -> dict[str, Any]:
    """The same keys, those in another spelling (`maalgruppe`) as they are known; never two made one."""
    respelled: dict[str, Any] = {}
    for key, item in value.items():
        known = by_fold.get(folded(key), key)
        respelled[key if known in value and known != key else known] = item
    return respelled
