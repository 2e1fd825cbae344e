"""Makes src/holdslides/fonts_data/*.py: how wide every letter is, and how pairs of letters close up.

Run it again only when a font package changes: `python tools/make_width_tables.py`. Needs fonttools and the
two font packages. The files are the same bytes every time.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

DATA = Path(__file__).resolve().parent.parent / "src" / "holdslides" / "fonts_data"

# Latin-1, Latin Extended-A, spacing marks, then dashes, quotes, bullets and signs a Danish text may hold.
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(0x218, 0x219, 0x21A, 0x21B, 0x2C6, 0x2C7, 0x2D8, 0x2D9, 0x2DA, 0x2DB, 0x2DC, 0x2DD),
    *range(0x2002, 0x200B),
    *range(0x2010, 0x2016),
    *range(0x2018, 0x2020),
    *(0x2020, 0x2021, 0x2022, 0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x20AC, 0x2122),
    *(0x2153, 0x2154, 0x215B, 0x215C, 0x215D, 0x215E, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
    *(0x2190, 0x2191, 0x2192, 0x2193, 0x2610, 0x2611, 0x2612, 0x2713, 0x2714, 0x2717),
]

Kerning = dict[tuple[str, str], int]


def main() -> None:
    """Writes both tables."""
    arimo = _package("fontpkg_arimo") / "files" / "Arimo[wght].ttf"
    source = _package("font_source_sans_pro") / "files"
    styles = {400: "Regular", 600: "Semibold", 700: "Bold", 900: "Black"}
    _write("arimo", "Arimo", {weight: _instance(arimo, weight) for weight in (400, 700)})
    _write(
        "source_sans_pro",
        "Source Sans Pro",
        {weight: TTFont(source / f"SourceSansPro-{style}.ttf") for weight, style in styles.items()},
    )


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"{name} is not installed")
    return Path(spec.submodule_search_locations[0])


def _instance(path: Path, weight: int) -> TTFont:
    """One weight of the variable font, widths and kerning moved along: hmtx alone holds only the regular."""
    return instantiateVariableFont(TTFont(path), {"wght": weight})


def _write(file: str, name: str, fonts: dict[int, TTFont]) -> None:
    first = next(iter(fonts.values()))
    table = {
        "name": name,
        "version": first["name"].getDebugName(5).split(";")[0],
        "units": first["head"].unitsPerEm,
        "weights": {str(weight): _weight(font) for weight, font in fonts.items()},
    }
    DATA.mkdir(exist_ok=True)
    doc = f'"""How wide the letters of {name} are: made by tools/make_width_tables.py, not edited by hand."""'
    text = f"{doc}\n\nfrom typing import Any\n\nTABLE: dict[str, Any] = {table!r}\n"
    (DATA / f"{file}.py").write_text(text, encoding="utf-8", newline="\n")


def _weight(font: TTFont) -> dict[str, Any]:
    glyphs = {chr(c): font.getBestCmap()[c] for c in LETTERS if c in font.getBestCmap()}
    kerning = _kerning(font, glyphs)
    left, rows = _classes(kerning, glyphs, 0)
    right, columns = _classes(kerning, glyphs, 1)
    pairs = {
        (a, b): value
        for a, firsts in enumerate(left)
        for b, seconds in enumerate(right)
        if (value := kerning.get((firsts[0], seconds[0]), 0))
    }
    assert rows == columns == len(kerning)
    return {
        "letters": {letter: font["hmtx"][glyph][0] for letter, glyph in glyphs.items()},
        "left": _class_of(left),
        "right": _class_of(right),
        "kerning": pairs,
    }


def _class_of(classes: list[str]) -> dict[str, int]:
    return {letter: number for number, some in enumerate(classes) for letter in some}


def _classes(kerning: Kerning, glyphs: dict[str, str], side: int) -> tuple[list[str], int]:
    """Letters that kern alike on that side, as one string per class, and how many pairs they stand for."""
    partners: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for pair, value in kerning.items():
        partners[pair[side]][pair[1 - side]] = value
    alike: defaultdict[tuple[tuple[str, int], ...], str] = defaultdict(str)
    for letter in glyphs:
        if letter in partners:
            alike[tuple(sorted(partners[letter].items()))] += letter
    return list(alike.values()), sum(len(key) * len(letters) for key, letters in alike.items())


def _kerning(font: TTFont, glyphs: dict[str, str]) -> Kerning:
    """Every pair of letters the font moves, in font units, as a shaper finds it in GPOS."""
    lookups = list(_kern_lookups(font))
    pairs: Kerning = {}
    for a, first in glyphs.items():
        ours = [[t for t in subtables if first in t.Coverage.glyphs] for subtables in lookups]
        if not any(ours):
            continue
        for b, second in glyphs.items():
            value = sum(_pair_value(subtables, first, second) for subtables in ours)
            if value:
                pairs[a, b] = value
    return pairs


def _kern_lookups(font: TTFont) -> Iterator[list[Any]]:
    """The pair subtables of every lookup that the kern feature of Latin text uses, in order."""
    gpos = font["GPOS"].table
    script = next(s.Script for s in gpos.ScriptList.ScriptRecord if s.ScriptTag == "latn")
    features = [gpos.FeatureList.FeatureRecord[i] for i in script.DefaultLangSys.FeatureIndex]
    indices = sorted({i for f in features if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex})
    for index in indices:
        subtables = gpos.LookupList.Lookup[index].SubTable
        opened = [getattr(s, "ExtSubTable", s) for s in subtables]
        if any(not hasattr(s, "ValueFormat1") for s in opened):
            raise ValueError("kerning by something else than pairs")
        yield opened


def _pair_value(subtables: list[Any], first: str, second: str) -> int:
    """The first subtable that knows the pair decides; `first` is covered by all of them."""
    for table in subtables:
        if table.Format == 1:
            at = table.Coverage.glyphs.index(first)
            for record in table.PairSet[at].PairValueRecord:
                if record.SecondGlyph == second:
                    return _advance(record.Value1)
        else:
            row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)]
            return _advance(row.Class2Record[table.ClassDef2.classDefs.get(second, 0)].Value1)
    return 0


def _advance(value: Any) -> int:
    return getattr(value, "XAdvance", 0) or 0 if value is not None else 0


if __name__ == "__main__":
    main()
