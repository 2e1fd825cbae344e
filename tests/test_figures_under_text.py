"""What a figure paints where a slide's footer and bubble stand: the words must stay readable on it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import pytest
from every_deck import all_decks, library

from holdslides.clinic import Clinic
from holdslides.compose import compose_decks
from holdslides.deck import Deck
from holdslides.drawing import (
    Colour,
    Drawing,
    Ellipse,
    Group,
    Label,
    Line,
    Mix,
    Path,
    Point,
    Polygon,
    Rectangle,
    Shape,
)
from holdslides.figures import Area, load_figure
from holdslides.folders import Folders
from holdslides.measured import figure_of
from holdslides.pages import FigureUse
from holdslides.placing import LAYOUT_OF, footer_colour
from holdslides.request import Request
from holdslides.theme import Layout, contrast, load_layouts, load_theme
from holdslides.widths import text_width

READABLE = 4.5
LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
SAMPLES = 12  # straight pieces of a curve


def leaves(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield from leaves(shape.shapes)
        else:
            yield shape


def outlines(path: Path) -> list[list[Point]]:
    """The path's sub-paths as points, curves in short straight pieces."""
    found: list[list[Point]] = []
    for command in path.commands:
        if command[0] == "M":
            found.append([(command[1], command[2])])
        elif command[0] == "L":
            found[-1].append((command[1], command[2]))
        elif command[0] == "C":
            (x, y), (a, b, c, d, e, f) = found[-1][-1], command[1:]
            for t in (i / SAMPLES for i in range(1, SAMPLES + 1)):
                w = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                found[-1].append(
                    (w[0] * x + w[1] * a + w[2] * c + w[3] * e, w[0] * y + w[1] * b + w[2] * d + w[3] * f)
                )
    return found


def winding(points: list[Point], x: float, y: float) -> int:
    """How often the closed outline runs round the point."""
    turns = 0
    for (x1, y1), (x2, y2) in pairwise([*points, points[0]]):
        if (y1 <= y) != (y2 <= y) and x1 + (y - y1) / (y2 - y1) * (x2 - x1) > x:
            turns += 1 if y2 > y1 else -1
    return turns


def near(points: list[Point], x: float, y: float, reach: float) -> bool:
    """Whether the point is that near to the line through the points."""
    for (x1, y1), (x2, y2) in pairwise(points):
        length = (x2 - x1) ** 2 + (y2 - y1) ** 2
        share = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) if length else 0.0
        if math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1)) <= reach:
            return True
    return False


def painted(shape: Shape, x: float, y: float) -> Colour | None:
    """The colour that the shape alone gives the point; None outside it (a round corner counts as inside)."""
    match shape:
        case Rectangle():
            inside = shape.x <= x <= shape.x + shape.width and shape.y <= y <= shape.y + shape.height
            return shape.fill if inside else None
        case Ellipse(cx=cx, cy=cy, rx=rx, ry=ry):
            return shape.fill if ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1 else None
        case Polygon(points=points):
            return shape.fill if winding(list(points), x, y) else None
        case Line(x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke):
            return stroke.colour if near([(x1, y1), (x2, y2)], x, y, stroke.width / 2) else None
        case Path(stroke=stroke):
            lines = outlines(shape)
            if stroke and any(near(points, x, y, stroke.width / 2) for points in lines):
                return stroke.colour
            return shape.fill if sum(winding(points, x, y) for points in lines) else None
        case _:
            return None


def band(drawing: Drawing, top: float, bottom: float) -> Drawing:
    """The drawing with only those shapes that reach into the band, groups opened."""
    kept = []
    for shape in leaves(drawing.shapes):
        match shape:
            case Path():
                ys = [y for points in outlines(shape) for _, y in points]
                wide = shape.stroke.width if shape.stroke else 0.0
            case Rectangle(y=y, height=height):
                ys, wide = [y, y + height], 0.0
            case _:
                ys, wide = [top, bottom], 0.0
        if min(ys) - wide <= bottom and max(ys) + wide >= top:
            kept.append(shape)
    return Drawing(drawing.width, drawing.height, tuple(kept), drawing.alt, drawing.under_footer)


