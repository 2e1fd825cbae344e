"""ord.yaml as the rules use it: professional terms, phrases not to be used, and the names of the house."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from holdslides.check.text import bare
from holdslides.folders import Folders
from holdslides.keys import key
from holdslides.records import dataclass
from holdslides.structure import structure
from holdslides.yaml_file import parse_built_in, read_bytes
from holdslides.yaml_text import decode

WORDS_FILE = "ord.yaml"
_PHRASES = "\nforbudte_vendinger:"
_BREAKS = "\nfaste_ord:"


@dataclass(frozen=True, slots=True)
class Term:
    """A professional term: what a patient reads instead, and the stems it is known by in compounds."""

    term: str = key("term")
    shown: str = key("på_slide")
    status: str = key("status")
    stems: tuple[str, ...] = key("stamme")

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds the term: its stems in any word, itself as a whole word; capitals only as capitals."""
        if self.term.isupper():
            return re.compile(rf"(?<![\w-]){re.escape(self.term)}(?![\w-])")
        whole = rf"(?<!\w){re.escape(self.term)}(?!\w)"
        stems = [rf"\w*{re.escape(stem)}\w*" for stem in self.stems]
        return re.compile("|".join((whole, *stems)), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases not to be used, and where those of cure may stand; `names` is wrong name to the house's name."""

    cure: tuple[str, ...] = key("kur")
    cure_exceptions: tuple[str, ...] = key("kur_undtagelser")
    moralising: tuple[str, ...] = key("moraliserende")
    third_person: tuple[str, ...] = key("patient_i_tredje_person")
    names: dict[str, str] = key("husnavne")


class Words:
    """The lists, each read when it is first asked for."""

    def __init__(self, folders: Folders) -> None:
        found = folders.built_in_file(WORDS_FILE)
        self._shown = found.shown
        text = decode(read_bytes(found), found.shown)
        self._terms_text, _, rest = text.partition(_PHRASES)
        self._phrases_text = rest.partition(_BREAKS)[0]

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Every professional term."""
        file = parse_built_in(self._terms_text.encode(), self._shown)
        terms: tuple[Term, ...] = structure(file.data["fagord"], tuple[Term, ...], file.place)
        return terms

    @cached_property
    def phrases(self) -> Phrases:
        """The phrases that must not be used."""
        file = parse_built_in(f"{_PHRASES.strip()}{self._phrases_text}\n".encode(), self._shown)
        return structure(file.data["forbudte_vendinger"], Phrases, file.place)

    @cached_property
    def patterns(self) -> tuple[tuple[Term, re.Pattern[str]], ...]:
        """Every term with what finds it, long terms first, so that the best-known name is told."""
        terms = sorted(self.terms, key=lambda term: -len(term.term))
        return tuple((term, term.pattern) for term in terms)


def found_in(text: str, phrases: tuple[str, ...], exceptions: tuple[str, ...] = ()) -> list[str]:
    """The phrases that stand in the text as whole words, when the exceptions are taken out of it."""
    low = text.casefold()
    near = [phrase for phrase in phrases if _first_word(phrase) in low]
    if not near:
        return []
    said = bare(text)
    for allowed in exceptions:
        said = said.replace(bare(allowed), " ")
    return [phrase for phrase in near if bare(phrase) in said]


@lru_cache(maxsize=1024)
def _first_word(phrase: str) -> str:
    return bare(phrase).split()[0]
