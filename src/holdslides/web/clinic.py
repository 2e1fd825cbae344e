"""The clinic's settings on the page: read, tried, kept. What klinik.yaml holds besides is never touched."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from holdslides.atomic import write_atomically
from holdslides.clinic import read_clinic_file
from holdslides.compose import compose_decks
from holdslides.folders import CLINIC_FILE, Found
from holdslides.ids import find_id
from holdslides.library import Library
from holdslides.logo import read_logo
from holdslides.look import colour_problems
from holdslides.make import Workshop
from holdslides.pages import SectionSlide, SideSlide, SummarySlide, TitleSlide
from holdslides.problems import Place, Problem, RequestError
from holdslides.records import replace
from holdslides.request import Request
from holdslides.theme import contrast
from holdslides.web.clinic_file import AT, revision, with_values
from holdslides.web.clinic_write import Changed, write_clinic
from holdslides.web.plan import text, unreadable
from holdslides.web.programme import conditions
from holdslides.web.studio import Desk, Studio
from holdslides.yaml_data import Decimal
from holdslides.yaml_file import read_yaml

WORDS = {
    "navn": "Klinikkens navn",
    "undertitel": "Undertitel",
    "adresse": "Adresse",
    "telefon": "Telefon",
    "mail": "Mail",
    "hjemmeside": "Hjemmeside",
    "lægevagt": "Lægevagtens nummer",
    "farve": "Farve",
}
ROWS = {
    "hold": ("navn", "tilstand", "dag", "tid", "sted"),
    "godkendelser": ("tekst", "tilstand", "af", "dato"),
}
MOST_ROWS = 100
_PAIRS = (
    ("Mørk tekst på sand", "ink", "sand1", 4.5),
    ("Lys tekst på farvefladen", "sand0", "petrol7", 4.5),
    ("Lys tekst på den mørke bund", "petrol2", "ink", 4.5),
    ("Mørk tekst på den lyse tone", "ink", "petrol2", 4.5),
    ("Former på sand", "petrol5", "sand1", 3.0),
)
_SHOWN = (TitleSlide, SectionSlide, SideSlide, SummarySlide)


def settings(studio: Studio) -> dict[str, Any]:
    """Everything the form shows, and the file's revision.

    Raises ContentError for a klinik.yaml that cannot be used.
    """
    shop = studio.desk.shop
    data = _as_we_spell(read_clinic_file(shop.folders).data) if studio.has_clinic else {}
    words = {key: _word(data.get(key)) for key in WORDS}
    return {
        "words": words,
        "hold": [_row(ROWS["hold"], row, i) for i, row in enumerate(data.get("hold") or [])],
        "approvals": list(_approvals(shop.library, data.get("godkendelser") or [])),
        "conditions": conditions(shop.library),
        "logo": Path(shop.clinic.logo).name if shop.clinic.logo else "",
        "revision": current_revision(studio),
        "folder": str(studio.home),
        "isNew": not studio.has_clinic,
    }


def current_revision(studio: Studio) -> str:
    """What the form shows of klinik.yaml as a fingerprint; what others write into the file does not change it."""
    path = studio.home / CLINIC_FILE
    if not path.is_file():
        return revision(b"")
    data = read_yaml(Found(path, str(path), True)).data
    known = _as_we_spell(data) if isinstance(data, Mapping) else {}
    shown = {key: known.get(key) for key in (*WORDS, *ROWS, "logo")}
    return revision(json.dumps(shown, default=str).encode())


def save(studio: Studio, data: Mapping[str, Any], known: str) -> None:
    """Writes what the form sent, when klinik.yaml can be used with it.

    Raises Changed when somebody has saved since, RequestError for data no page of ours sends, ContentError
    with all that is wrong in it (then nothing is written), FileError when it cannot be written.
    """
    values = _values(data)
    if not values.get("navn", ""):
        raise RequestError(Problem("klinikken skal have et navn", hint="skriv det i det øverste felt"))
    _write(studio, values, known)


def save_logo(studio: Studio, data: bytes, name: str, known: str) -> None:
    """Puts a logo into the clinic's folder under a name of ours, and into klinik.yaml.

    Raises as `save`, and ContentError for a file that is no picture, is damaged, or far too large.
    """
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / _file_name(name)
        draft.write_bytes(data)
        kind = read_logo(draft, Place("logo")).kind
    with studio.lock:
        _check_known(studio, known)
        if not studio.has_clinic:
            studio.start_clinic()
        target = _free_name(studio.home, kind, data)
        write_atomically(target, data)
        _write(studio, {"logo": target.name}, current_revision(studio))


def colour_trial(studio: Studio, colour: str) -> dict[str, Any]:
    """How a colour ("" for ours) would look: pairs with their contrast, slides, and what is wrong with it."""
    shop = studio.desk.shop
    clinic = replace(shop.clinic, colour=colour)
    problems = list(colour_problems(shop.folders, clinic, lambda *_: Place("farve")))
    if problems:
        return {"problems": [_plain(p) for p in problems], "pairs": [], "previews": []}
    desk = Desk.over(Workshop(shop.folders, clinic, shop.library))
    palette = desk.theme.palette
    pairs = [
        {
            "name": name,
            "front": palette[front],
            "back": palette[back],
            "ratio": round(contrast(palette[front], palette[back]), 1),
            "least": least,
        }
        for name, front, back, least in _PAIRS
    ]
    return {"problems": [], "pairs": pairs, "previews": list(_previews(studio, desk))}


def _previews(studio: Studio, desk: Desk) -> Iterator[str]:
    """One slide of each of a few kinds, in the desk's colours."""
    library = desk.shop.library
    request = Request(conditions(library)[0]["id"], session=1)
    deck = compose_decks(library, desk.shop.clinic, request)[0]
    names = studio.page_names(deck, desk)
    for kind in _SHOWN:
        slide = next((slide for slide in deck.slides if isinstance(slide, kind)), None)
        if slide:
            yield names[slide.id]


