"""What a command or the local page asks for, done: compose, check the fit, write. Minutes in, files out.

Nothing is printed here; `progress` is told what happens, in Danish.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from holdslides.clinic import Clinic, load_clinic
from holdslides.folders import Folders
from holdslides.library import Library
from holdslides.problems import ContentError, Severity
from holdslides.records import dataclass, replace

if TYPE_CHECKING:
    from holdslides.deck import Deck
    from holdslides.measured import Measured
    from holdslides.pptx_file.clinic_template import Template
    from holdslides.request import Request
    from holdslides.theme import Layouts, Theme

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written: `pages` slides or pages; `changes` (Danish) is what the therapist should know."""

    path: Path
    kind: str
    pages: int
    minutes: float
    changes: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """The object `--format json` prints."""
        return {
            "path": str(self.path),
            "kind": self.kind,
            "pages": self.pages,
            "minutes": self.minutes,
            "changes": list(self.changes),
        }


@dataclass(frozen=True, slots=True)
class Workshop:
    """Everything the writing commands work with: the library and the clinic's settings, found once."""

    folders: Folders
    clinic: Clinic
    library: Library
    template_file: Path | None = None  # asked for, in place of the clinic's own

    @classmethod
    def open(cls, clinic_folder: Path | None) -> Workshop:
        """Opens the built-in content with the clinic's folder, if there is one, before it.

        Raises ContentError for a klinik.yaml that cannot be used.
        """
        folders = Folders(clinic_folder)
        clinic = load_clinic(folders)
        return cls(folders, clinic, Library(folders, clinic))

    @property
    def theme(self) -> Theme:
        """The theme in the clinic's colours and with its logo."""
        if self.folders.clinic is None:
            from holdslides.theme import load_theme

            return load_theme(self.folders)
        from holdslides.look import clinic_theme

        return clinic_theme(self.folders, self.clinic)

    @property
    def template(self) -> Template | None:
        """The PowerPoint template asked for, or the clinic's own; None for ours."""
        own = self.clinic.template
        if self.template_file is None and not own.file:
            return None
        from holdslides.clinic import template_place
        from holdslides.pptx_file.clinic_template import Template

        if self.template_file is not None:
            return Template(self.template_file, own.layouts)
        return Template(Path(own.file), own.layouts, template_place(self.folders))

    @property
    def look(self) -> tuple[Layouts, Theme]:
        """The boxes, colours and fonts of slides, on the template if there is one.

        Raises FileError for a template that cannot be used.
        """
        from holdslides.theme import load_layouts

        layouts, theme, template = load_layouts(self.folders), self.theme, self.template
        if template is None:
            return layouts, theme
        from holdslides.pptx_file.clinic_template import template_look

        return template_look(template, layouts, theme, own_colour=bool(self.clinic.colour))


@dataclass(frozen=True, slots=True)
class Checked:
    """Decks that are composed and fit, the look they are drawn in, and the name of the folder they go to."""

    decks: tuple[Deck, ...]
    layouts: Layouts
    theme: Theme
    measured: Measured
    folder: str
    template: Template | None = None


def checked_decks(shop: Workshop, *requests: Request) -> Checked:
    """The decks of one request, or of several that go into one folder, composed and checked; nothing is written.

    Raises RequestError for what does not exist, ContentError for content that cannot be shown.
    """
    from holdslides.check import Bench, must_hold
    from holdslides.compose import compose_decks, output_name
    from holdslides.fit import check_deck
    from holdslides.measured import Measured

    decks = tuple(deck for request in requests for deck in compose_decks(shop.library, shop.clinic, request))
    layouts, theme = shop.look
    template, measured = shop.template, Measured(layouts, theme)
    problems = [p for deck in decks for p in check_deck(deck, layouts, theme, measured)]
    problems += must_hold(decks, Bench.of(shop.library, shop.clinic, None if template else measured))
    if errors := [p for p in problems if p.severity is Severity.ERROR]:
        raise ContentError(errors)
    folder = output_name(decks[0])
    if said := tuple(_about_look(theme, template)):
        decks = tuple(replace(deck, remarks=(*deck.remarks, *said)) for deck in decks)
    return Checked(decks, layouts, theme, measured, folder, template)


def _about_look(theme: Theme, template: Template | None) -> Iterator[str]:
    """What the therapist should know about her look (Danish)."""
    from holdslides.widths import is_known

    if template and not is_known(theme.deck_font):
        font = theme.deck_font
        yield f"Skabelonens skrift {font} er regnet ud efter Arial: se slidene igennem i PowerPoint"
    if theme.logo and theme.logo.suffix.lower() == ".svg" and not template:
        yield "Logoet er en svg og vises kun på papir: gem det også som png, og skriv det i klinik.yaml"


def make_decks(
    shop: Workshop,
    request: Request,
    out: Path,
    *,
    replace: bool = False,
    pdf: bool = False,
    handout: bool = False,
    update: bool = False,
    dry_run: bool = False,
    progress: Progress = lambda _: None,
) -> list[Made]:
    """Composes, checks and writes the decks of a request below `out`, as a PDF and a handout too if wanted.

    With `update` what was edited by hand in the decks there are is kept, and PDFs are made of the others alone;
    `dry_run` then only tells the plan.
    Every deck is composed and checked before the first file is written. Raises RequestError for what does not
    exist, ContentError for content that cannot be shown, FileError for a folder or file that cannot be written.
    """
    checked = checked_decks(shop, request)
    folder = out / checked.folder
    if update:
        from holdslides.make_update import update_checked

        return update_checked(
            shop, checked, folder, dry_run=dry_run, progress=progress, pdf=pdf, handout=handout
        )
    if not (pdf or handout):
        return save_checked(checked, folder, replace=replace, progress=progress)
    from holdslides.make_pages import deck_papers, save_made
    from holdslides.paper_files import check_papers

    papers = deck_papers(checked, folder, pdf=pdf, handout=handout)
    check_papers([paper.file for paper in papers], replace=replace)
    made = save_checked(checked, folder, replace=replace, progress=progress)
    return made + save_made(papers, replace=replace, progress=progress)


def save_checked(checked: Checked, folder: Path, *, replace: bool, progress: Progress) -> list[Made]:
    """Writes checked decks into a folder. Raises FileError as `save_decks` does."""
    from holdslides.pptx_file import Target, save_decks

    targets = [Target(deck, folder / f"{deck.name}.pptx") for deck in checked.decks]
    moved = save_decks(
        targets,
        checked.layouts,
        checked.theme,
        replace=replace,
        template=checked.template,
        progress=progress,
        measured=checked.measured,
    )
    return [_made(target.deck, target.path, moved.get(target.path)) for target in targets]


def _made(deck: Deck, path: Path, moved: Path | None) -> Made:
    aside = (f"Din gamle fil ligger nu som {moved.name}",) if moved else ()
    return Made(path, "deck", sum(1 for _ in deck.slides), deck.minutes, deck.remarks + aside)
