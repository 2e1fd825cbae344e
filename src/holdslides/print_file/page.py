"""A printed page under construction: rectangles, words and figures at exact places, as typst markup.

Lengths are pt. Words are real text in reading order (headings are headings), figures carry their alternative
text, bare shapes are decoration: that is what makes the PDF readable aloud.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from holdslides.drawing import Colour, Drawing, Shape
from holdslides.print_file.shapes import drawing_markup, number, quoted, shapes_markup
from holdslides.records import dataclass
from holdslides.texts import Run
from holdslides.theme import Theme

Align = Literal["left", "center", "right"]
A4_WIDTH, A4_HEIGHT = 595.28, 841.89
CAP_HEIGHT = 0.66  # of the font size, Source Sans Pro


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set: size in pt, weight 400-900, leading a multiple of the size."""

    size: float
    weight: int = 400
    colour: Colour = "ink"
    leading: float = 1.2
    align: Align = "left"
    font: str = ""
    tracking: float = 0


class Page:
    """Collects the markup of one page of `width` x `height` pt."""

    def __init__(self, width: float, height: float, theme: Theme, ground: Colour = "sand1") -> None:
        self.width, self.height, self.theme, self.ground = width, height, theme, ground
        self._parts: list[str] = []

    def rectangle(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: Colour | None,
        radius: float = 0,
        rule: Colour | None = None,
    ) -> None:
        """A plain rectangle; `rule` outlines it with a thin line instead of leaving the edge bare."""
        stroke = f'0.9pt + rgb("{self.theme.hex(rule)}")' if rule else "none"
        filled = f'rgb("{self.theme.hex(fill)}")' if fill is not None else "none"
        self._place(
            x,
            y,
            f"rect(width: {number(w)}pt, height: {number(h)}pt, radius: {number(radius)}pt, "
            f"fill: {filled}, stroke: {stroke})",
        )

    def line(
        self, x1: float, y1: float, x2: float, y2: float, colour: Colour = "rule", width: float = 0.9
    ) -> None:
        """A ruled line, to write on or to fold along."""
        self._parts.append(
            f"#place(top + left, line(start: ({number(x1)}pt, {number(y1)}pt), "
            f"end: ({number(x2)}pt, {number(y2)}pt), "
            f'stroke: {number(width)}pt + rgb("{self.theme.hex(colour)}")))'
        )

    def shapes(self, shapes: tuple[Shape, ...], font: str = "") -> None:
        """Neutral shapes as decoration."""
        made = shapes_markup(shapes, self.theme, font or self.theme.print_font)
        self._parts.append(f"#place(top + left)[{made}]")

    def figure(self, drawing: Drawing, x: float, y: float, scale: float = 1, font: str = "") -> None:
        """A figure with its alternative text, its top left corner at (x, y)."""
        made = drawing_markup(drawing, self.theme, font or self.theme.print_font, scale)
        # A block of its own width: one wider than the page would be moved to the page's middle.
        self._place(x, y, f"block(width: {number(drawing.width * scale)}pt)[{made}]")

    def image(self, name: str, alt: str, x: float, y: float, w: float, h: float) -> None:
        """A picture file of the folder the compiler works in, with its alternative text."""
        self._place(
            x,
            y,
            f"image({quoted('/' + name)}, alt: {quoted(alt)}, width: {number(w)}pt, height: {number(h)}pt)",
        )

    def words(
        self, x: float, baseline: float, lines: tuple[str, ...], style: Style, width: float, heading: int = 0
    ) -> None:
        """Lines of text, the first one's baseline at `baseline`; `heading` 1-3 makes them a heading.

        `width` is the room the lines may take: to the right of x, around it or to the left of it.
        """
        pieces = [(Run(line),) for line in lines]
        self.runs(x, baseline, pieces, style, width, heading)

    def runs(
        self,
        x: float,
        baseline: float,
        lines: Sequence[tuple[Run, ...]],
        style: Style,
        width: float,
        heading: int = 0,
    ) -> None:
        """As `words`, for lines of runs: a bold run is set two steps heavier, a link can be clicked."""
        if not any(run.text for line in lines for run in line):
            return
        s = style
        left = x - {"left": 0.0, "center": width / 2, "right": width}[s.align]
        text = " #linebreak() ".join("".join(_run(run, s) for run in line) for line in lines)
        if heading:  # a heading's own size is relative, so it is set again inside
            own = f"text(size: {number(s.size)}pt, weight: {s.weight})[{text}]"
            text = f"#heading(level: {heading}, outlined: false)[#{own}]"
        setting = (
            f"#set text(font: {quoted(s.font or self.theme.print_font)}, size: {number(s.size)}pt, "
            f"weight: {s.weight}, "
            f'fill: rgb("{self.theme.hex(s.colour)}"), tracking: {s.tracking}em, top-edge: {CAP_HEIGHT}em, '
            f'bottom-edge: "baseline");'
            f"#set par(leading: {number(s.size * (s.leading - CAP_HEIGHT))}pt, spacing: 0pt);"
            f"#set align({s.align});"
        )
        top = baseline - CAP_HEIGHT * s.size
        self._place(left, top, f"block(width: {number(width)}pt)[{setting}{text}]")

    def raw(self, markup: str) -> None:
        """Markup as it stands."""
        self._parts.append(markup)

    def _place(self, x: float, y: float, body: str) -> None:
        self._parts.append(f"#place(top + left, dx: {number(x)}pt, dy: {number(y)}pt, {body})")

    @property
    def markup(self) -> str:
        """Everything on the page, in reading order."""
        return "\n".join(self._parts)


def _run(run: Run, style: Style) -> str:
    words = f"#{quoted(run.text)}"
    if run.bold and style.weight < 700:
        words = f"#text(weight: 700)[{words}]"
    return f"#link({quoted(run.link)})[{words}]" if run.link else words


def document_settings(title: str, keywords: tuple[str, ...] = ()) -> str:
    """What every document begins with: title and keywords, Danish, no hyphens or gaps of typst's own."""
    words = f", keywords: ({', '.join(map(quoted, keywords))},)" if keywords else ""
    return "\n".join(
        (
            f"#set document(title: {quoted(title)}{words})",
            '#set text(lang: "da", region: "DK", hyphenate: false)',
            "#show heading: set block(spacing: 0pt, above: 0pt, below: 0pt)",
            "#set figure(gap: 0pt)",
            "#show figure: set block(spacing: 0pt)",
        )
    )


def document(
    pages: list[Page], title: str, scale: float = 1, bleed: float = 0, keywords: tuple[str, ...] = ()
) -> str:
    """The typst source of a document of pages, each `scale` times its size, with `bleed` pt of ground around.

    The title goes into the PDF's metadata; the language is Danish.
    """
    out = [document_settings(title, keywords)]
    for page in pages:
        w, h = page.width * scale + 2 * bleed, page.height * scale + 2 * bleed
        body = f"#box(width: {number(page.width)}pt, height: {number(page.height)}pt)[{page.markup}]"
        if scale != 1:
            body = f"#scale({number(scale * 100)}%, origin: top + left, reflow: false)[{body}]"
        out.append(
            f"#page(width: {number(w)}pt, height: {number(h)}pt, margin: 0pt, "
            f'fill: rgb("{page.theme.hex(page.ground)}"))[#place(top + left, dx: {number(bleed)}pt, '
            f"dy: {number(bleed)}pt)[{body}]]"
        )
    return "\n".join(out)
