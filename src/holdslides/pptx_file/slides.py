"""One slide of a deck as XML: words in placeholders, the figure as a group, badge, footer. Lengths in pt."""

from __future__ import annotations

from typing import assert_never

from holdslides.drawing import Drawing
from holdslides.furniture import Piece, logo_plate, number_disc, title_rule
from holdslides.pages import (
    ColumnsSlide,
    ExerciseSlide,
    OwnSlide,
    QuestionSlide,
    SafetySlide,
    SectionSlide,
    SideSlide,
    Slide,
    StatementSlide,
    SummarySlide,
    TableSlide,
    TitleSlide,
    WideSlide,
)
from holdslides.placing import PlacedBox, PlacedSlide
from holdslides.pptx_file.colours import ColourBook
from holdslides.pptx_file.logo import Logo, logo_xml
from holdslides.pptx_file.markup import HEADER, NAMESPACES, TREE, Ids, frame, number_field
from holdslides.pptx_file.names import PLACEHOLDERS, Placeholder, footer_role, role_of
from holdslides.pptx_file.paragraphs import Link, Style, paragraphs, styled
from holdslides.pptx_file.shapes import ShapeWriter
from holdslides.pptx_file.table import table_xml
from holdslides.records import dataclass
from holdslides.theme import Box, Layout


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure drawn for its box: its Danish name, the drawing, and the alt text that counts."""

    name: str
    drawing: Drawing
    alt: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything one slide is written from.

    `footer_colour` is what the layout's own footer has; `link` gives the relationship of an address, `tags`
    is that of the tags part.
    """

    placed: PlacedSlide
    number: int
    picture: Picture | None
    footer_box: Box
    number_box: Box
    footer_colour: str
    link: Link
    tags: str
    logo: tuple[Logo, str] | None = None  # the picture and the id of the slide's relationship to it


def slide_xml(page: Page, colours: ColourBook) -> str:
    """The slide as the XML of its part."""
    return _SlideWriter(page, colours).xml()


