"""Texts rewritten on the page: tried on the slide first, then kept in the clinic's folder, slide by slide."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import LiteralScalarString

from holdslides.atomic import write_atomically
from holdslides.compose import compose_decks
from holdslides.deck import Deck
from holdslides.edits import Change, Editable, Edits, editables, edits_path, same
from holdslides.library import Library
from holdslides.make import Workshop
from holdslides.pages import Slide
from holdslides.problems import Problem, RequestError
from holdslides.records import dataclass
from holdslides.request import Request, settle
from holdslides.web.clinic_file import revision as fingerprint
from holdslides.web.clinic_write import Changed
from holdslides.web.plan import is_sound

LONGEST = 4000  # letters of one text
_HEAD = (
    "Rettelser fra den lokale side. En rettelse gælder, så længe slidet ellers ville sige det,\n"
    "der står under fra. Slet en rettelse for at få den oprindelige tekst igen.\n"
)
_LABELS = {
    "overskrift": "Overskrift",
    "tekst": "Tekst",
    "spørgsmål": "Spørgsmål",
    "sig": "Noter: sig",
    "gør": "Noter: gør",
    "baggrund": "Noter: baggrund",
}

Texts = Mapping[str, str]


@dataclass(frozen=True)
class Rewriting:
    """One slide on the desk: as the content has it, and which condition its edits belong to."""

    shop: Workshop
    request: Request
    condition: str
    original: Slide

    @cached_property
    def current(self) -> Slide:
        """The slide as it is now."""
        return _slide(compose_decks(self.shop.library, self.shop.clinic, self.request)[0], self.original.id)


def on_the_desk(shop: Workshop, request: Request, slide_id: str) -> Rewriting:
    """The slide to rewrite. Raises RequestError when the meeting does not have it."""
    condition = settle(shop.library, request).condition_id
    plain = shop.library.with_edits(condition, Edits())
    original = _slide(compose_decks(plain, shop.clinic, request)[0], slide_id)
    return Rewriting(shop, request, condition, original)


def form_fields(rewriting: Rewriting) -> list[dict[str, Any]]:
    """The fields of the form: what the slide says now and what it said from the beginning."""
    now = {field.name: field.text for field in editables(rewriting.current)}
    return [
        {
            "name": field.name,
            "label": _label(field),
            "text": now[field.name],
            "original": field.text,
            "locked": field.locked,
        }
        for field in editables(rewriting.original)
    ]


def tried(rewriting: Rewriting, texts: Texts) -> tuple[Library, Deck]:
    """The meeting with these texts on the slide, nothing kept. Raises as `compose_decks` does."""
    shop, request = rewriting.shop, rewriting.request
    edits = Edits(_with(shop.library.edits(rewriting.condition).changes, rewriting.original, texts))
    library = shop.library.with_edits(rewriting.condition, edits)
    return library, compose_decks(library, shop.clinic, request)[0]


def revision(clinic: Path, condition: str) -> str:
    """What the edits of a condition are now, as a fingerprint: another one means that somebody has saved."""
    path = edits_path(clinic, condition)
    return fingerprint(path.read_bytes() if path.is_file() else b"")


def keep(clinic: Path, rewriting: Rewriting, texts: Texts, known: str) -> None:
    """Writes the texts into the clinic's folder; one that is as it first was is no edit any more.

    Raises Changed when the file is not what the page knew, FileError when it cannot be written.
    """
    if revision(clinic, rewriting.condition) != known:
        raise Changed
    path = edits_path(clinic, rewriting.condition)
    yaml = YAML()
    yaml.width = 110
    data = yaml.load(path.read_text(encoding="utf-8")) if path.is_file() else None
    if data is None:
        data = CommentedMap()
        data.yaml_set_start_comment(_HEAD)
    slides = data.setdefault("slides", CommentedMap())
    known_texts = {field.name: field.text for field in editables(rewriting.original)}
    entry = slides.setdefault(rewriting.original.id, CommentedMap())
    for name, text in texts.items():
        _set(entry, name, known_texts[name], text)
    if not entry:
        del slides[rewriting.original.id]
    out = StringIO()
    yaml.dump(data, out)
    write_atomically(path, out.getvalue().encode())


def checked(rewriting: Rewriting, data: Any) -> dict[str, str]:
    """The texts the page sent. Raises RequestError for a field the slide has not, or one that is locked."""
    known = {field.name: field for field in editables(rewriting.original)}
    if not isinstance(data, dict):
        raise RequestError(Problem("der er ingen tekster at rette"))
    for name, text in data.items():
        if name not in known or not isinstance(text, str) or len(text) > LONGEST or not is_sound(text):
            raise RequestError(Problem(f"»{str(name)[:40]}« kan ikke rettes", hint="genindlæs siden"))
        if known[name].locked and not same(text, known[name].text):
            raise RequestError(Problem(known[name].locked, hint="fortryd rettelsen"))
    return {name: text.replace("\r\n", "\n").strip() for name, text in data.items()}


def _with(
    changes: Mapping[str, Any], original: Slide, texts: Texts
) -> dict[str, dict[str, tuple[Change, ...]]]:
    known = {field.name: field.text for field in editables(original)}
    mine = dict(changes.get(original.id, {}))
    for name, text in texts.items():
        others = tuple(c for c in mine.get(name, ()) if not same(c.before, known[name]))
        mine[name] = others if same(text, known[name]) else (*others, Change(known[name], text))
    return {**changes, original.id: mine}


def _set(entry: CommentedMap, name: str, before: str, after: str) -> None:
    kept = [change for change in entry.get(name, []) if not same(str(change["fra"]), before)]
    if not same(before, after):
        kept.append(CommentedMap(fra=_scalar(before), til=_scalar(after)))
    if kept:
        entry[name] = kept
    else:
        entry.pop(name, None)


def _scalar(text: str) -> str:
    return LiteralScalarString(text) if "\n" in text else text


def _slide(deck: Deck, slide_id: str) -> Slide:
    for slide in deck.slides:
        if slide.id == slide_id:
            return slide
    raise RequestError(Problem("det slide er ikke med i programmet nu", hint="genindlæs siden"))


def _label(field: Editable) -> str:
    return _LABELS.get(field.name, field.name[:1].upper() + field.name[1:])
