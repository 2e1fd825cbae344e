"""Does everything fit? Texts in their boxes, words in their columns, labels in their figures.

Lengths in pt. What is found is a list of Problems in Danish; nothing is raised here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from holdslides.deck import Block, Deck
from holdslides.drawing import Drawing, Label, labels
from holdslides.figures import MAX_LABELS
from holdslides.lines import CAREFUL, MeasuredText
from holdslides.measured import SLIDE_LABEL, Measured, figure_of
from holdslides.pages import ACTIVITY_NAMES, OwnSlide, TableSlide
from holdslides.placing import PlacedBox, PlacedSlide, size_fits
from holdslides.problems import Place, Problem, Severity
from holdslides.records import replace
from holdslides.table_fit import CELL_PAD, smallest
from holdslides.texts import Paragraph, Run, Text
from holdslides.theme import Box, Layouts, Theme
from holdslides.type_metrics import line_height
from holdslides.widths import is_known, text_width

_NEARLY = 0.5  # pt a label may reach over: less than anybody sees
_EASY_WORDS = 12  # a word longer than this is usually a compound

_NAMES = {
    "title": "overskriften",
    "subtitle": "undertitlen",
    "clinic": "klinikkens navn",
    "number": "delens nummer",
    "body": "teksten",
    "question": "spørgsmålet",
    "left_heading": "overskriften i venstre spalte",
    "left_body": "teksten i venstre spalte",
    "right_heading": "overskriften i højre spalte",
    "right_body": "teksten i højre spalte",
    "call": "linjen om, hvem man ringer til",
    "footer": "sidefoden",
}
_NUMBERED = {"point": "punkt", "sign": "tegn"}


def check_deck(deck: Deck, layouts: Layouts, theme: Theme, measured: Measured | None = None) -> list[Problem]:
    """Everything of a deck that does not fit: errors, and a warning when the font's widths are not known."""
    measured = measured or Measured(layouts, theme)
    problems = list(_check_font(theme.deck_font))
    all_placed = [p for p in measured.place_deck(deck) if not isinstance(p.slide, OwnSlide)]
    for block in deck.blocks:
        ids = {slide.id for slide in block.slides}
        problems += _check_footer(block, (p for p in all_placed if p.slide.id in ids), theme.deck_font)
    for placed in all_placed:
        problems += check_slide(placed, theme)
        use = figure_of(placed.slide)
        if use is not None and "picture" in placed.layout.boxes:
            drawing = measured.drawing_for(use, placed.layout)
            problems += check_drawing(
                drawing, use.place, SLIDE_LABEL, font=theme.picture_font, name=f"figuren {use.id}"
            )
    return problems


def _check_font(font: str) -> Iterator[Problem]:
    if not is_known(font):
        yield Problem(
            f"skriften {font} har ingen breddetabel, så linjerne er regnet ud efter Arial og 8 % til",
            hint="se slidene igennem i PowerPoint, eller brug Arial",
            severity=Severity.WARNING,
        )


# ---- words ------------------------------------------------------------------------------------------
def check_slide(placed: PlacedSlide, theme: Theme) -> list[Problem]:
    """The texts of one slide that do not fit their boxes."""
    problems: list[Problem] = []
    slide = placed.slide
    for name, text in placed.unplaced:
        room = sum(other.startswith(name.rstrip("0123456789")) for other in placed.layout.boxes)
        what = f"slide {slide.id}: der er ikke plads til {box_name(name)}"
        problems.append(Problem(what, text.place, f"opsætningen {placed.layout.name} har plads til {room}"))
    for box in placed.boxes.values():
        if not box.fits:
            original = placed.layout.boxes[box.name]
            problems += _too_long(box, original, slide.id, theme.font_for(original))
    if placed.table is not None and not placed.table.fits and isinstance(slide, TableSlide):
        table = placed.layout.boxes["table"]
        problems += _table_too_large(slide, table, theme.font_for(table))
    pill = placed.layout.boxes.get("badge")
    if pill is not None and slide.activity is not None and placed.badge_width > pill.width:
        over = placed.badge_width - pill.width
        what = f"slide {slide.id}: mærket »{ACTIVITY_NAMES[slide.activity.type]}« er {over:.0f} pt for bredt"
        problems.append(Problem(what, slide.activity.place, "brug Arial eller en smallere skrift"))
    return problems


def box_name(name: str) -> str:
    """A box by the name a therapist knows it by (Danish)."""
    stem = name.rstrip("0123456789")
    return f"{_NUMBERED[stem]} {name[len(stem) :]}" if stem in _NUMBERED else _NAMES.get(name, name)


def _too_long(placed: PlacedBox, original: Box, slide_id: str, font: str) -> Iterator[Problem]:
    """Why the text does not fit at the smallest size: a word wider than the box, or too many lines."""
    box = replace(original, y=placed.y, height=placed.height)
    measured, size = MeasuredText(placed.text, box.bold, font), box.sizes[-1]
    where = f"slide {slide_id}: {box_name(box.name)}"
    width = box.width * CAREFUL
    for word, over in measured.too_wide(size, width):
        yield _wide_word(where, word, over, placed.text)
    count, height = measured.count(size, width), line_height(size, box.leading)
    room = min(box.lines, int((box.height + 0.01) / height))
    if count > room:
        over = (count - room) * height
        what = f"{where} fylder {_lines(count)} ved {size:g} pt, plads til {room} ({over:.0f} pt for højt)"
        yield Problem(what, placed.text.place, _shorten(placed.text, box, font))