def on_top(drawing: Drawing, x: float, y: float) -> Colour | None:
    """The colour seen at a point of the figure; None where nothing is painted."""
    for shape in reversed(list(leaves(drawing.shapes))):
        if not isinstance(shape, Label) and (colour := painted(shape, x, y)):
            return colour
    return None


def decks() -> Iterator[Deck]:
    """Every deck of the programmes, and one with the modules that no programme uses."""
    for approved in (False, True):
        yield from (deck for _, deck in all_decks(approved))
    modules = tuple(id_ for id_ in library().module_ids if id_ not in ("velkomst", "opsamling"))
    clinic = Clinic(name="Fysioterapien Solbakken")
    yield from compose_decks(library(), clinic, Request("laenderyg", modules=modules, weight=True))


def shown() -> dict[str, tuple[FigureUse, Layout, float]]:
    """Every picture on every layout, with where the longest footer below it ends, pt."""
    found: dict[str, tuple[FigureUse, Layout, float]] = {}
    for deck in decks():
        for block in deck.blocks:
            words = f"{deck.clinic} · {block.title}"
            ends = LAYOUTS.footer_text.x + text_width(words, LAYOUTS.footer_text.sizes[0])
            for slide in block.slides:
                use, layout = figure_of(slide), LAYOUTS.by_id[LAYOUT_OF[type(slide)]]
                if use is not None and "picture" in layout.boxes:
                    name = f"{layout.id} {use.id} {use.values}"
                    longest = max(ends, found[name][2]) if name in found else ends
                    found[name] = (use, layout, longest)
    return found


@pytest.fixture(scope="module")
def pictures() -> dict[str, tuple[FigureUse, Layout, float]]:
    return shown()


def test_every_footer_can_be_read_on_what_the_figure_paints_there(
    pictures: dict[str, tuple[FigureUse, Layout, float]],
) -> None:
    tried = 0
    for name, (use, layout, ends) in pictures.items():
        box, footer = layout.boxes["picture"], LAYOUTS.footer_text
        if not layout.has_footer or box.x > footer.x or box.y + box.height < footer.y + footer.height:
            continue
        drawing = load_figure(use.id).draw(use.values, Area(box.width, box.height))
        drawing = band(drawing, footer.y - box.y, footer.y + footer.height - box.y)
        words = THEME.hex(footer_colour(THEME, drawing.under_footer or layout.ground))
        for x in range(int(LAYOUTS.footer_number.x), int(ends), 6):
            for y in (footer.y + 3, footer.y + footer.height - 5):
                ground = on_top(drawing, x - box.x, y - box.y) or layout.ground
                assert contrast(words, THEME.hex(ground)) >= READABLE, (name, x, y, ground)
        tried += 1
    assert tried > 20


def test_no_figure_covers_the_bubble_with_the_question(
    pictures: dict[str, tuple[FigureUse, Layout, float]],
) -> None:
    tried = 0
    for name, (use, layout, _) in pictures.items():
        if layout.bubble is None:
            continue
        box, bubble = layout.boxes["picture"], layout.bubble
        drawing = load_figure(use.id).draw(use.values, Area(box.width, box.height))
        right, tail = int(bubble.x + bubble.width), 20
        for x in range(int(box.x), right + tail, 5):
            for y in range(int(bubble.y) + 40, int(bubble.y + bubble.height), 15):
                assert on_top(drawing, x - box.x, y - box.y) is None or x > right, (name, x, y)
        tried += 1
    assert tried > 10


def test_what_is_seen_at_a_point_is_the_uppermost_shape() -> None:
    ring = Path((("M", 0, 0), ("L", 9, 0), ("L", 9, 9), ("L", 0, 9), ("Z",)), "leaf")
    drawing = Drawing(
        20, 20, (ring, Group("Prik", (Ellipse(5, 5, 2, 2, Mix("coral", "ink", 0.2)),))), "Et felt."
    )
    assert on_top(drawing, 1, 1) == "leaf"
    assert on_top(drawing, 5, 5) == Mix("coral", "ink", 0.2)
    assert on_top(drawing, 15, 15) is None
