"""A clinic's colours: the ramp follows them, all can be read, and what cannot is refused with a way out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from holdslides.brand import GRAPHIC_LEAST, TEXT_LEAST, clashes, nearest_step, oklch, ramp, to_hex
from holdslides.clinic import load_clinic
from holdslides.folders import Folders
from holdslides.look import clinic_theme
from holdslides.problems import ContentError
from holdslides.theme import contrast, load_theme

THEME = load_theme(Folders())
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
LOUD = ("#FFD400", "#FF0000", "#00FF00", "#7A1F5C", "#16357A", "#FFFFFF", "#000000", "#808080")


def clinic(folder: Path, *lines: str) -> Folders:
    (folder / "klinik.yaml").write_text("navn: Prøve\n" + "\n".join(lines), encoding="utf-8")
    return Folders(folder)


def refused(folder: Path, *lines: str) -> list[str]:
    with pytest.raises(ContentError) as error:
        load_clinic(clinic(folder, *lines))
    return [str(problem).replace(f"{folder}/", "") for problem in error.value.problems]


@given(COLOURS)
def test_a_colour_survives_the_way_to_oklch_and_back(colour: str) -> None:
    assert to_hex(*oklch(colour)) == colour


@given(COLOURS)
def test_every_colour_gives_a_ramp_in_which_everything_can_be_read(colour: str) -> None:
    palette = ramp(THEME, colour)
    assert clashes(THEME, palette) == []
    assert min(contrast(palette[a], palette[b]) for a, b in THEME.text_pairs) >= TEXT_LEAST
    assert min(contrast(palette[a], palette[b]) for a, b in THEME.graphic_pairs) >= GRAPHIC_LEAST


@pytest.mark.parametrize("colour", LOUD)
def test_only_the_brand_moves(colour: str) -> None:
    palette = ramp(THEME, colour)
    assert {t: c for t, c in palette.items() if t not in THEME.brand} == {
        t: c for t, c in THEME.palette.items() if t not in THEME.brand
    }


@pytest.mark.parametrize("colour", ["#7A1F5C", "#16357A", "#2E7D32", "#C62828"])
def test_the_ramp_has_the_clinics_hue_and_our_lightness(colour: str) -> None:
    palette = ramp(THEME, colour)
    for step in THEME.brand:
        lightness, _, hue = oklch(palette[step])
        assert lightness == pytest.approx(oklch(THEME.palette[step])[0], abs=0.06)
        assert abs((hue - oklch(colour)[2] + 3.14159) % 6.28318 - 3.14159) < 0.25


def test_a_grey_clinic_is_grey() -> None:
    assert max(oklch(ramp(THEME, "#808080")[step])[1] for step in THEME.brand) < 0.02


def test_the_theme_follows_klinik_yaml(tmp_path: Path) -> None:
    Image.new("RGB", (90, 60)).save(tmp_path / "logo.png")
    folders = clinic(tmp_path, 'farve: "#7A1F5C"', 'farver: {flade: "#6b2c5c"}', "logo: logo.png")
    theme = clinic_theme(folders, load_clinic(folders))
    assert theme.palette["petrol7"] == "#6B2C5C"
    assert theme.palette["ink"] == ramp(THEME, "#7A1F5C")["ink"]
    assert theme.logo == tmp_path / "logo.png"
    assert clinic_theme(Folders(), load_clinic(Folders())) is THEME


# ---- what cannot be read ----------------------------------------------------------------------------------
def test_a_colour_that_cannot_be_read_is_refused_with_the_nearest_that_can(tmp_path: Path) -> None:
    (said,) = refused(tmp_path, 'farver: {flade: "#FFD400"}')
    assert said.startswith('klinik.yaml:2: "flade": farven #FFD400 kan ikke bruges, for tekst mod')
    assert "der skal 4,5 til" in said
    (nearest,) = re.findall(r'er "(#\w{6})"', said)
    load_clinic(clinic(tmp_path, f'farver: {{flade: "{nearest}"}}'))
    assert oklch(nearest)[2] == pytest.approx(oklch("#FFD400")[2], abs=0.2)


@given(COLOURS, st.sampled_from(THEME.brand))
def test_the_nearest_that_is_offered_can_be_used(colour: str, step: str) -> None:
    palette = {**THEME.palette, step: colour}
    better = nearest_step(THEME, palette, step)
    assert better is not None
    assert clashes(THEME, {**palette, step: better}, (step,)) == []


def test_every_colour_that_is_none_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path, "farve: petrol", 'farver: {lys: "12345"}') == [
        'klinik.yaml:2: "farve" kan ikke læses (skriv den som "#1B5D67", med anførselstegn)',
        'klinik.yaml:3: "lys" kan ikke læses (skriv den som "#1B5D67", med anførselstegn)',
    ]


# ---- the logo ---------------------------------------------------------------------------------------------
def test_logos_that_cannot_be_used_are_refused_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "tekst.png").write_text("ikke et billede")
    Image.new("1", (5990, 5990)).save(tmp_path / "stor.png")
    Image.new("1", (10_000, 10_000)).save(tmp_path / "enorm.png")
    (tmp_path / "tung.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(6_000_000))
    (tmp_path / "farlig.svg").write_text('<svg viewBox="0 0 9 9"><script>x</script></svg>')
    wanted = {
        "findes-ikke.png": "findes ikke",
        "tekst.png": "er ikke et billede",
        "stor.png": "har 36 millioner punkter",
        "enorm.png": "er 10000 x 10000 punkter",
        "tung.png": "fylder 6 MB",
        "farlig.svg": "indeholder et program",
    }
    for name, what in wanted.items():
        (said,) = refused(tmp_path, f"logo: {name}")
        assert f'klinik.yaml:2: logoet "{name}"' in said
        assert what in said
