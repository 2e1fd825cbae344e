"""What a text says and how it looks, read from DrawingML: only what stands there, nothing inherited.

Lengths are whole tenths of a millimetre, font sizes hundredths of a pt. A missing key is "not said here".
Colours are "#rrggbb" or a theme colour's name, followed by its changes ("accent1/lumMod60000").
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from holdslides.pptx_file.markup import EMU
from holdslides.pptx_file.namespaces import A, R

Props = dict[str, Any]
Link = Callable[[str], str]  # a relationship's id -> what it leads to

TENTH = 3600  # EMU in a tenth of a millimetre
_USUAL_LINE = 9525  # EMU: how wide a line is that says nothing of it
BREAK = "\n"  # a line break inside a paragraph

_FLAGS = ("b", "i")
_BULLETS = ("buNone", "buChar", "buAutoNum", "buBlip")
_LENGTHS = (("marL", "left"), ("indent", "first"))
_SPACES = (("lnSpc", "line"), ("spcBef", "before"), ("spcAft", "after"))
_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")


def tenths(emu: str | None) -> int:
    """A length in EMU as tenths of a millimetre."""
    return round(int(emu or 0) / TENTH)


def local(element: Any) -> str:
    """An element's name without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def colour(holder: Any) -> str:
    """The colour in a fill or line; "" when there is none."""
    for element in holder:
        return one_colour(element)
    return ""


def one_colour(element: Any) -> str:
    """A colour element as text."""
    base = str(element.get("val") or element.get("lastClr") or "")
    if local(element) == "srgbClr":
        base = f"#{base.lower()}"
    elif local(element) == "sysClr":
        base = f"#{str(element.get('lastClr') or '000000').lower()}"
    return "/".join((base, *(f"{local(change)}{change.get('val') or ''}" for change in element)))


def fill(properties: Any) -> str | None:
    """The fill of a shape, cell or background: a colour, "none", or the name of another kind of fill."""
    for element in properties:
        name = local(element)
        if name == "solidFill":
            return colour(element)
        if name in _FILLS:
            return "none" if name == "noFill" else name
    return None


def line(properties: Any) -> str | None:
    """The outline: width in tenths of a pt and colour ("30 tx1"), "none", or None when nothing is said."""
    outline = properties.find(f"{A}ln")
    if outline is None:
        return None
    drawn = outline.find(f"{A}solidFill")
    if drawn is None:
        return "none" if outline.find(f"{A}noFill") is not None else None
    return f"{round(int(outline.get('w') or _USUAL_LINE) / (EMU / 10))} {colour(drawn)}"


def run_look(properties: Any, link: Link) -> Props:
    """What run properties say."""
    said: Props = {}
    if properties is None:
        return said
    get = properties.get
    if size := get("sz"):
        said["sz"] = int(size)
    for flag in _FLAGS:
        if (value := get(flag)) is not None:
            said[flag] = value in ("1", "true", "on")
    if (value := get("u")) is not None:
        said["u"] = value != "none"
    if (value := get("strike")) is not None:
        said["strike"] = value != "noStrike"
    if (value := get("baseline")) is not None:
        said["raised"] = int(value)
    if (value := get("cap")) is not None:
        said["caps"] = value != "none"
    for element in properties:
        name = local(element)
        if name in _FILLS:
            said["colour"] = colour(element) if name == "solidFill" else name
        elif name == "latin":
            said["font"] = str(element.get("typeface"))
        elif name == "highlight":
            said["mark"] = colour(element)
        elif name == "hlinkClick":
            said["link"] = link(str(element.get(f"{R}id") or "")) or str(element.get("action") or "")
    return said


def paragraph_look(properties: Any) -> Props:
    """What paragraph properties, or a level of a list style, say."""
    said: Props = {}
    if properties is None:
        return said
    if (value := properties.get("algn")) is not None:
        said["align"] = value
    if level := int(properties.get("lvl") or 0):
        said["level"] = level
    for attribute, key in _LENGTHS:
        if (value := properties.get(attribute)) is not None:
            said[key] = tenths(value)
    for name, key in _SPACES:
        element = properties.find(f"{A}{name}")
        if element is not None and len(element):
            is_share = local(element[0]) == "spcPct"
            amount = int(str(element[0].get("val") or 0).rstrip("%"))
            said[key] = f"{round(amount / 1000)}%" if is_share else f"{round(amount / 100)}pt"
    for name in _BULLETS:
        element = properties.find(f"{A}{name}")
        if element is not None:
            said["bullet"] = str(element.get("char") or element.get("type") or name.removeprefix("bu"))
    return said


def paragraph(element: Any, link: Link) -> list[Any]:
    """A paragraph: what is said of it, and its runs as pairs of words and look; equal neighbours are one."""
    runs: list[list[Any]] = []
    for child in element:
        name = local(child)
        if name == "r":
            words = child.findtext(f"{A}t") or ""
        elif name == "br":
            words = BREAK
        elif name == "fld":
            words = f"<{child.get('type')}>"
        else:
            continue
        look = run_look(child.find(f"{A}rPr"), link)
        if not words:
            continue
        if runs and (runs[-1][1] == look or name == "br"):
            runs[-1][0] += words
        else:
            runs.append([words, look])
    return [paragraph_look(element.find(f"{A}pPr")), runs]


def text(body: Any, link: Link) -> Props:
    """A text body: its paragraphs, and how it stands in its box."""
    said: Props = {"p": [paragraph(p, link) for p in body.iter(f"{A}p")]}
    about = body.find(f"{A}bodyPr")
    if about is not None:
        if anchor := about.get("anchor"):
            said["anchor"] = anchor
        box = {k: about.get(k) for k in ("lIns", "tIns", "rIns", "bIns", "wrap", "vert", "rot", "numCol")}
        if own := {key: value for key, value in box.items() if value is not None}:
            said["box"] = own
    return said


def has_words(body: Any) -> bool:
    """Whether anything stands in a text body."""
    return any(t.text for t in body.iter(f"{A}t"))


def plain(said: Props) -> str:
    """The words alone, a line per paragraph."""
    return "\n".join("".join(words for words, _ in runs) for _, runs in said["p"])
