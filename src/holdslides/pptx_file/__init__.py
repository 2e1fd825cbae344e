"""PowerPoint files: write, recognise, check. The only package that imports python-pptx."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from holdslides.deck import Deck
from holdslides.records import dataclass

if TYPE_CHECKING:
    from holdslides.measured import Measured
    from holdslides.pptx_file.clinic_template import Template
    from holdslides.pptx_file.update import Update
    from holdslides.theme import Layouts, Theme


@dataclass(frozen=True, slots=True)
class Target:
    """A composed deck and the file it goes to."""

    deck: Deck
    path: Path


def save_decks(
    targets: Sequence[Target],
    layouts: Layouts,
    theme: Theme,
    *,
    replace: bool = False,
    template: Template | None = None,
    measured: Measured | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> dict[Path, Path]:
    """Writes the decks: all are made and checked before the first file is touched.

    `template` is a clinic's own, and `layouts` and `theme` those of `template_look` then; `measured` holds
    figures that are drawn already. Returns, for each file that `replace` put aside, where the old one lies
    now. Raises FileError for a file changed since it was written (unless `replace`) and for whatever keeps a
    file from being written.
    """
    from holdslides.pptx_file.save import check_target, save
    from holdslides.pptx_file.write import write_deck
    from holdslides.problems import FileError, Problem

    written = [
        (target.path, write_deck(target.deck, layouts, theme, template=template, measured=measured))
        for target in targets
    ]
    problems: list[Problem] = []
    harmless: dict[Path, bytes | None] = {}
    for path, data in written:
        try:
            harmless[path] = check_target(path, data, replace=replace)
        except FileError as error:
            problems.extend(error.problems)
    if problems:
        raise FileError(problems)
    moved: dict[Path, Path] = {}
    for path, data in written:
        if aside := save(data, path, replace=replace, harmless=harmless[path]):
            moved[path] = aside
        progress(f"Skrev {path}")
    return moved


def update_decks(
    targets: Sequence[Target],
    layouts: Layouts,
    theme: Theme,
    *,
    dry_run: bool = False,
    template: Template | None = None,
    measured: Measured | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> list[Update]:
    """Brings decks up to date without losing what was edited by hand in them; a missing file is written.

    With `dry_run` nothing is written. Raises FileError for a file that cannot be read or written, or is not
    ours; then every file is as it was.
    """
    from holdslides.pptx_file.update import update_files
    from holdslides.pptx_file.write import write_deck

    made = [
        (target, write_deck(target.deck, layouts, theme, template=template, measured=measured))
        for target in targets
    ]
    return update_files(made, dry_run=dry_run, progress=progress)
