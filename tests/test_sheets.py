"""Worksheets, take-home pages and run sheets: what is said, whether it fits, whether the PDF is sound."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import page as validator
import pytest
from pypdf import PdfReader

from holdslides import worksheet as ws
from holdslides.check.text import lix
from holdslides.cli.app import run
from holdslides.compose import compose_decks
from holdslides.compose_exercises import compose_exercises, last_exercise
from holdslides.compose_run_sheet import compose_run_sheet, handouts, parse_clock
from holdslides.compose_sheet import compose_sheet, sheet_ids
from holdslides.compose_take_home import compose_take_home
from holdslides.content_check import content_problems
from holdslides.deck import Deck
from holdslides.make import Workshop
from holdslides.make_kit import take_home
from holdslides.models_sheet import Mark
from holdslides.pages import texts
from holdslides.print_file.compiler import compile_pdf
from holdslides.print_file.page import document_settings
from holdslides.print_file.run_sheet import lay_out_run_sheet
from holdslides.print_file.sheet import lay_out_sheet
from holdslides.print_file.sheet_pdf import pages_pdf
from holdslides.problems import ContentError, RequestError
from holdslides.request import Request
from holdslides.texts import Text

SHOP = Workshop.open(None)
IDS = sheet_ids(SHOP.library)
CONDITIONS = SHOP.library.condition_ids
KNOWN = (
    "bordskilte",
    "dagbog",
    "min_kop",
    "min_plan",
    "min_start",
    "min_trappe",
    "mit_maal",
    "mytekort",
    "oev_hjemme",
)
A4 = (210 / 25.4 * 72, 297 / 25.4 * 72)
PROFILES = (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_2A)


def clinic_shop(folder: Path, approvals: str = "", **sheets: str) -> Workshop:
    """A workshop with a clinic whose own sheets are these."""
    (folder / "ark").mkdir(parents=True, exist_ok=True)
    (folder / "klinik.yaml").write_text(
        f'navn: "Prøveklinikken"\ntelefon: "12 34 56 78"\n{approvals}', "utf-8"
    )
    for id_, words in sheets.items():
        (folder / "ark" / f"{id_}.yaml").write_text(words, "utf-8")
    return Workshop.open(folder)


@lru_cache
def decks(condition: str) -> tuple[Deck, ...]:
    level = "laend" if SHOP.library.condition(condition).value.levels else None
    return compose_decks(SHOP.library, SHOP.clinic, Request(condition, level=level))


EVERY_DECK = [(condition, i) for condition in CONDITIONS for i in range(len(decks(condition)))]


def all_texts(value: object) -> list[Text]:
    """Every text anywhere in a composed sheet."""
    if isinstance(value, Text):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in all_texts(item)]
    if hasattr(value, "__dataclass_fields__") and not isinstance(value, Text):
        return [t for name in value.__dataclass_fields__ for t in all_texts(getattr(value, name))]
    return []


# ---- what there is ---------------------------------------------------------------------------------------
def test_the_nine_sheets_are_there_and_every_reference_finds_one() -> None:
    assert IDS == KNOWN
    for id_ in SHOP.library.module_ids:
        for slide in SHOP.library.module(id_).value.slides:
            assert not slide.handout or slide.handout in IDS
    assert [p for p in SHOP.library.load_all() if "sheets" in str(p.place) or "arket" in p.message] == []


@pytest.mark.parametrize("typed", ["min-kop", "Min kop", "MIN_KOP"])
def test_an_id_may_be_typed_as_people_do(typed: str) -> None:
    assert compose_sheet(SHOP.library, SHOP.clinic, typed).id == "min_kop"


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("condition", ["", *CONDITIONS])
@pytest.mark.parametrize("id_", IDS)
def test_every_sheet_fits_in_readable_type(id_: str, condition: str, large: bool) -> None:
    sheet = compose_sheet(SHOP.library, SHOP.clinic, id_, condition)
    pages, problems = lay_out_sheet(sheet, SHOP.theme, large)
    assert problems == []
    fixed = {"bordskilte": 7, "mytekort": 3}  # a sign a page; cards, their backs and two slips
    assert len(pages) == fixed[id_] if id_ in fixed else len(pages) <= (2 if large else 1)
    sizes = [float(size) for page in pages for size in re.findall(r"size: ([\d.]+)pt", page.markup)]
    # numbers in discs and the words of small pictures are part of a drawing
    assert min(sizes) >= (20 if large else 14)


@pytest.mark.parametrize("id_", IDS)
def test_every_sheet_is_a_sound_pdf_of_exact_size(id_: str) -> None:
    sheet = compose_sheet(SHOP.library, SHOP.clinic, id_)
    pages, _ = lay_out_sheet(sheet, SHOP.theme)
    pdf = pages_pdf(pages, sheet.name)
    assert pdf == pages_pdf(lay_out_sheet(sheet, SHOP.theme)[0], sheet.name)
    for profile in PROFILES:
        assert [f.message for f in validator.validate_pdf_bytes(pdf, profile=profile).failures] == []
    read = PdfReader(io.BytesIO(pdf))
    assert len(read.pages) == len(pages)
    assert all(tuple(map(float, p.mediabox[2:])) == pytest.approx(A4, abs=0.01) for p in read.pages)
    assert read.trailer["/Root"]["/Lang"] == "da-DK"
    assert read.metadata is not None
    assert read.metadata.title == sheet.name
    assert b"/Subtype/Image" not in pdf


def test_the_sheets_read_easily() -> None:
    for id_ in IDS:
        words = [t.plain for t in all_texts(compose_sheet(SHOP.library, SHOP.clinic, id_, "laenderyg"))]
        assert lix(words) <= 30


# ---- stairs ----------------------------------------------------------------------------------------------
def test_no_step_is_steep_and_the_calm_stair_comes_first() -> None:
    body = compose_sheet(SHOP.library, SHOP.clinic, "min_trappe").body
    assert isinstance(body, ws.Flow)
    first = next(part for part in body.parts if isinstance(part, ws.Stair))
    others = [row.minutes for part in body.parts if isinstance(part, ws.Stairs) for row in part.rows]
    rises = [max((b - a) / a for a, b in pairwise(m)) for m in (first.minutes, *others)]
    assert all(rise <= 0.2 for rise in rises)
    assert rises[0] == min(rises)


def test_a_stairs_name_says_the_number_it_starts_on() -> None:
    body = compose_sheet(SHOP.library, SHOP.clinic, "min_trappe").body
    assert isinstance(body, ws.Flow)
    for part in body.parts:
        rows = part.rows if isinstance(part, ws.Stairs) else ()
        for row in rows:
            assert row.name.plain.startswith(f"Start på {row.minutes[0]} min")


def test_a_steep_stair_is_refused_with_its_line(tmp_path: Path) -> None:
    words = 'navn: "T"\ntitel: "T"\ndele:\n  - trappe:\n      minutter: [10, 13]\n'
    shop = clinic_shop(tmp_path, stejl=words)
    with pytest.raises(ContentError, match=r"stejl\.yaml:5: .*fra 10 til 13 minutter"):
        compose_sheet(shop.library, shop.clinic, "stejl")


def test_a_steep_stair_may_not_come_before_a_calm_one(tmp_path: Path) -> None:
    words = (
        'navn: "T"\ntitel: "T"\ndele:\n  - trappe: {minutter: [5, 6]}\n  - trapper: [{minutter: [10, 11]}]\n'
    )
    shop = clinic_shop(tmp_path, orden=words)
    with pytest.raises(ContentError, match="den roligste trappe skal stå først"):
        compose_sheet(shop.library, shop.clinic, "orden")


# ---- safety ----------------------------------------------------------------------------------------------
def boxes(sheet: ws.Sheet) -> list[ws.SafetyBox]:
    assert isinstance(sheet.body, ws.Flow)
    return [part for part in sheet.body.parts if isinstance(part, ws.SafetyBox)]


@pytest.mark.parametrize("condition", ["", "laenderyg", "artrose", "spinalstenose"])
def test_where_the_red_flags_await_approval_the_contact_text_stands(condition: str) -> None:
    (box,) = boxes(compose_sheet(SHOP.library, SHOP.clinic, "min_plan", condition))
    assert box.heading.plain == SHOP.library.safety("kontakt").text
    assert box.signs == ()


def test_where_they_are_approved_they_stand_word_for_word(tmp_path: Path) -> None:
    approval = "godkendelser: [{tekst: roede-flag-laend, tilstand: laenderyg, af: A, dato: 2026-01-02}]\n"
    approved = clinic_shop(tmp_path, approval)
    locked = SHOP.library.safety("roede-flag-laend")
    for shop, condition in ((SHOP, "nerverod"), (approved, "laenderyg")):
        sheet = compose_sheet(shop.library, shop.clinic, "min_plan", condition)
        (box,) = boxes(sheet)
        assert box.call is not None
        shown = (box.heading.plain, tuple(s.plain for s in box.signs), box.call.plain)
        assert shown == (locked.heading, locked.signs, locked.call)
        assert SHOP.library.safety("kontakt").text in [t.plain for t in all_texts(sheet)]


def test_a_text_that_is_not_approved_cannot_be_put_on_a_sheet(tmp_path: Path) -> None:
    words = 'navn: "T"\ntitel: "T"\ndele:\n  - sikkerhed: roede-flag-laend\n'
    shop = clinic_shop(tmp_path, ark1=words)
    with pytest.raises(ContentError, match="ikke godkendt for laenderyg"):
        compose_sheet(shop.library, shop.clinic, "ark1", "laenderyg")


# ---- what is wrong in a file -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ("- {tekst: a, trin: b}", r"ark1\.yaml:4: .*netop én ting .*tekst og trin"),
        ("- {kop: 20}", "1-8 haner"),
        ("- {linjer: 2}", "netop én ting"),
        ("- {sikkerhed: ukendt}", "ingen låst tekst"),
        ("- {prøve: 1}", 'ukendt nøgle "prøve"'),
        ('- {tekst: "{{ tilstand.ukendt }}"}', "findes ikke"),
    ],
)
def test_mistakes_in_a_file_are_said_with_their_line(tmp_path: Path, parts: str, said: str) -> None:
    shop = clinic_shop(tmp_path, ark1=f'navn: "T"\ntitel: "T"\ndele:\n  {parts}\n')
    with pytest.raises(ContentError, match=said):
        compose_sheet(shop.library, shop.clinic, "ark1", "laenderyg")


def test_too_much_for_a_page_is_a_problem_with_its_measure(tmp_path: Path) -> None:
    many = "".join('  - {spørgsmål: "Hvad?", linjer: 3}\n' for _ in range(9))
    shop = clinic_shop(tmp_path, hoej=f'navn: "T"\ntitel: "T"\ndele:\n{many}')
    _, (problem,) = lay_out_sheet(compose_sheet(shop.library, shop.clinic, "hoej"), shop.theme)
    assert re.search(r"arket hoej er \d+ pt for højt", problem.message)
    assert str(problem.place).endswith("hoej.yaml:1")


def test_a_word_wider_than_its_place_is_a_problem(tmp_path: Path) -> None:
    shop = clinic_shop(tmp_path, bred='navn: "T"\ntitel: "T"\ndele:\n  - {tekst: "' + "bred" * 30 + '"}\n')
    _, (problem,) = lay_out_sheet(compose_sheet(shop.library, shop.clinic, "bred"), shop.theme)
    assert re.search(r"\d+ pt bredere", problem.message)
    assert str(problem.place).endswith("bred.yaml:4")


@pytest.mark.parametrize("large", [False, True])
def test_the_words_under_rated_lines_stand_beside_each_other(large: bool) -> None:
    """The least and the most, each at its end of the five circles, in any size."""
    shop = Workshop.open(None)
    pages, _ = lay_out_sheet(compose_sheet(shop.library, shop.clinic, "min_start"), shop.theme, large=large)
    read = PdfReader(io.BytesIO(pages_pdf(pages, "T")))
    lines = [line for page in read.pages for line in page.extract_text(extraction_mode="layout").splitlines()]
    (said,) = (line for line in lines if "slet ikke" in line)
    assert re.search(r"nej, slet ikke\s+ja, helt sikkert", said)


def test_markup_letters_are_only_letters(tmp_path: Path) -> None:
    nasty = '#set page(fill: red) $x$ \\"quoted\\" *stars* <label> @ref `raw` // comment'
    shop = clinic_shop(tmp_path, tegn=f'navn: "T"\ntitel: "T"\ndele:\n  - {{tekst: "{nasty}"}}\n')
    pages, problems = lay_out_sheet(compose_sheet(shop.library, shop.clinic, "tegn"), shop.theme)
    assert problems == []
    said = PdfReader(io.BytesIO(pages_pdf(pages, "T"))).pages[0].extract_text()
    assert "#set page(fill: red)" in said
    assert "// comment" in said.replace("\n", " ")


# ---- cards -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("condition", ["", *CONDITIONS])
def test_there_are_eight_cards_whoever_they_are_for(condition: str) -> None:
    body = compose_sheet(SHOP.library, SHOP.clinic, "mytekort", condition).body
    assert isinstance(body, ws.Cards)
    assert len(body.cards) == 8
    assert ("Kroppen er stærk" in body.cards[1].text.plain) == (condition == "laenderyg")


@pytest.mark.parametrize("condition", ["", *CONDITIONS])
def test_every_answer_lands_behind_its_card_when_the_paper_turns_on_its_long_edge(condition: str) -> None:
    sheet = compose_sheet(SHOP.library, SHOP.clinic, "mytekort", condition)
    assert isinstance(sheet.body, ws.Cards)
    assert [answer.plain for answer in sheet.body.answers] == ["Myte", "Sandt"]
    front, back, slips = (words_at(page) for page in lay_out_sheet(sheet, SHOP.theme)[0])
    for number, card in enumerate(sheet.body.cards, 1):
        x, y = front[str(number)]
        behind_x, behind_y = back[str(number)]
        assert behind_y == y
        assert (x < A4[0] / 2) != (behind_x < A4[0] / 2)
        assert card.answer.plain in {"Myte", "Sandt"}
        assert card.reason.plain
    assert {"M", "S", "Myte", "Sandt"} <= slips.keys()


def words_at(page: object) -> dict[str, tuple[float, float]]:
    """Where each piece of text of a page's markup is placed; of two alike the last."""
    markup = str(getattr(page, "markup", ""))
    found = re.findall(r"dx: ([\d.]+)pt, dy: ([\d.]+)pt, block\([^\n]*?#\"([^\"]+)\"", markup)
    return {words: (float(x), float(y)) for x, y, words in found}


