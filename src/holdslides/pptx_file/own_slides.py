"""A clinic's own slides carried into a deck: with layout, master and theme, pictures, tables and charts.

What cannot be carried (own_deck.OwnPage.left_behind names it) is taken off the slide, so that nothing points
at a part that is not there. Relationship ids stay as they are: the XML is changed as little as possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from holdslides.own_deck import OwnDeck, Relation, broken, read_own_deck
from holdslides.pages import OwnSlide
from holdslides.pptx_file.kinds import CT, RT
from holdslides.pptx_file.lists import last_look_id
from holdslides.pptx_file.markup import LANGUAGE
from holdslides.pptx_file.namespaces import CHART, COMPATIBILITY, A, P, R
from holdslides.pptx_file.opened import serialised
from holdslides.pptx_file.own_tables import bring_styles
from holdslides.pptx_file.package import Part, Tie, first_free
from holdslides.pptx_file.soundness import ABOVE, fits, is_office_xml, nodes_that_name
from holdslides.pptx_file.template import EmptyDeck
from holdslides.zip_limits import damaged_zip_errors

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_SHAPES = frozenset(P + name for name in ("sp", "pic", "graphicFrame", "cxnSp", "grpSp", "contentPart"))
_LINKS = frozenset(A + name for name in ("hlinkClick", "hlinkHover", "hlinkMouseOver"))
_MEDIA = frozenset(
    A + name for name in ("videoFile", "audioFile", "wavAudioFile", "audioCd", "quickTimeFile")
)
_EXTENSIONS = frozenset((A + "ext", P + "ext"))  # a:ext is also a size, but a size names nothing
_MACRO = "macroEnabled"
_PLAY = "ppaction://media"

Key = tuple[str, str]  # a presentation and the name of a part in it


class Carrier:
    """Carries slides of any number of presentations into one deck; what they share is carried once."""

    def __init__(self, base: EmptyDeck) -> None:
        self._base = base
        self._opened: dict[Path, OwnDeck] = {}
        self._made: dict[Key, Part] = {}
        self._masters: dict[Key, tuple[OwnDeck, Part]] = {}
        self._layouts: dict[Key, list[Part]] = {}  # by master: those of its layouts that are used
        self._numbers: dict[str, int] = {}
        self._styles: dict[str, OwnDeck] = {}  # ids of table styles that are used, and where they are from

    def carry(self, slide: OwnSlide, part: Part, tags: Part) -> None:
        """Fills `part`, a new slide without relationships, with one of the clinic's, and ties on its tags.

        Raises ContentError when the presentation cannot be used any more.
        """
        if slide.file not in self._opened:
            self._opened[slide.file] = read_own_deck(slide.file, slide.place)
        deck = self._opened[slide.file]
        name = deck.pages[slide.number - 1].part
        try:
            if not fits("slide", deck.content_type(name)):
                raise KeyError(name)
            self._fill(part, deck, name, tags)
        except damaged_zip_errors(
            SyntaxError, StopIteration, IndexError, AttributeError
        ):  # XML that is none is one
            raise broken(slide.file, slide.place) from None

    def _fill(self, part: Part, deck: OwnDeck, name: str, tags: Part) -> None:
        tree = self._cleaned(deck, name)
        self._tie(part, deck, name, self._kept(deck, name))
        for style in tree.iter(f"{A}tableStyleId"):
            self._styles.setdefault(style.text or "", deck)
        shapes = tree.find(f"{P}cSld/{P}spTree")
        data = tree.makeelement(f"{P}custDataLst")
        etree.SubElement(data, f"{P}tags").set(f"{R}id", part.relate_to(tags, RT.TAGS))
        shapes.addnext(data)
        _say_danish(shapes)
        part.blob = serialised(tree)

    def finish(self) -> None:
        """Lists the masters that came along, each with those of its layouts that are used, and table styles."""
        tree = self._base.presentation.tree
        listed = tree.find(f"{P}sldMasterIdLst")
        id_ = self._last_id() + 1
        for key, (deck, master) in self._masters.items():
            entry = etree.SubElement(listed, f"{P}sldMasterId")
            entry.set("id", str(id_))
            entry.set(f"{R}id", self._base.presentation.relate_to(master, RT.SLIDE_MASTER))
            master.blob = self._master(deck, key[1], master, self._layouts[key], id_ + 1)
            id_ += 1 + len(self._layouts[key])
        bring_styles(self._base.presentation, self._styles)

    # ---- parts --------------------------------------------------------------------------------------------
    def _carried(self, deck: OwnDeck, name: str) -> Part:
        """The part of that name, made once, with all it needs."""
        key = (str(deck.path), name)
        if key in self._made:
            return self._made[key]
        content_type = deck.content_type(name)
        part = self._made[key] = Part(self._new_name(name), content_type)
        tree = self._cleaned(deck, name) if is_office_xml(content_type) else None
        part.blob = deck.part(name) if tree is None else serialised(tree)
        kept = self._kept(deck, name)
        if content_type == CT.SLIDE_MASTER:
            if tree is None or tree.find(f"{P}clrMap") is None:  # behind which `finish` puts its layouts
                raise KeyError(name)
            self._masters[key] = (deck, part)
            self._layouts[key] = []
            kept = [relation for relation in kept if relation.type != "slideLayout"]
        self._tie(part, deck, name, kept)
        if content_type == CT.SLIDE_LAYOUT:
            master = next(relation.target for relation in kept if relation.type == "slideMaster")
            self._layouts[key[0], master].append(part)
        return part

    def _tie(self, part: Part, deck: OwnDeck, name: str, relations: Iterable[Relation]) -> None:
        for relation in relations:
            target = relation.target if relation.is_external else self._carried(deck, relation.target)
            part.tie(relation.id, Tie(relation.uri, target))

    def _kept(self, deck: OwnDeck, name: str) -> list[Relation]:
        """The relations that are carried.

        Raises KeyError when two have one id, one leads to a part of another kind, or a slide has no layout.
        """
        relations = deck.relations(name)
        above = ABOVE.get(deck.content_type(name).rpartition(".")[2])
        if len({r.id for r in relations}) != len(relations) or (
            above and sum(r.type == above and not r.is_external for r in relations) != 1
        ):
            raise KeyError(name)
        kept = [r for r in relations if _is_kept(deck, name, r)]
        if not all(r.is_external or fits(r.type, deck.content_type(r.target)) for r in kept):
            raise KeyError(name)
        return kept

    def _new_name(self, name: str) -> str:
        """A name of the same sort that no part has: "/ppt/media/image7.png"."""
        stem, dot, ending = name.rpartition(".")
        prefix = "/" + re.sub(r"[^A-Za-z0-9_/]", "", (stem if dot else name).rstrip("0123456789"))
        ending = f".{ending}" if dot and ending.isalnum() else ".bin"
        if prefix not in self._numbers:
            self._numbers[prefix] = first_free(self._base.package.names(), prefix)
        number = self._numbers[prefix]
        self._numbers[prefix] += 1
        return f"{prefix}{number}{ending}"

    # ---- masters ------------------------------------------------------------------------------------------
    def _master(
        self, deck: OwnDeck, name: str, master: Part, layouts: Iterable[Part], first_id: int
    ) -> bytes:
        tree = self._cleaned(deck, name)
        listed = tree.find(f"{P}sldLayoutIdLst")
        if listed is None:
            listed = etree.Element(f"{P}sldLayoutIdLst")
            tree.find(f"{P}clrMap").addnext(listed)
        for entry in list(listed):
            listed.remove(entry)
        to_layouts = {r.id for r in deck.relations(name) if r.type == "slideLayout"}
        for node in nodes_that_name(tree):  # a layout can only be named in the list
            if to_layouts.intersection(_named_by(node)):
                _remove(node)
        for id_, layout in enumerate(layouts, first_id):
            entry = etree.SubElement(listed, f"{P}sldLayoutId")
            entry.set("id", str(id_))
            entry.set(f"{R}id", master.relate_to(layout, RT.SLIDE_LAYOUT))
        return serialised(tree)

    def _last_id(self) -> int:
        """The highest id of a master or layout there is."""
        presentation = self._base.presentation
        masters = presentation.related(RT.SLIDE_MASTER)
        trees = [presentation.tree, *(etree.fromstring(master.blob, _PARSER) for master in masters)]
        return last_look_id(trees)

    # ---- what stays behind --------------------------------------------------------------------------------
    def _cleaned(self, deck: OwnDeck, name: str) -> etree._Element:
        """A part's XML without what cannot be carried."""
        tree = etree.fromstring(deck.part(name), _PARSER)
        kept = {r.id for r in deck.relations(name) if _is_kept(deck, name, r)}
        naming = nodes_that_name(tree)
        gone = (
            {value for node in naming for value in _named_by(node)} - kept - {""}
        )  # also what is not there at all
        lost_a_shape = False
        for node in naming:
            if gone.intersection(_named_by(node)) and _is_below(node, tree):
                lost_a_shape |= _take_off(node, gone)
        for data in list(tree.iter(f"{P}custDataLst")):
            data.getparent().remove(data)
        timing = tree.find(f"{P}timing")
        if lost_a_shape and timing is not None:  # animations would point at shapes that are gone
            tree.remove(timing)
        return tree


