"""A composed document as the rules see it: pages with the texts a patient reads, facts and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from holdslides.check.bench import Bench
from holdslides.check.rule import Scope
from holdslides.deck import Deck
from holdslides.models import Setting
from holdslides.models_facts import Fact
from holdslides.pages import Activity, Notes, OwnSlide, Slide, texts
from holdslides.problems import Place
from holdslides.records import dataclass, fields, is_dataclass, replace
from holdslides.texts import FigureUse, Source, Text

if TYPE_CHECKING:
    from holdslides.paper import Poster
    from holdslides.worksheet import Sheet

HEADLINE, LABEL = "title", "label"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Course:
    """All the meetings of one setting of a condition, together."""

    decks: tuple[Deck, ...]


Document: TypeAlias = "Deck | Course | Poster | Sheet"


@dataclass(frozen=True, slots=True)
class Surface:
    """A text a patient reads: in which box, and `free`, what is left when the locked texts are taken out."""

    box: str
    text: str
    place: Place
    free: str
    has_bold: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A slide, a poster or a sheet. `number` counts from 1; `is_myth`: its words are to be doubted.

    `exercise` is the activity whose words stand on a sheet.
    """

    id: str
    number: int
    place: Place
    surfaces: tuple[Surface, ...]
    sources: tuple[Source, ...]
    figures: tuple[FigureUse, ...]
    safety: tuple[str, ...] = ()
    slide: Slide | None = None
    is_myth: bool = False
    exercise: Activity | None = None

    @property
    def headline(self) -> str:
        """The headline; "" where there is none."""
        return next((s.text for s in self.surfaces if s.box == HEADLINE), "")

    @property
    def text(self) -> str:
        """All the patient reads, figure labels apart."""
        return "\n".join(s.text for s in self.surfaces)

    @property
    def free(self) -> str:
        """The same without the locked texts."""
        return "\n".join(s.free for s in self.surfaces)

    @property
    def notes(self) -> Notes | None:
        """The notes under a slide."""
        return self.slide.notes if self.slide else None

    @property
    def activity(self) -> Activity | None:
        """What the participants do."""
        return self.slide.activity if self.slide else self.exercise

    @property
    def say(self) -> str:
        """What the therapist says to the patients."""
        return "\n".join(self.slide.notes.say) if self.slide else ""

    @property
    def is_own(self) -> bool:
        """Whether it is a slide of the clinic's own presentation, of which only title and notes are known."""
        return isinstance(self.slide, OwnSlide)

    @property
    def all_notes(self) -> str:
        """Everything in the notes and in the activity's instructions."""
        if self.slide is None:
            return ""
        notes, activity = self.slide.notes, self.slide.activity
        done = (activity.participants, activity.seated, activity.without_writing) if activity else ()
        return "\n".join((*notes.say, *notes.do, *notes.background, *done))


