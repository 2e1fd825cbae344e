"""Decks brought up to date, and what the therapist is told: first of all what has happened to safety."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from holdslides.deck import Deck
from holdslides.library import Library
from holdslides.make import Checked, Made, Progress, Workshop
from holdslides.make_pages import deck_papers, save_made
from holdslides.models_facts import SafetyEntry
from holdslides.pages import SafetySlide, Slide
from holdslides.paper_files import KEPT, check_papers, is_changed
from holdslides.pptx_file import Target, update_decks
from holdslides.pptx_file.meaning import slide_words
from holdslides.pptx_file.plan import Deleted, Kept, New, Own, Unchanged, Updated, UpdatePlan
from holdslides.pptx_file.plan_words import plan_words, quoted
from holdslides.pptx_file.update import Update
from holdslides.records import replace
from holdslides.safety_net import carried, in_words, required

ONLY_PLANNED = "Kun en plan: der er ikke skrevet noget"
_NO_PDF = "Ingen ny PDF: den ville ikke vise dine rettelser. Gem som PDF i PowerPoint"
_NO_HANDOUT = (
    "Ingen nye noteark: de ville ikke vise dine rettelser. Vælg uddelingskopier, når du printer i PowerPoint"
)


def update_checked(
    shop: Workshop,
    checked: Checked,
    folder: Path,
    *,
    dry_run: bool,
    progress: Progress,
    pdf: bool = False,
    handout: bool = False,
) -> list[Made]:
    """Updates the checked decks in a folder; PDFs are made of those that hold nothing of the therapist's.

    Raises FileError as `update_decks` does, ContentError for PDFs that cannot be made.
    """
    asked = (pdf or handout) and not dry_run
    papers = deck_papers(checked, folder, pdf=pdf, handout=handout) if asked else []
    kept = [paper for paper in papers if is_changed(paper.file.path)]
    check_papers([paper.file for paper in papers if paper not in kept])
    targets = [Target(deck, folder / f"{deck.name}.pptx") for deck in checked.decks]
    updates = update_decks(
        targets,
        checked.layouts,
        checked.theme,
        dry_run=dry_run,
        template=checked.template,
        measured=checked.measured,
        progress=progress,
    )
    made = []
    for target, update in zip(targets, updates, strict=True):
        about_pages: tuple[str, ...] = ()
        if update.plan is not None and update.plan.holds_hers:
            about_pages = ((_NO_PDF,) if pdf else ()) + ((_NO_HANDOUT,) if handout else ())
            papers = [paper for paper in papers if paper.deck != target.deck.name]
        one = _updated(shop, target, update, about_pages)
        made.append(replace(one, changes=(ONLY_PLANNED, *one.changes)) if dry_run else one)
    made += save_made([paper for paper in papers if paper not in kept], replace=False, progress=progress)
    left = (paper for paper in papers if paper in kept)
    return made + [Made(p.file.path, p.kind, p.pages, p.minutes, (KEPT,)) for p in left]


def _updated(shop: Workshop, target: Target, update: Update, about_pages: tuple[str, ...]) -> Made:
    deck, plan = target.deck, update.plan
    if plan is None:
        pages = sum(1 for _ in deck.slides)
        lines: tuple[str, ...] = ("filen findes ikke i forvejen: alle slides er nye",)
    else:
        pages = len(plan.steps)
        lacking = tuple(not_shown(deck, plan, shop.library))
        lines = (*safety_lines(deck, plan, lacking), *plan_words(plan))
        deck = replace(deck, remarks=_still_true(deck.remarks, lacking))
    return Made(target.path, "deck", pages, deck.minutes, (*lines, *about_pages, *deck.remarks))


def _still_true(remarks: tuple[str, ...], lacking: tuple[SafetyEntry, ...]) -> tuple[str, ...]:
    """The remarks without those that say where a text stands that she has deleted."""
    return tuple(r for r in remarks if not any(in_words(entry) in r for entry in lacking))


def safety_lines(deck: Deck, plan: UpdatePlan, lacking: tuple[SafetyEntry, ...]) -> Iterator[str]:
    """Safety slides she has deleted, and the safety texts the new file does not show (Danish)."""
    slides = {slide.id: slide for slide in deck.slides}
    for step in plan.gone:
        if isinstance(step, Deleted) and (slide := slides.get(step.id)) and _is_about_safety(slide):
            yield f"Et sikkerhedsslide er slettet: {quoted(step.title)}"
    for entry in lacking:
        yield f"Præsentationen viser ikke sikkerhedsteksten »{in_words(entry)}«, som skal med"


def _is_about_safety(slide: Slide) -> bool:
    return isinstance(slide, SafetySlide) or bool(slide.safety)


def not_shown(deck: Deck, plan: UpdatePlan, library: Library) -> Iterator[SafetyEntry]:
    """The safety texts a deck must show and that neither ours nor her slides in the new file do."""
    slides = {slide.id: slide for slide in deck.slides}
    ours = [slides[s.id] for s in plan.steps if isinstance(s, New | Updated | Unchanged) if s.id in slides]
    hers = [s.slide.meaning for s in plan.steps if isinstance(s, Kept | Own)]
    words = [_plain(slide_words(meaning)) for meaning in hers if not meaning.get("hidden")]
    for group in required(deck.condition, library):
        there = carried(ours, group)
        if not there and not any(_says(entry, said) for entry in group for said in words):
            yield group[-1]


def _says(entry: SafetyEntry, words: str) -> bool:
    """Whether a slide of hers still says the locked text, however it is set."""
    wanted = (*entry.signs, entry.call) if entry.signs else (entry.text,)
    return all(_plain(part) in words for part in wanted)


def _plain(words: str) -> str:
    return " ".join(words.replace("\u00ad", "").split())
