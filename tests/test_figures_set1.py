"""The first set of figures: each in every area it is used in, and the values it refuses."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pytest

from holdslides.drawing import (
    Drawing,
    Ellipse,
    Group,
    Label,
    Line,
    Mix,
    Path,
    Polygon,
    Rectangle,
    Shape,
    labels,
)
from holdslides.figures import MAX_LABELS, Area, load_figure
from holdslides.figures._section_objects import OBJECTS
from holdslides.figures._summary_scenes import SCENES
from holdslides.kit.lettering import widest

SIDE, WIDE, POSTER = Area(560, 540), Area(960, 400), Area(842, 700, 29)
TITLE, SECTION, QUESTION, SUMMARY = Area(960, 540), Area(960, 540), Area(490, 480), Area(864, 286)
FIVE = ("arbejde", "krop", "tanker", "søvn", "familie")
EIGHT = (*FIVE, "økonomi", "stress", "bekymring")

CASES: list[tuple[str, Area, dict[str, Any]]] = [
    *(
        ("titel_gruppe", TITLE, {"who": who})
        for who in (("inger", "samir", "poul", "amina", "kaj"), ("poul", "li"))
    ),
    ("titel_gruppe", TITLE, {"who": ("grace", "birthe", "mette", "li", "lone", "kaj")}),
    ("titel_gruppe", POSTER, {}),
    *(("roegalarm", area, {}) for area in (SIDE, WIDE, POSTER)),
    ("roegalarm", SIDE, {"causes": ("lys",), "howling": False}),
    ("roegalarm", SIDE, {"causes": ()}),
    *(("foelsom_alarm", area, {}) for area in (SIDE, WIDE, POSTER)),
    *(("moede", area, {}) for area in (WIDE, POSTER)),
    ("moede", SIDE, {"seats": ("søvn", "humør", "krop"), "speaker": ""}),
    ("moede", WIDE, {"seats": EIGHT, "speaker": "krop"}),
    *(("kop", area, {}) for area in (SIDE, WIDE, QUESTION, POSTER)),
    *(("kop", area, {"taps": EIGHT, "level": 0.5}) for area in (SIDE, WIDE)),
    *(("kop", SIDE, {"taps": EIGHT[:n], "level": n / 8, "ground": False}) for n in range(1, 9)),
    ("kop", WIDE, {"taps": ("", "", ""), "flows": (0, 1, 3), "level": 0.0}),
    *(("kop", area, {"ways_out": True}) for area in (SIDE, WIDE, POSTER)),
    *(("trappe", area, {"step": step}) for area in (SIDE, WIDE, POSTER) for step in (0, 1, 4, 7)),
    *(
        ("trappe", area, {"minutes": (10, 12, 14, 16, 19, 22, 26, 31), "fastest": True})
        for area in (SIDE, WIDE)
    ),
    ("trappe", WIDE, {"minutes": tuple(range(20, 40, 2)), "step": 10}),
    ("trappe", SIDE, {"minutes": (5, 6), "step": 1}),
    *(("trafiklys", area, {}) for area in (SIDE, WIDE, POSTER)),
    ("trafiklys", WIDE, {"who": ""}),
    *(("par_taler", area, {}) for area in (QUESTION, SIDE, WIDE)),
    *(("afsnit", SECTION, {"thing": thing}) for thing in sorted(OBJECTS)),
    *(("opsummering", SUMMARY, {"scenes": (scene,) * 3}) for scene in sorted(SCENES)),
    ("opsummering", SIDE, {}),
]


def drawn(figure_id: str, area: Area, values: dict[str, Any]) -> Drawing:
    figure = load_figure(figure_id)
    made = figure.values(**values)
    assert not list(figure.faults(made))
    return figure.draw(made, area)


def leaves(
    shapes: tuple[Shape, ...], inside: tuple[str, ...] = ()
) -> Iterator[tuple[Shape, tuple[str, ...]]]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield from leaves(shape.shapes, (*inside, shape.name))
        else:
            yield shape, inside


def extent(shape: Shape) -> tuple[float, float, float, float]:
    """Left, top, right, bottom; of a curve the points it passes through: nobody sees its handles."""
    match shape:
        case Rectangle():
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        case Ellipse():
            return shape.cx - shape.rx, shape.cy - shape.ry, shape.cx + shape.rx, shape.cy + shape.ry
        case Line():
            xs, ys = [shape.x1, shape.x2], [shape.y1, shape.y2]
        case Polygon():
            xs, ys = [p[0] for p in shape.points], [p[1] for p in shape.points]
        case Path():
            points = [c[-2:] for c in shape.commands if c[0] != "Z"]
            xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
        case Label():
            width = max(widest(shape.lines, shape.size), 1)
            left = shape.x - {"left": 0.0, "middle": 0.5, "right": 1.0}[shape.align] * width
            below = shape.baseline + (len(shape.lines) - 1) * shape.size * shape.leading
            return left, shape.baseline - 0.75 * shape.size, left + width, below + 0.25 * shape.size
        case _:
            raise AssertionError(shape)
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize(("figure_id", "area", "values"), CASES)
def test_a_figure_fills_its_area_and_stays_inside_it(
    figure_id: str, area: Area, values: dict[str, Any]
) -> None:
    drawing = drawn(figure_id, area, values)
    assert (drawing.width, drawing.height) == (area.width, area.height)
    for shape, groups in leaves(drawing.shapes):
        left, top, right, bottom = extent(shape)
        assert all(map(math.isfinite, (left, top, right, bottom)))
        if "Skiver" in groups:  # the discs of a section bleed off on purpose
            continue
        assert left >= -2, (groups, shape)
        assert top >= -4, (groups, shape)
        assert right <= area.width + 2, (groups, shape)
        assert bottom <= area.height + 2, (groups, shape)


@pytest.mark.parametrize(("figure_id", "area", "values"), CASES)
def test_labels_are_few_large_and_fit_their_room(figure_id: str, area: Area, values: dict[str, Any]) -> None:
    found = labels(drawn(figure_id, area, values).shapes)
    assert len(found) <= MAX_LABELS
    for label in found:
        assert label.size >= area.label
        assert all(line.strip() for line in label.lines)
        assert widest(label.lines, label.size) <= label.room * 1.01, label


@pytest.mark.parametrize(("figure_id", "area", "values"), CASES)
def test_the_alt_text_is_one_sentence(figure_id: str, area: Area, values: dict[str, Any]) -> None:
    alt = drawn(figure_id, area, values).alt
    assert alt.endswith(".")
    assert alt[0].isupper()
    assert ". " not in alt
    assert "|" not in alt


def colours(of: Any) -> Iterator[str]:
    if isinstance(of, Mix):
        yield from colours(of.base)
        yield of.other
    elif isinstance(of, str):
        yield of


def test_colours_are_names_of_the_palette() -> None:
    from holdslides.kit import cast

    names = {c.look.skin for c in cast.CAST.values()}
    for figure_id, area, values in CASES:
        for shape, _ in leaves(drawn(figure_id, area, values).shapes):
            fill = getattr(shape, "fill", None) or getattr(shape, "colour", None)
            names.update(colours(fill))
    assert not [name for name in names if name.startswith("#")]


FAULTY: list[tuple[str, dict[str, Any], str]] = [
    ("kop", {"taps": ()}, "haner"),
    ("kop", {"taps": (*EIGHT, "mere")}, "haner"),
    ("kop", {"level": -0.1}, "fyldt"),
    ("kop", {"level": 1.5}, "fyldt"),
    ("kop", {"flows": (1, 2)}, "styrke"),
    ("kop", {"flows": (1, 2, 3, 4, 5)}, "styrke"),
    ("trappe", {"minutes": (10,)}, "minutter"),
    ("trappe", {"minutes": tuple(range(10, 21))}, "minutter"),
    ("trappe", {"minutes": (10, 11, 11)}, "minutter"),
    ("trappe", {"minutes": (10, 9)}, "minutter"),
    ("trappe", {"minutes": (10, 13)}, "minutter"),
    ("trappe", {"minutes": (0, 1)}, "minutter"),
    ("trappe", {"step": 8}, "trin"),
    ("trappe", {"step": -1}, "trin"),
    ("trappe", {"who": "ole"}, "hvem"),
    ("moede", {"seats": ("a", "b"), "speaker": ""}, "pladser"),
    ("moede", {"seats": tuple("abcdefghi"), "speaker": ""}, "pladser"),
    ("moede", {"speaker": "frygt"}, "taler"),
    ("moede", {"speaker": "gener"}, "taler"),
    ("titel_gruppe", {"who": ()}, "hvem"),
    ("titel_gruppe", {"who": ("poul", "poul")}, "hvem"),
    ("titel_gruppe", {"who": ("ole",)}, "hvem"),
    ("roegalarm", {"causes": ("brand",)}, "aarsager"),
    ("roegalarm", {"causes": ("boef", "lys")}, "aarsager"),
    ("foelsom_alarm", {"titles": ("Normal",)}, "titler"),
    ("foelsom_alarm", {"who": "ole"}, "hvem"),
    ("trafiklys", {"words": ("Grøn",)}, "ord"),
    ("trafiklys", {"texts": ()}, "tekster"),
    ("trafiklys", {"who": "ole"}, "hvem"),
    ("par_taler", {"listener": "poul"}, "lytter"),
    ("par_taler", {"teller": "ole"}, "fortaeller"),
    ("afsnit", {"thing": "raket"}, "genstand"),
    ("opsummering", {"scenes": ("sover",)}, "scener"),
    ("opsummering", {"scenes": ("sover", "gaar", "flyver")}, "scener"),
]


def test_a_meeting_with_too_few_says_how_many_there_are() -> None:
    figure = load_figure("moede")
    (fault,) = figure.faults(figure.values(seats=("a", "b"), speaker=""))
    assert fault.message.endswith("her er 2")


@pytest.mark.parametrize(("figure_id", "values", "danish_key"), FAULTY)
def test_values_that_cannot_be_drawn_are_named(
    figure_id: str, values: dict[str, Any], danish_key: str
) -> None:
    figure = load_figure(figure_id)
    assert danish_key in {fault.key for fault in figure.faults(figure.values(**values))}


def test_the_stair_may_rise_faster_only_when_it_says_so() -> None:
    figure = load_figure("trappe")
    assert not list(figure.faults(figure.values(minutes=(10, 13), step=1, fastest=True)))


def test_a_step_is_as_high_as_its_minutes() -> None:
    drawing = drawn("trappe", WIDE, {"minutes": (10, 12, 14), "step": 0})
    steps = [s for s, groups in leaves(drawing.shapes) if "Trappe" in groups and isinstance(s, Rectangle)][
        ::2
    ]
    heights = [step.height for step in steps]
    assert heights[1] / heights[0] == pytest.approx(1.2)
    assert heights[2] / heights[0] == pytest.approx(1.4)


def test_jets_land_in_the_cup() -> None:
    for n in range(1, 9):
        drawing = drawn("kop", SIDE, {"taps": EIGHT[:n], "flows": (2,) * n, "level": 0.3})
        shapes = list(leaves(drawing.shapes))
        surface = next(s for s, g in reversed(shapes) if "Kop" in g and isinstance(s, Ellipse))
        jets = [s for s, g in shapes if "Vandstråle" in g and isinstance(s, Rectangle)]
        assert len(jets) == n
        for jet in jets:
            assert abs(jet.x + jet.width / 2 - surface.cx) < surface.rx


def test_the_people_have_their_names() -> None:
    drawing = drawn("titel_gruppe", TITLE, {})
    assert {s.name for s in drawing.shapes if isinstance(s, Group)} >= {
        "Inger",
        "Samir",
        "Poul",
        "Amina",
        "Kaj",
    }
