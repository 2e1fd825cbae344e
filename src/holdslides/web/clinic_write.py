"""klinik.yaml written anew: only when it can be used like that, and never half."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from holdslides.atomic import write_atomically
from holdslides.clinic import load_clinic
from holdslides.folders import CLINIC_FILE, Folders
from holdslides.web.studio import Studio


class Changed(Exception):
    """Somebody has saved since the page was read."""


def write_clinic(studio: Studio, changed: Callable[[str], str]) -> None:
    """Writes what `changed` makes of klinik.yaml; the clinic's folder is made where there is none.

    Raises ContentError with all that would be wrong in the file (then nothing is written), FileError when it
    cannot be written.
    """
    if not studio.has_clinic:
        studio.start_clinic()
    path = studio.home / CLINIC_FILE
    data = changed(path.read_bytes().decode("utf-8")).encode()
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / CLINIC_FILE
        draft.write_bytes(data)
        load_clinic(Folders(studio.home), draft)
    write_atomically(path, data)
