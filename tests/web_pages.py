"""A browser without a screen for the tests of the local page: the cookie, the token, and the questions it asks."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from werkzeug.test import TestResponse

from holdslides.web.app import Local, create_app
from holdslides.web.previews import Previews
from holdslides.web.security import TOKEN_HEADER
from holdslides.web.studio import Studio

PORT = 8765
HERE = f"http://127.0.0.1:{PORT}"
PLAN: dict[str, Any] = {"condition": "laenderyg", "setting": "hold", "session": 1}
_NAMED = Previews()  # named by what they show, so the pages of all tests may share them


class Pages:
    """The application over one clinic's folder, opened as the browser opens it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        studio = Studio(home, home / "ud")
        studio.previews = _NAMED
        self.local = Local(studio)
        self.client = create_app(self.local, PORT).test_client()
        self.client.get("/", base_url=HERE, query_string={"n": self.local.keys.door})

    def get(self, path: str, **more: Any) -> TestResponse:
        """A page, a picture or a file."""
        return self.client.get(path, base_url=HERE, **more)

    def post(self, path: str, data: Any, **headers: str) -> TestResponse:
        """A change, with what our own pages send along; a header can be replaced, or left out with ""."""
        sent = {"Origin": HERE, TOKEN_HEADER: self.local.keys.token, **headers}
        return self.client.post(path, json=data, base_url=HERE, headers={k: v for k, v in sent.items() if v})

    def upload(self, path: str, form: dict[str, Any]) -> TestResponse:
        """A form with a file."""
        headers = {"Origin": HERE, TOKEN_HEADER: self.local.keys.token}
        return self.client.post(path, data=form, base_url=HERE, headers=headers)

    def ask(self, path: str, data: Any) -> Any:
        """The answer to a question that is answered."""
        answer = self.post(path, data)
        assert answer.status_code in (200, 202), answer.get_data(as_text=True)
        return answer.get_json()

    def program(self, **more: Any) -> Any:
        """The programme of session 1 for low-back pain, but for what is given."""
        return self.ask("/api/program", {**PLAN, **more})

    def job(self, data: dict[str, Any]) -> Any:
        """A job, followed until it is over."""
        job = self.ask("/api/lav", data)
        for _ in range(600):
            job = self.get(f"/api/job/{job['id']}").get_json()
            if job["state"] != "laver":
                return job
            time.sleep(0.05)
        raise AssertionError("the job does not end")


def keys_of(answer: Any) -> list[str]:
    """The keys of the blocks, in order."""
    return [block["key"] for block in answer["blocks"]]


def slides_of(answer: Any) -> list[Any]:
    """The slides, in order."""
    return [slide for block in answer["blocks"] for slide in block["slides"]]
