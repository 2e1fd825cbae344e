"""Carries an update plan out: starts from the file she has edited and replaces only what nobody has touched.

Every part of a slide that is hers keeps its bytes.
"""

from __future__ import annotations

from typing import assert_never

from holdslides.pptx_file.deck_file import FileSlide
from holdslides.pptx_file.kinds import CT, RT, last_word
from holdslides.pptx_file.lists import FIRST_SLIDE_ID, list_notes_master
from holdslides.pptx_file.looks import kept_look
from holdslides.pptx_file.markup import number_shown
from holdslides.pptx_file.merged_lists import Listed, list_all
from holdslides.pptx_file.merged_look import MergedLook
from holdslides.pptx_file.namespaces import P, R
from holdslides.pptx_file.notes_room import same_paper
from holdslides.pptx_file.opened import Opened, Unreadable, serialised
from holdslides.pptx_file.parts_copy import Copier
from holdslides.pptx_file.plan import Deleted, Dropped, Kept, New, Own, Unchanged, Updated, UpdatePlan
from holdslides.pptx_file.settle import Settler
from holdslides.pptx_file.state import SlideRecord, State, find_state
from holdslides.records import replace
from holdslides.zip_limits import TooLarge, check_size


def merged(theirs: Opened, fresh: Opened, plan: UpdatePlan) -> bytes:
    """The new file. `theirs` is the edited one, which is used up; `fresh` what ours would be without it.

    Raises Unreadable for broken parts.
    """
    return _Merge(theirs, fresh, plan).run()


