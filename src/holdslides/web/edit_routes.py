"""The large view: notes, and texts rewritten in place with the rules' findings beside them."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from holdslides.edits import editables
from holdslides.problems import HoldslidesError, Problem
from holdslides.records import replace
from holdslides.web.app import body, local
from holdslides.web.clinic_write import Changed
from holdslides.web.findings import findings_on
from holdslides.web.plan import request_from, text
from holdslides.web.programme import finding, slide_details
from holdslides.web.rewriting import (
    Rewriting,
    checked,
    form_fields,
    keep,
    on_the_desk,
    revision,
    tried,
)
from holdslides.web.studio import Desk

routes = Blueprint("edit", __name__)

CONFLICT = "Teksterne er rettet i et andet vindue, siden du åbnede dette. Dine ord står her stadig."


@routes.post("/api/slide")
def slide() -> ResponseReturnValue:
    """The notes, activity and sources of one slide of a plan, and its texts to rewrite."""
    studio, (_, rewriting, _) = local().studio, _asked()
    return jsonify(
        fields=form_fields(rewriting),
        revision=revision(studio.home, rewriting.condition),
        isEdited=_is_edited(rewriting),
        folder=str(studio.home),
        **slide_details(rewriting.current),
    )


@routes.post("/api/ret/proev")
def try_out() -> ResponseReturnValue:
    """How the slide looks with other words, and what the rules say of it. Nothing is kept."""
    desk, rewriting, data = _asked()
    texts, slide_id = checked(rewriting, data.get("texts")), rewriting.original.id
    try:
        library, deck = tried(rewriting, texts)
    except HoldslidesError as error:
        return jsonify(preview="", problems=[finding(p, slide_id) for p in error.problems])
    trial = replace(desk, shop=replace(desk.shop, library=library))
    found = findings_on(trial, deck, slide_id)
    preview = local().studio.page_names(deck)[slide_id]
    return jsonify(preview=preview, problems=[finding(p, slide_id) for p in found])


@routes.post("/api/ret/gem")
def save() -> ResponseReturnValue:
    """Keeps the words in the clinic's folder, unless another window has saved in between (409)."""
    _, rewriting, data = _asked()
    texts = checked(rewriting, data.get("texts"))
    tried(rewriting, texts)  # what cannot be shown is not kept
    studio = local().studio
    with studio.lock:
        try:
            if not studio.has_clinic:
                studio.start_clinic()
            keep(studio.home, rewriting, texts, text(data, "revision"))
        except Changed:
            now = revision(studio.home, rewriting.condition)
            return jsonify(problems=[finding(Problem(CONFLICT))], revision=now), 409
    return jsonify(revision=revision(studio.home, rewriting.condition))


def _asked() -> tuple[Desk, Rewriting, dict[str, Any]]:
    data, desk = body(), local().studio.desk
    return desk, on_the_desk(desk.shop, request_from(data.get("plan")), text(data, "slide")), data


def _is_edited(rewriting: Rewriting) -> bool:
    return [f.text for f in editables(rewriting.original)] != [f.text for f in editables(rewriting.current)]
