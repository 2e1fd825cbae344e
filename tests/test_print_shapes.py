"""One drawing, two writers: PowerPoint and print put every shape at the same place.

The shapes come from the closed set itself: a shape added to drawing.py fails here until both writers draw it.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import get_args

import pytest

from holdslides.drawing import Drawing, Ellipse, Group, Label, Line, Path, Polygon, Rectangle, Shape, Stroke
from holdslides.figures import Area, load_figure
from holdslides.folders import Folders
from holdslides.pptx_file.colours import ColourBook
from holdslides.pptx_file.markup import Ids
from holdslides.pptx_file.shapes import ASCENT, ShapeWriter
from holdslides.print_file.page import Page
from holdslides.print_file.shapes import shapes_markup
from holdslides.print_file.trim import Paper, paper_source
from holdslides.theme import load_theme
from holdslides.type_metrics import LINE

THEME = load_theme(Folders())
EMU = 12_700
NEAR = 0.02  # pt: both writers round to 1/100
_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
A, P = (f"{{http://schemas.openxmlformats.org/{part}/2006/main}}" for part in ("drawingml", "presentationml"))
_N = r"(-?[\d.]+)"

PEN = Stroke("coral", 3.5)
SAMPLES: dict[type, tuple[Shape, ...]] = {
    Rectangle: (
        Rectangle(12.25, 30.5, 100, 44.4, "amber"),
        Rectangle(3, 4, 50, 80, "leaf", radius=12),
        Rectangle(3, 4, 50, 20, None, radius=30, stroke=PEN),
    ),
    Ellipse: (Ellipse(80, 60.3, 40, 22.2, "coral"), Ellipse(10, 10, 7, 7, None, PEN)),
    Polygon: (
        Polygon(((10, 10), (90.55, 20), (40, 77.7)), "petrol7"),
        Polygon(((0, 0), (5, 0), (5, 5), (0, 5)), "ink", PEN),
    ),
    Path: (
        Path((("M", 5, 6), ("L", 30.25, 8), ("C", 40, 10, 50, 44.4, 20, 60), ("Z",)), "leaf7"),
        Path((("M", 5, 6), ("C", 9, 90, 50, 44, 70, 60), ("M", 1, 2), ("L", 3, 99)), None, PEN),
    ),
    Line: (
        Line(10, 20, 110.5, 20, PEN),
        Line(90, 80, 10, 5, Stroke("ink", 2, (6, 4))),
        Line(10, 90, 70, 20, Stroke("ink", 4), arrow=True),
    ),
    Label: (
        Label(60, 40, ("hej",), 20, 100),
        Label(10, 30, ("til", "venstre"), 24, 90, align="left", leading=1.3),
        Label(190, 50, ("højre",), 18, 80, bold=False, align="right"),
    ),
    Group: (Group("To ting", (Ellipse(20, 20, 9, 9, "amber"), Group("En", (Line(0, 0, 9, 9, PEN),)))),),
}


@dataclass
class Drawn:
    """What a writer drew: the kind, its box (left, top, width, height), points, and whether it is filled."""

    kind: str
    box: tuple[float, ...]
    points: list[tuple[float, ...]] = field(default_factory=list)
    filled: bool = True
    radius: float = 0
    width: float = 0
    words: str = ""


def test_the_samples_are_the_closed_set() -> None:
    assert set(SAMPLES) == set(get_args(Shape))
    for kind, samples in SAMPLES.items():
        assert all(type(sample) is kind for sample in samples)


@pytest.mark.parametrize("shape", [s for samples in SAMPLES.values() for s in samples], ids=repr)
def test_every_shape_stands_at_the_same_place_in_deck_and_print(shape: Shape) -> None:
    compare((shape,))


@pytest.mark.parametrize("figure_id", ["kop", "trappe", "knap", "soeg_hjaelp", "moede"])
def test_a_whole_figure_is_the_same_in_deck_and_print(figure_id: str) -> None:
    figure = load_figure(figure_id)
    drawing = figure.draw(figure.values(), Area(560, 540, 20))
    compare(drawing.shapes)


def compare(shapes: tuple[Shape, ...]) -> None:
    deck, print_ = list(from_deck(shapes)), list(from_print(shapes))
    assert [d.kind for d in deck] == [p.kind for p in print_]
    for d, p in zip(deck, print_, strict=True):
        assert d.box == pytest.approx(p.box, abs=NEAR), (d, p)
        assert len(d.points) == len(p.points)
        for a, b in zip(d.points, p.points, strict=True):
            assert a == pytest.approx(b, abs=NEAR), (d, p)
        assert d.filled == p.filled
        assert d.radius == pytest.approx(min(p.radius, *p.box[2:]) if p.radius else 0, abs=0.05) or (
            d.kind == "rectangle" and d.radius == pytest.approx(min(p.radius, min(p.box[2:]) / 2), abs=0.05)
        )
        assert d.width == pytest.approx(p.width, abs=NEAR)
        assert d.words == p.words


# ---- PowerPoint ---------------------------------------------------------------------------------------
def from_deck(shapes: tuple[Shape, ...]) -> Iterator[Drawn]:
    """Every single shape of the PowerPoint XML, in drawing order."""
    xml = ShapeWriter(ColourBook(THEME), Ids()).picture("Prøve", shapes, "En prøve.")
    xml = re.sub(r"<a:extLst>.*?</a:extLst>", "", xml, flags=re.DOTALL)
    tree = ElementTree.fromstring(f"<root {_NAMESPACES}>{xml}</root>")
    for element in tree.iter():
        if element.tag == f"{P}cxnSp":
            yield deck_line(element)
        elif element.tag == f"{P}sp":
            if element.find(f"{P}txBody") is not None:
                yield deck_label(element)
            else:
                yield from deck_forms(element)


def deck_box(element: ElementTree.Element) -> tuple[float, ...]:
    off, ext = (element.find(f"{P}spPr/{A}xfrm/{A}{name}") for name in ("off", "ext"))
    assert off is not None
    assert ext is not None
    return tuple(int(v) / EMU for v in (off.attrib["x"], off.attrib["y"], ext.attrib["cx"], ext.attrib["cy"]))


def deck_forms(element: ElementTree.Element) -> Iterator[Drawn]:
    """What a shape without words draws: outlines of one colour may share it."""
    box, properties = deck_box(element), element.find(f"{P}spPr")
    assert properties is not None
    filled = properties.find(f"{A}noFill") is None
    line = properties.find(f"{A}ln")
    width = int(line.attrib["w"]) / EMU if line is not None else 0
    preset = properties.find(f"{A}prstGeom")
    if preset is None:
        for path in properties.iter(f"{A}path"):
            dots = [
                (int(d.attrib["x"]) / 100 + box[0], int(d.attrib["y"]) / 100 + box[1])
                for d in path.iter(f"{A}pt")
            ]
            yield Drawn("form", bounds(dots), dots, filled, width=width)
        return
    if preset.attrib["prst"] == "ellipse":
        yield Drawn("ellipse", box, filled=filled, width=width)
        return
    guide = preset.find(f"{A}avLst/{A}gd")
    share = int(guide.attrib["fmla"].split()[1]) / 100_000 if guide is not None else 0
    yield Drawn("rectangle", box, filled=filled, radius=share * min(box[2:]), width=width)


def deck_line(element: ElementTree.Element) -> Drawn:
    x, y, w, h = deck_box(element)
    frame = element.find(f"{P}spPr/{A}xfrm")
    line = element.find(f"{P}spPr/{A}ln")
    assert frame is not None
    assert line is not None
    x1, x2 = (x + w, x) if frame.get("flipH") else (x, x + w)
    y1, y2 = (y + h, y) if frame.get("flipV") else (y, y + h)
    return Drawn(
        "line", bounds([(x1, y1), (x2, y2)]), [(x1, y1), (x2, y2)], width=int(line.attrib["w"]) / EMU
    )


def deck_label(element: ElementTree.Element) -> Drawn:
    """The box a label's lines take, down to its first baseline."""
    left, top, width, _ = deck_box(element)
    run = element.find(f".//{A}rPr")
    assert run is not None
    size = int(run.attrib["sz"]) / 100
    spacing = element.find(f".//{A}lnSpc/{A}spcPct")
    leading = int(spacing.attrib["val"]) / 100_000 if spacing is not None else 1
    baseline = top + size * (ASCENT + (leading - 1) * LINE)
    words = "|".join(t.text or "" for t in element.iter(f"{A}t"))
    return Drawn("label", (left, baseline, width, size), words=words)


