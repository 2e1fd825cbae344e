"""What the browser asks for, as a `Request`: every value checked for kind and length first."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from holdslides.models import Course, Edition
from holdslides.problems import Problem, RequestError
from holdslides.request import Arrangement, Request

LONGEST_TEXT = 200
MOST_KEYS = 200
ARRANGED = ("order", "added", "leftOut", "withoutSlides")


def request_from(data: Any) -> Request:
    """The request for one meeting. Raises RequestError for data that is not what the page sends."""
    if not isinstance(data, Mapping):
        raise unreadable("programmet")
    return Request(
        condition=text(data, "condition"),
        setting=text(data, "setting") or None,
        session=_session(data),
        edition=text(data, "edition") or Edition.FULL,
        minutes=_minutes(data),
        course=text(data, "course") or Course.MIXED,
        joint=text(data, "joint") or None,
        level=text(data, "level") or None,
        weight=data.get("weight") is True,
        group=text(data, "group"),
        arrangement=_arrangement(data),
    )


def _arrangement(data: Mapping[str, Any]) -> Arrangement | None:
    """What was changed on the page; None, and so what the clinic keeps, where nothing is said of it."""
    if not any(name in data for name in ARRANGED):
        return None
    order, added, left_out, without_slides = (_keys(data, name) for name in ARRANGED)
    return Arrangement(order, added, left_out, without_slides)


def text(data: Mapping[str, Any], name: str, longest: int = LONGEST_TEXT) -> str:
    """A text the browser sent; "" when it did not. Raises RequestError for anything else, or one too long."""
    value = data.get(name)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > longest or not is_sound(value):
        raise unreadable(name)
    return value.strip()


def is_sound(text: str) -> bool:
    """Whether a text can be written to a file: half a character, sent as an escape, cannot."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def unreadable(what: str) -> RequestError:
    """The error for data that no page of ours sends."""
    return RequestError(Problem(f"siden sendte noget, der ikke kan læses ({what})", hint="genindlæs siden"))


def _session(data: Mapping[str, Any]) -> int | None:
    value = data.get("session")
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise unreadable("gang")
    return value


def _minutes(data: Mapping[str, Any]) -> float | None:
    value = data.get("minutes")
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        raise unreadable("minutter")
    return float(value)


def _keys(data: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = data.get(name)
    if value is None:
        return ()
    if not isinstance(value, list) or len(value) > MOST_KEYS:
        raise unreadable(name)
    if not all(isinstance(key, str) and 0 < len(key) <= LONGEST_TEXT and key.isprintable() for key in value):
        raise unreadable(name)
    return tuple(value)
