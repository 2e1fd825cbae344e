"""Danish text as the rules read it: words, sentences, readability. Nothing here knows slides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

LONG_WORD = 6  # letters; LIX counts words of more


class Lazy:
    """A pattern without regard to case, compiled when it is first needed; most are never needed.

    It is only tried on a text that holds one of its keys (small letters), which is far quicker to find out.
    """

    __slots__ = ("_compiled", "_pattern", "keys")

    def __init__(self, pattern: str, *keys: str) -> None:
        self._pattern, self.keys = pattern, keys
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        if self._compiled is None:
            self._compiled = re.compile(self._pattern, re.IGNORECASE)
        return self._compiled

    def may_match(self, text: str) -> bool:
        """Whether the text holds one of the keys."""
        low = text.casefold()
        return not self.keys or any(key in low for key in self.keys)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self.compiled.search(text) if self.may_match(text) else None

    def findall(self, text: str) -> list[str]:
        """Every match."""
        return self.compiled.findall(text) if self.may_match(text) else []


_WORD = Lazy(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_TOKEN = Lazy(r"[^\W_]+(?:[-’'][^\W_]+)*")
_STOP = Lazy(r"(?<=[.!?:…])[»«\"”’)]*\s+|\n|\s[·–]\s")
_BROKEN = Lazy(r"(?<=[^\W\d_])-\n(?=[a-zæøå])", "-\n")
_SHORTENED = Lazy(r"(?<!\w)(f\.eks\.|fx|ca\.|maks\.|evt\.)(?!\w)", "f.eks.", "fx", "ca.", "maks.", "evt.")
_ABBREVIATIONS = {
    "f.eks.": "for eksempel",
    "fx": "for eksempel",
    "ca.": "cirka",
    "maks.": "maksimalt",
    "evt.": "eventuelt",
}


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """One Unicode form, abbreviations written out, words that were broken over two lines whole again."""
    text = unicodedata.normalize("NFC", text)
    if _BROKEN.may_match(text):
        text = _BROKEN.compiled.sub("", text)
    if _SHORTENED.may_match(text):
        text = _SHORTENED.compiled.sub(lambda m: _ABBREVIATIONS[m[0].casefold()], text)
    return text


@lru_cache(maxsize=16384)
def bare(text: str) -> str:
    """The words and numbers alone, in small letters, with a blank before and after each."""
    return f" {' '.join(_TOKEN.findall(normal(text).casefold()))} "


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words, numbers left out."""
    return tuple(_WORD.findall(normal(text)))


def count(text: str) -> int:
    """How many words or numbers there are to read."""
    return len(_TOKEN.findall(text))


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences: full stops, question marks, colons and line ends part them."""
    return tuple(
        s for piece in _STOP.compiled.split(normal(text)) if piece and words(s := piece.strip(' «»"”'))
    )


def lix(texts: Iterable[str]) -> float:
    """LIX: words per sentence + percent words of more than six letters. 0 for nothing."""
    number, long, stops = 0, 0, 0
    for text in texts:
        found = words(text)
        number += len(found)
        long += sum(1 for word in found if len(word) > LONG_WORD)
        stops += len(sentences(text))
    return number / stops + 100 * long / number if number else 0.0


def holds(text: str, phrase: str) -> bool:
    """Whether the phrase stands in the text as whole words, in any case."""
    return bare(phrase) in bare(text)


def triples(text: str) -> set[tuple[str, ...]]:
    """Every three words in a row."""
    found = bare(text).split()
    return {tuple(found[i : i + 3]) for i in range(len(found) - 2)}


def percent(share: float) -> str:
    """A share (0-1) in whole percent, with the blank that Danish writes: "60 %"."""
    return f"{share * 100:.0f} %"


def joined(names: Sequence[str], last: str = "og") -> str:
    """A, B og C."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}" if names else ""