def test_a_card_without_one_of_the_answers_is_told(tmp_path: Path) -> None:
    card = '    - {tekst: [a], svar: "Måske"}\n'
    words = 'navn: "T"\nkortark:\n  svar: ["Myte", "Sandt"]\n  kort:\n' + 8 * card
    shop = clinic_shop(tmp_path, kort=words)
    with pytest.raises(ContentError, match='kortets svar er "Måske"'):
        compose_sheet(shop.library, shop.clinic, "kort")


# ---- take-home pages --------------------------------------------------------------------------------------
@pytest.mark.parametrize(("condition", "number"), EVERY_DECK)
def test_every_deck_has_a_page_to_take_home_in_its_own_words(condition: str, number: int) -> None:
    deck = decks(condition)[number]
    sheet, pages = take_home(SHOP, deck, SHOP.theme)
    assert len(pages) == 1
    assert len(take_home(SHOP, deck, SHOP.theme, large=True)[1]) <= 2
    slides = " ".join(t.plain.replace("\n", " ") for slide in deck.slides for _, t in texts(slide))
    locked = [e.text for e in SHOP.library.safety_texts.values()]
    assert isinstance(sheet.body, ws.Flow)
    points = [t for part in sheet.body.parts if isinstance(part, ws.Points) for t in part.texts]
    assert points or any(isinstance(part, ws.Picture) for part in sheet.body.parts)
    for text in points:
        assert text.plain.replace("\n", " ") in slides
    assert {t.plain for t in all_texts(sheet.body) if t.safety} <= {*locked, *slides_of(deck)}


