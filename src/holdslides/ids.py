"""Ids as people type them: any case, either Unicode form, æøå or ae/oe/aa, blanks, hyphens or underscores."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from holdslides.problems import Problem, RequestError

MOST_SUGGESTIONS = 3
MOST_LISTED = 12
TOO_MANY_TO_LIST = 60  # the first twelve of five hundred facts help nobody
LONGEST_SHOWN = 60

LONGEST_PART = 60  # letters of a name in a file's name
_LETTERS = {ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa"}
_SEPARATORS = " -.,:_/"
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss"})
S = TypeVar("S", bound=str)


def composed_form(typed: str) -> str:
    """The text in the Unicode form where a letter with its mark is one (NFC)."""
    if typed.isascii():
        return typed
    from unicodedata import normalize

    return normalize("NFC", typed)


def folded(typed: str) -> str:
    """What the spellings of an id have in common: `Smerte-forståelse` and `smerteforstaaelse` are alike."""
    composed = composed_form(typed).casefold().translate(_DANISH)
    plain = composed
    if not composed.isascii():
        from unicodedata import normalize

        plain = normalize("NFD", composed).translate(_DANISH)  # ǽ is an æ with an accent
    return "".join(c for c in plain if c.isalnum())


def file_part(name: str) -> str:
    """A name as part of a file's name on any system: "Mandag 16:00" is mandag-16-00.

    Two names never become one but for case, spaces and the marks between words: what cannot be written so
    ends in letters of its own.
    """
    typed = " ".join(composed_form(name).casefold().split())
    plain = "".join(c if c.isascii() and c.isalnum() else " " for c in typed.translate(_LETTERS))
    slug = "-".join(plain.split())
    is_faithful = all(c in _SEPARATORS or ord(c) in _LETTERS or (c.isascii() and c.isalnum()) for c in typed)
    if not is_faithful or len(slug) > LONGEST_PART or any(pair in typed for pair in _LETTERS.values()):
        from hashlib import sha256

        cut = slug[:LONGEST_PART].rstrip("-")
        slug = f"{cut}-{sha256(typed.encode()).hexdigest()[:6]}".lstrip("-")
    return slug


def find_id(typed: str, known: Iterable[S]) -> S | None:
    """The known id that `typed` stands for, or None. An exact match wins over a likeness."""
    known = tuple(known)
    for id_ in known:
        if id_ == typed:
            return id_
    exact = composed_form(typed).strip()
    for id_ in known:
        if id_ == exact:
            return id_
    wanted = folded(typed)
    return next((id_ for id_ in known if wanted and folded(id_) == wanted), None)


def nearest(typed: str, known: Iterable[S], most: int = MOST_SUGGESTIONS) -> tuple[S, ...]:
    """The known ids most like `typed`, best first; ids that begin with it or hold it count as near."""
    from difflib import get_close_matches

    wanted = folded(typed)[:LONGEST_SHOWN]
    by_fold = {folded(id_): id_ for id_ in known}
    if not wanted:
        return ()
    near = get_close_matches(wanted, by_fold, n=most, cutoff=0.62)
    if len(wanted) >= 3:
        near += [fold for fold in by_fold if fold.startswith(wanted) or wanted.startswith(fold + "s")]
        near += [fold for fold in by_fold if wanted in fold]
    return tuple(by_fold[fold] for fold in dict.fromkeys(near))[:most]


def suggestion(typed: str, known: Iterable[str], there_are: str = "der er") -> str:
    """A hint (Danish): the nearest ids, or what there is to choose from. "" when it is hopeless."""
    known = tuple(known)
    if near := nearest(typed, known):
        return f"mente du {_either(tuple(map(shown, near)))}?"
    if not 0 < len(known) < TOO_MANY_TO_LIST:
        return ""
    more = " …" if len(known) > MOST_LISTED else ""
    return f"{there_are} {', '.join(map(shown, known[:MOST_LISTED]))}{more}"


def shown(typed: str) -> str:
    """What was typed, fit for one line of a message."""
    flat = " ".join("".join(c if c.isprintable() else "�" for c in typed).split())
    return flat if len(flat) <= LONGEST_SHOWN else flat[: LONGEST_SHOWN - 1] + "…"


def resolve_id(typed: str, known: Iterable[S], what: str) -> S:
    """The known id that `typed` stands for. `what` is the Danish word in the definite form ("modulet").

    Raises RequestError with the nearest ids when there is none.
    """
    known = tuple(known)
    found = find_id(typed, known)
    if found is None:
        raise RequestError(Problem(f'{what} "{shown(typed)}" findes ikke', hint=suggestion(typed, known)))
    return found


def _either(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} eller {names[-1]}"
