"""Updates of a deck: what becomes of slides, look, sections and shows, and of files that lost their tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import deck_edits as edits
import decks
import pytest
from own_presentations import presentation as own_presentation
from own_templates import template
from pptx import Presentation
from pptx.util import Mm
from test_own_slides import deck_with

from holdslides.deck import Deck
from holdslides.folders import Folders
from holdslides.pages import Slide, StatementSlide
from holdslides.pptx_file import Target
from holdslides.pptx_file.clinic_template import Template, template_look
from holdslides.pptx_file.names import NOTES_ID, SHORT_SHOW
from holdslides.pptx_file.notes_page import Sizes
from holdslides.pptx_file.package_check import check_package
from holdslides.pptx_file.plan import Deleted, Dropped, Kept, New, Own, Unchanged, Updated, UpdatePlan
from holdslides.pptx_file.plan_words import plan_words
from holdslides.pptx_file.save import save
from holdslides.pptx_file.state import was_edited
from holdslides.pptx_file.update import Update, update_files
from holdslides.pptx_file.write import write_deck
from holdslides.problems import FileError
from holdslides.theme import Theme, load_layouts, load_theme

LAYOUTS, THEME = load_layouts(Folders()), load_theme(Folders())
PURPLE = replace(THEME, palette={**THEME.palette, "petrol7": "#5B2A86"}, _mixed={})
A, P, R = edits.A, edits.P, edits.R
STATEMENT, SIDE, WIDE = 2, 3, 4


def written(deck: Deck, theme: Theme = THEME) -> bytes:
    return write_deck(deck, LAYOUTS, theme, draw=decks.draw)


BASE = written(decks.deck())


def statement(name: str = "ny", **changes: Any) -> StatementSlide:
    return replace(
        decks.every_kind()[STATEMENT], id=f"proeve/{name}", headline=decks.text("Helt nyt"), **changes
    )


def changed(*positions: int, new_after: int | None = None, without: tuple[int, ...] = ()) -> Deck:
    """Our deck with other headlines, one slide more, some less."""
    slides: list[Slide] = []
    for number, slide in enumerate(decks.every_kind()):
        if number in positions:
            slide = replace(slide, headline=decks.text("Ny overskrift"))
        if number not in without:
            slides.append(slide)
        if number == new_after:
            slides.append(statement())
    return decks.deck(tuple(slides))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "laenderyg-1.pptx"


def edit(path: Path, *steps: Callable[[Any], None], base: bytes = BASE) -> bytes:
    """Writes the deck with her edits."""
    presentation = edits.opened(base)
    for step in steps:
        step(presentation)
    data = edits.saved(presentation)
    path.write_bytes(data)
    return data


def update(path: Path, deck: Deck, theme: Theme = THEME, **more: Any) -> Update:
    (done,) = update_files([(Target(deck, path), written(deck, theme))], **more)
    return done


def plan_of(done: Update) -> UpdatePlan:
    assert done.plan is not None
    return done.plan


def titles(path: Path) -> list[str]:
    return [s.shapes.title.text_frame.text for s in Presentation(str(path)).slides]


def on(position: int, what: Callable[[Any], None]) -> Callable[[Any], None]:
    return lambda presentation: what(presentation.slides[position])


def new_faults(path: Path, before: bytes) -> set[str]:
    return set(check_package(path)) - set(check_package(before))


# ---- slides -----------------------------------------------------------------------------------------------
def test_a_file_that_is_not_there_is_written(path: Path) -> None:
    done = update(path, decks.deck())
    assert (done.plan, done.written) == (None, True)
    assert path.read_bytes() == BASE


def test_an_untouched_file_becomes_what_would_be_written_anew(path: Path) -> None:
    path.write_bytes(BASE)
    plan = plan_of(update(path, changed(SIDE, new_after=5, without=(7,))))
    assert path.read_bytes() == written(changed(SIDE, new_after=5, without=(7,)))
    assert [type(step) for step in plan.steps].count(Updated) == 1
    assert not was_edited(path)


def test_every_kind_of_step_in_one_report(path: Path) -> None:
    before = edit(
        path,
        on(SIDE, edits.change_notes),
        lambda p: edits.own_slide(p, 6, "Vores egen historie"),
        lambda p: edits.duplicate(p, 1),
        lambda p: edits.delete(p, 9),
        lambda p: edits.move(p, 10, 3),
        on(0, edits.hide),
    )
    plan = plan_of(update(path, changed(SIDE, WIDE, new_after=5, without=(5,))))
    assert [type(step) for step in plan.steps] == [
        Kept, Unchanged, Own, Unchanged, Unchanged, Kept, Updated, New, Own, Unchanged, Unchanged, Unchanged,
    ]  # fmt: skip
    assert [type(step) for step in plan.gone] == [Dropped, Deleted]
    assert plan_words(plan) == (
        "Slide 1 »Forstå din smerte«: beholdt (redigeret: skjult)",
        "Slide 3 »Alarmen«: din egen (kopi)",
        "Slide 4 »Husk tre ting«: flyttet",
        "Slide 6 »Smerte er kroppens alarm«: beholdt (redigeret: noter); "
        "det indbyggede indhold er ændret siden",
        "Slide 7 »Ny overskrift«: opdateret",
        "Slide 8 »Helt nyt«: ny",
        "Slide 9 »Vores egen historie«: din egen",
        "»Tal sammen to og to«: taget ud, for det er ikke længere med i programmet",
        "»To måder at gøre det på«: slettet af dig og kommer ikke igen",
        "5 slides er uændrede",
    )
    assert new_faults(path, before) == set()


def test_dry_run_writes_nothing_and_leaves_nothing(path: Path) -> None:
    before = edit(path, on(SIDE, edits.change_text))
    done = update(path, changed(WIDE), dry_run=True)
    assert plan_of(done).changes
    assert not done.written
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_an_edit_taken_back_is_no_edit(path: Path) -> None:
    old = decks.every_kind()[SIDE].headline.plain
    edit(path, on(SIDE, edits.change_text), on(SIDE, lambda s: edits.change_text(s, old)))
    assert isinstance(plan_of(update(path, changed(SIDE))).steps[SIDE], Updated)
    assert titles(path)[SIDE] == "Ny overskrift"


def test_an_edit_that_ours_has_caught_up_with_is_ours_again(path: Path) -> None:
    edit(path, on(STATEMENT, lambda s: edits.change_text(s, "Ny overskrift")))
    assert isinstance(plan_of(update(path, changed(STATEMENT))).steps[STATEMENT], Unchanged)


def test_after_an_update_the_file_still_counts_as_edited(path: Path) -> None:
    edit(path, on(SIDE, edits.change_text))
    update(path, changed(WIDE))
    assert was_edited(path)
    with pytest.raises(FileError, match="--update"):
        save(BASE, path)


def test_edits_survive_any_number_of_updates(path: Path) -> None:
    edit(path, on(SIDE, edits.change_text), lambda p: edits.delete(p, 8), lambda p: edits.own_slide(p, 2))
    for positions in ((WIDE,), (SIDE, 9), (), (0, 5)):
        plan = plan_of(update(path, changed(*positions)))
        assert titles(path)[2] == "Mit eget slide"
        assert titles(path)[SIDE + 1] == "Mine egne ord"
        assert any(isinstance(step, Deleted) for step in plan.gone)
        assert [t == "Ny overskrift" for t in titles(path)].count(True) == len(set(positions) - {SIDE})


def test_a_copy_whose_original_is_deleted_takes_its_place(path: Path) -> None:
    edit(path, lambda p: edits.duplicate(p, SIDE), lambda p: edits.delete(p, SIDE))
    assert isinstance(plan_of(update(path, changed(SIDE))).steps[SIDE], Updated)


def test_a_jump_to_a_slide_that_is_gone_leads_to_the_first(path: Path) -> None:
    def jump(presentation: Any) -> None:
        shape = presentation.slides[0].shapes.add_textbox(Mm(5), Mm(5), Mm(20), Mm(9))
        shape.click_action.target_slide = presentation.slides[6]

    before = edit(path, jump)
    update(path, changed(without=(6,)))
    assert new_faults(path, before) == set()
    shape = Presentation(str(path)).slides[0].shapes[-1]
    assert shape.click_action.target_slide.shapes.title.text == "Forstå din smerte"


def test_a_clinics_own_slides_are_updated_like_ours(tmp_path: Path, path: Path) -> None:
    own = own_presentation(tmp_path / "vores.pptx")
    deck = deck_with(own, 1, 2, 3, 4)
    before = edit(path, on(4, edits.add_textbox), base=written(deck))
    plan = plan_of(update(path, deck))
    assert [type(step) for step in plan.steps].count(Kept) == 1
    assert not plan.changes
    hers = Presentation(str(own))
    hers.slides[0].shapes.title.text = "Velkommen til"
    chart = next(s for s in hers.slides[3].shapes if s.has_chart).chart
    data = edits.CategoryChartData()
    data.categories = ["marts"]
    data.add_series("Kom", (99,))
    chart.replace_data(data)
    hers.save(str(own))
    plan = plan_of(update(path, deck))
    assert [step.id for step in plan.steps if isinstance(step, Updated)] == [
        "egne-slides/vores-1", "egne-slides/vores-4",
    ]  # fmt: skip
    assert titles(path)[3] == "Velkommen til"
    assert new_faults(path, before) == set()


# ---- order ------------------------------------------------------------------------------------------------
def test_ours_moves_what_she_has_not(path: Path) -> None:
    first, second, third, *rest = decks.every_kind()
    edit(path, lambda p: edits.move(p, 9, 4), lambda p: edits.own_slide(p, 2))
    update(path, decks.deck((first, third, second, *rest)))
    assert titles(path)[:6] == [
        "Forstå din smerte", "Smerte er altid ægte", "Alarmen", "Mit eget slide", "Smerte er kroppens alarm",
        "Husk tre ting",
    ]  # fmt: skip


def test_a_new_slide_follows_its_neighbour_where_she_moved_it(path: Path) -> None:
    edit(path, lambda p: edits.move(p, 5, 1))
    update(path, changed(new_after=5))
    assert titles(path)[1:3] == ["Tal sammen to og to", "Helt nyt"]


# ---- the look ---------------------------------------------------------------------------------------------
def her_colours(presentation: Any) -> None:
    for relation in presentation.slide_master.part.rels.values():
        if relation.reltype.endswith("/theme"):
            part = relation.target_part
            part._blob = part.blob.replace(b"1B5D67", b"8A0303")


def theme_colours(path: Path) -> set[str]:
    found: set[str] = set()
    for master in Presentation(str(path)).slide_masters:
        for relation in master.part.rels.values():
            if relation.reltype.endswith("/theme"):
                slot = re.search(rb'<a:accent1><a:srgbClr val="(\w+)"', relation.target_part.blob)
                assert slot
                found.add(slot[1].decode().upper())
    return found


def test_a_new_theme_of_ours_reaches_every_slide(path: Path) -> None:
    before = edit(path, on(SIDE, edits.change_text))
    done = update(path, changed(WIDE), PURPLE)
    assert plan_words(plan_of(done))[0] == "Farver og layouts er bragt op til nu"
    assert theme_colours(path) == {"5B2A86"}
    assert len(Presentation(str(path)).slide_masters) == 1
    assert new_faults(path, before) == set()
    assert not plan_of(update(path, changed(WIDE), PURPLE)).changes


def test_her_theme_wins_over_ours(path: Path) -> None:
    before = edit(path, her_colours)
    for deck, theme in ((changed(WIDE, new_after=2), THEME), (changed(SIDE), PURPLE)):
        done = update(path, deck, theme)
        assert plan_words(plan_of(done))[0] == "Dit eget tema (farver og skrifttyper) er beholdt"
        assert theme_colours(path) == {"8A0303"}
        assert not any(isinstance(step, Kept) for step in plan_of(done).steps), "a theme is no edit"
        assert new_faults(path, before) == set()


def test_her_layouts_win_over_ours(path: Path) -> None:
    def change(presentation: Any) -> None:
        presentation.slide_layouts.get_by_name("Udsagn").placeholders[0].left = Mm(70)

    before = edit(path, change)
    done = update(path, changed(STATEMENT), PURPLE)
    assert "Dine egne ændringer i layouts er beholdt" in plan_words(plan_of(done))
    presentation = Presentation(str(path))
    assert presentation.slide_layouts.get_by_name("Udsagn").placeholders[0].left == Mm(70)
    assert presentation.slides[STATEMENT].shapes.title.left == Mm(70)
    assert titles(path)[STATEMENT] == "Ny overskrift"
    assert new_faults(path, before) == set()


def test_a_layout_she_deleted_comes_with_the_slide_that_needs_it(path: Path) -> None:
    def remove(presentation: Any) -> None:
        edits.delete(presentation, STATEMENT)
        layouts = presentation.slide_layouts
        layouts.remove(layouts.get_by_name("Udsagn"))

    before = edit(path, remove)
    update(path, changed(new_after=4))
    presentation = Presentation(str(path))
    assert presentation.slides[4].slide_layout.name == "Udsagn"
    assert new_faults(path, before) == set()


def on_template(path: Path, deck: Deck) -> bytes:
    """A deck on a clinic's own template."""
    chosen = Template(path)
    layouts, theme = template_look(chosen, LAYOUTS, THEME, own_colour=False)
    return write_deck(deck, layouts, theme, template=chosen, draw=decks.draw)


