"""Is every text drawn as high as predicted? Every box of every built-in slide, predicted here and drawn by LibreOffice.

    python proof/fit.py

Prints how far apart prediction and drawing are (pt), the share of lines that end on the same word, and the
boxes whose text is drawn outside them. Baselines are read from LibreOffice's PDF;
a line reaches 0.2 x its size below its baseline.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

if TYPE_CHECKING:
    from holdslides.deck import Deck
    from holdslides.measured import Measured
    from holdslides.pages import Slide
    from holdslides.placing import PlacedBox
    from holdslides.theme import Layouts, Theme

AT_A_TIME = 60  # slides of one presentation
OVER = 1.0  # pt a text may reach out of its box: less than the space LibreOffice rounds away
BINS = (-60.0, -20.0, -5.0, -1.0, -0.5, 0.5, 1.0, 5.0, 20.0, 60.0)
Piece = tuple[float, float, str]  # x and baseline (pt on the slide), letters


@dataclass(frozen=True)
class Compared:
    """A box: predicted and drawn height, how far its first baseline is off and the text reaches out (pt), lines."""

    where: str
    predicted: float
    drawn: float
    shift: float
    lines: int
    as_predicted: int
    over: float


def distinct_slides() -> list[Slide]:
    """Every slide of every built-in deck and module, in each of its wordings once."""
    from holdslides.check.documents import Documents, Wanted
    from holdslides.clinic import Clinic
    from holdslides.deck import Deck
    from holdslides.folders import Folders
    from holdslides.library import Library
    from holdslides.pages import texts

    library = Library(Folders())
    every = Documents(library, Clinic(name="Fysioterapien Solbakken"))
    found: dict[Any, Slide] = {}
    for made in every.wanted(Wanted(library.condition_ids, library.module_ids, (), ())):
        for slide in made.document.slides if isinstance(made.document, Deck) else ():
            words = tuple(text.plain for _, text in texts(slide))
            found.setdefault((slide.id, words, repr(getattr(slide, "figure", None))), slide)
    return list(found.values())


def presentations(slides: Iterable[Slide]) -> Iterator[Deck]:
    """Decks of some slides each, no id twice in one."""
    from every_deck import all_decks

    model = all_decks()[0][1]
    waiting = list(slides)
    while waiting:
        taken: dict[str, Slide] = {}
        for slide in waiting:
            if len(taken) < AT_A_TIME:
                taken.setdefault(slide.id, slide)
        waiting = [slide for slide in waiting if taken.get(slide.id) is not slide]
        block = replace(model.blocks[0], slides=tuple(taken.values()))
        yield replace(model, blocks=(block,))


def drawn(deck: Deck, look: tuple[Layouts, Theme], measured: Measured, folder: Path) -> list[list[Piece]]:
    """The pieces of text on every page that LibreOffice draws."""
    from pypdf import PdfReader

    from holdslides.pptx_file.write import write_deck

    path = folder / "deck.pptx"
    path.write_bytes(write_deck(deck, *look, measured=measured))
    office = ["soffice", f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*office, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=600
    )
    pages = []
    for page in PdfReader(folder / "deck.pdf").pages:
        height, pieces = float(page.mediabox.height), list[Piece]()

        def visit(
            text: str,
            cm: list[float],
            tm: list[float],
            *_: object,
            pieces: list[Piece] = pieces,
            height: float = height,
        ) -> None:
            x, y = (cm[i] * tm[4] + cm[i + 2] * tm[5] + cm[i + 4] for i in (0, 1))
            if letters := _letters(text):
                pieces.append((x * 540 / height, (height - y) * 540 / height, letters))

        page.extract_text(visitor_text=visit)
        pages.append(pieces)
    return pages


def _letters(text: str) -> str:
    return "".join(c for c in text if not c.isspace() and c not in "\u200b\u00a0\u00ad")


def compare(box: PlacedBox, pieces: Sequence[Piece], where: str) -> Compared | None:
    """A box against what is drawn where it stands; None when none of its words is found there."""
    from holdslides.type_metrics import line_height

    whole = _letters(box.text.plain)
    lines: dict[float, str] = defaultdict(str)
    for x, y, letters in pieces:
        is_inside = box.x - 2 <= x <= box.x + box.width + 2 and box.y - 60 <= y <= box.y + box.height + 60
        if is_inside and letters in whole:
            near = next((known for known in lines if abs(known - y) < 2), y)
            lines[near] += letters
    found = _that_say(whole, sorted(lines.items()))
    if not found:
        return None
    first, last = found[0][0], found[-1][0]
    expected = {_letters(line.plain) for line in box.lines}
    top, bottom = first - box.size, last + 0.2 * box.size
    return Compared(
        where,
        box.text_height,
        last - first + line_height(box.size, box.leading),
        first - box.baselines[0],
        len(box.lines),
        sum(text in expected for _, text in found),
        max(box.y - top if box.anchor != "top" else 0.0, bottom - box.y - box.height),
    )


def _that_say(whole: str, lines: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """The lines below one another that together say the whole text; words of it may stand elsewhere too."""
    for first in range(len(lines)):
        said = ""
        for last in range(first, len(lines)):
            said += lines[last][1]
            if said == whole:
                return lines[first : last + 1]
    return []


# ---- telling ----------------------------------------------------------------------------------------------
def show(compared: list[Compared], unseen: list[str]) -> int:
    """The table and the histogram; returns how many boxes overflow."""
    errors = [c.drawn - c.predicted for c in compared]
    sizes = sorted(map(abs, errors))
    shifts = sorted(abs(c.shift) for c in compared if abs(c.drawn - c.predicted) < 1)
    lines, same = sum(c.lines for c in compared), sum(c.as_predicted for c in compared)
    over = [c for c in compared if c.over > OVER]
    print(f"boxes compared                      {len(compared)} ({len(unseen)} not found in the drawing)")
    print(f"height, drawn less predicted (pt)   {_spread(sizes)}")
    print(f"first baseline, off by (pt)         {_spread(shifts)}")
    print(f"lines ending as predicted           {same} of {lines} ({same / lines:.1%})")
    print(f"boxes with another number of lines  {sum(abs(e) > 5 for e in errors)}")
    print(f"boxes overflowing                   {len(over)}\n")
    edges = (-1e9, *BINS, 1e9)
    for low, high in pairwise(edges):
        count = sum(low <= e < high for e in errors)
        name = f"{'' if low < -1e8 else f'{low:+g}'} … {'' if high > 1e8 else f'{high:+g}'}"
        print(f"{name:>14} {count:>6} {'#' * round(60 * count / len(errors))}")
    for c in sorted(over, key=lambda c: -c.over)[:20]:
        print(f"overflows by {c.over:.1f} pt: {c.where}")
    for c in sorted(compared, key=lambda c: -abs(c.drawn - c.predicted))[:8]:
        print(f"differs by {c.drawn - c.predicted:+.1f} pt: {c.where}")
    print("\n".join(f"not found: {where}" for where in unseen[:8]))
    return len(over)


def _spread(values: Sequence[float]) -> str:
    """Of sorted values."""
    high = values[min(len(values) - 1, int(0.95 * len(values)))]
    return f"median {statistics.median(values):.2f}, p95 {high:.2f}, max {values[-1]:.2f}"


def main() -> int:
    """Compares everything; returns 1 when a box overflows."""
    from holdslides.folders import Folders
    from holdslides.measured import Measured
    from holdslides.theme import load_layouts, load_theme

    if not shutil.which("soffice"):
        sys.exit("LibreOffice is needed")
    start = time.perf_counter()
    look = (load_layouts(Folders()), load_theme(Folders()))
    measured = Measured(*look)
    slides = distinct_slides()
    compared: list[Compared] = []
    unseen: list[str] = []
    with tempfile.TemporaryDirectory(prefix="fit-") as name:
        for deck in presentations(slides):
            pages = drawn(deck, look, measured, Path(name))
            for pieces, placed in zip(pages, measured.place_deck(deck), strict=True):
                for box in placed.boxes.values():
                    where = f"{placed.slide.id} {box.name}: {box.text.plain[:60]!r}"
                    one = compare(box, pieces, where)
                    compared.append(one) if one else unseen.append(where)
    print(f"{len(slides)} slides in {time.perf_counter() - start:.0f} s")
    return 1 if show(compared, unseen) else 0


if __name__ == "__main__":
    sys.exit(main())