def slides_of(deck: Deck) -> set[str]:
    return {text.plain for slide in deck.slides for _, text in texts(slide)}


@pytest.mark.parametrize(("condition", "number"), EVERY_DECK)
def test_every_locked_text_of_the_deck_is_on_the_page(condition: str, number: int) -> None:
    deck = decks(condition)[number]
    said = " ".join(t.plain for t in all_texts(take_home(SHOP, deck, SHOP.theme)[0].body))
    for id_ in {id_ for slide in deck.slides for id_ in slide.safety}:
        entry = SHOP.library.safety(id_)
        assert (entry.text or entry.heading) in said
    assert SHOP.library.safety("kontakt").text in said


def test_the_page_is_the_same_for_the_same_deck() -> None:
    deck = decks("laenderyg")[0]
    assert compose_take_home(deck, SHOP.library, SHOP.clinic) == compose_take_home(
        deck, SHOP.library, SHOP.clinic
    )


def test_the_few_who_get_worse_never_stand_without_the_many_who_get_better() -> None:
    few = SHOP.library.safety("faa-bliver-vaerre").text
    for session in (None, 1, 3, 2):
        request = Request("nerverod", level="laend", session=session)
        (deck,) = compose_decks(SHOP.library, SHOP.clinic, request)
        told = [t.plain for t in all_texts(take_home(SHOP, deck, SHOP.theme)[0].body) if few in t.plain]
        shows = any("faa-bliver-vaerre" in slide.safety for slide in deck.slides)
        assert len(told) == shows
        assert all(re.search(r"8 ud af 10|80 %", line) and "8-12 uger" in line for line in told)


