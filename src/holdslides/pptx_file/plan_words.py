"""An update plan in Danish: one line for each slide that is not simply as it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from holdslides.pptx_file.plan import (
    Deleted,
    Dropped,
    Gone,
    Kept,
    LookPlan,
    New,
    Own,
    Step,
    Unchanged,
    Updated,
    UpdatePlan,
)
from holdslides.texts import shortened


def plan_words(plan: UpdatePlan) -> tuple[str, ...]:
    """What the therapist is told of an update, in the order of the new file."""
    lines = list(_look(plan.look))
    unchanged = 0
    for number, step in enumerate(plan.steps, 1):
        moved = not isinstance(step, Own) and step.id in plan.moved
        words = _what(step)
        if words or moved:
            lines.append(
                f"Slide {number}{_title(step)}: {', '.join(w for w in (words, moved and 'flyttet') if w)}"
            )
        else:
            unchanged += 1
    lines += map(_gone, plan.gone)
    if plan.reordered:
        lines.append("Slides står i en anden orden end før, for programmet er lavet om")
    if unchanged:
        lines.append("1 slide er uændret" if unchanged == 1 else f"{unchanged} slides er uændrede")
    return tuple(lines)


def _what(step: Step) -> str:
    match step:
        case New():
            return "ny"
        case Updated():
            return "opdateret"
        case Unchanged():
            return ""
        case Kept():
            behind = "; det indbyggede indhold er ændret siden" if step.behind else ""
            outside = "; slidet er ikke længere med i programmet" if step.outside else ""
            return f"beholdt (redigeret: {step.edit}){behind}{outside}"
        case Own():
            return "din egen (kopi)" if step.copy_of else "din egen"
        case _:
            assert_never(step)


def _gone(step: Gone) -> str:
    match step:
        case Deleted():
            return f"{quoted(step.title)}: slettet af dig og kommer ikke igen"
        case Dropped():
            return f"{quoted(step.title)}: taget ud, for det er ikke længere med i programmet"
        case _:
            assert_never(step)


def _title(step: Step) -> str:
    title = step.slide.title if isinstance(step, Own) else step.title
    return f" {quoted(title)}" if title else ""


def quoted(title: str) -> str:
    """A slide's title as it is named in a line."""
    return f"»{shortened(title)}«"


def _look(look: LookPlan) -> Iterator[str]:
    if look.her_theme:
        yield "Dit eget tema (farver og skrifttyper) er beholdt"
    if look.her_layouts:
        yield "Dine egne ændringer i layouts er beholdt"
    if look.renew and not look.her_theme:
        yield "Farver og layouts er bragt op til nu"