def test_a_clinics_template_comes_and_changes_and_goes(tmp_path: Path, path: Path) -> None:
    first = template(tmp_path / "a.pptx", accent="703090")
    second = template(tmp_path / "b.pptx", accent="207040", band="207040")
    before = edit(path, on(SIDE, edits.change_text), lambda p: edits.own_slide(p, 6))
    kept = Presentation(str(path)).slides[SIDE]._element.xml
    for make in (
        lambda deck: on_template(first, deck),
        lambda deck: on_template(second, deck),
        written,
    ):
        deck = changed(WIDE)
        data = make(deck)
        (done,) = update_files([(Target(deck, path), data)])
        assert plan_of(done).look.renew
        assert not plan_of(done).look.her_theme
        assert new_faults(path, before) <= set(check_package(data))
        presentation = Presentation(str(path))
        fresh = Presentation(BytesIO(data))
        names = [s.slide_layout.name for s in presentation.slides if s.slide_id not in (259, 267)]
        assert names == [s.slide_layout.name for s in fresh.slides if s.slide_id != 259]
        assert presentation.slides[SIDE]._element.xml == kept
        (again,) = update_files([(Target(deck, path), data)])
        assert not plan_of(again).changes
    assert len(Presentation(str(path)).slide_masters) == 1


def test_another_slide_size_is_refused(path: Path) -> None:
    def square(presentation: Any) -> None:
        presentation.slide_width = presentation.slide_height

    before = edit(path, square)
    with pytest.raises(FileError, match="anden størrelse"):
        update(path, changed(WIDE))
    assert path.read_bytes() == before


