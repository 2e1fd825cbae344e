"""Posters from what a command or the local page asks for: compose, check the fit, write.

Nothing is printed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from holdslides.clinic import Clinic, read_clinic_file
from holdslides.compose_poster import Invitation, compose_poster, is_invitation, load_poster, poster_ids
from holdslides.ids import file_part, resolve_id
from holdslides.library import Loaded
from holdslides.make import Made, Progress, Workshop
from holdslides.make_pages import Paper, save_made
from holdslides.models_clinic import Group
from holdslides.models_paper import PosterEntry
from holdslides.paper import A_SIZES_MM, Poster, Sender, month_name
from holdslides.paper_files import PaperFile
from holdslides.problems import ContentError, Problem, RequestError
from holdslides.records import dataclass, replace

if TYPE_CHECKING:
    from holdslides.print_file.page import Page
    from holdslides.rotation import Month

FOLDER = "plakater"


@dataclass(frozen=True, slots=True)
class PosterRequest:
    """What is asked for: poster ids (all of them when empty), paper, reading distance in metres, bleed.

    `group` picks a group of klinik.yaml for the invitation; the fields of `invitation` go before the group's.
    """

    ids: tuple[str, ...] = ()
    size: str = "a3"
    distance: float | None = None
    bleed: bool = False
    group: str = ""
    invitation: Invitation = Invitation()


def make_posters(
    shop: Workshop,
    request: PosterRequest,
    out: Path,
    *,
    replace_changed: bool = False,
    today: date | None = None,
    progress: Progress = lambda _: None,
) -> list[Made]:
    """Composes, checks and writes the posters below `out`; none is written when one of them is wrong.

    Raises RequestError for what does not exist, ContentError for what does not fit or cannot be shown,
    FileError for a file that cannot be written or that was changed since it was written.
    """
    made = list(poster_pdfs(shop, request, today))
    names = file_names([poster for poster, _ in made], request)
    papers = [
        Paper(PaperFile(out / FOLDER / name, pdf), "poster", 1, remarks=poster.remarks)
        for (poster, pdf), name in zip(made, names, strict=True)
    ]
    return save_made(papers, replace=replace_changed, progress=progress)


def poster_pdfs(
    shop: Workshop, request: PosterRequest, today: date | None = None
) -> Iterator[tuple[Poster, bytes]]:
    """Every poster asked for, and its PDF. All are composed and checked before the first PDF is made."""
    from holdslides.print_file.poster_pdf import poster_pdf
    from holdslides.print_file.trim import Paper as PosterPaper

    paper = PosterPaper(request.size, request.bleed)
    for poster, page in poster_pages(shop, request, today):
        yield poster, poster_pdf(poster, page, paper)


def poster_pages(
    shop: Workshop, request: PosterRequest, today: date | None = None
) -> list[tuple[Poster, Page]]:
    """Every poster asked for, laid out. Raises ContentError for everything that does not fit."""
    from holdslides.print_file.poster import lay_out
    from holdslides.print_file.trim import Paper as PosterPaper

    check_request(request)
    paper, theme = PosterPaper(request.size, request.bleed), shop.theme
    month, problems, pages = month_name(today or date.today()), list[Problem](), []
    for poster in composed(shop, request, month):
        page, wrong = lay_out(poster, theme, paper, request.distance)
        problems += wrong
        pages.append((poster, page))
    _raise(problems)
    return pages


def check_request(request: PosterRequest) -> None:
    """Raises RequestError for a size or a distance there is none of."""
    from holdslides.print_file.poster import LEAST_M, MOST_M

    if request.size not in A_SIZES_MM:
        raise RequestError(
            Problem(f'størrelsen "{request.size}" findes ikke', hint=f"der er {', '.join(A_SIZES_MM)}")
        )
    if request.distance is not None and not LEAST_M <= request.distance <= MOST_M:
        message = f"--distance {request.distance:g} går ikke: den er i meter, fra {LEAST_M:g} til {MOST_M:g}"
        raise RequestError(Problem(message.replace(".", ",")))


def composed(shop: Workshop, request: PosterRequest, month: str) -> list[Poster]:
    """The posters asked for, in the order they were named; an invitation once for each group it is for.

    Raises RequestError for an unknown id or group, ContentError for everything wrong in the posters' files.
    """
    known = poster_ids(shop.library)
    wanted = dict.fromkeys(resolve_id(id_, known, "plakaten") for id_ in request.ids or known)
    sender = sender_of(shop)
    posters, problems = [], list[Problem]()
    for id_ in wanted:
        try:
            loaded = load_poster(shop.library, id_)
            for invitation in _invitations(shop, loaded, request):
                posters.append(compose_poster(loaded, shop.library, shop.clinic, sender, month, invitation))
        except ContentError as error:
            problems += error.problems
    _raise(problems)
    return posters


def sender_of(shop: Workshop) -> Sender:
    """The clinic as a poster's sender, its logo checked.

    Raises ContentError for a logo that cannot be used.
    """
    clinic = shop.clinic
    if shop.folders.clinic is None:
        return Sender(clinic.name, None, None, clinic.doctor_on_call)
    file = read_clinic_file(shop.folders)
    logo = None
    if clinic.logo:
        from holdslides.logo import read_logo

        logo = read_logo(Path(clinic.logo), file.place("logo"))
    return Sender(clinic.name, file.place("navn"), logo, clinic.doctor_on_call)


def _invitations(
    shop: Workshop, loaded: Loaded[PosterEntry], request: PosterRequest
) -> list[Invitation | None]:
    """One for each group: the one asked for, else every group of klinik.yaml; a blank one without groups."""
    if not is_invitation(loaded.value):
        return [None]
    given, groups = request.invitation, _groups(shop.clinic, request.group)
    if not groups:
        return [given]
    return [_filled(given, Invitation.of(group, _condition_name(shop, group))) for group in groups]


def _groups(clinic: Clinic, wanted: str) -> Sequence[Group]:
    if not wanted:
        return clinic.groups
    name = resolve_id(wanted, tuple(group.name for group in clinic.groups), "holdet")
    return [group for group in clinic.groups if group.name == name]


def _filled(given: Invitation, group: Invitation) -> Invitation:
    return replace(
        group,
        **{name: getattr(given, name) for name in ("what", "who", "when", "where") if getattr(given, name)},
    )


def _condition_name(shop: Workshop, group: Group) -> str:
    """The condition's name; "" (a line to write on) for a group of a condition there is none of."""
    if group.condition not in shop.library.condition_ids:
        return ""
    return shop.library.condition(group.condition).value.name


