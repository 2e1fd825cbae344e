"""Neutral shapes as native PowerPoint shapes: one string a figure, parsed by nobody until it is opened.

Coordinates are pt on the slide; geometry is written on a grid of 1/100 pt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias, assert_never, cast

from holdslides.drawing import (
    Colour,
    Command,
    Ellipse,
    Group,
    Label,
    Line,
    Path,
    Polygon,
    Rectangle,
    Shape,
    Stroke,
)
from holdslides.pptx_file.colours import ColourBook
from holdslides.pptx_file.markup import DECORATIVE, GRID, NO_INSETS, Ids, attribute, emu, label_paragraph
from holdslides.type_metrics import LINE

Bounds = tuple[float, float, float, float]  # left, top, right, bottom, pt
Outline: TypeAlias = Path | Polygon

# Of the font size: how far Arial's first baseline lies under the top of its text box. Programs differ from
# 0.905 (the font's own tables) to 1.0 (LibreOffice without them); 0.95 is within 1.5 pt of both up to 30 pt.
ASCENT = 0.95
_NO_HANDLES = (  # optional by the schema, but written by every program
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
)


class ShapeWriter:
    """Writes shapes onto one slide, moved by (dx, dy) pt."""

    def __init__(self, colours: ColourBook, ids: Ids, dx: float = 0, dy: float = 0) -> None:
        self.colours, self.ids, self.dx, self.dy = colours, ids, dx, dy
        self.drawn: list[Bounds] = []  # of every single shape, on the slide
        self._strokes: dict[tuple[Stroke, bool], str] = {}

    def picture(self, name: str, shapes: Iterable[Shape], alt: str) -> str:
        """Shapes as one outer group with an alt text; without one it is decoration. "" if there are none."""
        about = f' descr="{attribute(alt)}"' if alt else ""
        xml, _ = self._group(name, shapes, about, "" if alt else DECORATIVE)
        return xml

    def _shape(self, shape: Shape) -> tuple[str, Bounds]:
        match shape:
            case Path() | Polygon():
                return self._freeform([shape])
            case Ellipse():
                xml, bounds = self._ellipse(shape)
            case Rectangle():
                xml, bounds = self._rectangle(shape)
            case Line():
                xml, bounds = self._line(shape)
            case Label():
                xml, bounds = self._label(shape)
            case Group():
                return self._group(shape.name, shape.shapes, "", DECORATIVE)
            case _:
                assert_never(shape)
        self._remember(bounds)
        return xml, bounds

    def _remember(self, *each: Bounds) -> None:
        dx, dy = self.dx, self.dy
        self.drawn += [(left + dx, top + dy, right + dx, bottom + dy) for left, top, right, bottom in each]

    def _group(self, name: str, shapes: Iterable[Shape], about: str, extension: str) -> tuple[str, Bounds]:
        id_ = self.ids.next()
        written: list[tuple[str, Bounds]] = []
        for fill, neighbours in groupby(shapes, _plain_fill):
            if fill is None:
                written += map(self._shape, neighbours)
            else:
                written.append(self._freeform(cast(list[Outline], list(neighbours))))
        if not written:
            return "", (0, 0, 0, 0)
        bounds = _around([bounds for _, bounds in written])
        x, y, w, h = self._place(bounds)
        inner = "".join(xml for xml, _ in written)
        return (
            f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{id_}" name="{attribute(name)}"{about}>{extension}</p:cNvPr>'
            f'<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="{x}" y="{y}"/>'
            f'<a:ext cx="{w}" cy="{h}"/><a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/></a:xfrm>'
            f"</p:grpSpPr>{inner}</p:grpSp>"
        ), bounds

    # ---- single shapes ------------------------------------------------------------------------------------
    def _freeform(self, shapes: Sequence[Outline]) -> tuple[str, Bounds]:
        """Outlines of one fill and line as one shape; each a path of its own in it, so they may overlap."""
        geometry, bounds, each = _geometry(tuple([_commands(shape) for shape in shapes]))
        self._remember(*each)
        return self._leaf("Form", self._place(bounds), geometry, shapes[0].fill, shapes[0].stroke), bounds

    def _ellipse(self, shape: Ellipse) -> tuple[str, Bounds]:
        bounds = (shape.cx - shape.rx, shape.cy - shape.ry, shape.cx + shape.rx, shape.cy + shape.ry)
        name = "Cirkel" if shape.rx == shape.ry else "Ellipse"
        geometry = '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        return self._leaf(name, self._place(bounds), geometry, shape.fill, shape.stroke), bounds

    def _rectangle(self, shape: Rectangle) -> tuple[str, Bounds]:
        bounds = (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
        shorter = min(shape.width, shape.height)
        if shape.radius > 0 and shorter > 0:
            share = min(50_000, round(shape.radius / shorter * 100_000))
            geometry = (
                f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst>'
                "</a:prstGeom>"
            )
        else:
            geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        return self._leaf("Rektangel", self._place(bounds), geometry, shape.fill, shape.stroke), bounds

    def _leaf(
        self,
        name: str,
        place: tuple[int, int, int, int],
        geometry: str,
        fill: Colour | None,
        stroke: Stroke | None,
    ) -> str:
        x, y, w, h = place
        id_ = self.ids.next()
        line = self._stroke(stroke) if stroke else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name} {id_}">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
            f'<p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
            f"{geometry}{self.colours.fill(fill)}{line}</p:spPr></p:sp>"
        )

    def _line(self, shape: Line) -> tuple[str, Bounds]:
        bounds = (
            min(shape.x1, shape.x2),
            min(shape.y1, shape.y2),
            max(shape.x1, shape.x2),
            max(shape.y1, shape.y2),
        )
        x, y = emu(bounds[0] + self.dx), emu(bounds[1] + self.dy)
        w, h = emu(bounds[2] - bounds[0]), emu(bounds[3] - bounds[1])
        flip = ' flipH="1"' if shape.x2 < shape.x1 else ""
        flip += ' flipV="1"' if shape.y2 < shape.y1 else ""
        id_ = self.ids.next()
        name = "Pil" if shape.arrow else "Linje"
        return (
            f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{id_}" name="{name} {id_}">{DECORATIVE}</p:cNvPr>'
            f'<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm{flip}><a:off x="{x}" y="{y}"/>'
            f'<a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
            f"{self._stroke(shape.stroke, shape.arrow)}</p:spPr></p:cxnSp>"
        ), bounds

    def _label(self, shape: Label) -> tuple[str, Bounds]:
        left = {"left": shape.x, "middle": shape.x - shape.room / 2, "right": shape.x - shape.room}[
            shape.align
        ]
        # a single line needs no spacing of its own; less than 100 % also lifts the first line
        spacing = shape.leading / LINE if len(shape.lines) > 1 else 1
        line = shape.size * LINE * spacing
        top = shape.baseline - shape.size * (ASCENT + (spacing - 1) * LINE)
        bounds = (left, top, left + shape.room, top + line * len(shape.lines))
        x, y, w, h = self._place(bounds)
        id_ = self.ids.next()
        paragraph = label_paragraph(
            shape.lines,
            shape.size,
            shape.bold,
            self.colours.xml(shape.colour),
            shape.align,
            spacing if spacing != 1 else None,
            self.colours.theme.label_font,
        )
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="Tekst: {attribute(" ".join(shape.lines))}"/>'
            f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/>'
            f'<a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
            f'</p:spPr><p:txBody><a:bodyPr wrap="none" {NO_INSETS} rtlCol="0" anchor="t"><a:noAutofit/>'
            f"</a:bodyPr><a:lstStyle/>{paragraph}</p:txBody></p:sp>"
        ), bounds

    # ---- inner --------------------------------------------------------------------------------------------
    def _place(self, bounds: Bounds) -> tuple[int, int, int, int]:
        left, top, right, bottom = bounds
        return (
            emu(left + self.dx),
            emu(top + self.dy),
            _length(right - left),
            _length(bottom - top),
        )

    def _stroke(self, stroke: Stroke, arrow: bool = False) -> str:
        key = (stroke, arrow)
        known = self._strokes.get(key)
        if known is None:
            known = self._strokes[key] = self._line_xml(stroke, arrow)
        return known

    def _line_xml(self, stroke: Stroke, arrow: bool) -> str:
        cap, join = ("rnd", "<a:round/>") if stroke.round_ends else ("flat", '<a:miter lim="800000"/>')
        dashes = ""
        if stroke.dash and stroke.width:
            lengths = [round(length / stroke.width * 100_000) for length in stroke.dash]
            pairs = zip(lengths[::2], lengths[1::2] or lengths, strict=False)
            stops = "".join(f'<a:ds d="{on}" sp="{off}"/>' for on, off in pairs)
            dashes = f"<a:custDash>{stops}</a:custDash>"
        head = '<a:tailEnd type="triangle" w="med" len="med"/>' if arrow else ""
        fill = self.colours.fill(stroke.colour)
        return f'<a:ln w="{emu(stroke.width)}" cap="{cap}">{fill}{dashes}{join}{head}</a:ln>'


def _plain_fill(shape: Shape) -> Colour | None:
    """The fill of an outline without a line. Neighbours that share it become one shape: a third fewer."""
    return shape.fill if isinstance(shape, (Path, Polygon)) and shape.stroke is None else None


def _length(points: float) -> int:
    return max(GRID, emu(points))  # EMU; a shape without width or height cannot be selected or scaled


def _commands(shape: Outline) -> tuple[Command, ...]:
    if isinstance(shape, Path):
        return shape.commands
    first, *others = shape.points
    return (("M", *first), *(("L", *point) for point in others), ("Z",))


@lru_cache(maxsize=4096)  # the shapes of three decks, some 6 MB: the next deck mostly shows the same
def _geometry(outlines: tuple[tuple[Command, ...], ...]) -> tuple[str, Bounds, tuple[Bounds, ...]]:
    """Outlines as the geometry of one shape, what they fill together, and each of them."""
    each = tuple([_extent(commands) for commands in outlines])
    left, top, right, bottom = bounds = _around(each)
    size = f'w="{_length(right - left) // GRID}" h="{_length(bottom - top) // GRID}"'
    paths = [f"<a:path {size}>{_steps(commands, left, top)}</a:path>" for commands in outlines]
    return f"{_NO_HANDLES}<a:pathLst>{''.join(paths)}</a:pathLst></a:custGeom>", bounds, each


def _extent(commands: Sequence[Command]) -> Bounds:
    xs: list[float] = []
    ys: list[float] = []
    for command in commands:
        xs += command[1::2]
        ys += command[2::2]
    return min(xs), min(ys), max(xs), max(ys)


def _around(each: Iterable[Bounds]) -> Bounds:
    lefts, tops, rights, bottoms = zip(*each, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


_POINT = '<a:pt x="%d" y="%d"/>'
_CURVE = f"<a:cubicBezTo>{_POINT * 3}</a:cubicBezTo>"
_STRAIGHT = {"L": f"<a:lnTo>{_POINT}</a:lnTo>", "M": f"<a:moveTo>{_POINT}</a:moveTo>"}


def _steps(commands: Sequence[Command], left: float, top: float) -> str:
    """Commands as XML, in 1/100 pt from (left, top)."""
    left, top = left * 100 - 0.5, top * 100 - 0.5  # %d cuts the rest off: with the half it rounds
    steps: list[str] = []
    add = steps.append
    for command in commands:  # a deck writes some 18,000 of them: told apart by length, the fastest way
        if len(command) == 7:
            _, x1, y1, x2, y2, x, y = command
            add(
                _CURVE
                % (
                    x1 * 100 - left,
                    y1 * 100 - top,
                    x2 * 100 - left,
                    y2 * 100 - top,
                    x * 100 - left,
                    y * 100 - top,
                )
            )
        elif len(command) == 3:
            kind, x, y = command
            add(_STRAIGHT[kind] % (x * 100 - left, y * 100 - top))
        else:
            add("<a:close/>")
    return "".join(steps)
