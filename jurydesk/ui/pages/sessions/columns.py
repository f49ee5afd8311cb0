"""Columns and filters of the list of sessions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.session import SessionStatus
from jurydesk.ui.models.columns import Column
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.filter_bar import RowFilter

if TYPE_CHECKING:
    from jurydesk.services.views import SessionRow
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

STATUS_LOOKS: dict[SessionStatus, tuple[str, Tone]] = {
    SessionStatus.DRAFT: ("edit", "muted"),
    SessionStatus.PROPOSED: ("half", "accent"),
    SessionStatus.FROZEN: ("lock", "warning"),
    SessionStatus.CLOSED: ("check-circle", "success"),
}


def status_word(status: SessionStatus) -> str:
    """Return how far a session has come, in one word."""
    words = {
        SessionStatus.DRAFT: translate("Sessions", "To plan"),
        SessionStatus.PROPOSED: translate("Sessions", "Proposed"),
        SessionStatus.FROZEN: translate("Sessions", "Frozen"),
        SessionStatus.CLOSED: translate("Sessions", "Closed"),
    }
    return words[status]


def session_columns(wording: Wording) -> tuple[Column[SessionRow], ...]:
    """Return what the list shows of each session."""
    return (
        Column(
            "days",
            translate("Sessions", "Days"),
            lambda row: ", ".join(map(wording.short_date, row.session.days)),
            lambda row: row.session.days,
            is_tabular=True,
            width=12,
        ),
        Column("code", translate("Sessions", "Code"), lambda row: row.session.code, width=12),
        Column(
            "status",
            translate("Sessions", "State"),
            lambda row: status_word(row.session.status),
            lambda row: list(SessionStatus).index(row.session.status),
            icon=lambda row: STATUS_LOOKS[row.session.status][0],
            tone=lambda row: STATUS_LOOKS[row.session.status][1],
            is_chip=True,
            width=15,
        ),
        Column(
            "certification",
            translate("Sessions", "Certification"),
            lambda row: row.judged,
            stretches=True,
            width=30,
        ),
        *_figures(),
    )


def session_filters(today: date) -> tuple[RowFilter[SessionRow], ...]:
    """Return the chips over the list."""
    return (
        RowFilter(
            "coming",
            translate("Sessions", "To come"),
            lambda row: bool(row.session.days) and max(row.session.days) >= today,
            "when",
        ),
        RowFilter(
            "past",
            translate("Sessions", "Past"),
            lambda row: bool(row.session.days) and max(row.session.days) < today,
            "when",
        ),
        RowFilter("blocked", translate("Sessions", "Blocked"), lambda row: row.blocking > 0),
    )


def _figures() -> tuple[Column[SessionRow], ...]:
    return (
        Column(
            "juries",
            translate("Sessions", "Juries"),
            lambda row: str(row.juries),
            lambda row: row.juries,
            side="right",
            is_tabular=True,
            width=7,
        ),
        Column(
            "placed",
            translate("Sessions", "Placed"),
            lambda row: f"{row.placed} / {row.placed + row.unplaced}",
            lambda row: row.placed,
            side="right",
            is_tabular=True,
            width=8,
        ),
        Column(
            "blocking",
            translate("Sessions", "Blocking"),
            lambda row: str(row.blocking) if row.blocking else "",
            lambda row: row.blocking,
            side="right",
            tone=lambda row: "danger" if row.blocking else "plain",
            is_tabular=True,
            width=9,
        ),
    )
