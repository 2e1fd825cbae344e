"""Everything for a course in one folder: slides, run sheets, worksheets, take-home pages, posters, one file
to print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from holdslides.compose_exercises import compose_exercises
from holdslides.compose_run_sheet import compose_run_sheet, handouts, parse_clock
from holdslides.compose_take_home import take_home_forms
from holdslides.deck import Deck
from holdslides.ids import folded
from holdslides.kit_readme import POSTERS as UNDER_POSTERS
from holdslides.kit_readme import PrintItem, Readme
from holdslides.library import Library
from holdslides.make import Checked, Made, Progress, Workshop, checked_decks, save_checked
from holdslides.make_pages import Paper, save_made
from holdslides.make_sheets import composed, file_name, sheet_pages
from holdslides.models import Setting
from holdslides.models_paper import PosterEntry
from holdslides.paper_files import KEPT, PaperFile, check_papers, is_changed
from holdslides.problems import ContentError, RequestError
from holdslides.records import dataclass
from holdslides.request import Request
from holdslides.worksheet import Cards, Sheet

if TYPE_CHECKING:
    from holdslides.print_file.page import Page
    from holdslides.print_file.sheet_pdf import Inset
    from holdslides.theme import Theme

SHEETS, POSTERS = "ark", "plakater"
PRINT_ALL, README = "print-alt", "LÆSMIG"


@dataclass(frozen=True, slots=True)
class KitRequest:
    """A request for decks, how many take part, when it begins ("16:00", "" for what klinik.yaml says),
    large print.

    `meetings` are requests for single meetings, each arranged in its own way; they go before `decks`.
    """

    decks: Request
    participants: int = 8
    start: str = ""
    large: bool = False
    meetings: tuple[Request, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """Something that goes into the kit as a PDF of its own and into the file that prints everything."""

    item: PrintItem
    paper: Paper
    pages: Sequence[Page | Inset]


def make_kit(
    shop: Workshop,
    request: KitRequest,
    out: Path,
    *,
    replace: bool = False,
    update: bool = False,
    progress: Progress = lambda _: None,
) -> list[Made]:
    """Composes and checks everything, then writes it to one folder below `out`.

    With `update` what was edited by hand in the decks there are is kept, and so is a paper that was written in;
    the other papers are made anew.

    Raises RequestError for what does not exist, ContentError for what does not fit or cannot be shown,
    FileError for files that cannot be written or that were changed since they were written; then none is
    written.
    """
    start = parse_clock(request.start) if request.start else None
    progress("Sætter slides sammen …")
    checked = checked_decks(shop, *(request.meetings or (request.decks,)))
    folder = out / checked.folder
    kit = _Kit(
        shop, checked, folder, request, start if request.start else _group_start(shop, checked.decks[0])
    )
    progress("Laver drejebog, ark og siden til at tage med hjem …")
    printed = [*kit.of_each_meeting()]
    progress("Laver plakater …")
    printed += kit.posters()
    progress("Samler alt i én fil at printe …")
    papers = [p.paper for p in printed] + [kit.print_all(printed), kit.readme(printed)]
    kept = [paper for paper in papers if is_changed(paper.file.path)] if update else []
    papers = [paper for paper in papers if paper not in kept]
    check_papers([paper.file for paper in papers], replace=replace)
    progress(f"Skriver {len(checked.decks) + len(papers)} filer i {folder} …")
    made = _decks(shop, checked, folder, replace=replace, update=update)
    made += save_made(papers, replace=replace, progress=lambda _: None)
    return made + [Made(p.file.path, p.kind, p.pages, p.minutes, (KEPT, *p.remarks)) for p in kept]


def _decks(shop: Workshop, checked: Checked, folder: Path, *, replace: bool, update: bool) -> list[Made]:
    if not update:
        return save_checked(checked, folder, replace=replace, progress=lambda _: None)
    from holdslides.make_update import update_checked

    return update_checked(shop, checked, folder, dry_run=False, progress=lambda _: None)


@dataclass(frozen=True, slots=True)
class _Kit:
    """One kit being made."""

    shop: Workshop
    checked: Checked
    folder: Path
    request: KitRequest
    start: int | None

    def of_each_meeting(self) -> Iterator[Printed]:
        """The run sheet, the worksheets and the take-home page of each deck; a sheet is made once."""
        seen: set[str] = set()
        for deck in self.checked.decks:
            yield self._run_sheet(deck)
            ids = [id_ for id_ in handouts(deck, self.shop.library) if id_ not in seen]
            seen.update(ids)
            yield from self._sheets(deck, ids)
            yield from self._exercises(deck)
            yield self._take_home(deck)

    def _run_sheet(self, deck: Deck) -> Printed:
        from holdslides.print_file.run_sheet import lay_out_run_sheet

        sheet = compose_run_sheet(deck, self.shop.library, self.start)
        pages, problems = lay_out_run_sheet(sheet, self.checked.theme)
        if problems:
            raise ContentError(problems)
        name = f"{deck.name}-drejebog.pdf"
        item = PrintItem(f"Drejebog: {deck.title}", _meeting(deck), 1, "til dig")
        return self._printed(item, self.folder / name, "run-sheet", pages, f"Drejebog: {deck.title}")

    def _sheets(self, deck: Deck, ids: Sequence[str]) -> Iterator[Printed]:
        sheets = composed(self.shop, ids, deck.condition)
        for sheet, pages in sheet_pages(sheets, self.checked.theme, self.request.large):
            copies, whom = self._copies(sheet)
            item = PrintItem(sheet.name, _meeting(deck), copies, whom, _how_to_print(sheet))
            path = self.folder / SHEETS / file_name(sheet, self.request.large)
            yield self._printed(item, path, "sheet", pages, sheet.name, sheet.remarks)

    def _exercises(self, deck: Deck) -> Iterator[Printed]:
        """The page to practise by at home, where the deck has an exercise."""
        sheet = compose_exercises(deck, self.shop.library, self.shop.clinic)
        large = self.request.large
        for made, pages in sheet_pages([sheet] if sheet else [], self.checked.theme, large):
            path = self.folder / f"{deck.name}-oev-hjemme{'-stor' if large else ''}.pdf"
            item = PrintItem(made.name, _meeting(deck), self.people, "ét til hver")
            yield self._printed(item, path, "sheet", pages, made.name, made.remarks)

    @property
    def people(self) -> int:
        """How many the papers are for: a talk is with one."""
        return 1 if self.checked.decks[0].setting == Setting.INDIVIDUAL else self.request.participants

    def _copies(self, sheet: Sheet) -> tuple[int, str]:
        people = self.people
        match sheet.copies:
            case "hold":
                return 1, "til holdet"
            case "par":
                return -(-people // 2), "ét til hvert par, klippes ud"
            case _:
                return people, "ét til hver"

    def _take_home(self, deck: Deck) -> Printed:
        large = self.request.large
        sheet, pages = take_home(self.shop, deck, self.checked.theme, large)
        path = self.folder / f"{deck.name}-tag-med-hjem{'-stor' if large else ''}.pdf"
        item = PrintItem(sheet.name, _meeting(deck), self.people, "ét til hver")
        return self._printed(item, path, "take-home", pages, sheet.name)

    def posters(self) -> Iterator[Printed]:
        """The condition's posters on A3, and small enough for an office printer in the file of everything."""
        from holdslides.make_paper import PosterRequest, poster_pages
        from holdslides.make_paper import file_names as poster_file_names
        from holdslides.print_file.poster_pdf import poster_pdf
        from holdslides.print_file.sheet_pdf import Inset
        from holdslides.print_file.trim import Paper as PosterPaper

        request = PosterRequest(posters_for(self.shop.library, self.checked.decks[0]))
        pages = poster_pages(self.shop, request) if request.ids else []
        names = poster_file_names([poster for poster, _ in pages], request)
        for (poster, page), name in zip(pages, names, strict=True):
            data = poster_pdf(poster, page, PosterPaper(request.size))
            file = PaperFile(self.folder / POSTERS / name, data)
            item = PrintItem(f"Plakat: {poster.name}", UNDER_POSTERS, 1, "")
            yield Printed(item, Paper(file, "poster", 1, remarks=poster.remarks), [Inset(page)])

    def _printed(
        self,
        item: PrintItem,
        path: Path,
        kind: str,
        pages: Sequence[Page],
        title: str,
        remarks: tuple[str, ...] = (),
    ) -> Printed:
        from holdslides.print_file.sheet_pdf import pages_pdf

        return Printed(
            item, Paper(PaperFile(path, pages_pdf(pages, title)), kind, len(pages), 0, remarks), pages
        )

    # ---- all of it ----------------------------------------------------------------------------------------
    def print_all(self, printed: Sequence[Printed]) -> Paper:
        """One PDF of everything on A4, in the order it is used."""
        from holdslides.print_file.sheet_pdf import print_all_pdf
        from holdslides.print_file.slides import logo_folder

        pages = [page for p in printed for page in p.pages]
        title = f"Print alt: {self.shop.library.condition(self.checked.decks[0].condition).value.name}"
        data = print_all_pdf(pages, title, logo_folder(self.checked.theme))
        return Paper(PaperFile(self.folder / f"{self._named(PRINT_ALL)}.pdf", data), "print-all", len(pages))

    def readme(self, printed: Sequence[Printed]) -> Paper:
        """The text that says what to print in how many copies."""
        items = [(p.item, len(p.pages)) for p in printed]
        remarks = [r for deck in self.checked.decks for r in deck.remarks]
        remarks += [r for p in printed for r in p.paper.remarks]
        condition = self.shop.library.condition(self.checked.decks[0].condition).value.name
        text = Readme(condition, self.checked.decks, f"{self._named(PRINT_ALL)}.pdf", self.people)
        data = text.written(items, tuple(dict.fromkeys(remarks)))
        return Paper(PaperFile(self.folder / f"{self._named(README)}.txt", data), "readme", 0)

    def _named(self, name: str) -> str:
        """A file's name; a setting that is not the condition's usual one has files of its own."""
        deck = self.checked.decks[0]
        usual = next(iter(self.shop.library.condition(deck.condition).value.settings))
        return name if deck.setting == usual else f"{name}-{deck.setting}"


