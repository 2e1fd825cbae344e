"""What the presentation part says about its slides: their order, sections, and the short show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from holdslides.deck import Deck
from holdslides.pptx_file.markup import attribute
from holdslides.pptx_file.names import SHORT_SHOW
from holdslides.pptx_file.namespaces import P14, P, R, address
from holdslides.pptx_file.package import XmlPart
from holdslides.records import dataclass

FIRST_SLIDE_ID = 256
FIRST_LOOK_ID = 2**31  # of masters and layouts
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
# What stands before a list in the presentation part, the nearest first.
_BEFORE_NOTES_MASTER = ("sldMasterIdLst",)
_BEFORE_SLIDES = ("handoutMasterIdLst", "notesMasterIdLst", *_BEFORE_NOTES_MASTER)
_BEFORE_SHOWS = ("embeddedFontLst", "smartTags", "notesSz", "sldSz", "sldIdLst")


@dataclass(frozen=True, slots=True)
class Entry:
    """A slide in the presentation: its number there and the relationship that leads to it."""

    id: int
    relation: str


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists as XML: the slides, the short show ("" when it has no slides), and the sections."""

    slides: str
    shows: str
    sections: str


def lists_of(deck: Deck, entries: Mapping[str, Entry]) -> Lists:
    """The lists of a deck; `entries` are its slides in order, by id."""
    sections = [(block.title, [entries[slide.id] for slide in block.slides]) for block in deck.blocks]
    return Lists(
        _slides(entries.values()),
        _shows(SHORT_SHOW, [entries[id_] for id_ in deck.short_show]),
        _sections(deck.name, sections),
    )


def _slides(entries: Iterable[Entry]) -> str:
    inner = "".join(f'<p:sldId id="{entry.id}" r:id="{entry.relation}"/>' for entry in entries)
    return f"<p:sldIdLst>{inner}</p:sldIdLst>"


def _shows(title: str, entries: Sequence[Entry]) -> str:
    inner = "".join(f'<p:sld r:id="{entry.relation}"/>' for entry in entries)
    show = f'<p:custShow name="{attribute(title)}" id="0"><p:sldLst>{inner}</p:sldLst></p:custShow>'
    return f"<p:custShowLst>{show}</p:custShowLst>" if entries else ""


def _sections(name: str, sections: Iterable[tuple[str, Iterable[Entry]]]) -> str:
    """One section per block. `name` is the deck's: a section keeps its identity when written again."""
    inner = ""
    for number, (title, entries) in enumerate(sections, 1):
        id_ = str(uuid5(NAMESPACE_URL, f"urn:holdslides:{name}:{number}:{title}")).upper()
        slides = "".join(f'<p14:sldId id="{entry.id}"/>' for entry in entries)
        inner += (
            f'<p14:section name="{attribute(title)}" id="{{{id_}}}"><p14:sldIdLst>{slides}</p14:sldIdLst>'
            "</p14:section>"
        )
    listed = f'<p14:sectionLst xmlns:p14="{address(P14)}">{inner}</p14:sectionLst>'
    return f'<p:ext uri="{SECTIONS}">{listed}</p:ext>'


def list_anew(presentation: XmlPart, lists: Lists) -> None:
    """Puts the lists in the place of those that a template has."""
    from holdslides.pptx_file.opened import elements  # with lxml, which a deck of our own is made without

    tree = presentation.tree
    slides = tree.find(f"{P}sldIdLst")
    for old in list(slides):
        slides.remove(old)
    (listed,) = elements(lists.slides)
    slides.extend(list(listed))
    for old in tree.findall(f"{P}custShowLst"):
        tree.remove(old)
    if lists.shows:
        _put_behind(tree, _BEFORE_SHOWS, *elements(lists.shows))
    extensions = tree.find(f"{P}extLst")
    if extensions is None:
        extensions = tree.makeelement(f"{P}extLst")
        tree.append(extensions)
    for old in list(tree.iter(f"{P14}sectionLst")):
        around = old.getparent()
        gone = old if around is tree else around
        gone.getparent().remove(gone)
    extensions.extend(elements(lists.sections))


def slide_list(tree: Any) -> Any:
    """The list of slides in a presentation's tree, made where it has none."""
    return _list_in(tree, f"{P}sldIdLst", _BEFORE_SLIDES)


def show_list(tree: Any) -> Any:
    """The list of shows in a presentation's tree, made where it has none."""
    return _list_in(tree, f"{P}custShowLst", _BEFORE_SHOWS)


def _list_in(tree: Any, tag: str, before: tuple[str, ...]) -> Any:
    listed = tree.find(tag)
    if listed is None:
        listed = tree.makeelement(tag)
        _put_behind(tree, before, listed)
    return listed


def list_notes_master(tree: Any, relation: str) -> None:
    """Lists the notes master that a relationship leads to in a presentation's tree that lists none."""
    listed = tree.makeelement(f"{P}notesMasterIdLst")
    entry = tree.makeelement(f"{P}notesMasterId")
    entry.set(f"{R}id", relation)
    listed.append(entry)
    _put_behind(tree, _BEFORE_NOTES_MASTER, listed)


def last_look_id(trees: Iterable[Any]) -> int:
    """The highest id of a master or layout in these trees of the presentation and its masters: one range for all."""
    names = (f"{P}sldMasterId", f"{P}sldLayoutId")
    ids = [int(entry.get("id") or 0) for tree in trees for entry in tree.iter(*names)]
    return max((*ids, FIRST_LOOK_ID - 1))


def _put_behind(tree: Any, names: Iterable[str], element: Any) -> None:
    """Puts a list behind the first of these that there is: PowerPoint repairs a file whose lists stand otherwise."""
    before = next((found for name in names if (found := tree.find(f"{P}{name}")) is not None), None)
    if before is None:
        tree.insert(0, element)
    else:
        before.addnext(element)
