"""Small content folders for tests, and a figure that needs no artist."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from holdslides.clinic import load_clinic
from holdslides.drawing import Drawing
from holdslides.figures import Area, Fault, Figure
from holdslides.folders import Folders
from holdslides.keys import key
from holdslides.library import Library
from holdslides.problems import HoldslidesError, Problem
from holdslides.records import dataclass

HERE = Path(__file__).parent
SMALL = HERE / "small_content"


@dataclass(frozen=True)
class Values:
    taps: tuple[str, ...] = key("haner", default=("arbejde",))
    level: float = key("fyldt", default=1.0)


def _faults(values: Values) -> Iterable[Fault]:
    if len(values.taps) > 3:
        yield Fault("haner", "der kan højst være 3 haner", "slet en")


def _draw(values: Values, area: Area) -> Drawing:
    return Drawing(area.width, area.height, (), f"En kop under {len(values.taps)} haner.")


FIGURE = Figure("kop", "Kop", Values, _draw, _faults)


def built_in_content(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lets `folder` be the built-in content: a copy of small_content, which a test may change."""
    shutil.copytree(SMALL, folder)
    monkeypatch.setattr("holdslides.folders.built_in", lambda name: folder)
    monkeypatch.setattr("holdslides.figure_values.figure_ids", lambda: ("kop",))
    monkeypatch.setattr("holdslides.figure_values.load_figure", lambda id_: FIGURE)
    return folder


def all_that_is_wrong(clinic_folder: Path | None) -> list[Problem]:
    """What `check` would say about the content alone."""
    folders = Folders(clinic_folder)
    try:
        return Library(folders, load_clinic(folders)).load_all()
    except HoldslidesError as error:
        return list(error.problems)
