"""What the presentation part says about its slides: their order, sections, and the short show."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from pptx.oxml import parse_xml
from pptx.parts.presentation import PresentationPart

from holdslides.pptx_file.markup import NAMESPACES, attribute
from holdslides.records import dataclass

FIRST_SLIDE_ID = 256
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_BEFORE_SHOWS = ("embeddedFontLst", "smartTags", "notesSz")


@dataclass(frozen=True, slots=True)
class Entry:
    """A slide in the presentation: its number there and the relationship that leads to it."""

    id: int
    relation: str


def list_slides(presentation: PresentationPart, entries: list[Entry]) -> None:
    """Makes these the slides of the presentation, in this order."""
    tree = presentation._element
    slides = tree.find(f"{_P}sldIdLst")
    for old in list(slides):
        slides.remove(old)
    inner = "".join(f'<p:sldId id="{entry.id}" r:id="{entry.relation}"/>' for entry in entries)
    slides.extend(parse_xml(f"<p:sldIdLst {NAMESPACES}>{inner}</p:sldIdLst>"))


def list_sections(presentation: PresentationPart, name: str, sections: list[tuple[str, list[Entry]]]) -> None:
    """One section per block. `name` is the deck's: a section keeps its identity when written again."""
    inner = ""
    for number, (title, entries) in enumerate(sections, 1):
        id_ = str(uuid5(NAMESPACE_URL, f"urn:holdslides:{name}:{number}:{title}")).upper()
        slides = "".join(f'<p14:sldId id="{entry.id}"/>' for entry in entries)
        inner += (
            f'<p14:section name="{attribute(title)}" id="{{{id_}}}"><p14:sldIdLst>{slides}</p14:sldIdLst>'
            "</p14:section>"
        )
    listed = f'<p14:sectionLst xmlns:p14="{_P14}">{inner}</p14:sectionLst>'
    extension = f'<p:ext {NAMESPACES} uri="{_SECTIONS}">{listed}</p:ext>'
    tree = presentation._element
    extensions = tree.find(f"{_P}extLst")
    if extensions is None:
        extensions = etree.SubElement(tree, f"{_P}extLst")
    for old in extensions.findall(f"{_P}ext[@uri='{_SECTIONS}']"):
        extensions.remove(old)
    extensions.append(parse_xml(extension))


def list_show(presentation: PresentationPart, title: str, entries: list[Entry]) -> None:
    """A custom show of these slides; nothing when there are none."""
    tree = presentation._element
    for old in tree.findall(f"{_P}custShowLst"):
        tree.remove(old)
    if not entries:
        return
    inner = "".join(f'<p:sld r:id="{entry.relation}"/>' for entry in entries)
    shows = parse_xml(
        f'<p:custShowLst {NAMESPACES}><p:custShow name="{attribute(title)}" id="0">'
        f"<p:sldLst>{inner}</p:sldLst></p:custShow></p:custShowLst>"
    )
    before = next(found for name in _BEFORE_SHOWS if (found := tree.find(f"{_P}{name}")) is not None)
    before.addnext(shows)
