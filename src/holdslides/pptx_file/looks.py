"""The look of a deck as plain data: theme colours and fonts, and what each layout and its master draw."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from typing import Any

from holdslides.pptx_file.formatting import Props, local, one_colour, paragraph_look, run_look
from holdslides.pptx_file.meaning import shapes_of
from holdslides.pptx_file.namespaces import A, P
from holdslides.pptx_file.opened import Opened, layout_name
from holdslides.pptx_file.same_looks import Eyes, Palette
from holdslides.pptx_file.sameness import difference
from holdslides.pptx_file.state import as_json
from holdslides.records import dataclass, field, fields

_MAPPED = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_MASTER = "\n"  # stands for the master among the names of its layouts; nobody can type it
_FONTS = {"+mj-lt": "majorFont", "+mn-lt": "minorFont"}


@dataclass(frozen=True, slots=True)
class Look:
    """`palette` is colours by theme name and the two fonts; `layouts` what each draws, by name.

    `source` is the fingerprint of the parts as holdslides wrote them. `size` is the slide's, in EMU.
    """

    palette: Palette = field(default_factory=dict)
    layouts: Mapping[str, Props] = field(default_factory=dict)
    source: str = ""
    size: str = ""

    def same_theme(self, other: Look) -> bool:
        """Whether colours and fonts are the same."""
        one, two = ({k: v.casefold() for k, v in look.palette.items()} for look in (self, other))
        return one == two

    def same_layouts(self, now: Look) -> bool:
        """Whether the layouts that are still there draw what they drew."""
        eyes = Eyes(self.palette, now.palette)
        return all(
            not difference(was, now.layouts[name], eyes)
            for name, was in self.layouts.items()
            if name in now.layouts
        )


def layout_names(package: Opened) -> dict[str, str]:
    """The parts of the layouts by their names, the first of a name in the masters' order."""
    found: dict[str, str] = {}
    for master in masters(package):
        for name, part in names_under(package, master).items():
            found.setdefault(name, part)
    return found


def names_under(package: Opened, master: str) -> dict[str, str]:
    """The layouts of one master by their names."""
    parts = package.related(master, "slideLayout")
    return {layout_name(package.tree(part)): part for part in parts}


def masters(package: Opened) -> list[str]:
    """The slide masters in the presentation's order of relationships."""
    return package.related(package.presentation, "slideMaster")


def main_master(package: Opened, names: Collection[str]) -> str:
    """The master with the most of these layouts, the first of several; "" when there is none at all."""
    return max(masters(package), key=lambda m: len(names_under(package, m).keys() & set(names)), default="")


def read_look(package: Opened, names: Collection[str] = ()) -> Look:
    """The look of a deck whose layouts have these names. Raises Unreadable for broken parts."""
    main = main_master(package, names)
    drawn = {name: _layout(package, part) for name, part in layout_names(package).items()}
    if main and (not names or names_under(package, main).keys() & set(names)):
        drawn[_MASTER] = _layout(package, main)
    return Look(
        palette=palette(package, main) if main else {},
        layouts=drawn,
        source=_source(package, masters(package)),
        size=slide_size(package),
    )


def slide_size(package: Opened) -> str:
    """Width and height of the slides, in EMU."""
    size = package.tree(package.presentation).find(f"{P}sldSz")
    return f"{size.get('cx')} {size.get('cy')}" if size is not None else ""


def palette(package: Opened, master: str) -> Palette:
    """The theme colours of a master as its slides name them, and its fonts."""
    themes = package.related(master, "theme")
    if not themes:
        return {}
    elements = package.tree(themes[0]).find(f"{A}themeElements")
    colours: dict[str, str] = {}
    for slot in elements.find(f"{A}clrScheme"):
        for inner in slot:
            colours[local(slot)] = one_colour(inner)
    mapped = package.tree(master).find(f"{P}clrMap")
    said = dict(mapped.attrib) if mapped is not None else _MAPPED
    found = {**colours, **{str(name): colours.get(str(slot), "") for name, slot in said.items()}}
    for name, font in _FONTS.items():
        latin = elements.find(f"{A}fontScheme/{A}{font}/{A}latin")
        found[name] = str(latin.get("typeface")) if latin is not None else ""
    return found


def _layout(package: Opened, part: str) -> Props:
    """What a layout or master draws, its placeholders with the look of their first level."""
    said = shapes_of(package, part)
    tree = package.tree(part)
    styles: list[Any] = []
    for shape in tree.iter(f"{P}sp"):
        holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        level = shape.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr")
        if holder is not None:
            look = {} if level is None else {**paragraph_look(level), **_run(level)}
            styles.append([f"{holder.get('type', 'obj')} {holder.get('idx', '0')}", look])
    for style in tree.findall(f"{P}txStyles/*"):
        level = style.find(f"{A}lvl1pPr")
        if level is not None:
            styles.append([local(style), {**paragraph_look(level), **_run(level)}])
    # the looks are compared as the runs of a text would be
    return {**said, "notes": [[list(style)] for style in styles]}


def _run(level: Any) -> Props:
    return run_look(level.find(f"{A}defRPr"), lambda _: "")


def _source(package: Opened, main: list[str]) -> str:
    seen = hashlib.blake2b(digest_size=12)
    names = [name for master in main for name in (master, *package.related(master, "slideLayout"))]
    names += [name for master in main for name in package.related(master, "theme")]
    for name in names:
        seen.update(package.parts[name])
    return seen.hexdigest()


def as_kept(look: Look) -> str:
    """The look as the state keeps it (JSON)."""
    said = {f.name: getattr(look, f.name) for f in fields(look)}
    return as_json(said)


def kept_look(said: str) -> Look:
    """The look from the state; an empty one when there is none."""
    return Look(**json.loads(said)) if said else Look()
