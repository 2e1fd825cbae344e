"""What the local page works with: the clinic's folder, the workshop over it, and the previews."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from pathlib import Path
from threading import RLock

from holdslides.deck import Block, Deck
from holdslides.edits import FOLDER
from holdslides.folders import CLINIC_FILE
from holdslides.make import Workshop
from holdslides.measured import Measured
from holdslides.pages import Slide
from holdslides.placing import footer_words, place
from holdslides.print_file.page import Page
from holdslides.print_file.slides import slide_page
from holdslides.records import dataclass
from holdslides.request import Request
from holdslides.theme import Layouts, Theme
from holdslides.web.previews import Previews

Stamp = frozenset[tuple[str, int, int]]  # the files of a clinic: path, time, size

WARM_PICTURES = 6  # those in sight at first
_WATCHED = frozenset({".yaml", ".png", ".jpg", ".jpeg", ".svg", ".pptx", ".potx"})


@dataclass
class Desk:
    """A workshop as the clinic's folder is now, with its theme and the figures drawn so far."""

    shop: Workshop
    layouts: Layouts
    theme: Theme
    measured: Measured
    stamp: Stamp = frozenset()

    @classmethod
    def over(cls, shop: Workshop, stamp: Stamp = frozenset()) -> Desk:
        """A desk over a workshop. Raises FileError for a PowerPoint template that cannot be used."""
        layouts, theme = shop.look
        return cls(shop, layouts, theme, Measured(layouts, theme), stamp)

    @cached_property
    def look_name(self) -> int:
        """A number that is another one when slides look otherwise."""
        theme = self.theme
        fonts = theme.deck_font, theme.label_font, theme.card_font
        return hash((repr(self.layouts), tuple(theme.palette.items()), fonts, theme.logo))


def _only_edits(changed: Stamp) -> bool:
    return all(Path(path).parent.name == FOLDER for path, _, _ in changed)


class Studio:
    """One per server. `home` is the clinic's folder, or where it will be made; files go below `out`."""

    def __init__(self, home: Path, out: Path) -> None:
        self.home, self.out = home, out
        self.previews = Previews()
        self.lock = RLock()  # one change of the clinic's folder at a time
        self._desk: Desk | None = None

    @property
    def has_clinic(self) -> bool:
        """Whether the clinic's folder is there."""
        return (self.home / CLINIC_FILE).is_file()

    @property
    def desk(self) -> Desk:
        """The workshop; opened anew when a file of the clinic has changed.

        Raises ContentError for a klinik.yaml that cannot be used, FileError for such a template.
        """
        with self.lock:
            stamp = frozenset(self._stamps())
            if self._desk and self._desk.stamp != stamp and _only_edits(self._desk.stamp ^ stamp):
                self._desk.shop.library.forget_edits()
                self._desk.stamp = stamp
            elif self._desk is None or self._desk.stamp != stamp:
                self._desk = Desk.over(Workshop.open(self.home if self.has_clinic else None), stamp)
            return self._desk

    def warm_up(self) -> None:
        """Does once, unseen, what the first page will ask for."""
        from holdslides.web.programme import conditions, meeting

        desk = self.desk
        _, deck = meeting(desk, Request(conditions(desk.shop.library)[0]["id"], session=1))
        for name in list(self.page_names(deck).values())[:WARM_PICTURES]:
            self.previews.picture(name)

    def start_clinic(self) -> None:
        """Makes the clinic's folder, or what is missing of it. Raises as `starting.start_clinic` does."""
        from holdslides.starting import start_clinic

        start_clinic(self.home, keep_readme=True)  # from before klinik.yaml was taken away

    def page_names(self, deck: Deck, desk: Desk | None = None) -> dict[str, str]:
        """The preview's name of every slide, by slide id; in another desk's colours, when one is given."""
        desk = desk or self.desk
        numbered = enumerate(((block, slide) for block in deck.blocks for slide in block.slides), 1)
        return {slide.id: self._page_name(desk, deck, block, slide, n) for n, (block, slide) in numbered}

    def _page_name(self, desk: Desk, deck: Deck, block: Block, slide: Slide, number: int) -> str:
        def make() -> Page:
            drawing = desk.measured.drawing_of(slide)
            placed = place(
                slide,
                desk.layouts,
                desk.theme,
                footer=footer,
                clinic=deck.clinic,
                number=number,
                under_footer=drawing.under_footer if drawing else None,
            )
            return slide_page(placed, desk.layouts, desk.theme, desk.measured)

        footer, look = footer_words(deck, block), desk.look_name
        return self.previews.name_of((slide, footer, deck.clinic, number, look), make, desk.theme.logo)

    def _stamps(self) -> Iterator[tuple[str, int, int]]:
        if not self.has_clinic:
            return
        for path in chain(self.home.glob("*"), self.home.glob("*/*")):
            if path.suffix.lower() not in _WATCHED:
                continue
            try:
                about = path.stat()
            except OSError:
                continue
            yield str(path), about.st_mtime_ns, about.st_size