def _is_kept(deck: OwnDeck, owner: str, relation: Relation) -> bool:
    if not relation.is_carried or (relation.type == "package" and "chart" not in deck.content_type(owner)):
        return False  # a workbook belongs to a chart; anywhere else it is a document somebody put in
    return relation.is_external or _MACRO not in deck.content_type(relation.target)


def _named_by(node: etree._Element) -> list[str]:
    """The relationships that a node names."""
    return [value for key, value in node.attrib.items() if key.startswith(R)]


def _is_below(node: etree._Element, tree: etree._Element) -> bool:
    return node is tree or any(above is tree for above in node.iterancestors())


def _take_off(node: etree._Element, gone: set[str]) -> bool:
    """Takes away what needs a relation that is gone; whether a whole shape went."""
    if node.tag in _MEDIA:
        for link in [n for n in node.getparent().getparent().iter(*_LINKS) if _PLAY in n.get("action", "")]:
            _remove(link)
    if node.tag in (*_LINKS, *_MEDIA, f"{CHART}externalData", f"{P}tags"):
        _remove(node)
        return node.tag in _MEDIA
    if node.tag == f"{A}blip" and node.get(f"{R}embed") not in (None, *gone):
        del node.attrib[f"{R}link"]
        return False
    shape = next((a for a in (node, *node.iterancestors()) if a.tag in _SHAPES or a.tag in _EXTENSIONS), None)
    if shape is None or shape.tag in _EXTENSIONS:
        _remove(node if shape is None else shape)
        return False
    around = shape.getparent()
    is_choice = around is not None and around.tag in (f"{COMPATIBILITY}Choice", f"{COMPATIBILITY}Fallback")
    whole = around.getparent() if is_choice else shape
    instead = _standing_in(whole, shape, gone)
    if instead is not None:
        _name_as(instead, whole)
        whole.addnext(instead)
    _remove(whole)
    return True


