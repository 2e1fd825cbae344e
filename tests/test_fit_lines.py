"""Line breaking: where a line may end, where it may not, and what becomes of the runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdslides.lines import MeasuredText, break_lines
from holdslides.problems import Place
from holdslides.texts import Run, Text
from holdslides.widths import text_width

PLACE = Place("prøve.yaml", 3)


def text(*paragraphs: str) -> Text:
    return Text(tuple((Run(words),) for words in paragraphs), PLACE)


def broken(words: str, upto: str) -> list[str]:
    """The lines when there is room for `upto` and not much more."""
    width = text_width(upto, 20) * 1.01 + 0.5
    return [line.plain for line in break_lines(text(words), 20, width)]


@pytest.mark.parametrize(
    ("words", "upto", "lines"),
    [
        ("skru langsomt op", "skru langsomt", ["skru langsomt", "op"]),
        ("træn hånd-til-hånd", "træn hånd-til-", ["træn hånd-til-", "hånd"]),
        ("omkring 10–12 gange", "omkring 10–", ["omkring 10–", "12 gange"]),
        ("omkring 5\u00a0min", "omkring 5", ["omkring", "5\u00a0min"]),
        ("skriv i din\u2011egen bog", "skriv i din", ["skriv i", "din\u2011egen", "bog"]),
        ("skru op og/eller ned", "skru op og/", ["skru op", "og/eller", "ned"]),  # a slash holds together
        ("tryghed – og uro", "tryghed –", ["tryghed –", "og uro"]),
        ("mange   ord", "mange", ["mange", "ord"]),
        ("aktivitets\u00addagbog", "aktivitets-", ["aktivitets-", "dagbog"]),
        ("aktivitets\u00addagbog", "aktivitetsdagbog", ["aktivitetsdagbog"]),
        ("først\nsiden", "først og siden", ["først", "siden"]),
        ("først\n\nsiden", "først og siden", ["først", "", "siden"]),
    ],
)
def test_where_a_line_ends(words: str, upto: str, lines: list[str]) -> None:
    assert broken(words, upto) == lines


def test_a_paragraph_begins_a_line_and_says_so() -> None:
    lines = break_lines(text("Start roligt", "", "Hold pauser"), 20, 90)
    assert [(line.plain, line.starts_paragraph) for line in lines] == [
        ("Start", True),
        ("roligt", False),
        ("", True),
        ("Hold", True),
        ("pauser", False),
    ]


def test_no_text_is_one_empty_line() -> None:
    assert [line.plain for line in break_lines(Text((), PLACE), 20, 100)] == [""]


def test_runs_keep_their_style_over_a_break() -> None:
    words = Text(
        ((Run("Du må "), Run("gerne bruge", bold=True), Run(" ryggen", link="https://a.dk")),), PLACE
    )
    lines = break_lines(words, 20, text_width("Du må gerne", 20, True) + 2)
    assert [line.runs for line in lines] == [
        (Run("Du må "), Run("gerne", bold=True)),
        (Run("bruge", bold=True), Run(" ryggen", link="https://a.dk")),
    ]


def test_bold_runs_are_measured_bold() -> None:
    plain = break_lines(text("alarm"), 20, 500)[0].width
    bold = break_lines(Text(((Run("alarm", bold=True),),), PLACE), 20, 500)[0].width
    boxed = break_lines(text("alarm"), 20, 500, bold=True)[0].width
    assert plain < bold == boxed


def test_a_word_wider_than_the_line_is_cut_and_named() -> None:
    words = "et genoptræningsforløb"
    lines = break_lines(text(words), 20, 100)
    assert "".join(line.plain for line in lines) == words.replace(" ", "")
    assert [line.is_cut for line in lines] == [False, True, False]
    ((word, over),) = MeasuredText(text(words)).too_wide(20, 100)
    assert word == "genoptræningsforløb"
    assert over == pytest.approx(text_width(word, 20) - 100, abs=0.5)


SENTENCES = st.lists(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøåÆØÅ .,-–\u00a0\n0123456789", max_size=30),
    min_size=1,
    max_size=4,
)


@given(SENTENCES, st.floats(12, 60), st.floats(60, 900), st.booleans())
def test_nothing_is_lost_and_no_line_is_wider_than_its_room(
    pieces: list[str], size: float, width: float, bold: bool
) -> None:
    given_text = Text((tuple(Run(piece, number % 2 == 1) for number, piece in enumerate(pieces)),), PLACE)
    lines = break_lines(given_text, size, width, bold)
    assert "".join("".join(line.plain.split()) for line in lines) == "".join("".join(pieces).split())
    assert all(line.width <= width + 1e-3 or len(line.plain) <= 1 for line in lines)
    assert MeasuredText(given_text, bold).count(size, width) == len(lines)


@given(
    st.lists(st.sampled_from(["ryg", "alarm", "og", "bevægelse"]), min_size=1, max_size=20),
    st.floats(200, 800),
)
def test_more_room_never_takes_more_lines(words: list[str], width: float) -> None:
    measured = MeasuredText(text(" ".join(words)))
    assert measured.count(20, width * 1.1) <= measured.count(20, width)
