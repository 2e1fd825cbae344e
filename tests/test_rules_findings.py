"""Everything a rule can find, found: what no example of the rules shows, and where a rule once missed or fell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from holdslides import pages
from holdslides.check import Bench, Document, check_document
from holdslides.check.examples import (
    activity,
    block,
    deck,
    exercise,
    figure,
    locked,
    poster,
    question,
    sheet,
    signs,
    slide,
    summary,
    text,
    title,
    with_box,
)
from holdslides.check.text import normal
from holdslides.clinic import Clinic
from holdslides.folders import Folders
from holdslides.library import Library
from holdslides.models_paper import PosterLayout
from holdslides.worksheet import SafetyBox

BENCH = Bench.of(Library(Folders()), Clinic())


def found(document: Document, rule: str, bench: Bench = BENCH) -> list[str]:
    """What one of the rules says of a document."""
    return [p.message for p in check_document(document, bench) if p.rule == rule]


def table(*rows: tuple[str, ...]) -> pages.Slide:
    """A slide with a table, the first row its headings."""
    base = slide("Øvelserne gør dig stærkere")
    common = {name: getattr(base, name) for name in pages.SlideBase.__dataclass_fields__}
    header, *others = (tuple(map(text, row)) for row in rows)
    return pages.TableSlide(**common, header=header, rows=tuple(others))


def other_signs_on_paper() -> Document:
    """A sheet that carries the red flags, one of them in other words."""
    entry = BENCH.library.safety("roede-flag-laend")
    first, *others = entry.signs
    box = SafetyBox(text(entry.heading), (text(f"{first} Helt."), *map(text, others)), text(entry.call), ())
    return replace(sheet("Søg hjælp", box, condition="nerverod"), safety=(entry.id,))


def without_documents(bench: Bench) -> Bench:
    """The bench with a register whose facts stand in no document."""
    library = Library(Folders())
    library.register.documents.clear()
    return replace(bench, library=library, known={})


def with_pale_word(bench: Bench) -> Bench:
    """The bench with a layout whose words have the colour of their ground."""
    return with_box(bench, "statement", "body", colour=bench.layouts.by_id["statement"].ground)


def with_grey_ink(bench: Bench) -> Bench:
    """The bench with ink as pale as what the labels stand on."""
    palette = {**bench.theme.palette, "ink": bench.theme.palette["sand2"]}
    return bench.with_theme(replace(bench.theme, palette=palette, _mixed={}))


PLAIN = ("Smerte er en alarm", "Den passer på dig.")
FINDINGS: tuple[tuple[str, str, Callable[[], Document], Callable[[Bench], Bench] | None], ...] = (
    ("A11Y", "ingen overskrift", lambda: deck(table(("Uge", ""), ("1", "Gå"))), None),
    ("A11Y", "mere end 4 ord", lambda: deck(table(("Uge", "Det kan du gøre hver dag"), ("1", "Gå"))), None),
    ("ACT-4", "ingen dag", lambda: deck(slide("Skriv i din dagbog")), None),
    ("SUM-1", "intet ark", lambda: deck(slide("Hvad fylder?"), summary("Husk", "Mærk efter")), None),
    ("SLD-6", "opsætningen", lambda: deck(slide(*PLAIN)), with_pale_word),
    ("SLD-6", "figuren kop", lambda: deck(slide(*PLAIN, pic=figure("kop"))), with_grey_ink),
    ("SLD-6", "farverne har ingen ord", lambda: deck(slide("Lyset", pic=figure("lys"))), None),
    ("UNC-1", "gælder kun, hvis", lambda: deck(slide("Det kan gøre ondt", shown=("L13b",))), None),
    ("LNG-1", "mindst 20", lambda: deck(slide("Gå en tur", say="Gå en tur. " * 40)), None),
    ("ORG-1", "er 0263, ikke 0264", lambda: deck(slide("Husk tre ting"), code="0264"), None),
    ("ORG-1", "anden tilstand", lambda: deck(slide("Husk", background="Skriv 0231."), code="0263"), None),
    ("ORG-1", "»holdet«", lambda: deck(slide("Velkommen på holdet"), condition="nerverod"), None),
    ("PST-1", "teksten har 40 ord", lambda: poster("Smerte er en alarm", "ord " * 40), None),
    ("PST-1", "et bånd", lambda: poster("Smerte er en alarm", layout=PosterLayout.BANDS), None),
    ("SAF-5", "noterne siger", lambda: deck(slide("Prøv roligt", say="Så bliver du smertefri.")), None),
    ("SAF-6", "snæver", lambda: deck(slide("Tag det med ro"), condition="spinalstenose"), None),
    ("SAF-2", "ikke godkendt", lambda: deck(signs()), None),
    ("SAF-2", "ikke den låste tekst", other_signs_on_paper, None),
    ("SAF-2", "billedets", lambda: deck(slide("Ring", pic=figure(alt="Et ben er helt lammet."))), None),
    ("SLD-2", "9 rækker", lambda: deck(table(("Uge", "Sæt"), *((str(n), "Gå") for n in range(9)))), None),
    ("SLD-8", "blokkene er 10 minutter", lambda: deck(block(slide("Gå en tur")), minutes=9), None),
    ("SRC-1", "ingen kilde", lambda: deck(slide(*PLAIN, shown=("G51b",))), without_documents),
)


@pytest.mark.parametrize(
    ("rule", "said", "build", "changed"), FINDINGS, ids=[f"{rule} {said}" for rule, said, _, _ in FINDINGS]
)
def test_a_finding_no_example_shows(
    rule: str, said: str, build: Callable[[], Document], changed: Callable[[Bench], Bench] | None
) -> None:
    messages = found(build(), rule, changed(BENCH) if changed else BENCH)
    assert [message for message in messages if said in message], messages


# ---- where a rule missed, or fell -------------------------------------------------------------------------
def test_a_poster_of_a_locked_text_in_the_passive_is_not_blamed_for_it() -> None:
    assert not found(poster(locked("faa-bliver-vaerre")), "LNG-4")


@pytest.mark.parametrize("told", ["Skriv en dato øverst.", "Følg op på den på fredag.", "Gør det i dag."])
def test_a_task_with_a_day(told: str) -> None:
    assert not found(deck(slide("Skriv i din dagbog", do=told)), "ACT-4")


@pytest.mark.parametrize("told", ["Tak for i dag", "Sig tak for i dag."])
def test_thanks_for_today_are_no_day(told: str) -> None:
    assert found(deck(slide("Skriv i din dagbog", do=told)), "ACT-4")


@pytest.mark.parametrize(
    "said", ["Firs procent", "Tres procent", "Halvfjerds procent", "Halvfems procent", "Femogtyve procent"]
)
def test_every_number_in_words_needs_a_source(said: str) -> None:
    assert found(deck(slide(f"{said} får det bedre", shown=("L09",))), "SRC-3")


def test_a_no_after_the_word_does_not_take_it_back() -> None:
    assert not found(deck(slide("Ingen svar er forkerte")), "LNG-6")
    assert found(deck(slide("Det er forkert, og det skal du ikke gøre")), "LNG-6")
    assert found(deck(slide("Ingen ved det", "Din ryg er forkert.")), "LNG-6")


def test_another_text_that_awaits_approval_says_nothing_of_the_red_flags() -> None:
    other = "Teksten »Ring til os« afventer jeres godkendelse"
    flags = "Siden med tegn, der kræver hjælp med det samme, afventer jeres godkendelse"

    def messages(remark: str) -> list[str]:
        said = deck(slide("Er du i tvivl?", locked("kontakt")), remarks=(remark,))
        return [message for message in found(said, "SAF-2") if "udskriften" in message]

    assert messages(other)
    assert not messages(flags)


def test_an_abbreviation_with_a_long_s_is_read() -> None:
    assert normal("makſ. 10") == "maksimalt 10"


def test_a_repetition_in_words_beyond_twenty_may_be_the_exercises_own() -> None:
    own = activity("oevelse", 1, "Rejser sig femogtyve gange.")
    assert not found(deck(exercise("Prøv nu", "Rejs dig femogtyve gange.", act=own)), "SRC-3")


def test_questions_and_front_pages_claim_nothing() -> None:
    asked = question("Hvad hjælper?", "Hvad hjælper dig?")
    assert not found(deck(title("Forstå din smerte"), asked), "SRC-1")


def test_a_condition_of_short_words_is_looked_for_too() -> None:
    library = Library(Folders())
    library.register._known["L13b"] = replace(library.facts["L13b"], only_if="du har ondt")
    bench = replace(BENCH, library=library, known={})

    def messages(said: str) -> list[str]:
        found_here = found(deck(slide(said, shown=("L13b",))), "UNC-1", bench)
        return [message for message in found_here if "gælder kun" in message]

    assert not messages("Har du ondt, kan ro hjælpe")
    assert messages("Ro kan hjælpe")
