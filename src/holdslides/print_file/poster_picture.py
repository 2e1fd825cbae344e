"""A poster's figure with words as large as there is room for. Lengths are pt on the layout page."""

from __future__ import annotations

from holdslides.drawing import Drawing, labels
from holdslides.figure_values import drawn
from holdslides.figures import Area
from holdslides.texts import FigureUse
from holdslides.widths import text_width

_SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6)


def roomiest(use: FigureUse, size: tuple[float, float], wanted: float, least: float, font: str) -> Drawing:
    """The figure with its words at the `wanted` size, or smaller where they get in each other's way."""
    for share in _SMALLER:
        label = max(least, wanted * share)
        drawing = drawn(use, Area(*size, label))
        if label == least or not (wide_labels(drawing, font) or _crowded(drawing, font)):
            return drawing
    return drawing


def wide_labels(drawing: Drawing, font: str) -> list[tuple[str, float]]:
    """The figure's words that are wider than their room, and by how many pt."""
    return [
        (line, over)
        for label in labels(drawing.shapes)
        for line in label.lines
        if (over := text_width(line, label.size, label.bold, font) - label.room) > 0.5
    ]


def _crowded(drawing: Drawing, font: str) -> bool:
    """Whether two of the figure's words lie on top of each other, or nearly."""
    boxes = []
    for label in labels(drawing.shapes):
        width = max(text_width(line, label.size, label.bold, font) for line in label.lines)
        left = label.x - {"left": 0.0, "middle": 0.5, "right": 1.0}[label.align] * width
        top, bottom = label.baseline - 0.9 * label.size, label.baseline + 0.2 * label.size
        bottom += (len(label.lines) - 1) * label.leading * label.size
        boxes.append((left - 0.15 * label.size, top, left + width + 0.15 * label.size, bottom))
    return any(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
    )