class Subject:
    """A document on the bench."""

    def __init__(self, document: Document, bench: Bench, scope: Scope | None = None) -> None:
        self.document, self.bench, self.library = document, bench, bench.library
        self.scope = scope or scope_of(document)

    # ---- for whom -----------------------------------------------------------------------------------------
    @cached_property
    def decks(self) -> tuple[Deck, ...]:
        """The decks: one, those of a course, or none."""
        if isinstance(self.document, Course):
            return self.document.decks
        return (self.document,) if isinstance(self.document, Deck) else ()

    @property
    def deck(self) -> Deck:
        """The deck. Raises IndexError for paper."""
        return self.decks[0]

    @property
    def paper(self) -> Poster | Sheet:
        """The poster or sheet. Only for subjects that are paper."""
        assert not isinstance(self.document, Deck | Course)
        return self.document

    @cached_property
    def conditions(self) -> tuple[str, ...]:
        """The conditions it must hold for."""
        if self.decks:
            return (self.deck.condition,)
        from holdslides.check import paper_pages

        return paper_pages.conditions(self.paper)

    def option(self, name: str) -> str:
        """What was chosen for the deck ("joint", "level" …); "" when nothing was."""
        return self.decks[0].options.get(name, "") if self.decks else ""

    @property
    def name(self) -> str:
        """What a message calls it."""
        if self.decks:
            return self.deck.name if self.scope is not Scope.COURSE else f"forløbet {self.deck.condition}"
        from holdslides.check import paper_pages

        return paper_pages.name(self.paper)

    @cached_property
    def place(self) -> Place | None:
        """Where a message about the whole points: its first page."""
        return self.pages[0].place if self.pages else None

    # ---- its pages ----------------------------------------------------------------------------------------
    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every page in order."""
        if not isinstance(self.document, Deck | Course):
            from holdslides.check import paper_pages

            return (paper_pages.page(self.document, self.bench),)
        slides = [slide for deck in self.decks for slide in deck.slides]
        return tuple(self._slide(slide, i) for i, slide in enumerate(slides, 1))

    def facts(self, page: Page, *, shown: bool | None = True) -> list[Fact]:
        """The facts of a page that exist: those shown, those only spoken (False), or all (None)."""
        ids = [s.fact for s in page.sources if shown is None or s.shown == shown]
        return [self.library.facts[id_] for id_ in ids if id_ in self.library.facts]

    def labels(self, page: Page) -> list[str]:
        """The words in the page's figures."""
        return [words for use in page.figures for words in self.bench.told(use, page.slide)[0]]

    def alts(self, page: Page) -> list[str]:
        """The alt texts of the page's figures."""
        return [self.bench.told(use, page.slide)[1] for use in page.figures]

    def read(self, page: Page, *, free: bool = True) -> tuple[Surface, ...]:
        """The page's texts and its figures' words; `free` leaves the locked texts out."""
        known, key = self.bench.known, ("read", id(page.slide), free)
        if page.slide is None:
            return tuple(self._read(page, free))
        if key not in known:
            known[key] = tuple(self._read(page, free)), page.slide  # which is kept, so its id stays its own
        found: tuple[Surface, ...] = known[key][0]
        return found

    def _read(self, page: Page, free: bool) -> Iterator[Surface]:
        for s in page.surfaces:
            if not free or s.free == s.text:
                yield s
            elif s.free.strip():
                yield replace(s, text=s.free)
        if page.figures:
            at = page.figures[0].place
            yield from (Surface(LABEL, words, at, words) for words in self.labels(page))

    def words_of(self, page: Page) -> str:
        """All that a patient reads on the page or hears, locked texts left out."""
        return "\n".join((*(s.text for s in self.read(page)), page.say))

    # ---- making pages -------------------------------------------------------------------------------------
    def _slide(self, slide: Slide, number: int) -> Page:
        key = ("page", id(slide))
        if key not in self.bench.known:
            self.bench.known[key] = self._page_of(slide, number)
        page: Page = self.bench.known[key]
        return page if page.number == number else replace(page, number=number)

    def _page_of(self, slide: Slide, number: int) -> Page:
        use: FigureUse | None = getattr(slide, "figure", None)
        surfaces = tuple(surface_of(box, text, self.bench) for box, text in texts(slide) if text)
        figures = (use,) if use else ()
        is_myth = use is not None and use.id == "myte_kort"
        return Page(
            slide.id, number, slide.place, surfaces, slide.sources, figures, slide.safety, slide, is_myth
        )


def surface_of(box: str, text: Text, bench: Bench) -> Surface:
    """A text as a surface, the locked texts taken out of it."""
    plain = text.plain
    free = "" if text.safety else bench.without_locked(plain)
    bold = any(run.bold for p in text.paragraphs for run in p)
    return Surface(box, plain, text.place, free, bold)


def scope_of(document: Document) -> Scope:
    """What the rules call it."""
    if isinstance(document, Course):
        return Scope.COURSE
    if not isinstance(document, Deck):
        from holdslides.check import paper_pages

        return paper_pages.scope(document)
    if document.setting == Setting.TRAINING:
        return Scope.MINI
    if document.options.get("modules"):
        return Scope.PICK
    return Scope.TALK if document.setting == Setting.INDIVIDUAL else Scope.HOLD


def found(kind: type[T], data: Any) -> Iterator[T]:
    """Everything of a kind in nested plain data, in order."""
    if isinstance(data, kind):
        yield data
    elif isinstance(data, tuple | list):
        for item in data:
            yield from found(kind, item)
    elif is_dataclass(data) and not isinstance(data, type | Place):
        for f in fields(data):
            yield from found(kind, getattr(data, f.name))


def neighbours(pages: Sequence[Page], i: int, reach: int = 1) -> Iterable[Page]:
    """The page at an index and those within reach of it."""
    return pages[max(0, i - reach) : i + reach + 1]
