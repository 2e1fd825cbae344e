"""The options that say which decks are wanted: the same, in the same words, for every command that makes decks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from holdslides.cli.parameters import Kind, Option, Words

if TYPE_CHECKING:
    from holdslides.request import Request

CONDITION = Words("condition", metavar="TILSTAND")
MODULES = Option("--modules", "Netop disse moduler, i denne orden; modul/slide er ét slide.", metavar="A,B,C")
DECKS = (
    Option("--session", "Kun den ene gang.", Kind.WHOLE, metavar="1|2"),
    Option("--edition", "Fuld eller kort udgave (ellers: fuld).", metavar="fuld|pixi"),
    Option("--minutes", "Så lang tid har du, i minutter.", Kind.NUMBER, metavar="TAL"),
    Option("--setting", "Hold, samtale eller træningshold.", metavar="hold|individuel|traening"),
    Option("--course", "Hvor længe deltagerne har haft ondt.", metavar="kort|langvarig|blandet"),
    MODULES,
    Option("--without", "Udelad disse moduler.", metavar="X,Y"),
    Option("--joint", "Artrose: hvilket led (ellers: begge).", metavar="knae|hofte|begge"),
    Option("--level", "Nerverod: lænd eller nakke. Skal vælges.", metavar="laend|nakke"),
    Option("--weight", "Tag siden om vægt med, hvor den er relevant.", Kind.FLAG),
    Option("--hold", 'Holdets navn, fx "mandag 16".', name="group", metavar="NAVN", default=""),
)
DECKS_OF_A_KIT = tuple(option for option in DECKS if option is not MODULES)


def request_of(
    condition: str,
    *,
    edition: str | None,
    course: str | None,
    without: str | None,
    modules: str | None = None,
    **asked: Any,
) -> Request:
    """The request for what was typed."""
    from holdslides.request import Request

    return Request(
        condition=condition,
        edition=edition or "fuld",
        course=course or "blandet",
        modules=_words(modules),
        without=_words(without),
        **asked,
    )


def _words(value: str | None) -> tuple[str, ...]:
    """A comma-separated list as its parts."""
    return tuple(part.strip() for part in (value or "").split(",") if part.strip())
