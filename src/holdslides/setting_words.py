"""The settings by the words therapists use for them: a conversation is `individuel`, and is called a `samtale`."""

from __future__ import annotations

from holdslides.ids import find_id, nearest, shown, suggestion
from holdslides.models import Setting
from holdslides.problems import Problem, RequestError

_CALLED = {
    Setting.GROUP: ("gruppe", "holdet", "holdundervisning", "gruppeundervisning"),
    Setting.INDIVIDUAL: (
        *("samtale", "samtaler", "samtalen", "individuel samtale", "individuelle samtaler", "individuelt"),
        *("konsultation", "konsultationer"),
    ),
    Setting.TRAINING: ("træningshold", "holdtræning"),
}


def setting_called(typed: str) -> Setting:
    """The setting by its id, or by what it is called.

    Raises RequestError with the nearest names when there is none.
    """
    if setting := find_id(typed, tuple(Setting)):
        return setting
    words = {word: setting for setting, called in _CALLED.items() for word in called}
    if word := find_id(typed, words):
        return words[word]
    known = (*Setting, *(called[0] for called in _CALLED.values()))
    hint = suggestion(typed, known if nearest(typed, known) else tuple(Setting))
    raise RequestError(Problem(f'rammen "{shown(typed)}" findes ikke', hint=hint))
