"""Posters: one definition from A4 to A0. The parts are set, and the picture gets the rest.

Lengths are pt on the layout page, as wide as A3 (842 pt) and scaled to the paper; distances are metres. The
rule for type is 5 mm of capital height per metre of reading distance for the headline, and from half the
distance for everything else a poster says; only the footer is smaller.
"""

from __future__ import annotations

from typing import assert_never

from holdslides.models_paper import PosterLayout
from holdslides.paper import DISTANCE_M, PT_PER_MM, Poster
from holdslides.print_file.page import CAP_HEIGHT, Page
from holdslides.print_file.poster_footer import put_footer
from holdslides.print_file.poster_parts import MARGIN, Board
from holdslides.print_file.poster_type import BAND_TEXT, BAND_WORD, BODY, HEADLINE, ROW, ROW_NAME, SECOND
from holdslides.print_file.trim import Paper
from holdslides.problems import Problem
from holdslides.theme import Theme

CAP_MM_PER_M = 5.0
LEAST_M, MOST_M = 0.5, 20.0
_BAND_ROOM = 440.0


def lay_out(
    poster: Poster, theme: Theme, paper: Paper, distance: float | None = None
) -> tuple[Page, list[Problem]]:
    """The poster's page, and all that does not fit or lacks a letter when read from `distance` metres."""
    metres = distance if distance is not None else DISTANCE_M[paper.size]
    least = CAP_MM_PER_M * metres * PT_PER_MM / CAP_HEIGHT / paper.scale
    board = Board(poster, theme, paper, metres, least)
    board.check_letters()
    match poster.layout:
        case PosterLayout.PICTURE_FIRST:
            _picture_first(board)
        case PosterLayout.WORDS_FIRST:
            _words_first(board)
        case PosterLayout.BANDS:
            _bands(board)
        case PosterLayout.NOTICE:
            from holdslides.print_file.notice import lay_out_notice

            lay_out_notice(board)
        case PosterLayout.TABLE:
            _table(board)
        case _:
            assert_never(poster.layout)
    put_footer(board)
    return board.page, board.problems


def _picture_first(board: Board) -> None:
    """The picture on its stage above, headline and text on the ground below."""
    poster = board.poster
    gaps = 44 + 42 + board.foot
    headline, body, second = board.choose(
        [(poster.headline, HEADLINE), (poster.body, BODY), (poster.second, SECOND)], gaps
    )
    stage = board.height - gaps - headline.height - body.height - second.height - second.space
    board.ground(0, stage, poster.stage)
    board.picture(0, stage)
    board.label(56, poster.stage)
    y = board.words(headline, stage + 44, poster.foot, heading=1)
    y = board.words(body, y + 42, poster.foot)
    board.words(second, y + second.space, poster.foot)


def _words_first(board: Board) -> None:
    """The headline above, the picture below it, the text on a panel at the foot."""
    poster = board.poster
    top = 60 + board.label_height
    below = 44 + board.foot
    headline, body, second = board.choose(
        [(poster.headline, HEADLINE), (poster.body, BODY), (poster.second, SECOND)], top + 30 + below
    )
    foot = board.height - below - body.height - second.height - second.space
    board.label(60, poster.stage)
    last = board.words(headline, top, poster.stage, heading=1)
    board.picture(last + 30, foot)
    board.ground(foot, board.height, poster.foot)
    y = board.words(body, foot + 44, poster.foot)
    board.words(second, y + second.space, poster.foot)


def _bands(board: Board) -> None:
    """A headline, then bands of equal height with a word and a picture each, then the text.

    Without a headline the bands begin at the top, and their words are the headline.
    """
    poster = board.poster
    top, gap = (60 + board.label_height, 40.0) if poster.headline else (0.0, 0.0)
    below = 40 + board.foot
    headline, body, second = board.choose(
        [(poster.headline, HEADLINE), (poster.body, BODY), (poster.second, SECOND)], top + gap + below
    )
    start = board.words(headline, top, poster.foot, heading=1) + gap
    end = board.height - below - body.height - second.height - second.space
    height = (end - start) / max(1, len(poster.bands))
    room = _BAND_ROOM
    texts = board.alike([(band.text, "") for band in poster.bands], BAND_TEXT, room, 0.4 * height)
    free = height - 60 - max((26 + t.height if t.lines else 0 for t in texts), default=0)
    words = board.alike([(band.word, "") for band in poster.bands], BAND_WORD, room, free)
    for i, (band, word, text) in enumerate(zip(poster.bands, words, texts, strict=True)):
        y = start + i * height
        board.ground(y, y + height, band.colour)
        both = word.height + (26 + text.height if text.lines else 0)
        level = 2 if poster.headline else 1
        at = board.words(word, y + (height - both) / 2, band.colour, heading=level, width=room)
        board.words(text, at + 26, band.colour, width=room)
        edge = 10.0 if band.edge else 0.0
        x = MARGIN + room
        board.figure(band.figure, x, y, board.width - x, height - edge, to_edge=True)
        if band.edge:
            board.ground(y + height - edge, y + height, band.edge)
    board.label(60, poster.foot if poster.headline else poster.bands[0].colour)
    y = board.words(body, end + 40, poster.foot)
    board.words(second, y + second.space, poster.foot)


def _table(board: Board) -> None:
    """A picture, and below it rows to read or to fill in by hand."""
    poster = board.poster
    names = board.alike([(row.name, "") for row in poster.rows], ROW_NAME, 200)
    values = board.alike([(row.value, row.name.plain) for row in poster.rows], ROW, board.room - 210)
    step = [max(98.0, value.height + 56) for value in values]
    gaps = 70 + 26 + 58 + board.foot - 40
    (headline,) = board.choose([(poster.headline, HEADLINE)], gaps + sum(step))
    stage = board.height - sum(step) - board.foot + 10
    board.ground(0, stage, poster.stage)
    board.label(56, poster.stage)
    last = board.words(headline, 64 + board.label_height, poster.stage, heading=1)
    board.picture(last + 16, stage)
    y = stage + 40.0
    for name, value, height in zip(names, values, step, strict=True):
        board.words(name, y, poster.foot, heading=2, width=200)
        if value.lines:
            board.words(value, y, poster.foot, left=MARGIN + 210, width=board.room - 210)
        else:
            line = y + name.height + 5
            board.page.line(MARGIN + 210, line, board.width - MARGIN, line, "ink", 2)
        y += height
