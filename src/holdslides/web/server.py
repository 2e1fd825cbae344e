"""The server: on the loopback address alone, a browser opened at it, ended when the pages are closed."""

from __future__ import annotations

import contextlib
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from holdslides.problems import HoldslidesError
from holdslides.web.app import Local, create_app
from holdslides.web.security import KEY_PARAMETER
from holdslides.web.studio import Studio

LOOPBACK = "127.0.0.1"
DEFAULT_PORT = 8765
OUT = "ud"


class _Handler(WSGIRequestHandler):
    """Keeps the connection open between requests, and writes no log: nobody reads it."""

    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: object) -> None:
        return


class Server:
    """A local page being served."""

    def __init__(self, studio: Studio, port: int) -> None:
        self._http = _bound(port)
        self.port: int = self._http.port
        self.local = Local(studio)
        self._http.app = create_app(self.local, self.port)

    @property
    def address(self) -> str:
        """The address that opens the first page; it works in one browser, and only while this server runs."""
        return f"http://{LOOPBACK}:{self.port}/?{KEY_PARAMETER}={self.local.keys.door}"

    def serve(self, *, open_browser: bool, ready: Callable[[], None] = lambda: None) -> None:
        """Answers until the last page is closed, or until interrupted."""
        self.local.life.watch(self.stop)
        if open_browser:
            Thread(target=webbrowser.open, args=(self.address,), daemon=True).start()
        Thread(target=self._warm_up, daemon=True).start()
        ready()
        try:
            self._http.serve_forever()
        finally:
            self._http.server_close()

    def _warm_up(self) -> None:
        """Reads the content and imports what the first page needs, while the browser opens."""
        with contextlib.suppress(HoldslidesError):  # the page will say it
            self.local.studio.warm_up()

    def stop(self) -> None:
        """Ends `serve`, from another thread."""
        self._http.shutdown()


def studio_for(clinic: Path | None, out: Path | None) -> Studio:
    """The studio over a clinic's folder; without one, over the folder that it will be, in the user's home."""
    home = (clinic or Path.home() / "Holdslides").absolute()
    return Studio(home, (out or home / OUT).absolute())


def _bound(port: int) -> BaseWSGIServer:
    """A server on the port, or on any free one when somebody has it."""

    def nothing(environ: object, start_response: object) -> list[bytes]:
        return []

    if port and _is_taken(port):
        port = 0
    try:
        return make_server(LOOPBACK, port, nothing, threaded=True, request_handler=_Handler)
    except (OSError, SystemExit):  # werkzeug ends the process for a port it may not have
        return make_server(LOOPBACK, 0, nothing, threaded=True, request_handler=_Handler)


def _is_taken(port: int) -> bool:
    """Whether somebody answers on the port. Windows would let two servers share it."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((LOOPBACK, port)) == 0
