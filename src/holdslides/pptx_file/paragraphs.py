"""Words as DrawingML paragraphs: only what differs from the layout, so the template stays in charge."""

from __future__ import annotations

import re
from collections.abc import Callable

from holdslides.pptx_file.colours import ColourBook
from holdslides.pptx_file.markup import attribute, run_properties, text
from holdslides.records import dataclass
from holdslides.texts import Paragraph, Run, Text

Link = Callable[[str], str]  # an address -> the id of the slide's relationship to it

SOFT_HYPHEN = "\u00ad"
_HARD_BREAK = re.compile(r"\r\n|[\n\v\r]")


@dataclass(frozen=True, slots=True)
class Style:
    """What a text has of its own; None is the layout's. Size in pt, `leading` a multiple of the line.

    `font` "" is the layout's too.
    """

    size: float | None = None
    colour: str | None = None
    bold: bool | None = None
    leading: float | None = None
    keep_soft_hyphens: bool = False
    font: str = ""


def styled(tag: str, style: Style, colours: ColourBook, *, bold: bool = False, link: str = "") -> str:
    """Run properties under the name `tag` (rPr, endParaRPr); `link` is a relationship's id."""
    inner = colours.fill(style.colour) if style.colour else ""
    if style.font:
        inner += f'<a:latin typeface="{attribute(style.font)}"/>'
    if link:
        inner += f'<a:hlinkClick r:id="{link}"/>'
    return run_properties(tag, inner, size=style.size, bold=bold or style.bold)


def paragraphs(words: Text, style: Style, colours: ColourBook, link: Link) -> str:
    """A text's paragraphs; one empty paragraph when there are none."""
    return "".join(_paragraph(paragraph, style, colours, link) for paragraph in words.paragraphs or ((),))


def _paragraph(paragraph: Paragraph, style: Style, colours: ColourBook, link: Link) -> str:
    spacing = ""
    if style.leading is not None and style.leading != 1:
        spacing = f'<a:pPr><a:lnSpc><a:spcPct val="{round(style.leading * 100_000)}"/></a:lnSpc></a:pPr>'
    runs = "".join(_run(run, style, colours, link) for run in paragraph)
    return f"<a:p>{spacing}{runs}{styled('endParaRPr', style, colours)}</a:p>"


def _run(run: Run, style: Style, colours: ColourBook, link: Link) -> str:
    own = styled("rPr", style, colours, bold=run.bold, link=link(run.link) if run.link else "")
    words = run.text if style.keep_soft_hyphens else run.text.replace(SOFT_HYPHEN, "")
    lines = (f"<a:r>{own}<a:t>{text(line)}</a:t></a:r>" if line else "" for line in _HARD_BREAK.split(words))
    return f"<a:br>{styled('rPr', style, colours, bold=run.bold)}</a:br>".join(lines)
