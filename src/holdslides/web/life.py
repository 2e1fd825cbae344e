"""How long the server lives: it ends a while after the last page has closed, never while it works."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

QUIET_SECONDS = 180.0  # without a sign of life; a browser may let a hidden page speak only once a minute
GOODBYE_SECONDS = 20.0  # after the last page said goodbye: long enough to load the page again
CHECK_SECONDS = 2.0
SLEPT_SECONDS = 30.0  # between two checks: nobody was awake


class Life:
    """Signs of life from the pages that are open. `clock` counts seconds and never goes back."""

    def __init__(
        self, is_busy: Callable[[], bool] = lambda: False, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._is_busy, self._clock = is_busy, clock
        self._lock = threading.Lock()
        self._pages: dict[str, float] = {}
        self._last_left: float | None = None

    def beat(self, page: str) -> None:
        """The page is open."""
        with self._lock:
            self._pages[page] = self._clock()
            self._last_left = None

    def goodbye(self, page: str) -> None:
        """The page closes or is loaded again."""
        with self._lock:
            self._pages.pop(page, None)
            if not self._pages:
                self._last_left = self._clock()

    @property
    def is_over(self) -> bool:
        """Whether the server may end. Before the first page it may not."""
        now = self._clock()
        with self._lock:
            for page, at in list(self._pages.items()):
                if now - at > QUIET_SECONDS:
                    del self._pages[page]
                    self._last_left = self._last_left or now - GOODBYE_SECONDS
            if self._pages or self._last_left is None:
                return False
            return now - self._last_left >= GOODBYE_SECONDS and not self._is_busy()

    def _wake(self) -> None:
        """The computer has slept: the pages get time to speak again."""
        with self._lock:
            self._pages = dict.fromkeys(self._pages, self._clock())

    def watch(self, end: Callable[[], None]) -> threading.Thread:
        """Calls `end` once when it is over, from a thread of its own."""

        def wait() -> None:
            last = self._clock()
            while not self.is_over:
                time.sleep(CHECK_SECONDS)
                now = self._clock()
                if now - last > SLEPT_SECONDS:
                    self._wake()
                last = now
            end()

        thread = threading.Thread(target=wait, daemon=True, name="holdslides-life")
        thread.start()
        return thread
