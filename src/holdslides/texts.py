"""What every document is made of: texts that know their line of YAML, figures, and the facts they rest on."""

from __future__ import annotations

from typing import Any, TypeAlias

from holdslides.problems import Place
from holdslides.records import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `link` is an address or empty."""

    text: str
    bold: bool = False
    link: str = ""


Paragraph: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs and the line of YAML they come from. `safety` is the id of the locked text it is, if it is one."""

    paragraphs: tuple[Paragraph, ...]
    place: Place
    safety: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The words alone, paragraph by paragraph."""
        return tuple("".join(run.text for run in paragraph) for paragraph in self.paragraphs)

    @property
    def plain(self) -> str:
        """The words alone, a line per paragraph."""
        return "\n".join(self.lines)

    def __bool__(self) -> bool:
        return bool(self.plain.strip())


def shortened(words: str, most: int = 60) -> str:
    """Words on one line of at most `most` letters and " …", cut between two words where there is a blank."""
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0].rstrip(",;:.") + " …"


@dataclass(frozen=True, slots=True)
class Source:
    """A fact as it is cited: id, claim, document title, section and lines; `shown` on the slide or only spoken."""

    fact: str
    claim: str
    document: str
    section: str
    lines: str
    shown: bool


@dataclass(frozen=True, slots=True)
class FigureUse:
    """A figure by id, its checked values, and an alt text that replaces the figure's own when not empty."""

    id: str
    values: Any
    place: Place
    alt: str = ""
