"""Colours follow the PowerPoint theme and still are exactly the palette's."""

from __future__ import annotations

import re

import pytest

from holdslides.drawing import Mix
from holdslides.folders import Folders
from holdslides.pptx_file.colours import TOLERANCE, ColourBook, transformed
from holdslides.theme import load_theme

THEME = load_theme(Folders())
BOOK = ColourBook(THEME)
SLOTS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
LITERAL = ("skin", "hair", "white", "paper", "rule")
SHADED = [Mix(token, "ink", share) for token in THEME.palette for share in (0.15, 0.35)]
TINTED = [Mix(token, "sand0", 0.5) for token in THEME.palette]


def drawn(xml: str) -> tuple[int, ...]:
    """The colour a program makes of the XML, from the theme's own slots."""
    if literal := re.fullmatch(r'<a:srgbClr val="(\w{6})"/>', xml):
        return tuple(bytes.fromhex(literal[1]))
    name = re.match(r'<a:schemeClr val="(\w+)"', xml)
    assert name
    steps = tuple(
        (step, int(value)) for step, value in re.findall(r'<a:(\w+) val="(-?\d+)"/>', xml[len(name[0]) :])
    )
    return transformed(THEME.palette[THEME.slots[SLOTS.get(name[1], name[1])]], steps)


@pytest.mark.parametrize("colour", [*THEME.palette, *SHADED, *TINTED], ids=str)
def test_every_colour_is_the_palettes(colour: str | Mix) -> None:
    wanted = tuple(bytes.fromhex(THEME.hex(colour)[1:]))
    assert max(abs(a - b) for a, b in zip(drawn(BOOK.xml(colour)), wanted, strict=True)) <= TOLERANCE


@pytest.mark.parametrize("token", THEME.palette)
def test_all_but_skin_hair_and_paper_follow_the_theme(token: str) -> None:
    assert BOOK.xml(token).startswith("<a:srgbClr") is token.startswith(LITERAL)
    assert BOOK.xml(Mix(token, "ink", 0.2)).startswith("<a:srgbClr") is token.startswith(LITERAL)


def test_a_token_that_is_a_slot_is_that_slot() -> None:
    assert BOOK.xml("coral") == '<a:schemeClr val="accent2"/>'
    assert BOOK.xml("ink") == '<a:schemeClr val="tx1"/>'
    assert BOOK.xml("sand1") == '<a:schemeClr val="bg2"/>'


def test_a_clinics_grey_brand_has_no_hue_to_move_and_is_written_literally() -> None:
    grey = load_theme(Folders(), {"palette": {**THEME.palette, "petrol7": "#555555"}})
    assert ColourBook(grey).xml("petrol5") == '<a:srgbClr val="3B8C93"/>'


def test_an_unknown_token_is_an_error() -> None:
    with pytest.raises(KeyError):
        BOOK.xml("lilla")
