"""What every built-in deck promises the people who look at it: readable, complete, nothing missing."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Iterator

import pytest
from conftest import need
from every_deck import all_decks

from holdslides.deck import Deck
from holdslides.drawing import Ellipse, Label, Path, Polygon, Rectangle, labels
from holdslides.fit import check_deck
from holdslides.folders import Folders
from holdslides.measured import Measured
from holdslides.pages import SafetySlide, SectionSlide, Slide, texts
from holdslides.placing import PlacedBox, PlacedSlide
from holdslides.pptx_file.package_check import check_package
from holdslides.pptx_file.write import write_deck
from holdslides.theme import contrast, load_layouts, load_theme
from holdslides.widths import text_width

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
MEASURED = Measured(LAYOUTS, THEME)
BOTH = [(name, deck) for approved in (False, True) for name, deck in all_decks(approved)]
SMALLEST = 20.0  # pt, footers apart


def placed_slides() -> Iterator[tuple[str, PlacedSlide]]:
    for name, deck in BOTH:
        for placed in MEASURED.place_deck(deck):
            yield f"{name}: {placed.slide.id}", placed


def words(text: str) -> list[str]:
    return re.findall(r"[\wæøåÆØÅ%-]+", text)


def test_there_are_decks_to_look_at() -> None:
    assert len(BOTH) > 20


def test_everything_fits() -> None:
    problems = [str(p) for _, deck in BOTH for p in check_deck(deck, LAYOUTS, THEME, MEASURED)]
    assert problems == []


def test_no_text_is_smaller_than_20_pt() -> None:
    for where, placed in placed_slides():
        for box in placed.boxes.values():
            least = 18 if box.name == "clinic" else SMALLEST
            assert box.size >= least, (where, box.name, box.size)
        drawing = MEASURED.drawing_of(placed.slide)
        for label in labels(drawing.shapes) if drawing else ():
            assert label.size >= SMALLEST, (where, label.lines, label.size)


def _ground_of(box: PlacedBox, placed: PlacedSlide) -> str:
    """The colour a text stands on: a panel of its layout, or the slide's ground."""
    layout = placed.layout
    panels = [p for p in (*layout.panels, layout.bar, layout.bubble) if p]
    for panel in panels:
        if panel.x <= box.x < panel.x + panel.width and panel.y <= box.y < panel.y + panel.height:
            return panel.colour
    return layout.ground


def test_every_text_is_readable_on_its_ground() -> None:
    for where, placed in placed_slides():
        for box in placed.boxes.values():
            ground = _ground_of(box, placed)
            assert contrast(THEME.hex(box.colour), THEME.hex(ground)) >= 4.5, (where, box.name, ground)


def test_every_label_is_readable_on_what_lies_under_it() -> None:
    """The last filled shape drawn under a label's middle, else the slide's ground."""
    for where, placed in placed_slides():
        drawing = MEASURED.drawing_of(placed.slide)
        if drawing is None:
            continue
        flat = list(_flat(drawing.shapes))
        for i, shape in enumerate(flat):
            if not isinstance(shape, Label):
                continue
            middle = (_middle(shape), shape.baseline - shape.size / 3)
            grounds = [
                s.fill for s in flat[:i] if getattr(s, "fill", None) is not None and _reaches(s, *middle)
            ]
            ground = grounds[-1] if grounds else placed.layout.ground
            ratio = contrast(THEME.hex(shape.colour), THEME.hex(ground))
            assert ratio >= 4.5, (where, shape.lines, shape.colour, ground)


def _middle(label: Label) -> float:
    """The x of a label's middle, wherever it is aligned."""
    width = max(text_width(line, label.size, label.bold) for line in label.lines)
    return label.x + {"left": width / 2, "middle": 0, "right": -width / 2}[label.align]


