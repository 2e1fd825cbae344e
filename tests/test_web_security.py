"""Who may talk to the local page, and what never gets through: foreign hosts, forged changes, paths, scripts."""

from __future__ import annotations

import io
import json
import struct
import zlib
from pathlib import Path

import pytest
from web_pages import HERE, PLAN, PORT, Pages

from holdslides.logo import MOST_BYTES
from holdslides.web.security import TOKEN_HEADER
from holdslides.web.server import LOOPBACK, Server
from holdslides.web.studio import Studio


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return Pages(tmp_path_factory.mktemp("home") / "klinik")


def test_the_server_listens_on_the_loopback_address_alone(tmp_path: Path) -> None:
    server = Server(Studio(tmp_path, tmp_path), 0)
    assert server._http.server_address[0] == LOOPBACK == "127.0.0.1"
    server._http.server_close()


def test_a_taken_port_gives_another(tmp_path: Path) -> None:
    first = Server(Studio(tmp_path, tmp_path), 0)
    second = Server(Studio(tmp_path, tmp_path), first.port)
    assert second.port != first.port
    for server in (first, second):
        server._http.server_close()


@pytest.mark.parametrize(
    "host",
    ["eksempel.dk", f"eksempel.dk:{PORT}", "127.0.0.1", "127.0.0.1:9", f"127.0.0.1.eksempel.dk:{PORT}", ""],
)
def test_a_foreign_host_is_refused(pages: Pages, host: str) -> None:
    """A page elsewhere whose name points to this computer (DNS rebinding) reads nothing."""
    for path in ("/", "/static/grund.css", "/api/klinik"):
        assert pages.client.get(path, base_url=HERE, headers={"Host": host}).status_code in (400, 403)


@pytest.mark.parametrize(
    "origin", ["http://eksempel.dk", "null", "", f"https://127.0.0.1:{PORT}", "http://127.0.0.1:1"]
)
def test_a_change_from_a_foreign_origin_is_refused(pages: Pages, origin: str) -> None:
    assert pages.post("/api/program", PLAN, Origin=origin).status_code == 403


@pytest.mark.parametrize("token", ["", "x", "æ"])
def test_a_change_without_the_token_is_refused(pages: Pages, token: str) -> None:
    rules = pages.client.application.url_map.iter_rules()
    changes = [rule.rule for rule in rules if "POST" in (rule.methods or ())]
    assert {"/api/program/gem", "/api/ret/gem", "/api/lav", "/api/klinik", "/api/klinik/logo"} <= set(changes)
    for path in changes:
        assert pages.post(path, PLAN, **{TOKEN_HEADER: token}).status_code == 403