def plan_year(
    shop: Workshop, ids: tuple[str, ...] = (), start: date | None = None
) -> tuple[list[Month], dict[str, str]]:
    """Which posters hang when in the year from `start`, and their names by id; all when `ids` is empty.

    Raises RequestError for an unknown id and for posters that cannot be put in turn.
    """
    from holdslides.rotation import rotation

    known = poster_ids(shop.library)
    wanted = dict.fromkeys(resolve_id(id_, known, "plakaten") for id_ in ids or known)
    loaded = [load_poster(shop.library, id_) for id_ in wanted]
    return rotation(loaded, start or date.today()), {poster.id: poster.value.name for poster in loaded}


def file_name(poster: Poster, request: PosterRequest) -> str:
    """kop-a3.pdf, kop-a3-tryk.pdf with bleed, kom_til_hold-mandag-16-a3.pdf for a group."""
    group = file_part(poster.group)
    return (
        "-".join(p for p in (poster.id, group, request.size, "tryk" if request.bleed else "") if p) + ".pdf"
    )


def file_names(posters: Sequence[Poster], request: PosterRequest) -> list[str]:
    """The file of each poster; where two groups have the same name, the second ends in -2."""
    names: list[str] = []
    for poster in posters:
        name = file_name(poster, request)
        same = sum(1 for other in posters[: len(names)] if file_name(other, request) == name)
        names.append(f"{name.removesuffix('.pdf')}-{same + 1}.pdf" if same else name)
    return names


def _raise(problems: list[Problem]) -> None:
    if problems:
        raise ContentError(dict.fromkeys(problems))
