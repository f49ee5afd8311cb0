"""Columns and filters of the summonses of a session: who was sent what, and what they answered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.outbox import MessageState
from jurydesk.domain.release import News, Role
from jurydesk.finding_text import term as spoken
from jurydesk.services.telling import answer_text, appointments_text
from jurydesk.ui.models.columns import Column, nothing_last, sort_text
from jurydesk.ui.pages.sessions.summons_states import (
    FILTERED,
    KNOWN,
    MESSAGES,
    ORDER,
    TO_REVIEW,
    begun,
    chip_text,
    look_of,
    message_text,
    state_of,
    state_text,
)
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.words import sentence_case, short_day, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.services.contacts import Contact
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

    Columns = tuple[Column[Contact], ...]

NEWS_LOOKS: dict[News, tuple[str, Tone]] = {
    News.CONVENED: ("add", "accent"),
    News.MOVED: ("exchange", "warning"),
    News.CANCELLED: ("close", "danger"),
}


def summons_columns(wording: Wording) -> Columns:
    """Return what the list shows of each person."""
    return (
        Column(
            "state",
            translate("Telling", "State"),
            lambda one: chip_text(one, wording),
            _urgency,
            icon=lambda one: look_of(one)[0],
            tone=lambda one: look_of(one)[1],
            is_chip=True,
            width=20,
        ),
        Column("name", translate("Telling", "Person"), lambda one: one.name, width=18),
        Column(
            "role",
            translate("Telling", "Role"),
            lambda one: term(wording, "role", one.role),
            is_hidden=True,
            width=10,
        ),
        *_exchange(wording),
        *_appointments(wording),
        *_reached(wording),
    )


def _exchange(wording: Wording) -> Columns:
    return (
        Column(
            "sent",
            translate("Telling", "Sent"),
            lambda one: _sent(one, wording),
            lambda one: nothing_last(one.told_on),
            width=18,
        ),
        Column(
            "answer",
            translate("Telling", "Answer"),
            lambda one: _answer(one, wording),
            lambda one: nothing_last(one.answer.on if one.answer else None),
            tooltip=lambda one: one.answer.note if one.answer else "",
            width=20,
        ),
        Column(
            "due",
            translate("Telling", "Due"),
            lambda one: short_day(wording, _due(one)),
            lambda one: nothing_last(_due(one)),
            is_tabular=True,
            is_hidden=True,
            width=12,
        ),
        Column(
            "reminder",
            translate("Telling", "Remind"),
            lambda one: short_day(wording, one.reminder),
            lambda one: nothing_last(one.reminder),
            tone=lambda one: "warning" if one.is_to_remind else "plain",
            is_tabular=True,
            width=12,
        ),
        Column(
            "notice",
            translate("Telling", "Send by (employer)"),
            lambda one: short_day(wording, one.notice) if one.is_due else "",
            lambda one: nothing_last(one.notice if one.is_due else None),
            tooltip=lambda one: (
                translate("Telling", "Fifteen days before (D. 3142-32)")
                if one.is_due and one.notice
                else ""
            ),
            is_tabular=True,
            is_hidden=True,
            width=16,
        ),
    )


def _appointments(wording: Wording) -> Columns:
    return (
        Column(
            "news",
            translate("Telling", "News"),
            lambda one: term(wording, "news", one.news) if _has_news(one) else "",
            icon=lambda one: NEWS_LOOKS[one.news][0] if _has_news(one) else "",
            tone=lambda one: NEWS_LOOKS[one.news][1] if _has_news(one) else "plain",
            is_chip=True,
            width=15,
        ),
        Column(
            "after",
            translate("Telling", "Is expected"),
            lambda one: appointments_text(one.after, wording, is_short=True),
            lambda one: (not one.after, one.after[:1], sort_text(one.name)),
            tooltip=lambda one: appointments_text(one.after, wording),
            stretches=True,
            width=22,
        ),
        Column(
            "before",
            translate("Telling", "Was expected"),
            lambda one: appointments_text(one.before, wording, is_short=True),
            lambda one: (not one.before, one.before[:1], sort_text(one.name)),
            is_hidden=True,
            width=30,
        ),
        Column(
            "certification",
            translate("Telling", "Certification"),
            lambda one: " · ".join(
                dict.fromkeys(when.certification for when in one.after or one.before)
            ),
            is_hidden=True,
            width=18,
        ),
    )


def _reached(wording: Wording) -> Columns:
    return (
        Column(
            "note",
            translate("Telling", "Note"),
            lambda one: one.answer.note if one.answer else "",
            is_hidden=True,
            width=24,
        ),
        Column(
            "email",
            translate("Telling", "E-mail"),
            lambda one: one.email,
            is_hidden=True,
            width=20,
        ),
        Column(
            "phone",
            translate("Telling", "Telephone"),
            lambda one: one.phone,
            is_tabular=True,
            is_hidden=True,
            width=14,
        ),
    )


def _urgency(one: Contact) -> tuple[bool, int, int]:
    """What must not go out any more comes first."""
    message = begun(one)
    place = MESSAGES.index(message or TO_REVIEW)
    return message is not MessageState.STALE, ORDER.index(state_of(one)), place


def summons_filters(rows: Sequence[Contact], wording: Wording) -> tuple[RowFilter[Contact], ...]:
    """Return the filters by state that these rows make sense of, and those by role."""
    present = {state_of(one) for one in rows}
    states = (state for state in ORDER if state in present and state != KNOWN)
    return (
        *(_state_filter(state, wording) for state in states),
        *(
            _message_filter(state, wording)
            for state in MESSAGES
            if state in FILTERED and any(one.message_state is state for one in rows)
        ),
        RowFilter(
            "remind", translate("Telling", "To remind"), lambda one: one.is_to_remind, "remind"
        ),
        RowFilter(
            "candidates",
            translate("Telling", "Candidates"),
            lambda one: one.role is Role.CANDIDATE,
            "role",
        ),
        RowFilter(
            "examiners",
            translate("Telling", "Examiners"),
            lambda one: one.role is Role.EXAMINER,
            "role",
        ),
    )


def _state_filter(state: str, wording: Wording) -> RowFilter[Contact]:
    name = state_text(state, wording)
    return RowFilter(state, name, lambda one: state_of(one) == state, "state")


def _message_filter(state: MessageState, wording: Wording) -> RowFilter[Contact]:
    text = message_text(state, wording)
    return RowFilter(f"message-{state}", text, lambda one: one.message_state is state, "message")


def _has_news(one: Contact) -> bool:
    return one.is_due or one.is_draft


def _due(one: Contact) -> date | None:
    return one.summons.due if one.summons and not one.is_draft else None


def _sent(one: Contact, wording: Wording) -> str:
    last = one.summons.last if one.summons else None
    if last is None:
        return ""
    return f"{short_day(wording, last.on)} · {spoken('channel', last.channel, wording)}"


def _answer(one: Contact, wording: Wording) -> str:
    if one.summons is None or one.answer is None:
        return ""
    text = sentence_case(answer_text(one.summons, wording))
    return f"{text} · {short_day(wording, one.answer.on)}" if text else ""
