"""Stands in for a kit in the process of a clinic. On its own, for every such process imports it anew."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection
from pathlib import Path

from holdslides.make import Made
from holdslides.make_kit import KitRequest
from holdslides.problems import ContentError, Problem


def work(
    results: Connection, clinic: Path, request: KitRequest, out: Path, replace: bool, update: bool
) -> None:
    """What a clinic's name says happens to it."""
    if clinic.name == "død":
        os._exit(3)
    if clinic.name == "fejl":
        results.send(((), (Problem("uventet fejl: ZeroDivisionError: x"),)))
    elif clinic.name == "brudt":
        results.send(((), ContentError(Problem("klinik.yaml:1: forkert")).problems))
    else:
        results.send(((Made(out / "alt.pdf", "print-all", 12, 0, ()),), ()))
    results.close()
