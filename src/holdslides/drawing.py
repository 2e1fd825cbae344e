"""Neutral drawings: the closed set of shapes that every writer can draw.

All lengths are points (1/72 inch), x to the right, y down, origin in the drawing's top left corner. Colours are
names of the palette in layouts/theme.yaml (or mixtures of them), never numbers, so a clinic's colour reaches
every figure and PowerPoint can tie a shape to its theme.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from holdslides.records import dataclass

Point: TypeAlias = tuple[float, float]
Align: TypeAlias = Literal["left", "middle", "right"]

Move: TypeAlias = tuple[Literal["M"], float, float]
LineTo: TypeAlias = tuple[Literal["L"], float, float]
CurveTo: TypeAlias = tuple[Literal["C"], float, float, float, float, float, float]
Close: TypeAlias = tuple[Literal["Z"]]
Command: TypeAlias = Move | LineTo | CurveTo | Close


@dataclass(frozen=True, slots=True)
class Mix:
    """A palette colour moved towards another: share 0 is `base`, 1 is `other`."""

    base: Colour
    other: str
    share: float


Colour: TypeAlias = str | Mix


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour and width in pt. `dash` is lengths in pt, on and off in turn."""

    colour: Colour
    width: float
    dash: tuple[float, ...] = ()
    round_ends: bool = True


@dataclass(frozen=True, slots=True)
class Rectangle:
    """An upright rectangle, `radius` pt at its corners."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None
    radius: float = 0
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Ellipse:
    """An upright ellipse given by its centre and its two radii."""

    cx: float
    cy: float
    rx: float
    ry: float
    fill: Colour | None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Polygon:
    """Straight edges between points, closed."""

    points: tuple[Point, ...]
    fill: Colour | None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """Lines and cubic curves; several sub-paths may follow one another."""

    commands: tuple[Command, ...]
    fill: Colour | None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One straight line, with an arrow head at its end if wanted."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Stroke
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Text in a figure. Lines are broken by the figure, never by a writer.

    `x` is the text's left edge, middle or right edge by `align`; `baseline` is the first line's. `room` is the
    width in pt the text may take; fit.py reports a line that is wider. `leading` is a multiple of `size`.
    """

    x: float
    baseline: float
    lines: tuple[str, ...]
    size: float
    room: float
    colour: Colour = "ink"
    bold: bool = True
    align: Align = "middle"
    leading: float = 1.16


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together, named in Danish as a therapist sees it in PowerPoint's selection pane."""

    name: str
    shapes: tuple[Shape, ...]


Shape: TypeAlias = Rectangle | Ellipse | Polygon | Path | Line | Label | Group


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure: its size in pt, its shapes from back to front, and a sentence that says what is seen.

    `under_footer` names the palette colour the figure lays under a slide's footer, if it reaches there, so that
    the footer can be written in a colour that shows.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str
    under_footer: str | None = None


def labels(shapes: tuple[Shape, ...]) -> tuple[Label, ...]:
    """Every label in the shapes, groups opened, in drawing order."""
    found: list[Label] = []
    for shape in shapes:
        if isinstance(shape, Label):
            found.append(shape)
        elif isinstance(shape, Group):
            found.extend(labels(shape.shapes))
    return tuple(found)
