"""What an update will do, as plain data: from what was written, what the file holds and what is new.

Nothing is written here; `merge` carries the plan out and `plan_words` tells it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TypeAlias

from holdslides.pptx_file.deck_file import FileSlide, all_words, edit_of, read_slides, whose
from holdslides.pptx_file.looks import kept_look, read_look
from holdslides.pptx_file.merged_lists import lists_are_broken
from holdslides.pptx_file.opened import Opened
from holdslides.pptx_file.ordering import merged_order
from holdslides.pptx_file.same_looks import Eyes
from holdslides.pptx_file.state import SlideRecord, State
from holdslides.records import dataclass


@dataclass(frozen=True)
class New:
    """A slide of ours that the file does not have yet."""

    id: str
    title: str


@dataclass(frozen=True)
class Updated:
    """A slide nobody has touched, and that says or shows something else now."""

    id: str
    title: str
    slide: FileSlide


@dataclass(frozen=True)
class Unchanged:
    """A slide nobody has touched, and that is as it was."""

    id: str
    title: str
    slide: FileSlide


@dataclass(frozen=True)
class Kept:
    """A slide she has edited, and how (Danish).

    `behind`: ours has changed since; `outside`: ours no longer has it.
    """

    id: str
    title: str
    slide: FileSlide
    edit: str
    behind: bool = False
    outside: bool = False


@dataclass(frozen=True)
class Own:
    """A slide of hers; `copy_of` is the id of ours that it is a copy of, or ""."""

    slide: FileSlide
    copy_of: str = ""


@dataclass(frozen=True)
class Deleted:
    """A slide of ours that she has deleted."""

    id: str
    title: str


@dataclass(frozen=True)
class Dropped:
    """A slide nobody has touched, and that ours no longer has."""

    id: str
    title: str
    slide: FileSlide


Step: TypeAlias = New | Updated | Unchanged | Kept | Own
Gone: TypeAlias = Deleted | Dropped


@dataclass(frozen=True)
class LookPlan:
    """`renew`: layouts and theme are brought up to date. `her_…`: she has changed them, and hers win."""

    renew: bool = False
    her_theme: bool = False
    her_layouts: bool = False
    outdated: bool = False


@dataclass(frozen=True)
class UpdatePlan:
    """`steps` are in the order of the new file, `moved` the ids of slides she moved.

    `renewed_lists`: sections or the short show are not as they should be. `lost_tags`: the file has been
    through a program that drops tags and sections. `was` and `new` are the states.
    """

    steps: tuple[Step, ...]
    gone: tuple[Gone, ...]
    moved: frozenset[str]
    look: LookPlan
    renewed_lists: bool
    reordered: bool
    lost_tags: bool
    was: State
    new: State

    @property
    def changes(self) -> bool:
        """Whether the file will be another."""
        acts = any(isinstance(step, New | Updated) for step in self.steps)
        drops = any(isinstance(step, Dropped) for step in self.gone)
        return acts or drops or self.look.renew or self.renewed_lists or self.reordered

    @property
    def holds_hers(self) -> bool:
        """Whether the new file shows something else than ours alone."""
        shows = any(isinstance(step, Kept | Own) for step in self.steps)
        lacks = any(isinstance(step, Deleted) for step in self.gone)
        return shows or lacks or bool(self.moved) or self.look.her_theme or self.look.her_layouts


def make_plan(package: Opened, was: State | None, new: State) -> UpdatePlan:
    """The plan for a file. `was` is what was written in it (None when that is lost), `new` what would be now.

    Both are settled. Raises Unreadable for broken parts.
    """
    base = was if was is not None else new
    planner = _Planner(package, base, new)
    return planner.plan()


class _Planner:
    def __init__(self, package: Opened, was: State, new: State) -> None:
        self.package, self.was, self.new = package, was, new
        self.old_look = kept_look(was.look)
        self.look = read_look(package, self.old_look.layouts)
        self.eyes = Eyes(self.old_look.palette, self.look.palette)
        self.ours = {record.id: record for record in new.slides}
        self.written = {record.id: record for record in was.slides}
        self.slides = read_slides(package)
        self.found = whose(self.slides, {**self.ours, **self.written}, self.eyes)
        self.has_tags = any(slide.has_tag for slide in self.slides)
        self.keys = {slide.number: id_ for id_, slide in self.found.items()}

    def plan(self) -> UpdatePlan:
        steps: dict[str, Step] = {}
        gone: list[Gone] = []
        for slide in self.slides:
            key = self._key(slide)
            step = self._step(slide)
            if isinstance(step, Dropped):
                gone.append(step)
            else:
                steps[key] = step
        for id_, record in self.ours.items():
            if id_ in self.found:
                continue
            if id_ in self.written:
                gone.append(Deleted(id_, record.title))
            else:
                steps[id_] = New(id_, record.title)
        file = [self._key(slide) for slide in self.slides]
        order, moved = merged_order(
            [id_ for id_, record in self.written.items() if not record.gone],
            file,
            list(self.ours),
            {step.id for step in gone},
        )
        stays = [key for key in file if key in steps]
        return UpdatePlan(
            steps=tuple(steps[key] for key in order),
            gone=tuple(gone),
            moved=moved,
            look=self._look_plan,
            renewed_lists=self._lists_differ() or lists_are_broken(self.package),
            lost_tags=not self.has_tags,
            reordered=[key for key in order if key in set(file)] != stays,
            was=self.was,
            new=self.new,
        )

    def _key(self, slide: FileSlide) -> str:
        return self.keys.get(slide.number) or f"#{slide.number}"

    def _step(self, slide: FileSlide) -> Step | Dropped:
        """One slide of the file: whose is it, has she changed it, have we?"""
        id_ = self.keys.get(slide.number)
        if id_ is None:
            return Own(slide, slide.id if slide.id in self.found else "")
        new = self.ours.get(id_)
        record = self.written.get(id_, new)
        assert record is not None
        edit = edit_of(record, slide, self.eyes)
        if new is None:
            if edit:
                return Kept(id_, slide.title, slide, edit, outside=True)
            return Dropped(id_, record.title, slide)
        if edit and edit_of(new, slide, self.eyes):
            return Kept(id_, slide.title, slide, edit, behind=self._says_other(record, new))
        if edit or new.content == record.content:  # edited into what ours says now, or never changed
            return Unchanged(id_, new.title, slide)
        return Updated(id_, new.title, slide)

    @cached_property
    def _look_plan(self) -> LookPlan:
        new = kept_look(self.new.look)
        outdated = new.source != self.old_look.source
        # a program that drops tags also makes layouts of its own, of whatever names
        known = self.has_tags and any(name in self.look.layouts for name in self.old_look.layouts)
        her_layouts = known and not self.old_look.same_layouts(self.look)
        return LookPlan(
            renew=outdated and not her_layouts,
            her_theme=not self.old_look.same_theme(self.look),
            her_layouts=her_layouts,
            outdated=outdated,
        )

    def _says_other(self, record: SlideRecord, new: SlideRecord) -> bool:
        """Whether ours means something else than when it was written; how it is written does not count."""
        if record.content == new.content or record.said == new.said:
            return False
        # on other layouts everything stands elsewhere; then the words tell
        return not self._look_plan.outdated or all_words(record.meaning) != all_words(new.meaning)

    def _lists_differ(self) -> bool:
        return any(
            (record.short, record.section) != (new.short, new.section)
            for id_, new in self.ours.items()
            if (record := self.written.get(id_)) is not None and id_ in self.found
        )
