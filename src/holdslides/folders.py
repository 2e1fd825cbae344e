"""Where things lie. The only module that knows: the built-in content/ and layouts/ (in a wheel or a checkout), the clinic's folder before them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from holdslides.records import dataclass

CLINIC_FILE = "klinik.yaml"
OVERLAYS = ("modules", "conditions", "posters", "sheets", "activities")  # what a clinic may put its own beside
_DANISH = {
    "modules": "moduler",
    "conditions": "programmer",
    "posters": "plakater",
    "sheets": "ark",
    "activities": "aktiviteter",
}


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
    """A content file, how it is shown to the user, and whether it is the clinic's own."""

    path: Path
    shown: str
    is_clinics: bool


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
        for found in self._candidates(kind):
            if found.path.stem == id_:
                return found
        return None

    def ids(self, kind: str) -> tuple[str, ...]:
        """The ids there are of that kind in either folder, sorted."""
        return tuple(sorted({found.path.stem for found in self._candidates(kind)}))

    def _candidates(self, kind: str) -> Iterator[Found]:
        if self.clinic is not None and kind in OVERLAYS:
            folder = self.clinic / _DANISH[kind]
            for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
                yield Found(path, str(path), True)
        for path in sorted((self.content / kind).glob("*.yaml")):
            yield Found(path, f"content/{kind}/{path.name}", False)


def find_clinic(start: Path) -> Path | None:
    """The nearest folder from `start` upwards with a klinik.yaml, or None."""
    for folder in (start, *start.parents):
        if (folder / CLINIC_FILE).is_file():
            return folder
    return None
