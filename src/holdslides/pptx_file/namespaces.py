"""The namespaces of Open XML, as they stand before the names of elements and attributes in a tree."""

from __future__ import annotations

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"  # what PowerPoint 2010 added: sections
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def address(namespace: str) -> str:
    """The namespace itself, as `xmlns` wants it."""
    return namespace[1:-1]
