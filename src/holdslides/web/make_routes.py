"""Files made and fetched: a job is started, asked for until it is done, and its files go by number."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from flask import Blueprint, abort, jsonify, send_file
from flask.typing import ResponseReturnValue

from holdslides.make import Made, make_decks
from holdslides.request import Request
from holdslides.web.app import body, local
from holdslides.web.jobs import Job, State, Work, as_json
from holdslides.web.plan import request_from, unreadable
from holdslides.web.studio import Studio

routes = Blueprint("make", __name__)

MOST_MEETINGS = 12
_TYPES = {
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
}

Maker = Callable[[Studio, list[Request], bool], Work]


def _decks(studio: Studio, requests: list[Request], replace: bool) -> Work:
    def work(progress: Callable[[str], None]) -> list[Made]:
        made: list[Made] = []
        for request in requests:
            made += make_decks(studio.desk.shop, request, studio.out, replace=replace)
            progress(made[-1].path.name)
        return made

    return work


MAKERS: dict[str, Maker] = {"slides": _decks}


@routes.post("/api/lav")
def make() -> ResponseReturnValue:
    """Starts a job for one or more meetings."""
    data = body()
    plans = data.get("plans")
    if not isinstance(plans, list) or not 1 <= len(plans) <= MOST_MEETINGS:
        raise unreadable("programmet")
    maker = MAKERS.get(str(data.get("what")))
    if maker is None:
        raise unreadable("det, der skal laves")
    requests = [request_from(plan) for plan in plans]
    work = maker(local().studio, requests, data.get("replace") is True)
    return jsonify(as_json(local().jobs.start(work, len(requests)))), 202


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
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for path, name in zip(paths, _names(paths), strict=True):
            archive.write(path, name)
    packed.seek(0)
    name = f"{paths[0].parent.name if paths else 'holdslides'}.zip"
    return send_file(packed, _TYPES[".zip"], as_attachment=True, download_name=name)


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
    folders = {path.parent for path in paths}
    shared = next(iter(folders)) if len(folders) == 1 else Path(*_common([f.parts for f in folders]))
    return [path.relative_to(shared).as_posix() for path in paths]


def _common(all_parts: list[tuple[str, ...]]) -> tuple[str, ...]:
    result: list[str] = []
    for parts in zip(*all_parts, strict=False):
        if len(set(parts)) > 1:
            break
        result.append(parts[0])
    return tuple(result)
