"""Columns and filters of the list of ties."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jurydesk.domain.ties import TieKind, TieSource, TieState
from jurydesk.services.tie_rows import ORDER, TieRow
from jurydesk.ui.models.columns import Column, name_key, nothing_last, sort_text
from jurydesk.ui.tie_words import STATE_LOOKS, origin, settlement
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.words import pair, short_day, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.ties import Tie
    from jurydesk.wording import Wording

Columns = tuple[Column[TieRow], ...]
IN_SESSION = "session"
KINDS = tuple(TieKind)


def tie_columns(wording: Wording) -> Columns:
    """Return what the list shows of each tie."""
    return (
        Column(
            "state",
            translate("Ties", "State"),
            lambda row: term(wording, "tie_state", row.tie.state),
            lambda row: ORDER.index(row.tie.state),
            icon=lambda row: STATE_LOOKS[row.tie.state][0],
            tone=lambda row: STATE_LOOKS[row.tie.state][1],
            is_chip=True,
            width=12,
        ),
        Column(
            "candidate",
            translate("Ties", "Candidate"),
            lambda row: row.candidate.full_name,
            lambda row: name_key(row.candidate.birth_name, row.candidate.first_name),
            width=19,
        ),
        Column(
            "examiner",
            translate("Ties", "Examiner"),
            lambda row: row.examiner.full_name,
            lambda row: name_key(row.examiner.last_name, row.examiner.first_name),
            tooltip=lambda row: row.examiner.organisation or row.examiner.full_name,
            width=15,
        ),
        Column(
            "tie",
            translate("Ties", "Tie"),
            lambda row: tie_text(row.tie, wording),
            lambda row: (KINDS.index(row.tie.kind), sort_text(row.tie.evidence)),
            stretches=True,
            width=24,
        ),
        Column(
            "settled",
            translate("Ties", "Settled"),
            lambda row: settled_text(row.tie, wording),
            lambda row: nothing_last(row.tie.settled_on),
            width=15,
        ),
        *_more_columns(wording),
    )


def tie_text(tie: Tie, wording: Wording) -> str:
    """Return what the tie is: words read in a file begin with the heading they stood under."""
    kind = term(wording, "tie", tie.kind)
    if tie.source is TieSource.FILE and tie.evidence:
        return tie.evidence
    return pair(kind, tie.evidence) if tie.evidence else kind


def settled_text(tie: Tie, wording: Wording) -> str:
    """Return who settled the tie, when and why."""
    return " · ".join(filter(None, (settlement(tie, wording), tie.reason)))


def _more_columns(wording: Wording) -> Columns:
    return (
        Column(
            "kind",
            translate("Ties", "Kind of tie"),
            lambda row: term(wording, "tie", row.tie.kind),
            is_hidden=True,
            width=18,
        ),
        Column(
            "reason",
            translate("Ties", "Why"),
            lambda row: row.tie.reason,
            is_hidden=True,
            width=24,
        ),
        Column(
            "session",
            translate("Ties", "Session"),
            lambda row: ", ".join(row.sessions),
            is_hidden=True,
            width=12,
        ),
        Column(
            "organisation",
            translate("Ties", "Examiner’s organisation"),
            lambda row: row.examiner.organisation,
            is_hidden=True,
            width=20,
        ),
        Column(
            "origin",
            translate("Ties", "Origin"),
            lambda row: origin(row.tie, wording),
            is_hidden=True,
            width=24,
        ),
        Column(
            "declared",
            translate("Ties", "Declared on"),
            lambda row: short_day(wording, row.tie.declared_on),
            lambda row: nothing_last(row.tie.declared_on),
            is_tabular=True,
            is_hidden=True,
            width=12,
        ),
    )


def tie_filters(rows: Sequence[TieRow], wording: Wording) -> tuple[RowFilter[TieRow], ...]:
    """Return the filters: the states first, then who is in a session, then the kinds there are."""
    if not rows:
        return ()
    kinds = {row.tie.kind for row in rows}
    return (
        *(
            RowFilter[TieRow](
                state.value, term(wording, "tie_state", state), partial(_has_state, state), "state"
            )
            for state in ORDER
        ),
        RowFilter[TieRow](IN_SESSION, translate("Ties", "In a session"), _is_in_session),
        *(
            RowFilter[TieRow](
                f"kind.{kind}", term(wording, "tie", kind), partial(_has_kind, kind), "kind"
            )
            for kind in TieKind
            if kind in kinds
        ),
    )


def _has_state(state: TieState, row: TieRow) -> bool:
    return row.tie.state is state


def _has_kind(kind: TieKind, row: TieRow) -> bool:
    return row.tie.kind is kind


def _is_in_session(row: TieRow) -> bool:
    return bool(row.sessions)
