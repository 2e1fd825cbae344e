"""A template's parts taken over into a package of ours, and refused where they are not what they should be."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from pptx.exc import PythonPptxError
from pptx.package import Package as TheirPackage

from holdslides.pptx_file.kinds import CT, RT, last_word
from holdslides.pptx_file.namespaces import R
from holdslides.pptx_file.opened import Unreadable, parse, serialised
from holdslides.pptx_file.package import Package, Part, Tie, XmlPart
from holdslides.pptx_file.soundness import fits, names_only, nodes_that_name
from holdslides.problems import FileError, Place, Problem
from holdslides.zip_limits import damaged_zip_errors


@contextmanager
def readable(said: Place) -> Iterator[None]:
    """Turns whatever python-pptx and our reading stumble on in a spoilt template into one FileError at `said`.

    Well-formed XML may lack any element, name any number and point anywhere.
    """
    try:
        yield
    except damaged_zip_errors(
        Unreadable, PythonPptxError, SyntaxError, LookupError, AttributeError, TypeError
    ) as error:
        hint = "åbn den i PowerPoint, og gem den igen som .pptx"
        raise FileError(Problem("PowerPoint-skabelonen kan ikke læses", said, hint)) from error


def taken_over(package: TheirPackage) -> tuple[Package, dict[Any, Part]]:
    """python-pptx's package as one of ours, and our part for each of its parts.

    A link from a layout or a master to a slide is left out, as a deck does not begin with the template's slides.
    Raises KeyError for a part that is not what it is used as, or names a relationship it has not.
    """
    own = Package()
    ours: dict[Any, Part] = {part: _part(part, package) for part in package.iter_parts()}
    for source, their in ((own, package._rels), *((ours[part], part.rels) for part in ours)):
        for relation in their.values():
            if relation.is_external:
                source.tie(relation.rId, Tie(relation.reltype, relation.target_ref))
                continue
            if not fits(last_word(relation.reltype), relation.target_part.content_type):
                raise KeyError(relation.rId)
            if relation.reltype != RT.SLIDE or isinstance(source, XmlPart):
                source.tie(relation.rId, Tie(relation.reltype, ours[relation.target_part]))
    return own, ours


def _part(part: Any, package: TheirPackage) -> Part:
    """One of its parts as one of ours. Raises KeyError for a relationship that it names and has not."""
    name, blob = str(part.partname), part.blob
    tree = part._element if hasattr(part, "_element") else None
    if tree is None and part.content_type.endswith("xml"):
        tree = parse(blob)
    if tree is not None and not names_only(tree, part.rels):
        raise KeyError(name)
    if part is package.presentation_part:  # a .potx says it is a template
        return XmlPart(name, CT.PRESENTATION, blob)
    if to_slides := {id_ for id_, r in part.rels.items() if r.reltype == RT.SLIDE and not r.is_external}:
        blob = _without(blob, to_slides)
    return Part(name, part.content_type, blob)


def _without(blob: bytes, ids: Collection[str]) -> bytes:
    """A part's XML without the elements that name these relationships."""
    tree = parse(blob)
    for node in nodes_that_name(tree):
        if any(key.startswith(R) and value in ids for key, value in node.attrib.items()):
            node.getparent().remove(node)
    return serialised(tree)
