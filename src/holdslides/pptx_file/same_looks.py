"""Whether two looks of a text, two colours or two lines are one, within what programs do to them.

What is not said is inherited; a program may write it out, and colours by name as what they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from holdslides.pptx_file.colours import transformed
from holdslides.pptx_file.formatting import Props
from holdslides.records import dataclass, field

NEAR = 20  # tenths of a millimetre that are no move
_SIZE_NEAR = 25  # hundredths of a pt
_COLOUR_NEAR = 4  # of 255 per channel
_STROKE_NEAR = 1  # tenths of a pt
_SPACE_NEAR = 1.5  # percent or pt
_DEFAULTS: Props = {"b": False, "i": False, "u": False, "strike": False, "caps": False, "raised": 0}
_DEFAULTS |= {"align": "l", "left": 0, "first": 0, "bullet": "None", "level": 0, "sz": 1800}
_DEFAULTS |= {"line": "100%", "before": "0pt", "after": "0pt", "colour": "tx1", "font": "+mn-lt"}
_CHANGES = ("hueOff", "satMod", "lumMod", "lumOff")

Palette = Mapping[str, str]  # theme colour, and +mj-lt and +mn-lt, -> "#rrggbb" or a font


@dataclass(frozen=True, slots=True)
class Eyes:
    """How to compare: the theme then and now; `lost_tags` when inherited looks were written out since."""

    was: Palette = field(default_factory=dict)
    now: Palette = field(default_factory=dict)
    lost_tags: bool = False


def same_runs(was: list[Any], now: list[Any], inherited: Props, eyes: Eyes) -> bool:
    """Letter by letter the same look: programs cut runs where they like."""
    if was == now:
        return True
    ends = [0, 0]
    runs = [list(was), list(now)]
    while runs[0] and runs[1]:
        if not same_look(runs[0][0][1], runs[1][0][1], inherited, eyes):
            return False
        reach = [ends[side] + len(runs[side][0][0]) for side in (0, 1)]
        for side in (0, 1):
            if reach[side] == min(reach):
                runs[side].pop(0)
                ends[side] = reach[side]
    return True


def same_look(was: Props, now: Props, inherited: Props, eyes: Eyes) -> bool:
    """Whether two looks are one, where `was` inherits the rest of its look."""
    if was == now:
        return True
    for key in was.keys() | now.keys():
        if eyes.lost_tags and "link" in was and _is_of_links(key, now, eyes):
            continue
        before = was.get(key, inherited.get(key, _DEFAULTS.get(key)))
        if key not in now:
            if eyes.lost_tags:
                continue
            after = inherited.get(key, _DEFAULTS.get(key))
        else:
            after = now[key]
        if key in ("before", "after") and eyes.lost_tags:
            size = int(inherited.get("sz") or 1800) / 100
            before, after = _in_points(str(before), size), _in_points(str(after), size)
        if not _same_value(key, before, after, eyes):
            return False
    return True


def _is_of_links(key: str, now: Props, eyes: Eyes) -> bool:
    """Whether this is how LibreOffice writes every link out."""
    return key == "u" or (key == "colour" and same_colour("hlink", str(now.get("colour", "")), eyes))


def _same_value(key: str, was: Any, now: Any, eyes: Eyes) -> bool:
    if was == now:
        return True
    if was is None or now is None:
        return False
    match key:
        case "sz":
            return bool(abs(was - now) <= _SIZE_NEAR)
        case "left" | "first":
            return bool(abs(was - now) <= NEAR)
        case "colour" | "mark":
            return same_colour(was, now, eyes)
        case "font":
            return _font(now, eyes.now) in (_font(was, eyes.was), _font(was, eyes.now))
        case "line" | "before" | "after":
            return _same_space(str(was), str(now))
        case _:
            return False


def _font(name: str, palette: Palette) -> str:
    return palette.get(name, name).casefold()


def _in_points(said: str, size: float) -> str:
    """A space between paragraphs as LibreOffice writes it: a percentage is of the font's size (pt)."""
    return f"{float(said[:-1]) * size / 100}pt" if said.endswith("%") else said


def _same_space(was: str, now: str) -> bool:
    """Spacing as "100%" or "6pt"; none is none in either unit."""
    amounts = [float(said.rstrip("%pt")) for said in (was, now)]
    same_unit = was.endswith("%") == now.endswith("%")
    return abs(amounts[0] - amounts[1]) <= _SPACE_NEAR if same_unit else amounts == [0, 0]


# ---- colours ----------------------------------------------------------------------------------------------
def same_fill(was: str | None, now: str | None, eyes: Eyes) -> bool:
    """Whether two fills are one; None is not said."""
    if now is None and eyes.lost_tags:
        return True
    return same_colour(was or "none", now or "none", eyes)


def same_line(was: str | None, now: str | None, eyes: Eyes) -> bool:
    """Whether two outlines are one; None is not said."""
    one, other = was or "none", now or "none"
    if one == other or (now is None and eyes.lost_tags):
        return True
    (width, _, ink), (new_width, _, new_ink) = one.partition(" "), other.partition(" ")
    if not (ink and new_ink):
        return False
    return abs(int(width) - int(new_width)) <= _STROKE_NEAR and same_colour(ink, new_ink, eyes)


def same_colour(was: str, now: str, eyes: Eyes) -> bool:
    """Whether two colours are one, written as they may be: by the theme's name then, or as what it is."""
    if was == now:
        return True
    new = _rgb(now, eyes.now)
    return new is not None and any(
        old is not None and max(abs(a - b) for a, b in zip(old, new, strict=True)) <= _COLOUR_NEAR
        for old in (_rgb(was, eyes.was), _rgb(was, eyes.now))
    )


def _rgb(colour: str, palette: Palette) -> tuple[int, int, int] | None:
    base, *changes = colour.split("/")
    base = palette.get(base, base)
    if len(base) != 7 or not base.startswith("#"):
        return None
    steps = []
    for change in changes:
        name = change.rstrip("-0123456789")
        if name not in _CHANGES:
            return None
        steps.append((name, int(change[len(name) :])))
    return transformed(base, tuple(steps))
