"""A clinic's own PowerPoint template in place of ours.

It is either one of our decks with its layouts or colours changed, whose layouts are used as they are; or any
other, on whose layouts ours are built (template_deck.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pptx.package import Package as TheirPackage
from pptx.parts.presentation import PresentationPart

from holdslides.brand import TEXT_LEAST, ramp, readable_on
from holdslides.own_deck import read_own_deck
from holdslides.pptx_file.kinds import RT
from holdslides.pptx_file.lists import list_notes_master, slide_list
from holdslides.pptx_file.names import STATE_NAMESPACE
from holdslides.pptx_file.namespaces import P
from holdslides.pptx_file.notes_page import NotesRoom
from holdslides.pptx_file.notes_room import paper_for_notes, room_on
from holdslides.pptx_file.opened import parse
from holdslides.pptx_file.package import Package, Part, XmlPart
from holdslides.pptx_file.template import Builder, EmptyDeck
from holdslides.pptx_file.template_boxes import fitted
from holdslides.pptx_file.template_deck import Dresser
from holdslides.pptx_file.template_layouts import Offered, match_layouts, offered_layouts
from holdslides.pptx_file.template_ours import (
    is_ours,
    layouts_by_name,
    why_unusable,
    with_its_places,
    wrong_size,
)
from holdslides.pptx_file.template_package import readable, taken_over
from holdslides.pptx_file.template_room import NoRoom
from holdslides.pptx_file.template_theme import AboutTheme, about_theme
from holdslides.problems import ContentError, FileError, Place, Problem
from holdslides.records import dataclass, field, replace
from holdslides.theme import Layouts, Theme, contrast
from holdslides.widths import width_factor

_WIDE = 1.05  # a font so much wider than ours is left to titles and running text
_REWRITTEN = (RT.CORE_PROPERTIES, RT.EXTENDED_PROPERTIES, RT.THUMBNAIL)


@dataclass(frozen=True, slots=True)
class Template:
    """A template file, which of its layouts stand for ours (by our Danish names), and where that is said."""

    path: Path
    layouts: Mapping[str, str] = field(default_factory=dict)
    place: Place | None = None

    @property
    def said(self) -> Place:
        """Where what is wrong with it is to be mended."""
        return self.place or Place(str(self.path))


def template_look(
    template: Template, layouts: Layouts, theme: Theme, *, own_colour: bool
) -> tuple[Layouts, Theme]:
    """The boxes and fonts that texts get on the template; its accent colour, unless there is an `own_colour`.

    Raises FileError with all that makes the template unusable.
    """
    with readable(template.said):
        return _look(template, layouts, theme, own_colour)


def _look(template: Template, layouts: Layouts, theme: Theme, own_colour: bool) -> tuple[Layouts, Theme]:
    presentation = _opened(template).presentation_part
    by_name = layouts_by_name(presentation)
    if is_ours(by_name, layouts):
        return with_its_places(layouts, by_name), theme
    about = about_theme(presentation)
    if problem := _unreadable(about, template.said):
        raise FileError(problem)
    changes: dict[str, Any] = {
        "deck_font": about.font or theme.deck_font,
        "label_font": theme.deck_font,  # what our pictures are drawn for
        "card_font": theme.deck_font if width_factor(about.font) > _WIDE else "",
    }
    if not own_colour and about.accent:
        changes["palette"] = ramp(theme, about.accent)
    return _fitted(template, presentation, layouts)[0], replace(theme, **changes, _mixed={})


def open_template(template: Template | Path, layouts: Layouts, builder: Builder) -> EmptyDeck:
    """The template without its slides. `layouts` are those of `template_look`.

    Raises FileError with all that makes it unusable.
    """
    template = template if isinstance(template, Template) else Template(template)
    with readable(template.said):
        return _without_slides(template, layouts, builder)


def _without_slides(template: Template, layouts: Layouts, builder: Builder) -> EmptyDeck:
    package = _opened(template)
    presentation = package.presentation_part
    by_name = layouts_by_name(presentation)
    if is_ours(by_name, layouts):
        if problems := list(why_unusable(template.path, presentation, by_name, layouts)):
            raise FileError(problems)
        parts = {layout.id: by_name[layout.name] for layout in layouts.by_id.values()}
    else:
        _, chosen = _fitted(template, presentation, layouts)
        dresser = Dresser(presentation, builder)
        parts = {layout.id: dresser.layout(layout, chosen[layout.id]) for layout in layouts.by_id.values()}
        dresser.add_table_style()
    own, ours = taken_over(package)
    main = ours[presentation]
    assert isinstance(main, XmlPart)
    _empty(own, main)
    layout_parts = {id_: ours[part] for id_, part in parts.items()}
    return EmptyDeck(own, main, layout_parts, *_notes_master(own, main, builder))


def _opened(template: Template) -> TheirPackage:
    """The package, if there is nothing harmful in it."""
    try:
        read_own_deck(template.path, template.said, needs_slides=False)
    except ContentError as error:
        raise FileError(error.problems) from None
    package = TheirPackage.open(str(template.path))
    _ = package.presentation_part.presentation.slide_masters[0]
    return package


def _fitted(
    template: Template, presentation: PresentationPart, layouts: Layouts
) -> tuple[Layouts, dict[str, Offered]]:
    """Our layouts with the boxes they get on hers, and hers for each."""
    problems = list(wrong_size(template.said, presentation, layouts))
    chosen = match_layouts(offered_layouts(presentation), template.layouts, template.said, problems)
    if problems:
        raise FileError(problems)
    try:
        wide = width_factor(about_theme(presentation).font) > _WIDE
        return fitted(layouts, chosen, wide=wide), chosen
    except NoRoom as error:
        message = f'skabelonens layout "{error.args[0]}" har for lidt plads under titlen'
        raise FileError(
            Problem(message, template.said, "vælg et andet under skabelon i klinik.yaml")
        ) from None


def _unreadable(about: AboutTheme, place: Place) -> Problem | None:
    """What is said of a template whose text is too like its ground."""
    if not about.text or not about.ground or (ratio := contrast(about.text, about.ground)) >= TEXT_LEAST:
        return None
    said = f"{ratio:.1f}".replace(".", ",")
    message = f"skabelonens tekst {about.text} på {about.ground} har kontrasten {said}, og der skal 4,5 til"
    better = readable_on(about.text, about.ground)
    return Problem(message, place, f"den nærmeste, der kan læses, er {better}: ret temaets farver")


def _empty(package: Package, presentation: XmlPart) -> None:
    tree = presentation.tree
    if tree.find(f"{P}notesSz") is None:  # which the standard demands of every presentation
        raise KeyError("notesSz")
    for shows in tree.findall(f"{P}custShowLst"):
        tree.remove(shows)
    for slide in list(slide_list(tree)):
        slide.getparent().remove(slide)
    for id_, tie in list(presentation.ties.items()):
        if tie.type == RT.SLIDE:
            presentation.untie(id_)
    for state in presentation.related(RT.CUSTOM_XML):
        if STATE_NAMESPACE.encode() in state.blob:
            presentation.untie(presentation.relate_to(state, RT.CUSTOM_XML))
    for id_, tie in list(package.ties.items()):
        if tie.type in _REWRITTEN:
            package.untie(id_)


def _notes_master(package: Package, presentation: XmlPart, builder: Builder) -> tuple[Part, NotesRoom]:
    """The template's notes master, or ours where it has none, and the room on it."""
    tree = presentation.tree
    there = presentation.related(RT.NOTES_MASTER)
    if there:
        part = there[0]
        room = room_on(parse(part.blob), width_factor(builder.theme.deck_font))
    else:
        numbers = [int(n) for name in package.names() if (n := _theme_number(name))]
        part, room = builder.notes_master(max(numbers, default=0) + 1, paper_for_notes(tree))
        presentation.relate_to(part, RT.NOTES_MASTER)
    if tree.find(f"{P}notesMasterIdLst") is None:
        list_notes_master(tree, presentation.relate_to(part, RT.NOTES_MASTER))
    return part, room


def _theme_number(name: str) -> str:
    found = re.search(r"/theme/theme(\d+)\.xml$", name)
    return found[1] if found else ""
