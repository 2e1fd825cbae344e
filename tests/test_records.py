"""Records behave as the standard library's dataclasses do."""

from __future__ import annotations

import dataclasses
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from holdslides import records
from holdslides.records import dataclass

OPTIONS = ({}, {"frozen": True}, {"frozen": True, "slots": True}, {"slots": True, "kw_only": True})


def both(decorator: Any, options: dict[str, bool]) -> type[Any]:
    field: Any = records.field if decorator is dataclass else dataclasses.field

    class Base:
        """A base."""

        name: str
        sizes: tuple[float, ...] = ()
        made: dict[str, int] = field(default_factory=dict)
        hidden: int = field(default=0, compare=False, repr=False)

    base = decorator(**options)(Base)

    class Thing(base):
        count: int = 3
        doubled: int = field(init=False, default=0)

        def __post_init__(self) -> None:
            object.__setattr__(self, "doubled", 2 * self.count)

    made: type[Any] = decorator(**options)(Thing)
    return made


@pytest.fixture(params=OPTIONS, ids=str)
def pair(request: pytest.FixtureRequest) -> tuple[type[Any], type[Any]]:
    return both(dataclass, request.param), both(dataclasses.dataclass, request.param)


def test_fields_values_and_defaults_are_the_same(pair: tuple[type[Any], type[Any]]) -> None:
    ours, theirs = (cls(name="a", count=4) for cls in pair)
    for f, g in zip(dataclasses.fields(ours), dataclasses.fields(theirs), strict=True):
        for known in ("name", "type", "default", "default_factory", "init", "repr", "compare", "kw_only"):
            assert getattr(f, known) == getattr(g, known)
    assert [f.name for f in records.fields(ours)] == [f.name for f in dataclasses.fields(theirs)]
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(ours) == repr(theirs)
    assert ours.__match_args__ == theirs.__match_args__
    assert records.replace(ours, name="b") == dataclasses.replace(ours, name="b")
    assert dataclasses.is_dataclass(ours)
    assert records.is_dataclass(type(ours))
    assert hasattr(ours, "__dict__") == hasattr(theirs, "__dict__")


def test_comparing_and_hashing_are_the_same(pair: tuple[type[Any], type[Any]]) -> None:
    for cls in pair:
        assert cls(name="a") == cls(name="a", hidden=1)
        assert cls(name="a") != cls(name="b")
        assert cls(name="a") != object()
        assert (cls.__hash__ is None) == (pair[1].__hash__ is None)


def test_a_factory_is_called_for_every_one(pair: tuple[type[Any], type[Any]]) -> None:
    for cls in pair:
        assert cls(name="a").made is not cls(name="a").made


def test_wrong_arguments_are_refused(pair: tuple[type[Any], type[Any]]) -> None:
    for cls in pair:
        with pytest.raises(TypeError, match="name"):
            cls()
        with pytest.raises(TypeError, match="colour"):
            cls(name="a", colour="red")


def test_frozen_is_frozen() -> None:
    for options in ({"frozen": True}, {"frozen": True, "slots": True}):
        for decorator in (dataclass, dataclasses.dataclass):
            thing = both(decorator, options)(name="a")
            with pytest.raises(FrozenInstanceError):
                thing.name = "b"
            with pytest.raises(FrozenInstanceError):
                del thing.name


def test_a_frozen_one_can_be_a_key() -> None:
    @dataclass(frozen=True, slots=True)
    class Key:
        one: str

    @dataclass(frozen=True, slots=True)
    class Nothing:
        pass

    assert {Key("a"): 1}[Key("a")] == 1
    assert len({Nothing(), Nothing()}) == 1


def test_own_methods_are_kept() -> None:
    @dataclass(frozen=True)
    class Own:
        one: str

        def __eq__(self, other: object) -> bool:
            return True

        def __repr__(self) -> str:
            return "mine"

    assert Own("a") == Own("b")
    assert repr(Own("a")) == "mine"