# ---- exercises at home ------------------------------------------------------------------------------------
@pytest.mark.parametrize(("condition", "number"), EVERY_DECK)
@pytest.mark.parametrize("large", [False, True])
def test_the_exercise_goes_home_with_its_picture_and_the_words_that_stop(
    condition: str, number: int, large: bool
) -> None:
    deck = decks(condition)[number]
    sheet = compose_exercises(deck, SHOP.library, SHOP.clinic)
    exercise = last_exercise(deck)
    assert (sheet is None) == (exercise is None)
    if sheet is None or exercise is None:
        return
    pages, problems = lay_out_sheet(sheet, SHOP.theme, large)
    assert problems == []
    assert len(pages) <= (2 if large else 1)
    assert isinstance(sheet.body, ws.Flow)
    (shown,) = [part for part in sheet.body.parts if isinstance(part, ws.Picture)]
    assert shown.figure == exercise.figure
    assert {"skarp-smerte", "kontakt"} <= set(sheet.safety)


def exercise_sheet(condition: str, number: int) -> tuple[ws.Picture, list[str]]:
    sheet = compose_exercises(decks(condition)[number], SHOP.library, SHOP.clinic)
    assert sheet is not None
    assert isinstance(sheet.body, ws.Flow)
    (picture,) = [part for part in sheet.body.parts if isinstance(part, ws.Picture)]
    return picture, [text.plain for text in all_texts(sheet.body)]


