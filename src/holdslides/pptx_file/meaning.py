"""What a slide means: its words, pictures, tables, charts, notes, places and looks, as plain data.

Two slides that mean the same look and say the same, whatever the XML. `sameness` compares, with the tolerance
that opening and saving in PowerPoint or LibreOffice takes. Lengths are tenths of a millimetre.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from holdslides.pptx_file.drawn import drawn, place, turned
from holdslides.pptx_file.formatting import Props, fill, line, local, plain, text
from holdslides.pptx_file.frames import frame
from holdslides.pptx_file.heritage import Heritage
from holdslides.pptx_file.names import NOTES_ID
from holdslides.pptx_file.namespaces import A, P, R
from holdslides.pptx_file.opened import Opened, layout_name
from holdslides.pptx_file.state import fingerprint

FOOTERS = ("ftr", "sldNum", "dt")
_USUAL = {"slideLayout", "notesSlide", "tags", "image", "hyperlink", "themeOverride", "comments"}


def slide_meaning(package: Opened, name: str, heritage: Heritage | None = None) -> Props:
    """The meaning of a slide. With its heritage it also says what the slide inherits.

    Raises Unreadable for broken XML.
    """
    return _Reader(package, name, heritage).read()


def shapes_of(package: Opened, name: str) -> Props:
    """What a layout or master draws itself: its background and its shapes."""
    return _Reader(package, name, None).drawing()


def notes_meaning(package: Opened, slide: str) -> list[Any]:
    """The paragraphs of the notes under a slide, without the line that carries the slide's id."""
    for name in package.related(slide, "notesSlide"):
        for shape in package.tree(name).iter(f"{P}sp"):
            holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            body = shape.find(f"{P}txBody")
            if holder is not None and holder.get("type") == "body" and body is not None:
                said = text(body, partial(package.target, name))["p"]
                return _trimmed([runs for _, runs in said if not _words(runs).startswith(NOTES_ID.strip())])
    return []


def slide_words(meaning: Props) -> str:
    """Everything a patient reads on the slide, a line per paragraph."""
    lines: list[str] = []
    for shape in meaning["shapes"]:
        lines += [plain(said) for said in _texts(shape)]
    return "\n".join(lines)


def slide_title(meaning: Props) -> str:
    """The slide's title on one line; else the first words on it."""
    shapes = meaning["shapes"]
    titles = [s for s in shapes if s.get("title")] or [s for s in shapes if s["kind"] == "text"]
    words = " ".join(plain(titles[0]["text"]).split()) if titles and "text" in titles[0] else ""
    return words or " ".join(slide_words(meaning).split())


def _texts(shape: Props) -> Iterator[Props]:
    if "text" in shape:
        yield shape["text"]
    yield from shape.get("texts", ())
    for row in shape.get("rows", ()):
        yield from (cell["text"] for cell in row)


def _words(runs: list[Any]) -> str:
    return "".join(words for words, _ in runs)


def _trimmed(paragraphs: list[Any]) -> list[Any]:
    while paragraphs and not _words(paragraphs[-1]).strip():
        paragraphs.pop()
    return paragraphs