class _Merge:
    def __init__(self, theirs: Opened, fresh: Opened, plan: UpdatePlan) -> None:
        self.theirs, self.fresh, self.plan = theirs, fresh, plan
        self.copier = Copier(fresh, theirs)
        self.look = MergedLook(fresh, plan, self.copier)
        self.new = {record.id: record for record in plan.new.slides}
        self.old = {record.id: record for record in plan.was.slides}
        self.fresh_slides = fresh.slides()
        self.relations = self._relations()
        self.notes_master = ""
        self.records: dict[str, SlideRecord] = {}

    def run(self) -> bytes:
        if self.plan.look.renew:
            self.look.renew()
        self.look.bring_table_styles()
        self._bring_settings()
        listed = [self._step(position) for position in range(len(self.plan.steps))]
        self._take_out()
        main = self.theirs.presentation
        tree = self.theirs.tree(main)
        list_all(tree, listed, lost_lists=self.plan.lost_tags)
        self.theirs.put(main, serialised(tree))
        there = {str(e.get(f"{R}id")) for e in tree.iter(f"{P}sldId")}
        related = self.theirs.relations(main)
        self.theirs.set_relations(main, [r for r in related if r.kind != "slide" or r.id in there])
        self.look.drop_idle_masters()
        self._record()
        self.theirs.drop_unreachable()
        return self._with_state()

    def _bring_settings(self) -> None:
        """The settings PowerPoint looks for and LibreOffice leaves out."""
        main = self.theirs.presentation
        for type_ in (RT.PRESENTATION_PROPERTIES, RT.VIEW_PROPERTIES):
            kind = last_word(type_)
            for part in self.fresh.related(self.fresh.presentation, kind):
                if not self.theirs.related(main, kind):
                    self.theirs.relate(main, type_, self.copier.copy(part))

    def _relations(self) -> dict[int, str]:
        main = self.theirs.tree(self.theirs.presentation)
        return {int(str(e.get("id"))): str(e.get(f"{R}id")) for e in main.iter(f"{P}sldId")}

    # ---- slides -------------------------------------------------------------------------------------------
    def _step(self, position: int) -> Listed:
        step = self.plan.steps[position]
        match step:
            case New():
                number = self._add(step.id, position)
            case Updated():
                number = self._rewrite(step.id, step.slide, position)
            case Unchanged():
                # as it was, but with its tags and alt texts again, or on the new layouts
                if self.plan.lost_tags or self.plan.look.renew:
                    self._rewrite(step.id, step.slide, position)
                number = step.slide.number
            case Kept() | Own():
                number = step.slide.number
            case _:
                assert_never(step)
        if isinstance(step, Own):
            return Listed(number, self.relations[number])
        new, old = self.new.get(step.id), self.old.get(step.id)
        now = new or old
        assert now is not None
        # what she has edited is measured by what it was when it was written
        base = (old or now) if isinstance(step, Kept) else replace(now, said="")
        self.records[step.id] = replace(base, number=number, section=now.section, short=now.short)
        was = None if isinstance(step, New) else old
        return Listed(
            number,
            self.relations[number],
            section=now.section,
            short=now.short,
            was_in=was.section if was else None,
            was_short=was.short if was else None,
            moved=step.id in self.plan.moved,
        )

    def _add(self, id_: str, position: int) -> int:
        number = max((*self.relations, *(r.number for r in self.plan.was.slides), FIRST_SLIDE_ID - 1)) + 1
        part = self.theirs.put(self.theirs.free_name("ppt/slides/slide1.xml"), b"", CT.SLIDE)
        self.relations[number] = self.theirs.relate(self.theirs.presentation, RT.SLIDE, part)
        self._fill(id_, part, position)
        return number

    def _rewrite(self, id_: str, slide: FileSlide, position: int) -> int:
        self._fill(id_, slide.part, position)
        return slide.number

    def _fill(self, id_: str, part: str, position: int) -> None:
        """Makes `part` our slide, with copies of what it leads to."""
        number = self.new[id_].number
        ours = self.fresh_slides[number]
        layout = self.fresh.related(ours, "slideLayout")[0]
        decided = {layout: self.look.layout(layout), ours: part}
        shown, becomes = number_shown(number - FIRST_SLIDE_ID + 1), number_shown(position + 1)
        for notes in self.fresh.related(ours, "notesSlide"):
            data = self.fresh.parts[notes].replace(shown, becomes)
            type_ = self.fresh.content_type(notes)
            copy = decided[notes] = self.theirs.put(self.theirs.free_name(notes), data, type_)
            masters = {m: self._notes_master(m) for m in self.fresh.related(notes, "notesMaster")}
            self.copier.relations(notes, copy, {**masters, ours: part})
        self.theirs.put(part, self.fresh.parts[ours].replace(shown, becomes))
        self.copier.relations(ours, part, decided)

    def _notes_master(self, ours: str) -> str:
        if not self.notes_master:
            main = self.theirs.presentation
            known = self.theirs.related(main, "notesMaster")
            self.notes_master = known[0] if known else self._new_notes_master(ours, main)
        return self.notes_master

    def _new_notes_master(self, ours: str, main: str) -> str:
        copy = self.copier.copy(ours)
        relation = self.theirs.relate(main, RT.NOTES_MASTER, copy)
        tree = self.theirs.tree(main)
        list_notes_master(tree, relation)
        same_paper(tree, self.fresh.tree(self.fresh.presentation))
        self.theirs.put(main, serialised(tree))
        return copy

    def _take_out(self) -> None:
        """Dropped slides lose their place; jumps to them lead to the first slide."""
        gone: set[str] = set()
        for step in self.plan.gone:
            match step:
                case Deleted():
                    self._remember(step.id)
                case Dropped():
                    gone.add(step.slide.part)
                case _:
                    assert_never(step)
        slides = [part for part in self.theirs.slides().values() if part not in gone]
        for slide in slides:
            for relation in self.theirs.relations(slide):
                if relation.target in gone and not relation.outside:
                    self.theirs.retarget(slide, relation.id, slides[0])

    def _remember(self, id_: str) -> None:
        record = self.old.get(id_) or self.new[id_]
        self.records[id_] = replace(record, said="", gone=True)

    # ---- the state ----------------------------------------------------------------------------------------
    def _record(self) -> None:
        """What our slides mean where they stand now. What she has edited is measured by what it was."""
        slides = self.theirs.slides()
        settler = Settler(self.theirs, kept_look(self.plan.new.look).palette)
        for id_, record in self.records.items():
            if record.said or record.gone:
                continue
            self.records[id_] = replace(record, said=settler.said(slides[record.number]))

    def _in_order(self) -> tuple[SlideRecord, ...]:
        """Ours in our order; what ours no longer has behind what it followed."""
        order = [id_ for id_ in self.new if id_ in self.records]
        before = ""
        for id_ in self.old:
            if id_ in self.records and id_ not in order:
                order.insert(order.index(before) + 1 if before else 0, id_)
            if id_ in order:
                before = id_
        return tuple(self.records[id_] for id_ in order)

    def _with_state(self) -> bytes:
        new = self.plan.new
        name = self._state_part()
        state = State(name, {}, deck=new.deck, mixed=True, look=new.look, slides=self._in_order())
        try:
            self.theirs.put(name, state.xml())
            data = self.theirs.to_bytes()
            check_size(self.theirs.parts, len(data))
        except TooLarge as error:
            hint = "fordel slides på flere præsentationer"
            raise Unreadable("filen ville blive for stor til at blive læst igen", hint) from error
        return data

    def _state_part(self) -> str:
        """The part the state is kept in; tied to the presentation anew where it was lost."""
        known = find_state(self.theirs.parts.items())
        main = self.theirs.presentation
        if known is not None:
            # LibreOffice ties it to the package, where it must not be
            kept = [r for r in self.theirs.relations("") if r.target != known.part]
            self.theirs.set_relations("", kept)
            self.theirs.relate(main, RT.CUSTOM_XML, known.part)
            return known.part
        name = self.theirs.put(self.theirs.free_name("customXml/item1.xml"), b"", CT.XML)
        for about in self.fresh.related(self.plan.new.part, "customXmlProps"):
            data = self.fresh.parts[about]
            copy = self.theirs.put(self.theirs.free_name("customXml/itemProps1.xml"), data)
            self.theirs.put(copy, data, CT.CUSTOM_XML_PROPERTIES)
            self.theirs.relate(name, RT.CUSTOM_XML_PROPERTIES, copy)
        self.theirs.relate(main, RT.CUSTOM_XML, name)
        return name
