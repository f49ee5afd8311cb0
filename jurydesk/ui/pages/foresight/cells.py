"""The half-days of a heat map as cells of the year: figure, ground, mark, sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.services.foresight_words import bottleneck_text, juries_text, session_names
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.year_grid import YearCell
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jurydesk.services.foresight import HalfForecast, HeatMap
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.ui.widgets.year_geometry import Half
    from jurydesk.wording import Wording

DEEPEST = 0.34
"""Of the ink in the ground, so that the figure still stands out from it."""
FEW = 1
"""So many juries leave no choice: a cancellation would undo the half-day."""


def cells_of(heat: HeatMap, wording: Wording) -> Mapping[Half, YearCell]:
    """Return what the year shows of each half-day."""
    return {one.half: cell_of(heat, one, wording) for one in heat.halves}


def cell_of(heat: HeatMap, one: HalfForecast, wording: Wording) -> YearCell:
    """Return what the year shows of one half-day."""
    return YearCell(
        text=str(one.juries) if one.is_working else "",
        tone=tone_of(one),
        strength=_strength(heat, one),
        is_off=not one.is_working,
        is_marked=bool(one.sessions),
        spoken=spoken(heat, one, wording),
    )


def tone_of(one: HalfForecast) -> Tone:
    """Return the meaning of a number of juries: none, a single one, a choice."""
    if not one.juries:
        return "danger"
    return "warning" if one.juries <= FEW else "success"


def name_of(one: HalfForecast, wording: Wording) -> str:
    """Return « Lundi 14 décembre 2026, matin »."""
    half_day = wording.text(f"half_day.{one.half_day}")
    return f"{sentence_case(wording.date(one.day, weekday=True))}, {half_day}"


def spoken(heat: HeatMap, one: HalfForecast, wording: Wording) -> str:
    """Return all of it in words, for the tooltip and for a screen reader."""
    parts = [name_of(one, wording)]
    if not one.is_working:
        parts.append(translate("Foresight", "Day off"))
    parts.append(sentence_case(juries_text(one.juries, wording)))
    parts.append(bottleneck_text(one.capacity, heat.setting.panel, wording))
    if one.sessions:
        parts.append(f"{translate('Foresight', 'Session')} {session_names(one)}")
    return "\n".join(part for part in parts if part)


def route_of(heat: HeatMap, wording: Wording) -> str:
    """Return the name of the route."""
    return term(wording, "route", heat.route)


def _strength(heat: HeatMap, one: HalfForecast) -> float:
    if one.juries <= FEW or heat.most <= FEW + 1:
        return 0.0
    return DEEPEST * (one.juries - FEW - 1) / (heat.most - FEW - 1)
