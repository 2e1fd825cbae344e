"""Writes docs/figurer.md and its picture from the figures. A test fails when the page is out of date.

The picture wants Pillow, which the tests bring: python tools/make_figure_guide.py
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, Field, is_dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, get_type_hints

from holdslides.figures import Area, Figure, figure_ids, load_figure
from holdslides.keys import danish_keys

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE, PICTURE = DOCS / "figurer.md", DOCS / "billeder" / "figurer.png"
COLUMNS, SCALE, GAP, NAME_ROOM = 7, 0.3, 10, 22  # pt
COLOURS = 128
HEAD = """# Figurer

Denne side er lavet ud fra figurerne selv med `python tools/make_figure_guide.py`. Ret ikke i den.

Skriv figurens id efter `figur:` på et slide, en plakat eller et ark. Under `værdier:` kan du skrive det, der skal være
anderledes end her. Det, du ikke skriver, bliver som på billedet.

    figur: kop
    værdier: {haner: ["arbejde", "søvn"], fyldt: 0.6, loeber_over: nej}

![Alle figurerne](billeder/figurer.png)

Personerne hedder amina, birthe, grace, inger, kaj, li, lone, mette, poul og samir.
"""


def guide() -> str:
    """The page: every figure with its values, what they mean and what they are when nothing is written."""
    return HEAD + "".join(_about(load_figure(id_)) for id_ in figure_ids())


def _about(figure: Figure) -> str:
    rows = list(_rows(figure.values))
    table = (
        "| nøgle | hvad det er | ellers |\n|---|---|---|\n" + "".join(rows) if rows else "Ingen værdier.\n"
    )
    return f"\n## {figure.id}\n\n{figure.name}.\n\n{table}"


def _rows(values: type, within: str = "") -> Iterator[str]:
    hints = get_type_hints(values)
    for name, field in danish_keys(values).items():
        kind = hints[field.name]
        doc = str(field.metadata.get("doc", "")).rstrip(".").replace("|", "\\|")
        yield f"| `{within}{name}` | {doc} | {_usual(field)} |\n"
        if isinstance(kind, type) and is_dataclass(kind):
            yield from _rows(kind, f"{within}{name}: ")


def _usual(field: Field[Any]) -> str:
    if field.default is MISSING:
        return ""
    return f"`{_written(field.default)}`".replace("|", "\\|") if field.default not in ("", ()) else "tom"


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    return str(value)


def picture() -> bytes:
    """All figures beside each other, each with its id (PNG)."""
    from PIL import Image

    from holdslides.folders import Folders
    from holdslides.print_file.compiler import compile_pages
    from holdslides.print_file.page import Page, Style, document
    from holdslides.theme import load_theme

    theme, area = load_theme(Folders()), Area(560, 540)
    wide, high = area.width * SCALE + GAP, area.height * SCALE + GAP + NAME_ROOM
    rows = -(-len(figure_ids()) // COLUMNS)
    page = Page(COLUMNS * wide + GAP, rows * high + GAP, theme, "sand0")
    for n, id_ in enumerate(figure_ids()):
        figure = load_figure(id_)
        x, y = GAP + n % COLUMNS * wide, GAP + n // COLUMNS * high
        page.figure(figure.draw(figure.values(), area), x, y, SCALE, theme.deck_font)
        page.words(x, y + area.height * SCALE + 14, (id_,), Style(12, 600), wide)
    (png,) = compile_pages(document([page], "Figurer"), "png", ppi=84)
    small = BytesIO()
    Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        small, "PNG", optimize=True
    )
    return small.getvalue()


if __name__ == "__main__":
    PAGE.write_text(guide(), encoding="utf-8")
    PICTURE.write_bytes(picture())