# ---- sections and shows -----------------------------------------------------------------------------------
def sections(path: Path) -> list[tuple[str, int]]:
    tree = Presentation(str(path)).part._element
    found = tree.iter(f"{edits.P14}section")
    return [(e.get("name"), len(list(e.iter(f"{edits.P14}sldId")))) for e in found]


def _with_ids(presentation: Any) -> Iterator[tuple[Any, Any]]:
    return zip(presentation.slides._sldIdLst, presentation.slides, strict=True)


def short_show(path: Path) -> list[str]:
    presentation = Presentation(str(path))
    titles = {e.rId: s.shapes.title.text for e, s in _with_ids(presentation)}
    for show in presentation.part._element.iter(f"{P}custShow"):
        if show.get("name") == SHORT_SHOW:
            return [titles[e.get(f"{R}id")] for e in show.iter(f"{P}sld")]
    return []


def test_sections_follow_the_slides(path: Path) -> None:
    edit(path, lambda p: edits.own_slide(p, 3))
    assert sections(path) == [("Alarmen", 6), ("Hverdagen", 6)]
    update(path, changed(new_after=3, without=(8, 9)))
    assert sections(path) == [("Alarmen", 6), ("Hverdagen", 5)]


def test_a_slide_among_those_of_another_section_is_taken_for_one_of_them(path: Path) -> None:
    def astray(presentation: Any) -> None:
        edits.own_slide(presentation, 2)
        edits.tidy_lists(presentation)
        first, last = presentation.part._element.iter(f"{edits.P14}section")
        entries = [list(section.iter(f"{edits.P14}sldId")) for section in (first, last)]
        entries[1][-1].addnext(entries[0][2])

    edit(path, astray)
    assert sections(path) == [("Alarmen", 5), ("Hverdagen", 7)]
    update(path, changed(WIDE))
    assert sections(path) == [("Alarmen", 6), ("Hverdagen", 6)]


