"""Posters and worksheets: two galleries of the same kind."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, jsonify, render_template
from flask.typing import ResponseReturnValue

from holdslides.make_paper import PosterRequest
from holdslides.paper import A_SIZES_MM, DISTANCE_M
from holdslides.web.app import body, local
from holdslides.web.paper import poster_gallery, sheet_gallery
from holdslides.web.plan import MOST_KEYS, text, unreadable
from holdslides.web.programme import conditions

routes = Blueprint("paper", __name__)


@routes.get("/plakater")
def posters() -> ResponseReturnValue:
    """The posters' gallery."""
    shop = local().studio.desk.shop
    return render_template(
        "papir.html",
        what="poster",
        conditions=conditions(shop.library),
        groups=[group.name for group in shop.clinic.groups],
        sizes=[(size, DISTANCE_M[size]) for size in A_SIZES_MM],
    )


@routes.get("/ark")
def sheets() -> ResponseReturnValue:
    """The worksheets' gallery."""
    shop = local().studio.desk.shop
    return render_template(
        "papir.html", what="sheet", conditions=conditions(shop.library), groups=[], sizes=[]
    )


@routes.post("/api/papir")
def gallery() -> ResponseReturnValue:
    """The previews, and what does not fit."""
    data = body()
    studio = local().studio
    if data.get("what") == "poster":
        return jsonify(poster_gallery(studio, studio.desk, poster_request(data)))
    condition, large = text(data, "condition"), data.get("large") is True
    return jsonify(sheet_gallery(studio, studio.desk, condition, large))


def poster_request(data: dict[str, Any]) -> PosterRequest:
    """What is asked of the posters. Raises RequestError for data that no page of ours sends."""
    distance = data.get("distance")
    if distance is not None and (not isinstance(distance, int | float) or isinstance(distance, bool)):
        raise unreadable("afstand")
    return PosterRequest(
        ids=paper_ids(data),
        size=text(data, "size") or "a3",
        distance=float(distance) if distance is not None else None,
        bleed=data.get("bleed") is True,
        group=text(data, "group"),
    )


def paper_ids(data: dict[str, Any]) -> tuple[str, ...]:
    """The ids of what is chosen."""
    ids = data.get("ids") or []
    if not isinstance(ids, list) or len(ids) > MOST_KEYS or not all(isinstance(i, str) for i in ids):
        raise unreadable("valget")
    return tuple(ids)
