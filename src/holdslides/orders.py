"""The clinic's own order of a meeting, from `program` in klinik.yaml, on top of the condition's programme.

It is worked out before anything typed on the command line is, so that what is typed wins. Minutes are whole
or half.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from holdslides.arranging import applying, is_for, own_block
from holdslides.choosing import why_gone_matters
from holdslides.clinic import read_clinic_file
from holdslides.ids import find_id, shown, suggestion
from holdslides.library import Library
from holdslides.models import OwnSlidesEntry
from holdslides.models_clinic import Order, PageOrder
from holdslides.models_condition import BlockEntry
from holdslides.occasion import Occasion
from holdslides.page_orders import arrangement_of, page_order_problems
from holdslides.parts import LONGER, SHORTER, Part, Planned, part_from, written_programme
from holdslides.problems import ContentError, Place, PlaceOf, Problem, Severity
from holdslides.records import replace
from holdslides.request import Choice

OWN_ORDER_USED = "Jeres egen orden fra klinik.yaml er brugt"


def with_clinics_orders(choice: Choice, library: Library) -> Choice:
    """The choice with the orders the clinic has for its meetings, and how long they may take.

    Raises ContentError with everything of them that cannot be followed.
    """
    file = read_clinic_file(library.folders)
    found = order_problems(library, file.place)
    problems = [problem for problem in found if problem.severity is Severity.ERROR]
    orders: dict[int, tuple[Planned, ...]] = {}
    minutes: dict[int, tuple[float, Place]] = {}
    kept: dict[int, PageOrder] = {}
    for i, order in enumerate(library.clinic.programme):
        if not is_for_choice(order, choice, library):
            continue
        at, last = _below(file.place, "program", i), len(choice.entry.sessions)
        if not 1 <= order.session <= last:
            problems.append(
                Problem(f"der er ingen gang {order.session}", at("gang"), f"der er gang 1 til {last}")
            )
        elif order.session in orders:
            problems.append(Problem(f"gang {order.session} står der to gange", at("gang"), "saml dem til én"))
        else:
            orders[order.session] = _Orderer(order, choice, library, at, problems).blocks()
            if order.page != PageOrder():
                kept[order.session] = order.page
            if order.page.minutes:
                minutes[order.session] = order.page.minutes, at("fra_siden", "minutter")
            elif order.minutes:
                minutes[order.session] = order.minutes, at("minutter")
    if problems:
        raise ContentError(problems)
    return replace(
        choice,
        orders=orders,
        own_minutes=minutes,
        arrangements={session: arrangement_of(page, library) for session, page in kept.items()},
    )


def order_problems(library: Library, places: PlaceOf) -> Iterator[Problem]:
    """Conditions and settings in the clinic's orders that do not exist; `places` are those of klinik.yaml."""
    for i, order in enumerate(library.clinic.programme):
        at = _below(places, "program", i)
        id_ = find_id(order.condition, library.condition_ids)
        if id_ is None:
            hint = suggestion(order.condition, library.condition_ids)
            yield Problem(f'tilstanden "{shown(order.condition)}" findes ikke', at("tilstand"), hint)
        elif order.setting and order.setting not in library.condition(id_).value.settings:
            there_are = ", ".join(library.condition(id_).value.settings)
            yield Problem(f"{id_} har ikke rammen {order.setting}", at("ramme"), f"der er: {there_are}")
        yield from page_order_problems(order.page, library, _below(at, "fra_siden"))


def is_for_choice(order: Order, choice: Choice, library: Library) -> bool:
    """Whether an order of the clinic's is for the condition and the setting."""
    if find_id(order.condition, library.condition_ids) != choice.condition_id:
        return False
    return (order.setting or next(iter(choice.condition.value.settings))) is choice.setting


def _below(place: PlaceOf, *path: str | int) -> PlaceOf:
    return lambda *inner: place(*path, *inner)


