"""Who a figure's values name: everybody in the pictures is one of the cast."""

from __future__ import annotations

from collections.abc import Iterator

from holdslides.figures import Fault
from holdslides.kit.cast import CAST


def not_in_cast(**named: str) -> Iterator[Fault]:
    """A fault for each name that none of the cast has, by the key it is written under."""
    for key, name in named.items():
        if name not in CAST:
            yield Fault(key, f"'{name}' findes ikke", f"vælg mellem {', '.join(sorted(CAST))}")