# ---- print --------------------------------------------------------------------------------------------
_PLACE = re.compile(rf"#place\(top \+ left, dx: {_N}pt, dy: {_N}pt, (\w+)\((.*?)\)\)(?=#place|$)", re.DOTALL)
_POINT = re.compile(rf"\({_N}pt, {_N}pt\)")


def from_print(shapes: tuple[Shape, ...]) -> Iterator[Drawn]:
    """Every single shape of the typst markup; a label's lines and an arrow's head joined again."""
    found: list[Drawn] = []
    for dx, dy, kind, body in _PLACE.findall(shapes_markup(shapes, THEME, "Arimo")):
        x, y = float(dx), float(dy)
        stroke = re.search(rf"thickness: {_N}pt", body)
        width = float(stroke[1]) if stroke else 0
        filled = "fill: none" not in body.split("stroke:")[0]
        if kind in ("rect", "ellipse"):
            w, h = (float(v) for v in re.findall(rf"(?:width|height): {_N}pt", body)[:2])
            radius = re.search(rf"radius: {_N}pt", body)
            name = "rectangle" if kind == "rect" else kind
            found.append(
                Drawn(
                    name, (x, y, w, h), filled=filled, radius=float(radius[1]) if radius else 0, width=width
                )
            )
        elif kind in ("polygon", "curve"):
            dots = [(float(a), float(b)) for a, b in _POINT.findall(body.split("join:")[-1])]
            if kind == "polygon" and found and is_head(found[-1], dots):
                found[-1].points[-1] = dots[0]
                found[-1].box = bounds(found[-1].points)
                continue
            found.append(Drawn("form", bounds(dots), dots, filled, width=width))
        elif kind == "line":
            ends = [(float(a), float(b)) for a, b in _POINT.findall(body)[:2]]
            found.append(Drawn("line", bounds(ends), list(ends), width=width))
        elif kind == "box":
            room = re.search(rf"width: {_N}pt", body)
            size = re.search(rf"size: {_N}pt", body)
            words = re.findall(r'"baseline", "(.*?)"', body)
            assert room is not None
            assert size is not None
            found.append(Drawn("label", (x, y, float(room[1]), float(size[1])), words=words[-1]))
    yield from joined(found, shapes)


