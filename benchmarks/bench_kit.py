"""What the long commands cost: the whole kit of a programme, and the rules on every built-in document.

    python benchmarks/bench_kit.py [RUNS]

Bounds: the kit at most 3 s of CPU, the check at most 10 s.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from measure import interleaved, row


def main() -> None:
    """Prints a line for each command."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    holdslides = [sys.executable, "-m", "holdslides"]
    with tempfile.TemporaryDirectory() as folder:
        kit = [*holdslides, "kit", "laenderyg", "--out", str(Path(folder) / "kit"), "--replace"]
        kits, checks = interleaved([kit, [*holdslides, "check"]], runs)
    print(row("holdslides kit laenderyg", kits) + "  (bound 3)")
    print(row("holdslides check", checks) + "  (bound 10)")


main()
