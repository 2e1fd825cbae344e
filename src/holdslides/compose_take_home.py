"""Deck -> the page a participant takes home: what to remember, what was said, what to do, and when to seek
help. Pure.

Every sentence is the deck's own, so the page is never stronger than the slides, and no fact has to be
looked up again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from holdslides import worksheet as ws
from holdslides.clinic import Clinic
from holdslides.compose_run_sheet import handouts
from holdslides.compose_sheet import WARNING_FIGURE
from holdslides.deck import Block, Deck
from holdslides.figures import load_figure
from holdslides.library import Library
from holdslides.pages import (
    ColumnsSlide,
    OwnSlide,
    QuestionSlide,
    SafetySlide,
    SectionSlide,
    SideSlide,
    Slide,
    StatementSlide,
    SummarySlide,
    TableSlide,
    WideSlide,
)
from holdslides.problems import Place
from holdslides.prospects import GOOD_NEWS, hopeful_slide, prospects
from holdslides.records import dataclass
from holdslides.safety_net import STAND_IN
from holdslides.sheet_phones import own_number, phones
from holdslides.texts import FigureUse, Run, Text

MOST_POINTS = 5
_SHORT_WORD = 5  # letters; a longer word of the name is what has to be explained
_ASSERTING = (StatementSlide, SideSlide, WideSlide, SectionSlide, ColumnsSlide, TableSlide)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What has a picture on the page: the things to remember, and the signs to seek help for."""

    summary: bool = True
    signs: bool = True


_FULLEST = Drawn()


def take_home_forms(deck: Deck, library: Library, clinic: Clinic) -> Iterator[ws.Sheet]:
    """The take-home page of a deck, the fullest first, then ever less: for `first_that_fits` to choose from."""
    for drawn in (_FULLEST, Drawn(signs=False), Drawn(False, False)):
        for most in (*range(MOST_POINTS, 1, -1), 0):  # one headline alone says less than none
            yield compose_take_home(deck, library, clinic, most, drawn)


