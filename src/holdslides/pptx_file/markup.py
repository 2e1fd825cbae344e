"""The small words of DrawingML: escaping, lengths, identities, runs and paragraphs as strings."""

from __future__ import annotations

import re

from holdslides.pptx_file.namespaces import ADEC, A, P, R, address

EMU = 12700  # per pt
GRID = 127  # EMU in 1/100 pt, on which everything is written
LANGUAGE = "da-DK"

NAMESPACES = (
    f'xmlns:a="{address(A)}" xmlns:r="{address(R)}" xmlns:p="{address(P)}" xmlns:adec="{address(ADEC)}"'
)
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/>'
    "</a:ext></a:extLst>"
)
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>'
    "</p:grpSpPr>"
)
_SLIDE_NUMBER = '<a:fld id="{5F9A2C1B-7E4D-4C83-9A16-3D0B8E27F541}" type="slidenum">'
NO_INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0"'

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def text(value: str) -> str:
    """Words as XML: escaped, and without the characters XML cannot carry."""
    plain = _FORBIDDEN.sub("", value)
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(value: str) -> str:
    """Words as an attribute's value."""
    return text(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", " ")


def emu(points: float) -> int:
    """A length in EMU, on a grid of 1/100 pt."""
    return round(points * 100) * GRID


def frame(x: float, y: float, width: float, height: float, tag: str = "a:xfrm") -> str:
    """Place and size (pt) as a transform."""
    return (
        f'<{tag}><a:off x="{emu(x)}" y="{emu(y)}"/>'
        f'<a:ext cx="{max(0, emu(width))}" cy="{max(0, emu(height))}"/></{tag}>'
    )


class Ids:
    """Counts the shapes of one slide; 1 is the slide's own tree."""

    def __init__(self) -> None:
        self.last = 1

    def next(self) -> int:
        """A shape id nobody on the slide has."""
        self.last += 1
        return self.last


def run_properties(tag: str, inner: str = "", *, size: float | None = None, bold: bool | None = None) -> str:
    """Run properties under the name `tag` (rPr, endParaRPr, defRPr). Size in pt; None is the layout's."""
    sz = f' sz="{round(size * 100)}"' if size is not None else ""
    b = f' b="{int(bold)}"' if bold is not None else ""
    open_ = f'<a:{tag} lang="{LANGUAGE}"{sz}{b}'
    return f"{open_}>{inner}</a:{tag}>" if inner else f"{open_}/>"


def run(words: str, properties: str) -> str:
    """One run of text with its run properties (XML)."""
    return f"<a:r>{properties}<a:t>{text(words)}</a:t></a:r>"


def number_field(shown: str, properties: str) -> str:
    """A field that PowerPoint fills with the slide's number; `shown` is what it says until then."""
    return f"{_SLIDE_NUMBER}{properties}<a:t>{text(shown)}</a:t></a:fld>"


def number_shown(number: int) -> bytes:
    """How the number field of a slide or its notes ends: where a slide stands is no part of what it says."""
    return f"<a:t>{number}</a:t></a:fld>".encode()


def label_paragraph(
    lines: tuple[str, ...],
    size: float,
    bold: bool,
    colour: str,
    align: str,
    spacing: float | None,
    font: str = "",
) -> str:
    """A figure label's lines as one paragraph. `colour` is XML; `spacing` a share of 100 %; `font` "" the deck's."""
    fill = f"<a:solidFill>{colour}</a:solidFill>"
    if font:
        fill += f'<a:latin typeface="{attribute(font)}"/>'
    rpr = run_properties("rPr", fill, size=size, bold=bold)
    algn = {"left": "l", "middle": "ctr", "right": "r"}[align]
    inner = f'<a:lnSpc><a:spcPct val="{round(spacing * 100_000)}"/></a:lnSpc>' if spacing else ""
    ppr = f'<a:pPr algn="{algn}">{inner}</a:pPr>' if inner else f'<a:pPr algn="{algn}"/>'
    broken = f"<a:br>{rpr}</a:br>".join(run(line, rpr) for line in lines)
    return f"<a:p>{ppr}{broken}{run_properties('endParaRPr', size=size, bold=bold)}</a:p>"