def take_home(shop: Workshop, deck: Deck, theme: Theme, large: bool = False) -> tuple[Sheet, list[Page]]:
    """The deck's page to take home, with as many of its headlines as there is room for, laid out.

    Raises ContentError where not even the shortest fits.
    """
    from holdslides.print_file.sheet import first_that_fits

    return first_that_fits(take_home_forms(deck, shop.library, shop.clinic), theme, large)


def posters_for(library: Library, deck: Deck) -> tuple[str, ...]:
    """Ids of the condition's posters that hold for the level the deck was made for."""
    level = deck.options.get("level", "")
    known = library.folders.ids("posters")
    posters = (
        library.load("posters", id_, PosterEntry)
        for id_ in library.condition(deck.condition).value.posters
        if id_ in known
    )
    return tuple(p.id for p in posters if not p.value.levels or not level or level in p.value.levels)


def _how_to_print(sheet: Sheet) -> str:
    """What the printer must be told; the answers are to land behind their cards."""
    has_backs = isinstance(sheet.body, Cards) and any(card.answer for card in sheet.body.cards)
    return "på begge sider, vend på den lange led: svarene kommer bag på kortene" if has_backs else ""


def _meeting(deck: Deck) -> str:
    return f"Gang {deck.session}: {deck.title}" if deck.session and deck.sessions > 1 else deck.title


def _group_start(shop: Workshop, deck: Deck) -> int | None:
    """When the group of that name meets, by klinik.yaml; None when it does not say so in a way we
    understand.
    """
    for group in shop.clinic.groups:
        if deck.group and folded(group.name) == folded(deck.group) and group.time:
            try:
                return parse_clock(group.time)
            except RequestError:
                return None
    return None