def test_sections_she_has_made_or_renamed_stay(path: Path) -> None:
    def rename(presentation: Any) -> None:
        first, second = presentation.part._element.iter(f"{edits.P14}section")
        first.set("name", "Velkomst")
        extra = edits.copy.deepcopy(second)
        extra.set("name", "Til sidst")
        extra.set("id", "{11111111-2222-3333-4444-555555555555}")
        listed, moved = second.find(f"{edits.P14}sldIdLst"), extra.find(f"{edits.P14}sldIdLst")
        for entry in list(listed)[3:]:
            listed.remove(entry)
        for entry in list(moved)[:3]:
            moved.remove(entry)
        second.addnext(extra)

    edit(path, rename)
    update(path, changed(new_after=2))
    assert sections(path) == [("Velkomst", 6), ("Hverdagen", 3), ("Til sidst", 3)]


def test_the_short_show_names_slides_that_are_there(path: Path) -> None:
    edit(path, lambda p: edits.delete(p, 5))
    slides = list(decks.every_kind())
    slides.insert(3, statement(droppable=False))
    update(path, decks.deck(tuple(slides)))
    assert short_show(path) == ["Alarmen", "Helt nyt", "Husk tre ting", "Søg hjælp, hvis …"]


def test_what_she_took_out_of_the_short_show_stays_out(path: Path) -> None:
    def take_out(presentation: Any) -> None:
        show = next(presentation.part._element.iter(f"{P}custShow"))
        entries = list(show.iter(f"{P}sld"))
        entries[1].getparent().remove(entries[1])

    edit(path, take_out)
    update(path, changed(WIDE))
    assert short_show(path) == ["Alarmen", "Husk tre ting", "Søg hjælp, hvis …"]


