"""Width tables: the same numbers as the fonts, kerning included, and cheap to load."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT, need
from hypothesis import given
from hypothesis import strategies as st

from holdslides.widths import UNKNOWN_FONT_FACTOR, is_known, text_width, width_table

DATA = ROOT / "src" / "holdslides" / "fonts_data"


@pytest.mark.parametrize(
    ("text", "bold", "thousandths"),
    [
        ("n", False, 556),  # Arial's own metrics
        ("å", False, 556),
        ("æ", False, 889),
        ("Ø", False, 778),
        ("–", False, 556),
        ("…", False, 1000),
        ("n", True, 611),
        ("æ", True, 889),
        ("»", True, 556),
    ],
)
def test_letters_are_as_wide_as_arials(text: str, bold: bool, thousandths: int) -> None:
    assert text_width(text, 1000, bold) == pytest.approx(thousandths, abs=0.6)


def test_bold_danish_is_clearly_wider_than_regular() -> None:
    sentence = "Smerte er kroppens alarm, og den skal passe på dig"
    assert 1.05 < text_width(sentence, 24, True) / text_width(sentence, 24) < 1.10


def test_pairs_close_up() -> None:
    assert text_width("To", 1000) == pytest.approx(text_width("T", 1000) + text_width("o", 1000) - 111, abs=1)
    assert text_width("AV", 1000, font="Source Sans Pro") < sum(
        text_width(letter, 1000, font="Source Sans Pro") for letter in "AV"
    )


def test_what_is_not_seen_has_no_width() -> None:
    assert text_width("hver\u00addag", 20) == text_width("hverdag", 20)
    assert text_width("a\u030angst", 20) == pytest.approx(text_width("angst", 20))


def test_a_letter_without_a_width_counts_as_an_em() -> None:
    assert text_width("漢", 20) == 20


def test_print_weights_grow_with_the_weight() -> None:
    widths = [
        text_width("Brug kroppen", 100, font="Source Sans Pro", weight=weight)
        for weight in (400, 600, 700, 900)
    ]
    assert widths == sorted(set(widths))


def test_arials_twins_are_known_and_other_fonts_wider_by_a_margin() -> None:
    assert all(map(is_known, ("Arial", "arimo", "Liberation Sans", "Source Sans Pro")))
    assert not is_known("Comic Neue")
    assert text_width("alarm", 30, font="Comic Neue") == pytest.approx(
        UNKNOWN_FONT_FACTOR * text_width("alarm", 30)
    )


@given(st.text(max_size=40), st.floats(8, 80))
def test_width_grows_with_the_size_and_is_never_negative(text: str, size: float) -> None:
    assert text_width(text, size) >= -1e-9
    assert text_width(text, 2 * size) == pytest.approx(2 * text_width(text, size))


def test_the_tables_are_small() -> None:
    assert sum(path.stat().st_size for path in DATA.glob("*.py")) < 100_000


def test_loading_costs_nothing_to_speak_of() -> None:
    code = (
        "import time; from holdslides.widths import width_table; t = time.process_time();"
        "width_table('Arial', 400); width_table('Arial', 700); print(time.process_time() - t)"
    )
    best = min(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(5)
    )
    assert best < 0.008


def test_measuring_is_quick() -> None:
    words = "Smerte er kroppens alarm, og den skal passe på dig. " * 4
    width_table("Arial", 400)
    start = time.process_time()
    for _ in range(20):
        text_width(words, 24)
    assert time.process_time() - start < 0.05


@pytest.mark.full
def test_the_tables_are_what_the_script_makes(tmp_path: Path) -> None:
    pytest.importorskip("fontTools")
    need((ROOT / "tools" / "make_width_tables.py").is_file(), "tools/")
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import make_width_tables as script
    finally:
        sys.path.pop(0)
    script.DATA = tmp_path
    script.main()
    for path in DATA.glob("[!_]*.py"):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()
