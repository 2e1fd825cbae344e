"""Where every text of a slide ends up: font size, lines, box. Lengths in pt on the slide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from holdslides.deck import Block, Deck
from holdslides.folders import CLINIC_FILE
from holdslides.furniture import Piece, badge
from holdslides.lines import CAREFUL, Line, MeasuredText
from holdslides.pages import LAYOUT_OF, SectionSlide, Slide, TableSlide, texts
from holdslides.problems import Place
from holdslides.records import dataclass, replace
from holdslides.table_fit import PlacedTable, place_table
from holdslides.texts import Run, Text
from holdslides.theme import Box, Layout, Layouts, Theme, contrast
from holdslides.type_metrics import first_baseline, line_height
from holdslides.widths import text_width

_FOOTER_COLOURS = ("petrol7", "ink", "petrol2", "sand0")
_FOOTER_CONTRAST = 5.0
_BEFORE_PICTURE = 12  # pt between a footer and a picture beside it
_SIDE_BY_SIDE = (
    ("left_heading", "right_heading"),
    ("left_body", "right_body"),
    ("point1", "point2", "point3"),
    ("sign1", "sign2", "sign3"),
)
_NEARLY = 0.01  # pt that do not count as too high


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A text in its place: the box, the chosen font size, and the lines as they will break.

    `colour` is a palette token. `fits` is false when even the smallest size, which is used, is too big.
    """

    name: str
    text: Text
    x: float
    y: float
    width: float
    height: float
    size: float
    leading: float
    bold: bool
    colour: str
    anchor: str
    lines: tuple[Line, ...]
    fits: bool = True

    @property
    def text_height(self) -> float:
        """How high the lines are together."""
        return len(self.lines) * line_height(self.size, self.leading)

    @property
    def text_top(self) -> float:
        """Where the first line's box begins, by the anchor."""
        room = self.height - self.text_height
        return self.y + {"middle": room / 2, "bottom": room}.get(self.anchor, 0.0)

    @property
    def baselines(self) -> tuple[float, ...]:
        """The y of every line's baseline."""
        first = self.text_top + first_baseline(self.size, self.leading)
        step = line_height(self.size, self.leading)
        return tuple(first + i * step for i in range(len(self.lines)))


@dataclass(frozen=True, slots=True)
class PlacedSlide:
    """A slide laid out. `boxes` go by the names in layouts/slides.yaml and hold only texts that are there.

    `unplaced` are texts that the layout has no box for. `badge` is the activity's pill; `footer` and
    `footer_number` are missing on layouts without a footer (the number also when none was given).
    """

    slide: Slide
    layout: Layout
    boxes: dict[str, PlacedBox]
    table: PlacedTable | None = None
    badge: Piece | None = None
    badge_width: float = 0
    footer: PlacedBox | None = None
    footer_number: PlacedBox | None = None
    unplaced: tuple[tuple[str, Text], ...] = ()


def place_deck(
    deck: Deck, layouts: Layouts, theme: Theme, under_footer: Mapping[str, str] | None = None
) -> tuple[PlacedSlide, ...]:
    """Every slide of the deck laid out, with clinic, block title and slide number in its footer.

    `under_footer` is, by slide id, the palette token that a figure paints under the footer.
    """
    grounds = under_footer or {}
    numbered = enumerate(((block, slide) for block in deck.blocks for slide in block.slides), 1)
    return tuple(
        place(
            slide,
            layouts,
            theme,
            footer=footer_words(deck, block),
            clinic=deck.clinic,
            number=number,
            under_footer=grounds.get(slide.id),
        )
        for number, (block, slide) in numbered
    )


_BETWEEN = "  ·  "


def footer_words(deck: Deck, block: Block) -> str:
    """What the footer says: clinic and block title in patient words."""
    return _BETWEEN.join(part for part in (deck.clinic, block.title) if part)


def place(
    slide: Slide,
    layouts: Layouts,
    theme: Theme,
    *,
    footer: str = "",
    clinic: str = "",
    number: int | None = None,
    under_footer: str | None = None,
) -> PlacedSlide:
    """The slide laid out; `under_footer` is the palette token its figure paints under the footer, if any."""
    layout = layouts.by_id[LAYOUT_OF[type(slide)]]
    boxes: dict[str, PlacedBox] = {}
    unplaced: list[tuple[str, Text]] = []
    for name, text in _texts(slide, clinic):
        if name not in layout.boxes:
            unplaced.append((name, text))
        elif text and name != "table":
            box = _moved_up(layout.boxes[name], boxes)
            boxes[name] = place_text(text, box, theme.font_for(box), box.colour or layout.text)
    _set_alike(boxes, layout, theme)
    pill = _badge(slide, layout, theme)
    return PlacedSlide(
        slide=slide,
        layout=layout,
        boxes=boxes,
        table=_table(slide, layout, theme),
        badge=pill[0] if pill else None,
        badge_width=pill[1] if pill else 0,
        footer=_footer(footer, layouts.footer_text, layout, theme, under_footer),
        footer_number=_footer(str(number or ""), layouts.footer_number, layout, theme, under_footer),
        unplaced=tuple(unplaced),
    )


