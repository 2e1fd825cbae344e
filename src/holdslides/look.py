"""The clinic's look: its colour and logo on the built-in theme, and whether everything can still be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from holdslides.folders import Folders
from holdslides.keys import danish_key
from holdslides.models_clinic import Colours
from holdslides.problems import PlaceOf, Problem
from holdslides.records import fields
from holdslides.theme import Theme, load_theme

if TYPE_CHECKING:
    from holdslides.brand import Clash
    from holdslides.clinic import Clinic

_HEX = re.compile(r"#[0-9A-Fa-f]{6}\Z")
_HOW = 'skriv den som "#1B5D67", med anførselstegn'
_DANISH = {
    "sand": "sandfarven",
    "amber": "den gule",
    "coral": "den røde",
    "leaf": "den grønne",
    "water": "vandet",
}


def clinic_theme(folders: Folders, clinic: Clinic) -> Theme:
    """The theme in the clinic's colours and with its logo; the built-in one where it has none of its own.

    The clinic's colours are checked when it is loaded, by `colour_problems`.
    """
    theme = load_theme(folders)
    changes: dict[str, object] = {}
    if clinic.colour or fixed_steps(clinic.colours):
        changes["palette"] = _palette(theme, clinic)
    if clinic.logo:
        changes["logo"] = Path(clinic.logo)
    return load_theme(folders, changes) if changes else theme


def fixed_steps(colours: Colours) -> dict[str, str]:
    """The steps of the brand ramp that are set by hand, as #RRGGBB in capitals."""
    return {f.name: value.upper() for f in fields(colours) if (value := getattr(colours, f.name))}


def _palette(theme: Theme, clinic: Clinic) -> dict[str, str]:
    from holdslides.brand import ramp

    palette = ramp(theme, clinic.colour) if clinic.colour else dict(theme.palette)
    return {**palette, **fixed_steps(clinic.colours)}


def colour_problems(folders: Folders, clinic: Clinic, at: PlaceOf) -> Iterator[Problem]:
    """Colours that are none, and colours that cannot be read, each with the nearest that can."""
    written: dict[tuple[str, ...], str] = {("farve",): clinic.colour} if clinic.colour else {}
    for field in fields(clinic.colours):
        if value := getattr(clinic.colours, field.name):
            written["farver", danish_key(field)] = value
    unreadable = [path for path, value in written.items() if not _HEX.match(value)]
    for path in unreadable:
        yield Problem(f'"{path[-1]}" kan ikke læses', at(*path), _HOW)
    if written and not unreadable:
        yield from _clashing(load_theme(folders), clinic, at)


def _clashing(theme: Theme, clinic: Clinic, at: PlaceOf) -> Iterator[Problem]:
    from holdslides.brand import clashes, nearest_step

    palette, fixed = _palette(theme, clinic), fixed_steps(clinic.colours)
    keys = {field.name: danish_key(field) for field in fields(clinic.colours)}
    said: set[str] = set()
    for clash in sorted(clashes(theme, palette), key=lambda clash: clash.ratio / clash.least):
        step = next((token for token in (clash.shape, clash.ground) if token in fixed), clash.ground)
        if step in said:
            continue
        said.add(step)
        better = nearest_step(theme, palette, step)
        hint = f'den nærmeste, der kan bruges, er "{better}"' if better else "ret også de andre farver"
        path = ("farver", keys[step]) if step in fixed else ("farve",)
        message = f'"{path[-1]}": farven {palette[step]} kan ikke bruges, for {_said(clash, step, keys)}'
        yield Problem(message, at(*path), hint)


def _said(clash: Clash, step: str, keys: dict[str, str]) -> str:
    other = clash.ground if step == clash.shape else clash.shape
    name = f'"{keys[other]}"' if other in keys else _DANISH.get(other.rstrip("0123456789"), other)
    what = "tekst" if clash.least > 4 else "former"
    ratio = f"{clash.ratio:.1f}".replace(".", ",")
    least = f"{clash.least:g}".replace(".", ",")
    return f"{what} mod {name} har kontrasten {ratio}, og der skal {least} til"