def compose_take_home(
    deck: Deck, library: Library, clinic: Clinic, most: int = MOST_POINTS, drawn: Drawn = _FULLEST
) -> ws.Sheet:
    """The take-home page of a deck, with at most so many headlines, and pictures of what is `drawn`."""
    page = _Page(deck, library, clinic, most, drawn)
    shown = page.slides_used()
    number = f"-{deck.session}" if deck.session else ""
    return ws.Sheet(
        id=f"hjem{number}",
        name=f"Tag med hjem: {deck.title}",
        place=page.place,
        title=page.words(deck.title),
        intro=page.intro(),
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

    def __init__(self, deck: Deck, library: Library, clinic: Clinic, most: int, drawn: Drawn) -> None:
        self.deck, self.library, self.clinic, self.most, self.drawn = deck, library, clinic, most, drawn
        slides = tuple(deck.slides)
        self.place = slides[0].place if slides else Place("")
        self.summary = self._summary()
        self.closing = self._closing()
        self.locked = list(dict.fromkeys(id_ for slide in slides for id_ in slide.safety))
        self.hopeful = hopeful_slide(deck, self.locked)
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
            if self.drawn.summary and self.summary.figure and len(self.summary.points) == 3:
                yield ws.Picture(self.summary.figure, self.summary.points)
            else:
                yield ws.Points(self.summary.points)
        for said in prospects(self.deck, self.library, self.locked):
            yield ws.SafetyLine(said)
        if headlines := self._headlines():
            yield ws.Heading(self.words("Det talte vi om"))
            yield ws.Points(headlines)
        yield from self._at_home()
        yield from self._to_do()
        yield from self._safety()

    def slides_used(self) -> tuple[Slide, ...]:
        """The slides whose words are on the page."""
        said = [slide for _, slide in self._asserting()]
        own = (self.summary, self.hopeful, *said, *self.closing, self.signs)
        return tuple(dict.fromkeys(slide for slide in own if slide))

    def words(self, text: str) -> Text:
        """Words of the page's own."""
        return Text(((Run(text),),), self.place)

    def intro(self) -> Text:
        """Which meeting the page is from, and what the condition's name means where the deck says so."""
        named = [word for word in self._name().lower().split() if len(word) > _SHORT_WORD]
        for slide in self.deck.slides:
            body = getattr(slide, "body", None)
            for line in self._lines(body) if isinstance(slide, _ASSERTING) else ():
                if any(line.plain.lower().startswith(word) for word in named):
                    return Text((*self.words(self.which_time).paragraphs, *line.paragraphs), line.place)
        return self.words(self.which_time)

    def _name(self) -> str:
        return self.library.condition(self.deck.condition).value.name

    # ---- what was said ------------------------------------------------------------------------------------
    def _summary(self) -> SummarySlide | None:
        """The last slide of things to remember; the one that states the purpose, in the first block or
        otherwise early, is none. The clinic's own slides may stand before it.
        """
        ours = [b for b in self.deck.blocks if not all(isinstance(slide, OwnSlide) for slide in b.slides)]
        slides = [slide for block in ours for slide in block.slides]
        later = [slide for block in ours[1:] or ours for slide in block.slides]
        found = next((slide for slide in reversed(later) if isinstance(slide, SummarySlide)), None)
        return found if found and (len(ours) == 1 or 2 * slides.index(found) >= len(slides)) else None

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
            and slide is not self.hopeful
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
    def _at_home(self) -> Iterator[ws.Part]:
        """The participant's own words on what to do, and how much."""
        given = handouts(self.deck, self.library)
        if "min_kop" in given:
            yield self._fill("Denne uge ændrer jeg")
        if "min_trappe" in given:
            yield self._fill("Jeg øver", "i", "minutter,", "gange om ugen")
        if not {"min_kop", "min_trappe"} & set(given):
            yield self._fill("I denne uge vil jeg")

    def _fill(self, label: str, *after: str) -> ws.Fill:
        """Words with a line to write on, or with a short line before each of the words `after`."""
        return ws.Fill(self.words(label), Text(tuple((Run(word),) for word in after), self.place), 0)

    def _to_do(self) -> Iterator[ws.Part]:
        for slide in self.closing:
            yield ws.Heading(slide.headline)
            if isinstance(slide, QuestionSlide):
                yield ws.Question(slide.question, 1)
                continue
            if lines := list(self._lines(getattr(slide, "body", None))):
                yield ws.Paragraph(_in_one(lines))
        is_last = self.deck.session >= self.deck.sessions
        if is_last and self.deck.setting == "hold" and self._trains_on():
            yield self._fill("Træningsholdet mødes", "klokken", "")
        yield self._fill("Min næste aftale" if is_last else "Vi ses igen")

    def _trains_on(self) -> bool:
        return "traening" in self.library.condition(self.deck.condition).value.settings

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
        texts = [self.library.safety(id_).text for id_ in self.locked if id_ not in GOOD_NEWS]
        lines = [
            Text(((Run(text),),), self.place)
            for text in texts
            if text and text != box.heading.plain and not any(text in point.plain for point in standing)
        ]
        if lines:  # a line each: in one run the last advice is overlooked
            yield ws.SafetyLine(Text(tuple(line.paragraphs[0] for line in lines), self.place))
        if self.signs:
            yield own_number(self.clinic, self.place)
        yield box

    def _box(self) -> ws.SafetyBox:
        if self.signs:
            figure = self._sign_pictures() if self.drawn.signs else None
            whom = phones(self.clinic, True)
            return ws.SafetyBox(self.signs.headline, self.signs.signs, self.signs.call, whom, figure)
        entry = self.library.safety(STAND_IN)
        return ws.SafetyBox(self._exactly(entry.text, entry.id), (), None, phones(self.clinic, False))

    def _sign_pictures(self) -> FigureUse:
        return FigureUse(WARNING_FIGURE, load_figure(WARNING_FIGURE).values(), self.place)

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
