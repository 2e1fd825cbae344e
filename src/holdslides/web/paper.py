"""Posters and worksheets on the page: what there is, how each looks, and what does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from holdslides.compose_poster import load_poster, poster_ids
from holdslides.compose_sheet import compose_sheet, load_sheet, sheet_ids
from holdslides.make_paper import PosterRequest, check_request, composed
from holdslides.models_paper import Hanging
from holdslides.models_sheet import SheetEntry
from holdslides.paper import month_name
from holdslides.print_file.page import document
from holdslides.print_file.poster import lay_out
from holdslides.print_file.sheet import lay_out_sheet
from holdslides.print_file.trim import Paper, paper_source
from holdslides.problems import ContentError, Problem
from holdslides.web.programme import conditions, finding
from holdslides.web.studio import Desk, Studio

HANGING = {
    Hanging.ALWAYS: "Hænger altid",
    Hanging.IN_TURN: "Skiftes hver måned",
    Hanging.CONSULTING_ROOM: "Til samtalerummet",
    Hanging.WHEN_NEEDED: "Når I har brug for den",
}


def poster_gallery(studio: Studio, desk: Desk, asked: PosterRequest) -> dict[str, Any]:
    """Every poster at a size and a reading distance (metres).

    Raises RequestError for a size or distance there is none of.
    """
    check_request(asked)
    ids = poster_ids(desk.shop.library)
    return {"items": [item for id_ in ids for item in _posters(studio, desk, asked, id_)]}


def sheet_gallery(studio: Studio, desk: Desk, condition: str, large: bool) -> dict[str, Any]:
    """Every worksheet that is for the condition ("" for all)."""
    items = (_sheet(studio, desk, id_, condition, large) for id_ in sheet_ids(desk.shop.library))
    return {"items": [item for item in items if item]}


def _posters(studio: Studio, desk: Desk, asked: PosterRequest, id_: str) -> Iterator[dict[str, Any]]:
    entry = load_poster(desk.shop.library, id_).value
    about = {
        "id": id_,
        "name": entry.name,
        "about": HANGING[entry.hanging],
        "conditions": list(entry.conditions),
        "forWhom": _for_whom(desk, entry.conditions),
    }
    paper = Paper(asked.size, asked.bleed)
    request = PosterRequest((id_,), asked.size, asked.distance, asked.bleed, asked.group)
    try:
        posters = composed(desk.shop, request, month_name(date.today()))
    except ContentError as error:
        yield {**about, "previews": [], "problems": _said(error.problems), "remarks": []}
        return
    for poster in posters:
        page, problems = lay_out(poster, desk.shop.theme, paper, asked.distance)
        logo = poster.sender.logo.path if poster.sender.logo else None
        name = studio.previews.name_of_source(paper_source(page, paper, poster.name), logo)
        yield {**about, "previews": [name], "problems": _said(problems), "remarks": list(poster.remarks)}


def _sheet(studio: Studio, desk: Desk, id_: str, condition: str, large: bool) -> dict[str, Any] | None:
    loaded = load_sheet(desk.shop.library, id_)
    entry: SheetEntry = loaded.value
    if condition and entry.conditions and condition not in entry.conditions:
        return None
    about: dict[str, Any] = {"id": id_, "name": entry.name, "conditions": list(entry.conditions)}
    about["forWhom"] = _for_whom(desk, entry.conditions)
    only = condition or (entry.conditions[0] if len(entry.conditions) == 1 else "")
    try:
        sheet = compose_sheet(desk.shop.library, desk.shop.clinic, id_, only)
    except ContentError as error:
        return {**about, "about": "", "previews": [], "problems": _said(error.problems), "remarks": []}
    pages, problems = lay_out_sheet(sheet, desk.shop.theme, large)
    names = [studio.previews.name_of_source(document([page], sheet.name)) for page in pages]
    many = "1 side" if len(names) == 1 else f"{len(names)} sider"
    return {
        **about,
        "about": many,
        "previews": names,
        "problems": _said(problems),
        "remarks": list(sheet.remarks),
    }


def _for_whom(desk: Desk, ids: tuple[str, ...]) -> str:
    names = {c["id"]: c["name"] for c in conditions(desk.shop.library)}
    return ", ".join(names.get(id_, id_) for id_ in ids) or "Alle"


def _said(problems: tuple[Problem, ...] | list[Problem]) -> list[dict[str, str]]:
    return [finding(problem) for problem in problems]
