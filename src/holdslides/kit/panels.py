"""Two states on two rounded panels, beside or above each other, and words that fit what room they have."""

from __future__ import annotations

from holdslides.records import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """An upright box in pt, `x` and `y` its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


def beside(width: float, height: float, label: float, ratio: float = 1.25) -> bool:
    """Whether two panels of about `ratio` (width to height) do better side by side than stacked.

    A panel needs some seventeen letters of `label` pt across; otherwise the two are stacked.
    """
    if (width - 112) / 2 < 17 * label:
        return False
    return min((width - 112) / 2 / ratio, height) >= min((width - 96) / ratio, (height - 16) / 2)


def pair(width: float, height: float, label: float, ratio: float = 1.25) -> tuple[Box, Box]:
    """The two panels' boxes in an area of that size, pt.

    Panels that lie side by side keep the area's lower eighth free: a slide's footer stands there.
    """
    margin, gap, top = 0.05 * width, 16.0, 0.02 * height
    if beside(width, height, label, ratio):
        w, h = (width - 2 * margin - gap) / 2, 0.85 * height
        return Box(margin, top, w, h), Box(margin + w + gap, top, w, h)
    w, h = width - 2 * margin, (height - 2 * top - gap) / 2
    return Box(margin, top, w, h), Box(margin, top + h + gap, w, h)
