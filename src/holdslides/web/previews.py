"""Previews: the real pages as SVG, kept by what they show, so that only a changed slide is drawn again.

SVG is what typst makes fastest (about 10 ms a slide, a PNG takes twice that), and it is sharp at every size.
"""

from __future__ import annotations

import gzip
from collections import OrderedDict
from collections.abc import Callable, Hashable
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import TypeVar

from holdslides.print_file.page import Page, document

K = TypeVar("K")
V = TypeVar("V")

MOST_PAGES = 600  # sources kept: some twenty meetings' slides, about 70 kB each before packing
MOST_PICTURES = 400  # drawn and packed, about 20 kB each


class Previews:
    """Pages by name; the name is a fingerprint of what the page shows. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._names: OrderedDict[Hashable, str] = OrderedDict()
        self._sources: OrderedDict[str, tuple[bytes, Path | None]] = OrderedDict()
        self._pictures: OrderedDict[str, bytes] = OrderedDict()

    def name_of(self, key: Hashable, make: Callable[[], Page], logo: Path | None = None) -> str:
        """The name of the page that `make` makes. It is only called for a `key` not seen lately.

        `logo` is the picture file the page shows, if it shows one.
        """
        key = (key, _stamp(logo))
        with self._lock:
            if (name := self._names.get(key)) and name in self._sources:
                self._names.move_to_end(key)
                self._sources.move_to_end(name)
                return name
        name = self.name_of_source(document([make()], ""), logo)
        with self._lock:
            _keep(self._names, key, name, MOST_PAGES)
        return name

    def name_of_source(self, source: str, logo: Path | None = None) -> str:
        """The name of the page that typst makes of the source; `logo` is the picture file it shows.

        Another picture in the same file gives another name: browsers keep what they have by its name.
        """
        name = blake2b(f"{_stamp(logo)}|{source}".encode(), digest_size=16).hexdigest()
        root = logo.parent if logo else None
        packed = gzip.compress(source.encode(), 1)
        with self._lock:
            _keep(self._sources, name, (packed, root), MOST_PAGES)
        return name

    def picture(self, name: str) -> bytes | None:
        """The page as gzip-packed SVG; None for a name that is not known, or not any more.

        Raises ContentError when typst refuses the page.
        """
        from holdslides.print_file.compiler import compile_pages

        with self._lock:
            if picture := self._pictures.get(name):
                self._pictures.move_to_end(name)
                return picture
            known = self._sources.get(name)
        if known is None:
            return None
        source, root = known
        svg = compile_pages(gzip.decompress(source).decode(), "svg", root=root)[0]
        picture = gzip.compress(svg, 1)
        with self._lock:
            _keep(self._pictures, name, picture, MOST_PICTURES)
        return picture


def _stamp(logo: Path | None) -> tuple[str, int, int] | None:
    """The file with when it was written and its size; a file that is gone is one of no size."""
    if logo is None:
        return None
    try:
        about = logo.stat()
    except OSError:
        return str(logo), 0, 0
    return str(logo), about.st_mtime_ns, about.st_size


def _keep(kept: OrderedDict[K, V], key: K, value: V, most: int) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)
