"""Where texts end up: sizes, boxes that follow one another, tables, badge, footer."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from decks import activity, deck, every_kind, figure, text
from decks import notes as some_notes

from holdslides.folders import Folders
from holdslides.pages import (
    QuestionSlide,
    SideSlide,
    Slide,
    StatementSlide,
    TableSlide,
    TitleSlide,
    WideSlide,
)
from holdslides.placing import PlacedSlide, footer_colour, keeps_reserve, place, place_deck, place_text
from holdslides.problems import Place
from holdslides.table_fit import CELL_GAP, CELL_PAD
from holdslides.theme import Box, contrast, load_layouts, load_theme
from holdslides.type_metrics import line_height
from holdslides.widths import text_width

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
PLACE = Place("moduler/proeve.yaml", 4)


def placed(slide: Slide, **more: object) -> PlacedSlide:
    return place(slide, LAYOUTS, THEME, **more)  # type: ignore[arg-type]


def side(headline: str, *body: str) -> SideSlide:
    return SideSlide(
        id="prøve/side",
        place=PLACE,
        headline=text(headline),
        notes=some_notes(),
        body=text(*body),
        figure=figure(),
    )


def table(*rows: tuple[str, ...]) -> TableSlide:
    header, *others = (tuple(text(cell) for cell in row) for row in rows)
    return TableSlide(
        id="prøve/tabel",
        place=PLACE,
        headline=text("Hvad gør du?"),
        notes=some_notes(),
        header=header,
        rows=tuple(others),
    )


def box(**more: object) -> Box:
    return Box(**{"name": "body", "x": 0, "y": 0, "width": 300, "height": 200, "sizes": (30, 24), **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("slide", every_kind(), ids=lambda slide: slide.id)
def test_every_kind_of_slide_fits_inside_its_boxes(slide: Slide) -> None:
    result = placed(slide, footer="Klinikken  ·  Alarmen", clinic="Klinikken", number=3)
    assert not result.unplaced
    for name, one in result.boxes.items():
        original = result.layout.boxes[name]
        assert one.fits
        assert one.size in original.sizes
        assert len(one.lines) <= original.lines
        assert one.text_height <= one.height + 0.01
        assert one.y <= original.y
        assert one.y + one.height == pytest.approx(original.y + original.height)
        assert one.colour in THEME.palette
    assert (result.footer is not None) == result.layout.has_footer


def test_a_short_text_takes_the_largest_size_and_a_long_one_a_smaller() -> None:
    assert placed(side("Alarmen passer på dig", "Ja.")).boxes["title"].size == 40
    long = "Smerten kan komme igen uden at blive værre med årene, og den kan dæmpes"
    assert placed(side(long, "Ja.")).boxes["title"].size < 40


def test_the_body_follows_the_headline_upwards() -> None:
    short, long = placed(side("Alarm", "Ja.")), placed(side("Alarmen kan hyle, uden at der er brand", "Ja."))
    assert short.boxes["body"].y < long.boxes["body"].y
    title, body = short.boxes["title"], short.boxes["body"]
    assert body.y == pytest.approx(title.y + title.text_height + 20)


def test_a_line_is_kept_in_reserve_where_the_smaller_size_allows_it() -> None:
    words = text("Bevæg dig lidt hver dag, og hold pauser undervejs.")
    roomy = place_text(words, box(height=4 * 36, lines=4), "Arial", "ink")
    tight = place_text(words, box(height=3 * 36, lines=4), "Arial", "ink")
    assert (roomy.size, tight.size) == (30, 24)
    assert tight.height - tight.text_height >= line_height(24) - 0.01
    assert not keeps_reserve(box(lines=1))
    assert not keeps_reserve(box(lines=4, bold=True))


def test_no_short_word_stands_alone_if_the_next_size_mends_it() -> None:
    sentence = "Prøv bremsen helt nu"
    width = text_width(sentence, 30, True) - 1
    lonely = place_text(text(sentence), box(width=width, sizes=(30,), lines=2, bold=True), "Arial", "ink")
    mended = place_text(text(sentence), box(width=width, lines=2, bold=True), "Arial", "ink")
    assert [line.plain for line in lonely.lines] == ["Prøv bremsen helt", "nu"]
    assert [line.plain for line in mended.lines] == [sentence]
    assert mended.size == 24


def test_a_text_too_long_for_its_box_is_placed_all_the_same_and_says_so() -> None:
    result = place_text(text("ord " * 80), box(lines=3), "Arial", "ink")
    assert not result.fits
    assert result.size == 24


def test_lines_in_the_middle_of_a_box() -> None:
    one = place_text(text("Ja"), box(anchor="middle"), "Arial", "ink")
    assert one.text_top == pytest.approx((200 - 36) / 2)
    assert one.baselines == pytest.approx([(200 - 36) / 2 + 30])


def test_empty_texts_have_no_box() -> None:
    slide = WideSlide(
        id="p/b", place=PLACE, headline=text("Alarm"), notes=some_notes(), body=text(), figure=figure()
    )
    assert set(placed(slide).boxes) == {"title"}


def test_the_first_slide_bears_the_clinic() -> None:
    slide = next(s for s in every_kind() if isinstance(s, TitleSlide))
    assert (
        placed(slide, clinic="Fysioterapien Solbakken").boxes["clinic"].lines[0].plain.endswith("Solbakken")
    )
    assert "clinic" not in placed(slide).boxes


def test_the_badge_is_drawn_and_measured() -> None:
    slide = next(s for s in every_kind() if isinstance(s, QuestionSlide))
    result = placed(slide)
    assert result.badge is not None
    assert 200 < result.badge_width < result.layout.boxes["badge"].width
    assert placed(replace(slide, activity=None)).badge is None
    assert activity().minutes == 3


def test_the_footer_is_read_on_whatever_lies_under_it() -> None:
    statement = next(s for s in every_kind() if isinstance(s, StatementSlide))
    wide = next(s for s in every_kind() if isinstance(s, WideSlide))
    for slide, ground in ((statement, None), (wide, None), (wide, "petrol7"), (wide, "leaf2")):
        result = placed(slide, footer="Klinik", number=2, under_footer=ground)
        assert result.footer is not None
        assert result.footer_number is not None
        under = THEME.hex(ground or result.layout.ground)
        assert contrast(THEME.hex(result.footer.colour), under) >= 4.5
    assert {footer_colour(THEME, ground) for ground in ("sand1", "amber", "ink")} == {
        "petrol7",
        "ink",
        "petrol2",
    }


def test_a_picture_beside_the_footer_neither_colours_it_nor_is_written_on() -> None:
    result = placed(side("Alarm", "Ja."), footer="Klinik", under_footer="petrol7")
    assert result.footer is not None
    assert result.footer.colour == placed(side("Alarm", "Ja."), footer="Klinik").footer.colour  # type: ignore[union-attr]
    assert result.footer.x + result.footer.width < result.layout.boxes["picture"].x


def test_an_even_table_stays_even() -> None:
    result = placed(table(("Når", "Så"), ("Grønt", "Fortsæt"), ("Rødt", "Skru ned"))).table
    assert result is not None
    assert result.fits
    assert result.size == LAYOUTS.by_id["table"].boxes["table"].sizes[0]
    assert result.column_widths == (432, 432)
    assert result.row_heights[0] >= line_height(result.size) + 2 * CELL_GAP
    assert [[cell[0].plain for cell in row] for row in result.cells][1] == ["Grønt", "Fortsæt"]


def test_a_wordy_column_gets_more_room_and_the_table_stays_in_its_box() -> None:
    long = "Gå et trin ned, hold en pause, og prøv roligt igen, når du er klar til det"
    result = placed(table(("Farve", "Gør sådan"), ("Gul", long), ("Rød", long))).table
    assert result is not None
    assert result.column_widths[1] > result.column_widths[0]
    assert result.width == pytest.approx(864)
    assert result.height <= LAYOUTS.by_id["table"].boxes["table"].height + 0.01
    assert all(
        line.width <= width - 2 * CELL_PAD
        for row in result.cells
        for cell, width in zip(row, result.column_widths, strict=True)
        for line in cell
    )


def test_a_deck_is_placed_in_the_blink_of_an_eye() -> None:
    nineteen = tuple(replace(slide, id=f"{slide.id}{n}") for n, slide in enumerate((every_kind() * 2)[:19]))
    big = deck(nineteen)
    place_deck(big, LAYOUTS, THEME)  # loads the tables

    def once() -> float:
        start = time.process_time()
        assert len(place_deck(big, LAYOUTS, THEME)) == 19
        return time.process_time() - start

    assert min(once() for _ in range(8)) < 0.015