def place_text(text: Text, box: Box, font: str, colour: str) -> PlacedBox:
    """The text in the largest of the box's sizes that fits it."""
    measured = MeasuredText(text, box.bold, font)
    fitting = [size for size in box.sizes if size_fits(measured, box, size)]
    size = _choose(measured, box, fitting) if fitting else box.sizes[-1]
    return PlacedBox(
        name=box.name,
        text=text,
        x=box.x,
        y=box.y,
        width=box.width,
        height=box.height,
        size=size,
        leading=box.leading,
        bold=box.bold,
        colour=colour,
        anchor=box.anchor,
        lines=measured.lines(size, box.width),
        fits=bool(fitting),
    )


def _set_alike(boxes: dict[str, PlacedBox], layout: Layout, theme: Theme) -> None:
    """Texts that stand side by side get one size: that of the one with the least room."""
    for names in _SIDE_BY_SIDE:
        there = [boxes[name] for name in names if name in boxes]
        size = min((placed.size for placed in there), default=0)
        for placed in there:
            if placed.size != size:
                box = replace(layout.boxes[placed.name], sizes=(size,))
                boxes[placed.name] = place_text(placed.text, box, theme.font_for(box), placed.colour)


def size_fits(measured: MeasuredText, box: Box, size: float, reserve: int = 0) -> bool:
    """Whether the text fits the box at `size` with `reserve` lines to spare, and no word is wider than it."""
    width = box.width * CAREFUL
    count = measured.count(size, width)
    high_enough = (count + reserve) * line_height(size, box.leading) <= box.height + _NEARLY
    return count <= box.lines and high_enough and not measured.too_wide(size, width)


def keeps_reserve(box: Box) -> bool:
    """Whether a line is kept free: in boxes of several lines of plain text, where an edit soon adds one."""
    return not box.bold and box.lines > 1


def _choose(measured: MeasuredText, box: Box, fitting: list[float]) -> float:
    """The largest size; smaller to keep a reserve, one step smaller so no short word stands alone."""
    sizes = fitting
    if keeps_reserve(box):
        sizes = [size for size in fitting if size_fits(measured, box, size, reserve=1)] or fitting[-1:]
    best, *smaller = sizes
    if smaller and measured.ends_alone(best, box.width) and not measured.ends_alone(smaller[0], box.width):
        return smaller[0]
    return best


def _moved_up(box: Box, placed: dict[str, PlacedBox]) -> Box:
    """The box right under the text it follows, never lower than slides.yaml has it; its lower edge stays."""
    above = placed.get(box.below)
    if above is None:
        return box
    y = min(box.y, above.y + above.text_height + box.gap)
    return replace(box, y=y, height=box.y + box.height - y)


def _texts(slide: Slide, clinic: str) -> Iterator[tuple[str, Text]]:
    if isinstance(slide, SectionSlide):
        yield "number", _plain(slide.number, slide.place)
    yield from texts(slide)
    if clinic and LAYOUT_OF[type(slide)] == "title":
        yield "clinic", _plain(clinic, slide.place)


def _plain(words: str, place: Place) -> Text:
    return Text(((Run(words),),), place)


def _table(slide: Slide, layout: Layout, theme: Theme) -> PlacedTable | None:
    if isinstance(slide, TableSlide) and "table" in layout.boxes:
        return place_table(slide, layout.boxes["table"], theme.font_for(layout.boxes["table"]), layout.text)
    return None


def _badge(slide: Slide, layout: Layout, theme: Theme) -> tuple[Piece, float] | None:
    box = layout.boxes.get("badge")
    if box is None or slide.activity is None:
        return None
    piece = badge(slide.activity, box.x, box.y, lambda t, s, b: text_width(t, s, b, theme.picture_font))
    return piece, max(getattr(shape, "width", 0.0) for shape in piece.shapes)


def _footer(words: str, box: Box, layout: Layout, theme: Theme, under_footer: str | None) -> PlacedBox | None:
    if not words or not layout.has_footer:
        return None
    picture = layout.boxes.get("picture")
    ground = layout.ground
    if picture is not None and picture.y + picture.height > box.y:
        if picture.x <= box.x:
            ground = under_footer or ground
        else:  # the picture stands beside the footer: the words end before it
            box = replace(box, width=min(box.width, picture.x - _BEFORE_PICTURE - box.x))
    colour = footer_colour(theme, ground)
    placed = place_text(_plain(words, Place(CLINIC_FILE)), box, theme.deck_font, colour)
    clinic, and_title, _ = words.partition(_BETWEEN)
    if placed.fits or not and_title:
        return placed
    # a long name is the clinic's own to have: the title of the block gives way
    return place_text(_plain(clinic, Place(CLINIC_FILE)), box, theme.deck_font, colour)


def footer_colour(theme: Theme, ground: str) -> str:
    """The calmest palette token that can be read at footer size on `ground`."""
    ratios = {}
    for token in _FOOTER_COLOURS:
        ratios[token] = contrast(theme.hex(token), theme.hex(ground))
        if ratios[token] >= _FOOTER_CONTRAST:
            return token
    return max(ratios, key=ratios.__getitem__)
