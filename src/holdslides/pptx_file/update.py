"""Brings decks up to date without losing what was edited by hand: read, plan, merge, write.

Everything is read, planned and made before the first file is touched.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from holdslides.atomic import check_writable, explained, write_atomically
from holdslides.pptx_file import Target
from holdslides.pptx_file.deck_file import read_slides
from holdslides.pptx_file.looks import kept_look, slide_size
from holdslides.pptx_file.merge import merged
from holdslides.pptx_file.only_one import only_one
from holdslides.pptx_file.opened import Opened, Unreadable, damaged
from holdslides.pptx_file.plan import UpdatePlan, make_plan
from holdslides.pptx_file.read import REPLACE_HINT, opened, read_deck
from holdslides.pptx_file.settle import settled
from holdslides.pptx_file.state import State, find_state, is_as_written
from holdslides.problems import FileError, HoldslidesError, Place, Problem
from holdslides.records import dataclass


@dataclass(frozen=True)
class Update:
    """What became of a file: the plan (None for a file that was not there) and whether it was written."""

    path: Path
    plan: UpdatePlan | None
    written: bool


@dataclass(frozen=True)
class _Ready:
    path: Path
    old: bytes | None
    plan: UpdatePlan | None
    new: bytes

    @property
    def is_new(self) -> bool:
        return self.new != self.old

    def check_still(self) -> None:
        """Raises FileError when the file is no longer the one that was read."""
        try:
            now = self.path.read_bytes() if self.path.exists() else None
        except OSError as error:
            raise explained(error, self.path) from error
        if now != self.old:
            message = "filen blev ændret, mens den blev bragt op til nu, og er ikke rørt"
            raise FileError(Problem(message, Place(str(self.path)), "prøv igen"))


def update_files(
    made: Sequence[tuple[Target, bytes]],
    *,
    dry_run: bool = False,
    progress: Callable[[str], None] = lambda _: None,
) -> list[Update]:
    """Merges freshly written decks into the files there are; a file that is not there is written.

    With `dry_run` nothing is written. Raises FileError, with what is wrong with any of the files, for a file
    that cannot be read or is not ours, and for whatever keeps one from being written; then it is as it was.
    """
    with ExitStack() as held:
        if not dry_run:
            for target, _ in made:
                check_writable(target.path)
                if target.path.exists():
                    held.enter_context(only_one(target.path))
        ready = _all_ready(made)
        for one in ready:
            if one.is_new and not dry_run:
                write_atomically(one.path, one.new, one.check_still)
                progress(f"Skrev {one.path}")
    return [Update(one.path, one.plan, one.is_new and not dry_run) for one in ready]


def _all_ready(made: Sequence[tuple[Target, bytes]]) -> list[_Ready]:
    ready: list[_Ready] = []
    problems: list[Problem] = []
    for target, fresh in made:
        try:
            ready.append(_ready(target, fresh))
        except HoldslidesError as error:
            problems.extend(error.problems)
    if problems:
        raise FileError(problems)
    return ready


def _ready(target: Target, fresh: bytes) -> _Ready:
    path = target.path
    if not path.exists():
        return _Ready(path, None, None, fresh)
    old, package = read_deck(path)
    try:
        ours = opened(fresh)
        state = find_state(package.parts.items())
        new = _settled(ours)
        _check_ours(package, state, new)
        plan = make_plan(package, settled(state) if state else None, new)
        if state is not None and is_as_written(state, package.parts):
            return _Ready(path, old, plan, fresh)  # nothing of hers is in it
        return _Ready(path, old, plan, merged(package, ours, plan) if plan.changes else old)
    except Unreadable as error:
        raise error.of(path) from error
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        # well-formed XML may still lack any element of a slide; then the file is as good as broken
        raise damaged().of(path) from error


def _settled(package: Opened) -> State:
    state = find_state(package.parts.items())
    assert state is not None
    return settled(state)


def _check_ours(package: Opened, state: State | None, new: State) -> None:
    """Raises Unreadable for a file that an update could only spoil."""
    if state is None:
        ids = {record.id for record in new.slides}
        if not any(slide.id in ids for slide in read_slides(package)):
            raise Unreadable("filen er ikke lavet af holdslides", REPLACE_HINT)
    elif state.is_newer:
        raise Unreadable(
            f"filen er skrevet af en nyere udgave af holdslides ({state.version})", "opdatér holdslides først"
        )
    elif state.deck and state.deck != new.deck:
        raise Unreadable(
            f"filen er ikke {new.deck}, men {state.deck}", "giv den sit eget navn igen, eller brug --replace"
        )
    if slide_size(package) != kept_look(new.look).size:
        raise Unreadable(
            "slides i filen har en anden størrelse end vores", "vælg 16:9 igen, eller brug --replace"
        )
