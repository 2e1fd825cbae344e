"""A composed run sheet (drejebog) as plain frozen data: one page or two for the therapist's own hand."""

from __future__ import annotations

from holdslides.problems import Place
from holdslides.records import dataclass


@dataclass(frozen=True, slots=True)
class RunRow:
    """A block: when it begins ("16:06", or minutes from the start), how many minutes, and what to say in a
    line.
    """

    clock: str
    minutes: float
    title: str
    activity: str
    slides: str
    say: str
    materials: tuple[str, ...]
    may_be_skipped: bool
    place: Place


@dataclass(frozen=True, slots=True)
class RunSheet:
    """Everything on the run sheet of one deck. All words are Danish.

    `locked` are the safety texts with the slide each stands on; `journal` holds nothing about any patient.
    """

    name: str
    title: str
    facts: tuple[str, ...]
    purpose: str
    service: str
    rows: tuple[RunRow, ...]
    end: str
    materials: tuple[str, ...]
    sheets: tuple[str, ...]
    locked: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    journal: str
    taking_over: tuple[str, ...]
    clinic: str
    place: Place
