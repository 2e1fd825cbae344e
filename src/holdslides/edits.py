"""What a therapist has rewritten on single slides: rettelser/TILSTAND.yaml in the clinic's folder.

An edit is kept per slide as pairs of the text as it was and as it shall be. It is used where the slide still
says what she saw; where the words below it have changed, it is not, and the deck says so. Locked safety texts
stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from holdslides.folders import Folders, Found
from holdslides.keys import key
from holdslides.markup import to_text
from holdslides.pages import (
    ColumnsSlide,
    ExerciseSlide,
    OwnSlide,
    QuestionSlide,
    SideSlide,
    Slide,
    StatementSlide,
    SummarySlide,
    WideSlide,
)
from holdslides.problems import ContentError, Place, Problem
from holdslides.records import dataclass, field, replace
from holdslides.safety_net import in_words, shows
from holdslides.structure import structure_file
from holdslides.texts import Text
from holdslides.yaml_data import YamlFile
from holdslides.yaml_file import read_yaml

if TYPE_CHECKING:
    from holdslides.library import Library

FOLDER = "rettelser"
NOTES = ("sig", "gør", "baggrund")
_POINT = "punkt "


@dataclass(frozen=True, slots=True)
class Change:
    """A text as it was and as it shall be; lines are paragraphs, `**word**` is bold."""

    before: str = key("fra", doc="Teksten, som den var")
    after: str = key("til", doc="Teksten, som den skal være")


@dataclass(frozen=True, slots=True)
class EditsFile:
    """rettelser/TILSTAND.yaml: by slide id ("modul/slide"), by the field's name, the changes."""

    slides: dict[str, dict[str, tuple[Change, ...]]] = key("slides", default=dict, doc="Rettelserne")


@dataclass(frozen=True, slots=True)
class Editable:
    """A text of a slide that can be rewritten: its name in the file, its words, and why it is locked."""

    name: str
    text: str
    locked: str = ""


@dataclass(frozen=True, slots=True)
class Edits:
    """The edits of one condition, and the file they stand in."""

    changes: dict[str, dict[str, tuple[Change, ...]]] = field(default_factory=dict)
    file: YamlFile | None = None

    def apply(self, original: Slide, library: Library) -> tuple[Slide, list[Problem], str]:
        """The slide as rewritten, what is wrong with the edits, and a remark (Danish) on one not used."""
        wanted = self.changes.get(original.id)
        if not wanted:
            return original, [], ""
        slide, problems, is_used = original, list[Problem](), True
        known = {field.name: field for field in editables(original)}
        for name, changes in wanted.items():
            place = self._place("slides", original.id, name)
            if name not in known:
                hint = f"der er: {', '.join(known)}"
                problems.append(Problem(f"{original.id}: »{name}« kan ikke rettes", place, hint))
                continue
            change = next((c for c in changes if same(c.before, known[name].text)), None)
            if change is None:
                is_used = False
            elif known[name].locked:
                problems.append(Problem(f"{original.id}: {known[name].locked}", place, "slet rettelsen"))
            else:
                try:
                    slide = with_text(slide, name, change.after, place)
                except ContentError as error:
                    problems.extend(error.problems)
        problems += safety_problems(slide, library, self._place("slides", original.id))
        unused = f"En rettelse er ikke brugt, fordi teksten er en anden nu: »{slide.headline.plain}«"
        return slide, problems, "" if is_used else unused

    def _place(self, *path: str) -> Place:
        return self.file.place(*path) if self.file else Place("/".join((FOLDER, *path[1:2])))


def edits_path(clinic: Path, condition: str) -> Path:
    """Where the edits for a condition lie in a clinic's folder."""
    return clinic / FOLDER / f"{condition}.yaml"


def load_edits(folders: Folders, condition: str) -> Edits:
    """The edits for a condition; none when there is no clinic folder or no file.

    Raises FileError when the file cannot be read, ContentError with all that is wrong in it.
    """
    if folders.clinic is None or not (path := edits_path(folders.clinic, condition)).is_file():
        return Edits()
    file = read_yaml(Found(path, str(path), True))
    return Edits(structure_file(file, EditsFile).slides, file)


