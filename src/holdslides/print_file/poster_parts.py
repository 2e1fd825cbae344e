"""What the poster layouts are put together from: words, pictures, grounds, the label.

Lengths are pt on the layout page; `y` of a text is the top of its capitals.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from holdslides.drawing import Colour, labels
from holdslides.models_paper import PosterLayout
from holdslides.paper import PT_PER_MM, Poster
from holdslides.print_file.glyphs import missing_letters
from holdslides.print_file.page import CAP_HEIGHT, Page, Style
from holdslides.print_file.poster_picture import roomiest, wide_labels
from holdslides.print_file.poster_type import HEADLINE, NOTICE, Role, SetText, TooWide, ways
from holdslides.print_file.trim import Paper
from holdslides.problems import Place, Problem
from holdslides.texts import FigureUse, Text
from holdslides.theme import Theme
from holdslides.widths import text_width

MARGIN = 60.0
PICTURE_SHARE = 0.58  # of the page's height: what a picture should have
LEAST_PICTURE_SHARE = 0.36  # below this there is too much text for a poster
LEAST_LABEL = 30.0
_LABEL_STEP = 2.0  # from one line of the label to the next, of its size
_BETWEEN = " · "  # between the names of those a poster holds for
_DARK = frozenset({"petrol7", "petrol8", "ink"})


def ink_on(ground: Colour) -> str:
    """The colour words have on a ground."""
    return "sand0" if ground in _DARK else "ink"


class Board:
    """A poster under construction: the page, and what is wrong with it."""

    def __init__(self, poster: Poster, theme: Theme, paper: Paper, metres: float, least: float) -> None:
        self.poster, self.theme, self.paper, self.metres = poster, theme, paper, metres
        self.headline_least, self.least = least, least / 2
        self.width, self.height = paper.layout_size
        self.bleed = paper.layout_bleed
        is_all_stage = poster.layout is PosterLayout.WORDS_FIRST
        self.page = Page(self.width, self.height, theme, poster.stage if is_all_stage else poster.foot)
        self.problems: list[Problem] = []

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def foot(self) -> float:
        """From the last text's lowest baseline to the edge of the page, pt; a logo asks for more."""
        return 120.0 if self.poster.sender.logo else 94.0

    @property
    def font(self) -> str:
        """The font of everything on paper."""
        return self.theme.print_font

    def mm(self, points: float) -> int:
        """Points of the layout page as whole millimetres on the printed paper, at least one."""
        return max(1, round(points * self.paper.scale / PT_PER_MM))

    # ---- type ---------------------------------------------------------------------------------------------
    def choose(self, texts: list[tuple[Text, Role]], taken: float) -> list[SetText]:
        """A setting for each text: the largest that leave the picture its share of the page.

        `taken` is the height that gaps and other parts need. A Problem is noted when nothing fits.
        """
        options = [self._ways(text, role, self.room) for text, role in texts]
        chosen = [0] * len(options)

        def picture() -> float:
            return (
                self.height
                - taken
                - sum(o[i].height + o[i].space for o, i in zip(options, chosen, strict=True))
            )

        for share, comfortable in ((PICTURE_SHARE, True), (LEAST_PICTURE_SHARE, False)):
            while picture() < share * self.height and self._tighten(options, chosen, comfortable):
                pass
        over = LEAST_PICTURE_SHARE * self.height - picture()
        if over > 0.5:
            text = max((text for text, _ in texts), key=lambda t: len(t.plain))
            self.too_high("Teksten", over, text.place)
        return [o[i] for o, i in zip(options, chosen, strict=True)]

    @staticmethod
    def _tighten(options: list[list[SetText]], chosen: list[int], comfortable: bool) -> bool:
        """Takes the text that has lost least of its size one size down; False when none can go further."""
        can = [
            k
            for k, (ways_, i) in enumerate(zip(options, chosen, strict=True))
            if i + 1 < len(ways_) and (not comfortable or ways_[i + 1].size >= ways_[i].role.comfortable)
        ]
        if not can:
            return False
        k = max(can, key=lambda k: options[k][chosen[k]].size / options[k][0].size)
        chosen[k] += 1
        return True

    def alike(
        self, texts: Sequence[tuple[Text, str]], role: Role, room: float, height: float = math.inf
    ) -> list[SetText]:
        """Texts of one role set in one size: the largest at which each fits a box of that room and height.

        With each text comes what a Problem calls it; "" is the role's own name.
        """
        options = [self._ways(text, role, room, what) for text, what in texts if text]
        sizes = sorted({way.size for ways_ in options for way in ways_}, reverse=True)
        fitting = [
            size
            for size in sizes
            if all(any(w.size == size and w.height <= height for w in ways_) for ways_ in options)
        ]
        size = (fitting or sizes or [0])[0 if fitting else -1]
        chosen = iter(next((w for w in ways_ if w.size == size), ways_[-1]) for ways_ in options)
        settings = [next(chosen) if text else SetText(role, (), 0) for text, _ in texts]
        for setting, (text, what) in zip(settings, texts, strict=True):
            if setting.height > height + 0.5:
                self.too_high(what or role.what, setting.height - height, text.place)
        return settings

    def _ways(self, text: Text, role: Role, room: float, what: str = "") -> list[SetText]:
        least = self.headline_least if role in (HEADLINE, NOTICE) else self.least
        found = ways(text, role, room, least, self.font)
        if not isinstance(found, TooWide):
            return found
        self.problems.append(
            Problem(
                f'{what or role.what}: ordet "{found.word}" er {self.mm(found.by)} mm for bredt til '
                f"sin spalte{self._at_this_distance}",
                text.place,
                "skriv et kortere ord, del det med bindestreg, eller vælg en kortere afstand (--distance)",
            )
        )
        return [SetText(role, text.paragraphs, least)]

    @property
    def _at_this_distance(self) -> str:
        return f", når {self.paper.size.upper()} skal læses på {self.metres:g} m".replace(".", ",")

    def too_high(self, what: str, by: float, place: Place | None) -> None:
        """Notes that a text is `by` pt higher than there is room for."""
        self.problems.append(
            Problem(
                f"{what} på plakaten {self.poster.id} fylder {self.mm(by)} mm for meget i højden"
                f"{self._at_this_distance}",
                place,
                "skriv kortere, eller vælg et større papir (--size) eller en kortere afstand (--distance)",
            )
        )

    # ---- drawing ------------------------------------------------------------------------------------------
    def words(
        self,
        words: SetText,
        y: float,
        ground: Colour,
        heading: int = 0,
        left: float = MARGIN,
        width: float | None = None,
    ) -> float:
        """Puts a set text on a ground with the top of its capitals at y; returns its last baseline."""
        if not words.lines:
            return y
        role = words.role
        style = Style(words.size, role.weight, ink_on(ground), role.leading, tracking=role.tracking)
        # Wider than the column it was measured for, so that typst never breaks a line we did not break.
        room = 1.06 * (width or self.room)
        self.page.runs(left, y + CAP_HEIGHT * words.size, words.lines, style, room, heading)
        return y + words.height

    def ground(self, top: float, bottom: float, colour: Colour) -> None:
        """A ground across the whole page, out into the bleed on every side it touches."""
        b = self.bleed
        up, down = (b if top <= 0 else 0.0), (b if bottom >= self.height - 0.5 else 0.0)
        self.page.rectangle(-b, top - up, self.width + 2 * b, bottom - top + up + down, colour)

    def picture(self, top: float, bottom: float) -> None:
        """The poster's figure across the page, into the bleed at the sides, and above when it begins at 0."""
        if not self.poster.figure:
            return
        up = self.bleed if top <= 0 else 0.0
        area = (self.width + 2 * self.bleed, bottom - top + up)
        self._draw(self.poster.figure, -self.bleed, top - up, *area)

    def figure(
        self, use: FigureUse | None, x: float, y: float, width: float, height: float, to_edge: bool = False
    ) -> None:
        """A figure in a box; `to_edge` lets it run on into the bleed on the right."""
        if use:
            self._draw(use, x, y, width + (self.bleed if to_edge else 0), height)

    def _draw(self, use: FigureUse, x: float, y: float, width: float, height: float) -> None:
        """The figure with its words as large as the reading distance asks for, or as they have room."""
        wanted = max(LEAST_LABEL, self.least)
        drawing = roomiest(use, (width, max(height, 60)), wanted, LEAST_LABEL, self.font)
        for line, over in wide_labels(drawing, self.font):
            message = f'ordet "{line}" i billedet er {self.mm(over)} mm for bredt{self._at_this_distance}'
            hint = "brug et kortere ord, eller vælg en kortere afstand (--distance)"
            self.problems.append(Problem(message, use.place, hint))
        for line in (line for label in labels(drawing.shapes) for line in label.lines):
            self.problems += missing_letters(line, self.font, use.place, f'Ordet "{line}" i billedet')
        self.page.figure(drawing, x, y)

    # ---- label --------------------------------------------------------------------------------------------
    @property
    def label_height(self) -> float:
        """What the label and the gap below it take, pt."""
        lines = len(self._label_lines)
        gap = 26 if lines == 1 else 16  # room is short where so many names stand
        return (1.85 + (lines - 1) * _LABEL_STEP) * self._label_size + gap if lines else 0.0

    @property
    def _label_size(self) -> float:
        return max(LEAST_LABEL, self.least)

    @property
    def _label_lines(self) -> list[str]:
        """The label, broken between its names where one line has no room for all of them."""
        lines: list[str] = []
        for name in self.poster.label.split(_BETWEEN) if self.poster.label else ():
            longer = f"{lines[-1]}{_BETWEEN}{name}" if lines else name
            if lines and self._label_width(longer) <= self.room:
                lines[-1] = longer
            else:
                lines.append(name)
        return lines

    def _label_width(self, words: str) -> float:
        size = self._label_size
        return text_width(words, size, weight=700, font=self.font) + 1.7 * size

    def label(self, y: float, ground: Colour) -> None:
        """The pills that say for whom the poster holds."""
        size = self._label_size
        for number, words in enumerate(self._label_lines):
            width, top = self._label_width(words), y - 4 + number * _LABEL_STEP * size
            if width > self.room:
                over = self.mm(width - self.room)
                message = f'Mærkatet "{words}" er {over} mm for bredt{self._at_this_distance}'
                self.problems.append(Problem(message, self.poster.place, "skriv det kortere"))
            fill, colour = ("sand0", "ink") if ground in _DARK else ("ink", "sand0")
            self.page.rectangle(MARGIN, top, width, 1.85 * size, fill, 0.925 * size)
            baseline = top + (0.925 + CAP_HEIGHT / 2) * size
            self.page.words(MARGIN + 0.85 * size, baseline, (words,), Style(size, 700, colour), width)

    # ---- letters ------------------------------------------------------------------------------------------
    def check_letters(self) -> None:
        """Notes every letter of the poster's words that the font does not have."""
        for what, text, place in self._all_words():
            self.problems += missing_letters(text, self.font, place, what)

    def _all_words(self) -> Iterable[tuple[str, str, Place | None]]:
        poster = self.poster
        named: list[tuple[str, Text]] = [
            ("Overskriften", poster.headline),
            ("Teksten", poster.body),
            ("Den mindre tekst", poster.second),
            *(("Båndet", text) for band in poster.bands for text in (band.word, band.text)),
            *(("Rækken", text) for row in poster.rows for text in (row.name, row.value)),
            *(("Tegnet", sign) for sign in poster.signs),
        ]
        yield from ((what, text.plain, text.place) for what, text in named)
        yield "Mærkatet", poster.label, poster.place
        yield "Klinikkens navn", poster.sender.name + poster.sender.doctor_on_call, poster.sender.place
