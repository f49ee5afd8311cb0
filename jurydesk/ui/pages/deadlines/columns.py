"""Columns of the board of clocks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from jurydesk.services.deadline_export import act_text
from jurydesk.services.deadlines import Deadline, Urgency
from jurydesk.ui.models.columns import Column, nothing_last, sort_text
from jurydesk.ui.pages.deadlines.groups import URGENCY_LOOKS
from jurydesk.ui.translation import translate
from jurydesk.ui.words import days_left, sentence_case, short_day, term

if TYPE_CHECKING:
    from jurydesk.ui.pages.deadlines.groups import Groups
    from jurydesk.wording import Wording

Columns = tuple[Column[Deadline], ...]


def deadline_columns(wording: Wording, groups: Groups) -> Columns:
    """Return what the board shows of each clock."""
    return (*_first_columns(wording, groups), *_more_columns(wording))


def _first_columns(wording: Wording, groups: Groups) -> Columns:
    return (
        Column(
            "group",
            translate("Deadlines", "Group"),
            groups.text_of,
            is_searched=False,
            tone=groups.tone_of,
            width=18,
        ),
        Column(
            "due",
            translate("Deadlines", "Due"),
            lambda one: short_day(wording, one.due),
            lambda one: nothing_last(one.due),
            tooltip=lambda one: hint(one, wording),
            # Nobody is there on that day: the tooltip and the panel name the working day before
            icon=due_icon,
            is_tabular=True,
            width=14,
        ),
        Column(
            "left",
            translate("Deadlines", "Left"),
            days_text,
            lambda one: nothing_last(one.due),
            icon=lambda one: URGENCY_LOOKS[one.urgency][0],
            tone=lambda one: URGENCY_LOOKS[one.urgency][1],
            is_chip=True,
            width=11,
        ),
        Column(
            "person",
            translate("Deadlines", "Person"),
            lambda one: one.person,
            lambda one: sort_text(one.person),
            icon=lambda one: "pool" if one.is_of_juror else "person",
            width=19,
        ),
        Column(
            "act",
            translate("Deadlines", "What is to be done"),
            lambda one: sentence_case(act_text(one, wording)),
            stretches=True,
            width=20,
        ),
    )


def _more_columns(wording: Wording) -> Columns:
    return (
        Column(
            "article",
            translate("Deadlines", "Article"),
            lambda one: one.article,
            is_hidden=True,
            width=11,
        ),
        Column(
            "hint",
            translate("Deadlines", "Working day before"),
            lambda one: short_day(wording, one.working_day),
            lambda one: nothing_last(one.working_day),
            is_hidden=True,
            is_tabular=True,
            width=16,
        ),
        Column(
            "session",
            translate("Deadlines", "Session"),
            lambda one: one.session_code,
            is_hidden=True,
            width=12,
        ),
        Column(
            "clock",
            translate("Deadlines", "Clock"),
            lambda one: term(wording, "clock", one.clock.kind),
            is_hidden=True,
            width=24,
        ),
        Column(
            "certification",
            translate("Deadlines", "Certification"),
            lambda one: one.certification,
            is_hidden=True,
            width=12,
        ),
        Column(
            "state",
            translate("Deadlines", "State"),
            lambda one: sentence_case(wording.text(f"DEADLINE-STATE-{one.clock.state}")),
            is_hidden=True,
            width=24,
        ),
    )


def due_icon(one: Deadline) -> str:
    """Return the icon of the due day: another one where nobody works on that day."""
    if one.due is None:
        return ""
    return "info" if one.working_day else "calendar"


def days_text(one: Deadline) -> str:
    """Return « J-6 », « J+2 », or that the clock stands still."""
    if one.due is None or one.left is None:
        return translate("Deadlines", "still")
    return days_left(one.due, one.due - timedelta(days=one.left))


def left_text(one: Deadline) -> str:
    """Return the days left as a sentence would say it: late ones are called late."""
    if one.urgency is Urgency.STILL:
        return translate("Deadlines", "standing still")
    left = days_text(one)
    is_late = one.urgency is Urgency.LATE
    return translate("Deadlines", "{left}, late").format(left=left) if is_late else left


def hint(one: Deadline, wording: Wording) -> str:
    """Return the due day in full, with the last working day before where it is none."""
    if one.due is None:
        return sentence_case(wording.text(f"DEADLINE-STATE-{one.clock.state}"))
    day = sentence_case(wording.date(one.due, weekday=True))
    if one.working_day is None:
        return day
    before = wording.text("DEADLINE-HINT", day=wording.date(one.working_day, weekday=True))
    return f"{day}\n{sentence_case(before)}"