class _Orderer:
    """Puts one meeting into the clinic's order, and collects what cannot be done."""

    def __init__(
        self, order: Order, choice: Choice, library: Library, at: PlaceOf, problems: list[Problem]
    ) -> None:
        self.order, self.choice, self.library, self.at, self.problems = order, choice, library, at, problems
        self.written = written_programme(choice, order.session)
        self.occasion = Occasion(library, library.clinic, choice, order.session, len(choice.entry.sessions))

    def wrong(self, message: str, *path: str | int, hint: str = "") -> None:
        """Notes a problem at a path of the order."""
        self.problems.append(Problem(message, self.at(*path), hint))

    def blocks(self) -> tuple[Planned, ...]:
        """The meeting's blocks as the clinic wants them."""
        blocks = self._named() if self.order.modules else list(self.written)
        blocks = self._without(blocks)
        for name, minutes in self.order.times.items():
            self._set_time(blocks, name, minutes)
        for i, extra in enumerate(self.order.own):
            self._put_in(blocks, i, extra.after)
        return tuple(blocks)

    # ---- which blocks -------------------------------------------------------------------------------------
    def _named(self) -> list[Planned]:
        blocks: list[Planned] = []
        seen: set[str] = set()
        for i, name in enumerate(self.order.modules):
            found = self._blocks_called(name, i)
            if name in seen:
                self.wrong(f'"{shown(name)}" står der to gange', "rækkefølge", i, hint="slet den ene")
            seen.add(name)
            blocks += [
                replace(b, entry=replace(b.entry, extra=False), session=self.order.session) for b in found
            ]
        return blocks

    def _blocks_called(self, name: str, i: int) -> list[Planned]:
        module, _, slide = name.partition("/")
        id_ = find_id(module, self.library.module_ids)
        if id_ is None:
            hint = suggestion(module, self.library.module_ids)
            self.wrong(f'modulet "{shown(module)}" findes ikke', "rækkefølge", i, hint=hint)
            return []
        meetings = range(1, len(self.choice.entry.sessions) + 1)
        first = [
            self.written,
            *(written_programme(self.choice, n) for n in meetings if n != self.order.session),
        ]
        for blocks in first:
            here = [b for b in blocks if b.entry.module == id_ and (not slide or b.entry.slides == (slide,))]
            if planned := [b for b in here if not b.entry.extra] or here:
                return planned
        return self._of_module(id_, slide, i)

    def _of_module(self, id_: str, slide: str, i: int) -> list[Planned]:
        """A block of a module, or of one slide of it, that no meeting has."""
        loaded = self.library.module(id_)
        entries = loaded.value.slides
        if slide:
            entries = tuple(entry for entry in entries if entry.id == slide)
            if not entries:
                hint = suggestion(slide, [entry.id for entry in loaded.value.slides])
                self.wrong(f'modulet {id_} har ikke slidet "{shown(slide)}"', "rækkefølge", i, hint=hint)
                return []
        slides = applying(entries, self.occasion)
        if not slides or not is_for(loaded, self.occasion):
            condition = self.choice.condition_id
            self.wrong(f"{id_} har ingen slides til {condition} ({self.choice.setting})", "rækkefølge", i)
            return []
        entry = own_block(id_, slides, whole=not slide)
        return [Planned(entry, self.order.session, self.at("rækkefølge", i))]

    def _without(self, blocks: list[Planned]) -> list[Planned]:
        gone: list[Planned] = []
        for i, name in enumerate(self.order.without):
            here = self._here(blocks, name, ("udelad", i))
            gone += here
        return [block for block in blocks if block not in gone]

    def _here(self, blocks: Sequence[Planned], name: str, path: tuple[str | int, ...]) -> list[Planned]:
        """The blocks of a module, or the one that begins with a slide of it, among those there are."""
        module, _, slide = name.partition("/")
        id_ = find_id(module, _modules(blocks))
        here = [b for b in blocks if b.entry.module == id_ and (not slide or b.entry.slides[:1] == (slide,))]
        if not here:
            hint = suggestion(module, _modules(blocks)) if id_ is None else ""
            self.wrong(f'"{shown(name)}" er ikke med i gang {self.order.session}', *path, hint=hint)
        return here

    # ---- minutes and own slides ---------------------------------------------------------------------------
    def _set_time(self, blocks: list[Planned], name: str, minutes: float) -> None:
        path = ("tider", name)
        if minutes <= 0 or (2 * minutes) % 1:
            self.wrong(f'"{shown(name)}" skal vare hele eller halve minutter', *path, hint="fx 4 eller 2.5")
            return
        here = self._here(blocks, name, path)
        planned = [b for b in here if not b.entry.extra] or here
        if len(planned) > 1:
            there_are = ", ".join(f"{b.entry.module}/{b.entry.slides[0]}" for b in planned if b.entry.slides)
            self.wrong(f'"{shown(name)}" er her flere gange', *path, hint=f"skriv en af dem: {there_are}")
        elif planned:
            entry = planned[0].entry
            least, most = entry.least or entry.minutes, entry.most or entry.minutes
            changed = replace(entry, minutes=minutes, least=min(least, minutes), most=max(most, minutes))
            blocks[blocks.index(planned[0])] = replace(planned[0], entry=changed)

    def _put_in(self, blocks: list[Planned], i: int, after: str) -> None:
        extra, place = self.order.own[i], self.at("egne_slides", i)
        minutes = extra.minutes
        if minutes <= 0 or (2 * minutes) % 1:
            self.wrong("egne slides skal vare hele eller halve minutter", "egne_slides", i, "minutter")
            return
        entry = BlockEntry(
            minutes=minutes,
            own=OwnSlidesEntry(extra.file, extra.slides),
            title=extra.title,
            one_line=extra.one_line,
            least=min(minutes, ceil(minutes * SHORTER)),
            most=float(ceil(minutes * LONGER)),
        )
        here = self._here(blocks, after, ("egne_slides", i, "efter")) if after else []
        if after and not here:
            return
        at = blocks.index(here[-1]) + 1 if here else 0
        while at < len(blocks) and blocks[at].entry.own and blocks[at].place in self._own_places(i):
            at += 1  # those written before come before
        blocks.insert(at, Planned(entry, self.order.session, place))

    def _own_places(self, before: int) -> list[Place]:
        return [self.at("egne_slides", i) for i in range(before)]


