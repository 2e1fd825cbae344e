"""The view of a meeting: its choices, blocks with minutes, slides with previews, and what can be put in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from holdslides.arranging import Offer, activities, fixed_ends, offers
from holdslides.compose import compose_decks
from holdslides.deck import Block, Deck
from holdslides.library import Library
from holdslides.models import Course, Edition, Setting
from holdslides.occasion import Occasion
from holdslides.orders import OWN_ORDER_USED
from holdslides.pages import ACTIVITY_NAMES, LAYOUT_OF, Activity, ActivityType, Slide
from holdslides.problems import Problem
from holdslides.request import BOTH_JOINTS, Choice, Request, settle
from holdslides.selection import is_about_weight
from holdslides.web.keeping import kept
from holdslides.web.studio import Desk, Studio

SETTINGS = {Setting.GROUP: "Hold", Setting.INDIVIDUAL: "Samtale", Setting.TRAINING: "Træningshold"}
COURSES = {Course.MIXED: "Blandet", Course.SHORT: "Kort tid", Course.LONG: "Lang tid"}
EDITIONS = {Edition.FULL: "Fuld udgave", Edition.PIXI: "Kort udgave (pixi)"}
JOINTS = {"knae": "Knæ", "hofte": "Hofte", BOTH_JOINTS: "Begge"}
LEVELS = {"laend": "Lænd", "nakke": "Nakke"}
ORDER = ("laenderyg", "artrose", "nerverod", "spinalstenose")  # most common first
HINTS = {
    "vælg moduler til med --modules, eller hold pauser": "tilføj moduler eller aktiviteter, eller hold pauser",
}
_OPTIONS = {"--distance": "afstanden", "--level": "niveauet"}  # options that are a word of the sentence
_TOO_LONG = re.compile(r" ved [0-9.,]+ pt, plads til (.+?) \([0-9.,]+ pt for højt\)")
FIXED = ("Velkomsten kommer altid først.", "Opsamlingen slutter altid mødet.")


def meeting(desk: Desk, request: Request) -> tuple[Choice, Deck]:
    """One meeting as it is asked for. Raises as `compose_decks` does."""
    choice = settle(desk.shop.library, request)
    decks = compose_decks(desk.shop.library, desk.shop.clinic, request)
    return choice, decks[0]


def conditions(library: Library) -> list[dict[str, str]]:
    """The conditions to choose from."""
    ids = sorted(
        library.condition_ids, key=lambda id_: (ORDER.index(id_) if id_ in ORDER else len(ORDER), id_)
    )
    loaded = (library.condition(id_) for id_ in ids)
    return [{"id": c.id, "name": c.value.name, "about": c.value.professional_name} for c in loaded]


def choices(library: Library, condition_id: str, setting: str) -> dict[str, Any]:
    """What can be chosen for a condition in a setting ("" is the condition's first)."""
    condition = library.condition(condition_id).value
    used = Setting(setting) if setting in condition.settings else next(iter(condition.settings))
    joints = condition.joints and (*(j for j in condition.joints if j != BOTH_JOINTS), BOTH_JOINTS)
    return {
        "setting": str(used),
        "settings": [{"id": str(s), "name": SETTINGS[s]} for s in condition.settings],
        "sessions": [
            {"number": i, "title": s.title, "minutes": s.minutes, "purpose": s.purpose}
            for i, s in enumerate(condition.settings[used].sessions, 1)
        ],
        "courses": _named(COURSES),
        "editions": _named(EDITIONS),
        "joints": [{"id": j, "name": JOINTS.get(j, j)} for j in joints],
        "levels": [{"id": level, "name": LEVELS.get(level, level)} for level in condition.levels],
        "hasWeight": _has_weight(library, condition_id),
        "whyNoGroup": "" if Setting.GROUP in condition.settings else condition.why_not_group,
    }


def _has_weight(library: Library, condition_id: str) -> bool:
    """Whether there is a slide on weight for the condition."""
    return any(
        is_about_weight(slide) and (not slide.conditions or condition_id in slide.conditions)
        for id_ in library.module_ids
        for slide in library.module(id_).value.slides
    )


def view(studio: Studio, desk: Desk, choice: Choice, deck: Deck) -> dict[str, Any]:
    """Everything the page shows of a meeting."""
    names, own = studio.page_names(deck), kept(desk.shop.library, choice)
    keys = [block.key for block in deck.blocks]
    fixed = fixed_ends(keys)
    return {
        "deck": {
            "name": deck.name,
            "title": deck.title,
            "minutes": deck.minutes,
            "aim": _aim(choice),
            "slides": len(names),
            "remarks": [said for said in deck.remarks if said != OWN_ORDER_USED or not own["isKept"]],
        },
        "blocks": list(_blocks(deck, names, fixed)),
        "kept": own,
        **_offers(desk, choice, deck),
    }


def slide_details(slide: Slide) -> dict[str, Any]:
    """What the large view shows beside the slide: notes, activity, sources."""
    notes, activity = slide.notes, slide.activity
    return {
        "say": list(notes.say),
        "do": list(notes.do),
        "background": list(notes.background),
        "participants": activity.participants if activity else "",
        "seated": activity.seated if activity else "",
        "withoutWriting": activity.without_writing if activity else "",
        "sources": [
            {"claim": s.claim, "where": ", ".join(p for p in (s.document, s.section, s.lines) if p)}
            for s in slide.sources
        ],
    }


def finding(problem: Problem, slide_id: str = "") -> dict[str, str]:
    """A problem as the page shows it: what is wrong, how to mend it. Beside its own slide it names none."""
    message = re.sub(r"^--[a-z]+: ", "", problem.message)
    message = re.sub(r"^--[a-z]+", lambda option: _OPTIONS.get(option[0], option[0]), message)
    message = _TOO_LONG.sub(r"; der er plads til \1", message)
    if slide_id:
        message = message.removeprefix("slide ").removeprefix(f"{slide_id}: ")
    message = message[:1].upper() + message[1:]
    return {
        "message": message,
        "hint": _hint(problem.hint) or _where(problem),
        "severity": str(problem.severity),
        "rule": problem.rule,
    }


def _hint(hint: str) -> str:
    """The hint, without the options named in brackets; "" when it is about the command line alone."""
    hint = re.sub(r" \(--[a-z]+\)", "", hint)
    return HINTS.get(hint, "" if "--" in hint or "holdslides " in hint else hint)


def _where(problem: Problem) -> str:
    """The clinic's own file and line, where it is there that something is to be mended; "" elsewhere."""
    place = problem.place
    if place is None or not Path(place.file).is_absolute():
        return ""
    return f"Se {Path(place.file).name}" + (f", linje {place.line}" if place.line else "")


def _named(names: dict[Any, str]) -> list[dict[str, str]]:
    return [{"id": str(id_), "name": name} for id_, name in names.items()]


def _blocks(deck: Deck, names: dict[str, str], fixed: tuple[int, ...]) -> Iterator[dict[str, Any]]:
    start, number = 0.0, 1
    for i, block in enumerate(deck.blocks):
        yield {
            "key": block.key,
            "title": block.title,
            "minutes": block.minutes,
            "start": start,
            "activity": _type(block.activity),
            "kept": block.kept,
            "fixed": (FIXED[0] if i == 0 else FIXED[1]) if i in fixed else "",
            "slides": list(_slides(block, names, number)),
            "leftOut": [{"id": slide.id, "headline": _headline(slide)} for slide in block.left_out],
        }
        start += block.minutes
        number += len(block.slides)


def _slides(block: Block, names: dict[str, str], number: int) -> Iterator[dict[str, Any]]:
    for i, slide in enumerate(block.slides, number):
        yield {
            "id": slide.id,
            "number": i,
            "headline": _headline(slide),
            "kept": block.kept_slides.get(slide.id, ""),
            "layout": LAYOUT_OF[type(slide)],
            "preview": names[slide.id],
            "activity": _activity(slide.activity),
        }


def _headline(slide: Slide) -> str:
    return slide.headline.plain.replace("\n", " ")


def _activity(activity: Activity | None) -> dict[str, Any] | None:
    return {**_type(activity.type), "minutes": activity.minutes} if activity else None


def _type(type_: ActivityType) -> dict[str, str]:
    return {"id": str(type_), "name": ACTIVITY_NAMES[type_]}


def _aim(choice: Choice) -> float:
    """The minutes there are: those asked for, the clinic's own, or the planned ones."""
    number = choice.sessions[0]
    if number in choice.own_minutes:
        planned, _ = choice.own_minutes[number]
    else:
        planned = choice.entry.sessions[number - 1].minutes
    return choice.minutes or planned


def _offers(desk: Desk, choice: Choice, deck: Deck) -> dict[str, Any]:
    occasion = Occasion(desk.shop.library, desk.shop.clinic, choice, deck.session or 1, deck.sessions)
    return {
        "offers": [_offer(o) for o in offers(occasion, deck)],
        "activities": [_offer(o) for o in _by_type(activities(occasion, deck))],
    }


def _by_type(found: Iterable[Offer]) -> list[Offer]:
    order = list(ACTIVITY_NAMES)
    return sorted(found, key=lambda offer: (order.index(offer.activity), offer.title))


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "key": offer.key,
        "title": offer.title,
        "minutes": offer.minutes,
        "activity": _type(offer.activity),
        "about": offer.about,
        "ofProgramme": offer.of_programme,
    }
