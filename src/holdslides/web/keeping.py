"""The programme as the clinic keeps it: what the page writes to klinik.yaml for one meeting, and reads back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from holdslides.library import Library
from holdslides.models_clinic import Order, PageOrder
from holdslides.orders import is_for_choice
from holdslides.request import Arrangement, Choice, Request, settle
from holdslides.web.clinic_file import revision
from holdslides.web.clinic_write import Changed, write_clinic
from holdslides.web.program_file import with_page_order
from holdslides.web.studio import Studio


def kept(library: Library, choice: Choice) -> dict[str, Any]:
    """What the clinic keeps of a meeting, and its fingerprint: another one means that somebody has saved."""
    _, order = _entry(library, choice)
    page = order.page if order else PageOrder()
    written = {
        "order": page.order,
        "added": page.added,
        "leftOut": page.without,
        "withoutSlides": page.without_slides,
    }
    minutes = page.minutes or None
    return {
        "isKept": page != PageOrder(),
        "arrangement": {name: list(keys) for name, keys in written.items()},
        "minutes": minutes,
        "revision": revision(json.dumps([written, minutes]).encode()),
    }


def keep(studio: Studio, request: Request, known: str, *, exactly: bool = False) -> None:
    """Writes how the meeting is arranged; one that is as we suggest it is forgotten.

    Minutes that are not asked for stay as they were, unless it shall be `exactly` what is asked for. Raises
    Changed when somebody has saved since, ContentError and FileError when klinik.yaml cannot be used or written.
    """
    with studio.lock:
        library = studio.desk.shop.library
        now = kept(library, settle(library, request))
        minutes = request.minutes or (None if exactly else now["minutes"])
        _write(studio, request, known, _page(request.arrangement or Arrangement(), minutes))


def forget(studio: Studio, request: Request, known: str) -> None:
    """Takes what is kept of the meeting out of klinik.yaml. Raises as `keep`."""
    with studio.lock:
        _write(studio, request, known, {})


def _write(studio: Studio, request: Request, known: str, page: Mapping[str, Any]) -> None:
    library = studio.desk.shop.library
    choice = settle(library, request)
    if kept(library, choice)["revision"] != known:
        raise Changed
    if not page and not studio.has_clinic:
        return
    at, _ = _entry(library, choice)
    base = {"tilstand": choice.condition_id, "ramme": str(choice.setting), "gang": choice.sessions[0]}
    write_clinic(studio, lambda text: with_page_order(text, at, base, page or None))


def _entry(library: Library, choice: Choice) -> tuple[int | None, Order | None]:
    """The clinic's own order of the meeting, and which of `program` it is."""
    for i, order in enumerate(library.clinic.programme):
        if order.session == choice.sessions[0] and is_for_choice(order, choice, library):
            return i, order
    return None, None


def _page(wanted: Arrangement, minutes: float | None) -> dict[str, Any]:
    written = {
        "orden": wanted.order,
        "tilføj": wanted.added,
        "udelad": wanted.left_out,
        "udelad_slides": wanted.without_slides,
    }
    page: dict[str, Any] = {key: list(keys) for key, keys in written.items() if keys}
    if minutes:
        page["minutter"] = int(minutes) if minutes == int(minutes) else minutes
    return page
