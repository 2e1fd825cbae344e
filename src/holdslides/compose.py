"""From the library and a request to finished decks. Pure: nothing is written, nothing is left to chance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from holdslides import safety_net
from holdslides.arranging import arranged
from holdslides.asked_time import in_time
from holdslides.choosing import chosen_parts, left_out, why_kept
from holdslides.clinic import Clinic
from holdslides.deck import Block, Deck, Service
from holdslides.ids import file_part
from holdslides.leaving import as_wished, each_once, is_unwanted, with_reasons
from holdslides.library import Library
from holdslides.models import Setting
from holdslides.occasion import Occasion
from holdslides.pages import Slide, TitleSlide
from holdslides.parts import NECK, NO_NECK_TEXT, Part, part_from, programme
from holdslides.problems import ContentError, Problem, RequestError
from holdslides.records import dataclass, replace
from holdslides.request import BOTH_JOINTS, Choice, Request, settle
from holdslides.safety_net import missing_safety
from holdslides.selection import in_edition, with_weight
from holdslides.texts import Paragraph, Run, Text

UNKNOWN_CODE = "ydelsesnummer: se overenskomsten"


@dataclass(frozen=True, slots=True)
class _Draft:
    """One deck to be: its file name, and which meetings of the programme (1-based) it is made of."""

    name: str
    title: str
    sessions: tuple[int, ...]
    number: int  # which time of how many; 0 where the deck is not one of several
    of: int

    def occasion(self, library: Library, clinic: Clinic, choice: Choice) -> Occasion:
        return Occasion(library, clinic, choice, self.number or 1, self.of)


def compose_decks(library: Library, clinic: Clinic, request: Request) -> tuple[Deck, ...]:
    """The decks a request asks for, in order: one for each meeting, or one of the chosen modules.

    Raises RequestError for what does not exist or may not be left out, ContentError with everything that is
    wrong in the content, also when a deck would lack a safety text it must carry.
    """
    choice = settle(library, request)
    service = _service(library, clinic, choice)
    problems: list[Problem] = []
    drafts = [
        (draft, occasion, *_parts(draft, occasion, problems))
        for draft in _drafts(choice)
        for occasion in [draft.occasion(library, clinic, choice)]
    ]
    if problems:
        raise ContentError(dict.fromkeys(problems))
    _check_without([part for _, _, parts, _ in drafts for part in parts], choice)
    if choice.weight and not any(part.weight for _, _, parts, _ in drafts for part in parts):
        for _, _, _, remarks in drafts:
            remarks.append("Der er ingen side om vægt i det, der er valgt")
    decks = tuple(
        _deck(draft, occasion, parts, remarks, service) for draft, occasion, parts, remarks in drafts
    )
    if missing := [problem for deck in decks for problem in missing_safety(deck, library)]:
        raise ContentError(missing)
    return decks


def output_name(deck: Deck) -> str:
    """The folder of a deck: condition, what it was narrowed to, group ("nerverod-nakke", "laenderyg-mandag-16").

    Two groups never share a folder.
    """
    chosen = (deck.options.get(name, "") for name in ("level", "joint"))
    narrowed = [choice for choice in chosen if choice not in ("", BOTH_JOINTS)]
    folder = "-".join((deck.condition, *narrowed))
    if not deck.group:
        return folder
    slug = file_part(deck.group)
    return f"{folder}-{slug}" if slug else folder


def service_label(service: Service) -> str:
    """The service as it is printed: with its number, or where to look the number up (Danish)."""
    return f"{service.name} ({service.code or UNKNOWN_CODE})"


# ---- which decks -----------------------------------------------------------------------------------------
def _drafts(choice: Choice) -> Iterator[_Draft]:
    id_, there_are = choice.condition_id, len(choice.entry.sessions)
    if choice.modules and not choice.is_one_session:
        yield _Draft(f"{id_}-valg", choice.condition.value.name, (), 0, 1)
        return
    if choice.setting is Setting.INDIVIDUAL:
        one = f"-{choice.sessions[0]}" if choice.is_one_session and there_are > 1 else ""
        first = choice.entry.sessions[choice.sessions[0] - 1]
        title = first.title if len(choice.sessions) == 1 else choice.condition.value.name
        yield _Draft(f"{id_}-samtale{one}", title, choice.sessions, 0, 1)
        return
    kind = f"{id_}-traening" if choice.setting is Setting.TRAINING else id_
    for number in choice.sessions:
        title = choice.entry.sessions[number - 1].title
        yield _Draft(f"{kind}-{number}", title, (number,), number, there_are)


def _parts(draft: _Draft, occasion: Occasion, problems: list[Problem]) -> tuple[tuple[Part, ...], list[str]]:
    """The parts of a deck in the asked edition, and remarks."""
    choice = occasion.choice
    if choice.modules:
        parts, remarks = chosen_parts(occasion, problems)
    else:
        remarks = []
        made = (
            part
            for session in draft.sessions
            for part in _arranged_parts(session, occasion, problems, remarks)
        )
        parts = _once(made, draft, problems)
        if choice.orders and not problems:
            from holdslides.orders import lost, order_remarks

            problems += lost(parts, occasion, draft.sessions)
            remarks += order_remarks(parts, occasion, draft.sessions)
    parts, more = in_edition(with_weight(parts))
    here = {part.module for part in parts} | {slide.id for part in parts for slide in part.slides}
    if not problems and (gone := [name for name in choice.modules if name not in here]):
        raise RequestError(
            Problem(
                f"{'slidet' if '/' in name else 'modulet'} {name} er ikke med i udgaven {choice.edition}",
                hint="prøv --edition fuld",
            )
            for name in gone
        )
    return parts, [*remarks, *more]


def _arranged_parts(
    session: int, occasion: Occasion, problems: list[Problem], remarks: list[str]
) -> Iterator[Part]:
    """The parts of a meeting in the order wanted, those the therapist would be without marked so."""
    choice = occasion.choice
    wanted = choice.arrangement(session)
    for block in arranged(programme(choice, session), occasion, wanted, remarks):
        if part := part_from((block,), occasion, problems):
            is_out = part.key in wanted.left_out or part.module in wanted.left_out
            yield replace(part, unwanted=is_out, unwanted_slides=frozenset(wanted.without_slides))


def _once(parts: Iterable[Part], draft: _Draft, problems: list[Problem]) -> tuple[Part, ...]:
    """The parts with every slide but once. In one meeting a slide twice is a slip; a conversation of several
    meetings keeps the first, and besides one that is unwanted there until it is known whether it must stay."""
    parts, seen = tuple(parts), set[str]()
    for part in parts if len(draft.sessions) == 1 else ():
        for twice in (slide for slide in part.slides if slide.id in seen):
            problems.append(
                Problem(f"slidet {twice.id} er to gange i {draft.name}", part.place, "slet det ene sted")
            )
        seen.update(slide.id for slide in part.slides)
    return each_once(parts, is_unwanted)


def _check_without(parts: Sequence[Part], choice: Choice) -> None:
    there = list(dict.fromkeys(part.module for part in parts))
    if absent := [module for module in choice.without if module not in there]:
        hint = f"der er: {', '.join(there)}"
        raise RequestError(
            Problem(f"--without: {module} er ikke med i forvejen", hint=hint) for module in absent
        )


# ---- a deck ----------------------------------------------------------------------------------------------
def _deck(
    draft: _Draft, occasion: Occasion, parts: Sequence[Part], remarks: Sequence[str], service: Service
) -> Deck:
    choice = occasion.choice
    parts, about_without = left_out(parts, occasion)
    parts, about_wishes = as_wished(parts, occasion)
    blocks, about_time = in_time(draft.sessions, occasion, parts)
    kept = why_kept(parts, occasion)
    blocks = tuple(replace(_with_group(b, choice.group), kept=kept.get(b.key, "")) for b in blocks)
    blocks = with_reasons(blocks, parts, occasion)
    slides = [slide for block in blocks for slide in block.slides]
    about_edits = (remark for part in parts for remark in part.unused_edits)
    about_own = (remark for part in parts for remark in part.left_behind)
    about_safety = _about_safety(slides, parts, occasion)
    return Deck(
        name=draft.name,
        title=draft.title,
        condition=choice.condition_id,
        setting=str(choice.setting),
        edition=str(choice.edition),
        session=draft.number,
        sessions=draft.of,
        service=service,
        clinic=occasion.clinic.name,
        group=choice.group,
        minutes=sum(block.minutes for block in blocks),
        blocks=blocks,
        remarks=(
            *remarks,
            *about_without,
            *about_wishes,
            *about_time,
            *about_edits,
            *about_own,
            *about_safety,
        ),
        options=_options(choice),
    )


def _with_group(block: Block, group: str) -> Block:
    """The block with the group's name on every title slide that does not say it."""
    if not group or not any(isinstance(slide, TitleSlide) for slide in block.slides):
        return block
    return replace(block, slides=tuple(_named(slide, group) for slide in block.slides))


