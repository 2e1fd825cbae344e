"""A deck of the modules a therapist chose, or without those she left out; what must be there stays there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from holdslides import safety_net
from holdslides.library import Library
from holdslides.occasion import Occasion
from holdslides.pages import SafetySlide, Slide, SummarySlide
from holdslides.parts import Part, Planned, part_from, single_slide, whole_module, whole_programme
from holdslides.problems import Problem, RequestError
from holdslides.records import replace

WELCOME, CLOSING = "velkomst", "opsamling"


def chosen_parts(occasion: Occasion, problems: list[Problem]) -> tuple[tuple[Part, ...], list[str]]:
    """Exactly the chosen modules and slides in their order, welcome, closing and safety added; and remarks
    (Danish).

    Raises RequestError for a module or slide that has nothing for this condition and setting.
    """
    choice = occasion.choice
    plan = whole_programme(choice)
    home = _home(plan, occasion)
    parts = [_chosen(module, plan, home, occasion, problems) for module in choice.modules]
    if nothing := [m for m, part in zip(choice.modules, parts, strict=True) if part is None and not problems]:
        raise RequestError(_nothing_here(module, occasion) for module in nothing)
    result = [part for part in parts if part]
    added: list[Part] = []
    there = {slide.id for part in result for slide in part.slides}
    for module in (WELCOME, CLOSING, safety_net.MODULE):
        if module in choice.modules:
            continue
        if part := _rest(_added(module, plan, home, occasion, problems), there):
            result.insert(_position(module, plan, result), part)
            added.append(part)
    for part in _borrowed(result, plan, occasion, problems):
        result.insert(_position(safety_net.MODULE, plan, result), part)
        added.append(part)
    names = ", ".join(f"{part.title} ({part.module})" for part in added)
    return tuple(result), [f"Lagt til, fordi det altid skal med: {names}"] if added else []


def _rest(part: Part | None, there: Collection[str]) -> Part | None:
    """What a part has besides the slides (ids) that are there; None when that is nothing."""
    slides = tuple(slide for slide in part.slides if slide.id not in there) if part else ()
    return replace(part, slides=slides) if part and slides else None


def _home(plan: Sequence[Planned], occasion: Occasion) -> int:
    """The meeting whose welcome and closing the deck gets: the asked one, else that of most modules."""
    choice = occasion.choice
    if choice.is_one_session:
        return choice.sessions[0]
    counted = Counter(block.session for block in plan if _is_chosen(block, choice.modules))
    return max(counted, key=lambda session: (counted[session], -session), default=1)


def _is_chosen(block: Planned, names: Sequence[str]) -> bool:
    """Whether a block's module was chosen, or a slide of it that the block shows."""
    module, shown = block.entry.module, block.entry.slides
    slides = [name.partition("/")[2] for name in names if name.startswith(f"{module}/")]
    return module in names or any(slide in shown or not shown for slide in slides)


def _blocks_of(module: str, plan: Iterable[Planned], home: int, *, all_meetings: bool) -> list[Planned]:
    """The blocks of a module: those of the home meeting, else of all the others, or the first other."""
    blocks = [block for block in plan if block.entry.module == module]
    at_home = [block for block in blocks if block.session == home]
    if at_home or all_meetings:
        return at_home or blocks
    return [block for block in blocks if block.session == blocks[0].session]


def _chosen(
    name: str, plan: Sequence[Planned], home: int, occasion: Occasion, problems: list[Problem]
) -> Part | None:
    """A module, or one slide of it (`modul/slide`), as a part; a slide that is a block of its own as planned."""
    module, _, slide = name.partition("/")
    if slide:
        plan = [block for block in plan if block.entry.slides == (slide,)]
    of_module = occasion.library.module(module).value.conditions
    if of_module and occasion.choice.condition_id not in of_module:
        return None
    if occasion.choice.is_one_session:
        blocks = _blocks_of(module, plan, home, all_meetings=True)
    else:
        blocks = [block for block in plan if block.entry.module == module]
    if slide:
        part = part_from(blocks[:1], occasion, problems) if blocks else None
        part = part or single_slide(module, slide, occasion, problems)
    else:
        part = part_from(blocks, occasion, problems) if blocks else whole_module(module, occasion, problems)
    return part and replace(part, drop=0, extra=False)


def _nothing_here(name: str, occasion: Occasion) -> Problem:
    choice, (module, _, slide) = occasion.choice, name.partition("/")
    for_others = occasion.library.module(module).value.conditions
    where = f"show {module}" if slide else "list modules"
    hint = f"det er til {', '.join(for_others)}" if for_others else f"se: holdslides {where}"
    lacks = f"slidet {name} er ikke" if slide else f"modulet {name} har ingen slides"
    return Problem(f"{lacks} til {choice.condition_id} ({choice.setting})", hint=hint)


def _added(
    module: str, plan: Sequence[Planned], home: int, occasion: Occasion, problems: list[Problem]
) -> Part | None:
    if blocks := _blocks_of(module, plan, home, all_meetings=False):
        part = part_from(blocks, occasion, problems)
        return part and replace(part, drop=0, extra=False)
    if module == safety_net.MODULE and module in occasion.library.module_ids:
        return whole_module(module, occasion, problems)
    return None