def _modules(blocks: Iterable[Planned]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(block.entry.module for block in blocks if block.entry.module))


def lost(parts: Sequence[Part], occasion: Occasion, sessions: Iterable[int]) -> list[Problem]:
    """What must be in these meetings and the clinic's order leaves out, each with the reason."""
    choice, there = occasion.choice, {slide.id for part in parts for slide in part.slides}
    problems: list[Problem] = []
    for session in (s for s in sessions if s in choice.orders):
        blocks = (block for block in written_programme(choice, session) if not block.entry.extra)
        written = [part for block in blocks if (part := part_from((block,), occasion, []))]
        for part in written:
            gone = tuple(slide for slide in part.slides if slide.id not in there)
            why = why_gone_matters(part, gone, written, parts, occasion) if gone else ""
            if why:
                key, place = _place_of(occasion, session)
                message = f"programmet for gang {session} mangler {part.module} (»{part.title}«): {why}"
                put_back = "skriv {} i rækkefølge" if key == "rækkefølge" else "slet {} i udelad"
                problems.append(Problem(message, place, put_back.format(part.module)))
    return problems


def order_remarks(parts: Sequence[Part], occasion: Occasion, sessions: Iterable[int]) -> Iterator[str]:
    """What the output must say of the clinic's own order (Danish): that it is used, and what it lacks."""
    choice = occasion.choice
    if not any(session in choice.orders for session in sessions):
        return
    yield OWN_ORDER_USED
    here = {part.module for part in parts}
    written = {b.entry.module for s in sessions if s in choice.orders for b in written_programme(choice, s)}
    for module in choice.condition.value.required.modules:
        if module in written and module not in here:
            yield f"Bemærk: {module} hører med i hvert forløb; tag det en anden gang"


def _place_of(occasion: Occasion, session: int) -> tuple[str, Place | None]:
    """The key in klinik.yaml that leaves things out of the meeting, and its line."""
    library, choice = occasion.library, occasion.choice
    file = read_clinic_file(library.folders)
    for i, order in enumerate(library.clinic.programme):
        if order.session == session and is_for_choice(order, choice, library):
            key = "rækkefølge" if order.modules else "udelad"
            return key, file.place("program", i, key)
    return "", None