def _named(slide: Slide, group: str) -> Slide:
    if not isinstance(slide, TitleSlide) or group in slide.subtitle.plain:
        return slide
    line: Paragraph = (Run(group, bold=True),)
    return replace(slide, subtitle=Text((line, *slide.subtitle.paragraphs), slide.subtitle.place))


def _about_safety(slides: Sequence[Slide], parts: Iterable[Part], occasion: Occasion) -> Iterator[str]:
    """What the output must say of texts that nobody has approved for this condition or level (Danish)."""
    library, choice = occasion.library, occasion.choice
    asked = (*choice.condition.value.required.safety, *(id_ for part in parts for id_ in part.waiting))
    instead = library.safety(safety_net.STAND_IN)
    stands = safety_net.carried(slides, (instead,))
    for id_ in dict.fromkeys(asked):
        if occasion.has_approved(id_):
            continue
        in_its_place = f"; i stedet står: »{instead.text}«" if stands else ""
        yield f"{safety_net.awaiting(library.safety(id_))}{in_its_place} (se godkendelser i klinik.yaml)"
    if choice.level == NECK and any(library.safety(id_).signs for slide in slides for id_ in slide.safety):
        yield NO_NECK_TEXT


def _options(choice: Choice) -> dict[str, str]:
    """What was chosen, by the names of the command line. How a meeting is arranged is the clinic's, and not here:
    it is another for each deck."""
    options = {
        "setting": str(choice.setting),
        "edition": str(choice.edition),
        "course": str(choice.course),
        "joint": choice.joint,
        "level": choice.level,
        "session": str(choice.sessions[0]) if choice.is_one_session else "",
        "minutes": f"{choice.minutes:g}" if choice.minutes is not None else "",
        "modules": ",".join(choice.modules),
        "without": ",".join(choice.without),
        "weight": "ja" if choice.weight else "",
        "hold": choice.group,
    }
    return {name: value for name, value in options.items() if value}


# ---- the service -----------------------------------------------------------------------------------------
def _service(library: Library, clinic: Clinic, choice: Choice) -> Service:
    """The service with its number: the condition's own; where the sources give none, the clinic's.

    Raises ContentError for a number that belongs to another condition's service.
    """
    entry, id_ = choice.entry, choice.condition_id
    code = entry.code or clinic.code(id_, choice.setting)
    if not entry.code and code:
        for other in library.condition_ids:
            codes = (
                {s.code for s in library.condition(other).value.settings.values()} if other != id_ else set()
            )
            if code in codes:
                message = f"ydelsesnummer {code} hører til {other} og kan ikke bruges til {id_}"
                raise ContentError(Problem(message, hint="ret ydelsesnumre i klinik.yaml"))
    return Service(entry.service, code)
