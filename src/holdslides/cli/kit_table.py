"""The table at the end of `kit --clinics`: which clinic has its kit, and what was wrong with the others."""

from __future__ import annotations

from collections.abc import Sequence

from holdslides.cli.options import tell_json
from holdslides.cli.telling import tell
from holdslides.make_clinics import Outcome


def show_outcomes(outcomes: Sequence[Outcome], format_: str) -> int:
    """Shows them, problems on stderr; returns the exit code: 0 when every clinic has its kit, else 1."""
    if format_ == "json":
        tell_json([_as_json(o) for o in outcomes])
    else:
        _show_table(outcomes)
    for outcome in outcomes:
        for problem in outcome.problems:
            tell(str(problem), err=True)
    return 0 if all(outcome.is_done for outcome in outcomes) else 1


def _show_table(outcomes: Sequence[Outcome]) -> None:
    width = max(len("Klinik"), *(len(o.clinic) for o in outcomes)) + 2
    tell(f"{'Klinik':<{width}}{'':<9}{'Filer':>6}{'Sider':>7}{'Tid':>8}")
    for o in outcomes:
        files, pages = (len(o.made), sum(m.pages for m in o.made)) if o.is_done else ("–", "–")
        result = "færdig" if o.is_done else "FEJL"
        tell(f"{o.clinic:<{width}}{result:<9}{files:>6}{pages:>7}{o.seconds:>6.0f} s")
    done = sum(o.is_done for o in outcomes)
    tell(f"{done} af {len(outcomes)} klinikker har fået det hele.")


def _as_json(outcome: Outcome) -> dict[str, object]:
    return {
        "id": outcome.clinic,
        "done": outcome.is_done,
        "seconds": round(outcome.seconds, 1),
        "files": [made.as_json() for made in outcome.made],
        "problems": [str(problem) for problem in outcome.problems],
    }
