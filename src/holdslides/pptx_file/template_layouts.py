"""What a clinic's own template offers: its layouts, their placeholders, and which stands for which of ours.

Layouts are matched by PowerPoint's type and by their name, Danish or English; klinik.yaml may say otherwise.
Lengths in pt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pptx.opc.package import Part
from pptx.parts.presentation import PresentationPart

from holdslides.ids import folded, shown, suggestion
from holdslides.models_module import SlideLayout
from holdslides.pptx_file.markup import EMU
from holdslides.pptx_file.namespaces import A, P
from holdslides.problems import Place, Problem
from holdslides.records import dataclass

_ANCHORS = {"t": "top", "ctr": "middle", "b": "bottom"}
_FOOTERS = ("dt", "ftr", "sldNum")
_TITLES = ("title", "ctrTitle")
_BODIES = ("body", "obj", "subTitle", "tbl", "chart", "pic", "dgm", "media")

LAYOUT_NAMES = {member.value: member.name.lower() for member in SlideLayout}  # as written in klinik.yaml


@dataclass(frozen=True, slots=True)
class Rect:
    """A place on the slide, pt."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder of a layout: its XML, PowerPoint's type, its place, and how its first level is set.

    `is_faint` is text in a paler shade of the text colour, as Office's own subtitles and footers are: on white
    that is 3.5:1, too little to be read from the back of a room.
    """

    element: Any
    type: str
    rect: Rect
    size: float
    bold: bool
    leading: float
    anchor: str
    is_faint: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """A layout of the template; `drawn` is where it and its master draw something of their own."""

    name: str
    type: str
    part: Part
    title: Holder | None
    bodies: tuple[Holder, ...]
    footer: Holder | None
    number: Holder | None
    drawn: tuple[Rect, ...] = ()

    def body(self, *types: str) -> Holder | None:
        """The first placeholder of one of the types."""
        return next((holder for holder in self.bodies if holder.type in types), None)


def offered_layouts(presentation: PresentationPart) -> tuple[Offered, ...]:
    """Every layout of the template, master by master; one that is listed many times is one."""
    masters = presentation.presentation.slide_masters
    layouts = {id(layout.part): layout for master in masters for layout in master.slide_layouts}
    return tuple(_offered(layout) for layout in layouts.values())


def _offered(layout: Any) -> Offered:
    holders = [_holder(shape, layout) for shape in layout.placeholders if shape.width and shape.height]
    footers = {h.type: h for h in (*_master_holders(layout.slide_master), *holders) if h.type in _FOOTERS}
    return Offered(
        name=layout.name,
        type=str(layout._element.get("type", "")),
        part=layout.part,
        title=next((h for h in holders if h.type in _TITLES), None),
        bodies=tuple(h for h in holders if h.type in _BODIES),
        footer=footers.get("ftr"),
        number=footers.get("sldNum"),
        drawn=tuple(_drawn(layout)),
    )


def _drawn(layout: Any) -> Iterator[Rect]:
    """Bands, logos and what else stands on every slide of the layout."""
    owners = (
        [layout] if layout._element.get("showMasterSp") in ("0", "false") else [layout, layout.slide_master]
    )
    for shape in (shape for owner in owners for shape in owner.shapes):
        look = shape._element.find(f"{P}spPr")
        is_seen = look is None or look.find(f"{A}noFill") is None or bool(shape.has_text_frame and shape.text)
        if not shape.is_placeholder and is_seen and shape.width and shape.height:
            yield Rect(*(float(v) / EMU for v in (shape.left, shape.top, shape.width, shape.height)))


def _master_holders(master: Any) -> Iterator[Holder]:
    for shape in master.placeholders:
        if shape.width and shape.height and _type(shape) in _FOOTERS:
            yield _holder(shape, None)


def _type(shape: Any) -> str:
    holder = shape._element.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return "pic" if holder is None else str(holder.get("type", "obj"))


def _holder(shape: Any, layout: Any) -> Holder:
    type_ = _type(shape)
    rect = Rect(*(float(v or 0) / EMU for v in (shape.left, shape.top, shape.width, shape.height)))
    models = [shape._element, *_models(type_, layout)]
    style = "titleStyle" if type_ in _TITLES else "bodyStyle"
    levels = [model.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr") for model in models]
    if layout is not None:
        levels.append(layout.slide_master._element.find(f"{P}txStyles/{P}{style}/{A}lvl1pPr"))
    found = [level for level in levels if level is not None]
    runs = [run for level in found if (run := level.find(f"{A}defRPr")) is not None]
    size = next((int(run.get("sz")) / 100 for run in runs if run.get("sz")), 18.0)
    bold = next((run.get("b") in ("1", "true") for run in runs if run.get("b")), False)
    spacing = (level.find(f"{A}lnSpc/{A}spcPct") for level in found)
    leading = next((_share(space.get("val")) for space in spacing if space is not None), 1.0)
    bodies = [model.find(f"{P}txBody/{A}bodyPr") for model in models]
    anchor = next((b.get("anchor") for b in bodies if b is not None and b.get("anchor")), "t")
    faint = _is_faint(next((f for run in runs if (f := run.find(f"{A}solidFill")) is not None), None))
    return Holder(shape._element, type_, rect, size, bold, leading, _ANCHORS.get(anchor, "top"), faint)


def _is_faint(fill: Any) -> bool:
    colour = fill.find(f"{A}schemeClr") if fill is not None else None
    return colour is not None and colour.get("val") in ("tx1", "dk1") and len(colour) > 0


def _share(written: str) -> float:
    """A share of a line as OOXML writes it: 90000, or 90% in the strict form."""
    value = float(written[:-1]) / 100 if written.endswith("%") else float(written) / 100_000
    return min(1.5, max(0.7, value))


def _models(type_: str, layout: Any) -> list[Any]:
    """The master's placeholder that a layout's takes after."""
    if layout is None:
        return []
    wanted = {"ctrTitle": "title", "title": "title", **{name: name for name in _FOOTERS}}.get(type_, "body")
    return [shape._element for shape in layout.slide_master.placeholders if _type(shape) == wanted][:1]


# ---- which for which --------------------------------------------------------------------------------------
_WANTED: dict[str, tuple[tuple[str, ...], str]] = {  # our layout: PowerPoint's types, words of a name
    "title": (("title",), r"forside|titelslide|titeldias|title slide|cover"),
    "section": (("secHead",), r"afsnit|kapitel|section|divider"),
    "statement": (("obj", "tx"), r"titel og (indhold|tekst|objekt)|title and (content|text)|indhold|content"),
    "side": (("picTx",), r"billede|picture|foto|photo|image"),
}
_PLAIN = (("titleOnly",), r"kun titel|title only|kun overskrift")


def match_layouts(
    offered: Sequence[Offered], asked: Mapping[str, str], place: Place, problems: list[Problem]
) -> dict[str, Offered]:
    """The template's layout for each of ours; `asked` is what klinik.yaml says (our Danish name: theirs).

    What cannot be followed or found is added to `problems`.
    """
    chosen: dict[str, Offered] = {}
    for ours, theirs in asked.items():
        id_ = next((i for name, i in LAYOUT_NAMES.items() if folded(name) == folded(ours)), None)
        found = next((o for o in offered if folded(o.name) == folded(theirs)), None)
        if id_ is None:
            hint = suggestion(ours, LAYOUT_NAMES, "der er")
            problems.append(Problem(f'opsætningen "{shown(ours)}" findes ikke', place, hint))
        elif found is None or found.title is None:
            what = "findes ikke i skabelonen" if found is None else "har ingen plads til en titel"
            hint = suggestion(theirs, [o.name for o in offered], "der er")
            problems.append(Problem(f'layoutet "{shown(theirs)}" {what}', place, hint))
        else:
            chosen[id_] = found
    titled = [o for o in offered if o.title is not None]
    plain = _best(titled, *_PLAIN) or _best(titled, *_WANTED["statement"])
    if plain is None:
        hint = "den skal have mindst ét layout med en titel og plads under"
        problems.append(Problem("skabelonen har ingen layouts, der kan bruges", place, hint))
        return chosen
    statement = _best([o for o in titled if o.body("body", "obj")], *_WANTED["statement"]) or plain
    picture = _best([o for o in titled if has_picture_room(o)], *_WANTED["side"])
    automatic = {
        "title": _best(titled, *_WANTED["title"]) or plain,
        "section": _best(titled, *_WANTED["section"]) or plain,
        "statement": statement,
        "side": picture or plain,
    }
    return {id_: chosen.get(id_) or automatic.get(id_, plain) for id_ in LAYOUT_NAMES.values()}


def has_picture_room(offered: Offered) -> bool:
    """Whether a layout has a picture beside a title and a text that are large enough to be read."""
    picture, body, title = offered.body("pic"), offered.body("body", "obj"), offered.title
    if picture is None or body is None or title is None:
        return False
    large = picture.rect.width >= 380 and picture.rect.height >= 300
    return large and title.rect.width >= 300 and title.rect.height >= 110 and body.rect.height >= 150


def _best(offered: Sequence[Offered], types: tuple[str, ...], words: str) -> Offered | None:
    """The first layout of one of the types, else the first whose name says so."""
    by_type = (o for type_ in types for o in offered if o.type == type_)
    by_name = (o for o in offered if re.search(words, o.name.casefold()))
    return next(by_type, None) or next(by_name, None)
