"""Colours, fonts and boxes: layouts/theme.yaml and layouts/slides.yaml, with the clinic's changes. Lengths in pt."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from holdslides.drawing import Colour, Mix
from holdslides.folders import Folders, Found
from holdslides.records import dataclass, field, replace
from holdslides.yaml_file import read_yaml


@dataclass(frozen=True, slots=True)
class Theme:
    """The palette (token to #RRGGBB), PowerPoint's theme slots (slot to token), fonts and the clinic's logo.

    `label_font` is that of words in pictures, `card_font` that of words on cards of ours, where they are not
    the deck's.
    """

    palette: dict[str, str]
    brand: tuple[str, ...]
    slots: dict[str, str]
    deck_font: str
    print_font: str
    text_pairs: tuple[tuple[str, str], ...]
    graphic_pairs: tuple[tuple[str, str], ...]
    logo: Path | None = None
    label_font: str = ""
    card_font: str = ""
    _mixed: dict[Mix, str] = field(default_factory=dict, compare=False)

    @property
    def picture_font(self) -> str:
        """The font of words in pictures and badges."""
        return self.label_font or self.deck_font

    def font_for(self, box: Box) -> str:
        """The font of the words in a box; on a clinic's template what has a colour of ours is on a card."""
        return self.card_font if self.card_font and box.colour else self.deck_font

    def hex(self, colour: Colour) -> str:
        """A token or mixture as #RRGGBB. Raises KeyError for a token the palette does not have."""
        if isinstance(colour, str):
            return self.palette[colour]
        known = self._mixed.get(colour)
        if known is None:
            known = self._mixed[colour] = _mix(
                self.hex(colour.base), self.palette[colour.other], colour.share
            )
        return known


def _mix(base: str, other: str, share: float) -> str:
    pairs = zip(_rgb(base), _rgb(other), strict=True)
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02X}" for a, b in pairs)


def _rgb(hex_: str) -> tuple[int, int, int]:
    return int(hex_[1:3], 16), int(hex_[3:5], 16), int(hex_[5:7], 16)


def contrast(a: str, b: str) -> float:
    """The WCAG 2.2 contrast ratio of two #RRGGBB colours (1-21)."""
    la, lb = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (la + 0.05) / (lb + 0.05)


def _luminance(hex_: str) -> float:
    linear = [c / 12.92 if (c := v / 255) <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for v in _rgb(hex_)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a layout. `sizes` are the font sizes it may take, largest first; `below` names the box it follows."""

    name: str
    x: float
    y: float
    width: float
    height: float
    sizes: tuple[float, ...] = ()
    lines: int = 1
    bold: bool = False
    leading: float = 1.0
    anchor: str = "top"
    colour: str = ""
    below: str = ""
    gap: float = 0


@dataclass(frozen=True, slots=True)
class Panel:
    """A plain coloured rectangle that belongs to a layout."""

    x: float
    y: float
    width: float
    height: float
    colour: str = "sand0"


@dataclass(frozen=True, slots=True)
class NumberDisc:
    """The numbered disc before a summary point: its top left corner and its diameter."""

    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A slide layout: its Danish name, ground and text colour, its boxes and fixed shapes."""

    id: str
    name: str
    ground: str
    text: str
    boxes: dict[str, Box]
    has_footer: bool = True
    panels: tuple[Panel, ...] = ()
    numbers: tuple[NumberDisc, ...] = ()
    bar: Panel | None = None
    bubble: Panel | None = None


@dataclass(frozen=True, slots=True)
class Layouts:
    """All slide layouts and what they share."""

    width: float
    height: float
    footer_number: Box
    footer_text: Box
    by_id: dict[str, Layout]


def load_theme(folders: Folders, changes: dict[str, Any] | None = None) -> Theme:
    """The built-in theme with a clinic's checked `changes` on top: fields of `Theme` by name."""
    theme = _built_in_theme(folders.layouts)
    return replace(theme, **changes, _mixed={}) if changes else theme


@lru_cache(maxsize=2)
def _built_in_theme(folder: Path) -> Theme:
    data = _read(folder / "theme.yaml")
    return Theme(
        palette=dict(data["palette"]),
        brand=tuple(data["brand"]),
        slots=dict(data["theme_slots"]),
        deck_font=data["fonts"]["deck"],
        print_font=data["fonts"]["print"],
        text_pairs=tuple((a, b) for a, b in data["text_pairs"]),
        graphic_pairs=tuple((a, b) for a, b in data["graphic_pairs"]),
    )


def load_layouts(folders: Folders) -> Layouts:
    """The boxes of every layout."""
    return _layouts(folders.layouts)


@lru_cache(maxsize=2)
def _layouts(folder: Path) -> Layouts:
    data = _read(folder / "slides.yaml")
    return Layouts(
        width=data["slide"]["width"],
        height=data["slide"]["height"],
        footer_number=_box("number", {**data["footer"]["number"], "lines": 1}),
        footer_text=_box("footer", {**data["footer"]["text"], "lines": 1}),
        by_id={id_: _layout(id_, entry) for id_, entry in data["layouts"].items()},
    )


def _layout(id_: str, entry: dict[str, Any]) -> Layout:
    return Layout(
        id=id_,
        name=entry["name"],
        ground=entry["ground"],
        text=entry["text"],
        boxes={name: _box(name, box) for name, box in entry["boxes"].items()},
        has_footer=entry.get("footer") != "none",
        panels=tuple(Panel(**panel) for panel in entry.get("panels", ())),
        numbers=tuple(NumberDisc(**disc) for disc in entry.get("numbers", ())),
        bar=Panel(**entry["bar"]) if "bar" in entry else None,
        bubble=Panel(**entry["bubble"]) if "bubble" in entry else None,
    )


def _box(name: str, entry: dict[str, Any]) -> Box:
    entry = dict(entry)
    size = entry.pop("size", None)
    sizes = (size,) if size else tuple(entry.pop("sizes", ()))
    return Box(name=name, sizes=sizes, **entry)


def _read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(Found(path, f"layouts/{path.name}", False)).data
    return data
