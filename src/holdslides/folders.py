"""Where things lie: the built-in content/ and layouts/ (in a wheel or a checkout), the clinic's folder before them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from holdslides.ids import composed_form, find_id
from holdslides.records import dataclass

CLINIC_FILE = "klinik.yaml"
DANISH_FOLDERS = {  # what a clinic may put its own beside, and the folder it puts it in
    "modules": "moduler",
    "conditions": "programmer",
    "posters": "plakater",
    "sheets": "ark",
    "activities": "aktiviteter",
}
_LONGEST_PATH = 1_000  # characters; what is longer is no file and is not looked for part by part


@lru_cache(maxsize=2)
def built_in(name: str) -> Path:
    """The built-in folder `content` or `layouts`: inside the installed package, else beside src/ in a checkout.

    Raises FileNotFoundError when the installation is broken.
    """
    here = Path(__file__).resolve().parent
    for folder in (here / name, here.parent.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{name}/ mangler: installationen er ikke hel")


@dataclass(frozen=True, slots=True)
class Found:
    """A content file, how it is shown to the user, whether it is the clinic's own, and the id it goes by."""

    path: Path
    shown: str
    is_clinics: bool
    id: str = ""


@dataclass(frozen=True, slots=True)
class Folders:
    """The search path: the clinic's folder, if there is one, before the built-in one."""

    clinic: Path | None = None

    @property
    def content(self) -> Path:
        """The built-in content/."""
        return built_in("content")

    @property
    def layouts(self) -> Path:
        """The built-in layouts/."""
        return built_in("layouts")

    def built_in_file(self, name: str) -> Found:
        """A built-in file of content/, which no clinic can replace (facts, safety texts, words)."""
        return Found(self.content / name, f"content/{name}", False)

    def find(self, kind: str, id_: str) -> Found | None:
        """The file of that kind and id, the clinic's own first; None when neither folder has it."""
        return next((found for found in self.files(kind) if found.id == id_), None)

    def find_built_in(self, kind: str, id_: str) -> Found | None:
        """The built-in file of that kind and id, whether or not the clinic has one of its own."""
        return next((found for found in self._built_in(kind) if found.id == id_), None)

    def ids(self, kind: str) -> tuple[str, ...]:
        """The ids there are of that kind in either folder, sorted."""
        return tuple(sorted({found.id for found in self.files(kind)}))

    def files(self, kind: str) -> Iterator[Found]:
        """Every file of that kind, the clinic's own before the built-in; one of the same id stands in its place.

        A clinic's file may be spelt as people spell: `smerteforståelse.yaml` replaces smerteforstaaelse.
        """
        built_in_files = tuple(self._built_in(kind))
        known = tuple(found.id for found in built_in_files)
        if self.clinic is not None and kind in DANISH_FOLDERS:
            for path in content_files(self.clinic / DANISH_FOLDERS[kind]):
                yield Found(path, str(path), True, find_id(path.stem, known) or composed_form(path.stem))
        yield from built_in_files

    def _built_in(self, kind: str) -> Iterator[Found]:
        folder = self.content / kind
        with contextlib.suppress(FileNotFoundError):
            for name in sorted(os.listdir(folder)):
                if name.endswith(".yaml"):
                    yield Found(folder / name, f"content/{kind}/{name}", False, name.removesuffix(".yaml"))


def content_files(folder: Path) -> list[Path]:
    """The YAML files of a clinic's folder, sorted; none when it is not there.

    What a Mac, Windows or Office puts beside them (._x.yaml, ~$x.yaml) is nobody's content.
    """
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if p.suffix.lower() == ".yaml" and not is_hidden(p))


def is_hidden(path: Path) -> bool:
    """Whether it is something a program has put there for itself."""
    return path.name.startswith((".", "~$"))


def in_folder(folder: Path, written: str) -> Path:
    """The file below a folder that somebody has written down, with slashes of either kind.

    A name in another Unicode form or case finds its file too: a folder that was packed on a Mac holds
    decomposed letters, and Windows tells the two apart.
    """
    path = folder / written.replace("\\", "/")
    # os.path: a name no system takes is one that does not exist, where Path raises
    if not written or len(written) > _LONGEST_PATH or os.path.exists(path):
        return path
    found = Path(path.anchor)
    for part in path.parts[1 if path.anchor else 0 :]:
        found = found / part if os.path.exists(found / part) else _alike(found, part)
    return found if os.path.exists(found) else path


def _alike(folder: Path, name: str) -> Path:
    wanted = composed_form(name).casefold()
    try:
        there = sorted(os.listdir(folder))
    except OSError:
        there = []
    return folder / next((n for n in there if composed_form(n).casefold() == wanted), name)


def find_clinic(start: Path) -> Path | None:
    """The nearest folder from `start` upwards with a klinik.yaml, or None."""
    for folder in (start, *start.parents):
        with contextlib.suppress(OSError):  # on a file server the folders above may be closed to her
            if (folder / CLINIC_FILE).is_file():
                return folder
    return None
