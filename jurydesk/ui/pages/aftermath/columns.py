"""What the lists after a jury show: decisions to be told, and the register of parchments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from jurydesk.domain.notifications import NotificationState
from jurydesk.domain.parchments import ParchmentMark
from jurydesk.ui.models.columns import Column, name_key, nothing_last, sort_text
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.words import days_left, short_day, term

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.services.notifications import Notice
    from jurydesk.services.parchments import Awaited, Register, RegisterLine
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

SOON = 5
"""Days before the last one from which a notification presses."""


@dataclass(frozen=True, slots=True)
class ParchmentEntry:
    """A line of the register, or a title whose parchment is still to be made out."""

    line: RegisterLine | None = None
    awaited: Awaited | None = None

    @property
    def key(self) -> str:
        """Return what identifies it."""
        one = self.line or self.awaited
        return one.key if one else ""

    @property
    def number(self) -> str:
        """Return the number in the register; empty: it has none yet."""
        return self.line.parchment.number if self.line else ""

    @property
    def holder(self) -> tuple[str, str]:
        """Return family name and first name."""
        one = self.line or self.awaited
        return (one.candidate.birth_name, one.candidate.first_name) if one else ("", "")

    @property
    def session(self) -> str:
        """Return the code of the session."""
        one = self.line or self.awaited
        return one.session.code if one else ""

    @property
    def certification(self) -> str:
        """Return the RNCP number."""
        if self.line:
            return self.line.parchment.content.certification
        return self.awaited.certification if self.awaited else ""

    @property
    def delivered_on(self) -> date | None:
        """Return when it was delivered."""
        return self.line.parchment.delivered_on if self.line else None

    @property
    def first(self) -> str:
        """Return the number of the first parchment; empty: it is no duplicate."""
        return self.line.parchment.duplicate_of if self.line else ""


def entries_of(register: Register) -> tuple[ParchmentEntry, ...]:
    """Return who waits, then the register, the latest line first."""
    waiting = tuple(ParchmentEntry(awaited=one) for one in register.awaited)
    return waiting + tuple(ParchmentEntry(line=one) for one in reversed(register.lines))


def notice_columns(wording: Wording) -> tuple[Column[Notice], ...]:
    """Return what is shown of each decision."""
    return (
        Column(
            "state",
            translate("Aftermath", "State"),
            lambda one: term(wording, "notification_state", one.state),
            lambda one: list(NotificationState).index(one.state),
            icon=lambda one: _looks(one)[0],
            tone=lambda one: _looks(one)[1],
            is_chip=True,
            width=16,
        ),
        Column(
            "left",
            translate("Aftermath", "Left"),
            left_text,
            lambda one: (one.state is NotificationState.SENT, one.due.toordinal()),
            width=8,
        ),
        Column(
            "due",
            translate("Aftermath", "Due"),
            lambda one: short_day(wording, one.due),
            lambda one: one.due.toordinal(),
            is_tabular=True,
            width=11,
        ),
        Column(
            "candidate",
            translate("Aftermath", "Candidate"),
            lambda one: one.candidate.full_name,
            lambda one: name_key(one.candidate.birth_name, one.candidate.first_name),
            stretches=True,
            width=18,
        ),
        Column(
            "decision",
            translate("Aftermath", "Decision"),
            lambda one: term(wording, "decision", one.decision),
            width=18,
        ),
        Column(
            "session", translate("Aftermath", "Session"), lambda one: one.session.code, width=11
        ),
        Column(
            "sent",
            translate("Aftermath", "Sent on"),
            lambda one: short_day(wording, one.told_on),
            lambda one: nothing_last(one.told_on),
            is_tabular=True,
            width=11,
        ),
        Column(
            "copy",
            translate("Aftermath", "Copy to"),
            lambda one: one.candidacy.accompanist,
            is_hidden=True,
            width=16,
        ),
    )


def parchment_columns(wording: Wording) -> tuple[Column[ParchmentEntry], ...]:
    """Return what is shown of each parchment, issued or waited for."""
    return (
        Column(
            "number",
            translate("Aftermath", "Number"),
            lambda one: one.number or translate("Aftermath", "to be issued"),
            lambda one: one.number,
            icon=lambda one: "certificate" if one.number else "circle",
            tone=lambda one: "plain" if one.number else "warning",
            is_tabular=True,
            width=14,
        ),
        Column(
            "holder",
            translate("Aftermath", "Holder"),
            lambda one: f"{one.holder[0].upper()} {one.holder[1]}",
            lambda one: name_key(*one.holder),
            stretches=True,
            width=18,
        ),
        Column(
            "certification",
            translate("Aftermath", "Certification"),
            lambda one: one.certification,
            width=12,
        ),
        Column("session", translate("Aftermath", "Session"), lambda one: one.session, width=11),
        Column(
            "delivered",
            translate("Aftermath", "Delivered on"),
            lambda one: short_day(wording, one.delivered_on),
            lambda one: nothing_last(one.delivered_on),
            is_tabular=True,
            width=11,
        ),
        Column(
            "first",
            translate("Aftermath", "Duplicate of"),
            lambda one: one.first,
            lambda one: sort_text(one.first),
            is_tabular=True,
            width=13,
        ),
        Column(
            "mark",
            translate("Aftermath", "State"),
            lambda one: term(wording, "parchment_mark", one.line.mark) if one.line else "",
            tone=_mark_tone,
            is_chip=True,
            width=13,
        ),
    )


def notice_filters(wording: Wording) -> tuple[RowFilter[Notice], ...]:
    """Return one chip for each state, and one for what is late."""
    chips = tuple(
        RowFilter(
            str(state), term(wording, "notification_state", state), partial(_is_in, state), "state"
        )
        for state in NotificationState
    )
    late = RowFilter("late", translate("Aftermath", "Late"), _is_late, "late")
    return (late, *chips)


def parchment_filters() -> tuple[RowFilter[ParchmentEntry], ...]:
    """Return chips for what waits, for duplicates and for what does not stand any more."""
    return (
        RowFilter("awaited", translate("Aftermath", "To be issued"), _is_awaited, "kind"),
        RowFilter("duplicate", translate("Aftermath", "Duplicates"), _is_duplicate, "kind"),
        RowFilter("fallen", translate("Aftermath", "Annulled or amended"), _is_fallen, "kind"),
    )


def left_text(one: Notice) -> str:
    """Return « J-6 », « 3 days late »; nothing once it is sent."""
    if one.state is NotificationState.SENT:
        return ""
    return days_left(one.due, one.due - timedelta(days=one.left))


def _looks(one: Notice) -> tuple[str, Tone]:
    if one.state is NotificationState.SENT:
        return "check-circle", "success"
    if one.is_late:
        return "warning", "danger"
    if one.state is NotificationState.WAITING:
        return "clock", "plain"
    return "mail", "warning" if one.left <= SOON else "accent"


def _mark_tone(one: ParchmentEntry) -> Tone:
    return "danger" if _is_fallen(one) else "success"


def _is_in(state: NotificationState, one: Notice) -> bool:
    return one.state is state


def _is_late(one: Notice) -> bool:
    return one.is_late


def _is_awaited(one: ParchmentEntry) -> bool:
    return one.line is None


def _is_duplicate(one: ParchmentEntry) -> bool:
    return bool(one.first)


def _is_fallen(one: ParchmentEntry) -> bool:
    return one.line is not None and one.line.mark is not ParchmentMark.HOLDS
