"""What a deck costs: cold against the python-pptx floor, warm, and per slide at 100 and 1,000 slides.

python benchmarks/bench_deck.py [runs]
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
import zipfile
from dataclasses import replace
from pathlib import Path

from measure import interleaved, median_ratio, peak_mib, row, run_once

HERE = Path(__file__).resolve().parent


def cold(runs: int, folder: Path) -> float:
    """One cold `deck laenderyg --session 1` against the floor with as many slides; returns the floor's median CPU."""
    ours = [sys.executable, "-m", "holdslides", "deck", "laenderyg", "--session", "1", "--out"]
    first = folder / "first"
    run_once([*ours, str(first)])
    deck = next(first.rglob("*.pptx"))
    with zipfile.ZipFile(
        deck
    ) as package:  # without python-pptx: a child's peak memory starts at its parent's
        slides = sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", name)) for name in package.namelist())
    floor = [sys.executable, str(HERE / "floor_deck.py"), str(slides), str(folder / "floor.pptx")]
    a, b = interleaved([[*ours, str(folder / "cold"), "--replace"], floor], runs)
    print(f"{slides} slides")
    print(row("holdslides deck, cold", a))
    print(row("python-pptx floor", b))
    print(f"ratio cold / floor: {median_ratio(a, b):.2f}  (bound 2.0, aim 1.4)")
    return sorted(x[0] for x in b)[len(b) // 2]


def warm(floor_cpu: float, folder: Path) -> None:
    """A second deck in the same process."""
    from holdslides.make import Workshop, make_decks
    from holdslides.request import Request

    shop = Workshop.open(None)
    request = Request(condition="laenderyg", session=1)
    make_decks(shop, request, folder / "warm0")
    times = []
    for i in range(1, 8):
        start = time.process_time()
        make_decks(shop, request, folder / f"warm{i}")
        times.append(time.process_time() - start)
    middle = sorted(times)[len(times) // 2]
    print(f"warm deck: CPU {middle:.3f} s, ratio to floor {middle / floor_cpu:.2f}  (bound 0.6)")


def many() -> None:
    """CPU per slide at 100 and at 1,000 slides, writing alone."""
    from holdslides import zip_limits
    from holdslides.compose import compose_decks
    from holdslides.make import Workshop
    from holdslides.pptx_file.write import write_deck as deck_bytes
    from holdslides.request import Request
    from holdslides.theme import load_layouts, load_theme

    zip_limits.MOST_GROWTH = (
        1 << 30
    )  # so large a deck is refused, as it could not be read again; here it is timed
    shop = Workshop.open(None)
    deck = compose_decks(shop.library, shop.clinic, Request(condition="laenderyg", session=1))[0]
    layouts, theme = load_layouts(shop.folders), load_theme(shop.folders)
    own = list(deck.slides)
    per_slide = {}
    for count in (100, 1000):
        slides = tuple(replace(own[i % len(own)], id=f"{own[i % len(own)].id}-{i}") for i in range(count))
        big = replace(deck, blocks=(replace(deck.blocks[0], slides=slides),))
        start = time.process_time()
        deck_bytes(big, layouts, theme)
        per_slide[count] = (time.process_time() - start) / count
    print(
        f"per slide: {per_slide[100] * 1000:.2f} ms at 100, {per_slide[1000] * 1000:.2f} ms at 1,000, "
        f"ratio {per_slide[1000] / per_slide[100]:.2f}  (bound 1.25)"
    )
    print(f"peak memory with all of these: {peak_mib():.0f} MiB")


def main() -> None:
    """Prints the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as name:
        floor_cpu = cold(runs, Path(name))
        warm(floor_cpu, Path(name))
    many()


main()
