"""Where and for whom slides are shown, and what their templates may name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from holdslides.clinic import Clinic
from holdslides.library import Library
from holdslides.models_facts import SafetyEntry
from holdslides.records import dataclass, field
from holdslides.request import Choice
from holdslides.safety_net import is_approved


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where and for whom the slides are shown. `session` of `sessions` is what the texts call `gang`."""

    library: Library
    clinic: Clinic
    choice: Choice
    session: int
    sessions: int

    def values(self) -> dict[str, Any]:
        """What a template may name, but for the safety texts."""
        condition, choice = self.choice.condition.value, self.choice
        return {
            "tilstand": condition.template_words,
            "klinik": self.clinic.words,
            "gang": {"nummer": self.session, "antal": self.sessions},
            "hold": choice.group,
            "hold_efter_komma": f", {choice.group}" if choice.group else "",
            "led": choice.joint,
            "niveau": choice.level,
            "forløb": str(choice.course),
        }

    def has_approved(self, safety_id: str) -> bool:
        """Whether the locked text may be shown here."""
        return is_approved(self.library.safety(safety_id), self.choice.condition_id, self.clinic)


@dataclass(slots=True)
class LockedTexts(Mapping[str, str]):
    """The locked texts as a template sees them: by id with _ for -, and remembering which were asked for."""

    texts: Mapping[str, SafetyEntry]
    asked_for: dict[str, None] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        entry = self.texts[name.replace("_", "-")]
        if not entry.text:  # a list of signs is shown as a whole, by `sikkerhed:`
            raise KeyError(name)
        self.asked_for[entry.id] = None
        return entry.text

    def __iter__(self) -> Iterator[str]:
        return (id_.replace("-", "_") for id_, entry in self.texts.items() if entry.text)

    def __len__(self) -> int:
        return sum(1 for _ in self)
