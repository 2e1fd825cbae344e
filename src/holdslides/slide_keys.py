"""Which keys a slide of each layout must have, and which it can show."""

from __future__ import annotations

from collections.abc import Iterator

from holdslides.keys import danish_keys
from holdslides.models_module import SlideEntry, SlideLayout

SUMMARY_POINTS = 3  # the summary layout has three pictures
MOST_SIGNS = 3

_L = SlideLayout
_NEEDS: dict[SlideLayout, tuple[str, ...]] = {
    _L.SIDE: ("figur",),
    _L.WIDE: ("figur",),
    _L.QUESTION: ("spørgsmål", "aktivitet"),
    _L.EXERCISE: ("aktivitet",),
    _L.COLUMNS: ("venstre", "højre"),
    _L.TABLE: ("tabel",),
    _L.SUMMARY: ("punkter",),
    _L.SAFETY: ("sikkerhed",),
}
_TAKES: dict[SlideLayout, tuple[str, ...]] = {
    _L.TITLE: ("undertitel", "figur"),
    _L.SECTION: ("nummer", "figur"),
    _L.STATEMENT: ("tekst",),
    _L.SIDE: ("tekst", "figur"),
    _L.WIDE: ("tekst", "figur"),
    _L.QUESTION: ("spørgsmål", "figur"),
    _L.EXERCISE: ("tekst", "figur"),
    _L.COLUMNS: ("venstre", "højre"),
    _L.TABLE: ("tabel",),
    _L.SUMMARY: ("punkter", "figur"),
    _L.SAFETY: ("figur",),
}
_CONTENT = tuple(dict.fromkeys(key for keys in _TAKES.values() for key in keys))
_FIELD = {key: field.name for key, field in danish_keys(SlideEntry).items()}


def misfits(entry: SlideEntry) -> Iterator[tuple[str, str, str]]:
    """(key, what is wrong, hint), in Danish, for every key a slide lacks or its layout would not show."""
    layout = entry.layout
    needs = _NEEDS.get(layout, ()) if entry.safety else ("overskrift", *_NEEDS.get(layout, ()))
    for key in needs:
        if not getattr(entry, _FIELD[key]):
            yield key, f"opsætningen {layout} skal have {key}", "skriv den, eller vælg en anden opsætning"
    for key in _CONTENT:
        if getattr(entry, _FIELD[key]) and key not in _TAKES[layout]:
            yield key, f"opsætningen {layout} viser ikke {key}", "flyt teksten, eller vælg en anden opsætning"
    if layout is SlideLayout.SUMMARY and entry.points and len(entry.points) != SUMMARY_POINTS:
        yield "punkter", f"opsamlingen har {len(entry.points)} punkter", f"skriv netop {SUMMARY_POINTS}"
