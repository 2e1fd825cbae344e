"""What a group of shapes (a figure, a badge) looks like, as columns: one number a shape.

How a freeform bends inside its box is left out, so that the state need not keep every curve of every figure.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from holdslides.pptx_file.formatting import (
    Link,
    Props,
    fill,
    has_words,
    line,
    tenths,
    text,
)
from holdslides.pptx_file.namespaces import A, P, R

Picture = Callable[[str], str]  # a relationship's id -> the fingerprint of the picture it leads to

_LEAVES = (f"{P}sp", f"{P}cxnSp", f"{P}pic", f"{P}graphicFrame")
_TURNS = ("rot", "flipH", "flipV")
_PRESETS = {"straightConnector1": "line"}  # one shape, two names


def place(transform: Any) -> list[int]:
    """x, y, width and height of an `xfrm`, in tenths of a millimetre."""
    off, ext = transform.find(f"{A}off"), transform.find(f"{A}ext")
    if off is None or ext is None:
        return [0, 0, 0, 0]
    return [tenths(value) for value in (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))]


def turned(transform: Any) -> str:
    """Rotation and flips, "" for none."""
    said = ((name, transform.get(name)) for name in _TURNS)
    return "".join(f"{name}{value}" for name, value in said if value not in (None, "0", "false"))


def drawn(group: Any, link: Link, picture: Picture) -> Props:
    """The columns of any `p:grpSp`."""
    places: list[list[int]] = []
    fills: list[str] = []
    lines: list[str] = []
    turns: list[str] = []
    kinds: list[str] = []
    texts: list[Props] = []
    for leaf in group.iter(*_LEAVES):
        properties = leaf.find(f"{P}spPr")
        body = leaf.find(f"{P}txBody")
        if body is not None and has_words(body):
            texts.append(text(body, link))
        if properties is None:
            kinds.append("frame")
            continue
        transform = properties.find(f"{A}xfrm")
        if transform is not None:
            places.append(place(transform))
            turns.append(turned(transform))
        kinds.append(_kind(properties.find(f"{A}prstGeom")))
        fills.append(fill(properties) or "none")
        lines.append(line(properties) or "none")
        blip = leaf.find(f"{P}blipFill/{A}blip")
        if blip is not None:
            kinds.append(picture(str(blip.get(f"{R}embed") or "")))
    columns = zip(*places, strict=True) if places else ((), (), (), ())
    said: Props = {
        **_outer(group),
        "places": [" ".join(map(str, column)) for column in columns],
        "fills": " ".join(f for f in fills if f != "none"),
        "lines": "|".join(stroke for stroke in lines if stroke != "none"),
        "turns": " ".join(t for t in turns if t),
        "kinds": " ".join(kinds),
        "texts": texts,
    }
    return {key: value for key, value in said.items() if value}


def _kind(preset: Any) -> str:
    """What form a shape has, by its `a:prstGeom`; without one it is drawn freely."""
    if preset is None:
        return "form"
    name = str(preset.get("prst"))
    return _PRESETS.get(name, name)


def _outer(group: Any) -> Props:
    """What is said of the group as a whole."""
    outer = group.find(f"{P}grpSpPr/{A}xfrm")
    ends = (end for end in group.iter(f"{A}headEnd", f"{A}tailEnd") if end.get("type", "none") != "none")
    dashes = (d for d in group.iter(f"{A}prstDash", f"{A}custDash") if _is_dashed(d))
    return {
        "kind": "group",
        "at": place(outer) if outer is not None else None,
        "turn": turned(outer) if outer is not None else "",
        "alt": str(group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("descr") or ""),
        "ends": sum(1 for _ in ends),
        "dashes": sum(1 for _ in dashes),
    }


def _is_dashed(dash: Any) -> bool:
    return dash.get("val", "solid") != "solid" or len(dash) > 0
