"""The slides of a deck as they are found in a file, and which of them are ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import Any

from holdslides.pptx_file.formatting import Props
from holdslides.pptx_file.meaning import slide_meaning, slide_title, slide_words
from holdslides.pptx_file.names import NOTES_ID, TAG_ID
from holdslides.pptx_file.namespaces import A, P
from holdslides.pptx_file.opened import Opened
from holdslides.pptx_file.same_looks import Eyes
from holdslides.pptx_file.sameness import difference
from holdslides.pptx_file.state import SlideRecord
from holdslides.records import dataclass

ALIKE = 0.6  # of the words: from here on a slide that lost its id is taken for ours


@dataclass(frozen=True)
class FileSlide:
    """A slide in a file: its number in the presentation, its part, the id it carries ("" for none)."""

    number: int
    part: str
    id: str
    has_tag: bool
    meaning: Props

    @property
    def title(self) -> str:
        """Its title on one line."""
        return slide_title(self.meaning)


def read_slides(package: Opened) -> tuple[FileSlide, ...]:
    """The slides of a deck in order. Raises Unreadable for broken parts."""
    slides = []
    for number, part in package.slides().items():
        tag = _tag(package, part)
        id_ = tag or _notes_id(package, part)
        slides.append(FileSlide(number, part, id_, bool(tag), slide_meaning(package, part)))
    return tuple(slides)


def _tag(package: Opened, part: str) -> str:
    for name in package.related(part, "tags"):
        for tag in package.tree(name).iter(f"{P}tag"):
            if str(tag.get("name")).upper() == TAG_ID:
                return str(tag.get("val"))
    return ""


def _notes_id(package: Opened, part: str) -> str:
    lines = [
        "".join(t.text or "" for t in paragraph.iter(f"{A}t"))
        for name in package.related(part, "notesSlide")
        for paragraph in package.tree(name).iter(f"{A}p")
    ]
    found = [line.removeprefix(NOTES_ID).strip() for line in lines if line.startswith(NOTES_ID)]
    return found[-1] if found else ""


def edit_of(record: SlideRecord, slide: FileSlide, eyes: Eyes) -> str:
    """What she has changed on a slide since it was written (Danish); "" for nothing."""
    was = record.meaning.get("palette", eyes.was)
    return difference(record.meaning, slide.meaning, Eyes(was, eyes.now, not slide.has_tag))


def whose(
    slides: Sequence[FileSlide], records: Mapping[str, SlideRecord], eyes: Eyes
) -> dict[str, FileSlide]:
    """Our slides by id. Of several with one id the first written is ours, the others are her copies."""
    found: dict[str, FileSlide] = {}
    for id_, record in records.items():
        alike = [slide for slide in slides if slide.id == id_]
        if len(alike) == 1:
            found[id_] = alike[0]
        elif alike:
            found[id_] = max(alike, key=partial(_is_first_written, record, eyes))
    if not any(slide.has_tag for slide in slides):
        found |= _by_words(
            [slide for slide in slides if not slide.id],
            [record for id_, record in records.items() if id_ not in found and not record.gone],
        )
    return found


def _is_first_written(record: SlideRecord, eyes: Eyes, slide: FileSlide) -> tuple[bool, bool]:
    # a program that drops tags also gives every slide a new number
    return slide.has_tag and slide.number == record.number, not edit_of(record, slide, eyes)


def _by_words(slides: Iterable[FileSlide], records: Iterable[SlideRecord]) -> dict[str, FileSlide]:
    """Slides without id and records without slide, paired by what they say, the most alike first."""
    texts = {slide.number: all_words(slide.meaning) for slide in slides}
    by_number = {slide.number: slide for slide in slides}
    pairs: list[tuple[float, str, int]] = []
    for record in records:
        matcher: SequenceMatcher[Any] = SequenceMatcher(autojunk=False)
        matcher.set_seq2(all_words(record.meaning))
        for number, words in texts.items():
            matcher.set_seq1(words)
            if words and matcher.real_quick_ratio() >= ALIKE and (ratio := matcher.ratio()) >= ALIKE:
                pairs.append((ratio, record.id, number))
    found: dict[str, FileSlide] = {}
    taken: set[int] = set()
    for _, id_, number in sorted(pairs, key=lambda pair: -pair[0]):
        if id_ not in found and number not in taken:
            found[id_] = by_number[number]
            taken.add(number)
    return found


def all_words(meaning: Props) -> list[str]:
    """The words on the slide and in its notes, one by one."""
    notes = (words for runs in meaning.get("notes", ()) for words, _ in runs)
    return f"{slide_words(meaning)} {' '.join(notes)}".split()