def test_an_exercise_at_home_has_one_dose() -> None:
    _, by_time = exercise_sheet("laenderyg", 0)
    assert "Først: to minutter. Så: to minutter. Pres dig ikke igennem skarp smerte." in by_time
    assert not any("gange ad gangen" in line for line in by_time)
    for condition, number in (("laenderyg", 1), ("nerverod", 0)):
        _, by_times = exercise_sheet(condition, number)
        assert any("gange ad gangen" in line for line in by_times)
        assert not any("minutter" in line for line in by_times)


def test_movements_that_are_given_a_colour_have_the_three_to_mark_under_each() -> None:
    picture, words = exercise_sheet("laenderyg", 1)
    assert [option.mark for option in picture.options] == [Mark.GREEN, Mark.YELLOW, Mark.RED]
    assert picture.columns == len(picture.figure.values.movements) == 4
    assert "Sæt kryds ved en farve. Vælg én, der er grøn eller gul." in words
    assert exercise_sheet("laenderyg", 0)[0].options == ()
    sheet = compose_exercises(decks("laenderyg")[1], SHOP.library, SHOP.clinic)
    assert sheet is not None
    for large in (False, True):
        pages, _ = lay_out_sheet(sheet, SHOP.theme, large)
        printed = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pages_pdf(pages, "T"))).pages)
        assert len(re.findall(r"\bgrøn\b", printed)) == 4 + 1  # and once in the first step


