"""The little markup a text may carry: `**bold**` and `[text](https://address)`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from holdslides.plain_templates import LONGEST_TEXT
from holdslides.problems import ContentError, Place, Problem
from holdslides.texts import Paragraph, Run, Text

LINK_START = "https://"

# Compiled by `re` when the first marks are met: most texts have none.
_MARK = r"(?P<bold>\*\*)|\[(?P<words>[^\[\]\n]+)\]\((?P<link>[^()\s]*)\)"
_BLANKS = r"[ \t]+"  # a no-break space stays
_UNSEEN = " \u00a0\u00ad\u200b\u200c\u200d\u2000\u2003\u2009\u202f\u2060\u3000"  # nothing to read in a line of these


def to_text(rendered: Iterable[str], place: Place, safety: str = "") -> Text:
    """Rendered lines as a Text: each line is a paragraph; those with nothing to read in them are left out.

    `safety` is the id of the locked text it is, if it is one. Raises ContentError with all that is wrong with
    the markup: bold that is never ended, or a link that does not begin with https://; or when it is longer
    than any text on a slide or a sheet.
    """
    problems: list[Problem] = []
    texts = tuple(rendered)
    if (length := sum(map(len, texts))) > LONGEST_TEXT:
        raise ContentError(Problem(f"teksten er på {length} tegn, højst {LONGEST_TEXT}", place, "del den op"))
    lines = (_with_single_blanks(line) for text in texts for line in text.split("\n"))
    paragraphs = [_paragraph(line, place, problems) for line in lines if line]
    if problems:
        raise ContentError(problems)
    return Text(tuple(filter(_can_be_read, paragraphs)), place, safety)


def _with_single_blanks(line: str) -> str:
    return (re.sub(_BLANKS, " ", line) if "  " in line or "\t" in line else line).strip(" ")


def plain_text(rendered: str) -> str:
    """The words alone, without the marks for bold and links."""
    return re.sub(_MARK, lambda m: m["words"] or "", rendered).replace("**", "")


def _can_be_read(paragraph: Paragraph) -> bool:
    return any(run.text.strip(_UNSEEN) for run in paragraph)


def _paragraph(line: str, place: Place, problems: list[Problem]) -> Paragraph:
    if line.count("**") % 2:
        problems.append(
            Problem("fed skrift (**) begynder, men slutter ikke", place, "skriv ** før og efter ordet")
        )
        return ()
    return tuple(_runs(line, place, problems))


def _runs(line: str, place: Place, problems: list[Problem]) -> Iterator[Run]:
    if "**" not in line and "](" not in line:
        yield Run(line)
        return
    at, bold = 0, False
    for mark in re.finditer(_MARK, line):
        if before := line[at : mark.start()]:
            yield Run(before, bold)
        at = mark.end()
        if mark["bold"]:
            bold = not bold
            continue
        words, link = mark["words"], mark["link"]
        if not (link.startswith(LINK_START) and len(link) > len(LINK_START)):
            hint = f"skriv hele adressen, så den begynder med {LINK_START}"
            problems.append(Problem("linket kan ikke bruges", place, hint))
        for i, part in enumerate(words.split("**")):
            bold = bold != (i > 0)
            if part:
                yield Run(part, bold, link)
    if rest := line[at:]:
        yield Run(rest, bold)
