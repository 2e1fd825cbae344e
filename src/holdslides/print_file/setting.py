"""Words on sheets: sizes, broken lines, and what does not fit. Lengths in pt."""

from __future__ import annotations

from collections.abc import Sequence

from holdslides.drawing import Colour
from holdslides.lines import MeasuredText
from holdslides.print_file.flow import Piece
from holdslides.print_file.glyphs import missing_letters
from holdslides.print_file.page import Align, Page, Style
from holdslides.problems import Place, Problem
from holdslides.records import dataclass, field, replace
from holdslides.texts import Run, Text
from holdslides.theme import Theme
from holdslides.widths import text_width

BLACK, BOLD, MEDIUM, REGULAR = 900, 700, 600, 400
_BASELINE = 0.78  # of the line height, from its top


@dataclass(frozen=True, slots=True)
class Sizes:
    """Font sizes of a sheet, and the distance of writing lines."""

    titles: tuple[float, ...]
    intro: float
    heading: float
    strong: float
    text: float
    small: float
    step: float


NORMAL = Sizes((40, 38, 36, 34, 32), 16, 17, 16, 15, 14, 28)
LARGE = Sizes((44, 42, 40, 38, 36), 21, 22, 21, 20, 20, 34)


@dataclass(frozen=True, slots=True)
class Lines:
    """A text broken for a width."""

    runs: tuple[tuple[Run, ...], ...]
    style: Style
    width: float

    @property
    def step(self) -> float:
        """From one baseline to the next."""
        return self.style.size * self.style.leading

    @property
    def height(self) -> float:
        """Of all lines."""
        return len(self.runs) * self.step

    def draw(self, page: Page, x: float, top: float, heading: int = 0) -> None:
        """The lines, the top of the first one at `top`; x is the left edge, middle or right edge by
        alignment.
        """
        page.runs(x, top + _BASELINE * self.step, self.runs, self.style, self.width + 2, heading)


@dataclass(slots=True)
class Setter:
    """Sets words in the theme's print font and collects what is too wide or has letters the font lacks."""

    theme: Theme
    sizes: Sizes
    problems: list[Problem] = field(default_factory=list)

    @property
    def font(self) -> str:
        """The font of sheets."""
        return self.theme.print_font

    def style(
        self,
        size: float,
        weight: int = REGULAR,
        colour: Colour = "ink",
        align: Align = "left",
        leading: float = 1.25,
    ) -> Style:
        """A style of the sheet's."""
        return Style(size, weight, colour, leading, align)

    def width(self, words: str, style: Style) -> float:
        """The width of one line."""
        return text_width(words, style.size, weight=style.weight, font=self.font)

    def widest(self, text: Text, style: Style) -> float:
        """The width a text takes when each paragraph stays on one line."""
        parts = [
            [
                text_width(
                    r.text,
                    style.size,
                    weight=max(style.weight, BOLD) if r.bold else style.weight,
                    font=self.font,
                )
                for r in paragraph
            ]
            for paragraph in text.paragraphs
        ]
        return max((sum(widths) for widths in parts), default=0.0)

    def broken(self, text: Text, style: Style, width: float) -> Lines:
        """The text in lines of at most `width`; a word wider than that is a problem."""
        self.problems += missing_letters(text.plain, self.font, text.place, "Arket")
        measured = MeasuredText(text, font=self.font, weight=style.weight)
        for word, over in measured.too_wide(style.size, width):
            message = f'"{word}" er {over:.0f} pt bredere end sin plads på arket'
            self.problems.append(Problem(message, text.place, "brug et kortere ord, eller del det"))
        lines = measured.lines(style.size, width) if text else ()
        return Lines(tuple(line.runs for line in lines), style, width)

    def one_line(self, text: Text, style: Style, sizes: Sequence[float], width: float) -> Lines:
        """The text in the largest of the sizes in which it stays on one line; broken in the smallest if in
        none.
        """
        self.problems += missing_letters(text.plain, self.font, text.place, "Arket")
        for size in sizes:
            if self.widest(text, replace(style, size=size)) <= width:
                return Lines(text.paragraphs, replace(style, size=size), width)
        return self.balanced(text, replace(style, size=sizes[-1]), width)

    def balanced(self, text: Text, style: Style, width: float) -> Lines:
        """The text in as few lines as it needs, all about as long."""
        lines = self.broken(text, style, width)
        measured = MeasuredText(text, font=self.font, weight=style.weight)
        room = width
        while room > 40 and len(lines.runs) > 1 and measured.count(style.size, room - 6) == len(lines.runs):
            room -= 6
        return replace(self.broken(text, style, room), width=width)

    def paragraph(
        self, text: Text, style: Style, x: float, width: float, above: float = 10, heading: int = 0
    ) -> Piece:
        """A text as a piece of a page."""
        lines = self.broken(text, style, width)
        return Piece(
            lines.height,
            lambda page, top, _: lines.draw(page, x, top, heading),
            above,
            keeps_next=bool(heading),
        )

    def too_high(self, what: str, over: float, place: Place | None, hint: str) -> None:
        """Notes that something is too high for its page."""
        self.problems.append(Problem(f"{what} er {over:.0f} pt for højt til siden", place, hint))


def plain(words: str, place: Place, bold: bool = False) -> Text:
    """Words of our own as a text."""
    return Text(((Run(words, bold),),), place) if words else Text((), place)
