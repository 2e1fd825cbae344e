"""A poster's footer: clinic and logo left, sources and month right. Lengths are pt on the layout page."""

from __future__ import annotations

from collections.abc import Iterable

from holdslides.paper import Poster
from holdslides.print_file.page import Style
from holdslides.print_file.poster_parts import MARGIN, Board, ink_on
from holdslides.problems import Problem
from holdslides.widths import text_width

_UP = 44.0  # from the page's lower edge to the footer's baseline
_NAME_SIZES = (22.0, 20.0, 18.0, 16.0)
_SOURCE_SIZE, _SOURCE_ROOM = 13.0, 300.0
_GUIDES, _OWN = "vejledninger om patientuddannelse", "klinikken"
_LOGO_WIDTH, _LOGO_HEIGHT = 210.0, 48.0


def put_footer(board: Board) -> None:
    """Writes the footer; notes a clinic's name that has no room."""
    poster, colour = board.poster, ink_on(board.poster.foot)
    baseline = board.height - _UP
    left = MARGIN + _logo(board, baseline)
    lines = _source_lines(board)
    source = Style(_SOURCE_SIZE, 400, colour, align="right")
    taken = max(text_width(line, source.size, font=board.font) for line in lines)
    free = board.width - MARGIN - left - taken - 24
    name = next((size for size in _NAME_SIZES if _name_width(board, size) <= free), None)
    if name is None:
        over = board.mm(_name_width(board, _NAME_SIZES[-1]) - free)
        message = f"klinikkens navn er {over} mm for langt til plakatens fod"
        board.problems.append(Problem(message, poster.sender.place, "skriv det kortere i klinik.yaml"))
    style = Style(name or _NAME_SIZES[-1], 700, colour)
    board.page.words(left, baseline, (poster.sender.name,), style, max(free, 40) * 1.05)
    first = baseline - (len(lines) - 1) * source.size * source.leading
    board.page.words(board.width - MARGIN, first, lines, source, taken * 1.05)


def shown_facts(poster: Poster) -> str:
    """The ids of the facts a poster shows, for its PDF's keywords: what it is built on can be looked up."""
    return listed_facts(source.fact for source in poster.sources if source.shown)


def listed_facts(ids: Iterable[str]) -> str:
    """Fact ids one after the other, neighbours drawn together: "G14, G16a-d"."""
    runs: list[list[str]] = []
    for id_ in dict.fromkeys(ids):
        last = runs[-1][-1] if runs else ""
        has_letter = id_[-2:-1].isdigit() and id_[-1].islower()
        if has_letter and last[:-1] == id_[:-1] and ord(id_[-1]) == ord(last[-1]) + 1:
            runs[-1].append(id_)
        else:
            runs.append([id_])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1][-1]}" for run in runs)


def _source_lines(board: Board) -> tuple[str, ...]:
    """What kind of sources, in words anybody knows, and the month: on one line, or on two where they are long."""
    poster = board.poster
    documents = {source.document for source in poster.sources if source.shown}
    kinds = dict.fromkeys(_OWN if document == _OWN else _GUIDES for document in sorted(documents))
    parts = (f"Kilde: {' og '.join(kinds)}", poster.month) if kinds else (poster.month,)
    line = " · ".join(parts)
    return (line,) if text_width(line, _SOURCE_SIZE, font=board.font) <= _SOURCE_ROOM else parts


def _name_width(board: Board, size: float) -> float:
    return text_width(board.poster.sender.name, size, font=board.font, weight=700)


def _logo(board: Board, baseline: float) -> float:
    """The logo on a light plate; returns how far it moves the name to the right."""
    sender = board.poster.sender
    if sender.logo is None:
        return 0.0
    scale = min(_LOGO_WIDTH / sender.logo.width, _LOGO_HEIGHT / sender.logo.height)
    width, height = sender.logo.width * scale, sender.logo.height * scale
    top = baseline - 7 - height / 2
    board.page.rectangle(MARGIN - 10, top - 8, width + 20, height + 16, "sand0", 8)
    board.page.image(sender.logo.path.name, f"{sender.name}, logo", MARGIN, top, width, height)
    return width + 28
