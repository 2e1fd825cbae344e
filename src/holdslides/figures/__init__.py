"""The figures. One file each: `figures/ID.py` defines `FIGURE`, and is found by its name alone.

Adding a figure is adding one file here and its tests; nothing else knows the list.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module
from typing import Any

from holdslides.drawing import Drawing
from holdslides.records import dataclass

MAX_LABELS = 8  # more words than this in one picture and nobody reads any of them


@dataclass(frozen=True, slots=True)
class Area:
    """The room a figure is drawn in, pt, and the size of its labels, pt.

    Slides use 20 or more for labels; a poster asks for more.
    """

    width: float
    height: float
    label: float = 20

    @property
    def is_wide(self) -> bool:
        """Whether the figure lies under a headline (wide) rather than beside it."""
        return self.width > 1.3 * self.height


@dataclass(frozen=True, slots=True)
class Fault:
    """A value a figure cannot draw: which YAML key, and why (Danish)."""

    key: str
    message: str
    hint: str = ""


def _no_faults(_: Any) -> Iterable[Fault]:
    return ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its values (a frozen dataclass with Danish keys), and how they are drawn in an area.

    `faults` names values that cannot be drawn; `draw` is only called when there are none.
    """

    id: str
    name: str
    values: type
    draw: Callable[[Any, Area], Drawing]
    faults: Callable[[Any], Iterable[Fault]] = _no_faults


@lru_cache(maxsize=1)
def figure_ids() -> tuple[str, ...]:
    """Every figure there is, found without importing any of them."""
    files = (name for folder in __path__ for name in os.listdir(folder))
    return tuple(sorted(name[:-3] for name in files if name.endswith(".py") and not name.startswith("_")))


def load_figure(figure_id: str) -> Figure:
    """The figure of that id.

    Raises KeyError when there is none.
    """
    if figure_id not in figure_ids():
        raise KeyError(figure_id)
    figure: Figure = import_module(f"{__name__}.{figure_id}").FIGURE
    return figure