def test_a_request_another_site_started_is_refused(pages: Pages) -> None:
    assert pages.post("/api/program", PLAN, **{"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_without_the_cookie_there_is_no_page(pages: Pages) -> None:
    """Another user of the same computer reaches the port, but not what is behind it."""
    stranger = pages.client.application.test_client()
    answer = stranger.get("/", base_url=HERE)
    assert answer.status_code == 403
    assert pages.local.keys.token not in answer.get_data(as_text=True)
    assert stranger.get("/", base_url=HERE, query_string={"n": "gæt"}).status_code == 403
    cookie = stranger.get("/", base_url=HERE, query_string={"n": pages.local.keys.door}).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_every_answer_forbids_what_is_not_ours(pages: Pages) -> None:
    for path in ("/", "/static/grund.css", "/findes-ikke", "/api/klinik"):
        policy = pages.get(path).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert pages.get(path).headers["X-Content-Type-Options"] == "nosniff"
        assert "Access-Control-Allow-Origin" not in pages.get(path).headers


def test_no_page_has_anything_inline(pages: Pages) -> None:
    """The policy would stop it, and then it would not work."""
    for path in ("/", "/plakater", "/ark", "/klinik"):
        html = pages.get(path).get_data(as_text=True)
        assert " style=" not in html
        assert " onclick=" not in html
        assert "<style" not in html
        assert html.count("<script") == html.count('<script type="module" src="/static/')
        assert "http://" not in html.replace("http://www.w3.org", "")
        assert "https://" not in html


OUT_OF_BOUNDS = [
    "..",
    "../klinik.yaml",
    "..%2f..%2fklinik.yaml",
    "%2e%2e/%2e%2e/etc/passwd",
    "..\\..\\klinik.yaml",
    "....//klinik.yaml",
    "%00",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
]


@pytest.mark.parametrize("path", OUT_OF_BOUNDS)
def test_no_path_from_the_browser_reaches_a_file(pages: Pages, path: str) -> None:
    for before in ("/hent/x/", "/hent/", "/billede/", "/static/", "/static/../", "/api/job/", "/klinik/"):
        answer = pages.get(before + path)
        assert answer.status_code in (400, 404, 308), before + path
        assert b"root:" not in answer.data


@pytest.mark.parametrize(
    "name",
    [
        "../../x",
        "a: b\n# c",
        "- x",
        "{{ 7*7 }}",
        "\x00\x07",
        "\u2028",
        "*alias",
        "!!python/object:os",
        "x" * 200,
    ],
)
def test_a_hostile_name_that_is_kept_is_only_a_name(pages: Pages, name: str) -> None:
    known = pages.program()["kept"]["revision"]
    plan = {**PLAN, "order": [name], "leftOut": [name], "withoutSlides": [name]}
    answer = pages.post("/api/program/gem", {"plan": plan, "revision": known})
    assert answer.status_code in (200, 422)
    assert pages.program()["problems"] == []
    if answer.status_code == 200:
        assert pages.program()["kept"]["arrangement"]["leftOut"] == [name]
    beside = {path.name for path in pages.home.parent.iterdir()}
    assert beside <= {pages.home.name}


def test_half_a_character_is_refused_everywhere(pages: Pages) -> None:
    half = "HALF"
    words = {"plan": {**PLAN, "order": [half]}, "slide": half, "texts": {"overskrift": half}, "revision": ""}
    asked = {
        **PLAN,
        **words,
        "group": half,
        "words": {"navn": half},
        "colour": half,
        "what": "kit",
        "start": half,
    }
    sent = {"Origin": HERE, TOKEN_HEADER: pages.local.keys.token, "Content-Type": "application/json"}
    data = json.dumps({**asked, "plans": [{**PLAN, "group": half}], "participants": 8}).replace(
        half, "\\ud83d"
    )
    texts = json.dumps(
        {"plan": PLAN, "slide": "velkomst/oenske", "texts": {"overskrift": half}, "revision": ""}
    )
    for path in (
        "/api/program",
        "/api/program/gem",
        "/api/slide",
        "/api/klinik",
        "/api/klinik/farve",
        "/api/lav",
    ):
        assert pages.client.post(path, data=data, base_url=HERE, headers=sent).status_code in (409, 422), path
    for path in ("/api/ret/proev", "/api/ret/gem"):
        data = texts.replace(half, "\\ud83d")
        assert pages.client.post(path, data=data, base_url=HERE, headers=sent).status_code == 422, path


@pytest.mark.parametrize("name", OUT_OF_BOUNDS)
def test_no_name_in_a_question_reaches_a_file(pages: Pages, name: str) -> None:
    for key in ("condition", "setting", "group", "level"):
        answer = pages.post("/api/program", {**PLAN, key: name})
        assert answer.status_code in (200, 422)
    assert pages.post("/api/slide", {"plan": PLAN, "slide": name}).status_code == 422
    assert pages.post("/api/program", {**PLAN, "added": [name]}).status_code in (200, 422)
    paper = {"what": "poster", "ids": [name], "size": "a4"}
    assert pages.job(paper)["state"] == "fejl"
    assert not list(pages.home.parent.glob("*.yaml"))


@pytest.mark.parametrize(
    "plan",
    [
        None,
        [],
        "laenderyg",
        {"condition": 7},
        {"condition": {"$ne": ""}},
        {"condition": "laenderyg", "minutes": "fyrre"},
        {"condition": "laenderyg", "minutes": True},
        {"condition": "laenderyg", "session": 1.5},
        {"condition": "laenderyg", "order": "abc"},
        {"condition": "laenderyg", "order": [1]},
        {"condition": "laenderyg", "added": ["x"] * 1000},
        {"condition": "a" * 5000},
    ],
)
def test_data_no_page_sends_is_refused(pages: Pages, plan: object) -> None:
    answer = pages.post("/api/program", plan)
    assert answer.status_code in (400, 415, 422)
    assert answer.get_json()["problems"]


def test_a_question_must_be_json(pages: Pages) -> None:
    headers = {"Origin": HERE, TOKEN_HEADER: pages.local.keys.token}
    answer = pages.client.post("/api/program", data="condition=laenderyg", base_url=HERE, headers=headers)
    assert answer.status_code == 415


# ---- uploads ----------------------------------------------------------------------------------------------
def png(width: int = 120, height: int = 80) -> bytes:
    """A whole little picture."""
    rows = b"".join(b"\0" + b"\x1b\x5d\x67" * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


BAD_LOGOS = {
    "a script with a picture's name": (b"<script>alert(1)</script>", "logo.png"),
    "a program": (b"MZ\x90\0" + b"\0" * 200, "logo.jpg"),
    "an svg with a script": (b'<svg viewBox="0 0 9 9"><script>alert(1)</script></svg>', "logo.svg"),
    "an svg that fetches": (b'<svg viewBox="0 0 9 9"><image href="http://x.dk/a.png"/></svg>', "logo.svg"),
    "half a picture": (png()[:60], "logo.png"),
    "nothing": (b"", "logo.png"),
    "a web page": (b"<!doctype html><html></html>", "logo.svg"),
}


@pytest.mark.parametrize("name", BAD_LOGOS)
def test_what_is_no_picture_is_not_kept(tmp_path: Path, name: str) -> None:
    data, filename = BAD_LOGOS[name]
    pages = Pages(tmp_path / "klinik")
    revision = pages.get("/api/klinik").get_json()["revision"]
    answer = pages.upload("/api/klinik/logo", {"logo": (io.BytesIO(data), filename), "revision": revision})
    assert answer.status_code == 422
    assert "logoet" in answer.get_json()["problems"][0]["message"].lower()
    assert not pages.home.exists()


def test_an_upload_that_is_too_large_is_refused(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "klinik")
    for size in (MOST_BYTES + 1, 20_000_000):
        form = {"logo": (io.BytesIO(png() + b"\0" * size), "logo.png"), "revision": ""}
        answer = pages.upload("/api/klinik/logo", form)
        assert answer.status_code in (413, 422)
        assert "5 MB" in str(answer.get_json()["problems"])
    assert not pages.home.exists()


@pytest.mark.parametrize(
    "filename",
    [
        "../../logo.png",
        "..\\..\\logo.png",
        "/etc/logo.png",
        "<b>.png",
        "a" * 300 + ".png",
        "..",
        "\u202elogo.png",
    ],
)
def test_a_logo_gets_a_name_of_ours(tmp_path: Path, filename: str) -> None:
    pages = Pages(tmp_path / "klinik")
    revision = pages.get("/api/klinik").get_json()["revision"]
    answer = pages.upload("/api/klinik/logo", {"logo": (io.BytesIO(png()), filename), "revision": revision})
    assert answer.get_json()["logo"] == "logo.png"
    assert (pages.home / "logo.png").read_bytes() == png()
    assert {p.name for p in tmp_path.iterdir()} == {"klinik"}
    shown = pages.get("/klinik/logo")
    assert shown.mimetype == "image/png"
    assert "sandbox" in shown.headers["Content-Security-Policy"]


# ---- words that look like programs ------------------------------------------------------------------------
def test_a_script_in_the_clinics_name_is_shown_as_text(tmp_path: Path) -> None:
    evil = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    pages = Pages(tmp_path / "klinik")
    known = pages.get("/api/klinik").get_json()
    words = {**known["words"], "navn": evil}
    group = {"navn": evil[:60], "tilstand": "laenderyg"}
    sent = {"revision": known["revision"], "words": words, "hold": [group], "godkendelser": []}
    assert pages.ask("/api/klinik", sent)["words"]["navn"] == evil
    for path in ("/", "/plakater", "/ark", "/klinik"):
        html = pages.get(path).get_data(as_text=True)
        assert "<script>alert" not in html
        assert "<img src=x" not in html
    assert "&lt;script&gt;" in pages.get("/").get_data(as_text=True)  # the group, to be chosen
    answer = pages.program()
    assert answer["deck"]["slides"]
    picture = pages.get(f"/billede/{answer['blocks'][0]['slides'][0]['preview']}.svg")
    assert picture.mimetype == "image/svg+xml"
    assert b"<script" not in __import__("gzip").decompress(picture.data)


def test_a_template_in_a_rewritten_text_is_only_words(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "klinik")
    texts = {"overskrift": "{{ klinik.navn }} {% for %}"}
    tried = pages.ask("/api/ret/proev", {"plan": PLAN, "slide": "velkomst/oenske", "texts": texts})
    assert tried["preview"]
