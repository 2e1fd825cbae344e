"""What posters cost: one cold against a minimal typst script, and all of them in one process.

    python benchmarks/bench_poster.py [RUNS]

Bounds: one poster cold at most 2.0 x the floor (the same process start, fonts and PDF standards, no figure);
all A3 posters in one process at most 1 s of CPU.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from measure import interleaved, median_ratio, row

HERE = Path(__file__).parent


def cold(runs: int, folder: Path) -> None:
    """One cold `poster ID` against the floor."""
    floor = [sys.executable, str(HERE / "floor_poster.py"), str(folder / "floor.pdf")]
    ours = [sys.executable, "-m", "holdslides", "poster", "skru_ned", "--out", str(folder / "cold")]
    a, b = interleaved([ours, floor], runs)
    print(row("holdslides poster, cold", a))
    print(row("typst floor", b))
    print(f"ratio cold / floor: {median_ratio(a, b):.2f}  (bound 2.0)")


def together(folder: Path) -> None:
    """All A3 posters in this process, the first time and again."""
    from holdslides.make import Workshop
    from holdslides.make_paper import PosterRequest, make_posters

    for turn in ("first", "again"):
        start = time.process_time()
        made = make_posters(Workshop.open(None), PosterRequest(), folder / turn)
        print(f"{len(made)} A3 posters, {turn}: CPU {time.process_time() - start:.3f} s  (bound 1.0)")


def main() -> None:
    """Prints the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as name:
        cold(runs, Path(name))
        together(Path(name))


main()