def test_check_knows_what_a_sheet_can_name(tmp_path: Path) -> None:
    words = 'navn: "A"\ntitel: "A"\ndele:\n  - {tekst: "VALUE"}\n'
    for value, wrong in (("{{ hjemme }}{{ klinik.navn }}", False), ("Gang {{ gang.nummer }}", True)):
        shop = clinic_shop(tmp_path, ark1=words.replace("VALUE", value))
        found = [p for p in content_problems(shop.library) if "ark1" in str(p.place)]
        assert any('"gang" findes ikke' in p.message for p in found) == wrong


# ---- run sheets ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("typed", "minutes"), [("16:00", 960), ("16.30", 990), ("9", 540), ("kl. 0:05", 5)])
def test_a_time_of_day(typed: str, minutes: int) -> None:
    assert parse_clock(typed) == minutes


@pytest.mark.parametrize("typed", ["25:00", "16:61", "fire", "", "16:0", "-1", "16:00:00"])
def test_what_is_no_time_of_day_is_a_usage_error(typed: str) -> None:
    with pytest.raises(RequestError, match="ikke et klokkeslæt"):
        parse_clock(typed)


@pytest.mark.parametrize(("condition", "number"), EVERY_DECK)
def test_the_run_sheet_has_every_block_and_slide_on_two_pages_at_most(condition: str, number: int) -> None:
    deck = decks(condition)[number]
    sheet = compose_run_sheet(deck, SHOP.library, parse_clock("16:00"))
    pages, problems = lay_out_run_sheet(sheet, SHOP.theme)
    assert problems == []
    assert 1 <= len(pages) <= 2
    assert sheet.rows[0].clock == "16:00"
    assert sheet.end == f"{16 + int(deck.minutes) // 60}:{int(deck.minutes) % 60:02d}"
    spans = [row.slides.split("–") for row in sheet.rows]
    assert [int(span[0]) for span in spans][1:] == [int(span[-1]) + 1 for span in spans[:-1]]
    assert int(spans[-1][-1]) == len(tuple(deck.slides))
    assert all(row.say for row in sheet.rows)
    assert [row.may_be_skipped for row in sheet.rows] == [block.skippable for block in deck.blocks]
    assert {entry for entry, _ in sheet.locked} >= {
        SHOP.library.safety(id_).text
        for slide in deck.slides
        for id_ in slide.safety
        if SHOP.library.safety(id_).text
    }


