"""Who may talk to the local page: this computer's own browser, opened by us, sending from our own pages.

- Host must name the loopback address and our port: a foreign name that points here is refused.
- A cookie is set by the address we open, so that another user of the same computer gets nothing.
- Every change needs our Origin and a token that only our pages know.
- The content security policy allows our own files alone, and nothing inline.
"""

from __future__ import annotations

import hmac
import secrets
from urllib.parse import urlsplit

from flask import Flask, Response, abort, g, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from holdslides.records import dataclass, field

COOKIE = "holdslides"
TOKEN_HEADER = "X-Holdslides-Token"
KEY_PARAMETER = "n"
LARGEST_REQUEST = 6_000_000  # bytes: a logo of 5 MB and its form

_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
_OPEN = ("static",)  # endpoints that hold no secret: style sheets and scripts
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


@dataclass(frozen=True)
class Keys:
    """The secrets of one run. `door` opens the first page, `token` goes with every change."""

    door: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    cookie: str = field(default_factory=lambda: secrets.token_urlsafe(24))


def guard(app: Flask, keys: Keys, port: int) -> None:
    """Puts the checks before every request and the headers on every answer."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST
    cookie_name = f"{COOKIE}-{port}"  # cookies do not know ports: two servers must not share one

    @app.before_request
    def check() -> AnyResponse | None:
        _check_host(port)
        if request.endpoint in _OPEN:
            return None
        given = request.args.get(KEY_PARAMETER, "")
        if request.method == "GET" and given and _equal(given, keys.door):
            answer = redirect(request.path)
            answer.set_cookie(cookie_name, keys.cookie, httponly=True, samesite="Strict")
            return answer
        if not _equal(request.cookies.get(cookie_name, ""), keys.cookie):
            abort(403, "door")
        if request.method not in ("GET", "HEAD"):
            _check_change(keys, port)
        g.token = keys.token
        return None

    @app.after_request
    def protect(response: Response) -> Response:
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def _check_host(port: int) -> None:
    name, _, given_port = request.host.rpartition(":")
    if name not in _HOSTS or given_port != str(port):
        abort(403, "host")


def _check_change(keys: Keys, port: int) -> None:
    origin = urlsplit(request.headers.get("Origin", ""))
    if origin.scheme != "http" or origin.netloc != request.host:
        abort(403, "origin")
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        abort(403, "origin")
    if not _equal(request.headers.get(TOKEN_HEADER, ""), keys.token):
        abort(403, "token")


def _equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