def is_head(line: Drawn, dots: list[tuple[float, float]]) -> bool:
    """Whether a triangle sits at the end of the line before it: an arrow's head."""
    if line.kind != "line" or len(dots) != 3:
        return False
    middle = ((dots[1][0] + dots[2][0]) / 2, (dots[1][1] + dots[2][1]) / 2)
    return middle == pytest.approx(line.points[-1], abs=NEAR)


def joined(found: list[Drawn], shapes: tuple[Shape, ...]) -> Iterator[Drawn]:
    """Labels of several lines as one, checked against their leading."""
    wanted = iter(list(all_labels(shapes)))
    waiting = iter(found)
    for drawn in waiting:
        if drawn.kind != "label":
            yield drawn
            continue
        label = next(wanted)
        for n in range(1, len(label.lines)):
            below = next(waiting)
            assert below.box[1] == pytest.approx(drawn.box[1] + n * label.size * label.leading, abs=NEAR)
        yield Drawn("label", drawn.box, words="|".join(label.lines))


def all_labels(shapes: tuple[Shape, ...]) -> Iterator[Label]:
    for shape in shapes:
        if isinstance(shape, Label):
            yield shape
        elif isinstance(shape, Group):
            yield from all_labels(shape.shapes)


def bounds(dots: list[tuple[float, float]]) -> tuple[float, ...]:
    xs, ys = [d[0] for d in dots], [d[1] for d in dots]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


# ---- paper --------------------------------------------------------------------------------------------
def test_a_poster_shows_the_very_markup_of_its_drawing() -> None:
    figure = load_figure("kop")
    drawing: Drawing = figure.draw(figure.values(), Area(842, 500, 32))
    page = Page(842, 1191, THEME)
    page.figure(drawing, 0, 300)
    assert shapes_markup(drawing.shapes, THEME, THEME.print_font) in paper_source(
        page, Paper("a0", True), "Prøve"
    )