def test_lists_that_name_missing_slides_are_mended(path: Path) -> None:
    presentation = edits.opened(BASE)
    listed = presentation.slides._sldIdLst
    relation = listed[5].rId
    listed.remove(listed[5])
    presentation.part.drop_rel(relation)
    stream = BytesIO()
    presentation.save(stream)
    path.write_bytes(stream.getvalue())
    assert any("missing slide" in fault for fault in check_package(path))
    update(path, decks.deck())
    assert check_package(path) == []


# ---- files that have lost something -----------------------------------------------------------------------
def lose_notes_lines(presentation: Any) -> None:
    for slide in presentation.slides:
        for paragraph in list(slide.notes_slide.notes_text_frame.paragraphs):
            if paragraph.text.startswith(NOTES_ID):
                paragraph._p.getparent().remove(paragraph._p)


def lose_state(presentation: Any) -> None:
    for id_, relation in list(presentation.part.rels.items()):
        if relation.reltype.endswith("/customXml"):
            presentation.part.rels.pop(id_)


LOSSES = {
    "tags": (edits.strip_tags,),
    "tags and notes lines": (edits.strip_tags, lose_notes_lines),
}


@pytest.mark.parametrize("losses", LOSSES.values(), ids=LOSSES)
def test_without_tags_slides_are_found_all_the_same(
    path: Path, losses: tuple[Callable[[Any], None], ...]
) -> None:
    hers = (
        on(SIDE, edits.change_text),
        lambda p: edits.own_slide(p, 6, "Vores egen historie"),
        lambda p: edits.delete(p, 9),
        lambda p: edits.move(p, 10, 3),
    )
    before = edit(path, *hers, *losses)
    unchanged = plan_of(update(path, decks.deck()))
    assert not unchanged.changes
    assert path.read_bytes() == before
    plan = plan_of(update(path, changed(WIDE, SIDE, new_after=5)))
    assert [type(step) for step in plan.steps] == [
        *[Unchanged] * 4, Kept, Updated, Updated, New, Own, *[Unchanged] * 3,
    ]  # fmt: skip
    assert [type(step) for step in plan.gone] == [Deleted]
    assert [name for name, _ in sections(path)] == ["Alarmen", "Hverdagen"]
    assert new_faults(path, before) == set()
    assert not plan_of(update(path, changed(WIDE, SIDE, new_after=5))).changes


