"""A clinic's folder to begin with: klinik.yaml, a README, empty folders, and the schemas editors read."""

from __future__ import annotations

import json
import os
from pathlib import Path

from holdslides.atomic import explained, write_atomically
from holdslides.folders import CLINIC_FILE, DANISH_FOLDERS, Folders
from holdslides.library import Library
from holdslides.problems import FileError, Place, Problem, RequestError
from holdslides.schemas import schemas

SCHEMA_FOLDER = ".skema"
README = "README.txt"


def start_clinic(folder: Path, *, keep_readme: bool = False) -> tuple[Path, ...]:
    """Makes the folder and what belongs in it; returns the files, klinik.yaml last.

    With `keep_readme` a README.txt that is there already stays as it is, and is none of the files. Raises
    RequestError when one of the files is there already, FileError when one cannot be written.
    """
    sources = Folders().layouts / "clinic"
    texts = {folder / name: (sources / name).read_bytes() for name in (README, CLINIC_FILE)}
    if keep_readme and os.path.exists(folder / README):
        del texts[folder / README]
    in_the_way = [path for path in texts if os.path.exists(path)]
    if in_the_way:
        hint = "vælg en anden mappe; holdslides init --schemas fornyer kun skemaerne"
        raise RequestError(Problem("filen findes i forvejen", Place(str(path)), hint) for path in in_the_way)
    if os.path.exists(folder) and not folder.is_dir():
        raise FileError(Problem("det er en fil og ikke en mappe", Place(str(folder)), "vælg et andet navn"))
    made = write_schemas(folder)
    for name in DANISH_FOLDERS.values():
        try:
            (folder / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise explained(error, folder / name) from error
    for path, data in texts.items():  # klinik.yaml last: it makes the folder a clinic's
        write_atomically(path, data)
    return (*made, *texts)


def write_schemas(folder: Path, clinic: Path | None = None) -> tuple[Path, ...]:
    """Writes the schemas anew, with what the clinic's folder adds, and returns them.

    Raises FileError when one cannot be written.
    """
    made = []
    for name, schema in schemas(Library(Folders(clinic))).items():
        path = folder / SCHEMA_FOLDER / f"{name}.json"
        write_atomically(path, (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode())
        made.append(path)
    return tuple(made)
