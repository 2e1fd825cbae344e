"""The Flask application: the pages, the answers to their questions, and what an error looks like."""

from __future__ import annotations

import mimetypes
from typing import Any

from flask import Flask, current_app, g, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException

from holdslides.folders import built_in
from holdslides.problems import FileError, HoldslidesError, Problem
from holdslides.records import dataclass, field
from holdslides.web.jobs import Jobs
from holdslides.web.life import Life
from holdslides.web.programme import finding
from holdslides.web.security import Keys, guard
from holdslides.web.studio import Studio

_SAID = {
    400: "Det, siden sendte, kan ikke læses. Genindlæs siden.",
    403: "Siden er ikke åbnet fra holdslides på denne computer. Luk fanen, og start holdslides igen.",
    404: "Den side findes ikke her.",
    405: "Det kan man ikke her.",
    413: "Filen er for stor. Højst 5 MB.",
    415: "Det, siden sendte, kan ikke læses. Genindlæs siden.",
}
_UNKNOWN = "Noget gik galt. Genindlæs siden; sker det igen, så start holdslides igen."
_FILE_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
}
EXTENSION = "holdslides"


@dataclass
class Local:
    """Everything one server has: its studio, jobs, secrets, and how long it lives."""

    studio: Studio
    keys: Keys = field(default_factory=Keys)
    jobs: Jobs = field(default_factory=Jobs)
    life: Life = field(init=False)

    def __post_init__(self) -> None:
        self.life = Life(lambda: self.jobs.is_busy)


def local() -> Local:
    """What the server that answers now has."""
    found: Local = current_app.extensions[EXTENSION]
    return found


def create_app(here: Local, port: int) -> Flask:
    """The application for one server that listens on `port`."""
    from holdslides.web import clinic_routes, edit_routes, make_routes, paper_routes, program_routes

    for ending, type_ in _FILE_TYPES.items():  # the Windows registry may say anything else
        mimetypes.add_type(type_, ending)
    web = built_in("layouts") / "web"
    app = Flask("holdslides.web", static_folder=str(web / "static"), template_folder=str(web / "templates"))
    app.extensions[EXTENSION] = here
    app.jinja_env.undefined = StrictUndefined
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    guard(app, here.keys, port)
    for routes in (program_routes, edit_routes, paper_routes, make_routes, clinic_routes):
        app.register_blueprint(routes.routes)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(HoldslidesError, _wrong)
    app.register_error_handler(Exception, _broken)
    app.context_processor(lambda: {"token": g.get("token", ""), "page": request.path})
    return app


def body() -> dict[str, Any]:
    """The JSON object the page sent. Raises BadRequest or UnsupportedMediaType for anything else."""
    data = request.get_json()
    if not isinstance(data, dict):
        from werkzeug.exceptions import BadRequest

        raise BadRequest
    return data


def _refused(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    return _said(_SAID.get(status, _UNKNOWN), status)


def _wrong(error: HoldslidesError) -> ResponseReturnValue:
    status = 500 if isinstance(error, FileError) else 422  # 409 would say that another window has saved
    if _wants_json():
        return jsonify(problems=[finding(p) for p in error.problems]), status
    return render_template("besked.html", said="\n".join(str(p) for p in error.problems)), status


def _broken(error: Exception) -> ResponseReturnValue:
    current_app.logger.exception("unexpected", exc_info=error)
    return _said(_UNKNOWN, 500)


def _said(said: str, status: int) -> ResponseReturnValue:
    if _wants_json():
        return jsonify(problems=[finding(Problem(said))]), status
    return render_template("besked.html", said=said), status


def _wants_json() -> bool:
    return request.path.startswith("/api/")
