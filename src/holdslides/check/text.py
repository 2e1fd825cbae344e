"""Danish text as the rules read it: words, sentences, readability. Nothing here knows slides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

LONG_WORD = 6  # letters; LIX counts words of more

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_STOP = re.compile(r"(?<=[.!?:…])[»«\"”’)]*\s+|\n|\s[·–]\s")
_ABBREVIATIONS = {"f.eks.": "for eksempel", "fx": "for eksempel", "ca.": "cirka", "maks.": "maksimalt", "evt.": "eventuelt"}  # fmt: skip
_BROKEN = re.compile(r"(?<=[^\W\d_])-\n(?=[a-zæøå])")
_SHORTENED = re.compile(r"(?<!\w)(f\.eks\.|fx|ca\.|maks\.|evt\.)(?!\w)", re.IGNORECASE)


def normal(text: str) -> str:
    """One Unicode form, abbreviations written out, words that were broken over two lines whole again."""
    text = _BROKEN.sub("", unicodedata.normalize("NFC", text))
    return _SHORTENED.sub(lambda m: _ABBREVIATIONS[m[0].lower()], text)


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
    return tuple(s for piece in _STOP.split(normal(text)) if piece and words(s := piece.strip(' «»"”')))


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


def shortened(text: str, most: int = 60) -> str:
    """The text on one line of a message, cut at a word."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"


# ---- grammar, as far as a list goes -----------------------------------------------------------------------
IMPERATIVES = frozenset(
    """accepter aftal aktiver bed begynd behold bemærk beskriv beslut bevæg bliv book brug buk byg byt bær bøj cykl
    dans del drej drik drøm dyrk fald farv fasthold fejr fest find flyt forbered forestil forklar fortsæt fortæl
    foretag følg få gem gentag giv glem grin gå gør gæt hent hils hjælp hold husk hvil hæld hæng hør indsæt inviter
    kig klap klip kom kontakt køb køl lad lav luk lyt lån læg læn lær læs løb løft mal mærk mind mød nyd nævn ordn
    overvej pak pas peg placer planlæg pres prioriter prøv pust ram rejs ret ring roter ryst ræk rør saml se send
    sid sig skab skift skriv skru skub slap slip slut slå smil snak sov spar spil spis spred spring spørg stil stop
    stræk stå støt sving svøm svar sæt søg sørg tag tal tegn tilbyd træd træk træn tæl tænd tænk udfyld udnyt undgå
    undersøg varier vend vent vis vælg vær ånd øg øv åbn""".split()
)
_FINITE = frozenset(
    """er var kan skal må vil bør tør ved har får fik gør bliver blev går gik står stod ser så siger sagde giver gav
    kommer kom tager tog ligger lå sidder sad lad findes synes føles lykkes mødes ånder når""".split()
)
_NOT_VERBS = frozenset(
    """her der hver før over under efter eller aldrig altså sammen center mønster måneder timer uger år kroner gener
    smerter muskler nerver myter haner farver øvelser trapper kort tips sider mader bedre værre større mindre flere
    dager patienter deltager lægger andre åbner alder skuldre skulder finger fingre vinter sommer søster bror mor
    far anker pauser vaner stimer former grunde kilder opgaver situationer signaler billeder ideer idéer aftener
    morgener dagbøger vægter hofter knæer hænder fødder lår""".split()
)
_NOUN_ENDINGS = ("ninger", "linger", "ringer", "dinger", "singer", "tinger", "elser", "heder", "ioner", "ismer",
                 "smerter", "terapeuter", "ister", "muskler", "nerver", "følelser")  # fmt: skip
_TO_YOU = frozenset("du dig din dit dine jer jeres i jeg mig min mit mine vi os vores".split())


def is_imperative(sentence: str) -> bool:
    """Whether it begins by asking the reader to do something."""
    found = words(sentence.casefold())
    if found[:1] in (("så",), ("og",), ("eller",), ("først",), ("ikke",)):
        found = found[1:]
    return bool(found) and found[0].split("-")[0] in IMPERATIVES


def speaks_to_you(text: str) -> bool:
    """Whether it says du, dig, I or the like, speaks as the reader, or asks for something."""
    return any(word.casefold() in _TO_YOU for word in words(text)) or any(map(is_imperative, sentences(text)))


def is_sentence(text: str) -> bool:
    """Whether it reads as a sentence or a question and not as a label: there is a verb in it, as far as can be seen."""
    if "?" in text or "!" in text or any(map(is_imperative, sentences(text))):
        return True
    found = [word.casefold() for word in words(text)]
    return any(word in _FINITE or _looks_finite(word) for word in found)


def _looks_finite(word: str) -> bool:
    """Danish verbs in the present end in r: bliver, kan skrue ... ; plural nouns are weeded out by their endings."""
    return (
        len(word) > 3 and word.endswith("r") and word not in _NOT_VERBS and not word.endswith(_NOUN_ENDINGS)
    )


def joined(names: Sequence[str], last: str = "og") -> str:
    """A, B og C."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}" if names else ""
