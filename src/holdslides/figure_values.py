"""What a content file says about a figure: checked against what the figure can draw, and drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from holdslides.drawing import Drawing
from holdslides.figures import Area, figure_ids, load_figure
from holdslides.ids import shown, suggestion
from holdslides.keys import FIGURE_KEY, VALUES_KEY
from holdslides.problems import ContentError, PlaceOf, Problem
from holdslides.records import replace
from holdslides.structure import structure
from holdslides.texts import FigureUse


def figure_use(figure_id: str, values: Mapping[str, Any], place: PlaceOf, alt: str = "") -> FigureUse:
    """The figure with its checked values; `place(*path)` is a place in what shows it.

    Raises ContentError for a figure that does not exist and for values it does not know or cannot draw.
    """
    at = place(FIGURE_KEY)
    if figure_id not in figure_ids():
        message = f'figuren "{shown(figure_id)}" findes ikke'
        raise ContentError(Problem(message, at, suggestion(figure_id, figure_ids())))
    figure = load_figure(figure_id)
    checked: Any = structure(values, figure.values, lambda *path: place(VALUES_KEY, *path))
    if faults := [
        Problem(f'figuren "{figure_id}": {fault.message}', place(VALUES_KEY, fault.key), fault.hint)
        for fault in figure.faults(checked)
    ]:
        raise ContentError(faults)
    return FigureUse(figure_id, checked, at, alt)


def drawn(use: FigureUse, area: Area) -> Drawing:
    """The figure in an area, with the alt text of the content where it has one.

    Raises KeyError for a figure that does not exist.
    """
    drawing = load_figure(use.id).draw(use.values, area)
    return replace(drawing, alt=use.alt) if use.alt else drawing
