"""Makes the pictures in docs/billeder anew, from what the product makes. Look at them afterwards.

Wants Pillow, which the tests bring, and for noter LibreOffice and poppler: python tools/make_pictures.py [NAME …].
The pictures of the local page are taken by hand; figurer.png is made by make_figure_guide.py.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from holdslides.compose_run_sheet import compose_run_sheet
from holdslides.make import Checked, Workshop, checked_decks
from holdslides.make_kit import take_home
from holdslides.make_pages import preview
from holdslides.make_paper import PosterRequest, poster_pages
from holdslides.make_sheets import composed, sheet_pages
from holdslides.pptx_file.write import write_deck
from holdslides.print_file.compiler import compile_pages
from holdslides.print_file.page import Page, document
from holdslides.print_file.run_sheet import lay_out_run_sheet
from holdslides.request import Request

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "billeder"
GROUND, GAP, COLOURS = "#DEC8A2", 8, 255
SHEETS = ("min_start", "min_kop", "min_trappe", "dagbog", "mytekort", "mit_maal")
CONDITION = "laenderyg"


def deck(request: Request, columns: int, width: int) -> bytes:
    """All slides of the request's first deck."""
    checked = checked_decks(Workshop.open(None), request)
    slides = range(sum(1 for _ in checked.decks[0].slides))
    return beside((preview(checked.decks[0], n, checked, ppi=60) for n in slides), columns, width)


def posters() -> bytes:
    """Every poster there is."""
    shop = Workshop.open(None)
    request = PosterRequest(shop.library.folders.ids("posters"))
    return beside((drawn([page], 30) for _, page in poster_pages(shop, request)), 6, 241)


def sheets() -> bytes:
    """Worksheets, a run sheet and the page to take home."""
    shop = Workshop.open(None)
    checked: Checked = checked_decks(shop, Request(CONDITION, session=1))
    first, theme = checked.decks[0], checked.theme
    made = [pages for _, pages in sheet_pages(composed(shop, SHEETS, CONDITION), theme, large=False)]
    run_sheet, _ = lay_out_run_sheet(compose_run_sheet(first, shop.library), theme)
    made[5:5] = [run_sheet, take_home(shop, first, theme)[1]]
    return beside((drawn(pages[:1], 60) for pages in made), 4, 340)


def notes(request: Request, slide: int) -> bytes:
    """The printed page of notes under one slide of the request's first deck."""
    checked = checked_decks(Workshop.open(None), request)
    wanted = "".join(f',"{key}":{{"type":"boolean","value":"true"}}' for key in _NOTES_ONLY)[1:]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.pptx"
        path.write_bytes(write_deck(checked.decks[0], checked.layouts, checked.theme))
        command = ["soffice", f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to"]
        command += [f"pdf:impress_pdf_Export:{{{wanted}}}", "--outdir", folder, str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        page = ["pdftoppm", "-png", "-r", "110", "-f", str(slide), "-l", str(slide), f"{folder}/deck.pdf"]
        return subprocess.run(page, check=True, capture_output=True, timeout=60).stdout


_NOTES_ONLY = ("ExportNotesPages", "ExportOnlyNotesPages")


def drawn(pages: Sequence[Page], ppi: float) -> bytes:
    """The first of the pages (PNG)."""
    return compile_pages(document(list(pages), "Billede"), "png", ppi=ppi)[0]


def beside(pictures: Iterable[bytes], columns: int, width: int) -> bytes:
    """Pictures (PNG) beside and below each other, each `width` points wide."""
    shown = [Image.open(BytesIO(picture)).convert("RGB") for picture in pictures]
    shown = [p.resize((width, p.height * width // p.width), Image.Resampling.LANCZOS) for p in shown]
    high, rows = max(p.height for p in shown), -(-len(shown) // columns)
    sheet = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (high + GAP) + GAP), GROUND)
    for n, picture in enumerate(shown):
        sheet.paste(picture, (GAP + n % columns * (width + GAP), GAP + n // columns * (high + GAP)))
    small = BytesIO()
    sheet.quantize(COLOURS, kmeans=4, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


PICTURES: dict[str, Callable[[], bytes]] = {
    "laenderyg-1": lambda: deck(Request(CONDITION, session=1), 5, 300),
    "laenderyg-2": lambda: deck(Request(CONDITION, session=2), 5, 300),
    "artrose": lambda: deck(Request("artrose", session=1), 6, 240),
    "nerverod": lambda: deck(Request("nerverod", level="laend"), 6, 240),
    "spinalstenose": lambda: deck(Request("spinalstenose"), 6, 240),
    "noter": lambda: beside([notes(Request(CONDITION, session=1), 5)], 1, 680),
    "plakater": posters,
    "ark": sheets,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or PICTURES:
        (FOLDER / f"{name}.png").write_bytes(PICTURES[name]())
