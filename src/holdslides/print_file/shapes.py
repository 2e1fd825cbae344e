"""Drawing to typst markup: the same shapes the PowerPoint writer makes, at the same places. Lengths in pt."""

from __future__ import annotations

from typing import assert_never

from holdslides.drawing import (
    Colour,
    Command,
    Drawing,
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
from holdslides.theme import Theme

_ALIGN = {"left": "left", "middle": "center", "right": "right"}


def drawing_markup(drawing: Drawing, theme: Theme, font: str, scale: float = 1) -> str:
    """The drawing as one typst block of its own size, with its alternative text, `scale` times as large."""
    inner = shapes_markup(drawing.shapes, theme, font)
    width, height = drawing.width * scale, drawing.height * scale
    body = f"#box(width: {number(drawing.width)}pt, height: {number(drawing.height)}pt, clip: true)[{inner}]"
    if scale != 1:
        body = f"#scale({number(scale * 100)}%, origin: top + left, reflow: false)[{body}]"
    return (
        f"#figure(alt: {quoted(drawing.alt)}, kind: image, supplement: none, numbering: none, "
        f"outlined: false, "
        f"box(width: {number(width)}pt, height: {number(height)}pt)[#place(top + left)[{body}]])"
    )


def shapes_markup(shapes: tuple[Shape, ...], theme: Theme, font: str) -> str:
    """The shapes, back to front, placed from the top left corner of what surrounds them."""
    return "".join(_shape(shape, theme, font) for shape in shapes)


def _shape(shape: Shape, theme: Theme, font: str) -> str:
    match shape:
        case Rectangle():
            return _place(
                shape.x,
                shape.y,
                f"rect(width: {number(shape.width)}pt, height: {number(shape.height)}pt, "
                f"radius: {number(shape.radius)}pt, "
                f"{_paint(shape.fill, shape.stroke, theme)})",
            )
        case Ellipse():
            return _place(
                shape.cx - shape.rx,
                shape.cy - shape.ry,
                f"ellipse(width: {number(2 * shape.rx)}pt, height: {number(2 * shape.ry)}pt, "
                f"{_paint(shape.fill, shape.stroke, theme)})",
            )
        case Polygon():
            points = ", ".join(f"({number(x)}pt, {number(y)}pt)" for x, y in shape.points)
            return _place(0, 0, f"polygon({_paint(shape.fill, shape.stroke, theme)}, {points})")
        case Path():
            return _place(0, 0, f"curve({_paint(shape.fill, shape.stroke, theme)}, {_curve(shape.commands)})")
        case Line():
            return _line(shape, theme)
        case Label():
            return _label(shape, theme, font)
        case Group():
            return shapes_markup(shape.shapes, theme, font)
        case _:
            assert_never(shape)


def _place(x: float, y: float, body: str) -> str:
    return f"#place(top + left, dx: {number(x)}pt, dy: {number(y)}pt, {body})"


def _paint(fill: Colour | None, stroke: Stroke | None, theme: Theme) -> str:
    filled = f'rgb("{theme.hex(fill)}")' if fill is not None else "none"
    return f"fill: {filled}, stroke: {_stroke(stroke, theme)}"


def _stroke(stroke: Stroke | None, theme: Theme) -> str:
    if stroke is None:
        return "none"
    ends = "round" if stroke.round_ends else "butt"
    dash = f", dash: ({', '.join(f'{number(d)}pt' for d in stroke.dash)})" if stroke.dash else ""
    return (
        f'(paint: rgb("{theme.hex(stroke.colour)}"), thickness: {number(stroke.width)}pt, cap: "{ends}", '
        f'join: "round"{dash})'
    )


def _curve(commands: tuple[Command, ...]) -> str:
    parts = []
    for command in commands:
        match command:
            case ("M", x, y):
                parts.append(f"curve.move(({x:.2f}pt, {y:.2f}pt))")
            case ("L", x, y):
                parts.append(f"curve.line(({x:.2f}pt, {y:.2f}pt))")
            case ("C", x1, y1, x2, y2, x, y):
                parts.append(
                    f"curve.cubic(({x1:.2f}pt, {y1:.2f}pt), ({x2:.2f}pt, {y2:.2f}pt), ({x:.2f}pt, {y:.2f}pt))"
                )
            case ("Z",):
                parts.append('curve.close(mode: "straight")')
            case _:
                assert_never(command)
    return ", ".join(parts)


def _line(line: Line, theme: Theme) -> str:
    """The line; before an arrow head it stops short, so that its round end does not show beyond the tip."""
    dx, dy = line.x2 - line.x1, line.y2 - line.y1
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    ux, uy, half = dx / length, dy / length, line.stroke.width * 1.5
    short = 2 * half if line.arrow else 0.0
    start = f"({number(line.x1)}pt, {number(line.y1)}pt)"
    end = f"({number(line.x2 - ux * short)}pt, {number(line.y2 - uy * short)}pt)"
    drawn = _place(0, 0, f"line(start: {start}, end: {end}, stroke: {_stroke(line.stroke, theme)})")
    if not line.arrow:
        return drawn
    bx, by = line.x2 - ux * 2 * half, line.y2 - uy * 2 * half
    head = ((line.x2, line.y2), (bx - uy * half, by + ux * half), (bx + uy * half, by - ux * half))
    points = ", ".join(f"({number(x)}pt, {number(y)}pt)" for x, y in head)
    return drawn + _place(
        0, 0, f'polygon(fill: rgb("{theme.hex(line.stroke.colour)}"), stroke: none, {points})'
    )


def _label(label: Label, theme: Theme, font: str) -> str:
    left = {"left": 0.0, "middle": label.room / 2, "right": label.room}[label.align]
    out = []
    for i, line in enumerate(label.lines):
        text = (
            f"text(font: {quoted(font)}, size: {number(label.size)}pt, weight: {700 if label.bold else 400}, "
            f'fill: rgb("{theme.hex(label.colour)}"), top-edge: "baseline", bottom-edge: "baseline", '
            f"{quoted(line)})"
        )
        baseline = label.baseline + i * label.size * label.leading
        out.append(
            _place(
                label.x - left,
                baseline,
                f"box(width: {number(label.room)}pt, align({_ALIGN[label.align]}, {text}))",
            )
        )
    return "".join(out)


def quoted(text: str) -> str:
    """A typst string literal."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def number(value: float, decimals: int = 2) -> str:
    """A number short enough to read and exact to 1/100 pt, or to as many `decimals`."""
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))
