"""Palette colours as PowerPoint theme colours, so that changing the theme's colours changes every picture.

A token that is a theme slot is written as that slot. Any other token of a family (petrol8, coral3 …), and any
mixture that starts from one, is written as the family's slot moved in hue, saturation and lightness until it
is exactly the palette's colour. Skin, hair and paper are nobody's theme and stay literal.
"""

from __future__ import annotations

import colorsys

from holdslides.drawing import Colour, Mix
from holdslides.theme import Theme

RGB = tuple[int, int, int]
HSL = tuple[float, float, float]  # hue in degrees, saturation and lightness 0-1

TOLERANCE = 2  # of 255 per channel: further off than this a colour is written literally instead

_FAMILY_SLOT = {
    "ink": "dk1",
    "petrol": "accent1",
    "water": "accent1",
    "sand": "lt2",
    "coral": "accent2",
    "amber": "accent3",
    "leaf": "accent4",
    "wood": "accent6",
}
_SCHEME_NAME = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_SLOT_ORDER = ("dk1", "lt1", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


class ColourBook:
    """Colours as XML, each worked out once.

    `literal` writes every colour as it is: on a clinic's own template the theme's slots are not ours.
    """

    def __init__(self, theme: Theme, *, literal: bool = False) -> None:
        self.theme, self.literal = theme, literal
        self._slot_of = {theme.slots[slot]: slot for slot in reversed(_SLOT_ORDER)}
        self._xml: dict[Colour, str] = {}
        self._fill: dict[Colour | None, str] = {None: "<a:noFill/>"}

    def xml(self, colour: Colour) -> str:
        """The colour as `a:schemeClr` or `a:srgbClr`. Raises KeyError for an unknown token."""
        known = self._xml.get(colour)
        if known is None:
            known = self._xml[colour] = self._work_out(colour)
        return known

    def fill(self, colour: Colour | None) -> str:
        """The colour as a solid fill; None is no fill."""
        known = self._fill.get(colour)
        if known is None:
            assert colour is not None
            known = self._fill[colour] = f"<a:solidFill>{self.xml(colour)}</a:solidFill>"
        return known

    def _work_out(self, colour: Colour) -> str:
        wanted = self.theme.hex(colour)
        token = _base_token(colour)
        slot = self._slot_of.get(token) or _FAMILY_SLOT.get(token.rstrip("0123456789"))
        if slot is None or self.literal:
            return f'<a:srgbClr val="{wanted[1:]}"/>'
        base = self.theme.palette[self.theme.slots[slot]]
        steps = _steps(base, wanted)
        if _distance(transformed(base, steps), _rgb(wanted)) > TOLERANCE:
            return f'<a:srgbClr val="{wanted[1:]}"/>'
        name = _SCHEME_NAME.get(slot, slot)
        inner = "".join(f'<a:{step} val="{value}"/>' for step, value in steps)
        return f'<a:schemeClr val="{name}">{inner}</a:schemeClr>' if inner else f'<a:schemeClr val="{name}"/>'


def _base_token(colour: Colour) -> str:
    while isinstance(colour, Mix):
        colour = colour.base
    return colour


def _steps(base: str, wanted: str) -> tuple[tuple[str, int], ...]:
    """What turns `base` into `wanted`: hue in 1/60000 degree, the rest in 1/1000 percent.

    A lighter tone keeps its share of the way to white and a darker one its share of the way to black, so the
    steps stay sensible when the base is changed to another colour.
    """
    (h0, s0, l0), (h1, s1, l1) = hsl(_rgb(base)), hsl(_rgb(wanted))
    steps: list[tuple[str, int]] = []
    if s1 and s0:
        steps.append(("hueOff", round((h1 - h0) * 60000)))
    steps.append(("satMod", round(s1 / s0 * 100_000) if s0 else 100_000))
    if l1 > l0:
        kept = (1 - l1) / (1 - l0)
        steps += [("lumMod", round(kept * 100_000)), ("lumOff", 100_000 - round(kept * 100_000))]
    else:
        steps.append(("lumMod", round(l1 / l0 * 100_000) if l0 else 100_000))
    idle = {"hueOff": 0, "satMod": 100_000, "lumMod": 100_000, "lumOff": 0}
    return tuple((step, value) for step, value in steps if value != idle[step])


def transformed(base: str, steps: tuple[tuple[str, int], ...]) -> RGB:
    """The colour PowerPoint and LibreOffice make of `base` (#RRGGBB), the steps taken in order."""
    hue, saturation, lightness = hsl(_rgb(base))
    for step, value in steps:
        match step:
            case "hueOff":
                hue = (hue + value / 60000) % 360
            case "satMod":
                saturation = min(1.0, saturation * value / 100_000)
            case "lumMod":
                lightness = min(1.0, lightness * value / 100_000)
            case "lumOff":
                lightness = min(1.0, lightness + value / 100_000)
            case _:
                raise ValueError(step)
    red, green, blue = colorsys.hls_to_rgb(hue / 360, lightness, saturation)
    return round(red * 255), round(green * 255), round(blue * 255)


def hsl(rgb: RGB) -> HSL:
    """Hue (degrees), saturation and lightness (0-1) of a colour."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in rgb))
    return hue * 360, saturation, lightness


def _rgb(hex_: str) -> RGB:
    return int(hex_[1:3], 16), int(hex_[3:5], 16), int(hex_[5:7], 16)


def _distance(a: RGB, b: RGB) -> int:
    return max(abs(x - y) for x, y in zip(a, b, strict=True))
