"""PowerPoint files gone wrong: parts lost, XML broken, relationships that lead nowhere or outside, lying zips."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import texts
import zips
from lxml import etree
from zips import Parts, packed, parts_of

NUMBERS = ("-1", "0", "1", "999999999999999999999", "2147483648", "4294967295", "-99999999999", "1.5",
"", "x", "nan", "1e9",
           "١", "²", " 5 ", "0x10")  # fmt: skip
TARGETS = (
    "../../../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/x.xml", "", ".", "..", "/",
    "slides/slide1.xml", "../slides/slide1.xml", "slides/findes-ikke.xml", "presentation.xml", "../presentation.xml",
    "../media/%2e%2e/%2e%2e/x.png", "#", "a b.xml", "\\\\server\\x", "NULL", "../slideLayouts/slideLayout1.xml",
    "../slideMasters/slideMaster1.xml", "../theme/theme1.xml", "javascript:alert(1)", "mailto:x@y", "ppt/" * 200,
)  # fmt: skip


def _some_part(dice: random.Random, parts: Parts, pattern: str = "") -> str:
    fitting = [name for name in parts if re.search(pattern, name)]
    return dice.choice(fitting or list(parts))


# ---- XML --------------------------------------------------------------------------------------------------
def _element(dice: random.Random, tree: Any) -> Any:
    return dice.choice([node for node in tree.iter() if isinstance(node.tag, str)])


def _drop_element(dice: random.Random, tree: Any) -> None:
    node = _element(dice, tree)
    if node.getparent() is not None:
        node.getparent().remove(node)


def _double_element(dice: random.Random, tree: Any) -> None:
    node = _element(dice, tree)
    if node.getparent() is not None:
        for _i in range(dice.choice((1, 1, 3, 200))):
            node.addnext(deepcopy(node))


def _move_element(dice: random.Random, tree: Any) -> None:
    node, to = _element(dice, tree), _element(dice, tree)
    if node.getparent() is not None and node is not to and node not in to.iterancestors():
        to.append(deepcopy(node))


def _rename_element(dice: random.Random, tree: Any) -> None:
    node, other = _element(dice, tree), _element(dice, tree)
    node.tag = dice.choice((other.tag, "x", "{urn:x}y", node.tag + "x"))


def _change_attribute(dice: random.Random, tree: Any) -> None:
    owners = [n for n in tree.iter() if isinstance(n.tag, str) and n.attrib]
    if not owners:
        return
    node = dice.choice(owners)
    name = dice.choice(list(node.attrib))
    match dice.randrange(5):
        case 0:
            del node.attrib[name]
        case 1 | 2:
            node.set(name, dice.choice(NUMBERS))
        case 3:
            other = dice.choice(owners)
            node.set(name, other.get(dice.choice(list(other.attrib))))
        case _:
            node.set(name, _xml_text(dice))


def _change_text(dice: random.Random, tree: Any) -> None:
    written = [n for n in tree.iter() if isinstance(n.tag, str) and n.text]
    if written:
        dice.choice(written).text = _xml_text(dice)


def _xml_text(dice: random.Random) -> str:
    said = texts.odd_text(dice)[:20_000]
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", said)


def _bury(dice: random.Random, tree: Any) -> None:
    node = _element(dice, tree)
    for _i in range(dice.choice((20, 200))):
        inner = etree.SubElement(node, node.tag)
        node = inner


def _comment(dice: random.Random, tree: Any) -> None:
    node = _element(dice, tree)
    node.insert(0, dice.choice((etree.Comment("x"), etree.ProcessingInstruction("x", "y"))))


CHANGES: tuple[Callable[[random.Random, Any], None], ...] = (
    *(_drop_element, _drop_element, _double_element, _move_element, _rename_element, _change_attribute),
    *(_change_attribute, _change_attribute, _change_text, _bury, _comment),
)


def _changed_xml(dice: random.Random, parts: Parts) -> None:
    name = _some_part(dice, parts, dice.choice((r"\.xml$", r"slides/slide\d", r"slideLayout\d+\.xml$",
    r"slideMaster1\.xml$",
                                                r"theme\d\.xml$", r"presentation\.xml$",
                                                r"notes.*\.xml$", r"customXml|tags")))  # fmt: skip
    try:
        tree = etree.fromstring(parts[name])
    except etree.XMLSyntaxError:
        return
    for _i in range(dice.choice((1, 1, 2, 8))):
        dice.choice(CHANGES)(dice, tree)
    parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _broken_xml(dice: random.Random, parts: Parts) -> None:
    name = _some_part(dice, parts, r"\.(xml|rels)$")
    data = parts[name]
    lols = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    body = data.partition(b"?>")[2] or data
    parts[name] = dice.choice(
        (
            data[: dice.randint(0, len(data))],
            data.replace(b"</", b"<", 1),
            b"",
            b"\0" * 50,
            f'<!DOCTYPE x [<!ENTITY l0 "lol">{lols}]>'.encode() + body.replace(b"><", b">&l9;<", 1),
            b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + body.replace(b"><", b">&e;<", 1),
            data.decode("utf-8", "replace").encode("utf-16"),
            data.replace(b"UTF-8", b"koi8-r", 1).replace(b"utf-8", b"x-unknown", 1),
            b"<a>" * dice.choice((100, 100_000)) + b"</a>" * 100,
            data + b"<x/>",
            data[:-3] + b"\xff\xfe\x00",
            b"<x/>",
            dice.randbytes(300),
            b'<?xml version="1.0"?>' + b"<a " + b" ".join(b'a%d="1"' % i for i in range(20_000)) + b"/>",
        )
    )


# ---- parts and relationships ------------------------------------------------------------------------------
def _lost_part(dice: random.Random, parts: Parts) -> None:
    del parts[_some_part(dice, parts)]


def _changed_relation(dice: random.Random, parts: Parts) -> None:
    name = _some_part(dice, parts, r"\.rels$")
    found = re.findall(rb"<Relationship\b[^>]*/>", parts[name])
    if not found:
        return
    one = dice.choice(found)
    target = texts_safe(dice.choice(TARGETS))
    new = dice.choice(
        (
            b"",
            re.sub(rb'Target="[^"]*"', lambda _: b'Target="' + target + b'"', one),
            re.sub(rb'Target="[^"]*"', lambda _: b'Target="' + target + b'"', one),
            one.replace(b"/>", b' TargetMode="External"/>'),
            re.sub(rb'Id="[^"]*"', b'Id="rId1"', one),
            re.sub(rb'Id="[^"]*"', b"", one),
            re.sub(rb'Type="[^"]*"', lambda _: re.search(rb'Type="[^"]*"', dice.choice(found))[0], one),  # type: ignore[index]
            re.sub(rb'Type="[^"]*"', b'Type="x"', one),
            re.sub(rb'(Type|Target)="[^"]*"', b"", one),
            one * 2,
        )
    )
    parts[name] = parts[name].replace(one, new, 1)


def texts_safe(value: str) -> bytes:
    """For an attribute."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").encode()


