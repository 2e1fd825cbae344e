"""What the local page has kept of a meeting, `fra_siden` in klinik.yaml: as an arrangement of its blocks.

A name of something that is no more, such as a module the clinic has deleted, is passed over and told: the
meeting is still there.
"""

from __future__ import annotations

from collections.abc import Iterator

from holdslides.ids import shown
from holdslides.library import Library
from holdslides.models_clinic import PageOrder
from holdslides.own_parts import MODULE as OWN_SLIDES
from holdslides.problems import HoldslidesError, PlaceOf, Problem, Severity
from holdslides.request import Arrangement

_LISTS = {"orden": "order", "tilføj": "added", "udelad": "without", "udelad_slides": "without_slides"}


def arrangement_of(page: PageOrder, library: Library) -> Arrangement:
    """The arrangement, without what is put in and does not exist any more."""
    return Arrangement(
        order=page.order,
        added=tuple(name for name in page.added if _exists(name, library)),
        left_out=page.without,
        without_slides=page.without_slides,
    )


def page_order_problems(page: PageOrder, library: Library, at: PlaceOf) -> Iterator[Problem]:
    """What cannot be used of it; `at` are the places below `fra_siden`."""
    if page.minutes < 0 or (2 * page.minutes) % 1:
        yield Problem("minutter skal være hele eller halve", at("minutter"), "fx 45")
    for key, name in _LISTS.items():
        for i, written in enumerate(getattr(page, name)):
            if not _exists(written, library):
                hint = "slet det, eller gem programmet igen på den lokale side"
                said = f'"{shown(written)}" findes ikke og bruges ikke'
                yield Problem(said, at(key, i), hint, severity=Severity.WARNING)


def _exists(name: str, library: Library) -> bool:
    module, _, slide = name.partition("/")
    if module == OWN_SLIDES:
        return True
    if module not in library.module_ids:
        return False
    try:
        return not slide or slide in {entry.id for entry in library.module(module).value.slides}
    except HoldslidesError:
        return True  # what is wrong with the module is said where it is used