def test_the_run_sheet_names_the_service_and_nothing_about_patients() -> None:
    sheet = compose_run_sheet(decks("laenderyg")[0], SHOP.library)
    assert "0263" in sheet.service
    assert "0263" in sheet.journal
    assert "gang 1 af 2" in sheet.journal
    assert sheet.rows[0].clock == "0"
    assert sheet.sheets
    assert handouts(decks("laenderyg")[0], SHOP.library) == ("min_start", "mytekort", "bordskilte", "dagbog")


# ---- the command -----------------------------------------------------------------------------------------
def test_the_command_writes_and_leaves_what_somebody_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["sheet", "min-kop", "dagbog", "--large"]) == 0
    path = tmp_path / "ud" / "ark" / "min_kop-stor.pdf"
    first = path.read_bytes()
    assert run(["sheet", "min_kop", "--large"]) == 0
    assert path.read_bytes() == first
    path.write_bytes(first + b"% note\n")
    capsys.readouterr()
    assert run(["sheet", "min_kop", "--large"]) == 1
    assert "--replace" in capsys.readouterr().err
    assert path.read_bytes() == first + b"% note\n"
    assert run(["sheet", "min_kop", "--large", "--replace"]) == 0
    assert path.read_bytes() == first
    assert [p for p in path.parent.iterdir() if p.read_bytes() == first + b"% note\n"]


def test_the_command_says_what_is_wrong_in_danish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for arguments, said in (
        (["sheet"], "skriv enten arkenes navne"),
        (["sheet", "min_koop"], "mente du min_kop"),
        (["sheet", "--all", "--condition", "gigt"], "tilstanden"),
    ):
        assert run(arguments) == 2
        assert said in capsys.readouterr().err
    assert not (tmp_path / "ud").exists()


def test_a_condition_has_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["sheet", "--condition", "laenderyg"]) == 0
    made = {p.stem for p in (tmp_path / "ud" / "laenderyg" / "ark").glob("*.pdf")}
    assert made == set(KNOWN) - {"oev_hjemme"}  # which kit makes, with the exercise that was done


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('titel: "Min kop 😀"', r'ark/min_kop\.yaml:2: Arket: skriften .* har ikke tegnet "😀" \(U\+1F600\)'),
        ('titel: "Min kop \\U0001FFFE"', r"ark/min_kop\.yaml:2: Arket: skriften .* har ikke tegnet U\+1FFFE"),
    ],
)
def test_a_letter_the_font_lacks_is_told_with_its_place(
    written: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "klinik.yaml").write_text("navn: K\n", encoding="utf-8")
    (tmp_path / "ark").mkdir()
    text = f'navn: "Min kop"\n{written}\nvejledning: ["Skriv."]\ndele:\n  - trin: "Skriv ét ord."\n'
    (tmp_path / "ark" / "min_kop.yaml").write_text(text, encoding="utf-8")
    assert run(["sheet", "min_kop", "--clinic", str(tmp_path), "--out", str(tmp_path / "ud")]) == 1
    assert re.search(said, capsys.readouterr().err)
    assert not (tmp_path / "ud").exists()


def test_a_text_longer_than_any_sheet_is_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "klinik.yaml").write_text("navn: K\n", encoding="utf-8")
    (tmp_path / "ark").mkdir()
    text = f'navn: "Min kop"\ntitel: "{"**ord** " * 30_000}"\ndele:\n  - trin: "Skriv ét ord."\n'
    (tmp_path / "ark" / "min_kop.yaml").write_text(text, encoding="utf-8")
    assert run(["sheet", "min_kop", "--clinic", str(tmp_path), "--out", str(tmp_path / "ud")]) == 1
    assert "min_kop.yaml:2: teksten er på 240000 tegn, højst 20000" in capsys.readouterr().err


def test_a_letter_nobody_looked_for_is_told_in_danish_too() -> None:
    with pytest.raises(ContentError, match=r"skriften på papiret har ikke tegnet U\+1FFFE"):
        compile_pdf(
            f'{document_settings("T")}\n#set text(font: "Source Sans Pro", fallback: false)\n\U0001fffe'
        )