def _changed_types(dice: random.Random, parts: Parts) -> None:
    name = "[Content_Types].xml"
    if name not in parts:
        return
    found = re.findall(rb"<(?:Override|Default)\b[^>]*/>", parts[name])
    one = dice.choice(found) if found else b""
    new = dice.choice(
        (
            b"",
            one * 2,
            re.sub(rb'ContentType="[^"]*"', b'ContentType="text/plain"', one),
            re.sub(
                rb'ContentType="[^"]*"',
                b'ContentType="application/vnd.ms-powerpoint.slide.macroEnabled.12"',
                one,
            ),
            re.sub(rb'ContentType="[^"]*"', b"", one),
            re.sub(rb'(PartName|Extension)="[^"]*"', b"", one),
            one.upper(),
        )
    )
    parts[name] = parts[name].replace(one, new, 1) if one else parts[name]


def _new_part(dice: random.Random, parts: Parts) -> None:
    name = dice.choice(("../ude.txt", "/abs.xml", "ppt\\slides\\slide1.xml", "ppt/vbaProject.bin", "x" * 300, "æøå.xml",
                        "ppt/slides/SLIDE1.XML", "ppt/", "a\x01b", "ppt/slides/_rels/slide99.xml.rels",
                        "docProps/core.xml"))  # fmt: skip
    parts[name] = dice.choice((b"", b"<x/>", dice.randbytes(100), b"A" * 3_000_000))


def _picture(dice: random.Random, parts: Parts) -> None:
    name = _some_part(dice, parts, r"media/")
    parts[name] = dice.choice(
        (b"", b"\x89PNG\r\n\x1a\n", dice.randbytes(80), parts[name][:40], b"GIF89a" + bytes(30))
    )


PART_CHANGES: tuple[Callable[[random.Random, Parts], None], ...] = (
    *(_changed_xml, _changed_xml, _changed_xml, _changed_xml, _changed_xml, _broken_xml, _lost_part),
    *(_changed_relation, _changed_relation, _changed_types, _new_part, _picture),
)


def changed(dice: random.Random, data: bytes) -> bytes:
    """A package gone wrong, or now and then as it was."""
    way = dice.random()
    if way < 0.05:
        return data
    if way < 0.82:
        parts = parts_of(data)
        for _i in range(dice.choice((1, 1, 1, 2, 5))):
            if parts:
                dice.choice(PART_CHANGES)(dice, parts)
        return packed(parts)
    return zips.changed_zip(dice, data)
