"""The clinic's logo on the first slide. Lengths in pt."""

from __future__ import annotations

from pathlib import Path

from holdslides.pptx_file.colours import ColourBook
from holdslides.pptx_file.markup import attribute, frame
from holdslides.pptx_file.package import Part
from holdslides.problems import FileError, Place, Problem
from holdslides.records import dataclass
from holdslides.theme import Box

PIXELS = (".png", ".jpg", ".jpeg")  # what every PowerPoint can show; a drawing (.svg) is left to print


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in the package and its proportions (width / height)."""

    part: Part
    shape: float
    alt: str


def load_logo(path: Path | None, clinic: str) -> Logo | None:
    """The logo as a part; None when PowerPoint could not show it. Raises FileError for a broken picture."""
    if path is None or path.suffix.lower() not in PIXELS:
        return None
    from pptx.parts.image import Image  # pulls in Pillow, which nothing else needs

    try:
        image = Image.from_file(str(path))
        width, height = image.size
    except (OSError, ValueError) as error:
        problem = Problem("logoet kan ikke læses", Place(str(path)), "gem det igen som png eller jpg")
        raise FileError(problem) from error
    part = Part(f"/ppt/media/logo.{image.ext}", image.content_type, image.blob)
    return Logo(part, width / max(1, height), f"Logo: {clinic}" if clinic else "Klinikkens logo")


def logo_xml(logo: Logo, relation: str, box: Box, id_: int, colours: ColourBook) -> str:
    """The logo as large as its box allows, in the box's top left corner, on the light ground logos want."""
    width = min(box.width, box.height * logo.shape)
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{id_}" name="Logo" descr="{attribute(logo.alt)}"/><p:cNvPicPr>'
        '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>'
        f'{frame(box.x, box.y, width, width / logo.shape)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{colours.fill('sand0')}</p:spPr></p:pic>"
    )
