"""What things are called inside a deck: placeholders, tags, styles. Names a therapist sees are Danish.

These are a file format: a deck written last year is found again by them.
"""

from __future__ import annotations

from holdslides.records import dataclass

THEME_NAME = "Holdslides"
TABLE_STYLE_ID = "{6A1D4C52-93B7-4E0F-8C21-5B7D9E3F1A40}"
SHORT_SHOW = "Kort udgave"
NOTES_ID = (
    "holdslides: "  # begins the last line of the notes; what is left of a slide's identity after LibreOffice
)
TAG_ID, TAG_CONTENT, TAG_VERSION = "HOLDSLIDES_ID", "HOLDSLIDES_CONTENT", "HOLDSLIDES_VERSION"
STATE_NAMESPACE = "urn:holdslides:state"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder: PowerPoint's type, the idx that ties slide to layout, its name and its prompt."""

    type: str
    idx: int
    name: str
    prompt: str


PLACEHOLDERS: dict[str, Placeholder] = {
    "title": Placeholder("title", 0, "Overskrift", "Skriv en overskrift"),
    "subtitle": Placeholder("subTitle", 1, "Undertitel", "Skriv hold og gang"),
    "body": Placeholder("body", 1, "Tekst", "Skriv tekst"),
    "clinic": Placeholder("body", 20, "Klinik", "Skriv klinikkens navn"),
    "number": Placeholder("body", 21, "Del", "Del 1"),
    "question": Placeholder("body", 22, "Spørgsmål", "Skriv et spørgsmål"),
    "left_heading": Placeholder("body", 23, "Venstre overskrift", "Skriv en overskrift"),
    "left_body": Placeholder("body", 24, "Venstre tekst", "Skriv tekst"),
    "right_heading": Placeholder("body", 25, "Højre overskrift", "Skriv en overskrift"),
    "right_body": Placeholder("body", 26, "Højre tekst", "Skriv tekst"),
    "point1": Placeholder("body", 31, "Punkt 1", "Skriv punkt 1"),
    "point2": Placeholder("body", 32, "Punkt 2", "Skriv punkt 2"),
    "point3": Placeholder("body", 33, "Punkt 3", "Skriv punkt 3"),
    "sign1": Placeholder("body", 41, "Tegn 1", "Skriv tegn 1"),
    "sign2": Placeholder("body", 42, "Tegn 2", "Skriv tegn 2"),
    "sign3": Placeholder("body", 43, "Tegn 3", "Skriv tegn 3"),
    "call": Placeholder("body", 44, "Ring", "Skriv, hvem man ringer til"),
    "table": Placeholder("tbl", 50, "Tabel", "Indsæt en tabel"),
    "picture": Placeholder("pic", 60, "Billede", "Indsæt et billede"),
    "footer": Placeholder("ftr", 11, "Sidefod", ""),
    "slide_number": Placeholder("sldNum", 12, "Slidenummer", ""),
}


def footer_role(which: Placeholder) -> str:
    """The attributes of `p:ph` for a footer or slide number, the same on a layout and on its slides."""
    return f'type="{which.type}" sz="quarter" idx="{which.idx}"'


def role_of(box: str, layout_id: str) -> str:
    """The attributes of `p:ph` for a box, the same on a layout and on its slides."""
    which = PLACEHOLDERS[box]
    if box == "title":
        return 'type="ctrTitle"' if layout_id == "title" else 'type="title"'
    return f'type="{which.type}" idx="{which.idx}"'
