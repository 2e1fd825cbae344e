"""A command line read without click means what click would have made of it, and click gets all that is odd."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdslides.cli.app import COMMANDS, run
from holdslides.cli.clicked import as_click
from holdslides.cli.parameters import Command, Kind, Option, command_named
from holdslides.cli.plain import plain_values

ALL = [command_named(name) for name in COMMANDS]
ODD = (
    "",
    "-",
    "--",
    "-x",
    "--ukendt",
    "--size=a2",
    "-5",
    "A3",
    "1e3",
    "1_000",
    "٣",
    "½",
    "inf",
    "nan",
    "0x10",
    "a3 ",
)


def clicks_values(command: Command, arguments: list[str]) -> dict[str, Any] | None:
    """What click hands the command, or None when it refuses."""
    try:
        return as_click(command).make_context(command.name, list(arguments)).params
    except (click.ClickException, click.exceptions.Exit):
        return None


def typed_values(option: Option) -> st.SearchStrategy[str]:
    """What may be typed after an option: mostly what it takes."""
    good: dict[Kind, st.SearchStrategy[str]] = {
        Kind.WHOLE: st.integers(0, 70_000).map(str),
        Kind.NUMBER: st.decimals(0, 9_999, places=2).map(str)
        | st.decimals(0, 99, places=1).map(lambda number: str(number).replace(".", ","))
        | st.integers(0, 99).map(str),
    }
    choices = [st.sampled_from(option.choices)] if option.choices else []
    return st.one_of(
        *choices, good.get(option.kind, st.sampled_from(["kopmodellen,søvn", "mandag 16", "ud"]))
    )


@st.composite
def command_lines(draw: Callable[..., Any]) -> tuple[Command, list[str]]:
    """A command with arguments that are mostly right."""
    command = draw(st.sampled_from(ALL))
    words = (
        [draw(st.sampled_from(["laenderyg", "kopmodellen", "moduler", "lænderyg"]))] if command.words else []
    )
    for option in draw(st.lists(st.sampled_from(command.options), max_size=4)):
        words.append(option.flag)
        if option.kind is not Kind.FLAG:
            words.append(draw(typed_values(option)))
    for odd in draw(st.lists(st.sampled_from(ODD) | st.text(max_size=4), max_size=1)):
        words.insert(draw(st.integers(0, len(words))), odd)
    return command, words


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(command_lines())
def test_what_is_read_without_click_is_what_click_reads(line: tuple[Command, list[str]]) -> None:
    command, arguments = line
    plain = plain_values(command, arguments)
    assert plain is None or plain == clicks_values(command, arguments)


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("deck laenderyg --session 1 --minutes 45", {"session": 1, "minutes": 45.0}),
        ("deck laenderyg --minutes 7.5 --weight", {"minutes": 7.5, "weight": True}),
        ("deck laenderyg --minutes 45,5", {"minutes": 45.5}),
        ("poster kop trappe --size a2", {"ids": ("kop", "trappe"), "size": "a2", "distance": None}),
        ("poster --all", {"ids": (), "all_": True, "size": "a3"}),
        ("kit laenderyg --participants 8 --start 16:00", {"participants": 8, "start": "16:00"}),
        ("list", {"what": None, "format_": "tekst"}),
        ("init klinik", {"schemas": False}),
    ],
)
def test_everyday_command_lines_are_plain(line: str, values: dict[str, Any]) -> None:
    name, *arguments = line.split()
    plain = plain_values(command_named(name), arguments)
    assert plain is not None
    assert plain.items() >= values.items()


@pytest.mark.parametrize(
    "line",
    [
        "deck",
        "deck laenderyg artrose",
        "deck laenderyg --help",
        "deck laenderyg --session",
        "deck laenderyg --session --pdf",
        "deck laenderyg --session to",
        "deck laenderyg --session=1",
        "poster kop --size A3",
        "poster kop --size a9",
        "kit laenderyg --participants 0",
        "kit laenderyg --participants 100",
        "list noget",
        "web laenderyg",
    ],
)
def test_what_is_odd_or_wrong_is_clicks(line: str) -> None:
    name, *arguments = line.split()
    assert plain_values(command_named(name), arguments) is None


def test_a_command_line_that_is_odd_but_right_works_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "--format=JSON", "POSTERS"]) == 0
    assert '"id": "kop"' in capsys.readouterr().out


def test_a_plain_command_does_not_load_click() -> None:
    code = (
        "import sys\nfrom holdslides.cli.app import run\nrun(['list', 'posters'])\n"
        "assert 'click' not in sys.modules, 'click is loaded'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=60)


def test_click_reads_danish_decimals_too() -> None:
    values = clicks_values(command_named("deck"), ["laenderyg", "--minutes=45,5"])
    assert values is not None
    assert values["minutes"] == 45.5
