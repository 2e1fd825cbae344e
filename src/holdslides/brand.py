"""A clinic's colour as a brand ramp: our steps keep their lightness and take the clinic's hue.

The maths is OKLCH (lightness 0-1, chroma 0-0.4, hue in radians), where a step of lightness looks as large in
blue as in yellow. Every pair of theme.yaml is checked: text 4.5:1 or more, graphics 3:1 or more.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from holdslides.records import dataclass
from holdslides.theme import Theme, contrast

TEXT_LEAST, GRAPHIC_LEAST = 4.5, 3.0

_LIVELIER, _AS_CLINICS = 1.25, 1.1  # a step's chroma at most: times ours, and times the clinic's
_QUIETEST = 0.02  # chroma that every step may have
_GREY = 0.012  # below this a colour has no hue to speak of, and gets a hint of ours
_AS_OURS = 0.97  # of our own ratio is what the ramp aims at, well above what it must have
_STEP = 0.004  # of lightness
_ROUNDS = 120
_WHITE_ENOUGH = 1e-4

Oklch = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two palette tokens too alike to be told apart: their contrast ratio and the least allowed."""

    shape: str
    ground: str
    ratio: float
    least: float


def oklch(hex_: str) -> Oklch:
    """#RRGGBB as lightness, chroma and hue."""
    red, green, blue = (_linear(int(hex_[i : i + 2], 16) / 255) for i in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def to_hex(lightness: float, chroma: float, hue: float) -> str:
    """The colour as #RRGGBB, with as much of its chroma as a screen can show."""
    lightness = min(1.0, max(0.0, lightness))
    while True:
        channels = _channels(lightness, max(chroma, 0.0), hue)
        if chroma <= 0 or all(-_WHITE_ENOUGH <= c <= 1 + _WHITE_ENOUGH for c in channels):
            return "#" + "".join(f"{round(_gamma(min(1.0, max(0.0, c))) * 255):02X}" for c in channels)
        chroma -= _STEP


def _channels(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    return 12.92 * channel if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


# ---- the ramp ---------------------------------------------------------------------------------------------
def ramp(theme: Theme, colour: str) -> dict[str, str]:
    """The palette with the brand's steps in the hue of `colour` (#RRGGBB); nothing else moves.

    Whether every pair holds is for `clashes` to say.
    """
    _, clinics, hue = oklch(colour)
    palette = dict(theme.palette)
    for step in theme.brand:
        lightness, ours, our_hue = oklch(theme.palette[step])
        chroma = min(max(ours * _LIVELIER, _QUIETEST), max(clinics * _AS_CLINICS, _GREY))
        palette[step] = to_hex(lightness, chroma, hue if clinics > _GREY else our_hue)
    for _ in range(_ROUNDS):
        if not _nudge(palette, theme):
            break
    return palette


def _nudge(palette: dict[str, str], theme: Theme) -> bool:
    """Moves the brand's side of every pair that falls short a little apart; whether any did."""
    moved = False
    for shape, ground, least in _pairs(theme):
        step, other = (shape, ground) if shape in theme.brand else (ground, shape)
        ours = contrast(theme.palette[shape], theme.palette[ground])
        if step not in theme.brand or contrast(palette[shape], palette[ground]) >= max(
            least, ours * _AS_OURS
        ):
            continue
        lightness, chroma, hue = oklch(palette[step])
        darker = oklch(palette[other])[0] > lightness
        palette[step] = to_hex(lightness - _STEP if darker else lightness + _STEP, chroma, hue)
        moved = True
    return moved


def _pairs(theme: Theme) -> Iterator[tuple[str, str, float]]:
    for shape, ground in theme.text_pairs:
        yield shape, ground, TEXT_LEAST
    for shape, ground in theme.graphic_pairs:
        yield shape, ground, GRAPHIC_LEAST


def clashes(theme: Theme, palette: Mapping[str, str], tokens: Iterable[str] = ()) -> list[Clash]:
    """The pairs of theme.yaml that do not hold in the palette; only those with one of `tokens`, if given."""
    only = frozenset(tokens)
    found = (
        Clash(shape, ground, contrast(palette[shape], palette[ground]), least)
        for shape, ground, least in _pairs(theme)
        if not only or only & {shape, ground}
    )
    return [clash for clash in found if clash.ratio < clash.least]


def readable_on(colour: str, ground: str, least: float = TEXT_LEAST) -> str:
    """The colour nearest to `colour`, in its hue, with that contrast to `ground`."""
    lightness, chroma, hue = oklch(colour)
    for distance in range(round(1 / _STEP) + 1):
        for signed in (distance, -distance):
            tried = to_hex(lightness + signed * _STEP, chroma, hue)
            if contrast(tried, ground) >= least:
                return tried
    return "#000000" if contrast("#000000", ground) >= contrast("#FFFFFF", ground) else "#FFFFFF"


def nearest_step(theme: Theme, palette: Mapping[str, str], step: str) -> str | None:
    """The colour nearest to what `step` is now that holds in all its pairs, the other tokens as they are.

    None when no colour does.
    """
    lightness, chroma, hue = oklch(palette[step])
    for share in (1.0, 0.75, 0.5, 0.25, 0.0):
        for distance in range(round(1 / _STEP) + 1):
            for signed in (distance, -distance):
                tried = to_hex(lightness + signed * _STEP, chroma * share, hue)
                if not clashes(theme, {**palette, step: tried}, (step,)):
                    return tried
    return None