def _wide_word(where: str, word: str, over: float, text: Text) -> Problem:
    hint = "vælg et kortere ord"
    if text.safety:
        hint = "teksten er låst: vælg en smallere skrift"
    elif len(word) > _EASY_WORDS:
        hint = "vælg et kortere ord, eller skriv det som to"
    return Problem(f"{where}: ordet »{word}« er {over:.0f} pt bredere end sin plads", text.place, hint)


def _lines(count: int) -> str:
    return f"{count} linje" if count == 1 else f"{count} linjer"


def _shorten(text: Text, box: Box, font: str) -> str:
    """How many words must go before the text fits, counted from its end."""
    if text.safety:
        return "teksten er låst: vælg en smallere skrift"
    words = sum(len(run.text.split()) for paragraph in text.paragraphs for run in paragraph)

    def fits_without(cut: int) -> bool:
        shorter = MeasuredText(_first_words(text, words - cut), box.bold, font)
        return cut == words or size_fits(shorter, box, box.sizes[-1])

    cuts = range(1, words + 1)
    return f"forkort med cirka {cuts[bisect_left(cuts, True, key=fits_without)]} ord"


def _first_words(text: Text, count: int) -> Text:
    """The text up to the end of its word number `count`."""
    paragraphs: list[Paragraph] = []
    for paragraph in text.paragraphs:
        runs: list[Run] = []
        for run in paragraph:
            ends = [word.end() for word in re.finditer(r"\S+", run.text)][:count]
            runs.append(replace(run, text=run.text[: ends[-1]] if ends else ""))
            count -= len(ends)
        paragraphs.append(tuple(runs))
        if not count:
            break
    return replace(text, paragraphs=tuple(paragraphs))


def _table_too_large(slide: TableSlide, box: Box, font: str) -> Iterator[Problem]:
    cells, widths, height = smallest(slide, box, font)
    size, where = box.sizes[-1], f"slide {slide.id}: tabellen"
    for row, texts in zip(cells, (slide.header, *slide.rows), strict=True):
        for cell, width, text in zip(row, widths, texts, strict=False):
            room = (width - 2 * CELL_PAD) * CAREFUL
            for word, over in cell.too_wide(size, room):
                yield _wide_word(where, word, over, text)
            count = cell.count(size, room)
            if count > box.lines:
                what = (
                    f"{where}: feltet »{_start(text)}« fylder {_lines(count)}; der er plads til {box.lines}"
                )
                yield Problem(what, text.place, "skriv kortere i feltet, eller brug færre kolonner")
    if height > box.height:
        what = f"{where} er {height - box.height:.0f} pt for høj ved {size:g} pt"
        yield Problem(what, slide.place, "fjern en række, eller skriv kortere i felterne")


def _start(text: Text) -> str:
    words = text.plain.split()
    return " ".join(words[:3]) + (" …" if len(words) > 3 else "")


def _check_footer(block: Block, placed: Iterable[PlacedSlide], font: str) -> Iterator[Problem]:
    """Whether the footer fits beside the pictures of the block; said once, of its narrowest place."""
    footers = [p.footer for p in placed if p.footer is not None and not p.footer.fits]
    if footers:
        narrowest = min(footers, key=lambda footer: footer.width)
        words = narrowest.text.plain
        over = text_width(words, narrowest.size, narrowest.bold, font) - narrowest.width * CAREFUL
        what = f"sidefoden »{words}« er {max(over, 1):.0f} pt for lang"
        yield Problem(what, block.place, "forkort klinikkens navn i klinik.yaml")


# ---- figures ----------------------------------------------------------------------------------------
def check_drawing(
    drawing: Drawing, place: Place | None, min_label: float, *, font: str = "Arial", name: str = "figuren"
) -> list[Problem]:
    """Labels that are too many, smaller than `min_label` pt, wider than their room or outside the drawing."""
    found = labels(drawing.shapes)
    problems: list[Problem] = []
    if len(found) > MAX_LABELS:
        hint = f"vis højst {MAX_LABELS}: del figuren på to slides, eller fjern de mindst vigtige"
        problems.append(Problem(f"{name} har {len(found)} tekster i billedet", place, hint))
    for label in found:
        problems += _check_label(label, drawing, place, min_label, font, name)
    return problems


def _check_label(
    label: Label, drawing: Drawing, place: Place | None, min_label: float, font: str, name: str
) -> Iterator[Problem]:
    if label.size < min_label - 0.01:
        words = " ".join(label.lines)
        what = f"{name}: »{words}« er skrevet med {label.size:.3g} pt, og {min_label:.3g} er det mindste"
        yield Problem(what, place, "brug færre eller kortere tekster i figuren")
    for line in label.lines:
        width = text_width(line, label.size, label.bold, font)
        over = width - label.room
        if over > _NEARLY:
            letters = max(1, round(over / width * len(line) + 0.5))
            what = f"{name}: »{line}« er {over:.0f} pt bredere end sin plads"
            yield Problem(
                what, place, f"forkort med cirka {letters} {'bogstav' if letters == 1 else 'bogstaver'}"
            )
        left = label.x - {"left": 0.0, "middle": 0.5, "right": 1.0}[label.align] * width
        if over <= _NEARLY and (left < -_NEARLY or left + width > drawing.width + _NEARLY):
            yield Problem(f"{name}: »{line}« når ud over billedets kant", place, "forkort teksten")
