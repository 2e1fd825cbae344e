"""An empty deck: theme, master, layouts and notes master, filled from theme.yaml and slides.yaml.

The XML lies in layouts/deck/; every box and every size comes from slides.yaml. Lengths in pt.
"""

from __future__ import annotations

from pathlib import Path
from string import Template

from holdslides.furniture import Piece, bubble, call_bar, plain_panel
from holdslides.placing import footer_colour
from holdslides.pptx_file.colours import ColourBook
from holdslides.pptx_file.kinds import CT, RT
from holdslides.pptx_file.lists import FIRST_LOOK_ID, Lists
from holdslides.pptx_file.markup import (
    NAMESPACES,
    Ids,
    attribute,
    emu,
    frame,
    number_field,
    run,
    run_properties,
)
from holdslides.pptx_file.names import (
    PLACEHOLDERS,
    TABLE_STYLE_ID,
    THEME_NAME,
    Placeholder,
    footer_role,
    role_of,
)
from holdslides.pptx_file.notes_page import A4, NotesRoom, notes_page
from holdslides.pptx_file.package import Package, Part, XmlPart
from holdslides.pptx_file.shapes import ShapeWriter
from holdslides.records import dataclass
from holdslides.theme import Box, Layout, Layouts, Theme
from holdslides.widths import width_factor

_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_LAYOUT_TYPES = {"title": "title", "section": "secHead", "table": "tbl"}
_SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")


@dataclass(frozen=True, slots=True)
class EmptyDeck:
    """A package without slides, and the parts slides are tied to."""

    package: Package
    presentation: XmlPart
    layouts: dict[str, Part]
    notes_master: Part
    notes_room: NotesRoom  # what the master leaves for words


