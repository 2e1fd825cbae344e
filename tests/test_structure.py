"""Plain data to dataclasses: kind where a person is, strict where it matters, everything wrong at once."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from enum import StrEnum
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdslides.keys import key
from holdslides.models_module import Module
from holdslides.problems import ContentError
from holdslides.records import dataclass
from holdslides.structure import structure, structure_file
from holdslides.yaml_reader import parse_yaml


class Colour(StrEnum):
    RED = "rød"
    GREEN = "grøn"


@dataclass(frozen=True)
class Part:
    name: str = key("navn")


@dataclass(frozen=True, slots=True)
class Thing:
    text: str = key("tekst", default="")
    texts: tuple[str, ...] = key("tekster", default=())
    count: int = key("antal", default=0)
    size: float = key("størrelse", default=0.0)
    on: bool = key("tændt", default=False)
    colour: Colour = key("farve", default=Colour.RED)
    colours: tuple[Colour, ...] = key("farver", default=())
    side: Literal["venstre", "højre"] = key("side", default="venstre")
    pair: tuple[str, int] = key("par", default=("", 0))
    part: Part | None = key("del", default=None)
    parts: tuple[Part, ...] = key("dele", default=())
    by_colour: dict[Colour, Part] = key("efter_farve", default=dict)
    anything: dict[str, Any] = key("hvad_som_helst", default=dict)


def thing(text: str) -> Thing:
    return structure_file(parse_yaml(text.encode(), "f.yaml"), Thing)


def problems(text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        thing(text)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("tekst: Hej", "text", "Hej"),
        ("tekst: 0263", "text", "0263"),
        ("tekst: 12", "text", "12"),
        ("tekst: 2.10", "text", "2.10"),
        ("tekst: nej", "text", "nej"),
        ("tekster: Hej", "texts", ("Hej",)),
        ("tekster: 12", "texts", ("12",)),
        ("tekster: [a, 1, 2.50]", "texts", ("a", "1", "2.50")),
        ("antal: 3", "count", 3),
        ("størrelse: 3", "size", 3.0),
        ("størrelse: 2.5", "size", 2.5),
        ("størrelse: 2,5", "size", 2.5),
        ("tændt: true", "on", True),
        ("tændt: ja", "on", True),
        ("tændt: Nej", "on", False),
        ("farve: grøn", "colour", Colour.GREEN),
        ("farve: groen", "colour", Colour.GREEN),
        ("farver: rød", "colours", (Colour.RED,)),
        ("farver: [rød, GRØN]", "colours", (Colour.RED, Colour.GREEN)),
        ("side: højre", "side", "højre"),
        ("par: [a, 2]", "pair", ("a", 2)),
        ("del: {navn: x}", "part", Part("x")),
        ("dele: [{navn: x}]", "parts", (Part("x"),)),
        ("efter_farve: {grøn: {navn: x}}", "by_colour", {Colour.GREEN: Part("x")}),
        ("hvad_som_helst: {a: [1, true]}", "anything", {"a": [1, True]}),
        ("stoerrelse: 4", "size", 4.0),
        ("Tekst: Hej", "text", "Hej"),
    ],
)
def test_what_a_person_means_is_understood(text: str, name: str, value: object) -> None:
    found = getattr(thing(text), name)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tekst: true", '"tekst" skal være tekst, men her står true (sæt teksten i anførselstegn)'),
        ("tekst: [a]", '"tekst" skal være tekst, men her står en liste'),
        ("tekst: {a: b}", '"tekst" skal være tekst, men her står nøgler med værdier'),
        ("tekster: {a: b}", '"tekster" skal være en liste, men her står nøgler med værdier'),
        ("tekster: [a, {b: c}]", '"tekster" nr. 2 skal være tekst, men her står nøgler med værdier'),
        ("antal: 2.5", '"antal" skal være et helt tal, men her står 2.5'),
        ("antal: '2'", '"antal" skal være et helt tal, men her står "2"'),
        ("antal: true", '"antal" skal være et helt tal, men her står true'),
        ("størrelse: stor", '"størrelse" skal være et tal, men her står "stor"'),
        ("tændt: 1", '"tændt" skal være true eller false, men her står 1'),
        ("farve: blå", '"farve" kan ikke være "blå" (her kan stå: rød, grøn)'),
        ("farve: grn", '"farve" kan ikke være "grn" (mente du grøn? her kan stå: rød, grøn)'),
        ("farve: [rød]", '"farve" skal være et enkelt ord, men her står en liste'),
        ("par: [a]", '"par" skal have 2 dele, men her er 1'),
        ("del: x", '"del" skal være nøgler med værdier, men her står "x"'),
        ("del: {navn: x, alder: 1}", 'ukendt nøgle "alder" (her kan stå: navn)'),
        ("del: {}", 'nøglen "navn" mangler'),
        ("dele: {navn: x}", '"dele" skal være en liste, men her står nøgler med værdier'),
        ("efter_farve: {blå: {navn: x}}", 'ukendt nøgle "blå" (her kan stå: rød, grøn)'),
        ("tekts: x", 'ukendt nøgle "tekts" (mente du tekst eller tekster?)'),
        ("størrelse: 1\nstoerrelse: 2", 'ukendt nøgle "stoerrelse" (mente du størrelse?)'),
    ],
)
def test_what_is_wrong_is_said_in_danish(text: str, said: str) -> None:
    (line,) = problems(text)
    assert line.split(": ", 1)[1] == said


def test_an_empty_value_is_not_passed_over() -> None:
    (line,) = problems("antal: 1\ntekst:\n")
    assert line.startswith('f.yaml:2: "tekst" står tom')


def test_everything_wrong_comes_at_once_in_the_order_of_the_file() -> None:
    lines = problems("ukendt: 1\nantal: to\ndele:\n  - navn: x\n  - {}\n  - alder: 3\nfarve: sort\n")
    assert [line.split(": ")[0] for line in lines] == [
        "f.yaml:1",
        "f.yaml:2",
        "f.yaml:5",
        "f.yaml:6",
        "f.yaml:6",
        "f.yaml:7",
    ]


def test_values_that_were_never_in_a_file_can_be_structured() -> None:
    file = parse_yaml(b"a: 1", "f.yaml")
    assert structure({"tekst": "x", "antal": 2}, Thing, file.place) == Thing(text="x", count=2)


def test_a_long_or_strange_value_does_not_spoil_the_line() -> None:
    (line,) = problems("antal: |\n" + "  linje\n" * 500)
    assert len(line) < 160
    assert "\n" not in line


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["titel", "slides", "id", "noter", "sig", "fakta", "x"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(_ANYTHING)
def test_any_data_gives_a_module_or_problems(data: Any) -> None:
    with contextlib.suppress(ContentError):
        structure(data, Module, parse_yaml(b"a: 1", "f.yaml").place)


def test_nothing_heavy_is_imported_before_something_is_structured() -> None:
    code = (
        "import sys, holdslides.library, holdslides.templates, holdslides.markup; "
        "print(sorted({'cattrs', 'jinja2', 'difflib'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
