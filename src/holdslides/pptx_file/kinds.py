"""What parts are and how they are related: the names the Open XML standard gives them."""

from __future__ import annotations

from holdslides.pptx_file.namespaces import RELATIONSHIPS, R, address

_OFFICE = "application/vnd.openxmlformats-officedocument"
_RELATIONS = address(R)
_OF_PACKAGE = f"{address(RELATIONSHIPS)}/metadata"


class CT:
    """Content types."""

    XML = "application/xml"
    RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
    CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
    EXTENDED_PROPERTIES = f"{_OFFICE}.extended-properties+xml"
    CUSTOM_XML_PROPERTIES = f"{_OFFICE}.customXmlProperties+xml"
    THEME = f"{_OFFICE}.theme+xml"
    PRESENTATION = f"{_OFFICE}.presentationml.presentation.main+xml"
    PRESENTATION_PROPERTIES = f"{_OFFICE}.presentationml.presProps+xml"
    VIEW_PROPERTIES = f"{_OFFICE}.presentationml.viewProps+xml"
    TABLE_STYLES = f"{_OFFICE}.presentationml.tableStyles+xml"
    SLIDE_MASTER = f"{_OFFICE}.presentationml.slideMaster+xml"
    SLIDE_LAYOUT = f"{_OFFICE}.presentationml.slideLayout+xml"
    SLIDE = f"{_OFFICE}.presentationml.slide+xml"
    NOTES_MASTER = f"{_OFFICE}.presentationml.notesMaster+xml"
    NOTES_SLIDE = f"{_OFFICE}.presentationml.notesSlide+xml"
    TAGS = f"{_OFFICE}.presentationml.tags+xml"


class RT:
    """Relationship types."""

    CORE_PROPERTIES = f"{_OF_PACKAGE}/core-properties"
    THUMBNAIL = f"{_OF_PACKAGE}/thumbnail"
    EXTENDED_PROPERTIES = f"{_RELATIONS}/extended-properties"
    OFFICE_DOCUMENT = f"{_RELATIONS}/officeDocument"
    CUSTOM_XML = f"{_RELATIONS}/customXml"
    CUSTOM_XML_PROPERTIES = f"{_RELATIONS}/customXmlProps"
    PRESENTATION_PROPERTIES = f"{_RELATIONS}/presProps"
    VIEW_PROPERTIES = f"{_RELATIONS}/viewProps"
    TABLE_STYLES = f"{_RELATIONS}/tableStyles"
    THEME = f"{_RELATIONS}/theme"
    SLIDE_MASTER = f"{_RELATIONS}/slideMaster"
    SLIDE_LAYOUT = f"{_RELATIONS}/slideLayout"
    SLIDE = f"{_RELATIONS}/slide"
    NOTES_MASTER = f"{_RELATIONS}/notesMaster"
    NOTES_SLIDE = f"{_RELATIONS}/notesSlide"
    TAGS = f"{_RELATIONS}/tags"
    IMAGE = f"{_RELATIONS}/image"
    HYPERLINK = f"{_RELATIONS}/hyperlink"


def last_word(relationship_type: str) -> str:
    """The last word of a relationship's type, which tells it as well: slideLayout, image, hyperlink …"""
    return relationship_type.rpartition("/")[2]
