"""The paper a poster is printed on: its exact size, and for a printing house 3 mm bleed and crop marks.

Layout pages are as wide as A3 and scaled to the paper; where no unit is named, lengths are millimetres.
"""

from __future__ import annotations

from holdslides.paper import A_SIZES_MM, PT_PER_MM
from holdslides.print_file.page import Page, document_settings
from holdslides.print_file.shapes import number
from holdslides.records import dataclass

BLEED_MM = 3.0
SLUG_MM = 10.0  # from the paper's edge to the trimmed poster: the bleed, and room for the crop marks
_MARK_FROM, _MARK_TO = 4.0, 9.0  # a crop mark's two ends, counted outwards from the trimmed edge
_MARK_PT = 0.3


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper size, with or without bleed."""

    size: str
    bleed: bool = False

    @property
    def width(self) -> float:
        """Of the trimmed poster, mm."""
        return A_SIZES_MM[self.size][0]

    @property
    def height(self) -> float:
        """Of the trimmed poster, mm."""
        return A_SIZES_MM[self.size][1]

    @property
    def scale(self) -> float:
        """How much larger than the layout page it is."""
        return self.width / A_SIZES_MM["a3"][0]

    @property
    def layout_size(self) -> tuple[float, float]:
        """The layout page, pt: as wide as A3, as high as this size's own proportion makes it."""
        return self.width / self.scale * PT_PER_MM, self.height / self.scale * PT_PER_MM

    @property
    def layout_bleed(self) -> float:
        """How far the ground goes on beyond the layout page, pt."""
        return BLEED_MM / self.scale * PT_PER_MM if self.bleed else 0.0

    def boxes(self) -> dict[str, tuple[float, float, float, float]]:
        """The PDF's TrimBox and BleedBox in pt; none without bleed."""
        if not self.bleed:
            return {}
        right, top = ((side + 2 * SLUG_MM) * PT_PER_MM for side in (self.width, self.height))
        insets = {"BleedBox": (SLUG_MM - BLEED_MM) * PT_PER_MM, "TrimBox": SLUG_MM * PT_PER_MM}
        return {name: (inset, inset, right - inset, top - inset) for name, inset in insets.items()}


def paper_source(page: Page, paper: Paper, title: str, keywords: tuple[str, ...] = ()) -> str:
    """The typst source of one layout page on its paper."""
    scaled = f"#scale({number(paper.scale * 100, 4)}%, origin: top + left, reflow: false)"
    width, height = paper.layout_size
    body = f"#box(width: {number(width)}pt, height: {number(height)}pt)[{page.markup}]"
    if paper.scale != 1:
        body = f"{scaled}[{body}]"
    settings = document_settings(title, keywords)
    fill = f'rgb("{page.theme.hex(page.ground)}")'
    if not paper.bleed:
        size = f"width: {paper.width}mm, height: {paper.height}mm"
        return f"{settings}\n#page({size}, margin: 0pt, fill: {fill})[{body}]"
    out = SLUG_MM - BLEED_MM
    bled = (
        f"#place(top + left, dx: {out}mm, dy: {out}mm, box(width: {paper.width + 2 * BLEED_MM}mm, "
        f"height: {paper.height + 2 * BLEED_MM}mm, clip: true, fill: {fill})"
        f"[#place(top + left, dx: {BLEED_MM}mm, dy: {BLEED_MM}mm)[{body}]])"
    )
    return (
        f"{settings}\n#page(width: {paper.width + 2 * SLUG_MM}mm, height: {paper.height + 2 * SLUG_MM}mm, "
        f"margin: 0pt, fill: none)[{bled}{_crop_marks(paper)}]"
    )


def _crop_marks(paper: Paper) -> str:
    """Two short lines at each corner, outside the bleed, where the knife goes."""
    marks = []
    for x, outwards in ((SLUG_MM, -1), (SLUG_MM + paper.width, 1)):
        for y, downwards in ((SLUG_MM, -1), (SLUG_MM + paper.height, 1)):
            marks.append((x + outwards * _MARK_FROM, y, x + outwards * _MARK_TO, y))
            marks.append((x, y + downwards * _MARK_FROM, x, y + downwards * _MARK_TO))
    return "".join(
        f"#place(top + left, line(start: ({a:g}mm, {b:g}mm), end: ({c:g}mm, {d:g}mm), "
        f"stroke: {_MARK_PT}pt + black))"
        for a, b, c, d in marks
    )
