"""How a tie reads in the window: its state, who said so, what it forbids, in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.ties import TieEffect, TieState
from jurydesk.ui.translation import translate
from jurydesk.ui.words import short_day, term

if TYPE_CHECKING:
    from jurydesk.domain.ties import Tie
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

STATE_LOOKS: dict[TieState, tuple[str, Tone]] = {
    TieState.PROPOSED: ("unknown", "warning"),
    TieState.CONFIRMED: ("link", "accent"),
    TieState.SET_ASIDE: ("remove", "muted"),
}
"""Icon and tone of each state: they are never told apart by the tone alone."""


def forbids(weighs: TieEffect | None) -> str:
    """Return what a tie forbids its examiner; empty: nothing."""
    if weighs is TieEffect.EXCLUDED:
        return translate("Ties", "may not sit for this candidate")
    if weighs is TieEffect.RECUSED:
        return translate("Ties", "may sit, does not deliberate on this candidate")
    return ""


def origin(tie: Tie, wording: Wording) -> str:
    """Return who said so, and how alike the names are that led to it."""
    parts = [term(wording, "tie_source", tie.source)]
    if tie.likeness:
        alike = translate("Ties", "names alike at {count} %")
        parts.append(alike.format(count=tie.likeness))
    return " · ".join(parts)


def settlement(tie: Tie, wording: Wording) -> str:
    """Return who settled the tie and when; empty while nobody has."""
    if not tie.settled_by:
        return ""
    words = translate("Ties", "{name}, {day}")
    return words.format(name=tie.settled_by, day=short_day(wording, tie.settled_on))
