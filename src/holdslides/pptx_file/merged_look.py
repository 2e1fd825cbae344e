"""Layouts, master and theme of a merged deck: which of hers our slides can stand on, and ours brought in.

A layout of hers will do when it has the name of ours and every placeholder. Masters nothing stands on any
more are taken out again, if they are ours or the work of a program that writes one master per layout.
"""

from __future__ import annotations

import copy

from lxml import etree

from holdslides.pptx_file.kinds import RT
from holdslides.pptx_file.lists import last_look_id
from holdslides.pptx_file.looks import kept_look, main_master, masters, names_under
from holdslides.pptx_file.namespaces import A, P, R
from holdslides.pptx_file.opened import Opened, layout_name, serialised
from holdslides.pptx_file.parts_copy import Copier
from holdslides.pptx_file.plan import UpdatePlan


class MergedLook:
    """Gives each slide of ours (in `fresh`) its layout in `theirs`."""

    def __init__(self, fresh: Opened, plan: UpdatePlan, copier: Copier) -> None:
        self.theirs, self.fresh, self.copier, self.plan = copier.target, fresh, copier, plan.look
        self.lost_tags = plan.lost_tags
        self.known = known = set(kept_look(plan.was.look).layouts) | set(kept_look(plan.new.look).layouts)
        self.ours = main_master(fresh, known)
        self.old_main = main_master(self.theirs, known)
        self.old_masters = masters(self.theirs)
        self._layouts: dict[str, str] = {}  # ours -> theirs
        self._masters: dict[str, str] = {}

    def renew(self) -> None:
        """Brings our master in and moves every slide that stands on the old one's layouts."""
        new = self._imported(self.ours)
        by_name = names_under(self.theirs, new)
        old = {part: name for name, part in names_under(self.theirs, self.old_main).items()}
        for slide in self.theirs.slides().values():
            for relation in self.theirs.relations(slide):
                if relation.kind == "slideLayout" and (name := old.get(relation.target)) in by_name:
                    self.theirs.retarget(slide, relation.id, by_name[str(name)])

    def layout(self, ours: str) -> str:
        """The layout in the new file for a slide that stands on `ours` in the fresh one."""
        if ours not in self._layouts:
            self._layouts[ours] = self._hers(ours) or self._brought(ours)
        return self._layouts[ours]

    def _hers(self, ours: str) -> str:
        """A layout of hers of this name with all the places ours has; "" when there is none."""
        name = layout_name(self.fresh.tree(ours))
        wanted = _indexes(self.fresh, ours)
        own_master = self.fresh.related(ours, "slideMaster")[0]
        for master in masters(self.theirs):
            if own_master == self.ours and self.ours in self._masters and master != self._masters[self.ours]:
                continue  # ours was brought in: nothing of ours stands on the old one any more
            names = names_under(self.theirs, master)
            alike = own_master == self.ours or names.keys() == names_under(self.fresh, own_master).keys()
            if alike and name in names and wanted <= _indexes(self.theirs, names[name]):
                return names[name]
        return ""

    def _brought(self, ours: str) -> str:
        master = self._imported(self.fresh.related(ours, "slideMaster")[0])
        return names_under(self.theirs, master)[layout_name(self.fresh.tree(ours))]

    # ---- bringing a master in -----------------------------------------------------------------------------
    def _imported(self, master: str) -> str:
        if master in self._masters:
            return self._masters[master]
        old_theme = self.theirs.related(self.old_main, "theme") if self.old_main else []
        new = self._masters[master] = self.copier.copy(master)
        if master == self.ours and self.plan.her_theme and old_theme:
            self._take_theme(old_theme[0], self.theirs.related(new, "theme")[0])
        main = self.theirs.presentation
        relation = self.theirs.relate(main, RT.SLIDE_MASTER, new)
        tree = self.theirs.tree(main)
        entry = etree.SubElement(tree.find(f"{P}sldMasterIdLst"), f"{P}sldMasterId")
        entry.set(f"{R}id", relation)
        free = _free_id(self.theirs)
        entry.set("id", str(free))
        own = self.theirs.tree(new)
        for number, layout in enumerate(own.iter(f"{P}sldLayoutId"), free + 1):
            layout.set("id", str(number))
        self.theirs.put(new, serialised(own))
        self.theirs.put(main, serialised(tree))
        return new

    def _take_theme(self, hers: str, ours: str) -> None:
        """Her colours, fonts and effects in place of ours, with the pictures they use."""
        self.theirs.put(ours, self.theirs.parts[hers])
        self.theirs.set_relations(ours, self.theirs.relations(hers))

    def drop_idle_masters(self) -> None:
        """Takes out the masters that were there and that no slide stands on now, once ours are in."""
        if self.ours not in self._masters:
            return
        used = {
            master
            for slide in self.theirs.slides().values()
            for layout in self.theirs.related(slide, "slideLayout")
            for master in self.theirs.related(layout, "slideMaster")
        }
        main = self.theirs.presentation
        tree = self.theirs.tree(main)
        for entry in list(tree.iter(f"{P}sldMasterId")):
            master = self.theirs.target(main, entry.get(f"{R}id"))
            if master in self.old_masters and master not in used and self._is_ours(master):
                entry.getparent().remove(entry)
                kept = [r for r in self.theirs.relations(main) if r.id != entry.get(f"{R}id")]
                self.theirs.set_relations(main, kept)
        self.theirs.put(main, serialised(tree))
        self._point_to_theme(main)

    def _is_ours(self, master: str) -> bool:
        names = names_under(self.theirs, master).keys()
        return names <= self.known or (self.lost_tags and not names & self.known)

    def _point_to_theme(self, main: str) -> None:
        first = self.theirs.tree(main).find(f"{P}sldMasterIdLst/{P}sldMasterId")
        theme = self.theirs.related(self.theirs.target(main, first.get(f"{R}id")), "theme")
        for relation in self.theirs.relations(main):
            if relation.kind == "theme" and theme:
                self.theirs.retarget(main, relation.id, theme[0])

    # ---- table styles -------------------------------------------------------------------------------------
    def bring_table_styles(self) -> None:
        """Our table styles, if they are missing or ours are to be renewed."""
        ours = self.fresh.related(self.fresh.presentation, "tableStyles")
        main = self.theirs.presentation
        theirs = self.theirs.related(main, "tableStyles")
        if ours and not theirs:
            self.theirs.relate(main, RT.TABLE_STYLES, self.copier.copy(ours[0]))
        elif ours:
            tree = self.theirs.tree(theirs[0])
            there = {e.get("styleId"): e for e in tree}
            for style in self.fresh.tree(ours[0]).findall(f"{A}tblStyle"):
                old = there.get(style.get("styleId"))
                if old is None:
                    tree.append(copy.deepcopy(style))
                elif self.plan.renew:
                    tree.replace(old, copy.deepcopy(style))
            self.theirs.put(theirs[0], serialised(tree))


def _indexes(package: Opened, layout: str) -> set[str]:
    return {str(holder.get("idx", "0")) for holder in package.tree(layout).iter(f"{P}ph")}


def _free_id(package: Opened) -> int:
    """A number above those of all masters and layouts, which share one range."""
    return last_look_id(map(package.tree, (package.presentation, *masters(package)))) + 1
