"""YAML with lines: what stays text, what is refused, and that no file brings the reader down."""

from __future__ import annotations

import contextlib
import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from holdslides.folders import Found
from holdslides.problems import ContentError, FileError
from holdslides.yaml_file import read_yaml
from holdslides.yaml_reader import MAX_DEPTH, parse_yaml
from holdslides.yaml_text import MAX_BYTES

PARSERS = [getattr(yaml, "CBaseLoader", yaml.BaseLoader), yaml.BaseLoader]
both_parsers = pytest.mark.parametrize("events", PARSERS, ids=["c", "python"])


def parse(text: str | bytes, events: Any = PARSERS[0]) -> Any:
    raw = text.encode() if isinstance(text, str) else text
    return parse_yaml(raw, "f.yaml", events=events).data


def problems(text: str | bytes, events: Any = PARSERS[0]) -> list[str]:
    with pytest.raises(ContentError) as caught:
        parse(text, events)
    return [str(problem) for problem in caught.value.problems]


@both_parsers
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("nej", "nej"),
        ("on", "on"),
        ("off", "off"),
        ("yes", "yes"),
        ("0263", "0263"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("8-12", "8-12"),
        ("12:30", "12:30"),
        ("190:20:30", "190:20:30"),
        ("1_000", "1_000"),
        ("2026-01-05", "2026-01-05"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("2,5", "2,5"),
        ("9" * 5000, "9" * 5000),
        ("<<", "<<"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("!!str 12", "12"),
        ("true", True),
        ("False", False),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("2.5", 2.5),
        ("-0.25", -0.25),
        ("", None),
        ("~", None),
        ("null", None),
    ],
)
def test_only_what_is_plainly_something_else_is_not_text(written: str, value: object, events: Any) -> None:
    found = parse(f"a: {written}\n", events)["a"]
    assert found == value
    assert isinstance(found, type(value))


def test_a_decimal_keeps_how_it_was_written() -> None:
    assert parse("a: 2.10")["a"].written == "2.10"


@both_parsers
def test_every_value_has_its_line(events: Any) -> None:
    slides = "  - id: a\n    tekst:\n      - et\n      - >\n        to\n        tre\n  - id: b\n"
    text = f"titel: x\nslides:\n{slides}"
    place = parse_yaml(text.encode(), "f.yaml", events=events).place
    lines = {
        (): 1,
        ("titel",): 1,
        ("slides",): 2,
        ("slides", 0): 3,
        ("slides", 0, "tekst"): 4,
        ("slides", 0, "tekst", 0): 5,
        ("slides", 0, "tekst", 1): 6,
        ("slides", 1, "id"): 9,
        ("slides", 1, "findes", "ikke"): 9,
        ("slides", 7): 2,
    }
    assert {path: place(*path).line for path in lines} == lines


@both_parsers
def test_a_byte_order_mark_and_windows_line_ends_are_fine(events: Any) -> None:
    raw = b"\xef\xbb\xbfa: 1\r\nb:\r\n  - x\r\n"
    file = parse_yaml(raw, "f.yaml", events=events)
    assert file.data == {"a": 1, "b": ["x"]}
    assert file.place("b", 0).line == 3


def test_keys_and_texts_are_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "målgruppe: på")
    assert parse(decomposed) == {"målgruppe": "på"}
    assert "målgruppe" in parse('"ma\\u030Algruppe": x')


@both_parsers
def test_the_same_key_in_two_unicode_forms_is_the_same_key(events: Any) -> None:
    lines = problems('målgruppe: 1\n"ma\\u030Algruppe": 2\n', events)
    assert lines == ['f.yaml:2: nøglen "målgruppe" står der to gange (den står også i linje 1; slet den ene)']


@both_parsers
def test_a_few_aliases_are_fine(events: Any) -> None:
    assert parse("a: &x [1, 2]\nb: *x\nc: &y ja\nd: *y\n", events) == {
        "a": [1, 2],
        "b": [1, 2],
        "c": "ja",
        "d": "ja",
    }


@both_parsers
def test_a_billion_laughs_are_refused_before_they_are_built(events: Any) -> None:
    levels = "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12))
    assert problems(f"a0: &a0 [ha]\n{levels}", events) == [
        "f.yaml:3: henvisningerne med * gentager for meget (skriv teksten ud i stedet)"
    ]


@both_parsers
@pytest.mark.parametrize("bracket", ["[", "{a: ", "- ", "? "])
def test_a_file_of_brackets_does_not_exhaust_the_stack(bracket: str, events: Any) -> None:
    assert (
        problems(bracket * 100_000, events)[0].startswith(
            f"f.yaml:1: indholdet er rykket ind i mere end {MAX_DEPTH} trin"
        )
        or "en nøgle skal være et enkelt ord" in problems(bracket * 100_000, events)[0]
    )


