"""The notes under a slide: what to say, do and know, the activity, the sources, and last the slide's id."""

from __future__ import annotations

from typing import Literal, TypeAlias

from holdslides.pages import ACTIVITY_NAMES, Activity, Slide, minutes_text
from holdslides.pptx_file.markup import HEADER, NAMESPACES, TREE, frame, number_field, run, run_properties
from holdslides.pptx_file.names import NOTES_ID
from holdslides.pptx_file.notes_page import BEFORE, BETWEEN, LADDER, NotesLine, NotesRoom, Sizes, fitting
from holdslides.records import dataclass
from holdslides.texts import Source, shortened

Use: TypeAlias = Literal["spoken", "known", "sources"]  # the fields of Sizes


@dataclass(frozen=True, slots=True)
class NotesPart:
    """A labelled part of the notes, and what it is used for: `spoken` parts are read while standing."""

    label: str
    paragraphs: tuple[str, ...]
    use: Use


def notes_parts(slide: Slide, claim: int = LADDER[0].claim) -> tuple[NotesPart, ...]:
    """The parts that have something in them, in reading order; of a source's claim at most `claim` letters."""
    handout = (f"Del arket »{slide.handout_name}« ud.",) if slide.handout_name else ()
    sources = tuple(_source(source, claim) for source in slide.sources)
    parts = (
        NotesPart("Sig", slide.notes.say, "spoken"),
        NotesPart("Gør", slide.notes.do + handout, "spoken"),
        NotesPart("Baggrund", slide.notes.background, "known"),
        NotesPart("Aktivitet", _activity(slide.activity) if slide.activity else (), "known"),
        NotesPart("Kilder", sources, "sources"),
    )
    return tuple(part for part in parts if part.paragraphs)


def notes_lines(slide: Slide, room: NotesRoom) -> tuple[NotesLine, ...]:
    """All paragraphs, at the largest sizes at which they fit the room; last the one with the slide's id."""
    known: dict[int, tuple[NotesPart, ...]] = {}

    def lines(sizes: Sizes) -> tuple[NotesLine, ...]:
        if sizes.claim not in known:
            known[sizes.claim] = notes_parts(slide, sizes.claim)
        return _lines(known[sizes.claim], sizes, slide.id)

    return fitting(lines, room)


def _lines(parts: tuple[NotesPart, ...], sizes: Sizes, id_: str) -> tuple[NotesLine, ...]:
    found: list[NotesLine] = []
    for part in parts:
        size = getattr(sizes, part.use)
        found.append(NotesLine(part.label, size, True, BEFORE if found else 0))
        gap = 0.0 if part.use == "sources" else round(size * BETWEEN, 1)
        first, *rest = part.paragraphs
        found.append(NotesLine(first, size))
        found += [NotesLine(words, size, before=gap) for words in rest]
    # written on every run, because LibreOffice has a size of its own for notes
    return (*found, NotesLine(NOTES_ID + id_, sizes.sources, before=BEFORE))


def notes_xml(slide: Slide, number: int, room: NotesRoom) -> str:
    """The notes slide of the `number`th slide."""
    words = "".join(map(_paragraph, notes_lines(slide, room)))
    end = run_properties("endParaRPr")
    field = f"<a:p>{number_field(str(number), run_properties('rPr'))}{end}</a:p>"
    at, words_at = (frame(*box) for box in room.moved) if room.moved else ("", "")
    whole = 'noGrp="1" noRot="1" noChangeAspect="1"'
    shapes = (
        _placeholder(2, "Billede af slidet", 'type="sldImg" idx="2"', whole, at=at),
        _placeholder(3, "Noter", 'type="body" sz="quarter" idx="3"', 'noGrp="1"', words, words_at),
        _placeholder(4, "Sidetal", 'type="sldNum" sz="quarter" idx="5"', 'noGrp="1"', field),
    )
    return (
        f"{HEADER}<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE}{''.join(shapes)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _placeholder(id_: int, name: str, role: str, locks: str, words: str = "", at: str = "") -> str:
    body = f"<p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody>" if words else ""
    place = f"<p:spPr>{at}</p:spPr>" if at else "<p:spPr/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name}"/><p:cNvSpPr><a:spLocks {locks}/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {role}/></p:nvPr></p:nvSpPr>{place}{body}</p:sp>"
    )


def _paragraph(line: NotesLine) -> str:
    before = f'<a:spcBef><a:spcPts val="{round(line.before * 100)}"/></a:spcBef>'
    # without these LibreOffice lets every line but the first of a note stand further in
    ppr = f'<a:pPr marL="0" indent="0">{before}</a:pPr>'
    words = run(line.words, run_properties("rPr", size=line.size, bold=line.bold))
    return f"<a:p>{ppr}{words}{run_properties('endParaRPr', size=line.size, bold=line.bold)}</a:p>"


def _activity(activity: Activity) -> tuple[str, ...]:
    lines = [f"{ACTIVITY_NAMES[activity.type]}, {minutes_text(activity.minutes)}."]
    if activity.participants:
        lines.append(f"Deltagerne: {activity.participants}")
    if activity.seated:
        lines.append(f"Siddende: {activity.seated}")
    if activity.without_writing:
        lines.append(f"Uden at skrive: {activity.without_writing}")
    return tuple(lines)


def _source(source: Source, claim: int) -> str:
    where = ", ".join(
        words
        for words in (source.document, source.section, source.lines and f"linje {source.lines}")
        if words
    )
    shown = "vist" if source.shown else "sagt"
    return f"{source.fact} ({shown}): {shortened(source.claim, claim)} – {where}".removesuffix(" – ")