class _Reader:
    def __init__(self, package: Opened, name: str, heritage: Heritage | None) -> None:
        self.package, self.name, self.heritage = package, name, heritage

    def read(self) -> Props:
        tree = self.package.tree(self.name)
        common = tree.find(f"{P}cSld")
        shapes = [found for element in common.find(f"{P}spTree") if (found := self._shape(element))]
        said: Props = {
            "layout": self._layout(),
            "hidden": tree.get("show") in ("0", "false"),
            "ground": _ground(common),
            "shapes": [s for s in shapes if s["kind"] != "foot"],
            "foot": {s["foot"]: s for s in shapes if s["kind"] == "foot"},
            "transition": _transition(tree),
            "effects": _effects(tree),
            "comments": self._comments(),
            "extras": sorted(r.kind for r in self.package.relations(self.name) if r.kind not in _USUAL),
            "notes": notes_meaning(self.package, self.name),
        }
        return {key: value for key, value in said.items() if value or key == "shapes"}

    def drawing(self) -> Props:
        """Background and shapes, without the words that prompt in placeholders."""
        common = self.package.tree(self.name).find(f"{P}cSld")
        shapes = [found for element in common.find(f"{P}spTree") if (found := self._shape(element))]
        for shape in shapes:
            shape.pop("text", None)
            shape["kind"] = shape["kind"].replace("foot", "text")
        return {"ground": _ground(common), "shapes": shapes}

    # ---- shapes -------------------------------------------------------------------------------------------
    def _shape(self, element: Any) -> Props | None:
        match local(element):
            case "sp" | "cxnSp":
                return self._box(element)
            case "grpSp":
                return drawn(element, self._link, self._picture)
            case "pic":
                return self._pic(element)
            case "graphicFrame":
                return frame(self.package, self.name, element, self._link, self.heritage)
            case "" | "nvGrpSpPr" | "grpSpPr" | "extLst":
                return None
            case name:
                return {"kind": "other", "what": name, "says": "".join(element.itertext()).strip()}

    def _box(self, element: Any) -> Props:
        about = element[0]
        holder = about.find(f"{P}nvPr/{P}ph")
        type_ = str(holder.get("type", "")) if holder is not None else ""
        body = element.find(f"{P}txBody")
        said = {"kind": "text", **_outside(element.find(f"{P}spPr"), about)}
        if body is not None:
            said["text"] = text(body, self._link)
        if type_ in FOOTERS:
            return {**said, "kind": "foot", "foot": type_}
        if type_ in ("title", "ctrTitle"):
            said["title"] = True
        if self.heritage is not None and body is not None:
            levels = {p[0].get("level", 0) for p in said["text"]["p"]}
            said["in"] = self.heritage.of(holder, levels)
        return said

    def _pic(self, element: Any) -> Props:
        filled = element.find(f"{P}blipFill")
        blip = filled.find(f"{A}blip") if filled is not None else None
        crop = filled.find(f"{A}srcRect") if filled is not None else None
        said = {"kind": "pic", **_outside(element.find(f"{P}spPr"), element[0])}
        if blip is not None:
            said["picture"] = self._picture(str(blip.get(f"{R}embed") or blip.get(f"{R}link") or ""))
        if crop is not None and any(crop.attrib.values()):
            said["crop"] = [round(int(crop.get(side) or 0) / 1000) for side in "ltrb"]
        return said

    # ---- what leads out of the slide -----------------------------------------------------------------------
    def _link(self, relation_id: str) -> str:
        target = self.package.target(self.name, relation_id)
        return "slide" if target in self.package.parts else target

    def _picture(self, relation_id: str) -> str:
        target = self.package.target(self.name, relation_id)
        return fingerprint(self.package.parts[target]) if target in self.package.parts else target

    def _layout(self) -> str:
        if self.heritage is not None:
            return self.heritage.name
        for layout in self.package.related(self.name, "slideLayout"):
            return layout_name(self.package.tree(layout))
        return ""

    def _comments(self) -> list[str]:
        return [
            " ".join("".join(self.package.tree(name).itertext()).split())
            for name in self.package.related(self.name, "comments")
        ]


def _outside(properties: Any, about: Any) -> Props:
    """Place, turn, fill, line, shape and alt text of a single shape."""
    transform = properties.find(f"{A}xfrm")
    preset = properties.find(f"{A}prstGeom")
    said: Props = {
        "at": place(transform) if transform is not None else None,
        "turn": turned(transform) if transform is not None else "",
        "fill": fill(properties),
        "line": line(properties),
        "shape": str(preset.get("prst")) if preset is not None else "",
        "alt": str(about.find(f"{P}cNvPr").get("descr") or ""),
    }
    return {key: value for key, value in said.items() if value}


def _ground(common: Any) -> str:
    background = common.find(f"{P}bg")
    if background is None:
        return ""
    properties = background.find(f"{P}bgPr")
    return (fill(properties) if properties is not None else "ref") or ""


def _transition(tree: Any) -> str:
    for transition in tree.iter(f"{P}transition"):
        kinds = [local(child) for child in transition if local(child) not in ("sndAc", "extLst", "")]
        timed = transition.get("advTm")
        return " ".join([*kinds, *([f"after {timed}"] if timed else [])])
    return ""


def _effects(tree: Any) -> str:
    timing = tree.find(f"{P}timing")
    if timing is None:
        return ""
    nodes = (node for node in timing.iter(f"{P}cTn") if node.get("presetID"))
    effects = [f"{node.get('presetClass')}{node.get('presetID')}" for node in nodes]
    media = [local(e) for e in timing.iter(f"{P}audio", f"{P}video")]
    return " ".join(effects + media)
