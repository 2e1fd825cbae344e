"""Files made and fetched: a job is started, asked for until it is done, and its files go by number."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Blueprint, abort, jsonify, send_file
from flask.typing import ResponseReturnValue

from holdslides.make import Made, make_decks
from holdslides.make_kit import KitRequest, make_kit
from holdslides.make_paper import make_posters
from holdslides.make_sheets import SheetRequest, make_sheets
from holdslides.problems import Problem, RequestError
from holdslides.request import Request
from holdslides.web.app import body, local
from holdslides.web.jobs import Job, Progress, State, Work, as_json
from holdslides.web.paper_routes import paper_ids, poster_request
from holdslides.web.plan import request_from, text, unreadable
from holdslides.web.studio import Studio

routes = Blueprint("make", __name__)

MOST_MEETINGS = 12
MOST_PEOPLE = 100
KIT_STEPS, KIT_FILES = 16, 7  # about how often the kit tells of itself: in all, and for each meeting
_OPTIONS = {"pdf": "pdf", "handout": "handout", "update": "update", "dry_run": "dryRun"}
_TYPES = {
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
}

Maker = Callable[[Studio, dict[str, Any]], tuple[Work, int]]


def _decks(studio: Studio, data: dict[str, Any]) -> tuple[Work, int]:
    requests, replace = _meetings(data), data.get("replace") is True
    options = {name: data.get(sent) is True for name, sent in _OPTIONS.items()}

    def work(progress: Progress) -> list[Made]:
        made: list[Made] = []
        for request in requests:
            made += make_decks(
                studio.desk.shop, request, studio.out, replace=replace, progress=progress, **options
            )
        return made

    return work, len(requests) * (1 + options["pdf"] + options["handout"])


def _kit(studio: Studio, data: dict[str, Any]) -> tuple[Work, int]:
    requests, replace, update = _meetings(data), data.get("replace") is True, data.get("update") is True
    people = data.get("participants")
    if not isinstance(people, int) or isinstance(people, bool) or not 1 <= people <= MOST_PEOPLE:
        raise RequestError(
            Problem("skriv, hvor mange deltagere der er", hint=f"et helt tal fra 1 til {MOST_PEOPLE}")
        )
    asked = KitRequest(
        requests[0],
        participants=people,
        start=text(data, "start"),
        large=data.get("large") is True,
        meetings=tuple(requests),
    )

    def work(progress: Progress) -> list[Made]:
        return make_kit(
            studio.desk.shop, asked, studio.out, replace=replace, update=update, progress=progress
        )

    return work, KIT_STEPS + KIT_FILES * len(requests)


def _posters(studio: Studio, data: dict[str, Any]) -> tuple[Work, int]:
    asked, replace = poster_request(data), data.get("replace") is True
    if not asked.ids:
        raise unreadable("valget")

    def work(progress: Progress) -> list[Made]:
        return make_posters(studio.desk.shop, asked, studio.out, replace_changed=replace, progress=progress)

    return work, len(asked.ids)


def _sheets(studio: Studio, data: dict[str, Any]) -> tuple[Work, int]:
    asked = SheetRequest(paper_ids(data), text(data, "condition"), data.get("large") is True)
    replace = data.get("replace") is True
    if not asked.ids:
        raise unreadable("valget")

    def work(progress: Progress) -> list[Made]:
        return make_sheets(studio.desk.shop, asked, studio.out, replace=replace, progress=progress)

    return work, len(asked.ids)


def _meetings(data: dict[str, Any]) -> list[Request]:
    plans = data.get("plans")
    if not isinstance(plans, list) or not 1 <= len(plans) <= MOST_MEETINGS:
        raise unreadable("programmet")
    return [request_from(plan) for plan in plans]


MAKERS: dict[str, Maker] = {"slides": _decks, "kit": _kit, "poster": _posters, "sheet": _sheets}


@routes.post("/api/lav")
def make() -> ResponseReturnValue:
    """Starts a job: slides for one or more meetings, or paper."""
    data = body()
    maker = MAKERS.get(str(data.get("what")))
    if maker is None:
        raise unreadable("det, der skal laves")
    work, expected = maker(local().studio, data)
    return jsonify(as_json(local().jobs.start(work, expected))), 202


@routes.get("/api/job/<id_>")
def job(id_: str) -> ResponseReturnValue:
    """How far a job has come, and what it made."""
    return jsonify(as_json(_job(id_)))


@routes.get("/hent/<id_>/<int:number>")
def fetch(id_: str, number: int) -> ResponseReturnValue:
    """One file of a job."""
    made = _done(id_).made
    if number >= len(made) or not made[number].path.is_file():
        abort(404)
    path = made[number].path
    return send_file(path, _TYPES.get(path.suffix), as_attachment=True, download_name=path.name)


@routes.get("/hent/<id_>/alt.zip")
def fetch_all(id_: str) -> ResponseReturnValue:
    """All files of a job in one."""
    made = _done(id_).made
    paths = [m.path for m in made if m.path.is_file()]
    if not paths:
        abort(404)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for path, name in zip(paths, _names(paths), strict=True):
            archive.write(path, name)
    packed.seek(0)
    return send_file(packed, _TYPES[".zip"], as_attachment=True, download_name=f"{paths[0].parent.name}.zip")


def _job(id_: str) -> Job:
    found = local().jobs.get(id_)
    if found is None:
        abort(404)
    return found


def _done(id_: str) -> Job:
    found = _job(id_)
    if found.state is not State.DONE:
        abort(404)
    return found


def _names(paths: list[Path]) -> list[str]:
    """The names in the archive: below the folder all files share."""
    shared = os.path.commonpath([path.parent for path in paths])
    return [path.relative_to(shared).as_posix() for path in paths]
