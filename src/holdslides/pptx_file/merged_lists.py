"""What the presentation part says of the slides of a merged deck: their order, the sections, the shows.

Sections and shows name slides that are there, and no others; what she has made of them stays.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from holdslides.pptx_file.lists import SECTIONS, show_list, slide_list
from holdslides.pptx_file.names import SHORT_SHOW
from holdslides.pptx_file.namespaces import P14, P, R, address
from holdslides.pptx_file.opened import Opened
from holdslides.pptx_file.ordering import longest_run
from holdslides.records import dataclass


@dataclass(frozen=True)
class Listed:
    """A slide of the new file: number and relationship in the presentation, and where we put it.

    `was_in` and `was_short` are where it was put when it was written (None: not by us); `moved` by her.
    """

    number: int
    relation: str
    section: str = ""
    short: bool = False
    was_in: str | None = None
    was_short: bool | None = None
    moved: bool = False


@dataclass(slots=True)
class _Section:
    name: str
    id: str
    numbers: list[int]


def lists_are_broken(package: Opened) -> bool:
    """Whether a section or show names a slide that is not there, or a slide is in no section."""
    tree = package.tree(package.presentation)
    slides = {str(e.get("id")): str(e.get(f"{R}id")) for e in tree.iter(f"{P}sldId")}
    named = [str(e.get("id")) for e in tree.iter(f"{P14}sldId")]
    shown = {str(e.get(f"{R}id")) for show in tree.iter(f"{P}custShow") for e in show.iter(f"{P}sld")}
    has_sections = tree.find(f".//{P14}section") is not None
    return (has_sections and sorted(named) != sorted(slides)) or not shown <= set(slides.values())


def list_all(tree: Any, slides: Sequence[Listed], *, lost_lists: bool) -> None:
    """Writes order, sections and shows into a presentation's tree.

    `lost_lists` says that the file has been through a program that drops sections.
    """
    before = [int(str(e.get("id"))) for e in tree.iter(f"{P}sldId")]
    _list_slides(tree, slides)
    old = _sections(tree)
    shows = _shows(tree)
    if old or lost_lists:
        _write_sections(tree, _Merger(old, before, slides).merged())
    if not (lost_lists or SHORT_SHOW in shows):
        slides = ()  # she has deleted the short show
    _write_shows(tree, shows, slides)


def _list_slides(tree: Any, slides: Sequence[Listed]) -> None:
    listed = slide_list(tree)
    known = {str(e.get("id")): e for e in listed}
    for old in list(listed):
        listed.remove(old)
    for slide in slides:
        entry = known.get(str(slide.number))
        if entry is None:
            entry = etree.SubElement(listed, f"{P}sldId", id=str(slide.number))
            entry.set(f"{R}id", slide.relation)
        listed.append(entry)


# ---- sections ---------------------------------------------------------------------------------------------
def _sections(tree: Any) -> list[_Section]:
    return [
        _Section(
            str(e.get("name") or ""), str(e.get("id")), [int(s.get("id")) for s in e.iter(f"{P14}sldId")]
        )
        for e in tree.iter(f"{P14}section")
    ]


class _Merger:
    """Puts each slide in the section we put it in, or in the one she did; her sections go by their ids."""

    def __init__(self, old: Sequence[_Section], before: Sequence[int], slides: Sequence[Listed]) -> None:
        self.old, self.slides = old, slides
        place = {number: n for n, section in enumerate(old) for number in section.numbers}
        # a slide that stands among those of another section was put there by a program that knows none
        known = [number for number in before if number in place]
        run = longest_run([place[number] for number in known])
        self.hers = {known[position]: old[place[known[position]]] for position in run}
        self.names = {section.id: section.name for section in old}
        self.of_name = {section.name: section.id for section in reversed(old)}
        for slide in slides:  # a section she has renamed is still the place for what we put there
            section = self.hers.get(slide.number)
            if section and slide.section and not slide.moved and section.name != slide.was_in:
                self.of_name.setdefault(slide.section, section.id)

    def merged(self) -> list[_Section]:
        """The sections in order; empty ones that she keeps for later stay behind the one they follow."""
        merged: list[_Section] = []
        first = next((slide.section for slide in self.slides if slide.section), "")
        for slide in self.slides:
            wanted = self._wanted(slide)
            is_open = any(section.id == wanted for section in merged)
            if not merged or (wanted and not is_open):
                merged.append(self._section(wanted or first))
            merged[-1].numbers.append(slide.number)
        for number, section in enumerate(self.old):
            if not section.numbers:
                before = [s.id for s in merged]
                after = next((s.id for s in reversed(self.old[:number]) if s.id in before), "")
                merged.insert(before.index(after) + 1 if after else 0, section)
        return merged

    def _wanted(self, slide: Listed) -> str:
        """The id or, of a new section, the name of the section a slide asks for; "" for where it stands."""
        hers = self.hers.get(slide.number)
        if hers is not None and hers.name != slide.was_in:
            return hers.id
        return "" if slide.moved else self.of_name.get(slide.section, slide.section)

    def _section(self, wanted: str) -> _Section:
        if wanted in self.names:
            return _Section(self.names[wanted], wanted, [])
        id_ = f"{{{str(uuid5(NAMESPACE_URL, f'urn:holdslides:section:{wanted}')).upper()}}}"
        self.of_name[wanted] = id_
        self.names[id_] = wanted
        return _Section(wanted, id_, [])


def _write_sections(tree: Any, sections: Sequence[_Section]) -> None:
    extensions = tree.find(f"{P}extLst")
    if extensions is None:
        extensions = etree.SubElement(tree, f"{P}extLst")
    for extension in extensions.findall(f"{P}ext[@uri='{SECTIONS}']"):
        extensions.remove(extension)
    extension = etree.SubElement(extensions, f"{P}ext", uri=SECTIONS)
    listed = etree.SubElement(extension, f"{P14}sectionLst", nsmap={"p14": address(P14)})
    for section in sections:
        entry = etree.SubElement(listed, f"{P14}section", name=section.name, id=section.id)
        inner = etree.SubElement(entry, f"{P14}sldIdLst")
        for number in section.numbers:
            etree.SubElement(inner, f"{P14}sldId", id=str(number))


# ---- shows ------------------------------------------------------------------------------------------------
def _shows(tree: Any) -> dict[str, list[str]]:
    return {
        str(show.get("name")): [str(e.get(f"{R}id")) for e in show.iter(f"{P}sld")]
        for show in tree.iter(f"{P}custShow")
    }


def _write_shows(tree: Any, shows: dict[str, list[str]], slides: Sequence[Listed]) -> None:
    there = {str(e.get(f"{R}id")) for e in tree.find(f"{P}sldIdLst")}
    new = {name: [relation for relation in shown if relation in there] for name, shown in shows.items()}
    if slides:
        shown = shows.get(SHORT_SHOW)
        new[SHORT_SHOW] = [slide.relation for slide in slides if _is_short(slide, shown)]
    kept = show_list(tree)
    ids = {str(show.get("name")): str(show.get("id")) for show in tree.iter(f"{P}custShow")}
    for old in list(kept):
        kept.remove(old)
    for name, relations in new.items():
        if relations:
            show = etree.SubElement(kept, f"{P}custShow", name=name, id=ids.get(name) or _free(ids.values()))
            inner = etree.SubElement(show, f"{P}sldLst")
            for relation in relations:
                etree.SubElement(inner, f"{P}sld").set(f"{R}id", relation)
    if not len(kept):
        tree.remove(kept)


def _is_short(slide: Listed, shown: list[str] | None) -> bool:
    """Whether a slide is in the short show: as she left it where she has changed it, else as we say."""
    if shown is None or slide.was_short is None:
        return slide.short or (shown is not None and slide.relation in shown)
    now = slide.relation in shown
    return now if now != slide.was_short else slide.short


def _free(ids: Collection[str]) -> str:
    return str(max((int(id_) for id_ in ids), default=-1) + 1)
