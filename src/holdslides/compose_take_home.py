"""Deck -> the page a participant takes home: what to remember, what was said, what to do, and when to seek
help. Pure.

Every sentence is the deck's own, so the page is never stronger than the slides, and no fact has to be
looked up again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from holdslides import worksheet as ws
from holdslides.clinic import Clinic
from holdslides.library import Library
from holdslides.pages import (
    Block,
    ColumnsSlide,
    Deck,
    QuestionSlide,
    Run,
    SafetySlide,
    SectionSlide,
    SideSlide,
    Slide,
    StatementSlide,
    SummarySlide,
    TableSlide,
    Text,
    WideSlide,
)
from holdslides.problems import Place
from holdslides.safety_net import STAND_IN
from holdslides.sheet_phones import phones

MOST_POINTS = 8
_ASSERTING = (StatementSlide, SideSlide, WideSlide, SectionSlide, ColumnsSlide, TableSlide)


def compose_take_home(
    deck: Deck, library: Library, clinic: Clinic, most: int = MOST_POINTS, drawn: bool = True
) -> ws.Sheet:
    """The take-home page of a deck, with at most so many headlines, the things to remember `drawn` or
    listed.
    """
    page = _Page(deck, library, clinic, most, drawn)
    shown = page.slides_used()
    number = f"-{deck.session}" if deck.session else ""
    return ws.Sheet(
        id=f"hjem{number}",
        name=f"Tag med hjem: {deck.title}",
        place=page.place,
        title=page.words(deck.title),
        intro=page.words(page.which_time),
        figure=None,
        body=ws.Flow(tuple(page.parts())),
        foot=page.words(library.condition(deck.condition).value.name),
        clinic=clinic.name,
        condition=deck.condition,
        sources=tuple(dict.fromkeys(s for slide in shown for s in slide.sources if s.shown)),
        safety=tuple(page.locked),
    )


class _Page:
    """One deck being boiled down to a page."""

    def __init__(self, deck: Deck, library: Library, clinic: Clinic, most: int, drawn: bool) -> None:
        self.deck, self.library, self.clinic, self.most, self.drawn = deck, library, clinic, most, drawn
        slides = tuple(deck.slides)
        self.place = slides[0].place if slides else Place("")
        self.summary = self._summary()
        self.closing = self._closing()
        self.locked = list(dict.fromkeys(id_ for slide in slides for id_ in slide.safety))
        self.signs = next((slide for slide in slides if isinstance(slide, SafetySlide)), None)

    @property
    def which_time(self) -> str:
        """What the page is about, in a line."""
        deck = self.deck
        if deck.setting == "individuel":
            return "Det vigtigste fra vores samtale"
        if deck.session and deck.sessions > 1:
            return f"Det vigtigste fra gang {deck.session} af {deck.sessions}"
        return "Det vigtigste fra i dag"

    def parts(self) -> Iterator[ws.Part]:
        """The page from top to bottom."""
        if self.summary:
            yield ws.Heading(self.summary.headline)
            if self.drawn and self.summary.figure and len(self.summary.points) == 3:
                yield ws.Picture(self.summary.figure, self.summary.points)
            else:
                yield ws.Points(self.summary.points)
        if headlines := self._headlines():
            yield ws.Heading(self.words("Det talte vi om"))
            yield ws.Points(headlines)
        yield from self._to_do()
        yield from self._safety()

    def slides_used(self) -> tuple[Slide, ...]:
        """The slides whose words are on the page."""
        said = [slide for _, slide in self._asserting()]
        return tuple(slide for slide in (self.summary, *said, *self.closing, self.signs) if slide)

    def words(self, text: str) -> Text:
        """Words of the page's own."""
        return Text(((Run(text),),), self.place)

    # ---- what was said ------------------------------------------------------------------------------------
    def _summary(self) -> SummarySlide | None:
        """The last slide of things to remember; the one that states the purpose, in the first block, is
        none.
        """
        blocks = self.deck.blocks[1:] if len(self.deck.blocks) > 1 else self.deck.blocks
        found = [slide for block in blocks for slide in block.slides if isinstance(slide, SummarySlide)]
        return found[-1] if found else None

    def _closing(self) -> tuple[Slide, ...]:
        """What comes after the summary; without one the last slide, where it is not all there is."""
        slides = [slide for block in self.deck.blocks for slide in block.slides]
        if self.summary:
            return tuple(slides[slides.index(self.summary) + 1 :])
        return tuple(slides[-1:]) if len(slides) > 1 else ()

    def _asserting(self) -> list[tuple[Block, Slide]]:
        """The slides whose headline states something, at most a page's worth: those that may be dropped go
        first.
        """
        deck = self.deck
        found: list[tuple[Block, Slide]] = [
            (block, slide)
            for block in deck.blocks
            for slide in block.slides
            if isinstance(slide, _ASSERTING)
            and slide not in self.closing
            and not slide.headline.plain.endswith("?")
            and not self._is_locked(slide.headline)
            and STAND_IN not in slide.safety
        ]
        while len(found) > self.most:
            found.remove(self._least_needed(found))
        return found

    def _least_needed(self, found: Sequence[tuple[Block, Slide]]) -> tuple[Block, Slide]:
        """The one to leave out: droppable before not, of a block with many before of one with few, later
        first.
        """
        count = {block.key: sum(1 for b, _ in found if b.key == block.key) for block, _ in found}

        def weight(pair: tuple[int, tuple[Block, Slide]]) -> tuple[bool, int, bool, int]:
            i, (block, slide) = pair
            return (count[block.key] > 1 and slide.droppable, count[block.key], slide.droppable, i)

        return max(enumerate(found), key=weight)[1]

    def _headlines(self) -> tuple[Text, ...]:
        return tuple(slide.headline for _, slide in self._asserting())

    # ---- what to do ---------------------------------------------------------------------------------------
    def _to_do(self) -> Iterator[ws.Part]:
        for slide in self.closing:
            yield ws.Heading(slide.headline)
            if isinstance(slide, QuestionSlide):
                yield ws.Question(slide.question, 1)
                continue
            if lines := list(self._lines(getattr(slide, "body", None))):
                yield ws.Paragraph(_in_one(lines))
        is_last = self.deck.session >= self.deck.sessions
        yield ws.Fill(self.words("Min næste aftale" if is_last else "Vi ses igen"), Text((), self.place), 0)

    def _lines(self, body: Text | None) -> Iterator[Text]:
        """The paragraphs of a text, each by itself; the locked ones stand in a frame of their own."""
        for paragraph in body.paragraphs if body else ():
            line = Text((paragraph,), body.place if body else self.place)
            if not self._is_locked(line):
                yield line

    # ---- when to seek help --------------------------------------------------------------------------------
    def _safety(self) -> Iterator[ws.Part]:
        box = self._box()
        standing = self.summary.points if self.summary else ()
        for id_ in self.locked:
            text = self.library.safety(id_).text
            is_there = any(text in point.plain for point in standing)
            if text and text != box.heading.plain and not is_there:
                yield ws.SafetyLine(self._exactly(text, id_))
        if self.signs:
            yield self._own_number()
        yield box

    def _box(self) -> ws.SafetyBox:
        if self.signs:
            return ws.SafetyBox(
                self.signs.headline, self.signs.signs, self.signs.call, phones(self.clinic, True)
            )
        entry = self.library.safety(STAND_IN)
        return ws.SafetyBox(self._exactly(entry.text, entry.id), (), None, phones(self.clinic, False))

    def _own_number(self) -> ws.Part:
        """The clinic's own number, where the frame has others."""
        if self.clinic.phone:
            return ws.Paragraph(self.words(f"Klinikkens telefon: {self.clinic.phone}"))
        return ws.Fill(self.words("Klinikkens telefon"), Text((), self.place), 0)

    def _exactly(self, locked: str, id_: str) -> Text:
        return Text(((Run(locked),),), self.place, id_)

    def _is_locked(self, text: Text) -> bool:
        entries: Iterable[str] = (entry.text for entry in self.library.safety_texts.values() if entry.text)
        return bool(text.safety) or text.plain in entries


def _in_one(lines: Sequence[Text]) -> Text:
    """Short lines one after the other, as one paragraph."""
    runs: list[Run] = []
    for line in lines:
        runs += [*([Run(" ")] if runs else []), *line.paragraphs[0]]
    return Text((tuple(runs),), lines[0].place)
