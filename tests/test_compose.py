"""Composing decks from a small library: who gets which slides, in which order, with which words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from small_library import (
    CALL,
    CALL_US,
    CONDITIONS,
    FIRST,
    HEADING,
    MODULES,
    SHARP,
    SIGNS,
    slide,
    write_library,
)

from holdslides import pages
from holdslides.clinic import Clinic
from holdslides.compose import compose_decks, output_name, service_label
from holdslides.deck import Deck
from holdslides.library import Library
from holdslides.models_clinic import Approval
from holdslides.problems import ContentError
from holdslides.request import Request
from holdslides.safety_net import missing_safety
from holdslides.texts import Run, Text

APPROVED = Clinic(signed=(Approval("tegn", "ryg", "Bo", "2026-01-31"),))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return write_library(tmp_path_factory.mktemp("content"))


def compose(
    library: Library, condition: str = "ryg", clinic: Clinic | None = None, **asked: Any
) -> tuple[Deck, ...]:
    return compose_decks(library, clinic or Clinic(), Request(condition, **asked))


def one(library: Library, condition: str = "ryg", clinic: Clinic | None = None, **asked: Any) -> Deck:
    (deck,) = compose(library, condition, clinic, **{"session": 1, **asked})
    return deck


def ids(deck: Deck) -> list[str]:
    return [s.id for s in deck.slides]


def get(deck: Deck, id_: str) -> Any:
    return next(s for s in deck.slides if s.id == id_)


# ---- which decks ----------------------------------------------------------------------------------------
def test_a_group_gets_a_deck_for_each_meeting(library: Library) -> None:
    first, second = compose(library, "RYG")
    assert (first.name, first.title, first.session, first.sessions) == ("ryg-1", "Første", 1, 2)
    assert (second.name, second.session, second.minutes) == ("ryg-2", 2, 15)
    assert [b.module for b in first.blocks] == [
        "velkomst",
        "viden",
        "sikkerhedsnet",
        "kop",
        "oevelse",
        "opsamling",
    ]
    assert [b.title for b in first.blocks][1:3] == ["Ondt", "Sikkerhedsnet"]
    assert first.minutes == sum(b.minutes for b in first.blocks) == 44


def test_conversation_and_training_have_names_of_their_own(library: Library) -> None:
    (conversation,) = compose(library, setting="individuel")
    assert (conversation.name, conversation.session) == ("ryg-samtale", 0)
    assert [b.module for b in conversation.blocks][-1] == "tabeller"
    assert len(ids(conversation)) == len(set(ids(conversation)))  # viden stands in both parts
    assert [d.name for d in compose(library, setting="Træning")] == ["ryg-traening-1", "ryg-traening-2"]


def test_composing_is_pure(library: Library) -> None:
    assert compose(library) == compose(library)


def test_every_layout_becomes_its_own_kind_of_slide(library: Library) -> None:
    (deck,) = compose(library, setting="individuel", clinic=APPROVED)
    kinds = {type(s) for s in deck.slides} | {type(s) for s in compose(library)[0].slides}
    assert kinds == set(pages.LAYOUT_OF) - {pages.OwnSlide}  # those are a clinic's own


# ---- which slides ---------------------------------------------------------------------------------------
def test_course_setting_and_choice_pick_the_slides(library: Library) -> None:
    assert "viden/blandet" in ids(one(library))
    assert "viden/kort" in ids(one(library, course="kort"))
    assert "viden/blandet" not in ids(one(library, course="kort"))
    assert "velkomst/samtale" not in ids(one(library))
    assert "velkomst/forside" not in ids(compose(library, setting="individuel")[0])


def test_the_knee_alone_gets_the_knee_slide_and_only_when_weight_is_chosen(library: Library) -> None:
    knee = {"modules": ("vaegt",), "condition": "led"}
    assert "vaegt/knae" in ids(one(library, **knee, joint="Knæ", weight=True))
    assert "vaegt/knae" not in ids(one(library, **knee, joint="knae"))
    for joint in ("hofte", "begge", None):
        assert "vaegt/knae" not in ids(one(library, **knee, joint=joint, weight=True))
        assert "vaegt/raad" in ids(one(library, **knee, joint=joint, weight=True))


def test_chosen_weight_does_not_wait_for_an_extra_block_and_takes_no_extra_time(library: Library) -> None:
    deck = one(library, weight=True)
    assert "vaegt/raad" in ids(deck)
    assert "vaegt/andet" not in ids(deck)
    assert deck.minutes == one(library).minutes


def test_weight_where_there_is_no_slide_about_it_is_said(tmp_path: Path) -> None:
    without = write_library(tmp_path, modules={"vaegt": [slide("andet")]})
    assert any("ingen side om vægt" in r for r in one(without, weight=True).remarks)


def test_the_short_edition_keeps_the_marked_slides_and_every_safety_text(library: Library) -> None:
    full, pixi = one(library), one(library, edition="pixi")
    assert "viden/ekstra" not in ids(pixi)
    carried = {id_ for s in full.slides for id_ in s.safety}
    assert {id_ for s in pixi.slides for id_ in s.safety} == carried == {"skarp-smerte", "kontakt"}


def test_a_text_the_short_edition_would_lose_is_taken_back_and_named(tmp_path: Path) -> None:
    closing = [slide("husk", "opsamling", punkter=["Et", "To", "Tre"])]
    library = write_library(tmp_path, modules={"opsamling": closing})
    pixi = one(library, edition="pixi")
    assert "oevelse/proev" in ids(pixi)
    assert any("Overskrift proev" in r for r in pixi.remarks)


# ---- what the slides say --------------------------------------------------------------------------------
def test_texts_are_filled_in_marked_up_and_keep_their_place(library: Library) -> None:
    deck = one(library)
    assert get(deck, "velkomst/forside").subtitle.plain == "Gang 1 af 2"
    body = get(deck, "kop/billede").body
    assert body.paragraphs == ((Run("Fuld", bold=True), Run(" kop")),)
    lines = (library.folders.content / "modules/kop.yaml").read_text("utf-8").splitlines()
    assert body.place.file == "content/modules/kop.yaml"
    assert "tekst" in lines[body.place.line - 1] or "Fuld" in lines[body.place.line - 1]
    assert "Overskrift billede" in lines[get(deck, "kop/billede").headline.place.line - 1]


def test_figure_values_are_checked_and_structured(library: Library, tmp_path: Path) -> None:
    figure = get(one(library), "kop/billede").figure
    assert figure.values.taps == ("søvn", "arbejde")
    wrong = [slide("billede", "side", figur="kop", værdier={"hanner": []})]
    with pytest.raises(ContentError, match="hanner"):
        one(write_library(tmp_path, modules={"kop": wrong}))


def test_sources_are_the_facts_that_hold_here(library: Library) -> None:
    sources = get(one(library), "viden/blandet").sources
    assert [(s.fact, s.shown) for s in sources] == [("F3", True), ("F1", False)]
    assert (sources[0].document, sources[0].section, sources[0].lines) == ("En bog", "Afsnit", "1-2")
    assert [s.fact for s in get(one(library, "led"), "viden/blandet").sources] == ["F4", "F1"]


def test_locked_texts_are_marked_where_they_are_shown_and_not_where_they_are_only_spoken(
    tmp_path: Path,
) -> None:
    spoken = slide("sagt", noter={"sig": ["Husk: {{ sikkerhed.kontakt }}"]})
    deck = one(write_library(tmp_path, modules={"kop": [spoken]}))
    assert get(deck, "kop/sagt").safety == ()
    assert get(deck, "kop/sagt").notes.say == (f"Husk: {CALL_US}",)
    exercise = get(deck, "oevelse/proev")
    assert (exercise.safety, exercise.body.plain, exercise.body.safety) == (
        ("skarp-smerte",),
        SHARP,
        "skarp-smerte",
    )


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (slide("x", "side"), "skal have figur"),
        (slide("x", "spørgsmål", aktivitet=MODULES["kop"][1]["aktivitet"]), "skal have spørgsmål"),
        (slide("x", "spørgsmål", spørgsmål="Hvad?"), "skal have aktivitet"),
        (slide("x", "spalter"), "skal have venstre"),
        (slide("x", "tabel"), "skal have tabel"),
        (slide("x", "tabel", tabel={"hoved": ["A"], "rækker": [["1", "2"]]}), "2 felter, hovedet 1"),
        (slide("x", "opsamling", punkter=["Et"]), "har 1 punkter"),
        (slide("x", "søg-hjælp"), "skal have sikkerhed"),
        (slide("x", "søg-hjælp", sikkerhed="kontakt"), "har 0 tegn"),
        (slide("x", overskrift=""), "skal have overskrift"),
        (slide("x", figur="kop"), "viser ikke figur"),
        (slide("x", overskrift="**Fed"), "slutter ikke"),
        (slide("x", overskrift="{{ tilstand.arm }}"), "arm"),
        (
            slide("x", overskrift="Søg hjælp", sikkerhed="tegn", opsætning="søg-hjælp"),
            "del af den låste tekst",
        ),
        (slide("x", "søg-hjælp", sikkerhed="tegn"), "tegn er ikke godkendt for ryg"),
        (slide("x", tekst=["{{ sikkerhed.skarp_smerte|upper }}"]), "ord for ord"),
    ],
)
def test_what_a_slide_lacks_is_named_with_its_line(tmp_path: Path, broken: dict[str, Any], said: str) -> None:
    library = write_library(tmp_path, modules={"viden": [slide("kort"), broken]})
    with pytest.raises(ContentError, match=said) as refused:
        one(library)
    place = refused.value.problems[0].place
    assert place is not None
    assert (place.file, place.line > 1) == ("content/modules/viden.yaml", True)


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    modules = {"viden": [slide("a", "side"), slide("b", "side")], "kop": [slide("c", "tabel")]}
    with pytest.raises(ContentError) as refused:
        one(write_library(tmp_path, modules=modules))
    assert len(refused.value.problems) == 3


def test_a_block_that_cannot_be_is_a_problem_of_the_programme(tmp_path: Path) -> None:
    blocks = [{**FIRST["blokke"][0], "slides": ["findes-ikke"]}, {**FIRST["blokke"][1], "mindst": 99}]
    meetings = [{**FIRST, "blokke": [*FIRST["blokke"], *blocks]}]
    ryg = {**CONDITIONS["ryg"], "rammer": {"hold": {"ydelse": "Hold", "gange": meetings}}}
    with pytest.raises(ContentError) as refused:
        compose(write_library(tmp_path, conditions={"ryg": ryg}))
    said = str(refused.value)
    assert "har ikke slidet findes-ikke" in said
    assert "mindst 99" in said
    assert "viden/blandet er to gange" in said
    assert all(p.place and p.place.file == "content/conditions/ryg.yaml" for p in refused.value.problems)


# ---- safety ---------------------------------------------------------------------------------------------
def test_signs_that_nobody_has_approved_are_replaced_and_that_is_said(library: Library) -> None:
    deck = one(library)
    assert "sikkerhedsnet/kontakt" in ids(deck)
    assert "sikkerhedsnet/tegn" not in ids(deck)
    assert get(deck, "sikkerhedsnet/kontakt").body.plain == CALL_US
    assert any("afventer jeres godkendelse; i stedet står: »" + CALL_US in r for r in deck.remarks)
    assert "afventer jeres godkendelse" in get(deck, "sikkerhedsnet/kontakt").notes.background[0]


def test_signs_the_clinic_has_approved_stand_word_for_word(library: Library) -> None:
    deck = one(library, clinic=APPROVED)
    safety = get(deck, "sikkerhedsnet/tegn")
    assert (safety.headline.plain, [s.plain for s in safety.signs]) == (HEADING, SIGNS)
    assert {t.safety for t in (safety.headline, *safety.signs, safety.call)} == {"tegn"}
    assert "sikkerhedsnet/kontakt" not in ids(deck)
    assert not deck.remarks


def test_the_neck_keeps_the_signs_and_says_that_no_neck_text_is_approved(library: Library) -> None:
    neck, back = (one(library, "nerve", level=level) for level in ("Nakke", "lænd"))
    assert "sikkerhedsnet/tegn" in ids(neck)
    assert "Ingen godkendt nakketekst – aftal med kliniker" in neck.remarks
    assert "Ingen godkendt nakketekst" in get(neck, "sikkerhedsnet/tegn").notes.background[0]
    assert not back.remarks


def test_a_deck_without_its_required_texts_is_refused(tmp_path: Path) -> None:
    library = write_library(tmp_path, modules={"sikkerhedsnet": [slide("tom")]})
    with pytest.raises(ContentError, match=r"ryg-1 mangler sikkerhedsteksten kontakt"):
        compose(library)


def test_missing_safety_compares_character_for_character(library: Library) -> None:
    deck = one(library, clinic=APPROVED)
    assert missing_safety(deck, library) == []
    for changed in ("Stop ved skarp smerte", "stop ved skarp smerte.", "Stop ved skarp  smerte."):
        told = [str(p) for p in missing_safety(_retold(deck, SHARP, changed), library)]
        assert any("mangler sikkerhedsteksten skarp-smerte" in t for t in told)
        assert any("som den er låst" in t for t in told)
    for old, new in (
        (SIGNS[0], "Du mister følelsen i foden."),
        (CALL, "Ring i morgen."),
        (HEADING, "Ring snart, hvis …"),
    ):
        changed_deck = _retold(deck, old, new)
        assert any("sikkerhedsnet/tegn viser ikke" in str(p) for p in missing_safety(changed_deck, library))


def _retold(deck: Deck, old: str, new: str) -> Deck:
    def text(t: Text) -> Text:
        runs = tuple(tuple(replace(r, text=r.text.replace(old, new)) for r in p) for p in t.paragraphs)
        return replace(t, paragraphs=runs)

    def slide_(s: Any) -> Any:
        changes = {n: text(getattr(s, n)) for n in ("headline", "body", "call") if hasattr(s, n)}
        changes |= {n: tuple(map(text, getattr(s, n))) for n in ("signs", "points") if hasattr(s, n)}
        return replace(s, **changes)

    return replace(deck, blocks=tuple(replace(b, slides=tuple(map(slide_, b.slides))) for b in deck.blocks))


# ---- service, group, names ------------------------------------------------------------------------------
def test_the_code_belongs_to_condition_and_setting(library: Library) -> None:
    assert service_label(one(library).service) == "Hold (0001)"
    assert service_label(compose(library, setting="individuel")[0].service) == "Samtale (0002)"
    unknown = one(library, "led").service
    assert (unknown.code, service_label(unknown)) == ("", "Hold (ydelsesnummer: se overenskomsten)")
    assert one(library, "led", Clinic(codes={"led": "4711"})).service.code == "4711"


def test_a_code_of_another_condition_is_refused(library: Library) -> None:
    with pytest.raises(ContentError, match="0001 hører til ryg"):
        one(library, "led", Clinic(codes={"led": "0001"}))


def test_the_group_is_on_the_title_slide_and_in_the_folder(library: Library) -> None:
    deck = one(library, group="  mandag \n 16 ")
    assert deck.group == "mandag 16"
    assert get(deck, "velkomst/forside").subtitle.plain == "mandag 16\nGang 1 af 2"
    assert output_name(deck) == "ryg-mandag-16"
    assert output_name(one(library)) == "ryg"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hold A", "Hold A+"),
        ("mandag 16", "mandag 1 6"),
        ("🦵", "🦶"),
        ("a" * 60, "a" * 59 + "b"),
        ("é", "e"),
        ("Åse", "Aase"),
        ("!", "?"),
    ],
)
def test_two_groups_never_share_a_folder(library: Library, a: str, b: str) -> None:
    names = {output_name(replace(one(library), group=group)) for group in (a, b)}
    assert len(names) == 2
    assert all(n.isascii() and n.replace("-", "").isalnum() and n == n.lower() for n in names)


def test_the_same_group_typed_otherwise_is_the_same_folder(library: Library) -> None:
    deck = one(library)
    typed = ("Tirsdag på Søen", "tirsdag  på søen", "tirsdag pa\u030a søen")
    assert {output_name(replace(deck, group=t)) for t in typed} == {"ryg-tirsdag-paa-soeen"}
