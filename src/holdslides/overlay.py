"""What a clinic has of its own, where each thing comes from, and how a built-in thing becomes hers.

A copy remembers what it was copied from, so that it can be said when the original has changed since.
"""

from __future__ import annotations

import hashlib
import re
from enum import StrEnum
from pathlib import Path

from holdslides.activities import LIBRARY, activity_lines, activity_text
from holdslides.atomic import write_atomically
from holdslides.folders import DANISH_FOLDERS, Folders, Found
from holdslides.ids import find_id, shown, suggestion
from holdslides.library import Library
from holdslides.problems import Place, Problem, RequestError
from holdslides.records import dataclass
from holdslides.yaml_file import read_bytes
from holdslides.yaml_text import decode

KINDS = {  # as a therapist names them, and as the folders are called
    "modul": "modules",
    "program": "conditions",
    "plakat": "posters",
    "ark": "sheets",
    "aktivitet": "activities",
}
_THE = {
    "modules": "modulet",
    "conditions": "programmet",
    "posters": "plakaten",
    "sheets": "arket",
    "activities": "aktiviteten",
}
_A = {name: f"{'en' if name in ('plakat', 'aktivitet') else 'et'} {name}" for name in KINDS}
_COPIED = re.compile(r"(\S+)@([0-9a-f]{12})\Z")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z")  # Windows keeps these names for itself
_PLAIN_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}\Z")


class Origin(StrEnum):
    """Where a thing comes from, in the words the list shows ("" for the built-in)."""

    BUILT_IN = ""
    OWN = "klinikkens egen"
    COPY = "klinikkens kopi"
    OUTDATED = "klinikkens kopi; det oprindelige er ændret siden"
    ORPHAN = "klinikkens kopi; det oprindelige findes ikke mere"
    INSTEAD = "klinikkens egen i stedet for det oprindelige"


@dataclass(frozen=True, slots=True)
class Item:
    """A file of content, by its kind ("modules" …) and id."""

    kind: str
    id: str
    found: Found


def find_item(library: Library, typed: str, kind: str = "") -> Item:
    """The thing of that id, the clinic's own before the built-in; `kind` is one of KINDS, or "" for any.

    Raises RequestError when there is none, or when things of several kinds are called so.
    """
    kinds = {name: which for name, which in KINDS.items() if kind in ("", name)}
    known = {name: _ids(library, which) for name, which in kinds.items()}
    hits = {name: id_ for name, ids in known.items() if (id_ := find_id(typed, ids)) is not None}
    if not hits:
        if not kind and find_id(typed, library.safety_texts):
            message = f'"{shown(typed)}" er en låst sikkerhedstekst og kan ikke laves om'
            raise RequestError(Problem(message, hint=f"den bruges med sikkerhed: {typed}"))
        hint = suggestion(typed, [id_ for ids in known.values() for id_ in ids])
        what = _A.get(kind, "noget")
        raise RequestError(Problem(f'der er ikke {what}, der hedder "{shown(typed)}"', hint=hint))
    if len(hits) > 1:
        both = " og ".join(_A[name] for name in hits)
        hint = " eller ".join(f"--kind {name}" for name in hits)
        raise RequestError(Problem(f'"{shown(typed)}" er både {both}', hint=f"skriv også {hint}"))
    name, id_ = next(iter(hits.items()))
    found = library.folders.find(kinds[name], id_) or library.folders.find("modules", LIBRARY)
    assert found is not None  # `_ids` had it from one of them
    return Item(kinds[name], id_, found)


def _ids(library: Library, kind: str) -> tuple[str, ...]:
    ids = library.folders.ids(kind)
    if kind == "activities" and (activities := library.folders.find("modules", LIBRARY)):
        return tuple(dict.fromkeys((*ids, *activity_lines(activities))))
    return ids


def text_of(item: Item) -> str:
    """The item as it is written. Raises FileError when it cannot be read."""
    if item.kind == "activities" and item.found.id == LIBRARY:
        return activity_text(item.found, item.id)
    return decode(read_bytes(item.found), item.found.shown).replace("\r\n", "\n")


def copy_item(library: Library, item: Item, new_id: str = "") -> Path:
    """Puts a copy into the clinic's folder, under `new_id` if that is given; returns where it lies.

    Raises RequestError when there is no clinic folder, when the clinic has the thing already, or for an id
    that cannot be a file's name; FileError when it cannot be written.
    """
    clinic = library.folders.clinic
    if clinic is None:
        hint = "lav en med: holdslides init MAPPE, eller skriv --clinic MAPPE"
        raise RequestError(Problem("der er ingen klinikmappe at kopiere til", hint=hint))
    if new_id and (not _PLAIN_ID.match(new_id) or _RESERVED.match(new_id)):
        hint = "brug små bogstaver uden æ, ø og å, tal, - og _"
        raise RequestError(Problem(f'"{shown(new_id)}" kan ikke bruges som navn', hint=hint))
    path = clinic / DANISH_FOLDERS[item.kind] / f"{new_id or item.id}.yaml"
    if path.exists():
        hint = "ret i den, eller slet den først for at begynde forfra"
        raise RequestError(Problem("filen findes i forvejen", Place(str(path)), hint))
    text = text_of(item)
    if not item.found.is_clinics:
        text = _head(item, text, is_new=bool(new_id)) + text
    if new_id and item.kind == "activities":
        text = re.sub(r"^id: .*", f"id: {new_id}", text, count=1, flags=re.MULTILINE)
    write_atomically(path, text.encode())
    return path


def _head(item: Item, original: str, *, is_new: bool) -> str:
    schema = next(name for name, kind in KINDS.items() if kind == item.kind)
    undo = "" if is_new else " Slet filen for at bruge det oprindelige igen."
    return (
        f"# yaml-language-server: $schema=../.skema/{schema}.json\n"
        f"# En kopi af {_THE[item.kind]} {item.id}.{undo}\n"
        f'kopieret_fra: "{item.id}@{fingerprint(original)}"\n\n'
    )


def fingerprint(text: str) -> str:
    """Twelve hexadecimal digits that change with the text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def origin(library: Library, item: Item, copied_from: str) -> Origin:
    """Where an item comes from; `copied_from` is what its file says under `kopieret_fra`."""
    if not item.found.is_clinics:
        return Origin.BUILT_IN
    copied = _COPIED.match(copied_from.strip())
    if copied is None:
        return Origin.INSTEAD if _original(library.folders, item.kind, item.id) else Origin.OWN
    original = _original(library.folders, item.kind, copied[1])
    if original is None:
        return Origin.ORPHAN
    return Origin.COPY if fingerprint(text_of(original)) == copied[2] else Origin.OUTDATED


def _original(folders: Folders, kind: str, id_: str) -> Item | None:
    """The built-in item of that kind and id."""
    is_activity = kind == "activities"
    found = folders.find_built_in(*(("modules", LIBRARY) if is_activity else (kind, id_)))
    if found is None or (is_activity and id_ not in activity_lines(found)):
        return None
    return Item(kind, id_, found)