@both_parsers
def test_the_deepest_allowed_is_allowed(events: Any) -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH, events)
    assert problems("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), events)


def test_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "stor.yaml"
    with path.open("wb") as file:
        file.truncate(10 * MAX_BYTES)
    with pytest.raises(ContentError) as caught:
        read_yaml(Found(path, "stor.yaml", True))
    assert str(caught.value) == "stor.yaml: filen er større end 2 MB (del den i flere filer)"


@both_parsers
@pytest.mark.parametrize(
    ("text", "line"),
    [("a:\n\tb: 1\n", 2), ("a: 1\n\tb: 2\n", 2), ("a:\n  - x\n\t- y\n", 3), ("a: |\n  x\n\ty\n", 3)],
)
def test_a_tab_in_the_indentation_is_named(text: str, line: int, events: Any) -> None:
    hint = "brug mellemrum i stedet, to for hvert trin"
    assert problems(text, events) == [f"f.yaml:{line}: der er en tabulator i indrykningen ({hint})"]


@both_parsers
def test_a_tab_elsewhere_is_not_blamed(events: Any) -> None:
    text = "a: |\n  x\n  \ty\nb: Husk: noget\n"
    assert problems(text, events) == [
        "f.yaml:4: linjen kan ikke læses (sæt teksten i anførselstegn, når der er et kolon i den)"
    ]


@both_parsers
@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ('a: "Hej\nb: 1\n', 1, "mangler der et anførselstegn?"),
        ("a: 'Hej\nb: 1\n", 1, "mangler der et anførselstegn?"),
        ("a: [1, 2\nb: 1\n", 1, "mangler der en slutparentes?"),
        ("a: Smerte: en alarm\n", 1, "sæt teksten i anførselstegn, når der er et kolon i den"),
        ("a: @her\n", 1, "sæt teksten i anførselstegn, når den begynder med et tegn"),
        ('a: "Hej" med dig\n', 1, "der står noget efter det sidste anførselstegn"),
        ("a: 1\n b: 2\n", 2, "tjek indrykningen, og at linjen hører til den foregående"),
    ],
)
def test_a_line_that_cannot_be_read_gets_a_hint(text: str, line: int, hint: str, events: Any) -> None:
    assert problems(text, events) == [f"f.yaml:{line}: linjen kan ikke læses ({hint})"]


def test_everything_wrong_comes_at_once() -> None:
    lines = problems("a: 1\na: 2\nb: !x y\nb: 3\nc: [\n")
    assert [line.split(": ")[0] for line in lines] == ["f.yaml:2", "f.yaml:3", "f.yaml:4", "f.yaml:5"]


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\ufffe"])
def test_characters_nobody_can_see_are_named(character: str) -> None:
    (line,) = problems(f'a: 1\nb: "x{character}y"\n')
    assert line.startswith(f"f.yaml:2: der er et usynligt tegn (U+{ord(character):04X})")


def test_not_utf8_names_the_byte_and_the_line() -> None:
    (line,) = problems("a: 1\nb: blå\n".encode("latin-1"))
    assert line.startswith("f.yaml:2: filen er ikke gemt som UTF-8: byte nummer 11 ")


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "findes-ikke.yaml"):
        with pytest.raises(FileError):
            read_yaml(Found(path, "f.yaml", True))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "roer")
    with pytest.raises(FileError):
        read_yaml(Found(tmp_path / "roer", "roer", True))


_PIECES = st.sampled_from(
    [
        *(
            "a",
            "b: ",
            "- ",
            "  ",
            "\n",
            "\n  ",
            '"',
            "'",
            "[",
            "]",
            "{",
            "}",
            "&a ",
            "*a",
            "!x ",
            "|\n",
            ">",
            "#",
        ),
        *("12", ": ", "? ", "---\n", "...\n", "%", "\t", "ø", "\r\n", "~", ", ", "\\", "\ufeff"),
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_text_gives_data_or_problems(text: str) -> None:
    """And the two parsers agree on what the data is wherever both can read it."""
    found = []
    for events in PARSERS:
        try:
            found.append(parse(text, events))
        except ContentError:
            continue
    assert len(found) < 2 or found[0] == found[1]


@given(st.binary(max_size=60))
def test_any_bytes_give_data_or_problems(raw: bytes) -> None:
    with contextlib.suppress(ContentError):
        parse(raw)
