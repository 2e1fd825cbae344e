"""The clinic's settings: name, logo, colour, groups, approvals."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, abort, jsonify, render_template, request, send_file
from flask.typing import ResponseReturnValue

from holdslides.logo import read_logo
from holdslides.problems import Place, Problem
from holdslides.safety_net import STAND_IN, in_words
from holdslides.web import clinic
from holdslides.web.app import body, local
from holdslides.web.clinic_write import Changed
from holdslides.web.plan import text, unreadable
from holdslides.web.programme import finding

routes = Blueprint("clinic", __name__)

CONFLICT = (
    "Klinikkens oplysninger er gemt i et andet vindue, siden du åbnede dette. "
    "Det, du har skrevet, står her stadig."
)
_TYPES = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}


@routes.get("/klinik")
def page() -> ResponseReturnValue:
    """The form; filled in by its script."""
    stand_in = in_words(local().studio.desk.shop.library.safety(STAND_IN))
    return render_template("klinik.html", words=clinic.WORDS, stand_in=stand_in)


@routes.get("/api/klinik")
def read() -> ResponseReturnValue:
    """What klinik.yaml says."""
    return jsonify(clinic.settings(local().studio))


@routes.post("/api/klinik")
def save() -> ResponseReturnValue:
    """Keeps the form, unless another window has saved in between (409)."""
    data = body()
    try:
        clinic.save(local().studio, data, text(data, "revision"))
    except Changed:
        return _conflict()
    return jsonify(clinic.settings(local().studio))


@routes.post("/api/klinik/farve")
def colour() -> ResponseReturnValue:
    """How a colour would look, and whether everything can still be read."""
    return jsonify(clinic.colour_trial(local().studio, text(body(), "colour")))


@routes.post("/api/klinik/logo")
def upload() -> ResponseReturnValue:
    """A logo: what is in the file counts, not its name."""
    sent = request.files.get("logo")
    if sent is None:
        raise unreadable("logoet")
    try:
        clinic.save_logo(local().studio, sent.read(), sent.filename or "", request.form.get("revision", ""))
    except Changed:
        return _conflict()
    return jsonify(clinic.settings(local().studio))


@routes.get("/klinik/logo")
def logo() -> ResponseReturnValue:
    """The clinic's logo as it lies in its folder."""
    path = local().studio.desk.shop.clinic.logo
    if not path:
        abort(404)
    found = read_logo(Path(path), Place("logo"))
    answer: Response = send_file(found.path, _TYPES[found.kind])
    answer.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return answer


def _conflict() -> ResponseReturnValue:
    return jsonify(
        problems=[finding(Problem(CONFLICT))], revision=clinic.current_revision(local().studio)
    ), 409