def _standing_in(whole: etree._Element, shape: etree._Element, gone: set[str]) -> etree._Element | None:
    """The picture that stands for something in programs that do not know it, if there is one."""
    for picture in whole.iter(f"{P}pic"):
        needs = [value for node in picture.iter() for key, value in node.attrib.items() if key.startswith(R)]
        if picture is not shape and not gone & set(needs):
            return picture
    return None


def _name_as(picture: etree._Element, whole: etree._Element) -> None:
    """Gives the picture the id and name of what it stands for; alone it often has none."""
    about, of = (next(tree.iter(f"{P}cNvPr"), None) for tree in (picture, whole))
    if about is not None and of is not None:
        for name in ("id", "name", "descr"):
            if of.get(name):
                about.set(name, of.get(name, ""))


def _say_danish(shapes: etree._Element) -> None:
    """Text that says no language is taken to be Danish, as it is where the slide came from."""
    for run in shapes.iter(f"{A}r", f"{A}br", f"{A}fld"):
        about = run.find(f"{A}rPr")
        if about is None:
            about = run.makeelement(f"{A}rPr")
            run.insert(0, about)
        if about.get("lang") is None:
            about.set("lang", LANGUAGE)


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
        if not len(parent) and parent.tag in (f"{A}extLst", f"{P}extLst"):
            _remove(parent)
