"""A clinic's own PowerPoint template in place of ours: one of our decks, its layouts or colours changed.

Slides find their layout by its Danish name and their placeholders by idx, so those have to be there.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pptx.exc import PackageNotFoundError
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.package import Package
from pptx.parts.presentation import PresentationPart

from holdslides.pptx_file.markup import emu
from holdslides.pptx_file.names import PLACEHOLDERS, STATE_NAMESPACE
from holdslides.pptx_file.template import Builder, EmptyDeck
from holdslides.problems import FileError, Place, Problem
from holdslides.theme import Layout, Layouts

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REWRITTEN = (RT.CORE_PROPERTIES, RT.EXTENDED_PROPERTIES, RT.THUMBNAIL)


def open_template(path: Path, layouts: Layouts, builder: Builder) -> EmptyDeck:
    """The template without its slides. Raises FileError with all that makes it unusable."""
    try:
        package = Package.open(str(path))
        presentation = package.presentation_part
    except (PackageNotFoundError, OSError, KeyError, ValueError, SyntaxError, zipfile.BadZipFile) as error:
        problem = Problem("PowerPoint-skabelonen kan ikke læses", Place(str(path)), "gem den som .pptx")
        raise FileError(problem) from error
    masters = presentation.presentation.slide_masters
    by_name = {layout.name: layout.part for master in masters for layout in master.slide_layouts}
    if problems := list(_problems(path, presentation, by_name, layouts)):
        raise FileError(problems)
    builder.package = package
    presentation._content_type = CT.PML_PRESENTATION_MAIN  # a .potx says it is a template
    _empty(package, presentation)
    return EmptyDeck(
        package,
        presentation,
        {layout.id: by_name[layout.name] for layout in layouts.by_id.values()},
        _notes_master(presentation, builder),
    )


def _problems(
    path: Path, presentation: PresentationPart, by_name: dict[str, Any], layouts: Layouts
) -> Iterator[Problem]:
    size = presentation._element.find(f"{_P}sldSz")
    if (int(size.get("cx")), int(size.get("cy"))) != (emu(layouts.width), emu(layouts.height)):
        yield Problem(
            "skabelonens slides har en anden størrelse",
            Place(str(path)),
            "vælg Design, Slidestørrelse, Widescreen (33,87 x 19,05 cm)",
        )
    for layout in layouts.by_id.values():
        part = by_name.get(layout.name)
        missing = [] if part is None else list(_missing(part, layout))
        if part is None:
            message = f'skabelonen har ikke layoutet "{layout.name}"'
        elif missing:
            message = f'layoutet "{layout.name}" mangler pladsen til: {", ".join(missing)}'
        else:
            continue
        yield Problem(message, Place(str(path)), "begynd med en præsentation, som holdslides har lavet")


def _missing(part: Any, layout: Layout) -> Iterator[str]:
    known = {str(holder.get("idx", "0")) for holder in part._element.iter(f"{_P}ph")}
    for name in layout.boxes:
        which = PLACEHOLDERS.get(name)
        if which is not None and name != "picture" and str(which.idx) not in known:
            yield which.name


def _empty(package: Package, presentation: PresentationPart) -> None:
    tree = presentation._element
    for shows in tree.findall(f"{_P}custShowLst"):
        tree.remove(shows)
    for slide in list(tree.iter(f"{_P}sldId")):
        slide.getparent().remove(slide)
        presentation.drop_rel(slide.get(f"{_R}id"))
    if tree.find(f"{_P}sldIdLst") is None:
        after = tree.find(f"{_P}notesMasterIdLst")
        (after if after is not None else tree.find(f"{_P}sldMasterIdLst")).addnext(
            tree.makeelement(f"{_P}sldIdLst")
        )
    for relation in list(presentation.rels.values()):
        if relation.reltype == RT.CUSTOM_XML and STATE_NAMESPACE.encode() in relation.target_part.blob:
            presentation.rels.pop(relation.rId)
    for relation in list(package._rels.values()):
        if relation.reltype in _REWRITTEN:
            package.drop_rel(relation.rId)


def _notes_master(presentation: PresentationPart, builder: Builder) -> Part:
    tree = presentation._element
    for relation in presentation.rels.values():
        if relation.reltype == RT.NOTES_MASTER:
            part: Part = relation.target_part
            break
    else:
        numbers = [int(n) for p in presentation.package.iter_parts() if (n := _theme_number(p.partname))]
        part = builder.notes_master(max(numbers, default=0) + 1)
        presentation.relate_to(part, RT.NOTES_MASTER)
    if tree.find(f"{_P}notesMasterIdLst") is None:
        listed = tree.makeelement(f"{_P}notesMasterIdLst")
        entry = tree.makeelement(f"{_P}notesMasterId")
        entry.set(f"{_R}id", presentation.relate_to(part, RT.NOTES_MASTER))
        listed.append(entry)
        tree.find(f"{_P}sldMasterIdLst").addnext(listed)
    return part


def _theme_number(name: str) -> str:
    found = re.search(r"/theme/theme(\d+)\.xml$", name)
    return found[1] if found else ""
