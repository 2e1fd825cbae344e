"""What a therapist asks for, as typed, and the same settled against what there is."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from holdslides.ids import find_id, resolve_id, shown, suggestion
from holdslides.library import Library, Loaded
from holdslides.models import Course, Edition, Setting
from holdslides.models_condition import Condition, SettingEntry
from holdslides.problems import ContentError, Place, Problem, RequestError
from holdslides.records import dataclass, field, replace
from holdslides.setting_words import setting_called

if TYPE_CHECKING:
    from holdslides.parts import Planned

BOTH_JOINTS = "begge"
LONGEST_GROUP_NAME = 60

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Keys of blocks (`parts.block_key`): the order wanted, what is put in, what is left out.

    `without_slides` are ids of single slides (`modul/slide`) that are left out.
    """

    order: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    without_slides: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.order or self.added or self.left_out or self.without_slides)


@dataclass(frozen=True, slots=True)
class Request:
    """The options of `holdslides deck`, as typed. `minutes` is the time there is for each meeting.

    `arrangement` is what a therapist changed block by block, for the (first) meeting that is asked for; None is
    what the clinic has kept for each meeting.
    """

    condition: str
    setting: str | None = None
    session: int | None = None
    edition: str = Edition.FULL
    minutes: float | None = None
    course: str = Course.MIXED
    joint: str | None = None
    level: str | None = None
    modules: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    weight: bool = False
    group: str = ""
    arrangement: Arrangement | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A request in which everything exists.

    `modules` are ids of modules and of single slides (`modul/slide`). `sessions` are 1-based; `joint` and `level`
    are "" where they do not apply. `orders` are the blocks of the meetings for which the clinic has an order of
    its own, `arrangements` those arranged on the page (now, or kept in klinik.yaml), by meeting; `own_minutes`
    how long the clinic lets meetings take and where it says so.
    """

    condition_id: str
    condition: Loaded[Condition]
    setting: Setting
    entry: SettingEntry
    sessions: tuple[int, ...]
    is_one_session: bool
    edition: Edition
    minutes: float | None
    course: Course
    joint: str
    level: str
    modules: tuple[str, ...]
    without: tuple[str, ...]
    weight: bool
    group: str
    arrangements: Mapping[int, Arrangement] = field(default_factory=dict)
    orders: Mapping[int, tuple[Planned, ...]] = field(default_factory=dict)
    own_minutes: Mapping[int, tuple[float, Place]] = field(default_factory=dict)

    def arrangement(self, session: int) -> Arrangement:
        """How the blocks of a meeting (1-based) are arranged."""
        return self.arrangements.get(session, Arrangement())


def settle(library: Library, request: Request) -> Choice:
    """The request with every id resolved and every default filled in.

    Raises RequestError with everything that does not exist or does not go together, each with what there is,
    and ContentError for an order of the clinic's own (klinik.yaml) that cannot be followed.
    """
    id_ = resolve_id(request.condition, library.condition_ids, "tilstanden")
    loaded = library.condition(id_)
    _check_programmes(loaded)
    found = _Findings()
    choice = _choice(library, request, loaded, found)
    chosen = {name.partition("/")[0] for name in choice.modules}
    for both in sorted(chosen & set(choice.without)):
        found.problems.append(Problem(f"{both} står både i --modules og --without", hint="vælg ét af dem"))
    if found.problems:
        raise RequestError(found.problems)
    if library.clinic.programme:
        from holdslides.orders import with_clinics_orders

        choice = with_clinics_orders(choice, library)
    if request.arrangement is not None:
        choice = replace(
            choice, arrangements={**choice.arrangements, choice.sessions[0]: request.arrangement}
        )
    return choice


def _choice(library: Library, request: Request, loaded: Loaded[Condition], found: _Findings) -> Choice:
    setting = found.or_default(
        lambda: _setting(loaded.value, request.setting), next(iter(loaded.value.settings))
    )
    entry = loaded.value.settings[setting]
    none: tuple[str, ...] = ()
    return Choice(
        condition_id=loaded.id,
        condition=loaded,
        setting=setting,
        entry=entry,
        sessions=found.or_default(lambda: _sessions(entry, request.session), (1,)),
        is_one_session=request.session is not None,
        edition=found.or_default(lambda: _member(Edition, request.edition, "udgaven"), Edition.FULL),
        minutes=request.minutes,
        course=found.or_default(lambda: _member(Course, request.course, "forløbet"), Course.MIXED),
        joint=found.or_default(lambda: _joint(loaded.value, request.joint), ""),
        level=found.or_default(lambda: _level(loaded.value, request.level), ""),
        modules=found.or_default(lambda: _modules(library, request.modules, "--modules"), none),
        without=found.or_default(lambda: _modules(library, request.without, "--without"), none),
        weight=request.weight,
        group=found.or_default(lambda: _group(request.group, setting), ""),
    )


def _check_programmes(loaded: Loaded[Condition]) -> None:
    """Raises ContentError for a condition without settings, or a setting without meetings."""
    settings = loaded.value.settings
    empty = [
        Problem(f"rammen {s} har ingen gange", loaded.place("rammer", str(s)))
        for s, e in settings.items()
        if not e.sessions
    ]
    if not settings:
        empty = [Problem("tilstanden har ingen rammer", loaded.place(), "skriv fx rammer: hold: …")]
    if empty:
        raise ContentError(empty)


@dataclass(slots=True)
class _Findings:
    """Collects what is wrong with a request, so that she hears all of it at once."""

    problems: list[Problem] = field(default_factory=list)

    def or_default(self, settle_one: Callable[[], T], default: T) -> T:
        try:
            return settle_one()
        except RequestError as error:
            self.problems.extend(error.problems)
            return default


def _setting(condition: Condition, typed: str | None) -> Setting:
    there_is = tuple(condition.settings)
    if typed is None:
        return there_is[0]
    setting = setting_called(typed)
    if setting in condition.settings:
        return setting
    hint = f"der er: {', '.join(there_is)} – skriv fx --setting {there_is[0]}"
    if setting is Setting.GROUP:
        why = f": {condition.why_not_group}" if condition.why_not_group else ""
        raise RequestError(
            Problem(f"{_upper(condition.name)} har ikke patientuddannelse på hold{why}", hint=hint)
        )
    raise RequestError(
        Problem(f"{_upper(condition.name)} har ikke noget materiale til rammen {setting}", hint=hint)
    )


def _sessions(entry: SettingEntry, number: int | None) -> tuple[int, ...]:
    there_are = len(entry.sessions)
    if number is None:
        return tuple(range(1, there_are + 1))
    if 1 <= number <= there_are:
        return (number,)
    known = "gang 1" if there_are == 1 else f"gang 1 til {there_are}"
    raise RequestError(Problem(f"--session: der er ingen gang {number}", hint=f"der er {known}"))


def _joint(condition: Condition, typed: str | None) -> str:
    known = _with_both(condition.joints)
    if not typed:
        return BOTH_JOINTS if known else ""
    if not known:
        raise RequestError(
            Problem(f"--joint: {condition.name} er ikke delt op efter led", hint="udelad --joint")
        )
    return resolve_id(typed, known, "leddet")


def _with_both(joints: tuple[str, ...]) -> tuple[str, ...]:
    return joints if not joints or BOTH_JOINTS in joints else (*joints, BOTH_JOINTS)


def _level(condition: Condition, typed: str | None) -> str:
    if not condition.levels:
        if typed:
            raise RequestError(Problem(f"--level: {condition.name} har ikke niveauer", hint="udelad --level"))
        return ""
    if not typed:
        choices = " eller ".join(f"--level {level}" for level in condition.levels)
        raise RequestError(Problem(f"--level skal vælges for {condition.name}", hint=f"skriv {choices}"))
    return resolve_id(typed, condition.levels, "niveauet")


def _modules(library: Library, typed: Iterable[str], option: str) -> tuple[str, ...]:
    """The modules that were typed; for --modules also single slides, as `modul/slide`."""
    found = _Findings()
    ids = [found.or_default(lambda t=t: _module(library, t, option), "") for t in typed]  # type: ignore[misc]
    for twice in sorted({i for i in ids if i and ids.count(i) > 1}):
        found.problems.append(
            Problem(f"{option}: {twice} står der to gange", hint="skriv hvert modul én gang")
        )
    for within in (i for i in dict.fromkeys(ids) if "/" in i and i.partition("/")[0] in ids):
        said = f"{option}: slidet {within} er allerede med i {within.partition('/')[0]}"
        found.problems.append(Problem(said, hint="skriv enten hele modulet eller slidet"))
    if found.problems:
        raise RequestError(found.problems)
    return tuple(ids)


def _module(library: Library, typed: str, option: str) -> str:
    """The id that was typed: of a module, or of one slide of it."""
    module, _, slide = typed.partition("/")
    id_ = resolve_id(module, library.module_ids, "modulet")
    if not slide.strip():
        return id_
    if option != "--modules":
        hint = f"{option} tager hele moduler; et enkelt slide tager du ud på den lokale side"
        raise RequestError(Problem(f'{option}: "{shown(typed)}" er et slide', hint=hint))
    known = tuple(entry.id for entry in library.module(id_).value.slides)
    name = find_id(slide, known)
    if name is None:
        said = f'{option}: modulet {id_} har ikke slidet "{shown(slide)}"'
        raise RequestError(Problem(said, hint=suggestion(slide, known)))
    return f"{id_}/{name}"


def _member(of: type[E], typed: str, what: str) -> E:
    return of(resolve_id(typed, tuple(of), what))


def _group(typed: str, setting: Setting) -> str:
    name = " ".join("".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in typed).split())
    if name and setting is Setting.INDIVIDUAL:
        raise RequestError(Problem("--hold: en samtale har ikke noget hold", hint="udelad --hold"))
    if len(name) > LONGEST_GROUP_NAME:
        raise RequestError(
            Problem(f"--hold: navnet er på {len(name)} tegn", hint=f"højst {LONGEST_GROUP_NAME}")
        )
    return unicodedata.normalize("NFC", name)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
