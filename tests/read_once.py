"""The built-in content read once for all tests: it is the same every time, and reading it was a tenth of a run."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from holdslides import library, register
from holdslides.folders import Found, built_in
from holdslides.structure import structure_file
from holdslides.yaml_data import YamlFile
from holdslides.yaml_file import read_yaml


class ReadOnce:
    """Stands in for the library's reading of files: one of the built-in content is read when it is first asked for.

    What a clinic's folder holds is read every time, and so is a file that has changed.
    """

    def __init__(self) -> None:
        self._content = built_in("content")
        self._files: dict[tuple[Found, int, int], YamlFile] = {}
        self._values: dict[tuple[int, type], Any] = {}  # by the identity of a file kept above

    def read(self, found: Found) -> YamlFile:
        """The data of a content file."""
        if self._content not in found.path.parents:
            return read_yaml(found)
        about = found.path.stat()
        key = (found, about.st_mtime_ns, about.st_size)
        if key not in self._files:
            self._files[key] = read_yaml(found)
        return self._files[key]

    def structured(self, file: YamlFile, cls: type) -> Any:
        """The file as a `cls`."""
        if not any(file is kept for kept in self._files.values()):
            return structure_file(file, cls)
        key = (id(file), cls)
        if key not in self._values:
            self._values[key] = structure_file(file, cls)
        return self._values[key]

    def altered(self) -> list[str]:
        """The files that were changed after they were read: something wrote in what it was handed."""
        changed = [key[0].shown for key, file in self._files.items() if read_yaml(key[0]).data != file.data]
        of = {id(file): file for file in self._files.values()}
        values = ((of[number], cls, value) for (number, cls), value in self._values.items())
        return changed + [file.shown for file, cls, value in values if structure_file(file, cls) != value]

    def install(self) -> None:
        """From now on every library reads so."""
        library.read_yaml = self.read  # type: ignore[attr-defined]
        library.structure_file = self.structured  # type: ignore[attr-defined,assignment]
        register.parse_text = lru_cache(maxsize=None)(register.parse_text)  # a fact's piece of the register