def _reaches(shape: object, x: float, y: float) -> bool:
    """Whether a point lies in the shape, its corners taken as square."""
    match shape:
        case Rectangle():
            return shape.x <= x <= shape.x + shape.width and shape.y <= y <= shape.y + shape.height
        case Ellipse():
            return ((x - shape.cx) / shape.rx) ** 2 + ((y - shape.cy) / shape.ry) ** 2 <= 1
        case Polygon(points=points):
            pass
        case Path(commands=commands):
            points = tuple((c[-2], c[-1]) for c in commands if len(c) > 1)  # type: ignore[misc]
        case _:
            return False
    inside = False
    for (x0, y0), (x1, y1) in zip(points, (*points[1:], points[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            inside = not inside
    return inside


def _flat(shapes: tuple[object, ...]) -> Iterator[object]:
    for shape in shapes:
        inner = getattr(shape, "shapes", None)
        if inner is None:
            yield shape
        else:
            yield from _flat(inner)


def test_every_slide_has_notes_to_run_it_from() -> None:
    for name, deck in BOTH:
        for slide in deck.slides:
            notes = " ".join((*slide.notes.say, *slide.notes.do, *slide.notes.background))
            assert len(words(notes)) >= 24, (name, slide.id)
            assert slide.notes.say, (name, slide.id)


def test_every_picture_is_described_in_a_sentence() -> None:
    for where, placed in placed_slides():
        drawing = MEASURED.drawing_of(placed.slide)
        if drawing:
            assert re.fullmatch(r"[A-ZÆØÅÉ0-9].{15,}[.!?]", drawing.alt, re.DOTALL), (where, drawing.alt)


def shown_words(slide: Slide) -> int:
    return sum(len(words(text.plain)) for _, text in texts(slide))


def test_slides_say_little() -> None:
    for name, deck in BOTH:
        for slide in deck.slides:
            count, limit = shown_words(slide), 25
            if isinstance(slide, SafetySlide):  # the locked text itself; its words may not be changed
                count, limit = count - len(words(slide.headline.plain)), 45
            assert count <= limit, (name, slide.id, count)
            assert len(words(slide.headline.plain)) <= 10 or slide.safety, (name, slide.id)


def test_most_slides_carry_a_picture() -> None:
    for name, deck in BOTH:
        slides = [s for s in deck.slides if not isinstance(s, SectionSlide)]
        with_picture = [s for s in slides if MEASURED.drawing_of(s)]
        assert len(with_picture) >= 0.6 * len(slides), (name, len(with_picture), len(slides))


def test_every_slide_has_a_title_of_its_own() -> None:
    for name, deck in BOTH:
        titles = [slide.headline.plain for slide in deck.slides]
        assert len(set(titles)) == len(titles), (name, sorted(t for t in titles if titles.count(t) > 1))


Named = list[tuple[str, Deck]]  # with and without approval a deck has the same name


def different_decks() -> Named:
    """Editions and courses often compose to the same slides: of those one."""
    seen: dict[tuple[str, ...], tuple[str, Deck]] = {}
    for name, deck in BOTH:
        seen.setdefault(tuple(slide.id for slide in deck.slides), (name, deck))
    return list(seen.values())


def decks_with_every_slide() -> Named:
    """So many of the different decks that every slide there is stands in one of them."""
    seen: set[str] = set()
    chosen = []
    for name, deck in different_decks():
        ids = {slide.id for slide in deck.slides}
        if not ids <= seen:
            chosen.append((name, deck))
            seen |= ids
    return chosen


def unsound(decks: Named) -> list[tuple[str, list[str]]]:
    found = [(name, check_package(write_deck(d, LAYOUTS, THEME, measured=MEASURED))) for name, d in decks]
    return [(name, faults) for name, faults in found if faults]


def test_every_slide_goes_into_a_whole_package() -> None:
    chosen = decks_with_every_slide()
    for of in (lambda deck: {slide.id for slide in deck.slides}, lambda deck: {deck.condition}):
        assert set().union(*(of(deck) for _, deck in chosen)) == set().union(*(of(deck) for _, deck in BOTH))
    assert unsound(chosen) == []


@pytest.mark.full
def test_every_deck_is_a_whole_package() -> None:
    assert unsound(different_decks()) == []


@pytest.mark.full
@pytest.mark.parametrize(("name", "deck"), all_decks(True), ids=[name for name, _ in all_decks(True)])
def test_libreoffice_breaks_the_lines_we_predicted(
    name: str, deck: Deck, tmp_path: pathlib.Path, soffice_pdf: object
) -> None:
    """Every box of every built-in deck: the predicted lines stand in the rendered page, at the predicted height."""
    import shutil
    import subprocess

    need(bool(shutil.which("pdftotext")), "poppler")
    path = tmp_path / "deck.pptx"
    path.write_bytes(write_deck(deck, LAYOUTS, THEME, measured=MEASURED))
    pdf: pathlib.Path = soffice_pdf(path)  # type: ignore[operator]
    out = subprocess.run(
        ["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, check=True, timeout=120
    ).stdout.decode("utf-8")
    pages = out.split("<page ")[1:]
    placed = MEASURED.place_deck(deck)
    assert len(pages) == len(placed)
    exact, other, too_low = 0, [], []
    for page, slide in zip(pages, placed, strict=True):
        shown = list(_rendered_lines(page))
        drawing = MEASURED.drawing_of(slide.slide)
        in_picture = (
            {_squeezed(line) for label in labels(drawing.shapes) for line in label.lines} if drawing else ()
        )
        for box in slide.boxes.values():
            whole = _squeezed(box.text.plain)
            below = [
                text
                for y0, y1, text in shown
                if len(text) > 3
                and text in whole
                and text not in in_picture
                and y0 - 60 < box.y + box.height < y0 + 0.8 * (y1 - y0)
            ]
            if below:
                too_low.append((slide.slide.id, box.name, below))
            for line, baseline in zip(box.lines, box.baselines, strict=True):
                wanted = _squeezed(line.plain)
                if any(wanted in text and y0 - 3 <= baseline <= y1 + 3 for y0, y1, text in shown):
                    exact += 1
                else:
                    other.append((slide.slide.id, box.name, line.plain))
    assert too_low == []
    assert len(other) <= max(2, 0.04 * (exact + len(other))), other


def _rendered_lines(page: str) -> Iterator[tuple[float, float, str]]:
    """Top, bottom (pt on the slide) and words of every line on a page of pdftotext's."""
    scale = 540 / float(re.search(r'height="([\d.]+)"', page)[1])  # type: ignore[index]
    found = re.findall(
        r'<line xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</line>', page, re.DOTALL
    )
    for y0, y1, body in found:
        line = _squeezed(" ".join(re.findall(r">([^<]+)</word>", body)))
        yield float(y0) * scale, float(y1) * scale, line


def _squeezed(text: str) -> str:
    import html

    return re.sub(r"\s+", "", html.unescape(text)).replace("\u00ad", "")