def _write(studio: Studio, values: Mapping[str, Any], known: str) -> None:
    with studio.lock:
        _check_known(studio, known)
        write_clinic(studio, lambda text: with_values(text, values))


def _check_known(studio: Studio, known: str) -> None:
    if current_revision(studio) != known:
        raise Changed


def _values(data: Mapping[str, Any]) -> dict[str, Any]:
    words = data.get("words")
    if not isinstance(words, Mapping):
        raise unreadable("klinikken")
    values: dict[str, Any] = {key: text(words, key) for key in WORDS if key in words}
    for key, names in ROWS.items():
        if key in data:
            values[key] = [_sent(names, row) for row in _list(data[key])]
    return values


def _list(rows: Any) -> list[Any]:
    if not isinstance(rows, list) or len(rows) > MOST_ROWS:
        raise unreadable("rækkerne")
    return rows


def _sent(names: tuple[str, ...], row: Any) -> dict[str, Any]:
    if not isinstance(row, Mapping):
        raise unreadable("rækkerne")
    at = row.get(AT)
    return {name: text(row, name) for name in names} | ({AT: at} if isinstance(at, int) else {})


def _approvals(library: Library, signed: list[Any]) -> Iterator[dict[str, Any]]:
    """Every locked text a condition asks for and whose sources do not carry it, with the approval it has."""
    given = [_row(ROWS["godkendelser"], row, i) for i, row in enumerate(signed)]
    asked = [(id_, c) for c in conditions(library) for id_ in _asked(library, c["id"])]
    for id_, condition in asked:
        entry = library.safety(id_)
        pair = (id_, condition["id"])
        own = next((row for row in given if (row["tekst"], row["tilstand"]) == pair), None)
        yield {
            "tekst": id_,
            "tilstand": condition["id"],
            "condition": condition["name"],
            "heading": entry.heading or entry.text,
            "signs": list(entry.signs),
            "call": entry.call,
            "note": entry.note,
            "given": own,
        }
    known = {(id_, condition["id"]) for id_, condition in asked}
    for row in given:
        if (row["tekst"], row["tilstand"]) not in known:
            yield {"tekst": row["tekst"], "tilstand": row["tilstand"], "other": True, "given": row}


def _asked(library: Library, condition: str) -> list[str]:
    """The locked texts the condition asks for that wait for the clinic's approval or have it."""
    required = library.condition(condition).value.required.safety
    return [id_ for id_ in required if condition not in library.safety(id_).approved]


def _row(names: tuple[str, ...], row: Any, at: int) -> dict[str, Any]:
    known = _as_we_spell(row)
    return {name: _word(known.get(name)) for name in names} | {AT: at}


def _word(value: Any) -> str:
    if isinstance(value, Decimal):
        return value.written
    return "" if value is None else str(value)


def _as_we_spell(written: Mapping[str, Any]) -> dict[str, Any]:
    """A mapping of klinik.yaml by our keys: `Telefon` and `laegevagt` may stand there too."""
    keys = (*WORDS, *ROWS, *dict.fromkeys(name for names in ROWS.values() for name in names), "logo")
    return {find_id(key, keys) or key: value for key, value in written.items()}


def _file_name(sent: str) -> str:
    """The name a browser gave, for messages to name the file by; "logo" for what is no file's name."""
    name = Path(sent).name[-60:]
    return name if name.isprintable() and name.strip(".") else "logo"


def _free_name(home: Path, kind: str, data: bytes) -> Path:
    """logo.png, or logo-2.png where another picture has that name."""
    number = 1
    while True:
        path = home / f"logo{'' if number == 1 else f'-{number}'}.{kind}"
        if not path.exists() or path.read_bytes() == data:
            return path
        number += 1


def _plain(problem: Problem) -> dict[str, str]:
    message = problem.message.removeprefix('"farve": ').replace('"farve"', "farven")
    return {
        "message": message[:1].upper() + message[1:],
        "hint": problem.hint.replace('"', "").removesuffix(", med anførselstegn"),
        "severity": "fejl",
        "rule": "",
    }
