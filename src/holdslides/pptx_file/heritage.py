"""What a slide inherits: places and looks from its layout, the master and the presentation.

Used once, when a deck is written: what a program writes out in full later can then be told from an edit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from holdslides.pptx_file.drawn import place
from holdslides.pptx_file.formatting import Props, fill, local, one_colour, paragraph_look, run_look
from holdslides.pptx_file.namespaces import A, P
from holdslides.pptx_file.opened import Opened, layout_name

_STYLES = {"title": "titleStyle", "ctrTitle": "titleStyle", "body": "bodyStyle", "subTitle": "bodyStyle"}
_STYLES |= {"obj": "bodyStyle", "tbl": "bodyStyle", "pic": "bodyStyle"}
_MASTER_TYPE = {"ctrTitle": "title", "subTitle": "body", "": "body"}


def _no_link(_: str) -> str:
    return ""


class Heritage:
    """What the slides of one layout inherit."""

    def __init__(self, package: Opened, layout: str) -> None:
        self.package, self.layout = package, package.tree(layout)
        masters = package.related(layout, "slideMaster")
        self.master = package.tree(masters[0]) if masters else None
        self.defaults = package.tree(package.presentation).find(f"{P}defaultTextStyle")
        self._known: dict[tuple[str, str], Props] = {}

    @property
    def name(self) -> str:
        """The layout's name."""
        return layout_name(self.layout)

    def of(self, holder: Any, levels: set[int]) -> Props:
        """What a shape inherits through its `p:ph` (None: a plain text box): box, anchor, looks by level."""
        key = (str(holder.get("type", "")), str(holder.get("idx", "0"))) if holder is not None else ("", "-")
        known = self._known.get(key)
        if known is None:
            frame = self._frame(*key) if holder is not None else {}
            known = self._known[key] = {**frame, "levels": {}}
        for level in levels:
            if str(level) not in known["levels"]:  # text, as it is once it has been in a file
                known["levels"][str(level)] = self._look(*key, level)
        return known

    def _frame(self, type_: str, index: str) -> Props:
        said: Props = {}
        for shape in self._models(type_, index):
            properties = shape.find(f"{P}spPr")
            transform = properties.find(f"{A}xfrm") if properties is not None else None
            if "at" not in said and transform is not None:
                said["at"] = place(transform)
            about = shape.find(f"{P}txBody/{A}bodyPr")
            if "anchor" not in said and about is not None and about.get("anchor"):
                said["anchor"] = about.get("anchor")
        return said

    def _models(self, type_: str, index: str) -> Iterator[Any]:
        """The placeholders this one takes after: the layout's, then the master's."""
        found = _placeholder(self.layout, lambda ph: str(ph.get("idx", "0")) == index)
        if found is not None:
            yield found
            type_ = str(found.find(f".//{P}ph").get("type", type_))
        wanted = _MASTER_TYPE.get(type_, type_)
        master = _placeholder(self.master, lambda ph: str(ph.get("type", "body")) == wanted)
        if master is None and wanted not in ("title", "dt", "ftr", "sldNum"):
            master = _placeholder(self.master, lambda ph: str(ph.get("type", "body")) == "body")
        if master is not None:
            yield master

    def _look(self, type_: str, index: str, level: int) -> Props:
        said: Props = {}
        for style in self._styles(type_, index):
            element = style.find(f"{A}lvl{level + 1}pPr") if style is not None else None
            if element is None:
                continue
            run = run_look(element.find(f"{A}defRPr"), _no_link)
            said = {**paragraph_look(element), **run} | said
        return said

    def _styles(self, type_: str, index: str) -> Iterator[Any]:
        if index != "-":
            for shape in self._models(type_, index):
                yield shape.find(f"{P}txBody/{A}lstStyle")
            styles = self.master.find(f"{P}txStyles") if self.master is not None else None
            if styles is not None:
                yield styles.find(f"{P}{_STYLES.get(type_ or 'obj', 'otherStyle')}")
        yield self.defaults

    def table(self, style_id: str) -> Props:
        """What the cells of a table inherit from its style: "head" and "body", each with fill and look."""
        for name in self.package.related(self.package.presentation, "tableStyles"):
            for style in self.package.tree(name):
                if style.get("styleId") == style_id:
                    body = _cell_style(style.find(f"{A}wholeTbl"))
                    return {"body": body, "head": {**body, **_cell_style(style.find(f"{A}firstRow"))}}
        return {}


def _placeholder(tree: Any, fits: Any) -> Any:
    if tree is None:
        return None
    for shape in tree.iter(f"{P}sp"):
        holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if holder is not None and fits(holder):
            return shape
    return None


def _cell_style(part: Any) -> Props:
    said: Props = {}
    if part is None:
        return said
    words = part.find(f"{A}tcTxStyle")
    if words is not None:
        if words.get("b"):
            said["b"] = words.get("b") == "on"
        for element in words:
            if local(element).endswith("Clr"):
                said["colour"] = one_colour(element)
    filled = part.find(f"{A}tcStyle/{A}fill")
    if filled is not None:
        said["fill"] = fill(filled)
    return said