def _position(module: str, plan: Sequence[Planned], parts: Sequence[Part]) -> int:
    """Where an added module goes: welcome first, closing last, safety beside its neighbour as planned."""
    if module == WELCOME:
        return 1 if parts and parts[0].module == WELCOME else 0
    if module == CLOSING:
        return len(parts)
    here = [part.module for part in parts]
    order = [block.entry.module for block in plan if not block.entry.extra]
    if module in order:
        at = order.index(module)
        before, after = order[at - 1 : at], order[at + 1 : at + 2]
        if before and before[0] in here:
            return here.index(before[0]) + 1
        if after and after[0] in here:
            return here.index(after[0])
    while here and here[-1] == CLOSING:
        here.pop()
    return len(here)


def _borrowed(
    parts: Sequence[Part], plan: Sequence[Planned], occasion: Occasion, problems: list[Problem]
) -> list[Part]:
    """Slides of the programme that carry a required safety text which the deck would otherwise lack."""
    library, condition = occasion.library, occasion.choice.condition_id
    there = [slide for part in parts for slide in part.slides]
    if not safety_net.lacking(there, condition, library):
        return []
    borrowed: list[Part] = []
    for block in plan:
        part = part_from((block,), occasion, problems)
        for slide in part.slides if part else ():
            lacking = safety_net.lacking(there, condition, library)
            if part and safety_net.carried((slide,), lacking):
                there.append(slide)
                minutes = slide.activity.minutes if slide.activity else 1
                borrowed.append(
                    replace(
                        part,
                        slides=(slide,),
                        minutes=minutes,
                        least=minutes,
                        most=minutes,
                        drop=0,
                        extra=False,
                    )
                )
    return borrowed


def left_out(parts: Sequence[Part], occasion: Occasion) -> tuple[tuple[Part, ...], list[str]]:
    """The parts without the modules of `--without`, and remarks (Danish).

    Raises RequestError for every module that carries safety, the summary or the call to action, with the
    reason.
    """
    choice, library = occasion.choice, occasion.library
    gone = [part for part in parts if part.module in choice.without]
    kept = tuple(part for part in parts if part.module not in choice.without)
    reasons = {
        part.module: why
        for part in gone
        if (why := _why_kept(part, parts, kept, choice.condition_id, library))
    }
    if reasons:
        raise RequestError(
            Problem(
                f"--without: modulet {module} kan ikke udelades: {why}", hint=f"fjern {module} fra --without"
            )
            for module, why in reasons.items()
        )
    if gone and not kept:
        raise RequestError(Problem("--without: så er der ingenting tilbage", hint="udelad færre moduler"))
    names = ", ".join(dict.fromkeys(part.title for part in gone if not part.extra))
    remarks = [f"Udeladt efter ønske: {names}"] if names else []
    for module in dict.fromkeys(
        p.module for p in gone if p.module in choice.condition.value.required.modules
    ):
        remarks.append(f"Bemærk: {module} hører med i hvert forløb; tag det en anden gang")
    return kept, remarks


def _why_kept(
    part: Part, parts: Sequence[Part], kept: Iterable[Part], condition_id: str, library: Library
) -> str:
    """Why a part may not be left out (Danish); "" when it may."""
    if part.module == safety_net.MODULE or any(isinstance(slide, SafetySlide) for slide in part.slides):
        return "det siger, hvornår man skal søge hjælp"
    if carried := _only_here(part.slides, kept, condition_id, library):
        texts = ", ".join(f"»{safety_net.in_words(library.safety(id_))}«" for id_ in sorted(carried))
        return f"det bærer sikkerhedsteksten {texts}"
    for slide in part.slides:
        if isinstance(slide, SummarySlide):
            does = "siger, hvad målet er" if part.module == WELCOME else "samler op"
            return f"det {does} (»{slide.headline.plain}«)"
    if part is closing(parts):
        return "det siger, hvad deltagerne skal gøre bagefter"
    return ""


def _only_here(
    slides: Sequence[Slide], kept: Iterable[Part], condition_id: str, library: Library
) -> set[str]:
    """The ids of the required safety texts that these slides show and those kept do not."""
    wanted = {e.id: e for group in safety_net.required(condition_id, library) for e in group}
    if not safety_net.carried(slides, wanted.values()):
        return set()  # most slides, so the others need not be read
    there = [slide for part in kept if not part.extra for slide in part.slides]
    return safety_net.carried(slides, safety_net.lacking(there, condition_id, library))


def why_kept(parts: Sequence[Part], occasion: Occasion) -> dict[str, str]:
    """By key of the part: why it may not be left out (Danish), for those of which that is so."""
    condition, library = occasion.choice.condition_id, occasion.library
    return {
        part.key: why
        for part in parts
        if (why := _why_kept(part, parts, [p for p in parts if p is not part], condition, library))
    }


def why_gone_matters(
    part: Part, gone: tuple[Slide, ...], parts: Sequence[Part], kept: Sequence[Part], occasion: Occasion
) -> str:
    """Why slides of a part may not be missing from what is kept (Danish); "" when they may."""
    if part is closing(parts) and len(gone) == len(part.slides):
        return _why_kept(part, parts, kept, occasion.choice.condition_id, occasion.library)
    return _why_kept(replace(part, slides=gone), parts, kept, occasion.choice.condition_id, occasion.library)


def closing(parts: Sequence[Part]) -> Part | None:
    """The part with the call to action: the last of the programme."""
    return next((part for part in reversed(parts) if not part.extra), None)


def may_go(part: Part, parts: Sequence[Part], without: Iterable[Part], occasion: Occasion) -> bool:
    """Whether time may leave the part out, when `without` is what then remains."""
    return not _why_kept(part, parts, without, occasion.choice.condition_id, occasion.library)
