"""What a figure paints where a slide's footer and bubble stand: the words must stay readable on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from every_deck import all_decks, library
from figure_shapes import band, on_top

from holdslides.clinic import Clinic
from holdslides.compose import compose_decks
from holdslides.deck import Deck
from holdslides.drawing import Drawing, Ellipse, Group, Mix, Path
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
