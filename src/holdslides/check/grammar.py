"""Danish grammar, as far as lists of words go: who is spoken to, what is asked for, is there a verb?"""

from __future__ import annotations

from holdslides.check.text import sentences, words


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


IMPERATIVES = _listed(
    """accepter aftal aktiver bed begynd behold bemærk beskriv beslut bevæg bliv book brug buk byg byt bær
    bøj cykl dans del drej drik drøm dyrk fald farv fasthold fejr fest find flyt forbered forestil
    forklar fortsæt fortæl foretag følg få gem gentag giv glem grin gå gør gæt hent hils hjælp hold husk
    hvil hæld hæng hør indsæt inviter kig klap klip kom kontakt køb køl lad lav luk lyt lån læg læn lær
    læs løb løft mal mærk mind mød nyd nævn ordn overvej pak pas peg placer planlæg pres prioriter prøv
    pust ram rejs ret ring roter ryst ræk rør saml se send sid sig skab skift skriv skru skub slap slip
    slut slå smil snak sov spar spil spis spred spring spørg stil stop stræk stå støt sving svøm svar
    sæt søg sørg tag tal tegn tilbyd træd træk træn tæl tænd tænk udfyld udnyt undgå undersøg varier
    vend vent vis vælg vær ånd øg øv åbn"""
)
_FINITE = _listed(
    """er var kan skal må vil bør tør ved har får fik gør bliver blev går gik står stod ser så siger sagde
    giver gav kommer kom tager tog ligger lå sidder sad lad findes synes føles lykkes mødes ånder når"""
)
_NOT_VERBS = _listed(
    """her der hver før over under efter eller aldrig altså sammen center mønster måneder timer uger år
    kroner gener smerter muskler nerver myter haner farver øvelser trapper kort tips sider mader bedre
    værre større mindre flere dager patienter deltager lægger andre åbner alder skuldre skulder finger
    fingre vinter sommer søster bror mor far anker pauser vaner stimer former grunde kilder opgaver
    situationer signaler billeder ideer idéer aftener morgener dagbøger vægter hofter knæer hænder
    fødder lår"""
)
_NOUN_ENDINGS = ("ninger", "linger", "ringer", "dinger", "singer", "tinger", "elser", "heder", "ioner",
                 "ismer", "smerter", "terapeuter", "ister", "muskler", "nerver", "følelser")  # fmt: skip
NOT_PASSIVE = _listed(
    """synes findes lykkes mindes mødes trives føles deres vores jeres alles nogles ellers fælles således
    enes særdeles aldeles stedes længes undres"""
)
_TO_YOU = _listed("du dig din dit dine jer jeres i jeg mig min mit mine vi os vores")


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
    """Whether it reads as a sentence or a question and not as a label: a verb can be seen in it."""
    if "?" in text or "!" in text or any(map(is_imperative, sentences(text))):
        return True
    found = [word.casefold() for word in words(text)]
    return any(word in _FINITE or _looks_finite(word) for word in found)


def _looks_finite(word: str) -> bool:
    """Danish verbs in the present end in r; plural nouns do too, and are weeded out by their endings."""
    return (
        len(word) > 3 and word.endswith("r") and word not in _NOT_VERBS and not word.endswith(_NOUN_ENDINGS)
    )