class Builder:
    """Makes the parts of an empty deck from the templates in `folder`."""

    def __init__(self, folder: Path, layouts: Layouts, theme: Theme) -> None:
        self.folder, self.layouts, self.theme = folder, layouts, theme
        self.colours = ColourBook(theme)
        self._templates: dict[str, Template] = {}

    def fill(self, template: str, **values: object) -> str:
        """A template of layouts/deck/ with its $places filled."""
        if template not in self._templates:
            source = (self.folder / f"{template}.xml").read_text(encoding="utf-8")
            self._templates[template] = Template(source)
        return self._templates[template].substitute(namespaces=NAMESPACES, **values)

    def build(self) -> EmptyDeck:
        """Makes the parts and ties them together."""
        master, layout_parts = self._master_and_layouts()
        notes_master, notes_room = self.notes_master(2)
        presentation = XmlPart("/ppt/presentation.xml", CT.PRESENTATION)
        # in the order the template counts on: rId1, rId2
        presentation.relate_to(master, RT.SLIDE_MASTER)
        presentation.relate_to(notes_master, RT.NOTES_MASTER)
        self._properties(presentation, master)
        package = Package()
        package.relate_to(presentation, RT.OFFICE_DOCUMENT)
        return EmptyDeck(package, presentation, layout_parts, notes_master, notes_room)

    def presentation(self, lists: Lists) -> bytes:
        """The main part, which `build` has left empty, with its lists of slides."""
        xml = self.fill(
            "presentation",
            master_id=FIRST_LOOK_ID,
            master="rId1",
            notes_master="rId2",
            width=emu(self.layouts.width),
            height=emu(self.layouts.height),
            paper_width=emu(A4[0]),
            paper_height=emu(A4[1]),
            levels=self._levels([(18.0, False)] * 9),
            slides=lists.slides,
            shows=lists.shows,
            extensions=f"<p:extLst>{lists.sections}</p:extLst>",
        )
        return xml.encode()

    def _properties(self, presentation: XmlPart, master: Part) -> None:
        about = self.fill("presentation_properties")
        presentation.relate_to(
            self._part("presProps", CT.PRESENTATION_PROPERTIES, about), RT.PRESENTATION_PROPERTIES
        )
        view = self.fill("view_properties")
        presentation.relate_to(self._part("viewProps", CT.VIEW_PROPERTIES, view), RT.VIEW_PROPERTIES)
        presentation.relate_to(master.related(RT.THEME)[0], RT.THEME)
        styles = self.fill("table_styles", style_id=TABLE_STYLE_ID, name=THEME_NAME)
        presentation.relate_to(self._part("tableStyles", CT.TABLE_STYLES, styles), RT.TABLE_STYLES)

    def _part(self, name: str, content_type: str, xml: str) -> Part:
        return Part(f"/ppt/{name}.xml", content_type, xml)

    def _theme(self, number: int) -> Part:
        colours = "".join(
            f'<a:{slot}><a:srgbClr val="{self.theme.hex(self.theme.slots[slot])[1:]}"/></a:{slot}>'
            for slot in _SLOTS
        )
        xml = self.fill("theme", name=THEME_NAME, colours=colours, font=attribute(self.theme.deck_font))
        return self._part(f"theme/theme{number}", CT.THEME, xml)

    # ---- master and layouts -------------------------------------------------------------------------------
    def _master_and_layouts(self) -> tuple[Part, dict[str, Part]]:
        master = self._part("slideMasters/slideMaster1", CT.SLIDE_MASTER, "")
        layout_parts: dict[str, Part] = {}
        ids: list[str] = []
        for number, layout in enumerate(self.layouts.by_id.values(), 1):
            part = self._part(f"slideLayouts/slideLayout{number}", CT.SLIDE_LAYOUT, self._layout(layout))
            part.relate_to(master, RT.SLIDE_MASTER)
            relation = master.relate_to(part, RT.SLIDE_LAYOUT)
            ids.append(f'<p:sldLayoutId id="{FIRST_LOOK_ID + number}" r:id="{relation}"/>')
            layout_parts[layout.id] = part
        master.relate_to(self._theme(1), RT.THEME)
        master.blob = self._master("".join(ids)).encode("utf-8")
        return master, layout_parts

    def _master(self, layout_ids: str) -> str:
        model = self.layouts.by_id["table"]  # the plainest layout: a headline and one area under it
        title, area = model.boxes["title"], model.boxes["table"]
        ids = Ids()
        boxes = [(title, PLACEHOLDERS["title"]), (area, PLACEHOLDERS["body"])]
        placeholders = "".join(self._on_master(ids, box, which, model) for box, which in boxes)
        size = area.sizes[0]
        return self.fill(
            "master",
            background=self.colours.fill(model.ground),
            placeholders=placeholders + self._our_footers(ids, model),
            layout_ids=layout_ids,
            title_size=round(title.sizes[0] * 100),
            body_levels=self._levels([(size, False), *[(max(24.0, size - 2), True)] * 8]),
            other_levels=self._levels([(18.0, False)] * 9),
        )

    def _layout(self, layout: Layout) -> str:
        ids = Ids()
        furniture = self.furniture(layout, ids)
        placeholders = "".join(
            self.placeholder(ids, box, layout.id, self._style(box, box.colour or layout.text))
            for box in layout.boxes.values()
            if box.name in PLACEHOLDERS and not _fills_slide(box, self.layouts)
        )
        type_ = _LAYOUT_TYPES.get(layout.id)
        return self.fill(
            "layout",
            name=attribute(layout.name),
            type=f' type="{type_}"' if type_ else "",
            background=self.colours.fill(layout.ground),
            furniture=furniture,
            placeholders=placeholders + (self._our_footers(ids, layout) if layout.has_footer else ""),
        )

    def furniture(self, layout: Layout, ids: Ids) -> str:
        """The panels, bubble and bar that a layout draws under its words."""
        pieces: list[Piece] = [plain_panel(panel) for panel in layout.panels]
        pieces += [bubble(layout.bubble)] if layout.bubble else []
        pieces += [call_bar(layout.bar)] if layout.bar else []
        writer = ShapeWriter(self.colours, ids)
        return "".join(writer.picture(piece.name, piece.shapes, piece.alt) for piece in pieces)

    def placeholder(self, ids: Ids, box: Box, layout_id: str, style: str) -> str:
        """The placeholder of a box on a layout; `style` is how its levels of text are set (XML)."""
        which = PLACEHOLDERS[box.name]
        role = f'{role_of(box.name, layout_id)} hasCustomPrompt="1"'
        return self._holder(ids, box, which, role, style, run(which.prompt, run_properties("rPr")))

    def footers(self, ids: Ids, number_style: str, words_style: str) -> str:
        """The placeholders of the slide number and of the footer, each with how its text is set (XML)."""
        number, words = PLACEHOLDERS["slide_number"], PLACEHOLDERS["footer"]
        field = number_field("‹nr.›", run_properties("rPr"))
        prompt = run("Klinik", run_properties("rPr"))
        return self._holder(
            ids, self.layouts.footer_number, number, footer_role(number), number_style, field
        ) + self._holder(ids, self.layouts.footer_text, words, footer_role(words), words_style, prompt)

    def _holder(self, ids: Ids, box: Box, which: Placeholder, role: str, style: str, prompt: str) -> str:
        return self.fill(
            "placeholder",
            id=ids.next(),
            name=which.name,
            role=role,
            frame=frame(box.x, box.y, box.width, box.height),
            anchor=_ANCHORS[box.anchor],
            style=style,
            prompt=prompt,
        )

    def _on_master(self, ids: Ids, box: Box, which: Placeholder, layout: Layout) -> str:
        prompt = run(which.prompt, run_properties("rPr"))
        style = self._style(box, box.colour or layout.text)
        return self._holder(ids, box, which, f'type="{which.type}"', style, prompt)

    def _our_footers(self, ids: Ids, layout: Layout) -> str:
        colour = footer_colour(self.theme, layout.ground)
        boxes = (self.layouts.footer_number, self.layouts.footer_text)
        return self.footers(ids, *(self._style(box, colour, levels=1) for box in boxes))

    def _style(self, box: Box, colour: str, levels: int = 5) -> str:
        if not box.sizes:
            return ""
        fill = self.colours.fill(colour)
        spacing = round(box.leading * 100_000)
        first = (
            f'<a:lvl1pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPct val="{spacing}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
            f"{run_properties('defRPr', fill, size=box.sizes[0], bold=box.bold)}</a:lvl1pPr>"
        )
        rest = (
            f"<a:lvl{level}pPr>{run_properties('defRPr', fill, size=box.sizes[-1])}</a:lvl{level}pPr>"
            for level in range(2, levels + 1)
        )
        return first + "".join(rest)

    def _levels(self, levels: list[tuple[float, bool]]) -> str:
        return "".join(
            self.fill(
                "level",
                level=level,
                margin=emu(18 * max(0, level - 1)),
                indent=emu(-18) if bulleted else 0,
                bullet='<a:buFont typeface="Arial"/><a:buChar char="•"/>' if bulleted else "<a:buNone/>",
                size=round(size * 100),
            ).strip()
            for level, (size, bulleted) in enumerate(levels, 1)
        )

    def notes_master(self, theme_number: int, paper: tuple[float, float] = A4) -> tuple[Part, NotesRoom]:
        """The notes master with a theme of its own, on paper of this width and height, and the room on it."""
        page = notes_page(*paper)
        xml = self.fill(
            "notes_master",
            picture=frame(*page.picture),
            words=frame(*page.words),
            number=frame(*page.number),
            levels=self._levels([(12.0, False)] * 9),
        )
        part = self._part("notesMasters/notesMaster1", CT.NOTES_MASTER, xml)
        part.relate_to(self._theme(theme_number), RT.THEME)
        return part, NotesRoom(*page.words[2:], width_factor(self.theme.deck_font))


def _fills_slide(box: Box, layouts: Layouts) -> bool:
    return box.width >= layouts.width and box.height >= layouts.height
