"""What commands say: lines on stdout, and what went wrong on stderr."""

from __future__ import annotations

import sys


def tell(text: str, *, err: bool = False, end: str = "\n") -> None:
    """Says a text at once. Raises OSError when nobody listens any more."""
    stream = sys.stderr if err else sys.stdout
    if stream is not None:  # a program without a console has neither
        stream.write(text + end)
        stream.flush()
