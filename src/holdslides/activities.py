"""The library of ready activities, and a clinic's own among them: aktiviteter/ID.yaml is one slide of it.

The built-in library is a module; a clinic's file adds a slide to it or stands in the place of one, so that a
programme picks hers just as it picks ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from holdslides.folders import Folders, Found
from holdslides.ids import shown
from holdslides.keys import key
from holdslides.models_module import Module, SlideEntry
from holdslides.problems import ContentError, HoldslidesError, Place, Problem
from holdslides.records import dataclass, replace
from holdslides.structure import structure_file
from holdslides.yaml_data import Items, Key, Map, YamlFile
from holdslides.yaml_file import read_bytes, read_yaml
from holdslides.yaml_text import decode

if TYPE_CHECKING:
    from holdslides.library import Loaded

LIBRARY = "aktivitetstyper"
_INDENT = 4  # an item of a list in a module: "  - id: …"


@dataclass(frozen=True, slots=True)
class ActivityFile(SlideEntry):
    """aktiviteter/ID.yaml: a slide as in a module; its id is the file's name."""

    copied_from: str = key(
        "kopieret_fra", default="", doc="Skrives af holdslides copy: hvad filen er en kopi af"
    )


@dataclass(frozen=True, slots=True)
class JoinedFile(YamlFile):
    """A module's file in which some slides are files of their own; `others` are those, by index."""

    others: dict[int, YamlFile]

    def place(self, *path: Key) -> Place:
        """Where a value stands, in whichever file that is."""
        if len(path) > 1 and path[0] == "slides" and path[1] in self.others:
            return self.others[int(path[1])].place(*path[2:])
        return YamlFile.place(self, *path)


def with_activities(loaded: Loaded[Module], folders: Folders) -> Loaded[Module]:
    """The library of activities with the clinic's own.

    Raises FileError and ContentError with everything that is wrong in her files.
    """
    own = [found for found in folders.files("activities") if found.is_clinics]
    if not own:
        return loaded
    slides = list(loaded.value.slides)
    data, others = _copied(loaded.file.data), dict[int, YamlFile]()
    index = {slide.id: i for i, slide in enumerate(slides)}
    problems: list[Problem] = []
    for found in own:
        try:
            file, activity = _read(found)
        except HoldslidesError as error:
            problems.extend(error.problems)
            continue
        at = index.setdefault(activity.id, len(slides))
        slides[at : at + 1] = [activity]
        data["slides"][at : at + 1] = [_without_origin(file.data)]
        data["slides"].lines[at : at + 1] = [0]
        others[at] = file
    if problems:
        raise ContentError(problems)
    joined = JoinedFile(data, loaded.file.shown, others)
    return replace(loaded, value=replace(loaded.value, slides=tuple(slides)), file=joined)


def _read(found: Found) -> tuple[YamlFile, ActivityFile]:
    file = read_yaml(found)
    activity = structure_file(file, ActivityFile)
    if activity.id != found.id:
        hint = f"skriv id: {found.id}, eller giv filen et andet navn"
        message = f'id\'et "{shown(activity.id)}" er ikke filens navn'
        raise ContentError(Problem(message, file.place("id"), hint))
    return file, activity


def _copied(data: Map) -> Map:
    """The module's data with a list of slides that may be changed."""
    copied = Map(data.line)
    copied.update(data)
    copied.lines.update(data.lines)
    slides = Items(data["slides"].line)
    slides.extend(data["slides"])
    slides.lines.extend(data["slides"].lines)
    copied["slides"] = slides
    return copied


def _without_origin(data: Map) -> Map:
    copied = Map(data.line)
    copied.update({name: value for name, value in data.items() if name != "kopieret_fra"})
    copied.lines.update(data.lines)
    return copied


# ---- one activity of the library --------------------------------------------------------------------------
def activity_lines(found: Found) -> dict[str, tuple[int, int]]:
    """The first line of every activity in a library (from 1) and the line after its last, by id.

    Raises FileError and ContentError for a file that cannot be read.
    """
    from holdslides.yaml_reader import parse_text

    text = decode(read_bytes(found), found.shown)
    data = parse_text(text, found.shown).data
    slides = data.get("slides") if isinstance(data, Map) else None
    if not isinstance(slides, Items):
        return {}
    ends = [*slides.lines[1:], text.count("\n") + 2]
    return {
        str(slide.get("id")): (first, end)
        for slide, first, end in zip(slides, slides.lines, ends, strict=True)
        if isinstance(slide, Map)
    }


def activity_text(found: Found, id_: str) -> str:
    """One activity of a library as a file of its own would say it. Raises KeyError when there is none."""
    first, end = activity_lines(found)[id_]
    lines = decode(read_bytes(found), found.shown).replace("\r\n", "\n").split("\n")[first - 1 : end - 1]
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()  # what stands before the next activity belongs to that
    return "\n".join(line[_INDENT:] for line in lines) + "\n"
