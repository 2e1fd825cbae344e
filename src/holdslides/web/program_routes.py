"""The first page: choose, see the programme and its slides, change the order."""

from __future__ import annotations

from flask import Blueprint, Response, abort, jsonify, render_template
from flask.typing import ResponseReturnValue

from holdslides.problems import HoldslidesError, Problem
from holdslides.web.app import body, local
from holdslides.web.clinic_write import Changed
from holdslides.web.findings import found_in
from holdslides.web.keeping import forget, keep
from holdslides.web.plan import request_from, text
from holdslides.web.programme import choices, conditions, finding, meeting, view

routes = Blueprint("program", __name__)

CONFLICT = "Programmet er gemt i et andet vindue, siden du begyndte på dine ændringer. De står her stadig."


@routes.get("/")
def page() -> ResponseReturnValue:
    """Choose, arrange, look, make."""
    shop = local().studio.desk.shop
    groups = [{"name": group.name, "condition": group.condition} for group in shop.clinic.groups]
    return render_template("program.html", conditions=conditions(shop.library), groups=groups)


@routes.post("/api/program")
def program() -> ResponseReturnValue:
    """The programme that a plan gives; what is wrong with the plan beside what can be chosen."""
    data = body()
    request = request_from(data)
    studio = local().studio
    desk = studio.desk
    offered = choices(desk.shop.library, request.condition, request.setting or "")
    try:
        choice, deck = meeting(desk, request)
    except HoldslidesError as error:
        return jsonify(choices=offered, problems=[finding(p) for p in error.problems])
    return jsonify(choices=offered, problems=[], **view(studio, desk, choice, deck))


@routes.post("/api/program/gem")
def save() -> ResponseReturnValue:
    """Keeps how the meeting is arranged, or forgets it, unless another window has saved in between (409)."""
    data, studio = body(), local().studio
    request, known = request_from(data.get("plan")), text(data, "revision")
    try:
        if data.get("forget") is True:
            forget(studio, request, known)
        else:
            meeting(studio.desk, request)  # what cannot be composed is not kept
            keep(studio, request, known, exactly=data.get("exact") is True)
    except Changed:
        return jsonify(problems=[finding(Problem(CONFLICT))]), 409
    return jsonify(folder=str(studio.home))


@routes.post("/api/regler")
def rules() -> ResponseReturnValue:
    """What the rules find in the meeting a plan gives."""
    studio = local().studio
    desk = studio.desk
    _, deck = meeting(desk, request_from(body()))
    return jsonify(findings=found_in(desk, deck))


@routes.get("/billede/<name>.svg")
def picture(name: str) -> ResponseReturnValue:
    """A page as a picture; the name is its fingerprint, so it never changes."""
    packed = local().studio.previews.picture(name)
    if packed is None:
        abort(404)
    answer = Response(packed, mimetype="image/svg+xml")
    answer.headers["Content-Encoding"] = "gzip"
    answer.headers["Cache-Control"] = "private, max-age=86400, immutable"
    return answer


@routes.post("/api/liv")
def alive() -> ResponseReturnValue:
    """A page is open, or says goodbye."""
    data = body()
    page = str(data.get("page", ""))[:40]
    life = local().life
    (life.goodbye if data.get("bye") is True else life.beat)(page)
    return "", 204
