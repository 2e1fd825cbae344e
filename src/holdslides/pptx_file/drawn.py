"""What a group of shapes (a figure, a badge) looks like, as columns: one number a shape, however it is drawn.

Two readers of the same columns: one for any XML, one for our own writer's XML, which is five times as fast
and is what makes it cheap to keep the columns of every figure in every deck.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from lxml import etree

from holdslides.pptx_file.formatting import (
    TENTH,
    Link,
    Props,
    colour,
    fill,
    has_words,
    line,
    tenths,
    text,
)
from holdslides.pptx_file.markup import NAMESPACES
from holdslides.pptx_file.opened import A, P, R

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
        preset = properties.find(f"{A}prstGeom")
        if preset is not None:
            kinds.append(_PRESETS.get(str(preset.get("prst")), str(preset.get("prst"))))
        fills.append(fill(properties) or "none")
        lines.append(line(properties) or "none")
        blip = leaf.find(f"{P}blipFill/{A}blip")
        if blip is not None:
            kinds.append(picture(str(blip.get(f"{R}embed") or "")))
    outer = group.find(f"{P}grpSpPr/{A}xfrm")
    ends = (end for end in group.iter(f"{A}headEnd", f"{A}tailEnd") if end.get("type", "none") != "none")
    dashes = (d for d in group.iter(f"{A}prstDash", f"{A}custDash") if _is_dashed(d))
    return _columns(
        place(outer) if outer is not None else None,
        turned(outer) if outer is not None else "",
        str(group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("descr") or ""),
        places,
        [f for f in fills if f != "none"],
        [stroke for stroke in lines if stroke != "none"],
        [t for t in turns if t],
        kinds,
        sum(1 for _ in group.iter(f"{A}pt")),
        sum(1 for _ in ends),
        sum(1 for _ in dashes),
        texts,
    )


def _is_dashed(dash: Any) -> bool:
    return dash.get("val", "solid") != "solid" or len(dash) > 0


def _columns(
    at: list[int] | None,
    turn: str,
    alt: str,
    places: list[list[int]],
    fills: list[str],
    lines: list[str],
    turns: list[str],
    kinds: list[str],
    points: int,
    ends: int,
    dashes: int,
    texts: list[Props],
) -> Props:
    columns = zip(*places, strict=True) if places else ((), (), (), ())
    said: Props = {
        "kind": "group",
        "at": at,
        "turn": turn,
        "alt": alt,
        "places": [" ".join(map(str, column)) for column in columns],
        "fills": " ".join(fills),
        "lines": "|".join(lines),
        "turns": " ".join(turns),
        "kinds": " ".join(kinds),
        "points": points,
        "ends": ends,
        "dashes": dashes,
        "texts": texts,
    }
    return {key: value for key, value in said.items() if value}


# ---- our own writer's XML ---------------------------------------------------------------------------------
_PLACE = re.compile(r'<a:off x="(-?\d+)" y="(-?\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/>(?=</a:xfrm>)')
_OUTER = re.compile(r'<a:off x="(-?\d+)" y="(-?\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/>')
_TURN = re.compile(r"<a:xfrm( [^>]+)>")
_PRESET = re.compile(r'<a:prstGeom prst="(\w+)"')
_FILL = re.compile(r"</a:(?:prst|cust)Geom><a:solidFill>(.*?)</a:solidFill>")
_LINE = re.compile(r'<a:ln w="(\d+)"[^>]*><a:solidFill>(.*?)</a:solidFill>')
_BODY = re.compile(r"<p:txBody>.*?</p:txBody>")
_ALT = re.compile(r'<p:cNvPr id="\d+" name="[^"]*"(?: descr="[^"]*")?')


def drawn_quickly(xml: str) -> Props:
    """The columns of a `p:grpSp` as `shapes.ShapeWriter` writes it."""
    outer = _OUTER.search(xml)
    head = _ALT.search(xml)
    assert outer is not None
    assert head is not None
    bodies = _BODY.findall(xml)
    return _columns(
        [round(int(number) / TENTH) for number in outer.groups()],
        "",
        str(etree.fromstring(f"{head[0]} {NAMESPACES}/>").get("descr") or ""),
        [[round(int(number) / TENTH) for number in numbers] for numbers in _PLACE.findall(xml)],
        [_colour(inner) for inner in _FILL.findall(xml)],
        [f"{round(int(width) / 1270)} {_colour(inner)}" for width, inner in _LINE.findall(xml)],
        [t for found in _TURN.findall(xml) if (t := turned(etree.fromstring(f"<a{found}/>")))],
        [_PRESETS.get(name, name) for name in _PRESET.findall(xml)],
        xml.count("<a:pt "),
        xml.count("<a:tailEnd "),
        xml.count("<a:custDash>"),
        _texts(bodies) if bodies else [],
    )


def _texts(bodies: list[str]) -> list[Props]:
    tree = etree.fromstring(f"<bodies {NAMESPACES}>{''.join(bodies)}</bodies>")
    return [text(body, lambda _: "") for body in tree if has_words(body)]


@lru_cache(maxsize=4096)
def _colour(xml: str) -> str:
    return colour(etree.fromstring(f"<fill {NAMESPACES}>{xml}</fill>"))
