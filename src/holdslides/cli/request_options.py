"""The options that say which decks are wanted: the same, in the same words, for every command that makes decks."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from holdslides.request import Request

Command = Callable[..., Any]

_MODULES = "modules"
_OPTIONS: dict[str, Callable[[Command], Command]] = {
    "session": click.option("--session", type=int, metavar="1|2", help="Kun den ene gang."),
    "edition": click.option("--edition", metavar="fuld|pixi", help="Fuld eller kort udgave (ellers: fuld)."),
    "minutes": click.option("--minutes", type=float, metavar="TAL", help="Så lang tid har du, i minutter."),
    "setting": click.option(
        "--setting", metavar="hold|individuel|traening", help="Hold, samtale eller træningshold."
    ),
    "course": click.option(
        "--course", metavar="kort|langvarig|blandet", help="Hvor længe deltagerne har haft ondt."
    ),
    _MODULES: click.option(
        "--modules", metavar="A,B,C", help="Netop disse moduler, i denne orden; modul/slide er ét slide."
    ),
    "without": click.option("--without", metavar="X,Y", help="Udelad disse moduler."),
    "joint": click.option(
        "--joint", metavar="knae|hofte|begge", help="Artrose: hvilket led (ellers: begge)."
    ),
    "level": click.option("--level", metavar="laend|nakke", help="Nerverod: lænd eller nakke. Skal vælges."),
    "weight": click.option("--weight", is_flag=True, help="Tag siden om vægt med, hvor den er relevant."),
    "group": click.option(
        "--hold", "group", metavar="NAVN", default="", help='Holdets navn, fx "mandag 16".'
    ),
}


def for_decks(*, with_modules: bool) -> Callable[[Command], Command]:
    """Adds the condition and the options; the command gets them all as one `request`."""

    def decorated(command: Command) -> Command:
        names = [name for name in _OPTIONS if with_modules or name != _MODULES]

        @wraps(command)
        def gathered(*, condition: str, **typed: Any) -> Any:
            asked = {name: typed.pop(name) for name in names}
            return command(request=_request(condition, **asked), **typed)

        made: Command = gathered
        for name in reversed(names):
            made = _OPTIONS[name](made)
        return made

    return decorated


def _request(
    condition: str,
    *,
    edition: str | None,
    course: str | None,
    without: str | None,
    modules: str | None = None,
    **asked: Any,
) -> Request:
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