class _SlideWriter:
    def __init__(self, page: Page, colours: ColourBook) -> None:
        self.page, self.colours = page, colours
        self.slide: Slide = page.placed.slide
        self.layout: Layout = page.placed.layout
        self.ids = Ids()
        self.furniture = ShapeWriter(colours, self.ids)
        self._figure_reaches_words = False

    def xml(self) -> str:
        """The whole part. Reading order is drawing order: words, picture, footer."""
        words, figure, footer = self._words(), self._figure(), self._footer()
        # a picture that reaches under the words has to be drawn, and is read, before them
        body = figure + words if self._figure_reaches_words else words + figure
        return (
            f"{HEADER}<p:sld {NAMESPACES}><p:cSld><p:spTree>{TREE}{body}{footer}</p:spTree><p:custDataLst>"
            f'<p:tags r:id="{self.page.tags}"/></p:custDataLst></p:cSld>'
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        )

    # ---- what each kind of slide says -------------------------------------------------------------------
    def _words(self) -> str:
        slide = self.slide
        title = self._text("title")
        match slide:
            case TitleSlide():
                return title + self._rule() + self._text("subtitle") + self._text("clinic") + self._logo()
            case SectionSlide():
                return title + self._text("number")
            case StatementSlide() | SideSlide() | WideSlide():
                return title + self._text("body")
            case QuestionSlide():
                return title + self._piece(self.page.placed.badge) + self._text("question")
            case ExerciseSlide():
                return title + self._piece(self.page.placed.badge) + self._text("body")
            case ColumnsSlide():
                parts = ("left_heading", "left_body", "right_heading", "right_body")
                return title + "".join(self._text(part) for part in parts)
            case TableSlide():
                return title + self._table(slide)
            case SummarySlide():
                return title + "".join(self._point(number) for number in range(1, len(slide.points) + 1))
            case SafetySlide():
                signs = (self._text(f"sign{number}") for number in range(1, len(slide.signs) + 1))
                return title + "".join(signs) + self._text("call")
            case OwnSlide():
                return title
            case _:
                assert_never(slide)

    def _text(self, name: str) -> str:
        placed = self.page.placed.boxes.get(name)
        if placed is None:
            return ""
        box = self.layout.boxes[name]
        inherited = Style(box.sizes[0], box.colour or self.layout.text)
        words = paragraphs(placed.text, self._own_style(placed, inherited), self.colours, self.page.link)
        return self._placeholder(
            PLACEHOLDERS[name], role_of(name, self.layout.id), _moved(placed, box), words
        )

    def _own_style(self, placed: PlacedBox, inherited: Style) -> Style:
        return Style(
            size=placed.size if placed.size != inherited.size else None,
            colour=placed.colour if placed.colour != inherited.colour else None,
            keep_soft_hyphens=any(line.plain.endswith("-") for line in placed.lines),
        )

    def _placeholder(self, which: Placeholder, role: str, place: str, words: str) -> str:
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self.ids.next()}" name="{which.name}"/><p:cNvSpPr>'
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {role}/></p:nvPr></p:nvSpPr>'
            f"<p:spPr>{place}</p:spPr><p:txBody><a:bodyPr><a:noAutofit/></a:bodyPr><a:lstStyle/>{words}</p:txBody></p:sp>"
        )

    def _table(self, slide: TableSlide) -> str:
        placed = self.page.placed.table
        if placed is None:
            return ""
        font = self.colours.theme.card_font  # a cell inherits no font from the layout
        body = Style(placed.size, placed.colour, leading=placed.leading, font=font)
        # a heading's colour is the table style's
        heading = Style(placed.size, leading=placed.leading, bold=True, font=font)
        return table_xml(
            slide,
            placed,
            self.ids.next(),
            lambda cell, is_heading: paragraphs(
                cell, heading if is_heading else body, self.colours, self.page.link
            ),
        )

    # ---- furniture, figure, footer ------------------------------------------------------------------------
    def _piece(self, piece: Piece | None) -> str:
        return self.furniture.picture(piece.name, piece.shapes, piece.alt) if piece else ""

    def _rule(self) -> str:
        above, below = self.page.placed.boxes.get("title"), self.page.placed.boxes.get("subtitle")
        if above is None or below is None or "picture" not in self.layout.boxes:
            return ""  # without our picture the front is the clinic's own
        middle = (above.text_top + above.text_height + below.text_top) / 2
        return self._piece(title_rule(below.x, middle))

    def _logo(self) -> str:
        box = self.layout.boxes.get("logo")
        if box is None or self.page.logo is None:
            return ""
        logo, relation = self.page.logo
        width = min(box.width, box.height * logo.shape)
        plate = self._piece(logo_plate(box.x, box.y, width, width / logo.shape))
        return plate + logo_xml(logo, relation, box, self.ids.next(), self.colours)

    def _point(self, number: int) -> str:
        discs = self.layout.numbers[number - 1 : number]
        disc = "".join(self._piece(number_disc(disc, number)) for disc in discs)
        return disc + self._text(f"point{number}")

    def _figure(self) -> str:
        picture, box = self.page.picture, self.layout.boxes.get("picture")
        if picture is None or box is None:
            return ""
        writer = ShapeWriter(self.colours, self.ids, box.x, box.y)
        xml = writer.picture(picture.name, picture.drawing.shapes, picture.alt)
        self._figure_reaches_words = any(
            left < words.x + words.width
            and right > words.x
            and top < words.y + words.height
            and bottom > words.y
            for words in self.page.placed.boxes.values()
            for left, top, right, bottom in writer.drawn
        )
        return xml

    def _footer(self) -> str:
        placed = self.page.placed
        xml = ""
        for key, words, box in (
            ("slide_number", placed.footer_number, self.page.number_box),
            ("footer", placed.footer, self.page.footer_box),
        ):
            if words is None:
                continue
            which = PLACEHOLDERS[key]
            style = self._own_style(words, Style(box.sizes[0], self.page.footer_colour))
            if key == "slide_number":
                run = styled("rPr", style, self.colours)
                field = number_field(words.text.plain, run)
                inner = f"<a:p>{field}{styled('endParaRPr', style, self.colours)}</a:p>"
            else:
                inner = paragraphs(words.text, style, self.colours, self.page.link)
            xml += self._placeholder(which, footer_role(which), _moved(words, box), inner)
        return xml


def _moved(placed: PlacedBox, box: Box) -> str:
    """The place of a box, if it is another than the layout's."""
    if (placed.x, placed.y, placed.width, placed.height) == (box.x, box.y, box.width, box.height):
        return ""
    return frame(placed.x, placed.y, placed.width, placed.height)
