"""The figures made for posters: what they refuse, and what their values change."""

from __future__ import annotations

from typing import Any

import pytest

from holdslides.drawing import Group, labels
from holdslides.figures import Area, load_figure
from holdslides.keys import danish_keys

POSTER = Area(842, 640, 32)
REFUSED: tuple[tuple[str, str, str, Any], ...] = (
    ("baenk", "sidder", "seated", "ingen"),
    ("baenk", "gaar", "walking", "ingen"),
    ("bevaegelse", "hvad", "what", "flyve"),
    ("have", "hvem", "who", "ingen"),
    ("hold", "vaert", "host", "ingen"),
    ("knap", "hvem", "who", "ingen"),
    ("knap", "ord", "words", ("bremse",)),
    ("lys", "farve", "colour", "blaa"),
    ("rejs_fra_stol", "hvem", "who", "ingen"),
    ("to_rygge", "uden", "at_ease", "ingen"),
    ("to_rygge", "med", "sore", "ingen"),
    ("uger", "fra", "first", 12),
    ("uger", "fra", "first", 3),
    ("uger", "hvem", "who", "ingen"),
)
CHANGES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("bevaegelse", {"what": "cykle"}),
    ("bevaegelse", {"what": "loefte"}),
    ("have", {"who": "li"}),
    ("hold", {"host": "samir"}),
    ("knap", {"words": ("ned", "op")}),
    ("lys", {"colour": "gul"}),
    ("lys", {"colour": "roed"}),
    ("uger", {"first": 9}),
)


@pytest.mark.parametrize(("figure_id", "danish", "field", "value"), REFUSED)
def test_what_cannot_be_drawn_is_named(figure_id: str, danish: str, field: str, value: Any) -> None:
    figure = load_figure(figure_id)
    assert danish_keys(figure.values)[danish].name == field
    assert danish in {fault.key for fault in figure.faults(figure.values(**{field: value}))}


@pytest.mark.parametrize(("figure_id", "values"), CHANGES)
def test_values_change_the_picture(figure_id: str, values: dict[str, Any]) -> None:
    figure = load_figure(figure_id)
    changed = figure.values(**values)
    assert list(figure.faults(changed)) == []
    assert figure.draw(changed, POSTER) != figure.draw(figure.values(), POSTER)


def test_the_lamps_differ_in_shape_not_only_in_colour() -> None:
    figure = load_figure("lys")
    kinds = set()
    for colour in ("groen", "gul", "roed"):
        (lamp,) = figure.draw(figure.values(colour=colour), POSTER).shapes
        assert isinstance(lamp, Group)
        kinds.add(type(lamp.shapes[-1]))
    assert len(kinds) == 3


def test_the_first_week_and_both_ends_of_the_amber_ones_are_named() -> None:
    figure = load_figure("uger")
    words = [label.lines[0] for label in labels(figure.draw(figure.values(), POSTER).shapes)]
    assert words == ["uge 1", "uge 8", "uge 12"]
