"""The notice on when to seek help: each sign beside its picture, and on the amber bar whom to call."""

from __future__ import annotations

from holdslides.figures import load_figure
from holdslides.print_file.page import Style
from holdslides.print_file.poster_parts import MARGIN, Board
from holdslides.print_file.poster_type import CALL, NOTICE, SIGN
from holdslides.texts import FigureUse

PICTURES = ("laar", "ben", "toilet")  # of the figure soeg_hjaelp, in the order of the locked text's signs
_PICTURE_WIDTH, _GAP = 226.0, 32.0


def lay_out_notice(board: Board) -> None:
    """The locked text, word for word, from top to bottom."""
    poster = board.poster
    (headline,) = board.alike([(poster.headline, "")], NOTICE, board.room)
    top = 56 + board.label_height
    header = top + headline.height + 46
    board.ground(0, header, "ink")
    board.label(56, "ink")
    board.words(headline, top, "ink", heading=1)
    call_top = _call(board)
    _signs(board, header, call_top)


def _signs(board: Board, top: float, bottom: float) -> None:
    """The signs in rows between header and bar."""
    poster = board.poster
    room = board.room - _PICTURE_WIDTH - _GAP
    height = (bottom - top - 28) / max(1, len(poster.signs))
    texts = board.alike([(sign, "") for sign in poster.signs], SIGN, room, height - 16)
    board.ground(top, bottom, poster.stage)
    for i, text in enumerate(texts):
        y = top + 14 + i * height
        if i < len(PICTURES) and poster.figure:
            board.figure(_picture(poster.figure, PICTURES[i]), MARGIN, y + 9, _PICTURE_WIDTH, height - 18)
        middle = y + (height - text.height) / 2
        board.words(text, middle, poster.stage, left=MARGIN + _PICTURE_WIDTH + _GAP, width=room)


def _picture(use: FigureUse, name: str) -> FigureUse:
    """One picture of the figure alone."""
    values = load_figure(use.id).values(chosen=(name,))
    return FigureUse(use.id, values, use.place)


def _call(board: Board) -> float:
    """The bar at the foot: whom to call, and their numbers or lines to write them on. Returns its top."""
    poster = board.poster
    if poster.call is None:
        return board.height - board.foot
    icon = 110.0
    (text,) = board.alike([(poster.call, "")], CALL, board.room - icon)
    field_height = 74.0
    top = board.height - board.foot - 36 - text.height - 34 - field_height
    board.ground(top, board.height, "amber")
    board.figure(_picture(poster.figure, "telefon") if poster.figure else None, MARGIN, top + 36, 84, 84)
    y = board.words(text, top + 36, "amber", left=MARGIN + icon, width=board.room - icon)
    # on a wall everybody's own doctor is another one; the take-home page has a line for that number
    phones = (("Lægevagten", poster.sender.doctor_on_call),)
    width = (board.room - icon - 20) / len(phones)
    for i, (who, number) in enumerate(phones):
        x = MARGIN + icon + i * (width + 20)
        board.page.rectangle(x, y + 30, width, field_height, "sand0", 12)
        board.page.words(x + 16, y + 30 + 28, (who,), Style(20, 600, "ink"), width - 20)
        if number:
            board.page.words(x + 16, y + 30 + 62, (number,), Style(32, 700, "ink"), width - 20)
    return top
