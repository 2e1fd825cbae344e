"""Type on a poster: which size a text gets, where its lines break, and what cannot be made to fit.

Lengths are pt on the layout page, which is as wide as A3. The lines of a text are those it is written with,
as long as they fit; where the reading distance asks for larger type, they are broken again, evenly.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from holdslides.print_file.page import CAP_HEIGHT
from holdslides.records import dataclass
from holdslides.texts import Paragraph, Run, Text
from holdslides.widths import BOLD, text_width


@dataclass(frozen=True, slots=True)
class Role:
    """What a text is on a poster: its name (Danish), the sizes it may take, largest first, and how it is set.

    `comfortable` is the size it is not made smaller than for the sake of a larger picture. A text that
    `wraps` is written as one line and broken at any size; others are broken anew only where they must be.
    `space` is the gap above the text, as a multiple of its size.
    """

    what: str
    sizes: tuple[float, ...]
    comfortable: float
    weight: int
    leading: float
    tracking: float = 0
    wraps: bool = False
    space: float = 0


HEADLINE = Role("Overskriften", tuple(range(120, 60, -4)), 92, 900, 0.94, -0.012)
NOTICE = Role("Overskriften", tuple(range(104, 60, -4)), 84, 900, 0.96, -0.012)
BODY = Role("Teksten", (40, 38, 36, 34, 33), 36, 600, 1.2)
SECOND = Role("Den mindre tekst", (34, 33), 33, 400, 1.2, space=0.82)
BAND_WORD = Role("Ordet i båndet", (128, 116, 108, 100, 92, 84, 76, 70), 70, 900, 0.98, -0.012)
BAND_TEXT = Role("Teksten i båndet", (38, 36, 34, 33), 33, 600, 1.16, wraps=True)
SIGN = Role("Tegnet", (44, 42, 40, 38, 36, 34, 33), 33, 600, 1.14, wraps=True)
CALL = Role("Linjen om, hvem man ringer til", (38, 36, 34, 33), 33, 700, 1.16, wraps=True)
ROW_NAME = Role("Rækkens navn", (40, 38, 36, 34, 33), 33, 900, 1.1)
ROW = Role("Rækken", (38, 36, 34, 33), 33, 600, 1.14, wraps=True)


@dataclass(frozen=True, slots=True)
class SetText:
    """A text as it will stand: its lines and its size in pt."""

    role: Role
    lines: tuple[Paragraph, ...]
    size: float

    @property
    def height(self) -> float:
        """From the top of the first line's capitals to the last baseline, pt; nothing for no text."""
        if not self.lines:
            return 0.0
        return self.size * (CAP_HEIGHT + (len(self.lines) - 1) * self.role.leading)

    @property
    def space(self) -> float:
        """The gap above it, pt."""
        return self.role.space * self.size if self.lines else 0.0


@dataclass(frozen=True, slots=True)
class TooWide:
    """A word wider than its column at the smallest size it may take, and by how many pt."""

    word: str
    by: float


def ways(text: Text, role: Role, room: float, least: float, font: str) -> list[SetText] | TooWide:
    """Every way the text can be set in a column of `room` pt at `least` pt or more, largest first.

    As written at each size that holds its lines; broken anew at the smallest, where that is all there is.
    """
    if not text:
        return [SetText(role, (), 0)]
    sizes = [size for size in role.sizes if size >= least - 0.05] or [least]
    widest = max(_width(line, role.weight, font) for line in text.paragraphs)
    as_written = [SetText(role, text.paragraphs, size) for size in sizes if widest * size <= room]
    if as_written and not role.wraps:
        return as_written
    wraps_at = sizes if role.wraps else sizes[-1:]
    if wide := _too_wide(text, role.weight, room / sizes[-1], font):
        return TooWide(wide.word, wide.by * sizes[-1])
    return [
        SetText(
            role,
            tuple(line for p in text.paragraphs for line in _lines(p, role.weight, room / size, font)),
            size,
        )
        for size in wraps_at
        if not _too_wide(text, role.weight, room / size, font)
    ]


def _width(line: Paragraph, weight: int, font: str) -> float:
    return sum(_run_width(run.text, max(weight, BOLD) if run.bold else weight, font) for run in line)


@lru_cache(maxsize=2_000)
def _run_width(text: str, weight: int, font: str) -> float:
    """A run's width in em, measured once: lines are tried with the same words again and again."""
    return text_width(text, 1, font=font, weight=weight)


def _words(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph's words, each as the runs it is made of."""
    word: list[Run] = []
    for run in paragraph:
        for i, part in enumerate(run.text.split(" ")):
            if i and word:
                yield tuple(word)
                word = []
            if part:
                word.append(Run(part, run.bold, run.link))
    if word:
        yield tuple(word)


def _too_wide(text: Text, weight: int, room: float, font: str) -> TooWide | None:
    wide = [
        TooWide("".join(run.text for run in word), over)
        for paragraph in text.paragraphs
        for word in _words(paragraph)
        if (over := _width(word, weight, font) - room) > 0
    ]
    return max(wide, key=lambda found: found.by, default=None)


def _lines(paragraph: Paragraph, weight: int, room: float, font: str) -> list[Paragraph]:
    """The paragraph's lines: a sentence each where that takes no more lines, else as even as they can be."""
    even = _broken(list(_words(paragraph)), weight, room, font)
    sentences = [line for part in _sentences(paragraph) for line in _broken(part, weight, room, font)]
    return sentences if len(sentences) <= len(even) else even


def _at_pause(words: list[Paragraph], weight: int, room: float, font: str) -> list[Paragraph]:
    """The words in two lines broken after a comma or colon, as evenly as may be; none if that is too wide."""
    best: tuple[float, list[Paragraph]] = (room, [])
    for i, word in enumerate(words[:-1], 1):
        if word[-1].text.endswith((",", ":", ";")):
            lines = [
                joined for part in (words[:i], words[i:]) for joined in _greedy(part, weight, room, font)
            ]
            widths = [_width(line, weight, font) for line in lines]
            widest = max(widths)
            if len(lines) == 2 and widest <= best[0] and min(widths) > 0.35 * widest:
                best = (widest, lines)
    return best[1]


def _sentences(paragraph: Paragraph) -> Iterator[list[Paragraph]]:
    words: list[Paragraph] = []
    for word in _words(paragraph):
        words.append(word)
        if word[-1].text.endswith((".", "?", "!")):
            yield words
            words = []
    if words:
        yield words


def _broken(words: list[Paragraph], weight: int, room: float, font: str) -> list[Paragraph]:
    """As few lines as fit in `room` em, then as even as that many lines can be."""
    best = _greedy(words, weight, room, font)
    if len(best) == 2 and (paused := _at_pause(words, weight, room, font)):
        return paused
    low, high = room / 2, room
    for _ in range(6):
        middle = (low + high) / 2
        tried = _greedy(words, weight, middle, font)
        if len(tried) == len(best) and all(_width(line, weight, font) <= room for line in tried):
            best, high = tried, middle
        else:
            low = middle
    return best


def _greedy(words: list[Paragraph], weight: int, room: float, font: str) -> list[Paragraph]:
    lines: list[Paragraph] = []
    for word in words:
        longer = (*lines[-1], Run(" "), *word) if lines else word
        if lines and _width(longer, weight, font) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