def test_without_state_only_what_is_certain_is_changed(path: Path) -> None:
    before = edit(path, on(SIDE, edits.change_text), lambda p: edits.delete(p, 7), lose_state)
    plan = plan_of(update(path, changed(WIDE)))
    assert [type(step) for step in plan.steps].count(Kept) == 2, "the edited one, and the one that may be"
    assert [type(step) for step in plan.gone] == [Deleted]
    assert path.read_bytes() == before


def test_another_deck_of_ours_is_refused(path: Path) -> None:
    before = edit(path, on(SIDE, edits.change_text))
    with pytest.raises(FileError, match=r"filen er ikke laenderyg-2, men laenderyg-1"):
        update(path, decks.deck(name="laenderyg-2"))
    assert path.read_bytes() == before


# ---- the pages of notes -----------------------------------------------------------------------------------
def test_notes_in_other_sizes_are_no_edits_of_hers(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as before:
        before.setattr("holdslides.pptx_file.notes_page.LADDER", (Sizes(11, 11, 10),))
        base = written(decks.deck())
    assert base != BASE
    edit(path, on(SIDE, edits.change_notes), base=base)
    plan = plan_of(update(path, decks.deck()))
    kept = [step.slide.id for step in plan.steps if isinstance(step, Kept)]
    assert kept == [decks.every_kind()[SIDE].id]
    assert not any(isinstance(step, Own) for step in plan.steps)


def test_a_file_that_had_no_notes_gets_our_page_and_its_paper(path: Path) -> None:
    def without_notes(presentation: Any) -> None:
        listed = presentation.element.find(f"{P}notesMasterIdLst")
        presentation.part.drop_rel(listed[0].get(f"{R}id"))
        listed.getparent().remove(listed)
        size = presentation.element.find(f"{P}notesSz")
        size.set("cx", "6858000")
        size.set("cy", "9144000")
        for slide in presentation.slides:
            notes = [id_ for id_, rel in slide.part.rels.items() if rel.reltype.endswith("/notesSlide")]
            slide.part.rels.pop(notes[0])

    edit(path, without_notes)
    update(path, changed(WIDE, new_after=5))
    after, ours = (Presentation(file).part for file in (str(path), BytesIO(BASE)))
    assert len([rel for rel in after.rels.values() if rel.reltype.endswith("/notesMaster")]) == 1
    sizes = [dict(part._element.find(f"{P}notesSz").attrib) for part in (after, ours)]
    assert sizes[0] == sizes[1]
    assert check_package(path) == []
