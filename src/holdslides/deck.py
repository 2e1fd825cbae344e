"""A composed deck as plain frozen data: its blocks of slides and what the output must say of it.

Minutes are whole or half minutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from holdslides.pages import ActivityType, Slide
from holdslides.problems import Place
from holdslides.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Block:
    """A module as it is used in this deck: a PowerPoint section. `title` is in patient words.

    `activity` is the type that names the block in the run sheet; `skippable` may go when time runs short. `key`
    tells blocks of one module apart; `kept` is why the block may not be left out (Danish), "" when it may.
    `one_line` is the most important thing to say, `materials` what must be at hand, for the run sheet.
    `kept_slides` says the same of single slides, by their ids; `left_out` are slides the therapist took out.
    """

    module: str
    title: str
    minutes: float
    slides: tuple[Slide, ...]
    place: Place
    activity: ActivityType
    skippable: bool
    key: str = ""
    kept: str = ""
    one_line: str = ""
    materials: tuple[str, ...] = ()
    kept_slides: Mapping[str, str] = field(default_factory=dict, compare=False)  # a mapping has no hash
    left_out: tuple[Slide, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """The service label: its name in the agreement and its number, "" where the sources give none."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole deck. `remarks` (Danish) are what the output must say: what was dropped, what awaits approval."""

    name: str  # the file's name without ending
    title: str
    condition: str
    setting: str
    edition: str
    session: int  # 1-based; 0 where the deck is not one of several
    sessions: int
    service: Service
    clinic: str
    group: str
    minutes: float
    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = ()
    options: dict[str, str] = field(default_factory=dict)

    @property
    def slides(self) -> Iterator[Slide]:
        """Every slide in order."""
        for block in self.blocks:
            yield from block.slides

    @property
    def short_show(self) -> tuple[str, ...]:
        """Ids of the slides of the custom show "Kort udgave": all that may not be dropped."""
        return tuple(s.id for b in self.blocks for s in b.slides if not (b.skippable or s.droppable))
