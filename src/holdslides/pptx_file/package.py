"""The package of a .pptx: new parts by name, and the same bytes for the same content."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from lxml import etree
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package

CT_TAGS = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
CT_XML = "application/xml"
CT_CUSTOM_XML_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
RT_TAGS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/tags"

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold: the date of writing is nobody's content
_COMPRESSION = 3  # twice as fast as the usual 6, and a sixth larger
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": CT_XML,
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
}


def new_part(package: Package, name: str, content_type: str, blob: bytes | str = b"") -> Part:
    """A part that holds its bytes as they are. `name` begins with "/"."""
    data = blob.encode("utf-8") if isinstance(blob, str) else blob
    return Part(PackURI(name), content_type, package, data)


def first_free(package: Package, prefix: str) -> int:
    """The lowest number no part named `prefix` + number (+ ending) has, nor any part has above it."""
    numbers = (
        p.partname[len(prefix) :].partition(".")[0]
        for p in package.iter_parts()
        if p.partname.startswith(prefix)
    )
    return max((int(number) for number in numbers if number.isdigit()), default=0) + 1


def package_entries(package: Package) -> list[tuple[str, bytes]]:
    """What the package's zip holds, by name: parts in the order their relationships lead to them."""
    parts = tuple(package.iter_parts())
    entries = [("[Content_Types].xml", content_types(parts)), ("_rels/.rels", package._rels.xml)]
    for part in parts:
        entries.append((part.partname.membername, part.blob))
        if len(part.rels):
            entries.append((part.partname.rels_uri.membername, part.rels.xml))
    return entries


def zip_bytes(entries: Mapping[str, bytes]) -> bytes:
    """Named bytes as a zip file that is the same every time, the entries in their own order."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.create_system = 0  # else the operating system it was written on is part of the file
            archive.writestr(info, data, zipfile.ZIP_DEFLATED, _COMPRESSION)
    return stream.getvalue()


def content_types(parts: tuple[Part, ...]) -> bytes:
    """The list of what every part is."""
    defaults = {"rels": _DEFAULTS["rels"], "xml": CT_XML}
    overrides: dict[str, str] = {}
    for part in parts:
        extension = part.partname.ext.lower()
        if _DEFAULTS.get(extension) == part.content_type:
            defaults[extension] = part.content_type
        else:
            overrides[part.partname] = part.content_type
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    for extension, type_ in sorted(defaults.items()):
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=extension, ContentType=type_)
    for name, type_ in sorted(overrides.items()):
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=name, ContentType=type_)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
