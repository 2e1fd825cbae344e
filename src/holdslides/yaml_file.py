"""YAML files from the disk: the clinic's parsed anew, the built-in ones recalled where they have been read before.

The parser is loaded when something must be parsed.
"""

from __future__ import annotations

import stat

from holdslides.folders import Found
from holdslides.problems import FileError, Place, Problem
from holdslides.yaml_cache import recall, remember
from holdslides.yaml_data import MAX_BYTES, YamlFile


def read_yaml(found: Found) -> YamlFile:
    """Reads a content file.

    Raises FileError when it cannot be read and ContentError with everything that is wrong with its YAML.
    """
    raw = read_bytes(found)
    if not found.is_clinics:
        return parse_built_in(raw, found.shown)
    from holdslides.yaml_reader import parse_yaml

    return parse_yaml(raw, found.shown)


def parse_built_in(raw: bytes, shown: str) -> YamlFile:
    """The data of a built-in file, or of a piece cut out of one; lines are from 1.

    Raises ContentError with everything that is wrong with its YAML.
    """
    data = recall(raw)
    if data is not None:
        return YamlFile(data, shown)
    from holdslides.yaml_reader import parse_yaml

    file = parse_yaml(raw, shown)
    remember(raw, file.data)
    return file


def read_bytes(found: Found) -> bytes:
    """The bytes of a content file; never more than is allowed, plus one.

    Raises FileError when it cannot be read.
    """
    try:
        if not stat.S_ISREG(found.path.stat().st_mode):
            raise FileError(
                Problem("filen kan ikke læses", Place(found.shown), "det er en mappe, ikke en fil")
            )
        with found.path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileError(Problem("filen findes ikke", Place(found.shown))) from None
    except OSError:
        hint = "tjek, at du har lov til at åbne den, og at den ikke er åben i et andet program"
        raise FileError(Problem("filen kan ikke læses", Place(found.shown), hint)) from None
