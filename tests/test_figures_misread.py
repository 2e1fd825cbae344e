"""What readers took a picture for, and what keeps them from it now."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from holdslides.drawing import Drawing, Group, Line, Path, Rectangle, Shape, labels
from holdslides.figures import Area, load_figure
from holdslides.figures.uger import _STONES

EXERCISE, WIDE, SIDE, QUESTION = Area(960, 350), Area(960, 400), Area(560, 540), Area(490, 480)


def drawn(figure_id: str, area: Area, **values: object) -> Drawing:
    figure = load_figure(figure_id)
    return figure.draw(figure.values(**values), area)


def groups(shapes: tuple[Shape, ...], name: str) -> Iterator[Group]:
    for shape in shapes:
        if isinstance(shape, Group):
            if shape.name == name:
                yield shape
            yield from groups(shape.shapes, name)


@pytest.mark.parametrize(
    ("movement", "shown"),
    [
        ("rejse", ("Stol", "Først", "Til sidst")),
        ("paa_stedet", ("Pil",)),
        ("strække", ("Først",)),
        ("side", ("Først",)),
        ("frem", ("Først",)),
        ("laene", ("Først",)),
        ("loefte", ("Skammel", "Kurv", "Pil")),
    ],
)
def test_a_movement_shows_what_it_is_done_with_and_where_it_begins(
    movement: str, shown: tuple[str, ...]
) -> None:
    shapes = drawn("oevelse", EXERCISE, movements=(movement,)).shapes
    for name in shown:
        assert list(groups(shapes, name)), name


def test_walking_and_walking_on_the_spot_are_two_pictures() -> None:
    walks, marches = (drawn("oevelse", EXERCISE, movements=(m,)) for m in ("gaa", "paa_stedet"))
    assert "på stedet" in marches.alt
    assert "på stedet" not in walks.alt
    assert walks.shapes != marches.shapes


@pytest.mark.parametrize("area", [EXERCISE, WIDE, SIDE], ids=["exercise", "wide", "side"])
def test_the_road_of_a_flare_up_runs_to_both_edges(area: Area) -> None:
    road = next(shape for shape in drawn("opblussen", area).shapes if isinstance(shape, Path))
    across = [command[-2] for command in road.commands if command[0] != "Z"]
    assert min(across) == pytest.approx(0)
    assert max(across) == pytest.approx(area.width)


def test_the_weeks_are_one_line_that_never_turns_back() -> None:
    for (x, y, r), (next_x, next_y, next_r) in pairwise(_STONES):
        assert next_x > x
        assert next_r < r
        assert next_y < y + 20
    for i, (x, y, r) in enumerate(_STONES):
        near = [
            j
            for j, (u, v, _) in enumerate(_STONES)
            if j != i and abs(u - x) < 1.5 * r and abs(v - y) < 1.1 * r
        ]
        assert all(abs(j - i) <= 2 for j in near), (i + 1, [j + 1 for j in near])


@pytest.mark.parametrize(("where", "quiet"), [("laend", 3), ("nakke", 5)])
def test_the_nerves_stay_inside_the_panel_at_its_sides(where: str, quiet: int) -> None:
    (nerves,) = groups(drawn("nerverod", SIDE, where=where).shapes, "Nerver")
    assert len(nerves.shapes) == quiet  # one more is the one in question
    for nerve in nerves.shapes:
        assert isinstance(nerve, Path)
        assert nerve.stroke
        half = nerve.stroke.width / 2
        for command in nerve.commands:
            assert half <= command[-2] <= SIDE.width - half


def test_the_neck_is_drawn_and_described_as_a_neck() -> None:
    neck, low = drawn("nerverod", SIDE, where="nakke"), drawn("nerverod", SIDE)
    assert neck.alt.startswith("Nakken")
    assert low.alt.startswith("Rygsøjlen")
    bones = [len(next(iter(groups(d.shapes, "Rygsøjle"))).shapes) for d in (neck, low)]
    assert bones[0] > bones[1]  # the neck's bones are lower, so more of them are seen


def test_rising_is_three_people_in_a_row_on_a_wide_activity_slide() -> None:
    shapes = drawn("rejs_fra_stol", EXERCISE, ground="amber").shapes
    assert [g.name for g in shapes if isinstance(g, Group)] == ["Sidder", "Rejser sig", "Står"]
    assert sum(isinstance(shape, Line) and shape.arrow for shape in shapes) == 2


def test_everybody_stands_on_the_line_between_its_two_ends() -> None:
    shapes = drawn("linje", QUESTION).shapes
    (line,) = groups(shapes, "Linje")
    tape = line.shapes[0]
    assert isinstance(tape, Line)
    people = [g for g in shapes if isinstance(g, Group) and g.name in ("Amina", "Poul", "Kaj")]
    assert len(people) == 3
    middles = []
    for somebody in people:
        soles = [s for s in _leaves(somebody.shapes) if isinstance(s, Path)]
        lowest = max(command[-1] for s in soles for command in s.commands if command[0] != "Z")
        assert abs(lowest - tape.y1) <= tape.stroke.width
        xs = [command[-2] for s in soles for command in s.commands if command[0] != "Z"]
        middles.append((min(xs) + max(xs)) / 2)
    assert tape.x1 < middles[0] < middles[1] < middles[2] < tape.x2
    assert middles[1] == pytest.approx((tape.x1 + tape.x2) / 2, abs=30)


def _leaves(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield from _leaves(shape.shapes)
        else:
            yield shape


@pytest.mark.parametrize("area", [WIDE, SIDE], ids=["wide", "side"])
def test_what_you_do_yourself_has_the_largest_panel(area: Area) -> None:
    panels = []
    for title in load_figure("behandling").values().titles:
        (group,) = groups(drawn("behandling", area).shapes, title)
        panel = group.shapes[0]
        assert isinstance(panel, Rectangle)
        panels.append(panel.width * panel.height)
    assert panels[2] > 1.2 * max(panels[:2])


def test_the_week_names_its_days_in_full() -> None:
    words = [label.lines[0] for label in labels(drawn("to_moenstre", WIDE).shapes)]
    assert words.count("mandag") == words.count("søndag") == 2
