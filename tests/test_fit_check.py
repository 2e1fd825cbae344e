"""What does not fit is said in Danish, with its place and by how much."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from decks import PLACE, deck, every_kind, notes, text

from holdslides import measured
from holdslides.deck import Deck
from holdslides.drawing import Drawing, Label
from holdslides.figures import Area, Figure, load_figure
from holdslides.fit import check_deck, check_drawing
from holdslides.folders import Folders
from holdslides.measured import Measured
from holdslides.pages import (
    QuestionSlide,
    SafetySlide,
    Slide,
    StatementSlide,
    SummarySlide,
    TableSlide,
    WideSlide,
)
from holdslides.problems import Place, Problem, Severity
from holdslides.texts import FigureUse
from holdslides.theme import load_layouts, load_theme

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
FIGURE_PLACE = Place("moduler/alarm.yaml", 12)


def a_figure(monkeypatch: pytest.MonkeyPatch, *labels: Label) -> list[Area]:
    """Makes every figure a drawing with these labels; gives back the areas it was drawn in."""
    areas: list[Area] = []

    def draw(_: object, area: Area) -> Drawing:
        areas.append(area)
        return Drawing(area.width, area.height, labels, "Et billede.", under_footer="petrol7")

    monkeypatch.setattr(measured, "load_figure", lambda id_: Figure(id_, id_, object, draw))
    return areas


def label(words: str, **more: object) -> Label:
    return Label(**{"x": 200, "baseline": 90, "lines": (words,), "size": 20, "room": 180, **more})  # type: ignore[arg-type]


def statement(headline: str, body: str = "Ja.") -> StatementSlide:
    return StatementSlide(id="p/udsagn", place=PLACE, headline=text(headline), notes=notes(), body=text(body))


def wide(**more: object) -> WideSlide:
    return WideSlide(
        **{
            "id": "p/bred",
            "place": PLACE,
            "headline": text("Alarm"),
            "notes": notes(),
            "body": text("Ja."),
            "figure": FigureUse("alarm", (), FIGURE_PLACE),
            **more,
        }  # type: ignore[arg-type]
    )


def problems(*slides: Slide, font: str = "Arial", **changes: object) -> list[Problem]:
    return check_deck(deck(slides, **changes), LAYOUTS, replace(THEME, deck_font=font))


def test_a_deck_that_fits_has_no_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    a_figure(monkeypatch, label("alarm"))
    assert problems(*every_kind()) == []


def test_a_headline_too_long_says_how_much_must_go() -> None:
    (problem,) = problems(statement("Smerte " * 14 + "alarm"))  # 15 words of which 12 fit in three lines
    assert str(problem) == (
        f"{PLACE}: slide p/udsagn: overskriften fylder 4 linjer ved 48 pt, plads til 3 (60 pt for højt) "
        "(forkort med cirka 3 ord)"
    )
    assert problem.severity is Severity.ERROR


def test_the_hint_is_enough_to_make_it_fit() -> None:
    sentence = "Knokler du på hele dagen lang så kan du blive slået helt ud bagefter hver gang du prøver"
    words = sentence.split()
    (problem,) = problems(wide(headline=text(" ".join(words)), figure=None))
    cut = int(problem.hint.removeprefix("forkort med cirka ").removesuffix(" ord"))
    assert 0 < cut < len(words)
    assert not problems(wide(headline=text(" ".join(words[:-cut])), figure=None))
    assert problems(wide(headline=text(" ".join(words[: 1 - cut or None])), figure=None))


def test_a_text_far_too_long_is_told_at_once() -> None:
    start = time.process_time()
    (problem,) = problems(statement("ord " * 5_000))
    assert time.process_time() - start < 3  # word by word it took half a minute
    cut = int(problem.hint.removeprefix("forkort med cirka ").removesuffix(" ord"))
    assert 4_900 < cut < 5_000


def test_a_word_wider_than_its_box_is_named() -> None:
    slide = QuestionSlide(
        id="p/spm",
        place=PLACE,
        headline=text("Tal sammen"),
        notes=notes(),
        question=text("Hvad er arbejdsmarkedsuddannelsescenter?"),
        figure=None,
    )
    found = problems(slide)
    assert any("spørgsmålet: ordet »arbejdsmarkedsuddannelsescenter?« er" in p.message for p in found)
    assert any("skriv det som to" in p.hint for p in found)


def test_locked_texts_are_not_to_be_shortened() -> None:
    slide = statement("Alarm")
    locked = replace(slide, body=replace(text("ord " * 90), safety="kontakt"))
    (problem,) = problems(locked)
    assert "teksten fylder" in problem.message
    assert "låst" in problem.hint


def test_points_and_signs_are_counted_and_named() -> None:
    points = (text("Ja"), text("Ryggen er stærk og vil gerne bruges hver eneste dag i ugen"), text("Nej"))
    base = {"place": PLACE, "headline": text("Husk"), "notes": notes(), "figure": None}
    summary = SummarySlide(id="p/husk", points=points, **base)  # type: ignore[arg-type]
    assert "punkt 2 fylder" in problems(summary)[0].message
    four = SummarySlide(id="p/husk", points=(text("Ja"),) * 4, **base)  # type: ignore[arg-type]
    (problem,) = problems(four)
    assert "der er ikke plads til punkt 4" in problem.message
    assert problem.hint == "opsætningen Opsamling har plads til 3"
    safety = SafetySlide(id="p/hjælp", signs=(text("ord " * 30),), call=text("Ring"), **base)  # type: ignore[arg-type]
    assert "tegn 1 fylder" in problems(safety)[0].message


def test_a_table_too_large_says_which_cell_or_row() -> None:
    def table(*cells: str) -> TableSlide:
        rows = tuple((text("Gul"), text(cell)) for cell in cells)
        return TableSlide(
            id="p/tabel",
            place=PLACE,
            headline=text("Hvad?"),
            notes=notes(),
            header=(text("Når"), text("Så")),
            rows=rows,
        )

    (cell,) = problems(table("Gå et trin ned " * 20))[:1]
    assert "tabellen: feltet »Gå et trin …« fylder" in cell.message
    (high,) = problems(table(*["Skru ned"] * 9))
    assert "pt for høj ved 24 pt" in high.message
    assert "fjern en række" in high.hint


def test_a_footer_that_runs_into_a_picture_is_found_once() -> None:
    found = problems(wide(figure=None), statement("Alarm"), clinic="Fysioterapi og genoptræning " * 5)
    footers = [p for p in found if "sidefoden" in p.message]
    assert len(footers) == 2  # one for each block
    assert "klinikkens navn" in footers[0].hint


def test_an_unknown_font_is_a_warning_said_once() -> None:
    found = problems(statement("Alarm"), wide(figure=None), font="Comic Neue")
    assert [p.severity for p in found] == [Severity.WARNING]
    assert "Comic Neue" in found[0].message


# ---- figures ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("one", "message", "hint"),
    [
        (label("smertestillende medicin"), "»smertestillende medicin« er 48 pt bredere end", "bogstaver"),
        (label("alarm", size=18), "»alarm« er skrevet med 18 pt, og 20 er det mindste", "færre"),
        (label("alarm", x=10), "»alarm« når ud over billedets kant", "forkort"),
        (label("alarm", x=955, align="left"), "»alarm« når ud over billedets kant", "forkort"),
    ],
)
def test_labels_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, one: Label, message: str, hint: str
) -> None:
    a_figure(monkeypatch, one)
    (problem,) = problems(wide())
    assert problem.message.startswith("figuren alarm: ")
    assert message in problem.message
    assert hint in problem.hint
    assert problem.place == FIGURE_PLACE


def test_at_most_eight_labels() -> None:
    many = Drawing(900, 400, tuple(label(f"nr. {n}") for n in range(9)), "Et billede.")
    (problem,) = check_drawing(many, None, 20)
    assert "har 9 tekster" in problem.message
    assert not check_drawing(replace(many, shapes=many.shapes[:8]), None, 20)


def test_posters_ask_for_larger_labels_in_their_own_font() -> None:
    drawing = Drawing(900, 400, (label("bevægelse", room=115, size=24),), "Et billede.")
    assert check_drawing(drawing, None, 20, font="Arial")
    assert not check_drawing(drawing, None, 20, font="Source Sans Pro")
    assert check_drawing(drawing, None, 29, font="Source Sans Pro")


def test_a_figure_is_drawn_once_per_box(monkeypatch: pytest.MonkeyPatch) -> None:
    areas = a_figure(monkeypatch)
    measured = Measured(LAYOUTS, THEME)
    use = FigureUse("alarm", (1, 2), FIGURE_PLACE)
    first = measured.drawing_for(use, LAYOUTS.by_id["wide"])
    again = measured.drawing_for(replace(use, place=PLACE, alt="En anden sætning."), LAYOUTS.by_id["wide"])
    beside = measured.drawing_for(use, LAYOUTS.by_id["side"])
    assert areas == [Area(960, 400, 20), Area(560, 540, 20)]
    assert (first.alt, again.alt, beside.alt) == ("Et billede.", "En anden sætning.", "Et billede.")
    assert again.shapes is first.shapes


def test_check_and_placing_share_the_drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    areas = a_figure(monkeypatch)
    measured = Measured(LAYOUTS, THEME)
    one: Deck = deck((wide(),))
    check_deck(one, LAYOUTS, THEME, measured)
    (slide,) = measured.place_deck(one)
    assert len(areas) == 1
    assert slide.footer is not None
    assert slide.footer.colour in {"petrol2", "sand0"}  # the figure is dark down there


def test_the_real_figures_are_found_by_name() -> None:
    with pytest.raises(KeyError):
        load_figure("findes_ikke")


def test_of_many_decks_only_the_last_are_kept_placed() -> None:
    """The page tries a deck for every letter that is typed, for hours."""
    shared = Measured(LAYOUTS, THEME)
    decks = [deck((statement(f"Forsøg {i}"),)) for i in range(3 * measured.MOST_DECKS)]
    placed = [shared.place_deck(one) for one in decks]
    assert len(shared._placed) == measured.MOST_DECKS
    assert shared.place_deck(decks[-1]) is placed[-1]
    assert shared.place_deck(decks[0]) == placed[0]


@pytest.mark.parametrize("name", ["Fysioterapi & Sundhed Horsens By", "Rehabiliteringscenter Frederiksberg"])
def test_beside_a_long_clinics_name_the_blocks_title_gives_way(name: str) -> None:
    one = replace(deck((statement("Alarm"), wide(figure=None))), clinic=name)
    one = replace(
        one, blocks=tuple(replace(block, title="Sådan hænger det sammen i kroppen") for block in one.blocks)
    )
    assert not [p for p in check_deck(one, LAYOUTS, THEME) if "sidefoden" in p.message]
    footers = {
        placed.footer.text.plain for placed in Measured(LAYOUTS, THEME).place_deck(one) if placed.footer
    }
    assert all(words.startswith(name) for words in footers)
