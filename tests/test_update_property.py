"""Any edits, then new content: nothing of hers is lost, nothing untouched left stale, the file valid."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import deck_edits as edits
import decks
import pytest
from edit_sequences import (
    BASE,
    CONTENT,
    IDS,
    LAYOUTS,
    STEP,
    THEME,
    Hers,
    NewContent,
    apply,
    new_deck,
    through_libreoffice,
    update,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from own_presentations import presentation
from own_templates import template
from pptx import Presentation
from test_own_slides import slide as own_slide

from holdslides.pptx_file import Target
from holdslides.pptx_file.clinic_template import Template, template_look
from holdslides.pptx_file.deck_file import edit_of, read_slides
from holdslides.pptx_file.looks import kept_look
from holdslides.pptx_file.package_check import check_package
from holdslides.pptx_file.plan import Deleted, Dropped, Kept, New, Own, Unchanged, Updated, UpdatePlan
from holdslides.pptx_file.read import opened
from holdslides.pptx_file.same_looks import Eyes
from holdslides.pptx_file.settle import settled
from holdslides.pptx_file.update import update_files
from holdslides.pptx_file.write import write_deck

QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]


def everything(slide: Any) -> tuple[bytes, str, list[bytes]]:
    """All of a slide: its XML, notes, and the pictures, charts and workbooks it leads to."""
    blobs = []
    for relation in slide.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(("/image", "/chart")):
            blobs.append(relation.target_part.blob)
            blobs += [r.target_part.blob for r in relation.target_part.rels.values() if not r.is_external]
    notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
    return etree.tostring(slide._element, method="c14n"), notes, sorted(blobs)


def check(before: bytes, after: bytes, hers: Hers, content: NewContent, plan: UpdatePlan) -> None:
    """That the new file is what the edited file and the new content together ought to give."""
    deck, _ = new_deck(content)
    ours = [slide.id for slide in deck.slides]
    old = {slide.slide_id: slide for slide in Presentation(BytesIO(before)).slides}
    new = {slide.slide_id: slide for slide in Presentation(BytesIO(after)).slides}
    kept_ids = hers.ids.items()
    # nothing of hers is lost
    for number, slide in old.items():
        id_ = hers.ids.get(number, "")
        if number in hers.own or id_ in hers.edited:
            assert everything(new[number]) == everything(slide), (number, id_)
        else:
            assert (number in new) == (id_ in ours), id_
    # nothing untouched is left stale, nothing deleted comes back, what is new is there
    package = opened(after)
    fresh = settled(plan.new)
    records = {record.id: record for record in fresh.slides}
    palette = kept_look(fresh.look).palette
    there: dict[str, int] = {}
    for slide in read_slides(package):
        if slide.number not in hers.own and slide.id not in hers.edited:
            assert edit_of(records[slide.id], slide, Eyes(palette, palette)) == ""
        if slide.number not in hers.own:
            assert slide.id not in there
            there[slide.id] = slide.number
    expected = {id_ for id_ in ours if id_ not in hers.deleted} | {
        id_ for number, id_ in kept_ids if number in old and id_ in hers.edited
    }
    assert set(there) == expected
    check_order(list(old), list(new), ours, there, content)
    check_steps(plan, hers)
    check_valid(before, after)


def check_valid(before: bytes, after: bytes) -> None:
    """The package is whole: each part there once, typed, led to; words without a language are hers."""
    findings = check_package(after)
    assert [finding for finding in findings if not finding.endswith("has no language")] == []
    assert set(findings) <= set(check_package(before))


def check_order(
    old: list[int], new: list[int], ours: list[str], there: dict[str, int], content: NewContent
) -> None:
    """Hers where ours did not change; each new one behind the slide it follows in ours."""
    if content.swap is None:
        assert [n for n in new if n in old] == [n for n in old if n in new]
    for position, id_ in enumerate(ours):
        if id_ in IDS or id_ not in there:
            continue
        before = next((i for i in reversed(ours[:position]) if i in there), None)
        place = new.index(there[id_])
        assert place == (new.index(there[before]) + 1 if before else 0)


def check_steps(plan: UpdatePlan, hers: Hers) -> None:
    """The report says of each slide what is so."""
    for step in plan.steps:
        match step:
            case New():
                assert step.id not in IDS
            case Updated() | Unchanged():
                assert step.id not in hers.edited
            case Kept():
                assert step.id in hers.edited
            case Own():
                assert step.slide.number in hers.own
    for step in plan.gone:
        assert step.id in (hers.deleted if isinstance(step, Deleted) else IDS)
        assert isinstance(step, Deleted | Dropped)


def play(path: Path, steps: list[tuple[str, int, int]], content: NewContent, *, twice: bool = True) -> None:
    presentation = edits.opened(BASE)
    hers = apply(presentation, steps)
    before = edits.saved(presentation)
    path.write_bytes(before)
    plan = update(path, content)
    after = path.read_bytes()
    if plan.changes:
        check(before, after, hers, content, plan)
    else:
        assert after == before, "an update that changes nothing leaves the bytes alone"
    if twice:
        assert not update(path, content).changes
        assert path.read_bytes() == after, "and so does a second one"


@settings(
    max_examples=15, derandomize=True, deadline=None, suppress_health_check=QUIET, report_multiple_bugs=False
)
@given(steps=st.lists(STEP, min_size=1, max_size=7), content=CONTENT)
def test_any_edits_then_new_content(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]], content: NewContent
) -> None:
    play(tmp_path_factory.getbasetemp() / "egenskab.pptx", steps, content, twice=len(steps) == 1)


@pytest.mark.full
@settings(max_examples=300, deadline=None, suppress_health_check=QUIET, report_multiple_bugs=False)
@given(steps=st.lists(STEP, min_size=1, max_size=14), content=CONTENT)
def test_any_edits_then_new_content_at_length(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]], content: NewContent
) -> None:
    play(tmp_path_factory.getbasetemp() / "egenskab-lang.pptx", steps, content)


# ---- LibreOffice -----------------------------------------------------------------------------------------
def play_through_libreoffice(folder: Path, steps: list[tuple[str, int, int]], content: NewContent) -> None:
    """Her edits, a LibreOffice that opens and saves, then new content."""
    presentation = edits.opened(BASE)
    hers = apply(presentation, steps)
    before = through_libreoffice(edits.saved(presentation), folder)
    titles = [slide.title for slide in read_slides(opened(before))]
    path = folder / "laenderyg-1.pptx"
    plan = update(path, content)
    own = sum(isinstance(step, Own) for step in plan.steps)
    assert own == len(hers.own), plan.steps
    kept_ids = {step.id for step in plan.steps if isinstance(step, Kept)}
    # of a slide and its copy the untouched one is ours where nothing tells which came first
    assert hers.edited - hers.deleted - hers.copied <= kept_ids <= hers.edited
    assert {step.id for step in plan.gone if isinstance(step, Deleted)} == {
        id_ for id_ in hers.deleted if id_ in [slide.id for slide in content.deck().slides]
    }
    after = path.read_bytes()
    kept = [step.slide for step in plan.steps if isinstance(step, Kept | Own)]
    new = {slide.number: slide for slide in read_slides(opened(after))}
    for slide in kept:
        assert slide.title in titles
        assert new[slide.number].meaning == slide.meaning
    ours = {record.id: record for record in settled(plan.new).slides}
    palette = kept_look(plan.new.look).palette
    for step in plan.steps:
        if isinstance(step, Updated | Unchanged) and plan.changes:
            slide = new[step.slide.number]
            assert edit_of(ours[step.id], slide, Eyes(palette, palette)) == ""
    assert set(check_package(after)) <= set(check_package(before))
    assert not update(path, content).changes


LONG_STEPS = [("text", 3, 0), ("own", 2, 2), ("chart", 7, 0), ("duplicate", 5, 0), ("delete", 11, 0)]
LONG_STEPS += [("move", 9, 4), ("hide", 6, 0), ("notes", 1, 0), ("colour", 10, 0)]


def test_through_a_real_libreoffice(tmp_path: Path) -> None:
    content = NewContent(frozenset({0, 2, 4, 9}), frozenset({8}), (5,), None)
    play_through_libreoffice(tmp_path, LONG_STEPS, content)


def test_saving_in_libreoffice_alone_changes_nothing(tmp_path: Path) -> None:
    data = through_libreoffice(BASE, tmp_path)
    path = tmp_path / "laenderyg-1.pptx"
    plan = update(path, NewContent(frozenset(), frozenset(), (), None))
    assert {type(step) for step in plan.steps} == {Unchanged}
    assert path.read_bytes() == data


def test_a_clinics_template_and_slides_through_libreoffice(tmp_path: Path) -> None:
    own, chosen = presentation(tmp_path / "vores.pptx"), Template(template(tmp_path / "t.pptx"))
    mine = [replace(own_slide(own, number), notes=decks.notes()) for number in (1, 2, 4)]
    deck = decks.deck((*decks.every_kind()[:3], *mine, *decks.every_kind()[3:]))
    layouts, theme = template_look(chosen, LAYOUTS, THEME, own_colour=False)
    data = write_deck(deck, layouts, theme, template=chosen, draw=decks.draw)
    path = tmp_path / "laenderyg-1.pptx"
    path.write_bytes(through_libreoffice(data, tmp_path))
    (done,) = update_files([(Target(deck, path), data)])
    assert done.plan is not None
    assert {type(step) for step in done.plan.steps} == {Unchanged}
    assert not done.plan.look.her_layouts


@pytest.mark.full
@settings(max_examples=25, deadline=None, suppress_health_check=QUIET, report_multiple_bugs=False)
@given(steps=st.lists(STEP, min_size=1, max_size=8), content=CONTENT)
def test_any_edits_through_libreoffice(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]], content: NewContent
) -> None:
    play_through_libreoffice(tmp_path_factory.mktemp("lo"), steps, content)


@pytest.mark.full
def test_no_deck_of_ours_is_edited_by_libreoffice(tmp_path: Path) -> None:
    from every_deck import all_decks

    for number, (name, deck) in enumerate(all_decks()[::9]):
        folder = tmp_path / str(number)
        folder.mkdir()
        data = write_deck(deck, LAYOUTS, THEME)
        path = folder / "laenderyg-1.pptx"
        path.write_bytes(through_libreoffice(data, folder))
        (done,) = update_files([(Target(deck, path), data)])
        assert done.plan is not None
        assert [s for s in done.plan.steps if not isinstance(s, Unchanged)] == [], name
