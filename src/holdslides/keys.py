"""Danish keys for English fields: the one place where a YAML key is tied to the model's name."""

from __future__ import annotations

from typing import Any

from holdslides.records import MISSING, Field, field, fields

FIGURE_KEY, VALUES_KEY = "figur", "værdier"  # what stands under the second belongs to the figure alone


def key(danish: str, *, default: Any = MISSING, doc: str = "") -> Any:
    """A dataclass field that is written `danish` in YAML.

    `default` may be a plain value or, for lists and maps, a callable that makes one. `doc` (Danish) is what an
    editor shows the therapist. Without a default the key must be there.
    """
    metadata = {"key": danish, "doc": doc}
    if default is MISSING:
        return field(metadata=metadata)
    if callable(default):
        return field(default_factory=default, metadata=metadata)
    return field(default=default, metadata=metadata)


def danish_key(of: Field[Any]) -> str:
    """The key a field is written with in YAML."""
    return str(of.metadata.get("key", of.name))


def danish_keys(cls: type) -> dict[str, Field[Any]]:
    """Every key a class may be written with, in the order of its fields."""
    return {danish_key(f): f for f in fields(cls)}
