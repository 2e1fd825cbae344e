"""Small documents for the rules' examples. They say only what the rule they are for looks at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from holdslides import pages
from holdslides.check.bench import Bench
from holdslides.check.rule import Example
from holdslides.check.subject import Course
from holdslides.deck import Block, Deck, Service
from holdslides.figures import load_figure
from holdslides.folders import Folders
from holdslides.library import Library
from holdslides.models_facts import SafetyEntry
from holdslides.pages import ActivityType, Slide
from holdslides.problems import Place
from holdslides.records import replace
from holdslides.texts import FigureUse, Run, Source, Text

if TYPE_CHECKING:
    from holdslides.paper import Poster
    from holdslides.worksheet import Part, Sheet, Stair, Stairs

PLACE = Place("eksempel", 1)
NO_TEXT = Text((), PLACE)


@lru_cache(maxsize=1)
def _locked() -> dict[str, SafetyEntry]:
    return Library(Folders()).safety_texts


def locked(id_: str) -> str:
    """A locked text, word for word."""
    return _locked()[id_].text


def text(*lines: str) -> Text:
    """Paragraphs; a whole locked text is marked as one."""
    whole = [e.id for e in _locked().values() if lines == (e.text,)]
    return Text(tuple((Run(line),) for line in lines), PLACE, whole[0] if whole else "")


def figure(id_: str = "kop", alt: str = "", **values: Any) -> FigureUse:
    """A figure with its default values and those given."""
    return FigureUse(id_, load_figure(id_).values(**values), PLACE, alt)


def sources(shown: Iterable[str] = (), spoken: Iterable[str] = ()) -> tuple[Source, ...]:
    """Facts by id, as they are cited."""
    named = [*((id_, True) for id_ in shown), *((id_, False) for id_ in spoken)]
    return tuple(Source(id_, "", "", "", "", is_shown) for id_, is_shown in named)


def activity(
    type_: str = "dialog", minutes: float = 3, does: str = "Taler sammen to og to."
) -> pages.Activity:
    """What the participants do."""
    return pages.Activity(ActivityType(type_), minutes, does, PLACE)


def slide(
    headline: str,
    *body: str,
    shown: Sequence[str] = (),
    spoken: Sequence[str] = (),
    say: str = "",
    do: str = "",
    background: str = "",
    act: pages.Activity | None = None,
    pic: FigureUse | None = None,
    handout: str = "",
    name: str = "",
) -> Slide:
    """A slide with words on the left; with its picture when one is given."""
    safety = tuple(e.id for e in _locked().values() if e.text and e.text in (headline, *body))
    parts = [(part,) if part else () for part in (say, do, background)]
    notes = pages.Notes(parts[0], parts[1], parts[2], PLACE)
    base: dict[str, Any] = {
        "id": f"eksempel/{name or headline.lower().replace(' ', '-')}",
        "place": PLACE,
        "headline": text(headline),
        "notes": notes,
        "activity": act,
        "sources": sources(shown, spoken),
        "handout": handout,
        "safety": safety,
    }
    if pic:
        return pages.SideSlide(**base, body=text(*body), figure=pic)
    return pages.StatementSlide(**base, body=text(*body))


def question(headline: str, asked: str, act: pages.Activity | None = None) -> Slide:
    """A slide that asks."""
    base = slide(headline, act=act)
    return pages.QuestionSlide(**_common(base), question=text(asked), figure=None)


def exercise(headline: str, *body: str, act: pages.Activity) -> Slide:
    """A slide to move by."""
    base = slide(headline, act=act)
    return pages.ExerciseSlide(**_common(base), body=text(*body), figure=None)


def summary(headline: str, *points: str) -> Slide:
    """A slide of things to remember."""
    base = slide(headline)
    return pages.SummarySlide(**_common(base), points=tuple(map(text, points)), figure=None)


def signs(*changed: str) -> Slide:
    """The slide with the red flags; `changed` stand instead of the locked signs."""
    entry = _locked()["roede-flag-laend"]
    base = replace(slide(entry.heading), safety=(entry.id,))
    told = tuple(text(sign) for sign in (changed or entry.signs))
    return pages.SafetySlide(**_common(base), signs=told, call=text(entry.call), figure=None)


def title(headline: str, *lines: str) -> Slide:
    """The first slide."""
    return pages.TitleSlide(**_common(slide(headline)), subtitle=text(*lines), figure=None)


def _common(base: Slide) -> dict[str, Any]:
    return {name: getattr(base, name) for name in pages.SlideBase.__dataclass_fields__}


def block(*slides: Slide, minutes: float = 10, kind: str = "dialog", title: str = "Del") -> Block:
    """A part of a deck."""
    return Block("eksempel", title, minutes, slides, PLACE, ActivityType(kind), False)


def deck(*content: Slide | Block, condition: str = "laenderyg", code: str = "", **changes: Any) -> Deck:
    """A deck of slides, in one part, or of parts. It is for a group unless `setting` says otherwise."""
    parts = tuple(c for c in content if isinstance(c, Block))
    loose = tuple(c for c in content if not isinstance(c, Block))
    blocks = (*parts, block(*loose)) if loose else parts
    name = changes.pop("service", "Holdkonsultation: Patientuddannelse")
    fields: dict[str, Any] = {
        "name": f"{condition}-1",
        "title": "Eksempel",
        "condition": condition,
        "setting": "hold",
        "edition": "fuld",
        "session": 1,
        "sessions": 2,
        "service": Service(name, code),
        "clinic": "Klinikken",
        "group": "",
        "minutes": sum(b.minutes for b in blocks),
        "blocks": blocks,
    }
    return Deck(**{**fields, **changes})


def course(*decks: Deck) -> Course:
    """All the meetings together."""
    return Course(decks)


def poster(headline: str, *body: str, shown: Sequence[str] = (), label: str = "", **changes: Any) -> Poster:
    """A poster, for all four conditions unless `conditions` says otherwise."""
    from holdslides.models_paper import Hanging, PosterLayout
    from holdslides.paper import Poster, Sender

    fields: dict[str, Any] = {
        "id": "eksempel",
        "name": "Eksempel",
        "place": PLACE,
        "layout": PosterLayout.WORDS_FIRST,
        "headline": text(headline),
        "body": text(*body),
        "second": NO_TEXT,
        "figure": figure(),
        "stage": "sand1",
        "foot": "sand1",
        "label": label,
        "bands": (),
        "rows": (),
        "signs": (),
        "call": None,
        "sources": sources(shown),
        "safety": (),
        "sender": Sender("Klinikken"),
        "month": "januar 2026",
        "conditions": (),
        "hanging": Hanging.IN_TURN,
    }
    return Poster(**{**fields, **changes})


def sheet(headline: str, *parts: Part | str, shown: Sequence[str] = (), condition: str = "") -> Sheet:
    """A worksheet; a plain text among its parts is a paragraph."""
    from holdslides import worksheet

    made = tuple(worksheet.Paragraph(text(part)) if isinstance(part, str) else part for part in parts)
    return worksheet.Sheet(
        id="eksempel",
        name="Eksempel",
        place=PLACE,
        title=text(headline),
        intro=NO_TEXT,
        figure=None,
        body=worksheet.Flow(made),
        foot=NO_TEXT,
        clinic="Klinikken",
        condition=condition,
        sources=sources(shown),
    )


def cards(*lines: str) -> Sheet:
    """A page of cards to sort into myths and truths."""
    from holdslides import worksheet

    made = tuple(worksheet.Card(text(line), None) for line in lines)
    return replace(sheet("Myte eller sandt"), body=worksheet.Cards(made, (text("myte"), text("sandt"))))


def stair(*minutes: int) -> Stair:
    """A stair on a sheet."""
    from holdslides.worksheet import Stair

    return Stair(minutes, NO_TEXT, NO_TEXT)


def stairs(name: str, *minutes: int) -> Stairs:
    """A table of one stair on a sheet."""
    from holdslides.worksheet import StairRow, Stairs

    return Stairs((StairRow(text(name), minutes),))


def on_slide(headline: str, *body: str, **more: Any) -> Example:
    """An example that is one slide, told by its own words."""
    pieces = " – ".join((headline, " ".join(body))) if body else headline
    facts = f" (viser {', '.join(more['shown'])})" if more.get("shown") else ""
    return Example(f"»{pieces}«{facts}", lambda: deck(slide(headline, *body, **more)))


def with_box(bench: Bench, layout: str, box: str, **changes: Any) -> Bench:
    """The bench with one box changed."""
    old = bench.layouts.by_id[layout]
    boxes = {**old.boxes, box: replace(old.boxes[box], **changes)}
    return bench.with_layouts(
        replace(bench.layouts, by_id={**bench.layouts.by_id, layout: replace(old, boxes=boxes)})
    )
