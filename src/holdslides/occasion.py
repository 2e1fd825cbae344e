"""Where and for whom slides are shown, and what their templates may name."""

from __future__ import annotations

from typing import Any

from holdslides.clinic import Clinic
from holdslides.library import Library
from holdslides.locked_texts import is_approved
from holdslides.records import dataclass
from holdslides.request import Choice


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
