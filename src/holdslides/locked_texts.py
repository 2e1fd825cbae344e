"""The locked safety texts as other texts may use them: word for word, where they are approved, and remembered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from holdslides.clinic import Clinic
from holdslides.library import Library
from holdslides.models_facts import SafetyEntry
from holdslides.records import dataclass, field


def is_approved(entry: SafetyEntry, condition_id: str, clinic: Clinic) -> bool:
    """Whether the text may be shown for the condition: the sources carry it, or the clinic approved it."""
    return condition_id in entry.approved or entry.id in clinic.approvals.get(condition_id, ())


@dataclass(slots=True)
class LockedTexts(Mapping[str, str]):
    """The locked texts as a template sees them: by id with _ for -, and remembering which were asked for."""

    library: Library
    asked_for: dict[str, None] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        entry = self.library.safety_texts[name.replace("_", "-")]
        if not entry.text:  # a list of signs is shown as a whole, by `sikkerhed:`
            raise KeyError(name)
        self.asked_for[entry.id] = None
        return entry.text

    def __iter__(self) -> Iterator[str]:
        return (id_.replace("-", "_") for id_, entry in self.library.safety_texts.items() if entry.text)

    def __len__(self) -> int:
        return sum(1 for _ in self)
