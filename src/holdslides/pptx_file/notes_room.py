"""The page of notes of a file that is not ours: the paper it is set on, and the room for words on it. Lengths in pt."""

from __future__ import annotations

from typing import Any

from holdslides.pptx_file.markup import EMU, emu
from holdslides.pptx_file.namespaces import A, P
from holdslides.pptx_file.notes_page import A4, NotesRoom, notes_page

_INSETS = {"lIns": 7.2, "rIns": 7.2, "tIns": 3.6, "bIns": 3.6}  # where nothing is said


def room_on(master: Any, wide: float) -> NotesRoom:
    """The room in the box for words on a notes master's tree; ours on A4 where it has no such box of its own.

    `wide` is how much wider than Arial its font is.
    """
    for shape in master.iter(f"{P}sp"):
        role = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        size = shape.find(f"{P}spPr/{A}xfrm/{A}ext")
        if role is None or role.get("type") != "body" or size is None:
            continue
        body = shape.find(f"{P}txBody/{A}bodyPr")
        across, down = (_inside(size, side, body, names) for side, names in _SIDES)
        if across > 0 and down > 0:
            return NotesRoom(across, down, wide)
    return NotesRoom(*notes_page(*A4).words[2:], wide)


_SIDES = (("cx", ("lIns", "rIns")), ("cy", ("tIns", "bIns")))


def _inside(size: Any, side: str, body: Any, insets: tuple[str, str]) -> float:
    """A side of a box less its insets; 0 for what is no length."""
    said = {} if body is None else body.attrib
    try:
        taken = sum(int(said[name]) / EMU if name in said else _INSETS[name] for name in insets)
        return int(size.get(side) or 0) / EMU - taken
    except ValueError:
        return 0.0


def paper_for_notes(presentation: Any) -> tuple[float, float]:
    """The paper a notes master of ours is made for, in a presentation's tree without one: A4, which is set there.

    Only where handouts are laid out already the paper is left as it is. Raises KeyError for no size at all.
    """
    size = presentation.find(f"{P}notesSz")
    if size is None:
        raise KeyError("notesSz")
    if presentation.find(f"{P}handoutMasterIdLst") is not None:
        wide, high = (int(size.get(side) or 0) / EMU for side in ("cx", "cy"))
        if min(wide, high) >= A4[0] / 2:  # else nobody can have laid out anything on it
            return wide, high
    size.set("cx", str(emu(A4[0])))
    size.set("cy", str(emu(A4[1])))
    return A4
