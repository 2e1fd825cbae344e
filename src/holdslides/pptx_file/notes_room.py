"""The page of notes of a file that is not ours: the paper it is set on, and the room for words on it. Lengths in pt."""

from __future__ import annotations

from typing import Any

from holdslides.pptx_file.markup import EMU, emu
from holdslides.pptx_file.namespaces import A, P
from holdslides.pptx_file.notes_page import A4, Frame, NotesRoom, notes_page, shared

_INSETS = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}  # where nothing is said
_SHARE = 0.6  # of the page: what words need, and few masters but ours leave them


def room_on(master: Any, wide: float) -> NotesRoom:
    """The room for words on a notes master's tree; ours on A4 where it has no box for them with a place of its own.

    Where the slide stands above a box too small for notes like ours, the two share their room anew: the slide gets
    smaller, and nothing else on the page is touched. `wide` is how much wider than Arial its font is.
    """
    picture, words = _holder(master, "sldImg"), _holder(master, "body")
    box = _box(words)
    if box is None:
        return NotesRoom(*notes_page(*A4).words[2:], wide)
    left, above, right, below = _insets(words)
    moved = _shared(_box(picture), box)
    width, height = (moved[1] if moved else box)[2:]
    if min(inner := (width - left - right, height - above - below)) <= 0:
        return NotesRoom(width, height, wide, moved)
    return NotesRoom(*inner, wide, moved)


def _shared(picture: Frame | None, words: Frame) -> tuple[Frame, Frame] | None:
    """New places for the slide and the words, if the words have too little and stand under the slide."""
    if picture is None or picture[1] + picture[3] > words[1]:
        return None
    high = words[1] + words[3] - picture[1]
    if words[3] >= _SHARE * high:
        return None
    x, _, width, _ = words
    return shared((x, picture[1], width, high))


def _holder(master: Any, type_: str) -> Any:
    """The first shape that holds the slide or the words; None for none."""
    for shape in master.iter(f"{P}sp"):
        role = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if role is not None and role.get("type") == type_:
            return shape
    return None


def _box(holder: Any) -> Frame | None:
    place = None if holder is None else holder.find(f"{P}spPr/{A}xfrm")
    offset, size = (None, None) if place is None else (place.find(f"{A}off"), place.find(f"{A}ext"))
    if offset is None or size is None:
        return None
    x, y = (_points(offset.get(name)) for name in ("x", "y"))
    width, height = (_points(size.get(name)) for name in ("cx", "cy"))
    return (x, y, width, height) if width > 0 and height > 0 else None


def _insets(holder: Any) -> tuple[float, ...]:
    body = holder.find(f"{P}txBody/{A}bodyPr")
    said = {} if body is None else body.attrib
    return tuple(_points(said[name]) if name in said else usual for name, usual in _INSETS.items())


def _points(said: str | None) -> float:
    """A length in EMU in pt; 0 for what is none."""
    try:
        return int(said or 0) / EMU
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
        paper = _points(size.get("cx")), _points(size.get("cy"))
        if min(paper) >= A4[0] / 2:  # else nobody can have laid out anything on it
            return paper
    size.set("cx", str(emu(A4[0])))
    size.set("cy", str(emu(A4[1])))
    return A4


def same_paper(presentation: Any, ours: Any) -> None:
    """Sets the paper of a presentation's tree that gets the notes master of `ours`, unless it lays out handouts.

    On smaller paper the words would stand outside the page.
    """
    size, wanted = presentation.find(f"{P}notesSz"), ours.find(f"{P}notesSz")
    if size is not None and wanted is not None and presentation.find(f"{P}handoutMasterIdLst") is None:
        size.attrib.update(wanted.attrib)
