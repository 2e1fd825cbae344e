"""LÆSMIG.txt: what is in the folder, and what to print in how many copies.

Plain text that opens on any machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from holdslides.deck import Deck
from holdslides.print_file.finish import SEAL, sealed
from holdslides.records import dataclass

POSTERS = "Plakater"  # the heading posters stand under
_WIDTH = 46


@dataclass(frozen=True, slots=True)
class PrintItem:
    """Something to print: its name, the heading it stands under, copies, who gets it, how to print it (Danish)."""

    name: str
    under: str
    copies: int
    whom: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Readme:
    """What the text is about: the condition's name, the decks, the file that prints everything, how many
    take part.
    """

    condition: str
    decks: Sequence[Deck]
    print_all: str
    participants: int

    def written(self, items: Sequence[tuple[PrintItem, int]], remarks: Sequence[str]) -> bytes:
        """The text, sealed so that it is known later whether somebody has written in it.

        `items` come with their page count, in the order they are printed.
        """
        lines = [*self._head(), *_print_list(items), *_remarks(remarks)]
        text = "\r\n".join([*lines, "", f"Mærke: {SEAL}", ""])
        return sealed(text.encode("utf-8-sig"))  # the mark at the start tells Notepad that it is UTF-8

    def _head(self) -> Iterator[str]:
        group = f", hold: {self.decks[0].group}" if self.decks[0].group else ""
        title = f"{self.condition}{group}"
        yield title
        yield "=" * len(title)
        yield ""
        yield "Slides: " + ", ".join(f"{deck.name}.pptx" for deck in self.decks)
        yield "Læs drejebogen først. Noterne under hvert slide siger, hvad du siger og gør."
        yield ""
        yield "PRINT"
        people = "én patient" if self.participants == 1 else f"{self.participants} deltagere"
        yield f"Alt ligger samlet i {self.print_all}, på A4 og regnet til {people}. Sort-hvid er nok."
        yield "Vælg siderne og antallet her:"


def _print_list(items: Sequence[tuple[PrintItem, int]]) -> Iterator[str]:
    page, under = 1, ""
    for item, count in items:
        if item.under != under:
            under = item.under
            yield ""
            yield under
        span = f"side {page}" if count == 1 else f"side {page}-{page + count - 1}"
        whom = f" ({item.whom})" if item.whom else ""
        yield f"  {span:<12}{item.name:<{_WIDTH}}{item.copies:>3} stk.{whom}"
        if item.how:
            yield f"{'':<14}Print {item.how}."
        page += count
    if not any(item.under == POSTERS for item, _ in items):
        return
    yield ""
    yield "Plakaterne er bedst i farver på A3: brug filerne i mappen plakater."
    yield "Hæng 2-3 op ad gangen, og skift dem en gang om måneden."


def _remarks(remarks: Sequence[str]) -> Iterator[str]:
    if remarks:
        yield ""
        yield "HUSK"
    for remark in remarks:
        yield f"- {remark}"
