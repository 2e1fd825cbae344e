"""A composed deck as the bytes of a .pptx: the same deck gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from holdslides import __version__
from holdslides.deck import Block, Deck
from holdslides.figures import load_figure
from holdslides.folders import Folders
from holdslides.measured import Measured, figure_of
from holdslides.pages import LAYOUT_OF, OwnSlide, Slide
from holdslides.placing import PlacedSlide, footer_colour, footer_words, place
from holdslides.pptx_file.colours import ColourBook
from holdslides.pptx_file.kinds import CT, RT
from holdslides.pptx_file.lists import FIRST_SLIDE_ID, Entry, list_anew, lists_of
from holdslides.pptx_file.logo import Logo, load_logo
from holdslides.pptx_file.markup import HEADER, NAMESPACES, attribute, number_shown, text
from holdslides.pptx_file.names import (
    STATE_NAMESPACE,
    TAG_CONTENT,
    TAG_ID,
    TAG_VERSION,
)
from holdslides.pptx_file.notes import notes_xml
from holdslides.pptx_file.package import Part, first_free, package_entries
from holdslides.pptx_file.record import record, with_things
from holdslides.pptx_file.slides import Page, Picture, slide_xml
from holdslides.pptx_file.state import digest
from holdslides.pptx_file.template import Builder, EmptyDeck
from holdslides.pptx_file.zipped import zip_bytes
from holdslides.problems import ContentError, Problem
from holdslides.records import dataclass, field
from holdslides.texts import FigureUse
from holdslides.theme import Layout, Layouts, Theme
from holdslides.zip_limits import TooLarge, check_size

if TYPE_CHECKING:
    from holdslides.pptx_file.clinic_template import Template
    from holdslides.pptx_file.own_slides import Carrier

Draw = Callable[[FigureUse, Layout], Picture]

_WHEN = "2025-01-01T00:00:00Z"  # fixed, so that the same deck is the same file
_CREATOR = "holdslides"  # when there is no clinic; never a user's name


def figure_drawer(measured: Measured) -> Draw:
    """Draws figures by their id, each once however often it is asked for."""

    def draw(use: FigureUse, layout: Layout) -> Picture:
        drawing = measured.drawing_for(use, layout)
        return Picture(load_figure(use.id).name, drawing, drawing.alt)

    return draw


def write_deck(
    deck: Deck,
    layouts: Layouts,
    theme: Theme,
    *,
    template: Template | Path | None = None,
    measured: Measured | None = None,
    draw: Draw | None = None,
) -> bytes:
    """The deck as a .pptx. The texts must fit (fit.check_deck says whether).

    `template` is a clinic's own, and `layouts` and `theme` those of `template_look` then; `measured` holds
    what is drawn and laid out already; `draw` draws other figures than ours. Raises FileError for an unusable
    template or logo, ContentError for a deck too large to be read again.
    """
    builder = Builder(Folders().layouts / "deck", layouts, theme)
    measured = measured or Measured(layouts, theme)
    placed = {} if draw else {p.slide.id: p for p in measured.place_deck(deck)}
    draw = draw or figure_drawer(measured)
    if template is None:
        base = builder.build()
    else:
        from holdslides.pptx_file.clinic_template import open_template

        base = open_template(template, layouts, builder)
    return _DeckWriter(deck, layouts, theme, base, template is None, draw, builder, placed).write()


@dataclass(slots=True)
class _DeckWriter:
    deck: Deck
    layouts: Layouts
    theme: Theme
    base: EmptyDeck
    is_ours: bool  # and not a clinic's template
    draw: Draw
    builder: Builder
    placed: Mapping[str, PlacedSlide]  # by id, those that are laid out already
    first_tag: int = field(init=False)  # a clinic's template may have tags of its own
    logo: Logo | None = field(init=False)
    slides: dict[str, tuple[Part, str]] = field(default_factory=dict)  # by id, with their fingerprints
    carrier: Carrier | None = None  # takes the clinic's own slides along, if there are any

    def __post_init__(self) -> None:
        self.first_tag = first_free(self.base.package.names(), "/ppt/tags/tag")
        self.logo = load_logo(self.theme.logo, self.deck.clinic)

    def write(self) -> bytes:
        """Adds every slide, then what the presentation says of them, then the state of it all."""
        colours = self.builder.colours
        numbered = enumerate(((block, slide) for block in self.deck.blocks for slide in block.slides), 1)
        entries = {slide.id: self._add(block, slide, number, colours) for number, (block, slide) in numbered}
        lists = lists_of(self.deck, entries)
        if self.is_ours:
            self.base.presentation.blob = self.builder.presentation(lists)
        else:
            list_anew(self.base.presentation, lists)
        if self.carrier is not None:
            self.carrier.finish()
        self._describe(len(entries))
        return self._with_state()

    # ---- slides -------------------------------------------------------------------------------------------
    def _add(self, block: Block, slide: Slide, number: int, colours: ColourBook) -> Entry:
        part = Part(f"/ppt/slides/slide{number}.xml", CT.SLIDE)
        tags = Part(f"/ppt/tags/tag{self.first_tag + number - 1}.xml", CT.TAGS)
        if isinstance(slide, OwnSlide):
            self._carry(slide, part, tags)
        else:
            part.relate_to(self.base.layouts[LAYOUT_OF[type(slide)]], RT.SLIDE_LAYOUT)
        notes = notes_xml(slide, number, self.base.notes_room)
        notes_part = Part(f"/ppt/notesSlides/notesSlide{number}.xml", CT.NOTES_SLIDE, notes)
        notes_part.relate_to(self.base.notes_master, RT.NOTES_MASTER)
        notes_part.relate_to(part, RT.SLIDE)
        part.relate_to(notes_part, RT.NOTES_SLIDE)
        if not isinstance(slide, OwnSlide):
            page = self._page(block, slide, number, part, part.relate_to(tags, RT.TAGS))
            part.blob = slide_xml(page, colours).encode("utf-8")
        content = digest((part.blob + notes.encode()).replace(number_shown(number), b""))
        self.slides[slide.id] = part, content
        tags.blob = _tags(slide.id, content).encode("utf-8")
        return Entry(FIRST_SLIDE_ID + number - 1, self.base.presentation.relate_to(part, RT.SLIDE))

    def _carry(self, slide: OwnSlide, part: Part, tags: Part) -> None:
        from holdslides.pptx_file.own_slides import Carrier

        if self.carrier is None:
            self.carrier = Carrier(self.base)
        self.carrier.carry(slide, part, tags)

    def _page(self, block: Block, slide: Slide, number: int, part: Part, tags: str) -> Page:
        picture = self._picture(slide)
        shows_logo = "logo" in self.layouts.by_id[LAYOUT_OF[type(slide)]].boxes
        placed = self.placed.get(slide.id) or self._place(block, slide, number, picture)
        return Page(
            placed=placed,
            number=number,
            picture=picture,
            footer_box=self.layouts.footer_text,
            number_box=self.layouts.footer_number,
            footer_colour=footer_colour(self.theme, placed.layout.ground),
            link=lambda address: part.relate_to(address, RT.HYPERLINK),
            tags=tags,
            logo=(self.logo, part.relate_to(self.logo.part, RT.IMAGE)) if shows_logo and self.logo else None,
        )

    def _place(self, block: Block, slide: Slide, number: int, picture: Picture | None) -> PlacedSlide:
        return place(
            slide,
            self.layouts,
            self.theme,
            footer=footer_words(self.deck, block),
            clinic=self.deck.clinic,
            number=number,
            under_footer=self._under_footer(slide, picture),
        )

    def _under_footer(self, slide: Slide, picture: Picture | None) -> str | None:
        box = self.layouts.by_id[LAYOUT_OF[type(slide)]].boxes.get("picture")
        reaches = (
            box is not None and box.x <= self.layouts.footer_number.x
        )  # else it stands beside the footer
        return picture.drawing.under_footer if picture and reaches else None

    def _picture(self, slide: Slide) -> Picture | None:
        use, layout = figure_of(slide), self.layouts.by_id[LAYOUT_OF[type(slide)]]
        return self.draw(use, layout) if use and "picture" in layout.boxes else None

    # ---- the package -------------------------------------------------------------------------------------
    def _describe(self, slides: int) -> None:
        creator = self.deck.clinic or _CREATOR
        core = self.builder.fill("core", title=text(self.deck.title), creator=text(creator), when=_WHEN)
        app = self.builder.fill("app", application=_CREATOR, slides=slides, company=text(self.deck.clinic))
        package = self.base.package
        package.relate_to(Part("/docProps/core.xml", CT.CORE_PROPERTIES, core), RT.CORE_PROPERTIES)
        package.relate_to(Part("/docProps/app.xml", CT.EXTENDED_PROPERTIES, app), RT.EXTENDED_PROPERTIES)

    def _with_state(self) -> bytes:
        package = self.base.package
        number = first_free(package.names(), "/customXml/item")
        name = f"customXml/item{number}.xml"
        state = Part(f"/{name}", CT.XML)
        properties = f"/customXml/itemProps{number}.xml"
        about = Part(properties, CT.CUSTOM_XML_PROPERTIES, _state_properties())
        state.relate_to(about, RT.CUSTOM_XML_PROPERTIES)
        self.base.presentation.relate_to(state, RT.CUSTOM_XML)
        entries = dict(package_entries(package))
        contents = {id_: with_things(content, part) for id_, (part, content) in self.slides.items()}
        try:
            entries[name] = record(self.deck, entries, name, contents).xml()
            data = zip_bytes(entries)
            check_size(entries, len(data))
        except (TooLarge, ValueError) as error:
            said = f"{self.deck.name}: præsentationen bliver for stor: {len(self.slides)} slides"
            raise ContentError(
                Problem(said, hint="fordel jeres egne slides på flere præsentationer")
            ) from error
        return data


def _tags(slide_id: str, content: str) -> str:
    values = ((TAG_ID, slide_id), (TAG_CONTENT, content), (TAG_VERSION, __version__))
    inner = "".join(f'<p:tag name="{name}" val="{attribute(value)}"/>' for name, value in values)
    return f"{HEADER}<p:tagLst {NAMESPACES}>{inner}</p:tagLst>"


def _state_properties() -> str:
    id_ = str(uuid5(NAMESPACE_URL, STATE_NAMESPACE)).upper()
    return (
        f'{HEADER}<ds:datastoreItem ds:itemID="{{{id_}}}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{STATE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