def editables(slide: Slide) -> Iterator[Editable]:
    """The texts of a slide that can be rewritten, in the order they are read; the notes last.

    None of a slide from the clinic's own presentation, which is rewritten there.
    """
    if isinstance(slide, OwnSlide):
        return
    for name, text in _texts(slide):
        yield Editable(name, as_markup(text), _why_locked(text))
    notes = slide.notes
    for name, lines in zip(NOTES, (notes.say, notes.do, notes.background), strict=True):
        yield Editable(name, "\n".join(lines))


def with_text(slide: Slide, name: str, written: str, place: Place) -> Slide:
    """The slide with one of its texts written anew.

    Raises ContentError for markup that cannot be read and for a headline, point or "say" left empty.
    """
    if name in NOTES:
        lines = tuple(line.strip() for line in written.split("\n") if line.strip())
        if name == "sig" and not lines:
            raise ContentError(Problem(f"{slide.id}: skriv, hvad du siger", place))
        match name:
            case "sig":
                notes = replace(slide.notes, say=lines)
            case "gør":
                notes = replace(slide.notes, do=lines)
            case _:
                notes = replace(slide.notes, background=lines)
        return replace(slide, notes=notes)
    text = to_text([written], place)
    if not text and name != "tekst":
        raise ContentError(
            Problem(f"{slide.id}: »{name}« må ikke være tom", place, "skriv noget, eller fortryd")
        )
    return _placed(slide, name, text)


def safety_problems(slide: Slide, library: Library, place: Place) -> Iterator[Problem]:
    """A problem for every locked text the slide carries and no longer shows word for word."""
    for id_ in slide.safety:
        entry = library.safety(id_)
        if not shows(slide, entry):
            message = f"{slide.id}: den låste sikkerhedstekst skal stå der, ord for ord: »{in_words(entry)}«"
            yield Problem(message, place, "skriv den ind igen, eller fortryd rettelsen")


def as_markup(text: Text) -> str:
    """The text as it is written: a line per paragraph, `**bold**`, `[words](https://…)`."""
    return "\n".join(
        "".join(_run(r.text, r.bold, r.link) for r in paragraph) for paragraph in text.paragraphs
    )


def same(one: str, other: str) -> bool:
    """Whether two texts say the same, blanks apart."""
    return one.split() == other.split()


def _run(words: str, bold: bool, link: str) -> str:
    marked = f"**{words}**" if bold else words
    return f"[{marked}]({link})" if link else marked


def _why_locked(text: Text) -> str:
    return "sikkerhedsteksten er låst og skal stå ord for ord" if text.safety else ""


def _texts(slide: Slide) -> Iterator[tuple[str, Text]]:
    yield "overskrift", slide.headline
    match slide:
        case StatementSlide() | SideSlide() | WideSlide() | ExerciseSlide():
            yield "tekst", slide.body
        case QuestionSlide():
            yield "spørgsmål", slide.question
        case ColumnsSlide():
            yield "venstre overskrift", slide.left.heading
            yield "venstre tekst", slide.left.body
            yield "højre overskrift", slide.right.heading
            yield "højre tekst", slide.right.body
        case SummarySlide():
            for i, point in enumerate(slide.points, 1):
                yield f"{_POINT}{i}", point
        case _:
            return


def _placed(slide: Slide, name: str, text: Text) -> Slide:
    if name == "overskrift":
        return replace(slide, headline=text)
    match slide:
        case StatementSlide() | SideSlide() | WideSlide() | ExerciseSlide():
            return replace(slide, body=text)
        case QuestionSlide():
            return replace(slide, question=text)
        case ColumnsSlide():
            side, part = name.split()
            which = {"venstre": "left", "højre": "right"}[side]
            column = replace(getattr(slide, which), **{"heading" if part == "overskrift" else "body": text})
            return replace(slide, **{which: column})
        case SummarySlide():
            number = int(name.removeprefix(_POINT)) - 1
            return replace(
                slide, points=tuple(text if i == number else p for i, p in enumerate(slide.points))
            )
        case _:
            raise KeyError(name)
