"""The notes under a slide: what to say, do and know, the activity, the sources, and last the slide's id."""

from __future__ import annotations

from holdslides.pages import ACTIVITY_NAMES, Activity, Slide, minutes_text
from holdslides.pptx_file.markup import HEADER, NAMESPACES, TREE, number_field, run, run_properties
from holdslides.pptx_file.names import NOTES_ID
from holdslides.records import dataclass
from holdslides.texts import Source, shortened

SIZE = 12.0  # pt; written on every run, because LibreOffice has a size of its own for notes
SMALL = 10.0
_LONGEST_CLAIM = 160  # letters: a source is recognised by its beginning, the register has the rest


@dataclass(frozen=True, slots=True)
class NotesPart:
    """A labelled part of the notes; `small` parts are for looking up, not for reading aloud."""

    label: str
    paragraphs: tuple[str, ...]
    small: bool = False


def notes_parts(slide: Slide) -> tuple[NotesPart, ...]:
    """The parts that have something in them, in reading order."""
    handout = (f"Del arket ud: {slide.handout}.",) if slide.handout else ()
    parts = (
        NotesPart("Sig", slide.notes.say),
        NotesPart("Gør", slide.notes.do + handout),
        NotesPart("Baggrund", slide.notes.background),
        NotesPart("Aktivitet", _activity(slide.activity) if slide.activity else ()),
        NotesPart("Kilder", tuple(map(_source, slide.sources)), small=True),
    )
    return tuple(part for part in parts if part.paragraphs)


def notes_xml(slide: Slide, number: int) -> str:
    """The notes slide of the `number`th slide."""
    paragraphs: list[str] = []
    for part in notes_parts(slide):
        paragraphs.append(_paragraph(part.label, SIZE, bold=True, before=6 if paragraphs else 0))
        paragraphs += [_paragraph(words, SMALL if part.small else SIZE) for words in part.paragraphs]
    paragraphs.append(_paragraph(NOTES_ID + slide.id, SMALL, before=6))
    end = run_properties("endParaRPr")
    field = f"<a:p>{number_field(str(number), run_properties('rPr'))}{end}</a:p>"
    shapes = (
        _placeholder(
            2, "Billede af slidet", 'type="sldImg" idx="2"', 'noGrp="1" noRot="1" noChangeAspect="1"'
        ),
        _placeholder(3, "Noter", 'type="body" sz="quarter" idx="3"', 'noGrp="1"', "".join(paragraphs)),
        _placeholder(4, "Sidetal", 'type="sldNum" sz="quarter" idx="5"', 'noGrp="1"', field),
    )
    return (
        f"{HEADER}<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE}{''.join(shapes)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _placeholder(id_: int, name: str, role: str, locks: str, words: str = "") -> str:
    body = f"<p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody>" if words else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name}"/><p:cNvSpPr><a:spLocks {locks}/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {role}/></p:nvPr></p:nvSpPr><p:spPr/>{body}</p:sp>"
    )


def _paragraph(words: str, size: float, *, bold: bool | None = None, before: float = 0) -> str:
    ppr = f'<a:pPr><a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef></a:pPr>' if before else ""
    end = run_properties("endParaRPr", size=size, bold=bold)
    return f"<a:p>{ppr}{run(words, run_properties('rPr', size=size, bold=bold))}{end}</a:p>"


def _activity(activity: Activity) -> tuple[str, ...]:
    lines = [f"{ACTIVITY_NAMES[activity.type]}, {minutes_text(activity.minutes)}."]
    if activity.participants:
        lines.append(f"Deltagerne: {activity.participants}")
    if activity.seated:
        lines.append(f"Siddende: {activity.seated}")
    if activity.without_writing:
        lines.append(f"Uden at skrive: {activity.without_writing}")
    return tuple(lines)


def _source(source: Source) -> str:
    where = ", ".join(
        words
        for words in (source.document, source.section, source.lines and f"linje {source.lines}")
        if words
    )
    shown = "vist" if source.shown else "sagt"
    return f"{source.fact} ({shown}): {shortened(source.claim, _LONGEST_CLAIM)} – {where}".removesuffix(" – ")
